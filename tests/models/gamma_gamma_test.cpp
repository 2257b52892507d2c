#include "core/models/gamma_gamma.h"

#include <cmath>

#include "core/base/random.h"
#include "tests/models/cdnow.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

TEST_CASE("gamma-gamma finds the published parameters of CDNOW", "[models][gamma_gamma]") {
  const auto cdnow = read_cdnow();
  if (!cdnow) return;
  const SpendFit fit = fit_gamma_gamma(cdnow->spends);
  CHECK(fit.report.status == FitStatus::converged);
  CHECK(fit.report.customers == 946);
  CHECK(fit.left_out == 0);
  // Fader and Hardie (2013): 6.25, 3.74, 15.44; likelihood as of CLVTools, test_correctness_gg.R;
  // more digits recomputed.
  CHECK_THAT(fit.report.log_likelihood, WithinAbs(-4055.917695, 1e-5));
  CHECK_THAT(fit.model.p, WithinRel(6.2495717, 1e-4));
  CHECK_THAT(fit.model.q, WithinRel(3.7442251, 1e-4));
  CHECK_THAT(fit.model.v, WithinRel(15.4435239, 1e-4));
  REQUIRE(fit.report.parameters.size() == 3);
  CHECK_THAT(*fit.report.parameters[0].standard_error, WithinRel(1.1900535, 1e-3));
  CHECK_THAT(*fit.report.parameters[1].standard_error, WithinRel(.290133, 1e-3));
  CHECK_THAT(*fit.report.parameters[2].standard_error, WithinRel(4.1594188, 1e-3));
  CHECK_THAT(*fit.correlation, WithinAbs(.1139, 1e-4));
  // Hardie's note 025, table 1, at the fitted parameters.
  const std::vector<double> wanted{24.6539, 18.9100, 35.1704, 35.1704, 35.1704,
                                   71.4647, 18.9100, 35.1704, 27.2819, 35.1704};
  for (std::size_t i = 0; i < wanted.size(); ++i)
    CHECK_THAT(fit.model.expected_value(cdnow->spends[i].spend), WithinAbs(wanted[i], 1e-3));
}

TEST_CASE("spend that is not above 0 is left out and counted", "[models][gamma_gamma]") {
  const std::vector<CountedSpend> some{{{1, 10}}, {{2, 12}}, {{3, 9}}, {{1, 30}}, {{2, 22}},
                                       {{1, 0}},  {{4, -5}}, {{0, 0}}, {{5, 14}}};
  const SpendFit fit = fit_gamma_gamma(some);
  CHECK(fit.report.customers == 6);
  CHECK(fit.left_out == 2);
  CHECK(fit.model.expected_value({4, -5}) == fit.model.mean());
  CHECK(fit.model.expected_value({0, 0}) == fit.model.mean());
}

TEST_CASE("spend of many customers is fitted as if each stood alone", "[models][gamma_gamma]") {
  const double p = 6;
  const double q = 4;
  const double v = 15;
  Rng rng(8);
  std::vector<CountedSpend> all;
  for (int i = 0; i < 30'000; ++i) {
    const auto x = static_cast<std::int32_t>(1 + rng.below(5));
    const double nu = rng.gamma(q, v);
    all.push_back({{x, rng.gamma(p * x, nu * x)}});
  }
  const SpendFit fit = fit_gamma_gamma(all);
  CHECK(fit.report.status == FitStatus::converged);
  CHECK(fit.report.distinct == 30'000);
  // Within three standard errors of what they were drawn from.
  const std::vector<double> drawn{p, q, v};
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(std::abs(fit.report.parameters[i].value - drawn[i]) <
          3 * *fit.report.parameters[i].standard_error);
  CHECK_THAT(fit.report.log_likelihood, WithinRel(fit.model.log_likelihood(all), 1e-6));
  // The slope by each single customer vanishes there as well.
  const Slope slope = gamma_gamma_loss(
      all, 1, std::vector{std::log(fit.model.p), std::log(fit.model.q - 1), std::log(fit.model.v)});
  for (const double part : slope.gradient) CHECK(std::abs(part) < 1e-5);
}

TEST_CASE("spend without a fit has a name for it", "[models][gamma_gamma]") {
  const auto fit = [](std::vector<CountedSpend> rows) { return fit_gamma_gamma(rows); };
  CHECK(fit({}).report.status == FitStatus::no_customers);
  CHECK(fit({{{0, 0}}, {{0, 0}}}).report.status == FitStatus::no_repeat_orders);
  CHECK(fit({{{3, 0}}, {{2, -7}}}).report.status == FitStatus::no_spend);
  CHECK(fit({{{3, 5}}}).report.status == FitStatus::too_little_data);
  const SpendFit constant = fit({{{1, 20}, 40}, {{2, 20}, 30}, {{5, 20}, 10}});
  CHECK(constant.report.status == FitStatus::not_identifiable);
  CHECK_FALSE(constant.correlation.has_value());
  CHECK_THAT(constant.model.expected_value({3, 20}), WithinRel(20, 1e-3));
}

}  // namespace
}  // namespace regulars
