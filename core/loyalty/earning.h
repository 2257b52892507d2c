// What orders, birthdays and events earn: the rules of a plan, asked in their order; of one with
// reasons, or of many at once.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/loyalty/columns.h"
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

/// The part that a rule which counted has in what was earned.
struct EarnPart {
  std::size_t rule = 0;  // place in PointsPlan::earn
  std::int64_t points = 0;
  double factor = 1;
};

/// What an occasion earned.
struct Earned {
  std::int64_t points = 0;
  bool is_unknown = false;          // some rule could not be decided
  std::vector<EarnPart> parts;      // of the rules that counted, those that multiply first
  std::vector<EarnAnswer> answers;  // of all that answer to it; empty where many were asked at once
};

/// Occasions of any customers whose rules are asked together. A rule that asks for a fact which
/// only what was earned before can tell, a tier climbed by points, is left for its turn.
class Occasions {
 public:
  enum class Tier : std::uint8_t { given, later };

  /// The plan must outlive this.
  Occasions(const PointsPlan& plan, Tier tier);

  void clear();
  std::size_t size() const { return places_.size(); }
  /// Adds one. Texts of its facts are borrowed until clear().
  void push_back(Occasion on, std::string_view event, const EarnFacts& facts, Date day);
  /// Asks the rules; what is added after it needs it again.
  void ask();

 private:
  friend class Earner;
  struct Place {
    Occasion on = Occasion::order;
    std::size_t row = 0;  // among those of its kind
    Date day;
    std::string_view event;
  };
  struct Answers {
    std::vector<Truth> when;
    NumberColumn amount;
    bool always = false;    // has no condition
    bool is_plain = false;  // its amount is the same for all, and known
    bool is_later = false;  // must be asked in its turn
    Number plain;
  };

  const PointsPlan& plan_;
  std::vector<FactColumns> facts_;  // by occasion
  std::vector<Place> places_;
  std::vector<Answers> answers_;  // by rule
  ColumnEvaluator evaluator_;
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

  /// The same of one of many occasions that were asked, without reasons. `tier` is the fact that
  /// was left for later.
  const Earned& earn(const Occasions& all, std::size_t place, const Term& tier = {});

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
  // A rule whose condition holds, and what it gives.
  struct Candidate {
    std::size_t rule = 0;
    Number amount;
  };

  // The verdict of a rule, whose condition and amount are asked when they are needed.
  template <class When, class Amount>
  EarnVerdict judge(std::size_t rule, When&& when, Amount&& amount);
  void begin(Date day);
  void keep_best_of_groups();
  void finish();
  void share_out();
  std::span<Candidate> counted() { return std::span(candidates_).first(counted_); }
  bool is_limited(std::size_t rule) const;
  Use& use_of(std::size_t rule);
  EarnAnswer* answer_of(std::size_t rule);

  const PointsPlan* plan_;
  std::array<bool, kEarnCatalogue.size()> asked_{};
  std::array<std::vector<std::size_t>, kOccasionWords.size()> rules_;  // by what they answer to
  bool has_groups_ = false;
  std::array<bool, kLimitPeriodWords.size()> has_limits_per_{};
  std::vector<Use> uses_;  // by rule
  Date day_{INT32_MIN};    // of the occasion at hand; none yet
  std::array<std::int32_t, kLimitPeriodWords.size()> periods_{};  // in which it lies
  Earned earned_;
  Number factor_;
  std::vector<Candidate> candidates_;  // room for all rules
  std::size_t counted_ = 0;            // of them
  std::vector<std::int64_t> weights_;
  std::vector<Money> shares_;
};

/// A number rounded to a whole one, a half that only rounding misses being one. Nothing beyond
/// 2^53. Not negative.
std::optional<std::int64_t> rounded(Number number, RoundingMode mode);

}  // namespace regulars
