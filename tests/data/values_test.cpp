#include "core/data/values.h"

#include <string>

#include "tests/support/catch.h"

namespace regulars {
namespace {

std::string read_day(std::string_view cell, DayOrder order = DayOrder::undecided) {
  const auto date = parse_date(cell);
  if (!date) return "none";
  const DayOrder own = order_of(*date);
  const auto day = date_of(*date, own == DayOrder::undecided ? order : own);
  return day ? to_text(Moment{*day, date->time}) : "undecided";
}

std::string read_money(std::string_view cell, char decimal = '.', int digits = 2) {
  const auto money = parse_money(cell, {decimal}, digits);
  return money ? to_text(*money, digits) : "none";
}

}  // namespace

TEST_CASE("dates with the year first are read in every common form", "[data][values]") {
  CHECK(read_day("2024-03-02") == "2024-03-02");
  CHECK(read_day(" 2024/3/2 ") == "2024-03-02");
  CHECK(read_day("2024.03.02") == "2024-03-02");
  CHECK(read_day("20240302") == "2024-03-02");
  CHECK(read_day("2024-03-02T14:05:09Z") == "2024-03-02 14:05:09");
  CHECK(read_day("2024-03-02 14:05") == "2024-03-02 14:05:00");
  CHECK(read_day("2024-03-02 2:05 PM") == "2024-03-02 14:05:00");
  CHECK(read_day("2024-03-02 12:00 am") == "2024-03-02 00:00:00");
  CHECK(read_day("2024-03-02 14:05:09.123") == "2024-03-02 14:05:09");
  CHECK(read_day("2024\xE5\xB9\xB4"
                 "3\xE6\x9C\x88"
                 "2\xE6\x97\xA5") == "2024-03-02");
}

TEST_CASE("days that do not exist are not read", "[data][values]") {
  for (const char* cell : {"2024-02-30",
                           "2023-02-29",
                           "2024-13-01",
                           "2024-00-10",
                           "20240230",
                           "13/13/2024",
                           "31/4/2024",
                           "0000-00-00",
                           "2024-03-02 25:00",
                           "2024-03-02x",
                           "2024-03",
                           "03-02",
                           "1.5",
                           "12.50",
                           "hello",
                           "",
                           "3/4",
                           "1/2/3/4",
                           "12345678",
                           "2024-3-2-1"}) {
    CAPTURE(cell);
    CHECK(read_day(cell) == "none");
  }
}

TEST_CASE("an offset is understood with and without a colon", "[data][values]") {
  const auto paris = parse_date("2024-03-02 10:00:00 +0100");
  REQUIRE(paris);
  CHECK(paris->has_offset);
  CHECK(paris->offset == 3600);
  const auto chicago = parse_date("2024-03-02T10:00:00-05:30");
  REQUIRE(chicago);
  CHECK(chicago->offset == -(5 * 3600 + 30 * 60));
  CHECK_FALSE(parse_date("2024-03-02 10:00:00 +99:00"));
}

TEST_CASE("day and month are told apart by what cannot be a month", "[data][values]") {
  CHECK(read_day("25/03/2024") == "2024-03-25");
  CHECK(read_day("03/25/2024") == "2024-03-25");
  CHECK(read_day("25.3.24") == "2024-03-25");
  CHECK(read_day("03/04/2024", DayOrder::day_first) == "2024-04-03");
  CHECK(read_day("03/04/2024", DayOrder::month_first) == "2024-03-04");
  CHECK(order_of(*parse_date("03/04/2024")) == DayOrder::undecided);
}

TEST_CASE("money becomes minor units without passing through a double", "[data][values]") {
  CHECK(read_money("4.35") == "4.35");
  CHECK(read_money("0.29") == "0.29");
  CHECK(read_money("1.15") == "1.15");
  CHECK(read_money("1234567890123.45") == "1234567890123.45");
  CHECK(read_money("0.1") == "0.10");
  CHECK(read_money("-3") == "-3.00");
  CHECK(read_money("(12.50)") == "-12.50");
  CHECK(read_money("12.50-") == "-12.50");
  CHECK(read_money("+5") == "5.00");
  CHECK(read_money("$1,250.00") == "1250.00");
  CHECK(read_money("1.250,00 \xE2\x82\xAC", ',') == "1250.00");
  CHECK(read_money("12,50", ',') == "12.50");
  CHECK(read_money("EUR 12.50") == "12.50");
  CHECK(read_money("\xC2\xA5"
                   "98") == "98.00");
  CHECK(read_money("-$8.00") == "-8.00");
  CHECK(read_money("1 234,5", ',') == "1234.50");
  CHECK(read_money("1'234.50") == "1234.50");
  CHECK(read_money("1500", '.', 0) == "1500");
  CHECK(read_money("1.234", '.', 3) == "1.234");
}

TEST_CASE("digits beyond the minor unit round half away from zero", "[data][values]") {
  CHECK(read_money("1.005") == "1.01");
  CHECK(read_money("1.00499999") == "1.00");
  CHECK(read_money("-1.005") == "-1.01");
  CHECK(read_money("2.5", '.', 0) == "3");
}

TEST_CASE("what is not surely an amount is none", "[data][values]") {
  for (const char* cell : {"", "n/a", "12.50.1", "1,2,3", "1,25", "12..5", "--5", "1e5", "(5", "5)",
                           ",", ".", "$", "12 apples", "99999999999999999999"}) {
    CAPTURE(cell);
    CHECK(read_money(cell) == "none");
  }
}

TEST_CASE("quantities are exact to the thousandth", "[data][values]") {
  CHECK(parse_quantity("2", {}) == 2000);
  CHECK(parse_quantity("1.0", {}) == 1000);
  CHECK(parse_quantity("0,5", {','}) == 500);
  CHECK(parse_quantity("-3", {}) == -3000);
  CHECK_FALSE(parse_quantity("3000000", {}));
}

TEST_CASE("only a cell that could not be otherwise proves the decimal mark", "[data][values]") {
  CHECK(proven_decimal("12,50") == ',');
  CHECK(proven_decimal("12.50") == '.');
  CHECK(proven_decimal("1.250,00") == ',');
  CHECK(proven_decimal("1,250.00") == '.');
  CHECK(proven_decimal("1,250") == 0);
  CHECK(proven_decimal("1.250") == 0);
  CHECK(proven_decimal("1250") == 0);
  CHECK(proven_decimal("abc") == 0);
}

TEST_CASE("spreadsheet wrappers come off", "[data][values]") {
  CHECK(bare("=\"000123\"") == "000123");
  CHECK(bare("'0123") == "0123");
  CHECK(bare("'+8613800000000") == "+8613800000000");
  CHECK(bare("'tis") == "'tis");
  CHECK(bare(" \t x ") == "x");
  CHECK(bare("=\"\"").empty());
  CHECK(bare("").empty());
}

TEST_CASE("platforms' words for the state of an order are understood", "[data][values]") {
  CHECK(parse_status("Paid") == StatusWord::counted);
  CHECK(parse_status("partially_refunded") == StatusWord::counted);
  CHECK(parse_status("wc-completed") == StatusWord::counted);
  CHECK(parse_status("voided") == StatusWord::cancelled);
  CHECK(parse_status("REFUNDED") == StatusWord::refunded);
  CHECK(parse_status("pending") == StatusWord::unpaid);
  CHECK(parse_status("\xE4\xBA\xA4\xE6\x98\x93\xE5\x85\xB3\xE9\x97\xAD") == StatusWord::cancelled);
  CHECK(parse_status("\xE4\xB9\xB0\xE5\xAE\xB6\xE5\xB7\xB2\xE4\xBB\x98\xE6\xAC\xBE\xEF\xBC\x8C\xE7"
                     "\xAD\x89\xE5\xBE\x85") == StatusWord::counted);
  CHECK(parse_status("on the moon") == StatusWord::unknown);
}

TEST_CASE("months may be written in words, in four languages", "[data][values]") {
  for (const char* cell :
       {"3 Jan 2024", "Jan 3, 2024", "January 3rd, 2024", "3. Januar 2024", "3 janvier 2024",
        "3 janv. 2024", "3 de enero de 2024", "03-Jan-2024", "3-Jan-24", "Wed, Jan 3 2024",
        "Wednesday, January 3, 2024", "2024-Jan-03", "2024 Jan 3", "3 JAN. 2024",
        "Mi, 3. Jan. 2024", "mercredi 3 janvier 2024", "3 ene 2024", "3/Jan/2024"}) {
    CAPTURE(cell);
    CHECK(read_day(cell) == "2024-01-03");
  }
  CHECK(read_day("5 février 2024") == "2024-02-05");
  CHECK(read_day("5 FÉVRIER 2024") == "2024-02-05");
  CHECK(read_day("5 fév. 2024") == "2024-02-05");
  CHECK(read_day("5. März 2024") == "2024-03-05");
  CHECK(read_day("14-Mar-24") == "2024-03-14");
  CHECK(read_day("mar. 5 mars 2024") == "2024-03-05");
  CHECK(read_day("mar 12 nov 2024") == "2024-11-12");
  CHECK(read_day("1er août 2024") == "2024-08-01");
  CHECK(read_day("14 déc. 2024") == "2024-12-14");
  CHECK(read_day("5 juin 2024") == "2024-06-05");
  CHECK(read_day("5 juil. 2024") == "2024-07-05");
  CHECK(read_day("Sunday, March 3, 2024") == "2024-03-03");
  CHECK(read_day("Sept 9, 2024") == "2024-09-09");
  CHECK(read_day("24. Dez. 2024") == "2024-12-24");
}

TEST_CASE("a month in words may have a time behind or amid it", "[data][values]") {
  CHECK(read_day("Jan 3, 2024 2:05 PM") == "2024-01-03 14:05:00");
  CHECK(read_day("January 3, 2024 at 2:05 pm") == "2024-01-03 14:05:00");
  CHECK(read_day("Jan 3, 2024, 2:05:09 p.m.") == "2024-01-03 14:05:09");
  CHECK(read_day("3. Januar 2024 14:05 Uhr") == "2024-01-03 14:05:00");
  CHECK(read_day("3 janvier 2024 à 14:05") == "2024-01-03 14:05:00");
  CHECK(read_day("Tue Jan 02 2024 10:00:00 GMT+0100") == "2024-01-02 10:00:00");
  CHECK(read_day("Tue Jan 02 2024 10:00:00 GMT+0100 (Central European Standard Time)") ==
        "2024-01-02 10:00:00");
  CHECK(parse_date("Tue Jan 02 2024 10:00:00 GMT+0100")->offset == 3600);
  CHECK(read_day("Tue Jan 02 10:00:00 +0000 2024") == "2024-01-02 10:00:00");
  CHECK(read_day("Tue Jan 02 10:00:00 PST 2024") == "2024-01-02 10:00:00");
  CHECK(parse_date("Jan 1, 2026 12:11:26 AM PST")->offset == -8 * 3600);
  CHECK(parse_date("2024-03-02 10:00:00 CEST")->offset == 7200);
}

TEST_CASE("Chinese dates and half-days are read", "[data][values]") {
  CHECK(read_day("2024年3月5日 14:05:09") == "2024-03-05 14:05:09");
  CHECK(read_day("2024年3月5日14:05:09") == "2024-03-05 14:05:09");
  CHECK(read_day("2024年3月5日 下午2:05") == "2024-03-05 14:05:00");
  CHECK(read_day("2024年03月05日 上午 9:05") == "2024-03-05 09:05:00");
  CHECK(read_day("2024/3/5 下午12:05:00") == "2024-03-05 12:05:00");
  CHECK(read_day("2024年3月5日14时5分9秒") == "2024-03-05 14:05:09");
  CHECK(read_day("2024年3月5号") == "2024-03-05");
}

TEST_CASE("ISO times keep their offsets, fractions and packed forms", "[data][values]") {
  CHECK(read_day("2024-03-14T23:30:00.123456Z") == "2024-03-14 23:30:00");
  CHECK(read_day("2024-03-14T23:30:00,5-05:00") == "2024-03-14 23:30:00");
  CHECK(parse_date("2024-03-14 23:30:00 -0500")->offset == -5 * 3600);
  CHECK(parse_date("2024-03-14T23:30:00+08")->offset == 8 * 3600);
  CHECK(read_day("20240314T233000Z") == "2024-03-14 23:30:00");
  CHECK(read_day("20240314233000") == "2024-03-14 23:30:00");
  CHECK(read_day("2024/3/14 23:30") == "2024-03-14 23:30:00");
  CHECK(read_day("03/14/24, 2:05 PM") == "2024-03-14 14:05:00");
  CHECK(read_day("14. 3. 2024 14:05") == "2024-03-14 14:05:00");
}

TEST_CASE("words that are no dates are none", "[data][values]") {
  for (const char* cell : {"May", "Mars bar 3 12", "March 2024", "32 Jan 2024", "Feb 30, 2024",
                           "House blend 250 g", "Order 3 of 2024", "3 Jan", "12 May roses 2024",
                           "sun 3 4 2024", "#1001", "3 apples 2024"}) {
    CAPTURE(cell);
    CHECK(read_day(cell) == "none");
  }
}

TEST_CASE("spreadsheet days are counted with the leap day that never was", "[data][values]") {
  const auto read = [](std::string_view cell) -> std::string {
    const auto date = parse_serial_date(cell);
    if (!date) return "none";
    return to_text(Moment{*date_of(*date, DayOrder::undecided), date->time});
  };
  CHECK(read("45384.34789351852") == "2024-04-02 08:20:58");
  CHECK(read("45384") == "2024-04-02");
  CHECK(read("45384.0") == "2024-04-02");
  CHECK(read("45384,5") == "2024-04-02 12:00:00");
  CHECK(read("45384.999999") == "2024-04-03 00:00:00");
  CHECK(read("1") == "1900-01-01");
  CHECK(read("59") == "1900-02-28");
  CHECK(read("60") == "none");
  CHECK(read("61") == "1900-03-01");
  CHECK(read("36526") == "2000-01-01");
  CHECK(read("0") == "none");
  CHECK(read("hello") == "none");
  CHECK(read("2024-01-01") == "none");
}

TEST_CASE("some cells say that there is nothing", "[data][values]") {
  CHECK(is_empty_date("0000-00-00"));
  CHECK(is_empty_date("0000-00-00 00:00:00"));
  CHECK_FALSE(is_empty_date("2000-00-00"));
  CHECK_FALSE(is_empty_date("00000000"));
  CHECK_FALSE(is_empty_date("00:00:00"));
  for (const char* cell :
       {"", " ", "\t", "——", "-", "--", "n/a", "null", "(none)", "N/A", "无", "　", "=\"\"", "–"}) {
    CAPTURE(cell);
    CHECK(is_placeholder(cell));
  }
  for (const char* cell : {"0", "x", "-5", "nano", "12-3"}) {
    CAPTURE(cell);
    CHECK_FALSE(is_placeholder(cell));
  }
}

TEST_CASE("amounts are read with any sign, blank and mark", "[data][values]") {
  CHECK(read_money("1 234,50 €", ',') == "1234.50");
  CHECK(read_money("1 234,50", ',') == "1234.50");
  CHECK(read_money("1’234.50") == "1234.50");
  CHECK(read_money("1,23,456.70") == "123456.70");
  CHECK(read_money("US$ 5.00") == "5.00");
  CHECK(read_money("R$ 5,00", ',') == "5.00");
  CHECK(read_money("5,00 kr", ',') == "5.00");
  CHECK(read_money("49,90 zł", ',') == "49.90");
  CHECK(read_money("49,90 zl", ',') == "49.90");
  CHECK(read_money("CHF 12.50") == "12.50");
  CHECK(read_money("12.-") == "12.00");
  CHECK(read_money("12,--", ',') == "12.00");
  CHECK(read_money("￥98.00") == "98.00");
  CHECK(read_money("98元") == "98.00");
  CHECK(read_money("৳2,999") == "2999.00");
  CHECK(read_money("₹1,00,000.00") == "100000.00");
  CHECK(read_money("£5") == "5.00");
  CHECK(read_money("₩5,000", '.', 0) == "5000");
  CHECK(read_money("100 ₽") == "100.00");
  CHECK(read_money("₺1.250,00", ',') == "1250.00");
  CHECK(read_money("฿99") == "99.00");
  CHECK(read_money("1.500.000 ₫", ',', 0) == "1500000");
  CHECK(read_money("−12.50") == "-12.50");
  CHECK(read_money("-$3.00") == "-3.00");
  CHECK(read_money("$-3.00") == "-3.00");
  CHECK(read_money("($3.00)") == "-3.00");
  CHECK(read_money("１２．５０") == "12.50");
  CHECK(read_money("12,50", ',') == "12.50");
}

TEST_CASE("a code that is a word as well is a currency in capitals only", "[data][values]") {
  CHECK(parse_money("TOP 10", {'.'}, 2) == Money{1000});
  CHECK(parse_money("eur 10", {'.'}, 2) == Money{1000});
  for (const char* cell :
       {"Top 10", "top 10", "All 5", "Pen 3", "col1", "MUG12", "CUS123", "XYZ 9"})
    CHECK_FALSE(parse_money(cell, {'.'}, 2));
  CHECK(is_currency_code("Chf"));
  CHECK_FALSE(is_currency_code("d a"));
}

TEST_CASE("codes of goods and percents are no amounts", "[data][values]") {
  for (const char* cell : {"SKU123", "HB-250", "5%", "12,5 %", "250 g", "2 x 5", "a1"}) {
    CAPTURE(cell);
    CHECK(read_money(cell) == "none");
    CHECK(read_money(cell, ',') == "none");
  }
  CHECK(parse_percent("12.5%", {}) == 1250);
  CHECK(parse_percent("12,5 %", {','}) == 1250);
  CHECK(parse_percent("-3％", {}) == -300);
  CHECK_FALSE(parse_percent("12.5", {}));
}

TEST_CASE("groups of thousands and a leading nought prove the mark", "[data][values]") {
  CHECK(proven_decimal("1.250.000") == ',');
  CHECK(proven_decimal("1,250,000") == '.');
  CHECK(proven_decimal("0,250") == ',');
  CHECK(proven_decimal("0.250") == '.');
  CHECK(proven_decimal("1 250,5") == ',');
  CHECK(proven_decimal("€12,50") == ',');
  CHECK(proven_decimal("02.01.2024") == 0);
}

TEST_CASE("translated and hyphenated states are understood", "[data][values]") {
  for (const char* cell : {"Abgeschlossen", "In Bearbeitung", "Terminée", "En cours", "Completado",
                           "Procesando", "wc-processing", "Partially Refunded", "partially-paid",
                           "买家已付款，等待卖家发货", "卖家已发货，等待买家确认", "交易成功",
                           "已完成", "Shipped - Delivered to Buyer", "Unshipped", "Completed"}) {
    CAPTURE(cell);
    CHECK(parse_status(cell) == StatusWord::counted);
  }
  for (const char* cell :
       {"Storniert", "Annulée", "Cancelado", "Fehlgeschlagen", "wc-failed", "交易关闭", "已取消"}) {
    CAPTURE(cell);
    CHECK(parse_status(cell) == StatusWord::cancelled);
  }
  for (const char* cell :
       {"Erstattet", "Rückerstattet", "Remboursée", "Reembolsado", "wc-refunded"}) {
    CAPTURE(cell);
    CHECK(parse_status(cell) == StatusWord::refunded);
  }
  for (const char* cell : {"Zahlung ausstehend", "In Wartestellung", "Pendiente de pago", "on-hold",
                           "On hold", "wc-on-hold", "等待买家付款", "待付款", "checkout-draft"}) {
    CAPTURE(cell);
    CHECK(parse_status(cell) == StatusWord::unpaid);
  }
}

TEST_CASE("a list of labelled amounts is their sum, and none where one cannot be read",
          "[data][values]") {
  const auto sum = [](std::string_view cell) { return parse_money(cell, {'.'}, 2); };
  CHECK(sum("amount:4.00|reason:chipped|date:2024-07-09 10:00:00") == Money{400});
  CHECK(sum("amount:4|reason:late; and cold|date:x;amount:1.50|reason:|date:y") == Money{550});
  CHECK_FALSE(sum("amount:|reason:none"));
  CHECK_FALSE(sum("amount:4.00;amount:much"));
  CHECK_FALSE(sum("paid amount:4.00"));
}

}  // namespace regulars
