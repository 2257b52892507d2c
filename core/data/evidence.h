// What the cells of one column look like.
#pragma once

#include <cstddef>

#include "core/data/dialect.h"

namespace regulars {

/// Counts over the sampled cells of a column. Placeholders and empty dates are no cells.
struct Evidence {
  std::size_t filled = 0;
  std::size_t dates = 0;
  std::size_t dates_with_time = 0;
  std::size_t serial_days = 0;  // numbers that are days of 1954 to 2064 in a spreadsheet
  std::size_t times = 0;
  std::size_t numbers = 0;
  std::size_t decimals = 0;      // numbers with a decimal mark
  std::size_t small_counts = 0;  // whole numbers of at most three digits
  std::size_t leading_zeros = 0;
  std::size_t emails = 0;
  std::size_t phones = 0;  // or masked ones
  std::size_t masked = 0;
  std::size_t zones = 0;
  std::size_t lists = 0;  // of products, with quantities
  std::size_t distinct = 0;

  bool mostly(std::size_t count) const { return filled > 0 && count * 10 >= filled * 6; }
  bool nearly_all(std::size_t count) const { return filled > 0 && count * 10 >= filled * 9; }
};

/// Looks at a column (0-based) of the sampled records.
Evidence examine(const Head& head, std::size_t column);

}  // namespace regulars
