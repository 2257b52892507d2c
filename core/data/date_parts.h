// The parts of a date that figures and words have in common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/data/cursor.h"
#include "core/data/values.h"

namespace regulars {

/// A time of day: 14:05, 14:05:09.123, 2:05 PM, 14h05, Chinese signs and half-days. The cursor
/// stands behind it.
std::optional<SecondOfDay> read_time(Cursor& cursor);

/// All that may stand behind a time: an offset, the name of a zone, and the same zone again in
/// brackets. False where something else does.
bool read_offset(Cursor& cursor, DateText& result);

/// The year of two digits or four.
std::int32_t full_year(std::int32_t year, std::size_t digits);

/// Whether there is such a day, under whichever order.
bool exists(const DateText& text);

/// A date with its month in words.
std::optional<DateText> parse_written_date(std::string_view cell);

}  // namespace regulars
