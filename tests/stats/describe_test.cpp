#include "core/stats/describe.h"

#include <vector>

#include "tests/support/catch.h"

namespace regulars {
namespace {

TEST_CASE("quantiles are those of R's type 7", "[stats][describe]") {
  // R: quantile(c(1, 2, 4, 8, 16, 32), c(0, .1, .25, .5, .75, .9, 1))
  const std::vector<double> values{1, 2, 4, 8, 16, 32};
  CHECK(*quantile(values, 0) == 1);
  CHECK_THAT(*quantile(values, 0.1), WithinRel(1.5, 1e-12));
  CHECK_THAT(*quantile(values, 0.25), WithinRel(2.5, 1e-12));
  CHECK_THAT(*quantile(values, 0.5), WithinRel(6.0, 1e-12));
  CHECK_THAT(*quantile(values, 0.75), WithinRel(14.0, 1e-12));
  CHECK_THAT(*quantile(values, 0.9), WithinRel(24.0, 1e-12));
  CHECK(*quantile(values, 1) == 32);
}

TEST_CASE("a quantile between equal values is that value to the last digit", "[stats][describe]") {
  const std::vector<double> values(7, 0.1);
  for (const double p : {0.0, 0.2, 0.4, 0.6, 0.8, 1.0}) CHECK(*quantile(values, p) == 0.1);
}

TEST_CASE("an empty list has no mean, variance, quantile or median", "[stats][describe]") {
  CHECK_FALSE(mean({}));
  CHECK_FALSE(variance({}));
  CHECK_FALSE(quantile({}, 0.5));
  CHECK_FALSE(median({}));
}

TEST_CASE("one value is its own mean, quantile and median", "[stats][describe]") {
  const std::vector<double> one{3.5};
  CHECK(*mean(one) == 3.5);
  CHECK(*quantile(one, 0.8) == 3.5);
  CHECK(*median(one) == 3.5);
  CHECK(*variance(one) == 0);
  CHECK_FALSE(variance(one, 1));
}

TEST_CASE("the median of an even number of values lies between the middle two",
          "[stats][describe]") {
  CHECK(*median({9, 1, 4, 2}) == 3);
  CHECK(*median({9, 1, 4}) == 4);
}

TEST_CASE("the median is the half quantile", "[stats][describe]") {
  const std::vector<double> values{1, 1, 2, 3, 5, 8, 13, 21};
  CHECK(*median(values) == *quantile(values, 0.5));
}

TEST_CASE("a large sum does not swallow small values", "[stats][describe]") {
  std::vector<double> values{1e16};
  values.insert(values.end(), 1000, 1.0);
  values.push_back(-1e16);
  CHECK(*mean(values) * 1002 == 1000);
}

TEST_CASE("a large mean costs the variance no digits", "[stats][describe]") {
  // Chan, Golub and LeVeque (1983), The American Statistician 37(3): the textbook formula fails
  // here.
  const std::vector<double> values{1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};
  CHECK(*variance(values) == 22.5);
  CHECK(*variance(values, 1) == 30);
}

}  // namespace
TEST_CASE("a quantile of counted whole numbers is that of the numbers", "[stats][describe]") {
  const std::vector<std::int64_t> counts{2, 0, 3, 1, 0, 0, 4};
  const std::vector<double> numbers{0, 0, 2, 2, 2, 3, 6, 6, 6, 6};
  for (const double p : {0.0, 0.1, 0.25, 0.5, 0.61, 0.75, 1.0})
    CHECK_THAT(*quantile_of_counts(counts, p), WithinAbs(*quantile(numbers, p), 1e-12));
  CHECK_FALSE(quantile_of_counts({}, 0.5));
}

}  // namespace regulars
