#include "core/loyalty/ledger.h"

#include <string>
#include <vector>

#include "core/loyalty/invariants.h"
#include "tests/loyalty/times.h"
#include "tests/support/catch.h"

namespace regulars {

namespace {

Instant day(std::string_view date) { return utc(std::string(date) + "T00:00:00Z"); }

LedgerEvent event(LedgerEventKind kind, std::string_view date, std::string_view source,
                  std::string_view target = "") {
  LedgerEvent result;
  result.at = day(date);
  result.kind = kind;
  result.source = source;
  result.target = target;
  result.member = "anna";
  return result;
}

LedgerEvent earn(std::string_view date, std::string_view order, std::int64_t points,
                 std::string_view expires = "") {
  LedgerEvent result = event(LedgerEventKind::earn, date, order, order);
  result.points = points;
  if (!expires.empty()) result.expires = day(expires);
  return result;
}

LedgerEvent earn_net(std::string_view date, std::string_view order, std::int64_t net) {
  LedgerEvent result = event(LedgerEventKind::earn, date, order, order);
  result.net = net;
  return result;
}

LedgerEvent spend(std::string_view date, std::string_view source, std::int64_t points) {
  LedgerEvent result = event(LedgerEventKind::spend, date, source);
  result.points = points;
  return result;
}

LedgerEvent unspend(std::string_view date, std::string_view source, std::string_view of) {
  return event(LedgerEventKind::unspend, date, source, of);
}

LedgerEvent refund(std::string_view date, std::string_view source, std::string_view order,
                   std::int64_t net = 0) {
  LedgerEvent result = event(LedgerEventKind::refund, date, source, order);
  result.net = net;
  return result;
}

LedgerEvent reopen(std::string_view date, std::string_view source, std::string_view order) {
  return event(LedgerEventKind::reopen, date, source, order);
}

LedgerEvent of(std::string_view member, LedgerEvent event) {
  event.member = member;
  return event;
}

LedgerEvent merge(std::string_view date, std::string_view gone, std::string_view left) {
  return of(gone, event(LedgerEventKind::merge, date, "m", left));
}

Ledger ledger_of(const std::vector<LedgerEvent>& events, const LedgerPolicy& policy = {},
                 std::string_view as_of = "2026-12-31") {
  Ledger ledger = derive_ledger(events, policy, day(as_of));
  const auto breach = find_breach(ledger);
  if (breach) FAIL(kInvariantWords[static_cast<std::size_t>(breach->invariant)] << breach->entry);
  return ledger;
}

Balances balances(const std::vector<LedgerEvent>& events, const LedgerPolicy& policy = {},
                  std::string_view as_of = "2026-12-31") {
  return balances_at(ledger_of(events, policy, as_of), day(as_of));
}

std::vector<std::int64_t> remaining(const Ledger& ledger) {
  std::vector<std::int64_t> result;
  for (const Lot& lot : ledger.lots) result.push_back(lot.remaining);
  return result;
}

std::string notes(const Ledger& ledger) {
  std::string text;
  for (const Note& note : ledger.notes) {
    text += note.source + ' ' + std::string(kNoteWords[static_cast<std::size_t>(note.code)]);
    if (note.points > 0) text += ' ' + std::to_string(note.points);
    text += '\n';
  }
  return text;
}

LedgerPolicy returning(ReturnPolicy returns) {
  LedgerPolicy policy;
  policy.returns = returns;
  return policy;
}

LedgerPolicy within_balance() { return returning(ReturnPolicy::within_balance); }

}  // namespace

// The rows of the table of rounding in the reference.
TEST_CASE("an order earns once, rounded down once", "[loyalty][ledger]") {
  CHECK(points_for(1050, {.points = 1, .per = 100}) == 10);  // three lines of 3.50, not 3 x 3
  CHECK(points_for(999, {.points = 3, .per = 200}) == 14);   // 9.99 with x1.5, not 9 x 1.5
  CHECK(points_for(250, {.points = 1, .per = 100}) == 2);
  CHECK(points_for(0, {}) == 0);
  CHECK(points_for(kMostNet, {.points = 1000, .per = 1}) == kMostPoints);
  // Where the product overflows and the quotient does not.
  CHECK(points_for(kMostNet, {.points = 999'999'999'999, .per = 1'000'000'000}) ==
        999'999'999'999'000);
}

TEST_CASE("refunds in parts take back exactly what the order earned", "[loyalty][ledger]") {
  const Ledger ledger =
      ledger_of({earn_net("2026-01-01", "A", 1050), refund("2026-01-02", "f1", "A", 700),
                 refund("2026-01-03", "f2", "A", 350), refund("2026-01-04", "f3", "A", 0)});
  CHECK(balances_at(ledger, day("2026-01-02")).revoked == 3);
  CHECK(balances_at(ledger, day("2026-01-03")).revoked == 7);
  CHECK(balances_at(ledger, day("2026-01-04")).revoked == 10);
}

TEST_CASE("points given for an order's net go back in proportion", "[loyalty][ledger]") {
  LedgerEvent order = earn("2026-01-01", "A", 500);
  order.net = 10'000;
  CHECK(balances({order, refund("2026-01-02", "f", "A", 2'500)}).active == 125);
  CHECK(balances({order, refund("2026-01-02", "f", "A", 12'000)}).active == 500);
  // Without a net, what is left earns at the shop's rate, and never more than was given.
  CHECK(balances({earn("2026-01-01", "A", 100), refund("2026-01-02", "f", "A", 2'500)}).active ==
        25);
  CHECK(balances({earn("2026-01-01", "A", 100), refund("2026-01-02", "f", "A", 90'000)}).active ==
        100);
}

TEST_CASE("a refund after which more is left than before gives nothing back", "[loyalty][ledger]") {
  CHECK(balances({earn_net("2026-01-01", "A", 10'000), refund("2026-01-02", "f1", "A", 2'500),
                  refund("2026-01-03", "f2", "A", 5'000)})
            .active == 25);
}

TEST_CASE("a lot keeps the version of the rate that it was earned under", "[loyalty][ledger]") {
  LedgerPolicy policy;
  policy.rates = {{.points = 1, .per = 100}, {.since = day("2026-02-01"), .points = 5, .per = 100}};
  const std::vector<LedgerEvent> events{
      earn_net("2026-01-31", "A", 1'000), earn_net("2026-02-01", "B", 1'000),
      refund("2026-03-01", "f1", "A", 500), refund("2026-03-01", "f2", "B", 500)};
  const Ledger ledger = ledger_of(events, policy);
  CHECK(remaining(ledger) == std::vector<std::int64_t>{5, 25});
}

TEST_CASE("a reopened order has its points again, in their old lot with their old end",
          "[loyalty][ledger]") {
  const std::vector<LedgerEvent> events{earn("2026-01-01", "A", 100, "2026-06-01"),
                                        refund("2026-02-01", "f", "A"),
                                        reopen("2026-03-01", "o", "A")};
  CHECK(balances(events, {}, "2026-03-01") == Balances{.active = 100, .issued = 100});
  CHECK(balances(events, {}, "2026-06-01") == Balances{.issued = 100, .expired = 100});
  // Refunded and reopened again and again, it comes to the same.
  std::vector<LedgerEvent> often = events;
  often.push_back(refund("2026-03-02", "f2", "A"));
  often.push_back(reopen("2026-03-03", "o2", "A"));
  CHECK(balances(often, {}, "2026-03-04") == Balances{.active = 100, .issued = 100});
}

TEST_CASE("an order that is reopened after its lot lapsed brings nothing back to life",
          "[loyalty][ledger]") {
  const std::vector<LedgerEvent> events{earn("2026-01-01", "A", 100, "2026-06-01"),
                                        refund("2026-02-01", "f", "A"),
                                        reopen("2026-07-01", "o", "A")};
  CHECK(balances(events) == Balances{.issued = 100, .expired = 100});
}

TEST_CASE("reopening gives back what was taken from other orders, the debt first",
          "[loyalty][ledger]") {
  const std::vector<LedgerEvent> events{earn("2026-01-01", "A", 100), spend("2026-01-02", "r", 100),
                                        earn("2026-01-03", "B", 60),
                                        refund("2026-01-04", "f", "A")};
  CHECK(balances(events) == Balances{.debt = 40, .issued = 160, .redeemed = 100, .revoked = 100});
  std::vector<LedgerEvent> again = events;
  again.push_back(reopen("2026-01-05", "o", "A"));
  const Ledger ledger = ledger_of(again);
  CHECK(remaining(ledger) == std::vector<std::int64_t>{0, 60});
  CHECK(balances_of(ledger.amounts[0]) == Balances{.active = 60, .issued = 160, .redeemed = 100});
}

TEST_CASE("a debt that was paid is given back to the lot that paid it", "[loyalty][ledger]") {
  const std::vector<LedgerEvent> events{
      earn("2026-01-01", "A", 100), spend("2026-01-02", "r", 80), refund("2026-01-03", "f", "A"),
      earn("2026-02-01", "B", 100, "2026-12-01"), reopen("2026-03-01", "o", "A")};
  const Ledger ledger = ledger_of(events, {}, "2026-03-02");
  CHECK(remaining(ledger) == std::vector<std::int64_t>{20, 100});
}

TEST_CASE("points that come home from a cancelled redemption pay the debt of their own order",
          "[loyalty][ledger]") {
  const std::vector<LedgerEvent> events{earn("2026-01-01", "A", 100), spend("2026-01-02", "r", 80),
                                        refund("2026-01-03", "f", "A"),
                                        unspend("2026-01-04", "u", "r")};
  CHECK(balances(events) == Balances{.issued = 100, .revoked = 100});
}

TEST_CASE("no points survive a refund by way of a redemption that is cancelled afterwards",
          "[loyalty][ledger]") {
  const std::vector<LedgerEvent> events{earn("2026-01-01", "A", 100), spend("2026-01-02", "r", 80),
                                        refund("2026-01-03", "f", "A"),
                                        unspend("2026-01-04", "u", "r")};
  CHECK(balances(events, within_balance()) == Balances{.issued = 100, .revoked = 100});
  // A shop that takes back only what was never usable leaves them.
  CHECK(balances(events, returning(ReturnPolicy::only_pending)).active == 100);
}

TEST_CASE("what is left uncollected is said, and forgotten when the order counts again",
          "[loyalty][ledger]") {
  std::vector<LedgerEvent> events{earn("2026-01-01", "A", 100), spend("2026-01-02", "r", 80),
                                  refund("2026-01-03", "f", "A")};
  CHECK(notes(ledger_of(events, within_balance())) == "f uncollected 80\n");
  events.push_back(reopen("2026-01-04", "o", "A"));
  CHECK(balances(events, within_balance()) ==
        Balances{.active = 20, .issued = 100, .redeemed = 80});
}

TEST_CASE("an order with points by several rules is refunded rule by rule", "[loyalty][ledger]") {
  LedgerEvent bonus = earn("2026-01-01", "A", 30);
  bonus.rule = "birthday";
  bonus.net = 3'000;
  const std::vector<LedgerEvent> events{earn_net("2026-01-01", "A", 3'000), bonus,
                                        refund("2026-01-02", "f", "A", 1'000)};
  const Ledger ledger = ledger_of(events);
  CHECK(ledger.lots.size() == 2);
  CHECK(remaining(ledger) == std::vector<std::int64_t>{10, 10});
}

TEST_CASE("an order that earns for two people is taken back from both", "[loyalty][ledger]") {
  LedgerEvent referrer = of("ben", earn("2026-01-01", "A", 30));
  referrer.rule = "referral";
  const Ledger ledger =
      ledger_of({earn("2026-01-01", "A", 50), referrer, refund("2026-01-02", "f", "A")});
  CHECK(balances_of(ledger.amounts.at(0)).revoked == 50);
  CHECK(balances_of(ledger.amounts.at(1)).revoked == 30);
}

TEST_CASE("a refund that comes before its order waits for it", "[loyalty][ledger]") {
  const Ledger ledger =
      ledger_of({refund("2026-01-01", "f", "A", 400), earn_net("2026-01-02", "A", 1'000)});
  CHECK(remaining(ledger) == std::vector<std::int64_t>{4});
  CHECK(notes(ledger) == "f unknown_order\n");
}

TEST_CASE("at one instant a cause comes before what it causes, whatever their names",
          "[loyalty][ledger]") {
  const Ledger ledger = ledger_of({refund("2026-01-01", "a", "z"), earn("2026-01-01", "z", 10),
                                   unspend("2026-01-01", "b", "s"), earn("2026-01-01", "d", 7),
                                   spend("2026-01-01", "s", 7)});
  CHECK(notes(ledger).empty());
  CHECK(balances_of(ledger.amounts[0]) == Balances{.active = 7, .issued = 17, .revoked = 10});
}

TEST_CASE("redemptions that are not known or not so large are noted", "[loyalty][ledger]") {
  LedgerEvent too_much = unspend("2026-01-04", "u2", "r");
  too_much.points = 50;
  const Ledger ledger =
      ledger_of({earn("2026-01-01", "A", 40), unspend("2026-01-02", "u1", "r"),
                 spend("2026-01-03", "r", 40), too_much, unspend("2026-01-05", "u3", "r")});
  CHECK(notes(ledger) == "u1 unknown_spend\nu2 over_returned 10\n");
  CHECK(balances_of(ledger.amounts[0]) == Balances{.active = 40, .issued = 40});
}

TEST_CASE("pending points become usable when their time or their release comes",
          "[loyalty][ledger]") {
  LedgerPolicy policy;
  policy.pending = *parse_duration("14D_U");
  const std::vector<LedgerEvent> events{earn("2026-01-01", "A", 100)};
  CHECK(balances(events, policy, "2026-01-15").pending == 100);
  CHECK(balances(events, policy, "2026-01-16").active == 100);
  policy.pending = kUnlimited;
  CHECK(balances(events, policy).pending == 100);
  std::vector<LedgerEvent> released = events;
  released.push_back(event(LedgerEventKind::release, "2026-02-01", "l", "A"));
  released.push_back(event(LedgerEventKind::release, "2026-02-02", "l2", "B"));
  const Ledger ledger = ledger_of(released, policy);
  CHECK(balances_at(ledger, day("2026-01-31")).pending == 100);
  CHECK(balances_at(ledger, day("2026-02-01")).active == 100);
  CHECK(notes(ledger) == "l2 unknown_order\n");
}

TEST_CASE("points that would lapse before they are usable are never usable", "[loyalty][ledger]") {
  LedgerEvent late = earn("2026-01-01", "A", 100, "2026-01-10");
  late.activates = day("2026-01-15");
  CHECK(balances({late}, {}, "2026-01-09").pending == 100);
  CHECK(balances({late}, {}, "2026-01-20") == Balances{.issued = 100, .expired = 100});
  // Nor are those that were over when they were earned.
  CHECK(balances({earn("2026-02-01", "B", 5, "2026-01-01")}) ==
        Balances{.issued = 5, .expired = 5});
}

TEST_CASE("a shop that begins to let points expire lets nobody lose them at once",
          "[loyalty][ledger]") {
  LedgerPolicy policy;
  policy.expiry = *parse_duration("12M");
  policy.expiry_since = day("2022-03-01");
  const Ledger ledger =
      ledger_of({earn("2019-05-01", "A", 1), earn("2022-06-01", "B", 2)}, policy, "2023-03-01");
  CHECK(ledger.lots[0].expires_at == day("2023-03-01"));
  CHECK(ledger.lots[1].expires_at == day("2023-06-01"));
  CHECK(balances_at(ledger, day("2023-02-28")).expired == 0);
  CHECK(balances_at(ledger, day("2023-03-01")).expired == 1);
}

TEST_CASE("merged members have their points, debts and redemptions together", "[loyalty][ledger]") {
  const std::vector<LedgerEvent> events{
      of("anna", earn("2026-01-01", "A", 100)), of("ben", earn("2026-01-02", "B", 30)),
      of("ben", spend("2026-01-03", "r", 30)),  of("ben", refund("2026-01-04", "f", "B")),
      merge("2026-02-01", "ben", "anna"),       of("ben", earn("2026-03-01", "C", 7)),
      unspend("2026-04-01", "u", "r")};
  const Ledger before = ledger_of(events, {}, "2026-01-31");
  CHECK(balances_of(before.amounts[1]) ==
        Balances{.debt = 30, .issued = 30, .redeemed = 30, .revoked = 30});
  const Ledger after = ledger_of(events, {}, "2026-02-01");
  CHECK(balances_of(after.amounts[1]) == Balances{});
  CHECK(balances_of(after.amounts[0]) ==
        Balances{.active = 70, .issued = 130, .redeemed = 30, .revoked = 30});
  CHECK(after.merged_into == std::vector<std::int32_t>{0, 0});
  const Ledger last = ledger_of(events);
  // The 30 that Ben's cancelled redemption brings back lie in the lot of his refunded order.
  CHECK(balances_of(last.amounts[0]) == Balances{.active = 107, .issued = 137, .revoked = 30});
  CHECK(balances_at(last, day("2026-01-31"), 1).debt == 30);
}

TEST_CASE("a merge that is told twice or in a circle changes nothing", "[loyalty][ledger]") {
  std::vector<LedgerEvent> events{earn("2026-01-01", "A", 10),
                                  of("ben", earn("2026-01-01", "B", 5)),
                                  merge("2026-02-01", "ben", "anna")};
  LedgerEvent back = merge("2026-03-01", "anna", "ben");
  back.source = "m2";
  events.push_back(back);
  events.push_back(events[2]);
  const Ledger ledger = ledger_of(events);
  CHECK(balances_of(ledger.amounts[0]).active == 15);
  CHECK(notes(ledger).empty());
}

TEST_CASE("keys follow a merged member into later exports", "[loyalty][ledger]") {
  const Ledger ledger =
      ledger_of({of("ben", earn("2026-01-01", "B", 5)), merge("2026-02-01", "ben", "anna"),
                 of("anna", earn("2026-01-01", "B", 5))});
  CHECK(notes(ledger).empty());
  CHECK(balances_at(ledger, day("2026-12-31")).issued == 5);
}

TEST_CASE("the same key with another body is noted once and not applied", "[loyalty][ledger]") {
  const Ledger ledger = ledger_of({earn("2026-01-01", "A", 5), earn("2026-01-01", "A", 9),
                                   earn("2026-01-01", "A", 9), earn("2026-01-02", "A", 5)});
  CHECK(notes(ledger) == "earn:A conflict\n");
  CHECK(balances_at(ledger, day("2026-12-31")).issued == 5);
}

TEST_CASE("more points than a ledger can hold are refused", "[loyalty][ledger]") {
  std::vector<LedgerEvent> events;
  for (int i = 0; i < 4700; ++i)
    events.push_back(earn("2026-01-01", "A" + std::to_string(i), kMostPoints));
  const Ledger ledger = ledger_of(events);
  CHECK(balances_at(ledger, day("2026-12-31")).issued == 4611 * kMostPoints);
  CHECK(ledger.notes.size() == 89);
  CHECK(ledger.notes[0].code == NoteCode::too_many);
}

TEST_CASE("an empty ledger is empty", "[loyalty][ledger]") {
  const Ledger ledger = ledger_of({});
  CHECK(ledger.entries.empty());
  CHECK(balances_at(ledger, day("2026-12-31")) == Balances{});
}

}  // namespace regulars
