#include "core/loyalty/run.h"

#include <utility>

namespace regulars {

namespace {

using Kind = Term::Kind;

}  // namespace

Run::Run(const Syntax& syntax, std::span<const Term> facts, const Term& data, bool explain)
    : syntax_(syntax),
      strict_(syntax.profile == LogicProfile::strict),
      facts_(facts),
      explains_(explain) {
  root_.value = data;
}

Outcome Run::outcome() {
  const Term result = evaluate(0);
  Outcome outcome;
  outcome.because = std::move(because_);
  if (failed_) {
    outcome.status = Outcome::Status::failed;
    outcome.value = std::move(error_);
  } else if (result.is(Kind::unknown)) {
    outcome.status = Outcome::Status::unknown;
    outcome.doubt = doubt_;
    outcome.place = place_;
  } else {
    outcome.value = to_value(result);
    outcome.rounding = result.is(Kind::number) ? result.error : 0;
  }
  return outcome;
}

Trace Run::trace() {
  traced_.resize(syntax_.nodes.size());
  condition(0);
  return {std::move(traced_), std::move(because_)};
}

Term Run::evaluate(std::int32_t index) {
  const Node& node = syntax_.at(index);
  if (!node.fault.empty()) return fail(node.fault);
  switch (node.op) {
    case Operator::literal:
    case Operator::preserve:
      return node.constant;
    case Operator::list:
      return keep(all_arguments(node));
    case Operator::var:
      return strict_ ? fact(node) : var(node);
    case Operator::val:
      return val(node);
    case Operator::exists:
      return exists(node);
    case Operator::missing:
      return missing(node);
    case Operator::missing_some:
      return missing_some(node);
    case Operator::if_else:
      return choice(node);
    case Operator::both:
      return junction(node, Truth::no);
    case Operator::either:
      return junction(node, Truth::yes);
    case Operator::negation:
      return term_of(opposite(truth_of_argument(node)));
    case Operator::truthiness:
      return term_of(truth_of_argument(node));
    case Operator::coalesce:
      return coalesce(node);
    case Operator::equal:
    case Operator::not_equal:
    case Operator::same:
    case Operator::not_same:
    case Operator::less:
    case Operator::at_most:
    case Operator::greater:
    case Operator::at_least:
      return comparison(node);
    case Operator::add:
    case Operator::subtract:
    case Operator::multiply:
    case Operator::divide:
    case Operator::modulo:
    case Operator::max:
    case Operator::min:
      return arithmetic(node);
    case Operator::cat:
      return cat(node);
    case Operator::substr:
      return substr(node);
    case Operator::in:
      return in(node);
    case Operator::merge:
      return merge(node);
    case Operator::map:
    case Operator::filter:
      return mapping(node);
    case Operator::reduce:
      return reduce(node);
    case Operator::all:
    case Operator::none:
    case Operator::some:
      return quantifier(node);
    case Operator::log:
      return first_arguments(node)[0].value_or(Term::null());
    case Operator::throw_error:
      return throw_error(node);
    case Operator::try_each:
      return try_each(node);
  }
  return {};
}

Term Run::fail(std::string_view type) {
  return fail_with(Value(Value::Object{{"type", Value(type)}}));
}

Term Run::fail_with(Value error) {
  failed_ = true;
  error_ = std::move(error);
  return {};
}

Term Run::doubt(Doubt doubt, const Node& node) {
  if (doubt_ == Doubt::none) {
    doubt_ = doubt;
    place_ = node.place;
  }
  return {};
}

Truth Run::truth_of(const Term& term, const Node& node) {
  if (strict_) {
    if (term.is(Kind::boolean)) return term.boolean ? Truth::yes : Truth::no;
    if (!term.is(Kind::unknown)) doubt(Doubt::wrong_type, node);
    return Truth::unknown;
  }
  switch (term.kind) {
    case Kind::boolean:
      return term.boolean ? Truth::yes : Truth::no;
    case Kind::number:
      return term.number != 0 ? Truth::yes : Truth::no;
    case Kind::text:
      return term.text.empty() ? Truth::no : Truth::yes;
    case Kind::list:
      return term.size() == 0 ? Truth::no : Truth::yes;
    case Kind::object:
      return Truth::yes;
    default:
      return Truth::no;
  }
}

// Runs a condition. A bare fact that is a truth is explained as a comparison with true.
Truth Run::condition(std::int32_t index) {
  const Node& node = syntax_.at(index);
  const bool bare = explains_ && node.op == Operator::var;
  const std::size_t first = because_.size();
  if (bare) ++comparing_;
  const Term term = evaluate(index);
  if (bare) --comparing_;
  if (failed_) return Truth::unknown;
  const Truth truth = truth_of(term, node);
  if (bare) explain({node.label, "==", true, to_value(term), truth});
  if (!traced_.empty())
    traced_[static_cast<std::size_t>(index)] = {true, truth, first, because_.size()};
  return truth;
}

std::optional<Number> Run::number_of(const Term& term, const Node& node) {
  if (term.is(Kind::number)) return Number{term.number, term.error};
  if (strict_) {
    if (!term.is(Kind::unknown)) doubt(Doubt::wrong_type, node);
    return {};
  }
  const auto number = coerced(term);
  if (!number) fail("NaN");
  return number;
}

void Run::explain(Because because) {
  if (explains_ && muted_ == 0) because_.push_back(std::move(because));
}

std::optional<Number> coerced(const Term& term) {
  switch (term.kind) {
    case Kind::boolean:
      return Number{term.boolean ? 1.0 : 0.0, 0};
    case Kind::number:
      return Number{term.number, 0};
    case Kind::text:
      if (const auto number = number_of_text(term.text)) return Number{*number, 0};
      return {};
    case Kind::null:
    case Kind::unknown:
      return Number{};
    default:
      return {};
  }
}

std::string text_of(const Term& term) {
  switch (term.kind) {
    case Kind::boolean:
      return term.boolean ? "true" : "false";
    case Kind::number:
      return to_text(term.number);
    case Kind::text:
      return std::string(term.text);
    case Kind::object:
      return "[object Object]";
    case Kind::list:
      break;
    default:
      return "";
  }
  std::string text;
  for (std::size_t i = 0; i < term.size(); ++i) text += (i > 0 ? "," : "") + text_of(term.at(i));
  return text;
}

Term term_of(Truth truth) {
  return truth == Truth::unknown ? Term{} : Term::of(truth == Truth::yes);
}

Truth opposite(Truth truth) {
  if (truth == Truth::unknown) return truth;
  return truth == Truth::yes ? Truth::no : Truth::yes;
}

std::array<std::optional<Term>, 3> Run::first_arguments(const Node& node) {
  std::array<std::optional<Term>, 3> first;
  std::size_t count = 0;
  each_argument(node, 0, [&](const Term& term) {
    first[count++] = term;
    return count < first.size();
  });
  return first;
}

std::vector<Term> Run::all_arguments(const Node& node) {
  std::vector<Term> all;
  each_argument(node, 0, [&](const Term& term) {
    all.push_back(term);
    return true;
  });
  return all;
}

Term Run::keep(std::vector<Term> items) {
  lists_.push_front(std::move(items));
  return Term::of(std::span<const Term>(lists_.front()));
}

Term Run::keep(std::string text) {
  texts_.push_front(std::move(text));
  return Term::of(std::string_view(texts_.front()));
}

Term Run::keep(Value value) {
  values_.push_front(std::move(value));
  return Term::of(values_.front());
}

Outcome evaluate(const Rule& rule, std::span<const Term> facts, const EvaluateOptions& options) {
  return Run(rule.syntax(), facts, Term::null(), options.explain).outcome();
}

Outcome evaluate(const Rule& rule, const Value& data, const EvaluateOptions& options) {
  std::vector<Term> facts;
  for (const std::string& name : rule.syntax().facts)
    facts.push_back(follow(Term::of(data), split_path(name)).value_or(Term{}));
  return Run(rule.syntax(), facts, Term::of(data), options.explain).outcome();
}

}  // namespace regulars
