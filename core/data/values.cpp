#include "core/data/values.h"

#include <array>

namespace regulars {
namespace {

constexpr std::int64_t kLargestMinor = 900'000'000'000'000'000;  // sums of nine such still fit

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// Walks over a cell.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  bool done() const { return at >= text.size(); }
  char peek() const { return done() ? '\0' : text[at]; }
  bool skip(char c) {
    if (peek() != c) return false;
    ++at;
    return true;
  }
  bool skip(std::string_view word) {
    if (!text.substr(at).starts_with(word)) return false;
    at += word.size();
    return true;
  }
  bool skip_letters(std::string_view word) {  // in any case; word is given in small letters
    if (text.size() - at < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
      if (lower(text[at + i]) != word[i]) return false;
    at += word.size();
    return true;
  }
  /// At most `most` digits; -1 where there is none.
  std::int32_t number(std::size_t most, std::size_t* read = nullptr) {
    std::int32_t value = 0;
    std::size_t digits = 0;
    while (digits < most && is_digit(peek())) {
      value = value * 10 + (text[at++] - '0');
      ++digits;
    }
    if (read) *read = digits;
    return digits == 0 ? -1 : value;
  }
};

// Chinese year, month and day signs, as UTF-8.
constexpr std::string_view kYearSign = "\xE5\xB9\xB4";
constexpr std::string_view kMonthSign = "\xE6\x9C\x88";
constexpr std::string_view kDaySign = "\xE6\x97\xA5";

std::optional<SecondOfDay> read_time(Cursor& cursor) {
  const std::int32_t hour_text = cursor.number(2);
  if (hour_text < 0 || !cursor.skip(':')) return {};
  std::size_t digits = 0;
  const std::int32_t minute = cursor.number(2, &digits);
  if (digits != 2) return {};
  std::int32_t second = 0;
  if (cursor.skip(':')) {
    second = cursor.number(2, &digits);
    if (digits != 2) return {};
    if (cursor.skip('.'))
      while (is_digit(cursor.peek())) ++cursor.at;  // parts of a second have no meaning in a shop
  }
  std::int32_t hour = hour_text;
  const std::size_t before = cursor.at;
  cursor.skip(' ');
  const bool morning = cursor.skip_letters("am");
  const bool afternoon = !morning && cursor.skip_letters("pm");
  if (morning || afternoon) {
    if (hour < 1 || hour > 12) return {};
    hour = hour % 12 + (afternoon ? 12 : 0);
  } else {
    cursor.at = before;
  }
  // A leap second is read as the second before it; 24:00 is no time of day.
  if (second == 60) second = 59;
  if (hour > 23 || minute > 59 || second > 59) return {};
  return hour * 3600 + minute * 60 + second;
}

bool read_offset(Cursor& cursor, DateText& result) {
  if (cursor.done()) return true;
  cursor.skip(' ');
  if (cursor.skip('Z') || cursor.skip("UTC") || cursor.skip("GMT")) {
    result.has_offset = true;
    return cursor.done();
  }
  const bool east = cursor.peek() == '+';
  if (!east && cursor.peek() != '-') return false;
  ++cursor.at;
  std::size_t digits = 0;
  const std::int32_t hours = cursor.number(2, &digits);
  if (digits != 2) return false;
  cursor.skip(':');
  const std::int32_t minutes = cursor.done() ? 0 : cursor.number(2, &digits);
  if (digits != 2 || hours > 14 || minutes > 59 || !cursor.done()) return false;
  result.has_offset = true;
  result.offset = (hours * 3600 + minutes * 60) * (east ? 1 : -1);
  return true;
}

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
      result.first = cursor.number(2);
      if (!cursor.skip(kMonthSign)) return false;
      result.second = cursor.number(2);
      return cursor.skip(kDaySign);
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
  result.year_first = false;
  result.first = a;
  result.second = cursor.number(2);
  if (!cursor.skip(mark)) return false;
  result.year = cursor.number(4, &digits);
  if (digits == 2)
    result.year += result.year < 70 ? 2000 : 1900;  // POSIX: 69 to 99 are of the last century
  return digits == 2 || digits == 4;
}

/// The digits of a number and what stands around them.
struct NumberText {
  std::string_view body;  // digits and marks, from the first digit (or mark) to the last
  bool negative = false;
};

// Currency signs that may stand before or after a number, as UTF-8.
constexpr std::array<std::string_view, 11> kSigns{"$",
                                                  "\xE2\x82\xAC",
                                                  "\xC2\xA3",
                                                  "\xC2\xA5",
                                                  "\xEF\xBF\xA5",
                                                  "\xE5\x85\x83",
                                                  "\xE2\x82\xB9",
                                                  "\xE2\x82\xBD",
                                                  "\xE2\x82\xA9",
                                                  "\xE0\xA7\xB3",
                                                  "\xC2\xA0"};

bool trim_edges(std::string_view& text, NumberText& number) {
  bool opened = false;
  bool closed = false;
  for (bool changed = true; changed && !text.empty();) {
    changed = false;
    for (const std::string_view sign : kSigns) {
      if (text.starts_with(sign)) {
        text.remove_prefix(sign.size());
        changed = true;
      }
      if (text.ends_with(sign)) {
        text.remove_suffix(sign.size());
        changed = true;
      }
    }
    if (text.empty()) break;
    if (text.front() == ' ' || text.front() == '+') {
      text.remove_prefix(1);
      changed = true;
      continue;
    }
    if (text.back() == ' ') {
      text.remove_suffix(1);
      changed = true;
      continue;
    }
    if (text.front() == '-' && !number.negative) {
      number.negative = true;
      text.remove_prefix(1);
      changed = true;
      continue;
    }
    if (text.front() == '(' && !opened) {
      opened = true;
      text.remove_prefix(1);
      changed = true;
      continue;
    }
    if (text.back() == ')' && !closed) {
      closed = true;
      text.remove_suffix(1);
      changed = true;
      continue;
    }
    if (text.back() == '-' && text.size() > 1 && !number.negative) {
      number.negative = true;
      text.remove_suffix(1);
      changed = true;
      continue;
    }
    if (text.size() > 3 && is_letter(text[0]) && is_letter(text[1]) && is_letter(text[2]) &&
        !is_letter(text[3])) {
      text.remove_prefix(3);
      changed = true;
      continue;
    }
    const std::size_t n = text.size();
    if (n > 3 && is_letter(text[n - 1]) && is_letter(text[n - 2]) && is_letter(text[n - 3]) &&
        !is_letter(text[n - 4])) {
      text.remove_suffix(3);
      changed = true;
    }
  }
  if (opened != closed || (opened && number.negative)) return false;
  number.negative = number.negative || opened;
  number.body = text;
  return !text.empty();
}

// Scales the body to `decimals` decimals, rounding half away from zero. Thousands marks must stand
// between groups of three (or, as in India, two) digits, never at an edge.
std::optional<std::int64_t> scale(std::string_view body, char decimal, int decimals) {
  const char group = decimal == '.' ? ',' : '.';
  std::int64_t value = 0;
  int after = -1;  // digits after the decimal mark; -1 before it
  bool any = false;
  bool round_up = false;
  std::size_t since_group = 0;
  bool grouped = false;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const char c = body[i];
    if (is_digit(c)) {
      any = true;
      ++since_group;
      if (after < 0 || after < decimals) {
        if (value > kLargestMinor / 10) return {};
        value = value * 10 + (c - '0');
      } else if (after == decimals) {
        round_up = c >= '5';
      }
      if (after >= 0) ++after;
    } else if (c == decimal) {
      if (after >= 0 || (grouped && since_group != 3)) return {};
      after = 0;
    } else if ((c == group || c == ' ' || c == '\'') && after < 0) {
      if (!any || since_group == 0 || since_group > 3 || (grouped && since_group < 2)) return {};
      grouped = true;
      since_group = 0;
    } else {
      return {};
    }
  }
  if (!any || (grouped && after < 0 && since_group != 3)) return {};
  for (int i = after < 0 ? 0 : after; i < decimals; ++i) {
    if (value > kLargestMinor / 10) return {};
    value *= 10;
  }
  return value + (round_up ? 1 : 0);
}

std::optional<std::int64_t> parse_decimal(std::string_view cell, NumberStyle style, int decimals) {
  std::string_view text = bare(cell);
  // The common case at full speed: digits, at most one point, nothing else.
  if (style.decimal == '.' && !text.empty() && text.size() < 15 && is_digit(text.front())) {
    std::int64_t value = 0;
    std::size_t i = 0;
    while (i < text.size() && is_digit(text[i])) value = value * 10 + (text[i++] - '0');
    int after = 0;
    if (i < text.size() && text[i] == '.' && i + 1 < text.size()) {
      ++i;
      while (i < text.size() && is_digit(text[i]) && after < decimals) {
        value = value * 10 + (text[i++] - '0');
        ++after;
      }
    }
    if (i == text.size()) {
      for (; after < decimals; ++after) value *= 10;
      return value;
    }
  }
  NumberText number;
  if (!trim_edges(text, number)) return {};
  auto value = scale(number.body, style.decimal, decimals);
  if (value && number.negative) *value = -*value;
  return value;
}

struct StatusEntry {
  std::string_view word;
  StatusWord meaning;
};

// The states of Shopify, WooCommerce, Etsy, Square, Stripe, PayPal and the Chinese platforms, as
// their exports spell them. Chinese words are UTF-8 escapes: sources are ASCII.
constexpr StatusEntry kStatuses[] = {
    {"paid", StatusWord::counted},
    {"partially_paid", StatusWord::counted},
    {"partially_refunded", StatusWord::counted},
    {"partially refunded", StatusWord::counted},
    {"completed", StatusWord::counted},
    {"complete", StatusWord::counted},
    {"closed", StatusWord::counted},
    {"processing", StatusWord::counted},
    {"fulfilled", StatusWord::counted},
    {"shipped", StatusWord::counted},
    {"delivered", StatusWord::counted},
    {"succeeded", StatusWord::counted},
    {"payment", StatusWord::counted},
    {"sale", StatusWord::counted},
    {"ok", StatusWord::counted},
    {"cancelled", StatusWord::cancelled},
    {"canceled", StatusWord::cancelled},
    {"voided", StatusWord::cancelled},
    {"void", StatusWord::cancelled},
    {"failed", StatusWord::cancelled},
    {"expired", StatusWord::cancelled},
    {"refunded", StatusWord::refunded},
    {"refund", StatusWord::refunded},
    {"returned", StatusWord::refunded},
    {"pending", StatusWord::unpaid},
    {"unpaid", StatusWord::unpaid},
    {"authorized", StatusWord::unpaid},
    {"on-hold", StatusWord::unpaid},
    {"on hold", StatusWord::unpaid},
    {"awaiting payment", StatusWord::unpaid},
    {"pending payment", StatusWord::unpaid},
    {"\xE4\xBA\xA4\xE6\x98\x93\xE6\x88\x90\xE5\x8A\x9F", StatusWord::counted},    // trade succeeded
    {"\xE4\xBA\xA4\xE6\x98\x93\xE5\xAE\x8C\xE6\x88\x90", StatusWord::counted},    // trade completed
    {"\xE5\xB7\xB2\xE5\xAE\x8C\xE6\x88\x90", StatusWord::counted},                // completed
    {"\xE5\xB7\xB2\xE4\xBB\x98\xE6\xAC\xBE", StatusWord::counted},                // paid
    {"\xE5\xB7\xB2\xE5\x8F\x91\xE8\xB4\xA7", StatusWord::counted},                // shipped
    {"\xE4\xBA\xA4\xE6\x98\x93\xE5\x85\xB3\xE9\x97\xAD", StatusWord::cancelled},  // trade closed
    {"\xE5\xB7\xB2\xE5\x85\xB3\xE9\x97\xAD", StatusWord::cancelled},              // closed
    {"\xE5\xB7\xB2\xE5\x8F\x96\xE6\xB6\x88", StatusWord::cancelled},              // cancelled
    {"\xE5\xB7\xB2\xE9\x80\x80\xE6\xAC\xBE", StatusWord::refunded},               // refunded
    {"\xE9\x80\x80\xE6\xAC\xBE\xE6\x88\x90\xE5\x8A\x9F", StatusWord::refunded},  // refund succeeded
    {"\xE5\xBE\x85\xE4\xBB\x98\xE6\xAC\xBE", StatusWord::unpaid},                // to be paid
    {"\xE7\xAD\x89\xE5\xBE\x85\xE4\xB9\xB0\xE5\xAE\xB6\xE4\xBB\x98\xE6\xAC\xBE",
     StatusWord::unpaid},  // waiting for payment
};

// Long Chinese states say it in their first words: "paid, waiting for shipping", "shipped, waiting
// for the buyer".
constexpr StatusEntry kStatusBeginnings[] = {
    {"\xE4\xB9\xB0\xE5\xAE\xB6\xE5\xB7\xB2\xE4\xBB\x98\xE6\xAC\xBE", StatusWord::counted},
    {"\xE5\x8D\x96\xE5\xAE\xB6\xE5\xB7\xB2\xE5\x8F\x91\xE8\xB4\xA7", StatusWord::counted},
};

}  // namespace

std::string_view unwrap(std::string_view cell) {
  while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t')) cell.remove_prefix(1);
  while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t')) cell.remove_suffix(1);
  if (cell.size() >= 3 && cell.starts_with("=\"") && cell.back() == '"')
    return bare(cell.substr(2, cell.size() - 3));
  if (cell.size() > 1 && cell.front() == '\'' && (is_digit(cell[1]) || cell[1] == '+'))
    cell.remove_prefix(1);
  return cell;
}

std::optional<DateText> parse_date(std::string_view cell) {
  Cursor cursor{bare(cell)};
  DateText result;
  if (!read_day(cursor, result)) return {};
  if (!cursor.done()) {
    if (!cursor.skip('T') && !cursor.skip(' ')) return {};
    while (cursor.skip(' ')) {
    }
    const auto time = read_time(cursor);
    if (!time || !read_offset(cursor, result)) return {};
    result.time = *time;
  }
  if (!date_of(result,
               order_of(result) == DayOrder::undecided ? DayOrder::day_first : order_of(result)))
    return {};
  return result;
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

std::optional<Money> parse_money(std::string_view cell, NumberStyle style, int digits) {
  const auto minor = parse_decimal(cell, style, digits);
  if (!minor) return {};
  return Money{*minor};
}

std::optional<std::int32_t> parse_quantity(std::string_view cell, NumberStyle style) {
  const auto thousandths = parse_decimal(cell, style, 3);
  if (!thousandths || *thousandths > 2'000'000'000 || *thousandths < -2'000'000'000) return {};
  return static_cast<std::int32_t>(*thousandths);
}

char proven_decimal(std::string_view cell) {
  std::string_view text = bare(cell);
  NumberText number;
  if (!trim_edges(text, number)) return 0;
  const std::size_t point = number.body.rfind('.');
  const std::size_t comma = number.body.rfind(',');
  if (point == std::string_view::npos && comma == std::string_view::npos) return 0;
  char candidate = 0;
  if (point != std::string_view::npos && comma != std::string_view::npos) {
    candidate = point > comma ? '.' : ',';
  } else {
    const char mark = point != std::string_view::npos ? '.' : ',';
    const std::size_t place = mark == '.' ? point : comma;
    if (number.body.find(mark) != place) return 0;  // several of one kind group thousands
    if (number.body.size() - place - 1 == 3 && place <= 3)
      return 0;  // 1,250 and 1.250 could be either
    candidate = mark;
  }
  return scale(number.body, candidate, 2) ? candidate : '\0';
}

StatusWord parse_status(std::string_view cell) {
  std::string word(bare(cell));
  for (char& c : word) c = lower(c);
  std::string_view plain = word;
  if (plain.starts_with("wc-")) plain.remove_prefix(3);
  for (const auto& entry : kStatuses)
    if (plain == entry.word) return entry.meaning;
  for (const auto& entry : kStatusBeginnings)
    if (plain.starts_with(entry.word)) return entry.meaning;
  return StatusWord::unknown;
}

std::optional<std::string> parse_currency(std::string_view cell) {
  std::string code(bare(cell));
  if (code.size() != 3) return {};
  for (char& c : code) {
    if (!is_letter(c)) return {};
    c = static_cast<char>(lower(c) - 'a' + 'A');
  }
  return code;
}

}  // namespace regulars
