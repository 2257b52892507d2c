#include "core/data/columns.h"

#include <string>

#include "tests/support/catch.h"

namespace regulars {
namespace {

// The header of each role, as "role=header" in the order of the roles, for short tests.
std::string roles(std::string_view csv, const ColumnMap& chosen = {}) {
  const Result<Head> head = read_head(csv, true);
  REQUIRE(head);
  const Result<Layout> layout = find_columns(*head, chosen);
  REQUIRE(layout);
  std::string text;
  for (std::size_t role = 0; role < kRoles; ++role) {
    const std::int32_t column = layout->column[role];
    if (column < 0) continue;
    const std::string& header = head->header[static_cast<std::size_t>(column)];
    if (!text.empty()) text += ' ';
    text += std::string(role_word(static_cast<Role>(role))) + '=' +
            (header.empty() ? std::to_string(column + 1) : header);
  }
  return text;
}

ErrorCode refusal(std::string_view csv, const ColumnMap& chosen = {}) {
  const Result<Head> head = read_head(csv, true);
  REQUIRE(head);
  const Result<Layout> layout = find_columns(*head, chosen);
  REQUIRE_FALSE(layout);
  return layout.error().code;
}

}  // namespace

TEST_CASE("English names are understood in any spelling", "[data][columns]") {
  CHECK(roles("Order No.,Order_Date,CUSTOMER ID,Product Name,Qty,Unit "
              "Price\n1,2024-01-02,c1,Tea,2,3.80\n") ==
        "order=Order No. date=Order_Date customer=CUSTOMER ID product=Product Name quantity=Qty "
        "unit_price=Unit Price");
}

TEST_CASE("Chinese names are understood", "[data][columns]") {
  // order number, order created, buyer's member name, paid by the buyer, order status
  CHECK(roles("\xE8\xAE\xA2\xE5\x8D\x95\xE7\xBC\x96\xE5\x8F\xB7,"
              "\xE8\xAE\xA2\xE5\x8D\x95\xE5\x88\x9B\xE5\xBB\xBA\xE6\x97\xB6\xE9\x97\xB4,"
              "\xE4\xB9\xB0\xE5\xAE\xB6\xE4\xBC\x9A\xE5\x91\x98\xE5\x90\x8D,"
              "\xE4\xB9\xB0\xE5\xAE\xB6\xE5\xAE\x9E\xE9\x99\x85\xE6\x94\xAF\xE4\xBB\x98\xE9\x87\x91"
              "\xE9\xA2\x9D\n"
              "1,2024-01-02 07:00:00,a,98\n")
            .starts_with("order=\xE8\xAE\xA2\xE5\x8D\x95\xE7\xBC\x96\xE5\x8F\xB7 date="));
}

TEST_CASE("a name alone does not make a date", "[data][columns]") {
  CHECK(roles("date,day sold,customer,total\nmonday,2024-01-02,a,3\ntuesday,2024-01-03,b,4\n") ==
        "date=day sold customer=customer amount=total");
}

TEST_CASE("a date with a time is preferred to the day alone", "[data][columns]") {
  CHECK(roles("date,datetime,card,money,coffee_name\n3/1/2024,3/1/2024 "
              "10:15,A1,38.7,Latte\n3/1/2024,3/1/2024 12:15,A2,38.7,Latte\n3/2/2024,3/2/2024 "
              "10:15,A1,38.7,Latte\n"
              "3/2/2024,3/2/2024 11:15,A1,38.7,Latte\n3/2/2024,3/2/2024 11:45,A3,38.7,Latte\n") ==
        "date=datetime customer=card product=coffee_name amount=money");
}

TEST_CASE("a time of its own completes a day", "[data][columns]") {
  CHECK(roles("Date,Time,Transaction,Item\n2016-10-30,09:58:11,1,Bread\n") ==
        "order=Transaction date=Date time=Time product=Item");
}

TEST_CASE("an id on several days is a customer, else an order", "[data][columns]") {
  CHECK(roles("Id,Date,CDs,Price\n1,1997-01-01,2,29.33\n1,1997-01-18,2,29.73\n2,1997-01-18,2,29."
              "73\n") == "date=Date customer=Id amount=Price");
  CHECK(roles("Id,Date,Customer,Price\n1,1997-01-01,a,29.33\n2,1997-01-18,a,29.73\n") ==
        "order=Id date=Date customer=Customer amount=Price");
}

TEST_CASE("without a header the columns tell by what stands in them", "[data][columns]") {
  CHECK(roles(" 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n 00021 0002 "
              "19970101  3   63.34\n 00021 0002 19970201  1   14.34\n") ==
        "date=3 customer=1 quantity=4 amount=5");
}

TEST_CASE("a price is of one piece only where pieces are counted", "[data][columns]") {
  CHECK(roles("date,customer,price\n2024-01-02,a,3.80\n") ==
        "date=date customer=customer amount=price");
  CHECK(roles("date,customer,qty,price\n2024-01-02,a,2,3.80\n") ==
        "date=date customer=customer quantity=qty unit_price=price");
}

TEST_CASE("a total that the lines of an order repeat is the order's", "[data][columns]") {
  const std::string_view csv =
      "order,date,customer,qty,price,total\n1,2024-01-02,a,1,3.00,8.00\n1,2024-01-02,a,1,5.00,8."
      "00\n2,2024-01-02,b,2,5.00,10.00\n3,2024-01-03,b,1,5.00,9.00\n3,2024-01-03,b,2,2.00,9.00\n";
  CHECK(roles(csv) ==
        "order=order date=date customer=customer quantity=qty unit_price=price order_total=total");
  CHECK(roles("order,date,customer,qty,price,total\n1,2024-01-02,a,1,3.00,3.00\n1,2024-01-02,a,1,5."
              "00,5.00\n2,2024-01-02,b,2,5.00,10.00\n") ==
        "order=order date=date customer=customer quantity=qty unit_price=price amount=total");
}

TEST_CASE("names of people are not goods", "[data][columns]") {
  CHECK(roles("customer_id,order_date,revenue,first_name,last_name,email\nx,2024-01-02,3,A,B,a@"
              "example.com\nx,2024-01-03,3,A,B,a@example.com\nx,2024-01-04,3,A,B,a@example.com\n"
              "x,2024-01-05,3,A,B,a@example.com\nx,2024-01-06,3,A,B,a@example.com\n") ==
        "date=order_date customer=customer_id amount=revenue");
}

TEST_CASE("the user's own columns win over every guess", "[data][columns]") {
  const std::string_view csv = "date,customer,total,net\n2024-01-02,a,3.80,3.00\n";
  CHECK(roles(csv, {{Role::amount, "net"}}) == "date=date customer=customer amount=net");
  CHECK(roles(csv, {{Role::amount, "4"}}) == "date=date customer=customer amount=net");
  CHECK(refusal(csv, {{Role::amount, "gross"}}) == ErrorCode::column_not_found);
  CHECK(refusal(csv, {{Role::amount, "5"}}) == ErrorCode::column_not_found);
}

TEST_CASE("a decimal comma is found in the column", "[data][columns]") {
  const Result<Head> head =
      read_head("date;customer;total\n2024-01-02;a;3,80\n2024-01-02;a;1.250,00\n", true);
  REQUIRE(head);
  CHECK(find_columns(*head)->numbers.decimal == ',');
}

TEST_CASE("a file without a date, or with nothing but dates, is refused", "[data][columns]") {
  CHECK(refusal("name,total\nanna,3.80\n") == ErrorCode::no_date_column);
  CHECK(refusal("date,weather\n2024-01-02,rain\n") == ErrorCode::no_usable_column);
}

}  // namespace regulars
