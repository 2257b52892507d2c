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

}  // namespace regulars
