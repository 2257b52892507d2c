#include "core/customers/movement.h"

#include "core/customers/concentration.h"
#include "core/customers/opinions.h"
#include "tests/customers/seen.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars {
namespace {

Movement movement_of(const Seen& shop) {
  const auto curve = second_order_curve(shop.days, shop.customers);
  return movement_of(shop.days, shop.customers, rhythms_of(shop.days, shop.customers, curve),
                     shop.as_of, NoFigure::too_little_data);
}

// What is current at the end of the life of a shop are those who have not lapsed.
void check_flows(const Seen& shop) {
  const Movement movement = movement_of(shop);
  const auto rhythms =
      rhythms_of(shop.days, shop.customers, second_order_curve(shop.days, shop.customers));
  REQUIRE_FALSE(movement.flows.empty());
  std::int64_t begun = 0;
  std::int64_t current = 0;
  for (const Flow& flow : movement.flows) {
    begun += flow.new_customers;
    current += flow.new_customers + flow.reactivated - flow.lapsed;
    CHECK(flow.current == current);
    CHECK(current >= 0);
  }
  CHECK(begun == static_cast<std::int64_t>(shop.customers.size()));
  CHECK(current == begun - rhythms.states[static_cast<std::size_t>(RhythmState::lapsed)]);
  const Rate& stay = movement.retention_rate;
  const Rate& leave = movement.churn_rate;
  CHECK(stay.denominator == leave.denominator);
  CHECK(stay.numerator + leave.numerator == stay.denominator);
  if (stay.value) CHECK_THAT(*stay.value + *leave.value, WithinAbs(1, 1e-12));
}

}  // namespace

TEST_CASE("flows of CDNOW add up to its customers", "[customers][movement]") {
  const auto path = real_data("cdnow/cdnow_CLVTools.csv");
  if (!path) return;
  const Seen cdnow(read_file(*path), day("1998-06-30"));
  check_flows(cdnow);
  const Movement movement = movement_of(cdnow);
  CHECK(movement.periods.length() == PeriodLength::month);
  CHECK(movement.flows.size() == 18);
  CHECK(movement.flows[0].new_customers == 781);
  CHECK(movement.flows[0].lapsed == 0);
  CHECK(movement.retention_rate.denominator > 1000);
}

TEST_CASE("a customer who pauses too long lapses and comes back", "[customers][movement]") {
  // Nine customers buy weekly until the end; one stops for a year and returns.
  std::string csv = "date,customer,total\n";
  for (int i = 0; i < 60; ++i)
    for (int c = 0; c < 9; ++c)
      csv += to_text(day("2023-01-02") + 7 * i) + ",c" + std::to_string(c) + ",1\n";
  for (int i = 0; i < 4; ++i) csv += to_text(day("2023-01-02") + 7 * i) + ",late,1\n";
  csv += "2024-02-19,late,1\n";
  const Seen shop(csv, day("2024-02-25"));
  check_flows(shop);
  std::int64_t reactivated = 0;
  std::int64_t lapsed = 0;
  const Movement movement = movement_of(shop);
  for (const Flow& flow : movement.flows) {
    reactivated += flow.reactivated;
    lapsed += flow.lapsed;
  }
  CHECK(reactivated == 1);
  CHECK(lapsed == 1);
  CHECK(movement.flows.back().reactivated == 1);
  CHECK(movement.flows.back().returning == 9);
  // The one who was gone 90 days before is in neither rate.
  CHECK(movement.retention_rate.denominator == 9);
  CHECK(movement.retention_rate.numerator == 9);
}

TEST_CASE("without gaps there is no retention", "[customers][movement]") {
  const Seen shop("date,customer,total\n2024-01-05,a,10\n2024-01-05,b,10\n", day("2024-01-05"));
  const Movement movement = movement_of(shop);
  CHECK(movement.flows.empty());
  CHECK_FALSE(movement.retention_rate.value);
  CHECK(movement.retention_rate.reason == NoFigure::too_little_data);
}

TEST_CASE("equal customers have a Gini of 0, one who pays all nearly 1",
          "[customers][concentration]") {
  std::vector<Summary> customers(250);
  for (Summary& customer : customers) customer.revenue = Money{700};
  const Concentration equal = concentration_of(customers);
  CHECK_THAT(*equal.gini, WithinAbs(0, 1e-12));
  CHECK_THAT(*equal.top_tenth, WithinAbs(0.1, 1e-12));
  REQUIRE(equal.curve.size() == 101);
  for (const LorenzPoint& point : equal.curve)
    CHECK_THAT(point.revenue, WithinAbs(point.customers, 1e-12));
  for (Summary& customer : customers) customer.revenue = Money{-5};
  CHECK(concentration_of(customers).curve.empty());
  CHECK_FALSE(concentration_of(customers).gini);
  customers[7].revenue = Money{100};
  CHECK_THAT(*concentration_of(customers).gini, WithinAbs(1 - 1.0 / 250, 1e-12));
  CHECK_THAT(*concentration_of(customers).top_tenth, WithinAbs(1, 1e-12));
  CHECK(concentration_of({}).curve.empty());
}

// 1, 2, 3 and 4: the mean difference of all pairs is 1.25, over twice the mean 2.5.
TEST_CASE("the Gini of a few is half their mean difference over their mean",
          "[customers][concentration]") {
  std::vector<Summary> customers(4);
  for (std::size_t i = 0; i < 4; ++i)
    customers[i].revenue = Money{static_cast<std::int64_t>(4 - i)};
  const Concentration four = concentration_of(customers);
  CHECK_THAT(*four.gini, WithinAbs(0.25, 1e-12));
  CHECK_THAT(*four.top_tenth, WithinAbs(0.4, 1e-12));
  REQUIRE(four.curve.size() == 5);
  CHECK_THAT(four.curve[2].revenue, WithinAbs(0.3, 1e-12));
}

TEST_CASE("visits that became orders are a conversion, answers a score", "[customers][opinions]") {
  OrderTable table;
  read_into(table,
            "order,date,email,total\n1,2024-01-02,anna@example.org,10\n2,2024-01-05,"
            "ben@example.org,10\n3,2024-01-09,anna@example.org,10\n");
  read_into(table,
            "date,email,event,score\n2024-01-02,anna@example.org,Visit,\n"
            "2024-01-02,anna@example.org,visit,\n2024-01-03,anna@example.org,visit,\n"
            "2024-01-05,ben@example.org,visit,\n2024-01-06,ben@example.org,survey,10\n"
            "2024-01-07,anna@example.org,survey,9\n2024-01-08,anna@example.org,survey,3\n"
            "2024-01-08,ben@example.org,survey,8\n2024-01-08,ben@example.org,review,4\n");
  REQUIRE(table.files[1].layout.kind == TableKind::events);
  const OrderBook book(table);
  const Date as_of = day("2024-01-09");
  const ShopMetrics metrics = shop_metrics(book, summarize(book, as_of), as_of);
  const Opinions opinions = opinions_of(book, metrics, as_of);
  CHECK(opinions.conversion.of == Conversion::Of::visits);
  CHECK(opinions.conversion.rate.numerator == 2);
  CHECK(opinions.conversion.rate.denominator == 3);
  CHECK(opinions.net_promoter.answers == 4);
  CHECK(opinions.net_promoter.promoters == 2);
  CHECK(opinions.net_promoter.detractors == 1);
  CHECK_THAT(*opinions.net_promoter.score.value, WithinAbs(25, 1e-12));
  CHECK(*opinions.net_promoter.low < -30);
  CHECK(opinions.satisfaction.scale == 10);
  CHECK(opinions.satisfaction.answers == 4);
  CHECK_THAT(*opinions.satisfaction.mean.value, WithinAbs(7.5, 1e-12));
}

TEST_CASE("without events conversion is that of first orders", "[customers][opinions]") {
  const Seen shop("date,customer,total\n2024-01-01,a,10\n2024-01-08,a,10\n2024-01-08,b,10\n",
                  day("2024-01-10"));
  const ShopMetrics metrics = shop_metrics(shop.book, shop.customers, shop.as_of);
  const Opinions opinions = opinions_of(shop.book, metrics, shop.as_of);
  CHECK(opinions.conversion.of == Conversion::Of::first_orders);
  CHECK(opinions.conversion.rate.numerator == 1);
  CHECK(opinions.conversion.rate.denominator == 2);
  CHECK_FALSE(opinions.satisfaction.mean.value);
  CHECK(opinions.net_promoter.score.reason == NoFigure::too_little_data);
}

}  // namespace regulars
