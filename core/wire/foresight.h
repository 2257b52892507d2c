// What is to come, as JSON: the parts of the report that fitted models make.
#pragma once

#include <nlohmann/json.hpp>

#include "core/report/analysis.h"

namespace regulars::wire {

/// Adds `purchase_models`, `chosen`, `choice`, `tracking`, `frequency_recency`, `spend_model` and
/// `lifetime`.
void add_foresight(nlohmann::json& report, const Analysis& analysis);

/// One customer's future, by place; null where nothing can be said.
nlohmann::json future_json(const Analysis& analysis, std::size_t place);

}  // namespace regulars::wire
