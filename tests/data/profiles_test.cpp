#include "core/data/profiles.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/data/columns.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars {
namespace {

struct Read {
  Head head;
  Layout layout;
};

Read read(std::string text, const ColumnMap& chosen = {}) {
  Result<Head> head = read_head(text, true);
  REQUIRE(head);
  Result<Layout> layout = find_columns(*head, chosen);
  REQUIRE(layout);
  return {*head, *layout};
}

Read read_export(const std::string& file) {
  std::string text = read_file("tests/data/exports/" + file);
  // Amazon's report says what it is in a few lines above the header.
  if (file.starts_with("amazon_date")) text.erase(0, text.find("\"date/time\""));
  return read(std::move(text));
}

std::string header_of(const Read& file, std::int32_t column) {
  return column < 0 ? std::string() : file.head.header[static_cast<std::size_t>(column)];
}

std::string header_of(const Read& file, Role role) { return header_of(file, file.layout.at(role)); }

// "email Email, phone Phone, name Billing Name + Billing Zip"
std::string identities(const Read& file) {
  const char* kinds[] = {"id ", "email ", "phone ", "name "};
  std::string text;
  for (const Identity& identity : file.layout.identities) {
    if (!text.empty()) text += ", ";
    text += kinds[static_cast<std::size_t>(identity.kind)] + header_of(file, identity.column);
    if (identity.postcode >= 0) text += " + " + header_of(file, identity.postcode);
  }
  return text;
}

bool notes(const Read& file, ProfileNote note) {
  const auto& all = file.layout.notes;
  return std::find(all.begin(), all.end(), note) != all.end();
}

// What the rules make of a row whose cell of one column is `cell`; the last of RowMeaning's values
// plus one where none holds.
constexpr int kNoRule = 3;
int meaning(const Read& file, const std::string& header, const std::string& cell) {
  for (const RowRule& rule : file.layout.rules) {
    if (header_of(file, rule.column) != header) continue;
    const bool excepted =
        std::find(rule.except.begin(), rule.except.end(), cell) != rule.except.end();
    const bool holds =
        rule.begins_with.empty() ? !cell.empty() && !excepted : cell.starts_with(rule.begins_with);
    if (holds) return static_cast<int>(rule.meaning);
  }
  return kNoRule;
}
constexpr int kRefund = static_cast<int>(RowMeaning::refund);
constexpr int kCancelled = static_cast<int>(RowMeaning::cancelled);
constexpr int kNotAnOrder = static_cast<int>(RowMeaning::not_an_order);

struct Expected {
  const char* file;
  const char* profile;
  TableKind kind;
  const char* date;
  const char* order;
  const char* money;  // order_total, or amount where there is none
  const char* identities;
};

constexpr Expected kExports[] = {
    {"shopify_orders.csv", "shopify_orders", TableKind::orders, "Created at", "Name", "Total",
     "email Email, phone Phone, phone Billing Phone, name Billing Name + Billing Zip, "
     "name Shipping Name + Shipping Zip"},
    {"shopify_customers.csv", "shopify_customers", TableKind::customers, "", "", "",
     "email Email, phone Phone, phone Default Address Phone, id Customer ID"},
    {"shopify_customers_2023.csv", "shopify_customers", TableKind::customers, "", "", "",
     "email Email, phone Phone, id Customer ID"},
    {"woocommerce_analytics.csv", "woocommerce_analytics", TableKind::orders, "Date", "Order #",
     "Net Sales", "id Customer"},
    {"woocommerce_analytics_de.csv", "woocommerce_analytics", TableKind::orders, "Datum",
     "Bestellung #", "Nettoumsatz", "id Kunde"},
    {"woocommerce_algolplus.csv", "woocommerce_algolplus", TableKind::orders, "Order Date",
     "Order Number", "Order Total Amount",
     "email Email (Billing), phone Phone (Billing), "
     "name First Name (Billing) + Postcode (Billing)"},
    {"woocommerce_algolplus_wide.csv", "woocommerce_algolplus", TableKind::orders, "Order Date",
     "Order Number", "Order Total Amount", "email Email (Billing)"},
    {"woocommerce_webtoffee.csv", "woocommerce_webtoffee", TableKind::orders, "order_date",
     "order_number", "order_total",
     "email billing_email, email customer_email, phone billing_phone, id customer_id, "
     "name billing_first_name + billing_postcode"},
    {"etsy_orders.csv", "etsy_orders", TableKind::orders, "Sale Date", "Order ID", "Order Total",
     "id Buyer User ID, id Buyer, name Full Name + Ship Zipcode"},
    {"etsy_items.csv", "etsy_items", TableKind::orders, "Sale Date", "Order ID", "Item Total",
     "id Buyer, name Ship Name + Ship Zipcode"},
    {"etsy_payments.csv", "etsy_payments", TableKind::orders, "Order Date", "Order ID",
     "Gross Amount", "id Buyer Username, id Buyer"},
    {"etsy_statement.csv", "etsy_statement", TableKind::orders, "Date", "Title", "Amount", ""},
    {"square_items.csv", "square_items", TableKind::orders, "Date", "Transaction ID", "Net Sales",
     "id Customer ID, id Customer Reference ID, id Customer Name"},
    {"square_transactions.csv", "square_transactions", TableKind::orders, "Date", "Transaction ID",
     "Net Sales", "id Customer ID, id Customer Reference ID, id Customer Name"},
    {"stripe_payments.csv", "stripe_payments", TableKind::orders, "Created date (UTC)", "id",
     "Amount", "email Customer Email, id Customer ID"},
    {"stripe_payments_2021.csv", "stripe_payments", TableKind::orders, "Created (UTC)", "id",
     "Amount", "email Customer Email, id Customer ID, name Card Name + Card Address Zip"},
    {"paypal_activity.csv", "paypal_activity", TableKind::orders, "Date", "Transaction ID", "Gross",
     "email From Email Address, name Name + Zip/Postal Code, id Name"},
    {"paypal_activity_de.csv", "paypal_activity", TableKind::orders, "Datum", "Transaktionscode",
     "Brutto", "email Absender E-Mail-Adresse, id Name"},
    {"paypal_statement.csv", "paypal_statement", TableKind::orders, "Date", "Numéro de transaction",
     "Brut", "email Adresse email de l'expéditeur, id Nom"},
    {"amazon_all_orders.txt", "amazon_all_orders", TableKind::orders, "purchase-date",
     "amazon-order-id", "item-price", ""},
    {"amazon_new_orders.txt", "amazon_new_orders", TableKind::orders, "purchase-date", "order-id",
     "item-price",
     "email buyer-email, phone buyer-phone-number, name buyer-name + ship-postal-code"},
    {"amazon_date_range.csv", "amazon_date_range", TableKind::orders, "date/time", "order id",
     "product sales", ""},
    {"youzan_orders.csv", "youzan_orders", TableKind::orders, "订单创建时间", "订单号",
     "订单实付金额",
     "phone 买家手机号, phone 收货人手机号/提货人手机号, id 买家昵称, "
     "name 收货人/提货人 + 详细收货地址/提货地址"},
    {"youzan_orders_short.csv", "youzan_orders", TableKind::orders, "买家付款时间", "订单号",
     "订单实付金额", "phone 收货人手机号/提货人手机号"},
    {"youzan_customers.csv", "youzan_customers", TableKind::customers, "", "", "",
     "phone 客户手机号, id 客户昵称"},
    {"taobao_orders_2017.csv", "taobao_orders", TableKind::orders, "订单创建时间", "订单编号",
     "买家实际支付金额",
     "id 买家会员名, phone 联系手机, phone 联系电话, name 收货人姓名 + 收货地址"},
    {"taobao_orders.csv", "taobao_orders", TableKind::orders, "订单创建时间", "订单编号",
     "买家实际支付金额",
     "id 买家会员名, phone 联系手机, phone 联系电话, name 收货人姓名 + 收货地址"},
    {"taobao_items.csv", "taobao_items", TableKind::items, "", "订单编号", "", ""},
    {"taobao_sales.csv", "taobao_sales", TableKind::items, "订单创建时间", "主订单编号",
     "买家实付金额", ""},
    {"taobao_item_list.csv", "taobao_item_list", TableKind::items, "", "主订单编号", "", ""},
    {"douyin_orders.csv", "douyin_orders", TableKind::orders, "订单提交时间", "主订单编号",
     "订单应付金额", "phone 收件人手机号"},
    {"jd_orders.csv", "jd_orders", TableKind::orders, "下单时间", "订单号", "订单金额",
     "id 下单帐号, phone 联系电话, name 客户姓名 + 客户地址"},
};

}  // namespace

TEST_CASE("every platform's export is known, with its days, money and people", "[data][profiles]") {
  for (const Expected& expected : kExports) {
    CAPTURE(expected.file);
    const Read file = read_export(expected.file);
    CHECK(file.layout.profile == expected.profile);
    CHECK(file.layout.kind == expected.kind);
    CHECK(header_of(file, Role::date) == expected.date);
    CHECK(header_of(file, Role::order) == expected.order);
    CHECK(header_of(file, file.layout.has(Role::order_total) ? Role::order_total : Role::amount) ==
          expected.money);
    CHECK(identities(file) == expected.identities);
    for (const Guess& guess : file.layout.guesses) CHECK(guess.reason == GuessReason::profile);
  }
}

TEST_CASE("a role that the user says has no column has none, whatever the platform says",
          "[data][profiles]") {
  for (const Expected& expected : kExports) {
    const Read guessed = read_export(expected.file);
    for (const Guess& guess : guessed.layout.guesses) {
      CAPTURE(expected.file, std::string(role_word(guess.role)));
      const Result<Layout> layout = find_columns(guessed.head, {{guess.role, {}}});
      if (!layout) {
        // Without it the table is none of orders.
        CHECK(layout.error().code != ErrorCode::column_not_found);
        continue;
      }
      CHECK_FALSE(layout->has(guess.role));
      for (const Guess& other : layout->guesses) CHECK(other.role != guess.role);
    }
  }
}

TEST_CASE("the channel of an order is found in every platform's own column", "[data][profiles]") {
  constexpr std::array<std::array<const char*, 2>, 14> columns{
      {{"shopify_orders.csv", "Source"},
       {"woocommerce_analytics.csv", "Attribution"},
       {"woocommerce_analytics_de.csv", "Zuordnung"},
       {"woocommerce_algolplus.csv", ""},
       {"etsy_orders.csv", "Order Type"},
       {"etsy_items.csv", "Order Type"},
       {"etsy_payments.csv", "Order Type"},
       {"square_items.csv", "Channel"},
       {"square_transactions.csv", "Source"},
       {"amazon_all_orders.txt", "sales-channel"},
       {"amazon_new_orders.txt", "sales-channel"},
       {"amazon_date_range.csv", "marketplace"},
       {"youzan_orders.csv", "销售渠道"},
       {"taobao_orders.csv", ""}}};
  for (const auto& [file, column] : columns) {
    CAPTURE(file);
    CHECK(header_of(read_export(file), Role::channel) == column);
  }
  const Read webtoffee = read(
      "order_id,order_date,order_total,status,billing_email,customer_user,"
      "meta:_wc_order_attribution_source_type\n1,2024-01-02,5,completed,a@example.org,,utm\n");
  CHECK(webtoffee.layout.profile == "woocommerce_webtoffee");
  CHECK(header_of(webtoffee, Role::channel) == "meta:_wc_order_attribution_source_type");
}

TEST_CASE("what tells customers apart goes with the roles it would stand in", "[data][profiles]") {
  const Head head = read_export("shopify_orders.csv").head;
  const auto signs = [&](const ColumnMap& chosen) {
    const Result<Layout> layout = find_columns(head, chosen);
    REQUIRE(layout);
    return identities({head, *layout});
  };
  CHECK(signs({{Role::customer, {}}}) ==
        "email Email, phone Phone, phone Billing Phone, name Billing Name + Billing Zip, "
        "name Shipping Name + Shipping Zip");
  CHECK(signs({{Role::customer, {}}, {Role::email, {}}, {Role::phone, {}}}) ==
        "name Billing Name + Billing Zip, name Shipping Name + Shipping Zip");
  CHECK(signs({{Role::customer, {}}, {Role::email, {}}, {Role::phone, {}}, {Role::postcode, {}}}) ==
        "");
}

TEST_CASE("every row of an export can be read by what was found", "[data][profiles]") {
  for (const Expected& expected : kExports) {
    CAPTURE(expected.file);
    const Read file = read_export(expected.file);
    for (const auto& record : file.head.records) {
      const auto cell = [&](Role role) {
        const std::int32_t column = file.layout.at(role);
        return column < 0 ? std::string_view{} : bare(record[static_cast<std::size_t>(column)]);
      };
      CAPTURE(record.front());
      if (!is_placeholder(cell(Role::date))) CHECK(parse_date(cell(Role::date)));
      for (const Role role : {Role::amount, Role::order_total, Role::refunded, Role::unit_price})
        if (!is_placeholder(cell(role))) CHECK(parse_money(cell(role), file.layout.style(role), 2));
      if (!cell(Role::quantity).empty())
        CHECK(parse_quantity(cell(Role::quantity), file.layout.style(Role::quantity)));
      if (!is_placeholder(cell(Role::status)))
        CHECK(status_of(file.layout, cell(Role::status)) != StatusWord::unknown);
    }
  }
}

TEST_CASE("any set of columns that still proves a platform is enough", "[data][profiles]") {
  const auto profile = [](std::string csv) { return read(std::move(csv)).layout.profile; };
  CHECK(profile("Email,Name,Created at,Financial Status,Lineitem name\n"
                "a@example.org,#1,2024-01-02,paid,Mug\n") == "shopify_orders");
  CHECK(profile(" name ,EMAIL,Total,created AT,Financial status,lineitem Name\n"
                "#1,a@example.org,5,2024-01-02,paid,Mug\n") == "shopify_orders");
  CHECK(profile("id,Created date (UTC),Amount,Status,Customer Email,tier (metadata)\n"
                "ch_1,2026-06-05 20:38:34,5.00,Paid,a@example.org,gold\n") == "stripe_payments");
  CHECK(profile("Order Number,Order Date,Email (Billing),Item Name,Quantity,Order Line Total\n"
                "1,2024-01-02,a@example.org,Mug,1,5\n") == "woocommerce_algolplus");
  CHECK(profile("Date,N° de commande,Statut,Client,Type de client,Produit(s),Articles vendus,"
                "Ventes nettes\n2024-01-02,1,Terminée,Ada,nouveau,1× Tasse,1,\"5,00\"\n") ==
        "woocommerce_analytics");
  CHECK(profile("Fecha,Número de pedido,Estado,Cliente,Tipo de cliente,Producto(s),"
                "Artículos vendidos,Ventas netas\n2024-01-02,1,Completado,Ada,nuevo,1× Taza,1,"
                "\"5,00\"\n") == "woocommerce_analytics");
  CHECK(profile("\"Fecha\",\"Hora\",\"Zona horaria\",\"Nombre\",\"Tipo\",\"Estado\",\"Divisa\","
                "\"Bruto\",\"Id. de transacción\"\n\"02/01/2024\",\"10:00:00\",\"CET\",\"Ada\","
                "\"Pago\",\"Completado\",\"EUR\",\"5,00\",\"X\"\n") == "paypal_activity");
}

TEST_CASE("tables that only resemble a platform's are read by their own names",
          "[data][profiles]") {
  const Read chinese =
      read("订单编号,下单时间,会员号,商品标题,购买数量,价格\n1,2024-01-02,7,咖啡,2,10.00\n");
  CHECK(chinese.layout.profile == "generic");
  CHECK(chinese.layout.kind == TableKind::orders);
  CHECK(header_of(chinese, Role::customer) == "会员号");
  const Read receivers =
      read("订单编号,日期,收货人姓名,商品名称,总金额\n1,2024-01-02,张三,咖啡,10.00\n");
  CHECK(receivers.layout.profile == "generic");
  CHECK(header_of(receivers, Role::product) == "商品名称");
  const Read dump =
      read("id,created,amount,status,customer_id,product\n1,2024-01-02,5.00,paid,7,Mug\n");
  CHECK(dump.layout.profile == "generic");
  CHECK(header_of(dump, Role::product) == "product");
  const Read shop = read(
      "order_id,order_date,order_total,status,customer_email,order_currency,product\n1,2024-01-02,"
      "5.00,completed,a@example.org,EUR,Mug\n");
  CHECK(shop.layout.profile == "generic");
  CHECK(header_of(shop, Role::product) == "product");
  CHECK(header_of(shop, Role::order_total) == "order_total");
}

TEST_CASE("the names of a platform over cells of another kind prove nothing", "[data][profiles]") {
  const Read file = read(
      "id,Created (UTC),Amount,Status,Customer Email,when\nch_1,soon,5.00,Paid,a@example.org,"
      "2024-01-02\nch_2,later,6.00,Paid,b@example.org,2024-01-03\n");
  CHECK(file.layout.profile == "generic");
  CHECK(header_of(file, Role::date) == "when");
}

TEST_CASE("blank, doubled and trailing names do no harm", "[data][profiles]") {
  const Read orders = read_export("youzan_orders.csv");
  CHECK(std::count(orders.head.header.begin(), orders.head.header.end(), "分销员") == 2);
  const Read people = read_export("youzan_customers.csv");
  CHECK(people.head.header.back().empty());
  CHECK(header_of(people, Role::birthday) == "客户生日");
  CHECK(header_of(people, Role::joined) == "成为客户时间");
  CHECK(header_of(people, Role::tags) == "标签");
}

TEST_CASE("rows that are no orders, and refunds, are told apart", "[data][profiles]") {
  const Read paypal = read_export("paypal_activity.csv");
  CHECK(meaning(paypal, "Type", "Express Checkout Payment") == kNoRule);
  CHECK(meaning(paypal, "Type", "Website Payment") == kNoRule);
  CHECK(meaning(paypal, "Type", "Payment Refund") == kRefund);
  CHECK(meaning(paypal, "Type", "General Withdrawal - Bank Account") == kNotAnOrder);
  CHECK(meaning(paypal, "Type", "Account Hold for Open Authorization") == kNotAnOrder);
  CHECK(meaning(paypal, "Type", "Reversal of General Account Hold") == kNotAnOrder);
  CHECK(meaning(paypal, "Type", "General Currency Conversion") == kNotAnOrder);
  CHECK(meaning(paypal, "Balance Impact", "Memo") == kNotAnOrder);
  CHECK(meaning(paypal, "Gross", "-60.00") == kNotAnOrder);
  CHECK(status_of(paypal.layout, "Refunded") == StatusWord::counted);
  CHECK(status_of(paypal.layout, "Pending") == StatusWord::unpaid);
  const Read german = read_export("paypal_activity_de.csv");
  CHECK(meaning(german, "Typ", "Rückzahlung") == kRefund);
  CHECK(meaning(german, "Typ", "Allgemeine Währungsumrechnung") == kNotAnOrder);
  CHECK(meaning(german, "Typ", "Rückbuchung allgemeiner Einbehaltung") == kNotAnOrder);
  CHECK(meaning(german, "Typ", "Express-Zahlung") == kNoRule);
  const Read square = read_export("square_items.csv");
  CHECK(meaning(square, "Event Type", "Refund") == kRefund);
  CHECK(meaning(square, "Event Type", "Payment") == kNoRule);
  const Read amazon = read_export("amazon_date_range.csv");
  CHECK(meaning(amazon, "type", "Order") == kNoRule);
  CHECK(meaning(amazon, "type", "Refund") == kRefund);
  CHECK(meaning(amazon, "type", "Service Fee") == kNotAnOrder);
  CHECK(meaning(amazon, "type", "Transfer") == kNotAnOrder);
  const Read stripe = read_export("stripe_payments.csv");
  CHECK(meaning(stripe, "Captured", "false") == kCancelled);
  CHECK(meaning(stripe, "Captured", "True") == kNoRule);
}

TEST_CASE("what a platform cannot give is said", "[data][profiles]") {
  CHECK(notes(read_export("woocommerce_analytics.csv"), ProfileNote::names_only));
  CHECK(notes(read_export("amazon_all_orders.txt"), ProfileNote::no_customers));
  CHECK(notes(read_export("amazon_new_orders.txt"), ProfileNote::relayed_addresses));
  CHECK(notes(read_export("douyin_orders.csv"), ProfileNote::no_customers));
  CHECK(notes(read_export("youzan_orders.csv"), ProfileNote::masked_phones));
  CHECK_FALSE(notes(read_export("youzan_orders.csv"), ProfileNote::no_customers));
  CHECK_FALSE(notes(read_export("youzan_orders_short.csv"), ProfileNote::masked_phones));
  CHECK(notes(read_export("jd_orders.csv"), ProfileNote::masked_phones));
  CHECK(notes(read_export("taobao_items.csv"), ProfileNote::needs_orders));
  CHECK(notes(read_export("stripe_payments.csv"), ProfileNote::no_products));
  CHECK(read_export("shopify_orders.csv").layout.notes.empty());
}

TEST_CASE("money is whole: what is added, taken off, adjusted and owed", "[data][profiles]") {
  const Read amazon = read_export("amazon_all_orders.txt");
  REQUIRE(amazon.layout.added.size() == 2);
  CHECK(header_of(amazon, amazon.layout.added[0]) == "shipping-price");
  REQUIRE(amazon.layout.deducted.size() == 2);
  CHECK(header_of(amazon, amazon.layout.deducted[0]) == "item-promotion-discount");
  const Read etsy = read_export("etsy_orders.csv");
  CHECK(header_of(etsy, etsy.layout.adjusted_total) == "Adjusted Order Total");
  CHECK(etsy.layout.day_order == DayOrder::month_first);
  const Read items = read_export("etsy_items.csv");
  CHECK(items.layout.style(Role::amount).decimal == ',');
  REQUIRE(items.layout.deducted.size() == 1);
  CHECK(header_of(items, items.layout.deducted[0]) == "Discount Amount");
  const Read taobao = read_export("taobao_orders.csv");
  CHECK(header_of(taobao, taobao.layout.owed) == "总金额");
  CHECK(header_of(taobao, Role::refunded) == "退款金额");
  CHECK(taobao.layout.currency == "CNY");
  CHECK_FALSE(taobao.layout.offset);
  CHECK(read_export("stripe_payments.csv").layout.offset == 0);
}

TEST_CASE("products side by side are found whatever their number", "[data][profiles]") {
  const Read algolplus = read_export("woocommerce_algolplus_wide.csv");
  REQUIRE(algolplus.layout.wide.size() == 3);
  CHECK(header_of(algolplus, algolplus.layout.wide[2].product) == "Item Name #3");
  CHECK(header_of(algolplus, algolplus.layout.wide[2].quantity) == "Quantity #3");
  CHECK(header_of(algolplus, algolplus.layout.wide[2].amount) == "Order Line Total #3");
  const Read webtoffee = read_export("woocommerce_webtoffee.csv");
  REQUIRE(webtoffee.layout.wide.size() == 2);
  CHECK(header_of(webtoffee, webtoffee.layout.wide[1].product) == "Product Item 2 Name");
  CHECK(header_of(webtoffee, webtoffee.layout.wide[1].amount) == "Product Item 2 Total");
  CHECK(webtoffee.layout.nobody == std::vector<std::string>{"0"});
}

TEST_CASE("a till's transactions list what was sold, where that column was exported",
          "[data][profiles]") {
  const Read file = read_export("square_transactions.csv");
  CHECK(header_of(file, Role::items) == "Description");
  CHECK_FALSE(notes(file, ProfileNote::no_products));
  CHECK(notes(read("Date,Time,Transaction ID,Net Sales,Event Type\n"
                   "2026-07-01,09:15:00,T1,$10.00,Payment\n"),
              ProfileNote::no_products));
}

TEST_CASE("the user's own column wins over the platform's", "[data][profiles]") {
  const std::string text = read_file("tests/data/exports/square_transactions.csv");
  const Read file =
      read(text, {{Role::amount, "Total Collected"}, {Role::customer, "Customer Name"}});
  CHECK(file.layout.profile == "square_transactions");
  CHECK(header_of(file, Role::amount) == "Total Collected");
  CHECK(header_of(file, Role::customer) == "Customer Name");
  CHECK(identities(file).starts_with("id Customer Name, id Customer ID"));
  const Read shopify =
      read(read_file("tests/data/exports/shopify_orders.csv"), {{Role::amount, "Subtotal"}});
  CHECK(header_of(shopify, Role::amount) == "Subtotal");
  CHECK_FALSE(shopify.layout.has(Role::order_total));
}

}  // namespace regulars
