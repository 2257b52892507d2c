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

TEST_CASE("a channel is known by its name, where it has few words", "[data][columns]") {
  for (const char* const name :
       {"Sales channel", "Source", "Marketplace", "Kanal", "Canal de venta",
        "\xE6\xB8\xA0\xE9\x81\x93",                             // channel
        "\xE8\xAE\xA2\xE5\x8D\x95\xE6\x9D\xA5\xE6\xBA\x90"}) {  // order source
    CAPTURE(name);
    CHECK(roles(std::string("date,customer,total,") + name + "\n2024-01-02,a,5,web\n") ==
          std::string("date=date customer=customer amount=total channel=") + name);
  }
  // Where the coffee grew says nothing of who sold it.
  CHECK(roles("date,customer,total,origin\n2024-01-02,a,5,Ethiopia\n") ==
        "date=date customer=customer amount=total");
  // Of thirty orders each from a source of its own, the source is no channel.
  std::string csv = "date,customer,total,source\n";
  for (int i = 0; i < 30; ++i) csv += "2024-01-02,a,5,note " + std::to_string(i) + "\n";
  CHECK(roles(csv) == "date=date customer=customer amount=total");
  CHECK(roles(csv, {{Role::channel, "source"}}) ==
        "date=date customer=customer amount=total channel=source");
}

TEST_CASE("a role without a column by choice is not guessed, by name, by part of it, or by content",
          "[data][columns]") {
  const char* const csv =
      "Order No.,Date,Customer,Note,Product,Total\n"
      "1,2024-01-02,a,a@example.org,Tea,3.80\n2,2024-01-03,b,b@example.org,Tea,4.20\n";
  CHECK(roles(csv, {{Role::order, {}}}) ==
        "date=Date customer=Customer product=Product amount=Total");
  CHECK(roles(csv, {{Role::amount, {}}, {Role::order_total, {}}}) ==
        "order=Order No. date=Date customer=Customer product=Product");
  // The next likeliest column is no customer either.
  CHECK(roles(csv, {{Role::customer, {}}}) ==
        "order=Order No. date=Date product=Product amount=Total");
  CHECK(roles("2024-01-02,a1,2,7.50\n2024-01-03,a2,1,3.75\n2024-01-04,a1,1,3.75\n",
              {{Role::customer, {}}}) == "date=1 quantity=3 amount=4");
}

TEST_CASE("without a day by choice a table is of lines, or cannot be used", "[data][columns]") {
  const char* const csv =
      "Order No.,Shipped,Product,Total\n1,2024-01-02,Tea,3.80\n2,2024-01-03,Tea,4.20\n";
  CHECK(roles(csv) == "order=Order No. date=Shipped product=Product amount=Total");
  CHECK(roles(csv, {{Role::date, {}}}) == "order=Order No. product=Product amount=Total");
  CHECK(refusal("Date,Who\n2024-01-02,a\n", {{Role::date, {}}}) == ErrorCode::no_date_column);
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
        "date=order_date customer=customer_id email=email amount=revenue");
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

namespace {

TableKind kind(std::string_view csv) {
  const Result<Head> head = read_head(csv, true);
  REQUIRE(head);
  const Result<Layout> layout = find_columns(*head);
  REQUIRE(layout);
  return layout->kind;
}

Layout layout_of(std::string_view csv, const ColumnMap& chosen = {}) {
  const Result<Head> head = read_head(csv, true);
  REQUIRE(head);
  const Result<Layout> layout = find_columns(*head, chosen);
  REQUIRE(layout);
  return *layout;
}

}  // namespace

TEST_CASE("where there are days and money, a table is of orders", "[data][columns]") {
  for (const char* csv :
       {"date,customer,total,coupon\n2024-01-02,a@example.org,5.00,X\n",
        "date,customer,total,points\n2024-01-02,a@example.org,5.00,5\n",
        "date,email,rating,total\n2024-01-02,a@example.org,5,5.00\n",
        "customer,date,amount,birthday\na,2024-01-02,5.00,1990-01-01\n",
        "email,first_name,last_name,order_date,total,tags\na@example.org,A,B,2024-01-02,5.00,x\n",
        "customer,date\na,2024-01-02\na,2024-01-05\n", "created_at,customer_id\n2024-01-02,1\n",
        "date,first_name,last_name,email\n2024-01-02,A,B,a@example.org\n"}) {
    CAPTURE(csv);
    CHECK(kind(csv) == TableKind::orders);
  }
}

TEST_CASE("a table of people is told by what is personal", "[data][columns]") {
  for (const char* csv :
       {"Email,First Name,Last Name,Birthday\na@example.org,A,B,1990-01-05\n",
        "customer_id,name,email,joined,tags\n1,Ada,a@example.org,2024-01-02,vip\n",
        "会员号,姓名,手机号,生日,注册时间\n1,张三,13800138000,1990-01-05,2024-01-02\n",
        "Kundennummer;Vorname;Nachname;E-Mail;Geburtsdatum\n1;Ada;Byron;a@example.org;05.01.1990\n",
        "email,name,phone\na@example.org,Ada,+491701234567\n",
        "id,email,created_at,name\n1,a@example.org,2024-01-02,Ada\n"}) {
    CAPTURE(csv);
    CHECK(kind(csv) == TableKind::customers);
  }
  CHECK(roles("Kundennummer;Vorname;Nachname;E-Mail;Geburtsdatum;Stadt\n1;Ada;Byron;a@example.org;"
              "05.01.1990;Bonn\n") ==
        "customer=Kundennummer email=E-Mail customer_name=Vorname last_name=Nachname "
        "birthday=Geburtsdatum");
  CHECK(layout_of("email,name,birthday,city,shoe size\na@example.org,Ada,1990-01-05,Bonn,38\n")
            .attributes == std::vector<std::int32_t>{3, 4});
}

TEST_CASE("goods, lines, events and rewards are told by their own words", "[data][columns]") {
  CHECK(kind("SKU,Product,Price,Cost,Category\nMUG,Mug,10.00,4.00,Home\n") == TableKind::products);
  CHECK(kind("商品名称,售价,成本,分类\n咖啡,98,30,饮料\n") == TableKind::products);
  CHECK(kind("order,product,qty,price\n1,Mug,2,10.00\n1,Print,1,5.00\n") == TableKind::items);
  CHECK(kind("订单号,商品名称,数量,单价\n1,咖啡,2,10.00\n") == TableKind::items);
  CHECK(kind("date,email,event\n2024-01-02,a@example.org,visit\n") == TableKind::events);
  CHECK(kind("Timestamp,Email Address,Rating,Comment\n2024-01-02 10:00,a@example.org,5,great\n") ==
        TableKind::events);
  CHECK(kind("date,customer,referred_by\n2024-01-02,a@example.org,b@example.org\n") ==
        TableKind::events);
  CHECK(kind("date,customer_id,attended\n2024-01-02,1,yes\n") == TableKind::events);
  CHECK(kind("date,customer,reward,group,response\n2024-01-02,a@example.org,5 EUR,test,yes\n") ==
        TableKind::rewards);
  CHECK(kind("date,email,coupon_code\n2024-01-02,a@example.org,WELCOME\n") == TableKind::rewards);
  CHECK(kind("日期,会员号,奖励,分组,是否使用\n2024-01-02,1,满减券,实验组,是\n") ==
        TableKind::rewards);
  CHECK(roles("date,customer,reward,group,response\n2024-01-02,a@example.org,5 EUR,test,yes\n") ==
        "date=date customer=customer reward=reward group=group response=response");
}

TEST_CASE("German, French and Spanish names are understood", "[data][columns]") {
  CHECK(roles("Bestelldatum;Bestellnr.;Kunde;Artikel;Menge;Einzelpreis\n05.01.2024;1;Ada;Tasse;2;"
              "10,00\n") ==
        "order=Bestellnr. date=Bestelldatum customer=Kunde product=Artikel quantity=Menge "
        "unit_price=Einzelpreis");
  CHECK(roles("Date de commande;Client;Produit;Quantité;Montant\n05/01/2024;Ada;Tasse;2;20,00\n") ==
        "date=Date de commande customer=Client product=Produit quantity=Quantité amount=Montant");
  CHECK(roles("Fecha;Número de pedido;Cliente;Producto;Cantidad;Importe\n05/01/2024;1;Ada;Taza;2;"
              "20,00\n") ==
        "order=Número de pedido date=Fecha customer=Cliente product=Producto quantity=Cantidad "
        "amount=Importe");
}

TEST_CASE("beside an id, an address, a number and a name with postcode tell customers apart",
          "[data][columns]") {
  const Layout layout = layout_of(
      "date,customer_id,email,phone,name,zip,total\n2024-01-02,1,a@example.org,+491701234567,Ada,"
      "10115,5.00\n");
  REQUIRE(layout.identities.size() == 4);
  CHECK(layout.identities[0].kind == IdentityKind::id);
  CHECK(layout.identities[1].kind == IdentityKind::email);
  CHECK(layout.identities[2].kind == IdentityKind::phone);
  CHECK(layout.identities[3].kind == IdentityKind::name_and_postcode);
  CHECK(layout.identities[3].column == 4);
  CHECK(layout.identities[3].postcode == 5);
}

TEST_CASE("each column has its own decimal mark, the file's where it proves none",
          "[data][columns]") {
  const Layout mixed =
      layout_of("date;customer;qty;price\n2024-01-02;a;1.5;10,50\n2024-01-03;b;2.5;1.250,00\n");
  CHECK(mixed.style(Role::quantity).decimal == '.');
  CHECK(mixed.style(Role::unit_price).decimal == ',');
  const Layout file =
      layout_of("order;date;customer;qty;price;total\n1;2024-01-02;a;2;1.250;2.500,00\n");
  CHECK(file.style(Role::unit_price).decimal == ',');
}

TEST_CASE("days counted by a spreadsheet are seen by their column", "[data][columns]") {
  const Layout serial = layout_of("date,customer,total\n45384.5,a,5\n45385.25,b,6\n");
  CHECK(serial.at(Role::date) == 0);
  CHECK(serial.serial_dates);
  CHECK_FALSE(layout_of("date,customer,total\n2024-01-02,a,45384\n").serial_dates);
  CHECK(refusal("number,customer,total\n45384,a,5\n") == ErrorCode::no_date_column);
}

TEST_CASE("points between the parts of a day mean that the day comes first", "[data][columns]") {
  CHECK(layout_of("date;customer;total\n03.04.2024;a;5\n").day_order == DayOrder::day_first);
  CHECK_FALSE(layout_of("date,customer,total\n03/04/2024,a,5\n").day_order);
}

TEST_CASE("products side by side and in one cell are no single product", "[data][columns]") {
  const Layout wide = layout_of(
      "Order Date,Customer,Product 1,Qty 1,Product 2,Qty "
      "2,Total\n2024-01-02,a,Mug,1,Print,2,20.00\n"
      "2024-01-03,b,Mug,1,,,10.00\n");
  REQUIRE(wide.wide.size() == 2);
  CHECK(wide.wide[1].product == 4);
  CHECK(wide.wide[1].quantity == 5);
  CHECK(roles("Date,Order,Items,Customer,Total\n2024-01-02,1,\"2x Mug, 1x Print\",a,20.00\n") ==
        "order=Order date=Date customer=Customer amount=Total items=Items");
}

TEST_CASE("the user's words for states come before the platforms'", "[data][columns]") {
  Layout layout;
  layout.statuses["On The Moon"] = StatusWord::counted;
  layout.statuses["paid"] = StatusWord::unpaid;
  CHECK(status_of(layout, "on the moon") == StatusWord::counted);
  CHECK(status_of(layout, " PAID ") == StatusWord::unpaid);
  CHECK(status_of(layout, "refunded") == StatusWord::refunded);
}

}  // namespace regulars
