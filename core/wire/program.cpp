#include "core/wire/program.h"

#include <utility>

#include "core/wire/logic.h"

namespace regulars::wire {

using nlohmann::json;

Result<Program> parse_program(std::string_view text) {
  const auto document = parse_value(text);
  if (!document) return document.error();
  return compile_program(*document);
}

Result<Program> program_of(const json& document) {
  const auto value = value_of(document);
  if (!value) return value.error();
  return compile_program(*value);
}

json to_json(const Program& program) { return to_json(document_of(program)); }

json to_json(const Because& because) {
  return {{"fact", because.fact},
          {"operator", because.operation},
          {"wanted", to_json(because.wanted)},
          {"found", to_json(because.found)},
          {"holds", to_json(because.holds)}};
}

json grants_to_json(const Award& award, const Program& program) {
  json grants = json::array();
  for (const Grant& grant : award.grants) {
    json reasons = json::array();
    for (const Because& because : grant.because) reasons.push_back(to_json(because));
    grants.push_back({{"rule", program.rules[grant.rule].id},
                      {"granted", to_json(grant.granted)},
                      {"amount", grant.amount},
                      {"because", std::move(reasons)}});
  }
  return grants;
}

}  // namespace regulars::wire
