#include "core/wire/options.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/wire/checked.h"
#include "core/wire/program.h"

using nlohmann::json;

namespace regulars::wire {
namespace {

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

ColumnMap column_map(const json* columns, CheckedObject& outer) {
  ColumnMap map;
  if (!columns) return map;
  if (!columns->is_object()) {
    outer.fail("columns");
    return map;
  }
  for (const auto& [word, column] : columns->items()) {
    const std::size_t role = role_of(word);
    const bool is_known = column.is_string() || column.is_number_unsigned() || column.is_null();
    if (role == kRoles || !is_known) {
      outer.fail("columns." + word);
      continue;
    }
    auto& choice = map[static_cast<Role>(role)];
    if (column.is_string()) choice = column.get<std::string>();
    const std::uint64_t position = column.is_number_unsigned() ? column.get<std::uint64_t>() : 0;
    if (position > 0) choice = std::to_string(position);
  }
  return map;
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

// The place of a field's word among those it may be; `otherwise` where the field is missing.
template <std::size_t N>
std::size_t choice_of(CheckedObject& object, const char* field,
                      const std::array<std::string_view, N>& words, std::size_t otherwise) {
  if (!object.find(field)) return otherwise;
  const std::size_t word = word_in(object, field, words);
  if (word < N) return word;
  object.fail(field);
  return otherwise;
}

CohortOptions cohorts_of(CheckedObject& object) {
  constexpr std::array<std::string_view, 3> periods{"week", "month", "quarter"};
  return {static_cast<PeriodLength>(choice_of(object, "cohort_period", periods, 1)),
          static_cast<CohortBy>(choice_of(object, "cohort_by", kCohortWords, 0))};
}

// Four cuts that do not descend; `scale` of the figures make one of the file's.
std::optional<Cuts> cuts_of(const json* list, double scale) {
  Cuts cuts{};
  if (list == nullptr || !list->is_array() || list->size() != cuts.size()) return {};
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    if (!(*list)[i].is_number()) return {};
    cuts[i] = (*list)[i].get<double>() / scale;
    if (!std::isfinite(cuts[i]) || (i > 0 && cuts[i] < cuts[i - 1])) return {};
  }
  return cuts;
}

// A score, or a pair of them: 5 or [4, 5]. Missing: any.
std::optional<ScoreBand> band_of(const json* band) {
  if (band == nullptr) return ScoreBand{};
  const auto score = [](const json& value) {
    const bool fits = value.is_number_integer() && value >= 1 && value <= 5;
    return fits ? value.get<std::int8_t>() : std::int8_t{0};
  };
  const bool pair = band->is_array() && band->size() == 2;
  const ScoreBand result{score(pair ? (*band)[0] : *band), score(pair ? (*band)[1] : *band)};
  if (result.from == 0 || result.to < result.from) return {};
  return result;
}

void read_rules(const json& list, CheckedObject& object, RfmOptions& options) {
  if (!list.is_array() || list.empty() || list.size() > kMostRules) return object.fail("rules");
  for (const json& entry : list) {
    CheckedObject one(entry, "rules");
    SegmentRule rule;
    one.read("name", rule.name);
    const auto r = band_of(one.find("r"));
    const auto f = band_of(one.find("f"));
    const auto m = band_of(one.find("m"));
    constexpr std::size_t longest = 100;
    const bool named = !rule.name.empty() && rule.name.size() <= longest;
    if (one.error() || !named || !r || !f || !m) return object.fail("rules");
    options.rules.push_back({std::move(rule.name), *r, *f, *m});
  }
}

}  // namespace

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

Result<RfmOptions> rfm_options(const json& document, int digits) {
  CheckedObject object(document, "rfm");
  RfmOptions options;
  options.scheme = static_cast<Scheme>(choice_of(object, "scheme", kSchemeWords, 0));
  if (const json* rules = object.find("rules")) read_rules(*rules, object, options);
  if ((options.scheme == Scheme::own) != !options.rules.empty()) object.fail("rules");
  if (const json* given = object.find("thresholds")) {
    CheckedObject cuts(*given, "rfm.thresholds");
    const auto r = cuts_of(cuts.find("r"), 1);
    const auto f = cuts_of(cuts.find("f"), 1);
    const auto m = cuts_of(cuts.find("m"), minor_units(1, digits));
    if (r && f && m)
      options.thresholds = RfmThresholds{*r, *f, *m};
    else
      object.fail("thresholds");
  }
  if (object.error()) return *object.error();
  return options;
}

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

Result<AnalyzeOptions> analyze_options(const json& document, int digits) {
  CheckedObject object(document, "");
  AnalyzeOptions options;
  object.read("as_of", options.as_of);
  options.cleaning = cleaning_of(object.find("cleaning"), object);
  options.cohorts = cohorts_of(object);
  if (object.error()) return *object.error();
  if (const json* rfm = object.find("rfm")) {
    Result<RfmOptions> read = rfm_options(*rfm, digits);
    if (!read) return read.error();
    options.rfm = std::move(*read);
  }
  if (const json* program = object.find("program")) {
    Result<Program> compiled = program_of(*program);
    if (!compiled) return compiled.error();
    options.program = std::move(*compiled);
  }
  return options;
}

Result<ProgramQuery> program_query(const json& document) {
  CheckedObject object(document, "");
  ProgramQuery query{.program = default_program()};
  object.read("limit", query.limit, 0, 1000);
  if (object.error()) return *object.error();
  if (const json* program = object.find("program")) {
    Result<Program> compiled = program_of(*program);
    if (!compiled) return compiled.error();
    query.program = std::move(*compiled);
  }
  return query;
}

Result<CustomerQuery> customer_query(const json& document) {
  CheckedObject object(document, "");
  CustomerQuery query;
  object.read("offset", query.offset, 0, INT64_MAX);
  object.read("limit", query.limit, 0, 1000);
  object.read("first_from", query.first_from);
  object.read("first_to", query.first_to);
  Deeds& deeds = query.deeds;
  object.read("ordered_from", deeds.ordered_from);
  object.read("ordered_to", deeds.ordered_to);
  object.read("again_from", deeds.again_from);
  object.read("again_to", deeds.again_to);
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
  if (object.find("segment")) object.read("segment", query.segment.emplace());
  if (const json* signs = object.find("signs")) {
    auto& texts = query.signs.emplace();
    if (!signs->is_array()) object.fail("signs");
    for (const json& sign : *signs) {
      if (sign.is_string())
        texts.push_back(sign.get<std::string>());
      else
        object.fail("signs");
    }
  }
  if (object.find("state")) {
    const std::size_t state = word_in(object, "state", kRhythmWords);
    if (state < kRhythmStates)
      query.state = static_cast<RhythmState>(state);
    else
      object.fail("state");
  }
  if (object.find("card")) {
    const std::size_t card = word_in(object, "card", kCardWords);
    if (card < kCardKinds)
      query.card = static_cast<CardKind>(card);
    else
      object.fail("card");
  }
  const auto number = [&](const char* field, auto& into, std::int64_t least, std::int64_t most) {
    if (!object.find(field)) return;
    std::int64_t value = least;
    object.read(field, value, least, most);
    into = static_cast<std::int32_t>(value);
  };
  if (object.find("move")) {
    const std::size_t move = word_in(object, "move", kMoveWords);
    if (move < kMoveWords.size())
      deeds.move = static_cast<Move>(move);
    else
      object.fail("move");
  }
  number("move_period", deeds.move_period, 0, INT32_MAX);
  number("cohort", deeds.cohort, 0, INT32_MAX);
  number("cohort_age", deeds.cohort_age, 0, INT32_MAX);
  number("second_from", deeds.second_from, 0, INT32_MAX);
  number("second_to", deeds.second_to, 0, INT32_MAX);
  number("rank_from", deeds.rank_from, 1, INT32_MAX);
  number("rank_to", deeds.rank_to, 1, INT32_MAX);
  number("weekday", deeds.weekday, 1, 7);
  number("month", deeds.month, 1, 12);
  number("hour", deeds.hour, 0, 23);
  number("cluster", query.cluster, 1, 1000);
  number("r", query.r, 1, 5);
  number("f", query.f, 1, 5);
  number("frequency_from", query.frequency_from, 0, INT32_MAX);
  number("frequency_to", query.frequency_to, 0, INT32_MAX);
  number("days_since_last_from", query.days_since_last_from, 0, INT32_MAX);
  number("days_since_last_to", query.days_since_last_to, 0, INT32_MAX);
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

Result<TwoShares> two_shares(const json& document) {
  CheckedObject object(document, "");
  TwoShares shares;
  object.read("of", shares.of, 0, INT64_MAX);
  object.read("hits", shares.hits, 0, shares.of);
  object.read("other_of", shares.other_of, 0, INT64_MAX);
  object.read("other_hits", shares.other_hits, 0, shares.other_of);
  if (object.error()) return *object.error();
  return shares;
}

namespace {

// A query of customers in a field of its own.
Result<CustomerQuery> query_at(CheckedObject& object, const char* field) {
  const json* customers = object.find(field);
  Result<CustomerQuery> query = customer_query(customers ? *customers : json(nullptr));
  if (query) return query;
  Error error = query.error();
  error.detail = std::string(field) + "." + error.detail;
  return error;
}

}  // namespace

Result<TwoGroups> two_groups(const json& document) {
  CheckedObject object(document, "");
  if (object.error()) return *object.error();
  TwoGroups groups;
  Result<CustomerQuery> first = query_at(object, "first");
  if (!first) return first.error();
  groups.first = std::move(*first);
  const json* other = object.find("second");
  if (!other || other->is_null()) return groups;
  Result<CustomerQuery> second = query_at(object, "second");
  if (!second) return second.error();
  groups.second = std::move(*second);
  return groups;
}

Result<AudienceCsvQuery> audience_query(const json& document) {
  CheckedObject object(document, "");
  AudienceCsvQuery query;
  AudienceQuery& audience = query.audience;
  const auto choose = [&](const char* field, const auto& words, auto& into) {
    if (!object.find(field)) return;
    const std::size_t word = word_in(object, field, words);
    if (word < words.size())
      into = static_cast<std::decay_t<decltype(into)>>(word);
    else
      object.fail(field);
  };
  choose("target", kAudienceTargetWords, audience.target);
  choose("unknown_consent", kUnknownConsentWords, audience.unknown_consent);
  choose("decimal", kDecimalSignWords, audience.decimal);
  if (object.find("tag")) object.read("tag", audience.tag.emplace());
  object.read("from", query.from, 0, INT64_MAX);
  if (object.error()) return *object.error();
  Result<CustomerQuery> selected = query_at(object, "customers");
  if (!selected) return selected.error();
  audience.customers = std::move(*selected);
  return query;
}

Result<CsvQuery> csv_query(const json& document) {
  CheckedObject object(document, "");
  CsvQuery query;
  constexpr std::array<std::string_view, 6> kinds{"customers", "lines",  "rejects",
                                                  "rewards",   "ledger", "nearly"};
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

Result<std::vector<KnownRow>> known_rows(const json& document) {
  CheckedObject object(document, "");
  std::vector<KnownRow> rows;
  const json* list = object.find("rows");
  if (!list || !list->is_array()) {
    object.fail("rows");
    return *object.error();
  }
  for (const json& entry : *list) {
    CheckedObject one(entry, "rows");
    KnownRow row;
    std::int64_t place = 0;
    one.read("file", row.file);
    one.read("place", place, 0, INT32_MAX);
    one.read("offset", row.offset, 0, INT64_MAX);
    one.read("text", row.text);
    if (one.error()) return *one.error();
    row.place = static_cast<std::int32_t>(place);
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<Window> window_of(const json& document) {
  CheckedObject object(document, "");
  Window query;
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
