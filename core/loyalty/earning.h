// What one order, birthday or event earns: the rules of a plan, asked in their order.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/loyalty/points.h"

namespace regulars {

/// What is known when something happens, in the order of EarnFact. A fact that is not set is
/// missing.
class EarnFacts {
 public:
  Term& operator[](EarnFact fact) { return terms_[static_cast<std::size_t>(fact)]; }
  std::span<const Term> terms() const { return terms_; }

 private:
  std::array<Term, kEarnCatalogue.size()> terms_{};
};

/// Why a rule did or did not count.
enum class EarnVerdict : std::uint8_t {
  counted,
  not_in_force,  // before its first day or after its last
  not_met,       // its condition is false
  unknown,       // a fact is missing, or an amount cannot be told
  outdone,       // another rule of its group gives more
  used_up,       // the customer has had all that its limit allows
};
inline constexpr std::array<std::string_view, 6> kEarnVerdictWords{
    "counted", "not_in_force", "not_met", "unknown", "outdone", "used_up"};

/// One rule's answer to one occasion.
struct EarnAnswer {
  std::size_t rule = 0;  // place in PointsPlan::earn
  EarnVerdict verdict = EarnVerdict::not_met;
  std::int64_t points = 0;       // its part of what was earned; 0 for a multiplier
  double factor = 1;             // of a multiplier that counted
  std::vector<Because> because;  // empty unless asked for
};

/// What an occasion earned.
struct Earned {
  std::int64_t points = 0;
  bool is_unknown = false;          // some rule could not be decided
  std::vector<EarnAnswer> answers;  // of the rules that answer to it, in their order
};

/// Asks the rules for one customer after the other, and remembers what their limits have used up.
/// A rule that cannot be decided gives nothing.
class Earner {
 public:
  explicit Earner(const PointsPlan& plan);

  /// Forgets what the customer before had.
  void begin_customer();

  enum class Explain : std::uint8_t { no, yes };

  /// What something earns that happened on a day; later ones come later. `event` is the word of an
  /// events table. The points of all rules are summed, multiplied and rounded once; each rule's
  /// part is its share of that, the largest remainders rounded up. Valid until the next call.
  const Earned& earn(Occasion on, std::string_view event, const EarnFacts& facts, Date day,
                     Explain explain = Explain::no);

  /// Whether any rule asks for a fact.
  bool asks_for(EarnFact fact) const { return asked_[static_cast<std::size_t>(fact)]; }
  /// Whether any rule answers to an occasion.
  bool answers(Occasion on) const;

 private:
  struct Use {
    std::int64_t times = 0;
    std::int64_t points = 0;
    std::int32_t period = INT32_MIN;  // in which they were
  };

  EarnVerdict ask(const EarnRule& rule, const EarnFacts& facts, Date day, Explain explain,
                  EarnAnswer& answer, Number& amount);
  void keep_best_of_groups(std::vector<Number>& amounts);
  void share_out(const std::vector<Number>& amounts);
  Use& use_of(std::size_t rule, Date day);

  const PointsPlan* plan_;
  std::array<bool, kEarnCatalogue.size()> asked_{};
  std::vector<Use> uses_;  // by rule
  Earned earned_;
  std::vector<Number> amounts_;  // by answer
  std::vector<std::int64_t> weights_;
};

/// A number rounded to a whole one, a half that only rounding misses being one. Nothing beyond
/// 2^53. Not negative.
std::optional<std::int64_t> rounded(Number number, RoundingMode mode);

}  // namespace regulars
