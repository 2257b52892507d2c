// The report as JSON: what stands where there is no figure.
#include <nlohmann/json.hpp>
#include <string>

#include "core/wire/answers.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"
#include "tests/support/shop.h"

namespace regulars::wire {
namespace {

using nlohmann::json;

json report_of(std::string_view csv) {
  const auto session = open_shop(csv);
  const Result<Report> report = session->analyze({});
  REQUIRE(report);
  return to_json(*report);
}

const json& bookstore() {
  static const json report = report_of(read_file("examples/bookstore/orders.csv"));
  return report;
}

}  // namespace

TEST_CASE("a share of revenue that is not there says what is missing", "[wire][report]") {
  const auto reason = [](std::string_view csv) {
    const json concentration = report_of(csv)["metrics"]["concentration"];
    CHECK(concentration["gini"]["value"].is_null());
    CHECK(concentration["curve"].empty());
    CHECK(concentration["gini"]["reason"] == concentration["top_tenth"]["reason"]);
    return concentration["gini"]["reason"].get<std::string>();
  };
  CHECK(reason("date,customer\n2024-01-01,a\n2024-01-02,b\n") == "no_amount_column");
  CHECK(reason("order,date,total\n1,2024-01-01,10\n2,2024-01-02,10\n") == "no_customer_column");
  CHECK(reason("date,customer,total\n2024-01-01,a,0\n") == "too_little_data");
}

TEST_CASE("the report tracks the model of the shop week by week", "[wire][report]") {
  const json& tracking = bookstore()["tracking"];
  REQUIRE(tracking.is_object());
  const bool chosen = bookstore()["chosen"].is_string();
  CHECK(tracking["chosen"] == chosen);
  CHECK(tracking["model"].is_string());
  CHECK(tracking["cut"] == bookstore()["choice"]["cut"]);
  CHECK(tracking["weeks"][0]["from"] == bookstore()["choice"]["from"]);
  CHECK(tracking["weeks"].back()["judged"] == true);
  CHECK(tracking["dispersion"] >= 1);
  CHECK(tracking["ahead"].size() == (chosen ? 12 : 0));
  CHECK_FALSE(bookstore().contains("tracking_reason"));
  const json none = report_of("date,customer,total\n2024-01-01,a,5\n");
  CHECK(none["tracking"].is_null());
  CHECK(none["tracking_reason"] == "too_short");
}

TEST_CASE("this week's cards say what they are made of", "[wire][report]") {
  const json& week = bookstore()["this_week"];
  CHECK(week["as_of"] == bookstore()["metrics"]["as_of"]);
  REQUIRE_FALSE(week["cards"].empty());
  for (const json& card : week["cards"]) {
    CHECK(card["customers"] > 0);
    CHECK(card["money"].is_number());
    CHECK(card["money_of"].is_string());
  }
  const json none = report_of("date,customer,total\n2024-01-01,a,5\n")["this_week"];
  CHECK(none["cards"].empty());
  REQUIRE(none["unjudged"].size() == 3);
  CHECK(none["unjudged"][0] == json{{"kind", "due_not_come"}, {"reason", "too_little_data"}});
}

TEST_CASE("the grid of the chosen model opens its customers", "[wire][report]") {
  CHECK(report_of("date,customer,total\n2024-01-01,a,5\n")["frequency_recency"].is_null());
  const auto path = real_data("cdnow/cdnow_CLVTools.csv");
  if (!path) return;
  const auto session = open_shop(read_file(*path));
  const Result<Report> report = session->analyze({});
  REQUIRE(report);
  const json grid = to_json(*report)["frequency_recency"];
  REQUIRE(grid.is_object());
  CHECK(grid["model"] == to_json(*report)["chosen"]);
  CHECK(grid["last_is_open"] == true);
  const std::size_t columns = grid["since_last_from"].size();
  REQUIRE(grid["cells"].size() == grid["frequencies"].size() * columns);
  std::int64_t all = 0;
  for (const json& cell : grid["cells"]) {
    CustomerQuery query;
    query.frequency_from = cell["frequency"].get<std::int32_t>();
    if (cell["frequency"] != grid["frequencies"].back()) query.frequency_to = query.frequency_from;
    query.days_since_last_from = cell["since_from"].get<std::int32_t>();
    query.days_since_last_to = cell["since_to"].get<std::int32_t>();
    const Result<CustomerPage> page = session->customers(query);
    REQUIRE(page);
    CHECK(page->total == cell["customers"].get<std::int64_t>());
    all += page->total;
  }
  CHECK(all == 2357);
}

}  // namespace regulars::wire
