#include <algorithm>

#include "core/loyalty/syntax.h"

namespace regulars {

namespace {

enum class Type : std::uint8_t { any, boolean, number, text, date, list };

// What is known of a part before it runs.
struct Shape {
  Type type = Type::any;
  Type item = Type::any;  // of a list
};

std::string_view with_article(Type type) {
  switch (type) {
    case Type::any:
      return "anything";
    case Type::boolean:
      return "true or false";
    case Type::number:
      return "a number";
    case Type::text:
      return "a text";
    case Type::date:
      return "a date";
    case Type::list:
      return "a list";
  }
  return "";
}

Shape shape_of(FactType type) {
  switch (type) {
    case FactType::number:
      return {Type::number};
    case FactType::text:
      return {Type::text};
    case FactType::date:
      return {Type::date};
    case FactType::texts:
      return {Type::list, Type::text};
    case FactType::any:
      break;
  }
  return {};
}

bool may_be(Type type, Type wanted) {
  return type == wanted || type == Type::any || wanted == Type::any;
}

// Walks the rule once, from the parts to the whole. After the first trouble the shapes mean
// nothing.
class Checker {
 public:
  Checker(Syntax& syntax, const RuleOptions& options) : syntax_(syntax), options_(options) {}

  Result<Done> check() {
    if (options_.kind == RuleKind::condition) require(0, Type::boolean);
    if (options_.kind == RuleKind::amount) require(0, Type::number);
    if (options_.kind == RuleKind::anything) shape(0);
    if (trouble_) return *trouble_;
    return Done{};
  }

 private:
  Shape shape(std::int32_t index) {
    const Node& node = syntax_.at(index);
    const auto parts = syntax_.arguments_of(node);
    switch (node.op) {
      case Operator::literal:
        return shape_of_constant(node, node.constant);
      case Operator::list:
        return shape_of_list(node);
      case Operator::var:
        return shape_of_var(index);
      case Operator::if_else:
        return shape_of_choice(index);
      case Operator::both:
      case Operator::either:
      case Operator::negation:
      case Operator::truthiness:
        require_all(parts, Type::boolean);
        return {Type::boolean};
      case Operator::equal:
      case Operator::not_equal:
      case Operator::same:
      case Operator::not_same:
        check_comparison(index, true);
        return {Type::boolean};
      case Operator::less:
      case Operator::at_most:
      case Operator::greater:
      case Operator::at_least:
        check_comparison(index, false);
        return {Type::boolean};
      case Operator::cat:
        require_all(parts, Type::text);
        return {Type::text};
      case Operator::substr:
        require(parts[0], Type::text);
        require_all(parts.subspan(1), Type::number);
        return {Type::text};
      case Operator::in:
        check_membership(parts);
        return {Type::boolean};
      case Operator::merge:
        return shape_of_merge(node);
      case Operator::map:
      case Operator::filter:
      case Operator::all:
      case Operator::none:
      case Operator::some:
      case Operator::reduce:
        return shape_of_iteration(index);
      default:
        require_all(parts, Type::number);
        return {Type::number};
    }
  }

  Shape shape_of_constant(const Node& node, const Term& constant) {
    switch (constant.kind) {
      case Term::Kind::boolean:
        return {Type::boolean};
      case Term::Kind::number:
        return {Type::number};
      case Term::Kind::text:
        return {Type::text};
      case Term::Kind::date:
        return {Type::date};
      case Term::Kind::list:
        break;
      default:
        return {};
    }
    Shape list{Type::list, Type::any};
    for (std::size_t i = 0; i < constant.size(); ++i)
      list.item = common_type(node, list.item, shape_of_constant(node, constant.at(i)).type);
    return list;
  }

  Shape shape_of_list(const Node& node) {
    Shape list{Type::list, Type::any};
    for (const std::int32_t part : syntax_.arguments_of(node))
      list.item = common_type(node, list.item, shape(part).type);
    return list;
  }

  // The type of two items of one list.
  Type common_type(const Node& list, Type a, Type b) {
    if (!may_be(a, b))
      refuse(list,
             "mixes " + std::string(with_article(a)) + " and " + std::string(with_article(b)));
    return a == Type::any ? b : a;
  }

  Shape shape_of_var(std::int32_t index) {
    const Node& node = syntax_.at(index);
    if (node.fact >= 0) {
      const auto place = static_cast<std::size_t>(node.fact);
      if (place >= options_.catalogue.size()) return {};
      return shape_of(options_.catalogue[place].type);
    }
    const Scope scope = scopes_.back();
    auto path = std::span<const std::string>(node.path);
    if (scope.reduces) {
      if (path.empty() || (path[0] != "current" && path[0] != "accumulator")) {
        refuse(node, R"(inside reduce there is only "current" and "accumulator")");
        return {};
      }
      if (path[0] == "accumulator") return {path.size() == 1 ? scope.total : Type::any};
      path = path.subspan(1);
    }
    if (path.empty()) return {scope.item};
    if (scope.item != Type::any)
      refuse(node, R"(inside a list of facts there is only the item itself, {"var": ""})");
    return {};
  }

  Shape shape_of_choice(std::int32_t index) {
    const auto parts = syntax_.arguments_of(syntax_.at(index));
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) require(parts[i], Type::boolean);
    const Shape last = shape(parts.back());
    Shape common = last;
    for (std::size_t i = 1; i < parts.size(); i += 2) {
      const Shape branch = shape(parts[i]);
      if (!may_be(branch.type, last.type))
        refuse(syntax_.at(parts[i]), "is " + std::string(with_article(branch.type)) +
                                         ", the last value is " +
                                         std::string(with_article(last.type)));
      if (branch.type != last.type) common.type = Type::any;
      if (branch.item != last.item) common.item = Type::any;
    }
    return common;
  }

  // Both sides of a comparison must be of one type that has an equality, or an order.
  void check_comparison(std::int32_t index, bool equality) {
    const auto parts = syntax_.arguments_of(syntax_.at(index));
    std::vector<Type> types;
    bool dates = !equality;
    for (const std::int32_t part : parts) {
      types.push_back(shape(part).type);
      dates |= types.back() == Type::date;
    }
    Type common = Type::any;
    for (std::size_t i = 0; i < parts.size() && !trouble_; ++i) {
      Node& part = node_at(parts[i]);
      if (dates && types[i] == Type::text) types[i] = as_date(part, equality);
      const bool ordered = types[i] == Type::number || types[i] == Type::date;
      const bool equatable = ordered || types[i] == Type::text || types[i] == Type::boolean;
      if (types[i] == Type::any) continue;
      if (equality ? !equatable : !ordered) {
        const std::string reason =
            equality ? " cannot be equal to anything" : " is not before or after anything";
        refuse(part, std::string(with_article(types[i])) + reason);
      } else if (!may_be(types[i], common)) {
        refuse(part, "is " + std::string(with_article(types[i])) + ", compared with " +
                         std::string(with_article(common)));
      }
      common = types[i];
    }
    for (const std::int32_t asked : parts)
      for (const std::int32_t other : parts)
        check_word(words_of(asked), syntax_.at(other), syntax_.at(other).constant);
  }

  // All that a fact can be, where its catalogue says so.
  std::span<const std::string_view> words_of(std::int32_t index) const {
    const auto place = static_cast<std::size_t>(syntax_.at(index).fact);
    if (place >= options_.catalogue.size()) return {};
    return options_.catalogue[place].words;
  }

  // A word that the fact can never be is a slip of the pen.
  void check_word(std::span<const std::string_view> words, const Node& node, const Term& word) {
    if (words.empty() || !word.is(Term::Kind::text)) return;
    if (std::find(words.begin(), words.end(), word.text) != words.end()) return;
    refuse(node, quoted(word.text) + " is not one of its words, nearest is " +
                     quoted(nearest_name(word.text, words)));
  }

  // A text beside a date, or in an order, must be a date itself.
  Type as_date(Node& part, bool equality) {
    if (part.op != Operator::literal) {
      if (!equality) return Type::text;
      refuse(part, "is a text, compared with a date");
      return Type::date;
    }
    const auto date = iso_date(part.constant.text);
    if (!date)
      refuse(part, quoted(part.constant.text) +
                       " is not a date like 2026-01-31, and other texts have no order");
    else
      part.constant = Term::of(*date);
    return Type::date;
  }

  void check_membership(std::span<const std::int32_t> parts) {
    const Shape list = shape(parts[1]);
    const Type wanted = shape(parts[0]).type;
    if (!may_be(list.type, Type::list))
      refuse(syntax_.at(parts[1]), "must be a list, is " + std::string(with_article(list.type)));
    if (wanted == Type::list) refuse(syntax_.at(parts[0]), "is a list; a list holds single values");
    const bool dates = (wanted == Type::date && list.item == Type::text) ||
                       (wanted == Type::text && list.item == Type::date);
    if (!dates && !may_be(wanted, list.item))
      refuse(syntax_.at(parts[0]), "is " + std::string(with_article(wanted)) + ", the list holds " +
                                       std::string(with_article(list.item)));
    const Term& items = syntax_.at(parts[1]).constant;
    for (std::size_t i = 0; items.is(Term::Kind::list) && i < items.size(); ++i)
      check_word(words_of(parts[0]), syntax_.at(parts[1]), items.at(i));
    for (std::size_t i = 0; wanted == Type::date && i < items.size(); ++i)
      if (items.at(i).is(Term::Kind::text) && !iso_date(items.at(i).text))
        refuse(syntax_.at(parts[1]), "holds a text that is not a date like 2026-01-31");
  }

  Shape shape_of_merge(const Node& node) {
    Shape merged{Type::list, Type::any};
    for (const std::int32_t index : syntax_.arguments_of(node)) {
      const Shape part = shape(index);
      merged.item = common_type(node, merged.item, part.type == Type::list ? part.item : part.type);
    }
    return merged;
  }

  Shape shape_of_iteration(std::int32_t index) {
    const Operator op = syntax_.at(index).op;
    const auto parts = syntax_.arguments_of(syntax_.at(index));
    const Shape list = require(parts[0], Type::list);
    const bool reduces = op == Operator::reduce;
    const Shape total = reduces ? shape(parts[2]) : Shape{};
    scopes_.push_back({list.item, total.type, reduces});
    const bool asks = op != Operator::map && !reduces;
    const Shape made = asks ? require(parts[1], Type::boolean) : shape(parts[1]);
    scopes_.pop_back();
    if (op == Operator::map) return {Type::list, made.type};
    if (op == Operator::filter) return {Type::list, list.item};
    if (!reduces) return {Type::boolean};
    if (!may_be(made.type, total.type))
      refuse(syntax_.at(parts[1]), "is " + std::string(with_article(made.type)) +
                                       ", the start is " + std::string(with_article(total.type)));
    return total;
  }

  Shape require(std::int32_t index, Type wanted) {
    const Shape found = shape(index);
    if (!may_be(found.type, wanted))
      refuse(syntax_.at(index), "must be " + std::string(with_article(wanted)) + ", is " +
                                    std::string(with_article(found.type)));
    return found;
  }

  void require_all(std::span<const std::int32_t> parts, Type wanted) {
    for (const std::int32_t part : parts) require(part, wanted);
  }

  void refuse(const Node& node, const std::string& what) {
    if (trouble_) return;
    trouble_ =
        Error{.code = ErrorCode::invalid_program,
              .detail = (node.place.empty() ? std::string("rule") : node.place) + ": " + what};
  }

  Node& node_at(std::int32_t index) { return syntax_.nodes[static_cast<std::size_t>(index)]; }

  struct Scope {
    Type item = Type::any;
    Type total = Type::any;  // of a reduce
    bool reduces = false;
  };

  Syntax& syntax_;
  const RuleOptions& options_;
  std::vector<Scope> scopes_;  // of the iterators around the part being looked at
  std::optional<Error> trouble_;
};

}  // namespace

Result<Done> check_types(Syntax& syntax, const RuleOptions& options) {
  return Checker(syntax, options).check();
}

}  // namespace regulars
