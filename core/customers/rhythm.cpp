#include "core/customers/rhythm.h"

#include <algorithm>
#include <cmath>

#include "core/stats/special.h"

namespace regulars {
namespace {

// Half, nine in ten, nineteen in twenty.
constexpr double kOverdue = 0.9;
constexpr double kLapsed = 0.95;
constexpr double kZOverdue = 1.2815515655446004;  // of the normal distribution
constexpr double kZLapsed = 1.6448536269514722;

/// A customer's gaps on the log scale.
struct LogGaps {
  std::int64_t count = 0;
  double sum = 0;
  double squares = 0;
};

// Whole days: their logarithms are looked up.
class Logs {
 public:
  double of(std::int32_t days) {
    const auto at = static_cast<std::size_t>(days);
    while (at >= logs_.size()) logs_.push_back(std::log(static_cast<double>(logs_.size())));
    return logs_[at];
  }

 private:
  std::vector<double> logs_{0};  // no gap is 0 days long
};

LogGaps log_gaps(std::span<const OrderDay> days, Logs& logs) {
  LogGaps gaps;
  const OrderDay* last = nullptr;
  for (const OrderDay& day : days) {
    if (day.orders == 0) continue;
    if (last != nullptr) {
      const double log = logs.of(day.day - last->day);
      ++gaps.count;
      gaps.sum += log;
      gaps.squares += log * log;
    }
    last = &day;
  }
  return gaps;
}

// A gap is a whole number of days, which stands for half a day around it. A day is told from the
// next: the three points stand in order even where gaps do not vary.
Pace pace_of(double usual, double overdue, double lapsed) {
  constexpr double longest = 1e6;
  const auto whole = [&](double days) {
    return static_cast<std::int32_t>(std::ceil(std::clamp(days, 1.0, longest) - 0.5));
  };
  Pace pace;
  pace.usual = whole(usual);
  pace.overdue_after = std::max(pace.usual + 1, whole(overdue));
  pace.lapsed_after = std::max(pace.overdue_after + 1, whole(lapsed));
  return pace;
}

}  // namespace

std::string_view rhythm_word(RhythmState state) {
  return kRhythmWords[static_cast<std::size_t>(state)];
}

PaceModel::PaceModel(const OrderDays& days, std::span<const Summary> customers,
                     const SecondOrderCurve& second_orders)
    : returns_(second_orders.events) {
  if (knows_returns()) {
    const auto day = [&](double share) {
      return static_cast<double>(*day_of_returning(second_orders, share));
    };
    first_ = pace_of(day(0.5), day(kOverdue), day(kLapsed));
  }
  Logs logs;
  double sum = 0;
  double inside = 0;  // squared distances to the customers' own means
  double own = 0;     // squared sums over counts
  double count_squares = 0;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    const LogGaps gaps = log_gaps(days.of(i), logs);
    if (gaps.count == 0) continue;
    const auto n = static_cast<double>(gaps.count);
    spread_.gaps += gaps.count;
    ++spread_.customers;
    sum += gaps.sum;
    own += gaps.sum * gaps.sum / n;
    inside += gaps.squares - gaps.sum * gaps.sum / n;
    count_squares += n * n;
  }
  if (spread_.gaps == 0) return;
  const auto n = static_cast<double>(spread_.gaps);
  const auto m = static_cast<double>(spread_.customers);
  const double outside = std::max(0.0, own - sum * sum / n);
  spread_.center = sum / n;
  if (n == m) {  // one gap each: what is whose cannot be told
    spread_.within = m > 1 ? std::sqrt(outside / (m - 1)) : 0;
    return;
  }
  const double within = std::max(0.0, inside / (n - m));
  spread_.within = std::sqrt(within);
  if (m < 2) return;
  const double size = (n - count_squares / n) / (m - 1);
  const double between = std::max(0.0, (outside / (m - 1) - within) / size);
  spread_.between = std::sqrt(between);
  if (between == 0) return;
  // The mean of the customers' means, each weighing as much as it is known.
  double weights = 0;
  double weighted = 0;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    const LogGaps gaps = log_gaps(days.of(i), logs);
    if (gaps.count == 0) continue;
    const auto count = static_cast<double>(gaps.count);
    const double weight = 1 / (between + within / count);
    weights += weight;
    weighted += weight * gaps.sum / count;
  }
  spread_.center = weighted / weights;
}

Pace PaceModel::pace(std::int64_t gaps, double log_sum) const {
  const double within = spread_.within * spread_.within;
  const double between = spread_.between * spread_.between;
  const auto n = static_cast<double>(gaps);
  // Posterior of the customer's mean; a share 0..1 is the customer's own.
  const double share = within + n * between > 0 ? n * between / (within + n * between) : 0;
  const double mean = spread_.center + share * (log_sum / n - spread_.center);
  const double spread = std::sqrt(within + between * (1 - share));
  return pace_of(std::exp(mean), std::exp(mean + kZOverdue * spread),
                 std::exp(mean + kZLapsed * spread));
}

RhythmState state_after(const Pace& pace, std::int32_t days_since_last, std::int32_t frequency) {
  if (pace.usual == 0) return RhythmState::unknown;
  if (days_since_last > pace.lapsed_after) return RhythmState::lapsed;
  if (days_since_last > pace.overdue_after) return RhythmState::overdue;
  if (days_since_last > pace.usual) return RhythmState::due;
  return frequency > 0 ? RhythmState::on_time : RhythmState::fresh;
}

Rhythms rhythms_of(const OrderDays& days, std::span<const Summary> customers,
                   const SecondOrderCurve& second_orders) {
  const PaceModel model(days, customers, second_orders);
  Rhythms rhythms{
      model.spread(), model.knows_gaps(), model.knows_returns(), model.first_pace(), {}, {}};
  rhythms.customers.reserve(customers.size());
  Logs logs;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    Rhythm rhythm;
    if (customers[i].frequency == 0) {
      rhythm.pace = rhythms.first_pace;
    } else if (rhythms.knows_gaps) {
      const LogGaps gaps = log_gaps(days.of(i), logs);
      rhythm.pace = model.pace(gaps.count, gaps.sum);
    }
    rhythm.state = state_after(rhythm.pace, customers[i].days_since_last, customers[i].frequency);
    ++rhythms.states[static_cast<std::size_t>(rhythm.state)];
    rhythms.customers.push_back(rhythm);
  }
  return rhythms;
}

}  // namespace regulars
