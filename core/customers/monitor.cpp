#include "core/customers/monitor.h"

#include <algorithm>
#include <cmath>

#include "core/stats/special.h"

namespace regulars {
namespace {

constexpr std::int32_t kMostPeriods = 120;
constexpr std::int32_t kYoung = 180;    // days
constexpr double kMovingRange = 1.128;  // expected range of two normal values, in their deviations

/// How much of something a period holds, and on how much it rests.
struct Held {
  double amount = 0;
  double size = 0;
  bool mature = false;
};

/// What a chart is made of: a rate is amount / size; it is shown as such, or for the period.
enum class Shown { rate, amount };

/// A rate of some size by chance alone.
struct ByChance {
  double deviation = 0;  // standard; 0 where there is none, and the periods tell it themselves
  double expected =
      HUGE_VAL;  // counts, of what is rarer: that which happens or that which does not
};

// `chance(rate, size)` is a ByChance.
template <class Chance>
MonitorChart chart_of(const std::vector<Held>& held, Shown shown, Chance&& chance) {
  MonitorChart chart;
  double amount = 0;
  double size = 0;
  int mature = 0;
  for (const Held& one : held) {
    MonitorPoint& point = chart.points.emplace_back();
    point.size = one.size;
    point.mature = one.mature;
    if (one.size > 0) point.value = shown == Shown::rate ? one.amount / one.size : one.amount;
    if (!one.mature || one.size == 0) continue;
    amount += one.amount;
    size += one.size;
    ++mature;
  }
  if (mature < kFewestPeriods) return chart;
  const double center = amount / size;
  double ranges = 0;
  std::optional<double> before;
  for (const Held& one : held) {
    if (!one.mature || one.size == 0) continue;
    const double by_chance = chance(center, one.size).deviation;
    const double z = (one.amount / one.size - center) / (by_chance > 0 ? by_chance : 1);
    if (before) ranges += std::abs(z - *before);
    before = z;
  }
  const double spread = ranges / (mature - 1) / kMovingRange;
  const bool knows_chance = chance(center, 1).deviation > 0;
  if (knows_chance) chart.factor = std::max(1.0, spread);
  for (std::size_t i = 0; i < held.size(); ++i) {
    MonitorPoint& point = chart.points[i];
    if (!point.mature || held[i].size == 0) continue;
    const ByChance by_chance = chance(center, held[i].size);
    if (by_chance.expected < kFewestExpected) continue;
    point.judged = chart.has_limits = true;
    const double sigma = knows_chance ? chart.factor * by_chance.deviation : spread;
    const double scale = shown == Shown::rate ? 1 : held[i].size;
    point.center = scale * center;
    point.low = scale * (center - kSigmas * sigma);
    point.high = scale * (center + kSigmas * sigma);
    const double rounding = 1e-9 * std::max(1.0, std::abs(point.center));
    if (*point.value > point.high + rounding) point.alarm = Alarm::above;
    if (*point.value < point.low - rounding) point.alarm = Alarm::below;
  }
  return chart;
}

// Of things that cannot be less than none, or more than all.
void bound(MonitorChart& chart, double most) {
  for (MonitorPoint& point : chart.points) {
    point.low = std::max(0.0, point.low);
    point.high = std::min(most, point.high);
  }
}

}  // namespace

Monitor monitor_of(const OrderDays& days, const ShopDays& shop, std::span<const Summary> customers,
                   Date as_of) {
  const PeriodLength length =
      as_of - shop.first < kYoung ? PeriodLength::week : PeriodLength::month;
  Monitor monitor{at_most(kMostPeriods, shop.first, as_of, length), 90, {}, 0};
  const Periods& periods = monitor.periods;
  if (periods.length() == PeriodLength::week) monitor.window_days = 30;
  monitor.false_alarm_rate = 2 * normal_probability(-kSigmas);

  const auto count = static_cast<std::size_t>(periods.count());
  std::array<std::vector<Held>, kWatched> held;
  for (auto& one : held) one.resize(count);
  const auto of = [&](Watched watched) -> std::vector<Held>& {
    return held[static_cast<std::size_t>(watched)];
  };
  for (std::size_t i = 0; i < shop.days.size(); ++i) {
    const auto place =
        static_cast<std::size_t>(periods.place(shop.first + static_cast<std::int32_t>(i)));
    const auto orders = static_cast<double>(shop.days[i].orders);
    const auto revenue = static_cast<double>(shop.days[i].revenue.minor);
    of(Watched::orders)[place].amount += orders;
    of(Watched::revenue)[place].amount += revenue;
    of(Watched::average_order_value)[place].amount += revenue;
    of(Watched::average_order_value)[place].size += orders;
    for (const Watched watched : {Watched::orders, Watched::revenue, Watched::new_customers})
      ++of(watched)[place].size;
  }
  for (std::size_t i = 0; i < customers.size(); ++i) {
    const auto place = static_cast<std::size_t>(periods.place(customers[i].first));
    ++of(Watched::new_customers)[place].amount;
    Held& rate = of(Watched::repurchase_rate)[place];
    ++rate.size;
    const std::int32_t second = days_to_second(days.of(i));
    rate.amount += second >= 0 && second <= monitor.window_days;
  }
  for (std::int32_t i = 0; i < periods.count(); ++i) {
    const bool whole = periods.from(i) >= shop.first && periods.to(i) <= as_of;
    for (auto& one : held) one[static_cast<std::size_t>(i)].mature = whole;
    of(Watched::repurchase_rate)[static_cast<std::size_t>(i)].mature =
        whole && periods.to(i) + monitor.window_days <= as_of;
  }

  const auto poisson = [](double rate, double size) {
    return ByChance{std::sqrt(rate / size), rate * size};
  };
  const auto share = [](double rate, double size) {
    return ByChance{std::sqrt(std::max(0.0, rate * (1 - rate)) / size),
                    std::min(rate, 1 - rate) * size};
  };
  const double deviation =
      shop.values.count > 1
          ? std::sqrt(shop.values.squares / static_cast<double>(shop.values.count - 1))
          : 0;
  const auto of_means = [&](double, double size) { return ByChance{deviation / std::sqrt(size)}; };
  const auto unknown = [](double, double) { return ByChance{}; };
  const auto put = [&](Watched watched, MonitorChart chart) {
    monitor.charts[static_cast<std::size_t>(watched)] = std::move(chart);
  };
  put(Watched::orders, chart_of(of(Watched::orders), Shown::amount, poisson));
  put(Watched::new_customers, chart_of(of(Watched::new_customers), Shown::amount, poisson));
  put(Watched::revenue, chart_of(of(Watched::revenue), Shown::amount, unknown));
  put(Watched::average_order_value,
      chart_of(of(Watched::average_order_value), Shown::rate, of_means));
  put(Watched::repurchase_rate, chart_of(of(Watched::repurchase_rate), Shown::rate, share));
  bound(monitor.charts[static_cast<std::size_t>(Watched::orders)], HUGE_VAL);
  bound(monitor.charts[static_cast<std::size_t>(Watched::new_customers)], HUGE_VAL);
  bound(monitor.charts[static_cast<std::size_t>(Watched::repurchase_rate)], 1);
  return monitor;
}

}  // namespace regulars
