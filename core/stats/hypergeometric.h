// Two functions that models of purchases lead to: a hypergeometric series, and an integral of an
// exponential over a power.
#pragma once

namespace regulars {

/// The logarithm of a function of p, q and z, and its partial derivatives.
struct LogHypergeometric {
  double value = 0;
  double by_p = 0;
  double by_q = 0;
  double by_z = 0;
};

/// ln 2F1(1, p; q; z) = ln sum of (p)_n / (q)_n z^n, for 0 < p < q and 0 <= z < 1. All terms are
/// positive, and the sum is at most 1 / (1 - z): nothing cancels and nothing overflows.
///
/// By 2F1(a, b; a + 1; z) = (1 - z)^(1 - b) 2F1(1, a + 1 - b; a + 1; z) (Euler's transformation) it
/// gives the functions of the Pareto/NBD model without their overflow.
LogHypergeometric log_hypergeometric(double p, double q, double z);

/// The integral of exp(-z v) (1 + v)^(-s) over v from 0 to infinity, for z > 0 and any s: e^z times
/// the exponential integral of order s, and Tricomi's U(1, 2 - s, z) = z^(s - 1) U(s, s, z).
double scaled_exponential_integral(double s, double z);

}  // namespace regulars
