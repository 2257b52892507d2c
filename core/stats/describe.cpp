#include "core/stats/describe.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace regulars {
namespace {

/// A sum that carries what rounding lost along with it.
class Sum {
 public:
  void add(double value) {
    const double next = total_ + value;
    lost_ +=
        std::abs(total_) >= std::abs(value) ? (total_ - next) + value : (value - next) + total_;
    total_ = next;
  }
  double total() const { return total_ + lost_; }

 private:
  double total_ = 0;
  double lost_ = 0;
};

}  // namespace

std::optional<double> mean(std::span<const double> values) {
  if (values.empty()) return std::nullopt;
  Sum sum;
  for (const double value : values) sum.add(value);
  return sum.total() / static_cast<double>(values.size());
}

std::optional<double> variance(std::span<const double> values, int ddof) {
  assert(ddof >= 0);
  const auto n = static_cast<double>(values.size());
  if (n <= ddof) return std::nullopt;
  const double center = *mean(values);
  Sum sum;
  for (const double value : values) sum.add((value - center) * (value - center));
  return sum.total() / (n - ddof);
}

std::optional<double> quantile(std::span<const double> sorted, double p) {
  assert(p >= 0 && p <= 1);
  if (sorted.empty()) return std::nullopt;
  const double place = static_cast<double>(sorted.size() - 1) * p;
  const auto below = static_cast<std::size_t>(place);
  const double low = sorted[below];
  const double share = place - static_cast<double>(below);
  // Equal neighbours are returned as they are: weighing them could miss them by a last digit, and
  // thresholds that are compared with whole numbers must not.
  if (share == 0 || sorted[below + 1] == low) return low;
  return (1 - share) * low + share * sorted[below + 1];
}

std::optional<double> median(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  const double below = *std::max_element(values.begin(), middle);
  return below + (*middle - below) / 2;
}

std::optional<double> quantile_of_counts(std::span<const std::int64_t> counts, double p) {
  assert(p >= 0 && p <= 1);
  std::int64_t total = 0;
  for (const std::int64_t count : counts) total += count;
  if (total == 0) return std::nullopt;
  const auto value_at = [&](std::int64_t place) {
    std::size_t value = 0;
    while (place >= counts[value]) place -= counts[value++];
    return static_cast<double>(value);
  };
  const double place = static_cast<double>(total - 1) * p;
  const auto below = static_cast<std::int64_t>(place);
  const double low = value_at(below);
  const double share = place - static_cast<double>(below);
  return share == 0 ? low : (1 - share) * low + share * value_at(below + 1);
}

}  // namespace regulars
