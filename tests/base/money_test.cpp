#include "core/base/money.h"

#include <cstdint>
#include <limits>

#include "tests/support/catch.h"

namespace regulars {

TEST_CASE("an amount is written with exactly the currency's decimals", "[base][money]") {
  CHECK(to_text(Money{380}, 2) == "3.80");
  CHECK(to_text(Money{0}, 2) == "0.00");
  CHECK(to_text(Money{5}, 2) == "0.05");
  CHECK(to_text(Money{-5}, 2) == "-0.05");
  CHECK(to_text(Money{-12345}, 2) == "-123.45");
  CHECK(to_text(Money{1500}, 0) == "1500");
  CHECK(to_text(Money{7}, 3) == "0.007");
}

TEST_CASE("the largest and the smallest amount can be written", "[base][money]") {
  using Limits = std::numeric_limits<std::int64_t>;
  CHECK(to_text(Money{Limits::max()}, 2) == "92233720368547758.07");
  CHECK(to_text(Money{Limits::min()}, 2) == "-92233720368547758.08");
  CHECK(to_text(Money{Limits::min()}, 0) == "-9223372036854775808");
}

TEST_CASE("currencies have the decimals of ISO 4217, unknown ones two", "[base][money]") {
  CHECK(minor_digits("EUR") == 2);
  CHECK(minor_digits("CNY") == 2);
  CHECK(minor_digits("JPY") == 0);
  CHECK(minor_digits("KRW") == 0);
  CHECK(minor_digits("KWD") == 3);
  CHECK(minor_digits("") == 2);
  CHECK(minor_digits("jpy") == 2);
}

TEST_CASE("sums close to the cent", "[base][money]") {
  Money total;
  for (int i = 0; i < 1000; ++i) total += Money{10};
  CHECK(total == Money{10000});
  total -= Money{9999};
  CHECK(total == Money{1});
  CHECK(Money{380} + Money{-380} == Money{});
  CHECK(Money{380} - Money{500} == -Money{120});
}

TEST_CASE("amounts are ordered by their worth", "[base][money]") {
  CHECK(Money{-1} < Money{0});
  CHECK(Money{99} < Money{100});
}

TEST_CASE("major units are the amount over a power of ten", "[base][money]") {
  CHECK_THAT(major_units(Money{435}, 2), WithinRel(4.35, 1e-15));
  CHECK_THAT(major_units(Money{-1500}, 0), WithinAbs(-1500.0, 0));
  CHECK_THAT(major_units(Money{1234}, 3), WithinRel(1.234, 1e-15));
  CHECK_THAT(minor_units(4.35, 2), WithinRel(435.0, 1e-15));
  CHECK_THAT(minor_units(-1500.5, 0), WithinAbs(-1500.5, 0));
  CHECK_THAT(minor_units(1, 3), WithinAbs(1000.0, 0));
}

}  // namespace regulars
