// Two groups of customers side by side, as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "core/report/comparison.h"

namespace regulars::wire {

/// The comparison as Comparison of protocol-comparison.ts.
nlohmann::json to_json(const Analysis& analysis, const Comparison& comparison);

}  // namespace regulars::wire
