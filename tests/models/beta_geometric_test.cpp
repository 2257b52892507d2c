#include "core/models/beta_geometric.h"

#include <cmath>

#include "core/base/random.h"
#include "tests/models/cdnow.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

constexpr Dropout kBg = Dropout::after_repeat;
constexpr Dropout kMbg = Dropout::after_any;

// The parameters of Fader, Hardie and Lee (2005), table 2, in weeks.
const BetaGeometric kPaper{kBg, 1, .243, weeks(4.414), .793, 2.426};

TEST_CASE("BG/NBD finds the published parameters of CDNOW", "[models][beta_geometric]") {
  const auto cdnow = read_cdnow();
  if (!cdnow) return;
  const Histories histories(cdnow->histories);
  CHECK(cdnow->rows == 6919);
  CHECK(histories.customers() == 2357);
  CHECK(histories.repeats() == 2457);
  CHECK(histories.groups().size() == 1016);
  const auto [model, report] = fit_beta_geometric(histories, kBg, 1, {.unit = TimeUnit::weeks});
  CHECK(report.status == FitStatus::converged);
  // Fader, Hardie and Lee (2005), table 2: .243, 4.414, .793, 2.426, -9582.4; more digits from
  // exact weeks, recomputed.
  CHECK_THAT(report.log_likelihood, WithinAbs(-9582.429207, 1e-5));
  CHECK_THAT(model.r, WithinRel(.2425945, 1e-5));
  CHECK_THAT(model.alpha.count / 7, WithinRel(4.4136022, 1e-5));
  CHECK_THAT(model.a, WithinRel(.7929221, 1e-4));
  CHECK_THAT(model.b, WithinRel(2.4259072, 1e-4));
  REQUIRE(report.parameters.size() == 4);
  CHECK_THAT(*report.parameters[0].standard_error, WithinRel(.0125574, 1e-3));
  CHECK_THAT(*report.parameters[1].standard_error, WithinRel(.3782243, 1e-3));
  CHECK_THAT(*report.parameters[2].standard_error, WithinRel(.1857343, 1e-3));
  CHECK_THAT(*report.parameters[3].standard_error, WithinRel(.7054161, 1e-3));
  // Customer 1516 of the BTYD walkthrough, 25.75659 and .9688523 at its own optimum.
  const History& best = cdnow->histories[1515].history;
  CHECK(best.frequency == 26);
  CHECK_THAT(best.recency.count / 7, WithinRel(30.857142857, 1e-10));
  CHECK(best.age.count == 217);
  CHECK_THAT(model.outlook(best, weeks(52)).expected, WithinRel(25.757336, 2e-6));
  CHECK_THAT(model.probability_alive(best), WithinAbs(.968854, 1e-6));
  // Hardie's spreadsheet, recomputed at the exact optimum.
  const std::vector<std::pair<double, double>> growth{
      {.1429, .007816}, {1, .053184},   {3, .150631},  {31.8571, 1.040489},
      {32, 1.043732},   {78, 1.857958}, {52, 1.444012}};
  for (const auto& [time, expected] : growth)
    CHECK_THAT(model.outlook({}, weeks(time)).expected, WithinAbs(expected, 1.1e-6));
  CHECK_THAT(model.outlook(in_weeks(2, 30.43, 38.86), weeks(39)).expected, WithinAbs(1.2259, 1e-4));
  // BTYD walkthrough: x = 10, 15, 20, 25 with t_x = 20, T = 39.
  const std::vector<std::pair<int, double>> quiet{
      {10, .3474606}, {15, .04283391}, {20, .004158973}, {25, .0003583685}};
  for (const auto& [x, expected] : quiet)
    CHECK_THAT(model.outlook(in_weeks(x, 20, 39), weeks(52)).expected, WithinRel(expected, 1e-3));
}

TEST_CASE("MBG/NBD finds the published parameters of CDNOW", "[models][beta_geometric]") {
  const auto cdnow = read_cdnow();
  if (!cdnow) return;
  const auto [model, report] =
      fit_beta_geometric(Histories(cdnow->histories), kMbg, 1, {.unit = TimeUnit::weeks});
  CHECK(report.status == FitStatus::converged);
  // lifetimes, tests/test_estimation.py:786: .525, 6.183, .891, 1.614; more digits recomputed.
  CHECK_THAT(report.log_likelihood, WithinAbs(-9582.135716, 1e-5));
  CHECK_THAT(model.r, WithinRel(.5248432, 1e-4));
  CHECK_THAT(model.alpha.count / 7, WithinRel(6.1830859, 1e-4));
  CHECK_THAT(model.a, WithinRel(.8913593, 1e-4));
  CHECK_THAT(model.b, WithinRel(1.6140021, 1e-4));
  CHECK_THAT(*report.parameters[0].standard_error, WithinRel(.0832673, 1e-3));
  CHECK_THAT(*report.parameters[3].standard_error, WithinRel(.537487, 1e-3));
  const std::vector<std::pair<double, double>> growth{
      {.1429, .0077796}, {1, .0530603},   {3, .1507922},  {31.8571, 1.033467},
      {32, 1.0366057},   {78, 1.8036304}, {52, 1.4188849}};
  for (const auto& [time, expected] : growth)
    CHECK_THAT(model.outlook({}, weeks(time)).expected, WithinRel(expected, 2e-5));
  const History two = in_weeks(2, 30.43, 38.86);
  CHECK_THAT(model.outlook(two, weeks(39)).expected, WithinRel(1.2626693, 1e-5));
  CHECK_THAT(model.probability_alive(two), WithinRel(.7061257, 1e-5));
  CHECK_THAT(model.probability_alive(in_weeks(0, 0, 38.86)), WithinRel(.389715, 1e-4));
  const History& best = cdnow->histories[1515].history;
  CHECK_THAT(model.outlook(best, weeks(52)).expected, WithinRel(23.9981913, 1e-5));
  CHECK_THAT(model.probability_alive(best), WithinRel(.9654847, 1e-5));
}

TEST_CASE("BG/NBD gives the published chances of each number of purchases",
          "[models][beta_geometric]") {
  // Hardie's spreadsheet, as checked in lifetimes, tests/test_estimation.py:594-617.
  CHECK_THAT(kPaper.probability_of(0, {}, weeks(39)), WithinAbs(.5737864, 1e-7));
  CHECK_THAT(kPaper.probability_of(10, {}, weeks(2)), WithinRel(1.07869e-07, 1e-5));
  const std::vector<double> wanted{.0019995214, .0015170236, .0011633150, .0009003148, .0007023638,
                                   .0005517902, .0004361913, .0003467171, .0002769613, .0002222260};
  for (std::int32_t n = 11; n <= 20; ++n)
    CHECK_THAT(kPaper.probability_of(n, {}, weeks(30)),
               WithinAbs(wanted[static_cast<std::size_t>(n) - 11], 1e-10));
}

TEST_CASE("BG/NBD forecasts the published first customers of a shop in days",
          "[models][beta_geometric]") {
  // lifetimes, tests/test_utils.py:548, its example transactions; parameters recomputed.
  const BetaGeometric model{kBg, 1, .1638509, {1.8642803}, 1.8503431, 3.1810586};
  struct Wanted {
    History history;
    double in_30_days;
  };
  for (const auto& [history, in_30_days] :
       {Wanted{{0, {0}, {298}}, .016053}, Wanted{{0, {0}, {224}}, .021171},
        Wanted{{6, {142}, {292}}, .030461}, Wanted{{0, {0}, {147}}, .031686},
        Wanted{{2, {9}, {183}}, .001607}})
    CHECK_THAT(model.outlook(history, {30}).expected, WithinAbs(in_30_days, 5e-6));
}

TEST_CASE("likelihoods stay right where histories are extreme", "[models][beta_geometric]") {
  // Hardie's note 027 and pymc-marketing's tests.
  const BetaGeometric bg{kBg, 1, .25, {4}, .8, 2.5};
  CHECK_THAT(bg.log_likelihood(only(plain(0, 0, 40))), WithinAbs(-.59947382, 1e-8));
  CHECK_THAT(bg.log_likelihood(only(plain(200, 38, 40))), WithinAbs(100.7957, 1e-4));
  const BetaGeometric mbg{kMbg, 1, .25, {4}, .8, 2.5};
  CHECK_THAT(mbg.log_likelihood(only(plain(0, 0, 40))), WithinAbs(-.41792826, 1e-8));
  CHECK_THAT(mbg.log_likelihood(only(plain(200, 38, 40))), WithinAbs(100.7869, 1e-4));
  // BTYDplus, src/slice-sampling.cpp.
  const BetaGeometric regular{kBg, 3, .5, {2}, .3, .6};
  CHECK_THAT(regular.log_likelihood(only(plain(3, 12, 14, 3))), WithinAbs(-10.42500, 1e-5));
  CHECK_THAT(regular.log_likelihood(only(plain(4, 12, 14, 3))), WithinAbs(-12.22396, 1e-5));
  CHECK_THAT(regular.probability_of(2, {}, {10}), WithinAbs(.05669, 1e-5));
  const BetaGeometric modified{kMbg, 3, .5, {2}, .3, .6};
  CHECK_THAT(modified.probability_of(2, {}, {10}), WithinAbs(.04548, 1e-5));
}

TEST_CASE("nothing happens where a passes 1", "[models][beta_geometric]") {
  const History history = in_weeks(3, 20, 30);
  BetaGeometric model{kBg, 1, .3, weeks(5), 1, 2};
  const double at_one = model.outlook(history, weeks(40)).expected;
  for (const double step : {1e-3, 1e-6, 1e-9, 1e-12}) {
    model.a = 1 + step;
    CHECK_THAT(model.outlook(history, weeks(40)).expected, WithinAbs(at_one, 2 * step + 1e-12));
    model.a = 1 - step;
    CHECK_THAT(model.outlook(history, weeks(40)).expected, WithinAbs(at_one, 2 * step + 1e-12));
  }
}

TEST_CASE("the chances of all numbers of purchases give the expected one",
          "[models][beta_geometric]") {
  for (const Dropout dropout : {kBg, kMbg}) {
    for (const std::int32_t k : {1, 2, 5}) {
      const BetaGeometric model{dropout, k, .8, weeks(3), .4, 1.7};
      for (const History& history : {in_weeks(0, 0, 0), in_weeks(0, 0, 30), in_weeks(6, 25, 30)}) {
        double sum = 0, mean = 0, pairs = 0;
        for (std::int32_t n = 0; n <= 600; ++n) {
          const double p = model.probability_of(n, history, weeks(20));
          sum += p;
          mean += n * p;
          pairs += static_cast<double>(n) * (n - 1) * p;
        }
        CHECK_THAT(sum, WithinAbs(1, 1e-9));
        const Outlook outlook = model.outlook(history, weeks(20));
        CHECK_THAT(outlook.expected, WithinRel(mean, 1e-8));
        CHECK_THAT(outlook.pairs, WithinRel(pairs, 1e-6));
        CHECK_THAT(outlook.none, WithinRel(model.probability_of(0, history, weeks(20)), 1e-12));
        CHECK(outlook.active <= model.probability_alive(history));
      }
    }
  }
}

TEST_CASE("very many purchases are averaged as well as added one by one",
          "[models][beta_geometric]") {
  // Up to some thousand purchases are added, more of them averaged over the chance to leave. From
  // one to the other nothing jumps, whether hardly anyone leaves or most do.
  for (const double a : {1e-4, .03, .5, 3.0, 300.0}) {
    for (const double b : {1e-3, 2.0, 500.0}) {
      const BetaGeometric model{kBg, 1, 50, {1}, a, b};
      const History history = plain(400, 10, 10);
      double before = 0, pairs_before = 0, active_before = 1;
      for (double t = 100; t < 400; t *= 1.001) {
        const Outlook outlook = model.outlook(history, {t});
        if (before > 0) {
          CHECK_THAT(outlook.expected / before, WithinAbs(1.0005, .00051));
          CHECK_THAT(outlook.pairs / pairs_before, WithinAbs(1.001, .00101));
          if (active_before > 1e-200)
            CHECK_THAT(outlook.active / active_before, WithinRel(1, 2 * (a + 1e-3) * 1e-3));
        }
        before = outlook.expected;
        pairs_before = outlook.pairs;
        active_before = outlook.active;
      }
    }
  }
}

TEST_CASE("a history in days or in weeks is the same", "[models][beta_geometric]") {
  const auto cdnow = read_cdnow();
  if (!cdnow) return;
  const Histories histories(cdnow->histories);
  std::vector<CountedHistory> written;
  for (const CountedHistory& row : cdnow->histories)
    written.push_back(
        {in_weeks(row.history.frequency, count_in(row.history.recency, TimeUnit::weeks),
                  count_in(row.history.age, TimeUnit::weeks))});
  const auto in_days = fit_beta_geometric(histories, kBg, 1);
  const auto from_weeks = fit_beta_geometric(Histories(written), kBg, 1, {.unit = TimeUnit::weeks});
  CHECK_THAT(in_days.model.alpha.count, WithinRel(from_weeks.model.alpha.count, 1e-6));
  CHECK_THAT(in_days.report.parameters[1].value,
             WithinRel(7 * from_weeks.report.parameters[1].value, 1e-6));
  CHECK_THAT(in_days.report.log_likelihood,
             WithinAbs(from_weeks.report.log_likelihood - 2457 * std::log(7.0), 1e-6));
}

TEST_CASE("customers counted once each or in groups have one likelihood",
          "[models][beta_geometric]") {
  const auto cdnow = read_cdnow();
  if (!cdnow) return;
  const BetaGeometric model{kMbg, 2, .6, weeks(7), .9, 1.6};
  double sum = 0;
  for (const CountedHistory& row : cdnow->histories) sum += model.log_likelihood(only(row.history));
  CHECK_THAT(model.log_likelihood(Histories(cdnow->histories)), WithinRel(sum, 1e-10));
}

// Customers whose gaps are the sum of `k` steps.
std::vector<CountedHistory> simulate_regular(const BetaGeometric& truth, int customers, Rng& rng) {
  std::vector<CountedHistory> rows;
  for (int i = 0; i < customers; ++i) {
    const double rate = rng.gamma(truth.r, truth.alpha.count);
    const double leaving = rng.beta(truth.a, truth.b);
    History history{.age = {365.0 + static_cast<double>(rng.below(365))}};
    double now = 0;
    bool active = truth.dropout == kBg || rng.uniform() >= leaving;
    while (active) {
      const double gap = rng.gamma(truth.k, rate);
      now += gap;
      if (now > history.age.count) break;
      ++history.frequency;
      history.recency = {now};
      history.log_gaps += std::log(gap);
      active = rng.uniform() >= leaving;
    }
    rows.push_back({history});
  }
  return rows;
}

TEST_CASE("regular gaps are told from chance", "[models][beta_geometric]") {
  Rng rng(3);
  for (const Dropout dropout : {kBg, kMbg}) {
    const BetaGeometric truth{dropout, 3, 2, {40}, .6, 3};
    const auto rows = simulate_regular(truth, 2000, rng);
    const auto [model, report] = fit_beta_geometric_k(Histories(rows), dropout);
    CHECK(model.k == 3);
    CHECK(report.status == FitStatus::converged);
    CHECK(report.parameters[0].name == "k");
    CHECK_THAT(model.r, WithinRel(truth.r, .25));
    CHECK_THAT(model.alpha.count, WithinRel(truth.alpha.count, .25));
    CHECK_THAT(model.a / (model.a + model.b), WithinAbs(.6 / 3.6, .03));
  }
  const BetaGeometric irregular{kBg, 1, 1, {20}, .6, 3};
  CHECK(fit_beta_geometric_k(Histories(simulate_regular(irregular, 2000, rng)), kBg).model.k == 1);
}

TEST_CASE("what a model of regular gaps expects is what comes", "[models][beta_geometric]") {
  // Customers drawn from the model, watched up to a day and beyond it: means of 60,000 are within
  // 4 standard errors of what was to be expected of each.
  Rng rng(8);
  const BetaGeometric truth{kMbg, 3, 1.5, {10}, .8, 2.5};
  double came = 0, squared = 0, expected = 0, none = 0, none_expected = 0, active = 0,
         active_expected = 0;
  constexpr int customers = 60'000;
  for (int i = 0; i < customers; ++i) {
    const double rate = rng.gamma(truth.r, truth.alpha.count);
    const double leaving = rng.beta(truth.a, truth.b);
    History history{.age = {60}};
    bool is_active = rng.uniform() >= leaving;
    int later = 0;
    double now = 0;
    while (is_active) {
      now += rng.gamma(truth.k, rate);
      if (now > 150) break;
      if (now > 60) {
        ++later;
      } else {
        ++history.frequency;
        history.recency = {now};
      }
      is_active = rng.uniform() >= leaving;
    }
    if (i % 20 == 0) {  // a model's figures of every twentieth stand for all
      const Outlook outlook = truth.outlook(history, {90});
      expected += 20 * outlook.expected;
      none_expected += 20 * outlook.none;
      active_expected += 20 * outlook.active;
    }
    came += later;
    squared += static_cast<double>(later) * later;
    none += later == 0;
    active += is_active;
  }
  const double error = std::sqrt(squared) * std::sqrt(21.0);
  CHECK_THAT(expected, WithinAbs(came, 4 * error));
  CHECK_THAT(none_expected, WithinAbs(none, 4 * std::sqrt(21.0 * customers) / 2));
  CHECK_THAT(active_expected, WithinAbs(active, 4 * std::sqrt(21.0 * customers) / 2));
}

}  // namespace
}  // namespace regulars
