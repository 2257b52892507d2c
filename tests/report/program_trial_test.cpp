// Who gains and who loses by another program.
#include "core/report/program_trial.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "core/wire/program.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

// Ann has six orders, Ben three, Cem one: by the default program 10.00, 5.00 and nothing.
constexpr std::string_view kShop =
    "order,date,customer,amount\n1,2026-01-01,ann,10\n2,2026-01-02,ann,10\n3,2026-01-03,ann,10\n"
    "4,2026-01-04,ann,10\n5,2026-01-05,ann,10\n6,2026-01-06,ann,10\n7,2026-01-01,ben,20\n"
    "8,2026-01-02,ben,20\n9,2026-01-03,ben,20\n10,2026-02-01,cem,99.90\n";

Program program_from(std::string_view text) {
  auto program = wire::parse_program(text);
  if (!program) FAIL(program.error().detail);
  return *program;
}

ProgramTrial tried(Session& session, std::string_view text) {
  auto trial = session.program(program_from(text));
  REQUIRE(trial);
  return *trial;
}

std::unique_ptr<Session> shop_with(std::string_view text, std::string_view csv = kShop) {
  auto session = open_shop(csv);
  AnalyzeOptions options;
  if (!text.empty()) options.program = program_from(text);
  REQUIRE(session->analyze(options));
  return session;
}

std::int64_t change_of(const ProgramComparison& comparison) {
  const auto sum = [](const std::vector<std::int64_t>& all) {
    return std::accumulate(all.begin(), all.end(), std::int64_t{0});
  };
  return sum(comparison.after) - sum(comparison.before);
}

}  // namespace

TEST_CASE("a tried program says who gains, who loses and how much", "[report][trial]") {
  const auto session = shop_with("");
  const ProgramTrial trial = tried(*session, R"({"rules": [
      {"when": {">=": [{"var": "orders"}, 4]}, "amount": 7},
      {"when": {"<=": [{"var": "orders"}, 1]}, "amount": 1.5}]})");
  REQUIRE(trial.comparisons.size() == 1);
  const ProgramComparison& comparison = trial.comparisons[0];
  CHECK(comparison.by == CompareBy::awards);
  CHECK(comparison.unit == RewardUnit::money);
  CHECK(comparison.comparable);
  CHECK(comparison.before == std::vector<std::int64_t>{1000, 500, 0});
  CHECK(comparison.after == std::vector<std::int64_t>{700, 0, 150});
  CHECK(comparison.gain.places == std::vector<std::int32_t>{2});
  CHECK(comparison.gain.sum == 150);
  // Ben loses more than Ann, and stands first.
  CHECK(comparison.lose.places == std::vector<std::int32_t>{1, 0});
  CHECK(comparison.lose.sum == -800);
  CHECK(comparison.same == 0);
  CHECK(trial.granted.totals.granted == 850);
  CHECK(trial.granted.totals.customers_granted == 2);
  CHECK(trial.granted.totals.rules[1].customers == 1);
  // Nothing of the analysis changed.
  CHECK(session->analysis()->program.name == "default");
  CHECK(session->analysis()->awards == std::vector<std::int64_t>{1000, 500, 0});
}

TEST_CASE("the program in force compared with itself changes nothing for anybody",
          "[report][trial]") {
  for (const std::string name : {"", "points", "bookstore", "vip"}) {
    INFO(name);
    const std::string text =
        name.empty() ? std::string() : read_file("examples/programs/" + name + ".json");
    const auto session = shop_with(text, read_file("examples/bookstore/orders.csv"));
    const Analysis& analysis = *session->analysis();
    const ProgramTrial trial = try_program(analysis, analysis.program);
    CHECK(trial.granted.awards == analysis.awards);
    CHECK(trial.granted.totals.granted == analysis.rewards.granted);
    CHECK_FALSE(trial.comparisons.empty());
    for (const ProgramComparison& comparison : trial.comparisons) {
      CHECK(comparison.comparable);
      CHECK(comparison.same == static_cast<std::int64_t>(analysis.customers.size()));
      CHECK(comparison.gain.places.empty());
      CHECK(comparison.lose.places.empty());
    }
  }
}

TEST_CASE("gains and losses of the segments sum to those of the shop", "[report][trial]") {
  const auto session = shop_with(read_file("examples/programs/points.json"),
                                 read_file("examples/bookstore/orders.csv"));
  const ProgramTrial trial = tried(*session, read_file("examples/programs/vip.json"));
  REQUIRE(trial.comparisons.size() == 2);
  CHECK(trial.comparisons[0].by == CompareBy::points);
  CHECK(trial.comparisons[1].by == CompareBy::worth);
  for (const ProgramComparison& comparison : trial.comparisons) {
    SegmentChange all;
    for (const SegmentChange& segment : comparison.segments) {
      all.gain += segment.gain;
      all.lose += segment.lose;
      all.same += segment.same;
      all.sum += segment.sum;
    }
    CHECK(all.gain == static_cast<std::int64_t>(comparison.gain.places.size()));
    CHECK(all.lose == static_cast<std::int64_t>(comparison.lose.places.size()));
    CHECK(all.same == comparison.same);
    CHECK(all.sum == comparison.gain.sum + comparison.lose.sum);
    CHECK(all.sum == change_of(comparison));
  }
  // Nobody earns less where each tier earns at least as fast, and points are worth the same.
  CHECK(trial.comparisons[0].lose.places.empty());
  CHECK(trial.comparisons[0].gain.sum > 0);
  CHECK(trial.comparisons[1].lose.places.empty());
}

TEST_CASE("points are compared by what they pay where both programs redeem", "[report][trial]") {
  const std::string_view cheap =
      R"({"points": {"earn": [{"points": {"var": "amount"}}], "redeem": {"step": 100, "value": 1}}})";
  const auto session = shop_with(cheap);
  // Half as many points, each worth five times as much; and nothing below a whole unit.
  const ProgramTrial trial = tried(*session, R"({"points": {"earn": [
      {"points": {"/": [{"var": "amount"}, 2]}}], "redeem": {"step": 100, "value": 5}}})");
  REQUIRE(trial.comparisons.size() == 2);
  CHECK(trial.comparisons[0].before == std::vector<std::int64_t>{60, 60, 99});
  CHECK(trial.comparisons[0].after == std::vector<std::int64_t>{30, 30, 49});
  CHECK(trial.comparisons[1].unit == RewardUnit::money);
  CHECK(trial.comparisons[1].before == std::vector<std::int64_t>{60, 60, 99});
  CHECK(trial.comparisons[1].after == std::vector<std::int64_t>{150, 150, 245});
  // Where one of them cannot be spent there is no worth to compare.
  CHECK(tried(*session, R"({"points": {"earn": [{"points": 3}]}})").comparisons.size() == 1);
}

TEST_CASE("points are compared after the budget", "[report][trial]") {
  const auto session = shop_with(R"({"points": {"earn": [{"points": 10}]}})");
  const ProgramTrial trial =
      tried(*session, R"({"points": {"earn": [{"points": 10}], "budget": 40}})");
  REQUIRE(trial.comparisons.size() == 1);
  CHECK(trial.comparisons[0].before == std::vector<std::int64_t>{60, 30, 10});
  const auto& after = trial.comparisons[0].after;
  CHECK(std::accumulate(after.begin(), after.end(), std::int64_t{0}) == 40);
}

TEST_CASE("programs of different units are not compared", "[report][trial]") {
  const auto session = shop_with("");
  const ProgramTrial points =
      tried(*session, R"({"unit": "points", "rules": [{"when": true, "amount": 3}]})");
  REQUIRE(points.comparisons.size() == 1);
  CHECK_FALSE(points.comparisons[0].comparable);
  CHECK(points.comparisons[0].before.empty());
  CHECK(points.granted.totals.granted == 9);
  // Rewards of today have nothing in common with points of years.
  const ProgramTrial club = tried(*session, R"({"points": {"earn": [{"points": 3}]}})");
  REQUIRE(club.comparisons.size() == 2);
  CHECK_FALSE(club.comparisons[0].comparable);
  CHECK_FALSE(club.comparisons[1].comparable);
  REQUIRE(club.backtest);
  CHECK(club.backtest->earned == 30);
  // With the same rules beside the points, both can be told.
  const ProgramTrial both = tried(*session, R"({"rules": [{"when": true, "amount": 1}],
      "points": {"earn": [{"points": 3}]}})");
  REQUIRE(both.comparisons.size() == 2);
  CHECK(both.comparisons[0].lose.sum == -1300);
  CHECK(both.comparisons[0].gain.sum == 100);
  CHECK(both.comparisons[1].gain.sum == 30);
}

TEST_CASE("whoever is held out gets nothing, is counted apart and stays so when other rows come",
          "[report][trial]") {
  std::string csv = "order,date,customer,amount\n";
  for (int i = 0; i < 400; ++i)
    csv += std::to_string(i) + ",2026-01-01,c" + std::to_string(i) + "@example.org,10\n";
  const std::string text =
      R"({"name": "spring", "rules": [{"when": true, "amount": 2}], "hold_out": {"share": 0.25}})";
  const auto session = shop_with(text, csv);
  const Analysis& analysis = *session->analysis();
  const std::int64_t held_out = analysis.rewards.customers_held_out;
  CHECK(held_out > 60);
  CHECK(held_out < 140);
  CHECK(analysis.rewards.customers_granted == 400 - held_out);
  CHECK(analysis.rewards.granted == 200 * (400 - held_out));
  CHECK(analysis.rewards.rules[0].customers == 400 - held_out);
  CustomerFacts facts(analysis);
  for (std::size_t i = 0; i < 400; ++i) {
    const Award award = explain_award(analysis, facts, i);
    CHECK(award.held_out == (analysis.held_out[i] == 1));
    CHECK(award.amount == analysis.awards[i]);
    CHECK(award.grants[0].amount == 200);
  }
  // The next export begins with somebody else, and holds the same people under other places.
  const auto later =
      shop_with(text, "order,date,customer,amount\n999,2026-01-01,new@example.org,10\n" +
                          csv.substr(csv.find('\n') + 1));
  for (std::size_t i = 0; i < 400; ++i)
    CHECK(later->analysis()->held_out[i + 1] == analysis.held_out[i]);
  // Tried, it holds out the same; a rule that gives nobody anything holds out nobody.
  const auto other = shop_with("", csv);
  CHECK(tried(*other, text).granted.totals.customers_held_out == held_out);
  CHECK(tried(*other, R"({"name": "spring", "rules": [{"when": true, "amount": 0}],
      "hold_out": {"share": 0.25}})")
            .granted.totals.customers_held_out == 0);
}

TEST_CASE("a program is tried on a shop of one customer, of nobody, and of nothing",
          "[report][trial]") {
  const std::string_view ten = R"({"rules": [{"when": true, "amount": 10}]})";
  const auto one = shop_with("", "date,customer,amount\n2026-01-01,ann,5\n");
  const ProgramTrial of_one = tried(*one, ten);
  CHECK(of_one.comparisons[0].gain.places == std::vector<std::int32_t>{0});
  CHECK(of_one.comparisons[0].gain.sum == 1000);
  const auto nobody = shop_with("", "order,date,amount\n1,2026-01-01,5\n");
  const ProgramTrial of_nobody = tried(*nobody, ten);
  CHECK(of_nobody.comparisons[0].same == 0);
  CHECK(of_nobody.granted.totals.granted == 0);
  Session nothing;
  const auto refused = nothing.program(program_from(ten));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::wrong_stage);
}

}  // namespace regulars
