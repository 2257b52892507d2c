#include "core/report/tables.h"

#include <string>

#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

constexpr std::string_view kShop =
    "date,customer,name,total\n2024-01-01,c1,Zoe,10\n2024-01-02,c2,\"Berg, "
    "Bo\",30\n2024-01-03,c3,=SUM(A1),20\n2024-01-04,c3,=SUM(A1),20\n2024-01-09,bad,x\n";

}  // namespace

TEST_CASE("the customer table sorts, filters and searches", "[report][tables]") {
  const auto session = open_shop(kShop);
  REQUIRE(session->analyze({}));
  CHECK(customers_of(*session, {}) == std::vector<std::string>{"c3", "c2", "c1"});
  CustomerQuery by_date;
  by_date.sort = CustomerColumn::first_order;
  by_date.descending = false;
  CHECK(customers_of(*session, by_date) == std::vector<std::string>{"c1", "c2", "c3"});
  CustomerQuery search;
  search.search = "BERG";
  CHECK(customers_of(*session, search) == std::vector<std::string>{"c2"});
  CustomerQuery began;
  began.first_from = began.first_to = make_date(2024, 1, 2);
  CHECK(customers_of(*session, began) == std::vector<std::string>{"c2"});
  began.first_to.reset();
  CHECK(customers_of(*session, began) == std::vector<std::string>{"c3", "c2"});
  CustomerQuery cell;
  cell.frequency_from = 0;
  cell.frequency_to = 0;
  CHECK(customers_of(*session, cell) == std::vector<std::string>{"c2", "c1"});
  cell.days_since_last_from = 3;  // c1 ordered three days before the last order, c2 two
  CHECK(customers_of(*session, cell) == std::vector<std::string>{"c1"});
  cell.days_since_last_to = 2;
  CHECK(customers_of(*session, cell).empty());
  cell = {};
  cell.frequency_from = 1;
  CHECK(customers_of(*session, cell) == std::vector<std::string>{"c3"});
  CustomerQuery window;
  window.offset = 1;
  window.limit = 1;
  CHECK(customers_of(*session, window) == std::vector<std::string>{"c2"});
  window.offset = 99;
  CHECK(customers_of(*session, window).empty());
  CustomerQuery state;
  state.state = RhythmState::unknown;
  CHECK(customers_of(*session, state).size() == 3);
  state.state = RhythmState::lapsed;
  CHECK(customers_of(*session, state).empty());
  CustomerQuery none;
  none.cluster = 7;
  CHECK(customers_of(*session, none).empty());
}

TEST_CASE("a filter finds the same customers in the same order, whether the order is kept or not",
          "[report][tables]") {
  std::string csv = "date,customer,name,total\n";
  for (int customer = 0; customer < 200; ++customer)
    for (int time = 0; time <= customer % 4; ++time)
      csv += to_text(day("2024-01-01") + (customer * 7 + time * 31) % 365) + ",c" +
             std::to_string(customer) + "," + (customer % 3 == 0 ? "Ann " : "BEA ") +
             std::to_string(customer % 11) + "," + std::to_string(customer % 13 + 1) + "\n";
  const auto read = read_shop(csv);
  const Result<Analysis> analysis = analyze(*read, {});
  REQUIRE(analysis);
  std::vector<CustomerQuery> queries(7);
  queries[1].search = "bea 1";
  queries[2].segment = analysis->segments.names().front();
  queries[3].segment = "nobody's";
  queries[4].frequency_from = 1;
  queries[5].search = "1";
  queries[5].r = 5;
  queries[6].search = "ANN 3";
  CustomerOrder kept;
  for (const CustomerColumn sort : {CustomerColumn::revenue, CustomerColumn::name,
                                    CustomerColumn::orders, CustomerColumn::customer})
    for (const bool descending : {true, false})
      for (CustomerQuery query : queries) {
        query.sort = sort;
        query.descending = descending;
        INFO(column_word(sort) << " " << query.search);
        CHECK(select_customers(*analysis, query, kept) == select_customers(*analysis, query));
      }
}

TEST_CASE("customers are found by their signs, merged ones by either", "[report][tables]") {
  const auto session = open_shop(
      "order,date,customer id,email,total\n1,2024-01-01,c1,zoe@example.org,10\n"
      "2,2024-01-02,c2,bo@example.org,30\n");
  add_file(*session, "order,date,customer,total\n3,2024-02-01,zoe@example.org,10\n", "later.csv");
  REQUIRE(session->analyze({}));
  CustomerQuery query;
  query.signs = {"zoe@example.org", "nobody@example.org"};
  CHECK(customers_of(*session, query) == std::vector<std::string>{"c1"});
  query.signs = {"c2", "c1"};
  CHECK(customers_of(*session, query) == std::vector<std::string>{"c2", "c1"});
  query.signs = std::vector<std::string>{};
  CHECK(customers_of(*session, query).empty());
}

TEST_CASE("the customers CSV quotes what must be and defuses formulas", "[report][tables]") {
  const auto session = open_shop(kShop);
  REQUIRE(session->analyze({}));
  const Result<CsvPiece> piece = session->csv(CsvKind::customers, 0);
  REQUIRE(piece);
  CHECK_FALSE(piece->next);
  CHECK(piece->text.starts_with(
      "customer,name,first_order,last_order,orders,revenue,frequency,recency,age,value,days_since_"
      "last,r,f,m,segment,cluster,reward,state,probability_alive,expected_orders_90d,next_order_"
      "from,next_order_to,lifetime_value,lifetime_low,lifetime_high,probability_nothing\r\n"));
  CHECK(piece->text.find("c2,\"Berg, Bo\",2024-01-02,2024-01-02,1,30.00,0,0,2,0.000000,2,") !=
        std::string::npos);
  CHECK(piece->text.find("c3,'=SUM(A1),2024-01-03,2024-01-04,2,40.00,1,1,1,20.000000,0,") !=
        std::string::npos);
}

TEST_CASE("every sign that begins a formula is defused, wide ones too", "[report][tables]") {
  // U+FF1D, FF0B, FF0D and FF20 are =, +, - and @ as wide as a Chinese character; U+FF1A is no such
  // sign, nor is one that stands further back.
  const auto session = open_shop(
      "date,customer_id,customer_name,total\n"
      "2024-01-01,c1,=1,10\n2024-01-01,c2,+1,10\n2024-01-01,c3,-1,10\n2024-01-01,c4,@1,10\n"
      "2024-01-01,c5,\xEF\xBC\x9D"
      "1,10\n2024-01-01,c6,\xEF\xBC\x8B"
      "1,10\n"
      "2024-01-01,c7,\xEF\xBC\x8D"
      "1,10\n2024-01-01,c8,\xEF\xBC\xA0"
      "1,10\n"
      "2024-01-01,c9,\xEF\xBC\x9A"
      "1,10\n2024-01-01,c10,1=1,10\n");
  REQUIRE(session->analyze({}));
  const Result<CsvPiece> piece = session->csv(CsvKind::customers, 0);
  REQUIRE(piece);
  for (const char* defused : {"c1,'=1,", "c2,'+1,", "c3,'-1,", "c4,'@1,",
                              "c5,'\xEF\xBC\x9D"
                              "1,",
                              "c6,'\xEF\xBC\x8B"
                              "1,",
                              "c7,'\xEF\xBC\x8D"
                              "1,",
                              "c8,'\xEF\xBC\xA0"
                              "1,",
                              "c9,\xEF\xBC\x9A"
                              "1,",
                              "c10,1=1,"}) {
    CAPTURE(defused);
    CHECK(piece->text.find(std::string("\r\n") + defused) != std::string::npos);
  }
}

TEST_CASE("every line as understood can be written, and every rejected row whole",
          "[report][tables]") {
  const auto session = open_shop(kShop, "shop.csv");
  REQUIRE(session->analyze({}));
  const Result<CsvPiece> lines = session->csv(CsvKind::lines, 0);
  REQUIRE(lines);
  CHECK(lines->text.find("shop.csv,3,line-3,,2024-01-02,c2,,,1,30.00,30.00,,counted\r\n") !=
        std::string::npos);
  const Result<CsvPiece> rejects = session->csv(CsvKind::rejects, 0);
  REQUIRE(rejects);
  CHECK(rejects->text ==
        "file,row,offset,reason,column,mending,text\r\nshop.csv,6,126,too_few_cells,,none,\"2024-"
        "01-09,"
        "bad,x\"\r\n");
}

TEST_CASE("a long table comes in pieces that join to the whole", "[report][tables]") {
  std::string csv = "date,customer,total\n";
  for (int i = 0; i < 40000; ++i)
    csv += "2024-01-01,customer-with-a-long-name-" + std::to_string(i) + ",10\n";
  const auto session = open_shop(csv);
  REQUIRE(session->analyze({}));
  std::size_t rows = 0;
  int pieces = 0;
  std::int64_t from = 0;
  for (;;) {
    const Result<CsvPiece> piece = session->csv(CsvKind::customers, from);
    REQUIRE(piece);
    ++pieces;
    for (const char c : piece->text) rows += c == '\n';
    if (!piece->next) break;
    from = *piece->next;
  }
  CHECK(pieces > 1);
  CHECK(rows == 40001);
}

}  // namespace regulars
