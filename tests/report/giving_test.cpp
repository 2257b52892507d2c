#include "core/report/giving.h"

#include <fstream>
#include <sstream>
#include <string>

#include "core/wire/giving.h"
#include "core/wire/program.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

std::string bookstore() {
  std::ifstream file("examples/bookstore/orders.csv", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

GivingQuery query(std::int64_t budget, double effect = 0.2) {
  return {.budget = budget,
          .offers = {{500, effect}, {1000, effect * 1.5}},
          .margin = 0.4,
          .pause_days = 30};
}

}  // namespace

TEST_CASE("a budget goes to those with most at stake for their reward", "[report][giving]") {
  const auto session = open_shop(bookstore());
  REQUIRE(session->analyze({}));
  const Analysis& analysis = *session->analysis();
  REQUIRE(analysis.foresight.has_values());
  const Giving giving = give(analysis, query(100'00));
  CHECK(giving.reason == NoGiving::none);
  std::int64_t left_out = 0;
  for (const std::int64_t count : giving.left_out) left_out += count;
  CHECK(left_out + static_cast<std::int64_t>(giving.candidates.size()) ==
        static_cast<std::int64_t>(analysis.customers.size()));
  REQUIRE_FALSE(giving.gifts.empty());
  CHECK(giving.allocation.best.cost <= 100'00);
  double brought = 0;
  for (std::size_t i = 0; i < giving.gifts.size(); ++i) {
    const Gift& gift = giving.gifts[i];
    const RewardOffer& offer = giving.query.offers[gift.offer];
    CHECK(gift.value > 0);
    if (i > 0) CHECK(gift.value <= giving.gifts[i - 1].value);
    CHECK_THAT(gift.value + static_cast<double>(offer.amount),
               WithinRel(giving.candidates[gift.candidate].margin_at_stake * offer.effect, 1e-9));
    brought += gift.value + static_cast<double>(offer.amount);
  }
  REQUIRE(giving.break_even);
  CHECK_THAT(*giving.break_even * brought,
             WithinRel(static_cast<double>(giving.allocation.best.cost), 1e-9));
  CHECK(*giving.break_even < 1);
  // At the break-even itself every gift brings what it costs, and less pays for nobody.
  CHECK(give(analysis, query(100'00, 1e-6)).gifts.empty());
  CHECK(give(analysis, query(0)).gifts.empty());
  // More money never does worse, and nothing beats the curve.
  const Giving more = give(analysis, query(200'00));
  CHECK(more.allocation.best.value >= giving.allocation.best.value - 1e-9);
  CHECK(giving.allocation.best.value <= giving.curve.back().value + 1e-9);
  const CsvPiece csv = write_gifts(analysis, giving, 0);
  CHECK(std::count(csv.text.begin(), csv.text.end(), '\n') ==
        1 + static_cast<std::ptrdiff_t>(giving.gifts.size()));
}

TEST_CASE("without a forecast or a margin nobody is chosen, and it is said why",
          "[report][giving]") {
  const auto small = open_shop("order,date,customer,amount\n1,2026-01-01,ann,10\n");
  REQUIRE(small->analyze({}));
  CHECK(give(*small->analysis(), query(100'00)).reason == NoGiving::no_forecast);
  const auto plain = open_shop("order,date,customer\n1,2026-01-01,ann\n");
  REQUIRE(plain->analyze({}));
  CHECK(give(*plain->analysis(), query(100'00)).reason == NoGiving::no_amounts);
  const auto session = open_shop(bookstore());
  REQUIRE(session->analyze({}));
  GivingQuery without = query(100'00);
  without.margin = {};
  const Giving refused = give(*session->analysis(), without);
  CHECK(refused.reason == NoGiving::no_margin);
  CHECK(wire::to_json(*session->analysis(), refused, 5)["reason"] == "no_margin");
}

TEST_CASE("who refused or was rewarded lately is left out and counted", "[report][giving]") {
  const auto session = open_shop(bookstore());
  REQUIRE(session->analyze({}));
  const Analysis& before = *session->analysis();
  const auto sign = [&](std::size_t place) {
    return std::string(before.book.table().customers.text(
        static_cast<std::int32_t>(before.customers[place].customer)));
  };
  const std::string refusing = sign(3);
  const std::string lately = sign(4);
  const std::string long_ago = sign(5);
  const std::string as_of = to_text(before.as_of);
  // What is read next takes the analysis away.
  const std::string month_ago = to_text(before.as_of + -31);
  add_file(*session, "email,newsletter\n" + refusing + ",no\n", "people.csv");
  add_file(*session,
           "customer,date,reward,amount\n" + lately + "," + as_of + ",voucher,5\n" + long_ago +
               "," + month_ago + ",voucher,5\n",
           "rewards.csv");
  REQUIRE(session->analyze({}));
  const Giving giving = give(*session->analysis(), query(100'00));
  CHECK(giving.left_out[static_cast<std::size_t>(NotGiven::consent_refused)] == 1);
  CHECK(giving.left_out[static_cast<std::size_t>(NotGiven::rewarded)] == 1);
}

TEST_CASE("a question is read with care", "[wire][giving]") {
  using nlohmann::json;
  const auto read = wire::giving_question(json::parse(
      R"({"budget": 50000, "offers": [{"amount": 500, "effect": 0.1}], "margin": 0.4})"));
  REQUIRE(read);
  CHECK(read->query.budget == 500'00);
  CHECK(read->query.offers == std::vector<RewardOffer>{{500, 0.1}});
  CHECK(read->query.pause_days == 30);
  const auto field = [](std::string_view text) {
    const auto wrong = wire::giving_question(json::parse(text));
    return wrong ? std::string("accepted") : wrong.error().detail;
  };
  CHECK(field(R"({"offers": [{"amount": 500}]})") == "offers[0].effect");
  CHECK(field(R"({"offers": [{"effect": 0.5}]})") == "offers[0].amount");
  CHECK(field(R"({"offers": [{"amount": 5, "effect": 1.5}]})") == "offers[0].effect");
  CHECK(field(R"({"margin": 0})") == "margin");
  CHECK(field(R"({"budget": -1})") == "budget");
}

}  // namespace regulars
