#include "core/stats/standardize.h"

#include <cmath>

#include "tests/support/catch.h"

namespace regulars {
namespace {

TEST_CASE("z-scores divide by n, not by n - 1", "[stats][standardize]") {
  // scikit-learn, StandardScaler: [[0, 0], [0, 0], [1, 1], [1, 1]] becomes [[-1, -1], [-1, -1], [1,
  // 1], [1, 1]].
  Eigen::MatrixXd table(4, 2);
  table << 0, 0, 0, 0, 1, 1, 1, 1;
  const Standardized result = standardize(table);
  CHECK(result.z(0, 0) == -1);
  CHECK(result.z(3, 1) == 1);
  CHECK(result.center[0] == 0.5);
  CHECK(result.scale[1] == 0.5);
}

TEST_CASE("a constant column becomes zeros", "[stats][standardize]") {
  const Standardized result = standardize(Eigen::MatrixXd::Constant(1000, 1, 0.1));
  CHECK(result.z.isZero(0));
  CHECK(result.scale[0] == 0);
}

TEST_CASE("center and scale bring the values back", "[stats][standardize]") {
  Eigen::MatrixXd table(3, 2);
  table << 1, 200, 2, 700, 5, -100;
  const Standardized result = standardize(table);
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 2; ++j) {
      CHECK_THAT(result.center[j] + result.scale[j] * result.z(i, j),
                 WithinRel(table(i, j), 1e-12));
    }
  }
}

TEST_CASE("a table without rows stays without", "[stats][standardize]") {
  const Standardized result = standardize(Eigen::MatrixXd(0, 3));
  CHECK(result.z.rows() == 0);
  CHECK(result.z.cols() == 3);
  CHECK(result.center.isZero(0));
}

}  // namespace
}  // namespace regulars
