#include "core/loyalty/program.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>
#include <utility>

#include "core/loyalty/rounding.h"
#include "core/loyalty/syntax.h"

namespace regulars {

namespace {

constexpr std::array<std::string_view, 2> kUnitWords{"money", "points"};
constexpr std::array<std::string_view, 3> kModeWords{"first", "sum", "highest"};

Error refusal(const std::string& path, const std::string& what) {
  return {.code = ErrorCode::invalid_program,
          .detail = (path.empty() ? "program" : path) + ": " + what};
}

std::string_view with_article(Value::Kind kind) {
  switch (kind) {
    case Value::Kind::boolean:
      return "true or false";
    case Value::Kind::number:
      return "a number";
    case Value::Kind::text:
      return "a text";
    case Value::Kind::list:
      return "a list";
    case Value::Kind::object:
      return "an object";
    case Value::Kind::null:
      break;
  }
  return "null";
}

std::string must_be(Value::Kind wanted, const Value& found) {
  return "must be " + std::string(with_article(wanted)) + ", is " +
         std::string(with_article(found.kind()));
}

// A field of an object; null counts as missing.
const Value* field_of(const Value& object, std::string_view field) {
  const Value* found = object.find(field);
  return found == nullptr || found->is(Value::Kind::null) ? nullptr : found;
}

// Reads a program's document. The first thing wrong is kept, and what is read after it means
// nothing.
class Reader {
 public:
  Result<Program> program(const Value& document) {
    Program program;
    if (!document.is(Value::Kind::object))
      return refusal("", must_be(Value::Kind::object, document));
    program.name = text(document, "name", "name", "");
    program.version = version(document);
    program.unit = static_cast<RewardUnit>(word(document, "unit", kUnitWords));
    program.mode = static_cast<RewardMode>(word(document, "mode", kModeWords));
    read_rules(document, program);
    if (trouble_) return *trouble_;
    return program;
  }

 private:
  void read_rules(const Value& document, Program& program) {
    const Value* rules = field_of(document, "rules");
    if (rules == nullptr) return refuse("rules", "is missing");
    if (!rules->is(Value::Kind::list)) return refuse("rules", must_be(Value::Kind::list, *rules));
    const std::size_t count = rules->list().size();
    if (count == 0) return refuse("rules", "has no rule");
    if (count > kMaxProgramRules)
      return refuse("rules", "has more than " + std::to_string(kMaxProgramRules));
    for (std::size_t i = 0; i < count && !trouble_; ++i) read_rule(rules->list()[i], i, program);
  }

  void read_rule(const Value& written, std::size_t place, Program& program) {
    const std::string path = "rules[" + std::to_string(place) + "]";
    if (!written.is(Value::Kind::object))
      return refuse(path, must_be(Value::Kind::object, written));
    std::string id = text(written, "id", path + ".id", "rule_" + std::to_string(place + 1));
    const auto same_id = [&id](const RewardRule& rule) { return rule.id == id; };
    if (std::any_of(program.rules.begin(), program.rules.end(), same_id))
      return refuse(path + ".id", quoted(id) + " is the id of an earlier rule");
    const auto when = rule(written, "when", path, RuleKind::condition);
    const auto amount = rule(written, "amount", path, RuleKind::amount);
    if (trouble_) return;
    const Value& amount_written = *written.find("amount");
    if (amount_written.is(Value::Kind::number) &&
        !(amount_written.number() >= 0 && amount_written.number() <= kLargestAmount))
      return refuse(path + ".amount", "must be from 0 to " + to_text(kLargestAmount));
    program.rules.push_back({std::move(id), *when, *amount, *written.find("when"), amount_written});
  }

  std::optional<Rule> rule(const Value& written, std::string_view field, const std::string& path,
                           RuleKind kind) {
    const std::string place = path + "." + std::string(field);
    const Value* document = field_of(written, field);
    if (document == nullptr) {
      refuse(place, "is missing");
      return {};
    }
    auto compiled =
        compile_rule(*document, {.kind = kind, .catalogue = kFactCatalogue, .path = place});
    if (compiled) return *compiled;
    if (!trouble_) trouble_ = compiled.error();
    return {};
  }

  std::string text(const Value& object, std::string_view field, const std::string& path,
                   std::string otherwise) {
    const Value* found = field_of(object, field);
    if (found == nullptr) return otherwise;
    if (found->is(Value::Kind::text)) return found->text();
    refuse(path, must_be(Value::Kind::text, *found));
    return {};
  }

  std::int32_t version(const Value& document) {
    const Value* found = field_of(document, "version");
    if (found == nullptr) return 1;
    const bool whole = found->is(Value::Kind::number) &&
                       std::trunc(found->number()) == found->number() && found->number() >= 0 &&
                       found->number() <= 1e9;
    if (whole) return static_cast<std::int32_t>(found->number());
    refuse("version", "must be a whole number from 0");
    return 1;
  }

  // The place of a word among those a field knows; the first one where the field is missing.
  std::size_t word(const Value& document, const std::string& field,
                   std::span<const std::string_view> words) {
    const Value* found = field_of(document, field);
    if (found == nullptr) return 0;
    if (!found->is(Value::Kind::text)) {
      refuse(field, must_be(Value::Kind::text, *found));
      return 0;
    }
    const auto place = std::find(words.begin(), words.end(), found->text());
    if (place != words.end()) return static_cast<std::size_t>(place - words.begin());
    refuse(field, quoted(found->text()) + " is unknown, nearest is " +
                      quoted(nearest_name(found->text(), words)));
    return 0;
  }

  void refuse(const std::string& path, const std::string& what) {
    if (!trouble_) trouble_ = refusal(path, what);
  }

  std::optional<Error> trouble_;
};

// A rule asked on its own, as if it were the only one.
Grant ask(const RewardRule& rule, std::size_t place, const Facts& facts, int digits, bool explain) {
  Outcome when = evaluate(rule.when, facts.terms(), {.explain = explain});
  Grant grant{
      .rule = place, .granted = when.truth(), .amount = 0, .because = std::move(when.because)};
  if (grant.granted != Truth::yes) return grant;
  Outcome amount = evaluate(rule.amount, facts.terms(), {.explain = explain});
  std::move(amount.because.begin(), amount.because.end(), std::back_inserter(grant.because));
  std::optional<std::int64_t> units;
  if (amount.status == Outcome::Status::known && amount.value.is(Value::Kind::number) &&
      amount.value.number() <= kLargestAmount)
    units = whole_units({amount.value.number(), amount.rounding}, digits);
  if (units) {
    grant.amount = *units;
    return grant;
  }
  grant.granted = Truth::unknown;
  if (explain && amount.doubt != Doubt::missing_fact)
    grant.because.push_back({"amount", "known", {}, {}, Truth::unknown});
  return grant;
}

// Leaves the grant that gives most; the others say what they were up against.
void keep_highest(std::vector<Grant>& grants, int digits, bool explain) {
  const Grant* best = nullptr;
  for (const Grant& grant : grants)
    if (grant.granted == Truth::yes && (best == nullptr || grant.amount > best->amount))
      best = &grant;
  for (Grant& grant : grants) {
    if (grant.granted != Truth::yes || &grant == best) continue;
    if (explain)
      grant.because.push_back({"amount", ">", major_units({best->amount}, digits),
                               major_units({grant.amount}, digits), Truth::no});
    grant.granted = Truth::no;
    grant.amount = 0;
  }
}

Value rule_document(std::string_view id, std::string_view operation, double orders, double amount) {
  const Value fact = Value::Object{{"var", "orders"}};
  const Value when = Value::Object{{std::string(operation), Value::List{fact, orders}}};
  return Value::Object{{"id", id}, {"when", when}, {"amount", amount}};
}

}  // namespace

Result<Program> compile_program(const Value& document) { return Reader().program(document); }

Program default_program() {
  const Value document =
      Value::Object{{"name", "default"},
                    {"version", 1},
                    {"unit", "money"},
                    {"mode", "first"},
                    {"rules", Value::List{rule_document("up_to_2", "<=", 2, 0),
                                          rule_document("up_to_5", "<=", 5, 5),
                                          rule_document("above_5", ">", 5, 10)}}};
  const auto program = compile_program(document);
  assert(program);
  return *program;
}

Value document_of(const Program& program) {
  Value::List rules;
  for (const RewardRule& rule : program.rules)
    rules.push_back(Value::Object{
        {"id", rule.id}, {"when", rule.when_written}, {"amount", rule.amount_written}});
  return Value::Object{{"name", program.name},
                       {"version", program.version},
                       {"unit", to_text(program.unit)},
                       {"mode", to_text(program.mode)},
                       {"rules", std::move(rules)}};
}

bool asks_for(const Program& program, FactId fact) {
  const auto place = static_cast<std::size_t>(fact);
  return std::any_of(program.rules.begin(), program.rules.end(), [place](const RewardRule& rule) {
    return rule.when.asks_for(place) || rule.amount.asks_for(place);
  });
}

Award award(const Program& program, const Facts& facts, int minor_digits,
            const AwardOptions& options) {
  const int digits = program.unit == RewardUnit::points ? 0 : minor_digits;
  Award award;
  for (std::size_t i = 0; i < program.rules.size(); ++i) {
    award.grants.push_back(ask(program.rules[i], i, facts, digits, options.explain));
    if (program.mode == RewardMode::first && award.grants.back().granted != Truth::no) break;
  }
  if (program.mode == RewardMode::highest) keep_highest(award.grants, digits, options.explain);
  bool unknown = false;
  for (const Grant& grant : award.grants) {
    award.amount += grant.amount;
    unknown |= grant.granted == Truth::unknown;
  }
  award.granted = award.amount > 0 ? Truth::yes : unknown ? Truth::unknown : Truth::no;
  return award;
}

std::string_view to_text(RewardUnit unit) { return kUnitWords[static_cast<std::size_t>(unit)]; }

std::string_view to_text(RewardMode mode) { return kModeWords[static_cast<std::size_t>(mode)]; }

}  // namespace regulars
