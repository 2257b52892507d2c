#include "core/wire/options.h"

#include "core/wire/checked.h"
#include "core/wire/program.h"

using nlohmann::json;

namespace regulars::wire {
namespace {

ColumnMap column_map(const json* columns, CheckedObject& outer) {
  ColumnMap map;
  if (!columns) return map;
  if (!columns->is_object()) {
    outer.fail("columns");
    return map;
  }
  for (const auto& [word, column] : columns->items()) {
    const std::size_t role = role_of(word);
    const bool is_name = column.is_string();
    if (role == kRoles || (!is_name && !column.is_number_unsigned())) {
      outer.fail("columns." + word);
      continue;
    }
    map[static_cast<Role>(role)] =
        is_name ? column.get<std::string>() : std::to_string(column.get<std::uint64_t>());
  }
  return map;
}

std::optional<Zone> zone_of(const json* json_zone, CheckedObject& outer) {
  if (!json_zone) return {};
  CheckedObject object(*json_zone, "zone");
  Zone zone;
  object.read("name", zone.name);
  const json* transitions = object.find("transitions");
  if (object.error() || !transitions || !transitions->is_array()) {
    outer.fail("zone");
    return {};
  }
  for (const json& entry : *transitions) {
    CheckedObject one(entry, "zone.transitions");
    std::int64_t utc = 0;
    std::int64_t offset = 0;
    one.read("utc", utc, INT64_MIN / 2, INT64_MAX / 2);
    one.read("offset", offset, -86400, 86400);
    if (one.error() || (!zone.transitions.empty() && utc <= zone.transitions.back().utc)) {
      outer.fail("zone.transitions");
      return {};
    }
    zone.transitions.push_back({utc, static_cast<std::int32_t>(offset)});
  }
  return zone;
}

// A word of a field that has a fixed set of them, or the place of none.
template <std::size_t N>
std::size_t word_in(const CheckedObject& object, const char* field,
                    const std::array<std::string_view, N>& words) {
  const json* found = object.find(field);
  if (!found || !found->is_string()) return N;
  const auto& word = found->get_ref<const std::string&>();
  for (std::size_t i = 0; i < N; ++i)
    if (words[i] == word) return i;
  return N;
}

}  // namespace

Result<SniffOptions> sniff_options(const json& document) {
  CheckedObject object(document, "");
  SniffOptions options;
  object.read("name", options.name);
  object.read("whole", options.whole);
  options.columns = column_map(object.find("columns"), object);
  if (object.error()) return *object.error();
  return options;
}

Result<FileOptions> file_options(const json& document) {
  CheckedObject object(document, "");
  FileOptions options;
  object.read("encoding", options.encoding);
  std::string currency;
  object.read("currency", currency);
  if (!currency.empty()) {
    const auto code = parse_currency(currency);
    if (!code)
      object.fail("currency");
    else
      options.currency = *code;
  }
  options.zone = zone_of(object.find("zone"), object);
  if (object.error()) return *object.error();
  return options;
}

Result<AnalyzeOptions> analyze_options(const json& document) {
  CheckedObject object(document, "");
  AnalyzeOptions options;
  object.read("as_of", options.as_of);
  if (object.error()) return *object.error();
  if (const json* program = object.find("program")) {
    Result<Program> compiled = program_of(*program);
    if (!compiled) return compiled.error();
    options.program = std::move(*compiled);
  }
  return options;
}

Result<CustomerQuery> customer_query(const json& document) {
  CheckedObject object(document, "");
  CustomerQuery query;
  object.read("offset", query.offset, 0, INT64_MAX);
  object.read("limit", query.limit, 0, 1000);
  object.read("search", query.search);
  object.read("descending", query.descending);
  if (object.find("sort")) {
    std::string word;
    object.read("sort", word);
    if (const auto column = customer_column(word))
      query.sort = *column;
    else
      object.fail("sort");
    if (!object.find("descending")) query.descending = false;
  }
  if (object.find("segment")) {
    const std::size_t segment = word_in(object, "segment", kSegmentWords);
    if (segment < kSegmentWords.size())
      query.segment = static_cast<Segment>(segment);
    else
      object.fail("segment");
  }
  const auto score = [&](const char* field, auto& into, std::int64_t most) {
    if (!object.find(field)) return;
    std::int64_t value = 0;
    object.read(field, value, 1, most);
    into = static_cast<std::int32_t>(value);
  };
  score("cluster", query.cluster, 1000);
  score("r", query.r, 5);
  score("f", query.f, 5);
  if (object.error()) return *object.error();
  return query;
}

Result<CustomerId> customer_id(const json& document) {
  CheckedObject object(document, "");
  std::int64_t id = -1;
  object.read("id", id, 0, INT32_MAX);
  if (id < 0) object.fail("id");
  if (object.error()) return *object.error();
  return CustomerId{static_cast<std::int32_t>(id)};
}

Result<CsvQuery> csv_query(const json& document) {
  CheckedObject object(document, "");
  CsvQuery query;
  constexpr std::array<std::string_view, 4> kinds{"customers", "lines", "rejects", "rewards"};
  const std::size_t kind = word_in(object, "kind", kinds);
  if (kind < kinds.size())
    query.kind = static_cast<CsvKind>(kind);
  else
    object.fail("kind");
  object.read("from", query.from, 0, INT64_MAX);
  if (object.error()) return *object.error();
  return query;
}

Result<LogicProfile> logic_profile(const json& document) {
  CheckedObject object(document, "");
  const std::size_t profile =
      object.find("profile")
          ? word_in(object, "profile", std::array<std::string_view, 2>{"strict", "compat"})
          : 0;
  if (profile > 1) object.fail("profile");
  if (object.error()) return *object.error();
  return profile == 1 ? LogicProfile::compat : LogicProfile::strict;
}

}  // namespace regulars::wire
