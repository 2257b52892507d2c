#include "core/report/program_trial.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/loyalty/amounts.h"

namespace regulars {
namespace {

// A program with what it gives, be it in force or tried.
struct Side {
  const Program& program;
  const std::vector<std::int64_t>& awards;
  const std::optional<Backtest>& backtest;

  bool has_awards() const { return !program.rules.empty(); }
  bool has_points() const { return backtest.has_value(); }
};

// Points of each customer, by place; nobody has any where there is no back-test.
std::vector<std::int64_t> earned_by(const Analysis& analysis, const Side& side) {
  std::vector<std::int64_t> earned(analysis.customers.size(), 0);
  if (!side.backtest) return earned;
  for (std::size_t i = 0; i < earned.size(); ++i) {
    const auto who = static_cast<std::size_t>(analysis.customers[i].customer);
    earned[i] = side.backtest->of_customers[who].earned;
  }
  return earned;
}

std::optional<RedemptionTerms> terms_of(const Analysis& analysis, const Side& side) {
  if (!side.has_points() || !side.program.points->redeem) return {};
  return redemption_terms(*side.program.points->redeem, analysis.book.table().digits);
}

// What points would pay in the end, whole steps aside.
std::vector<std::int64_t> worth_of(std::vector<std::int64_t> points, const RedemptionTerms& terms) {
  for (std::int64_t& one : points)
    one = scaled(one, terms.step_value.minor, terms.step, RoundingMode::down);
  return points;
}

void sort_by_change(std::vector<std::int32_t>& places, const std::vector<std::int64_t>& changes) {
  std::sort(places.begin(), places.end(), [&](std::int32_t a, std::int32_t b) {
    const std::int64_t of_a = std::abs(changes[static_cast<std::size_t>(a)]);
    const std::int64_t of_b = std::abs(changes[static_cast<std::size_t>(b)]);
    return of_a != of_b ? of_a > of_b : a < b;
  });
}

ProgramComparison compared(const Analysis& analysis, CompareBy by, RewardUnit unit,
                           std::vector<std::int64_t> before, std::vector<std::int64_t> after) {
  ProgramComparison result{
      .by = by,
      .unit = unit,
      .comparable = true,
      .before = std::move(before),
      .after = std::move(after),
      .gain = {},
      .lose = {},
      .same = 0,
      .segments = std::vector<SegmentChange>(analysis.segments.names().size())};
  std::vector<std::int64_t> changes(result.after);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    changes[i] -= result.before[i];
    SegmentChange& segment = result.segments[analysis.segment(i)];
    segment.sum += changes[i];
    if (changes[i] == 0) {
      ++result.same;
      ++segment.same;
      continue;
    }
    ++(changes[i] > 0 ? segment.gain : segment.lose);
    Changed& changed = changes[i] > 0 ? result.gain : result.lose;
    changed.places.push_back(static_cast<std::int32_t>(i));
    changed.sum += changes[i];
  }
  sort_by_change(result.gain.places, changes);
  sort_by_change(result.lose.places, changes);
  return result;
}

ProgramComparison incomparable(CompareBy by, RewardUnit unit) {
  ProgramComparison result;
  result.by = by;
  result.unit = unit;
  result.comparable = false;
  return result;
}

// A part that only one program has is compared with nothing at all, but for two programs that have
// no part in common: rewards of today and points of years are not the same thing in other words.
std::vector<ProgramComparison> compare(const Analysis& analysis, const Side& force,
                                       const Side& tried) {
  const bool share =
      (force.has_awards() && tried.has_awards()) || (force.has_points() && tried.has_points());
  std::vector<ProgramComparison> all;
  if (force.has_awards() || tried.has_awards()) {
    const RewardUnit unit = tried.has_awards() ? tried.program.unit : force.program.unit;
    const bool alike =
        !force.has_awards() || !tried.has_awards() || force.program.unit == tried.program.unit;
    all.push_back(share && alike
                      ? compared(analysis, CompareBy::awards, unit, force.awards, tried.awards)
                      : incomparable(CompareBy::awards, unit));
  }
  if (force.has_points() || tried.has_points())
    all.push_back(share ? compared(analysis, CompareBy::points, RewardUnit::points,
                                   earned_by(analysis, force), earned_by(analysis, tried))
                        : incomparable(CompareBy::points, RewardUnit::points));
  const auto before = terms_of(analysis, force);
  const auto after = terms_of(analysis, tried);
  if (before && after)
    all.push_back(compared(analysis, CompareBy::worth, RewardUnit::money,
                           worth_of(earned_by(analysis, force), *before),
                           worth_of(earned_by(analysis, tried), *after)));
  return all;
}

}  // namespace

ProgramTrial try_program(const Analysis& analysis, Program program) {
  ProgramTrial trial{
      .program = std::move(program), .granted = {}, .backtest = {}, .comparisons = {}};
  trial.granted = grant_rewards(analysis, trial.program);
  if (trial.program.points)
    trial.backtest = backtest(analysis.book, trial.program, {.from = {}, .as_of = analysis.as_of});
  trial.comparisons = compare(analysis, {analysis.program, analysis.awards, analysis.backtest},
                              {trial.program, trial.granted.awards, trial.backtest});
  return trial;
}

}  // namespace regulars
