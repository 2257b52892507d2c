#include "core/wire/backtest.h"

#include <string>

#include "core/wire/options.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"
#include "tests/support/shop.h"

namespace regulars {

using nlohmann::json;

namespace {

// A session that has analyzed an orders file with a program.
std::unique_ptr<Session> analyzed(std::string_view orders, const json& program) {
  auto session = open_shop(orders);
  const auto options = wire::analyze_options({{"program", program}});
  if (!options) FAIL(options.error().detail);
  REQUIRE(session->analyze(*options));
  return session;
}

}  // namespace

TEST_CASE("each program of the examples runs over the sample bookstore", "[wire][backtest]") {
  const std::string orders = read_file("examples/bookstore/orders.csv");
  for (const std::string name :
       {"points", "cash_back", "bookstore", "cafe", "relationship", "vip"}) {
    INFO(name);
    const json program =
        json::parse(read_file("examples/programs/" + name + ".json"), nullptr, false);
    REQUIRE(program.is_object());
    const auto session = analyzed(orders, program);
    const json result = wire::backtest_json(*session->analysis());
    CHECK(result["earned"] > 0);
    CHECK(
        wire::rewards_json(*session->analysis(), wire::outcome_of(*session->analysis()))["warnings"]
            .empty());
    CHECK(result["rules"].size() == program["points"]["earn"].size());
    std::int64_t of_segments = 0;
    for (const json& segment : result["segments"])
      of_segments += segment["earned"].get<std::int64_t>();
    CHECK(of_segments == result["earned"]);
    for (const json& spending : result["spending"]) {
      const json& balances = spending["balances"];
      CHECK(balances["issued"] == result["earned"]);
      std::int64_t opening = 0;
      for (const json& month : spending["months"]) {
        CHECK(month["opening"] == opening);
        opening = month["closing"];
      }
      CHECK(opening == balances["active"].get<std::int64_t>() +
                           balances["pending"].get<std::int64_t>() -
                           balances["debt"].get<std::int64_t>());
    }
    std::int64_t of_tiers = 0;
    for (const json& tier : result["tiers"]) of_tiers += tier["customers"].get<std::int64_t>();
    CHECK(of_tiers ==
          (program.contains("tiers") ? session->analysis()->metrics.customers.value : 0));
  }
}

TEST_CASE("awards say what each customer has and would have, and the ledger how",
          "[wire][backtest]") {
  const std::string orders =
      "order_id,customer_id,date,amount\n1,ann,2026-01-10,30.00\n2,ben,2026-01-20,12.50\n"
      "3,ann,2026-02-05,24.90\n";
  const auto session = analyzed(
      orders,
      {{"points",
        {{"earn",
          {{{"id", "spent"}, {"points", {{"var", "amount"}}}}, {{"id", "double"}, {"times", 2}}}},
         {"redeem", {{"step", 10}, {"value", 0.1}}}}}});
  const json awards = wire::awards_json(*session->analysis(), 0, 1);
  CHECK(awards["total"] == 2);
  REQUIRE(awards["rows"].size() == 1);
  CHECK(awards["rows"][0]["customer"] == "ann");
  CHECK(awards["rows"][0]["earned"] == 109);
  CHECK(awards["rows"][0]["balance"] == 109);
  CHECK(awards["rows"][0]["redeemed"] == 60);
  CHECK(awards["rows"][0]["tier"].is_null());
  const auto csv = session->csv(CsvKind::ledger, 0);
  REQUIRE(csv);
  CHECK(csv->text ==
        "customer,name,time,entry,source,rules,pending,active,debt,issued,redeemed,expired,"
        "revoked\r\n"
        "ann,,2026-01-10,earn,1,spent 60; double x2,0,60,0,60,0,0,0\r\n"
        "ann,,2026-02-05,spend,3,,0,-60,0,0,60,0,0\r\n"
        "ann,,2026-02-05,earn,3,spent 49; double x2,0,49,0,49,0,0,0\r\n"
        "ben,,2026-01-20,earn,2,spent 25; double x2,0,25,0,25,0,0,0\r\n");
}

}  // namespace regulars
