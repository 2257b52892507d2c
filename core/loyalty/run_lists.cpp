#include "core/loyalty/run.h"

namespace regulars {

namespace {

using Kind = Term::Kind;

}  // namespace

Term Run::merge(const Node& node) {
  std::vector<Term> merged;
  bool unknown = false;
  each_argument(node, 0, [&](const Term& term) {
    unknown |= strict_ && term.is(Kind::unknown);
    if (!term.is(Kind::list)) merged.push_back(term);
    for (std::size_t i = 0; term.is(Kind::list) && i < term.size(); ++i)
      merged.push_back(term.at(i));
    return true;
  });
  return unknown || failed_ ? Term{} : keep(std::move(merged));
}

// The list of an iterator; nothing where there is none, after a doubt in strict.
std::optional<Term> Run::list_of(const Node& node) {
  const Term list = evaluate(syntax_.arguments_of(node)[0]);
  if (failed_) return {};
  if (list.is(Kind::list)) return list;
  if (strict_ && !list.is(Kind::unknown)) doubt(Doubt::wrong_type, node);
  return {};
}

// Runs `use` inside a scope.
template <class Use>
void Run::within(const Scope& scope, Use use) {
  const Scope* outer = scope_;
  scope_ = &scope;
  use();
  scope_ = outer;
}

Scope Run::item_scope(const Term& list, std::size_t i) const {
  return {.outer = scope_, .value = list.at(i), .accumulator = {}, .iterates = true, .index = i};
}

Term Run::mapping(const Node& node) {
  const auto list = list_of(node);
  if (failed_) return {};
  if (!list) return strict_ ? Term{} : keep(std::vector<Term>{});
  const std::int32_t body = syntax_.arguments_of(node)[1];
  std::vector<Term> made;
  bool unknown = false;
  ++muted_;
  for (std::size_t i = 0; i < list->size() && !failed_; ++i) {
    const Scope scope = item_scope(*list, i);
    Term term;
    within(scope, [&] { term = evaluate(body); });
    if (failed_) break;
    if (node.op == Operator::map) {
      made.push_back(term);
      continue;
    }
    const Truth truth = truth_of(term, node);
    unknown |= truth == Truth::unknown;
    if (truth == Truth::yes) made.push_back(scope.value);
  }
  --muted_;
  return unknown || failed_ ? Term{} : keep(std::move(made));
}

Term Run::reduce(const Node& node) {
  const auto list = list_of(node);
  if (failed_ || (strict_ && !list)) return {};
  const auto parts = syntax_.arguments_of(node);
  Term total = parts.size() > 2 ? evaluate(parts[2]) : Term::null();
  if (failed_ || !list) return total;
  ++muted_;
  for (std::size_t i = 0; i < list->size() && !failed_; ++i) {
    Scope scope = item_scope(*list, i);
    scope.reduces = true;
    scope.accumulator = total;
    within(scope, [&] { total = evaluate(parts[1]); });
  }
  --muted_;
  return total;
}

// all, some and none; of the empty list only none holds.
Term Run::quantifier(const Node& node) {
  const auto parts = syntax_.arguments_of(node);
  ++comparing_;
  const auto list = list_of(node);
  --comparing_;
  if (failed_) return {};
  if (!list && !strict_) return fail("Invalid Arguments");
  Truth holds = Truth::unknown;
  if (list) holds = quantified(node.op, *list, parts[1]);
  if (failed_) return {};
  if (explains_ && node.asks)
    explain({syntax_.at(parts[0]).label, std::string(word_of(node.op)), to_value(node.constant),
             list ? to_value(*list) : Value(), holds});
  return term_of(holds);
}

Truth Run::quantified(Operator op, const Term& list, std::int32_t body) {
  if (list.size() == 0) return op == Operator::none ? Truth::yes : Truth::no;
  const Truth deciding = op == Operator::all ? Truth::no : Truth::yes;
  const Truth decided = op == Operator::some ? Truth::yes : Truth::no;
  bool unknown = false;
  bool found = false;
  ++muted_;
  for (std::size_t i = 0; i < list.size() && !found && !failed_; ++i) {
    const Scope scope = item_scope(list, i);
    Truth truth = Truth::unknown;
    within(scope, [&] { truth = condition(body); });
    found = truth == deciding;
    unknown |= truth == Truth::unknown;
  }
  --muted_;
  if (found) return decided;
  return unknown ? Truth::unknown : opposite(decided);
}

}  // namespace regulars
