#include "core/stats/ratios.h"

#include <cmath>

#include "core/stats/special.h"

namespace regulars {
namespace {

struct Estimate {
  double ratio = 0;
  double variance = 0;  // of the ratio
  double degrees = 0;   // of freedom
};

double sum_of(std::span<const RatioPart> group, double RatioPart::*side) {
  double sum = 0;
  for (const RatioPart& part : group) sum += part.*side;
  return sum;
}

std::optional<Estimate> estimate(std::span<const RatioPart> group) {
  const std::optional<double> ratio = ratio_of(group);
  if (!ratio || group.size() < 2) return {};
  const double n = static_cast<double>(group.size());
  const double below = sum_of(group, &RatioPart::below) / n;
  double squares = 0;
  for (const RatioPart& part : group) {
    const double residual = part.above - *ratio * part.below;
    squares += residual * residual;
  }
  return Estimate{*ratio, squares / (n - 1) / n / (below * below), n - 1};
}

// The value of Student's distribution with probability `p` below it: off by less than 1e-4 from ten
// degrees on. Source: Abramowitz and Stegun (1964), 26.7.5.
double student_quantile(double p, double degrees) {
  const double x = normal_quantile(p);
  const double x2 = x * x;
  const double g1 = (x2 + 1) * x / 4;
  const double g2 = ((5 * x2 + 16) * x2 + 3) * x / 96;
  const double g3 = (((3 * x2 + 19) * x2 + 17) * x2 - 15) * x / 384;
  const double g4 = ((((79 * x2 + 776) * x2 + 1482) * x2 - 1920) * x2 - 945) * x / 92160;
  return x + (g1 + (g2 + (g3 + g4 / degrees) / degrees) / degrees) / degrees;
}

}  // namespace

std::optional<double> ratio_of(std::span<const RatioPart> group) {
  const double below = sum_of(group, &RatioPart::below);
  if (!(below > 0)) return {};
  return sum_of(group, &RatioPart::above) / below;
}

std::optional<RatioDifference> compare_ratios(std::span<const RatioPart> group,
                                              std::span<const RatioPart> other, double confidence) {
  const auto one = estimate(group);
  const auto two = estimate(other);
  if (!one || !two) return {};
  const double difference = one->ratio - two->ratio;
  const double variance = one->variance + two->variance;
  if (variance == 0) return RatioDifference{difference, difference, difference};
  const double degrees =
      variance * variance /
      (one->variance * one->variance / one->degrees + two->variance * two->variance / two->degrees);
  const double reach = student_quantile((1 + confidence) / 2, degrees) * std::sqrt(variance);
  return RatioDifference{difference, difference - reach, difference + reach};
}

}  // namespace regulars
