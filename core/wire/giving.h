// Whom a budget for rewards goes to, as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "core/base/errors.h"
#include "core/report/giving.h"

namespace regulars::wire {

/// What `allocate` is asked, how many rows it shows, and where a piece of its file begins.
struct GivingQuestion {
  GivingQuery query;
  std::int64_t limit = 20;  // at most 1000
  std::int64_t from = 0;
};

/// Reads {budget, offers: [{amount, effect}], margin, pause_days, limit, from}. Error:
/// invalid_option with the path of the field.
Result<GivingQuestion> giving_question(const nlohmann::json& json);

/// As Giving of protocol-why.ts.
nlohmann::json to_json(const Analysis& analysis, const Giving& giving, std::int64_t limit);

}  // namespace regulars::wire
