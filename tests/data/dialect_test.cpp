#include "core/data/dialect.h"

#include <string>
#include <vector>

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
  CHECK(read_head("a,b\n1,2\n", true)->dialect.delimiter == ",");
  CHECK(read_head("date;total\n2024-01-01;12,50\n2024-01-02;3,80\n", true)->dialect.delimiter ==
        ";");
  CHECK(read_head("a\tb, c\n1\t2\n3\t4, 5\n", true)->dialect.delimiter == "\t");
  CHECK(read_head("a|b\n1|2\n", true)->dialect.delimiter == "|");
  CHECK(read_head(" 00004 0001 19970101  2\n 00021 0002 19970101  3\n", true)->dialect.delimiter ==
        " ");
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
  CHECK(error_of("one\ntwo\nthree\n") == ErrorCode::no_columns);
  CHECK(error_of("date,total\n") == ErrorCode::no_rows);
}

TEST_CASE("a cut head does not invent a record", "[data][dialect]") {
  const Result<Head> head = read_head("a,b\n1,2\n3,", false);
  REQUIRE(head);
  CHECK(head->records.size() == 1);
}

namespace {

Head head_of(std::string_view text) {
  Result<Head> head = read_shape(text, true);
  REQUIRE(head);
  return std::move(*head);
}

std::string delimiter_of(std::string_view text) { return head_of(text).dialect.delimiter; }

bool adds_up(std::vector<std::string_view> cells) { return is_totals_row(cells); }

}  // namespace

TEST_CASE("a comma in amounts does not hide the semicolon between cells", "[data][dialect]") {
  CHECK(delimiter_of("Datum;Betrag\n01.02.2024;12,50\n02.02.2024;3,80\n") == ";");
  CHECK(delimiter_of("Datum;Kunde;Betrag\n01.02.2024;Anna;\xE2\x82\xAC"
                     "1.250,00\n02.02.2024;Bo;\xE2\x82\xAC"
                     "3,80\n") == ";");
}

TEST_CASE("amounts in quotes do not hide the comma between cells", "[data][dialect]") {
  CHECK(delimiter_of("date,who,total\n2024-01-02,Anna,\"12,50\"\n2024-01-03,Bo,\"3,00\"\n") == ",");
  CHECK(delimiter_of("date,total\n2024-01-02,\"$1,250.00\"\n2024-01-03,\"$3.00\"\n") == ",");
}

TEST_CASE("rarer delimiters are found where they clearly win", "[data][dialect]") {
  CHECK(delimiter_of("a^b^c\n1^2^3\n4^5^6\n") == "^");
  CHECK(delimiter_of("date~who~total\n2024-01-01~a~3\n2024-01-02~b~4\n") == "~");
  CHECK(delimiter_of("date\xC2\xA7who\xC2\xA7total\n2024-01-01\xC2\xA7"
                     "a\xC2\xA7"
                     "3\n") == "\xC2\xA7");
  CHECK(delimiter_of("name:age:city\nanna:12:Rome\nbo:13:Paris\n") == ":");
  CHECK(delimiter_of("date,time,total\n2024-01-01,10:00:00,3\n2024-01-02,11:00:00,4\n") == ",");
}

TEST_CASE("a list of texts is no table", "[data][dialect]") {
  CHECK(error_of("name\nAnna Berg\nBo Ek\nCy Di\n") == ErrorCode::no_columns);
  CHECK(error_of("one\ntwo, or so\nthree\nfour\nfive\nsix\n") == ErrorCode::no_columns);
  CHECK(error_of("anna#_%pass\n") == ErrorCode::no_columns);
}

TEST_CASE("delimiters of two characters are found", "[data][dialect]") {
  CHECK(delimiter_of("date, who, total\n2024-01-01, \"a, b\", 3\n2024-01-02, c, 4\n") == ", ");
  CHECK(delimiter_of("date; who; total\n2024-01-01; a, b; 3,50\n2024-01-02; c; 4,50\n") == "; ");
  CHECK(delimiter_of("date||who||total\n2024-01-01||a||3\n2024-01-02||||4\n") == "||");
}

TEST_CASE("blanks set cells apart one by one where some are empty", "[data][dialect]") {
  const Head head = head_of(
      "date who city total\n2024-01-01 Ann Rome 3.50\n2024-01-02 Bo  4.00\n"
      "2024-01-03 \"Di, Cy\" Oslo 2.25\n2024-01-04   1.00\n");
  CHECK(head.dialect.delimiter == " ");
  CHECK_FALSE(head.dialect.in_runs);
  REQUIRE(head.records.size() == 4);
  CHECK(head.records[1] == std::vector<std::string>{"2024-01-02", "Bo", "", "4.00"});
  CHECK(head.records[2] == std::vector<std::string>{"2024-01-03", "Di, Cy", "Oslo", "2.25"});
  CHECK(head.records[3] == std::vector<std::string>{"2024-01-04", "", "", "1.00"});
  // Columns set in line, and a tab among the blanks.
  CHECK(head_of("2024-01-01 Ann     3.50\n2024-01-02 Barbara 4.00\n").dialect.in_runs);
  CHECK(head_of("2024-01-01 Ann \t 3.50\n2024-01-02 Bo 4.00\n").dialect.in_runs);
}

TEST_CASE("an apostrophe is a quote only where it encloses cells", "[data][dialect]") {
  CHECK(head_of("date,who\n2024-01-01,'Berg, Anna'\n2024-01-02,'Ek, Bo'\n").dialect.quote == '\'');
  CHECK(head_of(" 1 # 'bay rd' # 'a, b'\n 2 # 'long ln' # 'c'\n").dialect.quote == '\'');
  CHECK(head_of("date,who\n2024-01-01,O'Brien\n2024-01-02,D'Arcy\n2024-01-02,'t Hooft\n")
            .dialect.quote == '"');
  CHECK(head_of("zip,total\n'0123,3\n'0124,4\n").dialect.quote == '"');
}

TEST_CASE("how quotes are escaped is found", "[data][dialect]") {
  CHECK(
      head_of("id,note,total\n1,\"she said \\\"hi, you\\\"\",3\n2,\"plain\",4\n").dialect.escape ==
      '\\');
  CHECK(head_of("id,note,total\n1,\"she said \"\"hi, you\"\"\",3\n").dialect.escape == '"');
  std::string bare = "id,item,total\n";
  for (int i = 0; i < 20; ++i)
    bare += std::to_string(i) + ",\"" + std::to_string(i) + "\" pipe, long\",3\n";
  CHECK(head_of(bare).dialect.escape == '\0');
}

TEST_CASE("one stray quote does not change how quotes are escaped", "[data][dialect]") {
  CHECK(head_of("id,who,total\n1,\"An\"na,3\n2,\"Bo\",4\n3,\"Cy\",5\n").dialect.escape == '"');
}

TEST_CASE("a first line that names the delimiter is believed", "[data][dialect]") {
  for (const char* text : {"sep=;\ndate;total\n2024-01-01;12,50\n",
                           "\"sep=;\"\r\ndate;total\r\n2024-01-01;12,50\r\n"}) {
    const Head head = head_of(text);
    CHECK(head.dialect.delimiter == ";");
    CHECK(head.dialect.header_line == 2);
    CHECK(head.header == std::vector<std::string>{"date", "total"});
    CHECK(head.records.size() == 1);
  }
}

TEST_CASE("titles above the header are none of it", "[data][dialect]") {
  const std::vector<std::string> header{"date", "customer", "total"};
  const std::string table = "date,customer,total\n2024-01-01,Anna,3.50\n2024-01-02,Bo,4\n";
  const auto check = [&](const std::string& above, std::int32_t line) {
    CAPTURE(above);
    const Head head = head_of(above + table);
    CHECK(head.header == header);
    CHECK(head.dialect.header_line == line);
    CHECK(head.records.size() == 2);
  };
  check("", 1);
  check("\n\n", 3);
  check("Sales report\n", 2);
  check("Sales report\nJanuary 2024\n\n", 4);
  check("Sales report,,\n,,\n", 3);
  check("Report for Anna, Bo and others\n", 2);
  check("# exported at noon; all shops\n# \"quoted\n", 3);
  check("Shop,Flower power\nFrom,2024-01-01\n\n", 4);
}

TEST_CASE("rows of one header are joined column by column", "[data][dialect]") {
  const std::string rows = "1,2024-01-01,Anna,3.5\n2,2024-01-02,Bo,4\n3,2024-01-03,Cy,5\n";
  CHECK(head_of("Order,Order,Customer,Amount\nNo,Date,Name,Net\n" + rows).header ==
        std::vector<std::string>{"Order No", "Order Date", "Customer Name", "Amount Net"});
  CHECK(head_of("Order,,Customer,Amount\nNo,Date,Name,Net\n" + rows).header ==
        std::vector<std::string>{"Order No", "Date", "Customer Name", "Amount Net"});
  CHECK(head_of("no,day,who,net\nno,day,who,net\nno,day,who,net\n" + rows).header ==
        std::vector<std::string>{"no no no", "day day day", "who who who", "net net net"});
}

TEST_CASE("a first row without a day is no second header row", "[data][dialect]") {
  const Head head = head_of("customer,date\nanna,yesterday\nbob,2024-01-01\n");
  CHECK(head.header == std::vector<std::string>{"customer", "date"});
  CHECK(head.records.size() == 2);
}

TEST_CASE("a delimiter at the end of rows or header adds no name", "[data][dialect]") {
  const std::vector<std::string> header{"date", "total"};
  CHECK(head_of("date,total\n2024-01-01,3,\n2024-01-02,4,\n").header == header);
  CHECK(head_of("date,total,\n2024-01-01,3\n2024-01-02,4\n").header == header);
  CHECK(head_of("date,total,\n2024-01-01,3,\n2024-01-02,4,\n").shape.cells == 3);
  CHECK(head_of("date,,total\n2024-01-01,3\n2024-01-02,4\n").header == header);
}

TEST_CASE("one bad row in a small file leaves the dialect as it is", "[data][dialect]") {
  for (const char* bad : {"2024-01-01", "2024-01-01,Anna,3.50,x,y,z", "2024-01-01,\"Anna,3.50",
                          "2024-01-01,\"An\"na,3.50", "2024-01-01;Anna;3", ",,"}) {
    CAPTURE(bad);
    const Head head = head_of("date,customer,total\n" + std::string(bad) +
                              "\n2024-01-03,Cy,4\n2024-01-04,Di,5\n");
    CHECK(head.dialect.delimiter == ",");
    CHECK(head.header == std::vector<std::string>{"date", "customer", "total"});
  }
}

TEST_CASE("a header without rows and a single row are tables", "[data][dialect]") {
  CHECK(head_of("date,total\n").header == std::vector<std::string>{"date", "total"});
  CHECK(head_of("date,total").records.empty());
  CHECK(head_of("2024-01-01,3,anna\n").records.size() == 1);
}

TEST_CASE("a code with digits behind letters names a column", "[data][dialect]") {
  CHECK(head_of("date,col1,tax2\n2024-01-01,3,4\n").dialect.header_line == 1);
  CHECK(head_of("date,Top 10,rs12\n2024-01-01,3,4\n").dialect.header_line == 1);
  CHECK(head_of("2024-01-01,EUR 3,4 usd\n2024-01-02,EUR 4,5 usd\n").dialect.header_line == 0);
}

TEST_CASE("columns may be named after years", "[data][dialect]") {
  const Head head = head_of("name,2019,2020\nanna,3,4\nben,,12\n");
  CHECK(head.header == std::vector<std::string>{"name", "2019", "2020"});
  CHECK(head.records.size() == 2);
  // Years in rows are data.
  CHECK(head_of("anna,2019,2020\nben,2018,2021\n").dialect.header_line == 0);
  CHECK(head_of("anna,2019,2019\nben,3,4\n").dialect.header_line == 0);
}

TEST_CASE("rows that add up others are told by their word in many languages", "[data][dialect]") {
  for (const char* word :
       {"Total", "TOTAL:", "Grand Total", "Sum", "Summe", "Gesamt", "Totale", "Total general",
        "Subtotal", "Total (34)", "Total: 3", "合计", "总计", "小计", "Итого", "ИТОГО"}) {
    CAPTURE(word);
    CHECK(adds_up({word, "", "7.50"}));
    CHECK(adds_up({"", word, "7.50"}));
  }
  CHECK_FALSE(adds_up({"Total Wine", "", "7.50"}));
  CHECK_FALSE(adds_up({"Total", "2024-01-02", "7.50"}));
  CHECK_FALSE(adds_up({"Anna", "Total", "7.50"}));
  CHECK_FALSE(adds_up({"Summer", "", "7.50"}));
  CHECK_FALSE(adds_up({"", "", ""}));
}

TEST_CASE("NULs alone make no binary file", "[data][dialect]") {
  using namespace std::string_literals;
  CHECK(head_of("date,total\n2024-01-01,\0003\n\0\0\n"s).records.size() == 1);
  CHECK(error_of("\0\0\0\0"s) == ErrorCode::not_text);
  CHECK(error_of("a,b\n\x01\x02\x03\0\x05\x06,\x0E\n"s) == ErrorCode::not_text);
}

}  // namespace regulars
