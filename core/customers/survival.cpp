#include "core/customers/survival.h"

#include <algorithm>

namespace regulars {
namespace {

constexpr std::size_t kPoints = 390;  // beside the marks

// Second order days and ends of watching, by days since the first.
struct ByDay {
  std::vector<std::int64_t> events;
  std::vector<std::int64_t> ended;  // without an event
  std::int64_t customers = 0;

  void add(const Summary& customer, std::int32_t second) {
    auto& list = second >= 0 ? events : ended;
    const auto day = static_cast<std::size_t>(second >= 0 ? second : customer.age);
    if (day >= list.size()) list.resize(day + 1);
    ++list[day];
    ++customers;
  }
};

std::int64_t at(const std::vector<std::int64_t>& list, std::size_t day) {
  return day < list.size() ? list[day] : 0;
}

// Who is without a second order and watched when each day begins; one entry per day.
std::vector<std::int64_t> at_risk_by_day(const ByDay& by_day, std::size_t days) {
  std::vector<std::int64_t> result;
  std::int64_t left = by_day.customers;
  for (std::size_t day = 0; day < days; ++day) {
    result.push_back(left);
    left -= at(by_day.events, day) + at(by_day.ended, day);
  }
  return result;
}

std::vector<RiskSet> risk_sets_of(const ByDay& by_day, const std::vector<std::int64_t>& at_risk) {
  std::vector<RiskSet> sets;
  for (std::size_t day = 0; day < by_day.events.size(); ++day)
    if (by_day.events[day] > 0)
      sets.push_back({static_cast<double>(day), at_risk[day], by_day.events[day]});
  return sets;
}

std::optional<std::int32_t> whole_day(std::optional<double> time) {
  return time ? std::optional(static_cast<std::int32_t>(*time)) : std::nullopt;
}

// The days to show: all with an event if they are few, else spread evenly over those, and always
// the marks, the first and the last.
std::vector<std::int32_t> days_to_show(const std::vector<SurvivalStep>& steps, std::int32_t last) {
  std::vector<std::int32_t> days{0, last};
  for (const std::int32_t mark : kCurveMarks)
    if (mark <= last) days.push_back(mark);
  const std::size_t shown = std::min(steps.size(), kPoints);
  for (std::size_t i = 0; i < shown; ++i) {
    const std::size_t step = shown < 2 ? 0 : i * (steps.size() - 1) / (shown - 1);
    days.push_back(static_cast<std::int32_t>(steps[step].time));
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

std::vector<CurvePoint> points_of(const std::vector<SurvivalStep>& steps,
                                  const std::vector<std::int64_t>& at_risk) {
  std::vector<CurvePoint> points;
  std::size_t step = 0;
  CurvePoint now;
  for (const std::int32_t day :
       days_to_show(steps, static_cast<std::int32_t>(at_risk.size()) - 1)) {
    for (; step < steps.size() && steps[step].time <= day; ++step) {
      now.share = steps[step].share;
      now.low = steps[step].low;
      now.high = steps[step].high;
    }
    now.day = day;
    now.at_risk = at_risk[static_cast<std::size_t>(day)];
    points.push_back(now);
  }
  return points;
}

}  // namespace

SecondOrderCurve second_order_curve(const OrderDays& days, std::span<const Summary> customers) {
  ByDay by_day;
  SecondOrderCurve curve;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    const std::int32_t second = days_to_second(days.of(i));
    by_day.add(customers[i], second);
    curve.events += second >= 0;
  }
  curve.customers = by_day.customers;
  if (customers.empty()) return curve;
  const auto at_risk = at_risk_by_day(by_day, std::max(by_day.events.size(), by_day.ended.size()));
  curve.steps = kaplan_meier(risk_sets_of(by_day, at_risk));
  curve.points = points_of(curve.steps, at_risk);
  curve.median = whole_day(time_of_share(curve.steps, 0.5));
  return curve;
}

std::optional<std::int32_t> day_of_returning(const SecondOrderCurve& curve, double share) {
  if (curve.steps.empty()) return {};
  const double left = curve.steps.back().share;
  return whole_day(time_of_share(curve.steps, 1 - share * (1 - left)));
}

CurveComparison compare_second_orders(const OrderDays& days, std::span<const Summary> customers,
                                      std::span<const std::int32_t> group_of, std::int32_t groups) {
  std::vector<ByDay> by_group(static_cast<std::size_t>(groups));
  std::size_t longest = 0;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    if (group_of[i] < 0) continue;
    by_group[static_cast<std::size_t>(group_of[i])].add(customers[i], days_to_second(days.of(i)));
  }
  for (const ByDay& group : by_group)
    longest = std::max({longest, group.events.size(), group.ended.size()});
  CurveComparison comparison;
  std::vector<GroupRisk> risks;
  for (ByDay& group : by_group) {
    group.events.resize(longest);
    risks.push_back({at_risk_by_day(group, longest), group.events});
    const auto steps = kaplan_meier(risk_sets_of(group, risks.back().at_risk));
    std::int64_t events = 0;
    for (const std::int64_t one : group.events) events += one;
    comparison.groups.push_back({group.customers, events, whole_day(time_of_share(steps, 0.5))});
  }
  comparison.test = log_rank(risks);
  return comparison;
}

}  // namespace regulars
