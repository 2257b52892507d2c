// What the page asks for, from JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/base/errors.h"
#include "core/data/intake.h"
#include "core/data/known_rows.h"
#include "core/loyalty/logic.h"
#include "core/loyalty/program.h"
#include "core/report/audience.h"
#include "core/wire/checked.h"

namespace regulars::wire {

/// A zone as {name, transitions: [{utc, offset}]}, ascending; nothing where `zone` is null, and
/// where it is none, which `outer` then remembers as its field `zone`.
std::optional<Zone> zone_of(const nlohmann::json* zone, CheckedObject& outer);

/// Options of `sniff`: {name, whole, columns}.
struct SniffOptions {
  std::string name;
  bool whole = false;
  ColumnMap columns;
};

/// {from, limit} of `rejects` and `awards`.
struct Window {
  std::int64_t from = 0;
  std::int64_t limit = 100;  // at most 1000
};

/// {program, limit} of `program`: without a program the default one.
struct ProgramQuery {
  Program program;
  std::int64_t limit = 20;  // customers of each list; at most 1000
};

/// {kind, from} of `csv`.
struct CsvQuery {
  CsvKind kind = CsvKind::customers;
  std::int64_t from = 0;
};

/// What `audience` is asked, and {from} of `audience_csv`.
struct AudienceCsvQuery {
  AudienceQuery audience;
  std::int64_t from = 0;
};

/// {hits, of, other_hits, other_of} of `difference`: a share and another.
struct TwoShares {
  std::int64_t hits = 0;
  std::int64_t of = 0;  // at least `hits`
  std::int64_t other_hits = 0;
  std::int64_t other_of = 0;
};

/// {first, second} of `compare`: without a second one, everybody else.
struct TwoGroups {
  CustomerQuery first;
  std::optional<CustomerQuery> second;
};

// Each reads the type of protocol.ts that has its name. Errors: invalid_option with the path of the
// field; of programs also invalid_program.
Result<SniffOptions> sniff_options(const nlohmann::json& json);
Result<FileOptions> file_options(const nlohmann::json& json);
Result<std::vector<Mend>> mends(const nlohmann::json& json);
Result<std::vector<KnownRow>> known_rows(const nlohmann::json& json);
Result<Window> window_of(const nlohmann::json& json);
// Thresholds of money are read in minor units of a currency with so many digits.
Result<AnalyzeOptions> analyze_options(const nlohmann::json& json, int digits = 2);
Result<RfmOptions> rfm_options(const nlohmann::json& json, int digits = 2);
Result<ProgramQuery> program_query(const nlohmann::json& json);
Result<CustomerQuery> customer_query(const nlohmann::json& json);
Result<CustomerId> customer_id(const nlohmann::json& json);
Result<TwoShares> two_shares(const nlohmann::json& json);
Result<TwoGroups> two_groups(const nlohmann::json& json);
Result<AudienceCsvQuery> audience_query(const nlohmann::json& json);
Result<CsvQuery> csv_query(const nlohmann::json& json);
Result<LogicProfile> logic_profile(const nlohmann::json& json);

}  // namespace regulars::wire
