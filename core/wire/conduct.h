// What customers did over time, as JSON: the parts of the report of the same names.
#pragma once

#include <nlohmann/json.hpp>

#include "core/report/analysis.h"

namespace regulars::wire {

/// The word of why a figure is not there.
std::string_view reason_word(NoFigure reason);

/// What a figure or rate shows: {value, definition}, and of a rate what it is made of.
nlohmann::json figure_json(const Figure& figure);
nlohmann::json rate_json(const Rate& rate);

/// Adds to the headline figures what they say of retention, visits, opinions and concentration.
void add_metrics(nlohmann::json& metrics, const Analysis& analysis);
nlohmann::json survival_json(const Analysis& analysis);
/// {difference, low, high, p}; null where one of the shares is nobody's.
nlohmann::json difference_json(const std::optional<RateDifference>& difference);
nlohmann::json cohorts_json(const CohortTable& table);
nlohmann::json behaviour_json(const Analysis& analysis);
nlohmann::json monitor_json(const Analysis& analysis);
/// The pace of one customer, by place, and where it stands.
nlohmann::json rhythm_json(const Analysis& analysis, std::size_t place);

}  // namespace regulars::wire
