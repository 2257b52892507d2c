#include "core/models/frequency_recency.h"

#include <algorithm>

#include "core/stats/describe.h"

namespace regulars {
namespace {

constexpr std::int32_t kWeek = 7;

// A customer in the middle of a cell; nothing where a history like that cannot be: it began after
// its last order, or has more order days than days.
std::optional<History> history_in(const FrequencyRecencyCell& cell, double grid_age) {
  const double since = (cell.since_from + cell.since_to) / 2.0;
  const double age = cell.frequency == 0 ? since : grid_age;
  if (age - since < cell.frequency) return {};
  return History{.frequency = cell.frequency, .recency = {age - since}, .age = {age}};
}

}  // namespace

FrequencyRecency frequency_recency(const PurchaseModel& model, std::span<const Summary> customers,
                                   Days horizon) {
  FrequencyRecency grid;
  grid.horizon = horizon;
  if (customers.empty()) return grid;
  std::int32_t most = 0;
  std::int32_t longest = 0;
  std::vector<double> ages;
  ages.reserve(customers.size());
  for (const Summary& one : customers) {
    most = std::max(most, one.frequency);
    longest = std::max(longest, one.age);
    ages.push_back(one.age);
  }
  grid.age = *median(std::move(ages));
  grid.is_open = most > kMostFrequent;
  const std::int32_t last = std::min(most, kMostFrequent);
  std::int32_t step = (longest + kMostSteps) / kMostSteps;  // of longest + 1 days, rounded up
  if (longest >= kMostSteps * kWeek) step = (step + kWeek - 1) / kWeek * kWeek;
  for (std::int32_t from = 0; from <= longest; from += step) {
    grid.since_from.push_back(from);
    grid.since_to.push_back(from + step - 1);
  }
  const std::size_t columns = grid.since_from.size();
  for (std::int32_t frequency = 0; frequency <= last; ++frequency) {
    grid.frequencies.push_back(frequency);
    for (std::size_t column = 0; column < columns; ++column) {
      FrequencyRecencyCell cell{.frequency = frequency,
                                .since_from = grid.since_from[column],
                                .since_to = grid.since_to[column]};
      if (const auto history = history_in(cell, grid.age)) {
        const Outlook near = outlook(model, *history, horizon);
        cell.probability_alive = near.alive;
        cell.expected_orders = near.expected;
      }
      grid.cells.push_back(cell);
    }
  }
  for (const Summary& one : customers) {
    const auto row = static_cast<std::size_t>(std::min(one.frequency, last));
    const auto column = static_cast<std::size_t>(one.days_since_last / step);
    ++grid.cells[row * columns + column].customers;
  }
  return grid;
}

}  // namespace regulars
