#include "core/customers/concentration.h"

#include <algorithm>

namespace regulars {

Concentration concentration_of(std::span<const Summary> customers) {
  std::vector<std::int64_t> revenue;
  revenue.reserve(customers.size());
  double total = 0;
  for (const Summary& customer : customers) {
    revenue.push_back(std::max<std::int64_t>(0, customer.revenue.minor));
    total += static_cast<double>(revenue.back());
  }
  Concentration result;
  if (!(total > 0)) return result;
  std::sort(revenue.begin(), revenue.end());
  const std::size_t n = revenue.size();
  const std::size_t points = std::min<std::size_t>(n, 100);
  const std::size_t top = n - (n + 9) / 10;
  double sum = 0;
  double area = 0;  // under the curve, in customers x revenue
  std::size_t next = 1;
  result.curve.push_back({0, 0});
  for (std::size_t i = 0; i < n; ++i) {
    if (i == top) result.top_tenth = 1 - sum / total;
    const auto here = static_cast<double>(revenue[i]);
    area += sum + here / 2;
    sum += here;
    if (i + 1 == next * n / points) {
      result.curve.push_back({static_cast<double>(i + 1) / static_cast<double>(n), sum / total});
      ++next;
    }
  }
  result.curve.back().revenue = 1;
  result.gini = std::max(0.0, 1 - 2 * area / (total * static_cast<double>(n)));
  return result;
}

}  // namespace regulars
