// Dates with their month in words.
#include <algorithm>
#include <array>

#include "core/data/date_parts.h"
#include "core/data/fold.h"
#include "core/data/zones.h"

namespace regulars {
namespace {

struct MonthName {
  std::string_view name;  // folded
  std::int32_t month;
};

// Whole names of the months, and those abbreviations that are not the beginning of one: English,
// German, French, Spanish. Abbreviations of at least three letters are found by their beginning.
constexpr std::array<MonthName, 51> kMonths{{
    {"january", 1},   {"januar", 1},     {"janner", 1},     {"janvier", 1},   {"enero", 1},
    {"february", 2},  {"februar", 2},    {"fevrier", 2},    {"febrero", 2},   {"march", 3},
    {"marz", 3},      {"maerz", 3},      {"mrz", 3},        {"mars", 3},      {"marzo", 3},
    {"april", 4},     {"avril", 4},      {"abril", 4},      {"may", 5},       {"mai", 5},
    {"mayo", 5},      {"june", 6},       {"juni", 6},       {"juin", 6},      {"junio", 6},
    {"july", 7},      {"juli", 7},       {"juillet", 7},    {"julio", 7},     {"august", 8},
    {"aout", 8},      {"agosto", 8},     {"september", 9},  {"septembre", 9}, {"septiembre", 9},
    {"setiembre", 9}, {"october", 10},   {"oktober", 10},   {"octobre", 10},  {"octubre", 10},
    {"november", 11}, {"novembre", 11},  {"noviembre", 11}, {"december", 12}, {"dezember", 12},
    {"decembre", 12}, {"diciembre", 12}, {"jul", 7},        {"jun", 6},       {"mar", 3},
    {"jui", 0},
}};

// 0 where a word is no month, or could be two ("jui").
std::int32_t month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  std::int32_t month = 0;
  for (const MonthName& entry : kMonths) {
    if (word.front() != entry.name.front()) continue;
    if (word == entry.name) return entry.month;
    if (entry.name.starts_with(word) && month == 0) month = entry.month;
  }
  return month;
}

// Days of the week by their beginnings, in the same languages; nothing is read out of them.
constexpr std::array<std::string_view, 27> kWeekdays{
    "mon",     "tue",      "wed",      "thu",        "fri",     "sat",     "sun",
    "montag",  "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend",
    "sonntag", "lun",      "mar",      "mer",        "mie",     "jeu",     "jue",
    "ven",     "vie",      "sam",      "dim",        "dom",     "sab"};
constexpr std::array<std::string_view, 7> kShortGermanWeekdays{"mo", "di", "mi", "do",
                                                               "fr", "sa", "so"};

bool is_weekday(std::string_view word) {
  for (const std::string_view day : kShortGermanWeekdays)
    if (word == day) return true;
  for (const std::string_view day : kWeekdays)
    if (word.starts_with(day) || (word.size() > 2 && day.starts_with(word))) return true;
  return false;
}

bool joins_date(std::string_view word) {
  constexpr std::array<std::string_view, 20> joining{"de", "del", "of", "the", "at",  "um",  "a",
                                                     "as", "las", "le", "el",  "den", "der", "am",
                                                     "st", "nd",  "rd", "th",  "er",  "o"};
  return std::find(joining.begin(), joining.end(), word) != joining.end();
}

bool is_time_ahead(const Cursor& cursor) {
  Cursor ahead = cursor;
  const std::int32_t hour = ahead.number(2);
  return hour >= 0 && (ahead.peek() == ':' || ahead.peek() == 'h');
}

/// A date with its month in letters, part by part in any order.
class WordReader {
 public:
  explicit WordReader(std::string_view folded) : cursor_{folded} {}

  std::optional<DateText> read() {
    while (!cursor_.done()) {
      const char c = cursor_.peek();
      const bool zone_ahead = timed_ && year_ < 0 && (c == '+' || c == '-');
      if (is_digit(c)) {
        if (timed_ || !is_time_ahead(cursor_)) {
          if (!read_number()) return {};
        } else {
          if (!read_clock()) return {};
          if (is_complete()) break;
        }
      } else if (is_letter(c) ? !read_word() : zone_ahead ? !read_zone() : !skip_mark()) {
        return {};
      }
    }
    if (!is_complete() || (timed_ && !read_offset(cursor_, result_))) return {};
    result_.year = year_;
    result_.first = month_;
    result_.second = day_;
    return result_;
  }

 private:
  bool is_complete() const { return year_ >= 0 && month_ > 0 && day_ > 0; }

  bool read_number() {
    std::size_t digits = 0;
    const std::int32_t number = cursor_.number(4, &digits);
    if (is_digit(cursor_.peek())) return false;
    if (digits == 4 || (day_ > 0 && month_ > 0 && digits == 2)) {
      if (year_ >= 0) return false;
      year_ = full_year(number, digits);
    } else {
      if (day_ > 0 || digits > 2) return false;
      day_ = number;
    }
    if (timed_ && is_complete()) return cursor_.done();
    return true;
  }

  bool read_clock() {
    const auto time = read_time(cursor_);
    if (!time) return false;
    result_.time = *time;
    timed_ = true;
    return true;
  }

  bool read_word() {
    const std::size_t begin = cursor_.at;
    while (is_letter(cursor_.peek())) ++cursor_.at;
    const std::string_view word = cursor_.text.substr(begin, cursor_.at - begin);
    const std::int32_t found = month_of(word);
    if (found > 0 && (month_ == 0 || may_be_weekday_)) {
      month_ = found;
      may_be_weekday_ = word == "mar";  // Tuesday as well, in French and Spanish
      return true;
    }
    if (timed_ && year_ < 0) {  // Tue Jan 02 10:00:00 CET 2024
      const auto offset = parse_zone_abbreviation(word);
      if (offset) keep_offset(*offset);
      return offset.has_value();
    }
    return joins_date(word) || (day_ == 0 && is_weekday(word));
  }

  bool read_zone() {  // Tue Jan 02 10:00:00 +0000 2024
    const std::size_t end = std::min(cursor_.text.find(' ', cursor_.at), cursor_.text.size());
    const auto zone = parse_zone(cursor_.text.substr(cursor_.at, end - cursor_.at));
    if (!zone || !zone->offset) return false;
    keep_offset(*zone->offset);
    cursor_.at = end;
    return true;
  }

  void keep_offset(std::int32_t offset) {
    result_.has_offset = true;
    result_.offset = offset;
  }

  bool skip_mark() {
    for (const char mark : {' ', ',', '.', '-', '/'})
      if (cursor_.skip(mark)) return true;
    return false;
  }

  Cursor cursor_;
  DateText result_;
  std::int32_t month_ = 0;
  std::int32_t day_ = 0;
  std::int32_t year_ = -1;
  bool timed_ = false;
  bool may_be_weekday_ = false;
};

}  // namespace

std::optional<DateText> parse_written_date(std::string_view cell) {
  if (cell.size() < 7 || cell.size() > 80) return {};
  // A month needs letters, a day and a year need figures.
  const auto is_any = [&](auto test) { return std::any_of(cell.begin(), cell.end(), test); };
  if (!is_any(is_digit) || !is_any(is_letter)) return {};
  const std::string text = folded(cell);
  auto result = WordReader(text).read();
  if (!result || !exists(*result)) return {};
  return result;
}

}  // namespace regulars
