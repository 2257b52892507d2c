#include "core/loyalty/points.h"

#include <string>
#include <vector>

#include "core/loyalty/earning.h"
#include "core/loyalty/program.h"
#include "tests/loyalty/rules.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {

namespace {

Program with_points(const std::string& points, const std::string& others = "") {
  const auto compiled = compile_program(
      value(R"({"points": )" + points + (others.empty() ? "" : ", ") + others + "}"));
  INFO(points);
  if (!compiled) FAIL(compiled.error().detail);
  return *compiled;
}

Program earning(const std::string& rules, const std::string& others = "") {
  return with_points(R"({"earn": [)" + rules + "]" + (others.empty() ? "" : ", ") + others + "}");
}

std::string refusal_of(const std::string& json) {
  const auto compiled = compile_program(value(json));
  if (compiled) return "accepted";
  CHECK(compiled.error().code == ErrorCode::invalid_program);
  return compiled.error().detail;
}

std::string refusal_of_rule(const std::string& rule) {
  return refusal_of(R"({"points": {"earn": [)" + rule + "]}}");
}

EarnFacts of_amount(double amount) {
  EarnFacts facts;
  facts[EarnFact::amount] = Term::of(amount);
  return facts;
}

// What an order of an amount earns on a day.
std::int64_t earned(const Program& program, double amount, std::string_view on_day = "2026-03-02") {
  Earner earner(*program.points);
  earner.begin_customer();
  return earner.earn(Occasion::order, {}, of_amount(amount), day(on_day)).points;
}

constexpr const char* kSpent = R"({"id": "spent", "points": {"var": "amount"}})";

}  // namespace

// Source: Setono Sylius loyalty plugin, EarningCalculator, whose own order of rounding gives 13.
TEST_CASE("points are summed, multiplied and rounded once", "[loyalty][points]") {
  const std::string half_more = std::string(kSpent) + R"(, {"times": 1.5})";
  CHECK(earned(earning(half_more), 9.99) == 14);
  CHECK(earned(earning(kSpent), 10.50) == 10);
  CHECK(earned(earning(std::string(kSpent) + R"(, {"times": 2}, {"times": 1.5})"), 10) == 30);
}

TEST_CASE("the rounding is the one that is named", "[loyalty][points]") {
  const auto in_mode = [](const std::string& mode, double amount) {
    return earned(earning(kSpent, R"("rounding": ")" + mode + "\""), amount);
  };
  CHECK(in_mode("down", 2.5) == 2);
  CHECK(in_mode("up", 2.5) == 3);
  CHECK(in_mode("up", 2.0) == 2);
  CHECK(in_mode("half_up", 2.5) == 3);
  CHECK(in_mode("half_up", 2.49) == 2);
  CHECK(in_mode("half_even", 2.5) == 2);
  CHECK(in_mode("half_even", 3.5) == 4);
  CHECK(earned(earning(R"({"points": {"*": [{"var": "amount"}, 10]}})"), 4.35) == 43);
}

TEST_CASE("each rule's part of what was earned adds up to it", "[loyalty][points]") {
  const Program program = earning(
      R"({"points": {"*": [{"var": "amount"}, 0.5]}}, {"points": {"*": [{"var": "amount"}, 0.25]}},
         {"times": 1.5})");
  Earner earner(*program.points);
  earner.begin_customer();
  for (int cents = 1; cents < 2000; cents += 7) {
    const Earned& all =
        earner.earn(Occasion::order, {}, of_amount(cents / 100.0), day("2026-03-02"));
    std::int64_t sum = 0;
    for (const EarnAnswer& answer : all.answers) sum += answer.points;
    REQUIRE(sum == all.points);
    REQUIRE(all.points == cents * 3 * 3 / (4 * 2 * 100));
  }
}

TEST_CASE("of a group only the rule that gives most counts", "[loyalty][points]") {
  const Program program = earning(
      R"({"id": "a", "points": 10, "group": "one"}, {"id": "b", "points": {"var": "amount"}, "group": "one"},
         {"id": "c", "points": 3})");
  CHECK(earned(program, 8) == 13);
  CHECK(earned(program, 20) == 23);
  Earner earner(*program.points);
  earner.begin_customer();
  const Earned& all = earner.earn(Occasion::order, {}, of_amount(10), day("2026-03-02"));
  CHECK(all.points == 13);
  CHECK(all.answers[0].verdict == EarnVerdict::counted);  // of equals the first
  CHECK(all.answers[1].verdict == EarnVerdict::outdone);
}

TEST_CASE("a limit counts by the shop's calendar", "[loyalty][points]") {
  const Program program =
      earning(R"({"points": 10, "limit": {"times": 2, "points": 15, "per": "month"}})");
  Earner earner(*program.points);
  const auto on = [&](std::string_view text) {
    return earner.earn(Occasion::order, {}, of_amount(1), day(text)).points;
  };
  earner.begin_customer();
  CHECK(on("2026-03-02") == 10);
  CHECK(on("2026-03-09") == 5);
  CHECK(on("2026-03-31") == 0);
  CHECK(on("2026-04-01") == 10);
  earner.begin_customer();
  CHECK(on("2026-04-02") == 10);
  const Program weekly = earning(R"({"points": 1, "limit": {"times": 1, "per": "week"}})");
  Earner by_week(*weekly.points);
  by_week.begin_customer();
  CHECK(by_week.earn(Occasion::order, {}, of_amount(1), day("2026-03-01")).points == 1);  // Sunday
  CHECK(by_week.earn(Occasion::order, {}, of_amount(1), day("2026-03-02")).points == 1);  // Monday
  CHECK(by_week.earn(Occasion::order, {}, of_amount(1), day("2026-03-08")).points == 0);
}

TEST_CASE("a rule holds from its first day to its last", "[loyalty][points]") {
  const Program program = earning(R"({"points": 5, "from": "2026-03-01", "until": "2026-03-31"})");
  CHECK(earned(program, 1, "2026-02-28") == 0);
  CHECK(earned(program, 1, "2026-03-01") == 5);
  CHECK(earned(program, 1, "2026-03-31") == 5);
  CHECK(earned(program, 1, "2026-04-01") == 0);
}

TEST_CASE("what is missing never earns", "[loyalty][points]") {
  const Program program = earning(
      R"({"when": {">": [{"var": "score"}, 3]}, "points": 5}, {"points": {"var": "score"}})");
  Earner earner(*program.points);
  earner.begin_customer();
  const Earned& all = earner.earn(Occasion::order, {}, of_amount(10), day("2026-03-02"));
  CHECK(all.points == 0);
  CHECK(all.is_unknown);
}

TEST_CASE("events are known by their word in any capitals", "[loyalty][points]") {
  const Program program = earning(
      R"({"on": "event", "event": "Review", "points": 25}, {"on": "birthday", "points": 100})");
  Earner earner(*program.points);
  earner.begin_customer();
  CHECK(earner.earn(Occasion::event, "review", {}, day("2026-03-02")).points == 25);
  CHECK(earner.earn(Occasion::event, "visit", {}, day("2026-03-02")).points == 0);
  CHECK(earner.earn(Occasion::birthday, {}, {}, day("2026-03-02")).points == 100);
  CHECK(earner.answers(Occasion::event));
  CHECK_FALSE(earner.answers(Occasion::order));
}

TEST_CASE("a plan that cannot be run is refused with the path of the field", "[loyalty][points]") {
  CHECK(refusal_of(R"({"points": {}})") == "points.earn: has no rule");
  CHECK(refusal_of(R"({"points": {"earn": [{"points": 1}], "expirey": "1Y"}})") ==
        "points.expirey: is no field here, nearest is \"expiry\"");
  CHECK(refusal_of_rule(R"({"points": 1, "times": 2})") ==
        "points.earn[0].points: and times stand in one rule");
  CHECK(refusal_of_rule(R"({"points": -1})") ==
        "points.earn[0].points: must be from 0 to 1000000000000000");
  CHECK(refusal_of_rule(R"({"times": -2})") ==
        "points.earn[0].times: must be from 0 to 1000000000000000");
  CHECK(refusal_of_rule(R"({"on": "ordre", "points": 1})") ==
        "points.earn[0].on: \"ordre\" is unknown, nearest is \"order\"");
  CHECK(refusal_of_rule(R"({"points": {"var": "amonut"}})") ==
        "points.earn[0].points.var: unknown fact \"amonut\", nearest is \"amount\"");
  CHECK(refusal_of_rule(R"({"points": 1, "when": {"==": [{"var": "tier"}, "gold"]}})")
            .find("unknown fact \"tier\"") != std::string::npos);
  CHECK(refusal_of_rule(R"({"points": 1, "from": "2026-02-30"})") ==
        "points.earn[0].from: \"2026-02-30\" is no day like \"2026-01-31\"");
  CHECK(refusal_of_rule(R"({"points": 1, "limit": {"times": 0}})") ==
        "points.earn[0].limit.times: must be a whole number from 1 to 1000000000000000");
  CHECK(refusal_of(R"({"points": {"earn": [{"points": 1}], "pending": "14 days"}})")
            .find("points.pending: \"14 days\" is no duration") == 0);
  CHECK(
      refusal_of(
          R"({"points": {"earn": [{"points": 1}]}, "tiers": {"steps": [{"name": "a"}, {"name": "b"}]}})") ==
      "tiers.steps[1].from: must be above that of the tier before");
  CHECK(
      refusal_of(R"({"rules": [{"when": true, "amount": 1}], "tiers": {"steps": [{"name": "a"}]}})")
          .find("tiers: need points") == 0);
}

TEST_CASE("a rule may ask for the tiers that there are and no others", "[loyalty][points]") {
  const auto asking = [](const std::string& tier) {
    return refusal_of(
        R"({"tiers": {"steps": [{"name": "bronze"}, {"name": "gold", "from": 500}]},
            "points": {"earn": [{"points": 1, "when": {"==": [{"var": "tier"}, ")" +
        tier + R"("]}}]}})");
  };
  CHECK(asking("gold") == "accepted");
  CHECK(asking("glod").find("\"gold\"") != std::string::npos);
}

TEST_CASE("a plan is written as it was read", "[loyalty][points]") {
  const std::string json =
      R"({"name": "Club", "version": 2, "unit": "points", "mode": "sum", "rules": [], "margin": 0.4,
          "tiers": {"by": "orders", "steps": [{"name": "all"}, {"name": "regulars", "from": 10}]},
          "points": {"earn": [{"id": "spent", "points": {"var": "amount"}}], "expiry": "12M_UD"}})";
  const auto program = compile_program(value(json));
  REQUIRE(program);
  CHECK(document_of(*program) == value(json));
}

// Source: Smile, where the rule of a tier and the default rule both pay.
TEST_CASE("a rule for everybody beside one for a tier is pointed out", "[loyalty][points]") {
  const std::string tiers =
      R"("tiers": {"steps": [{"name": "bronze"}, {"name": "silver", "from": 500}]})";
  const std::string silver =
      R"({"id": "silver", "when": {"==": [{"var": "tier"}, "silver"]}, "points": 2)";
  const auto pairs = [&](const std::string& rules) {
    return earned_twice(*with_points(R"({"earn": [)" + rules + "]}", tiers).points).size();
  };
  CHECK(pairs(std::string(kSpent) + ", " + silver + "}") == 1);
  CHECK(pairs(R"({"points": 1, "group": "g"}, )" + silver + R"(, "group": "g"})") == 0);
  CHECK(pairs(silver + "}") == 0);
}

TEST_CASE("the terms of spending are in the currency's coins", "[loyalty][points]") {
  const auto terms = redemption_terms({.step = 100, .value = 1, .percent = 30, .least = 0}, 2);
  REQUIRE(terms);
  const Redemption redemption = redeemable(950, 950, Money{2490}, *terms);
  CHECK(redemption.points == 700);
  CHECK(redemption.paid == Money{700});
  CHECK_FALSE(redemption_terms({.step = 1, .value = 0.001, .percent = 100, .least = 0}, 2));
}

}  // namespace regulars
