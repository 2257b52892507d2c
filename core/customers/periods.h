// Weeks, months and quarters: the calendar of a shop cut into periods.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"

namespace regulars {

/// How long a period is. Weeks begin on Monday.
enum class PeriodLength : std::uint8_t { week, month, quarter };
std::string_view period_word(PeriodLength length);

/// The periods from the one of a first day to the one of a last, both included, by place.
class Periods {
 public:
  Periods(Date first, Date last, PeriodLength length);

  PeriodLength length() const { return length_; }
  std::int32_t count() const { return static_cast<std::int32_t>(begins_.size()) - 1; }
  /// The place of a day's period; days outside count to the nearest.
  std::int32_t place(Date day) const;
  /// First and last day of a period, whole even where the shop began or ended within.
  Date from(std::int32_t place) const { return begins_[static_cast<std::size_t>(place)]; }
  Date to(std::int32_t place) const { return begins_[static_cast<std::size_t>(place) + 1] + -1; }
  /// "2024-W09" (ISO 8601), "2024-02", "2024-Q1".
  std::string name(std::int32_t place) const;

 private:
  PeriodLength length_;
  std::vector<Date> begins_;         // of each period, and of the one after the last
  std::vector<std::int32_t> place_;  // of each day from the first period's beginning on
};

/// The same, by the next longer periods while there would be more than `most`; quarters at the
/// last.
Periods at_most(std::int32_t most, Date first, Date last, PeriodLength length);

}  // namespace regulars
