#include "core/stats/survival.h"

#include "tests/support/catch.h"

namespace regulars {
namespace {

// Source: Freireich et al. (1963), Blood 21(6): weeks of remission of 42 children with acute
// leukemia under 6-mercaptopurine and under placebo.
std::vector<std::vector<WatchedCase>> leukemia() {
  std::vector<WatchedCase> treated{
      {6, true},   {6, true},   {6, true},   {6, false},  {7, true},   {9, false},  {10, true},
      {10, false}, {11, false}, {13, true},  {16, true},  {17, false}, {19, false}, {20, false},
      {22, true},  {23, true},  {25, false}, {32, false}, {32, false}, {34, false}, {35, false}};
  std::vector<WatchedCase> placebo;
  for (const double week : {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23})
    placebo.push_back({week, true});
  return {treated, placebo};
}

// Source: Grana et al. (2002), British Journal of Cancer 86(2), as in the R package coin: months of
// 17 patients with grade III glioma under radioimmunotherapy and under control.
std::vector<std::vector<WatchedCase>> glioma() {
  return {{{53, true},
           {28, false},
           {69, false},
           {58, false},
           {54, false},
           {25, true},
           {51, false},
           {61, false},
           {57, false},
           {57, false},
           {50, false}},
          {{34, true}, {32, true}, {9, true}, {19, true}, {50, false}, {48, false}}};
}

}  // namespace

// Source: textbook values of the treated arm, as in Kleinbaum and Klein, Survival Analysis.
TEST_CASE("the curve of the leukemia trial is the published one", "[stats][survival]") {
  const auto curve = kaplan_meier(risk_sets(leukemia()[0]));
  const double wanted[] = {.857143, .806723, .752941, .690196, .627451, .537815, .448179};
  REQUIRE(curve.size() == std::size(wanted));
  for (std::size_t i = 0; i < curve.size(); ++i)
    CHECK_THAT(curve[i].share, WithinAbs(wanted[i], 5e-7));
  CHECK(curve[0].at_risk == 21);
  CHECK(curve[6].at_risk == 6);
  CHECK(time_of_share(curve, 0.5) == 23);
  CHECK_FALSE(time_of_share(curve, 0.4));
}

// Source: R, survfit with conf.type = "log-log".
TEST_CASE("the bands of the glioma trial are those of R", "[stats][survival]") {
  const auto curve = kaplan_meier(risk_sets(glioma()[1]));
  const double times[] = {9, 19, 32, 34};
  const double shares[] = {.8333, .6667, .5, .3333};
  const double low[] = {.2731, .1946, .1109, .0461};
  const double high[] = {.975, .904, .804, .676};
  REQUIRE(curve.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK_THAT(curve[i].time, WithinAbs(times[i], 0));
    CHECK_THAT(curve[i].share, WithinAbs(shares[i], 5e-5));
    CHECK_THAT(curve[i].low, WithinAbs(low[i], 5e-5));
    CHECK_THAT(curve[i].high, WithinAbs(high[i], 5e-4));
  }
  const auto treated = kaplan_meier(risk_sets(glioma()[0]));
  CHECK_THAT(treated[0].share, WithinAbs(.909, 5e-4));
  CHECK_THAT(treated[1].share, WithinAbs(.779, 5e-4));
}

// Source: lifelines, tests/test_statistics.py, which gives the figures of R and of textbooks.
TEST_CASE("log-rank tests give the published figures", "[stats][survival]") {
  const auto g3 = log_rank(group_risks(glioma()));
  REQUIRE(g3);
  CHECK_THAT(g3->chi_squared, WithinAbs(6.062888, 5e-7));
  CHECK_THAT(g3->p, WithinAbs(.0138, 5e-5));
  CHECK(g3->degrees == 1);
  const auto risks = group_risks(leukemia());
  CHECK_THAT(log_rank(risks)->chi_squared, WithinAbs(16.79294, 5e-6));
  CHECK_THAT(log_rank(risks)->p, WithinAbs(4.17e-05, 5e-8));
  CHECK_THAT(log_rank(risks, LogRankWeight::at_risk)->chi_squared, WithinAbs(13.457852, 5e-7));
  CHECK_THAT(log_rank(risks, LogRankWeight::root_at_risk)->chi_squared, WithinAbs(15.123575, 5e-7));
  CHECK_THAT(log_rank(risks, LogRankWeight::survival)->chi_squared, WithinAbs(14.084139, 1e-6));
}

// Source: lifelines, tests/test_estimation.py, against R.
TEST_CASE("whoever enters late is at risk from then on", "[stats][survival]") {
  const std::vector<WatchedCase> cases{
      {2, true, 1}, {10, true, 2}, {5, true, 4}, {4, true, 0}, {3, true, 0}};
  const auto curve = kaplan_meier(risk_sets(cases));
  const double wanted[] = {.667, .444, .222, .111, 0};
  REQUIRE(curve.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) CHECK_THAT(curve[i].share, WithinAbs(wanted[i], 5e-4));
  CHECK(curve[4].low == 0);
  CHECK(curve[4].high == curve[3].high);
}

TEST_CASE("without censoring the curve is the share that is left", "[stats][survival]") {
  std::vector<WatchedCase> cases;
  for (int i = 1; i <= 40; ++i) cases.push_back({static_cast<double>((i * 7) % 11), true});
  const auto curve = kaplan_meier(risk_sets(cases));
  for (const SurvivalStep& step : curve) {
    std::int64_t left = 0;
    for (const WatchedCase& one : cases) left += one.time > step.time;
    CHECK_THAT(step.share, WithinAbs(static_cast<double>(left) / 40, 1e-12));
    CHECK(step.low <= step.share);
    CHECK(step.share <= step.high);
  }
}

TEST_CASE("a comparison does not depend on the order of its groups", "[stats][survival]") {
  auto three = leukemia();
  three.push_back(glioma()[0]);
  const auto first = log_rank(group_risks(three));
  std::swap(three[0], three[2]);
  const auto second = log_rank(group_risks(three));
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->degrees == 2);
  CHECK_THAT(first->chi_squared, WithinRel(second->chi_squared, 1e-12));
}

TEST_CASE("groups in which nothing can be compared have no test", "[stats][survival]") {
  const std::vector<std::vector<WatchedCase>> none{{}, {}};
  CHECK_FALSE(log_rank(group_risks(none)));
  const std::vector<std::vector<WatchedCase>> one{{{3, true}}, {}};
  CHECK_FALSE(log_rank(group_risks(one)));
  CHECK(kaplan_meier(risk_sets({})).empty());
}

}  // namespace regulars
