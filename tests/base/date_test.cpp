#include "core/base/date.h"

#include "tests/support/catch.h"

namespace regulars {

TEST_CASE("the first day of 1970 is day zero", "[base][date]") {
  CHECK(make_date(1970, 1, 1) == Date{0});
  CHECK(make_date(1969, 12, 31) == Date{-1});
  CHECK(make_date(2000, 3, 1) == Date{11017});
}

TEST_CASE("a leap year is one in four, except three centuries in four", "[base][date]") {
  CHECK(make_date(2024, 2, 29));
  CHECK(make_date(2000, 2, 29));
  CHECK_FALSE(make_date(2023, 2, 29));
  CHECK_FALSE(make_date(1900, 2, 29));
  CHECK_FALSE(make_date(2100, 2, 29));
}

TEST_CASE("a day that is not in the calendar is no date", "[base][date]") {
  CHECK_FALSE(make_date(2024, 2, 30));
  CHECK_FALSE(make_date(2024, 4, 31));
  CHECK_FALSE(make_date(2024, 0, 1));
  CHECK_FALSE(make_date(2024, 13, 1));
  CHECK_FALSE(make_date(2024, 1, 0));
  CHECK_FALSE(make_date(2024, 1, -1));
  CHECK_FALSE(make_date(2024, 1, 257));
}

TEST_CASE("years outside 1900 to 2199 are typing errors, not dates", "[base][date]") {
  CHECK(make_date(1900, 1, 1));
  CHECK(make_date(2199, 12, 31));
  CHECK_FALSE(make_date(1899, 12, 31));
  CHECK_FALSE(make_date(2200, 1, 1));
}

TEST_CASE("every day from 1900 to 2199 comes back from its calendar date", "[base][date]") {
  const Date first = *make_date(1900, 1, 1);
  const Date last = *make_date(2199, 12, 31);
  CHECK(last - first ==
        300 * 365 + 73 - 1);  // 73 leap days: 75 multiples of four less 1900 and 2100
  int strangers = 0;
  for (Date day = first; day <= last; day = day + 1) {
    const Civil civil = civil_of(day);
    if (make_date(civil.year, civil.month, civil.day) != day) ++strangers;
  }
  CHECK(strangers == 0);
}

TEST_CASE("a date is written with four, two and two digits", "[base][date]") {
  CHECK(to_text(*make_date(2024, 3, 2)) == "2024-03-02");
  CHECK(to_text(*make_date(1999, 12, 31)) == "1999-12-31");
}

TEST_CASE("a moment is written with its time only where the time is known", "[base][date]") {
  const Date day = *make_date(2024, 3, 2);
  CHECK(to_text(Moment{day}) == "2024-03-02");
  CHECK(to_text(Moment{day, 0}) == "2024-03-02 00:00:00");
  CHECK(to_text(Moment{day, 14 * 3600 + 5 * 60 + 9}) == "2024-03-02 14:05:09");
  CHECK(to_text(Moment{day, 86399}) == "2024-03-02 23:59:59");
}

TEST_CASE("moments of one day are ordered by time, the unknown time first", "[base][date]") {
  const Date day{100};
  CHECK(Moment{day} < Moment{day, 0});
  CHECK(Moment{day, 86399} < Moment{day + 1});
}

}  // namespace regulars
