#include "core/base/names.h"

#include <string>

#include "core/base/zone.h"
#include "tests/support/catch.h"

namespace regulars {

TEST_CASE("texts are numbered by first appearance and read back", "[base][names]") {
  Names names;
  for (int round = 0; round < 2; ++round)
    for (int i = 0; i < 20000; ++i) REQUIRE(names.id_of("customer " + std::to_string(i)) == i);
  CHECK(names.size() == 20000);
  CHECK(names.text(12345) == "customer 12345");
  CHECK(names.find("customer 777") == 777);
  CHECK(names.find("customer") == -1);
  CHECK(names.id_of("") == 20000);
  CHECK(names.text(20000).empty());
  const std::string long_text(200000, 'x');
  CHECK(names.text(names.id_of(long_text)) == long_text);
}

TEST_CASE("names that rest or shrink still know what is left", "[base][names]") {
  Names names;
  for (int i = 0; i < 1000; ++i) names.id_of(std::to_string(i));
  names.rest();
  CHECK(names.find("500") == 500);
  names.shrink(500);
  CHECK(names.size() == 500);
  CHECK(names.find("500") == -1);
  CHECK(names.id_of("new") == 500);
  CHECK(names.find("499") == 499);
}

TEST_CASE("names that were forgotten are new again", "[base][names]") {
  Names names;
  for (const int texts : {3, 40, 30'000, 5}) {
    for (int i = 0; i < texts; ++i)
      REQUIRE(names.id_of("name " + std::to_string(i * 7 % texts)) == i);
    CHECK(names.find("name 0") == 0);
    CHECK(names.text(texts - 1) == "name " + std::to_string((texts - 1) * 7 % texts));
    names.clear();
    CHECK(names.size() == 0);
    CHECK(names.find("name 0") == -1);
  }
}

TEST_CASE("texts that differ in one byte have different hashes", "[base][names]") {
  for (std::size_t size = 1; size <= 40; ++size) {
    const std::string text(size, 'a');
    for (std::size_t i = 0; i < size; ++i) {
      std::string other = text;
      other[i] = 'b';
      CHECK(hash_of(text) != hash_of(other));
    }
    CHECK(hash_of(text) != hash_of(text + 'a'));
  }
}

TEST_CASE("a column grows, shrinks and keeps its values across blocks", "[base][column]") {
  Column<int> column;
  for (int i = 0; i < 100000; ++i) column.push_back(i);
  CHECK(column[16384] == 16384);
  column.shrink(16384);
  CHECK(column.size() == 16384);
  CHECK(column.back() == 16383);
  column.push_back(7);
  CHECK(column[16384] == 7);
  column.extend(20000, -1);
  CHECK(column[19999] == -1);
}

// Berlin went to summer time on 2024-03-31 at 01:00 UTC.
TEST_CASE("local time follows the zone's table", "[base][zone]") {
  const Zone berlin{"Europe/Berlin", {{1698541200, 3600}, {1711846800, 7200}, {1729990800, 3600}}};
  CHECK(to_text(local_time(berlin, 1711846799)) == "2024-03-31 01:59:59");
  CHECK(to_text(local_time(berlin, 1711846800)) == "2024-03-31 03:00:00");
  CHECK(to_text(local_time(berlin, 0)) == "1970-01-01 01:00:00");
  CHECK(to_text(local_time({}, 0)) == "1970-01-01 00:00:00");
  CHECK(to_text(moment_of(-1)) == "1969-12-31 23:59:59");
}

}  // namespace regulars
