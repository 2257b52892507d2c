// Chance that is the same everywhere: one generator and our own samplers, no clock and no <random>.
#pragma once

#include <cstdint>
#include <span>

namespace regulars {

/// A stream of random numbers fixed by its seed: xoshiro256**, seeded through splitmix64.
/// Source: Blackman and Vigna (2021), "Scrambled Linear Pseudorandom Number Generators", ACM TOMS
/// 47(4).
class Rng {
 public:
  explicit Rng(std::uint64_t seed);

  /// 64 random bits.
  std::uint64_t bits();
  /// Uniform in [0, 1), on a grid of 2^-53.
  double uniform();
  /// Uniform whole number in 0..bound-1, without bias; bound must be positive.
  std::uint64_t below(std::uint64_t bound);
  /// Standard normal. Source: Marsaglia and Bray (1964), the polar method.
  double normal();
  /// Exponential with the given rate (mean 1 / rate).
  double exponential(double rate);
  /// Gamma with the given shape and rate. Source: Marsaglia and Tsang (2000), ACM TOMS 26(3).
  double gamma(double shape, double rate);
  /// Beta(a, b), from two gammas.
  double beta(double a, double b);
  /// An index drawn with probability proportional to its weight; weights are not negative and not
  /// all zero.
  std::size_t pick(std::span<const double> weights);

 private:
  std::uint64_t state_[4];
};

}  // namespace regulars
