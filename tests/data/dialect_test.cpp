#include "core/data/dialect.h"

#include "core/data/columns.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars {
namespace {

ErrorCode error_of(std::string_view head) {
  const Result<Head> result = read_head(head, true);
  REQUIRE_FALSE(result);
  return result.error().code;
}

}  // namespace

TEST_CASE("the delimiter is the one under which records agree", "[data][dialect]") {
  CHECK(read_head("a,b\n1,2\n", true)->dialect.delimiter == ',');
  CHECK(read_head("date;total\n2024-01-01;12,50\n2024-01-02;3,80\n", true)->dialect.delimiter ==
        ';');
  CHECK(read_head("a\tb, c\n1\t2\n3\t4, 5\n", true)->dialect.delimiter == '\t');
  CHECK(read_head("a|b\n1|2\n", true)->dialect.delimiter == '|');
  CHECK(read_head(" 00004 0001 19970101  2\n 00021 0002 19970101  3\n", true)->dialect.delimiter ==
        ' ');
}

TEST_CASE("a first record with a day or a number in it is no header", "[data][dialect]") {
  const Result<Head> plain = read_head("anna,2024-01-01,3.80\nbob,2024-01-02,4\n", true);
  REQUIRE(plain);
  CHECK(plain->dialect.header_line == 0);
  CHECK(plain->records.size() == 2);
  const Result<Head> named = read_head("who,when,paid\nbob,2024-01-02,4\n", true);
  REQUIRE(named);
  CHECK(named->header == std::vector<std::string>{"who", "when", "paid"});
  CHECK(named->records.size() == 1);
}

TEST_CASE("a byte order mark and trailing blanks do not belong to a header", "[data][dialect]") {
  const Result<Head> head = read_head(
      "\xEF\xBB\xBF"
      "date ,total\n2024-01-01,1\n",
      true);
  REQUIRE(head);
  CHECK(head->header == std::vector<std::string>{"date", "total"});
}

TEST_CASE("what is no table is refused for its own reason", "[data][dialect]") {
  CHECK(error_of("") == ErrorCode::empty_file);
  CHECK(error_of("\xEF\xBB\xBF \r\n\n") == ErrorCode::empty_file);
  CHECK(error_of("\x89PNG\r\n\x1a\n rest") == ErrorCode::not_text);
  CHECK(error_of("PK\x03\x04 an office document") == ErrorCode::not_text);
  CHECK(error_of(std::string_view("a,b\n1,\0 2\n", 10)) == ErrorCode::not_text);
  CHECK(error_of("one\ntwo\nthree\n") == ErrorCode::no_columns);
  CHECK(error_of("date,total\n") == ErrorCode::no_rows);
}

TEST_CASE("a cut head does not invent a record", "[data][dialect]") {
  const Result<Head> head = read_head("a,b\n1,2\n3,", false);
  REQUIRE(head);
  CHECK(head->records.size() == 1);
}

}  // namespace regulars
