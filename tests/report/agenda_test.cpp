#include "core/report/agenda.h"

#include <algorithm>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/data.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

// `count` orders of a customer, the last on a day and each `gap` days after the one before.
std::string orders_of(const std::string& customer, Date last, int count, int gap,
                      const std::string& amount) {
  std::string csv;
  for (int i = 0; i < count; ++i)
    csv += to_text(last + -gap * i) + "," + customer + "," + amount + "\n";
  return csv;
}

std::unique_ptr<Session> looked_at(const std::string& rows, Date as_of) {
  auto session = open_shop("date,customer,total\n" + rows);
  AnalyzeOptions options;
  options.as_of = as_of;
  REQUIRE(session->analyze(options));
  return session;
}

std::vector<std::string> customers_of(Session& session, CardKind kind) {
  CustomerQuery query;
  query.card = kind;
  query.sort = CustomerColumn::customer;
  query.descending = false;
  return customers_of(session, query);
}

NoFigure reason_of(const Session& session, CardKind kind) {
  return session.analysis()->agenda.reasons[static_cast<std::size_t>(kind)];
}

}  // namespace

TEST_CASE("who is due is named with what the next order would bring", "[report][agenda]") {
  // All gaps are 30 days: due on the 31st day, overdue on the 32nd. Two customers are too few for
  // a model of spend.
  const Date as_of = day("2024-07-01");
  const auto session = looked_at(
      orders_of("Ann", as_of + -31, 7, 30, "20") + orders_of("Bo", as_of + -30, 7, 30, "50"),
      as_of);
  const Card* card = session->analysis()->agenda.of(CardKind::due_not_come);
  REQUIRE(card);
  CHECK(customers_of(*session, CardKind::due_not_come) == std::vector<std::string>{"Ann"});
  CHECK(card->one_time == 0);
  CHECK(card->due_in_all == 1);
  CHECK(card->money_of == CardMoney::next_orders);
  // 7 orders of 20 and one of the shop's 35.
  REQUIRE(card->money);
  CHECK_THAT(*card->money, WithinRel((7 * 2000 + 3500) / 8.0, 1e-12));
  // Two days later Ann is overdue, and Bo is not due any more either.
  AnalyzeOptions later;
  later.as_of = as_of + 2;
  REQUIRE(session->analyze(later));
  CHECK(session->analysis()->agenda.of(CardKind::due_not_come) == nullptr);
  CHECK(reason_of(*session, CardKind::due_not_come) == NoFigure::none);
  CHECK(customers_of(*session, CardKind::due_not_come).empty());
}

TEST_CASE("the next order is worth what the model of spend says", "[report][agenda]") {
  const auto path = real_data("cdnow/cdnow_CLVTools.csv");
  if (!path) return;
  const auto session = open_shop(read_file(*path));
  REQUIRE(session->analyze({}));
  const Analysis& analysis = *session->analysis();
  const Card* card = analysis.agenda.of(CardKind::due_not_come);
  REQUIRE(card);
  double money = 0;
  std::int64_t one_time = 0;
  for (const std::int32_t place : card->places) {
    const Summary& one = analysis.customers[static_cast<std::size_t>(place)];
    money += 100 * analysis.foresight.spend.model.expected_value({one.frequency, one.value});
    one_time += one.frequency == 0;
  }
  CHECK_THAT(*card->money, WithinRel(money, 1e-9));
  CHECK(card->one_time == one_time);
  for (std::size_t i = 0; i < analysis.customers.size(); ++i) {
    const Rhythm& rhythm = analysis.conduct.rhythms.customers[i];
    const std::int32_t past = analysis.customers[i].days_since_last - rhythm.pace.usual;
    CHECK(std::binary_search(card->places.begin(), card->places.end(),
                             static_cast<std::int32_t>(i)) ==
          (rhythm.state == RhythmState::due && past <= 7));
  }
  CHECK(static_cast<std::int64_t>(card->places.size()) < card->due_in_all);
  CHECK(card->due_in_all ==
        analysis.conduct.rhythms.states[static_cast<std::size_t>(RhythmState::due)]);
}

TEST_CASE("champions of a month ago who stay away are named with their year", "[report][agenda]") {
  // On the 1st of June Ann and Bo had ordered last and most; since then only Ann has ordered. All
  // gaps are 10 days.
  const Date as_of = day("2024-07-01");
  std::string rows =
      orders_of("Ann", as_of + -1, 12, 10, "30") + orders_of("Bo", as_of + -41, 40, 10, "20");
  for (int i = 0; i < 8; ++i)
    rows += orders_of("once-" + std::to_string(i), as_of + (-100 - i), 1, 1, "10");
  const auto session = looked_at(rows, as_of);
  const Card* card = session->analysis()->agenda.of(CardKind::slipped_champions);
  REQUIRE(card);
  CHECK(customers_of(*session, CardKind::slipped_champions) == std::vector<std::string>{"Bo"});
  // 41, 51, ... 361 days ago: 33 orders of 40 lie within the year.
  CHECK(card->money == 33 * 2000.0);
  CHECK(card->money_of == CardMoney::last_365_days);
  REQUIRE(card->times_usual);
  CHECK_THAT(*card->times_usual, WithinRel(4.1, 1e-12));
  // A month earlier nobody had slipped.
  AnalyzeOptions earlier;
  earlier.as_of = as_of + -35;
  REQUIRE(session->analyze(earlier));
  CHECK(session->analysis()->agenda.of(CardKind::slipped_champions) == nullptr);
  CHECK(reason_of(*session, CardKind::slipped_champions) == NoFigure::none);
}

TEST_CASE("a cohort that comes back less than its elder is named with what it lacks",
          "[report][agenda]") {
  // Of 40 who began in January 30 came back, of 40 in February 10; March has not had its 90 days.
  std::string rows;
  const auto begin = [&](const std::string& month, int repeat, const std::string& second) {
    for (int i = 0; i < 40; ++i) {
      const std::string name = "c" + month + (i < 10 ? "0" : "") + std::to_string(i);
      rows += "2024-" + month + "-05," + name + ",5\n";
      if (i < repeat)
        rows += to_text(day("2024-" + month + "-05") + 20) + "," + name + "," + second + "\n";
    }
  };
  begin("01", 30, "10");
  begin("02", 10, "20");
  begin("03", 0, "");
  const auto session = looked_at(rows, day("2024-06-10"));
  const Card* card = session->analysis()->agenda.of(CardKind::cohort_below_elder);
  REQUIRE(card);
  REQUIRE(card->cohort);
  CHECK(card->cohort->name == "2024-02");
  CHECK(card->cohort->elder == "2024-01");
  CHECK(card->cohort->window_days == 90);
  CHECK(card->cohort->repeat == 10);
  CHECK(card->cohort->elder_repeat == 30);
  CHECK_THAT(card->cohort->missing, WithinRel(20.0, 1e-12));
  CHECK(card->cohort->difference.high < 0);
  // 40 second orders brought 30 x 10 and 10 x 20.
  REQUIRE(card->money);
  CHECK_THAT(*card->money, WithinRel(20 * 1250.0, 1e-12));
  CHECK(card->places.size() == 30);  // who have not come back yet
  CHECK(customers_of(*session, CardKind::cohort_below_elder).front() == "c0210");
}

TEST_CASE("a difference that may be chance makes no card, too little data is said",
          "[report][agenda]") {
  std::string rows;
  for (int month = 1; month <= 3; ++month)
    for (int i = 0; i < 40; ++i) {
      const std::string name = std::to_string(month) + "-" + std::to_string(i);
      const Date first = *make_date(2024, month, 5);
      rows += orders_of(name, first + 20, i < 20 - month ? 2 : 1, 20, "10");
    }
  const auto even = looked_at(rows, day("2024-06-10"));
  CHECK(even->analysis()->agenda.of(CardKind::cohort_below_elder) == nullptr);
  CHECK(reason_of(*even, CardKind::cohort_below_elder) == NoFigure::none);
  const auto young = looked_at("2024-06-01,Ann,5\n2024-06-02,Bo,5\n", day("2024-06-10"));
  CHECK(young->analysis()->agenda.cards.empty());
  for (const NoFigure reason : young->analysis()->agenda.reasons)
    CHECK(reason == NoFigure::too_little_data);
  const auto nobody = open_shop("order,date,total\n1,2024-01-01,10\n2,2024-01-02,10\n");
  REQUIRE(nobody->analyze({}));
  CHECK(nobody->analysis()->agenda.cards.empty());
  for (const NoFigure reason : nobody->analysis()->agenda.reasons)
    CHECK(reason == NoFigure::no_customer_column);
}

TEST_CASE("without amounts a card names its customers and no money", "[report][agenda]") {
  const Date as_of = day("2024-07-01");
  std::string csv = "date,customer\n";
  for (int i = 0; i < 12; ++i) csv += to_text(as_of + (-31 - 30 * i)) + ",Ann\n";
  const auto session = open_shop(csv);
  AnalyzeOptions options;
  options.as_of = as_of;
  REQUIRE(session->analyze(options));
  const Card* card = session->analysis()->agenda.of(CardKind::due_not_come);
  REQUIRE(card);
  CHECK(card->places.size() == 1);
  CHECK_FALSE(card->money);
}

TEST_CASE("every kind of card of the bookstore is there, has nothing to say, or says why",
          "[report][agenda]") {
  const auto session = open_shop(read_file("examples/bookstore/orders.csv"));
  REQUIRE(session->analyze({}));
  const Agenda& agenda = session->analysis()->agenda;
  CHECK_FALSE(agenda.cards.empty());
  for (const Card& card : agenda.cards) {
    CHECK(reason_of(*session, card.kind) == NoFigure::none);
    CHECK(customers_of(*session, card.kind).size() ==
          std::min<std::size_t>(100, card.places.size()));
    CHECK(*card.money > 0);
  }
}

}  // namespace regulars
