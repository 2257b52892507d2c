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

}  // namespace
}  // namespace regulars
