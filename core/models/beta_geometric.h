// Customers who buy at their own steady pace until they leave for good after one of their orders:
// the family of BG/NBD.
#pragma once

#include <cstdint>
#include <vector>

#include "core/models/fitting.h"

namespace regulars {

/// After which orders a customer may leave for good.
enum class Dropout : std::uint8_t {
  after_repeat,  // BG: whoever bought once only is always still a customer
  after_any,     // MBG: also after the first one
};

/// A customer's purchases follow one another by gaps that are the sum of `k` exponential steps with
/// a rate of the customer's own, drawn from Gamma(r, alpha); after each purchase the customer
/// leaves for good with a probability of their own, drawn from Beta(a, b). k = 1 and after_repeat
/// is BG/NBD, k = 1 and after_any MBG/NBD, larger k their CNBD-k.
///
/// Source: Fader, Hardie and Lee (2005), Marketing Science 24(2), 275-284 (BG/NBD); Batislam,
/// Denizel and Filiztekin (2007), Int. J. Research in Marketing 24(3), 201-209 (MBG/NBD); Platzer
/// and Reutterer (2016), Marketing Science 35(5), 779-799 (CNBD-k).
struct BetaGeometric {
  Dropout dropout = Dropout::after_repeat;
  std::int32_t k = 1;  // 1..12; gaps are the more regular, the larger it is
  double r = 1;
  Days alpha{30};
  double a = 1;
  double b = 1;

  /// The logarithm of the density of the times of all purchases, times in days.
  double log_likelihood(const Histories& histories) const;

  /// That a customer is still one, `ahead` of the end of their history.
  double probability_alive(const History& history, Days ahead = {}) const;
  /// What comes within `ahead` of the end of a history. History{} is a customer who bought for the
  /// first time just now.
  Outlook outlook(const History& history, Days ahead) const;
  /// Purchases of one who still is a customer at the end of their history, within `ahead`.
  double expected_if_alive(const History& history, Days ahead) const;
  /// That one who still is a customer at the end of their history buys nothing for `ahead`.
  double silence(const History& history, Days ahead) const;
  /// That exactly `n` purchases come within `ahead` of it; n at least 0.
  double probability_of(std::int32_t n, const History& history, Days ahead) const;
};

inline constexpr std::int32_t kMostRegularPace = 12;

/// The likeliest parameters for a given k.
Fitted<BetaGeometric> fit_beta_geometric(const Histories& histories, Dropout dropout,
                                         std::int32_t k, FitOptions options = {});

/// The likeliest k as well: from 1 upwards for as long as the likelihood grows.
Fitted<BetaGeometric> fit_beta_geometric_k(const Histories& histories, Dropout dropout,
                                           FitOptions options = {});

/// The likelihood of BetaGeometric per customer, negative, by the logarithms of r, alpha, a and b;
/// times are divided by `scale`. Without the gaps, which no parameter but k changes.
Slope beta_geometric_loss(const Histories& histories, Dropout dropout, std::int32_t k, double scale,
                          std::span<const double> logs);

}  // namespace regulars
