// What the engine answers, as JSON: the types of web/src/engine/protocol.ts, field by field.
#pragma once

#include <nlohmann/json.hpp>

#include "core/data/cells.h"
#include "core/data/intake.h"
#include "core/data/trial.h"
#include "core/report/audience.h"
#include "core/report/cleaning.h"
#include "core/report/detail.h"
#include "core/report/report.h"
#include "core/report/tables.h"

namespace regulars::wire {

/// The word of an error code.
std::string_view error_word(ErrorCode code);

nlohmann::json to_json(const Error& error);
nlohmann::json to_json(const Preview& preview);
nlohmann::json to_json(const Trial& trial);
nlohmann::json to_json(const std::vector<RuleEffect>& effects);
/// The rejected rows from `from` on, at most `limit`.
nlohmann::json rejects_json(const OrderTable& table, std::int64_t from, std::int64_t limit);
/// By place in the list that was asked about: the place of the rejected row, or null.
nlohmann::json to_json(const std::vector<std::optional<std::size_t>>& found);
nlohmann::json to_json(const FileIntake& intake);
nlohmann::json to_json(const Report& report);
/// `digits` are those of the currency.
nlohmann::json to_json(const SegmentTrial& trial, int digits);
nlohmann::json to_json(const Audience& audience);
nlohmann::json to_json(const CsvPiece& piece);
nlohmann::json to_json(const Cells& cells);
nlohmann::json to_json(const Progress& progress);
nlohmann::json to_json(const Analysis& analysis, const CustomerPage& page);
nlohmann::json to_json(const Analysis& analysis, const CustomerDetail& detail);

}  // namespace regulars::wire
