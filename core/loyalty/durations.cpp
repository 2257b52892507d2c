#include "core/loyalty/durations.h"

#include <array>
#include <cassert>
#include <charconv>
#include <chrono>
#include <cstddef>

namespace regulars {
namespace {

struct UnitWord {
  char letter;
  std::int64_t most;  // a hundred years of it
};

// In the order of DurationUnit.
constexpr std::array<UnitWord, 7> kUnits{{{'s', 3'155'760'000},
                                          {'m', 52'596'000},
                                          {'h', 876'600},
                                          {'D', 36'525},
                                          {'W', 5'218},
                                          {'M', 1'200},
                                          {'Y', 100}}};

constexpr std::int32_t kMonths = 12;  // of a year

Date first_of(std::int32_t year, std::int32_t month) {
  const std::chrono::year_month_day first{std::chrono::year{year} / month / 1};
  return {static_cast<std::int32_t>(std::chrono::sys_days{first}.time_since_epoch().count())};
}

// The same day some months later, or the last one of a month that is too short for it.
Date months_after(Date from, std::int64_t months) {
  const Civil civil = civil_of(from);
  const std::int64_t month = std::int64_t{civil.year} * kMonths + civil.month - 1 + months;
  const auto first = [](std::int64_t of) {
    return first_of(static_cast<std::int32_t>(of / kMonths),
                    static_cast<std::int32_t>(of % kMonths) + 1);
  };
  const Date same = first(month) + (civil.day - 1);
  const Date next = first(month + 1);
  return same < next ? same : next + -1;
}

Date start_of(DurationUnit period, Date day) {
  const Civil civil = civil_of(day);
  switch (period) {
    case DurationUnit::week:
      return monday_of(day);
    case DurationUnit::month:
      return first_of(civil.year, civil.month);
    case DurationUnit::year:
      return first_of(civil.year, 1);
    default:
      return day;
  }
}

Date after(DurationUnit period, Date start) {
  switch (period) {
    case DurationUnit::week:
      return start + 7;
    case DurationUnit::month:
      return months_after(start, 1);
    case DurationUnit::year:
      return months_after(start, kMonths);
    default:
      return start + 1;
  }
}

Instant sum(const Duration& duration, Instant from, const Zone& zone) {
  const std::int64_t amount = duration.amount;
  Moment local = local_time(zone, from);
  switch (duration.unit) {
    case DurationUnit::second:
      return from + amount;
    case DurationUnit::minute:
      return from + 60 * amount;
    case DurationUnit::hour:
      return from + 3600 * amount;
    case DurationUnit::day:
      local.date = local.date + static_cast<std::int32_t>(amount);
      break;
    case DurationUnit::week:
      local.date = local.date + static_cast<std::int32_t>(7 * amount);
      break;
    case DurationUnit::month:
      local.date = months_after(local.date, amount);
      break;
    case DurationUnit::year:
      local.date = months_after(local.date, kMonths * amount);
      break;
  }
  // The second pass of a repeated hour would come out as the first.
  return amount == 0 ? from : instant_of(local, zone);
}

const UnitWord* unit_of(char letter) {
  for (const UnitWord& unit : kUnits)
    if (unit.letter == letter) return &unit;
  return nullptr;
}

DurationUnit unit_at(const UnitWord* unit) {
  return static_cast<DurationUnit>(unit - kUnits.data());
}

char letter_of(DurationUnit unit) { return kUnits[static_cast<std::size_t>(unit)].letter; }

// Where `_U` alone rounds up to.
DurationUnit own_period(DurationUnit unit) {
  return unit < DurationUnit::day ? DurationUnit::day : unit;
}

// `_D`, `_U`, `_UM`; true where there is nothing or one of them.
bool read_edge(std::string_view text, Duration& duration) {
  if (text.empty()) return true;
  if (text.size() < 2 || text.size() > 3 || text[0] != '_') return false;
  if (text[1] != 'D' && text[1] != 'U') return false;
  duration.edge = text[1] == 'D' ? DurationEdge::start : DurationEdge::end;
  duration.edge_of = text[1] == 'D' ? DurationUnit::day : own_period(duration.unit);
  if (text.size() == 2) return true;
  const UnitWord* named = unit_of(text[2]);
  if (named == nullptr || unit_at(named) < DurationUnit::day) return false;
  duration.edge_of = unit_at(named);
  return true;
}

}  // namespace

Result<Duration> parse_duration(std::string_view text) {
  if (text == "unlimited") return kUnlimited;
  const Error refused{.code = ErrorCode::invalid_option, .detail = std::string(text)};
  Duration duration;
  const char* end = text.data() + text.size();
  const auto [rest, trouble] = std::from_chars(text.data(), end, duration.amount);
  if (trouble != std::errc() || rest == end || text.front() == '-') return refused;
  const UnitWord* unit = unit_of(*rest);
  if (unit == nullptr || duration.amount > unit->most) return refused;
  duration.unit = unit_at(unit);
  const auto taken = static_cast<std::size_t>(rest - text.data()) + 1;
  if (!read_edge(text.substr(taken), duration)) return refused;
  return duration;
}

std::string to_text(const Duration& duration) {
  if (duration.unlimited) return "unlimited";
  std::string text = std::to_string(duration.amount) + letter_of(duration.unit);
  if (duration.edge == DurationEdge::none) return text;
  const bool down = duration.edge == DurationEdge::start;
  text += down ? "_D" : "_U";
  if (duration.edge_of != (down ? DurationUnit::day : own_period(duration.unit)))
    text += letter_of(duration.edge_of);
  return text;
}

Instant end_of(const Duration& duration, Instant from, const Zone& zone) {
  if (duration.unlimited) return kNever;
  assert(duration.amount >= 0);
  const Instant end = sum(duration, from, zone);
  if (duration.edge == DurationEdge::none) return end;
  const Date start = start_of(duration.edge_of, day_of(end, zone));
  const bool down = duration.edge == DurationEdge::start;
  return instant_of({down ? start : after(duration.edge_of, start), 0}, zone);
}

Instant instant_of(Moment local, const Zone& zone) {
  return seconds_of(local) - offset_at(zone, local);
}

Date day_of(Instant instant, const Zone& zone) { return local_time(zone, instant).date; }

Date anniversary(Date of, std::int32_t year, LeapDay leap_day) {
  const Civil born = civil_of(of);
  const Date month = first_of(year, born.month);
  const Date day = month + (born.day - 1);
  const Date next = months_after(month, 1);
  // Only 29 February can be missing; the day after the 28th is 1 March.
  return day < next || leap_day == LeapDay::march_1 ? day : next + -1;
}

}  // namespace regulars
