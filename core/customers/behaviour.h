// How customers buy: how long they pause, how regularly they come, when, how often and for how
// much.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/customers/order_days.h"
#include "core/customers/shop_days.h"
#include "core/stats/counts.h"
#include "core/stats/regularity.h"

namespace regulars {

/// Days between following order days of one customer.
struct GapFigures {
  std::int64_t count = 0;
  std::int64_t customers = 0;  // with at least one
  double mean = 0;             // days; 0 without gaps
  std::array<double, 3> quartiles{};
};

/// One weekday (1 Monday to 7), hour (0 to 23) or month (1 to 12).
struct Season {
  std::int32_t of = 0;
  std::int64_t orders = 0;
  double share = 0;       // of the orders
  std::int32_t days = 0;  // of that kind since the first order; for hours all days
};

/// Orders by the calendar, beside what they would be if every day or hour were alike.
struct SeasonFigures {
  std::vector<Season> seasons;
  std::optional<GoodnessOfFit> evenness;  // orders against days; nothing with fewer than two kinds
                                          // of days, or with fewer than 5 orders expected in one
};

/// Repeat order days of each customer in the first so many days after the first order.
struct RepeatCounts {
  std::int32_t window_days = 0;  // 365, 180, 90 or 30: the longest that at least 100 customers, or
                                 // a quarter of them, have been observed for; 0 where nobody was
  CountModels models;            // of those customers
};

/// Values of orders that brought money.
enum class SpendShape : std::uint8_t { none, normal, log_normal };
struct SpendShapeFit {
  double log_likelihood = 0;         // of values in major units
  std::optional<GoodnessOfFit> fit;  // over up to 20 bins of equal chance; nothing with fewer than
                                     // 20 orders
};
struct SpendFigures {
  std::int64_t orders = 0;
  double mean = 0;  // minor units
  double standard_deviation = 0;
  double log_mean = 0;  // of natural logarithms of minor units: the median is exp(log_mean)
  double log_standard_deviation = 0;
  SpendShapeFit normal;
  SpendShapeFit log_normal;
  SpendShape chosen = SpendShape::none;  // by likelihood; none with fewer than 2 orders, or all of
                                         // one value
};

struct Behaviour {
  GapFigures gaps;
  std::optional<GapShape> wheat_morrison;
  std::optional<GapShape> likelihood;
  SeasonFigures weekdays;
  SeasonFigures hours;  // where times are known
  SeasonFigures months;
  RepeatCounts counts;
  SpendFigures spend;
};
Behaviour behaviour_of(const OrderBook& book, const OrderDays& days, const ShopDays& shop,
                       std::span<const Summary> customers, Date as_of);

}  // namespace regulars
