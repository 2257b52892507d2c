// Each customer's own pace, and who is behind it: who is due, overdue, or gone.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/customers/survival.h"

namespace regulars {

/// Where a customer stands on a day.
enum class RhythmState : std::uint8_t {
  fresh,    // one order day, and not longer ago than half of those who return take
  on_time,  // several order days, and not longer ago than this customer's usual gap
  due,      // past that, up to the 90 % point
  overdue,  // past the 90 % point, up to the 95 % point
  lapsed,   // past the 95 % point: one gap in twenty is as long
  unknown,  // the shop has too few gaps to say
};
inline constexpr std::size_t kRhythmStates = 6;
inline constexpr std::array<std::string_view, kRhythmStates> kRhythmWords{
    "new", "on_time", "due", "overdue", "lapsed", "unknown"};
std::string_view rhythm_word(RhythmState state);

/// Days after an order day: by when half, 90 % and 95 % of the next gaps are over.
struct Pace {
  std::int32_t usual = 0;
  std::int32_t overdue_after = 0;
  std::int32_t lapsed_after = 0;
};

/// How gaps spread in the shop: the logarithms of a customer's gaps are normal around a mean of the
/// customer's own, and these means are normal among customers.
struct GapSpread {
  double center = 0;   // of the means; exp of it is the shop's usual gap in days
  double within = 0;   // standard deviation of one customer's log gaps
  double between = 0;  // standard deviation of the customers' means
  std::int64_t gaps = 0;
  std::int64_t customers = 0;  // with gaps
};

/// The pace of everyone. A customer's mean is shrunk towards the shop's as far as the own gaps are
/// few: by the posterior mean and variance of the normal model, with variances from the analysis of
/// variance of unequal groups. Sources: Efron and Morris (1975), JASA 70(350); Searle, Casella and
/// McCulloch (1992), Variance Components, 3.6. Whoever bought on one day only has the pace of those
/// who came back at all, from the curve of second orders. A gap that is still open is not a gap
/// yet, so that young shops seem quicker than they are.
class PaceModel {
 public:
  PaceModel(const OrderDays& days, std::span<const Summary> customers,
            const SecondOrderCurve& second_orders);

  /// Whether there are enough gaps: 10.
  bool knows_gaps() const { return spread_.gaps >= kFewestGaps; }
  /// Whether enough customers came back: 5.
  bool knows_returns() const { return returns_ >= kFewestReturns; }
  const GapSpread& spread() const { return spread_; }
  /// Of customers seen on one day.
  const Pace& first_pace() const { return first_; }
  /// Of a customer with so many gaps and such a sum of their natural logarithms.
  Pace pace(std::int64_t gaps, double log_sum) const;

 private:
  static constexpr std::int64_t kFewestGaps = 10;
  static constexpr std::int64_t kFewestReturns = 5;

  GapSpread spread_;
  std::int64_t returns_ = 0;
  Pace first_;
};

/// One customer's pace and state.
struct Rhythm {
  Pace pace;  // zeros where the state is unknown
  RhythmState state = RhythmState::unknown;
};

/// Where someone stands so many days after the last order day.
RhythmState state_after(const Pace& pace, std::int32_t days_since_last, std::int32_t frequency);

/// All customers, in the order of the summaries.
struct Rhythms {
  GapSpread spread;
  bool knows_gaps = false;
  bool knows_returns = false;
  Pace first_pace;
  std::vector<Rhythm> customers;
  std::array<std::int64_t, kRhythmStates> states{};
};
Rhythms rhythms_of(const OrderDays& days, std::span<const Summary> customers,
                   const SecondOrderCurve& second_orders);

}  // namespace regulars
