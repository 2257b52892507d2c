#include "core/models/histories.h"

#include <algorithm>
#include <tuple>

namespace regulars {
namespace {

// What histories are told apart by. Gaps are not: they count as a sum.
auto figures(const History& history) {
  return std::tuple(history.frequency, history.recency.count, history.age.count);
}

template <class T>
void make_distinct(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

template <class T>
std::int32_t place_of(const std::vector<T>& sorted, T value) {
  return static_cast<std::int32_t>(std::lower_bound(sorted.begin(), sorted.end(), value) -
                                   sorted.begin());
}

}  // namespace

History history_of(const Summary& summary) {
  return {.frequency = summary.frequency,
          .recency = {static_cast<double>(summary.recency)},
          .age = {static_cast<double>(summary.age)},
          .log_gaps = summary.log_gaps};
}

Histories::Histories(std::span<const Summary> summaries) {
  std::vector<CountedHistory> rows;
  rows.reserve(summaries.size());
  for (const Summary& summary : summaries) rows.push_back({history_of(summary)});
  take(std::move(rows));
}

Histories::Histories(std::span<const CountedHistory> rows) {
  take(std::vector<CountedHistory>(rows.begin(), rows.end()));
}

void Histories::take(std::vector<CountedHistory> rows) {
  std::sort(rows.begin(), rows.end(), [](const CountedHistory& a, const CountedHistory& b) {
    return figures(a.history) < figures(b.history);
  });
  for (const auto& [history, count] : rows) {
    times_.push_back(history.age.count);
    times_.push_back(history.recency.count);
    if (frequencies_.empty() || frequencies_.back() != history.frequency)
      frequencies_.push_back(history.frequency);
  }
  make_distinct(times_);
  const std::size_t times = times_.size();
  // Of the frequency at hand: the pair of each time, -1 where there is none yet.
  std::vector<std::int32_t> pair_of(times, -1);
  std::int32_t current = -1;
  const auto pair = [&](std::int32_t frequency, std::int32_t time) {
    if (frequency != current) {
      pair_of.assign(times, -1);
      current = frequency;
    }
    std::int32_t& place = pair_of[static_cast<std::size_t>(time)];
    if (place < 0) {
      place = static_cast<std::int32_t>(pairs_.size());
      pairs_.push_back({frequency, time});
    }
    return place;
  };
  const History* before = nullptr;
  std::int32_t frequency = -1;
  for (const auto& [history, count] : rows) {
    if (!before || figures(*before) != figures(history)) {
      if (!before || before->frequency != history.frequency) ++frequency;
      HistoryGroup group{.frequency = frequency,
                         .recency = place_of(times_, history.recency.count),
                         .age = place_of(times_, history.age.count)};
      group.last = pair(frequency, group.recency);
      group.end = pair(frequency, group.age);
      groups_.push_back(group);
      before = &history;
    }
    groups_.back().customers += count;
    customers_ += count;
    repeats_ += count * history.frequency;
    log_gaps_ += count * history.log_gaps;
  }
}

History Histories::history(const HistoryGroup& group) const {
  return {.frequency = frequencies_[static_cast<std::size_t>(group.frequency)],
          .recency = {times_[static_cast<std::size_t>(group.recency)]},
          .age = {times_[static_cast<std::size_t>(group.age)]}};
}

Histories Histories::thinned(std::size_t groups) const {
  const std::size_t every =
      std::max<std::size_t>(1, groups_.size() / std::max<std::size_t>(1, groups));
  std::vector<CountedHistory> rows;
  for (std::size_t i = every / 2; i < groups_.size(); i += every)
    rows.push_back({history(groups_[i]), groups_[i].customers});
  Histories result;
  result.take(std::move(rows));
  // The gaps of those left out are unknown by group: the average stands for them.
  if (repeats_ > 0) result.log_gaps_ = log_gaps_ * result.repeats_ / repeats_;
  return result;
}

}  // namespace regulars
