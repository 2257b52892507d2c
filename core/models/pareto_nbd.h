// Customers who buy at their own steady pace until they leave at a moment of their own: Pareto/NBD.
#pragma once

#include "core/models/fitting.h"

namespace regulars {

/// Purchases at exponential gaps with a rate drawn from Gamma(r, alpha), until an exponential
/// lifetime with a rate drawn from Gamma(s, beta) is over.
///
/// Source: Schmittlein, Morrison and Colombo (1987), Management Science 33(1), 1-24; Fader and
/// Hardie (2005), "A Note on Deriving the Pareto/NBD Model and Related Expressions".
struct ParetoNbd {
  double r = 1;
  Days alpha{30};
  double s = 1;
  Days beta{30};

  /// The logarithm of the density of the times of all purchases, times in days.
  double log_likelihood(const Histories& histories) const;
  /// That a customer is still one, `ahead` of the end of their history.
  double probability_alive(const History& history, Days ahead = {}) const;
  /// What comes within `ahead` of the end of a history.
  Outlook outlook(const History& history, Days ahead) const;
  /// Purchases of one who still is a customer at the end of their history, within `ahead`.
  double expected_if_alive(const History& history, Days ahead) const;
  /// That one who still is a customer at the end of their history buys nothing for `ahead`.
  double silence(const History& history, Days ahead) const;
  /// All purchases after the end of a history, each counted by exp(-rate t) at t days; the rate is
  /// above 0. Known as DERT.
  double discounted_purchases(const History& history, double rate) const;
};

/// The likeliest parameters.
Fitted<ParetoNbd> fit_pareto_nbd(const Histories& histories, FitOptions options = {});

/// The likelihood of ParetoNbd per customer, negative, by the logarithms of r, alpha, s and beta;
/// times are divided by `scale`.
Slope pareto_nbd_loss(const Histories& histories, double scale, std::span<const double> logs);

}  // namespace regulars
