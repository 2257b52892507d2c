// A shop's time zone, as the host knows it: when its offset from UTC changes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/date.h"

namespace regulars {

/// From `utc` (seconds since 1970-01-01 00:00 UTC) on, local time is UTC plus `offset` seconds.
struct Transition {
  std::int64_t utc = 0;
  std::int32_t offset = 0;
};

/// A named zone and its transitions, ascending. Without transitions it is UTC.
struct Zone {
  std::string name;
  std::vector<Transition> transitions;
};

/// The shop's civil day and time of an instant. Before the first transition the first offset holds.
Moment local_time(const Zone& zone, std::int64_t utc);

/// Seconds east of UTC in force at a civil moment of the zone. An hour that a change of the clock
/// repeats is taken for its first pass, one that it leaves out for the time before.
std::int32_t offset_at(const Zone& zone, Moment local);

/// Seconds since 1970-01-01 00:00 of a civil moment as if it were UTC; midnight where no time is
/// known.
std::int64_t seconds_of(Moment moment);

/// The civil moment of such seconds.
Moment moment_of(std::int64_t seconds);

}  // namespace regulars
