// How long customers take to come back: the time from the first order day to the second.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/customers/order_days.h"
#include "core/stats/survival.h"

namespace regulars {

/// A day after the first order, the share of customers without a second order day by its end, and
/// how many were without one and watched when it began.
struct CurvePoint {
  std::int32_t day = 0;
  double share = 1;
  double low = 1;  // 95 %
  double high = 1;
  std::int64_t at_risk = 0;
};

/// Days that every curve shows, if anyone was watched that long.
inline constexpr std::array<std::int32_t, 7> kCurveMarks{7, 14, 30, 60, 90, 180, 365};

/// Time to the second order day, customers without one being watched until the day looked from.
struct SecondOrderCurve {
  std::int64_t customers = 0;
  std::int64_t events = 0;             // second order days
  std::vector<SurvivalStep> steps;     // every day with an event
  std::vector<CurvePoint> points;      // at most about 400 of them, from day 0 to the last watched
  std::optional<std::int32_t> median;  // the first day by which half had come back
};
SecondOrderCurve second_order_curve(const OrderDays& days, std::span<const Summary> customers);

/// The first day by which so large a share (0..1) of those who come back at all, as far as was
/// watched, had come back; nothing where nobody did.
std::optional<std::int32_t> day_of_returning(const SecondOrderCurve& curve, double share);

/// Customers of one group beside the others.
struct CurveOfGroup {
  std::int64_t customers = 0;
  std::int64_t events = 0;
  std::optional<std::int32_t> median;
};

/// Whether groups of customers differ in how they come back.
struct CurveComparison {
  std::vector<CurveOfGroup> groups;
  std::optional<LogRank> test;  // nothing where there is nothing to compare
};

/// Compares the groups of customers, by place: 0..groups-1, or -1 for none of them.
CurveComparison compare_second_orders(const OrderDays& days, std::span<const Summary> customers,
                                      std::span<const std::int32_t> group_of, std::int32_t groups);

}  // namespace regulars
