#include <algorithm>
#include <cmath>

#include "core/loyalty/run.h"

namespace regulars {

namespace {

using Kind = Term::Kind;

std::size_t fewest_numbers(Operator op) {
  if (op == Operator::add || op == Operator::multiply) return 0;
  return op == Operator::modulo ? 2 : 1;
}

// Where the characters of a UTF-8 text begin, and its end.
std::vector<std::size_t> character_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
  starts.push_back(text.size());
  return starts;
}

// `length` characters from `start` on; both count from the end where negative. Beyond the text
// there is nothing.
std::string_view part_of(std::string_view text, double start, std::optional<double> length) {
  const auto starts = character_starts(text);
  const auto count = static_cast<double>(starts.size() - 1);
  const double from =
      std::clamp(start < 0 ? count + std::trunc(start) : std::trunc(start), 0.0, count);
  double to = count;
  if (length) to = *length < 0 ? count + std::trunc(*length) : from + std::trunc(*length);
  to = std::clamp(to, from, count);
  const std::size_t begin = starts[static_cast<std::size_t>(from)];
  return text.substr(begin, starts[static_cast<std::size_t>(to)] - begin);
}

}  // namespace

Term Run::arithmetic(const Node& node) {
  std::optional<Number> total;
  std::size_t count = 0;
  bool unknown = false;
  const auto with = [&](Number a, Number b) {
    const auto result = combined(node.op, a, b);
    if (!result) strict_ ? doubt(Doubt::division_by_zero, node) : fail("NaN");
    return result;
  };
  each_argument(node, fewest_numbers(node.op), [&](const Term& term) {
    const auto number = number_of(term, node);
    unknown |= !number;
    if (!number || unknown) return !failed_;
    total = ++count == 1 ? number : with(*total, *number);
    unknown |= !total;
    return !failed_;
  });
  if (failed_ || unknown) return {};
  if (count == 0) total = Number{node.op == Operator::multiply ? 1.0 : 0.0, 0};
  if (count == 1 && node.op == Operator::subtract) total->value = -total->value;
  if (count == 1 && node.op == Operator::divide) total = with(Number{1, 0}, *total);
  return total ? number_term(node, *total) : Term{};
}

std::optional<Number> combined(Operator op, Number a, Number b) {
  switch (op) {
    case Operator::add:
      return a + b;
    case Operator::subtract:
      return a - b;
    case Operator::multiply:
      return a * b;
    case Operator::max:
      return a.value < b.value ? b : a;
    case Operator::min:
      return b.value < a.value ? b : a;
    case Operator::divide:
      return quotient(a, b);
    default:
      return remainder(a, b);
  }
}

// No negative zero, and no number that JSON cannot write.
Term Run::number_term(const Node& node, Number number) {
  if (!std::isfinite(number.value)) return strict_ ? doubt(Doubt::too_large, node) : fail("NaN");
  Term term = Term::of(number.value + 0.0);
  term.error = number.error;
  return term;
}

Term Run::cat(const Node& node) {
  std::string text;
  bool unknown = false;
  each_argument(node, 0, [&](const Term& term) {
    if (strict_ && !term.is(Kind::text)) {
      if (!term.is(Kind::unknown)) doubt(Doubt::wrong_type, node);
      unknown = true;
    }
    text += text_of(term);
    return true;
  });
  return unknown || failed_ ? Term{} : keep(std::move(text));
}

Term Run::substr(const Node& node) {
  const auto [source, start, length] = first_arguments(node);
  if (failed_) return {};
  if (strict_ && !source->is(Kind::text))
    return source->is(Kind::unknown) ? Term{} : doubt(Doubt::wrong_type, node);
  const auto from = number_of(start.value_or(Term::null()), node);
  if (!from) return {};
  std::optional<double> count;
  if (length && (strict_ || !length->is(Kind::null))) {
    const auto number = number_of(*length, node);
    if (!number) return {};
    count = number->value;
  }
  const std::string text = text_of(source.value_or(Term::null()));
  return keep(std::string(part_of(text, from->value, count)));
}

}  // namespace regulars
