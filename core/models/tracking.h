// Whether a model keeps up with a shop: the repeat order days of each week beside those it expects,
// before the cut, after it, and in the weeks to come.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/customers/order_days.h"
#include "core/models/choice.h"

namespace regulars {

/// One week of the customers acquired up to the cut.
struct TrackedWeek {
  Date from{};          // its first day
  double actual = 0;    // repeat order days
  double expected = 0;  // the same, of new customers with these first days, by the model
  bool judged = false;  // lies wholly after the cut: the model has not seen it
};

/// One week after the last day, of all customers there are.
struct WeekAhead {
  Date from;
  double expected = 0;  // order days
  double low = 0;       // the actual number lies between these with the probability kAheadCoverage
  double high = 0;
};
inline constexpr double kAheadCoverage = 0.8;
inline constexpr int kWeeksAhead = 12;

/// How far weeks are from what is expected of them: their mean squared error over the expected
/// number, which is 1 where nothing but Poisson's chance is at work. At least 1. It needs so many
/// judged weeks. Source: McCullagh and Nelder (1989), Generalized Linear Models, 2nd ed., 6.2.
inline constexpr int kFewestJudgedWeeks = 8;
std::optional<double> dispersion_of(std::span<const TrackedWeek> weeks);

/// A model beside the shop.
struct Tracking {
  ModelKind model{};
  bool chosen = false;               // by the holdout; else the best of those that lost to a guess
  Date cut;                          // last day of the orders that the model was fitted to
  std::optional<double> dispersion;  // nothing where too few weeks judge
  std::vector<TrackedWeek> weeks;    // whole ones, from the first order day of the shop on
  std::vector<WeekAhead> ahead;      // only of a chosen model with a dispersion
};

/// The repeat purchases of a new customer within so many days of the first one: E[X(t)].
double expected_of_newcomer(const PurchaseModel& model, Days ahead);

/// The weeks from `from` to `to`, a model having been fitted to the orders up to `cut`. `customers`
/// are as of `to`. A day with several orders of one customer is one.
std::vector<TrackedWeek> track(const PurchaseModel& model, const OrderDays& days,
                               std::span<const Summary> customers, Date from, Date cut, Date to);

/// Order days in each of the weeks after the last day of the summaries. Their course is that of at
/// most 2,000 customers, evenly spread; their sum is in line with what is `known` of all: the order
/// days within `known_ahead`.
std::vector<double> weeks_ahead(const PurchaseModel& model, std::span<const Summary> customers,
                                int weeks, double known, Days known_ahead);

/// The chosen model beside the shop, or the best that was fitted; nothing where none was.
/// `expected` are the order days of all customers within `within` of the last day.
std::optional<Tracking> track_choice(const ModelChoice& choice, const OrderDays& days,
                                     std::span<const Summary> customers, double expected,
                                     Days within);

}  // namespace regulars
