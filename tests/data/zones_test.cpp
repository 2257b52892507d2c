#include "core/data/zones.h"

#include "tests/support/catch.h"

namespace regulars {
namespace {

std::int32_t hours(std::string_view name) {
  const auto zone = parse_zone(name);
  REQUIRE(zone);
  REQUIRE(zone->offset);
  return *zone->offset / 3600;
}

std::string iana(std::string_view name) {
  const auto zone = parse_zone(name);
  return zone ? zone->iana : "none";
}

}  // namespace

TEST_CASE("offsets are read in every spelling", "[data][zones]") {
  CHECK(hours("+01:00") == 1);
  CHECK(hours("-0500") == -5);
  CHECK(hours("+8") == 8);
  CHECK(hours("UTC+8") == 8);
  CHECK(hours("GMT-05:00") == -5);
  CHECK(hours("GMT +0100") == 1);
  CHECK(hours("(GMT+08:00)") == 8);
  CHECK(parse_zone("+05:30")->offset == 5 * 3600 + 1800);
  CHECK_FALSE(parse_zone("+99:00"));
  CHECK_FALSE(parse_zone("5"));
  CHECK_FALSE(parse_zone(""));
}

TEST_CASE("abbreviations have the offset most shops mean", "[data][zones]") {
  CHECK(hours("UTC") == 0);
  CHECK(hours("Z") == 0);
  CHECK(hours("PDT") == -7);
  CHECK(hours("PST") == -8);
  CHECK(hours("EST") == -5);
  CHECK(hours("edt") == -4);
  CHECK(hours("CST") == -6);
  CHECK(hours("CEST") == 2);
  CHECK(hours("BST") == 1);
  CHECK(hours("AEDT") == 11);
  CHECK(hours("JST") == 9);
  CHECK(hours("HKT") == 8);
  CHECK(parse_zone("IST")->offset == 5 * 3600 + 1800);
}

TEST_CASE("names of Rails, Windows and IANA lead to the IANA name", "[data][zones]") {
  CHECK(iana("Eastern Time (US & Canada)") == "America/New_York");
  CHECK(iana("Pacific Time (US & Canada)") == "America/Los_Angeles");
  CHECK(iana("(GMT-05:00) Eastern Time (US & Canada)") == "America/New_York");
  CHECK(iana("Atlantic Time (Canada)") == "America/Halifax");
  CHECK(iana("London") == "Europe/London");
  CHECK(iana("Nuku'alofa") == "Pacific/Tongatapu");
  CHECK(iana("Cape Verde Is.") == "Atlantic/Cape_Verde");
  CHECK(iana("Beijing") == "Asia/Shanghai");
  CHECK(iana("W. Europe Standard Time") == "Europe/Berlin");
  CHECK(iana("Pacific Daylight Time") == "America/Los_Angeles");
  CHECK(iana("Europe/Paris") == "Europe/Paris");
  CHECK(iana("America/Argentina/Buenos_Aires") == "America/Argentina/Buenos_Aires");
  CHECK(iana("the moon") == "none");
}

}  // namespace regulars
