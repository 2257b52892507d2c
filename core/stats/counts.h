// How often something happens to each case: the two models of counts, and which of them fits.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace regulars {

/// How many cases have one value.
struct CountOf {
  std::int64_t value = 0;
  std::int64_t cases = 0;
};

/// Whether counts in bins look like those that were expected; `p` is the chance of so large a
/// distance if they were.
struct GoodnessOfFit {
  double chi_squared = 0;
  int degrees = 0;  // bins less one less fitted parameters
  double p = 1;
};

/// Compares what was counted with what was expected, bin by bin; nothing where no degree of freedom
/// is left. Every expectation is above 0. Source: Pearson (1900), Philosophical Magazine 50.
std::optional<GoodnessOfFit> goodness_of_fit(std::span<const double> counted,
                                             std::span<const double> expected, int parameters);

/// One fitted model.
struct CountFit {
  double log_likelihood = 0;
  double aic = 0;  // Akaike (1974), IEEE Trans. Automatic Control 19(6); low is good
  std::optional<GoodnessOfFit> fit;  // over bins with at least 5 expected; nothing if too few
};

/// Which model describes the counts better.
enum class CountModel : std::uint8_t { none, poisson, negative_binomial };

/// Poisson, in which all cases are alike, beside the negative binomial, in which the rates of cases
/// follow a gamma distribution. Source: Greenwood and Yule (1920), JRSS 83(2); of purchases,
/// Ehrenberg (1959), Applied Statistics 8(1).
struct CountModels {
  std::int64_t cases = 0;
  double mean = 0;
  double variance = 0;  // dividing by cases
  CountFit poisson;
  std::optional<double> shape;  // r of the gamma distribution; nothing where the counts vary no
                                // more than Poisson's do, so that no negative binomial fits better
  CountFit negative_binomial;   // only with a shape
  double likelihood_ratio = 0;  // twice the gain in log-likelihood
  double p = 1;  // of that gain among counts that are Poisson: the shape lies on an edge of its
                 // range there, so that half a chi-squared with one degree of freedom holds (Self
                 // and Liang 1987, JASA 82)
  CountModel chosen = CountModel::none;  // by AIC; none without cases or where all counts are 0
};

/// Fits both by maximum likelihood. `counts` ascend by value.
CountModels fit_counts(std::span<const CountOf> counts);

}  // namespace regulars
