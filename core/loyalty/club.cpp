#include "core/loyalty/club.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <tuple>

namespace regulars {
namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;
constexpr std::int32_t kDaysOfWeek = 7;

std::int32_t month_of(Date day) {
  const Civil civil = civil_of(day);
  return civil.year * 12 + civil.month - 1;
}

// How many units a later day is after a day: 0 in the same one, 1 in the next.
std::int32_t units_between(Date day, Date later, const StreakRule& rule) {
  switch (rule.unit) {
    case StreakUnit::week:
      return (monday_of(later) - monday_of(day)) / kDaysOfWeek;
    case StreakUnit::month:
      return month_of(later) - month_of(day);
    case StreakUnit::pace:
      return (later - day + rule.pace_days - 1) / rule.pace_days;
    case StreakUnit::day:
      break;
  }
  return later - day;
}

// The last day that is at most so many units after a day.
Date last_within(Date day, std::int32_t units, const StreakRule& rule) {
  switch (rule.unit) {
    case StreakUnit::week:
      return monday_of(day) + ((units + 1) * kDaysOfWeek - 1);
    case StreakUnit::month: {
      const std::int32_t after = month_of(day) + units + 1;
      const std::optional<Date> first = make_date(after / 12, after % 12 + 1, 1);
      assert(first);
      return *first + -1;
    }
    case StreakUnit::pace:
      return day + units * rule.pace_days;
    case StreakUnit::day:
      break;
  }
  return day + units;
}

bool lies_in(const Contribution& one, const BoardWindow& window) {
  return window.from <= one.at && one.at < window.to;
}

// The scores of a window, best first and of equals the smaller member; the ranks are not set.
std::vector<BoardPlace> scores_of(std::span<const Contribution> contributions,
                                  const BoardWindow& window) {
  std::map<std::int32_t, std::int64_t> sums;
  for (const Contribution& one : contributions)
    if (lies_in(one, window)) sums[one.member] += one.amount;
  std::vector<BoardPlace> places;
  places.reserve(sums.size());
  for (const auto& [member, score] : sums) places.push_back({member, score, 0});
  std::stable_sort(places.begin(), places.end(),
                   [](const BoardPlace& a, const BoardPlace& b) { return a.score > b.score; });
  return places;
}

void rank(std::vector<BoardPlace>& places, Ranking ranking) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto row = static_cast<std::int32_t>(i) + 1;
    const bool is_level = i > 0 && places[i].score == places[i - 1].score;
    if (ranking == Ranking::row || i == 0)
      places[i].rank = row;
    else if (is_level)
      places[i].rank = places[i - 1].rank;
    else
      places[i].rank = ranking == Ranking::dense ? places[i - 1].rank + 1 : row;
  }
}

// Steps done by deeds in the order of time, as they stood at an instant.
std::size_t steps_done(const Quest& quest, const std::vector<const Deed*>& deeds, Instant at) {
  std::vector<std::int64_t> done(quest.steps.size());
  std::size_t turn = 0;
  for (const Deed* deed : deeds) {
    if (deed->at > at) break;
    if (deed->revoked && *deed->revoked <= at) continue;
    if (quest.order == QuestOrder::in_sequence) {
      if (turn == quest.steps.size()) break;
      if (deed->kind == quest.steps[turn].kind && ++done[turn] == quest.steps[turn].times) ++turn;
      continue;
    }
    for (std::size_t i = 0; i < quest.steps.size(); ++i)
      if (deed->kind == quest.steps[i].kind) ++done[i];
  }
  std::size_t steps = 0;
  for (std::size_t i = 0; i < quest.steps.size(); ++i)
    if (done[i] >= quest.steps[i].times) ++steps;
  return steps;
}

}  // namespace

Streak streak_of(std::span<const Date> days, const StreakRule& rule, Date as_of) {
  assert(rule.grace >= 0 && (rule.unit != StreakUnit::pace || rule.pace_days >= 1));
  std::vector<Date> seen;
  for (const Date day : days)
    if (day <= as_of) seen.push_back(day);
  std::sort(seen.begin(), seen.end());
  Streak streak;
  if (seen.empty()) return streak;
  Date since = seen.front();
  Date last = seen.front();
  std::int32_t length = 1;
  std::int32_t spare = rule.grace;
  streak.longest = 1;
  for (const Date day : seen) {
    const std::int32_t units = units_between(last, day, rule);
    // Whoever keeps to a pace is measured from the last visit, any other unit from its first day.
    if (units == 0) continue;
    const std::int32_t missed = units - 1;
    if (missed > spare) {
      length = 0;
      since = day;
    }
    spare = missed == 0 || missed > spare ? rule.grace : spare - missed;
    last = day;
    streak.longest = std::max(streak.longest, ++length);
  }
  if (units_between(last, as_of, rule) - 1 > spare) return streak;
  streak.current = length;
  streak.since = since;
  streak.until = last_within(last, spare + 1, rule);
  return streak;
}

std::vector<std::int64_t> gentle_steps(std::size_t levels) {
  constexpr std::int64_t kFirst[]{25, 50, 75, 100, 150};
  std::vector<std::int64_t> steps;
  for (std::size_t i = 0; i < levels; ++i) {
    if (i < std::size(kFirst)) {
      steps.push_back(kFirst[i]);
      continue;
    }
    // In hundredths, so that nothing is rounded twice: 25 L^2 + 1000 L + 13975.
    const auto level = static_cast<std::int64_t>(i) + 1;
    const std::int64_t hundredths = 25 * level * level + 1000 * level + 13'975;
    steps.push_back((hundredths + 500) / 1000 * 10);
  }
  return steps;
}

LevelHistory follow_levels(std::span<const Experience> given, std::span<const std::int64_t> steps,
                           LevelLoss loss) {
  std::vector<const Experience*> ordered;
  ordered.reserve(given.size());
  for (const Experience& one : given) ordered.push_back(&one);
  std::stable_sort(ordered.begin(), ordered.end(), [](const Experience* a, const Experience* b) {
    return std::tie(a->at, a->source) < std::tie(b->at, b->source);
  });
  LevelHistory history;
  const auto highest = static_cast<std::int32_t>(steps.size()) + 1;
  const auto step_from = [&](std::int32_t level) {
    return steps[static_cast<std::size_t>(level) - 1];
  };
  std::int64_t reached = 0;  // what the level took in all
  for (const Experience* one : ordered) {
    history.experience = std::max<std::int64_t>(0, history.experience + one->amount);
    while (history.level < highest && history.experience - reached >= step_from(history.level)) {
      reached += step_from(history.level);
      history.changes.push_back({one->at, history.level, history.level + 1});
      ++history.level;
    }
    while (loss == LevelLoss::taken && history.level > 1 && history.experience < reached) {
      history.changes.push_back({one->at, history.level, history.level - 1});
      --history.level;
      reached -= step_from(history.level);
    }
  }
  if (history.level < highest)
    history.to_next = reached + step_from(history.level) - history.experience;
  return history;
}

BoardWindow week_around(Date day) {
  const Instant from = static_cast<Instant>(monday_of(day).days) * kSecondsOfDay;
  return {from, from + kDaysOfWeek * kSecondsOfDay};
}

std::vector<BoardPlace> board_of(std::span<const Contribution> contributions,
                                 const BoardWindow& window, Ranking ranking,
                                 std::span<const std::int32_t> hidden) {
  std::vector<BoardPlace> places = scores_of(contributions, window);
  const auto is_hidden = [&](const BoardPlace& place) {
    return std::find(hidden.begin(), hidden.end(), place.member) != hidden.end();
  };
  places.erase(std::remove_if(places.begin(), places.end(), is_hidden), places.end());
  rank(places, ranking);
  return places;
}

std::optional<BoardPlace> own_place(std::span<const Contribution> contributions,
                                    const BoardWindow& window, Ranking ranking,
                                    std::int32_t member) {
  for (const BoardPlace& place : board_of(contributions, window, ranking))
    if (place.member == member) return place;
  return {};
}

std::vector<BadgeGrant> grant_badge(std::span<const BadgeClaim> claims, const BadgeRule& rule) {
  std::vector<const BadgeClaim*> ordered;
  for (const BadgeClaim& claim : claims) ordered.push_back(&claim);
  std::stable_sort(ordered.begin(), ordered.end(), [](const BadgeClaim* a, const BadgeClaim* b) {
    return std::tie(a->at, a->source, a->member) < std::tie(b->at, b->source, b->member);
  });
  std::vector<BadgeGrant> grants;
  std::map<std::int32_t, bool> holds;  // who has a place, and whether the claim stands
  std::int64_t place = 0;
  for (const BadgeClaim* claim : ordered) {
    if (claim->is_revoked && rule.vacancy == Vacancy::passed_on) continue;
    const auto [holder, is_new] = holds.try_emplace(claim->member, !claim->is_revoked);
    if (!is_new) {
      // Of somebody whose first claim was revoked a later one takes a place of its own.
      if (holder->second || claim->is_revoked) continue;
      holder->second = true;
    }
    if (rule.first && place == *rule.first) break;
    ++place;
    if (!claim->is_revoked)
      grants.push_back({claim->member, claim->at, place, claim->at < rule.since});
  }
  return grants;
}

QuestProgress follow_quest(const Quest& quest, std::span<const Deed> deeds, Instant as_of) {
  assert(!quest.steps.empty());
  std::vector<const Deed*> ordered;
  for (const Deed& deed : deeds)
    if (deed.at <= as_of) ordered.push_back(&deed);
  std::stable_sort(ordered.begin(), ordered.end(), [](const Deed* a, const Deed* b) {
    return std::tie(a->at, a->source) < std::tie(b->at, b->source);
  });
  QuestProgress progress;
  progress.done = steps_done(quest, ordered, as_of);
  const bool is_whole = progress.done == quest.steps.size();
  if (!is_whole && quest.after == AfterCompletion::rolled_back) return progress;
  for (const Deed* deed : ordered) {
    if (steps_done(quest, ordered, deed->at) < quest.steps.size()) continue;
    progress.completed_at = deed->at;
    break;
  }
  return progress;
}

GoalOutcome follow_goal(const CommonGoal& goal, std::span<const Contribution> contributions) {
  std::vector<const Contribution*> ordered;
  for (const Contribution& one : contributions)
    if (one.at < goal.deadline) ordered.push_back(&one);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Contribution* a, const Contribution* b) {
                     return std::tie(a->at, a->member) < std::tie(b->at, b->member);
                   });
  GoalOutcome outcome;
  for (const Contribution* one : ordered) {
    outcome.sum += one->amount;
    if (!outcome.reached_at && outcome.sum >= goal.target) outcome.reached_at = one->at;
    if (one->amount > 0) outcome.contributors.push_back(one->member);
  }
  auto& members = outcome.contributors;
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  return outcome;
}

std::vector<MeetingTally> tally_meetings(std::span<const Attendance> rows, std::int64_t points_each,
                                         MeetingCount count) {
  struct Presence {
    bool is_announced = false;
    bool has_come = false;
  };
  std::map<std::tuple<std::int32_t, std::string_view, std::string_view>, Presence> presences;
  for (const Attendance& row : rows) {
    std::string_view club;
    if (count == MeetingCount::each_club) club = row.club;
    Presence& presence = presences[{row.member, row.meeting, club}];
    presence.is_announced = presence.is_announced || row.is_announced;
    presence.has_come = presence.has_come || row.has_come;
  }
  std::vector<MeetingTally> tallies;
  for (const auto& [key, presence] : presences) {
    const std::int32_t member = std::get<0>(key);
    if (tallies.empty() || tallies.back().member != member) tallies.push_back({member});
    MeetingTally& tally = tallies.back();
    if (presence.has_come) {
      ++tally.attended;
      tally.points += points_each;
    } else if (presence.is_announced) {
      ++tally.no_shows;
    }
  }
  return tallies;
}

}  // namespace regulars
