// The shop period by period, with limits that know how much each period rests on: what is an alarm,
// and what is chance.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/customers/order_days.h"
#include "core/customers/periods.h"
#include "core/customers/shop_days.h"

namespace regulars {

/// What is watched.
enum class Watched : std::uint8_t {
  orders,               // counted ones
  new_customers,        // whose first order day is in the period
  revenue,              // minor units
  average_order_value,  // revenue / orders, minor units
  repurchase_rate       // new customers with a second order day within the window / new customers
};
inline constexpr std::size_t kWatched = 5;
inline constexpr std::array<std::string_view, kWatched> kWatchedWords{
    "orders", "new_customers", "revenue", "average_order_value", "repurchase_rate"};

/// Where a period lies.
enum class Alarm : std::uint8_t { none, above, below };

/// One period of a chart. Without a value it had nothing to make one of.
struct MonitorPoint {
  std::optional<double> value;
  double size = 0;      // days of counts and revenue, orders of the average, customers of the rate
  bool mature = false;  // whole, begun after the first order, and, of the rate, its window lived
                        // through; what is not has no limits, raises no alarm and makes none
  bool judged = false;  // mature, and enough is expected of it: kFewestExpected
  double center = 0;    // what the period would have by the mean of all; meaningless unless judged
  double low = 0;
  double high = 0;
  Alarm alarm = Alarm::none;
};

/// One control chart. Counts are on a u chart and the rate on a p chart, both by Laney (2002),
/// Quality Engineering 14(4): their limits are wider by the `factor` by which neighbouring periods
/// differ more than pure chance lets them, so that a large shop is not all alarms. The average is
/// on a chart of means with the same factor, revenue on a chart of individual values (Shewhart
/// 1931; the moving range over 1.128 is the standard deviation).
struct MonitorChart {
  std::vector<MonitorPoint> points;  // one per period
  double factor = 1;                 // of individual values: 1
  bool has_limits = false;           // from kFewestPeriods mature periods on, if any is judged
};
inline constexpr int kFewestPeriods = 8;

/// A period is judged by counts only where at least so many are expected, and of a rate as many of
/// the others: with fewer, counts are not nearly normal. Chance alone passes the upper limit of a
/// count once in 740 periods by the normal distribution; by Poisson's at most once in 140 where 5
/// or more are expected, but once in 11 where a tenth of one is. Source of the least: Cochran
/// (1954), Biometrics 10(4), 417-451.
inline constexpr double kFewestExpected = 5;

/// The rule: one point beyond so many standard deviations. Without any change one point in 370 is.
inline constexpr double kSigmas = 3;

struct Monitor {
  Periods periods;                // months; weeks in shops younger than 180 days
  std::int32_t window_days = 90;  // of the rate; 30 where periods are weeks
  std::array<MonitorChart, kWatched> charts;
  double false_alarm_rate = 0;  // of one point, under the normal distribution
};
Monitor monitor_of(const OrderDays& days, const ShopDays& shop, std::span<const Summary> customers,
                   Date as_of);

}  // namespace regulars
