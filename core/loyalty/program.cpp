#include "core/loyalty/program.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "core/loyalty/fields.h"
#include "core/loyalty/rounding.h"
#include "core/loyalty/syntax.h"

namespace regulars {

namespace {

constexpr std::int64_t kMostVersions = 1'000'000'000;
constexpr std::array<std::string_view, 2> kUnitWords{"money", "points"};
constexpr std::array<std::string_view, 3> kModeWords{"first", "sum", "highest"};

void read_reward_rule(std::optional<Error>& trouble, const Value& written, std::size_t place,
                      std::vector<RewardRule>& rules) {
  constexpr std::array<std::string_view, 4> known{"id", "description", "when", "amount"};
  Fields fields(trouble, written, "rules[" + std::to_string(place) + "]", known);
  if (fields.is_wrong()) return;
  std::string id = fields.text("id", "rule_" + std::to_string(place + 1));
  const auto same_id = [&id](const RewardRule& rule) { return rule.id == id; };
  if (std::any_of(rules.begin(), rules.end(), same_id))
    fields.refuse("id", quoted(id) + " is the id of an earlier rule");
  const auto when = fields.rule("when", RuleKind::condition, kFactCatalogue);
  const auto amount = fields.amount("amount", kFactCatalogue, kLargestAmount);
  if (fields.is_wrong()) return;
  rules.push_back({std::move(id), *when, *amount, *fields.find("when"), *fields.find("amount")});
}

HoldOut read_hold_out(std::optional<Error>& trouble, const Value& written,
                      const std::string& name) {
  constexpr std::array<std::string_view, 2> known{"share", "seed"};
  Fields fields(trouble, written, "hold_out", known);
  HoldOut hold_out;
  if (fields.is_wrong()) return hold_out;
  if (!fields.has("share")) fields.refuse("share", "is missing");
  hold_out.share = fields.number("share", 0, 1, 0);
  if (hold_out.share == 1) fields.refuse("share", "must be below 1");
  hold_out.seed = fields.text("seed", name);
  return hold_out;
}

Program read_program(std::optional<Error>& trouble, const Value& document) {
  constexpr std::array<std::string_view, 11> known{"name",     "version",     "unit",   "mode",
                                                   "rules",    "points",      "tiers",  "margin",
                                                   "hold_out", "description", "$schema"};
  Program program;
  Fields fields(trouble, document, "", known);
  if (fields.is_wrong()) return program;
  program.name = fields.text("name");
  program.version = static_cast<std::int32_t>(fields.whole("version", 0, kMostVersions, 1));
  program.unit = static_cast<RewardUnit>(fields.word("unit", kUnitWords));
  program.mode = static_cast<RewardMode>(fields.word("mode", kModeWords));
  if (!fields.has("points") && !fields.has("rules")) fields.refuse("rules", "is missing");
  const Value::List* rules = fields.list("rules", kMaxProgramRules);
  if (rules != nullptr && rules->empty() && !fields.has("points"))
    fields.refuse("rules", "has no rule");
  for (std::size_t i = 0; rules != nullptr && i < rules->size() && !fields.is_wrong(); ++i)
    read_reward_rule(trouble, (*rules)[i], i, program.rules);
  if (const Value* written = fields.find("tiers"); written && !fields.is_wrong()) {
    program.tiers = read_tiers(trouble, *written);
    program.tiers_written = *written;
  }
  if (const Value* written = fields.find("points"); written && !fields.is_wrong()) {
    program.points = read_points(trouble, *written, program.tiers ? &*program.tiers : nullptr);
    program.points_written = *written;
  }
  if (fields.has("margin")) {
    program.margin = fields.number("margin", 0, 1, 1);
    if (*program.margin == 0) fields.refuse("margin", "must be above 0");
  }
  if (const Value* written = fields.find("hold_out"); written && !fields.is_wrong())
    program.hold_out = read_hold_out(trouble, *written, program.name);
  if (program.tiers && !program.points)
    fields.refuse("tiers", "need points, which give those who climb them something");
  return program;
}

// Whole minor units or points of an amount; nothing for one that no rule may give.
std::optional<std::int64_t> units_of(Number amount, int digits) {
  if (amount.value > kLargestAmount) return {};
  return whole_units(amount, digits);
}

// A rule asked on its own, as if it were the only one.
Grant ask(const RewardRule& rule, std::size_t place, const Facts& facts, int digits, bool explain) {
  Outcome when = evaluate(rule.when, facts.terms(), {.explain = explain});
  Grant grant{
      .rule = place, .granted = when.truth(), .amount = 0, .because = std::move(when.because)};
  if (grant.granted != Truth::yes) return grant;
  Outcome amount = evaluate(rule.amount, facts.terms(), {.explain = explain});
  std::move(amount.because.begin(), amount.because.end(), std::back_inserter(grant.because));
  std::optional<std::int64_t> units;
  if (amount.status == Outcome::Status::known && amount.value.is(Value::Kind::number))
    units = units_of({amount.value.number(), amount.rounding}, digits);
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

int digits_of(const Program& program, int minor_digits) {
  return program.unit == RewardUnit::points ? 0 : minor_digits;
}

std::vector<bool> wanted_by(const Program& program) {
  std::vector<bool> wanted(kFactCatalogue.size());
  for (std::size_t i = 0; i < wanted.size(); ++i)
    wanted[i] = asks_for(program, static_cast<FactId>(i));
  return wanted;
}

// The award that the rules' own answers come to; `ask(rule)` gives the grant of one.
template <class Ask>
void settle(Award& award, const Program& program, int digits, bool explain, Ask&& ask) {
  for (std::size_t i = 0; i < program.rules.size(); ++i) {
    award.grants.push_back(ask(i));
    if (program.mode == RewardMode::first && award.grants.back().granted != Truth::no) break;
  }
  if (program.mode == RewardMode::highest) keep_highest(award.grants, digits, explain);
  bool unknown = false;
  for (const Grant& grant : award.grants) {
    award.amount += grant.amount;
    unknown |= grant.granted == Truth::unknown;
  }
  award.granted = award.amount > 0 ? Truth::yes : unknown ? Truth::unknown : Truth::no;
}

Value rule_document(std::string_view id, std::string_view operation, double orders, double amount) {
  const Value fact = Value::Object{{"var", "orders"}};
  const Value when = Value::Object{{std::string(operation), Value::List{fact, orders}}};
  return Value::Object{{"id", id}, {"when", when}, {"amount", amount}};
}

}  // namespace

Result<Program> compile_program(const Value& document) {
  std::optional<Error> trouble;
  Program program = read_program(trouble, document);
  if (trouble) return *trouble;
  return program;
}

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
  Value::Object document{{"name", program.name},
                         {"version", program.version},
                         {"unit", to_text(program.unit)},
                         {"mode", to_text(program.mode)},
                         {"rules", std::move(rules)}};
  if (program.margin) document.push_back({"margin", *program.margin});
  if (program.hold_out)
    document.push_back({"hold_out", Value::Object{{"share", program.hold_out->share},
                                                  {"seed", program.hold_out->seed}}});
  if (program.tiers) document.push_back({"tiers", program.tiers_written});
  if (program.points) document.push_back({"points", program.points_written});
  return document;
}

bool asks_for(const Program& program, FactId fact) {
  const auto place = static_cast<std::size_t>(fact);
  return std::any_of(program.rules.begin(), program.rules.end(), [place](const RewardRule& rule) {
    return rule.when.asks_for(place) || rule.amount.asks_for(place);
  });
}

Award award(const Program& program, const Facts& facts, int minor_digits,
            const AwardOptions& options) {
  const int digits = digits_of(program, minor_digits);
  Award award;
  settle(award, program, digits, options.explain, [&](std::size_t rule) {
    return ask(program.rules[rule], rule, facts, digits, options.explain);
  });
  return award;
}

Awards::Awards(const Program& program, int minor_digits)
    : program_(program),
      digits_(digits_of(program, minor_digits)),
      facts_(kFactCatalogue, wanted_by(program)),
      answers_(program.rules.size()) {}

void Awards::push_back(const Facts& facts) { facts_.push_back(facts.terms()); }

void Awards::clear() { facts_.clear(); }

void Awards::ask() {
  for (std::size_t i = 0; i < answers_.size(); ++i) {
    evaluator_.truths(program_.rules[i].when, facts_, answers_[i].when);
    evaluator_.numbers(program_.rules[i].amount, facts_, answers_[i].amount);
  }
}

const Award& Awards::at(std::size_t row) {
  award_.amount = 0;
  award_.grants.clear();
  settle(award_, program_, digits_, false, [&](std::size_t rule) {
    const Answers& answers = answers_[rule];
    Grant grant{.rule = rule, .granted = answers.when[row], .amount = 0, .because = {}};
    if (grant.granted != Truth::yes) return grant;
    std::optional<std::int64_t> units;
    if (answers.amount.known[row] != 0) units = units_of(answers.amount.at(row), digits_);
    if (units)
      grant.amount = *units;
    else
      grant.granted = Truth::unknown;
    return grant;
  });
  return award_;
}

std::string_view to_text(RewardUnit unit) { return kUnitWords[static_cast<std::size_t>(unit)]; }

std::string_view to_text(RewardMode mode) { return kModeWords[static_cast<std::size_t>(mode)]; }

}  // namespace regulars
