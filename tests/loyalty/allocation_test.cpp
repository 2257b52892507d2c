#include "core/loyalty/allocation.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <vector>

#include "core/base/random.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

std::vector<RewardOption> random_options(Rng& rng, std::int32_t customers,
                                         std::uint64_t most_cost) {
  std::vector<RewardOption> options;
  for (std::int32_t customer = 0; customer < customers; ++customer) {
    const auto count = static_cast<std::int32_t>(1 + rng.below(3));
    for (std::int32_t option = 0; option < count; ++option)
      options.push_back({customer, option, static_cast<std::int64_t>(rng.below(most_cost)),
                         100 * rng.uniform() - 10});
  }
  return options;
}

// The most that can be had, by trying everything.
double best_by_trying(const std::vector<RewardOption>& options, std::int64_t budget) {
  std::map<std::int32_t, std::vector<RewardOption>> by_customer;
  for (const RewardOption& option : options) by_customer[option.customer].push_back(option);
  std::vector<std::vector<RewardOption>> groups;
  for (const auto& [customer, of_one] : by_customer) groups.push_back(of_one);
  double best = 0;
  const auto descend = [&](const auto& self, std::size_t depth, std::int64_t left,
                           double value) -> void {
    if (left < 0) return;
    best = std::max(best, value);
    if (depth == groups.size()) return;
    self(self, depth + 1, left, value);
    for (const RewardOption& option : groups[depth])
      self(self, depth + 1, left - option.cost, value + option.value);
  };
  descend(descend, 0, budget, 0);
  return best;
}

void check_sound(const Choice& choice, const std::vector<RewardOption>& options,
                 std::int64_t budget) {
  std::int64_t cost = 0;
  double value = 0;
  std::int32_t last = -1;
  for (const std::size_t place : choice.chosen) {
    const RewardOption& option = options.at(place);
    CHECK(option.customer > last);
    last = option.customer;
    cost += option.cost;
    value += option.value;
  }
  CHECK(cost == choice.cost);
  CHECK(cost <= budget);
  CHECK_THAT(choice.value, WithinAbs(value, 1e-9));
}

}  // namespace

TEST_CASE("the exact choice is the best of all that can be tried", "[loyalty][allocation]") {
  Rng rng(3);
  for (int trial = 0; trial < 300; ++trial) {
    const auto options = random_options(rng, 1 + static_cast<std::int32_t>(rng.below(8)), 40);
    const auto budget = static_cast<std::int64_t>(rng.below(120));
    const Allotment found = allocate(options, budget);
    check_sound(found.best, options, budget);
    check_sound(found.greedy, options, budget);
    CHECK(found.proof == Proof::optimal);
    CHECK(found.gap == 0);
    CHECK_THAT(found.best.value, WithinAbs(best_by_trying(options, budget), 1e-9));
    CHECK(found.greedy.value <= found.best.value + 1e-9);
    // Kellerer et al., chapter 11: half of the optimum at least.
    CHECK(2 * found.greedy.value >= found.best.value - 1e-9);
  }
}

// What the relaxation has beyond the greedy choice is a part of one upgrade.
TEST_CASE("greedy misses the bound by less than one option", "[loyalty][allocation]") {
  Rng rng(5);
  for (int trial = 0; trial < 100; ++trial) {
    const auto options = random_options(rng, 40, 60);
    double largest = 0;
    for (const RewardOption& option : options) largest = std::max(largest, option.value);
    const auto budget = static_cast<std::int64_t>(rng.below(900));
    const Allotment early = allocate(options, budget, {.most_nodes = 0});
    CHECK(early.greedy.value >= early.bound - largest - 1e-9);
    // A bound is never called an optimum.
    if (early.gap > 1e-6) CHECK(early.proof == Proof::stopped_early);
    const Allotment whole = allocate(options, budget);
    CHECK(whole.best.value <= early.bound + 1e-9);
    CHECK(whole.best.value >= early.best.value - 1e-9);
  }
}

TEST_CASE("the shadow price is what one more unit brings to the relaxation",
          "[loyalty][allocation]") {
  Rng rng(9);
  int checked = 0;
  for (int trial = 0; trial < 100; ++trial) {
    const auto options = random_options(rng, 30, 60);
    const auto budget = static_cast<std::int64_t>(rng.below(700));
    const Allotment now = allocate(options, budget, {.most_nodes = 0});
    const Allotment more = allocate(options, budget + 1, {.most_nodes = 0});
    // Costs are whole, so that no corner lies between two budgets.
    CHECK_THAT(more.bound - now.bound, WithinAbs(now.shadow_price, 1e-9));
    checked += now.shadow_price > 0;
  }
  CHECK(checked > 20);
}

// Sinha and Zoltners' two kinds of dominance, on three options of one customer.
TEST_CASE("a dominated option is not an upgrade, and may still be the best choice",
          "[loyalty][allocation]") {
  // The middle one lies below the line from nothing to the last one.
  const std::vector<RewardOption> options{{0, 0, 5, 3}, {0, 1, 10, 10}};
  CHECK(allocate(options, 10).best.value == 10);
  CHECK(allocate(options, 9).best.value == 3);
  CHECK(allocate(options, 9).greedy.value == 3);
  CHECK(allocate(options, 4).best.chosen.empty());
  const auto curve = budget_curve(options, 10);
  REQUIRE(curve.size() == 2);
  CHECK(curve[1].budget == 10);
}

TEST_CASE("nothing that loses is given, and everything else where the budget reaches",
          "[loyalty][allocation]") {
  const std::vector<RewardOption> options{{0, 0, 5, -1}, {1, 0, 5, 2}, {1, 1, 7, 1}, {2, 0, 0, 1}};
  const Allotment found = allocate(options, 1000);
  CHECK(found.best.chosen == std::vector<std::size_t>{1, 3});
  CHECK(found.shadow_price == 0);
  CHECK(allocate({}, 100).best.chosen.empty());
  CHECK(allocate(options, 0).best.chosen == std::vector<std::size_t>{3});
}

TEST_CASE("what budgets buy is concave and ends with everything", "[loyalty][allocation]") {
  Rng rng(13);
  const auto options = random_options(rng, 200, 60);
  const auto curve = budget_curve(options, 40);
  REQUIRE(curve.size() == 40);
  double slope = 1e300;
  for (std::size_t i = 1; i < curve.size(); ++i) {
    const auto apart = static_cast<double>(curve[i].budget - curve[i - 1].budget);
    const double next = apart == 0 ? slope : (curve[i].value - curve[i - 1].value) / apart;
    CHECK(next <= slope + 1e-9);
    slope = next;
  }
  const Allotment all = allocate(options, curve.back().budget);
  CHECK_THAT(all.best.value, WithinRel(curve.back().value, 1e-12));
}

TEST_CASE("a hundred thousand customers are allocated within a second", "[loyalty][allocation]") {
  Rng rng(21);
  std::vector<RewardOption> options;
  for (std::int32_t customer = 0; customer < 100'000; ++customer)
    for (std::int32_t option = 0; option < 3; ++option)
      options.push_back(
          {customer, option, 500 * (option + 1), 2000 * rng.uniform() * (1 + 0.4 * option)});
  const auto began = std::chrono::steady_clock::now();
  const Allotment found = allocate(options, 10'000'00);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  check_sound(found.best, options, 10'000'00);
  CHECK(found.gap <= 1e-6 * found.bound);
  // Sanitizers and other people's machines are many times slower.
  CHECK(took.count() < 20);
}

}  // namespace regulars
