#include "core/models/lifetime.h"

#include <cmath>

#include "core/base/random.h"
#include "tests/models/cdnow.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

TEST_CASE("twelve months of CDNOW's first customers are worth what they should be",
          "[models][lifetime]") {
  const auto path = real_data("cdnow/cdnow_customers_summary_with_transactions.csv");
  if (!path) return;
  std::vector<CountedHistory> histories;
  std::vector<CountedSpend> spends;
  std::istringstream lines(read_file(*path));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    int number = 0, x = 0;
    double last = 0, age = 0, value = 0;
    char comma = 0;
    std::istringstream(line) >> number >> comma >> x >> comma >> last >> comma >> age >> comma >>
        value;
    histories.push_back({in_weeks(x, last, age)});
    spends.push_back({{x, value}});
  }
  const auto [model, report] = fit(ModelKind::bg_nbd, Histories(histories));
  const GammaGamma spend = fit_gamma_gamma(spends).model;
  // 12 months of 4.345 weeks at 1 % a month. The figures of lifetimes' own page (140.10, 18.94,
  // ...) are those of 360 weeks: its days were divided by no weeks.
  const std::vector<double> wanted{36.2784978,  4.6374672, 8.3440931, 8.3440931,  8.3440931,
                                   283.5235868, 6.8814082, 8.3440931, 43.3536445, 8.3440931};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const Lifetime lifetime = lifetime_of(model, spend, histories[i].history, spends[i].spend);
    CHECK_THAT(lifetime.value, WithinRel(wanted[i], 2e-5));
    CHECK(lifetime.low <= lifetime.value);
    CHECK(lifetime.high >= lifetime.low);
  }
}

TEST_CASE("alike histories get one answer, and each its own spend", "[models][lifetime]") {
  const PurchaseModel model = BetaGeometric{Dropout::after_any, 1, .5, {40}, .8, 2.4};
  const GammaGamma spend{6, 4, 15};
  std::vector<Summary> summaries(4);
  for (Summary& summary : summaries) summary.age = 200;
  summaries[0].frequency = summaries[2].frequency = 3;
  summaries[0].recency = summaries[2].recency = 150;
  summaries[0].value = 10;
  summaries[2].value = 60;
  const auto all = lifetimes(model, spend, summaries);
  REQUIRE(all.size() == 4);
  CHECK(all[0].expected_orders == all[2].expected_orders);
  CHECK(all[0].value < all[2].value);
  for (std::size_t i = 0; i < 4; ++i) {
    const Lifetime one = lifetime_of(model, spend, history_of(summaries[i]),
                                     {summaries[i].frequency, summaries[i].value});
    CHECK(all[i].value == one.value);
    CHECK(all[i].high == one.high);
  }
}

TEST_CASE("intervals hold what they say of customers drawn from the models", "[models][lifetime]") {
  Rng rng(21);
  const ParetoNbd pareto{.9, {30}, .8, {90}};
  const GammaGamma spend{5, 3.5, 18};
  LifetimeOptions options;
  options.discount = 0;
  const double end = options.periods * options.period.count;
  int inside = 0, above = 0;
  double value = 0, paid = 0, squares = 0;
  double nothing = 0, spread = 0;
  int silent = 0;
  constexpr int customers = 8000;
  for (int i = 0; i < customers; ++i) {
    const double rate = rng.gamma(pareto.r, pareto.alpha.count);
    const double lifetime = rng.exponential(rng.gamma(pareto.s, pareto.beta.count));
    const double nu = rng.gamma(spend.q, spend.v);
    History history;
    history.age = {120};
    double before = 0, later = 0;
    for (double now = rng.exponential(rate); now < std::min(lifetime, 120 + end);
         now += rng.exponential(rate)) {
      const double amount = rng.gamma(spend.p, nu);
      if (now > 120) {
        later += amount;
      } else {
        ++history.frequency;
        history.recency = {now};
        before += amount;
      }
    }
    const Spend known{history.frequency, history.frequency > 0 ? before / history.frequency : 0};
    const Lifetime future = lifetime_of(pareto, spend, history, known, options);
    inside += later >= future.low && later <= future.high;
    above += later > future.high;
    value += future.value;
    paid += later;
    squares += later * later;
    silent += later == 0;
    nothing += future.probability_nothing;
    spread += future.probability_nothing * (1 - future.probability_nothing);
    // Where nothing is that likely, both ends of the interval are nothing as well.
    if (future.probability_nothing >= .9) CHECK(future.high == 0);
    if (future.probability_nothing >= .1) CHECK(future.low == 0);
  }
  CHECK(inside > .79 * customers);
  CHECK_THAT(above / static_cast<double>(customers), WithinAbs(.1, .015));
  CHECK_THAT(value, WithinAbs(paid, 4 * std::sqrt(squares)));
  CHECK_THAT(nothing, WithinAbs(silent, 4 * std::sqrt(spread)));
}

}  // namespace
}  // namespace regulars
