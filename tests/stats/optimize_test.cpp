#include "core/stats/optimize.h"

#include <cmath>
#include <limits>

#include "tests/support/catch.h"

namespace regulars {
namespace {

// Rosenbrock (1960): a bent valley whose floor hardly falls; least at (1, 1).
Slope valley(std::span<const double> x) {
  const double bend = x[1] - x[0] * x[0];
  return {100 * bend * bend + (1 - x[0]) * (1 - x[0]),
          {-400 * x[0] * bend - 2 * (1 - x[0]), 200 * bend}};
}

TEST_CASE("a bent valley is followed to its end", "[stats][optimize]") {
  const Minimum minimum = minimize(valley, {-1.2, 1});
  CHECK(minimum.converged);
  CHECK_FALSE(minimum.at_limit);
  CHECK_THAT(minimum.point[0], WithinAbs(1, 1e-7));
  CHECK_THAT(minimum.point[1], WithinAbs(1, 1e-7));
  CHECK(minimum.iterations < 60);
}

TEST_CASE("values alone lead there as well", "[stats][optimize]") {
  const Minimum minimum = minimize_by_values(valley, std::vector<double>{-1.2, 1});
  CHECK(minimum.converged);
  CHECK_THAT(minimum.point[0], WithinAbs(1, 1e-5));
}

TEST_CASE("what grows without end stops at the limit and says so", "[stats][optimize]") {
  // Least at x = 2 for any y, the better the larger y is.
  const auto slide = [](std::span<const double> x) {
    return Slope{(x[0] - 2) * (x[0] - 2) + std::exp(-x[1]), {2 * (x[0] - 2), -std::exp(-x[1])}};
  };
  const Minimum minimum =
      minimize(slide, {0, 0}, {.gradient_tolerance = 1e-12, .max_iterations = 200, .limit = 5});
  CHECK(minimum.at_limit);
  CHECK_THAT(minimum.point[0], WithinAbs(2, 1e-6));
  CHECK(minimum.point[1] == 5);
}

TEST_CASE("a coordinate at its limit does not mislead the others", "[stats][optimize]") {
  // The valley, tilted towards y and towards an end that never comes.
  int evaluations = 0;
  const auto tilted = [&](std::span<const double> x) {
    ++evaluations;
    Slope slope = valley(x.first(2));
    const double pull = x[2] - x[0] - x[1];
    slope.value += 5 * pull * pull - 200 * x[2];
    slope.gradient = {slope.gradient[0] - 10 * pull, slope.gradient[1] - 10 * pull,
                      10 * pull - 200};
    return slope;
  };
  const Minimum minimum = minimize(tilted, {-1.2, 1, 0}, {.limit = 5});
  CHECK(minimum.converged);
  CHECK(minimum.at_limit);
  CHECK(minimum.point[2] == 5);
  CHECK(evaluations < 200);
}

TEST_CASE("a function without a value is left where it began", "[stats][optimize]") {
  const auto nowhere = [](std::span<const double>) {
    return Slope{std::numeric_limits<double>::quiet_NaN(), {0}};
  };
  CHECK_FALSE(minimize(nowhere, {1}).converged);
  CHECK_FALSE(minimize_by_values(nowhere, std::vector<double>{1}).converged);
}

TEST_CASE("second derivatives and their inverse are those of a known function",
          "[stats][optimize]") {
  const std::vector<double> least{1, 1};
  const SquareMatrix second = hessian(valley, least);
  CHECK_THAT(second.at(0, 0), WithinRel(802, 1e-6));
  CHECK_THAT(second.at(0, 1), WithinRel(-400, 1e-6));
  CHECK_THAT(second.at(1, 1), WithinRel(200, 1e-6));
  const auto back = inverse(second);
  REQUIRE(back);
  CHECK_THAT(back->at(0, 0), WithinRel(.5, 1e-4));
  CHECK_THAT(back->at(1, 0), WithinRel(1, 1e-4));
  CHECK_THAT(back->at(1, 1), WithinRel(2.005, 1e-4));
  SquareMatrix saddle(2);
  saddle.at(0, 0) = 1;
  saddle.at(1, 1) = -1;
  CHECK_FALSE(inverse(saddle));
}

}  // namespace
}  // namespace regulars
