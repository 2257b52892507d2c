// The 2,357 customers of CDNOW, the test bench of the literature: histories up to 1997-09-30, and
// what came after.
#pragma once

#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/models/gamma_gamma.h"
#include "core/models/histories.h"
#include "tests/support/data.h"

namespace regulars {

/// Customers by their number in the sample, from 1 on; customer n is at place n - 1.
struct Cdnow {
  std::vector<CountedHistory> histories;  // to 1997-09-30
  std::vector<CountedSpend> spends;       // mean of the repeat days in that time
  std::vector<std::int32_t> later;        // purchase days from then to 1998-06-30
  std::vector<std::vector<Date>> days;    // of all purchases
  std::int64_t rows = 0;
};

inline Date day_of_number(int yyyymmdd) {
  return *make_date(yyyymmdd / 10'000, yyyymmdd / 100 % 100, yyyymmdd % 100);
}

/// The data, or nothing where they are not there.
inline std::optional<Cdnow> read_cdnow() {
  const auto path = real_data("cdnow/CDNOW_sample.txt");
  if (!path) return {};
  std::map<int, std::map<std::int32_t, double>> paid;  // by customer and day
  std::istringstream lines(read_file(*path));
  Cdnow cdnow;
  int master = 0, customer = 0, day = 0, discs = 0;
  double dollars = 0;
  while (lines >> master >> customer >> day >> discs >> dollars) {
    paid[customer][day_of_number(day).days] += dollars;
    ++cdnow.rows;
  }
  const Date cut = *make_date(1997, 9, 30);
  for (const auto& [number, days] : paid) {
    const Date first{days.begin()->first};
    Date last = first;
    History history{.age = {static_cast<double>(cut - first)}};
    double repeat = 0;
    std::int32_t later = 0;
    cdnow.days.emplace_back();
    for (const auto& [at, money] : days) {
      const Date date{at};
      cdnow.days.back().push_back(date);
      if (date > cut) {
        ++later;
      } else if (date > last) {
        ++history.frequency;
        history.log_gaps += std::log(static_cast<double>(date - last));
        repeat += money;
        last = date;
      }
    }
    history.recency = {static_cast<double>(last - first)};
    const double value = history.frequency > 0 ? repeat / history.frequency : 0;
    cdnow.histories.push_back({history});
    cdnow.spends.push_back({{history.frequency, value}});
    cdnow.later.push_back(later);
  }
  return cdnow;
}

/// One history with times in weeks.
inline History in_weeks(std::int32_t frequency, double recency, double age, double log_gaps = 0) {
  return {
      .frequency = frequency, .recency = weeks(recency), .age = weeks(age), .log_gaps = log_gaps};
}

/// One history with times in the unit of hand-given parameters, whatever it is.
inline History plain(std::int32_t frequency, double recency, double age, double log_gaps = 0) {
  return {.frequency = frequency, .recency = {recency}, .age = {age}, .log_gaps = log_gaps};
}

inline Histories only(const History& history) {
  const std::vector<CountedHistory> rows{{history}};
  return Histories(rows);
}

}  // namespace regulars
