// The pipeline of core/README.md as one test: one order row from drop to reward.
#include <nlohmann/json.hpp>
#include <string>

#include "core/wire/answers.h"
#include "examples/bookstore.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

constexpr std::string_view kCafe =
    "order,date,email,name,item,kind,qty,price\n"
    "1,2024-01-05 09:10,anna@example.com,Anna Lind,Flat white,coffee,1,3.80\n"
    "2,2024-01-09 09:12,anna@example.com,Anna Lind,Flat white,coffee,2,3.80\n"
    "2,2024-01-09 09:12,anna@example.com,Anna Lind,Scone,bakery,1,2.50\n"
    "3,2024-01-09 10:00,bo@example.com,Bo Berg,Scone,bakery,1,2.50\n"
    "4,2024-02-30 10:00,bo@example.com,Bo Berg,Scone,bakery,1,2.50\n"
    "5,2024-02-01 09:00,anna@example.com,Anna Lind,Flat white,coffee,1,3.80\n"
    "6,2024-02-03 09:00,,,Scone,bakery,1,2.50\n";

}  // namespace

TEST_CASE("one order row walks from the file to its reward", "[walk]") {
  Session session;
  const Result<Preview> preview = session.sniff(kCafe, "cafe.csv", true);
  REQUIRE(preview);
  CHECK(preview->layout.has(Role::customer_name));
  REQUIRE(session.begin({}));
  REQUIRE(session.push(kCafe.substr(0, 100)));
  REQUIRE(session.push(kCafe.substr(100)));
  CHECK(session.progress().bytes == static_cast<std::int64_t>(kCafe.size()));
  const Result<FileIntake> intake = session.end();
  REQUIRE(intake);
  CHECK(intake->rows_read == 7);
  CHECK(intake->rows_rejected == 1);

  const Result<Report> report = session.analyze({});
  REQUIRE(report);
  const Analysis& analysis = *session.analysis();
  CHECK(analysis.as_of == day("2024-02-03"));
  REQUIRE(analysis.customers.size() == 2);
  const Summary& anna = analysis.customers[0];
  CHECK(anna.orders == 3);
  CHECK(anna.frequency == 2);
  CHECK(anna.recency == 27);
  CHECK(anna.revenue == Money{380 + 760 + 250 + 380});
  CHECK_THAT(anna.value, WithinAbs((10.10 + 3.80) / 2, 1e-12));
  // The default program pays 5 from 3 to 5 orders.
  CHECK(analysis.awards[0] == 500);
  CHECK(analysis.awards[1] == 0);
  CHECK(analysis.rewards.customers_granted == 1);

  const Result<CustomerDetail> detail = session.customer(CustomerId{0});
  REQUIRE(detail);
  REQUIRE(detail->orders.size() == 3);
  CHECK(detail->orders[1].number == "2");
  CHECK(detail->orders[1].row == 3);
  CHECK(detail->orders[1].products.size() == 2);
  CHECK(detail->award.amount == 500);
  bool says_why = false;
  for (const Grant& grant : detail->award.grants)
    for (const Because& because : grant.because) says_why = says_why || because.fact == "orders";
  CHECK(says_why);

  const nlohmann::json json = wire::to_json(*report);
  CHECK(json["intake"]["revenue"] == 2270);
  CHECK(json["intake"]["files"][0]["rows_read"] == 7);
  CHECK(json["intake"]["issues"][0]["examples"][0]["row"] == 6);
  CHECK(json["metrics"]["repurchase_rate"]["numerator"] == 1);
  CHECK(json["metrics"]["repurchase_rate"]["denominator"] == 2);
  CHECK(json["clusters"]["k"].is_null());
  CHECK(json["clusters"]["reason"] == "too_little_data");
  CHECK(json["rewards"]["granted"] == 500);
  CHECK(json["rfm"]["segments"].size() == 10);
}

TEST_CASE("the sample bookstore gives the figures it was drawn with", "[walk]") {
  const BookstoreFiles drawn = draw_bookstore();
  const auto session = open_shop(drawn.orders, "orders.csv");
  const Result<Report> report = session->analyze({});
  REQUIRE(report);
  const BookTotals& totals = report->analysis->book.totals();
  const FileIntake& file = session->table().files[0];
  CHECK(file.rows_read == drawn.figures.rows);
  CHECK(file.rows_rejected == drawn.figures.rows_unreadable);
  CHECK(totals.orders == drawn.figures.orders);
  CHECK(totals.orders_counted == drawn.figures.orders_counted);
  CHECK(totals.customers == drawn.figures.customers);
  CHECK(totals.revenue == drawn.figures.revenue);
}

TEST_CASE("a verb out of turn is refused", "[walk]") {
  Session session;
  CHECK(session.begin({}).error().code == ErrorCode::wrong_stage);
  CHECK(session.push("x").error().code == ErrorCode::wrong_stage);
  CHECK(session.end().error().code == ErrorCode::wrong_stage);
  CHECK(session.analyze({}).error().code == ErrorCode::wrong_stage);
  CHECK(session.customers({}).error().code == ErrorCode::wrong_stage);
  CHECK(session.csv(CsvKind::customers, 0).error().code == ErrorCode::wrong_stage);
  CHECK(session.csv(CsvKind::rejects, 0).error().code == ErrorCode::wrong_stage);
}

TEST_CASE("a refused file names itself, and the next one can come", "[walk]") {
  Session session;
  const Result<Preview> refused = session.sniff("who,what\nanna,tea\n", "notes.csv", true);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::no_date_column);
  CHECK(refused.error().file == "notes.csv");
  CHECK(refused.error().detail == "who, what");
  CHECK(session.sniff(kCafe, "cafe.csv", true));
}

TEST_CASE("a shop of nothing but refunds has no orders", "[walk]") {
  const auto session = open_shop("date,customer,total\n2024-01-02,a,-5\n");
  CHECK(session->analyze({}).error().code == ErrorCode::no_orders);
}

TEST_CASE("the shop can be looked at as of an earlier day", "[walk]") {
  const auto session = open_shop(kCafe);
  AnalyzeOptions options;
  options.as_of = day("2024-01-10");
  const Result<Report> report = session->analyze(options);
  REQUIRE(report);
  CHECK(report->analysis->customers[0].orders == 2);
  options.as_of = day("2023-01-10");
  CHECK(session->analyze(options).error().code == ErrorCode::no_orders);
}

}  // namespace regulars
