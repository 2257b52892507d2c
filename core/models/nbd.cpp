#include "core/models/nbd.h"

#include <array>
#include <cmath>

#include "core/stats/special.h"

namespace regulars {

Slope nbd_loss(const Histories& histories, double scale, std::span<const double> logs) {
  const double r = std::exp(logs[0]);
  const double alpha = std::exp(logs[1]);
  struct OfFrequency {
    double value;
    double by_r;
    double R;
  };
  std::vector<OfFrequency> of_frequency;
  for (const std::int32_t x : histories.frequencies())
    of_frequency.push_back({log_gamma(r + x) - log_gamma(r) + r * logs[1],
                            digamma(r + x) - digamma(r) + logs[1], r + x});
  double value = 0;
  double by_r = 0;
  double by_alpha = 0;
  for (const HistoryGroup& group : histories.groups()) {
    const OfFrequency& f = of_frequency[static_cast<std::size_t>(group.frequency)];
    const double end = alpha + histories.times()[static_cast<std::size_t>(group.age)] / scale;
    const double log_end = std::log(end);
    value += group.customers * (f.value - f.R * log_end);
    by_r += group.customers * (f.by_r - log_end);
    by_alpha += group.customers * (r / alpha - f.R / end);
  }
  const double customers = histories.customers();
  return {-value / customers, {-by_r * r / customers, -by_alpha * alpha / customers}};
}

double Nbd::log_likelihood(const Histories& histories) const {
  if (histories.customers() <= 0) return 0;
  const std::array<double, 2> logs{std::log(r), std::log(alpha.count)};
  return -histories.customers() * nbd_loss(histories, 1, logs).value;
}

Outlook Nbd::outlook(const History& history, Days ahead) const {
  const double R = r + history.frequency;
  const double w = ahead.count / (alpha.count + history.age.count);
  Outlook outlook;
  outlook.expected = expected_if_alive(history, ahead);
  outlook.pairs = R * (R + 1) * w * w;
  outlook.none = silence(history, ahead);
  return outlook;
}

double Nbd::expected_if_alive(const History& history, Days ahead) const {
  return (r + history.frequency) * ahead.count / (alpha.count + history.age.count);
}

double Nbd::silence(const History& history, Days ahead) const {
  return std::exp(-(r + history.frequency) *
                  std::log1p(ahead.count / (alpha.count + history.age.count)));
}

Fitted<Nbd> fit_nbd(const Histories& histories, FitOptions options) {
  Nbd model;
  if (const auto reason = reason_not_to_fit(histories, 2))
    return {model, unfitted(*reason, histories, options)};
  const double scale = histories.longest();
  const Found found =
      run({.loss = [&](std::span<const double> logs) { return nbd_loss(histories, scale, logs); },
           .sketch = {},
           .starts = {{0, -1}},
           .customers = histories.customers()});
  model.r = std::exp(found.point[0]);
  model.alpha = {scale * std::exp(found.point[1])};
  const double log_likelihood =
      -histories.customers() * found.loss - histories.repeats() * std::log(scale);
  return {model,
          report_of(found, histories, options, log_likelihood,
                    {{"r", model.r, {}}, {"alpha", count_in(model.alpha, options.unit), {}}})};
}

}  // namespace regulars
