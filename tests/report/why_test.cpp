#include "core/report/why.h"

#include <string>

#include "core/wire/program.h"
#include "core/wire/why.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

constexpr std::string_view kShop =
    "order,date,customer,amount\n"
    "1,2025-03-01,ann,300\n2,2025-09-01,ann,187.70\n"
    "3,2025-04-01,ben,40\n4,2025-05-01,ben,40\n"
    "5,2025-12-31,cora,10\n";

constexpr std::string_view kClub = R"({
  "name": "Club",
  "rules": [{"id": "big", "when": {">=": [{"var": "revenue"}, 500]}, "amount": 20},
            {"id": "thrice", "when": {">=": [{"var": "orders"}, 3]}, "amount": 5}],
  "tiers": {"by": "spend", "window": "rolling", "length": "365D", "term": "1Y",
            "steps": [{"name": "Bronze", "from": 0}, {"name": "Silver", "from": 300},
                      {"name": "Gold", "from": 500}]},
  "points": {"earn": [{"id": "each", "on": "order", "points": {"var": "amount"}}],
             "expiry": "1Y", "redeem": {"step": 100, "value": 1}}})";

std::unique_ptr<Session> club() {
  auto session = open_shop(kShop);
  const auto program = wire::parse_program(kClub);
  if (!program) FAIL(program.error().detail);
  REQUIRE(session->analyze(
      {.as_of = {}, .program = *program, .cleaning = {}, .cohorts = {}, .rfm = {}}));
  return session;
}

}  // namespace

TEST_CASE("a customer is told what is missing until when", "[report][why]") {
  const auto session = club();
  const auto ann = session->why(CustomerId{0});
  REQUIRE(ann);
  REQUIRE(ann->rules.size() == 2);
  CHECK(ann->rules[0].standing == RuleStanding::refused);
  REQUIRE(ann->rules[0].ways.size() == 1);
  CHECK(ann->rules[0].ways[0].steps[0].missing == 12'30);
  CHECK(ann->rules[0].ways[0].steps[0].has == 487'70);
  REQUIRE(ann->tier);
  CHECK(ann->tier->tier == 1);
  CHECK(ann->tier->amount == 487'70);
  CHECK(ann->tier->to_next == 12'30);
  // The order of 1 March counts 365 days.
  CHECK(ann->tier->until == day("2026-02-28"));
  // Silver since 1 March, for a year: then only the order of September is left, but whoever is Gold
  // by then has not lost it.
  CHECK(ann->tier->keep_by == day("2026-02-28"));
  CHECK(ann->tier->to_keep == 12'30);
  REQUIRE(ann->points);
  CHECK(ann->points->active == 487);
  CHECK(ann->points->next_step == 500);
  CHECK(ann->points->pays.minor == 5'00);
  CHECK(ann->points->pays_now.minor == 4'00);
  CHECK(ann->points->expiring == 300);
  CHECK(ann->points->expires_on == day("2026-02-28"));
}

TEST_CASE("who is nearly there comes in the order of what it takes", "[report][why]") {
  const auto session = club();
  const auto near = session->nearly();
  REQUIRE(near);
  // Cora misses two orders, and a tier by thirty of hers.
  REQUIRE((*near)->size() == 2);
  const Near& ann = (*near)->at(0);
  CHECK(ann.place == 0);
  CHECK(ann.effort == Effort::spend);
  CHECK(ann.missing == 12'30);
  CHECK(ann.gain == 20'00);
  const Near& ben = (*near)->at(1);
  CHECK(ben.place == 1);
  CHECK(ben.missed == Missed::reward);
  CHECK(ben.effort == Effort::orders);
  CHECK(ben.missing == 1);
  CHECK(ben.gain == 5'00);
  const auto csv = session->csv(CsvKind::nearly, 0);
  REQUIRE(csv);
  CHECK(csv->text ==
        "customer,name,missed,tier,gain,effort,missing,has,needed,until\r\n"
        "ann,,reward,,20.00,spend,12.30,487.70,500.00,\r\n"
        "ben,,reward,,5.00,orders,1,2,3,\r\n");
}

TEST_CASE("the explanation crosses the wire as it is", "[wire][why]") {
  const auto session = club();
  const auto ann = session->why(CustomerId{0});
  REQUIRE(ann);
  const auto told = wire::to_json(*session->analysis(), *ann);
  CHECK(told["rules"][0]["standing"] == "refused");
  CHECK(told["rules"][0]["when"]["joint"] == "comparison");
  CHECK(told["rules"][0]["when"]["truth"] == false);
  CHECK(told["rules"][0]["when"]["because"][0]["unit"] == "money");
  CHECK(told["rules"][0]["when"]["because"][0]["means"] == "buying");
  const auto& step = told["rules"][0]["ways"][0]["steps"][0];
  CHECK(step["effort"] == "spend");
  CHECK(step["needed"] == 500'00);
  CHECK(step["on"].is_null());
  CHECK(told["tier"]["next"] == "Gold");
  CHECK(told["tier"]["until"] == "2026-02-28");
  const auto near = session->nearly();
  REQUIRE(near);
  const auto list = wire::nearly_json(*session->analysis(), **near, 1);
  CHECK(list["total"] == 2);
  CHECK(list["rows"].size() == 1);
  CHECK(list["rows"][0]["customer"] == "ann");
}

TEST_CASE("without points there is neither tier nor balance", "[report][why]") {
  const auto session = open_shop(kShop);
  REQUIRE(session->analyze({}));
  const auto ann = session->why(CustomerId{0});
  REQUIRE(ann);
  CHECK_FALSE(ann->tier);
  CHECK_FALSE(ann->points);
  CHECK(ann->rules.size() == 3);
  CHECK_FALSE(session->why(CustomerId{99}));
}

}  // namespace regulars
