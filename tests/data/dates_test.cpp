// The dates of a file: the order of day and month with its proof, and the shop's own day.
#include "core/data/dates.h"

#include <string>

#include "core/data/order_book.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

// Berlin in 2024: an hour east in winter, two from 31 March 01:00 UTC on.
Zone berlin() { return {"Europe/Berlin", {{0, 3600}, {1711846800, 7200}, {1729990800, 3600}}}; }
// New York in 2024: five hours west, four from 10 March 07:00 UTC on.
Zone new_york() {
  return {"America/New_York", {{0, -18000}, {1710054000, -14400}, {1730613600, -18000}}};
}

std::string moment_of_first(std::string_view csv, const FileOptions& file) {
  ShopOptions options;
  options.file = file;
  const auto table = read_shop(csv, options);
  return to_text(OrderBook(*table).order(0).moment);
}

}  // namespace

TEST_CASE("the row that proves the order of day and month is named", "[data][dates]") {
  const auto table =
      read_shop("order,date,customer,total\n1,03/04/26,a,10\n2,17/04/26,a,10\n3,05/04/26,b,10\n");
  const DateReading& dates = table->files[0].dates;
  CHECK(dates.basis == DayOrderBasis::proven);
  CHECK(dates.order == DayOrder::day_first);
  CHECK(dates.proof.row == 3);
  CHECK(dates.proof.text == "17/04/26");
  CHECK(dates.asked.row == 2);
  CHECK(dates.undecided == 2);
  CHECK(OrderBook(*table).order(0).moment.date == day("2026-04-03"));
}

TEST_CASE("what the user says of day and month wins", "[data][dates]") {
  ShopOptions options;
  options.file.day_order = DayOrder::month_first;
  const auto table = read_shop("order,date,customer,total\n1,03/04/26,a,10\n", options);
  CHECK(table->files[0].dates.basis == DayOrderBasis::stated);
  CHECK(OrderBook(*table).order(0).moment.date == day("2026-03-04"));
  CHECK(table->issues[IssueKind::date_order_assumed].count == 0);
}

TEST_CASE("an evening in New York is the next day in Berlin", "[data][dates]") {
  constexpr std::string_view csv = "order,date,customer,total\n1,2024-03-14 23:30:00 -0500,a,10\n";
  CHECK(moment_of_first(csv, {.zone = berlin()}) == "2024-03-15 05:30:00");
  CHECK(moment_of_first(csv, {}) == "2024-03-14 23:30:00");
}

TEST_CASE("a day that waits for its order is moved to the shop's zone afterwards",
          "[data][dates]") {
  const auto table = [] {
    ShopOptions options;
    options.file.zone = berlin();
    return read_shop(
        "order,date,customer,total\n1,03/04/2024 23:30:00 -0500,a,10\n2,17/04/2024 01:00:00 "
        "-0500,a,10\n",
        options);
  }();
  CHECK(to_text(OrderBook(*table).order(0).moment) == "2024-04-04 06:30:00");
}

TEST_CASE("a zone that the rows name is understood by the rules the host brings", "[data][dates]") {
  constexpr std::string_view csv =
      "order,date,time,time zone,customer,total\n1,2024-07-02,22:15:00,Eastern Time (US & "
      "Canada),a,10\n";
  ShopOptions options;
  options.columns = {{Role::zone, "time zone"}};
  options.file.zone = berlin();
  options.file.zones = {{"America/New_York", new_york()}};
  const auto table = read_shop(csv, options);
  CHECK(to_text(OrderBook(*table).order(0).moment) == "2024-07-03 04:15:00");
  options.file.zones.clear();
  CHECK(to_text(OrderBook(*read_shop(csv, options)).order(0).moment) == "2024-07-02 22:15:00");
}

TEST_CASE("days that no shop can have had are rejected by name", "[data][dates]") {
  const auto table = read_shop(
      "order,date,customer,total\n1,1900-01-01,a,10\n2,2150-01-01,a,10\n3,2024-01-01,a,10\n"
      "4,0000-00-00,a,10\n5,2024-02-31,a,10\n");
  CHECK(table->issues[IssueKind::impossible_date].count == 2);
  CHECK(table->issues[IssueKind::missing_date].count == 1);
  CHECK(table->issues[IssueKind::invalid_date].count == 1);
  CHECK(table->files[0].rows_kept == 1);
}

}  // namespace regulars
