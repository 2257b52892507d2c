// A program run over the past of a shop: what it would have given, to whom and when, had it been in
// force, with the code that a live program runs.
//
// It says what a program costs while customers behave as they did. That they would have bought more
// for it is nothing that history can tell.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/data/order_book.h"
#include "core/loyalty/earning.h"
#include "core/loyalty/ledger.h"
#include "core/loyalty/liability.h"
#include "core/loyalty/points.h"
#include "core/loyalty/program.h"

namespace regulars {

/// What customers do with points that nobody has offered them: the two ends between which the truth
/// lies.
enum class Spending : std::uint8_t {
  never,    // they let them lie
  at_once,  // each order is paid with as many as the terms allow
};
inline constexpr std::array<std::string_view, 2> kSpendingWords{"never", "at_once"};

struct BacktestOptions {
  std::optional<Date> from;  // the program begins; default: with the first counted order
  Date as_of;                // what comes later is not seen
};

/// What one rule came to.
struct EarnTotals {
  std::int64_t times = 0;      // it counted
  std::int64_t customers = 0;  // for whom it counted at least once
  std::int64_t points = 0;     // its parts of what was earned; of a multiplier 0
};

/// One month of the program.
struct BacktestMonth {
  Date first;  // day of the month
  RollForward<std::int64_t> points;
  Money redeemed;  // what the points of the month paid
};

/// The points of all customers under one way of spending.
struct SpendingOutcome {
  Balances balances;                  // as of the end
  Money redeemed;                     // what points paid: the cost so far
  Money outstanding;                  // what the points left would pay, whole steps aside
  std::int64_t customers = 0;         // who redeemed
  std::vector<BacktestMonth> months;  // every one from the first posting to as_of
};

/// A tier at the end.
struct TierTotals {
  std::int64_t customers = 0;
  std::int64_t reached = 0;  // how often somebody came into it, from below or above
};

/// What became of one customer.
struct CustomerOutcome {
  std::int64_t earned = 0;    // points, after the budget
  std::int64_t balance = 0;   // active and pending less debt, were nothing redeemed
  std::int64_t redeemed = 0;  // were all redeemed at once
  std::int32_t tier = -1;     // place in TierPlan::steps; -1 without tiers or orders
};

/// The back-test of a program with points.
struct Backtest {
  Date from;
  Date as_of;
  std::int64_t occasions = 0;                 // that earned points
  std::int64_t undecided = 0;                 // occasions of which a rule could not be decided
  std::int64_t customers = 0;                 // who had an occasion
  std::int64_t rewarded = 0;                  // who earned
  std::int64_t earned = 0;                    // points, after the budget
  Money revenue;                              // of the orders in the time
  std::vector<EarnTotals> rules;              // in the plan's order, before the budget
  std::array<SpendingOutcome, 2> spending;    // in the order of Spending; alike where points
                                              // cannot be spent
  std::vector<TierTotals> tiers;              // in the plan's order
  std::optional<std::int64_t> budget_left;    // nothing without a budget
  std::optional<Date> exhausted;              // day of the first earning that it did not cover
  std::vector<std::int64_t> given;            // with a budget: points of each earning after it,
  std::vector<std::size_t> given_from;        // and where those of each CustomerId begin
  std::vector<CustomerOutcome> of_customers;  // by CustomerId
};

/// Runs the plan over every customer of a book. Times are those of the shop; an order earns for
/// what was left of it in the end, since exports seldom tell when something was given back. The
/// program must have points.
Backtest backtest(const OrderBook& book, const Program& program, const BacktestOptions& options);

/// How much more customers would have to spend for a program to pay for itself.
struct BreakEven {
  Money cost;                           // of all points redeemed and outstanding, were all redeemed
  std::optional<double> revenue_share;  // cost over revenue; nothing without revenue
  std::optional<double> uplift;         // of revenue, at the program's margin; nothing without one
};
BreakEven break_even(const Backtest& result, const Program& program);

/// Customers that each of two groups needs for a test that finds, four times in five, that a share
/// rose from one value to another, and sees a difference where there is none one time in twenty.
/// Both between 0 and 1, and not equal.
/// Source: Fleiss, Levin, Paik (2003), Statistical Methods for Rates and Proportions, formula 4.14.
std::int64_t customers_for_test(double share, double other);

/// One thing that a customer would have earned by.
struct CustomerEarning {
  Moment moment;
  Occasion on = Occasion::order;
  std::int32_t order = -1;  // index in the book; -1 of what is no order
  std::string source;       // its id in the ledger: the order's number, "birthday-2026", ...
  Earned earned;            // with its reasons; before the budget
  std::int64_t points = 0;  // after it
};

/// The way of one customer through the program, as the back-test went it.
struct CustomerStory {
  std::vector<CustomerEarning> earnings;
  Ledger ledger;  // under the way of spending that was asked for
  std::optional<TierHistory> tiers;
  std::vector<TierFact> facts_of_tier;  // what `tiers` follows
};
/// Tells one story after the other: what they share is prepared once.
class StoryTeller {
 public:
  /// All must outlive it; `result` is the back-test of them.
  StoryTeller(const OrderBook& book, const Program& program, const Backtest& result);
  ~StoryTeller();
  StoryTeller(const StoryTeller&) = delete;
  StoryTeller& operator=(const StoryTeller&) = delete;

  CustomerStory of(CustomerId customer, Spending spending = Spending::at_once);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace regulars
