// One run of a rule over one customer. The operators are in run_*.cpp by family; where the two
// profiles part, `strict_` says.
#pragma once

#include <array>
#include <forward_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/loyalty/logic.h"
#include "core/loyalty/rounding.h"
#include "core/loyalty/syntax.h"
#include "core/loyalty/term.h"

namespace regulars {

/// What {"var": ...} looks at: the document, an item of a list, or the error that a try handles.
struct Scope {
  const Scope* outer = nullptr;
  Term value = {};        // in a reduce, what JsonLogic calls current
  Term accumulator = {};  // in a reduce only
  bool iterates = false;
  bool reduces = false;
  std::size_t index = 0;  // of the item, where it iterates
};

/// Where val and exists look: keys, after climbing out of scopes. Each iterator and each try is two
/// levels; at the odd one stands the index of the item.
struct Address {
  std::vector<std::string> keys;
  int climb = 0;
};

/// What a condition inside a rule came to.
struct Traced {
  bool was_run = false;
  Truth truth = Truth::unknown;
  std::size_t first = 0;  // of its comparisons among those of the run: [first, last)
  std::size_t last = 0;
};

/// A run that looked at every part of each `and` and `or`, be it decided or not.
struct Trace {
  std::vector<Traced> parts;     // by node
  std::vector<Because> because;  // in the order of looking
};

/// Evaluates a compiled rule once. In strict, what is not known is Term{} and the first doubt is
/// kept; in compat, what goes wrong sets `failed_`, and everyone returns at once.
class Run {
 public:
  Run(const Syntax& syntax, std::span<const Term> facts, const Term& data, bool explain);

  Outcome outcome();
  /// The truth of one condition inside a strict rule; 0 is the rule.
  Truth truth_of_part(std::int32_t part) { return condition(part); }
  /// What a part comes to; valid as long as this.
  Term value_of_part(std::int32_t part) { return evaluate(part); }
  /// Runs a strict rule that is a condition, and keeps what each condition in it came to.
  Trace trace();

 private:
  Term evaluate(std::int32_t index);

  // Trouble, truth and numbers.
  Term fail(std::string_view type);
  Term fail_with(Value error);
  Term doubt(Doubt doubt, const Node& node);
  Truth truth_of(const Term& term, const Node& node);
  Truth condition(std::int32_t index);
  std::optional<Number> number_of(const Term& term, const Node& node);
  void explain(Because because);

  // Arguments, and what outlives the operator that made it.
  template <class Use>
  void each_argument(const Node& node, std::size_t fewest, Use use);
  std::array<std::optional<Term>, 3> first_arguments(const Node& node);
  std::vector<Term> all_arguments(const Node& node);
  Term keep(std::vector<Term> items);
  Term keep(std::string text);
  Term keep(Value value);

  // Facts and data.
  Term fact(const Node& node);
  Term var(const Node& node);
  Term val(const Node& node);
  Term exists(const Node& node);
  Term missing(const Node& node);
  Term missing_some(const Node& node);
  bool is_missing(const Term& key);
  std::optional<Term> look_up(const Scope& scope, std::span<const std::string> path);
  Address address(const Node& node);
  std::optional<Term> resolve(const Address& address);

  // Logic and comparisons.
  Term choice(const Node& node);
  Term junction(const Node& node, Truth deciding);
  Truth truth_of_argument(const Node& node);
  Term coalesce(const Node& node);
  Term comparison(const Node& node);
  Truth compare(const Node& node, const Term& left, const Term& right);
  std::optional<int> loose_order(const Term& left, const Term& right);
  std::optional<int> strict_order(const Node& node, const Term& left, const Term& right);
  void explain_comparison(Operator op, std::int32_t left_part, std::int32_t right_part,
                          const Term& left, const Term& right, Truth holds);
  Term in(const Node& node);
  void explain_membership(std::int32_t item_part, std::int32_t list_part, const Term& item,
                          const Term& list, Truth holds);
  Truth held_by(const Node& node, const Term& needle, const Term& haystack);
  Term throw_error(const Node& node);
  Term try_each(const Node& node);

  // Arithmetic and text.
  Term arithmetic(const Node& node);
  Term number_term(const Node& node, Number number);
  Term cat(const Node& node);
  Term substr(const Node& node);

  // Lists.
  Term merge(const Node& node);
  Term mapping(const Node& node);
  Term reduce(const Node& node);
  Term quantifier(const Node& node);
  Truth quantified(Operator op, const Term& list, std::int32_t body);
  std::optional<Term> list_of(const Node& node);
  Scope item_scope(const Term& list, std::size_t i) const;
  template <class Use>
  void within(const Scope& scope, Use use);

  const Syntax& syntax_;
  const bool strict_;
  std::span<const Term> facts_;
  Scope root_;
  const Scope* scope_ = &root_;

  bool failed_ = false;
  Value error_;
  Doubt doubt_ = Doubt::none;
  std::string_view place_;

  bool explains_;
  int comparing_ = 0;  // inside a comparison, which explains its missing facts itself
  int muted_ = 0;      // inside an iterator, which explains itself as a whole
  std::vector<Because> because_;
  std::vector<Traced> traced_;  // by node; empty unless asked for

  // What terms look at until the run is over.
  std::forward_list<std::vector<Term>> lists_;
  std::forward_list<std::string> texts_;
  std::forward_list<Value> values_;
};

/// Hands each argument to `use`, which says whether to go on. In compat a single argument that is
/// not written as a list stands for its items where it comes to one, and fewer than `fewest` are an
/// error before anything is run.
template <class Use>
void Run::each_argument(const Node& node, std::size_t fewest, Use use) {
  const auto parts = syntax_.arguments_of(node);
  if (node.listed || strict_) {
    if (parts.size() < fewest) {
      fail("Invalid Arguments");
      return;
    }
    for (const std::int32_t part : parts) {
      const Term term = evaluate(part);
      if (failed_ || !use(term)) return;
    }
    return;
  }
  const Term only = evaluate(parts[0]);
  if (failed_) return;
  const bool items = only.is(Term::Kind::list);
  const std::size_t count = items ? only.size() : 1;
  if (count < fewest) {
    fail("Invalid Arguments");
    return;
  }
  for (std::size_t i = 0; i < count; ++i)
    if (!use(items ? only.at(i) : only) || failed_) return;
}

/// What an arithmetic operator makes of two numbers; nothing for a division by 0.
std::optional<Number> combined(Operator op, Number a, Number b);

/// A value as number: true is 1, null 0, text as JavaScript reads it. Nothing for other text, lists
/// and objects.
std::optional<Number> coerced(const Term& term);

/// A value as text, as JavaScript joins it: nothing for null, items with commas between them.
std::string text_of(const Term& term);

/// The truth as a term, and the other way round for a negation.
Term term_of(Truth truth);
Truth opposite(Truth truth);

}  // namespace regulars
