// A program that is tried, as JSON.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>

#include "core/report/program_trial.h"

namespace regulars::wire {

/// The trial as ProgramTrial of protocol-points.ts; of those who gain or lose by a comparison at
/// most `limit` each, the largest changes first.
nlohmann::json to_json(const Analysis& analysis, const ProgramTrial& trial, std::int64_t limit);

}  // namespace regulars::wire
