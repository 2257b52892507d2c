// Customers who buy at their own steady pace and never leave: the plainest model of repeat buying.
#pragma once

#include "core/models/fitting.h"

namespace regulars {

/// Purchases at exponential gaps with a rate drawn from Gamma(r, alpha) once per customer.
/// Source: Ehrenberg (1959), Applied Statistics 8(1), 26-41.
struct Nbd {
  double r = 1;
  Days alpha{30};

  /// The logarithm of the density of the times of all purchases, times in days.
  double log_likelihood(const Histories& histories) const;
  /// Nobody ever leaves.
  double probability_alive(const History&, Days = {}) const { return 1; }
  /// What comes within `ahead` of the end of a history.
  Outlook outlook(const History& history, Days ahead) const;
  /// Purchases within `ahead`; here the same as outlook's.
  double expected_if_alive(const History& history, Days ahead) const;
  /// That nothing does.
  double silence(const History& history, Days ahead) const;
};

/// The likeliest parameters.
Fitted<Nbd> fit_nbd(const Histories& histories, FitOptions options = {});

/// The likelihood of Nbd per customer, negative, by the logarithms of r and alpha; times are
/// divided by `scale`.
Slope nbd_loss(const Histories& histories, double scale, std::span<const double> logs);

}  // namespace regulars
