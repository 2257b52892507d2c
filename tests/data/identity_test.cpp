#include "core/data/identity.h"

#include "tests/support/catch.h"

namespace regulars {

TEST_CASE("one mailbox is one address however it was typed", "[data][identity]") {
  for (const char* cell : {"anna@example.org", " Anna@Example.ORG ", "mailto:ANNA@example.org",
                           "Anna Adams <anna@example.org>", "<anna@example.org>",
                           "'anna@example.org'", "\"anna@example.org\";", "\tanna@example.org"}) {
    CAPTURE(cell);
    CHECK(normal_email(cell) == "anna@example.org");
  }
}

TEST_CASE("what is no address, or a hidden one, is none", "[data][identity]") {
  for (const char* cell : {"", "anna", "@example.org", "anna@", "anna@b@c", "a***@example.org",
                           "anna @example.org", "a@x.org, b@x.org", "n/a"}) {
    CAPTURE(cell);
    CHECK(normal_email(cell).empty());
  }
}

TEST_CASE("what is left of two addresses is none", "[data][identity]") {
  CHECK(normal_email("<anna@example.o<anna@example.org>rg>").empty());
  CHECK(normal_email("<anna@example.o<rg>").empty());
  CHECK(normal_email("anna\x16@example.org").empty());
}

TEST_CASE("one line is one number however it was written", "[data][identity]") {
  for (const char* cell : {"+49 170 1234567", "+491701234567", "0049 170 1234567",
                           "+49 (0)170 / 123-4567", "'+49 170 1234567", "tel:+49-170-1234567",
                           "+49 170 1234567 ext. 12", "+49 170 1234567 x12", "+49.170.1234567"}) {
    CAPTURE(cell);
    CHECK(normal_phone(cell) == "+491701234567");
  }
  CHECK(normal_phone("'13800138000") == "13800138000");
  CHECK(normal_phone("138-0013-8000") == "13800138000");
  CHECK(normal_phone("13800138000.0") == "13800138000");
  CHECK(normal_phone("=\"13800138000\"") == "13800138000");
  CHECK(normal_phone("１３８００１３８０００") == "13800138000");
  for (const char* cell :
       {"+86 138 0013 8000", "0086-138-0013-8000", "8613800138000", "+86 (0)13800138000"})
    CHECK(normal_phone(cell) == "13800138000");
  CHECK(normal_phone("+86 10 6552 9988") == "+861065529988");
  CHECK(normal_phone("+1 415 555 0123") == "+14155550123");
  CHECK(normal_phone("(020) 7946 0018") == "02079460018");
}

TEST_CASE("short, long, damaged and masked numbers are none", "[data][identity]") {
  for (const char* cell :
       {"", "123456", "12-34-56", "1234567890123456", "186******05", "1******6198", "0000000000",
        "1.38E+10", "none", "anna@example.org", "##abc1234567", "1380013+8000"}) {
    CAPTURE(cell);
    CHECK(normal_phone(cell).empty());
  }
}

TEST_CASE("a name and a postcode meet in one spelling", "[data][identity]") {
  const std::string key = normal_name_and_postcode("Élodie  Roux", "75008");
  CHECK_FALSE(key.empty());
  CHECK(normal_name_and_postcode("ÉLODIE ROUX ", "'75008") == key);
  CHECK(normal_name_and_postcode("elodie roux", "75008") == key);
  CHECK(normal_name_and_postcode("Élodie Roux", "75009") != key);
  CHECK(normal_name_and_postcode("Jo Doe", "SW1A 1AA") ==
        normal_name_and_postcode("jo doe", "sw1a1aa"));
  CHECK(normal_name_and_postcode("Jo Doe", "02134-1000") ==
        normal_name_and_postcode("Jo Doe", "2134"));
  CHECK(normal_name_and_postcode("", "75008").empty());
  CHECK(normal_name_and_postcode("Jo Doe", "").empty());
  CHECK(normal_name_and_postcode("张*", "100000").empty());
  CHECK(normal_name_and_postcode("Guest", "75008").empty());
}

TEST_CASE("what a platform hides is masked, what it shows is not", "[data][identity]") {
  for (const char* text :
       {"186******05", "1******6198", "***", "t**0", "##密文", "$$密文", "~abc~", "张＊三"}) {
    CAPTURE(text);
    CHECK(is_masked(text));
  }
  for (const char* text : {"", "#1001", "$5", "~", "13800138000", "anna@example.org", "tb00000"}) {
    CAPTURE(text);
    CHECK_FALSE(is_masked(text));
  }
}

TEST_CASE("placeholders and walk-ins are nobody, a nought is not", "[data][identity]") {
  for (const char* text : {"", " ", "-", "--", "——", "—", "n/a", "N/A", "NULL", "(none)", "无",
                           "Guest", "WALK-IN", "Walk-in Customer", "散客", "invité", "Gast"}) {
    CAPTURE(text);
    CHECK(is_nobody(text));
  }
  for (const char* text : {"0", "anna", "guest@example.org", "Gaston", "Nadia"}) {
    CAPTURE(text);
    CHECK_FALSE(is_nobody(text));
  }
}

}  // namespace regulars
