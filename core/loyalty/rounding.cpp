#include "core/loyalty/rounding.h"

#include <cmath>

#include "core/base/money.h"

namespace regulars {

namespace {

constexpr double kUnitRoundoff = 0x1p-53;
constexpr double kLargestWhole = 0x1p53;

bool is_small_whole(double value) {
  return std::abs(value) <= kLargestWhole && std::trunc(value) == value;
}

// Sums, differences and products of whole numbers are exact as long as they are small.
Number after_rounding(double value, double inherited) {
  if (inherited == 0 && is_small_whole(value)) return {value, 0};
  return {value, inherited + kUnitRoundoff * std::abs(value)};
}

bool may_be_zero(Number number) { return std::abs(number.value) <= 2 * number.error; }

}  // namespace

Number number_from(double value) {
  return {value, is_small_whole(value) ? 0 : kUnitRoundoff * std::abs(value)};
}

Number operator+(Number a, Number b) {
  return after_rounding(a.value + b.value, a.error + b.error);
}

Number operator-(Number a, Number b) {
  return after_rounding(a.value - b.value, a.error + b.error);
}

Number operator*(Number a, Number b) {
  return after_rounding(a.value * b.value,
                        std::abs(a.value) * b.error + std::abs(b.value) * a.error);
}

std::optional<Number> quotient(Number a, Number b) {
  if (may_be_zero(b)) return {};
  const double value = a.value / b.value;
  const double inherited = (a.error + std::abs(value) * b.error) / std::abs(b.value);
  return Number{value, inherited + kUnitRoundoff * std::abs(value)};
}

std::optional<Number> remainder(Number a, Number b) {
  if (may_be_zero(b)) return {};
  const double value = std::fmod(a.value, b.value);
  const double error = a.error + std::abs(std::trunc(a.value / b.value)) * b.error;
  const bool whole_divisor = std::abs(b.value) - std::abs(value) <= 2 * error;
  return Number{error > 0 && whole_divisor ? 0 : value, error};
}

int sign_of_difference(Number a, Number b) {
  const double difference = a.value - b.value;
  if (std::abs(difference) <= 2 * (a.error + b.error)) return 0;
  return difference < 0 ? -1 : 1;
}

std::optional<std::int64_t> whole_units(Number number, int digits) {
  const Number units = number * Number{minor_units(1, digits), 0};
  if (!(std::abs(units.value) < kLargestWhole)) return {};
  const double nearest = std::round(units.value);
  const bool only_rounding = std::abs(units.value - nearest) <= 2 * units.error;
  const double whole = only_rounding ? nearest : std::floor(units.value);
  return whole > 0 ? static_cast<std::int64_t>(whole) : 0;
}

}  // namespace regulars
