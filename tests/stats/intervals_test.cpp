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
}  // namespace regulars
