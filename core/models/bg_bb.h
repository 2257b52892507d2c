// Supporters who may act once in each period - a yearly donation, a seasonal sale - until they
// leave.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/models/fitting.h"

namespace regulars {

/// What one supporter did in the periods after the first act. Time is counted in periods.
struct PeriodHistory {
  std::int32_t frequency = 0;  // x    periods with an act; at most `last`
  std::int32_t last = 0;       // t_x  the last of them, 1 being the first; 0 if there is none
  std::int32_t seen = 0;       // n    periods that were watched; at least `last`
  auto operator<=>(const PeriodHistory&) const = default;
};

/// The same for so many supporters.
struct CountedPeriods {
  PeriodHistory periods;
  double customers = 1;
};

/// In each period a supporter acts with a probability drawn from Beta(alpha, beta), after having
/// left for good at its beginning with one drawn from Beta(gamma, delta).
/// Source: Fader, Hardie and Shang (2010), Marketing Science 29(6), 1086-1108.
struct BgBb {
  double alpha = 1;
  double beta = 1;
  double gamma = 1;
  double delta = 1;

  double log_likelihood(std::span<const CountedPeriods> supporters) const;
  /// That a supporter is still one in the period `ahead` after those seen; at least 1.
  double probability_alive(const PeriodHistory& periods, std::int32_t ahead) const;
  /// Acts in the next `ahead` periods.
  double expected_purchases(const PeriodHistory& periods, std::int32_t ahead) const;
  /// That none comes in them.
  double probability_of_none(const PeriodHistory& periods, std::int32_t ahead) const;
  /// That a new supporter acts in `n` of the first `seen` periods.
  double probability_of(std::int32_t n, std::int32_t seen) const;
};

/// The likeliest parameters.
Fitted<BgBb> fit_bg_bb(std::span<const CountedPeriods> supporters);

/// The likelihood of BgBb per supporter, negative, by the logarithms of its parameters. Each
/// different history should come once.
Slope bg_bb_loss(std::span<const CountedPeriods> supporters, std::span<const double> logs);

}  // namespace regulars
