// Hand-outs, as JSON: what is asked, and who got what.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/base/errors.h"
#include "core/report/handout.h"

namespace regulars::wire {

/// What `handout` is asked, {from, limit} of its rows, and {file, from} of `handout_csv`.
struct HandoutQuestion {
  HandoutQuery query;
  HandoutFile file = HandoutFile::list;
  std::int64_t from = 0;
  std::int64_t limit = 0;  // rows; at most 100,000
};

/// Reads HandoutQuery of protocol-handout.ts. Error: invalid_option with the path of the field.
Result<HandoutQuestion> handout_question(const nlohmann::json& json);

/// Handout of protocol-handout.ts, with the rows that were asked for: those given something, then
/// those held out.
nlohmann::json to_json(const Analysis& analysis, const Handout& handout,
                       const HandoutQuestion& question);

/// What `handout_outcome` is asked: {on, days, customers}.
struct OutcomeQuestion {
  std::vector<HandedOut> customers;
  Date on;
  std::int64_t days = 30;
};

/// Reads OutcomeQuery of protocol-handout.ts. Error: invalid_option with the path of the field.
Result<OutcomeQuestion> outcome_question(const nlohmann::json& json);

/// HandoutOutcome of protocol-handout.ts.
nlohmann::json to_json(const HandoutOutcome& outcome);

}  // namespace regulars::wire
