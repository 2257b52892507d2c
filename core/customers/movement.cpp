#include "core/customers/movement.h"

#include <algorithm>

namespace regulars {
namespace {

constexpr std::int32_t kMostPeriods = 120;
constexpr std::int32_t kYoung = 120;  // days

Periods periods_of(std::span<const Summary> customers, Date as_of) {
  Date first = as_of;
  for (const Summary& customer : customers) first = std::min(first, customer.first);
  const PeriodLength length = as_of - first < kYoung ? PeriodLength::week : PeriodLength::month;
  return at_most(kMostPeriods, first, as_of, length);
}

/// Follows one customer after the other through the periods.
class Follow {
 public:
  struct Step {
    Move move;
    std::int32_t period;
  };

  Follow(const Periods& periods, const Rhythms& rhythms, Date as_of)
      : periods_(&periods),
        first_lapse_(rhythms.first_pace.lapsed_after),
        as_of_(as_of),
        before_(as_of + -kRetentionDays) {}

  std::int64_t were_current() const { return were_current_; }
  std::int64_t stayed() const { return stayed_; }

  /// What a customer did, until the next is asked for.
  std::span<const Step> steps(std::span<const OrderDay> days, const Pace& pace) {
    steps_.clear();
    Date last;
    std::int32_t seen = 0;      // order days so far
    std::int32_t touched = -1;  // the last period with an order
    bool was_current = false;   // on the earlier day
    for (const OrderDay& day : days) {
      if (day.orders == 0) continue;
      const std::int32_t period = periods_->place(day.day);
      bool returns = seen > 0;
      if (seen == 0) {
        steps_.push_back({Move::joined, period});
      } else {
        const std::int32_t lapse = lapse_after(seen, pace);
        // Ordering on the very day of lapsing is being in time.
        if (day.day - last > lapse + 1) {
          steps_.push_back({Move::lapsed, periods_->place(last + (lapse + 1))});
          steps_.push_back({Move::reactivated, period});
          returns = false;
        }
        if (before_ >= last && before_ < day.day) was_current = before_ - last <= lapse;
      }
      if (returns && touched != period) steps_.push_back({Move::returned, period});
      touched = period;
      last = day.day;
      ++seen;
    }
    const std::int32_t lapse = lapse_after(seen, pace);
    const bool is_current = as_of_ - last <= lapse;
    if (!is_current) steps_.push_back({Move::lapsed, periods_->place(last + (lapse + 1))});
    if (before_ >= last) was_current = before_ - last <= lapse;
    were_current_ += was_current;
    stayed_ += was_current && is_current;
    return steps_;
  }

 private:
  std::int32_t lapse_after(std::int32_t seen, const Pace& pace) const {
    return seen == 1 ? first_lapse_ : pace.lapsed_after;
  }

  const Periods* periods_;
  std::int32_t first_lapse_;
  Date as_of_;
  Date before_;
  std::int64_t were_current_ = 0;
  std::int64_t stayed_ = 0;
  std::vector<Step> steps_;
};

}  // namespace

Movement movement_of(const OrderDays& days, std::span<const Summary> customers,
                     const Rhythms& rhythms, Date as_of, NoFigure otherwise) {
  Movement movement{periods_of(customers, as_of), {}, {}, {}};
  std::int64_t were_current = 0;
  std::int64_t stayed = 0;
  if (rhythms.knows_gaps && rhythms.knows_returns) {
    for (std::int32_t i = 0; i < movement.periods.count(); ++i)
      movement.flows.push_back({i, 0, 0, 0, 0, 0});
    Follow follow(movement.periods, rhythms, as_of);
    for (std::size_t i = 0; i < customers.size(); ++i)
      for (const auto& [move, period] : follow.steps(days.of(i), rhythms.customers[i].pace)) {
        Flow& flow = movement.flows[static_cast<std::size_t>(period)];
        ++(move == Move::joined        ? flow.new_customers
           : move == Move::returned    ? flow.returning
           : move == Move::reactivated ? flow.reactivated
                                       : flow.lapsed);
      }
    std::int64_t current = 0;
    for (Flow& flow : movement.flows)
      flow.current = current += flow.new_customers + flow.reactivated - flow.lapsed;
    were_current = follow.were_current();
    stayed = follow.stayed();
  }
  movement.retention_rate = rate_of(
      stayed, were_current,
      "customers not lapsed 90 days before as_of and not on as_of / customers not lapsed 90 days "
      "before as_of",
      otherwise);
  movement.churn_rate =
      rate_of(were_current - stayed, were_current,
              "customers not lapsed 90 days before as_of but on as_of / customers not lapsed 90 "
              "days before as_of",
              otherwise);
  return movement;
}

std::vector<bool> who_moved(const Movement& movement, const OrderDays& days, const Rhythms& rhythms,
                            Date as_of, Move move, std::int32_t period) {
  std::vector<bool> who(days.customers());
  if (movement.flows.empty()) return who;
  Follow follow(movement.periods, rhythms, as_of);
  for (std::size_t i = 0; i < who.size(); ++i)
    for (const Follow::Step& step : follow.steps(days.of(i), rhythms.customers[i].pace))
      if (step.move == move && step.period == period) who[i] = true;
  return who;
}

}  // namespace regulars
