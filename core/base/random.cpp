#include "core/base/random.h"

#include <cassert>
#include <cmath>

namespace regulars {
namespace {

std::uint64_t splitmix(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

constexpr std::uint64_t rotate(std::uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

}  // namespace

Rng::Rng(std::uint64_t seed) {
  for (auto& word : state_) word = splitmix(seed);
}

std::uint64_t Rng::bits() {
  const std::uint64_t result = rotate(state_[1] * 5, 7) * 9;
  const std::uint64_t t = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= t;
  state_[3] = rotate(state_[3], 45);
  return result;
}

double Rng::uniform() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }

std::uint64_t Rng::below(std::uint64_t bound) {
  assert(bound > 0);
  // Values under 2^64 mod bound are refused, so that every remainder is equally likely.
  const std::uint64_t floor = (0 - bound) % bound;
  std::uint64_t draw = bits();
  while (draw < floor) draw = bits();
  return draw % bound;
}

double Rng::normal() {
  for (;;) {
    const double u = 2 * uniform() - 1;
    const double v = 2 * uniform() - 1;
    const double s = u * u + v * v;
    if (s > 0 && s < 1) return u * std::sqrt(-2 * std::log(s) / s);
  }
}

double Rng::exponential(double rate) { return -std::log1p(-uniform()) / rate; }

double Rng::gamma(double shape, double rate) {
  assert(shape > 0 && rate > 0);
  // Shapes below one are drawn one higher and scaled back (section 6 of the source).
  if (shape < 1) return gamma(shape + 1, rate) * std::pow(1 - uniform(), 1 / shape);
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = normal();
    const double root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    if (std::log(1 - uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v / rate;
  }
}

double Rng::beta(double a, double b) {
  const double x = gamma(a, 1);
  return x / (x + gamma(b, 1));
}

std::size_t Rng::pick(std::span<const double> weights) {
  double total = 0;
  for (const double w : weights) total += w;
  assert(total > 0);
  double left = uniform() * total;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    last = i;
    left -= weights[i];
    if (left < 0) return i;
  }
  return last;
}

}  // namespace regulars
