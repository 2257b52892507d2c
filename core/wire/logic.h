// Rules and their values as JSON, and the published suites that say whether the evaluator is right.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/errors.h"
#include "core/loyalty/logic.h"
#include "core/loyalty/value.h"

namespace regulars::wire {

inline constexpr int kMaxJsonDepth =
    200;  // lists and objects inside one another; as kMaxCompatDepth

/// Reads one JSON value. invalid_json with line and column where the text is none; also where it is
/// nested deeper than kMaxJsonDepth.
Result<Value> parse_value(std::string_view text);

/// The value that the JSON library holds; errors as of parse_value, without a line.
Result<Value> value_of(const nlohmann::json& document);

/// The value as JSON without blanks, keys in their order, whole numbers without a point.
std::string to_json_text(const Value& value);

/// The value as the JSON library holds it.
nlohmann::json to_json(const Value& value);

/// true, false, and null for the unknown.
nlohmann::json to_json(Truth truth);

/// One case that came out otherwise than the suite says.
struct LogicFailure {
  std::int32_t index = 0;   // 0-based among the cases of the suite; comments are not counted
  std::string description;  // the suite's own; empty if it has none
  Value rule;
  Value data;
  Value wanted;  // the value, or {"error": ...} where the suite wants an error
  Value found;   // the same; in the strict profile null is unknown, and {"error": {"type",
                 // "detail"}} a rule that is refused
};

/// How a suite went.
struct LogicReport {
  std::int32_t passed = 0;
  std::int32_t failed = 0;
  std::vector<LogicFailure> failures;  // in the order of the suite
};

/// Runs a suite: a list of comments (texts) and cases, [rule, data, result] or {description, rule,
/// data, result or error}. Results are compared strictly: types as they are, numbers within 1e-10,
/// errors by their type. Data that is absent is {}. In the strict profile every name is a fact, and
/// its type is what stands in the data. invalid_json where the text is no JSON, invalid_option
/// where it is no suite; detail names the place.
Result<LogicReport> run_logic_suite(std::string_view text, LogicProfile profile);

/// The report as LogicReport of protocol.ts.
nlohmann::json to_json(const LogicReport& report);

}  // namespace regulars::wire
