#include "core/customers/monitor.h"

#include <cmath>

#include "core/base/random.h"
#include "tests/customers/seen.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

Monitor monitor_of(const Seen& shop) {
  return monitor_of(shop.days, shop_days(shop.book, shop.as_of), shop.customers, shop.as_of);
}

const MonitorChart& chart_of(const Monitor& monitor, Watched watched) {
  return monitor.charts[static_cast<std::size_t>(watched)];
}

// So many orders a day, each of a new customer, for 20 months from 2022-01-01 on; `busy` months
// have half as many again.
std::string steady(int per_day, int busy, Rng& rng) {
  std::string csv = "date,customer,total\n";
  int id = 0;
  for (Date at = day("2022-01-01"); at < day("2023-09-01"); at = at + 1) {
    const Civil civil = civil_of(at);
    const int month = (civil.year - 2022) * 12 + civil.month;
    const int orders = month == busy ? per_day * 3 / 2 : per_day;
    for (int i = 0; i < 2 * orders; ++i)
      if (rng.uniform() < 0.5)
        csv += to_text(at) + ",c" + std::to_string(id++) + "," +
               std::to_string(20 + static_cast<int>(10 * rng.uniform())) + "\n";
  }
  return csv;
}

}  // namespace

TEST_CASE("a steady shop raises no alarm, a month half as strong again does",
          "[customers][monitor]") {
  Rng rng(3);
  const Monitor calm = monitor_of(Seen(steady(8, 0, rng), day("2023-08-31")));
  CHECK(calm.periods.count() == 20);
  for (const Watched watched :
       {Watched::orders, Watched::new_customers, Watched::revenue, Watched::average_order_value}) {
    const MonitorChart& chart = chart_of(calm, watched);
    REQUIRE(chart.has_limits);
    for (const MonitorPoint& point : chart.points) {
      CHECK(point.mature);
      CHECK(point.alarm == Alarm::none);
    }
  }
  const Monitor busy = monitor_of(Seen(steady(8, 13, rng), day("2023-08-31")));
  const MonitorChart& orders = chart_of(busy, Watched::orders);
  CHECK(orders.points[12].alarm == Alarm::above);
  // The average order was as ever.
  CHECK(chart_of(busy, Watched::average_order_value).points[12].alarm == Alarm::none);
}

TEST_CASE("limits are as wide as the days of the month and its orders make them",
          "[customers][monitor]") {
  Rng rng(4);
  const Monitor monitor = monitor_of(Seen(steady(8, 0, rng), day("2023-08-31")));
  const MonitorChart& orders = chart_of(monitor, Watched::orders);
  // February has 28 days, March 31.
  const MonitorPoint& february = orders.points[1];
  const MonitorPoint& march = orders.points[2];
  CHECK(february.size == 28);
  CHECK_THAT(march.center / february.center, WithinRel(31.0 / 28, 1e-12));
  CHECK_THAT((march.high - march.low) / (february.high - february.low),
             WithinRel(std::sqrt(31.0 / 28), 1e-9));
  CHECK_THAT(march.high - march.center,
             WithinRel(3 * orders.factor * std::sqrt(march.center), 1e-9));
  CHECK_THAT(monitor.false_alarm_rate, WithinAbs(0.0026998, 5e-8));
}

TEST_CASE("what is not over yet is not judged", "[customers][monitor]") {
  Rng rng(4);
  const Monitor monitor = monitor_of(Seen(steady(8, 0, rng), day("2023-08-10")));
  const MonitorChart& orders = chart_of(monitor, Watched::orders);
  CHECK_FALSE(orders.points.back().mature);
  CHECK(orders.points.back().alarm == Alarm::none);
  CHECK(orders.points.back().size == 10);
  // Who came in May has been seen for 90 days only at the end of August.
  const MonitorChart& rate = chart_of(monitor, Watched::repurchase_rate);
  CHECK(rate.points[15].mature);
  CHECK_FALSE(rate.points[16].mature);
}

TEST_CASE("a young shop is watched by weeks, and without limits at first", "[customers][monitor]") {
  const Seen shop("date,customer,total\n2024-01-01,a,10\n2024-01-08,a,10\n2024-01-10,b,10\n",
                  day("2024-01-21"));
  const Monitor monitor = monitor_of(shop);
  CHECK(monitor.periods.length() == PeriodLength::week);
  CHECK(monitor.window_days == 30);
  const MonitorChart& orders = chart_of(monitor, Watched::orders);
  REQUIRE(orders.points.size() == 3);
  CHECK_FALSE(orders.has_limits);
  CHECK_THAT(*orders.points[1].value, WithinAbs(2, 0));
  CHECK_THAT(*orders.points[2].value, WithinAbs(0, 0));
  CHECK_FALSE(chart_of(monitor, Watched::average_order_value).points[2].value);
}

TEST_CASE("an order of a shop that has few is no alarm", "[customers][monitor]") {
  // Three orders in two years: an eighth of one is expected in a month.
  const Seen shop("date,customer,total\n2022-01-01,a,10\n2022-12-08,b,12\n2023-12-31,c,11\n",
                  day("2023-12-31"));
  const Monitor monitor = monitor_of(shop);
  for (const Watched watched :
       {Watched::orders, Watched::new_customers, Watched::repurchase_rate}) {
    const MonitorChart& chart = chart_of(monitor, watched);
    CHECK_FALSE(chart.has_limits);
    for (const MonitorPoint& point : chart.points) CHECK(point.alarm == Alarm::none);
  }
  CHECK(chart_of(monitor, Watched::orders).points.size() == 24);
}

TEST_CASE("months are judged from five expected orders on", "[customers][monitor]") {
  // Five on the first of each month: 60 in 365 days.
  std::string csv = "date,customer,total\n";
  int id = 0;
  for (Date at = day("2022-01-01"); at <= day("2022-12-31"); at = at + 1)
    for (int i = 0; i < 5 && civil_of(at).day == 1; ++i)
      csv += to_text(at) + ",c" + std::to_string(id++) + ",10\n";
  const MonitorChart chart = chart_of(monitor_of(Seen(csv, day("2022-12-31"))), Watched::orders);
  REQUIRE(chart.has_limits);
  CHECK(chart.points[0].judged);        // 60 * 31 / 365 = 5.1
  CHECK_FALSE(chart.points[1].judged);  // 60 * 28 / 365 = 4.6
  CHECK_FALSE(chart.points[3].judged);  // 60 * 30 / 365 = 4.9
  CHECK(chart.points[1].alarm == Alarm::none);
}

TEST_CASE("sums of the monitor are those of the shop", "[customers][monitor]") {
  const Seen shop(
      "date,customer,total\n2023-01-01,a,10\n2023-05-08,a,-4\n2023-09-10,b,10\n2023-10-01,,7\n",
      day("2023-12-31"));
  const Monitor monitor = monitor_of(shop);
  double orders = 0;
  double revenue = 0;
  double begun = 0;
  for (const MonitorPoint& point : chart_of(monitor, Watched::orders).points)
    orders += *point.value;
  for (const MonitorPoint& point : chart_of(monitor, Watched::revenue).points)
    revenue += *point.value;
  for (const MonitorPoint& point : chart_of(monitor, Watched::new_customers).points)
    begun += *point.value;
  CHECK_THAT(orders, WithinAbs(static_cast<double>(shop.book.totals().orders_counted), 0));
  CHECK_THAT(revenue, WithinAbs(static_cast<double>(shop.book.totals().revenue.minor), 0));
  CHECK_THAT(begun, WithinAbs(2, 0));
}

}  // namespace regulars
