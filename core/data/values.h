// The text of one cell to a day, an amount, a quantity or a status - or to nothing, when it cannot
// be read for certain.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/money.h"

namespace regulars {

/// The same for cells that need it.
std::string_view unwrap(std::string_view cell);

/// A cell without surrounding blanks and without the wrappers that spreadsheets put around numbers:
/// ="123" and '123.
inline std::string_view bare(std::string_view cell) {
  // Nearly every cell begins and ends with a letter, a digit or a sign above '='.
  const bool plain = !cell.empty() && static_cast<unsigned char>(cell.back()) > ' ' &&
                     (static_cast<unsigned char>(cell.front()) > '=' ||
                      (cell.front() > '\'' && cell.front() < '='));
  return plain ? cell : unwrap(cell);
}

/// How the three numbers of a date stand, where the first is not the year.
enum class DayOrder { undecided, day_first, month_first };

/// A date as written. Where `first` and `second` could each be the month, only the whole column can
/// tell.
struct DateText {
  std::int32_t year = 0;
  std::int32_t first = 0;   // the month of an ISO date; else the first number of the cell
  std::int32_t second = 0;  // the day of an ISO date; else the second number
  bool year_first = true;
  SecondOfDay time = kNoTime;
  bool has_offset = false;
  std::int32_t offset = 0;  // seconds east of UTC, where the text says so
};

/// Reads 2024-03-02, 2024/3/2, 20240302, 2/3/2024, 2.3.24, the Chinese year-month-day signs, and
/// months by name in English, German, French and Spanish (3 Jan 2024, Sunday, March 3, 2024, 3 de
/// enero de 2024, 14-Mar-24), each with or without a time (14:05, 14:05:09.123, 2:05 PM, Chinese
/// half-days) and an offset (Z, UTC, +01:00, -0500, GMT+0100, PST). Nothing when it is none of
/// these or no such day can exist.
std::optional<DateText> parse_date(std::string_view cell);

/// The day, and time to the nearest second, of a spreadsheet's serial number: days since the end of
/// 1899, with the 29 February 1900 that never was. A whole number has no time of day.
std::optional<DateText> parse_serial_date(std::string_view cell);

/// A date that says there is none: 0000-00-00, be it with a time.
bool is_empty_date(std::string_view cell);

/// What exports write where they have nothing to say: blanks, dashes, n/a, null, (none).
bool is_placeholder(std::string_view cell);

/// A time of day of its own: 14:05, 14:05:09, 2:05 PM.
std::optional<SecondOfDay> parse_time(std::string_view cell);

/// Which order the numbers themselves allow: day first where the first exceeds 12, month first
/// where the second does, undecided where both orders are days.
DayOrder order_of(const DateText& text);

/// The day under an order; nothing where that is no day. Ignores `order` where the year comes
/// first.
std::optional<Date> date_of(const DateText& text, DayOrder order);

/// How a column writes its numbers.
struct NumberStyle {
  char decimal = '.';  // '.' or ','; the other one and blanks and apostrophes group thousands
};

/// Reads digits with at most one decimal mark, scaled to `decimals` decimals: nearly every number
/// of an export, at full speed. False for everything else.
inline bool read_plain_number(std::string_view text, char decimal, int decimals,
                              std::int64_t& value) {
  constexpr std::size_t longest = 15;  // with ten more for decimals still below 2^63
  if (text.empty() || text.size() >= longest) return false;
  const auto is_figure = [](char c) { return c >= '0' && c <= '9'; };
  if (!is_figure(text.front())) return false;
  std::size_t i = 0;
  value = 0;
  while (i < text.size() && is_figure(text[i])) value = value * 10 + (text[i++] - '0');
  int after = 0;
  if (i < text.size() && text[i] == decimal && i + 1 < text.size()) {
    ++i;
    while (i < text.size() && is_figure(text[i]) && after < decimals) {
      value = value * 10 + (text[i++] - '0');
      ++after;
    }
  }
  if (i < text.size()) return false;
  for (; after < decimals; ++after) value *= 10;
  return true;
}

/// An amount in minor units with `digits` decimals: plain, with thousands marks, currency signs or
/// codes, a leading or trailing minus or accounting brackets, in full-width digits; or the sum of a
/// list that labels them, "amount:4.00|reason:chipped;amount:1.50". Digits beyond the minor unit
/// round half away from zero. Nothing for other text, for percents, for an empty
/// cell and for what does not fit.
std::optional<Money> parse_money(std::string_view cell, NumberStyle style, int digits);

/// A quantity in thousandths, exactly; the same texts as money without a currency. Nothing beyond
/// two million.
std::optional<std::int32_t> parse_quantity(std::string_view cell, NumberStyle style);

/// A percentage in hundredths of a percent: 12.5% is 1250. Nothing without the sign.
std::optional<std::int32_t> parse_percent(std::string_view cell, NumberStyle style);

/// The style a cell proves by itself: ',' for 12,50, 1.250,00 and 1.250.000; '.' for 12.50,
/// 1,250.00 and 1,250,000; 0 where it could be either.
char proven_decimal(std::string_view cell);

/// What a shop's word for the state of an order means.
enum class StatusWord { unknown, counted, cancelled, refunded, unpaid };

/// Understands the words of the platforms' exports, in English, German, French, Spanish and
/// Chinese, in any case.
StatusWord parse_status(std::string_view cell);

/// Whether letters are a currency code of ISO 4217 that is in use, or RMB, NTD or SFr. Codes that
/// are words as well ("ALL", "TOP") are codes in capitals only.
bool is_currency_code(std::string_view letters);

/// The currency code in a cell, in capitals ("eur" is "EUR", "RMB" is "CNY"), or nothing when it is
/// not three letters.
std::optional<std::string> parse_currency(std::string_view cell);

}  // namespace regulars
