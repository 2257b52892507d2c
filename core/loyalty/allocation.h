// Who gets which reward when the money does not reach for all: the multiple-choice knapsack
// problem, at most one option for each customer.
//
// Sources: Sinha and Zoltners (1979), The multiple-choice knapsack problem, Operations Research
// 27(3); Kellerer, Pferschy and Pisinger (2004), Knapsack Problems, chapter 11; Dyer (1984),
// Mathematical Programming 29, for the branch and bound.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace regulars {

/// One reward that one customer could be given.
struct RewardOption {
  std::int32_t customer = 0;  // from 0 on, below the number of customers
  std::int32_t option = 0;    // the caller's own name for it
  std::int64_t cost = 0;      // minor units, not negative
  double value = 0;           // that it is expected to bring, finite; at most 0 is never chosen
};

struct AllocationOptions {
  std::int64_t most_nodes = 2'000'000;  // of the exact search, before it stops early
};

/// What a choice comes to. `chosen` are places among the options, ascending by customer.
struct Choice {
  std::vector<std::size_t> chosen;
  std::int64_t cost = 0;
  double value = 0;
};

/// A point of what a budget buys.
struct BudgetPoint {
  std::int64_t budget = 0;  // minor units
  double value = 0;         // of the linear relaxation: no choice within the budget is worth more
};

/// How the exact search ended.
enum class Proof : std::uint8_t {
  optimal,        // nothing within the budget is worth more
  stopped_early,  // something may be, by at most `gap`
};
inline constexpr std::array<std::string_view, 2> kProofWords{"optimal", "stopped_early"};

struct Allotment {
  Choice greedy;  // steps of most value for their cost, as long as the budget reaches, or the one
                  // best option alone where that is more
  Choice best;    // the best that the exact search found
  Proof proof = Proof::optimal;
  double bound = 0;  // no choice within the budget is worth more
  double gap = 0;    // bound less the value of `best`; 0 where it is optimal
  // What one more minor unit of budget would bring, were rewards divisible: the dual of the linear
  // relaxation. 0 where the budget reaches for everything.
  double shadow_price = 0;
};

/// Allocates a budget. Options in any order; of equal ones the first counts.
Allotment allocate(std::span<const RewardOption> options, std::int64_t budget,
                   const AllocationOptions& how = {});

/// What budgets buy at most, from nothing to everything that is worth giving: the corners of a
/// concave curve, thinned evenly to at most `points` of them. Between two corners it is straight.
std::vector<BudgetPoint> budget_curve(std::span<const RewardOption> options, std::size_t points);

}  // namespace regulars
