#include "core/loyalty/durations.h"

#include <string>

#include "tests/loyalty/times.h"
#include "tests/support/catch.h"

namespace regulars {

namespace {

Duration duration(std::string_view text) {
  const auto read = parse_duration(text);
  INFO(text);
  REQUIRE(read);
  return *read;
}

// When a duration from a civil moment ends, as a civil moment.
std::string ends(std::string_view text, std::string_view from, const Zone& zone = {}) {
  return to_text(local_time(zone, end_of(duration(text), local(from, zone), zone)));
}

}  // namespace

TEST_CASE("durations are read as they are written", "[loyalty][durations]") {
  for (const char* text : {"0s", "90s", "15m", "36h", "14D", "2W", "12M", "1Y", "14D_D", "14D_U",
                           "2W_U", "12M_U", "0Y_U", "36h_U", "1M_UD", "36h_DM", "unlimited"}) {
    INFO(text);
    CHECK(to_text(duration(text)) == text);
  }
  CHECK(duration("0s") == kAtOnce);
  CHECK(to_text(duration("14D_UD")) == "14D_U");
  CHECK(to_text(duration("014D")) == "14D");
}

TEST_CASE("what is no duration is refused with its text", "[loyalty][durations]") {
  for (const char* text : {"",
                           "D",
                           "14",
                           "14d",
                           "-1D",
                           "+1D",
                           " 1D",
                           "1D ",
                           "1.5D",
                           "14D_",
                           "14D_X",
                           "14DU",
                           "14D_Us",
                           "14D_UDD",
                           "P12M",
                           "1M1D",
                           "36526D",
                           "101Y",
                           "99999999999999999999D",
                           "Unlimited"}) {
    INFO(text);
    const auto read = parse_duration(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::invalid_option);
    CHECK(read.error().detail == text);
  }
}

// The rows of the table of time in the reference: each names whose behaviour it is.
TEST_CASE("points of the end of a month live until the next one begins", "[loyalty][durations]") {
  // Square: P12M to the end of the month.
  CHECK(ends("12M_U", "2020-07-06 11:30:00") == "2021-08-01 00:00:00");
}

TEST_CASE("months end with the day, clamped to the length of the month", "[loyalty][durations]") {
  // Voucherify: usable to the end of 25 and of 28 February.
  CHECK(ends("1M_UD", "2026-01-25 15:00:00") == "2026-02-26 00:00:00");
  CHECK(ends("1M_UD", "2026-01-31 15:00:00") == "2026-03-01 00:00:00");
  CHECK(ends("0M_UD", "2026-01-31 15:00:00") == "2026-02-01 00:00:00");
  CHECK(ends("1M", "2028-01-31 10:00:00") == "2028-02-29 10:00:00");
  CHECK(ends("12M", "2028-02-29 10:00:00") == "2029-02-28 10:00:00");
  CHECK(ends("6M", "2025-08-31 10:00:00") == "2026-02-28 10:00:00");
}

TEST_CASE("years end with the calendar where they are rounded", "[loyalty][durations]") {
  // Open Loyalty: the end of the year of earning; Voyado: of the second after it.
  CHECK(ends("0Y_U", "2026-05-17 08:00:00") == "2027-01-01 00:00:00");
  CHECK(ends("2Y_U", "2023-05-17 08:00:00") == "2026-01-01 00:00:00");
}

TEST_CASE("365 days are not a year where a leap day lies between", "[loyalty][durations]") {
  CHECK(ends("365D", "2027-03-01 00:00:00") == "2028-02-29 00:00:00");
  CHECK(ends("1Y", "2027-03-01 00:00:00") == "2028-03-01 00:00:00");
}

TEST_CASE("weeks begin on Monday, before 1970 too", "[loyalty][durations]") {
  CHECK(ends("0W_U", "2026-11-22 23:59:59") == "2026-11-23 00:00:00");  // a Sunday
  CHECK(ends("0W_U", "2026-11-23 00:00:00") == "2026-11-30 00:00:00");
  CHECK(ends("0s_DW", "2026-11-22 12:00:00") == "2026-11-16 00:00:00");
  CHECK(ends("0s_DW", "1969-12-31 12:00:00") == "1969-12-29 00:00:00");
}

TEST_CASE("rounding down is to the start of the day unless a period is named",
          "[loyalty][durations]") {
  CHECK(ends("14D_D", "2026-01-01 18:00:00") == "2026-01-15 00:00:00");
  CHECK(ends("1M_D", "2026-01-10 18:00:00") == "2026-02-10 00:00:00");
  CHECK(ends("1M_DM", "2026-01-10 18:00:00") == "2026-02-01 00:00:00");
  CHECK(ends("36h_D", "2026-01-10 18:00:00") == "2026-01-12 00:00:00");
  CHECK(ends("36h_U", "2026-01-10 18:00:00") == "2026-01-13 00:00:00");
}

TEST_CASE("a local day has 23, 24 or 25 hours", "[loyalty][durations]") {
  const Zone& zone = new_york();
  CHECK(end_of(duration("0s_D"), utc("2026-03-08T12:00:00Z"), zone) == utc("2026-03-08T05:00:00Z"));
  CHECK(end_of(duration("0D_U"), utc("2026-03-08T12:00:00Z"), zone) == utc("2026-03-09T04:00:00Z"));
  CHECK(end_of(duration("0s_D"), utc("2026-11-01T12:00:00Z"), zone) == utc("2026-11-01T04:00:00Z"));
  CHECK(end_of(duration("0D_U"), utc("2026-11-01T12:00:00Z"), zone) == utc("2026-11-02T05:00:00Z"));
  // Days keep the time of day, hours do not.
  CHECK(ends("1D", "2026-03-07 20:00:00", zone) == "2026-03-08 20:00:00");
  CHECK(ends("24h", "2026-03-07 20:00:00", zone) == "2026-03-08 21:00:00");
}

TEST_CASE("an order of the night belongs to the year of its shop", "[loyalty][durations]") {
  const Instant order = utc("2026-01-01T04:30:00Z");
  CHECK(civil_of(day_of(order, new_york())).year == 2025);
  CHECK(civil_of(day_of(order, tokyo())).year == 2026);
  CHECK(end_of(duration("0Y_U"), order, new_york()) == utc("2026-01-01T05:00:00Z"));
  CHECK(end_of(duration("0Y_U"), order, tokyo()) == utc("2026-12-31T15:00:00Z"));
}

TEST_CASE("an hour left out comes as if the clock had stayed, a repeated one on its first pass",
          "[loyalty][durations]") {
  CHECK(local("2026-03-08 02:30:00", new_york()) == utc("2026-03-08T07:30:00Z"));
  CHECK(local("2026-11-01 01:30:00", new_york()) == utc("2026-11-01T05:30:00Z"));
  CHECK(to_text(local_time(new_york(), utc("2026-11-01T06:30:00Z"))) == "2026-11-01 01:30:00");
  // No time at all is no way back to the first pass.
  CHECK(end_of(duration("0D"), utc("2026-11-01T06:30:00Z"), new_york()) ==
        utc("2026-11-01T06:30:00Z"));
  CHECK(ends("1D", "2026-03-07 02:30:00", new_york()) == "2026-03-08 03:30:00");
}

TEST_CASE("every shop's day ends at its own midnight", "[loyalty][durations]") {
  const Instant order = utc("2026-06-01T12:00:00Z");
  CHECK(end_of(duration("1D_U"), order, new_york()) == utc("2026-06-03T04:00:00Z"));
  CHECK(end_of(duration("1D_U"), order, tokyo()) == utc("2026-06-02T15:00:00Z"));
}

TEST_CASE("a birthday on 29 February is kept on the 28th, or on 1 March where a shop says so",
          "[loyalty][durations]") {
  const Date born = *make_date(2000, 2, 29);
  CHECK(to_text(anniversary(born, 2027)) == "2027-02-28");
  CHECK(to_text(anniversary(born, 2027, LeapDay::march_1)) == "2027-03-01");
  CHECK(to_text(anniversary(born, 2028)) == "2028-02-29");
  CHECK(to_text(anniversary(*make_date(1990, 12, 31), 2026)) == "2026-12-31");
}

TEST_CASE("what is unlimited never ends", "[loyalty][durations]") {
  CHECK(end_of(kUnlimited, 0, {}) == kNever);
  CHECK(end_of(kAtOnce, 17, {}) == 17);
}

}  // namespace regulars
