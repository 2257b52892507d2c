#include "core/stats/hypergeometric.h"

#include <cassert>
#include <cmath>

namespace regulars {
namespace {

constexpr double kSmall = 1e-16;    // terms below this share of the sum are left out
constexpr int kMostSteps = 20'000;  // of the fraction: far more than z = 1 - 1e-6 needs

// Whether the series needs more than some 150 terms. The product of the first 60 ratios is about
// that of the middle one to the 60th power.
bool is_slow(double p, double q, double z) {
  return z > 0.8 && 60 * std::log(z * (p + 30) / (q + 30)) > -20;
}

// The terms t(n) = (p)_n / (q)_n z^n with their logarithmic derivatives: sums of 1 / (p + j), of
// -1 / (q + j), and n / z.
LogHypergeometric from_series(double p, double q, double z) {
  double term = 1;
  double by_p = 0;
  double by_q = 0;
  double sum = 1;
  double sum_p = 0;
  double sum_q = 0;
  double sum_z = 0;  // of (n + 1) t(n + 1) / z
  for (double n = 0; term > kSmall * sum; ++n) {
    const double over = 1 / (q + n);
    const double before = term * (p + n) * over;
    by_p += 1 / (p + n);
    by_q -= over;
    term = before * z;
    sum += term;
    sum_p += term * by_p;
    sum_q += term * by_q;
    sum_z += (n + 1) * before;
  }
  return {std::log(sum), sum_p / sum, sum_q / sum, sum_z / sum};
}

// The fraction 1 / (1 - c1 / (1 - c2 / (1 - ...))) of Gauss, as a sum of positive terms, with the
// derivatives of each. Source: NIST Digital Library of Mathematical Functions, 15.7.1 with b = 1,
// and 3.10(iii) for the sum.
LogHypergeometric from_fraction(double p, double q, double z) {
  double u = 1;  // 1 / (1 - c_k u_before)
  double u_p = 0;
  double u_q = 0;
  double term = 1;
  double term_p = 0;
  double term_q = 0;
  double sum = 1;
  double sum_p = 0;
  double sum_q = 0;
  for (int k = 1; k <= kMostSteps && std::abs(term) > kSmall * sum; ++k) {
    double c = 0;
    double c_p = 0;
    double c_q = 0;
    if (k == 1) {
      c = p / q;
      c_p = 1 / q;
      c_q = -c / q;
    } else {
      const double m = k / 2;  // NOLINT(bugprone-integer-division): two coefficients for each m
      const bool even = k % 2 == 0;
      const double low = even ? q + 2 * m - 2 : q + 2 * m - 1;
      const double over = 1 / (low * (low + 1));
      // c = left * right / (low (low + 1))
      const double left = even ? m : p + m;
      const double right = even ? q - p + m - 1 : q + m - 1;
      c = left * right * over;
      c_p = even ? -left * over : right * over;
      c_q = left * over - c * (2 * low + 1) * over;
    }
    c *= z;
    c_p *= z;
    c_q *= z;
    const double next = 1 / (1 - c * u);
    const double next_p = next * next * (c_p * u + c * u_p);
    const double next_q = next * next * (c_q * u + c * u_q);
    const double factor = c * u * next;  // next - 1, without cancellation
    term_p = term_p * factor + term * next_p;
    term_q = term_q * factor + term * next_q;
    term *= factor;
    sum += term;
    sum_p += term_p;
    sum_q += term_q;
    u = next;
    u_p = next_p;
    u_q = next_q;
  }
  // z (1 - z) G' = (q - 1)(1 - G) + p z G, from the recurrence of the terms.
  const double by_z = ((q - 1) * (1 - sum) + p * z * sum) / (z * (1 - z));
  return {std::log(sum), sum_p / sum, sum_q / sum, by_z / sum};
}

}  // namespace

LogHypergeometric log_hypergeometric(double p, double q, double z) {
  assert(p > 0 && q > p && z >= 0 && z < 1);
  return is_slow(p, q, z) ? from_fraction(p, q, z) : from_series(p, q, z);
}

double scaled_exponential_integral(double s, double z) {
  assert(z > 0);
  // With v = e^y both ends fall off at least exponentially, and sums of equal steps h are wrong by
  // no more than about exp(-pi^2 / h): the integrand is analytic and bounded for |Im y| < pi / 2.
  // Source: Trefethen and Weideman (2014), SIAM Review 56(3), 385-458, theorem 5.1.
  constexpr double h = 0.2;
  const double from = -40;
  const double to = std::log(800 / z);
  double sum = 0;
  for (double y = from; y < to; y += h) {
    const double v = std::exp(y);
    sum += std::exp(y - z * v - s * std::log1p(v));
  }
  return h * sum;
}

}  // namespace regulars
