// Every platform's export, from its bytes to the shop's figures. What each file holds was added up
// by hand and is listed in exports/README.md, which is read here: the list cannot say anything
// else.
#include <sstream>
#include <string>
#include <vector>

#include "core/data/order_book.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

const std::string kFolder = "tests/data/exports/";

/// One row of the list.
struct Expected {
  std::string file;
  std::string orders, counted, customers, revenue, first, last;
};

std::string trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(' ');
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(' ') - from + 1));
}

std::vector<Expected> expected() {
  std::vector<Expected> rows;
  std::istringstream lines(read_file(kFolder + "README.md"));
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| `")) continue;
    std::vector<std::string> cells;
    std::istringstream parts(line.substr(1));
    for (std::string cell; std::getline(parts, cell, '|');) cells.push_back(trimmed(cell));
    REQUIRE(cells.size() >= 7);
    // Files that hold the same share a row.
    for (std::size_t at = cells[0].find('`'); at != std::string::npos;) {
      const std::size_t end = cells[0].find('`', at + 1);
      rows.push_back({cells[0].substr(at + 1, end - at - 1), cells[1], cells[2], cells[3], cells[4],
                      cells[5], cells[6]});
      at = cells[0].find('`', end + 1);
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("every platform's export gives the orders, customers, revenue and days it holds",
          "[data][exports]") {
  const std::vector<Expected> rows = expected();
  REQUIRE(rows.size() >= 25);
  for (const Expected& row : rows) {
    INFO(row.file);
    const auto table = read_shop(read_file(kFolder + row.file));
    const OrderBook book(*table);
    const BookTotals& totals = book.totals();
    CHECK(table->files[0].rows_read == table->files[0].rows_kept + table->files[0].rows_rejected);
    CHECK(std::to_string(totals.orders) == row.orders);
    CHECK(std::to_string(totals.orders_counted) == row.counted);
    CHECK(std::to_string(totals.customers) == row.customers);
    CHECK(to_text(totals.revenue, table->digits) == row.revenue);
    CHECK(to_text(totals.first) == row.first);
    CHECK(to_text(totals.last) == row.last);
  }
}

TEST_CASE("the files of lines join the orders of their shop and change no figure",
          "[data][exports]") {
  const std::string orders = read_file(kFolder + "taobao_orders.csv");
  const auto alone = read_shop(orders);
  const OrderBook before(*alone);
  for (const char* name : {"taobao_items.csv", "taobao_sales.csv", "taobao_item_list.csv"})
    for (const bool orders_first : {true, false}) {
      INFO(name << (orders_first ? " second" : " first"));
      const std::string lines = read_file(kFolder + name);
      OrderTable table;
      read_into(table, orders_first ? orders : lines);
      read_into(table, orders_first ? lines : orders);
      const OrderBook book(table);
      CHECK(book.totals().orders == before.totals().orders);
      CHECK(book.totals().orders_counted == before.totals().orders_counted);
      CHECK(book.totals().customers == before.totals().customers);
      CHECK(book.totals().revenue == before.totals().revenue);
      CHECK(book.totals().first == before.totals().first);
      CHECK(book.totals().last == before.totals().last);
      CHECK(book.findings()[IssueKind::orphan_item].count == 0);
    }
}

TEST_CASE("Etsy's orders and items are one shop by their order numbers", "[data][exports]") {
  const std::string orders = read_file(kFolder + "etsy_orders.csv");
  std::string items = read_file(kFolder + "etsy_items.csv");
  for (std::size_t at = 0; (at = items.find("EUR", at)) != std::string::npos;)
    items.replace(at, 3, "USD");  // one shop sells in one currency
  const auto alone = read_shop(orders);
  OrderTable table;
  read_into(table, items);
  read_into(table, orders);
  // What the orders file tells of an order holds; what only the items file has is added.
  const OrderBook book(table);
  const OrderBook before(*alone);
  for (std::int32_t index = 0; index < static_cast<std::int32_t>(alone->numbered.size()); ++index) {
    const std::string number = before.number(index);
    bool found = false;
    for (std::int32_t other = 0; other < static_cast<std::int32_t>(table.numbered.size()); ++other)
      if (book.number(other) == number && book.status_of(other) != LineStatus::duplicate) {
        found = true;
        CHECK(book.net_of(other) == before.net_of(index));
        CHECK(book.day_of(other) == before.day_of(index));
      }
    CHECK(found);
  }
}

TEST_CASE("a customers export knows the people of the orders export", "[data][exports]") {
  OrderTable table;
  read_into(table, read_file(kFolder + "shopify_orders.csv"));
  const std::int64_t before = OrderBook(table).totals().customers;
  read_into(table, read_file(kFolder + "shopify_customers.csv"));
  CHECK(table.files[1].layout.kind == TableKind::customers);
  CHECK(table.others.people.rows == 4);
  CHECK(OrderBook(table).totals().customers == before);
}

TEST_CASE("the list of a till's transaction becomes lines with their quantities",
          "[data][exports]") {
  const auto table = read_shop(read_file(kFolder + "square_transactions.csv"));
  const auto product = [&](std::size_t line) {
    return std::string(table->products.text(table->lines.product[line]));
  };
  CHECK(product(0) == "Latte (Regular) - oat");
  CHECK(table->lines.quantity[0] == 2000);
  CHECK(product(1) == "Scone (Plain)");
  CHECK(table->lines.order[0] == table->lines.order[1]);
}

TEST_CASE("a statement tells of its orders by the number in the title", "[data][exports]") {
  const auto table = read_shop(read_file(kFolder + "etsy_statement.csv"));
  CHECK(table->loose.size() == 0);
  CHECK(table->numbers.find("3004") >= 0);
  CHECK(table->numbers.find("3001") >= 0);
  // Beside the orders themselves it tells of no others.
  OrderTable both;
  read_into(both, read_file(kFolder + "etsy_orders.csv"));
  const auto orders = OrderBook(both).totals().orders;
  read_into(both, read_file(kFolder + "etsy_statement.csv"));
  CHECK(OrderBook(both).totals().orders == orders);
  CHECK(OrderBook(both).totals().customers == 3);
}

}  // namespace regulars
