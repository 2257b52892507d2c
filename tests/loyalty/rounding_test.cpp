#include "core/loyalty/rounding.h"

#include <cmath>
#include <cstdint>

#include "core/base/random.h"
#include "tests/support/catch.h"

namespace regulars {

TEST_CASE("ten cents and twenty are thirty", "[loyalty][rounding]") {
  const Number sum = number_from(0.1) + number_from(0.2);
  CHECK(sum.value != 0.3);
  CHECK(sign_of_difference(sum, number_from(0.3)) == 0);
  CHECK(sign_of_difference(number_from(0.3) - number_from(0.1) - number_from(0.2), {}) == 0);
  CHECK(sign_of_difference(number_from(1000.1) - number_from(1000), number_from(0.1)) == 0);
}

TEST_CASE("a cent in a hundred million is seen", "[loyalty][rounding]") {
  CHECK(sign_of_difference(number_from(100000000.01), number_from(100000000.00)) == 1);
  CHECK(sign_of_difference(number_from(99999999.99) + number_from(0.01),
                           number_from(100000000.01)) == -1);
  CHECK(sign_of_difference(number_from(9999999999999.98), number_from(9999999999999.99)) == -1);
}

TEST_CASE("whole numbers carry no doubt", "[loyalty][rounding]") {
  CHECK((number_from(3) * number_from(4) + number_from(5) - number_from(6)).error == 0);
  CHECK(number_from(0.5).error > 0);
  CHECK(number_from(0x1p60).error > 0);
}

TEST_CASE("nothing is divided by what may be zero", "[loyalty][rounding]") {
  CHECK_FALSE(quotient(number_from(1), number_from(0)));
  CHECK_FALSE(quotient(number_from(1), number_from(0.3) - number_from(0.1) - number_from(0.2)));
  CHECK_FALSE(remainder(number_from(1), number_from(0)));
  CHECK(quotient(number_from(1), number_from(4))->value == 0.25);
}

TEST_CASE("a remainder that is a whole divisor but for rounding is zero", "[loyalty][rounding]") {
  CHECK(remainder(number_from(0.3), number_from(0.1))->value == 0);
  CHECK(remainder(number_from(7), number_from(3))->value == 1);
  CHECK(remainder(number_from(-7), number_from(3))->value == -1);
}

TEST_CASE("units are rounded down, but no unit is lost to doubles", "[loyalty][rounding]") {
  // 4.35 * 100 is 434.99999999999994 in doubles; 0.29 and 1.15 fall short the same way.
  CHECK(whole_units(number_from(4.35), 2) == 435);
  CHECK(whole_units(number_from(0.29), 2) == 29);
  CHECK(whole_units(number_from(1.15), 2) == 115);
  CHECK(whole_units(number_from(4.3599), 2) == 435);
  CHECK(whole_units(number_from(29.99) * number_from(0.1), 2) == 299);
  CHECK(whole_units(number_from(43.5) * number_from(0.1), 2) == 435);
  CHECK(whole_units(number_from(0.0099), 2) == 0);
  CHECK(whole_units(number_from(2.9999), 0) == 2);
  CHECK(whole_units(number_from(1.2345), 3) == 1234);
}

TEST_CASE("units are never fewer than none, and never more than doubles can count",
          "[loyalty][rounding]") {
  CHECK(whole_units(number_from(-4.35), 2) == 0);
  CHECK(whole_units(number_from(9e13), 2) == 9'000'000'000'000'000);
  CHECK_FALSE(whole_units(number_from(1e14), 2));
  CHECK_FALSE(whole_units({NAN, 0}, 2));
  CHECK_FALSE(whole_units({INFINITY, 0}, 2));
}

TEST_CASE("every amount of cents up to ten thousand comes back from its decimal",
          "[loyalty][rounding]") {
  for (std::int64_t cents = 0; cents <= 1'000'000; ++cents)
    if (whole_units(number_from(static_cast<double>(cents) / 100), 2) != cents) FAIL(cents);
}

TEST_CASE("sums and products of cents are compared as their exact decimals are",
          "[loyalty][rounding]") {
  Rng rng(20260301);
  for (int i = 0; i < 100'000; ++i) {
    const auto cents = [&rng] { return static_cast<std::int64_t>(rng.below(10'000'000)); };
    const std::int64_t a = cents(), b = cents(), c = rng.below(2) == 0 ? a + b : cents();
    const auto number = [](std::int64_t minor) {
      return number_from(static_cast<double>(minor) / 100);
    };
    const int wanted = (a + b > c) - (a + b < c);
    if (sign_of_difference(number(a) + number(b), number(c)) != wanted)
      FAIL(a << " + " << b << " against " << c);
    const auto percent = static_cast<std::int64_t>(rng.below(100));
    if (whole_units(number(a) * number(percent), 2) != a * percent / 100)
      FAIL(percent << " % of " << a);
  }
}

}  // namespace regulars
