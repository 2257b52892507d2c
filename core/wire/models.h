// Questions to the purchase models, and what they answer, as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "core/base/errors.h"
#include "core/models/fit_table.h"

namespace regulars::wire {

/// The word of a fit's status.
std::string_view fit_status_word(FitStatus status);

/// Adds `parameters` and `standard_errors` of a fit, by the authors' letters.
void add_estimates(nlohmann::json& part, const FitReport& report);

/// Options of `fit`: {model, unit, predict, covariates}. Error: invalid_option, its path the field.
Result<TableQuestion> table_question(const nlohmann::json& json);

/// The type TableFit of protocol.ts.
nlohmann::json to_json(const TableFit& fit);

}  // namespace regulars::wire
