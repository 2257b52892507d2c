#include "core/wire/handout.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/wire/checked.h"

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

std::vector<HandedOut> earlier_of(CheckedObject& outer) {
  std::vector<HandedOut> earlier;
  const json* list = outer.find("earlier");
  if (!list) return earlier;
  if (!list->is_array()) {
    outer.fail("earlier");
    return earlier;
  }
  for (const json& entry : *list) {
    CheckedObject one(entry, "earlier");
    HandedOut handed;
    std::optional<Date> on;
    one.read("customer", handed.customer);
    one.read("on", on);
    one.read("code", handed.code);
    if (one.error() || !on || handed.customer.empty()) {
      outer.fail("earlier");
      return earlier;
    }
    handed.on = *on;
    earlier.push_back(std::move(handed));
  }
  return earlier;
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
  query.earlier = earlier_of(object);
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

}  // namespace regulars::wire
