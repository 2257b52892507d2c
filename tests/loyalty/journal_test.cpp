#include "core/loyalty/journal.h"

#include <numeric>
#include <string>
#include <vector>

#include "tests/loyalty/random_ledger.h"
#include "tests/support/catch.h"

namespace regulars {

namespace {

constexpr Instant kLast = kLedgerStart + 1000 * kLedgerDay;

Instant day(int number) { return kLedgerStart + number * kLedgerDay; }

LedgerEvent event(LedgerEventKind kind, int at, std::string source, std::int64_t points) {
  LedgerEvent result;
  result.at = day(at);
  result.kind = kind;
  result.source = std::move(source);
  result.member = "anna";
  result.points = points;
  return result;
}

LedgerEvent earn(int at, std::string order, std::int64_t points) {
  return event(LedgerEventKind::earn, at, std::move(order), points);
}

LedgerEvent spend(int at, std::string source, std::int64_t points) {
  return event(LedgerEventKind::spend, at, std::move(source), points);
}

Journal imported(Journal journal, const std::vector<LedgerEvent>& events, int at) {
  return post(std::move(journal), derive_ledger(events, {}, day(at)), "import", day(at));
}

Balances told(const Journal& journal, int at, TimeSense sense = TimeSense::known) {
  const auto all = balances_by(journal, day(at), sense);
  const auto anna = all.find("anna");
  return anna == all.end() ? Balances{} : balances_of(anna->second);
}

// The balances of a journal and of a ledger that it should equal.
void check_equal(const Journal& journal, const Ledger& ledger) {
  const auto posted = balances_by(journal, kLast, TimeSense::happened);
  for (std::size_t i = 0; i < ledger.members.size(); ++i) {
    const auto found = posted.find(ledger.members[i]);
    CHECK((found == posted.end() ? Amounts{} : found->second) == ledger.amounts[i]);
  }
}

}  // namespace

TEST_CASE("an import is posted once, however often it is read", "[loyalty][journal]") {
  const std::vector<LedgerEvent> events{earn(1, "A", 100), spend(2, "r", 30)};
  const Journal once = imported({}, events, 10);
  CHECK(once.batches.size() == 1);
  CHECK(once.rows.size() == 2);
  CHECK(once.rows[0].reason == RowReason::posted);
  CHECK(once.rows[0].at == day(1));
  const Journal twice = imported(once, events, 10);
  CHECK(twice.batches.size() == 1);
  CHECK(twice.rows.size() == 2);
  CHECK(told(twice, 9).active == 0);
  CHECK(told(twice, 10).active == 70);
  CHECK(told(twice, 1, TimeSense::happened).active == 100);
}

TEST_CASE("an order that the next export tells otherwise is corrected on the day of the import",
          "[loyalty][journal]") {
  const Journal before = imported({}, {earn(1, "A", 100), earn(2, "B", 5)}, 10);
  const Journal after = imported(before, {earn(1, "A", 80), earn(2, "B", 5), earn(12, "C", 7)}, 20);
  REQUIRE(after.rows.size() == 4);
  const JournalRow& correction = after.rows[2];
  CHECK(correction.reason == RowReason::corrected);
  CHECK(correction.at == day(1));
  CHECK(after.batches[static_cast<std::size_t>(correction.batch)].known_since == day(20));
  CHECK(balances_of(correction.change).active == -20);
  CHECK(told(after, 15).active == 105);
  CHECK(told(after, 20).active == 92);
  CHECK(told(after, 15, TimeSense::happened).active == 92);
}

TEST_CASE("an entry that is no more is taken out by its opposite", "[loyalty][journal]") {
  const Journal before = imported({}, {earn(1, "A", 100), spend(2, "r", 30)}, 10);
  const Journal after = imported(before, {earn(1, "A", 100)}, 20);
  CHECK(after.rows.size() == 3);
  CHECK(told(after, 20) == Balances{.active = 100, .issued = 100});
}

TEST_CASE("asking about the past takes nothing out of the journal", "[loyalty][journal]") {
  const std::vector<LedgerEvent> events{earn(1, "A", 100), spend(12, "r", 30)};
  const Journal now = imported({}, events, 20);
  CHECK(imported(now, events, 5).rows.size() == 2);
}

TEST_CASE("undoing a batch brings back the balances of before", "[loyalty][journal]") {
  const Journal before = imported({}, {earn(1, "A", 100)}, 10);
  const Journal after =
      imported(before, {earn(1, "A", 100), earn(3, "B", 50), spend(4, "r", 120)}, 20);
  CHECK(digest_of(after) != digest_of(before));
  const auto back = undo(after, 1, "undo", day(21));
  REQUIRE(back);
  CHECK(digest_of(*back) == digest_of(before));
  CHECK(back->rows.size() == after.rows.size() + 2);
  CHECK(back->rows.back().reason == RowReason::undone);
  CHECK(back->batches.back().undoes == 1);
  // What was told stays told.
  CHECK(told(*back, 20).active == 30);
  CHECK(told(*back, 21).active == 100);
  // Once only; but an undoing can be undone.
  CHECK_FALSE(undo(*back, 1, "again", day(22)));
  const auto again = undo(*back, 2, "redo", day(22));
  REQUIRE(again);
  CHECK(digest_of(*again) == digest_of(after));
}

TEST_CASE("a batch that others build upon is not undone before them", "[loyalty][journal]") {
  const Journal one = imported({}, {earn(1, "A", 100)}, 10);
  const Journal two = imported(one, {earn(1, "A", 100), spend(12, "r", 80)}, 20);
  const auto refused = undo(two, 0, "undo", day(21));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::invalid_option);
  CHECK(refused.error().detail == "batches[0]");
  const auto last = undo(two, 1, "undo", day(21));
  REQUIRE(last);
  CHECK(undo(*last, 0, "undo", day(22)));
  CHECK_FALSE(undo(two, 2, "undo", day(21)));
  CHECK_FALSE(undo(two, -1, "undo", day(21)));
}

TEST_CASE("imports in parts and in any order come to what all of it comes to",
          "[loyalty][journal][properties]") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const LedgerPolicy policy = random_policy(rng);
    const auto events = random_events(rng, 50);
    Journal journal;
    std::vector<LedgerEvent> known;
    std::vector<std::uint64_t> digests{digest_of(journal)};
    const auto import_all = [&](Instant as_of) {
      const std::size_t batches = journal.batches.size();
      journal = post(std::move(journal), derive_ledger(known, policy, as_of), "import", as_of);
      if (journal.batches.size() > batches) digests.push_back(digest_of(journal));
    };
    for (const LedgerEvent& one : shuffled(events, rng)) {
      known.push_back(one);
      if (rng.below(5) == 0) import_all(kLast);
    }
    import_all(kLast);
    for (const JournalRow& row : journal.rows)
      CHECK(std::accumulate(row.change.begin(), row.change.end(), std::int64_t{0}) == 0);
    check_equal(journal, derive_ledger(events, policy, kLast));
    const std::size_t rows = journal.rows.size();
    import_all(kLast);
    CHECK(journal.rows.size() == rows);

    // Undone from the last to the first, each brings back the state before it.
    for (auto batch = static_cast<std::int32_t>(journal.batches.size()); batch-- > 0;) {
      auto back = undo(std::move(journal), batch, "undo", kLast);
      REQUIRE(back);
      journal = *std::move(back);
      CHECK(digest_of(journal) == digests[static_cast<std::size_t>(batch)]);
    }
  }
}

}  // namespace regulars
