#include "core/stats/survival.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/stats/special.h"

namespace regulars {
namespace {

// The cases in two ascending lists; what is watched at a time has entered before it and not ended.
struct Watch {
  std::vector<double> entries;
  std::vector<double> times;
  std::vector<double> events;

  explicit Watch(std::span<const WatchedCase> cases) {
    for (const WatchedCase& one : cases) {
      entries.push_back(one.entry);
      times.push_back(one.time);
      if (one.happened) events.push_back(one.time);
    }
    std::sort(entries.begin(), entries.end());
    std::sort(times.begin(), times.end());
    std::sort(events.begin(), events.end());
  }
  static std::int64_t before(const std::vector<double>& list, double time) {
    return std::lower_bound(list.begin(), list.end(), time) - list.begin();
  }
  std::int64_t at_risk(double time) const { return before(entries, time) - before(times, time); }
  std::int64_t events_at(double time) const {
    return std::upper_bound(events.begin(), events.end(), time) - events.begin() -
           before(events, time);
  }
};

// Solves `matrix` x = `right` by elimination with pivots and gives right' x; a direction without
// variance adds nothing and is not counted.
struct QuadraticForm {
  double value = 0;
  int rank = 0;
};
QuadraticForm quadratic_form(std::vector<std::vector<double>> matrix, std::vector<double> right) {
  const std::size_t n = right.size();
  constexpr double nothing = 1e-12;  // of the largest variance
  double largest = 0;
  for (std::size_t i = 0; i < n; ++i) largest = std::max(largest, matrix[i][i]);
  QuadraticForm form;
  // The matrix is symmetric and positive semidefinite: elimination along the diagonal, largest
  // first, keeps it so, and each pivot adds its square over itself.
  std::vector<bool> used(n, false);
  for (std::size_t step = 0; step < n; ++step) {
    std::size_t pivot = n;
    for (std::size_t i = 0; i < n; ++i)
      if (!used[i] && (pivot == n || matrix[i][i] > matrix[pivot][pivot])) pivot = i;
    const double variance = matrix[pivot][pivot];
    if (!(variance > nothing * largest)) break;
    used[pivot] = true;
    ++form.rank;
    form.value += right[pivot] * right[pivot] / variance;
    for (std::size_t i = 0; i < n; ++i) {
      if (used[i]) continue;
      const double factor = matrix[i][pivot] / variance;
      right[i] -= factor * right[pivot];
      for (std::size_t j = 0; j < n; ++j) matrix[i][j] -= factor * matrix[pivot][j];
    }
  }
  return form;
}

}  // namespace

std::vector<RiskSet> risk_sets(std::span<const WatchedCase> cases) {
  const Watch watch(cases);
  std::vector<RiskSet> sets;
  for (const double time : watch.events) {
    if (!sets.empty() && sets.back().time == time)
      ++sets.back().events;
    else
      sets.push_back({time, watch.at_risk(time), 1});
  }
  return sets;
}

std::vector<SurvivalStep> kaplan_meier(std::span<const RiskSet> sets, double confidence) {
  assert(confidence > 0 && confidence < 1);
  const double z = normal_quantile(0.5 + confidence / 2);
  std::vector<SurvivalStep> curve;
  curve.reserve(sets.size());
  double share = 1;
  double greenwood = 0;  // the sum of Greenwood (1926)
  double high = 1;
  for (const RiskSet& set : sets) {
    if (set.events == 0) continue;
    const auto n = static_cast<double>(set.at_risk);
    const auto d = static_cast<double>(set.events);
    assert(set.events <= set.at_risk);
    SurvivalStep step{set.time, set.at_risk, set.events, 0, 0, high};
    if (set.events < set.at_risk && share > 0) {
      share *= (n - d) / n;
      greenwood += d / (n * (n - d));
      const double spread = z * std::sqrt(greenwood) / -std::log(share);
      step.share = share;
      step.low = std::pow(share, std::exp(spread));
      step.high = high = std::pow(share, std::exp(-spread));
    } else {
      share = 0;
    }
    curve.push_back(step);
  }
  return curve;
}

std::optional<double> time_of_share(std::span<const SurvivalStep> curve, double share) {
  constexpr double rounding = 1e-12;
  for (const SurvivalStep& step : curve)
    if (step.share <= share + rounding) return step.time;
  return {};
}

std::vector<GroupRisk> group_risks(std::span<const std::vector<WatchedCase>> groups) {
  std::vector<Watch> watches;
  std::vector<double> times;
  for (const auto& group : groups) {
    watches.emplace_back(group);
    times.insert(times.end(), watches.back().events.begin(), watches.back().events.end());
  }
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  std::vector<GroupRisk> risks;
  for (const Watch& watch : watches) {
    GroupRisk& risk = risks.emplace_back();
    for (const double time : times) {
      risk.at_risk.push_back(watch.at_risk(time));
      risk.events.push_back(watch.events_at(time));
    }
  }
  return risks;
}

std::optional<LogRank> log_rank(std::span<const GroupRisk> groups, LogRankWeight weight) {
  if (groups.size() < 2) return {};
  const std::size_t k = groups.size() - 1;  // the last group follows from the others
  std::vector<double> excess(k);
  std::vector<std::vector<double>> variance(k, std::vector<double>(k));
  double survival = 1;
  for (std::size_t t = 0; t < groups[0].at_risk.size(); ++t) {
    double n = 0;
    double d = 0;
    for (const GroupRisk& group : groups) {
      n += static_cast<double>(group.at_risk[t]);
      d += static_cast<double>(group.events[t]);
    }
    if (d == 0) continue;
    survival *= 1 - d / (n + 1);
    const double w = weight == LogRankWeight::equal          ? 1
                     : weight == LogRankWeight::at_risk      ? n
                     : weight == LogRankWeight::root_at_risk ? std::sqrt(n)
                                                             : survival;
    // The hypergeometric variance; a moment at which one alone is watched tells nothing.
    const double scale = n > 1 ? w * w * d * (n - d) / (n - 1) : 0;
    for (std::size_t i = 0; i < k; ++i) {
      const double share_i = static_cast<double>(groups[i].at_risk[t]) / n;
      excess[i] += w * (static_cast<double>(groups[i].events[t]) - d * share_i);
      for (std::size_t j = 0; j < k; ++j) {
        const double share_j = static_cast<double>(groups[j].at_risk[t]) / n;
        variance[i][j] += scale * share_i * ((i == j ? 1 : 0) - share_j);
      }
    }
  }
  const QuadraticForm form = quadratic_form(std::move(variance), std::move(excess));
  if (form.rank == 0) return {};
  return LogRank{form.value, form.rank, chi_squared_above(form.value, form.rank)};
}

}  // namespace regulars
