#include "core/customers/survival.h"

#include <algorithm>
#include <map>
#include <string>

#include "tests/customers/seen.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars {
// Source: Fader and Hardie's CDNOW sample up to 1998-06-30; figures computed with lifelines.
TEST_CASE("CDNOW customers come back as computed elsewhere", "[customers][survival]") {
  const auto path = real_data("cdnow/cdnow_CLVTools.csv");
  if (!path) return;
  const Seen cdnow(read_file(*path), day("1998-06-30"));
  const SecondOrderCurve curve = second_order_curve(cdnow.days, cdnow.customers);
  CHECK(curve.customers == 2357);
  CHECK(curve.events == 1139);
  CHECK_FALSE(curve.median);
  std::map<std::int32_t, CurvePoint> at;
  for (const CurvePoint& point : curve.points) at[point.day] = point;
  const std::map<std::int32_t, double> wanted{{7, .938481},  {14, .888842}, {30, .826050},
                                              {60, .745015}, {90, .708528}, {180, .623674},
                                              {365, .544336}};
  for (const auto& [mark, share] : wanted) {
    CAPTURE(mark);
    REQUIRE(at.count(mark) == 1);
    CHECK_THAT(at[mark].share, WithinAbs(share, 5e-7));
  }
  CHECK(curve.points.size() <= 400);
  CHECK_THAT(curve.points.back().share, WithinAbs(.510379, 5e-7));
  CHECK_THAT(curve.points.back().low, WithinAbs(.488869, 5e-7));
  CHECK_THAT(curve.points.back().high, WithinAbs(.531456, 5e-7));
}

TEST_CASE("customers who have not come back are watched until the day looked from",
          "[customers][survival]") {
  const Seen shop(
      "date,customer,total\n2024-01-01,a,10\n2024-01-01,a,5\n2024-01-11,a,10\n2024-01-01,b,10\n"
      "2024-01-21,c,10\n2024-01-26,d,10\n2024-01-31,d,10\n2024-01-31,e,10\n",
      day("2024-01-31"));
  const SecondOrderCurve curve = second_order_curve(shop.days, shop.customers);
  CHECK(curve.customers == 5);
  CHECK(curve.events == 2);
  // Day 5: a, b, c and d are watched, d comes back; day 10: a, b and c, a comes back.
  REQUIRE(curve.steps.size() == 2);
  CHECK(curve.steps[0].at_risk == 4);
  CHECK_THAT(curve.steps[0].share, WithinAbs(0.75, 1e-12));
  CHECK(curve.steps[1].at_risk == 3);
  CHECK_THAT(curve.steps[1].share, WithinAbs(0.5, 1e-12));
  CHECK(curve.median == 10);
  CHECK(curve.points.front().day == 0);
  CHECK(curve.points.front().at_risk == 5);
  CHECK(curve.points.back().day == 30);
  CHECK(curve.points.back().at_risk == 1);
  CHECK(day_of_returning(curve, 0.5) == 5);
  CHECK(day_of_returning(curve, 0.9) == 10);
}

TEST_CASE("a curve of many days is thinned without losing a mark", "[customers][survival]") {
  std::string csv = "date,customer,total\n";
  const Date start = day("2020-01-01");
  for (int i = 1; i <= 900; ++i) {
    csv += "2020-01-01,c" + std::to_string(i) + ",1\n";
    csv += to_text(start + i) + ",c" + std::to_string(i) + ",1\n";
  }
  const Seen shop(csv, start + 900);
  const SecondOrderCurve curve = second_order_curve(shop.days, shop.customers);
  CHECK(curve.points.size() <= 400);
  for (const std::int32_t mark : kCurveMarks)
    CHECK(std::any_of(curve.points.begin(), curve.points.end(),
                      [&](const CurvePoint& point) { return point.day == mark; }));
  CHECK(curve.points.back().share == 0);
  CHECK(curve.median == 450);
}

TEST_CASE("shops without anyone, with one, and with one-time buyers only have a curve",
          "[customers][survival]") {
  const Seen nobody("date,customer,total\n2024-01-05,a,10\n", day("2024-01-01"));
  CHECK(second_order_curve(nobody.days, nobody.customers).points.empty());
  const Seen one("date,customer,total\n2024-01-05,a,10\n", day("2024-01-05"));
  const SecondOrderCurve single = second_order_curve(one.days, one.customers);
  REQUIRE(single.points.size() == 1);
  CHECK(single.points[0].share == 1);
  CHECK_FALSE(day_of_returning(single, 0.5));
  const Seen refunds("date,customer,total\n2024-01-05,a,-10\n2024-01-06,b,10\n", day("2024-02-05"));
  const SecondOrderCurve curve = second_order_curve(refunds.days, refunds.customers);
  CHECK(curve.customers == 1);
  CHECK(curve.events == 0);
  CHECK(curve.points.back().share == 1);
}

TEST_CASE("groups that come back alike are not told apart", "[customers][survival]") {
  std::string csv = "date,customer,total\n";
  for (int i = 0; i < 40; ++i) {
    const std::string name = ",c" + std::to_string(i) + ",1\n";
    csv += "2024-01-01" + name + to_text(day("2024-01-02") + i / 2) + name;
  }
  const Seen shop(csv, day("2024-03-01"));
  std::vector<std::int32_t> halves;
  std::vector<std::int32_t> parity;
  for (std::int32_t i = 0; i < 40; ++i) {
    halves.push_back(i / 20);
    parity.push_back(i % 2);
  }
  const auto same = compare_second_orders(shop.days, shop.customers, parity, 2);
  REQUIRE(same.test);
  CHECK_THAT(same.test->chi_squared, WithinAbs(0, 1e-12));
  const auto apart = compare_second_orders(shop.days, shop.customers, halves, 2);
  REQUIRE(apart.test);
  CHECK(apart.test->p < 1e-6);
  CHECK(apart.groups[0].median == 5);
  CHECK(apart.groups[1].median == 15);
}

}  // namespace regulars
