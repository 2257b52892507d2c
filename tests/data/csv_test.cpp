#include "core/data/csv.h"

#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/data/dialect.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

using Records = std::vector<std::vector<std::string>>;

struct Read {
  Records records;
  std::vector<std::int64_t> lines;
  std::vector<std::string> faulty;
  std::size_t bytes = 0;  // that belong to the records handed out
};

Read read(std::string_view text, Dialect dialect = {}, std::size_t chunk = 1 << 20,
          std::size_t expected = 0) {
  Read result;
  CsvReader reader(dialect, expected);
  const auto keep = [&](const Record& record) {
    result.bytes += static_cast<std::size_t>(record.bytes);
    if (record.kind == RecordKind::blank) return;
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

Dialect with_delimiter(const char* delimiter) {
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
  CHECK(read("a,b;c\n1;2\n", with_delimiter(";")).records == wanted);
  CHECK(read("a,b\tc\n1\t2\n", with_delimiter("\t")).records == wanted);
  CHECK(read("a,b|c\n1|2\n", with_delimiter("|")).records == wanted);
}

TEST_CASE("runs of blanks set cells apart, those at the ends do not count", "[data][csv]") {
  Dialect runs = with_delimiter(" ");
  runs.in_runs = true;
  CHECK(read(" 00004 0001 19970101  2   29.33\n00021\t0002 19970101 3 63.34 \n", runs).records ==
        Records{{"00004", "0001", "19970101", "2", "29.33"},
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
  CHECK(result.bytes == text.size());
}

namespace {

// Files in every kind of trouble at once.
std::vector<std::string> nasty_texts() {
  using namespace std::string_literals;
  std::vector<std::string> texts{
      "",
      "\n",
      "\r",
      "\xEF\xBB\xBF",
      "a,b",
      "a,b\n1,2",
      "a,b\r\n1,\"x\r\ny\"\r2,z\n\n\n",
      "\xEF\xBB\xBFsep=;\r\nTitle\r\n\r\ndate;total\r\n2024-01-01;\"1;5\"\r\n2024-01-02;2\r\nTotal;"
      "3",
      "date,total\n2024-01-01,\0\0003\n\0\0\n2024-01-02,4\0"s,
      "\0date,total\n2024-01-01,3\n\0\0"s,
      "date,total,who\n2024-01-01,3,anna\n2024-01-02,4,bo\n\nname,points\nanna,3\nbo,4\n\n"
      "date,total,who\n2024-01-03,5,cy\n",
      "id,note,total\n1,\"open,3\n2,\"x\"y,4\n3,=\"1,5\",5\n4, \"a, b\",6\n5,\"a \"\"b\"\"\",7\n",
      "date, who, total\n2024-01-01, \"a, b\", 3\n2024-01-02, c, 4\n",
      "date||who||total\n2024-01-01||a|b||3\n2024-01-02||||4\n",
      " 1 2  3\n4\t5 \"six six\"\n",
      "date,total\n2024-01-01,1\n\xEF\xBB\xBF"
      "date,total\n2024-01-02,2\n",
  };
  // Cells of every length, so that each falls on each place of a block of 64 bytes.
  std::string lengths = "a,b,c\n";
  for (std::size_t i = 0; i < 200; ++i)
    lengths += std::string(i % 70, 'x') + "," + (i % 7 == 0 ? "\"y,\ny\"" : "y") + "," +
               std::string(i % 3, 'z') + (i % 2 == 0 ? "\r\n" : "\n");
  texts.push_back(lengths);
  return texts;
}

struct Told {
  std::vector<std::string> raw;
  std::vector<std::string> cells;
  std::vector<std::int64_t> lines;
  std::vector<std::int64_t> spans;  // offset and bytes in turn
  std::vector<int> kinds;
  friend bool operator==(const Told&, const Told&) = default;
};

template <class NextSize>
Told tell(const std::string& text, NextSize next_size) {
  const Result<Head> head = read_shape(text, true);
  CsvReader reader = head ? CsvReader(head->dialect, head->shape) : CsvReader(Dialect{});
  Told told;
  const auto keep = [&](const Record& record) {
    told.raw.emplace_back(record.raw);
    for (const std::string_view cell : record.cells) told.cells.emplace_back(cell);
    told.lines.push_back(record.line);
    told.spans.push_back(record.offset);
    told.spans.push_back(record.bytes);
    told.kinds.push_back(static_cast<int>(record.kind) * 10 + static_cast<int>(record.fault));
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = next_size();
    reader.push(std::string_view(text).substr(at, size), keep);
    at += size;
  }
  reader.finish(keep);
  return told;
}

}  // namespace

TEST_CASE("chunks of any sizes give the same records of any file", "[data][csv]") {
  Rng rng(20240301);
  for (const std::string& text : nasty_texts()) {
    CAPTURE(text);
    const Told whole = tell(text, [&] { return text.size(); });
    for (int round = 0; round < 50; ++round) {
      const std::uint64_t largest = 1 + rng.below(text.size() + 1);
      REQUIRE(tell(text, [&] { return static_cast<std::size_t>(1 + rng.below(largest)); }) ==
              whole);
    }
  }
}

TEST_CASE("every byte of any file belongs to exactly one record", "[data][csv]") {
  for (const std::string& text : nasty_texts()) {
    CAPTURE(text);
    const Told told = tell(text, [] { return std::size_t{5}; });
    std::int64_t next = 0;
    for (std::size_t i = 0; i < told.spans.size(); i += 2) {
      REQUIRE(told.spans[i] == next);
      REQUIRE(told.spans[i + 1] > 0);
      next += told.spans[i + 1];
    }
    CHECK(next == static_cast<std::int64_t>(text.size()));
  }
}

TEST_CASE("a record says where its text stands in the file", "[data][csv]") {
  const std::string text = "a,b\r\n1,2\n\n3,\"x\ny\"\n";
  CsvReader reader{Dialect{}};
  const auto check = [&](const Record& record) {
    CHECK(std::string_view(text).substr(static_cast<std::size_t>(record.offset),
                                        record.raw.size()) == record.raw);
  };
  reader.push(text, check);
  reader.finish(check);
}

TEST_CASE("delimiters of two characters and of two bytes set cells apart", "[data][csv]") {
  CHECK(read("a, b, c\n1, \"2, 3\", 4\n", with_delimiter(", ")).records ==
        Records{{"a", "b", "c"}, {"1", "2, 3", "4"}});
  CHECK(read("a||b|c||d\n", with_delimiter("||")).records == Records{{"a", "b|c", "d"}});
  CHECK(read("a\xC2\xA7"
             "b\n",
             with_delimiter("\xC2\xA7"))
            .records == Records{{"a", "b"}});
}

TEST_CASE("a cell in a spreadsheet's formula quotes is one cell and keeps them", "[data][csv]") {
  CHECK(read("=\"1,5\",x\n").records == Records{{"=\"1,5\"", "x"}});
  CHECK(read("=1+1,x\n").records == Records{{"=1+1", "x"}});
}

TEST_CASE("blanks before an opening quote are forgiven", "[data][csv]") {
  CHECK(read("1, \"a, b\",2\n").records == Records{{"1", "a, b", "2"}});
  CHECK(read("1, \"a\" b,2\n").records == Records{{"1", " \"a\" b", "2"}});
}

TEST_CASE("a backslash escapes a quote where the dialect says so", "[data][csv]") {
  Dialect dialect;
  dialect.escape = '\\';
  CHECK(read("1,\"say \\\"hi, you\\\"\",2\n", dialect).records ==
        Records{{"1", "say \"hi, you\"", "2"}});
  CHECK(read("1,\"ends in \\\\\",2\n", dialect).records == Records{{"1", "ends in \\", "2"}});
}

TEST_CASE("without an escape a quote inside quotes is text unless it closes them", "[data][csv]") {
  Dialect dialect;
  dialect.escape = '\0';
  CHECK(read("1,\"5\" pipe, long\",2\n", dialect).records == Records{{"1", "5\" pipe, long", "2"}});
  CHECK(read("1,\"pipe, 5\"\",2\n", dialect).records == Records{{"1", "pipe, 5\"", "2"}});
}

TEST_CASE("NULs are left out of cells", "[data][csv]") {
  using namespace std::string_literals;
  CHECK(read("a\0b,\0\0c\n\0\0\n1,2\0\n"s).records == Records{{"ab", "c"}, {"1", "2"}});
}

TEST_CASE("a quote closed in the wrong place is told from one that is never closed",
          "[data][csv]") {
  std::vector<Fault> faults;
  CsvReader reader(Dialect{}, 2);
  const auto keep = [&](const Record& record) { faults.push_back(record.fault); };
  reader.push("a,b\n1,\"x\"y\n2,\"open\n3,z\n", keep);
  reader.finish(keep);
  CHECK(faults ==
        std::vector<Fault>{Fault::none, Fault::stray_quote, Fault::unclosed_quote, Fault::none});
}

TEST_CASE("a faulty record still has its likeliest cells", "[data][csv]") {
  Records cells;
  CsvReader reader(Dialect{}, 4);
  const auto keep = [&](const Record& record) {
    if (record.fault != Fault::none) cells.emplace_back(record.cells.begin(), record.cells.end());
  };
  reader.push("a,b,c,d\n1,\"open,\"x, y\",2\n3,\"\"Tea\",\"z\",4\n", keep);
  reader.finish(keep);
  CHECK(cells == Records{{"1", "\"open", "x, y", "2"}, {"3", "\"Tea", "z", "4"}});
}

TEST_CASE("a quote closed some rows later does not swallow the rows between", "[data][csv]") {
  std::string text = "id,who,day,total\n";
  for (int i = 0; i < 100; ++i) {
    text += std::to_string(i);
    text += i == 50 ? ",\"c,2024-01-01,3\n" : i == 51 ? ",c\",2024-01-01,3\n" : ",c,2024-01-01,3\n";
  }
  const Read result = read(text, {}, 64, 4);
  CHECK(result.records.size() == 100);
  CHECK(result.faulty == std::vector<std::string>{"50,\"c,2024-01-01,3"});
}

}  // namespace regulars
