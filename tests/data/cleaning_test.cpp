// The rules of cleaning: what each finds, what it changes, and that it can be switched off.
#include "core/report/cleaning.h"

#include <string>

#include "core/data/order_book.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

CleaningOptions without(CleaningRule rule) {
  CleaningOptions options;
  options.on[static_cast<std::size_t>(rule)] = false;
  return options;
}

CleaningOptions with(CleaningRule rule) {
  CleaningOptions options;
  options.on[static_cast<std::size_t>(rule)] = true;
  return options;
}

}  // namespace

TEST_CASE("a rule that is switched off gives back what it took", "[data][cleaning]") {
  const auto table = read_shop(
      "order,date,customer,item,total\n1,2024-01-02,a,tea,3\n1,2024-01-02,a,tea,3\n"
      "2,2024-01-03,test@example.org,tea,4\n");
  const OrderBook book(*table);
  CHECK(book.totals().revenue == Money{300});
  CHECK(OrderBook(*table, without(CleaningRule::drop_copies)).totals().revenue == Money{600});
  CHECK(OrderBook(*table, without(CleaningRule::leave_out_test_orders)).totals().revenue ==
        Money{700});
  const auto effects = rule_effects(book);
  REQUIRE(effects.size() == 2);
  CHECK(effects[0].rule == CleaningRule::drop_copies);
  CHECK(effects[0].count == 1);
  CHECK(effects[0].revenue == Money{-300});
  CHECK(effects[0].orders == 0);
  CHECK(effects[1].rule == CleaningRule::leave_out_test_orders);
  CHECK(effects[1].orders == -1);
  CHECK(effects[1].customers == -1);
  CHECK(effects[1].revenue == Money{-400});
}

TEST_CASE("an effect is the same whether its rule holds or not", "[data][cleaning]") {
  const auto table =
      read_shop("order,date,customer,item,total\n1,2024-01-02,a,tea,3\n1,2024-01-02,a,tea,3\n");
  const auto on = rule_effects(OrderBook(*table));
  const auto off = rule_effects(OrderBook(*table, without(CleaningRule::drop_copies)));
  REQUIRE(on.size() == 1);
  REQUIRE(off.size() == 1);
  CHECK(on[0].on);
  CHECK_FALSE(off[0].on);
  CHECK(on[0].revenue == off[0].revenue);
}

TEST_CASE("a guest with a known telephone number is the customer it belongs to",
          "[data][cleaning]") {
  const auto table = read_shop(
      "order,date,email,phone,total\n1,2024-01-02,Anna@Example.org,+49 30 1234567,3\n"
      "2,2024-01-03,,0049 30 1234567,4\n3,2024-01-04,anna@example.org ,,5\n"
      "4,2024-01-05,,+49 40 7654321,6\n",
      {.columns = {{Role::customer, "email"}, {Role::phone, "phone"}}});
  const OrderBook book(*table);
  CHECK(book.totals().customers == 2);
  REQUIRE(book.merges().size() == 1);
  CHECK(book.merges()[0].kind == IdentityKind::phone);
  CHECK(book.history(CustomerId{0}).size() == 3);
  CHECK(OrderBook(*table, without(CleaningRule::merge_customers)).totals().customers == 3);
  CleaningOptions split;
  split.apart = {std::string(table->customers.text(book.merges()[0].from))};
  CHECK(OrderBook(*table, split).totals().customers == 3);
  CHECK(OrderBook(*table, split).merges().size() == 1);
}

TEST_CASE("a telephone number that two people share proves nothing", "[data][cleaning]") {
  const auto table = read_shop(
      "order,date,email,phone,total\n1,2024-01-02,a@example.org,+49 30 1234567,3\n"
      "2,2024-01-03,b@example.org,+49 30 1234567,4\n3,2024-01-04,,+49 30 1234567,5\n",
      {.columns = {{Role::customer, "email"}, {Role::phone, "phone"}}});
  CHECK(OrderBook(*table).totals().customers == 3);
  CHECK(OrderBook(*table).merges().empty());
}

TEST_CASE("a refund of its own takes the sale it gives back out of the purchases",
          "[data][cleaning]") {
  const auto table = read_shop(
      "order,date,customer,total\n1,2024-01-02,a,10\n2,2024-01-03,a,25\n3,2024-01-09,a,-10\n"
      "4,2024-01-10,b,-10\n");
  const OrderBook book(*table);
  CHECK(book.totals().revenue == Money{1000 + 2500 - 1000 - 1000});
  CHECK(book.totals().orders_counted == 1);
  CHECK(book.order(0).status == LineStatus::refunded);
  CHECK(book.findings()[IssueKind::paired_refund].count == 1);
  const OrderBook unpaired(*table, without(CleaningRule::pair_refunds));
  CHECK(unpaired.totals().orders_counted == 2);
  CHECK(unpaired.totals().revenue == book.totals().revenue);
}

TEST_CASE("one sale is given back by one refund only", "[data][cleaning]") {
  const auto table = read_shop(
      "order,date,customer,total\n1,2024-01-02,a,10\n2,2024-01-03,a,-10\n3,2024-01-09,a,-10\n");
  CHECK(OrderBook(*table).findings()[IssueKind::paired_refund].count == 1);
  CHECK(OrderBook(*table).totals().revenue == Money{-1000});
}

TEST_CASE("two orders alike within ten minutes are flagged, and dropped only when asked",
          "[data][cleaning]") {
  const auto table = read_shop(
      "order,date,customer,item,total\n1,2024-01-02 10:00,a,tea,10\n2,2024-01-02 10:04,a,tea,10\n"
      "3,2024-01-02 10:30,a,tea,10\n4,2024-01-02 10:31,a,cup,10\n5,2024-01-02 10:01,b,tea,10\n");
  const OrderBook book(*table);
  CHECK(book.findings()[IssueKind::near_copy].count == 1);
  CHECK(book.totals().revenue == Money{5000});
  const OrderBook strict(*table, with(CleaningRule::drop_near_copies));
  CHECK(strict.totals().revenue == Money{4000});
  CHECK(strict.totals().orders == 4);
}

TEST_CASE("an order after today is left out, unless the clock must be wrong", "[data][cleaning]") {
  std::string csv = "order,date,customer,total\n";
  for (int i = 1; i <= 30; ++i)
    csv += std::to_string(i) + ",2024-01-" + (i < 10 ? "0" : "") + std::to_string(i) + ",a,10\n";
  csv += "31,2042-01-05,a,10\n";
  const auto table = read_shop(csv);
  CleaningOptions today;
  today.today = day("2024-02-01");
  CHECK(OrderBook(*table, today).totals().orders_counted == 30);
  CHECK(OrderBook(*table, today).totals().last == day("2024-01-30"));
  CHECK(OrderBook(*table).totals().orders_counted == 31);
  today.today = day("2023-02-01");
  CHECK(OrderBook(*table, today).totals().orders_counted == 31);
}

TEST_CASE("free orders count unless the owner says otherwise", "[data][cleaning]") {
  const auto table = read_shop("order,date,customer,total\n1,2024-01-02,a,10\n2,2024-01-03,a,0\n");
  CHECK(OrderBook(*table).totals().orders_counted == 2);
  CHECK(OrderBook(*table).findings()[IssueKind::free_order].count == 1);
  CHECK(OrderBook(*table, with(CleaningRule::leave_out_free_orders)).totals().orders_counted == 1);
}

TEST_CASE("an amount far from all others on the log scale is flagged and stays",
          "[data][cleaning]") {
  std::string csv = "order,date,customer,total\n";
  for (int i = 0; i < 40; ++i)
    csv += std::to_string(i) + ",2024-01-02,c" + std::to_string(i) + "," +
           std::to_string(10 + i % 7) + ".50\n";
  csv += "99,2024-01-03,z,9800\n";
  const auto table = read_shop(csv);
  const OrderBook book(*table);
  REQUIRE(book.findings()[IssueKind::unusual_amount].count == 1);
  CHECK(book.findings()[IssueKind::unusual_amount].examples[0].text == "9800.00");
  CHECK(book.totals().orders_counted == 41);
}

TEST_CASE("another currency is converted by the owner's rate, else kept apart",
          "[data][cleaning]") {
  constexpr std::string_view csv =
      "order,date,customer,total,currency\n1,2024-01-02,a,10.00,EUR\n2,2024-01-03,a,20.00,USD\n"
      "3,2024-01-04,b,1500,JPY\n4,2024-01-05,b,5.00,EUR\n";
  const auto apart = read_shop(csv);
  CHECK(OrderBook(*apart).totals().revenue == Money{1500});
  CHECK(apart->files[0].rows_rejected == 2);
  REQUIRE(apart->other_currencies.size() == 2);
  CHECK(apart->other_currencies[0].code == "USD");
  ShopOptions options;
  options.file.rates = {{"USD", 0.9}, {"JPY", 0.006}};
  const auto together = read_shop(csv, options);
  CHECK(OrderBook(*together).totals().revenue == Money{1000 + 1800 + 900 + 500});
  CHECK(together->files[0].rows_rejected == 0);
}

TEST_CASE("the lines that count add up to the revenue of a shop without stated totals",
          "[data][cleaning]") {
  const auto table = read_shop(
      "order,date,customer,item,total,status\n1,2024-01-02,a,tea,3,paid\n1,2024-01-02,a,tea,3,"
      "paid\n"
      "2,2024-01-03,test,tea,4,paid\n3,2024-01-04,b,tea,5,cancelled\n4,2024-01-05,b,tea,6,paid\n"
      "4,2024-01-05,b,tea,-2,paid\n");
  const OrderBook book(*table);
  Money sum;
  for (std::size_t line = 0; line < table->lines.size(); ++line) {
    const LineStatus status = book.status_of_line(line);
    if (status == LineStatus::counted || status == LineStatus::refund)
      sum += Money{table->lines.amount[line]};
  }
  CHECK(sum == book.totals().revenue);
}

}  // namespace regulars
