#include "core/models/bg_bb.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/stats/special.h"

namespace regulars {
namespace {

// A gamma function's logarithm and its derivative at `least` + 0, 1, 2, ...: by their recurrences,
// upwards from the first.
class GammaLadder {
 public:
  GammaLadder(double least, std::int32_t steps) {
    double log = log_gamma(least);
    double psi = digamma(least);
    for (std::int32_t i = 0; i <= steps; ++i) {
      log_.push_back(log);
      psi_.push_back(psi);
      log += std::log(least + i);
      psi += 1 / (least + i);
    }
  }
  double log(std::int32_t i) const { return log_[static_cast<std::size_t>(i)]; }
  double psi(std::int32_t i) const { return psi_[static_cast<std::size_t>(i)]; }

 private:
  std::vector<double> log_;
  std::vector<double> psi_;
};

// The logarithm of a history's likelihood, and its derivatives.
struct Likelihood {
  double value = 0;
  std::array<double, 4> by{};
};

class Ladders {
 public:
  Ladders(const BgBb& m, std::int32_t most)
      : alpha_(m.alpha, most),
        beta_(m.beta, most),
        both_(m.alpha + m.beta, most),
        gamma_(m.gamma, 1),
        delta_(m.delta, most),
        leave_(m.gamma + m.delta, most + 1) {}

  // Acted in x of the first n periods, and stayed for them.
  Likelihood stayed(std::int32_t x, std::int32_t n) const {
    Likelihood one = acted(x, n);
    one.value += delta_.log(n) - leave_.log(n) - delta_.log(0) + leave_.log(0);
    one.by[2] = leave_.psi(0) - leave_.psi(n);
    one.by[3] = delta_.psi(n) - leave_.psi(n) - delta_.psi(0) + leave_.psi(0);
    return one;
  }

  // Acted in x of the first n periods, and left right after them.
  Likelihood left(std::int32_t x, std::int32_t n) const {
    Likelihood one = acted(x, n);
    one.value += gamma_.log(1) - gamma_.log(0) + delta_.log(n) - leave_.log(n + 1) - delta_.log(0) +
                 leave_.log(0);
    one.by[2] = gamma_.psi(1) - gamma_.psi(0) - leave_.psi(n + 1) + leave_.psi(0);
    one.by[3] = delta_.psi(n) - leave_.psi(n + 1) - delta_.psi(0) + leave_.psi(0);
    return one;
  }

 private:
  Likelihood acted(std::int32_t x, std::int32_t n) const {
    const double to_both = both_.psi(0) - both_.psi(n);
    return {.value = alpha_.log(x) + beta_.log(n - x) - both_.log(n) - alpha_.log(0) -
                     beta_.log(0) + both_.log(0),
            .by = {alpha_.psi(x) - alpha_.psi(0) + to_both,
                   beta_.psi(n - x) - beta_.psi(0) + to_both, 0, 0}};
  }

  GammaLadder alpha_;
  GammaLadder beta_;
  GammaLadder both_;
  GammaLadder gamma_;
  GammaLadder delta_;
  GammaLadder leave_;
};

// Source: Fader, Hardie and Shang (2010), equation 5: stayed to the end, or left after any of the
// periods since the last act.
Likelihood likelihood(const Ladders& ladders, const PeriodHistory& periods) {
  const auto [x, last, seen] = periods;
  std::vector<Likelihood> ways{ladders.stayed(x, seen)};
  for (std::int32_t n = last; n < seen; ++n) ways.push_back(ladders.left(x, n));
  double most = ways[0].value;
  for (const Likelihood& way : ways) most = std::max(most, way.value);
  double sum = 0;
  Likelihood all;
  for (const Likelihood& way : ways) {
    const double weight = std::exp(way.value - most);
    sum += weight;
    for (std::size_t i = 0; i < 4; ++i) all.by[i] += weight * way.by[i];
  }
  all.value = most + std::log(sum);
  for (double& part : all.by) part /= sum;
  return all;
}

std::int32_t longest(std::span<const CountedPeriods> supporters) {
  std::int32_t most = 0;
  for (const auto& [periods, customers] : supporters) most = std::max(most, periods.seen);
  return most;
}

}  // namespace

Slope bg_bb_loss(std::span<const CountedPeriods> supporters, std::span<const double> logs) {
  const BgBb model{std::exp(logs[0]), std::exp(logs[1]), std::exp(logs[2]), std::exp(logs[3])};
  const std::array<double, 4> parameters{model.alpha, model.beta, model.gamma, model.delta};
  const Ladders ladders(model, longest(supporters));
  Slope slope{0, std::vector<double>(4, 0)};
  double all = 0;
  for (const auto& [periods, customers] : supporters) {
    const Likelihood one = likelihood(ladders, periods);
    all += customers;
    slope.value -= customers * one.value;
    for (std::size_t i = 0; i < 4; ++i) slope.gradient[i] -= customers * one.by[i] * parameters[i];
  }
  slope.value /= all;
  for (double& part : slope.gradient) part /= all;
  return slope;
}

double BgBb::log_likelihood(std::span<const CountedPeriods> supporters) const {
  const Ladders ladders(*this, longest(supporters));
  double sum = 0;
  for (const auto& [periods, customers] : supporters)
    sum += customers * likelihood(ladders, periods).value;
  return sum;
}

double BgBb::probability_alive(const PeriodHistory& periods, std::int32_t ahead) const {
  const Ladders ladders(*this, periods.seen);
  const double here = ladders.stayed(periods.frequency, periods.seen).value;
  const double all = likelihood(ladders, periods).value;
  const double left = delta + periods.seen;
  return std::min(1.0,
                  std::exp(here - all + log_beta(gamma, left + ahead) - log_beta(gamma, left)));
}

// Of a supporter who stays the probability to act is drawn from Beta(alpha + x, beta + n - x).
// Summed over the periods it has no singularity at gamma = 1, unlike equation 14 of the source.
double BgBb::expected_purchases(const PeriodHistory& periods, std::int32_t ahead) const {
  double chances = 0;  // periods in which the supporter still is one
  double there = probability_alive(periods, 0);
  for (std::int32_t i = 0; i < ahead; ++i) {
    const double left = delta + periods.seen + i;
    there *= left / (gamma + left);
    chances += there;
  }
  return chances * (alpha + periods.frequency) / (alpha + beta + periods.seen);
}

double BgBb::probability_of_none(const PeriodHistory& periods, std::int32_t ahead) const {
  if (ahead <= 0) return 1;
  const BgBb posterior{alpha + periods.frequency, beta + periods.seen - periods.frequency, gamma,
                       delta + periods.seen};
  const std::array<CountedPeriods, 1> none{{{{0, 0, ahead}, 1}}};
  return 1 + probability_alive(periods, 0) * std::expm1(posterior.log_likelihood(none));
}

double BgBb::probability_of(std::int32_t n, std::int32_t seen) const {
  const Ladders ladders(*this, seen);
  const auto ways = [&](std::int32_t periods) {
    return log_gamma(periods + 1) - log_gamma(n + 1) - log_gamma(periods - n + 1);
  };
  double sum = std::exp(ways(seen) + ladders.stayed(n, seen).value);
  for (std::int32_t i = n; i < seen; ++i) sum += std::exp(ways(i) + ladders.left(n, i).value);
  return sum;
}

Fitted<BgBb> fit_bg_bb(std::span<const CountedPeriods> supporters) {
  std::vector<CountedPeriods> distinct(supporters.begin(), supporters.end());
  std::sort(distinct.begin(), distinct.end(),
            [](const auto& a, const auto& b) { return a.periods < b.periods; });
  std::size_t kept = 0;
  FitReport report;
  double acts = 0;
  for (const CountedPeriods& row : distinct) {
    report.customers += row.customers;
    acts += row.customers * row.periods.frequency;
    if (kept > 0 && distinct[kept - 1].periods == row.periods)
      distinct[kept - 1].customers += row.customers;
    else
      distinct[kept++] = row;
  }
  distinct.resize(kept);
  report.distinct = static_cast<std::int64_t>(kept);
  report.status = report.customers <= 0    ? FitStatus::no_customers
                  : longest(distinct) == 0 ? FitStatus::no_time_observed
                  : acts <= 0              ? FitStatus::no_repeat_orders
                  : report.customers < 4   ? FitStatus::too_little_data
                                           : FitStatus::converged;
  BgBb model;
  if (!is_fitted(report.status)) return {model, report};
  const Found found =
      run({.loss = [&](std::span<const double> logs) { return bg_bb_loss(distinct, logs); },
           .sketch = {},
           .starts = {{0, 0, -0.5, 0.5}, {0, 1, 0, 2}, {-1, -1, -1, 0}},
           .customers = report.customers});
  report.status = found.status;
  report.iterations = found.iterations;
  report.gradient = found.gradient;
  report.log_likelihood = -report.customers * found.loss;
  model = {std::exp(found.point[0]), std::exp(found.point[1]), std::exp(found.point[2]),
           std::exp(found.point[3])};
  report.parameters = {{"alpha", model.alpha, {}},
                       {"beta", model.beta, {}},
                       {"gamma", model.gamma, {}},
                       {"delta", model.delta, {}}};
  for (std::size_t i = 0; i < found.errors.size(); ++i)
    report.parameters[i].standard_error = report.parameters[i].value * found.errors[i];
  return {model, report};
}

}  // namespace regulars
