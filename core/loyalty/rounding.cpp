#include "core/loyalty/rounding.h"

#include <cmath>

#include "core/base/money.h"

namespace regulars {

namespace {

constexpr double kLargestWhole = 0x1p53;

bool may_be_zero(Number number) { return std::abs(number.value) <= 2 * number.error; }

}  // namespace

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

std::optional<std::int64_t> whole_units(Number number, int digits) {
  const Number units = number * Number{minor_units(1, digits), 0};
  if (!(std::abs(units.value) < kLargestWhole)) return {};
  const double nearest = std::round(units.value);
  const bool only_rounding = std::abs(units.value - nearest) <= 2 * units.error;
  const double whole = only_rounding ? nearest : std::floor(units.value);
  return whole > 0 ? static_cast<std::int64_t>(whole) : 0;
}

}  // namespace regulars
