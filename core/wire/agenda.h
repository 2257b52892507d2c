// What to do this week, as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "core/report/analysis.h"

namespace regulars::wire {

/// The part `this_week` of the report.
nlohmann::json this_week_json(const Analysis& analysis);

}  // namespace regulars::wire
