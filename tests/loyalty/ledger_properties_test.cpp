#include <functional>
#include <string>
#include <vector>

#include "core/loyalty/invariants.h"
#include "core/loyalty/ledger.h"
#include "tests/loyalty/random_ledger.h"
#include "tests/support/catch.h"

namespace regulars {

namespace {

constexpr Instant kEnd = kLedgerStart + 1000 * kLedgerDay;

// Everything that can be seen of a ledger, as one text.
std::string seen(const Ledger& ledger) {
  std::string text;
  const auto add = [&](std::int64_t number) { text += std::to_string(number) + ' '; };
  for (const Entry& entry : ledger.entries) {
    add(entry.at);
    add(static_cast<int>(entry.kind));
    add(entry.member);
    text += entry.source + ' ';
    for (const std::int64_t points : entry.change) add(points);
  }
  for (const Allocation& row : ledger.allocations) {
    add(row.entry);
    add(row.lot);
    add(row.origin);
    add(static_cast<int>(row.from));
    add(static_cast<int>(row.to));
    add(row.points);
  }
  for (const Lot& lot : ledger.lots) {
    text += lot.source + ' ';
    add(lot.member);
    add(lot.remaining);
  }
  for (const Note& note : ledger.notes) {
    text += note.source + ' ';
    add(static_cast<int>(note.code));
    add(note.points);
  }
  return text;
}

// A few thousand ledgers, each with its own events and policy.
void for_random_ledgers(
    int count,
    const std::function<void(const std::vector<LedgerEvent>&, const LedgerPolicy&, Rng&)>& check) {
  for (int seed = 0; seed < count; ++seed) {
    INFO("seed " << seed);
    Rng rng(static_cast<std::uint64_t>(seed));
    const LedgerPolicy policy = random_policy(rng);
    check(random_events(rng, 50), policy, rng);
  }
}

}  // namespace

TEST_CASE("random ledgers keep every promise after every posting",
          "[loyalty][ledger][properties]") {
  std::int64_t entries = 0;
  for_random_ledgers(3000, [&](const auto& events, const LedgerPolicy& policy, Rng&) {
    const Ledger ledger = derive_ledger(events, policy, kEnd);
    const auto breach = find_breach(ledger);
    if (breach)
      FAIL(kInvariantWords[static_cast<std::size_t>(breach->invariant)]
           << " after entry " << breach->entry << " of " << ledger.entries.size());
    entries += static_cast<std::int64_t>(ledger.entries.size());
  });
  CHECK(entries > 100'000);
}

TEST_CASE("any order of rows gives the same ledger", "[loyalty][ledger][properties]") {
  for_random_ledgers(500, [](const auto& events, const LedgerPolicy& policy, Rng& rng) {
    CHECK(seen(derive_ledger(shuffled(events, rng), policy, kEnd)) ==
          seen(derive_ledger(events, policy, kEnd)));
  });
}

TEST_CASE("rows that are told twice change nothing", "[loyalty][ledger][properties]") {
  for_random_ledgers(500, [](const auto& events, const LedgerPolicy& policy, Rng&) {
    std::vector<LedgerEvent> twice = events;
    twice.insert(twice.end(), events.begin(), events.end());
    // In another file they stand in other lines.
    for (std::size_t i = events.size(); i < twice.size(); ++i) twice[i].line += 5000;
    CHECK(seen(derive_ledger(twice, policy, kEnd)) == seen(derive_ledger(events, policy, kEnd)));
  });
}

TEST_CASE("overlapping parts give the same ledger as the whole", "[loyalty][ledger][properties]") {
  for_random_ledgers(500, [](const auto& events, const LedgerPolicy& policy, Rng&) {
    std::vector<LedgerEvent> parts;
    const auto add = [&](int from, int to) {
      for (const LedgerEvent& event : events)
        if (event.at >= kLedgerStart + from * kLedgerDay &&
            event.at < kLedgerStart + to * kLedgerDay)
          parts.push_back(event);
    };
    add(90, 700);
    add(0, 180);
    CHECK(seen(derive_ledger(parts, policy, kEnd)) == seen(derive_ledger(events, policy, kEnd)));
  });
}

TEST_CASE("the state of a day is the same whether it is asked then or later",
          "[loyalty][ledger][properties]") {
  for_random_ledgers(300, [](const auto& events, const LedgerPolicy& policy, Rng& rng) {
    const Ledger later = derive_ledger(events, policy, kEnd);
    const Instant at = kLedgerStart + static_cast<Instant>(rng.below(700)) * kLedgerDay;
    const Ledger then = derive_ledger(events, policy, at);
    CHECK_FALSE(find_breach(then));
    CHECK(balances_at(then, at) == balances_at(later, at));
    REQUIRE(then.entries.size() <= later.entries.size());
    for (std::size_t i = 0; i < then.entries.size(); ++i)
      CHECK(then.entries[i].change == later.entries[i].change);
  });
}

TEST_CASE("a whole refund in any parts takes exactly what was earned",
          "[loyalty][ledger][properties]") {
  Rng rng(11);
  for (int turn = 0; turn < 2000; ++turn) {
    std::vector<LedgerEvent> events;
    LedgerEvent order;
    order.at = kLedgerStart;
    order.source = order.target = "A";
    order.net = static_cast<std::int64_t>(rng.below(100'000));
    if (rng.below(3) == 0) order.points = static_cast<std::int64_t>(rng.below(1'000));
    events.push_back(order);
    std::int64_t left = *order.net;
    std::int64_t number = 0;
    do {
      left = rng.below(4) == 0
                 ? 0
                 : static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(left) + 1));
      LedgerEvent refund;
      refund.at = kLedgerStart + ++number;
      refund.kind = LedgerEventKind::refund;
      refund.source = "f" + std::to_string(number);
      refund.target = "A";
      refund.net = left;
      events.push_back(refund);
    } while (left > 0);
    const Balances after = balances_at(derive_ledger(events, {}, kEnd), kEnd);
    CHECK(after.revoked == after.issued);
    CHECK(after.active == 0);
    CHECK(after.debt == 0);
  }
}

// Each promise is one that can be broken: a journal that is changed by hand is found out.
TEST_CASE("a journal that was tampered with is found out", "[loyalty][ledger][properties]") {
  for_random_ledgers(200, [](const auto& events, const LedgerPolicy& policy, Rng& rng) {
    const Ledger ledger = derive_ledger(events, policy, kEnd);
    REQUIRE(!ledger.allocations.empty());
    const auto some = [&](std::size_t of) { return static_cast<std::size_t>(rng.below(of)); };
    Ledger changed = ledger;
    ++changed.allocations[some(changed.allocations.size())].points;
    CHECK(find_breach(changed));
    changed = ledger;
    ++changed.entries[some(changed.entries.size())].change[some(kAccounts)];
    CHECK(find_breach(changed));
    changed = ledger;
    changed.entries.pop_back();
    CHECK(find_breach(changed));
    changed = ledger;
    ++changed.lots[some(changed.lots.size())].remaining;
    CHECK(find_breach(changed));
    changed = ledger;
    changed.amounts[0][0] += 1;
    CHECK(find_breach(changed));
  });
}

}  // namespace regulars
