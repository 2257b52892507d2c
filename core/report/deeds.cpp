#include "core/report/deeds.h"

#include <algorithm>
#include <numeric>

namespace regulars {
namespace {

constexpr std::int32_t kSecondsPerHour = 3600;

// Whether a customer ordered on a day that is wanted.
template <class Wanted>
bool ordered(std::span<const OrderDay> days, Wanted&& wanted) {
  return std::any_of(days.begin(), days.end(),
                     [&](const OrderDay& day) { return day.orders > 0 && wanted(day.day); });
}

bool ordered_between(std::span<const OrderDay> days, Date from, Date to) {
  return ordered(days, [&](Date day) { return day >= from && day <= to; });
}

bool ordered_in_hour(const Analysis& analysis, CustomerId customer, std::int32_t hour) {
  const auto history = analysis.book.history(customer);
  return std::any_of(history.begin(), history.end(), [&](std::int32_t index) {
    const Order order = analysis.book.order(index);
    return order.status == LineStatus::counted && order.moment.date <= analysis.as_of &&
           order.moment.second != kNoTime && order.moment.second / kSecondsPerHour == hour;
  });
}

/// Takes out, question by question, who did not do so.
class Sieve {
 public:
  explicit Sieve(const Analysis& analysis)
      : analysis_(&analysis),
        days_(analysis.book, analysis.customers, analysis.as_of),
        left_(analysis.customers.size(), true) {}

  template <class Fits>
  void keep(Fits&& fits) {
    for (std::size_t i = 0; i < left_.size(); ++i) left_[i] = left_[i] && fits(i);
  }

  void by_cohort(const Deeds& deeds) {
    const CohortTable& cohorts = analysis_->conduct.cohorts;
    if (deeds.cohort) keep([&](std::size_t i) { return cohorts.cohort_of[i] == *deeds.cohort; });
    if (!deeds.cohort_age) return;
    const Periods periods = periods_of(cohorts, analysis_->customers, analysis_->as_of);
    keep([&](std::size_t i) {
      const std::int64_t place = std::int64_t{periods.place(first(i))} + *deeds.cohort_age;
      if (place >= periods.count()) return false;
      const auto at = static_cast<std::int32_t>(place);
      return ordered_between(days_.of(i), periods.from(at), periods.to(at));
    });
  }

  void by_days(const Deeds& deeds) {
    if (deeds.ordered_from || deeds.ordered_to) {
      const Date from = deeds.ordered_from.value_or(Date{INT32_MIN});
      const Date to = deeds.ordered_to.value_or(Date{INT32_MAX});
      keep([&](std::size_t i) { return ordered_between(days_.of(i), from, to); });
    }
    if (deeds.again_from || deeds.again_to) {
      const Date from = deeds.again_from.value_or(Date{INT32_MIN});
      const Date to = deeds.again_to.value_or(Date{INT32_MAX});
      keep([&](std::size_t i) {
        return ordered_between(days_.of(i), std::max(from, first(i) + 1), to);
      });
    }
    if (deeds.second_from || deeds.second_to) {
      const std::int32_t least = deeds.second_from.value_or(0);
      const std::int32_t most = deeds.second_to.value_or(INT32_MAX);
      keep([&](std::size_t i) {
        const std::int32_t second = days_to_second(days_.of(i));
        return second >= 0 && second >= least && second <= most;
      });
    }
    if (deeds.move) {
      const Conduct& conduct = analysis_->conduct;
      const std::vector<bool> moved = who_moved(conduct.movement, days_, conduct.rhythms,
                                                analysis_->as_of, *deeds.move, deeds.move_period);
      keep([&](std::size_t i) { return moved[i]; });
    }
  }

  void by_season(const Deeds& deeds) {
    if (deeds.weekday)
      keep([&](std::size_t i) {
        return ordered(days_.of(i), [&](Date day) { return weekday_of(day) == *deeds.weekday; });
      });
    if (deeds.month)
      keep([&](std::size_t i) {
        return ordered(days_.of(i), [&](Date day) { return civil_of(day).month == *deeds.month; });
      });
    if (deeds.hour)
      keep([&](std::size_t i) {
        return ordered_in_hour(*analysis_, analysis_->customers[i].customer, *deeds.hour);
      });
  }

  void by_rank(const Deeds& deeds) {
    if (!deeds.rank_from && !deeds.rank_to) return;
    std::vector<std::size_t> order(left_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return analysis_->customers[a].revenue > analysis_->customers[b].revenue;
    });
    std::vector<std::int32_t> rank(order.size());
    for (std::size_t at = 0; at < order.size(); ++at)
      rank[order[at]] = static_cast<std::int32_t>(at) + 1;
    keep([&](std::size_t i) {
      return rank[i] >= deeds.rank_from.value_or(1) && rank[i] <= deeds.rank_to.value_or(INT32_MAX);
    });
  }

  std::vector<bool> left() && { return std::move(left_); }

 private:
  Date first(std::size_t place) const { return analysis_->customers[place].first; }

  const Analysis* analysis_;
  OrderDays days_;
  std::vector<bool> left_;
};

}  // namespace

std::vector<bool> who_did(const Analysis& analysis, const Deeds& deeds) {
  if (deeds == Deeds{}) return {};
  Sieve sieve(analysis);
  sieve.by_cohort(deeds);
  sieve.by_days(deeds);
  sieve.by_season(deeds);
  sieve.by_rank(deeds);
  return std::move(sieve).left();
}

}  // namespace regulars
