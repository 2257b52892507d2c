#include "core/stats/intervals.h"

#include <algorithm>
#include <cassert>
#include <cmath>

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

}  // namespace regulars
