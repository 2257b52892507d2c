// A tried program as the page reads it.
#include "core/wire/program_trial.h"

#include <string>

#include "core/wire/options.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {

using nlohmann::json;

namespace {

constexpr std::string_view kShop =
    "order,date,customer,amount\n1,2026-01-01,ann,10\n2,2026-01-02,ann,10\n3,2026-01-03,ann,10\n"
    "4,2026-01-01,ben,20\n";

json answer(const json& question) {
  const auto session = open_shop(kShop);
  REQUIRE(session->analyze({}));
  const auto query = wire::program_query(question);
  if (!query) FAIL(query.error().detail);
  const auto trial = session->program(query->program);
  REQUIRE(trial);
  return wire::to_json(*session->analysis(), *trial, query->limit);
}

}  // namespace

TEST_CASE("the answer names rules, sums and customers", "[wire][trial]") {
  const json program = json::parse(R"({"rules": [{"id": "all", "when": true, "amount": 8}]})");
  const json told = answer({{"program", program}});
  CHECK(told["rewards"]["granted"] == 1600);
  CHECK(told["rewards"]["rules"] ==
        json::parse(R"([{"rule": "all", "customers": 2, "granted": 1600}])"));
  CHECK(told["rewards"]["points"].is_null());
  const json& comparison = told["comparisons"].at(0);
  CHECK(comparison["by"] == "awards");
  CHECK(comparison["unit"] == "money");
  CHECK_FALSE(comparison.contains("reason"));
  CHECK(comparison["same"] == 0);
  CHECK(comparison["lose"]["customers"] == 0);
  CHECK(comparison["lose"]["average"].is_null());
  CHECK(comparison["gain"]["customers"] == 2);
  CHECK(comparison["gain"]["sum"] == 1100);
  CHECK(comparison["gain"]["average"] == 550.0);
  const json& first = comparison["gain"]["rows"].at(0);
  CHECK(first["customer"] == "ben");
  CHECK(first["before"] == 0);
  CHECK(first["after"] == 800);
  CHECK(first["segment"].is_string());
  CHECK(comparison["gain"]["rows"].size() == 2);
  CHECK(comparison["segments"].size() == 10);
  CHECK(answer({{"program", program}, {"limit", 1}})["comparisons"][0]["gain"]["rows"].size() == 1);
}

TEST_CASE("without a program the default one is tried", "[wire][trial]") {
  const json told = answer(nullptr);
  CHECK(told["rewards"]["program"] == "default");
  CHECK(told["comparisons"][0]["same"] == 2);
}

TEST_CASE("programs that cannot be compared say why", "[wire][trial]") {
  const json told = answer(json::parse(R"({"program": {"points": {"earn": [{"points": 3}]}}})"));
  CHECK(told["rewards"]["points"]["earned"] == 12);
  for (const json& comparison : told["comparisons"])
    CHECK(comparison["reason"] == "different_units");
}

TEST_CASE("what cannot be tried is refused with its place", "[wire][trial]") {
  const auto refused =
      wire::program_query(json::parse(R"({"program": {"rules": [{"when": true, "amount": -1}]}})"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::invalid_program);
  CHECK(refused.error().detail.starts_with("rules[0].amount: "));
  const auto many = wire::program_query({{"limit", 1001}});
  REQUIRE_FALSE(many);
  CHECK(many.error().code == ErrorCode::invalid_option);
  CHECK(many.error().detail == "limit");
}

}  // namespace regulars
