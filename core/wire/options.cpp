#include "core/wire/options.h"

#include <algorithm>
#include <array>

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

std::map<std::string, Zone> zones_of(const json* zones, CheckedObject& outer) {
  std::map<std::string, Zone> result;
  if (!zones) return result;
  if (!zones->is_array()) {
    outer.fail("zones");
    return result;
  }
  for (const json& one : *zones)
    if (auto zone = zone_of(&one, outer)) result[zone->name] = std::move(*zone);
  return result;
}

// Units of the shop's currency for one of another.
std::map<std::string, double> rates_of(const json* rates, CheckedObject& outer) {
  std::map<std::string, double> result;
  if (!rates) return result;
  if (!rates->is_object()) {
    outer.fail("rates");
    return result;
  }
  for (const auto& [word, rate] : rates->items()) {
    const auto code = parse_currency(word);
    const double value = rate.is_number() ? rate.get<double>() : 0;
    if (!code || !(value > 0) || value > 1e12)
      outer.fail("rates." + word);
    else
      result[*code] = value;
  }
  return result;
}

// The meanings a user may give to a status word.
std::map<std::string, StatusWord> statuses_of(const json* statuses, CheckedObject& outer) {
  constexpr std::array<std::string_view, 5> meanings{"unknown", "counted", "cancelled", "refunded",
                                                     "unpaid"};
  std::map<std::string, StatusWord> result;
  if (!statuses) return result;
  if (!statuses->is_object()) {
    outer.fail("statuses");
    return result;
  }
  for (const auto& [word, meaning] : statuses->items()) {
    const auto found = meaning.is_string() ? std::find(meanings.begin(), meanings.end(),
                                                       meaning.get_ref<const std::string&>())
                                           : meanings.end();
    if (found == meanings.end() || found == meanings.begin())
      outer.fail("statuses." + word);
    else
      result[word] = static_cast<StatusWord>(found - meanings.begin());
  }
  return result;
}

CleaningOptions cleaning_of(const json* cleaning, CheckedObject& outer) {
  CleaningOptions options;
  if (!cleaning) return options;
  if (!cleaning->is_object()) {
    outer.fail("cleaning");
    return options;
  }
  CheckedObject object(*cleaning, "cleaning");
  object.read("today", options.today);
  for (std::size_t i = 0; i < kRules; ++i) {
    const std::string word(rule_word(static_cast<CleaningRule>(i)));
    object.read(word.c_str(), options.on[i]);
  }
  if (const json* apart = object.find("apart")) {
    const bool all_texts =
        apart->is_array() &&
        std::all_of(apart->begin(), apart->end(), [](const json& one) { return one.is_string(); });
    if (!all_texts)
      object.fail("apart");
    else
      for (const json& one : *apart) options.apart.push_back(one.get<std::string>());
  }
  if (object.error()) outer.fail(object.error()->detail);
  return options;
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
  options.zones = zones_of(object.find("zones"), object);
  options.rates = rates_of(object.find("rates"), object);
  options.statuses = statuses_of(object.find("statuses"), object);
  if (object.find("day_order")) {
    const std::size_t order =
        word_in(object, "day_order", std::array<std::string_view, 2>{"day_first", "month_first"});
    if (order > 1)
      object.fail("day_order");
    else
      options.day_order = order == 0 ? DayOrder::day_first : DayOrder::month_first;
  }
  if (object.error()) return *object.error();
  return options;
}

Result<AnalyzeOptions> analyze_options(const json& document) {
  CheckedObject object(document, "");
  AnalyzeOptions options;
  object.read("as_of", options.as_of);
  options.cleaning = cleaning_of(object.find("cleaning"), object);
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

Result<std::vector<Mend>> mends(const json& document) {
  CheckedObject object(document, "");
  std::vector<Mend> result;
  const json* list = object.find("mends");
  if (!list || !list->is_array()) {
    object.fail("mends");
    return *object.error();
  }
  for (const json& entry : *list) {
    CheckedObject one(entry, "mends");
    Mend mend;
    std::int64_t reject = -1;
    one.read("reject", reject, 0, INT64_MAX);
    one.read("text", mend.text);
    constexpr std::array<std::string_view, 2> words{"fixed", "kept"};
    const std::size_t word = word_in(one, "mending", words);
    if (one.error() || reject < 0 || word == words.size()) {
      object.fail("mends");
      return *object.error();
    }
    mend.reject = static_cast<std::size_t>(reject);
    mend.mending = word == 0 ? Mending::fixed : Mending::kept;
    result.push_back(std::move(mend));
  }
  return result;
}

Result<RejectsQuery> rejects_query(const json& document) {
  CheckedObject object(document, "");
  RejectsQuery query;
  object.read("from", query.from, 0, INT64_MAX);
  object.read("limit", query.limit, 0, 1000);
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
