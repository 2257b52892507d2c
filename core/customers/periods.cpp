#include "core/customers/periods.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace regulars {
namespace {

constexpr std::array<std::string_view, 3> kWords{"week", "month", "quarter"};

Date begin_of(Date day, PeriodLength length) {
  if (length == PeriodLength::week) return monday_of(day);
  const Civil civil = civil_of(day);
  const std::int32_t month =
      length == PeriodLength::month ? civil.month : (civil.month - 1) / 3 * 3 + 1;
  return *make_date(civil.year, month, 1);
}

std::string two_digits(std::int32_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string_view period_word(PeriodLength length) {
  return kWords[static_cast<std::size_t>(length)];
}

Periods::Periods(Date first, Date last, PeriodLength length) : length_(length) {
  assert(first <= last);
  constexpr std::int32_t beyond[] = {7, 31, 92};  // days from any beginning into the next period
  for (Date begin = begin_of(first, length);;
       begin = begin_of(begin + beyond[static_cast<std::size_t>(length)], length)) {
    const auto place = static_cast<std::int32_t>(begins_.size());
    if (place > 0)
      place_.insert(place_.end(), static_cast<std::size_t>(begin - begins_.back()), place - 1);
    begins_.push_back(begin);
    if (begin > last) break;
  }
}

std::int32_t Periods::place(Date day) const {
  const auto last = static_cast<std::int32_t>(place_.size()) - 1;
  return place_[static_cast<std::size_t>(std::clamp(day - begins_[0], 0, last))];
}

std::string Periods::name(std::int32_t place) const {
  const Date begin = from(place);
  if (length_ == PeriodLength::week) {
    const Date thursday = begin + 3;  // whose year the week belongs to
    const std::int32_t year = civil_of(thursday).year;
    const std::int32_t week = (thursday - *make_date(year, 1, 1)) / 7 + 1;
    return std::to_string(year) + "-W" + two_digits(week);
  }
  const Civil civil = civil_of(begin);
  return std::to_string(civil.year) + (length_ == PeriodLength::month
                                           ? "-" + two_digits(civil.month)
                                           : "-Q" + std::to_string((civil.month - 1) / 3 + 1));
}

Periods at_most(std::int32_t most, Date first, Date last, PeriodLength length) {
  for (;;) {
    Periods periods(first, last, length);
    if (periods.count() <= most || length == PeriodLength::quarter) return periods;
    length = length == PeriodLength::week ? PeriodLength::month : PeriodLength::quarter;
  }
}

}  // namespace regulars
