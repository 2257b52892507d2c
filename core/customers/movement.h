// Who joins, stays, lapses and comes back: retention for shops in which nobody signs a contract.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/customers/metrics.h"
#include "core/customers/periods.h"
#include "core/customers/rhythm.h"

namespace regulars {

/// What happened to customers in one period. `current` are those who have not lapsed, so that it
/// grows by new and reactivated and shrinks by lapsed.
struct Flow {
  std::int32_t period = 0;         // by place in Movement::periods
  std::int64_t new_customers = 0;  // whose first order day is in it
  std::int64_t returning = 0;      // customers who ordered in it, neither new nor reactivated in it
  std::int64_t reactivated = 0;    // times that someone who had lapsed ordered again
  std::int64_t lapsed = 0;         // times that someone's pace was past its 95 % point
  std::int64_t current = 0;        // at the end of the period, or on the day looked from
};

/// What one customer did in a period, as flows count it.
enum class Move : std::uint8_t { joined, returned, reactivated, lapsed };
inline constexpr std::array<std::string_view, 4> kMoveWords{"new", "returning", "reactivated",
                                                            "lapsed"};

/// Days between the two looks of the retention rate.
inline constexpr std::int32_t kRetentionDays = 90;

/// Movement of customers through the life of a shop.
struct Movement {
  Periods periods;          // months; weeks in shops younger than 120 days
  std::vector<Flow> flows;  // empty where paces are not known
  Rate retention_rate;      // of customers who had not lapsed 90 days ago: not lapsed today either
  Rate churn_rate;          // the others of them
};

/// A customer lapses where the pace says so on an order day's own terms: that of one-time buyers
/// after the first, the customer's own from the second on. `otherwise` is the reason of rates of
/// nobody.
Movement movement_of(const OrderDays& days, std::span<const Summary> customers,
                     const Rhythms& rhythms, Date as_of, NoFigure otherwise);

/// Who did so in a period, by place in Movement::periods: a truth for each customer. Those who
/// lapsed in one period several times are one. `days` and `rhythms` are those of the movement.
std::vector<bool> who_moved(const Movement& movement, const OrderDays& days, const Rhythms& rhythms,
                            Date as_of, Move move, std::int32_t period);

}  // namespace regulars
