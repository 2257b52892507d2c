#include "core/models/covariates.h"

#include <cmath>

#include "core/base/random.h"
#include "core/models/beta_geometric.h"
#include "core/models/fit_table.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

// Customers of BG/NBD, watched for a year: who came by the second door buys exp(pace) times as
// often, and the odds that they leave are exp(leaving) times as high.
CovariateTable two_doors(int customers, double pace, double leaving) {
  Rng rng(21);
  CovariateTable table{{}, 1, {}};
  for (int i = 0; i < customers; ++i) {
    const double door = i % 2;
    const double rate = rng.gamma(.8, 40 * std::exp(-pace * door));
    const double p = rng.beta(1.5 * std::exp(leaving * door), 4);
    History history{.age = {365.0 - static_cast<double>(rng.below(200))}};
    for (double now = rng.exponential(rate); now < history.age.count;
         now += rng.exponential(rate)) {
      ++history.frequency;
      history.recency = {now};
      if (rng.uniform() < p) break;
    }
    table.rows.push_back({history});
    table.values.push_back(door);
  }
  return table;
}

bool is_near(const Estimate& estimate, double drawn) {
  return estimate.standard_error && std::abs(estimate.value - drawn) < 3 * *estimate.standard_error;
}

TEST_CASE("covariates find what customers were drawn with", "[models][covariates]") {
  const CovariateFit fit = fit_with_covariates(ModelKind::bg_nbd, two_doors(6000, .6, .9));
  CHECK(fit.report.status == FitStatus::converged);
  REQUIRE(fit.effects.size() == 1);
  CHECK(is_near(fit.effects[0].pace, .6));
  CHECK(is_near(fit.effects[0].leaving, .9));
  CHECK(*fit.effects[0].pace.standard_error < .1);
  CHECK(fit.p < 1e-6);
  CHECK(fit.report.log_likelihood > fit.log_likelihood_without);
}

TEST_CASE("a covariate that does nothing is found to do nothing", "[models][covariates]") {
  for (const ModelKind kind : {ModelKind::bg_nbd, ModelKind::mbg_nbd}) {
    const CovariateFit fit = fit_with_covariates(kind, two_doors(3000, 0, 0));
    CHECK(fit.report.status == FitStatus::converged);
    CHECK(is_near(fit.effects[0].pace, 0));
    CHECK(is_near(fit.effects[0].leaving, 0));
    CHECK(fit.p > .01);
  }
}

TEST_CASE("a fit with covariates is that of its groups, each at its own parameters",
          "[models][covariates]") {
  const CovariateTable table = two_doors(2000, .5, .5);
  for (const ModelKind kind : {ModelKind::mbg_nbd, ModelKind::pareto_nbd}) {
    const CovariateFit fit = fit_with_covariates(kind, table);
    double sum = 0;
    for (const double door : {0.0, 1.0}) {
      std::vector<CountedHistory> rows;
      for (std::size_t i = 0; i < table.rows.size(); ++i)
        if (table.values[i] == door) rows.push_back(table.rows[i]);
      sum += std::visit([&](const auto& model) { return model.log_likelihood(Histories(rows)); },
                        model_of(fit, std::span(&door, 1)));
    }
    CHECK_THAT(fit.report.log_likelihood, WithinRel(sum, 1e-10));
  }
}

TEST_CASE("the unit of a covariate and of time change nothing but their own",
          "[models][covariates]") {
  CovariateTable table = two_doors(2000, .5, .5);
  const CovariateFit days = fit_with_covariates(ModelKind::bg_nbd, table);
  const CovariateFit weekly =
      fit_with_covariates(ModelKind::bg_nbd, table, {.unit = TimeUnit::weeks});
  CHECK_THAT(weekly.effects[0].pace.value, WithinRel(days.effects[0].pace.value, 1e-9));
  CHECK_THAT(weekly.report.parameters[1].value,
             WithinRel(days.report.parameters[1].value / 7, 1e-9));
  for (double& value : table.values) value *= 1000;
  const CovariateFit thousands = fit_with_covariates(ModelKind::bg_nbd, table);
  CHECK_THAT(1000 * thousands.effects[0].leaving.value,
             WithinRel(days.effects[0].leaving.value, 1e-9));
  CHECK_THAT(1000 * *thousands.effects[0].leaving.standard_error,
             WithinRel(*days.effects[0].leaving.standard_error, 1e-6));
}

TEST_CASE("covariates of a table are numbers or texts", "[models][covariates][fit_table]") {
  const CovariateTable drawn = two_doors(400, .8, 0);
  std::string file = "x,t_x,T,door,visits\n";
  for (std::size_t i = 0; i < drawn.rows.size(); ++i) {
    const History& history = drawn.rows[i].history;
    file += std::to_string(history.frequency) + "," + std::to_string(history.recency.count) + "," +
            std::to_string(history.age.count) + "," + (drawn.values[i] == 0 ? "shop" : "market") +
            "," + std::to_string(i % 2) + "\n";
  }
  const auto by_text = fit_table(file, {.covariates = {"Door"}});
  const auto by_number = fit_table(file, {.predict = 90, .covariates = {"visits"}});
  REQUIRE(by_text);
  REQUIRE(by_number);
  REQUIRE(by_text->covariates.size() == 1);
  CHECK(by_text->covariates[0].column == "Door");
  // Both doors are as common: the first by name is the base.
  CHECK(by_text->covariates[0].level == "shop");
  CHECK(by_number->covariates[0].level.empty());
  CHECK_THAT(by_text->covariates[0].effect.pace.value,
             WithinAbs(-by_number->covariates[0].effect.pace.value, 1e-4));
  REQUIRE(by_number->predictions.size() == 400);
  const auto without = fit_table(file, {.predict = 90});
  CHECK_THAT(by_number->log_likelihood_without, WithinRel(without->report.log_likelihood, 1e-12));

  const auto refusal = [&](TableQuestion question) {
    const auto fitted = fit_table(file, question);
    REQUIRE_FALSE(fitted);
    return fitted.error().code;
  };
  CHECK(refusal({.covariates = {"nothing"}}) == ErrorCode::column_not_found);
  CHECK(refusal({.model = TableModel::nbd, .covariates = {"door"}}) == ErrorCode::invalid_option);
  CHECK(refusal({.model = TableModel::gamma_gamma, .covariates = {"door"}}) ==
        ErrorCode::invalid_option);
  const auto blank = fit_table("x,t_x,T,door\n0,0,9,a\n1,3,9, \n", {.covariates = {"door"}});
  REQUIRE_FALSE(blank);
  CHECK(blank.error().code == ErrorCode::invalid_cell);
  CHECK(blank.error().line == 3);
  CHECK(blank.error().column == 4);
  const auto same = fit_table("x,t_x,T,door\n0,0,9,a\n1,3,9,a\n", {.covariates = {"door"}});
  REQUIRE_FALSE(same);
  CHECK(same.error().code == ErrorCode::invalid_option);
}

}  // namespace
}  // namespace regulars
