#include "core/data/intake.h"

#include <string>

#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

std::int64_t count(const OrderTable& table, IssueKind kind) { return table.issues[kind].count; }

Zone berlin_2024() {
  return {"Europe/Berlin", {{0, 3600}, {1711846800, 7200}, {1729990800, 3600}}};
}

}  // namespace

TEST_CASE("rows read are rows kept and rows rejected, and rejects are whole", "[data][intake]") {
  const std::string csv =
      "order,date,customer,total\n1,2024-01-02,a,3.80\n2,2024-02-30,a,4\n3,2024-01-03,b,n/"
      "a\n4,,b,4\n5,2024-01-04,c\n6,2024-01-04,c,1,2\n\n,,,\n7,2024-01-05,c,\n8,2024-01-05,c,5\n";
  const auto table = read_shop(csv);
  const FileIntake& file = table->files[0];
  CHECK(file.rows_read == 8);
  CHECK(file.rows_kept == 2);
  CHECK(file.rows_rejected == 6);
  CHECK(table->rejects.size() == 6);
  CHECK(count(*table, IssueKind::invalid_date) == 1);
  CHECK(count(*table, IssueKind::invalid_amount) == 1);
  CHECK(count(*table, IssueKind::missing_date) == 1);
  CHECK(count(*table, IssueKind::too_few_cells) == 1);
  CHECK(count(*table, IssueKind::too_many_cells) == 1);
  CHECK(count(*table, IssueKind::missing_amount) == 1);
  const IssueExample& bad_day = table->issues[IssueKind::invalid_date].examples[0];
  CHECK(bad_day.row == 3);
  CHECK(bad_day.column == "date");
  CHECK(bad_day.text == "2024-02-30");
  CHECK(table->rejects[0].text == "2,2024-02-30,a,4");
}

TEST_CASE("any chunking gives the same table", "[data][intake]") {
  const std::string csv =
      "order,date,customer,total\r\n1,02/01/2024,\"a\"\"x\",3.80\r\n2,13/01/2024,b,4\r\n2,13/01/"
      "2024,b,4\r\n3,bad,b,5\r\n4,14/01/2024,c,6";
  const auto whole = read_shop(csv);
  for (std::size_t chunk = 1; chunk < csv.size(); chunk += 3) {
    CAPTURE(chunk);
    ShopOptions options;
    options.chunk = chunk;
    const auto pieces = read_shop(csv, options);
    REQUIRE(pieces->lines.size() == whole->lines.size());
    for (std::size_t line = 0; line < whole->lines.size(); ++line) {
      CHECK(pieces->lines.amount[line] == whole->lines.amount[line]);
      CHECK(pieces->lines.row[line] == whole->lines.row[line]);
      CHECK(pieces->lines.fingerprint[line] == whole->lines.fingerprint[line]);
    }
    CHECK(pieces->numbered.day[0] == day("2024-01-02").days);
    CHECK(pieces->files[0].rows_rejected == 1);
  }
}

TEST_CASE("the whole column decides whether the day or the month comes first", "[data][intake]") {
  SECTION("a day above twelve, be it in the last row") {
    const auto table =
        read_shop("date,customer,total\n03/04/2024,a,1\n05/06/2024,a,1\n25/06/2024,a,1\n");
    CHECK(table->loose.day[0] == day("2024-04-03").days);
    CHECK(count(*table, IssueKind::date_order_assumed) == 0);
  }
  SECTION("a month that cannot be one") {
    const auto table = read_shop("date,customer,total\n03/04/2024,a,1\n05/26/2024,a,1\n");
    CHECK(table->loose.day[0] == day("2024-03-04").days);
  }
  SECTION("nothing proves it: rows in order of time do, and it is said") {
    const auto table = read_shop(
        "date,customer,total\n01/10/2024,a,1\n01/11/2024,a,1\n01/12/2024,a,1\n02/01/2024,a,1\n02/"
        "02/2024,a,1\n");
    CHECK(table->loose.day[0] == day("2024-01-10").days);
    CHECK(count(*table, IssueKind::date_order_assumed) == 5);
  }
  SECTION("a row that proves the other order is read as what it proves, and flagged") {
    const auto table = read_shop(
        "date,customer,total\n25/01/2024,a,1\n26/01/2024,a,1\n02/01/2024,a,1\n01/27/2024,a,1\n");
    CHECK(table->loose.day[2] == day("2024-01-02").days);
    CHECK(table->loose.day[3] == day("2024-01-27").days);
    CHECK(count(*table, IssueKind::date_order_conflict) == 1);
  }
}

TEST_CASE("times with an offset move to the shop's zone, others stay as written",
          "[data][intake]") {
  const std::string csv =
      "date,customer,total\n2024-07-01 23:30:00 -0500,a,1\n2024-07-01 23:30:00,a,1\n";
  const auto as_written = read_shop(csv);
  CHECK(as_written->loose.day[0] == day("2024-07-01").days);
  ShopOptions options;
  options.file.zone = berlin_2024();
  const auto moved = read_shop(csv, options);
  CHECK(moved->loose.day[0] == day("2024-07-02").days);
  CHECK(moved->loose.second_of(0) == 6 * 3600 + 30 * 60);
  CHECK(moved->loose.day[1] == day("2024-07-01").days);
}

TEST_CASE("the currency's minor unit is the table's", "[data][intake]") {
  const auto yen = read_shop("date,customer,total,currency\n2024-01-02,a,1500,JPY\n");
  CHECK(yen->currency == "JPY");
  CHECK(yen->digits == 0);
  CHECK(yen->lines.amount[0] == 1500);
  const auto mixed =
      read_shop("date,customer,total,currency\n2024-01-02,a,1.50,EUR\n2024-01-02,a,1.50,USD\n");
  CHECK(mixed->files[0].rows_rejected == 1);
  CHECK(count(*mixed, IssueKind::other_currency) == 1);
}

TEST_CASE("an amount beyond all shops is set aside, so that sums stay what they are",
          "[data][intake]") {
  const auto table = read_shop(
      "date,customer,total\n2024-01-02,a,5\n2024-01-03,a,1000000000000.00\n2024-01-04,a,"
      "9000000000000000.00\n2024-01-05,a,-9000000000000000.00\n");
  CHECK(table->files[0].rows_kept == 2);
  CHECK(count(*table, IssueKind::invalid_amount) == 2);
  const auto priced = read_shop(
      "date,customer,quantity,unit "
      "price\n2024-01-02,a,2,5.00\n2024-01-03,a,2000000,900000000.00\n");
  CHECK(priced->files[0].rows_kept == 1);
  ShopOptions options;
  options.file.currency = "EUR";
  options.file.rates["USD"] = 1e300;
  const auto converted =
      read_shop("date,customer,total,currency\n2024-01-02,a,5,EUR\n2024-01-03,a,5,USD\n", options);
  CHECK(converted->files[0].rows_kept == 1);
}

TEST_CASE("quantity times price less discount is the line's amount, to the cent",
          "[data][intake]") {
  const auto table = read_shop(
      "order,date,customer,qty,unit price,line "
      "discount\n1,2024-01-02,a,3,4.35,\n2,2024-01-02,a,0.5,4.35,\n3,2024-01-02,a,2,4.35,1.00\n4,"
      "2024-01-02,a,-1,4.35,\n");
  CHECK(table->lines.amount[0] == 1305);
  CHECK(table->lines.amount[1] == 218);
  CHECK(table->lines.amount[2] == 770);
  CHECK(table->lines.amount[3] == -435);
  CHECK(table->lines.status[3] == LineStatus::refund);
  CHECK(unit_price_of(*table, 2) == Money{435});
}

TEST_CASE("what was refunded is taken off, wherever the export says it", "[data][intake]") {
  SECTION("in a column beside the order's amount") {
    const auto table = read_shop(
        "order id,date,email,total,refunded "
        "amount\n1,2024-01-02,a@x.org,10,10\n2,2024-01-03,a@x.org,20,5\n3,2024-01-04,b@x.org,7,\n");
    const OrderBook book(*table);
    CHECK(book.totals().revenue == Money{2200});
    CHECK(book.totals().orders_counted == 2);
    CHECK(book.totals().refunded == Money{1500});
  }
  SECTION("in a negative line that is itself called refunded") {
    const auto table = read_shop(
        "order,date,customer,total,status\n1,2024-01-02,a,10,paid\n2,2024-01-03,a,20,paid\n2,2024-"
        "01-04,a,-20,refunded\n");
    const OrderBook book(*table);
    CHECK(book.totals().revenue == Money{1000});
    CHECK(book.totals().orders_counted == 1);
    CHECK(book.totals().refunded == Money{2000});
  }
}

TEST_CASE("an order's total without order numbers is the line's", "[data][intake]") {
  ShopOptions options;
  options.columns = {{Role::order_total, "sum"}};
  const auto table = read_shop("date,customer,sum\n2024-01-02,a,10\n2024-01-03,b,20\n", options);
  CHECK(OrderBook(*table).totals().revenue == Money{3000});
}

TEST_CASE("one mailbox is one customer, however it is typed; no name is nobody", "[data][intake]") {
  const auto table = read_shop(
      "date,email,total\n2024-01-02,Anna@Example.com,1\n2024-01-03, "
      "anna@example.com,1\n2024-01-04,n/a,1\n2024-01-05,,1\n");
  CHECK(table->customers.size() == 1);
  CHECK(table->loose.customer[2] == -1);
  CHECK(table->loose.customer[3] == -1);
}

TEST_CASE("a file that is given up leaves nothing behind", "[data][intake]") {
  auto session = open_shop("order,date,customer,total\n1,2024-01-02,a,3.80\n", "first.csv");
  const std::string second =
      "order,date,customer,total\n2,2024-01-03,b,4\n3,bad,c,5\n4,2024-01-04,d,6\n";
  REQUIRE(session->sniff(second, "second.csv", true));
  REQUIRE(session->begin({}));
  REQUIRE(session->push(second));
  session->abandon();
  CHECK(session->table().lines.size() == 1);
  CHECK(session->table().customers.size() == 1);
  CHECK(session->table().rejects.empty());
  CHECK(session->table().issues[IssueKind::invalid_date].count == 0);
  const Result<Report> report = session->analyze({});
  REQUIRE(report);
  CHECK(report->analysis->book.totals().revenue == Money{380});
}

}  // namespace regulars
