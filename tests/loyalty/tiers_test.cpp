#include "core/loyalty/tiers.h"

#include <string>
#include <vector>

#include "tests/loyalty/times.h"
#include "tests/support/catch.h"

namespace regulars {

namespace {

constexpr std::size_t kBronze = 0;
constexpr std::size_t kSilver = 1;
constexpr std::size_t kGold = 2;

TierPolicy policy() {
  TierPolicy result;
  result.tiers = {{"Bronze", 0}, {"Silver", 500'00}, {"Gold", 1'500'00}};
  return result;
}

// Tiers of a calendar year that are kept for the rest of it and the next one.
TierPolicy by_year() {
  TierPolicy result = policy();
  result.window = TierWindow::calendar_year;
  result.term = *parse_duration("1Y_U");
  return result;
}

TierFact paid(std::string_view time, std::int64_t amount) {
  return {.at = utc(time), .counts = utc(time), .amount = amount};
}

TierFact refunded(std::string_view time, std::string_view ordered, std::int64_t amount) {
  return {.at = utc(time), .counts = utc(ordered), .amount = -amount};
}

using Facts = std::vector<TierFact>;

std::size_t tier(const Facts& facts, const TierPolicy& policy, std::string_view as_of) {
  return follow_tiers(facts, policy, utc(as_of)).standing.tier;
}

}  // namespace

// The rows of the table of tiers in the reference.
TEST_CASE("a threshold belongs to its tier", "[loyalty][tiers]") {
  CHECK(tier_for(policy().tiers, 499'99) == kBronze);
  CHECK(tier_for(policy().tiers, 500'00) == kSilver);
  CHECK(tier_for(policy().tiers, -1) == kBronze);
  CHECK(tier({paid("2026-01-05T00:00:00Z", 499'99)}, policy(), "2026-01-06T00:00:00Z") == kBronze);
  CHECK(tier({paid("2026-01-05T00:00:00Z", 500'00)}, policy(), "2026-01-06T00:00:00Z") == kSilver);
}

TEST_CASE("a rolling window loses an order after 365 days, to the second", "[loyalty][tiers]") {
  const Facts facts{paid("2025-03-01T00:00:00Z", 300'00), paid("2025-09-01T00:00:00Z", 250'00)};
  CHECK(window_amount(facts, policy(), utc("2026-02-28T23:59:59Z")) == 550'00);
  CHECK(window_amount(facts, policy(), utc("2026-03-01T00:00:00Z")) == 250'00);
  TierPolicy watched = policy();
  watched.review = TierReview::always;
  watched.term = kAtOnce;
  CHECK(tier(facts, watched, "2026-02-28T23:59:59Z") == kSilver);
  CHECK(tier(facts, watched, "2026-03-01T00:00:00Z") == kBronze);
}

TEST_CASE("a tier by points earned is not lost by spending them nor by their end",
          "[loyalty][tiers]") {
  TierPolicy points;
  points.tiers = {{"Bronze", 0}, {"Silver", 500}};
  LedgerEvent earn;
  earn.at = utc("2026-01-01T00:00:00Z");
  earn.source = earn.target = "A";
  earn.points = 600;
  earn.expires = utc("2026-03-01T00:00:00Z");
  LedgerEvent spend = earn;
  spend.kind = LedgerEventKind::spend;
  spend.source = "r";
  spend.target = "";
  spend.points = 550;
  spend.expires.reset();
  spend.at += 86'400;
  const Ledger ledger =
      derive_ledger(std::vector<LedgerEvent>{earn, spend}, {}, utc("2026-06-01T00:00:00Z"));
  const Facts facts = facts_of_points(ledger, 0);
  CHECK(tier(facts, points, "2026-01-03T00:00:00Z") == kSilver);
  CHECK(tier_for(points.tiers, balances_at(ledger, utc("2026-01-03T00:00:00Z")).active) == kBronze);
  CHECK(tier(facts, points, "2026-06-01T00:00:00Z") == kSilver);
}

TEST_CASE("points of a refunded order count no more", "[loyalty][tiers]") {
  LedgerEvent earn;
  earn.at = utc("2026-01-01T00:00:00Z");
  earn.source = earn.target = "A";
  earn.net = 60'000;
  LedgerEvent refund = earn;
  refund.kind = LedgerEventKind::refund;
  refund.source = "f";
  refund.at = utc("2026-02-01T00:00:00Z");
  refund.net = 20'000;
  LedgerEvent reopen = refund;
  reopen.kind = LedgerEventKind::reopen;
  reopen.source = "o";
  reopen.at = utc("2026-03-01T00:00:00Z");
  reopen.net.reset();
  const Ledger ledger = derive_ledger(std::vector<LedgerEvent>{earn, refund, reopen}, {},
                                      utc("2026-06-01T00:00:00Z"));
  const Facts facts = facts_of_points(ledger, 0);
  TierPolicy all = policy();
  all.window = TierWindow::lifetime;
  CHECK(window_amount(facts, all, utc("2026-01-31T00:00:00Z")) == 600);
  CHECK(window_amount(facts, all, utc("2026-02-01T00:00:00Z")) == 200);
  CHECK(window_amount(facts, all, utc("2026-03-01T00:00:00Z")) == 600);
}

TEST_CASE("a refund lowers a tier at the next review, not before and not backwards",
          "[loyalty][tiers]") {
  const Facts facts{paid("2026-02-01T00:00:00Z", 520'00),
                    refunded("2026-03-01T00:00:00Z", "2026-02-01T00:00:00Z", 30'00)};
  const TierHistory history = follow_tiers(facts, by_year(), utc("2028-06-01T00:00:00Z"));
  CHECK(tier(facts, by_year(), "2026-12-31T00:00:00Z") == kSilver);
  CHECK(window_amount(facts, by_year(), utc("2026-12-31T00:00:00Z")) == 490'00);
  REQUIRE(history.changes.size() == 2);
  CHECK(history.changes[1].reason == TierReason::lost);
  CHECK(history.changes[1].at == utc("2028-01-01T00:00:00Z"));
  CHECK(tier_at(history, utc("2026-02-15T00:00:00Z")) == kSilver);
}

TEST_CASE("who falls from gold falls one step, or to what the period deserves",
          "[loyalty][tiers]") {
  const Facts facts{paid("2025-06-01T00:00:00Z", 1'500'00), paid("2026-03-01T00:00:00Z", 200'00)};
  TierPolicy rules = by_year();
  rules.downgrade = Downgrade::one_down;
  CHECK(tier(facts, rules, "2026-12-31T23:59:59Z") == kGold);
  CHECK(tier(facts, rules, "2027-01-01T00:00:00Z") == kSilver);
  rules.downgrade = Downgrade::requalify;
  CHECK(tier(facts, rules, "2027-01-01T00:00:00Z") == kBronze);
  // Enough for the step between is that step, either way.
  const Facts more{facts[0], paid("2026-03-01T00:00:00Z", 700'00)};
  CHECK(tier(more, rules, "2027-01-01T00:00:00Z") == kSilver);
}

TEST_CASE("grace keeps a tier for thirty days, and for good if enough comes in",
          "[loyalty][tiers]") {
  TierPolicy rules = by_year();
  rules.grace = *parse_duration("30D");
  const Facts facts{paid("2025-06-01T00:00:00Z", 500'00), paid("2026-03-01T00:00:00Z", 450'00)};
  CHECK(tier(facts, rules, "2027-01-30T23:59:59Z") == kSilver);
  CHECK(tier(facts, rules, "2027-01-31T00:00:00Z") == kBronze);
  const TierStanding standing = follow_tiers(facts, rules, utc("2027-01-10T00:00:00Z")).standing;
  CHECK(standing.is_in_grace);
  CHECK(standing.kept_until == utc("2027-01-31T00:00:00Z"));
  Facts saved = facts;
  saved.push_back(paid("2027-01-10T00:00:00Z", 50'00));
  CHECK(tier(saved, rules, "2027-01-31T00:00:00Z") == kSilver);
  CHECK(follow_tiers(saved, rules, utc("2027-02-01T00:00:00Z")).standing.kept_until ==
        utc("2028-01-01T00:00:00Z"));
  // A moment too late.
  Facts late = facts;
  late.push_back(paid("2027-01-31T00:00:00Z", 50'00));
  CHECK(tier(late, rules, "2027-01-31T00:00:00Z") == kBronze);
}

// Yotpo: the rest of the year and the next one; or a year from the day.
TEST_CASE("terms end with the calendar or a year after the day", "[loyalty][tiers]") {
  const Facts facts{paid("2018-11-20T10:00:00Z", 500'00)};
  const TierStanding by_calendar =
      follow_tiers(facts, by_year(), utc("2019-06-01T00:00:00Z")).standing;
  CHECK(by_calendar.kept_until == utc("2020-01-01T00:00:00Z"));
  CHECK(tier(facts, by_year(), "2019-12-31T23:59:59Z") == kSilver);
  CHECK(tier(facts, by_year(), "2020-01-01T00:00:00Z") == kBronze);
  TierPolicy rolling = policy();
  rolling.length = rolling.term = *parse_duration("1Y");
  const Facts march{paid("2019-03-03T00:00:00Z", 500'00)};
  CHECK(follow_tiers(march, rolling, utc("2019-06-01T00:00:00Z")).standing.kept_until ==
        utc("2020-03-03T00:00:00Z"));
  CHECK(tier(march, rolling, "2020-03-02T23:59:59Z") == kSilver);
  CHECK(tier(march, rolling, "2020-03-03T00:00:00Z") == kBronze);
}

TEST_CASE("who deserves a tier in its last year has it for one more", "[loyalty][tiers]") {
  const Facts facts{paid("2018-11-20T10:00:00Z", 500'00), paid("2019-05-01T00:00:00Z", 600'00)};
  CHECK(tier(facts, by_year(), "2020-12-31T23:59:59Z") == kSilver);
  CHECK(tier(facts, by_year(), "2021-01-01T00:00:00Z") == kBronze);
  CHECK(follow_tiers(facts, by_year(), utc("2020-02-01T00:00:00Z")).changes.size() == 1);
}

// Discourse, trust level 3: lost when the last 100 days are too little, never within 14 days.
TEST_CASE("a tier that was just reached is kept for fourteen days", "[loyalty][tiers]") {
  TierPolicy rules = policy();
  rules.length = *parse_duration("100D");
  rules.term = *parse_duration("14D");
  rules.review = TierReview::always;
  const Facts facts{paid("2026-01-01T00:00:00Z", 400'00), paid("2026-04-05T00:00:00Z", 100'00)};
  // Too little from 11 April on, when the first order leaves the window.
  CHECK(tier(facts, rules, "2026-04-18T23:59:59Z") == kSilver);
  CHECK(tier(facts, rules, "2026-04-19T00:00:00Z") == kBronze);
  const Facts early{paid("2026-01-01T00:00:00Z", 500'00)};
  CHECK(tier(early, rules, "2026-04-10T23:59:59Z") == kSilver);
  CHECK(tier(early, rules, "2026-04-11T00:00:00Z") == kBronze);
}

TEST_CASE("two tiers reached by one order are one change", "[loyalty][tiers]") {
  const TierHistory history = follow_tiers(Facts{paid("2026-01-05T00:00:00Z", 1'600'00)}, policy(),
                                           utc("2026-02-01T00:00:00Z"));
  REQUIRE(history.changes.size() == 1);
  CHECK(history.changes[0].from == kBronze);
  CHECK(history.changes[0].to == kGold);
  CHECK(tiers_entered(history.changes[0], SkippedTiers::left_out) ==
        std::vector<std::size_t>{kGold});
  CHECK(tiers_entered(history.changes[0], SkippedTiers::included) ==
        std::vector<std::size_t>{kSilver, kGold});
  CHECK(tiers_entered({.at = 0, .reason = TierReason::lost, .from = kGold, .to = kBronze},
                      SkippedTiers::included)
            .empty());
}

TEST_CASE("the order that reaches a tier has the old one, or the new one where a shop says so",
          "[loyalty][tiers]") {
  const TierHistory history = follow_tiers(Facts{paid("2026-01-05T00:00:00Z", 500'00)}, policy(),
                                           utc("2026-02-01T00:00:00Z"));
  CHECK(tier_at(history, utc("2026-01-05T00:00:00Z")) == kBronze);
  CHECK(tier_at(history, utc("2026-01-05T00:00:00Z"), Crossing::new_tier) == kSilver);
  CHECK(tier_at(history, utc("2026-01-05T00:00:01Z")) == kSilver);
  CHECK(tier_at(history, utc("2026-01-04T23:59:59Z"), Crossing::new_tier) == kBronze);
}

TEST_CASE("a standing says what is missing", "[loyalty][tiers]") {
  const TierStanding standing = follow_tiers(Facts{paid("2026-01-05T00:00:00Z", 620'00)}, by_year(),
                                             utc("2026-02-01T00:00:00Z"))
                                    .standing;
  CHECK(standing.tier == kSilver);
  CHECK(standing.since == utc("2026-01-05T00:00:00Z"));
  CHECK(standing.amount == 620'00);
  CHECK(standing.to_next == 880'00);
  CHECK(standing.to_keep == 0);
  const TierStanding next = follow_tiers(Facts{paid("2026-01-05T00:00:00Z", 620'00)}, by_year(),
                                         utc("2027-02-01T00:00:00Z"))
                                .standing;
  CHECK(next.to_keep == 500'00);
}

TEST_CASE("a member of the year is one of the shop's year", "[loyalty][tiers]") {
  TierPolicy american = by_year();
  american.zone = new_york();
  const Facts facts{paid("2026-01-01T04:30:00Z", 500'00)};
  CHECK(window_amount(facts, american, utc("2026-01-01T04:59:59Z")) == 500'00);
  CHECK(window_amount(facts, american, utc("2026-01-01T05:00:00Z")) == 0);
  CHECK(window_amount(facts, by_year(), utc("2026-06-01T00:00:00Z")) == 500'00);
}

TEST_CASE("terms that never end and terms that take no time come to an end", "[loyalty][tiers]") {
  TierPolicy rules = policy();
  rules.term = kUnlimited;
  const Facts facts{paid("2026-01-05T00:00:00Z", 500'00)};
  CHECK(tier(facts, rules, "2099-01-01T00:00:00Z") == kSilver);
  for (const char* term : {"0s", "0D_D", "0Y_U", "0D"}) {
    INFO(term);
    rules.term = *parse_duration(term);
    CHECK(tier(facts, rules, "2026-06-05T00:00:00Z") == kSilver);
    CHECK(tier(facts, rules, "2029-01-01T00:00:00Z") == kBronze);
  }
}

TEST_CASE("nobody without facts has a tier to lose", "[loyalty][tiers]") {
  const TierHistory history = follow_tiers({}, policy(), utc("2026-01-01T00:00:00Z"));
  CHECK(history.changes.empty());
  CHECK(history.standing.kept_until == kNever);
  CHECK(history.standing.to_next == 500'00);
}

TEST_CASE("what keeps a tier is what the review will miss, and not a unit less",
          "[loyalty][tiers]") {
  const Facts facts{paid("2025-03-01T00:00:00Z", 300'00), paid("2025-09-01T00:00:00Z", 250'00)};
  const auto keeping = what_keeps(facts, policy(), utc("2026-06-01T00:00:00Z"));
  REQUIRE(keeping);
  // Silver since September 2025: a year later nothing of it is left in the window.
  CHECK(keeping->by == utc("2026-09-01T00:00:00Z"));
  CHECK(keeping->missing == 500'00);
  for (const std::int64_t more : {keeping->missing, keeping->missing - 1}) {
    Facts then = facts;
    then.push_back({keeping->by - 1, keeping->by - 1, more});
    CHECK((follow_tiers(then, policy(), keeping->by).standing.tier == kSilver) ==
          (more == keeping->missing));
  }
  CHECK_FALSE(what_keeps({}, policy(), utc("2026-06-01T00:00:00Z")));
  const Facts of_year{paid("2025-03-01T00:00:00Z", 600'00), paid("2026-02-01T00:00:00Z", 120'00)};
  const auto year = what_keeps(of_year, by_year(), utc("2026-06-01T00:00:00Z"));
  REQUIRE(year);
  CHECK(year->by == utc("2027-01-01T00:00:00Z"));
  CHECK(year->missing == 380'00);
  CHECK(counted_until(facts, policy(), utc("2025-10-01T00:00:00Z")) == utc("2026-03-01T00:00:00Z"));
  CHECK(counted_until(of_year, by_year(), utc("2026-06-01T00:00:00Z")) ==
        utc("2027-01-01T00:00:00Z"));
  TierPolicy for_life = policy();
  for_life.window = TierWindow::lifetime;
  CHECK(counted_until(facts, for_life, utc("2025-10-01T00:00:00Z")) == kNever);
}

}  // namespace regulars
