// Special functions and distributions: the only door to Boost.Math.
#pragma once

namespace regulars {

/// The standard normal value with probability `p` below it; p strictly between 0 and 1, else plus
/// or minus infinity at the ends.
double normal_quantile(double p);

/// The probability that a standard normal value is below `z`.
double normal_probability(double z);

/// The logarithm of the gamma function; x above 0.
double log_gamma(double x);

/// The first and second derivatives of log_gamma; x above 0.
double digamma(double x);
double trigamma(double x);

/// The logarithm of the beta function; a and b above 0.
double log_beta(double a, double b);

/// The shares of a gamma distribution with shape `a` and scale 1 below and above `x`; a above 0, x
/// at least 0. They sum to 1, and each is exact where it is small.
double gamma_below(double a, double x);
double gamma_above(double a, double x);

/// The probability that a chi-squared value with so many degrees of freedom exceeds `x`; degrees
/// above 0. 1 where x is 0 or less.
double chi_squared_above(double x, double degrees);

}  // namespace regulars
