#include "core/loyalty/term.h"

#include <fast_float/fast_float.h>

#include <cmath>

#include "core/loyalty/rounding.h"

namespace regulars {

Term Term::of_truth(bool boolean) {
  Term term;
  term.kind = Kind::boolean;
  term.boolean = boolean;
  return term;
}

Term Term::of_number(double number) {
  Term term;
  term.kind = Kind::number;
  term.number = number;
  term.error = number_from(number).error;
  return term;
}

Term Term::of(Date date) {
  Term term;
  term.kind = Kind::date;
  term.number = date.days;
  return term;
}

Term Term::of(std::string_view text) {
  Term term;
  term.kind = Kind::text;
  term.text = text;
  return term;
}

Term Term::of(std::span<const Term> items) {
  Term term;
  term.kind = Kind::list;
  term.items = items;
  return term;
}

Term Term::null() {
  Term term;
  term.kind = Kind::null;
  return term;
}

Term Term::of(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::null:
      return null();
    case Value::Kind::boolean:
      return of(value.boolean());
    case Value::Kind::number:
      return of(value.number());
    case Value::Kind::text:
      return of(std::string_view(value.text()));
    case Value::Kind::list:
    case Value::Kind::object:
      break;
  }
  Term term;
  term.kind = value.is(Value::Kind::list) ? Kind::list : Kind::object;
  term.value = &value;
  return term;
}

std::size_t Term::size() const { return value != nullptr ? value->list().size() : items.size(); }

Term Term::at(std::size_t i) const { return value != nullptr ? of(value->list()[i]) : items[i]; }

Value to_value(const Term& term) {
  switch (term.kind) {
    case Term::Kind::unknown:
    case Term::Kind::null:
      return {};
    case Term::Kind::boolean:
      return term.boolean;
    case Term::Kind::number:
      return term.number;
    case Term::Kind::date:
      return to_text(Date{static_cast<std::int32_t>(term.number)});
    case Term::Kind::text:
      return term.text;
    case Term::Kind::object:
      return *term.value;
    case Term::Kind::list:
      break;
  }
  Value::List list;
  list.reserve(term.size());
  for (std::size_t i = 0; i < term.size(); ++i) list.push_back(to_value(term.at(i)));
  return list;
}

namespace {

// The number that the digits are; nothing where there is another sign.
std::optional<std::int32_t> digits_of(std::string_view text) {
  std::int32_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    number = number * 10 + (c - '0');
  }
  return number;
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

std::optional<double> number_with_base(std::string_view digits, int base) {
  if (digits.empty()) return {};
  double number = 0;
  for (const char c : digits) {
    if (digit_of(c) >= base) return {};
    number = number * base + digit_of(c);
  }
  return number;
}

}  // namespace

std::optional<Date> iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const auto year = digits_of(text.substr(0, 4));
  const auto month = digits_of(text.substr(5, 2));
  const auto day = digits_of(text.substr(8, 2));
  if (!year || !month || !day) return {};
  return make_date(*year, *month, *day);
}

std::optional<double> number_of_text(std::string_view text) {
  constexpr std::string_view blanks = " \t\n\v\f\r";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return 0.0;
  text = text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
  if (text.size() > 1 && text[0] == '0') {
    const char base = text[1];
    if (base == 'x' || base == 'X') return number_with_base(text.substr(2), 16);
    if (base == 'o' || base == 'O') return number_with_base(text.substr(2), 8);
    if (base == 'b' || base == 'B') return number_with_base(text.substr(2), 2);
  }
  if (text[0] == '+') {
    text.remove_prefix(1);
    if (text.empty() || text[0] == '-') return {};
  }
  // fast_float also reads the words for infinity and for not a number.
  if (text.find_first_not_of("0123456789.eE+-") != std::string_view::npos) return {};
  double number = 0;
  const auto [end, trouble] =
      fast_float::from_chars(text.data(), text.data() + text.size(), number);
  if (trouble != std::errc() || end != text.data() + text.size() || std::isinf(number)) return {};
  return number;
}

}  // namespace regulars
