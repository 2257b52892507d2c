#include "core/models/tracking.h"

#include <algorithm>
#include <cmath>

#include "core/stats/special.h"

namespace regulars {
namespace {

constexpr std::int32_t kWeek = 7;
constexpr std::size_t kCustomersAhead = 2000;

// The square root of a Poisson number has nearly the standard deviation one half, whatever its
// mean; more by the root of the dispersion. Source: Bartlett (1936), Supplement to the J. of the
// Royal Statistical Society 3(1), 68-78.
WeekAhead week_ahead(Date from, double expected, double dispersion) {
  const double z = normal_quantile((1 + kAheadCoverage) / 2);
  const double reach = z * std::sqrt(dispersion) / 2;
  const double low = std::max(0.0, std::sqrt(expected) - reach);
  const double high = std::sqrt(expected) + reach;
  return {from, expected, low * low, high * high};
}

}  // namespace

std::optional<double> dispersion_of(std::span<const TrackedWeek> weeks) {
  double sum = 0;
  int judged = 0;
  for (const TrackedWeek& week : weeks) {
    if (!week.judged || !(week.expected > 0)) continue;
    const double off = week.actual - week.expected;
    sum += off * off / week.expected;
    ++judged;
  }
  if (judged < kFewestJudgedWeeks) return {};
  return std::max(1.0, sum / judged);
}

// A model with dropout after any purchase lets some leave right after the first.
double expected_of_newcomer(const PurchaseModel& model, Days ahead) {
  const History newcomer;
  return probability_alive(model, newcomer) * expected_if_alive(model, newcomer, ahead);
}

std::vector<TrackedWeek> track(const PurchaseModel& model, const OrderDays& days,
                               std::span<const Summary> customers, Date from, Date cut, Date to) {
  std::vector<TrackedWeek> weeks;
  for (Date begin = from; begin + (kWeek - 1) <= to; begin = begin + kWeek)
    weeks.push_back({.from = begin, .judged = begin > cut});
  if (weeks.empty()) return weeks;
  const Date end = weeks.back().from + (kWeek - 1);
  // By days since the first day of the shop.
  std::vector<double> joined(static_cast<std::size_t>(end - from) + 1);
  for (std::size_t i = 0; i < customers.size(); ++i) {
    const Date first = customers[i].first;
    if (first > cut || first > end) continue;
    joined[static_cast<std::size_t>(first - from)] += 1;
    for (const OrderDay& day : days.of(i)) {
      if (day.day > end) break;
      if (day.orders > 0 && day.day > first)
        weeks[static_cast<std::size_t>((day.day - from) / kWeek)].actual += 1;
    }
  }
  // What is expected depends on nothing but the days since someone joined; a week ends where the
  // next one begins, as in the published tables.
  std::vector<double> expected(joined.size() + 1);
  for (std::size_t age = 1; age < expected.size(); ++age)
    expected[age] = expected_of_newcomer(model, {static_cast<double>(age)});
  for (std::size_t first = 0; first < joined.size(); ++first) {
    if (joined[first] == 0) continue;
    double before = 0;
    for (std::size_t week = first / kWeek; week < weeks.size(); ++week) {
      const double until = expected[(week + 1) * kWeek - first];
      weeks[week].expected += joined[first] * (until - before);
      before = until;
    }
  }
  return weeks;
}

std::vector<double> weeks_ahead(const PurchaseModel& model, std::span<const Summary> customers,
                                int weeks, double known, Days known_ahead) {
  const std::size_t step =
      std::max<std::size_t>(1, (customers.size() + kCustomersAhead - 1) / kCustomersAhead);
  std::vector<double> until(static_cast<std::size_t>(weeks) + 1);
  double found = 0;
  for (std::size_t i = 0; i < customers.size(); i += step) {
    const History history = history_of(customers[i]);
    const double alive = probability_alive(model, history);
    for (std::size_t week = 1; week < until.size(); ++week)
      until[week] += alive * expected_if_alive(model, history, {static_cast<double>(week) * kWeek});
    found += alive * expected_if_alive(model, history, known_ahead);
  }
  std::vector<double> result;
  for (std::size_t week = 1; week < until.size(); ++week)
    result.push_back(found > 0 ? (until[week] - until[week - 1]) * known / found : 0);
  return result;
}

std::optional<Tracking> track_choice(const ModelChoice& choice, const OrderDays& days,
                                     std::span<const Summary> customers, double expected,
                                     Days within) {
  const Candidate* shown = best_of(choice.candidates);
  if (!shown) return {};
  Tracking tracking{
      .model = *shown->kind,
      .chosen = choice.chosen.has_value(),
      .cut = choice.cut,
      .dispersion = {},
      .weeks = track(shown->model, days, customers, choice.from, choice.cut, choice.to),
      .ahead = {}};
  tracking.dispersion = dispersion_of(tracking.weeks);
  if (!tracking.chosen || !tracking.dispersion) return tracking;
  const std::vector<double> orders =
      weeks_ahead(choice.fitted.model, customers, kWeeksAhead, expected, within);
  for (std::size_t week = 0; week < orders.size(); ++week)
    tracking.ahead.push_back(week_ahead(choice.to + 1 + static_cast<std::int32_t>(week) * kWeek,
                                        orders[week], *tracking.dispersion));
  return tracking;
}

}  // namespace regulars
