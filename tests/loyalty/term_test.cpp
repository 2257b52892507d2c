#include "core/loyalty/term.h"

#include <array>

#include "tests/support/catch.h"

namespace regulars {

TEST_CASE("only a whole ISO day that exists is a date", "[loyalty][logic]") {
  REQUIRE(iso_date("2024-02-29"));
  CHECK(to_text(*iso_date("2024-02-29")) == "2024-02-29");
  CHECK_FALSE(iso_date("2023-02-29"));
  CHECK_FALSE(iso_date("2026-1-9"));
  CHECK_FALSE(iso_date("2026-01-09 "));
  CHECK_FALSE(iso_date("2026/01/09"));
  CHECK_FALSE(iso_date("2026-01-09T10:00"));
  CHECK_FALSE(iso_date("+026-01-09"));
  CHECK_FALSE(iso_date(""));
}

TEST_CASE("a text is a number exactly where JavaScript takes it for one", "[loyalty][logic]") {
  CHECK(number_of_text("12.5") == 12.5);
  CHECK(number_of_text(" 3 ") == 3.0);
  CHECK(number_of_text("") == 0.0);
  CHECK(number_of_text("+5") == 5.0);
  CHECK(number_of_text("-.5e1") == -5.0);
  CHECK(number_of_text("0x1F") == 31.0);
  CHECK(number_of_text("0b11") == 3.0);
  for (const char* text : {"12.50 EUR", "1,5", "abc", "nan", "inf", "Infinity", "+-5", "+", ".",
                           "0x", "1e", "--1", "1e999"})
    CHECK_FALSE(number_of_text(text));
}

TEST_CASE("a term becomes the value it looks at", "[loyalty][logic]") {
  const std::array<Term, 2> items{Term::of("tea"), Term::of(2)};
  CHECK(to_value(Term::of(std::span<const Term>(items))) == Value(Value::List{"tea", 2}));
  CHECK(to_value(Term::of(Date{0})) == Value("1970-01-01"));
  CHECK(to_value(Term{}) == Value());
  CHECK(to_value(Term::null()) == Value());
}

}  // namespace regulars
