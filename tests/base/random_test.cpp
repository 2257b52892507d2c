#include "core/base/random.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "tests/support/catch.h"

namespace regulars {
namespace {

struct Moments {
  double mean = 0;
  double variance = 0;
};

constexpr int kDraws = 200'000;

// With kDraws draws the standard error of a mean is 0.0022 standard deviations; the tests below
// allow about five of them. The seed is fixed, so a test that passes once passes always.
template <class Draw>
Moments moments_of(Draw draw) {
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < kDraws; ++i) {
    const double x = draw();
    sum += x;
    squares += x * x;
  }
  const double mean = sum / kDraws;
  return {mean, squares / kDraws - mean * mean};
}

}  // namespace

// The first numbers of the authors' own C programs, splitmix64.c and xoshiro256starstar.c, for
// state seeded from 0 and 42.
TEST_CASE("the generator is xoshiro256** seeded through splitmix64", "[base][random]") {
  Rng zero(0);
  CHECK(zero.bits() == 0x99ec5f36cb75f2b4);
  CHECK(zero.bits() == 0xbf6e1f784956452a);
  CHECK(zero.bits() == 0x1a5f849d4933e6e0);
  CHECK(zero.bits() == 0x6aa594f1262d2d2c);
  Rng answer(42);
  CHECK(answer.bits() == 0x15780b2e0c2ec716);
  CHECK(answer.bits() == 0x6104d9866d113a7e);
}

TEST_CASE("one seed is one stream", "[base][random]") {
  Rng a(7);
  Rng b(7);
  Rng other(8);
  int same = 0;
  int alike = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::uint64_t drawn = a.bits();
    same += drawn == b.bits() ? 1 : 0;
    alike += drawn == other.bits() ? 1 : 0;
  }
  CHECK(same == 1000);
  CHECK(alike == 0);
}

TEST_CASE("a uniform number is at least zero and less than one", "[base][random]") {
  Rng rng(1);
  double least = 1;
  double most = 0;
  const auto [mean, variance] = moments_of([&] {
    const double x = rng.uniform();
    least = std::fmin(least, x);
    most = std::fmax(most, x);
    return x;
  });
  CHECK(least >= 0);
  CHECK(most < 1);
  CHECK_THAT(mean, WithinAbs(0.5, 0.003));
  CHECK_THAT(variance, WithinAbs(1.0 / 12, 0.001));
}

TEST_CASE("whole numbers below a bound are equally likely", "[base][random]") {
  Rng rng(2);
  std::array<int, 7> seen{};
  for (int i = 0; i < 70'000; ++i) ++seen.at(static_cast<std::size_t>(rng.below(7)));
  // Chi-squared with six degrees of freedom exceeds 22.46 once in a thousand seeds.
  double distance = 0;
  for (const int count : seen) distance += (count - 10'000.0) * (count - 10'000.0) / 10'000.0;
  CHECK(distance < 22.46);
}

TEST_CASE("below one there is only zero, and the largest bound is no trap", "[base][random]") {
  Rng rng(3);
  for (int i = 0; i < 10; ++i) CHECK(rng.below(1) == 0);
  for (int i = 0; i < 10; ++i) CHECK(rng.below(~std::uint64_t{0}) < ~std::uint64_t{0});
}

TEST_CASE("normal numbers have mean zero and variance one", "[base][random]") {
  Rng rng(4);
  int inside = 0;
  const auto [mean, variance] = moments_of([&] {
    const double x = rng.normal();
    inside += std::fabs(x) < 1.959963984540054 ? 1 : 0;
    return x;
  });
  CHECK_THAT(mean, WithinAbs(0, 0.011));
  CHECK_THAT(variance, WithinAbs(1, 0.016));
  CHECK_THAT(inside / static_cast<double>(kDraws), WithinAbs(0.95, 0.0025));
}

TEST_CASE("exponential numbers have mean 1 / rate and variance 1 / rate^2", "[base][random]") {
  Rng rng(5);
  const auto [mean, variance] = moments_of([&] { return rng.exponential(4); });
  CHECK_THAT(mean, WithinRel(0.25, 0.011));
  CHECK_THAT(variance, WithinRel(1.0 / 16, 0.032));
}

TEST_CASE("gamma numbers have mean shape / rate and variance shape / rate^2", "[base][random]") {
  const double shape = GENERATE(0.25, 0.8, 1.0, 4.5, 60.0);
  CAPTURE(shape);
  Rng rng(6);
  double least = 1;
  const auto [mean, variance] = moments_of([&] {
    const double x = rng.gamma(shape, 2);
    least = std::fmin(least, x);
    return x;
  });
  CHECK(least >= 0);
  CHECK_THAT(mean, WithinRel(shape / 2, 0.025));
  CHECK_THAT(variance, WithinRel(shape / 4, 0.06));
}

TEST_CASE("beta numbers have mean a / (a + b)", "[base][random]") {
  Rng rng(7);
  const double a = 0.79;
  const double b = 2.43;
  const auto [mean, variance] = moments_of([&] { return rng.beta(a, b); });
  CHECK_THAT(mean, WithinAbs(a / (a + b), 0.003));
  CHECK_THAT(variance, WithinRel(a * b / ((a + b) * (a + b) * (a + b + 1)), 0.02));
}

TEST_CASE("a weight of zero is never picked, the others by their share", "[base][random]") {
  Rng rng(8);
  const std::array<double, 5> weights{0, 1, 3, 0, 0};
  std::array<int, 5> seen{};
  for (int i = 0; i < kDraws; ++i) ++seen.at(rng.pick(weights));
  CHECK(seen[0] == 0);
  CHECK(seen[3] == 0);
  CHECK(seen[4] == 0);
  CHECK_THAT(seen[2] / static_cast<double>(kDraws), WithinAbs(0.75, 0.005));
}

}  // namespace regulars
