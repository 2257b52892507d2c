#include "core/report/deeds.h"

#include <string>

#include "core/models/tracking.h"
#include "core/report/tables.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

std::int64_t count(const Analysis& analysis, const Deeds& deeds) {
  CustomerQuery query;
  query.deeds = deeds;
  return static_cast<std::int64_t>(select_customers(analysis, query).size());
}

// A year of a shop that sells through three channels; who came through the till seldom returns.
std::string shop() {
  std::string csv = "order,date,time,customer,product,total,channel,order discount\n";
  int number = 0;
  const auto order = [&](int customer, int day, int hour) {
    const Date date = make_date(2023, 1, 1).value() + day;
    csv += std::to_string(++number) + "," + to_text(date) + "," + std::to_string(hour) + ":15,c" +
           std::to_string(customer) + "," + (customer % 4 == 0 ? "Tea" : "Cup") + "," +
           std::to_string(5 + customer % 7) + "," +
           (customer % 3 == 0   ? "web"
            : customer % 3 == 1 ? "till"
                                : "") +
           "," + std::to_string(customer % 5 == 0 ? 1 : 0) + "\n";
  };
  for (int customer = 0; customer < 90; ++customer) {
    const int first = customer * 3;
    order(customer, first, 9 + customer % 8);
    for (int again = 1; again <= customer % 6; ++again)
      if (first + again * (7 + customer % 30) < 360)
        order(customer, first + again * (7 + customer % 30), 15);
  }
  return csv;
}

std::unique_ptr<Session> open(std::string_view csv) {
  auto session = std::make_unique<Session>();
  REQUIRE(session->sniff(csv, "orders.csv", true, {{Role::order_discount, "order discount"}}));
  REQUIRE(session->begin({}));
  REQUIRE(session->push(csv));
  REQUIRE(session->end());
  return session;
}

// Every cell and every row finds as many as it counts.
void check_cells(const Analysis& analysis) {
  const CohortTable& table = analysis.conduct.cohorts;
  for (std::size_t i = 0; i < table.cohorts.size(); ++i)
    CHECK(count(analysis, {.cohort = static_cast<std::int32_t>(i)}) == table.cohorts[i].customers);
  for (const CohortCell& cell : table.cells)
    CHECK(count(analysis, {.cohort = cell.cohort, .cohort_age = cell.age}) == cell.active);
}

}  // namespace

TEST_CASE("every cell of every table of cohorts has as many customers behind it as it counts",
          "[report][deeds]") {
  const auto session = open(shop());
  for (const CohortBy by : {CohortBy::first_order, CohortBy::first_product,
                            CohortBy::first_discount, CohortBy::first_channel})
    for (const PeriodLength period :
         {PeriodLength::week, PeriodLength::month, PeriodLength::quarter}) {
      AnalyzeOptions options;
      options.cohorts = {period, by};
      REQUIRE(session->analyze(options));
      CAPTURE(static_cast<int>(by), static_cast<int>(period));
      CHECK(session->analysis()->conduct.cohorts.cohorts.size() > 1);
      check_cells(*session->analysis());
    }
  const Analysis& analysis = *session->analysis();
  CHECK(count(analysis, {.cohort = 99}) == 0);
  CHECK(count(analysis, {.cohort = 0, .cohort_age = 2'000'000'000}) == 0);
}

TEST_CASE("who moved in a period are as many as the flows count", "[report][deeds]") {
  const auto session = open(shop());
  REQUIRE(session->analyze({}));
  const Analysis& analysis = *session->analysis();
  const Movement& movement = analysis.conduct.movement;
  REQUIRE(movement.flows.size() > 6);
  std::int64_t returned = 0;
  std::int64_t lapsed = 0;
  for (const Flow& flow : movement.flows) {
    CAPTURE(flow.period);
    CHECK(count(analysis, {.move = Move::joined, .move_period = flow.period}) ==
          flow.new_customers);
    CHECK(count(analysis, {.move = Move::returned, .move_period = flow.period}) == flow.returning);
    // Times: nobody of this shop lapses or comes back twice within a month.
    CHECK(count(analysis, {.move = Move::reactivated, .move_period = flow.period}) ==
          flow.reactivated);
    CHECK(count(analysis, {.move = Move::lapsed, .move_period = flow.period}) == flow.lapsed);
    returned += flow.returning;
    lapsed += flow.lapsed;
  }
  CHECK(returned > 0);
  CHECK(lapsed > 0);
}

TEST_CASE("customers are found by when they ordered, again, and for the second time",
          "[report][deeds]") {
  const auto session = open_shop(
      "date,time,customer,total\n2024-01-01,09:00,a,5\n2024-01-08,15:30,a,5\n2024-02-05,09:10,b,"
      "50\n"
      "2024-02-06,10:00,a,-2\n2024-03-03,,c,7\n2024-03-04,23:59,b,7\n");
  REQUIRE(session->analyze({}));
  const auto found = [&](const Deeds& deeds) {
    CustomerQuery query;
    query.deeds = deeds;
    query.sort = CustomerColumn::customer;
    query.descending = false;
    std::string text;
    for (const std::string& one : customers_of(*session, query)) text += one;
    return text;
  };
  CHECK(found({}) == "abc");
  CHECK(found({.ordered_from = day("2024-01-08"), .ordered_to = day("2024-02-05")}) == "ab");
  CHECK(found({.ordered_from = day("2024-02-06")}) == "bc");  // money given back is no order
  CHECK(found({.ordered_to = day("2024-01-01")}) == "a");
  CHECK(found({.again_from = day("2024-01-01"), .again_to = day("2024-02-29")}) == "a");
  CHECK(found({.again_from = day("2024-01-09")}) == "b");
  CHECK(found({.second_to = 7}) == "a");
  CHECK(found({.second_from = 8, .second_to = 28}) == "b");
  CHECK(found({.second_from = 0}) == "ab");
  CHECK(found({.rank_to = 1}) == "b");
  CHECK(found({.rank_from = 2}) == "ac");
  CHECK(found({.rank_from = 2, .rank_to = 2}) == "a");  // 8 against 7: the refund is taken off
  CHECK(found({.weekday = 1}) == "ab");
  CHECK(found({.weekday = 7}) == "c");
  CHECK(found({.month = 3}) == "bc");
  CHECK(found({.hour = 9}) == "ab");
  CHECK(found({.hour = 23}) == "b");
  CHECK(found({.weekday = 1, .month = 1}) == "a");
}

// Source: Fader and Hardie's CDNOW sample.
TEST_CASE("of CDNOW, who came back within a time are those the curve counts", "[report][deeds]") {
  const auto path = real_data("cdnow/cdnow_CLVTools.csv");
  if (!path) return;
  const auto session = open_shop(read_file(*path));
  REQUIRE(session->analyze({}));
  const Analysis& analysis = *session->analysis();
  CHECK(count(analysis, {.second_to = 1000}) == analysis.conduct.second_orders.events);
  check_cells(analysis);
  for (const Flow& flow : analysis.conduct.movement.flows)
    CHECK(count(analysis, {.move = Move::returned, .move_period = flow.period}) == flow.returning);
  // Those who ordered again in a week have its repeat days between them.
  REQUIRE(analysis.tracking);
  for (const TrackedWeek& week : analysis.tracking->weeks) {
    const std::int64_t people =
        count(analysis, {.again_from = week.from, .again_to = week.from + 6});
    CHECK(people <= static_cast<std::int64_t>(week.actual));
    CHECK(people * 7 >= static_cast<std::int64_t>(week.actual));
  }
}

}  // namespace regulars
