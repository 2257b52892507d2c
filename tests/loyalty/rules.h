// Rules written as JSON text, for tests.
#pragma once

#include <string>
#include <string_view>

#include "core/loyalty/logic.h"
#include "core/wire/logic.h"
#include "tests/support/catch.h"

namespace regulars {

/// A value written as JSON.
inline Value value(std::string_view json) {
  const auto read = wire::parse_value(json);
  INFO(json);
  REQUIRE(read);
  return *read;
}

/// What a rule without a catalogue comes to on a document, in the strict profile.
inline Outcome strict_outcome(std::string_view rule, std::string_view data, bool explain = false) {
  const auto compiled = compile_rule(value(rule));
  INFO(rule);
  if (!compiled) FAIL(compiled.error().detail);
  Outcome outcome = evaluate(*compiled, value(data), {.explain = explain});
  outcome.place = {};  // it would outlive its rule
  return outcome;
}

/// Why a rule is refused; "accepted" if it is not.
inline std::string refusal(std::string_view rule, const RuleOptions& options = {}) {
  const auto compiled = compile_rule(value(rule), options);
  if (compiled) return "accepted";
  CHECK(compiled.error().code == ErrorCode::invalid_program);
  return compiled.error().detail;
}

}  // namespace regulars
