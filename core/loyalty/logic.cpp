#include "core/loyalty/logic.h"

#include <algorithm>

#include "core/loyalty/syntax.h"

namespace regulars {

namespace {

bool is_iterator(Operator op) {
  return op == Operator::map || op == Operator::filter || op == Operator::reduce ||
         op == Operator::all || op == Operator::none || op == Operator::some;
}

bool is_comparison(Operator op) { return op >= Operator::equal && op <= Operator::at_least; }

bool is_infix(Operator op) {
  return is_comparison(op) || (op >= Operator::add && op <= Operator::modulo) ||
         op == Operator::both || op == Operator::either || op == Operator::in;
}

// Turns a document into Syntax. The first thing wrong is kept in `trouble_`, and the walk ends
// there.
class Compiler {
 public:
  explicit Compiler(const RuleOptions& options)
      : options_(options), strict_(options.profile == LogicProfile::strict), path_(options.path) {
    syntax_.profile = options.profile;
    for (const FactDefinition& fact : options.catalogue) syntax_.facts.emplace_back(fact.name);
    syntax_.asked.resize(syntax_.facts.size());
  }

  Result<Rule> compile(const Value& document) {
    node(document, 1);
    if (trouble_) return *trouble_;
    if (strict_) {
      const auto checked = check_types(syntax_, options_);
      if (!checked) return checked.error();
    }
    return Rule(std::make_shared<const Syntax>(std::move(syntax_)));
  }

 private:
  // Adds a step to the path for as long as the part below it is compiled.
  class Step {
   public:
    Step(std::string& path, const std::string& step) : path_(path), length_(path.size()) {
      const bool needs_dot = !path.empty() && !step.empty() && step[0] != '[';
      path_ += needs_dot ? "." + step : step;
    }
    ~Step() { path_.resize(length_); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    std::string& path_;
    std::size_t length_;
  };

  std::int32_t node(const Value& document, int depth) {
    const auto index = static_cast<std::int32_t>(syntax_.nodes.size());
    syntax_.nodes.emplace_back();
    if (strict_) at(index).place = path_;
    if (!within_limits(depth)) return index;
    switch (document.kind()) {
      case Value::Kind::list:
        list(index, document, depth);
        break;
      case Value::Kind::object:
        object(index, document, depth);
        break;
      case Value::Kind::null:
        if (strict_) refuse("null is no value here: nothing equals what is missing");
        [[fallthrough]];
      default:
        literal(index, document);
    }
    return index;
  }

  bool within_limits(int depth) {
    const int deepest = strict_ ? kMaxRuleDepth : kMaxCompatDepth;
    if (depth > deepest) refuse("deeper than " + std::to_string(deepest) + " levels");
    if (strict_ && syntax_.nodes.size() > kMaxRuleNodes)
      refuse("more than " + std::to_string(kMaxRuleNodes) + " parts");
    return !trouble_;
  }

  void literal(std::int32_t index, const Value& document) {
    syntax_.values.push_front(document);
    at(index).constant = Term::of(syntax_.values.front());
  }

  void list(std::int32_t index, const Value& document, int depth) {
    arguments(index, document.list(), nullptr, depth);
    if (trouble_) return;
    at(index).op = Operator::list;
    at(index).listed = true;
    std::vector<Term> items;
    for (const std::int32_t argument : syntax_.arguments_of(at(index))) {
      if (at(argument).op != Operator::literal) {
        label(index);
        return;
      }
      items.push_back(at(argument).constant);
    }
    syntax_.lists.push_front(std::move(items));
    at(index).op = Operator::literal;
    at(index).constant = Term::of(std::span<const Term>(syntax_.lists.front()));
  }

  void object(std::int32_t index, const Value& document, int depth) {
    if (document.object().size() != 1) {
      if (strict_) return refuse("an object must be one operator with its arguments");
      return literal(index, document);
    }
    const auto& [word, argument] = document.object().front();
    const OperatorFacts* facts = find_operator(word);
    if (facts == nullptr || (strict_ && !facts->strict)) {
      if (strict_) return refuse_operator(word, facts != nullptr);
      at(index).op = Operator::throw_error;
      at(index).fault = "Unknown Operator";
      return;
    }
    if (facts->op == Operator::preserve) return literal(index, argument);
    at(index).op = facts->op;
    const Step step(path_, word);
    const bool listed = argument.is(Value::Kind::list);
    const Value::List alone = listed ? Value::List{} : Value::List{argument};
    const Value::List& written = listed ? argument.list() : alone;
    at(index).listed = listed;
    if (!right_arguments(index, *facts, written)) return;
    arguments(index, written, facts, depth);
    if (trouble_) return;
    if (facts->op == Operator::var) variable(index);
    if (!trouble_) label(index);
  }

  // Whether the arguments are fit to be compiled; if not, the fault is written down.
  bool right_arguments(std::int32_t index, const OperatorFacts& facts, const Value::List& written) {
    const auto count = static_cast<int>(written.size());
    if (strict_) {
      if (facts.lazy && !at(index).listed) refuse("needs its arguments in a list");
      if (count < facts.fewest || (facts.most >= 0 && count > facts.most))
        refuse(arity(facts) + ", has " + std::to_string(count));
      if (facts.op == Operator::if_else && count % 2 == 0)
        refuse("needs a value for when no condition holds");
      return !trouble_;
    }
    const bool fault = (facts.lazy && !at(index).listed) ||
                       (is_comparison(facts.op) && count < 2) ||
                       (is_iterator(facts.op) && (count < 2 || written[1].is(Value::Kind::null)));
    if (fault) at(index).fault = "Invalid Arguments";
    return !fault;
  }

  static std::string arity(const OperatorFacts& facts) {
    std::string said = "needs " + std::to_string(facts.fewest);
    if (facts.most < 0) said += " or more";
    if (facts.most > facts.fewest) said += " to " + std::to_string(facts.most);
    return said + (facts.fewest == 1 && facts.most == 1 ? " argument" : " arguments");
  }

  void arguments(std::int32_t index, const Value::List& written, const OperatorFacts* facts,
                 int depth) {
    const bool iterates = facts != nullptr && is_iterator(facts->op);
    const bool listed = facts == nullptr || at(index).listed;
    std::vector<std::int32_t> made;
    for (std::size_t i = 0; i < written.size() && !trouble_; ++i) {
      const Step step(path_, listed ? "[" + std::to_string(i) + "]" : "");
      if (iterates && i == 1) ++iterators_;
      made.push_back(node(written[i], depth + 1));
      if (iterates && i == 1) --iterators_;
    }
    for (const std::int32_t argument : made) at(index).asks |= at(argument).asks;
    at(index).first = static_cast<std::int32_t>(syntax_.arguments.size());
    at(index).count = static_cast<std::int32_t>(made.size());
    syntax_.arguments.insert(syntax_.arguments.end(), made.begin(), made.end());
    if (strict_ && iterates) {
      syntax_.values.push_front(written[1]);
      at(index).constant = Term::of(syntax_.values.front());
    }
  }

  void variable(std::int32_t index) {
    const Node* name = at(index).count == 0 ? nullptr : &at(syntax_.arguments_of(at(index))[0]);
    const bool constant = name == nullptr || (name->op == Operator::literal && name->fault.empty());
    if (strict_) {
      if (!constant || !name->constant.is(Term::Kind::text))
        return refuse("needs the name of a fact, as text");
      return iterators_ > 0 ? part_of_item(index, name->constant.text)
                            : fact(index, name->constant.text);
    }
    if (!constant) return;
    const Term key = name == nullptr ? Term::null() : name->constant;
    const bool plain = key.is(Term::Kind::text) || key.is(Term::Kind::number);
    if (!plain && !key.is(Term::Kind::null)) return;
    at(index).fixed_path = true;
    if (key.is(Term::Kind::text)) at(index).path = split_path(key.text);
    if (key.is(Term::Kind::number)) at(index).path = split_path(to_text(key.number));
  }

  void part_of_item(std::int32_t index, std::string_view name) {
    at(index).fixed_path = true;
    at(index).path = split_path(name);
    at(index).asks = true;
  }

  void fact(std::int32_t index, std::string_view name) {
    if (name.empty())
      return refuse("the empty name is the item of a list, inside map, filter, some ...");
    auto place = std::find(syntax_.facts.begin(), syntax_.facts.end(), name);
    if (place == syntax_.facts.end()) {
      if (!options_.catalogue.empty()) return refuse_fact(name);
      place = syntax_.facts.insert(place, std::string(name));
      syntax_.asked.push_back(true);
    }
    at(index).fact = static_cast<std::int32_t>(place - syntax_.facts.begin());
    at(index).asks = true;
    syntax_.asked[static_cast<std::size_t>(at(index).fact)] = true;
  }

  // How an explanation writes the node; only what a fact has a say in is ever explained.
  void label(std::int32_t index) {
    Node& made = at(index);
    if (!strict_ || !made.asks) return;
    const auto parts = syntax_.arguments_of(made);
    if (made.op == Operator::var) {
      made.label = std::string(at(parts[0]).constant.text);
      return;
    }
    const std::string word(word_of(made.op));
    const bool infix = is_infix(made.op) && parts.size() > 1;
    if (!infix) made.label = (made.op == Operator::list ? "" : word) + "(";
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) made.label += infix ? " " + word + " " : ", ";
      const Node& part = at(parts[i]);
      const bool nested = infix && part.asks && part.op != Operator::var && is_infix(part.op);
      const std::string said = part.asks ? part.label : plain(part);
      made.label += nested ? "(" + said + ")" : said;
    }
    if (!infix) made.label += ")";
  }

  static std::string plain(const Node& part) {
    if (part.constant.is(Term::Kind::number)) return to_text(part.constant.number);
    if (part.constant.is(Term::Kind::text)) return quoted(part.constant.text);
    if (part.constant.is(Term::Kind::boolean)) return part.constant.boolean ? "true" : "false";
    return "...";
  }

  void refuse_operator(std::string_view word, bool known) {
    if (known) return refuse(quoted(word) + " is not for reward programs");
    std::vector<std::string_view> words;
    for (const OperatorFacts& facts : operators())
      if (facts.strict) words.push_back(facts.word);
    refuse("unknown operator " + quoted(word) + ", nearest is " +
           quoted(nearest_name(word, words)));
  }

  void refuse_fact(std::string_view name) {
    const std::vector<std::string_view> names(syntax_.facts.begin(), syntax_.facts.end());
    refuse("unknown fact " + quoted(name) + ", nearest is " + quoted(nearest_name(name, names)));
  }

  void refuse(const std::string& what) {
    if (trouble_) return;
    trouble_ = Error{.code = ErrorCode::invalid_program,
                     .detail = (path_.empty() ? std::string("rule") : path_) + ": " + what};
  }

  Node& at(std::int32_t index) { return syntax_.nodes[static_cast<std::size_t>(index)]; }

  const RuleOptions& options_;
  const bool strict_;
  std::string path_;
  Syntax syntax_;
  int iterators_ = 0;  // how many iterators the part being compiled is inside of
  std::optional<Error> trouble_;
};

}  // namespace

LogicProfile Rule::profile() const { return syntax_->profile; }

bool Rule::asks_for(std::size_t fact) const {
  return fact < syntax_->asked.size() && syntax_->asked[fact];
}

Result<Rule> compile_rule(const Value& document, const RuleOptions& options) {
  return Compiler(options).compile(document);
}

Truth Outcome::truth() const {
  if (status != Status::known || !value.is(Value::Kind::boolean)) return Truth::unknown;
  return value.boolean() ? Truth::yes : Truth::no;
}

}  // namespace regulars
