#include "core/stats/special.h"

#include <boost/math/special_functions/erf.hpp>
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

}  // namespace regulars
