// Money as whole minor units: cents, fen, yen. Never a double, never two currencies in one sum.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace regulars {

/// An amount in minor units of the shop's currency (380 is 3.80 where the currency has two digits).
struct Money {
  std::int64_t minor = 0;
  auto operator<=>(const Money&) const = default;
};

constexpr Money operator+(Money a, Money b) { return {a.minor + b.minor}; }
constexpr Money operator-(Money a, Money b) { return {a.minor - b.minor}; }
constexpr Money operator-(Money a) { return {-a.minor}; }
constexpr Money& operator+=(Money& a, Money b) {
  a.minor += b.minor;
  return a;
}
constexpr Money& operator-=(Money& a, Money b) {
  a.minor -= b.minor;
  return a;
}

/// Digits after the decimal point of a currency (ISO 4217): 0 for JPY, 3 for KWD, 2 for the rest
/// and for the unknown.
int minor_digits(std::string_view currency);

/// The amount in major units, for models only: figures that are shown stay integers.
double major_units(Money amount, int digits);

/// The minor units of an amount in major units, be it a part of one; `minor_units(1, digits)` is
/// how many there are in one.
double minor_units(double major, int digits);

/// A plain decimal with a point and exactly `digits` decimals: {380} with 2 digits is "3.80", {-5}
/// is "-0.05".
std::string to_text(Money amount, int digits);

}  // namespace regulars
