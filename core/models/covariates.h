// Models of repeat buying in which what is known of a customer shifts their pace and their leaving.
#pragma once

#include <span>
#include <vector>

#include "core/models/purchase_model.h"

namespace regulars {

/// Customers' histories, each with a number for every covariate: what is known of the customer and
/// does not change, such as the channel of their first order (0 or 1).
struct CovariateTable {
  std::vector<CountedHistory> rows;
  std::size_t covariates = 0;
  std::vector<double> values;  // row by row: rows.size() * covariates, finite

  std::span<const double> of(std::size_t row) const {
    return std::span(values).subspan(row * covariates, covariates);
  }
};

/// What one covariate does. Both are logarithms of a factor for each unit of the covariate: of the
/// pace of purchases, and of the rate of leaving (Pareto/NBD) or the odds to leave after a
/// purchase.
struct CovariateEffect {
  Estimate pace;
  Estimate leaving;
};

/// A model with covariates.
struct CovariateFit {
  PurchaseModel base;  // of a customer whose covariates are all 0
  std::vector<CovariateEffect> effects;
  FitReport report;  // of the base's parameters, and the likelihood with covariates
  double log_likelihood_without = 0;  // of the same model without covariates; 0 unless fitted
  // The probability of so much gain in likelihood by 2 * effects.size() parameters that do nothing.
  double p = 1;
};

/// Whether a kind can be fitted with covariates: bg_nbd, mbg_nbd, pareto_nbd.
bool takes_covariates(ModelKind kind);

/// The likeliest parameters and effects, for a kind that takes covariates. A covariate that is the
/// same for all leaves the likelihood flat: not_identifiable. Source: Fader and Hardie (2007),
/// "Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models"; of BG/NBD's two
/// parameters of leaving the first is shifted, so that an effect moves the odds.
CovariateFit fit_with_covariates(ModelKind kind, const CovariateTable& table,
                                 FitOptions options = {});

/// The model of a customer with these covariates.
PurchaseModel model_of(const CovariateFit& fit, std::span<const double> values);

}  // namespace regulars
