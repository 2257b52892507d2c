#include "core/loyalty/run.h"

namespace regulars {

namespace {

using Kind = Term::Kind;

bool fits(Operator op, int sign) {
  switch (op) {
    case Operator::equal:
    case Operator::same:
      return sign == 0;
    case Operator::not_equal:
    case Operator::not_same:
      return sign != 0;
    case Operator::less:
      return sign < 0;
    case Operator::at_most:
      return sign <= 0;
    case Operator::greater:
      return sign > 0;
    default:
      return sign >= 0;
  }
}

// The word of a comparison for an explanation; `turned` where the fact stands on its right.
std::string_view comparison_word(Operator op, bool turned) {
  switch (op) {
    case Operator::equal:
    case Operator::same:
      return "==";
    case Operator::not_equal:
    case Operator::not_same:
      return "!=";
    case Operator::less:
      return turned ? ">" : "<";
    case Operator::at_most:
      return turned ? ">=" : "<=";
    case Operator::greater:
      return turned ? "<" : ">";
    default:
      return turned ? "<=" : ">=";
  }
}

std::optional<std::int32_t> day_of(const Term& term) {
  if (term.is(Kind::date)) return static_cast<std::int32_t>(term.number);
  if (!term.is(Kind::text)) return {};
  const auto date = iso_date(term.text);
  if (!date) return {};
  return date->days;
}

bool found_in(const Term& needle, const Term& haystack) {
  if (haystack.is(Kind::text)) {
    const std::string part = needle.is(Kind::null) ? "null" : text_of(needle);
    return haystack.text.find(part) != std::string_view::npos;
  }
  if (!haystack.is(Kind::list)) return false;
  const Value wanted = to_value(needle);
  for (std::size_t i = 0; i < haystack.size(); ++i)
    if (to_value(haystack.at(i)) == wanted) return true;
  return false;
}

}  // namespace

Term Run::choice(const Node& node) {
  const auto parts = syntax_.arguments_of(node);
  std::size_t i = 0;
  for (; i + 1 < parts.size(); i += 2) {
    const Truth truth = condition(parts[i]);
    if (failed_ || truth == Truth::unknown) return {};
    if (truth == Truth::yes) return evaluate(parts[i + 1]);
  }
  return i < parts.size() ? evaluate(parts[i]) : Term::null();
}

// and, which a `no` decides, and or, which a `yes` does. Compat gives the deciding value itself, or
// the last. Whoever traces a run wants to hear of the parts behind the deciding one too.
Term Run::junction(const Node& node, Truth deciding) {
  Term last = Term::of(false);
  bool unknown = false;
  bool is_decided = false;
  for (const std::int32_t part : syntax_.arguments_of(node)) {
    Truth truth = Truth::unknown;
    if (strict_) {
      truth = condition(part);
      last = term_of(truth);
    } else {
      last = evaluate(part);
      if (failed_) return {};
      truth = truth_of(last, node);
    }
    if (truth == deciding && traced_.empty()) return last;
    is_decided |= truth == deciding;
    unknown |= truth == Truth::unknown;
  }
  if (is_decided) return term_of(deciding);
  return unknown ? Term{} : last;
}

Truth Run::truth_of_argument(const Node& node) {
  const auto parts = syntax_.arguments_of(node);
  return parts.empty() ? Truth::no : condition(parts[0]);
}

Term Run::coalesce(const Node& node) {
  Term found = Term::null();
  each_argument(node, 0, [&](const Term& term) {
    found = term;
    return term.is(Kind::null);
  });
  return found;
}

Term Run::comparison(const Node& node) {
  const auto parts = syntax_.arguments_of(node);
  ++comparing_;
  Term left = evaluate(parts[0]);
  bool unknown = false;
  bool holds_so_far = !failed_;
  for (std::size_t i = 1; i < parts.size() && holds_so_far; ++i) {
    const Term right = evaluate(parts[i]);
    if (failed_) break;
    const Truth holds = compare(node, left, right);
    if (failed_) break;
    if (explains_) explain_comparison(node.op, parts[i - 1], parts[i], left, right, holds);
    unknown |= holds == Truth::unknown;
    holds_so_far = holds != Truth::no;
    left = right;
  }
  --comparing_;
  if (failed_) return {};
  if (!holds_so_far) return Term::of(false);
  return unknown ? Term{} : Term::of(true);
}

Truth Run::compare(const Node& node, const Term& left, const Term& right) {
  const bool identity = node.op == Operator::same || node.op == Operator::not_same;
  if (!strict_ && identity) {
    const bool same = to_value(left) == to_value(right);
    return same == (node.op == Operator::same) ? Truth::yes : Truth::no;
  }
  const auto sign = strict_ ? strict_order(node, left, right) : loose_order(left, right);
  if (!sign) return Truth::unknown;
  return fits(node.op, *sign) ? Truth::yes : Truth::no;
}

// Source: ECMA-262, IsLessThan and IsLooselyEqual, with the community's error where JavaScript
// gives NaN.
std::optional<int> Run::loose_order(const Term& left, const Term& right) {
  if (left.is(Kind::text) && right.is(Kind::text)) return left.text.compare(right.text);
  const auto a = coerced(left);
  const auto b = coerced(right);
  if (!a || !b) {
    fail("NaN");
    return {};
  }
  if (a->value == b->value) return 0;
  return a->value < b->value ? -1 : 1;
}

std::optional<int> Run::strict_order(const Node& node, const Term& left, const Term& right) {
  if (left.is(Kind::unknown) || right.is(Kind::unknown)) return {};
  if (left.is(Kind::number) && right.is(Kind::number))
    return sign_of_difference({left.number, left.error}, {right.number, right.error});
  const bool equality = node.op <= Operator::not_same || node.op == Operator::in;
  if (equality && left.is(Kind::boolean) && right.is(Kind::boolean))
    return static_cast<int>(left.boolean) - static_cast<int>(right.boolean);
  if (equality && left.is(Kind::text) && right.is(Kind::text)) return left.text.compare(right.text);
  const auto a = day_of(left);
  const auto b = day_of(right);
  if (a && b) return *a - *b;
  doubt(Doubt::wrong_type, node);
  return {};
}

// The fact goes to the left. Where there is one on both sides, the missing one does: it is the
// reason.
void Run::explain_comparison(Operator op, std::int32_t left_part, std::int32_t right_part,
                             const Term& left, const Term& right, Truth holds) {
  const Node& a = syntax_.at(left_part);
  const Node& b = syntax_.at(right_part);
  if (!a.asks && !b.asks) return;
  const bool turned = !a.asks || (b.asks && right.is(Kind::unknown) && !left.is(Kind::unknown));
  const std::string word(comparison_word(op, turned));
  explain({turned ? b.label : a.label, word, to_value(turned ? left : right),
           to_value(turned ? right : left), holds});
}

Term Run::in(const Node& node) {
  if (!strict_) {
    const auto [needle, haystack, rest] = first_arguments(node);
    if (failed_) return {};
    return Term::of(needle && haystack && found_in(*needle, *haystack));
  }
  const auto parts = syntax_.arguments_of(node);
  ++comparing_;
  const Term needle = evaluate(parts[0]);
  const Term haystack = evaluate(parts[1]);
  --comparing_;
  const Truth holds = held_by(node, needle, haystack);
  if (explains_) explain_membership(parts[0], parts[1], needle, haystack, holds);
  return term_of(holds);
}

// As of a comparison: a fact is in a list, or a list of facts contains something.
void Run::explain_membership(std::int32_t item_part, std::int32_t list_part, const Term& item,
                             const Term& list, Truth holds) {
  const Node& a = syntax_.at(item_part);
  const Node& b = syntax_.at(list_part);
  if (!a.asks && !b.asks) return;
  const bool turned = !a.asks || (b.asks && list.is(Kind::unknown) && !item.is(Kind::unknown));
  explain({turned ? b.label : a.label, turned ? "contains" : "in", to_value(turned ? item : list),
           to_value(turned ? list : item), holds});
}

Truth Run::held_by(const Node& node, const Term& needle, const Term& haystack) {
  if (needle.is(Kind::unknown) || haystack.is(Kind::unknown)) return Truth::unknown;
  if (!haystack.is(Kind::list)) {
    doubt(Doubt::wrong_type, node);
    return Truth::unknown;
  }
  bool unknown = false;
  for (std::size_t i = 0; i < haystack.size(); ++i) {
    const auto sign = strict_order(node, needle, haystack.at(i));
    if (sign && *sign == 0) return Truth::yes;
    unknown |= !sign;
  }
  return unknown ? Truth::unknown : Truth::no;
}

Term Run::throw_error(const Node& node) {
  const Term thrown = first_arguments(node)[0].value_or(Term::null());
  if (failed_) return {};
  if (thrown.is(Kind::object)) return fail_with(to_value(thrown));
  return fail_with(Value(Value::Object{{"type", to_value(thrown)}}));
}

// The first argument that does not fail. The ones after a failure look at its error object.
Term Run::try_each(const Node& node) {
  const Scope* outer = scope_;
  Scope handler{.outer = outer};
  Term result = Term::null();
  for (const std::int32_t part : syntax_.arguments_of(node)) {
    if (failed_) {
      failed_ = false;
      handler.value = keep(std::move(error_));
      scope_ = &handler;
    }
    result = evaluate(part);
    if (!failed_) break;
  }
  scope_ = outer;
  return result;
}

}  // namespace regulars
