#include "core/loyalty/backtest.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/loyalty/invariants.h"
#include "tests/loyalty/rules.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {

namespace {

constexpr std::string_view kOrders =
    "order_id,customer_id,date,product,category,amount\n"
    "1,ann,2026-01-10,Oolong,Tea,30.00\n"
    "2,ben,2026-01-20,Novel,Books,12.50\n"
    "3,ann,2026-02-05,Novel,Books,24.90\n"
    "4,ann,2026-03-01,Oolong,Tea,10.00\n"
    "5,cat,2026-03-02,Oolong,Tea,9.99\n"
    "6,ann,2026-04-15,Oolong,Tea,40.00\n";

Program program(const std::string& json) {
  const auto compiled = compile_program(value(json));
  INFO(json);
  if (!compiled) FAIL(compiled.error().detail);
  return *compiled;
}

const SpendingOutcome& of(const Backtest& result, Spending spending) {
  return result.spending[static_cast<std::size_t>(spending)];
}

}  // namespace

TEST_CASE("a back-test is the ledger of the orders that were", "[loyalty][backtest]") {
  const auto table = read_shop(kOrders);
  const OrderBook book(*table);
  // A point a unit, a hundred of them worth a unit; ten at a time.
  const Program club = program(
      R"({"points": {"earn": [{"id": "spent", "points": {"var": "amount"}},
                              {"id": "tea", "when": {"in": ["Tea", {"var": "categories"}]}, "times": 2}],
                     "redeem": {"step": 10, "value": 0.10}}, "margin": 0.5})");
  const Backtest result = backtest(book, club, {.from = {}, .as_of = day("2026-04-30")});
  CHECK(result.from == day("2026-01-10"));
  CHECK(result.customers == 3);
  CHECK(result.rewarded == 3);
  CHECK(result.occasions == 6);
  CHECK(result.undecided == 0);
  // 60 + 12 + 24 + 20 + 19 + 80
  CHECK(result.earned == 215);
  CHECK(result.rules[0].times == 6);
  CHECK(result.rules[0].customers == 3);
  CHECK(result.rules[0].points == 215);
  CHECK(result.rules[1].times == 4);
  CHECK(result.rules[1].customers == 2);
  const SpendingOutcome& never = of(result, Spending::never);
  CHECK(never.balances.issued == 215);
  CHECK(never.balances.active == 215);
  CHECK(never.redeemed == Money{0});
  CHECK(never.outstanding == Money{215});
  CHECK(never.months.size() == 4);
  CHECK(never.months[0].points.issued == 72);
  CHECK(never.months[3].points.closing == 215);
  // Ann pays 60 on 5 February, 20 of 24 on 1 March, 20 of 24 on 15 April.
  const SpendingOutcome& all = of(result, Spending::at_once);
  CHECK(all.balances.redeemed == 100);
  CHECK(all.redeemed == Money{100});
  CHECK(all.customers == 1);
  CHECK(all.balances.active == 115);
  CHECK(all.months[1].points.redeemed == 60);
  CHECK(all.months[1].redeemed == Money{60});
  const BreakEven answer = break_even(result, club);
  CHECK(answer.cost == Money{215});
  CHECK(*answer.revenue_share == Approx(2.15 / 127.39));
  CHECK(*answer.uplift == Approx(2 * 2.15 / 127.39));
}

TEST_CASE("points wait, lapse and run out as the program says", "[loyalty][backtest]") {
  const auto table = read_shop(kOrders);
  const OrderBook book(*table);
  const Program club = program(
      R"({"points": {"earn": [{"points": {"var": "amount"}}], "pending": "14D", "expiry": "1M_UD"}})");
  const Backtest result = backtest(book, club, {.from = {}, .as_of = day("2026-04-30")});
  const Balances balances = of(result, Spending::never).balances;
  CHECK(balances.issued == 125);
  CHECK(balances.expired == 85);
  CHECK(balances.active == 40);  // of 15 April, usable since the 29th
  CHECK(balances.pending == 0);
  const Program small = program(R"({"points": {"earn": [{"points": 400}], "budget": 1000}})");
  const Backtest spent = backtest(book, small, {.from = {}, .as_of = day("2026-04-30")});
  CHECK(spent.earned == 800);
  CHECK(*spent.budget_left == 200);
  CHECK(*spent.exhausted == day("2026-02-05"));
  const Program partial =
      program(R"({"points": {"earn": [{"points": 400}], "budget": 1000, "shortfall": "partial"}})");
  const Backtest whole = backtest(book, partial, {.from = {}, .as_of = day("2026-04-30")});
  CHECK(whole.earned == 1000);
  CHECK(*whole.budget_left == 0);
  StoryTeller stories(book, partial, whole);
  const CustomerStory ann = stories.of(book.customer_of(0));
  REQUIRE(ann.earnings.size() == 4);
  CHECK(ann.earnings[0].points == 400);
  CHECK(ann.earnings[1].points == 200);
  CHECK(ann.earnings[2].points == 0);
}

TEST_CASE("an order is paid by the tier that was in force before it", "[loyalty][backtest]") {
  const auto table = read_shop(kOrders);
  const OrderBook book(*table);
  const auto with_basis = [&](const std::string& by, const std::string& from) {
    return program(
        R"({"tiers": {"by": ")" + by +
        R"(", "window": "lifetime", "steps": [{"name": "new"}, {"name": "regular", "from": )" +
        from + R"(}]},
        "points": {"earn": [{"points": 1}, {"id": "regulars", "when": {"==": [{"var": "tier"}, "regular"]}, "points": 100}]}})");
  };
  const auto regulars = [&](const std::string& by, const std::string& from) {
    const Backtest result =
        backtest(book, with_basis(by, from), {.from = {}, .as_of = day("2026-04-30")});
    CHECK(result.tiers[0].customers + result.tiers[1].customers == 3);
    CHECK(result.tiers[1].customers == 1);
    CHECK(result.tiers[1].reached == 1);
    return result.rules[1].times;
  };
  CHECK(regulars("spend", "50") == 2);  // 54.90 after the second of four orders
  CHECK(regulars("spend", "54.90") == 2);
  CHECK(regulars("spend", "54.91") == 1);
  CHECK(regulars("orders", "3") == 1);
  CHECK(regulars("points", "2") == 2);
}

TEST_CASE("facts of an order are those of its day", "[loyalty][backtest]") {
  const auto table = read_shop(kOrders);
  const OrderBook book(*table);
  const auto times = [&](const std::string& when) {
    const Program asked =
        program(R"({"points": {"earn": [{"when": )" + when + R"(, "points": 1}]}})");
    return backtest(book, asked, {.from = {}, .as_of = day("2026-04-30")}).rules[0].times;
  };
  CHECK(times(R"({"==": [{"var": "orders"}, 1]})") == 3);
  CHECK(times(R"({">=": [{"var": "revenue"}, 54.9]})") == 3);
  CHECK(times(R"({">": [{"var": "days_since_last"}, 30]})") == 1);
  CHECK(times(R"({"<": [{"var": "days_since_first"}, 27]})") == 4);
  CHECK(times(R"({"==": [{"var": "weekday"}, 7]})") == 1);  // 1 March 2026
  CHECK(times(R"({"==": [{"var": "month"}, 1]})") == 2);
  CHECK(times(R"({">": [{"var": "date"}, "2026-03-01"]})") == 2);
  CHECK(times(R"({"in": ["Books", {"var": "categories"}]})") == 2);
}

TEST_CASE("birthdays and anniversaries come round after the first order", "[loyalty][backtest]") {
  auto table = read_shop(
      "order_id,customer_id,date,amount\n1,ann,2024-02-29,10\n2,ben,2024-06-01,10\n3,ann,2026-03-"
      "05,10\n");
  read_into(*table,
            "customer_id,birthday,joined\nann,1990-03-01,2024-01-01\nben,1980-12-24,2024-01-01\n");
  const OrderBook book(*table);
  const Program club = program(
      R"({"points": {"earn": [{"id": "b", "on": "birthday", "points": 100}, {"id": "a", "on": "anniversary", "points": 10}]}})");
  const Backtest result = backtest(book, club, {.from = {}, .as_of = day("2026-03-05")});
  CHECK(result.rules[0].times == 5);  // ann on 1 March of three years, ben on two Christmas Eves
  CHECK(result.rules[1].times == 3);  // 28 February 2025 and 2026, 1 June 2025
  CHECK(result.earned == 530);
}

TEST_CASE("the story of each customer adds up to the whole", "[loyalty][backtest][properties]") {
  Rng rng(20261122);
  std::string csv = "order_id,customer_id,date,amount\n";
  for (int i = 0; i < 400; ++i)
    csv += std::to_string(i + 1) + ",c" + std::to_string(rng.below(40)) + ",2025-" +
           (i / 40 < 9 ? "0" : "") + std::to_string(i / 40 + 1) + "-" +
           std::to_string(10 + rng.below(18)) + "," + std::to_string(5 + rng.below(90)) + ".50\n";
  const auto table = read_shop(csv);
  const OrderBook book(*table);
  // The back-test asks its rules over columns, the stories one by one.
  for (const std::string climbed_by : {"spend", "orders", "points"})
    for (const std::string budget : {"", R"("budget": 12000, "shortfall": "partial",)"}) {
      INFO(climbed_by << budget);
      const Program club = program(R"({"tiers": {"by": ")" + climbed_by +
                                   R"(", "steps": [{"name": "one"}, {"name": "two", "from": )" +
                                   (climbed_by == "orders" ? "4" : "300") + R"(}]},
              "points": {"earn": [{"points": {"var": "amount"}}, {"when": {"==": [{"var": "tier"}, "two"]}, "times": 1.5},
                                  {"points": 7, "limit": {"times": 1, "per": "quarter"}},
                                  {"points": {"var": "orders"}, "group": "best"},
                                  {"when": {">": [{"var": "amount"}, 60]}, "points": 4, "group": "best"},
                                  {"when": {">": [{"var": "days_since_last"}, 20]}, "points": 30, "limit": {"points": 40}}],
                         "pending": "7D", "expiry": "3M", )" +
                                   budget + R"(
                         "redeem": {"step": 50, "value": 0.5, "percent": 40}}})");
      const Backtest result = backtest(book, club, {.from = {}, .as_of = day("2025-12-31")});
      StoryTeller stories(book, club, result);
      Balances sum;
      std::int64_t points = 0;
      std::vector<EarnTotals> rules(club.points->earn.size());
      std::vector<std::int64_t> tiers(club.tiers->steps.size());
      for (std::int32_t customer = 0; customer < book.customers(); ++customer) {
        const CustomerStory story = stories.of(CustomerId{customer});
        CHECK_FALSE(find_breach(story.ledger).has_value());
        const Balances own = balances_at(story.ledger, story.ledger.as_of);
        sum.issued += own.issued;
        sum.redeemed += own.redeemed;
        sum.expired += own.expired;
        sum.active += own.active;
        sum.pending += own.pending;
        ++tiers[story.tiers->standing.tier];
        for (const CustomerEarning& earning : story.earnings) {
          points += earning.points;
          for (const EarnAnswer& answer : earning.earned.answers) {
            rules[answer.rule].times += answer.verdict == EarnVerdict::counted;
            rules[answer.rule].points += answer.points;
          }
        }
      }
      const SpendingOutcome& all = of(result, Spending::at_once);
      CHECK(all.balances == sum);
      CHECK(points == result.earned);
      for (std::size_t i = 0; i < rules.size(); ++i) {
        CHECK(rules[i].times == result.rules[i].times);
        CHECK(rules[i].points == result.rules[i].points);
        CHECK(rules[i].times > 0);
      }
      for (std::size_t i = 0; i < tiers.size(); ++i) CHECK(tiers[i] == result.tiers[i].customers);
      CHECK(tiers[1] > 0);
      if (!budget.empty()) CHECK(result.earned + *result.budget_left == 12000);
      for (const SpendingOutcome& outcome : result.spending)
        for (const BacktestMonth& month : outcome.months)
          CHECK(month.points.opening + month.points.issued - month.points.redeemed -
                    month.points.expired - month.points.revoked ==
                month.points.closing);
    }
}

TEST_CASE("rows in another order give the same back-test", "[loyalty][backtest]") {
  std::string csv = "order_id,customer_id,date,product,category,amount\n";
  std::vector<std::string> rows;
  for (std::size_t at = kOrders.find('\n') + 1; at < kOrders.size();) {
    const std::size_t end = kOrders.find('\n', at);
    rows.emplace_back(kOrders.substr(at, end - at));
    at = end + 1;
  }
  for (std::size_t i = rows.size(); i-- > 0;) csv += rows[i] + "\n";
  const Program small = program(R"({"points": {"earn": [{"points": 400}], "budget": 1000}})");
  const auto run = [&](std::string_view text) {
    const auto table = read_shop(text);
    const OrderBook book(*table);
    const Backtest result = backtest(book, small, {.from = {}, .as_of = day("2026-04-30")});
    std::vector<std::pair<std::string, std::int64_t>> earned;
    for (std::int32_t i = 0; i < book.customers(); ++i)
      earned.emplace_back(table->customers.text(i),
                          result.of_customers[static_cast<std::size_t>(i)].earned);
    std::sort(earned.begin(), earned.end());
    return earned;
  };
  CHECK(run(csv) == run(kOrders));
}

// Source: Fleiss, Levin, Paik (2003), table A.3 without continuity correction; recomputed.
TEST_CASE("a test needs as many customers as the textbook says", "[loyalty][backtest]") {
  CHECK(customers_for_test(0.10, 0.15) == 686);
  CHECK(customers_for_test(0.50, 0.60) == 388);
}

}  // namespace regulars
