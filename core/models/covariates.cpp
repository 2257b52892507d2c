#include "core/models/covariates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/models/beta_geometric.h"
#include "core/models/pareto_nbd.h"
#include "core/stats/special.h"

namespace regulars {
namespace {

constexpr std::size_t kBase = 4;  // parameters without covariates

// Customers whose covariates are the same.
struct Profile {
  std::vector<double> values;  // over the largest of each covariate
  Histories histories;
};

std::vector<double> largest_of(const CovariateTable& table) {
  std::vector<double> largest(table.covariates, 0);
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    for (std::size_t j = 0; j < table.covariates; ++j)
      largest[j] = std::max(largest[j], std::abs(table.of(row)[j]));
  for (double& one : largest)
    if (one == 0) one = 1;
  return largest;
}

std::vector<Profile> profiles_of(const CovariateTable& table, std::span<const double> largest) {
  const auto before = [&](std::size_t a, std::size_t b) {
    const auto x = table.of(a);
    const auto y = table.of(b);
    return std::lexicographical_compare(x.begin(), x.end(), y.begin(), y.end());
  };
  std::vector<std::size_t> order(table.rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), before);
  std::vector<Profile> profiles;
  std::vector<CountedHistory> rows;
  for (std::size_t i = 0; i < order.size(); ++i) {
    rows.push_back(table.rows[order[i]]);
    if (i + 1 < order.size() && !before(order[i], order[i + 1])) continue;
    Profile profile{{}, Histories(rows)};
    for (std::size_t j = 0; j < table.covariates; ++j)
      profile.values.push_back(table.of(order[i])[j] / largest[j]);
    profiles.push_back(std::move(profile));
    rows.clear();
  }
  return profiles;
}

// How a kind's four parameters are told by their logarithms, and which of them leaving shifts.
struct Form {
  ModelKind kind;
  std::size_t leaving;  // place of the parameter
  double sign;          // of its shift by one unit of the effect

  Slope loss(const Histories& histories, double scale, std::span<const double> logs) const {
    if (kind == ModelKind::pareto_nbd) return pareto_nbd_loss(histories, scale, logs);
    return beta_geometric_loss(histories, dropout(), 1, scale, logs);
  }
  Dropout dropout() const {
    return kind == ModelKind::mbg_nbd ? Dropout::after_any : Dropout::after_repeat;
  }
};

Form form_of(ModelKind kind) {
  return kind == ModelKind::pareto_nbd ? Form{kind, 3, -1} : Form{kind, 2, 1};
}

// The base's parameters as they stand in searches; times are divided by `scale`.
std::array<double, kBase> logs_of(const PurchaseModel& model, double scale) {
  if (const auto* pareto = std::get_if<ParetoNbd>(&model))
    return {std::log(pareto->r), std::log(pareto->alpha.count / scale), std::log(pareto->s),
            std::log(pareto->beta.count / scale)};
  const auto& family = *std::get_if<BetaGeometric>(&model);
  return {std::log(family.r), std::log(family.alpha.count / scale), std::log(family.a),
          std::log(family.b)};
}

PurchaseModel model_at(const Form& form, std::span<const double> logs, double scale) {
  const double first = std::exp(logs[0]);
  const Days alpha{scale * std::exp(logs[1])};
  if (form.kind == ModelKind::pareto_nbd)
    return ParetoNbd{first, alpha, std::exp(logs[2]), {scale * std::exp(logs[3])}};
  return BetaGeometric{.dropout = form.dropout(),
                       .k = 1,
                       .r = first,
                       .alpha = alpha,
                       .a = std::exp(logs[2]),
                       .b = std::exp(logs[3])};
}

// The logarithms for a customer: pace divides alpha, leaving shifts its parameter.
std::array<double, kBase> shifted(const Form& form, std::span<const double> point,
                                  std::span<const double> values) {
  std::array<double, kBase> logs{};
  std::copy_n(point.begin(), kBase, logs.begin());
  const std::size_t count = values.size();
  for (std::size_t j = 0; j < count; ++j) {
    logs[1] -= point[kBase + j] * values[j];
    logs[form.leaving] += form.sign * point[kBase + count + j] * values[j];
  }
  return logs;
}

}  // namespace

bool takes_covariates(ModelKind kind) {
  return kind == ModelKind::bg_nbd || kind == ModelKind::mbg_nbd || kind == ModelKind::pareto_nbd;
}

CovariateFit fit_with_covariates(ModelKind kind, const CovariateTable& table, FitOptions options) {
  const Histories all(table.rows);
  Fitted<PurchaseModel> plain = fit(kind, all, options);
  CovariateFit result{.base = plain.model, .effects = {}, .report = std::move(plain.report)};
  const std::size_t count = table.covariates;
  const auto unknowns = static_cast<int>(kBase + 2 * count);
  if (const auto reason = reason_not_to_fit(all, unknowns)) {
    result.report = unfitted(*reason, all, options);
    return result;
  }
  if (!is_fitted(result.report.status)) return result;
  result.log_likelihood_without = result.report.log_likelihood;

  const Form form = form_of(kind);
  const double scale = all.longest();
  const std::vector<double> largest = largest_of(table);
  const std::vector<Profile> profiles = profiles_of(table, largest);
  const auto loss = [&](std::span<const double> point) {
    Slope sum{0, std::vector<double>(kBase + 2 * count, 0)};
    for (const Profile& profile : profiles) {
      const double share = profile.histories.customers() / all.customers();
      const Slope part = form.loss(profile.histories, scale, shifted(form, point, profile.values));
      sum.value += share * part.value;
      for (std::size_t i = 0; i < kBase; ++i) sum.gradient[i] += share * part.gradient[i];
      for (std::size_t j = 0; j < count; ++j) {
        const double weight = share * profile.values[j];
        sum.gradient[kBase + j] -= weight * part.gradient[1];
        sum.gradient[kBase + count + j] += weight * form.sign * part.gradient[form.leaving];
      }
    }
    return sum;
  };
  std::vector<double> start(kBase + 2 * count, 0);
  const auto known = logs_of(result.base, scale);
  std::copy(known.begin(), known.end(), start.begin());
  Found found = run({.loss = loss, .sketch = {}, .starts = {start}, .customers = all.customers()});

  result.base = model_at(form, found.point, scale);
  const auto effect = [&](std::string_view name, std::size_t place, std::size_t covariate) {
    Estimate estimate{name, found.point[place] / largest[covariate], {}};
    if (!found.errors.empty()) estimate.standard_error = found.errors[place] / largest[covariate];
    return estimate;
  };
  for (std::size_t j = 0; j < count; ++j)
    result.effects.push_back(
        {effect("pace", kBase + j, j), effect("leaving", kBase + count + j, j)});
  if (!found.errors.empty()) found.errors.resize(kBase);
  std::vector<Estimate> parameters = std::move(result.report.parameters);
  const double unit = days_in(options.unit);
  for (std::size_t i = 0; i < kBase; ++i) {
    const bool is_time = i == 1 || (kind == ModelKind::pareto_nbd && i == 3);
    parameters[i] = {
        parameters[i].name, std::exp(found.point[i]) * (is_time ? scale / unit : 1), {}};
  }
  const double log_likelihood = -all.customers() * found.loss - all.repeats() * std::log(scale);
  result.report = report_of(found, all, options, log_likelihood, std::move(parameters));
  const double gain = result.report.log_likelihood - result.log_likelihood_without;
  result.p = chi_squared_above(2 * std::max(0.0, gain), static_cast<double>(2 * count));
  return result;
}

PurchaseModel model_of(const CovariateFit& fit, std::span<const double> values) {
  PurchaseModel model = fit.base;
  double pace = 0;
  double leaving = 0;
  for (std::size_t j = 0; j < values.size(); ++j) {
    pace += fit.effects[j].pace.value * values[j];
    leaving += fit.effects[j].leaving.value * values[j];
  }
  if (auto* pareto = std::get_if<ParetoNbd>(&model)) {
    pareto->alpha.count *= std::exp(-pace);
    pareto->beta.count *= std::exp(-leaving);
  } else if (auto* family = std::get_if<BetaGeometric>(&model)) {
    family->alpha.count *= std::exp(-pace);
    family->a *= std::exp(leaving);
  }
  return model;
}

}  // namespace regulars
