// Back-tests of programs as JSON.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>

#include "core/report/analysis.h"

namespace regulars::wire {

/// The back-test of an analysis as PointsOutcome of protocol.ts; null where its program has no
/// points.
nlohmann::json backtest_json(const Analysis& analysis);

/// What the program gives customers from a place on, and what its points would have given them:
/// {total, rows} as AwardRow of protocol.ts.
nlohmann::json awards_json(const Analysis& analysis, std::int64_t from, std::int64_t limit);

}  // namespace regulars::wire
