#include "core/models/bg_bb.h"

#include "tests/support/catch.h"

namespace regulars {
namespace {

// Donations of 11,104 people who first gave in 1995, over the six years to 2001: acts, last of
// them, people. Source: Fader, Hardie and Shang (2010), table 1.
std::vector<CountedPeriods> donations() {
  const std::vector<std::array<int, 3>> rows{
      {6, 6, 1203}, {5, 6, 728}, {4, 6, 512},  {3, 6, 357}, {2, 6, 234}, {1, 6, 129},
      {5, 5, 335},  {4, 5, 284}, {3, 5, 225},  {2, 5, 173}, {1, 5, 119}, {4, 4, 240},
      {3, 4, 181},  {2, 4, 155}, {1, 4, 78},   {3, 3, 322}, {2, 3, 255}, {1, 3, 129},
      {2, 2, 613},  {1, 2, 277}, {1, 1, 1091}, {0, 0, 3464}};
  std::vector<CountedPeriods> supporters;
  for (const auto& [x, last, people] : rows)
    supporters.push_back({{x, last, 6}, static_cast<double>(people)});
  return supporters;
}

TEST_CASE("BG/BB finds the published parameters of the donations", "[models][bg_bb]") {
  const auto supporters = donations();
  const auto [model, report] = fit_bg_bb(supporters);
  CHECK(report.status == FitStatus::converged);
  CHECK(report.customers == 11'104);
  // Table 3 of the source: 1.204, .750, .657, 2.783, -33225.6; more digits recomputed.
  CHECK_THAT(report.log_likelihood, WithinAbs(-33225.5813, 1e-4));
  CHECK_THAT(model.alpha, WithinAbs(1.2035, 1e-4));
  CHECK_THAT(model.beta, WithinAbs(.7497, 1e-4));
  CHECK_THAT(model.gamma, WithinAbs(.6567, 2e-4));
  CHECK_THAT(model.delta, WithinAbs(2.7834, 1e-3));
  // Table 6: .11, .59, .93.
  CHECK_THAT(model.probability_alive({0, 0, 6}, 1), WithinAbs(.10813, 1e-5));
  CHECK_THAT(model.probability_alive({2, 4, 6}, 1), WithinAbs(.58966, 1e-5));
  CHECK_THAT(model.probability_alive({6, 6, 6}, 1), WithinAbs(.93043, 1e-5));
  double total = 0;
  for (const auto& [periods, people] : supporters)
    total += people * model.expected_purchases(periods, 5);
  CHECK_THAT(total, WithinAbs(12'884.157, .05));
  CHECK_THAT(11'104 * model.probability_of(0, 6), WithinAbs(3454.882, .05));
  CHECK_THAT(11'104 * model.probability_of(6, 6), WithinAbs(1253.114, .05));
}

TEST_CASE("the chances of all numbers of acts sum to one", "[models][bg_bb]") {
  const BgBb model{1.2, .7, .6, 2.8};
  double sum = 0, mean = 0;
  for (std::int32_t n = 0; n <= 9; ++n) {
    sum += model.probability_of(n, 9);
    mean += n * model.probability_of(n, 9);
  }
  CHECK_THAT(sum, WithinAbs(1, 1e-12));
  CHECK_THAT(model.expected_purchases({}, 9), WithinRel(mean, 1e-12));
  CHECK_THAT(model.probability_of_none({}, 9), WithinRel(model.probability_of(0, 9), 1e-12));
}

}  // namespace
}  // namespace regulars
