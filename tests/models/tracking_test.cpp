#include "core/models/tracking.h"

#include <string>

#include "tests/customers/seen.h"
#include "tests/models/cdnow.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

// Cumulative, from the week of the first order on.
std::vector<double> summed(const std::vector<TrackedWeek>& weeks, double TrackedWeek::*of) {
  std::vector<double> sums;
  for (const TrackedWeek& week : weeks) sums.push_back((sums.empty() ? 0 : sums.back()) + week.*of);
  return sums;
}

}  // namespace

TEST_CASE("a new customer's purchases are those of the literature", "[models][tracking]") {
  const auto in = [](const PurchaseModel& model, double count) {
    return expected_of_newcomer(model, weeks(count));
  };
  // Source: lifetimes, tests/test_estimation.py (BG/NBD by Hardie's spreadsheet, Pareto/NBD), and
  // MBG/NBD recomputed from exact weeks at the optimum.
  const BetaGeometric bg{.r = .2425945, .alpha = weeks(4.4136022), .a = .7929221, .b = 2.4259072};
  CHECK_THAT(in(bg, 1), WithinAbs(.053184, 1e-6));
  CHECK_THAT(in(bg, 31.8571), WithinAbs(1.040489, 5e-6));
  CHECK_THAT(in(bg, 78), WithinAbs(1.857958, 1e-6));
  const ParetoNbd pareto{.r = .55, .alpha = weeks(10.56), .s = .61, .beta = weeks(11.64)};
  CHECK(in(pareto, 0) == 0);
  CHECK_THAT(in(pareto, 1), WithinAbs(.05077821, 1e-8));
  CHECK_THAT(in(pareto, 9), WithinAbs(.38909211, 1e-8));
  const BetaGeometric mbg{.dropout = Dropout::after_any,
                          .r = .5248432,
                          .alpha = weeks(6.1830859),
                          .a = .8913593,
                          .b = 1.6140021};
  CHECK_THAT(in(mbg, 1), WithinAbs(.0530603, 1e-6));
  CHECK_THAT(in(mbg, 32), WithinAbs(1.0366057, 1e-6));
  CHECK_THAT(in(mbg, 52), WithinAbs(1.4188849, 1e-6));
  // r t / alpha: nobody leaves.
  CHECK_THAT(in(Nbd{.r = 2, .alpha = weeks(10)}, 26), WithinRel(5.2, 1e-12));
  // Every second purchase of a steady pace: by the renewal theorem t / 2 steps less about a
  // quarter; nobody ever leaves where b is far above a.
  const BetaGeometric even{.k = 2, .r = 1e6, .alpha = weeks(1e6), .a = 1e-6, .b = 1e6};
  CHECK_THAT(in(even, 40), WithinAbs(20 - .25, 1e-3));
}

TEST_CASE("weeks of CDNOW are tracked as was published", "[models][tracking]") {
  const auto path = real_data("cdnow/cdnow_CLVTools.csv");
  if (!path) return;
  const Seen shop(read_file(*path), day("1998-06-30"));
  const Date cut = day("1997-09-30");
  const Histories histories(summarize(shop.book, cut));
  struct Published {
    ModelKind kind;
    std::array<double, 6> cumulative;  // weeks 20 to 25
    double half, all;                  // 39 and 78 weeks
  };
  // Source: BTYD's tracking of CDNOW, also in lifetimes, tests/test_utils.py; the totals
  // recomputed.
  for (const Published& published :
       {Published{ModelKind::pareto_nbd,
                  {1308.856, 1385.275, 1459.923, 1532.906, 1604.320, 1674.253},
                  2532.27,
                  4274.44},
        Published{ModelKind::bg_nbd,
                  {1312.458, 1387.346, 1460.392, 1531.713, 1601.418, 1669.600},
                  2501.53,
                  4165.66}}) {
    const auto fitted = fit(published.kind, histories);
    const auto weeks =
        track(fitted.model, shop.days, shop.customers, day("1997-01-01"), cut, shop.as_of);
    REQUIRE(weeks.size() == 78);
    const std::vector<double> expected = summed(weeks, &TrackedWeek::expected);
    for (std::size_t i = 0; i < published.cumulative.size(); ++i)
      CHECK_THAT(expected[19 + i], WithinRel(published.cumulative[i], 1e-3));
    CHECK_THAT(expected[38], WithinRel(published.half, 1e-3));
    CHECK_THAT(expected[77], WithinRel(published.all, 1e-3));
    const std::vector<double> actual = summed(weeks, &TrackedWeek::actual);
    constexpr std::array<double, 6> came{1359, 1414, 1484, 1517, 1573, 1672};
    for (std::size_t i = 0; i < came.size(); ++i) CHECK(actual[19 + i] == came[i]);
    CHECK(actual[38] == 2457);
    CHECK(actual[77] == 4339);
    CHECK_FALSE(weeks[38].judged);
    CHECK(weeks[39].judged);
    CHECK(weeks[39].from == day("1997-10-01"));
  }
}

TEST_CASE("weeks count the order days of those who had come by the cut", "[models][tracking]") {
  const Seen shop(
      "date,customer,amount\n"
      "2024-01-01,Ann,5\n2024-01-01,Bo,5\n2024-01-07,Ann,5\n2024-01-08,Ann,5\n2024-01-08,Ann,5\n"
      "2024-01-10,Cy,5\n2024-01-12,Cy,5\n2024-01-14,Bo,5\n2024-01-14,Bo,-5\n2024-01-21,Ann,5\n"
      "2024-01-22,Ann,5\n",
      day("2024-01-22"));
  const Nbd model{.r = 1, .alpha = {70}};
  const auto weeks =
      track(model, shop.days, shop.customers, day("2024-01-01"), day("2024-01-09"), shop.as_of);
  REQUIRE(weeks.size() == 3);  // the 22nd is in no whole week
  CHECK(weeks[0].actual == 1);
  CHECK(weeks[2].actual == 1);
  // Cy came after the cut. Two customers, by 1/70 a day.
  CHECK_THAT(weeks[0].expected, WithinRel(2 * 7 / 70.0, 1e-12));
  CHECK_THAT(weeks[1].expected, WithinRel(2 * 7 / 70.0, 1e-12));
  CHECK_FALSE(weeks[1].judged);
  CHECK(weeks[2].judged);
  CHECK(track(model, shop.days, shop.customers, day("2024-01-01"), day("2024-01-03"),
              day("2024-01-06"))
            .empty());
}

TEST_CASE("dispersion is of judged weeks, at least 1, and needs eight of them",
          "[models][tracking]") {
  std::vector<TrackedWeek> weeks(20, {.actual = 90, .expected = 10, .judged = false});
  CHECK_FALSE(dispersion_of(weeks));
  for (int i = 0; i < 7; ++i) weeks.push_back({.actual = 16, .expected = 4, .judged = true});
  CHECK_FALSE(dispersion_of(weeks));
  weeks.push_back({.actual = 4, .expected = 4, .judged = true});
  CHECK_THAT(*dispersion_of(weeks), WithinRel(7 * 36.0 / 8, 1e-12));
  weeks.assign(8, {.actual = 4.1, .expected = 4, .judged = true});
  CHECK(*dispersion_of(weeks) == 1);
}

TEST_CASE("weeks ahead of some customers add up to what is known of all customers",
          "[models][tracking]") {
  std::vector<Summary> customers;
  for (int i = 0; i < 7001; ++i) {
    Summary one;
    one.age = 30 + i % 300;
    one.frequency = i % 7;
    one.recency = one.frequency == 0 ? 0 : one.age * (i % 11) / 11;
    customers.push_back(one);
  }
  const PurchaseModel model = ParetoNbd{.r = .6, .alpha = {70}, .s = .6, .beta = {80}};
  double known = 0;
  std::vector<double> exact(13);
  for (const Summary& one : customers) {
    const double alive = probability_alive(model, history_of(one));
    known += alive * expected_if_alive(model, history_of(one), {90});
    for (std::size_t week = 1; week < exact.size(); ++week)
      exact[week] +=
          alive * expected_if_alive(model, history_of(one), weeks(static_cast<double>(week)));
  }
  const std::vector<double> found = weeks_ahead(model, customers, 12, known, {90});
  REQUIRE(found.size() == 12);
  for (std::size_t week = 0; week < 12; ++week)
    CHECK_THAT(found[week], WithinRel(exact[week + 1] - exact[week], 3e-3));
}

TEST_CASE("a choice is tracked with an interval for each week to come", "[models][tracking]") {
  const auto path = real_data("cdnow/cdnow_CLVTools.csv");
  if (!path) return;
  const Seen shop(read_file(*path), day("1998-06-30"));
  const Holdout holdout = cut_orders(shop.book, day("1997-09-30"), shop.as_of);
  constexpr std::array<ModelKind, 2> kinds{ModelKind::nbd, ModelKind::pareto_nbd};
  ModelChoice choice = choose_model(holdout, Histories(shop.customers), {}, kinds);
  REQUIRE(choice.chosen == ModelKind::pareto_nbd);
  double known = 0;
  for (const Summary& one : shop.customers)
    known += outlook(choice.fitted.model, history_of(one), {90}).expected;
  const auto tracking = track_choice(choice, shop.days, shop.customers, known, {90});
  REQUIRE(tracking);
  CHECK(tracking->chosen);
  CHECK(tracking->cut == day("1997-09-30"));
  REQUIRE(tracking->dispersion);
  CHECK(*tracking->dispersion >= 1);
  CHECK(*tracking->dispersion < 10);
  REQUIRE(tracking->ahead.size() == 12);
  CHECK(tracking->ahead[0].from == day("1998-07-01"));
  CHECK(tracking->ahead[11].from == day("1998-09-16"));
  for (std::size_t i = 0; i < 12; ++i) {
    const WeekAhead& week = tracking->ahead[i];
    CHECK((0 <= week.low && week.low < week.expected && week.expected < week.high));
    if (i > 0) CHECK(week.expected < tracking->ahead[i - 1].expected);
  }
  // A guess that wins leaves the best of the models, and nothing ahead.
  choice.status = ChoiceStatus::guess_wins;
  choice.chosen.reset();
  const auto lost = track_choice(choice, shop.days, shop.customers, 0, {90});
  REQUIRE(lost);
  CHECK_FALSE(lost->chosen);
  CHECK(lost->model == ModelKind::pareto_nbd);
  CHECK(lost->weeks.size() == tracking->weeks.size());
  CHECK(lost->ahead.empty());
  CHECK_FALSE(track_choice(ModelChoice{}, shop.days, shop.customers, 0, {90}));
}

}  // namespace regulars
