#include "core/wire/handout.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/wire/checked.h"
#include "core/wire/conduct.h"

namespace regulars::wire {
namespace {

using nlohmann::json;

constexpr std::int64_t kLongestPage = 100'000;
constexpr std::int64_t kLongestRest = 36'525;  // days: a hundred years, as durations
// Larger whole numbers are not exact in JavaScript.
constexpr std::int64_t kLargestExact = (std::int64_t{1} << 53) - 1;

template <std::size_t N, class Word>
void choose(CheckedObject& object, const char* field, const std::array<std::string_view, N>& words,
            Word& into) {
  const json* found = object.find(field);
  if (!found) return;
  for (std::size_t i = 0; found->is_string() && i < N; ++i)
    if (found->get_ref<const std::string&>() == words[i]) {
      into = static_cast<Word>(i);
      return;
    }
  object.fail(field);
}

// Customers of hand-outs; all have the day `on` where it is given.
std::vector<HandedOut> handed_out_of(CheckedObject& outer, const char* field,
                                     std::optional<Date> on) {
  std::vector<HandedOut> all;
  const json* list = outer.find(field);
  if (!list) return all;
  if (!list->is_array()) {
    outer.fail(field);
    return all;
  }
  for (const json& entry : *list) {
    CheckedObject one(entry, field);
    HandedOut handed;
    std::optional<Date> own = on;
    one.read("customer", handed.customer);
    one.read("on", own);
    one.read("code", handed.code);
    if (one.error() || !own || handed.customer.empty()) {
      outer.fail(field);
      return all;
    }
    handed.on = *own;
    all.push_back(std::move(handed));
  }
  return all;
}

json ordered_json(const OrderedAgain& group) {
  const auto interval = wilson(group.ordered, group.customers);
  return {{"customers", group.customers},
          {"ordered", group.ordered},
          {"low", interval ? json(interval->low) : json()},
          {"high", interval ? json(interval->high) : json()}};
}

json row_json(const Handout& handout, const Handout::Row& row) {
  return {{"customer", handout.signs[static_cast<std::size_t>(row.place)]},
          {"code", row.code.empty() ? json() : json(row.code)},
          {"rule", row.rule},
          {"amount", row.amount}};
}

}  // namespace

Result<HandoutQuestion> handout_question(const json& document) {
  CheckedObject object(document, "");
  HandoutQuestion question;
  HandoutQuery& query = question.query;
  choose(object, "target", kAudienceTargetWords, query.target);
  choose(object, "unknown_consent", kUnknownConsentWords, query.unknown_consent);
  choose(object, "decimal", kDecimalSignWords, query.decimal);
  choose(object, "file", kHandoutFileWords, question.file);
  object.read("offer", query.offer);
  object.read("issued", query.issued);
  std::string life;
  object.read("life", life);
  if (!life.empty()) {
    const auto duration = parse_duration(life);
    if (duration)
      query.life = *duration;
    else
      object.fail("life");
  }
  std::int64_t seed = 0;
  std::int64_t first = 0;
  object.read("seed", seed, 0, kLargestExact);
  object.read("first", first, 0, kLargestExact);
  query.codes.seed = static_cast<std::uint64_t>(seed);
  query.codes.first = static_cast<std::uint64_t>(first);
  object.read("rest_days", query.rest_days, 0, kLongestRest);
  object.read("from", question.from, 0, kLargestExact);
  object.read("limit", question.limit, 0, kLongestPage);
  query.earlier = handed_out_of(object, "earlier", {});
  if (object.error()) return *object.error();
  return question;
}

json to_json(const Analysis& analysis, const Handout& handout, const HandoutQuestion& question) {
  json left_out = json::object();
  for (std::size_t i = 0; i < kLeftOuts; ++i)
    if (handout.left_out[i] > 0) left_out[std::string(kLeftOutWords[i])] = handout.left_out[i];
  const std::size_t given = handout.given.size();
  const std::size_t all = given + handout.held_out.size();
  const std::size_t from = std::min(static_cast<std::size_t>(question.from), all);
  const std::size_t to = std::min(from + static_cast<std::size_t>(question.limit), all);
  json rows = json::array();
  for (std::size_t i = from; i < to; ++i)
    rows.push_back(row_json(handout, i < given ? handout.given[i] : handout.held_out[i - given]));
  return {{"program", analysis.program.name},
          {"version", analysis.program.version},
          {"unit", to_text(analysis.program.unit)},
          {"rewarded", handout.rewarded},
          {"given", given},
          {"held_out", handout.held_out.size()},
          {"too_soon", handout.too_soon},
          {"left_out", std::move(left_out)},
          {"unknown_consent", handout.unknown_consent},
          {"amount", handout.amount},
          {"issued", to_text(handout.issued)},
          {"last_day", handout.last_day ? json(to_text(*handout.last_day)) : json()},
          {"next", handout.next_code},
          {"rows", std::move(rows)}};
}

Result<OutcomeQuestion> outcome_question(const json& document) {
  CheckedObject object(document, "");
  OutcomeQuestion question;
  std::optional<Date> on;
  object.read("on", on);
  if (!on) object.fail("on");
  object.read("days", question.days, 1, kLongestRest);
  if (object.error()) return *object.error();
  question.on = *on;
  question.customers = handed_out_of(object, "customers", on);
  if (object.error()) return *object.error();
  return question;
}

json to_json(const HandoutOutcome& outcome) {
  return {
      {"given", ordered_json(outcome.given)},
      {"held_out", ordered_json(outcome.held_out)},
      {"unknown", outcome.unknown},
      {"reason",
       outcome.reason ? json(kNoEffectWords[static_cast<std::size_t>(*outcome.reason)]) : json()},
      {"difference", difference_json(outcome.difference)}};
}

}  // namespace regulars::wire
