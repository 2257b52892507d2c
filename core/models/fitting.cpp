#include "core/models/fitting.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace regulars {
namespace {

// A standard error of a logarithm above this leaves the parameter open by a factor of 50 up or
// down.
constexpr double kMostError = 2;

Minimum best_of(const Objective& objective, const std::vector<std::vector<double>>& starts,
                const MinimizeOptions& options) {
  Minimum best;
  best.value = std::numeric_limits<double>::infinity();
  for (const std::vector<double>& start : starts) {
    Minimum minimum = minimize(objective, start, options);
    minimum.iterations += best.iterations;
    const int iterations = minimum.iterations;
    // Two starts that end at one place differ by rounding: the first one stands.
    if (best.point.empty() || minimum.value < best.value - 1e-12 * std::abs(best.value))
      best = std::move(minimum);
    best.iterations = iterations;
  }
  return best;
}

}  // namespace

// From every start a little way, by the sketch where there is one; from the best of these places
// all the way.
Found run(const Search& search) {
  const Objective& rough = search.sketch ? search.sketch : search.loss;
  const Minimum pilot = best_of(
      rough, search.starts, {.gradient_tolerance = 1e-4, .max_iterations = 60, .progress = 1e-7});
  const int piloted = pilot.iterations;
  Minimum minimum = std::isfinite(pilot.value) ? minimize(search.loss, pilot.point)
                                               : best_of(search.loss, search.starts, {});
  if (!minimum.converged) {
    Minimum other = minimize_by_values(rough, minimum.point, {});
    Minimum again = minimize(search.loss, other.point, {});
    Minimum& better = search.sketch || again.value <= other.value ? again : other;
    better.iterations += minimum.iterations;
    if (better.value <= minimum.value) minimum = std::move(better);
  }
  Found found;
  found.point = minimum.point;
  found.loss = minimum.value;
  found.gradient = minimum.gradient;
  found.iterations = minimum.iterations + piloted;
  if (!std::isfinite(found.loss)) return found;
  if (minimum.converged) found.status = FitStatus::converged;
  if (minimum.at_limit) {
    found.status = FitStatus::not_identifiable;
    return found;
  }
  const auto covariance = inverse(hessian(search.loss, minimum.point));
  if (!covariance) {
    if (minimum.converged) found.status = FitStatus::not_identifiable;
    return found;
  }
  for (std::size_t i = 0; i < minimum.point.size(); ++i)
    found.errors.push_back(std::sqrt(covariance->at(i, i) / search.customers));
  const double most = *std::max_element(found.errors.begin(), found.errors.end());
  if (minimum.converged && most > kMostError) found.status = FitStatus::not_identifiable;
  return found;
}

std::optional<FitStatus> reason_not_to_fit(const Histories& histories, int parameters) {
  if (histories.customers() <= 0) return FitStatus::no_customers;
  if (histories.longest() <= 0) return FitStatus::no_time_observed;
  if (histories.repeats() <= 0) return FitStatus::no_repeat_orders;
  if (histories.customers() < parameters) return FitStatus::too_little_data;
  return {};
}

Histories sketch_of(const Histories& histories) {
  constexpr std::size_t groups = 1500;
  return histories.groups().size() > 2 * groups ? histories.thinned(groups) : Histories();
}

FitReport unfitted(FitStatus reason, const Histories& histories, FitOptions options) {
  FitReport report;
  report.status = reason;
  report.unit = options.unit;
  report.customers = histories.customers();
  report.distinct = static_cast<std::int64_t>(histories.groups().size());
  return report;
}

FitReport report_of(const Found& found, const Histories& histories, FitOptions options,
                    double log_likelihood, std::vector<Estimate> parameters) {
  FitReport report = unfitted(found.status, histories, options);
  // A density of each repeat purchase's time: in a longer unit it is higher.
  report.log_likelihood = log_likelihood + histories.repeats() * std::log(days_in(options.unit));
  report.iterations = found.iterations;
  report.gradient = found.gradient;
  report.parameters = std::move(parameters);
  for (std::size_t i = 0; i < found.errors.size(); ++i)
    report.parameters[i].standard_error = report.parameters[i].value * found.errors[i];
  return report;
}

}  // namespace regulars
