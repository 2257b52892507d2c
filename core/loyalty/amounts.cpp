#include "core/loyalty/amounts.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <numeric>

namespace regulars {
namespace {

struct Quotient {
  std::int64_t whole = 0;
  std::int64_t rest = 0;  // of the last division, below `by`
};

Quotient divided(std::int64_t amount, std::int64_t times, std::int64_t by) {
  assert(amount >= 0 && times >= 0 && by > 0);
  std::int64_t product = 0;
  if (!__builtin_mul_overflow(amount, times, &product)) return {product / by, product % by};
  // The same digit by digit, where the product would not fit but the quotient does.
  Quotient result;
  for (int bit = 62; bit >= 0; --bit) {
    result.rest = 2 * result.rest + ((times >> bit & 1) != 0 ? amount : 0);
    result.whole = 2 * result.whole + result.rest / by;
    result.rest %= by;
  }
  return result;
}

}  // namespace

std::int64_t scaled(std::int64_t amount, std::int64_t times, std::int64_t by, RoundingMode mode) {
  const auto [whole, rest] = divided(amount, times, by);
  const std::int64_t other = by - rest;
  switch (mode) {
    case RoundingMode::down:
      return whole;
    case RoundingMode::up:
      return whole + (rest > 0 ? 1 : 0);
    case RoundingMode::half_up:
      return whole + (rest >= other ? 1 : 0);
    case RoundingMode::half_even:
      break;
  }
  return whole + (rest > other || (rest == other && whole % 2 == 1) ? 1 : 0);
}

std::vector<Money> split(Money amount, std::span<const std::int64_t> weights) {
  std::vector<Money> parts(weights.size());
  split(amount, weights, parts);
  return parts;
}

void split(Money amount, std::span<const std::int64_t> weights, std::span<Money> parts) {
  const std::int64_t total = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  assert(amount.minor >= 0 && total > 0 && parts.size() == weights.size());
  struct Rest {
    std::int64_t rest = 0;
    std::size_t place = 0;
  };
  std::vector<Rest> rests(weights.size());
  std::int64_t left = amount.minor;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto [whole, rest] = divided(amount.minor, weights[i], total);
    parts[i] = {whole};
    rests[i] = {rest, i};
    left -= whole;
  }
  if (left == 0) return;
  const auto loses_more = [](const Rest& a, const Rest& b) {
    return a.rest != b.rest ? a.rest > b.rest : a.place < b.place;
  };
  const auto end = rests.begin() + static_cast<std::ptrdiff_t>(left);
  std::nth_element(rests.begin(), end - 1, rests.end(), loses_more);
  for (auto one = rests.begin(); one != end; ++one) parts[one->place] += Money{1};
}

Redemption redeemable(std::int64_t wanted, std::int64_t balance, Money order,
                      const RedemptionTerms& terms) {
  assert(terms.step > 0 && terms.step_value.minor > 0);
  const std::int64_t allowed =
      scaled(std::max<std::int64_t>(order.minor, 0), terms.percent, 100, RoundingMode::down);
  const std::int64_t steps =
      std::min({std::max<std::int64_t>(wanted, 0) / terms.step,
                std::max<std::int64_t>(balance, 0) / terms.step, allowed / terms.step_value.minor});
  if (steps * terms.step < terms.least) return {};
  return {steps * terms.step, {steps * terms.step_value.minor}};
}

}  // namespace regulars
