// Ledgers of chance: what a shop of a few orders, redemptions and refunds might come to, with all
// that exports do to it.
#pragma once

#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/loyalty/ledger.h"

namespace regulars {

inline constexpr Instant kLedgerStart = 1'767'225'600;  // 2026-01-01T00:00:00Z
inline constexpr Instant kLedgerDay = 86'400;

/// Events of two members over two years, in no order; some of them twice, some in conflict, some
/// about orders that never were.
inline std::vector<LedgerEvent> random_events(Rng& rng, int count) {
  std::vector<LedgerEvent> events;
  int orders = 0;
  int spends = 0;
  const auto below = [&](std::uint64_t bound) {
    return static_cast<std::int64_t>(rng.below(bound));
  };
  const auto one_of = [&](char sort, int known) {
    return sort + std::to_string(below(static_cast<std::uint64_t>(known) + 1));
  };
  while (static_cast<int>(events.size()) < count) {
    LedgerEvent event;
    // Days only, so that many events fall on one instant.
    event.at = kLedgerStart + below(600) * kLedgerDay;
    event.member = rng.below(4) == 0 ? "ben" : "anna";
    event.line = below(1000);
    const std::int64_t sort = below(100);
    if (sort < 40) {
      event.kind = LedgerEventKind::earn;
      event.source = 'o' + std::to_string(orders++);
      event.target = event.source;
      if (rng.below(3) != 0) event.net = below(20'000);
      if (!event.net || rng.below(4) == 0) event.points = below(200);
      if (rng.below(3) == 0) event.activates = event.at + below(60) * kLedgerDay;
      if (rng.below(3) != 0) event.expires = event.at + below(400) * kLedgerDay;
      if (rng.below(10) == 0) event.target = one_of('o', orders);
    } else if (sort < 60) {
      event.kind = LedgerEventKind::spend;
      event.source = 's' + std::to_string(spends++);
      event.points = below(120);
    } else if (sort < 70) {
      event.kind = LedgerEventKind::unspend;
      event.source = 'u' + std::to_string(events.size());
      event.target = one_of('s', spends);
      if (rng.below(2) == 0) event.points = below(120);
    } else if (sort < 88) {
      event.kind = LedgerEventKind::refund;
      event.source = 'f' + std::to_string(events.size());
      event.target = one_of('o', orders);
      event.net = rng.below(3) == 0 ? 0 : below(20'000);
    } else if (sort < 94) {
      event.kind = LedgerEventKind::reopen;
      event.source = 'p' + std::to_string(events.size());
      event.target = one_of('o', orders);
      if (rng.below(2) == 0) event.net = below(20'000);
    } else if (sort < 97) {
      event.kind = LedgerEventKind::release;
      event.source = 'l' + std::to_string(events.size());
      event.target = one_of('o', orders);
    } else if (sort < 98) {
      event.kind = LedgerEventKind::merge;
      event.source = 'm' + std::to_string(events.size());
      event.target = rng.below(2) == 0 ? "anna" : "ben";
    } else if (!events.empty()) {
      event = events[static_cast<std::size_t>(rng.below(events.size()))];
      if (rng.below(2) == 0 && event.points) event.points = *event.points + 1;
    } else {
      continue;
    }
    events.push_back(std::move(event));
  }
  return events;
}

/// Some policy, with a second version of the rate after a year.
inline LedgerPolicy random_policy(Rng& rng) {
  LedgerPolicy policy;
  policy.returns = static_cast<ReturnPolicy>(rng.below(3));
  if (rng.below(3) == 0) policy.pending = {.amount = 14, .unit = DurationUnit::day};
  if (rng.below(8) == 0) policy.pending = kUnlimited;
  if (rng.below(2) == 0)
    policy.expiry = {.amount = 6,
                     .unit = DurationUnit::month,
                     .edge = DurationEdge::end,
                     .edge_of = DurationUnit::month};
  if (rng.below(4) == 0) policy.expiry_since = kLedgerStart + 90 * kLedgerDay;
  policy.rates.push_back({.since = kLedgerStart + 365 * kLedgerDay, .points = 3, .per = 100});
  return policy;
}

/// The same rows in another order.
inline std::vector<LedgerEvent> shuffled(std::vector<LedgerEvent> events, Rng& rng) {
  for (std::size_t i = events.size(); i > 1; --i)
    std::swap(events[i - 1], events[static_cast<std::size_t>(rng.below(i))]);
  return events;
}

}  // namespace regulars
