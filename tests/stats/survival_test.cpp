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

// So many cases that ended at one time: with the event, and without.
struct Ended {
  int time;
  int happened;
  int censored;
};

std::vector<WatchedCase> cases_of(const std::vector<Ended>& table) {
  std::vector<WatchedCase> cases;
  for (const Ended& row : table) {
    cases.insert(cases.end(), static_cast<std::size_t>(row.happened),
                 {.time = 1.0 * row.time, .happened = true});
    cases.insert(cases.end(), static_cast<std::size_t>(row.censored),
                 {.time = 1.0 * row.time, .happened = false});
  }
  return cases;
}

// Source: McKelvey et al. (1976), Cancer 38(4), as in Matthews and Farewell, Using and
// Understanding Medical Statistics: days that 80 patients with lymphoma lived, stages III and IV.
std::vector<std::vector<WatchedCase>> lymphoma() {
  return {cases_of({{6, 1, 0},
                    {19, 1, 0},
                    {32, 1, 0},
                    {42, 2, 0},
                    {43, 0, 1},
                    {94, 1, 0},
                    {126, 0, 1},
                    {169, 0, 1},
                    {207, 1, 0},
                    {211, 0, 1},
                    {227, 0, 1},
                    {253, 1, 0},
                    {255, 0, 1},
                    {270, 0, 1},
                    {310, 0, 1},
                    {316, 0, 1},
                    {335, 0, 1},
                    {346, 0, 1}}),
          cases_of({{4, 1, 0},   {6, 1, 0},   {10, 1, 0},  {11, 3, 0},  {13, 1, 0},  {17, 1, 0},
                    {20, 2, 0},  {21, 1, 0},  {22, 1, 0},  {24, 2, 0},  {29, 1, 0},  {30, 2, 0},
                    {31, 1, 0},  {33, 1, 0},  {34, 1, 0},  {35, 1, 0},  {39, 1, 0},  {40, 1, 0},
                    {41, 0, 1},  {43, 0, 1},  {45, 1, 0},  {46, 1, 0},  {50, 1, 0},  {56, 1, 0},
                    {61, 0, 2},  {63, 1, 0},  {68, 1, 0},  {82, 1, 0},  {85, 1, 0},  {88, 1, 0},
                    {89, 1, 0},  {90, 1, 0},  {93, 1, 0},  {104, 1, 0}, {110, 1, 0}, {134, 1, 0},
                    {137, 1, 0}, {160, 0, 1}, {169, 1, 0}, {171, 1, 0}, {173, 1, 0}, {175, 1, 0},
                    {184, 1, 0}, {201, 1, 0}, {222, 1, 0}, {235, 0, 1}, {247, 0, 1}, {260, 0, 1},
                    {284, 0, 1}, {290, 0, 1}, {291, 0, 1}, {302, 0, 1}, {304, 0, 1}, {341, 0, 1},
                    {345, 0, 1}})};
}

// Source: the lifetimes of fruit flies that lifelines calls waltons: carriers of miR-137, controls.
std::vector<std::vector<WatchedCase>> flies() {
  return {cases_of({{6, 1, 0},
                    {9, 3, 0},
                    {13, 3, 0},
                    {15, 2, 0},
                    {19, 3, 0},
                    {22, 4, 0},
                    {26, 5, 0},
                    {29, 5, 0},
                    {33, 2, 0},
                    {36, 2, 0},
                    {43, 1, 0},
                    {47, 1, 0},
                    {62, 2, 0}}),
          cases_of({{7, 1, 1},  {17, 1, 0},  {32, 1, 0}, {33, 1, 0},  {38, 2, 0},
                    {41, 7, 0}, {45, 9, 1},  {48, 8, 0}, {51, 3, 0},  {53, 7, 0},
                    {54, 2, 0}, {56, 18, 0}, {58, 4, 0}, {60, 15, 1}, {61, 9, 2},
                    {63, 9, 0}, {66, 3, 0},  {68, 9, 1}, {69, 12, 1}, {75, 1, 0}})};
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
  const auto stages = log_rank(group_risks(lymphoma()));
  CHECK_THAT(stages->chi_squared, WithinAbs(6.70971, 5e-6));
  CHECK_THAT(stages->p, WithinAbs(.0096, 5e-5));
  CHECK_THAT(log_rank(group_risks(flies()))->chi_squared, WithinAbs(122.249126, 5e-7));
  const std::vector<std::vector<WatchedCase>> six{{{10, true}, {20, true}, {30, true}},
                                                  {{10, true}, {20, true}, {50, true}}};
  CHECK_THAT(log_rank(group_risks(six))->p, WithinAbs(.614107, 5e-7));
  const std::vector<std::vector<WatchedCase>> censored{{{10, true}, {20, false}, {30, true}},
                                                       {{10, true}, {20, false}, {50, true}}};
  CHECK_THAT(log_rank(group_risks(censored))->p, WithinAbs(.535143, 5e-7));
}

// Source: lifelines, tests/test_estimation.py.
TEST_CASE("half of the flies have died by the published days", "[stats][survival]") {
  auto groups = flies();
  CHECK(time_of_share(kaplan_meier(risk_sets(groups[0])), 0.5) == 26);
  CHECK(time_of_share(kaplan_meier(risk_sets(groups[1])), 0.5) == 58);
  groups[0].insert(groups[0].end(), groups[1].begin(), groups[1].end());
  REQUIRE(groups[0].size() == 163);
  const auto risks = risk_sets(groups[0]);
  std::int64_t events = 0;
  for (const RiskSet& set : risks) events += set.events;
  CHECK(events == 156);
  CHECK(time_of_share(kaplan_meier(risks), 0.5) == 56);
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
  // Source: Cole and Hudgens (2010), American Journal of Epidemiology 171(11): the first two
  // deaths.
  const RiskSet late[] = {{.269, 42, 1}, {.791, 44, 1}};
  CHECK_THAT(kaplan_meier(late)[1].share, WithinAbs(.95400433, 5e-9));
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
