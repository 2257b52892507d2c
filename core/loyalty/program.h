// Reward programs as data: rules that look at what is known of a customer and say what to give.
//
// docs/program.md explains the format to whoever writes one. Two promises are kept here: a fact
// that is missing never grants, and no rounding ever gives more than a rule says.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/errors.h"
#include "core/customers/rfm.h"
#include "core/loyalty/columns.h"
#include "core/loyalty/hold_out.h"
#include "core/loyalty/logic.h"
#include "core/loyalty/points.h"
#include "core/loyalty/term.h"
#include "core/loyalty/value.h"

namespace regulars {

/// What a rule can ask of a customer. Money is in major units, counts and days are whole, dates are
/// civil days.
enum class FactId : std::uint8_t {
  orders,               // counted orders
  order_days,           // days with a counted order
  frequency,            // order days after the first
  revenue,              // all counted orders less refunds, major units
  average_order_value,  // revenue over orders, major units
  days_since_last,      // days from the last order day to as_of
  days_since_first,     // days from the first order day to as_of
  age,                  // the same, under the name that the models use
  value,                // mean paid on a repeat day, major units; 0 where there is none
  r,                    // recency score, 1 (long ago) to 5
  f,                    // frequency score, 1 to 5
  m,                    // money score, 1 to 5
  segment,              // one of kSegmentWords
  cluster,              // number of the group, from 1, the largest
  first_order,          // date
  last_order,           // date
  as_of,                // date that the analysis looks back from
  products,             // texts, bought at least once
  categories,           // texts, bought from at least once
};

/// The fact catalogue, in the order of FactId.
inline constexpr std::array<FactDefinition, 19> kFactCatalogue{{
    {"orders", FactType::number, {}, 0},
    {"order_days", FactType::number, {}, 0},
    {"frequency", FactType::number, {}, 0},
    {"revenue", FactType::number},
    {"average_order_value", FactType::number},
    {"days_since_last", FactType::number, {}, 0},
    {"days_since_first", FactType::number, {}, 0},
    {"age", FactType::number, {}, 0},
    {"value", FactType::number},
    {"r", FactType::number, {}, 1, 5},
    {"f", FactType::number, {}, 1, 5},
    {"m", FactType::number, {}, 1, 5},
    {"segment", FactType::text, kSegmentWords},
    {"cluster", FactType::number, {}, 1},
    {"first_order", FactType::date},
    {"last_order", FactType::date},
    {"as_of", FactType::date},
    {"products", FactType::texts},
    {"categories", FactType::texts},
}};

/// What is known of one customer. A fact that is not set is missing.
class Facts {
 public:
  Term& operator[](FactId fact) { return terms_[static_cast<std::size_t>(fact)]; }
  const Term& operator[](FactId fact) const { return terms_[static_cast<std::size_t>(fact)]; }
  std::span<const Term> terms() const { return terms_; }

 private:
  std::array<Term, kFactCatalogue.size()> terms_{};
};

enum class RewardUnit : std::uint8_t { money, points };

/// What becomes of several rules that hold for one customer: the first one counts, all of them, or
/// the one that gives most (of equals the first).
enum class RewardMode : std::uint8_t { first, sum, highest };

/// One rule: to whom, and how much.
struct RewardRule {
  std::string id;  // unique in its program
  Rule when;       // comes to true, false or unknown
  Rule amount;     // major units, or points
  Value when_written;
  Value amount_written;
};

/// A program that is ready to run.
struct Program {
  std::string name;
  std::int32_t version = 1;
  RewardUnit unit = RewardUnit::money;
  RewardMode mode = RewardMode::first;
  std::vector<RewardRule> rules;     // may be empty where there are points
  std::optional<PointsPlan> points;  // what orders, birthdays and events earn
  std::optional<TierPlan> tiers;
  std::optional<double>
      margin;  // what is left of a unit of revenue when its goods are paid, (0, 1]
  std::optional<HoldOut> hold_out;  // of the rules; points of a club are for everybody
  Value points_written;
  Value tiers_written;
};

inline constexpr std::size_t kMaxProgramRules = 100;
inline constexpr double kLargestAmount =
    1e9;  // that one rule gives one customer, major units or points

/// Reads a program. Null is as good as missing; name, version, unit, mode and id have defaults ("",
/// 1, money, first, "rule_1"); rules or points, when and amount must be there; `description` and
/// `$schema` are for whoever reads the file. invalid_program names the path:
/// `rules[1].when.and[0]: ...`, and for a field that does not exist the nearest one that does.
Result<Program> compile_program(const Value& document);

/// The program of a shop that brings none: 0 up to 2 orders, 5 major units up to 5 orders, 10
/// above.
Program default_program();

/// The document that compile_program reads back as the same program.
Value document_of(const Program& program);

/// Whether any rule asks for a fact, so that a host need not prepare what nobody wants.
bool asks_for(const Program& program, FactId fact);

/// One rule's answer for one customer.
struct Grant {
  std::size_t rule = 0;          // place in program.rules
  Truth granted = Truth::no;     // yes: the rule counts for this customer, be it with 0; unknown: a
                                 // fact was missing
  std::int64_t amount = 0;       // minor units or points; 0 unless granted
  std::vector<Because> because;  // the comparisons looked at; empty unless asked for
};

/// What a program gives one customer.
struct Award {
  std::int64_t amount = 0;  // sum of the grants' amounts, minor units or points
  Truth granted =
      Truth::no;  // yes: more than 0; unknown: nothing, and some rule could not be decided
  std::vector<Grant> grants;  // of the rules that were asked, in their order
  bool held_out = false;  // whoever asked knew of a hold-out: the grants say what would be given
};

struct AwardOptions {
  bool explain = true;  // whether `because` is filled
};

/// Asks the rules. `minor_digits` are the decimals of the currency; amounts are rounded down to
/// whole minor units or points rule by rule, and are never negative. In mode `first` a rule that
/// cannot be decided ends the asking: a later one might give what it would have refused.
Award award(const Program& program, const Facts& facts, int minor_digits,
            const AwardOptions& options = {});

/// The awards of many customers, without reasons: what award() says, its rules run over columns.
class Awards {
 public:
  /// The program must outlive this.
  Awards(const Program& program, int minor_digits);

  std::size_t size() const { return facts_.rows(); }
  void clear();
  /// Adds a customer. Texts of the facts are borrowed until clear().
  void push_back(const Facts& facts);
  /// Asks the rules; what is added after it needs it again.
  void ask();
  /// The award of one, by place; valid until the next call.
  const Award& at(std::size_t row);

 private:
  struct Answers {
    std::vector<Truth> when;
    NumberColumn amount;
  };

  const Program& program_;
  int digits_ = 0;
  FactColumns facts_;
  std::vector<Answers> answers_;  // by rule
  ColumnEvaluator evaluator_;
  Award award_;
};

/// The words of the enumerations, as documents write them.
std::string_view to_text(RewardUnit unit);
std::string_view to_text(RewardMode mode);

}  // namespace regulars
