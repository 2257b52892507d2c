#include "core/loyalty/liability.h"

#include <string>
#include <vector>

#include "tests/loyalty/random_ledger.h"
#include "tests/loyalty/times.h"
#include "tests/support/catch.h"

namespace regulars {

namespace {

LedgerEvent event(LedgerEventKind kind, std::string_view time, std::string source,
                  std::int64_t points) {
  LedgerEvent result;
  result.at = utc(time);
  result.kind = kind;
  result.source = std::move(source);
  result.points = points;
  return result;
}

template <class Amount>
bool closes(const RollForward<Amount>& row) {
  return row.opening + row.issued - row.redeemed - row.expired - row.revoked == row.closing;
}

}  // namespace

// IFRS 15, illustrative example 52: sales of 100,000 with 10,000 points worth 1 each, of which
// 9,500 are expected to be used.
TEST_CASE("a price is divided between goods and points as in IFRS 15", "[loyalty][liability]") {
  const PriceSplit split = split_price({100'000}, {100'000}, {9'500});
  CHECK(split.goods == Money{91'324});
  CHECK(split.points == Money{8'676});
}

TEST_CASE("put off revenue is earned as in IFRS 15", "[loyalty][liability]") {
  const Money put_off = split_price({100'000}, {100'000}, {9'500}).points;
  const Money first = earned_revenue(put_off, 4'500, 9'500);
  CHECK(first == Money{4'110});
  CHECK(put_off - first == Money{4'566});
  const Money second = earned_revenue(put_off, 8'500, 9'700);
  CHECK(second - first == Money{3'493});
  CHECK(put_off - second == Money{1'073});
}

// KPMG, Revenue: IFRS 15 handbook, examples 10A and 10B: 9,000 put off, 9,700 expected at first.
TEST_CASE("put off revenue is earned as in the examples of KPMG", "[loyalty][liability]") {
  const Money second = earned_revenue({9'000}, 4'500, 9'700);
  CHECK(second == Money{4'175});
  CHECK(earned_revenue({9'000}, 8'500, 9'900) - second == Money{3'552});
  CHECK(earned_revenue({9'000}, 8'500, 9'200) - second == Money{4'140});
}

TEST_CASE("a divided price sums to the price", "[loyalty][liability]") {
  const PriceSplit split = split_price({200'000}, {200'000}, {17'000});
  CHECK(split.goods == Money{184'332});
  CHECK(split.points == Money{15'668});
  CHECK(split_price({999}, {0}, {1}).points == Money{999});
  CHECK(split_price({0}, {5}, {1}).goods == Money{0});
}

TEST_CASE("no more is earned than was put off", "[loyalty][liability]") {
  CHECK(earned_revenue({100}, 12, 10) == Money{100});
  CHECK(earned_revenue({100}, 0, 10) == Money{0});
  CHECK(earned_revenue({100}, 0, 0) == Money{0});
}

TEST_CASE("points are rolled forward month by month", "[loyalty][liability]") {
  LedgerEvent refund = event(LedgerEventKind::refund, "2026-04-10T00:00:00Z", "f", 0);
  refund.target = "B";
  refund.net = 0;
  LedgerEvent lapsing = event(LedgerEventKind::earn, "2026-01-31T23:59:59Z", "A", 100);
  lapsing.expires = utc("2026-04-01T00:00:00Z");
  const Ledger ledger = derive_ledger(
      std::vector<LedgerEvent>{
          lapsing, event(LedgerEventKind::earn, "2026-02-01T00:00:00Z", "B", 50),
          event(LedgerEventKind::spend, "2026-02-10T00:00:00Z", "r", 30), refund},
      {}, utc("2026-05-15T00:00:00Z"));
  const auto months = roll_forward(ledger, {.money = {1}, .points = 3}, {});
  REQUIRE(months.size() == 5);
  CHECK(to_text(months[0].first) == "2026-01-01");
  CHECK(months[0].points.issued == 100);
  CHECK(months[1].points.opening == 100);
  CHECK(months[1].points.issued == 50);
  CHECK(months[1].points.redeemed == 30);
  CHECK(months[1].points.closing == 120);
  CHECK(months[2].points.closing == 120);
  CHECK(months[3].points.expired == 70);
  CHECK(months[3].points.revoked == 50);
  CHECK(months[4].points.closing == 0);
  CHECK(months[0].money.issued == Money{33});
  CHECK(months[1].money.closing == Money{40});
}

TEST_CASE("months are those of the shop's calendar", "[loyalty][liability]") {
  const Ledger ledger = derive_ledger(
      std::vector<LedgerEvent>{event(LedgerEventKind::earn, "2026-01-01T04:30:00Z", "A", 1)}, {},
      utc("2026-01-02T00:00:00Z"));
  CHECK(to_text(roll_forward(ledger, {}, new_york())[0].first) == "2025-12-01");
  CHECK(roll_forward(ledger, {}, new_york()).size() == 2);
  CHECK(to_text(roll_forward(ledger, {}, tokyo())[0].first) == "2026-01-01");
}

TEST_CASE("every month closes, in points and in money, and opens as the last one closed",
          "[loyalty][liability]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const LedgerPolicy policy = random_policy(rng);
    const Ledger ledger =
        derive_ledger(random_events(rng, 50), policy, kLedgerStart + 1000 * kLedgerDay);
    const auto months = roll_forward(ledger, {.money = {7}, .points = 9}, new_york());
    for (std::size_t i = 0; i < months.size(); ++i) {
      CHECK(closes(months[i].points));
      CHECK(closes(months[i].money));
      if (i == 0) continue;
      CHECK(months[i].points.opening == months[i - 1].points.closing);
      CHECK(months[i].money.opening == months[i - 1].money.closing);
    }
    const Balances last = balances_at(ledger, ledger.as_of);
    if (!months.empty())
      CHECK(months.back().points.closing == last.pending + last.active - last.debt);
  }
}

TEST_CASE("breakage is that of closed months alone", "[loyalty][liability]") {
  LedgerEvent january = event(LedgerEventKind::earn, "2026-01-05T00:00:00Z", "A", 100);
  january.expires = utc("2026-03-01T00:00:00Z");
  LedgerEvent february = event(LedgerEventKind::earn, "2026-02-05T00:00:00Z", "B", 100);
  february.expires = utc("2026-12-01T00:00:00Z");
  const std::vector<LedgerEvent> events{
      january, february, event(LedgerEventKind::spend, "2026-02-10T00:00:00Z", "r", 75)};
  const Breakage early = breakage(derive_ledger(events, {}, utc("2026-02-20T00:00:00Z")), {});
  CHECK(early.months == 0);
  CHECK(early.open == 2);
  CHECK_FALSE(early.share);
  const Breakage later = breakage(derive_ledger(events, {}, utc("2026-06-01T00:00:00Z")), {});
  CHECK(later.months == 1);
  CHECK(later.open == 1);
  CHECK(later.expired == 25);
  CHECK(later.redeemed == 75);
  CHECK(later.share == .25);
}

TEST_CASE("an empty ledger owes nothing", "[loyalty][liability]") {
  const Ledger ledger = derive_ledger({}, {}, 0);
  CHECK(roll_forward(ledger, {}, {}).empty());
  CHECK_FALSE(breakage(ledger, {}).share);
}

}  // namespace regulars
