// The chosen model as a grid: what customers with so many orders, the last so long ago, will do.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/models/purchase_model.h"

namespace regulars {

/// Customers with so many repeat order days, the last within some days.
struct FrequencyRecencyCell {
  std::int32_t frequency = 0;   // of the last row: or more
  std::int32_t since_from = 0;  // days since the last order day, both included
  std::int32_t since_to = 0;
  std::int64_t customers = 0;  // of the shop
  // By the model, for a customer of the grid's age in the middle of the cell; nothing where there
  // can be none.
  std::optional<double> probability_alive{};
  std::optional<double> expected_orders{};  // within the horizon
};

/// Rows by frequency, columns by days since the last order: even steps, whole weeks where the
/// oldest customer is at least twelve weeks old.
struct FrequencyRecency {
  double age = 0;        // the median of the customers' ages, in days
  Days horizon;          // of `expected_orders`
  bool is_open = false;  // the last row holds all larger frequencies too
  std::vector<std::int32_t> frequencies;
  std::vector<std::int32_t> since_from;     // of the columns
  std::vector<std::int32_t> since_to;       // the last reaches to the longest age
  std::vector<FrequencyRecencyCell> cells;  // by row, then column
};

inline constexpr std::int32_t kMostFrequent = 12;  // rows beside that of frequency 0
inline constexpr std::int32_t kMostSteps = 12;     // columns

/// The grid of a shop; without customers it is empty. A customer seen on one day is as old as the
/// last order, so that the first row is of that age.
FrequencyRecency frequency_recency(const PurchaseModel& model, std::span<const Summary> customers,
                                   Days horizon);

}  // namespace regulars
