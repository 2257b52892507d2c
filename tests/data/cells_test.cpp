#include "core/data/cells.h"

#include <optional>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Cells cells_of(std::string_view text) {
  Result<Cells> cells = read_cells(text);
  REQUIRE(cells);
  return std::move(*cells);
}

std::vector<std::string> kinds_of(const Cells& cells) {
  std::vector<std::string> kinds;
  for (const StructuralCells& piece : cells.structural) kinds.emplace_back(piece.kind);
  return kinds;
}

using Kinds = std::vector<std::string>;

const std::string kTable = "date,total,who\n2024-01-01,3,anna\n2024-01-02,4,bo\n2024-01-03,4,cy\n";
const Rows kRows{{"2024-01-01", "3", "anna"}, {"2024-01-02", "4", "bo"}, {"2024-01-03", "4", "cy"}};

}  // namespace

TEST_CASE("an empty file has no records", "[data][cells]") {
  const Cells cells = cells_of("");
  CHECK(cells.header.empty());
  CHECK(cells.records.empty());
  CHECK(cells.structural.empty());
}

TEST_CASE("what stands around the rows is listed by its kind", "[data][cells]") {
  const Cells cells = cells_of("sep=,\nReport\n\n" + kTable + ",,\nTotal,7,\n");
  CHECK(cells.records == kRows);
  CHECK(kinds_of(cells) == Kinds{"separator", "preamble", "blank", "blank", "totals"});
  CHECK(cells.structural.back().line == 9);
  CHECK(cells.structural.back().text == "Total,7,");
}

TEST_CASE("a header that comes again is no row", "[data][cells]") {
  const Cells cells = cells_of(
      "date,total\n2024-01-01,3\ndate,total\n2024-01-02,4\n\xEF\xBB\xBF"
      "date,total\n2024-01-03,5\n");
  CHECK(cells.records.size() == 3);
  CHECK(kinds_of(cells) == Kinds{"header", "header"});
}

TEST_CASE("a second table with fewer or more columns is none of the first", "[data][cells]") {
  for (const char* second : {"\nname,points\nanna,3\nbo,4\n", "name,points\nanna,3\nbo,4\n",
                             "name,points,level,town\nanna,3,gold,Rome\nbo,4,gold,Paris\n",
                             "\nname,town\nanna,Rome\nbo,Paris\n"}) {
    CAPTURE(second);
    const Cells cells = cells_of(kTable + second);
    CHECK(cells.records == kRows);
    CHECK(kinds_of(cells).back() == "other_table");
  }
}

TEST_CASE("a second table of the same width is told by what its columns hold", "[data][cells]") {
  const Cells cells = cells_of(kTable + "\nname,points,level\nanna,3,gold\nbo,4,gold\n");
  CHECK(cells.records == kRows);
  CHECK(kinds_of(cells) == Kinds{"blank", "other_table", "other_table", "other_table"});
}

TEST_CASE("the first table goes on after its header comes again", "[data][cells]") {
  const Cells cells =
      cells_of(kTable + "name,points\nanna,3\nbo,4\ndate,total,who\n2024-01-03,5,cy\n");
  CHECK(cells.records.size() == 4);
}

TEST_CASE("a torn row is a record, not a table", "[data][cells]") {
  const Cells cells = cells_of(kTable + "cake,tea\n2024-01-03,5,cy\n");
  CHECK(cells.records.size() == 5);
  CHECK(cells.structural.empty());
}

TEST_CASE("a broken quote costs its own row and is said, a stray one costs none", "[data][cells]") {
  std::string text = "id,email,date,product,total\n";
  std::vector<std::int64_t> offsets;
  for (int i = 0; i < 5000; ++i) {
    if (i == 2500 || i == 4000) offsets.push_back(static_cast<std::int64_t>(text.size()));
    text += std::to_string(i);
    text += i == 2500   ? ",\"open,2024-01-02,Tea,3.50\n"
            : i == 4000 ? ",\"\"x\",2024-01-02,\"Tea, green\",3.50\n"
                        : ",c@example.org,2024-01-02,\"Tea, green\",3.50\n";
  }
  const Cells cells = cells_of(text);
  CHECK(cells.records.size() == 4999);
  REQUIRE(cells.rejected.size() == 1);
  CHECK(cells.rejected[0].line == 2502);
  CHECK(cells.rejected[0].offset == offsets[0]);
  CHECK(cells.rejected[0].reason == "unclosed_quote");
  CHECK(cells.rejected[0].text == "2500,\"open,2024-01-02,Tea,3.50");
  REQUIRE(cells.repaired.size() == 1);
  CHECK(cells.repaired[0].line == 4002);
  CHECK(cells.repaired[0].offset == offsets[1]);
  CHECK(cells.repaired[0].reason == "stray_quote");
  CHECK(cells.records[3999] ==
        std::vector<std::string>{"4000", "\"x", "2024-01-02", "Tea, green", "3.50"});
}

TEST_CASE("a line with a stray quote that fits no table is set aside", "[data][cells]") {
  const Cells cells = cells_of(kTable + "2024-01-04,\"5\"x\n2024-01-05,6,\"d\"i,e\n");
  CHECK(cells.records == kRows);
  CHECK(cells.rejected.size() == 2);
}

TEST_CASE("a header with a stray quote still names its columns", "[data][cells]") {
  const Cells cells = cells_of("\"" + kTable);
  CHECK(cells.header == std::vector<std::string>{"\"date", "total", "who"});
  CHECK(cells.records == kRows);
}

TEST_CASE("records, pieces around them and rejected ones are all lines of a file",
          "[data][cells]") {
  const Cells cells = cells_of("Title\n" + kTable + "2024-01-03,\"5\"x,cy\n\nSumme,7,\n");
  CHECK(cells.records.size() + cells.structural.size() + cells.rejected.size() + 1 == 8);
}

TEST_CASE("rows with too few and too many cells stay as they are", "[data][cells]") {
  const Cells cells = cells_of(kTable + "2024-01-03\n2024-01-03,5,cy,di,ed\n");
  CHECK(cells.records.size() == 5);
  CHECK(cells.records[3] == std::vector<std::string>{"2024-01-03"});
  CHECK(cells.records[4].size() == 5);
}

TEST_CASE("the csv-spectrum files are read as they mean", "[data][cells]") {
  const auto read = [](std::string_view name) {
    const auto path = real_data("csv-spectrum/csvs/" + std::string(name) + ".csv");
    return path ? std::optional(cells_of(read_file(*path))) : std::nullopt;
  };
  const auto notes = read("quotes_and_newlines");
  if (!notes) return;
  CHECK(notes->header == std::vector<std::string>{"a", "b"});
  CHECK(notes->records == Rows{{"1", "ha \n\"ha\" \nha"}, {"3", "4"}});
  CHECK(read("json")->records ==
        Rows{{"1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"}});
  CHECK(read("empty_crlf")->records == Rows{{"1", "", ""}, {"2", "3", "4"}});
  CHECK(read("utf8")->records == Rows{{"1", "2", "3"}, {"4", "5", "ʤ"}});
  CHECK(read("comma_in_quotes")->records ==
        Rows{{"John", "Doe", "120 any st.", "Anytown, WW", "08123"}});
}

}  // namespace regulars
