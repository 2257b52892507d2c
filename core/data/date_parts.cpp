#include "core/data/date_parts.h"

#include "core/data/zones.h"

namespace regulars {
namespace {

// Chinese hour (two), minute and second, as UTF-8.
constexpr std::string_view kHourSign = "\u65F6";
constexpr std::string_view kSpokenHourSign = "\u70B9";
constexpr std::string_view kMinuteSign = "\u5206";
constexpr std::string_view kSecondSign = "\u79D2";

/// Half of the day that a word names: morning ends at noon, afternoon begins there.
enum class HalfDay { unsaid, morning, afternoon };

// Chinese half-days, which stand before the time: forenoon, small hours, morning; afternoon,
// evening, noon.
HalfDay skip_half_day_sign(Cursor& cursor) {
  for (const std::string_view word : {"\u4E0A\u5348", "\u51CC\u6668", "\u65E9\u4E0A"})
    if (cursor.skip(word)) return HalfDay::morning;
  for (const std::string_view word : {"\u4E0B\u5348", "\u665A\u4E0A", "\u4E2D\u5348"})
    if (cursor.skip(word)) return HalfDay::afternoon;
  return HalfDay::unsaid;
}

// AM, p.m., p. m. behind a time.
HalfDay skip_half_day(Cursor& cursor) {
  Cursor ahead = cursor;
  ahead.skip_blanks();
  if (ahead.skip("\u202F") || ahead.skip("\u00A0")) ahead.skip_blanks();
  const char first = lower(ahead.peek());
  if (first != 'a' && first != 'p') return HalfDay::unsaid;
  ++ahead.at;
  const bool dotted = ahead.skip('.');
  ahead.skip(' ');
  if (lower(ahead.peek()) != 'm') return HalfDay::unsaid;
  ++ahead.at;
  if (dotted) ahead.skip('.');
  if (is_letter(ahead.peek())) return HalfDay::unsaid;
  cursor = ahead;
  return first == 'a' ? HalfDay::morning : HalfDay::afternoon;
}

// The offset nearly all exports write: Z, +01:00, -0500.
bool read_figures(std::string_view text, DateText& result) {
  const bool colon = text.size() == 6 && text[3] == ':';
  if (text == "Z") return result.has_offset = true;
  if ((!colon && text.size() != 5) || (text.front() != '+' && text.front() != '-')) return false;
  std::int32_t value = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (colon && i == 3) continue;
    if (!is_digit(text[i])) return false;
    value = value * 10 + (text[i] - '0');
  }
  if (value / 100 > 14 || value % 100 > 59) return false;
  result.has_offset = true;
  result.offset = (value / 100 * 3600 + value % 100 * 60) * (text.front() == '-' ? -1 : 1);
  return true;
}

}  // namespace

std::optional<SecondOfDay> read_time(Cursor& cursor) {
  HalfDay half = HalfDay::unsaid;
  if (static_cast<unsigned char>(cursor.peek()) >= 0x80) {
    half = skip_half_day_sign(cursor);
    cursor.skip_blanks();
  }
  std::int32_t hour = cursor.number(2);
  if (hour < 0) return {};
  const bool signs = cursor.skip(kHourSign) || cursor.skip(kSpokenHourSign);
  if (!signs && !cursor.skip(':') && !cursor.skip('h')) return {};
  std::size_t digits = 0;
  std::int32_t minute = cursor.number(2, &digits);
  if (digits != 2 && !signs) return {};
  if (digits == 0) minute = 0;  // Chinese full hours
  std::int32_t second = 0;
  const bool minute_sign = signs && cursor.skip(kMinuteSign);
  if (signs ? minute_sign && is_digit(cursor.peek()) : cursor.skip(':')) {
    second = cursor.number(2, &digits);
    if (digits != 2 && !signs) return {};
    if (signs) cursor.skip(kSecondSign);
    if ((cursor.peek() == '.' || cursor.peek() == ',') && cursor.at + 1 < cursor.text.size() &&
        is_digit(cursor.text[cursor.at + 1])) {
      ++cursor.at;
      while (is_digit(cursor.peek())) ++cursor.at;  // parts of a second have no meaning in a shop
    }
  }
  const HalfDay behind = cursor.done() ? HalfDay::unsaid : skip_half_day(cursor);
  if (behind != HalfDay::unsaid) {
    if (hour < 1 || hour > 12) return {};
    half = behind;
  }
  if (half != HalfDay::unsaid && hour <= 12)
    hour = hour % 12 + (half == HalfDay::afternoon ? 12 : 0);
  // A leap second is read as the second before it; 24:00 is no time of day.
  if (second == 60) second = 59;
  if (hour > 23 || minute > 59 || second > 59) return {};
  return hour * 3600 + minute * 60 + second;
}

bool read_offset(Cursor& cursor, DateText& result) {
  if (cursor.done()) return true;
  cursor.skip_blanks();
  std::string_view zone = cursor.rest();
  if (read_figures(zone, result)) return true;
  const std::size_t bracket = zone.find_first_of("([");
  if (bracket != std::string_view::npos && bracket > 0) zone = zone.substr(0, bracket);
  while (!zone.empty() && zone.back() == ' ') zone.remove_suffix(1);
  // "Uhr" of German times is no zone.
  if (same_letters(zone, "uhr")) return true;
  if (zone.empty() || zone.size() > 9) return false;
  const std::optional<ZoneName> name = parse_zone(zone);
  if (!name || !name->offset) return false;
  result.has_offset = true;
  result.offset = *name->offset;
  return true;
}

std::int32_t full_year(std::int32_t year, std::size_t digits) {
  if (digits != 2) return year;
  return year + (year < 70 ? 2000 : 1900);  // POSIX: 69 to 99 are of the last century
}

bool exists(const DateText& text) {
  const DayOrder order = order_of(text);
  return date_of(text, order == DayOrder::undecided ? DayOrder::day_first : order).has_value();
}

}  // namespace regulars
