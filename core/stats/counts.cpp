#include "core/stats/counts.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/stats/special.h"

namespace regulars {
namespace {

// digamma(r + x) - digamma(r), without the cancellation where r is large.
double digamma_step(double r, std::int64_t x) {
  constexpr std::int64_t few = 64;
  if (x > few) return digamma(r + static_cast<double>(x)) - digamma(r);
  double sum = 0;
  for (std::int64_t j = 0; j < x; ++j) sum += 1 / (r + static_cast<double>(j));
  return sum;
}

struct Sample {
  std::span<const CountOf> counts;
  double cases;
  double mean;
};

double log_poisson(double mean, double x) { return x * std::log(mean) - mean - log_gamma(x + 1); }

double log_negative_binomial(double r, double mean, double x) {
  return log_gamma(r + x) - log_gamma(r) - log_gamma(x + 1) - r * std::log1p(mean / r) +
         x * (std::log(mean) - std::log(r + mean));
}

// The derivative of the log-likelihood by r, the mean being that of the sample, where it is best.
double score_of_shape(const Sample& sample, double r) {
  double score = -sample.cases * std::log1p(sample.mean / r);
  for (const CountOf& one : sample.counts)
    score += static_cast<double>(one.cases) * digamma_step(r, one.value);
  return score;
}

// The one root of the score, which is positive below it. Beyond the largest shape the two models
// cannot be told apart. Source: Simonsen (1976), Scandinavian Actuarial Journal: there is a root if
// and only if the variance exceeds the mean.
std::optional<double> shape_of(const Sample& sample, double variance) {
  constexpr double least = 1e-6;
  constexpr double most = 1e6;
  if (variance <= sample.mean || score_of_shape(sample, most) >= 0) return {};
  double low = std::log(least);
  double high = std::log(most);
  constexpr int halvings = 60;  // of a range of 28 in log(r): to the last digits
  for (int i = 0; i < halvings; ++i) {
    const double middle = (low + high) / 2;
    (score_of_shape(sample, std::exp(middle)) > 0 ? low : high) = middle;
  }
  return std::exp((low + high) / 2);
}

// `log_chance` of a value; values are pooled from 0 on until a bin expects enough.
template <class LogChance>
CountFit fit_of(const Sample& sample, int parameters, LogChance&& log_chance) {
  constexpr double enough = 5;
  CountFit fit;
  for (const CountOf& one : sample.counts)
    fit.log_likelihood +=
        static_cast<double>(one.cases) * log_chance(static_cast<double>(one.value));
  fit.aic = 2 * parameters - 2 * fit.log_likelihood;
  std::vector<double> counted{0};
  std::vector<double> expected{0};
  double left = sample.cases;  // expected of the values not yet looked at
  std::size_t at = 0;
  for (std::int64_t value = 0; value <= sample.counts.back().value; ++value) {
    const double here = sample.cases * std::exp(log_chance(static_cast<double>(value)));
    if (expected.back() >= enough && left >= enough) {
      counted.push_back(0);
      expected.push_back(0);
    }
    expected.back() += here;
    left -= here;
    if (sample.counts[at].value == value)
      counted.back() += static_cast<double>(sample.counts[at++].cases);
  }
  expected.back() += std::max(left, 0.0);
  fit.fit = goodness_of_fit(counted, expected, parameters);
  return fit;
}

}  // namespace

std::optional<GoodnessOfFit> goodness_of_fit(std::span<const double> counted,
                                             std::span<const double> expected, int parameters) {
  GoodnessOfFit fit;
  for (std::size_t i = 0; i < counted.size(); ++i) {
    const double off = counted[i] - expected[i];
    fit.chi_squared += off * off / expected[i];
  }
  fit.degrees = static_cast<int>(counted.size()) - 1 - parameters;
  if (fit.degrees < 1) return {};
  fit.p = chi_squared_above(fit.chi_squared, fit.degrees);
  return fit;
}

CountModels fit_counts(std::span<const CountOf> counts) {
  CountModels models;
  double sum = 0;
  for (const CountOf& one : counts) {
    models.cases += one.cases;
    sum += static_cast<double>(one.value) * static_cast<double>(one.cases);
  }
  if (models.cases == 0) return models;
  const auto cases = static_cast<double>(models.cases);
  models.mean = sum / cases;
  for (const CountOf& one : counts) {
    const double off = static_cast<double>(one.value) - models.mean;
    models.variance += off * off * static_cast<double>(one.cases) / cases;
  }
  if (sum == 0) return models;
  const Sample sample{counts, cases, models.mean};
  models.poisson = fit_of(sample, 1, [&](double x) { return log_poisson(models.mean, x); });
  models.chosen = CountModel::poisson;
  models.shape = shape_of(sample, models.variance);
  if (!models.shape) return models;
  models.negative_binomial = fit_of(
      sample, 2, [&](double x) { return log_negative_binomial(*models.shape, models.mean, x); });
  models.likelihood_ratio =
      2 * (models.negative_binomial.log_likelihood - models.poisson.log_likelihood);
  models.p = chi_squared_above(models.likelihood_ratio, 1) / 2;
  if (models.negative_binomial.aic < models.poisson.aic)
    models.chosen = CountModel::negative_binomial;
  return models;
}

}  // namespace regulars
