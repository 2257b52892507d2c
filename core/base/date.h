// Civil days and times of day: the calendar of a shop, without clock or zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace regulars {

/// A civil day, counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar.
struct Date {
  std::int32_t days = 0;
  auto operator<=>(const Date&) const = default;
};

constexpr std::int32_t operator-(Date a, Date b) { return a.days - b.days; }
constexpr Date operator+(Date date, std::int32_t days) { return {date.days + days}; }

/// Year, month 1..12 and day 1..31 of a Date.
struct Civil {
  std::int32_t year = 1970;
  std::int32_t month = 1;
  std::int32_t day = 1;
};

/// The day of a calendar date, or nothing when there is no such day (2024-02-30) or the year is
/// outside 1900..2199.
std::optional<Date> make_date(std::int32_t year, std::int32_t month, std::int32_t day);

/// The calendar date of a day.
Civil civil_of(Date date);

/// 1 Monday to 7; day 0 was a Thursday.
constexpr std::int32_t weekday_of(Date day) { return (day.days % 7 + 7 + 3) % 7 + 1; }

/// The Monday of a day's week.
constexpr Date monday_of(Date day) { return day + (1 - weekday_of(day)); }

/// "2024-03-02".
std::string to_text(Date date);

/// Seconds from midnight, 0..86399, or kNoTime where only the day is known.
using SecondOfDay = std::int32_t;
inline constexpr SecondOfDay kNoTime = -1;

/// A civil day and, where known, the time of day on it.
struct Moment {
  Date date;
  SecondOfDay second = kNoTime;
  auto operator<=>(const Moment&) const = default;
};

/// "2024-03-02", or "2024-03-02 14:05:09" where the time is known.
std::string to_text(Moment moment);

}  // namespace regulars
