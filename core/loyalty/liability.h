// What points cost a shop on paper: revenue that is put off until they are used, month by month,
// and how many are never used. For information, not advice.
//
// Source: IFRS 15, paragraphs B39 to B47 and illustrative example 52.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/base/zone.h"
#include "core/loyalty/ledger.h"

namespace regulars {

/// A price divided into what was bought and the points that came with it. They sum to the price.
struct PriceSplit {
  Money goods;
  Money points;  // put off until they are used
};

/// Divides what was paid in proportion to what each would cost alone; of the points only those that
/// are expected to be used count. Rounded half up to whole minor units. All at least 0, the two
/// prices not both 0.
PriceSplit split_price(Money paid, Money goods_alone, Money points_alone);

/// How much of the revenue that was put off has been earned when `used` points of `expected` that
/// will ever be used have been; rounded half up. A year's revenue is the difference of two such
/// figures: what was expected before is not corrected backwards. 0 where none is expected.
Money earned_revenue(Money put_off, std::int64_t used, std::int64_t expected);

/// What points are worth on average when they are used, as `money` for `points`.
struct PointValue {
  Money money = {1};
  std::int64_t points = 1;  // above 0
};

/// What so many points are worth, rounded half up; negative for a negative number of points.
Money value_of(std::int64_t points, const PointValue& value);

/// How the points that customers hold came and went: opening + issued - redeemed - expired -
/// revoked = closing.
template <class Amount>
struct RollForward {
  Amount opening{};
  Amount issued{};
  Amount redeemed{};  // less cancelled redemptions, so that it may be negative
  Amount expired{};
  Amount revoked{};
  Amount closing{};
};

/// How points came and went between two sums to date.
RollForward<std::int64_t> flow_between(const Balances& before, const Balances& after);

/// One month of the shop's calendar.
struct LiabilityMonth {
  Date first;  // day of the month
  RollForward<std::int64_t> points;
  RollForward<Money> money;  // closes to the minor unit: sums to date are rounded, not months
};

/// Every month from the first entry to as_of, those without any included; held are pending and
/// active less debt. Empty for an empty ledger.
std::vector<LiabilityMonth> roll_forward(const Ledger& ledger, const PointValue& value,
                                         const Zone& zone);

/// How many points lapse, as seen in the months of earning of which nothing is left: lots that are
/// still open say nothing yet.
struct Breakage {
  std::int32_t months = 0;   // closed ones
  std::int32_t open = 0;     // months of which something is left
  std::int64_t expired = 0;  // of the closed months
  std::int64_t redeemed = 0;
  std::optional<double> share;  // expired / (expired + redeemed); nothing where both are 0
};

Breakage breakage(const Ledger& ledger, const Zone& zone);

}  // namespace regulars
