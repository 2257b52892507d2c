// Special functions and distributions: the only door to Boost.Math.
#pragma once

namespace regulars {

/// The standard normal value with probability `p` below it; p strictly between 0 and 1, else plus
/// or minus infinity at the ends.
double normal_quantile(double p);

/// The probability that a standard normal value is below `z`.
double normal_probability(double z);

}  // namespace regulars
