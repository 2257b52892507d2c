#include "core/stats/ratios.h"

#include <cmath>
#include <initializer_list>
#include <vector>

#include "tests/support/catch.h"

namespace regulars {
namespace {

std::vector<RatioPart> values(std::initializer_list<double> list) {
  std::vector<RatioPart> parts;
  for (const double value : list) parts.push_back({value, 1});
  return parts;
}

TEST_CASE("two means are as far apart as R says of Student's sleep", "[stats][ratios]") {
  // R's t.test(extra ~ group, data = sleep), on the data of Student (1908), Biometrika 6(1), 20.
  const auto one = values({0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0});
  const auto two = values({1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4});
  const auto found = compare_ratios(one, two);
  CHECK_THAT(found->difference, WithinAbs(-1.58, 1e-12));
  CHECK_THAT(found->low, WithinAbs(-3.3654832, 1e-4));
  CHECK_THAT(found->high, WithinAbs(0.2054832, 1e-4));
}

TEST_CASE("a ratio varies by what its members lie off it", "[stats][ratios]") {
  // 15 / 6; residuals -0.5, -1 and 1.5, so that the variance is 3.5 / 2 / 3 / 2^2.
  const std::vector<RatioPart> one{{2, 1}, {4, 2}, {9, 3}};
  CHECK(ratio_of(one) == 2.5);
  const auto found = compare_ratios(one, one);
  CHECK(found->difference == 0);
  // Four degrees of freedom, where the table says 2.776.
  CHECK_THAT(found->high, WithinRel(2.776 * std::sqrt(3.5 / 12), 5e-3));
  CHECK(found->low == -found->high);
}

TEST_CASE("a ratio of nothing, or of one member, cannot be compared", "[stats][ratios]") {
  const std::vector<RatioPart> none{{1, 0}, {2, 0}};
  CHECK_FALSE(ratio_of(none));
  CHECK_FALSE(compare_ratios(none, values({1, 2})));
  CHECK_FALSE(compare_ratios(values({1}), values({1, 2})));
  CHECK(compare_ratios(values({1, 1}), values({3, 3}))->high == -2);
}

}  // namespace
}  // namespace regulars
