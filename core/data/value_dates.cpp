// Days and times of day in figures.
#include "core/data/cursor.h"
#include "core/data/date_parts.h"
#include "core/data/values.h"

namespace regulars {
namespace {

// Chinese year, month and day (two), as UTF-8.
constexpr std::string_view kYearSign = "\u5E74";
constexpr std::string_view kMonthSign = "\u6708";
constexpr std::string_view kDaySign = "\u65E5";
constexpr std::string_view kSpokenDaySign = "\u53F7";

bool read_day(Cursor& cursor, DateText& result) {
  std::size_t digits = 0;
  const std::int32_t a = cursor.number(8, &digits);
  if (a < 0) return false;
  if (digits == 8) {  // 20240302
    result.year = a / 10000;
    result.first = a / 100 % 100;
    result.second = a % 100;
    return true;
  }
  if (digits == 4) {
    result.year = a;
    if (cursor.skip(kYearSign)) {
      cursor.skip(' ');
      result.first = cursor.number(2);
      if (!cursor.skip(kMonthSign)) return false;
      cursor.skip(' ');
      result.second = cursor.number(2);
      return cursor.skip(kDaySign) || cursor.skip(kSpokenDaySign);
    }
    const char mark = cursor.peek();
    if ((mark != '-' && mark != '/' && mark != '.') || !cursor.skip(mark)) return false;
    result.first = cursor.number(2);
    if (!cursor.skip(mark)) return false;
    result.second = cursor.number(2);
    return true;
  }
  if (digits > 2) return false;
  const char mark = cursor.peek();
  if ((mark != '-' && mark != '/' && mark != '.') || !cursor.skip(mark)) return false;
  cursor.skip(' ');  // 2. 3. 2024
  result.year_first = false;
  result.first = a;
  result.second = cursor.number(2);
  if (!cursor.skip(mark)) return false;
  cursor.skip(' ');
  const std::int32_t year = cursor.number(4, &digits);
  result.year = full_year(year, digits);
  return digits == 2 || digits == 4;
}

// 140509 behind 20240302, with or without a T.
bool read_packed_time(Cursor& cursor, DateText& result) {
  Cursor ahead = cursor;
  ahead.skip('T');
  const std::int32_t time = ahead.text.size() - ahead.at >= 6 ? ahead.number(6) : -1;
  if (time < 0 ||
      (!ahead.done() && ahead.peek() != 'Z' && ahead.peek() != '+' && ahead.peek() != '-'))
    return false;
  if (time / 10000 > 23 || time / 100 % 100 > 59 || time % 100 > 59) return false;
  result.time = time / 10000 * 3600 + time / 100 % 100 * 60 + time % 100;
  cursor = ahead;
  return read_offset(cursor, result);
}

}  // namespace

std::optional<DateText> parse_date(std::string_view cell) {
  Cursor cursor{bare(cell)};
  if (!is_digit(cursor.peek())) return parse_written_date(cursor.text);
  DateText result;
  if (!read_day(cursor, result)) return parse_written_date(cursor.text);
  if (!cursor.done()) {
    if (cursor.at == 8 && read_packed_time(cursor, result))
      return exists(result) ? std::optional(result) : std::nullopt;
    const bool parted = cursor.skip('T') || cursor.skip(',') || cursor.peek() == ' ';
    // Behind the Chinese day sign nothing need stand between day and time.
    if (!parted && static_cast<unsigned char>(cursor.text[cursor.at - 1]) < 0x80) return {};
    cursor.skip_blanks();
    if (!parted && cursor.done()) return {};
    const auto time = read_time(cursor);
    if (!time || !read_offset(cursor, result)) return {};
    result.time = *time;
  }
  if (!exists(result)) return {};
  return result;
}

std::optional<DateText> parse_serial_date(std::string_view cell) {
  const std::string_view text = bare(cell);
  std::int64_t days = 0;
  std::size_t i = 0;
  while (i < text.size() && i < 7 && is_digit(text[i])) days = days * 10 + (text[i++] - '0');
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
  if (i == 0) return {};
  if (i < text.size()) {
    if (text[i] != '.' && text[i] != ',') return {};
    for (++i; i < text.size() && is_digit(text[i]); ++i) {
      if (denominator >= 1'000'000'000'000) continue;
      numerator = numerator * 10 + (text[i] - '0');
      denominator *= 10;
    }
    if (i < text.size()) return {};
  }
  constexpr std::int64_t seconds_of_day = 86400;
  constexpr std::int64_t never = 60;  // 29 February 1900
  std::int64_t second = (numerator * seconds_of_day + denominator / 2) / denominator;
  if (second == seconds_of_day) {
    second = 0;
    ++days;
  }
  if (days < 1 || days == never || days > 109'571) return {};  // the end of 2199
  const std::optional<Date> first = make_date(1900, 1, 1);
  const Civil civil = civil_of(*first + static_cast<std::int32_t>(days - (days > never ? 2 : 1)));
  DateText result;
  result.year = civil.year;
  result.first = civil.month;
  result.second = civil.day;
  if (numerator != 0) result.time = static_cast<SecondOfDay>(second);
  return result;
}

bool is_empty_date(std::string_view cell) {
  const std::string_view text = bare(cell);
  if (text.size() < 8 || text.front() != '0') return false;
  return text.find_first_not_of("0-/.: TZ") == std::string_view::npos &&
         text.find_first_of("-/.") != std::string_view::npos;
}

std::optional<SecondOfDay> parse_time(std::string_view cell) {
  Cursor cursor{bare(cell)};
  const auto time = read_time(cursor);
  if (!cursor.done()) return {};
  return time;
}

DayOrder order_of(const DateText& text) {
  if (text.year_first || text.second > 12) return DayOrder::month_first;
  return text.first > 12 ? DayOrder::day_first : DayOrder::undecided;
}

std::optional<Date> date_of(const DateText& text, DayOrder order) {
  const bool month_leads = text.year_first || order == DayOrder::month_first;
  return month_leads ? make_date(text.year, text.first, text.second)
                     : make_date(text.year, text.second, text.first);
}

}  // namespace regulars
