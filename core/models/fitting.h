// How a model of purchases is fitted: the statuses, the report, and the search that all share.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/models/histories.h"
#include "core/stats/optimize.h"

namespace regulars {

/// How a fit went. After the first three there is a model; after the others its parameters are
/// mere defaults.
enum class FitStatus : std::uint8_t {
  converged,
  not_identifiable,  // the likelihood is flat in a parameter, or grows to the end of its range:
                     // predictions hold, that parameter by itself means nothing
  stopped_early,     // the search broke off before the likelihood was at its greatest
  too_little_data,   // fewer customers than parameters
  no_customers,
  no_repeat_orders,  // everyone bought on one day only
  no_time_observed,  // everyone came on the last day
  no_spend,          // nobody paid anything on a repeat day
};
inline constexpr std::size_t kFitStatuses = 8;

/// Whether parameters were found.
constexpr bool is_fitted(FitStatus status) { return status <= FitStatus::stopped_early; }

/// A parameter as reports show it.
struct Estimate {
  std::string_view name;  // the authors' letter
  double value = 0;       // times in the unit of the report
  // In the unit of the value, by the delta method from the second derivatives of the likelihood;
  // nothing where they do not allow one.
  std::optional<double> standard_error;
};

/// How a fit went. Times are in `unit`.
struct FitReport {
  FitStatus status = FitStatus::no_customers;
  TimeUnit unit = TimeUnit::days;
  std::vector<Estimate> parameters;
  double log_likelihood = 0;  // of the data, times in `unit`; 0 unless fitted
  int iterations = 0;
  double gradient = 0;  // largest slope of the mean log-likelihood by the log of a parameter
  double customers = 0;
  std::int64_t distinct = 0;  // histories that differ
};

/// A model with the report of its fit.
template <class Model>
struct Fitted {
  Model model;
  FitReport report;
};

/// What a caller may want of a fit.
struct FitOptions {
  TimeUnit unit = TimeUnit::days;  // of the report; the model is the same in any
};

/// The search for the parameters whose logarithms make `loss` least.
struct Search {
  Objective loss;    // the negative log-likelihood per customer, by the logs of the parameters
  Objective sketch;  // the same of fewer customers, to start from; may be empty
  std::vector<std::vector<double>> starts;
  double customers = 0;
};

/// What a search found.
struct Found {
  FitStatus status = FitStatus::stopped_early;
  std::vector<double> point;   // logs of the parameters
  std::vector<double> errors;  // standard errors of the logs; empty where there are none
  double loss = 0;
  double gradient = 0;
  int iterations = 0;
};

/// Runs from every start and keeps the best. Where a search by slopes breaks off, one by values
/// carries on.
Found run(const Search& search);

/// Why histories cannot be fitted with so many parameters, or nothing where they can.
std::optional<FitStatus> reason_not_to_fit(const Histories& histories, int parameters);

/// About 1,500 of the groups, where there are more than twice as many; else nothing.
Histories sketch_of(const Histories& histories);

/// The report of a fit that was not tried.
FitReport unfitted(FitStatus reason, const Histories& histories, FitOptions options);

/// The report of a search by the logarithms of `parameters`, whose values are in the unit that
/// `options` ask for. `log_likelihood` is of times in days.
FitReport report_of(const Found& found, const Histories& histories, FitOptions options,
                    double log_likelihood, std::vector<Estimate> parameters);

}  // namespace regulars
