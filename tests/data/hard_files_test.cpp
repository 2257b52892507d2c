// Order exports that readers get wrong unless they are told how: each small, each with what must
// come out of it.
#include <string>

#include "core/data/order_book.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

/// What must come out of a file.
struct Wanted {
  std::int64_t rows = 3;  // kept
  std::int64_t orders = 3;
  std::int64_t customers = 2;
  std::int64_t revenue = 126630;  // minor units
  std::string first = "2024-03-14";
  std::string last = "2024-04-02";
  std::vector<IssueKind> rejected = {};
};

std::unique_ptr<OrderTable> check(std::string_view csv, const Wanted& wanted = {},
                                  const ShopOptions& options = {}) {
  CAPTURE(csv.substr(0, 1000));
  const Result<Head> head = read_head(csv.substr(0, 1 << 18), csv.size() <= 1 << 18);
  REQUIRE(head);
  REQUIRE(find_columns(*head, options.columns));
  auto table = read_shop(csv, options);
  const FileIntake& file = table->files[0];
  CHECK(file.rows_read == file.rows_kept + file.rows_rejected);
  CHECK(file.rows_kept == wanted.rows);
  const OrderBook book(*table);
  CHECK(book.totals().orders_counted == wanted.orders);
  CHECK(book.totals().customers == wanted.customers);
  CHECK(book.totals().revenue.minor == wanted.revenue);
  CHECK(to_text(book.totals().first) == wanted.first);
  CHECK(to_text(book.totals().last) == wanted.last);
  REQUIRE(table->rejects.size() == wanted.rejected.size());
  for (std::size_t i = 0; i < wanted.rejected.size(); ++i)
    CHECK(table->rejects[i].reason == wanted.rejected[i]);
  return table;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

constexpr std::string_view kPlain =
    "order,date,customer,product,total\n"
    "1001,2024-03-14,anna@example.org,Teapot,12.50\n"
    "1002,2024-03-15,ben@example.org,\"Mug, blue\",1250.00\n"
    "1003,2024-04-02,anna@example.org,Caf\u00E9 filter,3.80\n";

std::string product(const OrderTable& table, std::size_t line) {
  return std::string(table.products.text(table.lines.product[line]));
}

// Rows of six cells, a day each, one customer in fifty; all of 9.90.
std::string large(std::int64_t row, std::string_view instead, std::int64_t row2 = -1,
                  std::string_view instead2 = {}) {
  std::string csv = "order,date,customer,product,quantity,total\n";
  for (std::int64_t i = 1; i <= 5000; ++i) {
    if (i == row) {
      csv.append(instead) += '\n';
    } else if (i == row2) {
      csv.append(instead2) += '\n';
    } else {
      const std::string number = std::to_string(i);
      const std::string month = std::to_string(1 + i % 9);
      csv += number + ",2024-0" + month + "-1" + std::to_string(i % 10) + ",c" +
             std::to_string(i % 100) + ",Mug,1,9.90\n";
    }
  }
  return csv;
}

Wanted of_large(std::int64_t rows, std::vector<IssueKind> rejected) {
  return {rows, rows, 100, rows * 990, "2024-01-10", "2024-09-19", std::move(rejected)};
}

}  // namespace

TEST_CASE("the plain shop is what all others are compared with", "[data][hard]") {
  const auto table = check(kPlain);
  CHECK(product(*table, 1) == "Mug, blue");
  CHECK(product(*table, 2) == "Caf\u00E9 filter");
}

TEST_CASE("semicolons, decimal commas and thousands marks of either style", "[data][hard]") {
  check(
      "order;date;customer;product;total\n1001;2024-03-14;anna@example.org;Teapot;12,50\n"
      "1002;2024-03-15;ben@example.org;Mug, blue;1250,00\n"
      "1003;2024-04-02;anna@example.org;Caf\u00E9;3,80\n");
  check(
      "order;date;customer;product;total\n1001;14.03.2024;anna@example.org;Teapot;12,50\n"
      "1002;15.03.2024;ben@example.org;Mug, blue;1.250,00\n"
      "1003;02.04.2024;anna@example.org;Caf\u00E9;3,80\n");
  check(
      "order,date,customer,product,total\n1001,2024-03-14,anna@example.org,Teapot,\"12,50\"\n"
      "1002,2024-03-15,ben@example.org,\"Mug, blue\",\"1250,00\"\n"
      "1003,2024-04-02,anna@example.org,Caf\u00E9,\"3,80\"\n");
  check(
      "order,date,customer,product,total\n1001,2024-03-14,anna@example.org,Teapot,$12.50\n"
      "1002,2024-03-15,ben@example.org,\"Mug, blue\",\"$1,250.00\"\n"
      "1003,2024-04-02,anna@example.org,Caf\u00E9,$3.80\n");
  check(
      "order,date,customer,product,total\n1001,2024-03-14,anna@example.org,Teapot,\u20AC12.50\n"
      "1002,2024-03-15,ben@example.org,\"Mug, blue\",\"\u20AC1,250.00\"\n"
      "1003,2024-04-02,anna@example.org,Caf\u00E9,\u20AC3.80\n");
  check(
      "order;date;customer;product;total\n1001;2024-03-14;anna@example.org;Teapot;12,50 \u20AC\n"
      "1002;2024-03-15;ben@example.org;Mug, blue;1 250,00 \u20AC\n"
      "1003;2024-04-02;anna@example.org;Caf\u00E9;3,80 \u20AC\n");
  check(
      "order;date;customer;product;total\n1001;2024-03-14;anna@example.org;Teapot;CHF 12.50\n"
      "1002;2024-03-15;ben@example.org;Mug, blue;CHF 1'250.00\n"
      "1003;2024-04-02;anna@example.org;Caf\u00E9;CHF 3.80\n");
}

TEST_CASE("titles above the header and totals below the rows are no rows", "[data][hard]") {
  const auto titled =
      check("Sales report,,,,\nShop:,Regulars Books,,,\nFrom 2024-03-01 to 2024-04-30,,,,\n\n" +
            std::string(kPlain) + "Total,,,,1266.30\n");
  CHECK(titled->files[0].structural.totals == 1);
  check("Sales report\nprinted on 2024-05-01\n\n" + std::string(kPlain) + ",,,Total,1266.30\n\n");
  check("# exported by till 3\n# do not edit\n" + std::string(kPlain) + "Summe;;;;\n" +
            "Grand total,,,,1266.30\n",
        {.rejected = {IssueKind::too_few_cells}});
}

TEST_CASE("a first line that names the delimiter is no row", "[data][hard]") {
  const std::string body =
      "order;date;customer;product;total\n1001;2024-03-14;anna@example.org;Teapot;12,50\n"
      "1002;2024-03-15;ben@example.org;\"Mug; blue\";1250,00\n"
      "1003;2024-04-02;anna@example.org;Caf\u00E9;3,80\n";
  check("sep=;\n" + body);
  check("\"sep=;\"\r\n" + replaced(body, "\n", "\r\n"));
  check("\xEF\xBB\xBFsep=;\n" + body);
}

TEST_CASE("NUL bytes and blank lines are left out", "[data][hard]") {
  std::string csv = "\n\n" + replaced(std::string(kPlain), "\n", "\n\n") + ",,,,\n \t\n";
  csv.insert(csv.find("1002"), 3, '\0');
  csv.insert(csv.find("Teapot") + 2, 1, '\0');
  csv += std::string(8, '\0');
  const auto table = check(csv);
  CHECK(product(*table, 0) == "Teapot");
}

TEST_CASE("a time with an offset counts on the shop's own day", "[data][hard]") {
  const std::string csv =
      "order,date,customer,total\n1,2024-03-14 23:30:00 -0500,a,5\n2,2024-03-15 "
      "08:00:00 -0500,b,6\n";
  check(csv, {2, 2, 2, 1100, "2024-03-14", "2024-03-15"});
  ShopOptions berlin;
  berlin.file.zone = Zone{"Europe/Berlin", {{0, 3600}, {1711846800, 7200}, {1729990800, 3600}}};
  const auto moved = check(csv, {2, 2, 2, 1100, "2024-03-15", "2024-03-15"}, berlin);
  CHECK(moved->numbered.second_of(0) == 5 * 3600 + 1800);
}

TEST_CASE("one bad row in a file of five does not hide its columns", "[data][hard]") {
  const std::string csv =
      "order,date,customer,product,total\n1001,2024-03-14,anna@example.org,Teapot,12.50\n";
  const std::string rest =
      "1002,2024-03-15,ben@example.org,Mug,1250.00\n"
      "1003,2024-04-02,anna@example.org,Caf\u00E9,3.80\n"
      "1004,2024-04-02,anna@example.org,Caf\u00E9,0.00\n";
  const auto one = [&](std::string_view bad, IssueKind kind) {
    check(csv + std::string(bad) + '\n' + rest, {.rows = 4, .orders = 4, .rejected = {kind}});
  };
  one("1005,2024-03-20,carl@example.org", IssueKind::too_few_cells);
  one("1005,2024-03-20,carl@example.org,Mug,3.80,7,8", IssueKind::too_many_cells);
  one("1005,2024-03-20,carl@example.org,\"Mug,3.80", IssueKind::unclosed_quote);
  one("1005,2024-02-31,carl@example.org,Mug,3.80", IssueKind::invalid_date);
  one("1005,2024-03-20,carl@example.org,Mug,free", IssueKind::invalid_amount);
  one("1005,,carl@example.org,Mug,3.80", IssueKind::missing_date);
  one("see above", IssueKind::too_few_cells);
}

TEST_CASE("a cut-off last row is set aside with its reason", "[data][hard]") {
  const std::string csv(kPlain);
  check(csv + "1004,2024-04-0", {.rejected = {IssueKind::too_few_cells}});
  check(csv + "1004,2024-04-03,\"ben@exam", {.rejected = {IssueKind::unclosed_quote}});
}

TEST_CASE("line ends of every kind, mixed and missing", "[data][hard]") {
  const std::string csv(kPlain);
  check(replaced(csv, "\n", "\r\n"));
  check(replaced(csv, "\n", "\r"));
  std::string mixed = csv;
  mixed.replace(mixed.find('\n'), 1, "\r\n");
  mixed.replace(mixed.rfind('\n'), 1, "\r");
  check(mixed);
  check(csv.substr(0, csv.size() - 1));
  const auto note = check(replaced(csv, "Mug, blue", "Mug,\r\nblue"));
  CHECK(product(*note, 1) == "Mug,\r\nblue");
}

TEST_CASE("a comma and a blank set cells apart", "[data][hard]") {
  const auto table = check(
      "order, date, customer, product, total\n1001, 2024-03-14, anna@example.org, Teapot, 12.50\n"
      "1002, 2024-03-15, ben@example.org, \"Mug, blue\", 1250.00\n"
      "1003, 2024-04-02, anna@example.org, Filter, 3.80\n");
  CHECK(product(*table, 1) == "Mug, blue");
}

TEST_CASE("a header of two rows names the columns once", "[data][hard]") {
  check(
      "order,sale,buyer,product,sale\nnumber,date,email,name,total\n"
      "1001,2024-03-14,anna@example.org,Teapot,12.50\n"
      "1002,2024-03-15,ben@example.org,\"Mug, blue\",1250.00\n"
      "1003,2024-04-02,anna@example.org,Filter,3.80\n");
}

TEST_CASE("a second table in the same file is set aside row by row", "[data][hard]") {
  const auto table =
      check(std::string(kPlain) + "\nsku,stock\nT-1,4\nM-2,17\n",
            {.rejected = {IssueKind::other_table, IssueKind::other_table, IssueKind::other_table}});
  CHECK(table->rejects[1].text == "T-1,4");
}

TEST_CASE("apostrophes enclose cells as quotes do", "[data][hard]") {
  const auto table = check(
      "'order','date','customer','product','total'\n"
      "'1001','2024-03-14','anna@example.org','Teapot','12.50'\n"
      "'1002','2024-03-15','ben@example.org','Mug, blue','1250.00'\n"
      "'1003','2024-04-02','anna@example.org','Filter','3.80'\n");
  CHECK(product(*table, 1) == "Mug, blue");
}

TEST_CASE("a file without header is read by what stands in it", "[data][hard]") {
  check(std::string(kPlain.substr(kPlain.find('\n') + 1)));
}

TEST_CASE("wrappers that keep spreadsheets from changing a cell are taken off", "[data][hard]") {
  check(
      "order,date,customer,product,total\n=\"1001\",=\"2024-03-14\",anna@example.org,Teapot,"
      "=\"12.50\"\n=\"1002\",=\"2024-03-15\",ben@example.org,\"Mug, blue\",=\"1250.00\"\n"
      "=\"1003\",=\"2024-04-02\",anna@example.org,Filter,=\"3.80\"\n");
  const auto table = check(
      "order,date,customer,product,total\n'1001,2024-03-14,anna@example.org,Teapot,12.50\n"
      "'1002,2024-03-15,ben@example.org,\"Mug, blue\",1250.00\n"
      "'1003,2024-04-02,anna@example.org,Filter,3.80\n");
  CHECK(table->numbers.text(0) == "1001");
}

TEST_CASE("tabs around and in quotes, as Chinese exports write them", "[data][hard]") {
  const auto table = check(
      "\u8BA2\u5355\u7F16\u53F7,\u4E0B\u5355\u65F6\u95F4,\u4E70\u5BB6,\u5546\u54C1,\u91D1\u989D\n"
      "\"1001\t\",\"2024-03-14 09:00:00\t\",\"\tanna@example.org\",\"\tTeapot\",12.50\n"
      "\"1002\t\",\"2024-03-15 09:00:00\t\",\"\tben@example.org\",\"\tMug, blue\",1250.00\n"
      "\"1003\t\",\"2024-04-02 09:00:00\t\",\"\tanna@example.org\",\"\tFilter\",3.80\n");
  CHECK(product(*table, 1) == "Mug, blue");
  CHECK(table->numbers.text(0) == "1001");
}

TEST_CASE("a percentage is no amount and no discount", "[data][hard]") {
  check(
      "order,date,customer,product,discount %,tax rate,total\n"
      "1001,2024-03-14,anna@example.org,Teapot,10%,19%,12.50\n"
      "1002,2024-03-15,ben@example.org,\"Mug, blue\",5%,19%,1250.00\n"
      "1003,2024-04-02,anna@example.org,Filter,0%,7%,3.80\n");
}

TEST_CASE("brackets and a minus behind the figures take money away", "[data][hard]") {
  const Wanted wanted{4, 3, 2, 126630 - 220, "2024-03-14", "2024-04-02"};
  const std::string csv(kPlain);
  check(csv + "1004,2024-04-03,anna@example.org,Teapot,(2.20)\n", wanted);
  check(csv + "1004,2024-04-03,anna@example.org,Teapot,2.20-\n", wanted);
  check(csv + "1004,2024-04-03,anna@example.org,Teapot,\u22122.20\n", wanted);
  check(csv + "1004,2024-04-03,anna@example.org,Teapot,($2.20)\n", wanted);
}

TEST_CASE("days as spreadsheets count them", "[data][hard]") {
  check(
      "order,date,customer,product,total\n1001,45365,anna@example.org,Teapot,12.50\n"
      "1002,45366.75,ben@example.org,\"Mug, blue\",1250.00\n"
      "1003,45384,anna@example.org,Filter,3.80\n");
}

TEST_CASE("months by name in five languages", "[data][hard]") {
  const auto with = [](std::string_view a, std::string_view b, std::string_view c) {
    check("order;date;customer;total\n1001;" + std::string(a) + ";anna@example.org;12.50\n1002;" +
          std::string(b) + ";ben@example.org;1250.00\n1003;" + std::string(c) +
          ";anna@example.org;3.80\n");
  };
  with("14 Mar 2024", "15 Mar 2024", "2 Apr 2024");
  with("March 14, 2024", "Friday, March 15, 2024", "April 2, 2024");
  with("14. M\u00E4rz 2024", "15. M\u00E4r. 2024", "2. April 2024");
  with("14 mars 2024", "15 mars 2024", "2 avr. 2024");
  with("14 de marzo de 2024", "15 mar. 2024", "2 de abril de 2024");
  with("2024\u5E743\u670814\u65E5", "2024\u5E7403\u670815\u65E5", "2024\u5E744\u67082\u65E5");
}

TEST_CASE("amounts of another currency are never added to the shop's", "[data][hard]") {
  check(
      "order,date,customer,product,total,currency\n"
      "1001,2024-03-14,anna@example.org,Teapot,12.50,EUR\n"
      "1002,2024-03-15,ben@example.org,\"Mug, blue\",1250.00,EUR\n"
      "1003,2024-04-02,anna@example.org,Filter,3.80,EUR\n"
      "1004,2024-04-03,carl@example.org,Filter,400,JPY\n",
      {.rejected = {IssueKind::other_currency}});
}

TEST_CASE("a column of zones by the names of Rails", "[data][hard]") {
  const std::string csv =
      "order,date,time zone,customer,total\n"
      "1,2024-03-14 23:30:00,Eastern Time (US & Canada),a,5\n"
      "2,2024-03-15 08:00:00,Eastern Time (US & Canada),b,6\n";
  check(csv, {2, 2, 2, 1100, "2024-03-14", "2024-03-15"});
  ShopOptions berlin;
  berlin.file.zone = Zone{"Europe/Berlin", {{0, 3600}, {1711846800, 7200}, {1729990800, 3600}}};
  berlin.file.zones["America/New_York"] =
      Zone{"America/New_York", {{0, -18000}, {1710054000, -14400}, {1730613600, -18000}}};
  const auto moved = check(csv, {2, 2, 2, 1100, "2024-03-15", "2024-03-15"}, berlin);
  CHECK(moved->numbered.second_of(0) == 4 * 3600 + 1800);
}

TEST_CASE("one fault in five thousand rows costs its own row and is said", "[data][hard]") {
  using enum IssueKind;
  check(large(-1, ""), of_large(5000, {}));
  check(large(2500, "2500,2024-03-11,c1,\"Mug,1,9.90"), of_large(4999, {unclosed_quote}));
  check(large(2500, "2500,2024-03-11,c1,\"Mug,1,9.90", 4000, "4000,2024-05-10,c0,\"\"x\",1,9.90"),
        of_large(4999, {unclosed_quote}));
  check(large(2500, "2500,2024-03-11,c1,Mug,1,9.90,x,y"), of_large(4999, {too_many_cells}));
  check(large(2500, "2500,2024-03-11,c1"), of_large(4999, {too_few_cells}));
  check(large(5000, "5000,2024-0"), of_large(4999, {too_few_cells}));
  check(large(2500, "2500,2024-03-11,c1,Caf\xE9,1,9.90"), of_large(5000, {}));
  const auto stray =
      check(large(2500, "2500,2024-03-11,c1,\"Mug \"blue\"\",1,9.90"), of_large(5000, {}));
  CHECK(stray->issues[stray_quote].count == 1);
  CHECK(effect_of(stray_quote) == Effect::kept);
  const auto unfit = check(large(2500, "2500,2024-03-11,c1,\"Mug\"s,1,9.90,\"x\"y"),
                           of_large(4999, {unclosed_quote}));
  CHECK(unfit->rejects[0].row == 2501);
}

}  // namespace regulars
