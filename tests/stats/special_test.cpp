#include "core/stats/special.h"

#include <cmath>

#include "tests/support/catch.h"

namespace regulars {
namespace {

TEST_CASE("normal quantiles are those of the tables", "[stats][special]") {
  // R: qnorm(p), 15 digits.
  CHECK(normal_quantile(0.5) == 0);
  CHECK_THAT(normal_quantile(0.975), WithinRel(1.95996398454005, 1e-14));
  CHECK_THAT(normal_quantile(0.95), WithinRel(1.64485362695147, 1e-14));
  CHECK_THAT(normal_quantile(0.995), WithinRel(2.57582930354890, 1e-14));
  CHECK_THAT(normal_quantile(1e-10), WithinRel(-6.36134090240406, 1e-14));
}

TEST_CASE("a normal quantile has its probability below it", "[stats][special]") {
  for (const double p : {1e-12, 1e-3, 0.2, 0.5, 0.77, 0.999, 1 - 1e-9}) {
    CHECK_THAT(normal_probability(normal_quantile(p)), WithinRel(p, 1e-12));
  }
}

TEST_CASE("the ends of a normal distribution are infinitely far", "[stats][special]") {
  CHECK(std::isinf(normal_quantile(0)));
  CHECK(normal_quantile(0) < 0);
  CHECK(std::isinf(normal_quantile(1)));
  CHECK(normal_quantile(1) > 0);
}

TEST_CASE("the gamma function and its kin have the values of the tables", "[stats][special]") {
  // Abramowitz and Stegun, tables 6.1 and 6.2; digamma(1) is minus Euler's constant.
  CHECK_THAT(log_gamma(0.5), WithinRel(0.57236494292470008707, 1e-14));
  CHECK_THAT(log_gamma(10), WithinRel(12.8018274800814696112, 1e-14));
  CHECK_THAT(digamma(1), WithinRel(-0.57721566490153286061, 1e-14));
  CHECK_THAT(digamma(0.5), WithinRel(-1.96351002602142347944, 1e-14));
  CHECK_THAT(trigamma(1), WithinRel(1.64493406684822643647, 1e-14));
  CHECK_THAT(log_beta(2, 3), WithinRel(-std::log(12.0), 1e-14));
}

TEST_CASE("the two sides of a gamma distribution sum to one", "[stats][special]") {
  for (const double shape : {0.3, 1.0, 7.5, 400.0}) {
    for (const double x : {0.01, 1.0, 8.0, 390.0}) {
      CHECK_THAT(gamma_below(shape, x) + gamma_above(shape, x), WithinRel(1, 1e-13));
    }
  }
  CHECK_THAT(gamma_above(1, 700), WithinRel(std::exp(-700.0), 1e-11));
}

TEST_CASE("chi-squared values have the probabilities of the tables", "[stats][special]") {
  // R: pchisq(x, df, lower.tail = FALSE).
  CHECK_THAT(chi_squared_above(3.84145882069412, 1), WithinRel(0.05, 1e-12));
  CHECK_THAT(chi_squared_above(18.3070380532751, 10), WithinRel(0.05, 1e-12));
  CHECK(chi_squared_above(0, 3) == 1);
}

}  // namespace
}  // namespace regulars
