#include "core/loyalty/syntax.h"

#include <algorithm>
#include <array>

namespace regulars {

namespace {

constexpr bool kStrict = true;
constexpr bool kCompatOnly = false;
constexpr bool kEager = false;
constexpr bool kLazy = true;
constexpr int kAny = -1;

constexpr std::array<OperatorFacts, 41> kOperators{{
    {"var", Operator::var, kStrict, kEager, 1, 1},
    {"val", Operator::val, kCompatOnly, kEager},
    {"exists", Operator::exists, kCompatOnly, kEager},
    {"missing", Operator::missing, kCompatOnly, kEager},
    {"missing_some", Operator::missing_some, kCompatOnly, kEager},
    {"if", Operator::if_else, kStrict, kLazy, 3, kAny},
    {"?:", Operator::if_else, kStrict, kLazy, 3, 3},
    {"and", Operator::both, kStrict, kLazy, 1, kAny},
    {"or", Operator::either, kStrict, kLazy, 1, kAny},
    {"!", Operator::negation, kStrict, kEager, 1, 1},
    {"!!", Operator::truthiness, kStrict, kEager, 1, 1},
    {"??", Operator::coalesce, kCompatOnly, kEager},
    {"==", Operator::equal, kStrict, kLazy, 2, kAny},
    {"!=", Operator::not_equal, kStrict, kLazy, 2, kAny},
    {"===", Operator::same, kStrict, kLazy, 2, kAny},
    {"!==", Operator::not_same, kStrict, kLazy, 2, kAny},
    {"<", Operator::less, kStrict, kLazy, 2, kAny},
    {"<=", Operator::at_most, kStrict, kLazy, 2, kAny},
    {">", Operator::greater, kStrict, kLazy, 2, kAny},
    {">=", Operator::at_least, kStrict, kLazy, 2, kAny},
    {"+", Operator::add, kStrict, kEager, 1, kAny},
    {"-", Operator::subtract, kStrict, kEager, 1, kAny},
    {"*", Operator::multiply, kStrict, kEager, 1, kAny},
    {"/", Operator::divide, kStrict, kEager, 2, kAny},
    {"%", Operator::modulo, kStrict, kEager, 2, kAny},
    {"max", Operator::max, kStrict, kEager, 1, kAny},
    {"min", Operator::min, kStrict, kEager, 1, kAny},
    {"cat", Operator::cat, kStrict, kEager, 1, kAny},
    {"substr", Operator::substr, kStrict, kEager, 2, 3},
    {"in", Operator::in, kStrict, kEager, 2, 2},
    {"merge", Operator::merge, kStrict, kEager, 1, kAny},
    {"map", Operator::map, kStrict, kLazy, 2, 2},
    {"filter", Operator::filter, kStrict, kLazy, 2, 2},
    {"reduce", Operator::reduce, kStrict, kLazy, 3, 3},
    {"all", Operator::all, kStrict, kLazy, 2, 2},
    {"none", Operator::none, kStrict, kLazy, 2, 2},
    {"some", Operator::some, kStrict, kLazy, 2, 2},
    {"log", Operator::log, kCompatOnly, kEager},
    {"preserve", Operator::preserve, kCompatOnly, kEager},
    {"throw", Operator::throw_error, kCompatOnly, kEager},
    {"try", Operator::try_each, kCompatOnly, kEager},
}};

// Edits that turn `a` into `b`; three rows of the usual table.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({replaced, last[j] + 1, now[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], before_last[j - 2] + 1);
    }
    before_last.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

// The item of a list that a key names, written without a leading zero.
std::optional<std::size_t> place_in_list(std::string_view key, std::size_t size) {
  if (key.empty() || key.size() > 9 || (key.size() > 1 && key[0] == '0')) return {};
  std::size_t place = 0;
  for (const char c : key) {
    if (c < '0' || c > '9') return {};
    place = place * 10 + static_cast<std::size_t>(c - '0');
  }
  if (place >= size) return {};
  return place;
}

}  // namespace

std::span<const OperatorFacts> operators() { return kOperators; }

const OperatorFacts* find_operator(std::string_view word) {
  for (const OperatorFacts& facts : kOperators)
    if (facts.word == word) return &facts;
  return nullptr;
}

std::string_view word_of(Operator op) {
  for (const OperatorFacts& facts : kOperators)
    if (facts.op == op) return facts.word;
  return op == Operator::list ? "list" : "literal";
}

std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates) {
  std::string_view nearest;
  std::size_t least = static_cast<std::size_t>(-1);
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string quoted(std::string_view name) {
  constexpr std::size_t longest = 60;
  std::string shown = "\"";
  shown += name.substr(0, longest);
  return shown + (name.size() > longest ? "...\"" : "\"");
}

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> keys;
  if (path.empty()) return keys;
  while (true) {
    const std::size_t dot = path.find('.');
    keys.emplace_back(path.substr(0, dot));
    if (dot == std::string_view::npos) return keys;
    path.remove_prefix(dot + 1);
  }
}

std::optional<Term> follow(const Term& from, std::span<const std::string> path) {
  Term at = from;
  for (const std::string& key : path) {
    if (at.is(Term::Kind::object)) {
      const Value* value = at.value->find(key);
      if (value == nullptr) return {};
      at = Term::of(*value);
    } else if (at.is(Term::Kind::list)) {
      const auto place = place_in_list(key, at.size());
      if (!place) return {};
      at = at.at(*place);
    } else {
      return {};
    }
  }
  return at;
}

}  // namespace regulars
