#include "core/stats/special.h"

#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <boost/throw_exception.hpp>
#include <cstdlib>
#include <limits>

// Where exceptions are off, Boost leaves these two to its user. The policy below gives them nothing
// to do.
namespace boost {
void throw_exception(const std::exception&) { std::abort(); }
void throw_exception(const std::exception&, const source_location&) { std::abort(); }
}  // namespace boost

namespace regulars {
namespace {

namespace bmp = boost::math::policies;

// Without promotion the wasm build needs no software long double; errors come back as infinities
// and NaN, which the callers below rule out.
using Policy =
    bmp::policy<bmp::promote_double<false>, bmp::domain_error<bmp::ignore_error>,
                bmp::pole_error<bmp::ignore_error>, bmp::overflow_error<bmp::ignore_error>,
                bmp::underflow_error<bmp::ignore_error>, bmp::denorm_error<bmp::ignore_error>,
                bmp::evaluation_error<bmp::ignore_error>, bmp::rounding_error<bmp::ignore_error>,
                bmp::indeterminate_result_error<bmp::ignore_error>>;

constexpr double kSqrtTwo = 1.41421356237309504880;

}  // namespace

double normal_quantile(double p) {
  if (p <= 0) return -std::numeric_limits<double>::infinity();
  if (p >= 1) return std::numeric_limits<double>::infinity();
  return -kSqrtTwo * boost::math::erfc_inv(2 * p, Policy());
}

double normal_probability(double z) { return boost::math::erfc(-z / kSqrtTwo, Policy()) / 2; }

double log_gamma(double x) { return boost::math::lgamma(x, Policy()); }
double digamma(double x) { return boost::math::digamma(x, Policy()); }
double trigamma(double x) { return boost::math::trigamma(x, Policy()); }

// The difference of two logarithms of nearly the same size loses digits only where both arguments
// are far above 1e8, beyond any count of orders.
double log_beta(double a, double b) { return log_gamma(a) + log_gamma(b) - log_gamma(a + b); }

double gamma_below(double a, double x) { return boost::math::gamma_p(a, x, Policy()); }
double gamma_above(double a, double x) { return boost::math::gamma_q(a, x, Policy()); }

double chi_squared_above(double x, double degrees) {
  return x > 0 ? gamma_above(degrees / 2, x / 2) : 1;
}

}  // namespace regulars
