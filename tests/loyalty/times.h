// Instants and zones as text, for tests of what has a time.
#pragma once

#include <string>
#include <string_view>

#include "core/base/zone.h"
#include "core/loyalty/durations.h"
#include "tests/support/catch.h"

namespace regulars {

/// The seconds of "2026-03-08 02:30:00", as if it were UTC; any sign may stand between the parts.
inline std::int64_t seconds_written(std::string_view text) {
  const auto number = [&](std::size_t from, std::size_t count) {
    return std::stoi(std::string(text.substr(from, count)));
  };
  const auto date = make_date(number(0, 4), number(5, 2), number(8, 2));
  INFO(text);
  REQUIRE(date);
  return seconds_of({*date, number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2)});
}

/// "2026-03-08T07:30:00Z".
inline Instant utc(std::string_view text) { return seconds_written(text); }

/// A civil moment of a zone, "2026-03-08 02:30:00".
inline Instant local(std::string_view text, const Zone& zone) {
  return instant_of(moment_of(seconds_written(text)), zone);
}

/// The changes of the clock of America/New_York in 2025 and 2026. Source: tzdb.
inline const Zone& new_york() {
  static const Zone zone{"America/New_York",
                         {{utc("2024-11-03T06:00:00Z"), -5 * 3600},
                          {utc("2025-03-09T07:00:00Z"), -4 * 3600},
                          {utc("2025-11-02T06:00:00Z"), -5 * 3600},
                          {utc("2026-03-08T07:00:00Z"), -4 * 3600},
                          {utc("2026-11-01T06:00:00Z"), -5 * 3600}}};
  return zone;
}

/// Asia/Tokyo, which changes no clocks.
inline const Zone& tokyo() {
  static const Zone zone{"Asia/Tokyo", {{utc("1970-01-01T00:00:00Z"), 9 * 3600}}};
  return zone;
}

}  // namespace regulars
