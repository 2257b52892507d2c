// Customers, products, events and rewards beside the orders.
#include "core/data/others.h"

#include "core/data/order_book.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {

TEST_CASE("a customers table tells of people who order", "[data][others]") {
  OrderTable table;
  read_into(table, "order,date,email,total\n1,2024-01-02,anna@example.org,10\n");
  read_into(table,
            "email,birthday,customer since,newsletter,city\nANNA@example.org,1990-05-17,2023-11-01,"
            "yes,Berlin\nben@example.org,1985-02-28,2023-12-01,no,Bonn\n,,,,\n",
            {.columns = {{Role::birthday, "birthday"},
                         {Role::joined, "customer since"},
                         {Role::consent, "newsletter"}}});
  REQUIRE(table.files[1].layout.kind == TableKind::customers);
  CHECK(table.files[1].rows_kept == 2);
  const People& people = table.others.people;
  CHECK(people.birthday[0] == day("1990-05-17").days);
  CHECK(people.joined[1] == day("2023-12-01").days);
  CHECK(people.consent[0] == Consent::yes);
  CHECK(people.consent[1] == Consent::no);
  REQUIRE(people.attributes.size() == 1);
  CHECK(table.others.words.text(people.attributes[0].value[1]) == "Bonn");
  CHECK(OrderBook(table).totals().customers == 1);
}

TEST_CASE("a refusal holds, whatever another row says before or after it", "[data][others]") {
  OrderTable table;
  read_into(table,
            "order,date,email,total\n1,2024-01-02,anna@example.org,10\n"
            "2,2024-01-03,ben@example.org,10\n3,2024-01-04,cleo@example.org,10\n");
  const ColumnMap columns{{Role::consent, "newsletter"}};
  read_into(table, "email,newsletter,tags\nanna@example.org,no,a\nben@example.org,yes,b\n",
            {.columns = columns});
  read_into(table, "email,newsletter,tags\nanna@example.org,yes,a\nben@example.org,no,b\n",
            {.columns = columns});
  REQUIRE(table.files[2].layout.kind == TableKind::customers);
  const People& people = table.others.people;
  CHECK(people.consent[0] == Consent::no);
  CHECK(people.consent[1] == Consent::no);
  CHECK(people.listed.size() == 2);
  CHECK(people.listed[1] == 1);
}

TEST_CASE("a customers table that links number and address joins them", "[data][others]") {
  OrderTable table;
  read_into(table, "order,date,customer,total\n1,2024-01-02,C7,10\n");
  read_into(table, "order,date,customer,total\n2,2024-01-03,anna@example.org,10\n");
  read_into(table, "customer id,email,birthday\nC7,anna@example.org,1990-05-17\n");
  REQUIRE(table.files[2].layout.kind == TableKind::customers);
  CHECK(OrderBook(table).totals().customers == 1);
}

TEST_CASE("a products table gives price, cost and category", "[data][others]") {
  OrderTable table;
  read_into(table, "order,date,customer,product,total\n1,2024-01-02,a,Oolong,10\n");
  read_into(table, "product,category,price,cost\nOolong,Tea,9.50,4.20\nCup,Ware,12.00,5.00\n");
  REQUIRE(table.files[1].layout.kind == TableKind::products);
  CHECK(table.others.articles.price[0] == 950);
  CHECK(table.others.articles.cost[1] == 500);
  CHECK(table.labels.text(table.product_category[0]) == "Tea");
}

TEST_CASE("events of people who never ordered are kept and said", "[data][others]") {
  OrderTable table;
  read_into(table, "order,date,email,total\n1,2024-01-02,anna@example.org,10\n");
  read_into(table,
            "date,email,event\n2024-01-05,anna@example.org,visit\n2024-01-06,carl@example.org,"
            "visit\n2024-01-07,anna@example.org,review\nbad,anna@example.org,visit\n");
  REQUIRE(table.files[1].layout.kind == TableKind::events);
  CHECK(table.others.events.size() == 3);
  CHECK(table.files[1].rows_rejected == 1);
  CHECK(OrderBook(table).findings()[IssueKind::unknown_customer].count == 1);
  CHECK(table.others.words.size() == 2);
}

TEST_CASE("an abandoned table of events leaves nothing behind", "[data][others]") {
  OrderTable table;
  read_into(table, "order,date,email,total\n1,2024-01-02,anna@example.org,10\n");
  const TableMark before = mark(table);
  read_into(table, "date,email,event\n2024-01-05,anna@example.org,visit\n");
  rewind(table, before);
  CHECK(table.others.events.size() == 0);
  CHECK(table.files.size() == 1);
}

}  // namespace regulars
