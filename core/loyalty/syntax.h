// The compiled form of a rule: nodes in one array, operators resolved, names looked up, constants
// folded.
#pragma once

#include <cstdint>
#include <forward_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/loyalty/logic.h"

namespace regulars {

enum class Operator : std::uint8_t {
  literal,  // not written: a plain value, or an object that is no rule
  list,     // not written: a list with rules inside
  var,
  val,
  exists,
  missing,
  missing_some,
  if_else,
  both,
  either,
  negation,
  truthiness,
  coalesce,
  equal,
  not_equal,
  same,
  not_same,
  less,
  at_most,
  greater,
  at_least,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  max,
  min,
  cat,
  substr,
  in,
  merge,
  map,
  filter,
  reduce,
  all,
  none,
  some,
  log,
  preserve,
  throw_error,
  try_each,
};

/// What the compiler must know of an operator.
struct OperatorFacts {
  std::string_view word;
  Operator op = Operator::literal;
  bool strict = false;  // whether a shop's rule may use it
  bool lazy = false;    // chooses which arguments to run, so they must be written out as a list
  int fewest = 0;       // arguments, in a strict rule
  int most = 0;         // the same; -1: any number
};

/// Every operator, in the order of the enumeration.
std::span<const OperatorFacts> operators();

/// The operator of a word; null pointer if there is none.
const OperatorFacts* find_operator(std::string_view word);

/// The word of an operator, "literal" and "list" for what is not written.
std::string_view word_of(Operator op);

/// One operator or value. Its arguments are the nodes named by syntax.arguments[first .. first +
/// count).
struct Node {
  Operator op = Operator::literal;
  bool listed = false;  // the arguments were written as a list
  bool asks = false;    // a fact has a say in it
  std::int32_t first = 0;
  std::int32_t count = 0;
  std::int32_t fact = -1;   // strict var outside of iterators: the place of its fact
  bool fixed_path = false;  // var with a constant name: `path` holds it
  std::string_view fault;   // compat: the type of the error that running it is; empty if none
  Term constant;            // of a literal; of all, none and some the condition as it was written
  std::vector<std::string> path;
  std::string place;  // strict: where it stands in the document
  std::string label;  // strict: how an explanation writes it
};

struct Syntax {
  LogicProfile profile = LogicProfile::strict;
  std::vector<Node> nodes;  // node 0 is the rule
  std::vector<std::int32_t> arguments;
  std::vector<std::string> facts;   // strict: names, in the order of the facts at run time
  std::vector<bool> asked;          // which of them the rule asks for
  std::forward_list<Value> values;  // what constants look at
  std::forward_list<std::vector<Term>> lists;  // constant lists

  std::span<const std::int32_t> arguments_of(const Node& node) const {
    return std::span(arguments).subspan(static_cast<std::size_t>(node.first),
                                        static_cast<std::size_t>(node.count));
  }
  const Node& at(std::int32_t node) const { return nodes[static_cast<std::size_t>(node)]; }
};

/// Refuses a strict rule that mixes types, and turns text that is compared with a date into a date.
/// Gives the error of the first part that is wrong, or Done.
Result<Done> check_types(Syntax& syntax, const RuleOptions& options);

/// What a name is most likely a slip of: the candidate at the least edit distance (insert, delete,
/// replace, swap of neighbours), the first of several; empty where there are no candidates. Source:
/// Damerau (1964), Communications of the ACM 7(3), in its restricted form.
std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates);

/// A name as a message shows it: between quotation marks, and never longer than a line.
std::string quoted(std::string_view name);

/// The text split at its dots, as var reads a path.
std::vector<std::string> split_path(std::string_view path);

/// The value at the end of a path that starts at `from`: keys of objects, places in lists. The
/// empty path is `from`. Nothing where the path leads nowhere.
std::optional<Term> follow(const Term& from, std::span<const std::string> path);

}  // namespace regulars
