#include "core/models/frequency_recency.h"

#include "tests/support/catch.h"

namespace regulars {
namespace {

Summary seen(std::int32_t frequency, std::int32_t age, std::int32_t days_since_last) {
  Summary one;
  one.frequency = frequency;
  one.age = age;
  one.days_since_last = days_since_last;
  one.recency = age - days_since_last;
  return one;
}

const PurchaseModel kModel = BetaGeometric{.r = .5, .alpha = {40}, .a = .8, .b = 2.5};

}  // namespace

TEST_CASE("the grid counts every customer once and tells of the middle of a cell",
          "[models][frequency_recency]") {
  // The oldest is 119 days old: twelve steps of ten days would be no weeks, so there are nine of
  // fourteen.
  const std::vector<Summary> customers{seen(0, 119, 119), seen(0, 5, 5), seen(1, 50, 13),
                                       seen(1, 60, 14), seen(3, 60, 2)};
  const FrequencyRecency grid = frequency_recency(kModel, customers, {90});
  CHECK(grid.age == 60);
  CHECK_FALSE(grid.is_open);
  CHECK(grid.frequencies == std::vector<std::int32_t>{0, 1, 2, 3});
  REQUIRE(grid.since_from.size() == 9);
  CHECK(grid.since_from[8] == 112);
  CHECK(grid.since_to[8] == 125);
  REQUIRE(grid.cells.size() == 36);
  const auto cell = [&](std::size_t row, std::size_t column) -> const FrequencyRecencyCell& {
    return grid.cells[row * 9 + column];
  };
  CHECK(cell(0, 0).customers == 1);
  CHECK(cell(0, 8).customers == 1);
  CHECK(cell(1, 0).customers == 1);  // 13 days
  CHECK(cell(1, 1).customers == 1);  // 14 days
  CHECK(cell(3, 0).customers == 1);
  std::int64_t all = 0;
  for (const FrequencyRecencyCell& one : grid.cells) all += one.customers;
  CHECK(all == 5);
  // Two repeat days, the last 20.5 days ago (14 to 27), the first 60.
  const History in_middle{.frequency = 2, .recency = {39.5}, .age = {60}};
  CHECK_THAT(*cell(2, 1).probability_alive, WithinRel(probability_alive(kModel, in_middle), 1e-12));
  CHECK_THAT(*cell(2, 1).expected_orders,
             WithinRel(outlook(kModel, in_middle, {90}).expected, 1e-12));
  // Once only, 118.5 days ago: that is the age.
  CHECK_THAT(*cell(0, 8).expected_orders,
             WithinRel(outlook(kModel, {.age = {118.5}}, {90}).expected, 1e-12));
  // Who first ordered 60 days ago did not order last 62.5 days ago.
  CHECK(cell(1, 3).probability_alive);
  CHECK_FALSE(cell(1, 4).probability_alive);
  CHECK_FALSE(cell(1, 4).expected_orders);
}

TEST_CASE("the last row holds all who ordered more often", "[models][frequency_recency]") {
  const std::vector<Summary> customers{seen(0, 40, 40), seen(12, 40, 1), seen(30, 40, 0)};
  const FrequencyRecency grid = frequency_recency(kModel, customers, {90});
  CHECK(grid.is_open);
  CHECK(grid.frequencies.size() == 13);
  CHECK(grid.since_to[0] == 3);  // young: steps of days
  const std::size_t columns = grid.since_from.size();
  CHECK(columns == 11);
  CHECK(grid.cells[12 * columns].customers == 2);
  // Twelve repeat days do not fit into the ten that are left.
  CHECK(grid.cells[12 * columns + 6].probability_alive);
  CHECK_FALSE(grid.cells[12 * columns + 7].probability_alive);
}

TEST_CASE("a shop of one day, and one of nobody, have a grid", "[models][frequency_recency]") {
  CHECK(frequency_recency(kModel, {}, {90}).cells.empty());
  const std::vector<Summary> one{seen(0, 0, 0)};
  const FrequencyRecency grid = frequency_recency(kModel, one, {90});
  REQUIRE(grid.cells.size() == 1);
  CHECK(grid.cells[0].customers == 1);
  CHECK(grid.cells[0].probability_alive == 1);
}

}  // namespace regulars
