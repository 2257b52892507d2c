#include "core/models/lifetime.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "core/stats/special.h"

namespace regulars {
namespace {

// What a history alone tells: the same for all who share it.
struct Future {
  Lifetime lifetime;
  double discounted = 0;  // purchases over the horizon
  Outlook horizon;
};

double discounted_if_alive(const PurchaseModel& model, const History& history,
                           const LifetimeOptions& options) {
  double sum = 0;
  double before = 0;
  double factor = 1;
  for (int period = 1; period <= options.periods; ++period) {
    const double until = expected_if_alive(model, history, {period * options.period.count});
    factor /= 1 + options.discount;
    sum += (until - before) * factor;
    before = until;
  }
  return sum;
}

Future future_of(const PurchaseModel& model, const History& history,
                 const LifetimeOptions& options) {
  Future future;
  Lifetime& lifetime = future.lifetime;
  const Outlook near = outlook(model, history, options.orders_ahead);
  lifetime.probability_alive = near.alive;
  lifetime.expected_orders = near.expected;
  const auto next = [&](double share) {
    return share < near.alive ? next_purchase_if_alive(model, history, share / near.alive)
                              : std::optional<Days>();
  };
  lifetime.next_from = next(options.next_from);
  lifetime.next_to = next(options.next_to);
  future.discounted = near.alive * discounted_if_alive(model, history, options);
  future.horizon = outlook(model, history, {options.periods * options.period.count});
  lifetime.probability_nothing = future.horizon.none;
  return future;
}

// A quantile of the ratio of two gamma values with shapes a and b and scale 1. Source: Paulson
// (1942), Annals of Mathematical Statistics 13, 233-235: the cube roots of both, divided by their
// shapes, are nearly normal.
double gamma_ratio_quantile(double a, double b, double share) {
  const double z = normal_quantile(share);
  const double v_a = 1 / (9 * a);
  const double v_b = 1 / (9 * b);
  // (1 - v_b) y - (1 - v_a) = z sqrt(v_b y^2 + v_a), y being the cube root of the ratio.
  const double A = (1 - v_b) * (1 - v_b) - z * z * v_b;
  const double B = (1 - v_b) * (1 - v_a);
  const double C = (1 - v_a) * (1 - v_a) - z * z * v_a;
  double y = 0;
  if (A > 1e-3) {
    y = (B + (z < 0 ? -1 : 1) * std::sqrt(std::max(0.0, B * B - A * C))) / A;
  } else {
    // So few degrees of freedom that the approximation has no answer: the upper value alone varies.
    y = 1 - v_a + z * std::sqrt(v_a);
  }
  y = std::max(0.0, y);
  return a / b * y * y * y;
}

// The sum of n amounts from Gamma(p, nu) is Gamma(p n) / nu. Over the numbers n above 0 its first
// factor is taken for a gamma value with the same mean and variance; nu is drawn from Gamma(p x +
// q, v + x m) for a customer who paid m on average x times.
void set_value(Lifetime& lifetime, const Future& future, const GammaGamma& spend, const Spend& paid,
               const LifetimeOptions& options) {
  const double each = spend.expected_value(paid);
  lifetime.value = future.discounted * each;
  const Outlook& horizon = future.horizon;
  const double some = 1 - horizon.none;
  if (!(some > 1e-12) || !(horizon.expected > 0)) return;
  const double mean = spend.p * horizon.expected / some;
  const double square =
      spend.p * (spend.p * (horizon.pairs + horizon.expected) + horizon.expected) / some;
  const double variance = std::max(square - mean * mean, 1e-12 * mean * mean);
  const double shape = mean * mean / variance;
  const double x = paid.value > 0 ? paid.frequency : 0;
  const double known_shape = spend.p * x + spend.q;
  const double known_sum = spend.v + x * (x > 0 ? paid.value : 0);
  const double later = future.discounted / horizon.expected;
  const auto quantile = [&](double share) {
    const double positive = (share - horizon.none) / some;
    if (positive <= 0) return 0.0;
    return later * known_sum * (mean / shape) *
           gamma_ratio_quantile(shape, known_shape, std::min(positive, 1 - 1e-12));
  };
  lifetime.low = quantile((1 - options.coverage) / 2);
  lifetime.high = quantile((1 + options.coverage) / 2);
}

}  // namespace

double discounted_purchases(const PurchaseModel& model, const History& history,
                            const LifetimeOptions& options) {
  return probability_alive(model, history) * discounted_if_alive(model, history, options);
}

Lifetime lifetime_of(const PurchaseModel& model, const GammaGamma& spend, const History& history,
                     const Spend& paid, const LifetimeOptions& options) {
  const Future future = future_of(model, history, options);
  Lifetime lifetime = future.lifetime;
  set_value(lifetime, future, spend, paid, options);
  return lifetime;
}

std::vector<Lifetime> lifetimes(const PurchaseModel& model, const GammaGamma& spend,
                                std::span<const Summary> summaries,
                                const LifetimeOptions& options) {
  std::vector<std::size_t> order(summaries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto figures = [&](std::size_t i) {
    return std::tuple(summaries[i].frequency, summaries[i].recency, summaries[i].age);
  };
  std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
    return figures(i) != figures(j) ? figures(i) < figures(j) : i < j;
  });
  std::vector<Lifetime> result(summaries.size());
  Future future;
  for (std::size_t place = 0; place < order.size(); ++place) {
    const std::size_t i = order[place];
    if (place == 0 || figures(order[place - 1]) != figures(i))
      future = future_of(model, history_of(summaries[i]), options);
    result[i] = future.lifetime;
    set_value(result[i], future, spend, {summaries[i].frequency, summaries[i].value}, options);
  }
  return result;
}

}  // namespace regulars
