#include "core/stats/hypergeometric.h"

#include <cmath>

#include "core/stats/special.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

TEST_CASE("the hypergeometric function is right from 0 to nearly 1", "[stats][hypergeometric]") {
  // mpmath 1.3, 30 digits: log(hyp2f1(1, p, q, z)).
  struct Case {
    double p, q, z, value;
  };
  const Case cases[] = {
      {0.5, 1.7, 0.3, 0.10147108133570299},     {1.2, 3.4, 0.79, 0.40911564875768074},
      {5, 5.6, 0.85, 1.5515335964056863},       {200.6, 202.3, 0.9, 2.232356707270535},
      {2000.5, 2004, 0.99, 4.4514940105477961}, {0.05, 0.4, 0.999, 2.7064142047854644},
      {1.6, 300, 0.97, 0.0052036256827322882},  {60, 60.3, 0.9999, 7.9098550689791455},
      {30, 400, 0.95, 0.074097566172338062},
  };
  for (const auto& [p, q, z, value] : cases)
    CHECK_THAT(log_hypergeometric(p, q, z).value, WithinRel(value, 1e-12));
}

TEST_CASE("the function is elementary where p is q less 1", "[stats][hypergeometric]") {
  // 2F1(1, 1; 2; z) = -ln(1 - z) / z.
  for (const double z : {1e-8, .1, .5, .79, .81, .99, .9999, 1 - 1e-6})
    CHECK_THAT(log_hypergeometric(1, 2, z).value, WithinAbs(std::log(-std::log1p(-z) / z), 1e-12));
}

TEST_CASE("its derivatives are those of its values", "[stats][hypergeometric]") {
  for (const double p : {.3, 2.0, 41.0}) {
    for (const double more : {.2, 1.5, 60.0}) {
      for (const double z : {.05, .6, .9, .99}) {
        const double q = p + more;
        const LogHypergeometric at = log_hypergeometric(p, q, z);
        const double h = 1e-5;
        const auto rate = [&](double dp, double dq, double dz) {
          return (log_hypergeometric(p + dp, q + dq, z + dz).value -
                  log_hypergeometric(p - dp, q - dq, z - dz).value) /
                 (2 * h);
        };
        CHECK_THAT(at.by_p, WithinAbs(rate(h, 0, 0), 1e-7 + 1e-6 * std::abs(at.by_p)));
        CHECK_THAT(at.by_q, WithinAbs(rate(0, h, 0), 1e-7 + 1e-6 * std::abs(at.by_q)));
        CHECK_THAT(at.by_z, WithinAbs(rate(0, 0, h), 1e-7 + 1e-5 * std::abs(at.by_z)));
      }
    }
  }
}

TEST_CASE("the scaled exponential integral is right", "[stats][hypergeometric]") {
  // mpmath 1.3: exp(z) * expint(s, z).
  struct Case {
    double s, z, value;
  };
  const Case cases[] = {
      {0.4, 0.24, 2.5157579179531003},      {0.4, 0.0001, 372.43881822131573},
      {1, 0.5, 0.92291063248373047},        {2, 0.01, 0.95921488556543574},
      {3.7, 12, 0.064579019186552058},      {0, 5, 0.2},
      {1.0000001, 0.3, 1.2225355065881977}, {0.6, 300, 0.0033267019177161883},
  };
  for (const auto& [s, z, value] : cases)
    CHECK_THAT(scaled_exponential_integral(s, z), WithinRel(value, 1e-11));
}

}  // namespace
}  // namespace regulars
