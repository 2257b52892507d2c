// Back-tests of programs as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "core/report/analysis.h"

namespace regulars::wire {

/// The back-test of an analysis as PointsOutcome of protocol.ts; null where its program has no
/// points.
nlohmann::json backtest_json(const Analysis& analysis);

}  // namespace regulars::wire
