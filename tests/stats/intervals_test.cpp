#include "core/stats/intervals.h"

#include "tests/support/catch.h"

namespace regulars {
namespace {

TEST_CASE("Wilson intervals are those that statsmodels prints", "[stats][intervals]") {
  // statsmodels proportion_confint(method="wilson").
  const auto tenth = wilson(10, 100);
  CHECK_THAT(tenth->low, WithinAbs(0.0552291371, 5e-11));
  CHECK_THAT(tenth->high, WithinAbs(0.1743656615, 5e-11));
  const auto none = wilson(0, 20);
  CHECK(none->low == 0);
  CHECK_THAT(none->high, WithinAbs(0.1611251581, 5e-11));
  const auto few = wilson(3, 25);
  CHECK_THAT(few->low, WithinAbs(0.0416681715, 5e-11));
  CHECK_THAT(few->high, WithinAbs(0.2995579392, 5e-11));
}

TEST_CASE("no trials have no interval", "[stats][intervals]") { CHECK_FALSE(wilson(0, 0)); }

TEST_CASE("an interval holds its share, stays within 0 and 1, and mirrors", "[stats][intervals]") {
  for (const std::int64_t of : {1, 2, 3, 10, 1000}) {
    for (std::int64_t hits = 0; hits <= of; ++hits) {
      const auto some = wilson(hits, of);
      const auto rest = wilson(of - hits, of);
      const double share = static_cast<double>(hits) / static_cast<double>(of);
      CHECK(0 <= some->low);
      CHECK(some->low <= share);
      CHECK(share <= some->high);
      CHECK(some->high <= 1);
      CHECK_THAT(some->low, WithinAbs(1 - rest->high, 1e-12));
    }
  }
}

TEST_CASE("all hits reach one exactly and none reach zero exactly", "[stats][intervals]") {
  for (const std::int64_t of : {1, 7, 1'000'000'007}) {
    CHECK(wilson(of, of)->high == 1);
    CHECK(wilson(0, of)->low == 0);
  }
}

TEST_CASE("more confidence makes the interval wider", "[stats][intervals]") {
  CHECK(wilson(3, 10, 0.99)->low < wilson(3, 10, 0.9)->low);
  CHECK(wilson(3, 10, 0.99)->high > wilson(3, 10, 0.9)->high);
}

}  // namespace
// Source: Newcombe (1998), table II, (a): 56/70 - 48/80, method 10.
TEST_CASE("the difference of two shares has the published interval", "[stats][intervals]") {
  const auto difference = compare_rates(56, 70, 48, 80);
  REQUIRE(difference);
  CHECK_THAT(difference->difference, WithinAbs(0.2, 1e-12));
  CHECK_THAT(difference->low, WithinAbs(0.0524, 5e-5));
  CHECK_THAT(difference->high, WithinAbs(0.3339, 5e-5));
  const auto back = compare_rates(48, 80, 56, 70);
  CHECK_THAT(back->low, WithinAbs(-difference->high, 1e-12));
  CHECK_THAT(back->p, WithinRel(difference->p, 1e-12));
  CHECK_FALSE(compare_rates(0, 0, 1, 2));
  CHECK_THAT(compare_rates(3, 3, 5, 5)->p, WithinAbs(1, 0));
}

TEST_CASE("of several tests only what is beyond all their chance stays", "[stats][intervals]") {
  const std::vector<double> p{0.01, 0.04, 0.03, 0.005};
  const std::vector<double> wanted{0.03, 0.06, 0.06, 0.02};
  const auto adjusted = holm(p);
  REQUIRE(adjusted.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) CHECK_THAT(adjusted[i], WithinAbs(wanted[i], 1e-12));
  CHECK(holm({}).empty());
}

}  // namespace regulars
