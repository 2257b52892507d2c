// Whole points and whole minor units: division with its rounding said, shares that add up, and how
// much of an order points may pay.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/money.h"

namespace regulars {

/// What becomes of the part that is no whole point or minor unit.
enum class RoundingMode : std::uint8_t {
  down,       // 2.5 is 2
  up,         // 2.5 is 3, 2.1 too
  half_up,    // 2.5 is 3, 2.4 is 2
  half_even,  // 2.5 is 2, 3.5 is 4
};

/// `amount` * `times` / `by`, none of them negative, `by` above 0, rounded once. The product may be
/// larger than 64 bits hold; the quotient may not.
std::int64_t scaled(std::int64_t amount, std::int64_t times, std::int64_t by, RoundingMode mode);

/// An amount divided in proportion to weights, which are not negative and not all 0: the parts sum
/// to it, whoever loses most by rounding down gets the minor units that are left, of equals the
/// first. 10.00 over three equal lines is 3.34, 3.33, 3.33.
std::vector<Money> split(Money amount, std::span<const std::int64_t> weights);
/// The same into parts that are there, as many as weights.
void split(Money amount, std::span<const std::int64_t> weights, std::span<Money> parts);

/// How points pay for orders.
struct RedemptionTerms {
  std::int64_t step = 100;     // points; only whole steps are taken
  Money step_value = {100};    // what one step pays
  std::int64_t percent = 100;  // of an order, 0..100, that points may pay at most
  std::int64_t least = 0;      // points; fewer are not taken
};

/// Points and what they pay.
struct Redemption {
  std::int64_t points = 0;
  Money paid;
};

/// The least of what is asked for, what is there and what the order allows, in whole steps; nothing
/// below the least that is taken. It never pays more than the order.
Redemption redeemable(std::int64_t wanted, std::int64_t balance, Money order,
                      const RedemptionTerms& terms);

}  // namespace regulars
