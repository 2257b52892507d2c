#include "core/loyalty/liability.h"

#include <algorithm>
#include <map>

#include "core/loyalty/amounts.h"

namespace regulars {
namespace {

constexpr Duration kToNextMonth = {.amount = 0,
                                   .unit = DurationUnit::month,
                                   .edge = DurationEdge::end,
                                   .edge_of = DurationUnit::month};

Date month_of(Instant at, const Zone& zone) {
  const Date day = day_of(at, zone);
  return day + -(civil_of(day).day - 1);
}

// Flows between two sums to date.
template <class Amount, class Show>
RollForward<Amount> between(const Balances& before, const Balances& after, Show&& shown) {
  // What is held follows from the flows, in money too, so that the row closes.
  const auto held = [&](const Balances& sums) -> Amount {
    return shown(sums.issued) - shown(sums.redeemed) - shown(sums.expired) - shown(sums.revoked);
  };
  return {.opening = held(before),
          .issued = shown(after.issued) - shown(before.issued),
          .redeemed = shown(after.redeemed) - shown(before.redeemed),
          .expired = shown(after.expired) - shown(before.expired),
          .revoked = shown(after.revoked) - shown(before.revoked),
          .closing = held(after)};
}

}  // namespace

PriceSplit split_price(Money paid, Money goods_alone, Money points_alone) {
  const std::int64_t both = goods_alone.minor + points_alone.minor;
  const Money points{scaled(paid.minor, points_alone.minor, both, RoundingMode::half_up)};
  return {.goods = paid - points, .points = points};
}

Money earned_revenue(Money put_off, std::int64_t used, std::int64_t expected) {
  if (expected <= 0) return {};
  return {scaled(put_off.minor, std::min(used, expected), expected, RoundingMode::half_up)};
}

Money value_of(std::int64_t points, const PointValue& value) {
  if (points < 0) return -value_of(-points, value);
  return {scaled(points, value.money.minor, value.points, RoundingMode::half_up)};
}

RollForward<std::int64_t> flow_between(const Balances& before, const Balances& after) {
  return between<std::int64_t>(before, after, [](std::int64_t points) { return points; });
}

std::vector<LiabilityMonth> roll_forward(const Ledger& ledger, const PointValue& value,
                                         const Zone& zone) {
  std::vector<LiabilityMonth> months;
  if (ledger.entries.empty()) return months;
  const auto in_money = [&](std::int64_t points) { return value_of(points, value); };
  Amounts sums{};
  std::size_t next = 0;
  Instant begin = ledger.entries.front().at;
  while (begin <= ledger.as_of) {
    const Instant end = end_of(kToNextMonth, begin, zone);
    const Balances before = balances_of(sums);
    for (; next < ledger.entries.size() && ledger.entries[next].at < end; ++next)
      for (std::size_t i = 0; i < kAccounts; ++i) sums[i] += ledger.entries[next].change[i];
    const Balances after = balances_of(sums);
    months.push_back({.first = month_of(begin, zone),
                      .points = flow_between(before, after),
                      .money = between<Money>(before, after, in_money)});
    begin = end;
  }
  return months;
}

Breakage breakage(const Ledger& ledger, const Zone& zone) {
  struct Cohort {
    std::int64_t left = 0;
    std::int64_t expired = 0;
    std::int64_t redeemed = 0;
  };
  std::map<Date, Cohort> cohorts;
  std::vector<Cohort*> of_lot;
  for (const Lot& lot : ledger.lots) {
    Cohort& cohort = cohorts[month_of(lot.earned_at, zone)];
    cohort.left += lot.remaining;
    cohort.expired += lot.expired;
    of_lot.push_back(&cohort);
  }
  for (const Allocation& row : ledger.allocations) {
    Cohort& cohort = *of_lot[static_cast<std::size_t>(row.lot)];
    if (row.to == Account::redeemed) cohort.redeemed += row.points;
    if (row.from == Account::redeemed) cohort.redeemed -= row.points;
  }
  Breakage result;
  for (const auto& [month, cohort] : cohorts) {
    if (cohort.left > 0) {
      ++result.open;
      continue;
    }
    ++result.months;
    result.expired += cohort.expired;
    result.redeemed += cohort.redeemed;
  }
  const std::int64_t gone = result.expired + result.redeemed;
  if (gone > 0) result.share = static_cast<double>(result.expired) / static_cast<double>(gone);
  return result;
}

}  // namespace regulars
