#include "core/wire/ledger.h"

#include <optional>
#include <span>
#include <utility>

#include "core/loyalty/invariants.h"
#include "core/loyalty/term.h"
#include "core/wire/checked.h"
#include "core/wire/logic.h"
#include "core/wire/options.h"

using nlohmann::json;

namespace regulars::wire {
namespace {

constexpr std::int64_t kMostPer = 1'000'000'000;  // minor units of a rate
constexpr std::string_view kNeverWord = "never";

std::string at(const std::string& path, const char* list, std::size_t index) {
  return path + (path.empty() ? "" : ".") + list + '[' + std::to_string(index) + ']';
}

// "2026-01-31T23:59:59Z", and no other form.
std::optional<Instant> instant(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-ddTdd:dd:ddZ";
  if (text.size() != form.size()) return {};
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == 'd' ? !is_digit : text[i] != form[i]) return {};
  }
  const auto date = iso_date(text.substr(0, 10));
  const auto two = [&](std::size_t from) {
    return (text[from] - '0') * 10 + (text[from + 1] - '0');
  };
  if (!date || two(11) > 23 || two(14) > 59 || two(17) > 59) return {};
  return seconds_of({*date, two(11) * 3600 + two(14) * 60 + two(17)});
}

void read(CheckedObject& object, const char* field, std::optional<Instant>& value) {
  const json* found = object.find(field);
  if (!found) return;
  if (found->is_string() && *found == kNeverWord) {
    value = kNever;
    return;
  }
  const auto time =
      found->is_string() ? instant(found->get_ref<const std::string&>()) : std::optional<Instant>{};
  if (time)
    value = time;
  else
    object.fail(field);
}

// A time that must be there, and be one.
Instant needed_time(CheckedObject& object, const char* field) {
  std::optional<Instant> time;
  read(object, field, time);
  if (!time || *time == kNever) object.fail(field);
  return time.value_or(0);
}

void read(CheckedObject& object, const char* field, std::optional<std::int64_t>& value,
          std::int64_t most) {
  if (!object.find(field)) return;
  std::int64_t number = 0;
  object.read(field, number, 0, most);
  value = number;
}

void read(CheckedObject& object, const char* field, Duration& value) {
  std::string text;
  object.read(field, text);
  if (text.empty()) return;
  if (const auto duration = parse_duration(text))
    value = *duration;
  else
    object.fail(field);
}

// The place of a word among those that a field may be.
std::size_t read_word(CheckedObject& object, const char* field,
                      std::span<const std::string_view> words, std::size_t missing) {
  std::string text;
  object.read(field, text);
  if (text.empty()) return missing;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == text) return i;
  object.fail(field);
  return missing;
}

// What an event refers to is called by what it is.
const char* target_field(LedgerEventKind kind) {
  if (kind == LedgerEventKind::unspend) return "spend";
  return kind == LedgerEventKind::merge ? "into" : "order";
}

Result<LedgerPolicy> policy_of(const json& written, const std::string& path) {
  CheckedObject object(written, path);
  LedgerPolicy policy;
  policy.returns = static_cast<ReturnPolicy>(
      read_word(object, "policy", kReturnPolicyWords, static_cast<std::size_t>(policy.returns)));
  read(object, "pending", policy.pending);
  read(object, "expiry", policy.expiry);
  std::optional<Instant> since;
  read(object, "expiry_since", since);
  if (since) policy.expiry_since = *since;
  if (auto zone = zone_of(object.find("zone"), object)) policy.zone = *std::move(zone);
  const json* rates = object.find("rates");
  if (rates && !rates->is_array()) object.fail("rates");
  if (object.error()) return *object.error();
  if (!rates) return policy;
  policy.rates.clear();
  for (const json& one : *rates) {
    CheckedObject rate(one, at(path, "rates", policy.rates.size()));
    EarnRate read_rate;
    since.reset();
    read(rate, "since", since);
    if (since) read_rate.since = *since;
    rate.read("per", read_rate.per, 1, kMostPer);
    rate.read("points", read_rate.points, 0, kMostRate * read_rate.per);
    if (!policy.rates.empty() && read_rate.since <= policy.rates.back().since) rate.fail("since");
    if (rate.error()) return *rate.error();
    policy.rates.push_back(read_rate);
  }
  if (policy.rates.empty()) return Error{ErrorCode::invalid_option, path + ".rates"};
  return policy;
}

Result<LedgerEvent> event_of(const json& written, const std::string& path) {
  CheckedObject object(written, path);
  LedgerEvent event;
  event.at = needed_time(object, "t");
  if (!object.find("type")) object.fail("type");
  event.kind = static_cast<LedgerEventKind>(read_word(object, "type", kLedgerEventWords, 0));
  object.read("id", event.source);
  if (event.source.empty()) object.fail("id");
  object.read("line", event.line, 0, INT64_MAX);
  object.read("key", event.key);
  object.read("rule", event.rule);
  object.read("member", event.member);
  object.read(target_field(event.kind), event.target);
  read(object, "points", event.points, kMostPoints);
  read(object, event.kind == LedgerEventKind::earn ? "net" : "net_after", event.net, kMostNet);
  read(object, "activates", event.activates);
  read(object, "expires", event.expires);
  switch (event.kind) {
    case LedgerEventKind::earn:
      if (!event.points && !event.net) object.fail("points");
      break;
    case LedgerEventKind::spend:
      if (!event.points) object.fail("points");
      break;
    case LedgerEventKind::refund:
      if (!event.net) object.fail("net_after");
      [[fallthrough]];
    default:
      if (event.target.empty()) object.fail(target_field(event.kind));
  }
  if (object.error()) return *object.error();
  return event;
}

Result<LedgerCase> case_of(const json& written, const std::string& path) {
  CheckedObject object(written, path);
  if (!written.is_object()) return Error{ErrorCode::invalid_option, path};
  LedgerCase found;
  object.read("name", found.name);
  found.as_of = needed_time(object, "as_of");
  const json* events = object.find("events");
  if (!events || !events->is_array()) object.fail("events");
  const json* expect = object.find("expect");
  found.expect = expect ? *expect : json::object();
  if (!found.expect.is_object()) object.fail("expect");
  if (object.error()) return *object.error();
  if (const json* written_policy = object.find("policy")) {
    auto policy = policy_of(*written_policy, path + ".policy");
    if (!policy) return policy.error();
    found.policy = *std::move(policy);
  }
  for (const json& one : *events) {
    auto event = event_of(one, at(path, "events", found.events.size()));
    if (!event) return event.error();
    found.events.push_back(*std::move(event));
  }
  return found;
}

std::string said(const Note& note) {
  if (note.code == NoteCode::conflict) return note.source;
  std::string text =
      note.source + ':' + std::string(kNoteWords[static_cast<std::size_t>(note.code)]);
  if (note.points > 0) text += ':' + std::to_string(note.points);
  return text;
}

// Every figure that a case can expect.
json figures_of(const Ledger& ledger) {
  const Balances all = balances_at(ledger, ledger.as_of);
  json figures = json::object();
  const auto set = [&](const char* field, std::int64_t points) { figures[field] = points; };
  set("pending", all.pending);
  set("active", all.active);
  set("debt", all.debt);
  set("issued", all.issued);
  set("redeemed", all.redeemed);
  set("expired", all.expired);
  set("revoked", all.revoked);
  json& lots = figures["lots"] = json::array();
  for (std::size_t i = 0; i < ledger.lots.size(); ++i) {
    if (ledger.lots[i].remaining == 0) continue;
    json& pair = lots.emplace_back(json::array());
    pair.push_back(static_cast<std::int64_t>(i));
    pair.push_back(ledger.lots[i].remaining);
  }
  json& notes = figures["notes"] = json::array();
  for (const Note& note : ledger.notes) notes.push_back(said(note));
  return figures;
}

}  // namespace

Result<std::vector<LedgerCase>> read_ledger_cases(std::string_view text) {
  const auto value = parse_value(text);
  if (!value) return value.error();
  const json written = to_json(*value);
  if (!written.is_array()) return Error{ErrorCode::invalid_option, "not a list of cases"};
  std::vector<LedgerCase> cases;
  for (const json& one : written) {
    auto found = case_of(one, at("", "", cases.size()));
    if (!found) return found.error();
    cases.push_back(*std::move(found));
  }
  return cases;
}

Result<LedgerReport> run_ledger_cases(std::string_view text) {
  const auto cases = read_ledger_cases(text);
  if (!cases) return cases.error();
  LedgerReport report;
  for (const LedgerCase& one : *cases) {
    LedgerFailure failure{
        .index = report.passed + report.failed, .name = one.name, .differences = {}};
    const Ledger ledger = derive_ledger(one.events, one.policy, one.as_of);
    if (const auto breach = find_breach(ledger))
      failure.differences.push_back(
          {"invariant", nullptr, kInvariantWords[static_cast<std::size_t>(breach->invariant)]});
    const json figures = figures_of(ledger);
    for (const auto& [field, wanted] : one.expect.items()) {
      const auto found = figures.find(field);
      if (found == figures.end())
        return Error{ErrorCode::invalid_option,
                     at("", "", static_cast<std::size_t>(failure.index)) + ".expect." + field};
      if (found->dump() != wanted.dump()) failure.differences.push_back({field, wanted, *found});
    }
    if (failure.differences.empty()) {
      ++report.passed;
      continue;
    }
    ++report.failed;
    report.failures.push_back(std::move(failure));
  }
  return report;
}

json to_json(const LedgerReport& report) {
  json failures = json::array();
  for (const LedgerFailure& failure : report.failures) {
    json differences = json::array();
    for (const LedgerDifference& one : failure.differences)
      differences.push_back({{"field", one.field}, {"wanted", one.wanted}, {"found", one.found}});
    failures.push_back({{"index", failure.index},
                        {"name", failure.name},
                        {"differences", std::move(differences)}});
  }
  return {{"passed", report.passed}, {"failed", report.failed}, {"failures", std::move(failures)}};
}

}  // namespace regulars::wire
