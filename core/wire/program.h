// Reward programs and what they grant, as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "core/base/errors.h"
#include "core/loyalty/program.h"

namespace regulars::wire {

/// Reads a program from JSON text: invalid_json with line and column where it is none,
/// invalid_program with the field's path where it is no program.
Result<Program> parse_program(std::string_view text);

/// The same from a document that is part of a larger one.
Result<Program> program_of(const nlohmann::json& document);

/// The program as a document that parse_program reads back.
nlohmann::json to_json(const Program& program);

/// One comparison, as Because of protocol.ts.
nlohmann::json to_json(const Because& because);

/// The grants of an award in the order of the rules, as Grant[] of protocol.ts.
nlohmann::json grants_to_json(const Award& award, const Program& program);

}  // namespace regulars::wire
