#include "core/models/gamma_gamma.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "core/stats/special.h"

namespace regulars {
namespace {

auto figures(const Spend& spend) { return std::tuple(spend.frequency, spend.value); }

bool is_usable(const Spend& spend) {
  return spend.frequency > 0 && spend.value > 0 && std::isfinite(spend.value);
}

std::optional<double> correlation_of(std::span<const CountedSpend> spends, double customers) {
  double mean_x = 0;
  double mean_m = 0;
  for (const auto& [spend, count] : spends) {
    mean_x += count * spend.frequency / customers;
    mean_m += count * spend.value / customers;
  }
  double xx = 0;
  double mm = 0;
  double xm = 0;
  for (const auto& [spend, count] : spends) {
    const double x = spend.frequency - mean_x;
    const double m = spend.value - mean_m;
    xx += count * x * x;
    mm += count * m * m;
    xm += count * x * m;
  }
  const double least = 1e-20 * customers;
  if (xx <= least * mean_x * mean_x || mm <= least * mean_m * mean_m) return {};
  return std::clamp(xm / std::sqrt(xx * mm), -1.0, 1.0);
}

// Of a shop with more than this many different rows, rows of one frequency whose values differ by
// less than kSameValue are taken as one with their mean. Of a likelihood's terms that changes the
// seventh digit.
constexpr std::size_t kMostRows = 20'000;
constexpr double kSameValue = 0.002;

// The rows come by frequency and value.
std::vector<CountedSpend> merged(std::span<const CountedSpend> rows) {
  std::vector<CountedSpend> result;
  double least = 0;  // value of the row at hand
  for (const CountedSpend& row : rows) {
    const auto [frequency, value] = row.spend;
    if (result.empty() || result.back().spend.frequency != frequency ||
        value > least * (1 + kSameValue)) {
      result.push_back(row);
      least = value;
      continue;
    }
    CountedSpend& last = result.back();
    last.customers += row.customers;
    last.spend.value += (value - last.spend.value) * row.customers / last.customers;
  }
  return result;
}

// About 1,500 of the rows, evenly spread; none where there are hardly more.
std::vector<CountedSpend> sketch_of(std::span<const CountedSpend> rows) {
  constexpr std::size_t sketched = 1500;
  std::vector<CountedSpend> result;
  const std::size_t every = rows.size() / sketched;
  for (std::size_t i = every / 2; every > 1 && i < rows.size(); i += every)
    result.push_back(rows[i]);
  return result;
}

}  // namespace

// Source: Fader and Hardie (2013), equation 1a. The rows come by frequency, so that the gamma
// functions change seldom.
Slope gamma_gamma_loss(std::span<const CountedSpend> spends, double scale,
                       std::span<const double> logs) {
  const double p = std::exp(logs[0]);
  const double q = 1 + std::exp(logs[1]);
  const double v = std::exp(logs[2]);
  std::int32_t frequency = 0;
  double constant = 0;
  double constant_p = 0;
  double constant_q = 0;
  double value = 0;
  double by_p = 0;
  double by_q = 0;
  double by_v = 0;
  double customers = 0;
  for (const auto& [spend, count] : spends) {
    const double x = spend.frequency;
    if (spend.frequency != frequency) {
      frequency = spend.frequency;
      const double psi = digamma(p * x + q);
      constant = log_gamma(p * x + q) - log_gamma(p * x) - log_gamma(q) + q * logs[2] +
                 p * x * std::log(x);
      constant_p = x * (psi - digamma(p * x) + std::log(x));
      constant_q = psi - digamma(q) + logs[2];
    }
    const double z = spend.value / scale;
    const double log_z = std::log(z);
    const double total = v + x * z;
    const double log_total = std::log(total);
    value += count * (constant + (p * x - 1) * log_z - (p * x + q) * log_total);
    by_p += count * (constant_p + x * (log_z - log_total));
    by_q += count * (constant_q - log_total);
    by_v += count * (q / v - (p * x + q) / total);
    customers += count;
  }
  return {-value / customers,
          {-by_p * p / customers, -by_q * (q - 1) / customers, -by_v * v / customers}};
}

double GammaGamma::log_likelihood(std::span<const CountedSpend> spends) const {
  double customers = 0;
  for (const auto& [spend, count] : spends) customers += count;
  if (customers <= 0) return 0;
  const std::array<double, 3> logs{std::log(p), std::log(q - 1), std::log(v)};
  return -customers * gamma_gamma_loss(spends, 1, logs).value;
}

// Source: Fader and Hardie (2013), equation 5.
double GammaGamma::expected_value(const Spend& spend) const {
  const double x = is_usable(spend) ? spend.frequency : 0;
  return p * (v + (x > 0 ? x * spend.value : 0)) / (p * x + q - 1);
}

SpendFit fit_gamma_gamma(std::span<const CountedSpend> spends) {
  SpendFit fit;
  FitReport& report = fit.report;
  std::vector<CountedSpend> distinct;
  for (const CountedSpend& row : spends) {
    if (is_usable(row.spend))
      distinct.push_back(row);
    else if (row.spend.frequency > 0)
      fit.left_out += row.customers;
  }
  std::sort(distinct.begin(), distinct.end(), [](const CountedSpend& a, const CountedSpend& b) {
    return figures(a.spend) < figures(b.spend);
  });
  std::size_t kept = 0;
  double orders = 0;
  double money = 0;
  for (const CountedSpend& row : distinct) {
    report.customers += row.customers;
    orders += row.customers * row.spend.frequency;
    money += row.customers * row.spend.frequency * row.spend.value;
    if (kept > 0 && figures(distinct[kept - 1].spend) == figures(row.spend))
      distinct[kept - 1].customers += row.customers;
    else
      distinct[kept++] = row;
  }
  distinct.resize(kept);
  report.distinct = static_cast<std::int64_t>(kept);
  if (distinct.empty()) {
    report.status = fit.left_out > 0 ? FitStatus::no_spend
                    : spends.empty() ? FitStatus::no_customers
                                     : FitStatus::no_repeat_orders;
    return fit;
  }
  fit.correlation = correlation_of(distinct, report.customers);
  // Where nothing can be fitted, everyone's mean is that of all.
  const double scale = money / orders;
  fit.model.v = scale;
  if (report.customers < 3) {
    report.status = FitStatus::too_little_data;
    return fit;
  }
  if (distinct.size() > kMostRows) distinct = merged(distinct);
  const std::vector<CountedSpend> sketch = sketch_of(distinct);
  const auto loss_of = [scale](const std::vector<CountedSpend>& rows) {
    return [&rows, scale](std::span<const double> logs) {
      return gamma_gamma_loss(rows, scale, logs);
    };
  };
  const Found found = run({.loss = loss_of(distinct),
                           .sketch = sketch.empty() ? Objective{} : loss_of(sketch),
                           .starts = {{0, 0, 0}, {2, 1, -1}, {1, 3, 2}},
                           .customers = report.customers});
  GammaGamma& model = fit.model;
  model = {std::exp(found.point[0]), 1 + std::exp(found.point[1]),
           scale * std::exp(found.point[2])};
  report.status = found.status;
  report.iterations = found.iterations;
  report.gradient = found.gradient;
  // A density of each customer's mean: in a larger unit it is higher.
  report.log_likelihood = -report.customers * (found.loss + std::log(scale));
  report.parameters = {{"p", model.p, {}}, {"q", model.q, {}}, {"v", model.v, {}}};
  if (!found.errors.empty()) {
    report.parameters[0].standard_error = model.p * found.errors[0];
    report.parameters[1].standard_error = (model.q - 1) * found.errors[1];
    report.parameters[2].standard_error = model.v * found.errors[2];
  }
  return fit;
}

SpendFit fit_gamma_gamma(std::span<const Summary> summaries) {
  std::vector<CountedSpend> spends;
  spends.reserve(summaries.size());
  for (const Summary& summary : summaries)
    spends.push_back({{summary.frequency, summary.value}, 1});
  return fit_gamma_gamma(spends);
}

}  // namespace regulars
