#include "core/stats/intervals.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "core/stats/special.h"

namespace regulars {

std::optional<RateInterval> wilson(std::int64_t hits, std::int64_t of, double confidence) {
  assert(confidence > 0 && confidence < 1);
  assert(hits >= 0 && hits <= of);
  if (of <= 0) return std::nullopt;
  const double z = normal_quantile(0.5 + confidence / 2);
  const auto n = static_cast<double>(of);
  const double p = static_cast<double>(hits) / n;
  const double q = static_cast<double>(of - hits) / n;
  const double middle = p + z * z / (2 * n);
  const double half = z * std::sqrt(p * q / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  // At 0 and at all of them one end is the share itself; rounding must not move it.
  return RateInterval{.low = hits == 0 ? 0 : std::clamp((middle - half) / scale, 0.0, p),
                      .high = hits == of ? 1 : std::clamp((middle + half) / scale, p, 1.0)};
}

std::optional<RateDifference> compare_rates(std::int64_t hits, std::int64_t of,
                                            std::int64_t other_hits, std::int64_t other_of,
                                            double confidence) {
  const auto one = wilson(hits, of, confidence);
  const auto other = wilson(other_hits, other_of, confidence);
  if (!one || !other) return std::nullopt;
  const auto n1 = static_cast<double>(of);
  const auto n2 = static_cast<double>(other_of);
  const double p1 = static_cast<double>(hits) / n1;
  const double p2 = static_cast<double>(other_hits) / n2;
  RateDifference result;
  result.difference = p1 - p2;
  result.low = result.difference - std::hypot(p1 - one->low, other->high - p2);
  result.high = result.difference + std::hypot(one->high - p1, p2 - other->low);
  const double pooled = static_cast<double>(hits + other_hits) / (n1 + n2);
  const double variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
  if (variance > 0)
    result.p = chi_squared_above(result.difference * result.difference / variance, 1);
  return result;
}

std::vector<double> holm(std::span<const double> p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> adjusted(p.size());
  double highest = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    highest = std::max(highest, std::min(1.0, static_cast<double>(p.size() - i) * p[order[i]]));
    adjusted[order[i]] = highest;
  }
  return adjusted;
}

}  // namespace regulars
