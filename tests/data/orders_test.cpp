#include <string>

#include "core/data/order_book.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"
#include "tests/support/shop.h"

namespace regulars {

TEST_CASE("the memory of a table grows with its columns", "[data][orders]") {
  CHECK(OrderTable{}.bytes() == 0);
  const auto one = read_shop("order,date,customer,total\n1,2024-01-02,a,3\n");
  std::string many = "order,date,customer,total\n";
  for (int i = 0; i < 40'000; ++i) many += std::to_string(i) + ",2024-01-02,a,3\n";
  const auto thousands = read_shop(many);
  CHECK(thousands->bytes() > one->bytes());
  // An order line takes 25 bytes, an order 9, a number at least 12.
  CHECK(thousands->bytes() > 40'000 * (25 + 9 + 12));
}

TEST_CASE("identical lines of one order number are dropped and counted", "[data][orders]") {
  const auto table = read_shop(
      "order,date,customer,item,total\n1,2024-01-02,a,tea,3\n1,2024-01-02,a,tea,3\n1,2024-01-02,a,"
      "cake,4\n2,2024-01-02,a,tea,3\n");
  const OrderBook book(*table);
  CHECK(book.totals().revenue == Money{1000});
  CHECK(book.totals().lines[static_cast<std::size_t>(LineStatus::duplicate)] == 1);
  CHECK(book.findings()[IssueKind::duplicate_line].count == 1);
  CHECK(book.findings()[IssueKind::duplicate_line].examples[0].row == 3);
}

TEST_CASE("two coffees in a minute are two coffees, and flagged", "[data][orders]") {
  const auto table = read_shop(
      "date,customer,item,total\n2024-01-02 10:15,a,latte,3\n2024-01-02 "
      "10:15,a,latte,3\n2024-01-02 10:16,a,latte,3\n");
  const OrderBook book(*table);
  CHECK(book.totals().revenue == Money{900});
  CHECK(book.totals().orders == 2);
  CHECK(book.findings()[IssueKind::same_line_twice].count == 1);
}

TEST_CASE("lines without a number are one order only where the time of day is known",
          "[data][orders]") {
  const auto with_time = read_shop(
      "date,customer,total\n2024-01-02 10:15,a,3\n2024-01-02 10:15,a,4\n2024-01-02 10:15,b,5\n");
  CHECK(OrderBook(*with_time).totals().orders == 2);
  const auto day_only =
      read_shop("date,customer,total\n2024-01-02,a,3\n2024-01-02,a,4\n2024-01-02,b,5\n");
  CHECK(OrderBook(*day_only).totals().orders == 3);
  CHECK(OrderBook(*day_only).totals().order_days == 2);
  const auto nobody = read_shop(
      "date,customer,total\n2024-01-02 10:15,,3\n2024-01-02 10:15,,4\n2024-01-02 10:16,a,4\n");
  CHECK(OrderBook(*nobody).totals().orders == 3);
  CHECK(OrderBook(*nobody).totals().orders_without_customer == 2);
}

TEST_CASE("refunds take from revenue and are no purchases", "[data][orders]") {
  const auto table = read_shop(
      "order,date,customer,total\n1,2024-01-02,a,10\n2,2024-01-03,a,20\n2,2024-01-05,a,-5\n3,2024-"
      "01-04,b,7\n3,2024-01-06,b,-7\n4,2024-01-07,a,-2\n");
  const OrderBook book(*table);
  CHECK(book.totals().revenue == Money{1000 + 1500 + 0 - 200});
  CHECK(book.totals().refunded == Money{1400});
  CHECK(book.totals().orders == 4);
  CHECK(book.totals().orders_counted == 2);
  CHECK(book.totals().customers == 1);
  CHECK(book.order(2).status == LineStatus::refunded);
  CHECK(book.order(3).status == LineStatus::refund);
}

TEST_CASE("cancelled, unpaid and refunded orders do not count", "[data][orders]") {
  const auto table = read_shop(
      "order,date,customer,total,status\n1,2024-01-02,a,10,paid\n2,2024-01-03,a,20,cancelled\n3,"
      "2024-01-04,a,30,pending\n4,2024-01-05,a,40,refunded\n5,2024-01-06,a,50,whatever\n");
  const OrderBook book(*table);
  CHECK(book.totals().orders == 5);
  CHECK(book.totals().orders_counted == 2);
  CHECK(book.totals().revenue == Money{6000});
  CHECK(table->issues[IssueKind::unknown_status].count == 1);
}

TEST_CASE("the total of an order is counted once, however many lines repeat it", "[data][orders]") {
  const auto table = read_shop(
      "order,date,customer,qty,price,total\n1,2024-01-02,a,1,3.00,8.50\n1,2024-01-02,a,1,5.00,8."
      "50\n2,2024-01-02,b,2,5.00,10.50\n3,2024-01-03,b,1,5.00,9.50\n3,2024-01-03,b,2,2.00,9.50\n");
  CHECK(OrderBook(*table).totals().revenue == Money{850 + 1050 + 950});
}

TEST_CASE("overlapping files are one shop: January to March and March to May", "[data][orders]") {
  OrderTable table;
  read_into(table, "order,date,customer,total\n1,2024-01-02,a,10\n2,2024-03-03,a,20\n");
  read_into(table, "order,date,customer,total\n2,2024-03-03,a,20\n3,2024-05-04,b,30\n");
  const OrderBook book(table);
  CHECK(book.totals().orders == 3);
  CHECK(book.totals().revenue == Money{6000});
  CHECK(table.files[1].rows_kept == 2);
  CHECK(book.findings()[IssueKind::older_export].count == 1);
  CHECK(book.findings()[IssueKind::older_export].examples[0].file == 0);
}

TEST_CASE("shuffled rows give the same orders", "[data][orders]") {
  const auto one = read_shop(
      "order,date,customer,total\n1,2024-01-02,a,10\n1,2024-01-02,a,11\n2,2024-01-03,b,20\n3,2024-"
      "01-01,a,30\n");
  const auto other = read_shop(
      "order,date,customer,total\n3,2024-01-01,a,30\n1,2024-01-02,a,11\n2,2024-01-03,b,20\n1,2024-"
      "01-02,a,10\n");
  const OrderBook a(*one);
  const OrderBook b(*other);
  CHECK(a.totals().revenue == b.totals().revenue);
  CHECK(a.totals().orders == b.totals().orders);
  CHECK(a.totals().order_days == b.totals().order_days);
  CHECK(a.order(a.history(CustomerId{0})[0]).net == b.order(b.history(CustomerId{0})[0]).net);
}

TEST_CASE("histories are in the order of time", "[data][orders]") {
  const auto table = read_shop(
      "date,customer,total\n2024-03-02,a,1\n2024-01-02,b,2\n2024-01-05,a,3\n2024-02-02,a,4\n");
  const OrderBook book(*table);
  std::vector<std::int64_t> amounts;
  for (const std::int32_t index : book.history(CustomerId{0}))
    amounts.push_back(book.order(index).net.minor);
  CHECK(amounts == std::vector<std::int64_t>{300, 400, 100});
}

TEST_CASE("the fictional Shopify export has 120 orders, each counted once", "[data][orders]") {
  const auto path = real_data("shopify_export/orders_export_synthetic.csv");
  if (!path) return;
  const auto table = read_shop(read_file(*path));
  const OrderBook book(*table);
  CHECK(table->files[0].layout.profile == "shopify_orders");
  CHECK(table->files[0].rows_kept == 192);
  CHECK(book.totals().orders == 120);
  // 97 paid and 7 partly refunded count; 9 refunded, 6 pending and 1 voided do not.
  CHECK(book.totals().orders_counted == 104);
  CHECK(book.totals().revenue == Money{323355});
  CHECK(book.totals().refunded == Money{47090});
  CHECK(table->currency == "EUR");
  // Two gift cards on two lines of one order: the order's own subtotal shows that both were sold.
  CHECK(book.findings()[IssueKind::duplicate_line].count == 0);
}

TEST_CASE("the coffee machine's sales keep every cash row", "[data][orders]") {
  const auto path = real_data("coffee_vending/index_1.csv");
  if (!path) return;
  const auto table = read_shop(read_file(*path));
  const OrderBook book(*table);
  CHECK(book.totals().customers == 1316);
  CHECK(book.totals().revenue == Money{11543158});
  CHECK(book.totals().orders_without_customer == 89);
  CHECK(book.totals().first == day("2024-03-01"));
  CHECK(book.totals().last == day("2025-03-23"));
}

}  // namespace regulars
