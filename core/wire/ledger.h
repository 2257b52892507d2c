// Cases for the points ledger as JSON: what happened, and what must come of it. docs/ledger.md
// describes their form.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/errors.h"
#include "core/loyalty/ledger.h"

namespace regulars::wire {

/// A field that came out otherwise than the case says.
struct LedgerDifference {
  std::string field;  // of `expect`; `invariant` where the ledger broke one
  nlohmann::json wanted;
  nlohmann::json found;
};

/// One case that failed.
struct LedgerFailure {
  std::int32_t index = 0;  // 0-based in its file
  std::string name;        // its own; empty if it has none
  std::vector<LedgerDifference> differences;
};

/// How the cases went.
struct LedgerReport {
  std::int32_t passed = 0;
  std::int32_t failed = 0;
  std::vector<LedgerFailure> failures;  // in the order of the file
};

/// One case as it is written.
struct LedgerCase {
  std::string name;
  LedgerPolicy policy;
  std::vector<LedgerEvent> events;
  Instant as_of = 0;
  nlohmann::json expect;  // an object; empty where the case says nothing
};

/// Reads a list of cases. invalid_json with line and column where the text is none, invalid_option
/// where it is no list of cases; detail is the path of the field, as `[3].events[0].points`.
Result<std::vector<LedgerCase>> read_ledger_cases(std::string_view text);

/// Derives the ledger of each case, checks its invariants, and compares every field of `expect`.
/// Errors as of read_ledger_cases, also where `expect` names what is no figure of a ledger.
Result<LedgerReport> run_ledger_cases(std::string_view text);

/// The report as LedgerReport of protocol.ts.
nlohmann::json to_json(const LedgerReport& report);

}  // namespace regulars::wire
