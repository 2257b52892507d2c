// Customers who began alike, followed through the periods after: who is still active, and what they
// have been worth so far.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/customers/order_days.h"
#include "core/customers/periods.h"
#include "core/stats/intervals.h"

namespace regulars {

/// What puts customers into one cohort: the period of the first order, the product of its first
/// line, whether the order states a discount, or the channel it came through.
enum class CohortBy : std::uint8_t { first_order, first_product, first_discount, first_channel };
inline constexpr std::array<std::string_view, 4> kCohortWords{"first_order", "first_product",
                                                              "first_discount", "first_channel"};

/// How to cut.
struct CohortOptions {
  PeriodLength period = PeriodLength::month;  // of ages, and of first orders
  CohortBy by = CohortBy::first_order;
};

/// One cohort in one period. Age 0 is the calendar period of a customer's first order, age 1 the
/// next. Who has not lived through the whole period yet is not `observed` in it.
struct CohortCell {
  std::int32_t cohort = 0;  // by place in CohortTable::cohorts
  std::int32_t age = 0;
  std::int64_t customers = 0;        // of the cohort
  std::int64_t observed = 0;         // of them, who have lived through the period
  std::int64_t active = 0;           // with a counted order in it, observed or not
  std::int64_t active_observed = 0;  // of the observed
  std::int64_t orders = 0;           // of all of them
  Money revenue;
  Money revenue_observed;
  std::optional<double> cumulative_value;  // minor units per observed customer, from age 0 on;
                                           // nothing where nobody is observed
  bool mature() const { return observed == customers; }
};

/// What a difference of two shares amounts to.
enum class Verdict : std::uint8_t { higher, lower, no_difference, too_little_data };

/// One cohort and how many of it came back soon.
struct Cohort {
  std::string name;  // of the period, product or channel; empty for the rest of the last two
  std::int64_t customers = 0;
  std::int64_t observed = 0;             // customers whose first order is at least the window ago
  std::int64_t repeat = 0;               // of them, with a second order day within the window
  std::optional<RateInterval> interval;  // of repeat / observed
  std::optional<RateDifference> versus;  // to the cohort before, or to all others
  double p_adjusted = 1;                 // of `versus`, for as many comparisons as there are
  Verdict verdict = Verdict::too_little_data;
};

/// All cohorts at one age, as far as they are observed.
struct CohortAverage {
  std::int32_t age = 0;
  std::int64_t cohorts = 0;    // with somebody observed
  std::int64_t customers = 0;  // observed
  std::int64_t active = 0;
  double share = 0;  // active / customers
  RateInterval interval;
  double revenue = 0;           // minor units per customer
  double cumulative_value = 0;  // sum of `revenue` from age 0 on
};

/// A table of cohorts. Sums over its cells are the sums over the customers.
struct CohortTable {
  PeriodLength period = PeriodLength::month;  // longer than asked for where there would be too many
  CohortBy by = CohortBy::first_order;
  std::int32_t window_days = 90;  // of the repeat rate: 30, 90 or 180 with the period
  std::vector<Cohort> cohorts;    // by time, or the largest first
  std::vector<CohortCell> cells;  // by cohort, then age
  std::vector<CohortAverage> averages;
  std::vector<std::int32_t> cohort_of;  // of each customer, by place in `cohorts`
};
CohortTable cohort_table(const OrderBook& book, const OrderDays& days,
                         std::span<const Summary> customers, Date as_of,
                         const CohortOptions& options = {});

/// The periods that the ages of a table count, from the one of the first order of all.
Periods periods_of(const CohortTable& table, std::span<const Summary> customers, Date as_of);

}  // namespace regulars
