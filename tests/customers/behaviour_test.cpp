#include "core/customers/behaviour.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"
#include "core/customers/rhythm.h"
#include "tests/customers/seen.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars {
namespace {

Behaviour behaviour_of(const Seen& shop) {
  return behaviour_of(shop.book, shop.days, shop_days(shop.book, shop.as_of), shop.customers,
                      shop.as_of);
}

Rhythms rhythms_of(const Seen& shop) {
  return rhythms_of(shop.days, shop.customers, second_order_curve(shop.days, shop.customers));
}

// The spread of each customer's mean log gap, and of the gaps around it.
struct Paces {
  double center = 3;
  double within = 0.6;
  double between = 0.5;
};

// Customers who come in gaps that are log-normal around a mean of their own.
std::string draw_shop(const Paces& truth, int customers, Rng& rng) {
  std::string csv = "date,customer,total\n";
  for (int i = 0; i < customers; ++i) {
    const double mean = truth.center + truth.between * rng.normal();
    double at = 0;
    for (int j = 0; j < 2 + i % 7; ++j) {
      csv += to_text(day("2020-01-01") + static_cast<std::int32_t>(at)) + ",c" + std::to_string(i) +
             ",1\n";
      at += std::max(1.0, std::round(std::exp(mean + truth.within * rng.normal())));
    }
  }
  return csv;
}

}  // namespace

// Source: Fader and Hardie's CDNOW sample up to 1998-06-30; the gaps were computed apart from this
// program.
TEST_CASE("CDNOW customers pause, spend and come as known", "[customers][behaviour]") {
  const auto path = real_data("cdnow/cdnow_CLVTools.csv");
  if (!path) return;
  const Seen cdnow(read_file(*path), day("1998-06-30"));
  const Behaviour behaviour = behaviour_of(cdnow);
  CHECK(behaviour.gaps.count == 4339);
  CHECK(behaviour.gaps.customers == 1139);
  CHECK_THAT(behaviour.gaps.mean, WithinAbs(70.8606, 5e-5));
  CHECK_THAT(behaviour.gaps.quartiles[0], WithinAbs(12, 0));
  CHECK_THAT(behaviour.gaps.quartiles[1], WithinAbs(34, 0));
  CHECK_THAT(behaviour.gaps.quartiles[2], WithinAbs(90.5, 0));
  // A purchase today makes one tomorrow likelier: bursts, not a beat.
  REQUIRE(behaviour.likelihood);
  CHECK(behaviour.likelihood->high < 1);
  CHECK(behaviour.likelihood->k > 0.5);
  CHECK(behaviour.counts.window_days == 365);
  CHECK(behaviour.counts.models.cases == 2357);
  CHECK(behaviour.counts.models.chosen == CountModel::negative_binomial);
  CHECK(behaviour.spend.chosen == SpendShape::log_normal);
  CHECK(behaviour.spend.orders == 6696 - 8);
}

TEST_CASE("orders are counted by weekday, month and hour against the days there were",
          "[customers][behaviour]") {
  const Seen shop(
      "date,customer,total\n2024-01-01 09:30,a,10\n2024-01-08 09:10,a,10\n2024-01-15 23:59,b,10\n"
      "2024-02-29 00:00,b,10\n",
      day("2024-03-03"));
  const Behaviour behaviour = behaviour_of(shop);
  REQUIRE(behaviour.weekdays.seasons.size() == 7);
  CHECK(behaviour.weekdays.seasons[0].of == 1);
  CHECK(behaviour.weekdays.seasons[0].orders == 3);
  CHECK_THAT(behaviour.weekdays.seasons[0].share, WithinAbs(0.75, 1e-12));
  CHECK(behaviour.weekdays.seasons[3].orders == 1);
  for (const Season& weekday : behaviour.weekdays.seasons) CHECK(weekday.days == 9);
  CHECK_FALSE(behaviour.weekdays.evenness);
  CHECK(behaviour.months.seasons[0].orders == 3);
  CHECK(behaviour.months.seasons[1].days == 29);
  CHECK(behaviour.months.seasons[3].days == 0);
  CHECK(behaviour.hours.seasons[9].orders == 2);
  CHECK(behaviour.hours.seasons[0].orders == 1);
  CHECK(behaviour.hours.seasons[23].orders == 1);
}

TEST_CASE("a shop of Saturdays is not even, one of every day is", "[customers][behaviour]") {
  std::string even = "date,customer,total\n";
  std::string saturdays = even;
  for (int i = 0; i < 140; ++i) {
    even += to_text(day("2024-01-01") + i) + ",a,1\n";
    saturdays += to_text(day("2024-01-06") + i / 7 * 7) + ",a" + std::to_string(i) + ",1\n";
  }
  const auto flat = behaviour_of(Seen(even, day("2024-01-01") + 139)).weekdays.evenness;
  REQUIRE(flat);
  CHECK_THAT(flat->chi_squared, WithinAbs(0, 1e-12));
  CHECK(flat->degrees == 6);
  const auto tilted = behaviour_of(Seen(saturdays, day("2024-01-01") + 139)).weekdays.evenness;
  REQUIRE(tilted);
  CHECK(tilted->p < 1e-12);
}

TEST_CASE("values that are drawn normal or log-normal are told apart", "[customers][behaviour]") {
  Rng rng(11);
  std::string normal = "date,customer,total\n";
  std::string log_normal = normal;
  for (int i = 0; i < 2000; ++i) {
    const double z = rng.normal();
    const auto row = [&](double value) {
      return "2024-01-01,c" + std::to_string(i) + "," + std::to_string(value) + "\n";
    };
    normal += row(100 + 10 * z);
    log_normal += row(std::exp(4 + 0.8 * z));
  }
  const SpendFigures a = behaviour_of(Seen(normal, day("2024-01-01"))).spend;
  CHECK(a.chosen == SpendShape::normal);
  CHECK(a.normal.fit->p > 0.01);
  CHECK_THAT(a.mean, WithinRel(10000, 0.01));
  const SpendFigures b = behaviour_of(Seen(log_normal, day("2024-01-01"))).spend;
  CHECK(b.chosen == SpendShape::log_normal);
  CHECK(b.log_normal.fit->p > 0.01);
  CHECK(b.normal.fit->p < 1e-6);
  CHECK_THAT(b.log_mean, WithinAbs(4 + std::log(100.0), 0.06));
}

TEST_CASE("the spread of paces is found", "[customers][rhythm]") {
  Rng rng(5);
  const Paces truth;
  const Seen shop(draw_shop(truth, 3000, rng), day("2026-01-01"));
  const Rhythms rhythms = rhythms_of(shop);
  CHECK_THAT(rhythms.spread.center, WithinAbs(truth.center, 0.03));
  CHECK_THAT(rhythms.spread.within, WithinAbs(truth.within, 0.02));
  CHECK_THAT(rhythms.spread.between, WithinAbs(truth.between, 0.03));
}

TEST_CASE("one gap in ten is longer than the point of being overdue, one in twenty than lapsed",
          "[customers][rhythm]") {
  Rng rng(6);
  const Paces truth;
  const Seen shop(draw_shop(truth, 3000, rng), day("2026-01-01"));
  const PaceModel model(shop.days, shop.customers, second_order_curve(shop.days, shop.customers));
  int usual = 0;
  int overdue = 0;
  int lapsed = 0;
  int tried = 0;
  // New customers of the same shop, whose first gaps are known and whose next is drawn.
  for (int i = 0; i < 20000; ++i) {
    const double mean = truth.center + truth.between * rng.normal();
    const auto gap = [&] {
      return std::max(1.0, std::round(std::exp(mean + truth.within * rng.normal())));
    };
    double logs = 0;
    const int known = 1 + i % 6;
    for (int j = 0; j < known; ++j) logs += std::log(gap());
    const Pace pace = model.pace(known, logs);
    const double next = gap();
    ++tried;
    usual += next > pace.usual;
    overdue += next > pace.overdue_after;
    lapsed += next > pace.lapsed_after;
  }
  CHECK_THAT(static_cast<double>(usual) / tried, WithinAbs(0.5, 0.03));
  CHECK_THAT(static_cast<double>(overdue) / tried, WithinAbs(0.1, 0.01));
  CHECK_THAT(static_cast<double>(lapsed) / tried, WithinAbs(0.05, 0.008));
}

TEST_CASE("whoever has few gaps is judged by the shop, whoever has many by the own",
          "[customers][rhythm]") {
  Rng rng(9);
  const Seen shop(draw_shop({}, 500, rng), day("2026-01-01"));
  const PaceModel model(shop.days, shop.customers, second_order_curve(shop.days, shop.customers));
  const double week = std::log(7.0);
  const Pace one = model.pace(1, week);
  const Pace many = model.pace(200, 200 * week);
  CHECK(many.usual == 7);
  CHECK(one.usual > many.usual);
  CHECK(one.usual < std::exp(model.spread().center));
  CHECK(one.overdue_after > many.overdue_after);
}

TEST_CASE("states follow the days since the last order", "[customers][rhythm]") {
  const Pace pace{10, 30, 40};
  CHECK(state_after(pace, 0, 0) == RhythmState::fresh);
  CHECK(state_after(pace, 10, 3) == RhythmState::on_time);
  CHECK(state_after(pace, 11, 3) == RhythmState::due);
  CHECK(state_after(pace, 31, 3) == RhythmState::overdue);
  CHECK(state_after(pace, 41, 0) == RhythmState::lapsed);
  CHECK(state_after({}, 3, 0) == RhythmState::unknown);
}

TEST_CASE("shops without gaps say so", "[customers][rhythm][behaviour]") {
  for (const std::string_view csv :
       {"date,customer,total\n2024-01-05,a,10\n",
        "date,customer,total\n2024-01-05,a,10\n2024-01-05,b,10\n2024-01-05,a,10\n",
        "date,customer,total\n2024-01-02,a,-10\n2024-01-05,a,10\n2024-01-05,b,-10\n"}) {
    const Seen shop(csv, day("2024-01-06"));
    const Behaviour behaviour = behaviour_of(shop);
    CHECK(behaviour.gaps.count == 0);
    CHECK_FALSE(behaviour.likelihood);
    CHECK(behaviour.counts.window_days == 0);
    CHECK(behaviour.spend.chosen == SpendShape::none);
    const Rhythms rhythms = rhythms_of(shop);
    CHECK(rhythms.states[static_cast<std::size_t>(RhythmState::unknown)] ==
          static_cast<std::int64_t>(shop.customers.size()));
  }
}

TEST_CASE("a clockwork customer is overdue the day after the next", "[customers][rhythm]") {
  std::string csv = "date,customer,total\n";
  for (int i = 0; i < 12; ++i) csv += to_text(day("2024-01-01") + 7 * i) + ",a,1\n";
  const Seen shop(csv, day("2024-01-01") + 77 + 9);
  const Rhythms rhythms = rhythms_of(shop);
  CHECK(rhythms.customers[0].pace.usual == 7);
  CHECK(rhythms.customers[0].state == RhythmState::overdue);
}

}  // namespace regulars
