// Conditions and amounts as data: JsonLogic, compiled once and run on the facts of each customer.
//
// One evaluator, two profiles. `compat` is JsonLogic as its community runs it: any value is true or
// false, text counts as number, a missing value as 0. `strict`, for every rule that a shop runs,
// has none of these traps: what is missing makes a comparison unknown, unknown spreads through and,
// or and not as in SQL, and an unknown rule never grants. Sources:
// https://jsonlogic.com/operations.html; https://github.com/json-logic (community suites); ISO/IEC
// 9075 for three-valued logic.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/errors.h"
#include "core/loyalty/term.h"
#include "core/loyalty/value.h"

namespace regulars {

enum class LogicProfile : std::uint8_t { strict, compat };

/// Kleene's three truths.
enum class Truth : std::uint8_t { no, yes, unknown };

/// What a fact is, when it is there. `any` is for rules without a catalogue: it is looked at when
/// the rule runs.
enum class FactType : std::uint8_t { number, text, date, texts, any };

/// A fact that a strict rule may ask for. Its place in the catalogue is its place among the facts
/// at run time.
struct FactDefinition {
  std::string_view name;
  FactType type = FactType::any;
  std::span<const std::string_view> words = {};  // all that a text can be; empty: anything
  double least = -std::numeric_limits<double>::infinity();  // that a number can be
  double most = std::numeric_limits<double>::infinity();
};

/// What a strict rule must come to.
enum class RuleKind : std::uint8_t { anything, condition, amount };

inline constexpr int kMaxRuleDepth =
    32;  // operators and lists inside one another, in a strict rule
inline constexpr int kMaxRuleNodes = 1'000;  // operators, lists and plain values, in a strict rule
inline constexpr int kMaxCompatDepth =
    200;  // of a compat rule: 400 overflow the 64 KiB of newer Emscriptens

struct RuleOptions {
  LogicProfile profile = LogicProfile::strict;
  RuleKind kind = RuleKind::anything;              // strict only
  std::span<const FactDefinition> catalogue = {};  // strict only; empty: any name is a fact
  std::string path = {};                           // stands before every path in an error's detail
};

/// The compiled form; core/loyalty/syntax.h has it.
struct Syntax;

/// A rule that is ready to run; copies share one compiled form.
class Rule {
 public:
  explicit Rule(std::shared_ptr<const Syntax> syntax) : syntax_(std::move(syntax)) {}

  const Syntax& syntax() const { return *syntax_; }
  LogicProfile profile() const;
  /// Whether a strict rule asks for the fact at this place.
  bool asks_for(std::size_t fact) const;

 private:
  std::shared_ptr<const Syntax> syntax_;
};

/// Compiles a rule. In the strict profile anything that could only go wrong later is refused now:
/// invalid_program, whose detail is the path of the part, a colon and what is wrong with it; an
/// unknown name comes with the nearest known one.
Result<Rule> compile_rule(const Value& document, const RuleOptions& options = {});

/// One comparison that was looked at, turned so that the fact stands on the left.
struct Because {
  std::string fact;       // a fact, or a sum of facts written out: "revenue / orders"
  std::string operation;  // == != < <= > >= in, contains (a list fact), some, all, none, known
                          // (needed for an amount)
  Value wanted;           // null where nothing is wanted but the fact itself
  Value found;            // null where it is missing
  Truth holds = Truth::unknown;
};

/// Why a strict rule came to nothing known.
enum class Doubt : std::uint8_t { none, missing_fact, wrong_type, division_by_zero, too_large };

/// What a rule came to.
struct Outcome {
  enum class Status : std::uint8_t { known, unknown, failed };

  Status status = Status::known;
  Value value;  // null where unknown; the error object, {"type": ...}, where a compat rule failed
  double rounding = 0;  // of a number: how far off it may be, as Number::error
  Doubt doubt = Doubt::none;
  std::string_view place;  // path of the first doubt, inside the rule; valid as long as the rule
  std::vector<Because> because;  // in the order of looking; empty unless asked for

  /// Unknown where the outcome is, or is no truth.
  Truth truth() const;
};

struct EvaluateOptions {
  bool explain = false;  // whether `because` is filled
};

/// Runs a strict rule on facts in the order of its catalogue. Facts beyond the end of the span are
/// missing.
Outcome evaluate(const Rule& rule, std::span<const Term> facts,
                 const EvaluateOptions& options = {});

/// Runs a rule of either profile on a document: a fact is the value at its name, dots leading into
/// objects.
Outcome evaluate(const Rule& rule, const Value& data, const EvaluateOptions& options = {});

}  // namespace regulars
