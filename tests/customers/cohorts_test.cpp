#include "core/customers/cohorts.h"

#include "tests/customers/seen.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars {
namespace {

CohortTable cohorts_of(const Seen& shop, const CohortOptions& options = {}) {
  return cohort_table(shop.book, shop.days, shop.customers, shop.as_of, options);
}

const CohortCell& cell_of(const CohortTable& table, std::string_view cohort, std::int32_t age) {
  for (const CohortCell& cell : table.cells)
    if (table.cohorts[static_cast<std::size_t>(cell.cohort)].name == cohort && cell.age == age)
      return cell;
  FAIL("there is no such cell");
  return table.cells.front();
}

// Whatever is cut, nothing is lost: cells add up to the customers.
void check_sums(const Seen& shop, const CohortTable& table) {
  std::int64_t customers = 0;
  std::int64_t orders = 0;
  Money revenue;
  for (const Summary& one : shop.customers) {
    orders += one.orders;
    revenue += one.revenue;
  }
  for (const Cohort& cohort : table.cohorts) {
    customers += cohort.customers;
    CHECK(cohort.repeat <= cohort.observed);
    CHECK(cohort.observed <= cohort.customers);
  }
  for (const CohortCell& cell : table.cells) {
    orders -= cell.orders;
    revenue -= cell.revenue;
    CHECK(cell.active_observed <= cell.observed);
    CHECK(cell.active <= cell.customers);
    CHECK(cell.active_observed <= cell.active);
    if (cell.age == 0) CHECK(cell.active == cell.customers);
  }
  CHECK(customers == static_cast<std::int64_t>(shop.customers.size()));
  CHECK(orders == 0);
  CHECK(revenue == Money{});
}

}  // namespace

// Source: Fader and Hardie's CDNOW sample; the table was computed apart from this program.
TEST_CASE("CDNOW has its cohorts by month", "[customers][cohorts]") {
  const auto path = real_data("cdnow/cdnow_CLVTools.csv");
  if (!path) return;
  const Seen cdnow(read_file(*path), day("1998-06-30"));
  const CohortTable table = cohorts_of(cdnow);
  REQUIRE(table.cohorts.size() == 3);
  const std::vector<std::int64_t> january{781, 124, 95, 70, 65, 77, 65, 53, 52,
                                          45,  62,  59, 45, 47, 63, 37, 37, 33};
  const std::vector<std::int64_t> february{857, 134, 110, 75, 77, 75, 61, 61, 74,
                                           70,  59,  57,  59, 70, 56, 59, 60};
  const std::vector<std::int64_t> march{719, 87, 84, 78, 63, 64, 55, 57,
                                        73,  65, 47, 51, 78, 32, 38, 45};
  const auto row = [&](std::string_view name, const std::vector<std::int64_t>& wanted) {
    for (std::size_t age = 0; age < wanted.size(); ++age) {
      CAPTURE(std::string(name), age);
      const CohortCell& cell = cell_of(table, name, static_cast<std::int32_t>(age));
      CHECK(cell.active == wanted[age]);
      CHECK(cell.customers == wanted[0]);
      CHECK(cell.mature());
    }
  };
  row("1997-01", january);
  row("1997-02", february);
  row("1997-03", march);
  CHECK(table.cells.size() == 18 + 17 + 16);
  CHECK(cell_of(table, "1997-01", 0).revenue == Money{2859270});
  CHECK(cell_of(table, "1997-02", 0).revenue == Money{3343008});
  CHECK(cell_of(table, "1997-03", 0).revenue == Money{3281209});
  check_sums(cdnow, table);
  CHECK(table.averages[0].share == 1);
  CHECK_THAT(table.averages[1].share, WithinRel((124.0 + 134 + 87) / 2357, 1e-12));
  CHECK(table.averages[17].cohorts == 1);
  for (const PeriodLength period : {PeriodLength::week, PeriodLength::quarter})
    check_sums(cdnow, cohorts_of(cdnow, {.period = period}));
}

TEST_CASE("a period that is not over yet is marked and in no average", "[customers][cohorts]") {
  const Seen shop(
      "date,customer,total\n2024-01-10,a,10\n2024-02-05,a,20\n2024-01-20,b,10\n2024-03-02,b,5\n"
      "2024-02-07,c,30\n",
      day("2024-03-10"));
  const CohortTable table = cohorts_of(shop);
  REQUIRE(table.cohorts.size() == 2);
  CHECK(cell_of(table, "2024-01", 1).mature());
  CHECK_FALSE(cell_of(table, "2024-01", 2).mature());
  CHECK(cell_of(table, "2024-01", 2).active == 1);
  CHECK_FALSE(cell_of(table, "2024-02", 1).mature());
  REQUIRE(table.averages.size() == 2);
  CHECK(table.averages[1].cohorts == 1);
  CHECK_THAT(table.averages[1].share, WithinAbs(0.5, 1e-12));
  CHECK_THAT(*cell_of(table, "2024-01", 1).cumulative_value, WithinAbs(2000, 1e-9));
  CHECK_FALSE(cell_of(table, "2024-01", 2).cumulative_value);
  check_sums(shop, table);
  // On the last day of the month it is over.
  const Seen later(
      "date,customer,total\n2024-01-10,a,10\n2024-02-05,a,20\n2024-01-20,b,10\n2024-03-02,b,5\n"
      "2024-02-07,c,30\n",
      day("2024-03-31"));
  CHECK(cell_of(cohorts_of(later), "2024-01", 2).mature());
}

TEST_CASE("customers can be followed by the product they began with", "[customers][cohorts]") {
  const Seen shop(
      "order,date,customer,product,total\n1,2024-01-10,a,Tea,10\n2,2024-02-05,a,Tea,20\n"
      "3,2024-01-20,b,Tea,10\n4,2024-03-02,b,Cup,5\n5,2024-02-07,c,Cup,30\n6,2024-02-08,d,,3\n",
      day("2024-03-31"));
  const CohortTable table = cohorts_of(shop, {.by = CohortBy::first_product});
  REQUIRE(table.cohorts.size() == 3);
  CHECK(table.cohorts[0].name == "Tea");
  CHECK(table.cohorts[0].customers == 2);
  CHECK(table.cohorts[1].name == "Cup");
  CHECK(table.cohorts[2].name.empty());
  check_sums(shop, table);
  // Who began with a cup in February has not seen a third month.
  CHECK(cell_of(table, "Cup", 1).observed == 1);
  CHECK(cell_of(table, "Tea", 2).observed == 2);
}

TEST_CASE("customers can be followed by whether they began with a discount",
          "[customers][cohorts]") {
  const Seen shop(
      "Order,Date,Customer,Subtotal,Order discount,Total\n1,2024-01-10,a,10,2,8\n"
      "2,2024-01-20,b,10,0,10\n3,2024-02-20,b,10,5,5\n4,2024-01-21,c,10,,10\n",
      day("2024-03-31"), {.columns = {{Role::order_discount, "Order discount"}}});
  const CohortTable table = cohorts_of(shop, {.by = CohortBy::first_discount});
  check_sums(shop, table);
  REQUIRE_FALSE(table.cohorts.empty());
  CHECK(table.cohorts[0].name == "discount");
  CHECK(table.cohorts[0].customers == 1);
}

TEST_CASE("customers can be followed by the channel they came through", "[customers][cohorts]") {
  // The order's first line says it; a later order through another channel changes nothing.
  const Seen shop(
      "order,date,customer,total,channel\n1,2024-01-10,a,10,web\n1,2024-01-10,a,5,\n"
      "2,2024-02-05,a,20,till\n3,2024-01-20,b,10,web\n4,2024-03-02,b,5,\n5,2024-02-07,c,30,till\n"
      "6,2024-02-08,d,3,-\n",
      day("2024-03-31"));
  const CohortTable table = cohorts_of(shop, {.by = CohortBy::first_channel});
  REQUIRE(table.cohorts.size() == 3);
  CHECK(table.cohorts[0].name == "web");
  CHECK(table.cohorts[0].customers == 2);
  CHECK(table.cohorts[1].name == "till");
  CHECK(table.cohorts[2].name.empty());
  check_sums(shop, table);
  // Orders without a number have a channel as well, and one that never stated any has none.
  const Seen loose("date,customer,total,channel\n2024-01-10,a,10,\n2024-01-11,b,10,web\n",
                   day("2024-03-31"));
  const CohortTable by_line = cohorts_of(loose, {.by = CohortBy::first_channel});
  REQUIRE(by_line.cohorts.size() == 2);
  CHECK(by_line.cohorts[0].name == "web");
  CHECK(by_line.cohorts[1].customers == 1);
  const Seen none("date,customer,total\n2024-01-10,a,10\n", day("2024-03-31"));
  CHECK(cohorts_of(none, {.by = CohortBy::first_channel}).cohorts.size() == 1);
}

TEST_CASE("cohorts that came back more or less often are told apart", "[customers][cohorts]") {
  std::string csv = "date,customer,total\n";
  for (int i = 0; i < 200; ++i) {
    const std::string first = std::to_string(i);
    csv +=
        "2023-01-10,a" + first + ",1\n2023-02-10,b" + first + ",1\n2023-03-10,c" + first + ",1\n";
    if (i % 2 == 0) csv += "2023-01-20,a" + first + ",1\n2023-02-20,b" + first + ",1\n";
    if (i % 8 == 0) csv += "2023-03-20,c" + first + ",1\n";
  }
  const CohortTable table = cohorts_of(Seen(csv, day("2023-12-31")));
  REQUIRE(table.cohorts.size() == 3);
  CHECK(table.cohorts[0].verdict == Verdict::too_little_data);
  CHECK(table.cohorts[1].verdict == Verdict::no_difference);
  CHECK(table.cohorts[2].verdict == Verdict::lower);
  CHECK_THAT(table.cohorts[2].versus->difference, WithinAbs(-0.375, 1e-12));
}

TEST_CASE("weeks are those of ISO 8601, and quarters have three months", "[customers][periods]") {
  const Periods weeks(day("2020-12-30"), day("2021-01-12"), PeriodLength::week);
  REQUIRE(weeks.count() == 3);
  CHECK(weeks.name(0) == "2020-W53");
  CHECK(weeks.name(1) == "2021-W01");
  CHECK(weeks.from(1) == day("2021-01-04"));
  CHECK(weeks.to(1) == day("2021-01-10"));
  CHECK(weeks.place(day("2021-01-10")) == 1);
  CHECK(weeks.place(day("1999-01-01")) == 0);
  const Periods quarters(day("2023-11-15"), day("2024-04-01"), PeriodLength::quarter);
  REQUIRE(quarters.count() == 3);
  CHECK(quarters.name(0) == "2023-Q4");
  CHECK(quarters.name(2) == "2024-Q2");
  CHECK(quarters.to(1) == day("2024-03-31"));
  const Periods months(day("2024-01-31"), day("2024-02-29"), PeriodLength::month);
  CHECK(months.count() == 2);
  CHECK(months.name(1) == "2024-02");
}

TEST_CASE("a long life by weeks is shown by longer periods", "[customers][cohorts]") {
  const Seen shop("date,customer,total\n1990-01-10,a,10\n2020-02-05,b,20\n", day("2020-02-05"));
  const CohortTable table = cohorts_of(shop, {.period = PeriodLength::week});
  CHECK(table.period == PeriodLength::quarter);
  CHECK(table.cohorts.size() == 2);
  check_sums(shop, table);
}

TEST_CASE("shops of nobody, one customer, one day and refunds only have cohorts",
          "[customers][cohorts]") {
  CHECK(
      cohorts_of(Seen("date,customer,total\n2024-01-05,a,10\n", day("2024-01-01"))).cells.empty());
  for (const std::string_view csv :
       {"date,customer,total\n2024-01-05,a,10\n",
        "date,customer,total\n2024-01-05,a,10\n2024-01-05,b,10\n2024-01-05,a,10\n",
        "date,customer,total\n2024-01-02,a,-10\n2024-01-05,a,10\n2024-01-05,b,-10\n"}) {
    const Seen shop(csv, day("2024-01-05"));
    const CohortTable table = cohorts_of(shop);
    check_sums(shop, table);
    CHECK(table.averages.empty());
  }
}

}  // namespace regulars
