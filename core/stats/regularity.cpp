#include "core/stats/regularity.h"

#include <algorithm>
#include <cmath>

#include "core/stats/special.h"

namespace regulars {
namespace {

constexpr double kSure = 1.959963984540054;  // of the normal distribution, 95 % within

double shape_of_variance(double variance) {
  if (variance <= 1 / (4 * (2 * kMostRegular + 1))) return kMostRegular;
  return std::max(0.0, (1 - 4 * variance) / (8 * variance));
}

}  // namespace

void Regularity::add(std::span<const std::int32_t> gaps) {
  if (gaps.size() < 2) return;
  double sum = 0;
  double logs = 0;
  for (const std::int32_t gap : gaps) {
    sum += gap;
    while (static_cast<std::size_t>(gap) >= logs_.size())
      logs_.push_back(std::log(static_cast<double>(logs_.size())));
    logs += logs_[static_cast<std::size_t>(gap)];
  }
  ++cases_[gaps.size()];
  log_shares_ += logs - static_cast<double>(gaps.size()) * std::log(sum);
  const double last = gaps[gaps.size() - 1];
  const double share = last / (last + gaps[gaps.size() - 2]);
  const double square = (share - 0.5) * (share - 0.5);
  squares_ += square;
  fourths_ += square * square;
  ++pairs_;
}

std::optional<GapShape> Regularity::wheat_morrison() const {
  if (pairs_ < 2) return {};
  const auto n = static_cast<double>(pairs_);
  const double variance = squares_ / n;  // the mean of the share is known to be one half
  const double spread = std::max(0.0, fourths_ / n - variance * variance);
  const double error = kSure * std::sqrt(spread / (n - 1));
  return GapShape{shape_of_variance(variance), shape_of_variance(variance + error),
                  shape_of_variance(variance - error), pairs_};
}

std::optional<GapShape> Regularity::likelihood() const {
  if (cases_.empty()) return {};
  const auto slope = [&](double k) {
    double sum = log_shares_;
    for (const auto& [gaps, cases] : cases_) {
      const auto n = static_cast<double>(gaps);
      sum += static_cast<double>(cases) * n * (digamma(n * k) - digamma(k));
    }
    return sum;
  };
  double low = std::log(1e-3);
  double high = std::log(kMostRegular);
  constexpr int halvings = 50;
  for (int i = 0; i < halvings; ++i) {
    const double middle = (low + high) / 2;
    (slope(std::exp(middle)) > 0 ? low : high) = middle;
  }
  const double k = std::exp((low + high) / 2);
  double information = 0;  // of k
  for (const auto& [gaps, cases] : cases_) {
    const auto n = static_cast<double>(gaps);
    information += static_cast<double>(cases) * (n * trigamma(k) - n * n * trigamma(n * k));
  }
  const double error = kSure / (k * std::sqrt(information));
  return GapShape{k, k * std::exp(-error), std::min(kMostRegular, k * std::exp(error)), pairs_};
}

}  // namespace regulars
