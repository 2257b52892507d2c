#include "core/report/comparison.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

CustomerQuery people(int from, int to) {
  CustomerQuery query;
  query.signs.emplace();
  for (int i = from; i < to; ++i) query.signs->push_back("c" + std::to_string(i));
  return query;
}

// Twenty who came twice, for tea by post, for 10 or 20 each time; twenty who came once, for coffee
// in the shop, for 10 or 12; and one who makes the day.
std::unique_ptr<Session> two_kinds() {
  std::string csv = "order,date,customer,product,category,channel,total\n";
  int order = 0;
  const auto add = [&](int customer, const char* day, const char* goods, int paid) {
    csv += std::to_string(++order) + "," + day + ",c" + std::to_string(customer) + "," + goods +
           "," + std::to_string(paid) + ".00\n";
  };
  for (int i = 0; i < 20; ++i) {
    add(i, "2025-01-01", "Oolong,Tea,post", i % 2 == 0 ? 10 : 20);
    add(i, "2025-01-31", "Oolong,Tea,post", i % 2 == 0 ? 10 : 20);
  }
  for (int i = 20; i < 40; ++i) add(i, "2025-01-01", "Arabica,Coffee,shop", i % 2 == 0 ? 10 : 12);
  add(40, "2025-06-01", "Cup,Ware,shop", 5);
  auto session = open_shop(csv);
  REQUIRE(session->analyze({}));
  return session;
}

const FigureComparison& of(const Comparison& comparison, ComparedFigure figure) {
  return comparison.figures[static_cast<std::size_t>(figure)];
}

TEST_CASE("what differs between two groups is told from what chance gives",
          "[report][comparison]") {
  const auto session = two_kinds();
  const auto found = session->compare(people(0, 20), people(20, 40));
  REQUIRE(found);
  CHECK(found->first.customers == 20);
  CHECK(found->first.revenue.minor == 60'000);
  CHECK(found->both == 0);

  const auto& back = of(*found, ComparedFigure::came_back_90d);
  CHECK(back.first.hits == 20);
  CHECK(back.second.hits == 0);
  CHECK(back.difference == 1);
  CHECK(back.low > 0.7);
  CHECK(back.verdict == DifferenceVerdict::beyond_chance);

  // Orders of 15 and 11 on average; of customers the variances are 25 and 1 times 20 / 19, so that
  // the difference of 4 has a standard error of 1.1698 and 20.5 degrees of freedom.
  const auto& order = of(*found, ComparedFigure::average_order_value);
  CHECK(order.first.value == 1500);
  CHECK(order.second.value == 1100);
  CHECK_THAT(order.low, WithinAbs(400 - 243.6, 0.5));
  CHECK_THAT(order.high, WithinAbs(400 + 243.6, 0.5));
  CHECK(order.verdict == DifferenceVerdict::beyond_chance);

  const auto& gaps = of(*found, ComparedFigure::days_between_orders);
  CHECK(gaps.first.value == 30);
  CHECK_FALSE(gaps.second.value);
  CHECK(gaps.verdict == DifferenceVerdict::too_little_data);
  CHECK(of(*found, ComparedFigure::lifetime_value).first.of == 0);
}

TEST_CASE("goods and channels that one group has and the other has not are named, surest first",
          "[report][comparison]") {
  const auto session = two_kinds();
  const auto found = session->compare(people(0, 20), people(20, 40));
  const OrderTable& table = session->table();
  std::vector<std::string> named;
  for (const TraitComparison& trait : found->traits) {
    CHECK(trait.first + trait.second == 20);
    CHECK(trait.verdict == DifferenceVerdict::beyond_chance);
    const Names& names = trait.kind == TraitKind::product    ? table.products
                         : trait.kind == TraitKind::category ? table.labels
                                                             : table.channels;
    named.emplace_back(names.text(trait.name));
  }
  CHECK(named == std::vector<std::string>{"Oolong", "Arabica", "Tea", "Coffee", "post", "shop"});
  CHECK(found->tried == std::array<std::int64_t, 3>{2, 2, 2});
}

TEST_CASE("people of both groups are told, and compared with nobody", "[report][comparison]") {
  const auto session = two_kinds();
  const auto found = session->compare(people(0, 25), people(15, 40));
  CHECK(found->first.customers == 25);
  CHECK(found->both == 10);
  CHECK(found->compared == std::array<std::int64_t, 2>{15, 15});
  CHECK(of(*found, ComparedFigure::came_back).first.of == 15);
  CHECK(of(*found, ComparedFigure::came_back).verdict == DifferenceVerdict::too_little_data);
  CHECK(found->traits.empty());
}

TEST_CASE("groups that are alike differ within chance", "[report][comparison]") {
  const auto session = two_kinds();
  CustomerQuery even;
  CustomerQuery odd;
  even.signs.emplace();
  odd.signs.emplace();
  for (int i = 0; i < 40; ++i) (i % 4 < 2 ? even : odd).signs->push_back("c" + std::to_string(i));
  const auto found = session->compare(even, odd);
  for (const auto figure : {ComparedFigure::came_back, ComparedFigure::orders_per_customer,
                            ComparedFigure::revenue_per_customer})
    CHECK(of(*found, figure).verdict == DifferenceVerdict::within_chance);
}

TEST_CASE("without a second group it is everybody else", "[report][comparison]") {
  const auto session = two_kinds();
  const auto found = session->compare(people(0, 20), {});
  CHECK(found->second.customers == 21);
  CHECK(found->both == 0);
  CustomerQuery unknown;
  unknown.segment = "no such segment";
  CHECK(session->compare(people(0, 1), unknown).error().detail == "second.segment");
  CHECK(Session().compare({}, {}).error().code == ErrorCode::wrong_stage);
}

}  // namespace
}  // namespace regulars
