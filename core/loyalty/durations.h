// How long points wait and how long they live: durations as programs write them, and the instants
// at which they end in the shop's zone.
//
// Source of the grammar: Talon.One, "Add loyalty points": a whole number, a unit, a rounding.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/errors.h"
#include "core/base/zone.h"

namespace regulars {

/// Seconds since 1970-01-01 00:00 UTC.
using Instant = std::int64_t;

/// After every other instant: what never ends.
inline constexpr Instant kNever = std::numeric_limits<Instant>::max();

/// s, m and h are spans of time that pass alike everywhere; from D on it is the calendar that is
/// counted, so that a day of 23 hours is a day.
enum class DurationUnit : std::uint8_t { second, minute, hour, day, week, month, year };

/// What becomes of the instant that a sum arrives at.
enum class DurationEdge : std::uint8_t {
  none,   // it stays
  start,  // down to the start of the day, week, month or year in which it lies
  end,    // up to their end, which is the start of the next
};

/// A length of time: `14D`, `14D_U`, `0M_UD`, `unlimited`.
struct Duration {
  std::int64_t amount = 0;  // of `unit`, at least 0
  DurationUnit unit = DurationUnit::second;
  DurationEdge edge = DurationEdge::none;
  DurationUnit edge_of = DurationUnit::day;  // day, week, month or year
  bool unlimited = false;                    // then nothing else counts
  bool operator==(const Duration&) const = default;
};

/// Whoever waits so long waits not at all.
inline constexpr Duration kAtOnce = {};
inline constexpr Duration kUnlimited = {.unlimited = true};

/// Reads `unlimited`, or a whole number with s, m, h, D, W, M or Y behind it, at most a hundred
/// years. `_D` rounds down to the start of the day; `_U` rounds up to the end of the unit itself,
/// of the day for s, m and h. A further D, W, M or Y names another period: `1M_UD` ends with the
/// day, `1D_DM` with the start of the month. invalid_option with the text otherwise.
Result<Duration> parse_duration(std::string_view text);

/// The duration as parse_duration reads it.
std::string to_text(const Duration& duration);

/// When a duration that begins at `from` is over; kNever if it is unlimited. Months and years keep
/// the day, or take the last one of a shorter month; weeks begin on Monday.
Instant end_of(const Duration& duration, Instant from, const Zone& zone);

/// The instant of a civil moment; midnight where no time is known. An hour that a change of the
/// clock repeats is taken for its first pass, one that it leaves out is as long after midnight as
/// if the clock had not been changed.
Instant instant_of(Moment local, const Zone& zone);

/// The civil day of an instant.
Date day_of(Instant instant, const Zone& zone);

/// Where 29 February is kept in a year that has none.
enum class LeapDay : std::uint8_t { february_28, march_1 };

/// The day on which a birthday or an anniversary falls in a year.
Date anniversary(Date of, std::int32_t year, LeapDay leap_day = LeapDay::february_28);

}  // namespace regulars
