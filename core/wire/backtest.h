// Back-tests of programs as JSON.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/report/analysis.h"

namespace regulars::wire {

/// A program and what it comes to, be it in force or tried.
struct ProgramOutcome {
  const Program& program;
  const RewardTotals& totals;
  const std::optional<Backtest>& backtest;
};
/// That of the program in force.
ProgramOutcome outcome_of(const Analysis& analysis);

/// The outcome as Rewards of protocol.ts.
nlohmann::json rewards_json(const Analysis& analysis, const ProgramOutcome& outcome);

/// Its back-test as PointsOutcome of protocol-points.ts; null where the program has no points.
nlohmann::json backtest_json(const Analysis& analysis, const ProgramOutcome& outcome);
/// That of the program in force.
nlohmann::json backtest_json(const Analysis& analysis);

/// What the program gives customers from a place on, and what its points would have given them:
/// {total, rows} as AwardRow of protocol.ts.
nlohmann::json awards_json(const Analysis& analysis, std::int64_t from, std::int64_t limit);

}  // namespace regulars::wire
