// Purchase histories as the models of repeat buying see them: how often, when last, since when.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/customers/summary.h"

namespace regulars {

/// In what lengths of time are stated. Inside, they are days.
enum class TimeUnit : std::uint8_t { days, weeks };

/// A length of time in days, be it a part of one.
struct Days {
  double count = 0;
  auto operator<=>(const Days&) const = default;
};

constexpr double days_in(TimeUnit unit) { return unit == TimeUnit::weeks ? 7 : 1; }
constexpr Days weeks(double count) { return {7 * count}; }
constexpr Days days_of(double count, TimeUnit unit) { return {count * days_in(unit)}; }
constexpr double count_in(Days length, TimeUnit unit) { return length.count / days_in(unit); }

/// One customer's purchases. A day with several orders is one purchase.
struct History {
  std::int32_t frequency = 0;  // x    repeat purchases
  Days recency{};              // t_x  from the first purchase to the last; 0 if frequency is 0
  Days age;                    // T    from the first purchase to the end; at least `recency`
  double log_gaps = 0;         // litt  sum of the logarithms of the days between purchases; else 0
};

History history_of(const Summary& summary);

/// What a model expects of one customer within some days of the end of their history.
struct Outlook {
  double expected = 0;  // purchases
  double pairs = 0;     // the mean of n (n - 1), n being the purchases: tells their variance
  double alive = 1;     // the probability of still being a customer at the end of the history
  double none = 1;      // of no purchase
  double active = 1;    // of still being a customer at the end of those days
};

/// A history and how many customers have it.
struct CountedHistory {
  History history;
  double customers = 1;
};

/// Customers with the same figures, by their places in the lists of Histories.
struct HistoryGroup {
  std::int32_t frequency = 0;  // in frequencies()
  std::int32_t recency = 0;    // in times()
  std::int32_t age = 0;        // in times()
  std::int32_t last = 0;       // in pairs(): frequency and recency
  std::int32_t end = 0;        // in pairs(): frequency and age
  double customers = 0;
};

/// A number of repeat purchases together with a time, by their places.
struct FrequencyTime {
  std::int32_t frequency = 0;
  std::int32_t time = 0;
};

/// Many histories, each different one once: a likelihood costs one term per group, and one
/// logarithm or gamma function per different time, number, or pair of both. The gaps matter only
/// through their sum over all customers, so that groups do not tell them apart.
class Histories {
 public:
  Histories() = default;
  explicit Histories(std::span<const Summary> summaries);
  explicit Histories(std::span<const CountedHistory> rows);

  /// By frequency, recency and age, ascending.
  const std::vector<HistoryGroup>& groups() const { return groups_; }
  const std::vector<double>& times() const { return times_; }                    // days, ascending
  const std::vector<std::int32_t>& frequencies() const { return frequencies_; }  // ascending
  const std::vector<FrequencyTime>& pairs() const { return pairs_; }

  double customers() const { return customers_; }
  double repeats() const { return repeats_; }    // sum of all repeat purchases
  double log_gaps() const { return log_gaps_; }  // sum of all History::log_gaps
  double longest() const { return times_.empty() ? 0 : times_.back(); }  // days

  History history(const HistoryGroup& group) const;

  /// About `groups` of the groups, evenly spread, with their customers.
  Histories thinned(std::size_t groups) const;

 private:
  void take(std::vector<CountedHistory> rows);

  std::vector<HistoryGroup> groups_;
  std::vector<double> times_;
  std::vector<std::int32_t> frequencies_;
  std::vector<FrequencyTime> pairs_;
  double customers_ = 0;
  double repeats_ = 0;
  double log_gaps_ = 0;
};

}  // namespace regulars
