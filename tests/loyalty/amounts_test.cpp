#include "core/loyalty/amounts.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/base/random.h"
#include "tests/support/catch.h"

namespace regulars {

namespace {

std::vector<std::int64_t> minor(const std::vector<Money>& parts) {
  std::vector<std::int64_t> result;
  for (const Money part : parts) result.push_back(part.minor);
  return result;
}

constexpr RedemptionTerms terms(std::int64_t percent, std::int64_t least) {
  return {.step = 100, .step_value = {100}, .percent = percent, .least = least};
}

}  // namespace

TEST_CASE("rounding is as it is called", "[loyalty][amounts]") {
  CHECK(scaled(250, 1, 100, RoundingMode::up) == 3);
  CHECK(scaled(250, 1, 100, RoundingMode::half_up) == 3);
  CHECK(scaled(250, 1, 100, RoundingMode::down) == 2);
  CHECK(scaled(250, 1, 100, RoundingMode::half_even) == 2);
  CHECK(scaled(350, 1, 100, RoundingMode::half_even) == 4);
  CHECK(scaled(251, 1, 100, RoundingMode::half_even) == 3);
  CHECK(scaled(249, 1, 100, RoundingMode::half_up) == 2);
  CHECK(scaled(201, 1, 100, RoundingMode::up) == 3);
  CHECK(scaled(200, 1, 100, RoundingMode::up) == 2);
  // 9.99 at 1.5 points for each 1.00, once: 14.985.
  CHECK(scaled(999, 3, 200, RoundingMode::down) == 14);
}

TEST_CASE("a product that needs more than 64 bits is divided all the same", "[loyalty][amounts]") {
  CHECK(scaled(1'000'000'000'000'000, 3'000'000'000'000, 1'000'000'000'000, RoundingMode::down) ==
        3'000'000'000'000'000);
  CHECK(scaled(999'999'999'999'999'999, 999'999'999'999'999'999, 1'000'000'000'000'000'000,
               RoundingMode::half_up) == 999'999'999'999'999'998);
}

TEST_CASE("a discount over equal lines sums to itself", "[loyalty][amounts]") {
  const std::vector<std::int64_t> equal{1, 1, 1};
  CHECK(minor(split({1000}, equal)) == std::vector<std::int64_t>{334, 333, 333});
  const std::vector<std::int64_t> lines{350, 0, 1050};
  CHECK(minor(split({100}, lines)) == std::vector<std::int64_t>{25, 0, 75});
  Rng rng(3);
  for (int turn = 0; turn < 1000; ++turn) {
    std::vector<std::int64_t> weights(1 + static_cast<std::size_t>(rng.below(9)));
    for (auto& weight : weights) weight = static_cast<std::int64_t>(rng.below(1000));
    weights[0] += 1;
    const auto amount = static_cast<std::int64_t>(rng.below(100'000));
    const auto parts = minor(split({amount}, weights));
    CHECK(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == amount);
    CHECK(*std::min_element(parts.begin(), parts.end()) >= 0);
  }
}

TEST_CASE("points pay in whole steps, up to a share of the order", "[loyalty][amounts]") {
  // 30 % of 24.90 is 7.47: seven steps.
  const Redemption some = redeemable(950, 950, {2490}, terms(30, 0));
  CHECK(some.points == 700);
  CHECK(some.paid == Money{700});
  CHECK(redeemable(250, 950, {2490}, terms(30, 0)).points == 200);
  CHECK(redeemable(950, 150, {2490}, terms(30, 0)).points == 100);
  CHECK(redeemable(950, 950, {2490}, terms(30, 800)).points == 0);
  CHECK(redeemable(950, 950, {2490}, terms(30, 700)).points == 700);
  CHECK(redeemable(950, -5, {2490}, terms(30, 0)).points == 0);
  CHECK(redeemable(950, 950, {-100}, terms(30, 0)).points == 0);
}

TEST_CASE("points that pay a whole order leave exactly nothing to pay", "[loyalty][amounts]") {
  const Money order{2500};
  CHECK(order - redeemable(10'000, 10'000, order, terms(100, 0)).paid == Money{0});
}

}  // namespace regulars
