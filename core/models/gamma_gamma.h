// What a purchase brings: the spend of customers who each have a mean of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/models/fitting.h"

namespace regulars {

/// What a customer paid on average on so many repeat purchases.
struct Spend {
  std::int32_t frequency = 0;  // x    repeat purchases
  double value = 0;            // the mean of what each brought, in any currency unit
};

/// The same for so many customers.
struct CountedSpend {
  Spend spend;
  double customers = 1;
};

/// Each purchase's amount is drawn from Gamma(p, nu), with nu drawn from Gamma(q, v) once per
/// customer. q is above 1, so that the mean over all customers exists.
/// Source: Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value".
struct GammaGamma {
  double p = 1;
  double q = 2;
  double v = 1;  // in the unit of the amounts

  double log_likelihood(std::span<const CountedSpend> spends) const;
  /// The mean of all customers, in the unit of the amounts.
  double mean() const { return p * v / (q - 1); }
  /// A customer's own mean: between what they paid and the mean of all, the nearer to the first,
  /// the more purchases tell it. The mean of all where there are none, or where what they brought
  /// is not above 0.
  double expected_value(const Spend& spend) const;
};

/// A fit of spend, and whether its assumption holds.
struct SpendFit {
  GammaGamma model;
  FitReport report;     // of the customers used
  double left_out = 0;  // customers with a repeat purchase whose mean is not above 0
  // Of repeat purchases and mean value, over the customers used: the model takes it to be 0.
  // Nothing where either is the same for all.
  std::optional<double> correlation;
};

/// The likeliest parameters, from customers with a repeat purchase and a mean above 0.
SpendFit fit_gamma_gamma(std::span<const CountedSpend> spends);
SpendFit fit_gamma_gamma(std::span<const Summary> summaries);

/// The likelihood of GammaGamma per customer, negative, by the logarithms of p, q - 1 and v; values
/// are divided by `scale`.
Slope gamma_gamma_loss(std::span<const CountedSpend> spends, double scale,
                       std::span<const double> logs);

}  // namespace regulars
