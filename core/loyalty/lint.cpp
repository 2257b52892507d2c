#include "core/loyalty/lint.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/loyalty/syntax.h"

namespace regulars {
namespace {

using Kind = Term::Kind;

constexpr int kMostSteps = 20'000;  // of one search

// A condition without negations: they stand in its atoms.
struct Formula {
  enum class Form : std::uint8_t { constant, number, text, other, all, any };

  Form form = Form::constant;
  bool holds = true;                // constant, other: whether it is, or is meant to be, true
  std::int32_t fact = -1;           // number, text
  Operator op = Operator::equal;    // number: how it is compared; text: equal or not_equal
  double number = 0;                // with what; of a date its days
  std::string_view text = {};       // the same
  std::string other = {};           // what cannot be taken apart, by how it is written
  std::vector<Formula> parts = {};  // all, any
};

Formula constant(bool holds) { return {.form = Formula::Form::constant, .holds = holds}; }

Operator opposite_of(Operator op) {
  switch (op) {
    case Operator::equal:
    case Operator::same:
      return Operator::not_equal;
    case Operator::not_equal:
    case Operator::not_same:
      return Operator::equal;
    case Operator::less:
      return Operator::at_least;
    case Operator::at_most:
      return Operator::greater;
    case Operator::greater:
      return Operator::at_most;
    default:
      return Operator::less;
  }
}

// The comparison with its sides swapped.
Operator turned(Operator op) {
  switch (op) {
    case Operator::less:
      return Operator::greater;
    case Operator::at_most:
      return Operator::at_least;
    case Operator::greater:
      return Operator::less;
    case Operator::at_least:
      return Operator::at_most;
    default:
      return op;
  }
}

class Translator {
 public:
  explicit Translator(const Syntax& syntax) : syntax_(syntax) {}

  Formula formula(std::int32_t index, bool wanted) const {
    const Node& node = syntax_.at(index);
    const auto parts = syntax_.arguments_of(node);
    switch (node.op) {
      case Operator::literal:
        return node.constant.is(Kind::boolean) ? constant(node.constant.boolean == wanted)
                                               : other(node, wanted);
      case Operator::both:
      case Operator::either: {
        Formula whole{.form = (node.op == Operator::both) == wanted ? Formula::Form::all
                                                                    : Formula::Form::any};
        for (const std::int32_t part : parts) whole.parts.push_back(formula(part, wanted));
        return whole;
      }
      case Operator::negation:
      case Operator::truthiness:
        return formula(parts[0], (node.op == Operator::truthiness) == wanted);
      case Operator::in:
        return membership(node, wanted);
      default:
        break;
    }
    const bool compares = node.op >= Operator::equal && node.op <= Operator::at_least;
    if (!compares || parts.size() < 2) return other(node, wanted);
    Formula whole{.form = wanted ? Formula::Form::all : Formula::Form::any};
    for (std::size_t i = 0; i + 1 < parts.size(); ++i)
      whole.parts.push_back(comparison(node, i, wanted));
    return whole;
  }

 private:
  static bool is_number(const Term& term) { return term.is(Kind::number) || term.is(Kind::date); }

  static Formula other(const Node& node, bool wanted) {
    Formula atom{.form = Formula::Form::other, .holds = wanted};
    atom.other = node.label;
    return atom;
  }

  static Formula of_text(std::int32_t fact, bool equal, std::string_view text) {
    Formula atom{.form = Formula::Form::text, .fact = fact};
    atom.op = equal ? Operator::equal : Operator::not_equal;
    atom.text = text;
    return atom;
  }

  // The pair from a place of a chain on.
  Formula comparison(const Node& node, std::size_t place, bool wanted) const {
    const auto parts = syntax_.arguments_of(node);
    const Node* a = &syntax_.at(parts[place]);
    const Node* b = &syntax_.at(parts[place + 1]);
    Operator op = node.op;
    if (a->op == Operator::literal) {
      std::swap(a, b);
      op = turned(op);
    }
    if (!wanted) op = opposite_of(op);
    if (a->op == Operator::var && a->fact >= 0 && b->op == Operator::literal) {
      if (b->constant.is(Kind::text))
        return of_text(a->fact, op == Operator::equal || op == Operator::same, b->constant.text);
      if (is_number(b->constant)) {
        Formula atom{.form = Formula::Form::number, .fact = a->fact};
        atom.op = op;
        atom.number = b->constant.number;
        return atom;
      }
    }
    Formula whole = other(node, wanted);
    // A chain is taken apart, so that each pair needs a name of its own.
    whole.other += " " + std::to_string(place);
    return whole;
  }

  // One of several words: any of them.
  Formula membership(const Node& node, bool wanted) const {
    const auto parts = syntax_.arguments_of(node);
    const Node& needle = syntax_.at(parts[0]);
    const Node& list = syntax_.at(parts[1]);
    if (needle.op != Operator::var || needle.fact < 0 || list.op != Operator::literal)
      return other(node, wanted);
    Formula whole{.form = wanted ? Formula::Form::any : Formula::Form::all};
    for (std::size_t i = 0; i < list.constant.size(); ++i) {
      const Term item = list.constant.at(i);
      if (item.is(Kind::text)) {
        whole.parts.push_back(of_text(needle.fact, wanted, item.text));
      } else if (is_number(item)) {
        Formula atom{.form = Formula::Form::number, .fact = needle.fact};
        atom.op = wanted ? Operator::equal : Operator::not_equal;
        atom.number = item.number;
        whole.parts.push_back(std::move(atom));
      } else {
        return other(node, wanted);
      }
    }
    return whole;
  }

  const Syntax& syntax_;
};

// Where a number may still lie.
struct Stretch {
  double from = -std::numeric_limits<double>::infinity();
  double to = std::numeric_limits<double>::infinity();
  bool from_is_in = true;
  bool to_is_in = true;
  std::vector<double> without;

  bool is_empty() const {
    if (from > to) return true;
    if (from < to) return false;
    return !from_is_in || !to_is_in ||
           std::find(without.begin(), without.end(), from) != without.end();
  }
};

// Which word a text may still be.
struct Word {
  std::optional<std::string_view> is;
  std::vector<std::string_view> is_not;
};

// Searches for facts that make all of several formulas true.
class Search {
 public:
  explicit Search(std::span<const FactDefinition> catalogue) : catalogue_(catalogue) {}

  // False only if there are none.
  bool may_hold(std::vector<const Formula*> todo) {
    steps_ = 0;
    return search({}, std::move(todo));
  }

 private:
  struct State {
    std::map<std::int32_t, Stretch> numbers;
    std::map<std::int32_t, Word> words;
    std::map<std::string, bool> others;
  };

  bool search(State state, std::vector<const Formula*> todo) {
    std::vector<const Formula*> choices;
    while (!todo.empty()) {
      if (++steps_ > kMostSteps) return true;
      const Formula& one = *todo.back();
      todo.pop_back();
      if (one.form == Formula::Form::all) {
        for (const Formula& part : one.parts) todo.push_back(&part);
      } else if (one.form == Formula::Form::any) {
        choices.push_back(&one);
      } else if (!take(one, state)) {
        return false;
      }
    }
    if (choices.empty()) return true;
    const Formula& choice = *choices.back();
    choices.pop_back();
    return std::any_of(choice.parts.begin(), choice.parts.end(), [&](const Formula& part) {
      std::vector<const Formula*> rest = choices;
      rest.push_back(&part);
      return search(state, std::move(rest));
    });
  }

  // Adds what an atom says; false where it contradicts the others.
  bool take(const Formula& atom, State& state) {
    switch (atom.form) {
      case Formula::Form::number:
        return take_number(atom,
                           state.numbers.try_emplace(atom.fact, bounds(atom.fact)).first->second);
      case Formula::Form::text:
        return take_text(atom, state.words[atom.fact]);
      case Formula::Form::other:
        return state.others.try_emplace(atom.other, atom.holds).first->second == atom.holds;
      default:
        return atom.holds;
    }
  }

  Stretch bounds(std::int32_t fact) const {
    const FactDefinition& definition = catalogue_[static_cast<std::size_t>(fact)];
    return {.from = definition.least, .to = definition.most, .without = {}};
  }

  static bool take_number(const Formula& atom, Stretch& stretch) {
    const double n = atom.number;
    const auto raise = [&](bool is_in) {
      if (n > stretch.from || (n == stretch.from && !is_in)) {
        stretch.from = n;
        stretch.from_is_in = is_in;
      }
    };
    const auto lower = [&](bool is_in) {
      if (n < stretch.to || (n == stretch.to && !is_in)) {
        stretch.to = n;
        stretch.to_is_in = is_in;
      }
    };
    switch (atom.op) {
      case Operator::equal:
      case Operator::same:
        raise(true);
        lower(true);
        break;
      case Operator::not_equal:
      case Operator::not_same:
        stretch.without.push_back(n);
        break;
      case Operator::less:
      case Operator::at_most:
        lower(atom.op == Operator::at_most);
        break;
      default:
        raise(atom.op == Operator::at_least);
        break;
    }
    return !stretch.is_empty();
  }

  bool take_text(const Formula& atom, Word& word) const {
    if (atom.op == Operator::equal) {
      if (word.is && *word.is != atom.text) return false;
      word.is = atom.text;
    } else {
      word.is_not.push_back(atom.text);
    }
    const auto is_out = [&](std::string_view text) {
      return std::find(word.is_not.begin(), word.is_not.end(), text) != word.is_not.end();
    };
    if (word.is) return !is_out(*word.is);
    const auto words = catalogue_[static_cast<std::size_t>(atom.fact)].words;
    return words.empty() || !std::all_of(words.begin(), words.end(), is_out);
  }

  std::span<const FactDefinition> catalogue_;
  int steps_ = 0;
};

bool is_plain(const Rule& rule) { return rule.syntax().at(0).op == Operator::literal; }

// Oddities of one condition, by itself.
std::optional<Oddity> oddity_of(const Rule& when, Search& search) {
  const Translator translator(when.syntax());
  const Formula holds = translator.formula(0, true);
  if (!search.may_hold({&holds})) return Oddity::never_true;
  const Formula fails = translator.formula(0, false);
  if (!is_plain(when) && !search.may_hold({&fails})) return Oddity::always_true;
  return {};
}

void lint_rules(const Program& program, std::vector<Finding>& findings) {
  Search search(kFactCatalogue);
  std::vector<Formula> refused;  // that no earlier rule holds
  refused.reserve(program.rules.size());
  for (std::size_t i = 0; i < program.rules.size(); ++i) {
    const Rule& when = program.rules[i].when;
    const Translator translator(when.syntax());
    std::optional<Oddity> oddity = oddity_of(when, search);
    if (program.mode == RewardMode::first && oddity != Oddity::never_true && !refused.empty()) {
      const Formula holds = translator.formula(0, true);
      std::vector<const Formula*> all{&holds};
      for (const Formula& earlier : refused) all.push_back(&earlier);
      if (!search.may_hold(std::move(all))) oddity = Oddity::never_reached;
      // What everybody meets is a good end of a list.
      if (oddity == Oddity::always_true && i + 1 == program.rules.size()) oddity.reset();
    }
    if (oddity) findings.push_back({.oddity = *oddity, .part = Finding::Part::rules, .rule = i});
    refused.push_back(translator.formula(0, false));
  }
}

void lint_earning(const Program& program, std::vector<Finding>& findings) {
  const PointsPlan& plan = *program.points;
  std::vector<std::string_view> tiers;
  std::vector<FactDefinition> catalogue(kEarnCatalogue.begin(), kEarnCatalogue.end());
  if (program.tiers)
    for (const TierPlan::Step& step : program.tiers->steps) tiers.push_back(step.name);
  catalogue[static_cast<std::size_t>(EarnFact::tier)].words = tiers;
  Search search(catalogue);
  for (std::size_t i = 0; i < plan.earn.size(); ++i) {
    if (!plan.earn[i].when) continue;
    if (const auto oddity = oddity_of(*plan.earn[i].when, search))
      findings.push_back({.oddity = *oddity, .part = Finding::Part::earn, .rule = i});
  }
  for (const TwiceEarned& pair : earned_twice(plan))
    findings.push_back({.oddity = Oddity::earned_twice,
                        .part = Finding::Part::earn,
                        .rule = pair.special,
                        .other = pair.general});
}

}  // namespace

std::vector<Finding> lint(const Program& program) {
  std::vector<Finding> findings;
  lint_rules(program, findings);
  if (program.points) lint_earning(program, findings);
  return findings;
}

}  // namespace regulars
