#include "core/base/date.h"

#include <chrono>

namespace regulars {
namespace {

void append_padded(std::string& text, std::int32_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) text.append(width - digits.size(), '0');
  text += digits;
}

}  // namespace

std::optional<Date> make_date(std::int32_t year, std::int32_t month, std::int32_t day) {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  const std::chrono::year_month_day civil{std::chrono::year{year},
                                          std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
  if (!civil.ok()) return {};
  return Date{static_cast<std::int32_t>(std::chrono::sys_days{civil}.time_since_epoch().count())};
}

Civil civil_of(Date date) {
  const std::chrono::year_month_day civil{std::chrono::sys_days{std::chrono::days{date.days}}};
  return {static_cast<int>(civil.year()),
          static_cast<std::int32_t>(static_cast<unsigned>(civil.month())),
          static_cast<std::int32_t>(static_cast<unsigned>(civil.day()))};
}

std::string to_text(Date date) {
  const Civil civil = civil_of(date);
  std::string text;
  append_padded(text, civil.year, 4);
  text += '-';
  append_padded(text, civil.month, 2);
  text += '-';
  append_padded(text, civil.day, 2);
  return text;
}

std::string to_text(Moment moment) {
  std::string text = to_text(moment.date);
  if (moment.second == kNoTime) return text;
  text += ' ';
  append_padded(text, moment.second / 3600, 2);
  text += ':';
  append_padded(text, moment.second / 60 % 60, 2);
  text += ':';
  append_padded(text, moment.second % 60, 2);
  return text;
}

}  // namespace regulars
