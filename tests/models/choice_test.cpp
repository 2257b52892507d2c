#include "core/models/choice.h"

#include <cmath>
#include <string>

#include "core/base/random.h"
#include "tests/models/cdnow.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

const Candidate& named(const ModelChoice& choice, std::string_view name) {
  for (const Candidate& candidate : choice.candidates)
    if (candidate.name == name) return candidate;
  FAIL("there is no candidate " << name);
  return choice.candidates.front();
}

TEST_CASE("the models of CDNOW are judged as was published", "[models][choice]") {
  const auto path = real_data("cdnow/cdnow_CLVTools.csv");
  if (!path) return;
  const auto table = read_shop(read_file(*path));
  const OrderBook book(*table);
  const Holdout holdout = cut_orders(book, day("1997-09-30"), day("1998-06-30"));
  CHECK(holdout.customers.size() == 2357);
  const ModelChoice choice = choose_model(holdout, Histories(summarize(book, day("1998-06-30"))));
  CHECK(choice.status == ChoiceStatus::ready);
  // Recomputed from exact weeks.
  struct Wanted {
    std::string_view name;
    double total, bias, mean_absolute, root_mean_square;
  };
  for (const Wanted& wanted : {Wanted{"pareto_nbd", 1665.51, -.115, .75452, 1.60285},
                               Wanted{"bg_nbd", 1653.41, -.1215, .78545, 1.60798}}) {
    const HoldoutError& error = named(choice, wanted.name).error;
    CHECK(error.actual == 1882);
    CHECK_THAT(error.predicted, WithinRel(wanted.total, 1e-3));
    CHECK_THAT(error.bias, WithinAbs(wanted.bias, 1e-3));
    CHECK_THAT(error.mean_absolute, WithinAbs(wanted.mean_absolute, 1e-4));
    CHECK_THAT(error.root_mean_square, WithinAbs(wanted.root_mean_square, 1e-4));
  }
  CHECK(choice.chosen == ModelKind::pareto_nbd);
  for (const Candidate& candidate : choice.candidates)
    CHECK(candidate.error.mean_absolute >= named(choice, "pareto_nbd").error.mean_absolute);
  CHECK(choice.fitted.report.customers == 2357);
  // All 39 weeks before the cut held 2457 repeat order days: what the first guess expects again.
  CHECK(named(choice, "last_period").error.predicted == 2457);
}

TEST_CASE("orders are cut by day and counted once a day", "[models][choice]") {
  const auto table = read_shop(
      "date,customer,amount\n"
      "2024-01-01,Ann,5\n2024-01-20,Ann,5\n2024-01-20,Ann,6\n2024-02-09,Ann,5\n"
      "2024-02-10,Ann,5\n2024-02-10,Ann,7\n2024-02-20,Ann,5\n2024-03-15,Ann,5\n"
      "2024-01-25,Bo,5\n2024-02-15,Cy,5\n");
  const OrderBook book(*table);
  CHECK(cut_of(book, day("2024-03-01")) == day("2024-02-10"));
  const Holdout holdout = cut_orders(book, day("2024-02-09"), day("2024-03-01"));
  REQUIRE(holdout.customers.size() == 2);  // Cy came after the cut
  CHECK(holdout.from == day("2024-01-01"));
  CHECK(holdout.customers[0].history.frequency == 2);
  CHECK(holdout.customers[0].before == 2);  // after 2024-01-19
  CHECK(holdout.customers[0].after == 2);   // the 10th and the 20th of February
  CHECK(holdout.customers[1].after == 0);
}

// A shop of so many customers, one cut, with the given share of repeat orders.
Holdout invented(int customers, double r, double alpha) {
  Rng rng(4);
  Holdout holdout{.from = {0}, .cut = {400}, .to = {600}, .customers = {}};
  for (int i = 0; i < customers; ++i) {
    const double rate = rng.gamma(r, alpha);
    HoldoutCustomer customer;
    const auto born = static_cast<double>(rng.below(400));
    double last = born;
    for (double now = born + rng.exponential(rate); now < 600; now += rng.exponential(rate)) {
      if (now > 400) {
        customer.after += 1;
      } else {
        ++customer.history.frequency;
        customer.history.log_gaps += std::log(now - last);
        last = now;
        if (now > 200) customer.before += 1;
      }
    }
    customer.history.recency = {last - born};
    customer.history.age = {400 - born};
    holdout.customers.push_back(customer);
  }
  return holdout;
}

Histories histories_of(const Holdout& holdout) {
  std::vector<CountedHistory> rows;
  for (const HoldoutCustomer& customer : holdout.customers) rows.push_back({customer.history});
  return Histories(rows);
}

TEST_CASE("customers who never leave are told by the simplest model", "[models][choice]") {
  const Holdout holdout = invented(1500, 1.2, 60);
  const ModelChoice choice = choose_model(holdout, histories_of(holdout));
  CHECK(choice.status == ChoiceStatus::ready);
  CHECK(choice.chosen == ModelKind::nbd);
  CHECK(std::abs(named(choice, "nbd").error.bias) < .05);
}

TEST_CASE("too little of anything is said, with what it would take", "[models][choice]") {
  const auto refusal = [](Holdout holdout) {
    const ModelChoice choice = choose_model(holdout, histories_of(holdout));
    CHECK_FALSE(choice.chosen.has_value());
    CHECK((choice.found < choice.needed || choice.status == ChoiceStatus::guess_wins));
    return choice.status;
  };
  CHECK(refusal({}) == ChoiceStatus::too_short);
  CHECK(refusal(invented(20, 1, 30)) == ChoiceStatus::too_few_customers);
  CHECK(refusal(invented(60, .1, 3000)) == ChoiceStatus::too_few_repeats);
  Holdout quiet = invented(200, 1, 60);
  for (HoldoutCustomer& customer : quiet.customers) customer.after = 0;
  CHECK(refusal(quiet) == ChoiceStatus::too_few_later);
  Holdout brief = invented(200, 1, 60);
  brief.to = brief.cut + 13;
  CHECK(refusal(brief) == ChoiceStatus::too_short);
}

TEST_CASE("a shop that changed after the cut gets no model", "[models][choice]") {
  // Everyone buys half as often from then on; the guesses expect as much as the models.
  Holdout holdout = invented(1500, 1.2, 60);
  for (HoldoutCustomer& customer : holdout.customers) customer.after /= 2;
  const ModelChoice choice = choose_model(holdout, histories_of(holdout));
  CHECK(choice.status == ChoiceStatus::far_off);
  CHECK_FALSE(choice.chosen.has_value());
  CHECK(choice.found > 1.5 * choice.needed);
  CHECK(choice.needed > 0);
}

TEST_CASE("a shop that a guess knows better gets no model", "[models][choice]") {
  // Everyone does again exactly what they did before.
  Holdout holdout = invented(300, 1, 60);
  for (HoldoutCustomer& customer : holdout.customers) customer.after = customer.before;
  const ModelChoice choice = choose_model(holdout, histories_of(holdout));
  CHECK(choice.status == ChoiceStatus::guess_wins);
  CHECK(choice.needed == 0);
  CHECK(choice.found > 0);
}

}  // namespace
}  // namespace regulars
