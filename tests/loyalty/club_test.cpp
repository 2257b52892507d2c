#include "core/loyalty/club.h"

#include <algorithm>

#include "core/base/random.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

std::vector<Date> days_of_march(std::initializer_list<std::int32_t> numbers) {
  std::vector<Date> days;
  for (const std::int32_t number : numbers) days.push_back(day("2026-02-28") + number);
  return days;
}

Streak by_days(std::initializer_list<std::int32_t> numbers, std::int32_t grace = 1) {
  const std::vector<Date> days = days_of_march(numbers);
  return streak_of(days, {StreakUnit::day, grace, 0}, days.back());
}

std::vector<std::int32_t> ranks(std::initializer_list<std::int64_t> scores, Ranking ranking) {
  std::vector<Contribution> contributions;
  for (const std::int64_t score : scores)
    contributions.push_back({static_cast<std::int32_t>(contributions.size()), 0, score});
  std::vector<std::int32_t> ranks;
  for (const BoardPlace& place : board_of(contributions, {}, ranking)) ranks.push_back(place.rank);
  return ranks;
}

std::vector<std::int32_t> members_of(const std::vector<BoardPlace>& places) {
  std::vector<std::int32_t> members;
  for (const BoardPlace& place : places) members.push_back(place.member);
  return members;
}

Quest two_steps(QuestOrder order, AfterCompletion after = AfterCompletion::stands) {
  return {{{"review", 1}, {"referral", 1}}, order, after};
}

}  // namespace

TEST_CASE("one missed day is forgiven and forgiveness comes back with the next day", "[club]") {
  CHECK(by_days({1, 2, 4}).current == 3);
  CHECK(by_days({1, 2, 4, 5}).current == 4);
  CHECK(by_days({1, 2, 4, 5, 7}).current == 5);
  CHECK(by_days({1, 2, 4, 6}).current == 1);  // forgiven once, and not met again in between
  CHECK(by_days({1, 2, 5}).current == 1);
  CHECK(by_days({1, 2, 5}).longest == 2);
  CHECK(by_days({1, 2, 4}, 0).current == 1);
}

TEST_CASE("a streak stands until the last day on which it can be kept up", "[club]") {
  const std::vector<Date> days = days_of_march({1, 2, 3});
  const StreakRule rule{StreakUnit::day, 1, 0};
  const Streak streak = streak_of(days, rule, days.back());
  REQUIRE(streak.until);
  CHECK(*streak.until == day("2026-03-05"));
  CHECK(streak.since == day("2026-03-01"));
  CHECK(streak_of(days, rule, *streak.until).current == 3);
  CHECK(streak_of(days, rule, *streak.until + 1).current == 0);
  CHECK(streak_of(days, rule, *streak.until + 1).longest == 3);
  CHECK(streak_of({}, rule, days.back()).longest == 0);
  CHECK(streak_of(days, rule, day("2026-02-27")).longest == 0);
}

TEST_CASE("weeks begin on Monday, months on their first day, a pace with every visit", "[club]") {
  // A Sunday and the Monday after it; twice in one week is one step.
  const std::vector<Date> days{day("2026-03-08"), day("2026-03-09"), day("2026-03-11"),
                               day("2026-03-16")};
  const Streak weeks = streak_of(days, {StreakUnit::week, 0, 0}, days.back());
  CHECK(weeks.current == 3);
  CHECK(weeks.until == day("2026-03-29"));
  const std::vector<Date> turns{day("2025-12-31"), day("2026-01-01"), day("2026-02-28")};
  const Streak months = streak_of(turns, {StreakUnit::month, 0, 0}, turns.back());
  CHECK(months.current == 3);
  CHECK(months.until == day("2026-03-31"));
  const std::vector<Date> visits{day("2026-01-01"), day("2026-01-11"), day("2026-01-21"),
                                 day("2026-02-01")};
  CHECK(streak_of(visits, {StreakUnit::pace, 0, 11}, visits.back()).current == 4);
  CHECK(streak_of(visits, {StreakUnit::pace, 0, 10}, visits.back()).current == 1);
  CHECK(streak_of(visits, {StreakUnit::pace, 1, 10}, visits.back()).current == 4);
}

TEST_CASE("a visit that is told late is counted as if it had been known", "[club]") {
  const StreakRule rule{StreakUnit::week, 0, 0};
  const std::vector<Date> gap{day("2026-01-05"), day("2026-01-19")};
  CHECK(streak_of(gap, rule, gap.back()).current == 1);
  const std::vector<Date> filled{day("2026-01-05"), day("2026-01-19"), day("2026-01-12")};
  CHECK(streak_of(filled, rule, gap.back()).current == 3);
}

TEST_CASE("neither order nor repetition of days changes a streak, and more grace never shortens it",
          "[club]") {
  Rng rng(7);
  for (int time = 0; time < 300; ++time) {
    std::vector<Date> days;
    for (std::uint64_t i = rng.below(20) + 1; i > 0; --i)
      days.push_back(day("2026-01-01") + static_cast<std::int32_t>(rng.below(90)));
    const StreakRule rule{static_cast<StreakUnit>(rng.below(4)),
                          static_cast<std::int32_t>(rng.below(3)),
                          static_cast<std::int32_t>(rng.below(9)) + 1};
    const Date as_of = day("2026-01-01") + static_cast<std::int32_t>(rng.below(120));
    const Streak streak = streak_of(days, rule, as_of);
    std::vector<Date> twice(days.rbegin(), days.rend());
    twice.insert(twice.end(), days.begin(), days.end());
    const Streak again = streak_of(twice, rule, as_of);
    CHECK(again.current == streak.current);
    CHECK(again.longest == streak.longest);
    CHECK(again.until == streak.until);
    StreakRule kinder = rule;
    ++kinder.grace;
    CHECK(streak_of(days, kinder, as_of).longest >= streak.longest);
    CHECK(streak.current <= streak.longest);
    CHECK((streak.current > 0) == streak.until.has_value());
  }
}

TEST_CASE("gentle levels are the published ones", "[club]") {
  const std::vector<std::int64_t> steps = gentle_steps(50);
  const std::vector<std::int64_t> first(steps.begin(), steps.begin() + 10);
  CHECK(first == std::vector<std::int64_t>{25, 50, 75, 100, 150, 210, 220, 240, 250, 260});
  CHECK(steps.back() == 1260);
  CHECK(gentle_steps(0).empty());
}

TEST_CASE("whoever passes several levels has one change for each, in order", "[club]") {
  const std::vector<std::int64_t> steps = gentle_steps(10);
  const std::vector<Experience> once{{5, "a", 700}};
  const LevelHistory history = follow_levels(once, steps);
  // 25 + 50 + 75 + 100 + 150 + 210 = 610 lead to level 7, 220 more to level 8.
  CHECK(history.level == 7);
  CHECK(history.to_next == 130);
  REQUIRE(history.changes.size() == 6);
  for (std::size_t i = 0; i < 6; ++i) {
    CHECK(history.changes[i].at == 5);
    CHECK(history.changes[i].to == static_cast<std::int32_t>(i) + 2);
  }
  const std::vector<Experience> exact{{1, "a", 20}, {2, "b", 5}};
  CHECK(follow_levels(exact, steps).level == 2);
  const std::vector<Experience> short_of{{1, "a", 24}};
  CHECK(follow_levels(short_of, steps).level == 1);
  CHECK(follow_levels(short_of, steps).to_next == 1);
  CHECK(follow_levels(once, {}).level == 1);
  CHECK_FALSE(follow_levels(once, {}).to_next);
}

TEST_CASE("a level is kept when experience is taken back, unless the rule says otherwise",
          "[club]") {
  const std::vector<std::int64_t> steps{100, 100};
  const std::vector<Experience> given{{1, "order", 220}, {2, "refund", -130}};
  const LevelHistory kept = follow_levels(given, steps);
  CHECK(kept.level == 3);
  CHECK(kept.experience == 90);
  const LevelHistory taken = follow_levels(given, steps, LevelLoss::taken);
  CHECK(taken.level == 1);
  REQUIRE(taken.changes.size() == 4);
  CHECK(taken.changes[2].to == 2);
  CHECK(taken.changes[3].to == 1);
  CHECK(taken.to_next == 10);
}

TEST_CASE("equal scores are ranked as the board says", "[club]") {
  CHECK(ranks({100, 90, 90, 80}, Ranking::standard) == std::vector<std::int32_t>{1, 2, 2, 4});
  CHECK(ranks({100, 90, 90, 80}, Ranking::dense) == std::vector<std::int32_t>{1, 2, 2, 3});
  CHECK(ranks({100, 90, 90, 80}, Ranking::row) == std::vector<std::int32_t>{1, 2, 3, 4});
  CHECK(ranks({}, Ranking::dense).empty());
}

TEST_CASE("who wants to be hidden is on no board and still knows the own place", "[club]") {
  const std::vector<Contribution> all{{1, 0, 50}, {2, 0, 90}, {3, 0, 70}, {1, 0, 30}};
  CHECK(members_of(board_of(all, {}, Ranking::dense)) == std::vector<std::int32_t>{2, 1, 3});
  const std::vector<std::int32_t> hidden{1};
  const auto board = board_of(all, {}, Ranking::dense, hidden);
  CHECK(members_of(board) == std::vector<std::int32_t>{2, 3});
  CHECK(board.back().rank == 2);
  const auto own = own_place(all, {}, Ranking::dense, 1);
  REQUIRE(own);
  CHECK(own->rank == 2);
  CHECK(own->score == 80);
  CHECK_FALSE(own_place(all, {}, Ranking::dense, 4));
}

TEST_CASE("a week is seven days and no Monday is in two of them", "[club]") {
  const BoardWindow week = week_around(day("2026-03-12"));
  CHECK(week.from == static_cast<Instant>(day("2026-03-09").days) * 86'400);
  CHECK(week.to - week.from == 7 * 86'400);
  CHECK(week_around(day("2026-03-15")).from == week.from);
  CHECK(week_around(day("2026-03-16")).from == week.to);
  CHECK(week_around(day("1969-12-31")).from == -3 * 86'400);
  const std::vector<Contribution> all{{1, week.from, 1}, {2, week.to, 1}, {3, week.from - 1, 1}};
  CHECK(members_of(board_of(all, week, Ranking::dense)) == std::vector<std::int32_t>{1});
}

TEST_CASE("a new season begins with nothing, experience stays", "[club]") {
  const std::vector<Contribution> all{{1, 10, 500}, {2, 20, 5}};
  CHECK(members_of(board_of(all, {15, kNever}, Ranking::dense)) == std::vector<std::int32_t>{2});
  const std::vector<Experience> given{{10, "a", 500}};
  CHECK(follow_levels(given, gentle_steps(3)).experience == 500);
}

TEST_CASE("a badge of today is granted for the past with its day", "[club]") {
  const std::vector<BadgeClaim> claims{
      {7, 100, "a", false}, {8, 300, "b", false}, {7, 400, "c", false}};
  const auto grants = grant_badge(claims, {{}, 200, Vacancy::left_empty});
  REQUIRE(grants.size() == 2);
  CHECK(grants[0].member == 7);
  CHECK(grants[0].at == 100);
  CHECK(grants[0].is_retroactive);
  CHECK_FALSE(grants[1].is_retroactive);
}

TEST_CASE("of the first hundred members one who is refunded shifts nobody unless the rule says so",
          "[club]") {
  std::vector<BadgeClaim> claims;
  for (std::int32_t member = 120; member > 0; --member)
    claims.push_back({member, member / 2, std::to_string(1000 + member), member == 37});
  const auto empty = grant_badge(claims, {100, 0, Vacancy::left_empty});
  CHECK(empty.size() == 99);
  CHECK(empty.back().member == 100);
  CHECK(empty.back().place == 100);
  CHECK(empty[36].member == 38);
  CHECK(empty[36].place == 38);
  const auto passed = grant_badge(claims, {100, 0, Vacancy::passed_on});
  CHECK(passed.size() == 100);
  CHECK(passed.back().member == 101);
  CHECK(passed[36].place == 37);
}

TEST_CASE("a later claim of somebody whose first was revoked has its own place", "[club]") {
  const std::vector<BadgeClaim> claims{{1, 1, "a", true}, {2, 2, "b", false}, {1, 3, "c", false}};
  const auto grants = grant_badge(claims, {3, 0, Vacancy::left_empty});
  REQUIRE(grants.size() == 2);
  CHECK(grants[1].member == 1);
  CHECK(grants[1].place == 3);
}

TEST_CASE("a quest in sequence waits for its first step, one without order does not", "[club]") {
  const std::vector<Deed> second{{1, "referral", "a", {}}};
  CHECK(follow_quest(two_steps(QuestOrder::in_sequence), second, 9).done == 0);
  CHECK(follow_quest(two_steps(QuestOrder::any), second, 9).done == 1);
  const std::vector<Deed> both{{1, "referral", "a", {}}, {2, "review", "b", {}}};
  CHECK(follow_quest(two_steps(QuestOrder::in_sequence), both, 9).done == 1);
  const QuestProgress done = follow_quest(two_steps(QuestOrder::any), both, 9);
  CHECK(done.done == 2);
  CHECK(done.completed_at == 2);
  CHECK_FALSE(follow_quest(two_steps(QuestOrder::any), both, 1).completed_at);
}

TEST_CASE("a refund rolls progress back, and a completed quest as its rule says", "[club]") {
  const std::vector<Deed> deeds{{1, "review", "a", {}}, {2, "referral", "b", 5}};
  const QuestProgress stands = follow_quest(two_steps(QuestOrder::in_sequence), deeds, 9);
  CHECK(stands.done == 1);
  CHECK(stands.completed_at == 2);
  const Quest strict = two_steps(QuestOrder::in_sequence, AfterCompletion::rolled_back);
  CHECK_FALSE(follow_quest(strict, deeds, 9).completed_at);
  CHECK(follow_quest(strict, deeds, 4).completed_at == 2);
  const std::vector<Deed> early{{1, "review", "a", 2}, {3, "referral", "b", {}}};
  CHECK_FALSE(follow_quest(two_steps(QuestOrder::any), early, 9).completed_at);
}

TEST_CASE("a common goal pays everybody who gave in time, once", "[club]") {
  const CommonGoal goal{500, 100};
  const std::vector<Contribution> all{
      {3, 10, 200}, {1, 20, 299}, {3, 99, 1}, {2, 100, 50}, {4, 5, 0}};
  const GoalOutcome outcome = follow_goal(goal, all);
  CHECK(outcome.sum == 500);
  CHECK(outcome.reached_at == 99);
  CHECK(outcome.contributors == std::vector<std::int32_t>{1, 3});
  const std::vector<Contribution> late{{1, 20, 499}, {2, 100, 50}};
  CHECK_FALSE(follow_goal(goal, late).reached_at);
}

TEST_CASE("only who comes to a meeting has points, and for two clubs once unless each counts",
          "[club]") {
  const std::vector<Attendance> rows{{"tasting", "wine", 1, true, true},
                                     {"tasting", "cheese", 1, false, true},
                                     {"tasting", "wine", 1, true, true},
                                     {"tasting", "wine", 2, true, false},
                                     {"tasting", "wine", 3, false, true}};
  const auto once = tally_meetings(rows, 10);
  REQUIRE(once.size() == 3);
  CHECK(once[0].points == 10);
  CHECK(once[1].points == 0);
  CHECK(once[1].no_shows == 1);
  CHECK(once[2].points == 10);
  CHECK(once[2].no_shows == 0);
  CHECK(tally_meetings(rows, 10, MeetingCount::each_club)[0].points == 20);
}

}  // namespace regulars
