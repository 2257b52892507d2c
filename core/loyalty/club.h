// What a club counts beside points: streaks, levels, boards, badges, quests, common goals and
// meetings.
//
// All of it is a function of what happened: whatever came late, was cancelled or is asked for only
// today is counted as if it had been known at once. Days are the shop's, so a day of 23 hours is a
// day.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/loyalty/durations.h"

namespace regulars {

/// What follows on what. Nobody visits a shop every day, so a day is seldom the unit that is meant.
enum class StreakUnit : std::uint8_t {
  day,
  week,   // from Monday on
  month,  // of the calendar
  pace,   // the customer's own: whoever comes again within so many days goes on
};

struct StreakRule {
  StreakUnit unit = StreakUnit::week;
  std::int32_t grace = 0;  // units that may be missed, at least 0; a unit that follows directly on
                           // another gives all of them back
  std::int32_t pace_days = 0;  // at least 1 where the unit is `pace`, else not looked at
};

/// A member's streak as of a day; all of it 0 for who never came.
struct Streak {
  std::int32_t current = 0;   // units met one after the other; 0 once too many were missed
  std::int32_t longest = 0;   // there ever was
  std::optional<Date> since;  // the first day of the current one
  std::optional<Date> until;  // the last day on which it can be kept up
};

/// The streak of whoever came on these days, in any order and as often as they like. Later days
/// than `as_of` are not seen; a unit that is not over is not missed.
Streak streak_of(std::span<const Date> days, const StreakRule& rule, Date as_of);

/// Experience that a member was given; below 0 where it was taken back.
struct Experience {
  Instant at = 0;
  std::string source;  // of several at one instant the smaller comes first
  std::int64_t amount = 0;
};

/// Whether a level that was reached is lost with the experience that it took.
enum class LevelLoss : std::uint8_t { kept, taken };

/// One level up or down: whoever passes several has one change for each.
struct LevelChange {
  Instant at = 0;
  std::int32_t from = 1;
  std::int32_t to = 2;
};

/// A member's way through the levels; the first is 1.
struct LevelHistory {
  std::vector<LevelChange> changes;
  std::int32_t level = 1;
  std::int64_t experience = 0;          // in all; never below 0
  std::optional<std::int64_t> to_next;  // missing for the next level; nothing in the highest
};

/// Experience needed from each of the first `levels` levels to the next, for who does not want to
/// choose: steep at first, then gentle. round_10(0.25 L^2 + 10 L + 139.75), and 25, 50, 75, 100,
/// 150 before: the published figures of Habitica.
std::vector<std::int64_t> gentle_steps(std::size_t levels);

/// The way of a member through levels of which `steps[i]` (at least 1) leads from level i + 1 to
/// the next: whoever has exactly so much is there.
LevelHistory follow_levels(std::span<const Experience> given, std::span<const std::int64_t> steps,
                           LevelLoss loss = LevelLoss::kept);

/// How equal scores count, for 100, 90, 90, 80.
enum class Ranking : std::uint8_t {
  standard,  // 1, 2, 2, 4
  dense,     // 1, 2, 2, 3
  row,       // 1, 2, 3, 4: the smaller member first
};

/// Something that counts for a board.
struct Contribution {
  std::int32_t member = 0;
  Instant at = 0;
  std::int64_t amount = 0;
};

/// One line of a board.
struct BoardPlace {
  std::int32_t member = 0;
  std::int64_t score = 0;
  std::int32_t rank = 1;
};

/// When a board begins and ends: [from, to). A season is one, and the next begins with nothing.
struct BoardWindow {
  Instant from = 0;
  Instant to = kNever;
};

/// The shop's week of a day, from Monday 00:00 to the next: seven days and none twice. Instants are
/// seconds of the shop's civil time.
BoardWindow week_around(Date day);

/// The board of a window, best first and of equals the smaller member. Who stands in `hidden` does
/// not want to be seen: the ranks close up.
std::vector<BoardPlace> board_of(std::span<const Contribution> contributions,
                                 const BoardWindow& window, Ranking ranking,
                                 std::span<const std::int32_t> hidden = {});

/// Where a member stands among all, hidden or not, for themselves to see; nothing without a score.
std::optional<BoardPlace> own_place(std::span<const Contribution> contributions,
                                    const BoardWindow& window, Ranking ranking,
                                    std::int32_t member);

/// Something that earns a badge.
struct BadgeClaim {
  std::int32_t member = 0;
  Instant at = 0;
  std::string source;       // its id; of several at one instant the smaller comes first
  bool is_revoked = false;  // by a refund
};

/// What becomes of the place of somebody whose claim is revoked.
enum class Vacancy : std::uint8_t {
  left_empty,  // nobody else's place changes
  passed_on,   // the next in line moves up
};

struct BadgeRule {
  std::optional<std::int64_t> first;  // only so many members, at least 1
  Instant since = 0;                  // when the rule was made
  Vacancy vacancy = Vacancy::left_empty;
};

struct BadgeGrant {
  std::int32_t member = 0;
  Instant at = 0;               // when it was earned, also where the rule is younger
  std::int64_t place = 1;       // first, second, ...
  bool is_retroactive = false;  // earned before the rule was made
};

/// Who has the badge, in the order in which it was earned: each member once, by the first claim
/// that stands.
std::vector<BadgeGrant> grant_badge(std::span<const BadgeClaim> claims, const BadgeRule& rule);

/// A deed that may be a step of a quest.
struct Deed {
  Instant at = 0;
  std::string kind;
  std::string source;
  std::optional<Instant> revoked;  // not done from then on
};

enum class QuestOrder : std::uint8_t { in_sequence, any };

/// What becomes of a quest that was completed when one of its deeds is revoked.
enum class AfterCompletion : std::uint8_t { stands, rolled_back };

struct Quest {
  struct Step {
    std::string kind;
    std::int64_t times = 1;  // at least 1
  };
  std::vector<Step> steps;  // at least one
  QuestOrder order = QuestOrder::in_sequence;
  AfterCompletion after = AfterCompletion::stands;
};

struct QuestProgress {
  std::size_t done = 0;                 // steps, of Quest::steps
  std::optional<Instant> completed_at;  // nothing: not, or no longer
};

/// How far a member is as of an instant. In sequence a deed counts for the step whose turn it is,
/// and for no other.
QuestProgress follow_quest(const Quest& quest, std::span<const Deed> deeds, Instant as_of);

/// So much from all of them together before `deadline`, which is not in time itself.
struct CommonGoal {
  std::int64_t target = 1;
  Instant deadline = kNever;
};

struct GoalOutcome {
  std::int64_t sum = 0;
  std::optional<Instant> reached_at;
  std::vector<std::int32_t> contributors;  // who gave more than 0 in time, each once, ascending;
                                           // where it is reached, all of them are paid
};

GoalOutcome follow_goal(const CommonGoal& goal, std::span<const Contribution> contributions);

/// Somebody at a meeting of a club, or announced there.
struct Attendance {
  std::string meeting;
  std::string club;
  std::int32_t member = 0;
  bool is_announced = false;
  bool has_come = false;
};

/// Whether a meeting of two clubs counts for each of them.
enum class MeetingCount : std::uint8_t { once, each_club };

struct MeetingTally {
  std::int32_t member = 0;
  std::int64_t points = 0;
  std::int64_t attended = 0;  // meetings, as they count
  std::int64_t no_shows = 0;  // announced and not come
};

/// What meetings bring, by member ascending. Whoever comes has points, announced or not; rows that
/// say the same twice count once.
std::vector<MeetingTally> tally_meetings(std::span<const Attendance> rows, std::int64_t points_each,
                                         MeetingCount count = MeetingCount::once);

}  // namespace regulars
