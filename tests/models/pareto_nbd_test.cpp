#include "core/models/pareto_nbd.h"

#include <cmath>

#include "core/base/random.h"
#include "core/models/nbd.h"
#include "tests/models/cdnow.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

ParetoNbd per_week(double r, double alpha, double s, double beta) {
  return {r, weeks(alpha), s, weeks(beta)};
}

ParetoNbd plain_model(double r, double alpha, double s, double beta) {
  return {r, {alpha}, s, {beta}};
}

TEST_CASE("Pareto/NBD finds the published parameters of CDNOW", "[models][pareto_nbd]") {
  const auto cdnow = read_cdnow();
  if (!cdnow) return;
  const auto [model, report] =
      fit_pareto_nbd(Histories(cdnow->histories), {.unit = TimeUnit::weeks});
  CHECK(report.status == FitStatus::converged);
  // Fader, Hardie and Lee (2005), table 2: .553, 10.578, .606, 11.669, -9595.0; more digits and
  // standard errors recomputed from exact weeks. The likelihood is flat: the optimum of another
  // package lies 0.1 % off in beta.
  CHECK_THAT(report.log_likelihood, WithinAbs(-9594.976179, 1e-5));
  CHECK_THAT(model.r, WithinRel(.5532771, 1e-3));
  CHECK_THAT(model.alpha.count / 7, WithinRel(10.5776829, 1e-3));
  CHECK_THAT(model.s, WithinRel(.6062399, 2e-3));
  CHECK_THAT(model.beta.count / 7, WithinRel(11.6687325, 2e-3));
  CHECK_THAT(*report.parameters[0].standard_error, WithinRel(.047628, 2e-3));
  CHECK_THAT(*report.parameters[1].standard_error, WithinRel(.842722, 2e-3));
  CHECK_THAT(*report.parameters[2].standard_error, WithinRel(.187284, 2e-3));
  CHECK_THAT(*report.parameters[3].standard_error, WithinRel(6.211191, 4e-3));
  const History& best = cdnow->histories[1515].history;
  CHECK_THAT(model.outlook(best, weeks(52)).expected, WithinRel(25.455185, 1e-5));
  CHECK_THAT(model.probability_alive(best), WithinAbs(.997873, 1e-6));
  // BTYD walkthrough, at an optimum that is 0.1 % away in beta.
  CHECK_THAT(model.outlook({}, weeks(52)).expected, WithinRel(1.473434, 1e-5));
  const std::vector<std::pair<int, double>> quiet{
      {10, .7062289}, {15, .1442396}, {20, .02250658}, {25, .00309267}};
  for (const auto& [x, expected] : quiet)
    CHECK_THAT(model.outlook(in_weeks(x, 20, 39), weeks(52)).expected, WithinRel(expected, 1e-3));
}

TEST_CASE("NBD has the likelihood of CDNOW that was found before", "[models][nbd]") {
  const auto cdnow = read_cdnow();
  if (!cdnow) return;
  const auto [model, report] = fit_nbd(Histories(cdnow->histories), {.unit = TimeUnit::weeks});
  CHECK(report.status == FitStatus::converged);
  CHECK_THAT(report.log_likelihood, WithinAbs(-9763.657615, 1e-5));
  CHECK_THAT(model.r, WithinRel(.3847661, 1e-5));
  CHECK_THAT(model.alpha.count / 7, WithinRel(12.0720232, 1e-5));
}

TEST_CASE("Pareto/NBD expects the published purchases", "[models][pareto_nbd]") {
  // lifetimes, tests/test_estimation.py:349-358.
  const ParetoNbd paper = per_week(.55, 10.56, .61, 11.64);
  const std::vector<double> wanted{0,         .05077821, .09916088, .14542507, .18979930,
                                   .23247466, .27361274, .31335159, .35181024, .38909211};
  for (std::size_t t = 0; t < wanted.size(); ++t)
    CHECK_THAT(paper.outlook({}, weeks(static_cast<double>(t))).expected,
               WithinAbs(wanted[t], 1e-8));
  CHECK_THAT(
      per_week(.5533971, 10.5801985, .6060625, 11.6562237).probability_alive(in_weeks(0, 0, 39)),
      WithinAbs(.2941633, 1e-7));  // BTYD walkthrough
}

TEST_CASE("Pareto/NBD stays right where others broke", "[models][pareto_nbd]") {
  // Histories on which published implementations gave NaN, infinity or 0; clv tables, recomputed.
  const ParetoNbd m = plain_model(.5143, 2.8845, .2856, 14.1087);
  CHECK_THAT(m.probability_alive(plain(221, 103.42857, 103.57143)), WithinAbs(.9995961, 1e-7));
  CHECK_THAT(m.probability_alive(plain(254, 97.14286, 97.28571)), WithinAbs(.9995582, 1e-7));
  CHECK_THAT(m.probability_alive(plain(161, 94.71429, 98)), WithinAbs(.7494878, 1e-7));
  CHECK_THAT(m.probability_alive(plain(204, 98.57143, 99.42857)), WithinAbs(.9942551, 1e-7));
  const ParetoNbd paper = plain_model(.55, 10.58, .61, 11.67);
  CHECK_THAT(paper.outlook(plain(132, 200, 200), {10}).expected, WithinRel(6.2060517890, 1e-9));
  CHECK_THAT(paper.outlook(plain(133, 200, 200), {10}).expected, WithinRel(6.2528722476, 1e-9));
  const ParetoNbd steep = plain_model(10.465, .00798565181, 3.0516, 2.820);
  CHECK_THAT(steep.log_likelihood(only(plain(400, 5, 6))), WithinAbs(1323.188931, 1e-6));
  CHECK_THAT(steep.log_likelihood(only(plain(500, 1, 37))), WithinAbs(2594.404455, 1e-6));
  CHECK_THAT(steep.log_likelihood(only(plain(500, 4, 37))), WithinAbs(1888.821250, 1e-6));
  CHECK_THAT(steep.probability_alive(plain(40, 5, 6)), WithinAbs(.0018851282, 1e-10));
  CHECK_THAT(steep.probability_alive(plain(50, 1, 37)), WithinRel(1.4e-96, .05));
  CHECK_THAT(steep.probability_alive(plain(50, 4, 37)), WithinRel(6.7e-60, .05));
  const ParetoNbd apart = plain_model(2, .5, 3, 900);
  CHECK_THAT(apart.log_likelihood(only(plain(300, 39.9, 40))), WithinAbs(301.3034887, 1e-7));
  CHECK_THAT(apart.log_likelihood(only(plain(2000, 39.9, 40))), WithinAbs(5802.6114395, 1e-6));
}

TEST_CASE("Pareto/NBD stays right where one pace is thousands of times the other",
          "[models][pareto_nbd]") {
  // mpmath 1.3, 30 digits, by the integral over the moment of leaving.
  struct Case {
    ParetoNbd model;
    std::int32_t x;
    double last, age, wanted;
  };
  for (const auto& [model, x, last, age, wanted] :
       {Case{{0.8, {0.5}, 0.7, {9000}}, 0, 0, 40, -3.509486339085741},
        Case{{0.8, {0.5}, 0.7, {9000}}, 12, 30, 40, -28.59545921877063},
        Case{{0.01, {5000}, 0.02, {0.3}}, 1, 3, 60, -13.18190378720609},
        Case{{0.001, {2e6}, 0.002, {1}}, 0, 0, 50, -2.484965283084149e-8},
        Case{{50, {1e-3}, 4, {1e5}}, 90, 20, 21, -365.910198256581}})
    CHECK_THAT(model.log_likelihood(only(plain(x, last, age))),
               WithinAbs(wanted, 1e-11 * (1 + std::abs(wanted))));
}

TEST_CASE("the likelihood of many is the sum of each one's", "[models][pareto_nbd]") {
  // So many times for each number of purchases that they are told from a few.
  std::vector<CountedHistory> rows;
  for (int x = 0; x < 4; ++x)
    for (int day = 1; day < 400; ++day)
      rows.push_back({{x, {x == 0 ? 0.0 : day}, {400.0 + (day * 37) % 300}}, 1});
  for (const ParetoNbd& model : {plain_model(.7, 40, .6, 80), plain_model(.4, .02, .01, 30000),
                                 plain_model(2, 900, 3, 5), plain_model(1, 50, 1, 50)}) {
    double sum = 0;
    for (const CountedHistory& row : rows)
      sum += model.log_likelihood(Histories(std::span(&row, 1)));
    CHECK_THAT(model.log_likelihood(Histories(rows)), WithinRel(sum, 1e-11));
  }
}

TEST_CASE("discounted purchases are those of the literature", "[models][pareto_nbd]") {
  const ParetoNbd model = per_week(.5629966, 12.559037, .4081095, 10.5148048);
  const double rate = .0027 / 7;  // a day
  CHECK_THAT(model.discounted_purchases(in_weeks(7, 35, 77.86), rate), WithinAbs(1.8641833, 1e-7));
  const std::vector<double> wanted{2.1991554, 2.8435344, 2.8671284, 2.4454101, 1.8405019,
                                   1.2624165, .8096182,  .4948036,  .2920247,  .1679275};
  for (std::int32_t x = 1; x <= 10; ++x)
    CHECK_THAT(model.discounted_purchases(in_weeks(x, 30, 77.86), rate),
               WithinAbs(wanted[static_cast<std::size_t>(x) - 1], 1e-7));
}

TEST_CASE("what Pareto/NBD expects is what comes", "[models][pareto_nbd]") {
  // Customers drawn from the model: means are within 4 standard errors of what was expected.
  Rng rng(5);
  const ParetoNbd truth = plain_model(.9, 20, .8, 60);
  constexpr int customers = 40'000;
  double came = 0, squares = 0, pairs_came = 0, pairs_squares = 0, none = 0;
  double expected = 0, pairs = 0, none_expected = 0;
  for (int i = 0; i < customers; ++i) {
    const double rate = rng.gamma(truth.r, truth.alpha.count);
    const double lifetime = rng.exponential(rng.gamma(truth.s, truth.beta.count));
    History history{.age = {100}};
    int later = 0;
    for (double now = rng.exponential(rate); now < std::min(lifetime, 250.0);
         now += rng.exponential(rate)) {
      if (now > 100) {
        ++later;
      } else {
        ++history.frequency;
        history.recency = {now};
      }
    }
    const double n = later;
    came += n;
    squares += n * n;
    pairs_came += n * (n - 1);
    pairs_squares += n * (n - 1) * n * (n - 1);
    none += later == 0;
    const Outlook outlook = truth.outlook(history, {150});
    expected += outlook.expected;
    pairs += outlook.pairs;
    none_expected += outlook.none;
  }
  CHECK_THAT(expected, WithinAbs(came, 4 * std::sqrt(squares)));
  CHECK_THAT(pairs, WithinAbs(pairs_came, 4 * std::sqrt(pairs_squares)));
  CHECK_THAT(none_expected, WithinAbs(none, 4 * std::sqrt(customers / 4.0)));
}

TEST_CASE("a lifetime rate of 1 is no singularity", "[models][pareto_nbd]") {
  const History history = in_weeks(3, 20, 30);
  const double at_one = per_week(.5, 10, 1, 12).outlook(history, weeks(50)).expected;
  for (const double step : {1e-4, 1e-8, 1e-12, -1e-12, -1e-8, -1e-4}) {
    const ParetoNbd model = per_week(.5, 10, 1 + step, 12);
    CHECK_THAT(model.outlook(history, weeks(50)).expected,
               WithinRel(at_one, 3 * std::abs(step) + 1e-11));
  }
}

}  // namespace
}  // namespace regulars
