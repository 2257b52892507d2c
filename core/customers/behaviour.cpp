#include "core/customers/behaviour.h"

#include <algorithm>
#include <cmath>

#include "core/customers/order_walk.h"
#include "core/stats/describe.h"
#include "core/stats/special.h"

namespace regulars {
namespace {

constexpr std::array<std::int32_t, 4> kCountWindows{365, 180, 90, 30};
constexpr double kFewestExpected = 5;

/// What one pass over the days of all customers gathers.
struct Gathered {
  std::vector<std::int64_t> gaps;  // how many there are of each length in days
  std::int64_t customers = 0;      // with one
  Regularity regularity;
  std::array<std::vector<std::int64_t>, kCountWindows.size()> repeats;  // customers by repeat days
  std::array<std::int64_t, kCountWindows.size()> observed{};
};

void add_customer(std::span<const OrderDay> days, const Summary& customer,
                  std::vector<std::int32_t>& gaps, Gathered& gathered) {
  gaps.clear();
  std::array<std::int32_t, kCountWindows.size()> repeats{};
  Date last = customer.first;
  for (const OrderDay& day : days) {
    if (day.orders == 0 || day.day <= last) continue;
    gaps.push_back(day.day - last);
    last = day.day;
    for (std::size_t i = 0; i < kCountWindows.size(); ++i)
      repeats[i] += day.day - customer.first <= kCountWindows[i];
  }
  for (std::size_t i = 0; i < kCountWindows.size(); ++i) {
    if (customer.age < kCountWindows[i]) continue;
    ++gathered.observed[i];
    const auto count = static_cast<std::size_t>(repeats[i]);
    if (count >= gathered.repeats[i].size()) gathered.repeats[i].resize(count + 1);
    ++gathered.repeats[i][count];
  }
  gathered.customers += !gaps.empty();
  for (const std::int32_t gap : gaps) {
    const auto length = static_cast<std::size_t>(gap);
    if (length >= gathered.gaps.size()) gathered.gaps.resize(length + 1);
    ++gathered.gaps[length];
  }
  gathered.regularity.add(gaps);
}

GapFigures gap_figures(const Gathered& gathered) {
  GapFigures figures;
  figures.customers = gathered.customers;
  double sum = 0;
  for (std::size_t days = 0; days < gathered.gaps.size(); ++days) {
    figures.count += gathered.gaps[days];
    sum += static_cast<double>(days) * static_cast<double>(gathered.gaps[days]);
  }
  if (figures.count == 0) return figures;
  figures.mean = sum / static_cast<double>(figures.count);
  for (std::size_t i = 0; i < 3; ++i)
    figures.quartiles[i] = *quantile_of_counts(gathered.gaps, 0.25 * static_cast<double>(i + 1));
  return figures;
}

RepeatCounts repeat_counts(const Gathered& gathered, std::size_t customers) {
  constexpr std::int64_t enough = 100;
  RepeatCounts counts;
  for (std::size_t i = 0; i < kCountWindows.size(); ++i) {
    const std::int64_t observed = gathered.observed[i];
    const auto quarter = static_cast<std::int64_t>(customers / 4);
    const bool is_last = i + 1 == kCountWindows.size();
    if (observed == 0 || (observed < std::min(enough, quarter) && !is_last)) continue;
    counts.window_days = kCountWindows[i];
    std::vector<CountOf> values;
    for (std::size_t value = 0; value < gathered.repeats[i].size(); ++value)
      if (gathered.repeats[i][value] > 0)
        values.push_back({static_cast<std::int64_t>(value), gathered.repeats[i][value]});
    counts.models = fit_counts(values);
    return counts;
  }
  return counts;
}

SeasonFigures season_figures(std::vector<Season> seasons) {
  SeasonFigures figures{std::move(seasons), {}};
  std::int64_t orders = 0;
  double days = 0;
  for (const Season& one : figures.seasons) {
    orders += one.orders;
    days += one.days;
  }
  if (orders == 0) return figures;
  std::vector<double> counted;
  std::vector<double> expected;
  double least = HUGE_VAL;
  for (Season& one : figures.seasons) {
    one.share = static_cast<double>(one.orders) / static_cast<double>(orders);
    if (one.days == 0) continue;
    counted.push_back(static_cast<double>(one.orders));
    expected.push_back(static_cast<double>(orders) * one.days / days);
    least = std::min(least, expected.back());
  }
  if (least >= kFewestExpected) figures.evenness = goodness_of_fit(counted, expected, 0);
  return figures;
}

void add_seasons(const ShopDays& shop, Behaviour& behaviour) {
  const auto seasons = [](std::int32_t from, std::size_t count) {
    std::vector<Season> result(count);
    for (Season& one : result) one.of = from++;
    return result;
  };
  std::vector<Season> weekdays = seasons(1, 7);
  std::vector<Season> months = seasons(1, 12);
  std::vector<Season> hours = seasons(0, 24);
  for (std::size_t i = 0; i < hours.size(); ++i) {
    hours[i].orders = shop.hours[i];
    hours[i].days = static_cast<std::int32_t>(shop.days.size());
  }
  for (std::size_t i = 0; i < shop.days.size(); ++i) {
    const Date day = shop.first + static_cast<std::int32_t>(i);
    // Day 0 was a Thursday, the fourth day of the week.
    const auto weekday = static_cast<std::size_t>(weekday_of(day) - 1);
    const auto month = static_cast<std::size_t>(civil_of(day).month - 1);
    for (Season* season : {&weekdays[weekday], &months[month]}) {
      ++season->days;
      season->orders += shop.days[i].orders;
    }
  }
  behaviour.weekdays = season_figures(std::move(weekdays));
  behaviour.months = season_figures(std::move(months));
  behaviour.hours = season_figures(std::move(hours));
}

// Orders per bin of equal chance, as the edges of each model cut them.
void fit_bins(const OrderBook& book, Date as_of, const std::vector<double>& normal,
              const std::vector<double>& log_normal, SpendFigures& figures) {
  std::vector<double> in_normal(normal.size() + 1);
  std::vector<double> in_log_normal(normal.size() + 1);
  const auto bin_of = [](const std::vector<double>& edges, double value) {
    return static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), value) -
                                    edges.begin());
  };
  walk_orders(book, as_of, [&](std::int32_t index, Date, bool counts) {
    const auto value = static_cast<double>(book.net_of(index).minor);
    if (!counts || value <= 0) return;
    ++in_normal[bin_of(normal, value)];
    ++in_log_normal[bin_of(log_normal, value)];
  });
  const std::vector<double> expected(in_normal.size(), static_cast<double>(figures.orders) /
                                                           static_cast<double>(in_normal.size()));
  figures.normal.fit = goodness_of_fit(in_normal, expected, 2);
  figures.log_normal.fit = goodness_of_fit(in_log_normal, expected, 2);
}

SpendFigures spend_figures(const OrderBook& book, const ShopDays& shop, Date as_of) {
  constexpr double two_pi = 6.283185307179586;
  constexpr std::int64_t enough = 20;
  SpendFigures figures;
  figures.orders = shop.values.count;
  if (figures.orders == 0) return figures;
  const auto n = static_cast<double>(figures.orders);
  figures.mean = shop.values.mean;
  figures.standard_deviation = std::sqrt(shop.values.squares / n);
  figures.log_mean = shop.log_values.mean;
  figures.log_standard_deviation = std::sqrt(shop.log_values.squares / n);
  // Equal values leave rounding, not spread.
  if (figures.orders < 2 || figures.log_standard_deviation < 1e-9) return figures;
  const double unit = std::log(1 / major_units(Money{1}, book.table().digits));
  figures.normal.log_likelihood =
      -n / 2 * (std::log(two_pi) + 2 * (std::log(figures.standard_deviation) - unit) + 1);
  figures.log_normal.log_likelihood =
      -n / 2 * (std::log(two_pi) + 2 * std::log(figures.log_standard_deviation) + 1) -
      n * (figures.log_mean - unit);
  figures.chosen = figures.log_normal.log_likelihood > figures.normal.log_likelihood
                       ? SpendShape::log_normal
                       : SpendShape::normal;
  if (figures.orders < enough) return figures;
  const auto bins = static_cast<int>(std::min<std::int64_t>(20, figures.orders / 5));
  std::vector<double> normal;
  std::vector<double> log_normal;
  for (int i = 1; i < bins; ++i) {
    const double z = normal_quantile(static_cast<double>(i) / bins);
    normal.push_back(figures.mean + z * figures.standard_deviation);
    log_normal.push_back(std::exp(figures.log_mean + z * figures.log_standard_deviation));
  }
  fit_bins(book, as_of, normal, log_normal, figures);
  return figures;
}

}  // namespace

Behaviour behaviour_of(const OrderBook& book, const OrderDays& days, const ShopDays& shop,
                       std::span<const Summary> customers, Date as_of) {
  Gathered gathered;
  std::vector<std::int32_t> gaps;
  for (std::size_t i = 0; i < customers.size(); ++i)
    add_customer(days.of(i), customers[i], gaps, gathered);
  Behaviour behaviour;
  behaviour.gaps = gap_figures(gathered);
  behaviour.wheat_morrison = gathered.regularity.wheat_morrison();
  behaviour.likelihood = gathered.regularity.likelihood();
  behaviour.counts = repeat_counts(gathered, customers.size());
  add_seasons(shop, behaviour);
  behaviour.spend = spend_figures(book, shop, as_of);
  return behaviour;
}

}  // namespace regulars
