#include "core/data/csv.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace regulars {
namespace {

using Records = std::vector<std::vector<std::string>>;

struct Read {
  Records records;
  std::vector<std::int64_t> lines;
  std::vector<std::string> faulty;
  std::size_t bytes = 0;  // of the raw texts handed out
};

Read read(std::string_view text, Dialect dialect = {}, std::size_t chunk = 1 << 20,
          std::size_t expected = 0) {
  Read result;
  CsvReader reader(dialect, expected);
  const auto keep = [&](const Record& record) {
    result.bytes += record.raw.size();
    if (record.fault != Fault::none) {
      result.faulty.emplace_back(record.raw);
      return;
    }
    result.records.emplace_back(record.cells.begin(), record.cells.end());
    result.lines.push_back(record.line);
  };
  for (std::size_t at = 0; at < text.size(); at += chunk) reader.push(text.substr(at, chunk), keep);
  reader.finish(keep);
  return result;
}

Dialect with_delimiter(char delimiter) {
  Dialect dialect;
  dialect.delimiter = delimiter;
  return dialect;
}

}  // namespace

TEST_CASE("any chunk boundary gives the same records", "[data][csv]") {
  const std::string text =
      "\xEF\xBB\xBF"
      "a,b,c\r\n1,\"x, \"\"y\"\"\r\nz\",3\r\n\r\n4,,\"\"\n5,6,7\r8,9,\"ten\"";
  const Read whole = read(text);
  REQUIRE(whole.records == Records{{"a", "b", "c"},
                                   {"1", "x, \"y\"\r\nz", "3"},
                                   {"4", "", ""},
                                   {"5", "6", "7"},
                                   {"8", "9", "ten"}});
  CHECK(whole.lines == std::vector<std::int64_t>{1, 2, 5, 6, 7});
  for (std::size_t chunk = 1; chunk <= text.size(); ++chunk) {
    CAPTURE(chunk);
    const Read pieces = read(text, {}, chunk);
    CHECK(pieces.records == whole.records);
    CHECK(pieces.lines == whole.lines);
  }
}

TEST_CASE("line feed, carriage return and both end a record", "[data][csv]") {
  const Records wanted{{"a", "b"}, {"1", "2"}};
  CHECK(read("a,b\n1,2\n").records == wanted);
  CHECK(read("a,b\r\n1,2\r\n").records == wanted);
  CHECK(read("a,b\r1,2\r").records == wanted);
  CHECK(read("a,b\n1,2").records == wanted);
}

TEST_CASE("semicolon, tab and bar set cells apart", "[data][csv]") {
  const Records wanted{{"a,b", "c"}, {"1", "2"}};
  CHECK(read("a,b;c\n1;2\n", with_delimiter(';')).records == wanted);
  CHECK(read("a,b\tc\n1\t2\n", with_delimiter('\t')).records == wanted);
  CHECK(read("a,b|c\n1|2\n", with_delimiter('|')).records == wanted);
}

TEST_CASE("runs of blanks set cells apart, those at the ends do not count", "[data][csv]") {
  CHECK(
      read(" 00004 0001 19970101  2   29.33\n00021\t0002 19970101 3 63.34 \n", with_delimiter(' '))
          .records == Records{{"00004", "0001", "19970101", "2", "29.33"},
                              {"00021", "0002", "19970101", "3", "63.34"}});
}

TEST_CASE("a quote inside an unquoted cell is a character like others", "[data][csv]") {
  CHECK(read("5\" pipe,1\n").records == Records{{"5\" pipe", "1"}});
}

TEST_CASE("blanks after a closing quote are forgiven", "[data][csv]") {
  CHECK(read("\"a\" ,b\n").records == Records{{"a", "b"}});
}

TEST_CASE("a quote that is never closed costs its own line only", "[data][csv]") {
  const std::string text = "a,b\n1,\"open\n2,x\n3,y\n";
  const Read result = read(text, {}, 1 << 20, 2);
  CHECK(result.records == Records{{"a", "b"}, {"2", "x"}, {"3", "y"}});
  CHECK(result.faulty == std::vector<std::string>{"1,\"open"});
}

TEST_CASE("two stray quotes far apart do not swallow what lies between", "[data][csv]") {
  std::string text = "a,b\n";
  for (int i = 0; i < 5000; ++i)
    text += i == 2500 ? "x,\"open\n" : i == 4000 ? "x,\"\"y\"\n" : "1,2\n";
  const Read result = read(text, {}, 4096, 2);
  CHECK(result.records.size() == 1 + 4998);
  CHECK(result.faulty.size() == 2);
}

TEST_CASE("a note of several lines with commas in it is one cell", "[data][csv]") {
  const Read result =
      read("a,b,c\n1,\"Dear Anna,\nthank you, and see you, soon,\nBo\",3\n4,5,6\n", {}, 1 << 20, 3);
  CHECK(result.records.size() == 3);
  CHECK(result.faulty.empty());
}

TEST_CASE("a record with a line break in quotes counts both lines", "[data][csv]") {
  const Read result = read("a,b\n\"1\n1\",2\n3,4\n");
  CHECK(result.lines == std::vector<std::int64_t>{1, 2, 4});
}

TEST_CASE("nothing is lost: every byte is in a record or ends a line", "[data][csv]") {
  const std::string text = "a,b\n1,\"two\n2\"\n\"bad\"x,3\n4,5\n";
  const Read result = read(text, {}, 7, 2);
  // Five ends of lines, of which one lies inside the quotes and so inside its record.
  CHECK(result.bytes + 4 == text.size());
}

}  // namespace regulars
