// Why a rule grants or does not, part by part, and the least that a customer could do about it.
//
// Nothing here decides anything: the evaluator runs on the customer's facts, and on the facts as
// they would be after an effort. What is told was tried.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/loyalty/logic.h"
#include "core/loyalty/program.h"

namespace regulars {

/// What a condition is put together from. `comparison` is every part that has no conditions of its
/// own: comparisons, memberships, quantifiers, choices and plain truths.
enum class Joint : std::uint8_t { comparison, both, either, negation };
inline constexpr std::array<std::string_view, 4> kJointWords{"comparison", "and", "or", "not"};

/// What can move a fact.
enum class Means : std::uint8_t {
  buying,   // it grows with orders
  waiting,  // it grows by one each day
  none,     // no effort moves it by an amount that could be told
};
inline constexpr std::array<std::string_view, 3> kMeansWords{"buying", "waiting", "none"};

/// What a customer can do.
enum class Effort : std::uint8_t {
  orders,      // so many more orders, today
  order_days,  // an order on so many more days
  spend,       // one more order of so many minor units
  wait,        // so many days without an order
};
inline constexpr std::size_t kEfforts = 4;
inline constexpr std::array<std::string_view, kEfforts> kEffortWords{"orders", "order_days",
                                                                     "spend", "wait"};

/// How much is done of each.
using Efforts = std::array<std::int64_t, kEfforts>;

/// What the facts are measured in: an effort counts in whole ones of these.
enum class FactUnit : std::uint8_t { count, money, days, date, score, word };
inline constexpr std::array<std::string_view, 6> kFactUnitWords{"count", "money", "days",
                                                                "date",  "score", "word"};

FactUnit unit_of(FactId fact);
Means means_of(FactId fact);
/// The fact of a name; nothing for a calculation of several.
std::optional<FactId> fact_of(std::string_view name);

/// How much of an effort is missing, and what the fact that asks for it would then be.
struct Step {
  Effort effort = Effort::orders;
  std::int64_t missing = 0;         // above 0: orders, days, or minor units
  FactId fact = FactId::orders;     // that the effort moves, of those the rule asks for
  std::optional<std::int64_t> has;  // of the fact: minor units, or days since 1970 of a date;
                                    // nothing where it is not asked for
  std::optional<std::int64_t> needed;
};

/// Efforts that together turn an answer, none of which would do with one unit less.
struct Way {
  std::vector<Step> steps;        // one, or two of different efforts
  std::vector<FactId> moves_too;  // asked for, and moved by the same efforts nobody knows how far
};

/// One comparison with the fact that it asks for.
struct ExplainedBecause {
  Because because;
  std::optional<FactId> fact;  // nothing where it is a calculation
};

/// A condition and what it came to.
struct Explained {
  Joint joint = Joint::comparison;
  Truth truth = Truth::unknown;
  std::vector<Explained> parts;
  std::vector<ExplainedBecause> because;  // of a comparison
  std::optional<Way> way;                 // where it is not met and one effort turns it
  std::int32_t nearest = -1;  // of an `or` that is not met: place of the part that takes
                              // least, by its share of what is there; -1: cannot be told
};

/// Where a rule stands for a customer.
enum class RuleStanding : std::uint8_t {
  granted,
  refused,
  unknown,    // a fact is missing
  outbid,     // its condition holds, and another rule gives more
  not_asked,  // an earlier rule counted
};
inline constexpr std::array<std::string_view, 5> kRuleStandingWords{"granted", "refused", "unknown",
                                                                    "outbid", "not_asked"};

/// One rule and one customer.
struct RuleExplanation {
  std::size_t rule = 0;  // place in program.rules
  RuleStanding standing = RuleStanding::refused;
  std::int64_t amount = 0;  // as in its grant
  Explained when;
  std::vector<Way> ways;  // of a condition that is not met: those of one effort, else of two
};

/// The least of one effort that would raise what a program gives.
struct Raise {
  Way way;
  std::int64_t amount = 0;  // that the award would be
};

/// Explains one customer after the other: what the rules ask for is looked up once.
class Explainer {
 public:
  /// The program must outlive this.
  Explainer(const Program& program, int minor_digits);

  std::vector<RuleExplanation> explain(const Facts& facts) const;

  /// For each effort at most one, in their order. Waiting is among them.
  std::vector<Raise> raises(const Facts& facts) const;

 private:
  // A number or day at which a rule's answer may turn.
  struct Threshold {
    FactId fact = FactId::orders;
    double value = 0;       // major units, or days since 1970
    std::int32_t part = 0;  // comparison in which it stands
  };
  // What a rule asks for directly, and what it calculates with.
  struct Asked {
    std::vector<Threshold> thresholds;
    std::array<bool, kFactCatalogue.size()> is_asked{};
    std::array<bool, kFactCatalogue.size()> is_calculated{};
  };

  static Asked asked_by(const Rule& rule);
  std::vector<std::int64_t> candidates(const Asked& asked, Effort effort, const Facts& facts,
                                       std::int32_t part) const;
  template <class Holds>
  std::vector<Way> single_ways(const Asked& asked, const Facts& facts, std::int32_t part,
                               Holds&& holds) const;
  template <class Holds>
  std::vector<Way> double_ways(const Asked& asked, const Facts& facts, Holds&& holds) const;
  FactId fact_behind(const Asked& asked, const Facts& facts, Effort effort,
                     std::int64_t done) const;
  Way way_of(const Asked& asked, const Facts& facts, const Efforts& done) const;
  Explained explained(const RewardRule& rule, const Asked& asked, const Facts& facts) const;

  const Program& program_;
  int digits_ = 0;
  std::vector<Asked> when_;  // by rule
  Asked all_;                // conditions and amounts of all rules
};

/// What is known of a customer after efforts: minor units of spending count as one order. Facts
/// that are not known stay so.
Facts after_efforts(const Facts& facts, const Efforts& done, int minor_digits);

}  // namespace regulars
