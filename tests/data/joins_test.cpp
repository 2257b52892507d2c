// Several files of one shop: overlapping exports, orders beside their lines.
#include <string>

#include "core/data/order_book.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

constexpr std::string_view kHeader = "order,date,customer,item,total,status\n";

std::string file(std::initializer_list<std::string_view> rows) {
  std::string text(kHeader);
  for (const std::string_view row : rows) (text += row) += '\n';
  return text;
}

struct Sums {
  std::int64_t orders, counted, customers, revenue, order_days;
  bool operator==(const Sums&) const = default;
};

Sums sums(const OrderTable& table) {
  const OrderBook book(table);
  const BookTotals& t = book.totals();
  return {t.orders, t.orders_counted, t.customers, t.revenue.minor, t.order_days};
}

constexpr std::string_view kOrders =
    "Order ID,Sale Date,Buyer User ID,Order Total,Status\n"
    "A1,2024-01-05,anna,30.00,paid\nA2,2024-01-06,ben,12.00,paid\nA3,2024-02-01,anna,8.00,"
    "cancelled\n";
constexpr std::string_view kItems =
    "Order ID,Item Name,Quantity,Price\nA1,Mug,2,10.00\nA1,Print,1,10.00\nA2,Mug,1,12.00\n"
    "A3,Card,1,8.00\nA9,Card,1,8.00\n";

}  // namespace

TEST_CASE("January to June and April to September are January to September", "[data][joins]") {
  const std::string early = file({"1,2024-01-02,a,tea,10,paid", "2,2024-04-03,a,tea,20,pending",
                                  "3,2024-05-05,b,tea,7,paid", "3,2024-05-05,b,cup,8,paid"});
  const std::string late = file({"2,2024-04-03,a,tea,20,paid", "3,2024-05-05,b,tea,7,refunded",
                                 "3,2024-05-05,b,cup,8,refunded", "4,2024-09-01,a,tea,5,paid"});
  const std::string all = file({"1,2024-01-02,a,tea,10,paid", "2,2024-04-03,a,tea,20,paid",
                                "3,2024-05-05,b,tea,7,refunded", "3,2024-05-05,b,cup,8,refunded",
                                "4,2024-09-01,a,tea,5,paid"});
  const auto whole = read_shop(all);
  for (const bool early_first : {true, false}) {
    OrderTable table;
    read_into(table, early_first ? early : late);
    read_into(table, early_first ? late : early);
    CHECK(sums(table) == sums(*whole));
    const OrderBook book(table);
    CHECK(book.findings()[IssueKind::older_export].count == 2);
    for (const FileIntake& one : table.files) CHECK(one.rows_read == one.rows_kept);
  }
}

TEST_CASE("an export that names no buyers does not take them from the orders of one that does",
          "[data][joins]") {
  constexpr std::string_view payments =
      "Order ID,Date,Amount\nA1,2024-01-05,30.00\nA2,2024-01-06,12.00\nA4,2024-03-01,5.00\n";
  const std::string orders =
      "Order ID,Date,Buyer User ID,Order Total\nA1,2024-01-05,anna,30.00\n"
      "A2,2024-01-06,ben,12.00\n";
  for (const bool payments_first : {true, false}) {
    CAPTURE(payments_first);
    OrderTable table;
    if (payments_first) read_into(table, payments);
    read_into(table, orders);
    if (!payments_first) read_into(table, payments);
    CHECK(sums(table) == Sums{3, 3, 2, 4700, 2});
  }
}

TEST_CASE("buyers and channels of a file that is given up are not those of earlier lines",
          "[data][joins]") {
  OrderTable table;
  read_into(table, kItems);
  const TableMark before = mark(table);
  read_into(table,
            "Order ID,Sale Date,Buyer User ID,Order Total,Status,Channel\n"
            "A1,2024-01-05,anna,30.00,paid,online\nA2,2024-01-06,ben,12.00,paid,inperson\n");
  REQUIRE(table.numbered.channel_of(1) == 1);
  rewind(table, before);
  CHECK(table.customers.size() == 0);
  CHECK(table.channels.size() == 0);
  for (std::size_t order = 0; order < table.numbered.size(); ++order) {
    CHECK(table.numbered.customer[order] == -1);
    CHECK(table.numbered.channel_of(order) == -1);
  }
  read_into(table, kOrders);
  CHECK(sums(table).customers == 2);
}

TEST_CASE("the same export twice is the same shop", "[data][joins]") {
  const std::string orders = file({"1,2024-01-02,a,tea,10,paid", "2,2024-04-03,b,tea,20,paid"});
  OrderTable table;
  read_into(table, orders);
  read_into(table, orders);
  CHECK(sums(table) == sums(*read_shop(orders)));
  const std::string loose = "date,customer,total\n2024-01-02,a,3\n2024-01-02,a,3\n2024-01-03,b,4\n";
  OrderTable without;
  read_into(without, loose);
  read_into(without, loose);
  CHECK(sums(without) == sums(*read_shop(loose)));
  const OrderBook book(without);
  CHECK(book.findings()[IssueKind::duplicate_line].count == 3);
  CHECK(book.findings()[IssueKind::same_line_twice].count == 1);
}

TEST_CASE("overlapping files without order numbers count what they share once", "[data][joins]") {
  OrderTable table;
  read_into(table, "date,customer,total\n2024-01-02,a,3\n2024-04-02,a,5\n2024-05-03,b,4\n");
  read_into(table, "date,customer,total\n2024-04-02,a,5\n2024-05-03,b,4\n2024-09-03,c,6\n");
  CHECK(OrderBook(table).totals().revenue == Money{1800});
  CHECK(OrderBook(table).totals().orders == 4);
}

TEST_CASE("two shops that sold one coffee alike are two shops", "[data][joins]") {
  OrderTable table;
  read_into(table,
            "date,customer,total\n2024-01-02,,3\n2024-01-03,,5\n2024-01-04,,4\n2024-01-05,,7\n");
  read_into(table,
            "date,customer,total\n2024-01-02,,3\n2024-01-03,,6\n2024-01-04,,9\n2024-01-05,,8\n");
  CHECK(OrderBook(table).totals().orders == 8);
}

TEST_CASE("orders and their lines are joined, whichever file comes first", "[data][joins]") {
  for (const bool orders_first : {true, false}) {
    OrderTable table;
    read_into(table, orders_first ? kOrders : kItems);
    read_into(table, orders_first ? kItems : kOrders);
    const OrderBook book(table);
    CHECK(book.totals().orders_counted == 2);
    CHECK(book.totals().revenue == Money{4200});
    CHECK(book.totals().customers == 2);
    CHECK(table.products.size() == 3);
    // Of the order that no file tells the day of, only lines are known.
    CHECK(book.findings()[IssueKind::orphan_item].count == 1);
    // The orders file's rows say nothing that the lines do not: they are no lines of their own.
    CHECK(book.totals().lines[static_cast<std::size_t>(LineStatus::counted)] == 3);
  }
}

TEST_CASE("a newer orders export brings the lines of the older one along", "[data][joins]") {
  OrderTable table;
  read_into(table, kOrders);
  read_into(table, kItems);
  read_into(
      table,
      "Order ID,Sale Date,Buyer User ID,Order Total,Status\nA2,2024-01-06,ben,12.00,refunded\n"
      "A4,2024-03-06,ben,9.00,paid\n");
  const OrderBook book(table);
  CHECK(book.totals().orders_counted == 2);
  CHECK(book.totals().revenue == Money{3900});
}

TEST_CASE("shuffled rows of joined files give the same sums", "[data][joins]") {
  OrderTable one;
  read_into(one, kOrders);
  read_into(one, kItems);
  OrderTable other;
  read_into(other,
            "Order ID,Item Name,Quantity,Price\nA9,Card,1,8.00\nA2,Mug,1,12.00\nA1,Print,1,10.00\n"
            "A3,Card,1,8.00\nA1,Mug,2,10.00\n");
  read_into(
      other,
      "Order ID,Sale Date,Buyer User ID,Order Total,Status\nA3,2024-02-01,anna,8.00,cancelled\n"
      "A2,2024-01-06,ben,12.00,paid\nA1,2024-01-05,anna,30.00,paid\n");
  CHECK(sums(one) == sums(other));
}

TEST_CASE("an order number that a spreadsheet has rounded groups nothing", "[data][joins]") {
  const auto table = read_shop(
      "order,date,customer,total\n3.51532E+16,2024-01-02,a,10\n3.51532E+16,2024-01-03,b,20\n");
  const OrderBook book(*table);
  CHECK(book.totals().orders == 2);
  CHECK(book.totals().revenue == Money{3000});
  CHECK(table->issues[IssueKind::damaged_number].count == 2);
}

}  // namespace regulars
