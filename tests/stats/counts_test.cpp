#include "core/stats/counts.h"

#include <cmath>
#include <vector>

#include "core/base/random.h"
#include "core/stats/regularity.h"
#include "tests/support/catch.h"

namespace regulars {

// Source: Bortkiewicz (1898), Das Gesetz der kleinen Zahlen: deaths by horse kick in 200
// corps-years; the mean is 0.61.
TEST_CASE("deaths by horse kick are Poisson", "[stats][counts]") {
  const std::vector<CountOf> deaths{{0, 109}, {1, 65}, {2, 22}, {3, 3}, {4, 1}};
  const CountModels models = fit_counts(deaths);
  CHECK_THAT(models.mean, WithinAbs(0.61, 1e-12));
  CHECK(models.chosen == CountModel::poisson);
  // Expected 108.67, 66.29, 20.22 and 4.82 in the tail, too few for a bin of their own.
  REQUIRE(models.poisson.fit);
  CHECK(models.poisson.fit->degrees == 1);
  CHECK_THAT(models.poisson.fit->chi_squared, WithinAbs(0.0632, 5e-4));
}

// Source: Bliss and Fisher (1953), Biometrics 9(2): red mites on 150 apple leaves; by maximum
// likelihood the mean is 1.14667 and the shape 1.02459.
TEST_CASE("mites on apple leaves are negative binomial, as published", "[stats][counts]") {
  const std::vector<CountOf> mites{{0, 70}, {1, 38}, {2, 17}, {3, 10},
                                   {4, 9},  {5, 3},  {6, 2},  {7, 1}};
  const CountModels models = fit_counts(mites);
  CHECK_THAT(models.mean, WithinAbs(1.14667, 5e-6));
  REQUIRE(models.shape);
  CHECK_THAT(*models.shape, WithinAbs(1.02459, 5e-6));
  CHECK(models.chosen == CountModel::negative_binomial);
  CHECK(models.p < 1e-6);
  REQUIRE(models.negative_binomial.fit);
  CHECK(models.negative_binomial.fit->p > 0.1);
  CHECK(models.poisson.fit->p < 1e-5);
}

TEST_CASE("counts that vary less than chance have no negative binomial", "[stats][counts]") {
  const CountModels same = fit_counts(std::vector<CountOf>{{3, 50}});
  CHECK(same.chosen == CountModel::poisson);
  CHECK_FALSE(same.shape);
  CHECK(fit_counts({}).chosen == CountModel::none);
  CHECK(fit_counts(std::vector<CountOf>{{0, 9}}).chosen == CountModel::none);
  const CountModels one = fit_counts(std::vector<CountOf>{{2, 1}});
  CHECK_FALSE(one.poisson.fit);
}

TEST_CASE("the shape of gaps is found whatever the pace of each customer", "[stats][regularity]") {
  for (const double k : {0.5, 1.0, 3.0}) {
    Rng rng(7);
    Regularity regularity;
    for (int i = 0; i < 4000; ++i) {
      const double pace = 200 * rng.gamma(2, 1);
      std::vector<std::int32_t> gaps;
      for (int j = 0; j < 2 + i % 5; ++j)
        gaps.push_back(1 + static_cast<std::int32_t>(20 * pace * rng.gamma(k, k)));
      regularity.add(gaps);
    }
    CAPTURE(k);
    const auto by_likelihood = regularity.likelihood();
    const auto by_pairs = regularity.wheat_morrison();
    REQUIRE(by_likelihood);
    REQUIRE(by_pairs);
    CHECK(by_likelihood->low < k);
    CHECK(by_likelihood->high > k);
    CHECK(by_pairs->low < k * 1.02);
    CHECK(by_pairs->high > k * 0.98);
    CHECK(by_likelihood->high - by_likelihood->low < by_pairs->high - by_pairs->low);
  }
}

TEST_CASE("a clockwork is as regular as is told apart, a single gap tells nothing",
          "[stats][regularity]") {
  Regularity clockwork;
  const std::vector<std::int32_t> weekly(10, 7);
  clockwork.add(weekly);
  clockwork.add(weekly);
  CHECK_THAT(clockwork.likelihood()->k, WithinRel(kMostRegular, 1e-6));
  CHECK_THAT(clockwork.wheat_morrison()->k, WithinAbs(kMostRegular, 0));
  Regularity nothing;
  nothing.add(std::vector<std::int32_t>{5});
  CHECK_FALSE(nothing.likelihood());
  CHECK_FALSE(nothing.wheat_morrison());
}

}  // namespace regulars
