// Numbers that know how far rounding may have carried them: so that 0.1 + 0.2 is 0.3, and no cent
// is lost when an amount is rounded down.
//
// A money fact is the double nearest to an exact decimal (up to 15 digits no two decimals share
// one), and each operation adds half a unit in the last place of its result. The bound is kept to
// first order and doubled where it decides. Source: Higham (2002), Accuracy and Stability of
// Numerical Algorithms, sections 2.2 and 3.3.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

namespace regulars {

/// A number and how far, at most and to first order, it is from the number that exact decimals
/// would give.
struct Number {
  double value = 0;
  double error = 0;  // not negative; 0 is exact
};

/// A written number or a fact: exact where it is whole and at most 2^53, else the double nearest to
/// a decimal.
inline Number number_from(double value);

inline Number operator+(Number a, Number b);
inline Number operator-(Number a, Number b);
inline Number operator*(Number a, Number b);

/// Nothing where the divisor is 0, or could be but for rounding.
std::optional<Number> quotient(Number a, Number b);

/// What is left of a after whole times b, with the sign of a; nothing as for the quotient. 0.3 in
/// steps of 0.1 leaves 0.
std::optional<Number> remainder(Number a, Number b);

/// -1, 0 or 1 as a is less than, equal to or more than b. Numbers that only rounding may keep apart
/// are equal.
inline int sign_of_difference(Number a, Number b);

/// Whole units of 10^-digits in a number, rounded down, never below 0; but a unit that only
/// rounding misses counts: 4.35 with 2 digits is 435. Nothing from 2^53 units on, where doubles no
/// longer count units.
std::optional<std::int64_t> whole_units(Number number, int digits);

// Every rule of every order comes through here: not worth a call.

inline constexpr double kUnitRoundoff = 0x1p-53;

inline bool is_small_whole(double value) {
  return std::abs(value) <= 0x1p53 && std::trunc(value) == value;
}

// Sums, differences and products of whole numbers are exact as long as they are small.
inline Number after_rounding(double value, double inherited) {
  if (inherited == 0 && is_small_whole(value)) return {value, 0};
  return {value, inherited + kUnitRoundoff * std::abs(value)};
}

inline Number number_from(double value) {
  return {value, is_small_whole(value) ? 0 : kUnitRoundoff * std::abs(value)};
}

inline Number operator+(Number a, Number b) {
  return after_rounding(a.value + b.value, a.error + b.error);
}

inline Number operator-(Number a, Number b) {
  return after_rounding(a.value - b.value, a.error + b.error);
}

inline Number operator*(Number a, Number b) {
  return after_rounding(a.value * b.value,
                        std::abs(a.value) * b.error + std::abs(b.value) * a.error);
}

inline int sign_of_difference(Number a, Number b) {
  const double difference = a.value - b.value;
  if (std::abs(difference) <= 2 * (a.error + b.error)) return 0;
  return difference < 0 ? -1 : 1;
}

}  // namespace regulars
