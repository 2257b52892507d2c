#include "core/loyalty/columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "core/base/names.h"
#include "core/loyalty/run.h"

namespace regulars {
namespace {

using Kind = Term::Kind;

bool is_order(Operator op) { return op >= Operator::less && op <= Operator::at_least; }
bool is_equality(Operator op) { return op >= Operator::equal && op <= Operator::not_same; }
bool is_arithmetic(Operator op) { return op >= Operator::add && op <= Operator::min; }

Kind kind_of(FactType type) {
  switch (type) {
    case FactType::number:
      return Kind::number;
    case FactType::text:
      return Kind::text;
    case FactType::date:
      return Kind::date;
    case FactType::texts:
      return Kind::list;
    case FactType::any:
      break;
  }
  return Kind::unknown;
}

// Which parts of a rule have a form over columns, from the whole to the parts.
class Forms {
 public:
  Forms(const Syntax& syntax, std::span<const FactDefinition> catalogue)
      : syntax_(syntax), catalogue_(catalogue) {}

  bool is_condition(std::int32_t index) const {
    const Node& node = syntax_.at(index);
    const auto parts = syntax_.arguments_of(node);
    const auto each = [&](auto&& is) {
      return std::all_of(parts.begin(), parts.end(),
                         [&](std::int32_t part) { return (this->*is)(part); });
    };
    switch (node.op) {
      case Operator::literal:
        return node.constant.is(Kind::boolean);
      case Operator::both:
      case Operator::either:
        return !parts.empty() && each(&Forms::is_condition);
      case Operator::negation:
      case Operator::truthiness:
        return parts.size() == 1 && is_condition(parts[0]);
      case Operator::in:
        return is_membership(parts);
      default:
        break;
    }
    if (parts.size() < 2) return false;
    if (is_order(node.op)) return each(&Forms::is_number) || each(&Forms::is_date);
    return is_equality(node.op) &&
           (each(&Forms::is_number) || each(&Forms::is_date) || each(&Forms::is_text));
  }

  bool is_number(std::int32_t index) const {
    const Node& node = syntax_.at(index);
    if (is_scalar(node, Kind::number)) return true;
    const auto parts = syntax_.arguments_of(node);
    if (is_arithmetic(node.op))
      return !parts.empty() && std::all_of(parts.begin(), parts.end(),
                                           [this](std::int32_t part) { return is_number(part); });
    if (node.op != Operator::if_else || parts.size() % 2 == 0) return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const bool asks = i % 2 == 0 && i + 1 < parts.size();
      if (asks ? !is_condition(parts[i]) : !is_number(parts[i])) return false;
    }
    return true;
  }

 private:
  bool is_text(std::int32_t index) const { return is_scalar(syntax_.at(index), Kind::text); }
  bool is_date(std::int32_t index) const { return is_scalar(syntax_.at(index), Kind::date); }

  // A fact, or a plain value.
  bool is_scalar(const Node& node, Kind kind) const {
    if (node.op == Operator::literal) return node.constant.is(kind);
    return node.op == Operator::var && node.fact >= 0 &&
           static_cast<std::size_t>(node.fact) < catalogue_.size() &&
           kind_of(catalogue_[static_cast<std::size_t>(node.fact)].type) == kind;
  }

  // One text or number of several that are written out, or a text in a list of facts.
  bool is_membership(std::span<const std::int32_t> parts) const {
    if (parts.size() != 2) return false;
    const Node& list = syntax_.at(parts[1]);
    if (list.op == Operator::var) return is_text(parts[0]) && is_scalar(list, Kind::list);
    if (list.op != Operator::literal || !list.constant.is(Kind::list)) return false;
    const bool of_texts = is_text(parts[0]);
    if (!of_texts && !is_number(parts[0])) return false;
    for (std::size_t i = 0; i < list.constant.size(); ++i)
      if (!list.constant.at(i).is(of_texts ? Kind::text : Kind::number)) return false;
    return true;
  }

  const Syntax& syntax_;
  std::span<const FactDefinition> catalogue_;
};

constexpr auto kNo = static_cast<std::size_t>(Truth::no);
constexpr auto kYes = static_cast<std::size_t>(Truth::yes);
constexpr auto kUnknown = static_cast<std::size_t>(Truth::unknown);
using TruthTable = std::array<std::array<Truth, 3>, 3>;

// Kleene's tables: the deciding truth decides, then what is unknown spreads.
constexpr TruthTable table_of(Truth deciding) {
  TruthTable table{};
  for (const std::size_t a : {kNo, kYes, kUnknown})
    for (const std::size_t b : {kNo, kYes, kUnknown}) {
      const bool decides = static_cast<Truth>(a) == deciding || static_cast<Truth>(b) == deciding;
      const Truth other = deciding == Truth::no ? Truth::yes : Truth::no;
      table[a][b] = decides ? deciding : a == kUnknown || b == kUnknown ? Truth::unknown : other;
    }
  return table;
}
constexpr TruthTable kBoth = table_of(Truth::no);
constexpr TruthTable kEither = table_of(Truth::yes);

void combine(const TruthTable& table, std::vector<Truth>& into, const std::vector<Truth>& with) {
  for (std::size_t i = 0; i < into.size(); ++i)
    into[i] = table[static_cast<std::size_t>(into[i])][static_cast<std::size_t>(with[i])];
}

Truth truth_of(bool holds) { return holds ? Truth::yes : Truth::no; }

// What a comparison says of the signs -1, 0 and 1.
std::array<Truth, 3> truths_of_signs(Operator op) {
  switch (op) {
    case Operator::equal:
    case Operator::same:
      return {Truth::no, Truth::yes, Truth::no};
    case Operator::not_equal:
    case Operator::not_same:
      return {Truth::yes, Truth::no, Truth::yes};
    case Operator::less:
      return {Truth::yes, Truth::no, Truth::no};
    case Operator::at_most:
      return {Truth::yes, Truth::yes, Truth::no};
    case Operator::greater:
      return {Truth::no, Truth::no, Truth::yes};
    default:
      return {Truth::no, Truth::yes, Truth::yes};
  }
}

constexpr std::uint8_t kKnown = 1;

}  // namespace

void NumberColumn::resize(std::size_t rows) {
  value.resize(rows);
  error.resize(rows);
  known.resize(rows);
}

FactColumns::FactColumns(std::span<const FactDefinition> catalogue, std::vector<bool> wanted)
    : catalogue_(catalogue),
      wanted_(std::move(wanted)),
      columns_(catalogue.size()),
      row_(catalogue.size()) {}

void FactColumns::clear() {
  for (Column& column : columns_) {
    column.numbers.resize(0);
    column.texts.clear();
    column.items.clear();
    column.ends.clear();
  }
  rows_ = 0;
}

void FactColumns::push_back(std::span<const Term> facts) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (!wanted_[i]) continue;
    Column& column = columns_[i];
    const Term& fact = facts[i];
    const FactType type = catalogue_[i].type;
    const bool known = fact.is(kind_of(type)) && type != FactType::any;
    column.numbers.known.push_back(known ? 1 : 0);
    if (type == FactType::number || type == FactType::date) {
      column.numbers.value.push_back(fact.number);
      column.numbers.error.push_back(fact.error);
    } else if (type == FactType::text) {
      column.texts.push_back(fact.text);
    } else {
      if (known)
        for (std::size_t item = 0; item < fact.size(); ++item)
          column.items.push_back(fact.at(item));
      column.ends.push_back(column.items.size());
    }
  }
  ++rows_;
}

std::span<const Term> FactColumns::items(std::size_t fact, std::size_t row) const {
  const Column& column = columns_[fact];
  const std::size_t begin = row == 0 ? 0 : column.ends[row - 1];
  return std::span(column.items).subspan(begin, column.ends[row] - begin);
}

std::span<const Term> FactColumns::row(std::size_t row) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    Term& term = row_[i] = {};
    const Column& column = columns_[i];
    if (!wanted_[i] || column.numbers.known[row] == 0) continue;
    term.kind = kind_of(catalogue_[i].type);
    if (term.is(Kind::text)) {
      term.text = column.texts[row];
    } else if (term.is(Kind::list)) {
      term.items = items(i, row);
    } else {
      term.number = column.numbers.value[row];
      term.error = column.numbers.error[row];
    }
  }
  return row_;
}

bool has_column_form(const Rule& rule, std::span<const FactDefinition> catalogue) {
  const Forms forms(rule.syntax(), catalogue);
  return rule.profile() == LogicProfile::strict && (forms.is_condition(0) || forms.is_number(0));
}

ColumnEvaluator::Room& ColumnEvaluator::room(std::size_t depth) {
  while (rooms_.size() <= depth) rooms_.emplace_back();
  return rooms_[depth];
}

void ColumnEvaluator::truths(const Rule& rule, const FactColumns& facts, std::vector<Truth>& out) {
  facts_ = &facts;
  syntax_ = &rule.syntax();
  rows_ = facts.rows();
  out.resize(rows_);
  if (Forms(*syntax_, facts.catalogue()).is_condition(0)) return condition(0, 0, out);
  for (std::size_t i = 0; i < rows_; ++i) out[i] = evaluate(rule, facts.row(i)).truth();
}

void ColumnEvaluator::numbers(const Rule& rule, const FactColumns& facts, NumberColumn& out) {
  facts_ = &facts;
  syntax_ = &rule.syntax();
  rows_ = facts.rows();
  out.resize(rows_);
  if (!Forms(*syntax_, facts.catalogue()).is_number(0)) {
    for (std::size_t i = 0; i < rows_; ++i) {
      const Outcome outcome = evaluate(rule, facts.row(i));
      const bool known =
          outcome.status == Outcome::Status::known && outcome.value.is(Value::Kind::number);
      out.known[i] = known ? 1 : 0;
      out.value[i] = known ? outcome.value.number() : 0;
      out.error[i] = outcome.rounding;
    }
    return;
  }
  const NumberView all = number(0, 0);
  for (std::size_t i = 0; i < rows_; ++i) {
    out.value[i] = all.value[i * all.step];
    out.error[i] = all.error[i * all.step];
    out.known[i] = all.known[i * all.step];
  }
}

void ColumnEvaluator::condition(std::int32_t index, std::size_t depth, std::vector<Truth>& out) {
  const Node& here = node(index);
  switch (here.op) {
    case Operator::literal:
      std::fill(out.begin(), out.end(), here.constant.boolean ? Truth::yes : Truth::no);
      return;
    case Operator::both:
    case Operator::either:
      return junction(here, depth, out);
    case Operator::truthiness:
      return condition(syntax_->arguments_of(here)[0], depth, out);
    case Operator::negation:
      condition(syntax_->arguments_of(here)[0], depth, out);
      for (Truth& truth : out)
        if (truth != Truth::unknown) truth = truth == Truth::yes ? Truth::no : Truth::yes;
      return;
    case Operator::in:
      return membership(here, depth, out);
    default:
      return comparison(here, depth, out);
  }
}

void ColumnEvaluator::junction(const Node& node, std::size_t depth, std::vector<Truth>& out) {
  const auto parts = syntax_->arguments_of(node);
  condition(parts[0], depth + 1, out);
  for (const std::int32_t part : parts.subspan(1)) {
    std::vector<Truth>& next = room(depth).truths;
    next.resize(rows_);
    condition(part, depth + 1, next);
    combine(node.op == Operator::both ? kBoth : kEither, out, next);
  }
}

// Whether a plain value or fact is a text; of anything larger it is none.
bool ColumnEvaluator::is_of_texts(std::int32_t index) const {
  const Node& here = node(index);
  if (here.op == Operator::literal) return here.constant.is(Kind::text);
  return here.op == Operator::var &&
         facts_->type_of(static_cast<std::size_t>(here.fact)) == FactType::text;
}

// Each pair of neighbours must hold.
void ColumnEvaluator::comparison(const Node& node, std::size_t depth, std::vector<Truth>& out) {
  const auto parts = syntax_->arguments_of(node);
  const auto compare = [&](std::size_t i, std::vector<Truth>& truths) {
    if (is_of_texts(parts[i]))
      compare_texts(node, parts[i], parts[i + 1], truths);
    else
      compare_numbers(node, parts[i], parts[i + 1], depth + 1, truths);
  };
  compare(0, out);
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    std::vector<Truth>& next = room(depth).truths;
    next.resize(rows_);
    compare(i, next);
    combine(kBoth, out, next);
  }
}

void ColumnEvaluator::compare_numbers(const Node& node, std::int32_t left, std::int32_t right,
                                      std::size_t depth, std::vector<Truth>& out) {
  const NumberView a = number(left, depth);
  const NumberView b = number(right, depth + 1);
  const std::array<Truth, 3> truth = truths_of_signs(node.op);
  for (std::size_t i = 0; i < rows_; ++i) {
    const std::size_t x = i * a.step;
    const std::size_t y = i * b.step;
    const double difference = a.value[x] - b.value[y];
    const double bound = 2 * (a.error[x] + b.error[y]);
    const int sign = (difference > bound ? 1 : 0) - (difference < -bound ? 1 : 0);
    out[i] =
        (a.known[x] & b.known[y]) != 0 ? truth[static_cast<std::size_t>(sign + 1)] : Truth::unknown;
  }
}

void ColumnEvaluator::compare_texts(const Node& node, std::int32_t left, std::int32_t right,
                                    std::vector<Truth>& out) {
  const TextView a = text(left);
  const TextView b = text(right);
  const bool wanted = node.op == Operator::equal || node.op == Operator::same;
  for (std::size_t i = 0; i < rows_; ++i) {
    const std::size_t x = i * a.step;
    const std::size_t y = i * b.step;
    const bool holds = same_text(a.text[x], b.text[y]) == wanted;
    out[i] = (a.known[x] & b.known[y]) == 0 ? Truth::unknown : truth_of(holds);
  }
}

void ColumnEvaluator::membership(const Node& node, std::size_t depth, std::vector<Truth>& out) {
  const auto parts = syntax_->arguments_of(node);
  const Node& list = this->node(parts[1]);
  const Term& written = list.constant;
  if (!is_of_texts(parts[0])) {
    const NumberView needle = number(parts[0], depth + 1);
    for (std::size_t i = 0; i < rows_; ++i) {
      const std::size_t x = i * needle.step;
      bool found = false;
      for (std::size_t item = 0; item < written.size() && !found; ++item) {
        const Term one = written.at(item);
        found =
            sign_of_difference({needle.value[x], needle.error[x]}, {one.number, one.error}) == 0;
      }
      out[i] = needle.known[x] == 0 ? Truth::unknown : truth_of(found);
    }
    return;
  }
  const TextView needle = text(parts[0]);
  const bool is_fact = list.op == Operator::var;
  const auto fact = static_cast<std::size_t>(std::max(list.fact, 0));
  for (std::size_t i = 0; i < rows_; ++i) {
    const std::size_t x = i * needle.step;
    bool known = needle.known[x] != 0;
    bool found = false;
    if (is_fact) {
      known = known && facts_->known(fact)[i] != 0;
      for (const Term& item : facts_->items(fact, i))
        found = found || same_text(item.text, needle.text[x]);
    } else {
      for (std::size_t item = 0; item < written.size() && !found; ++item)
        found = same_text(written.at(item).text, needle.text[x]);
    }
    out[i] = known ? truth_of(found) : Truth::unknown;
  }
}

ColumnEvaluator::TextView ColumnEvaluator::text(std::int32_t index) const {
  const Node& here = node(index);
  if (here.op == Operator::literal) return {&here.constant.text, &kKnown, 0};
  const auto fact = static_cast<std::size_t>(here.fact);
  return {facts_->texts(fact).data(), facts_->known(fact).data(), 1};
}

ColumnEvaluator::NumberView ColumnEvaluator::number(std::int32_t index, std::size_t depth) {
  const Node& here = node(index);
  if (here.op == Operator::literal)
    return {&here.constant.number, &here.constant.error, &kKnown, 0};
  if (here.op == Operator::var) {
    const NumberColumn& fact = facts_->numbers(static_cast<std::size_t>(here.fact));
    return {fact.value.data(), fact.error.data(), fact.known.data(), 1};
  }
  return here.op == Operator::if_else ? choice(here, depth) : arithmetic(here, depth);
}

// From left to right, as evaluate() goes: a part that is not known leaves the whole unknown.
ColumnEvaluator::NumberView ColumnEvaluator::arithmetic(const Node& node, std::size_t depth) {
  const auto parts = syntax_->arguments_of(node);
  NumberColumn& total = room(depth).numbers;
  total.resize(rows_);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const NumberView next = number(parts[part], depth + 1);
    for (std::size_t i = 0; i < rows_; ++i) {
      const std::size_t x = i * next.step;
      std::optional<Number> sum = Number{next.value[x], next.error[x]};
      if (part > 0) sum = combined(node.op, total.at(i), *sum);
      const bool known = next.known[x] != 0 && (part == 0 || total.known[i] != 0) && sum;
      total.known[i] = known ? 1 : 0;
      if (known) {
        total.value[i] = sum->value;
        total.error[i] = sum->error;
      }
    }
  }
  for (std::size_t i = 0; i < rows_; ++i) {
    if (total.known[i] == 0) continue;
    if (parts.size() == 1 && node.op == Operator::subtract) total.value[i] = -total.value[i];
    if (parts.size() == 1 && node.op == Operator::divide) {
      const auto inverse = quotient({1, 0}, total.at(i));
      total.known[i] = inverse ? 1 : 0;
      if (!inverse) continue;
      total.value[i] = inverse->value;
      total.error[i] = inverse->error;
    }
    // No negative zero, and no number that JSON cannot write.
    total.value[i] += 0.0;
    if (!std::isfinite(total.value[i])) total.known[i] = 0;
  }
  return {total.value.data(), total.error.data(), total.known.data(), 1};
}

// The value behind the first condition that holds; nothing where one before it is unknown.
ColumnEvaluator::NumberView ColumnEvaluator::choice(const Node& node, std::size_t depth) {
  const auto parts = syntax_->arguments_of(node);
  Room& own = room(depth);
  own.numbers.resize(rows_);
  own.truths.resize(rows_);
  own.is_open.assign(rows_, 1);
  for (std::size_t part = 0; part < parts.size(); part += 2) {
    const bool is_last = part + 1 == parts.size();
    if (is_last)
      std::fill(own.truths.begin(), own.truths.end(), Truth::yes);
    else
      condition(parts[part], depth + 1, own.truths);
    const NumberView value = number(parts[is_last ? part : part + 1], depth + 1);
    for (std::size_t i = 0; i < rows_; ++i) {
      if (own.is_open[i] == 0 || own.truths[i] == Truth::no) continue;
      const std::size_t x = i * value.step;
      own.is_open[i] = 0;
      own.numbers.value[i] = value.value[x];
      own.numbers.error[i] = value.error[x];
      own.numbers.known[i] = own.truths[i] == Truth::yes ? value.known[x] : 0;
    }
  }
  return {own.numbers.value.data(), own.numbers.error.data(), own.numbers.known.data(), 1};
}

}  // namespace regulars
