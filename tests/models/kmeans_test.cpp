#include "core/models/kmeans.h"

#include <algorithm>
#include <vector>

#include "core/models/clusters.h"
#include "tests/models/rfm_customers.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

Eigen::MatrixXd noise(int rows, int columns, Rng& rng) {
  Eigen::MatrixXd points(rows, columns);
  for (int i = 0; i < rows; ++i) {
    for (int j = 0; j < columns; ++j) points(i, j) = rng.normal();
  }
  return points;
}

double inertia_of(const Eigen::MatrixXd& points, const std::vector<std::int32_t>& groups, int k) {
  double sum = 0;
  for (int c = 0; c < k; ++c) {
    Eigen::RowVectorXd center = Eigen::RowVectorXd::Zero(points.cols());
    int size = 0;
    for (int i = 0; i < points.rows(); ++i) {
      if (groups[static_cast<std::size_t>(i)] != c) continue;
      center += points.row(i);
      ++size;
    }
    if (size > 0) center /= size;
    for (int i = 0; i < points.rows(); ++i) {
      if (groups[static_cast<std::size_t>(i)] == c) {
        sum += (points.row(i) - center).squaredNorm();
      }
    }
  }
  return sum;
}

TEST_CASE("k-means finds the least known inertia of real customers for every k",
          "[models][kmeans]") {
  // scikit-learn 1.2.1, KMeans, best of 200 starts, tol 0.
  constexpr double kGolden[] = {1757.711259, 1302.332501, 1018.442683, 844.462560,
                                706.774014,  625.493929,  566.348030};
  const auto points = rfm_customers();
  if (!points) return;
  REQUIRE(points->rows() == 995);
  const auto seed = static_cast<std::uint64_t>(GENERATE(range(1, 6)));
  for (int k = 2; k <= 8; ++k) {
    Rng rng(seed);
    CHECK(kmeans(*points, k, rng).inertia <= kGolden[k - 2] * (1 + 1e-6));
  }
}

TEST_CASE("moving any one row to another group does not lower the inertia", "[models][kmeans]") {
  Rng rng(5);
  const Eigen::MatrixXd points = noise(60, GENERATE(1, 2, 3, 5), rng);
  const KMeansFit fit = kmeans(points, 4, rng);
  CHECK_THAT(inertia_of(points, fit.groups, 4), WithinRel(fit.inertia, 1e-12));
  for (std::size_t i = 0; i < 60; ++i) {
    for (std::int32_t group = 0; group < 4; ++group) {
      std::vector<std::int32_t> groups = fit.groups;
      groups[i] = group;
      CHECK(inertia_of(points, groups, 4) >= fit.inertia * (1 - 1e-12));
    }
  }
}

TEST_CASE("the best of all ways to make two groups of few rows is found", "[models][kmeans]") {
  Rng rng(GENERATE(1U, 2U, 3U, 4U));
  const Eigen::MatrixXd points = noise(12, 2, rng);
  double least = 1e300;
  for (unsigned way = 1; way < (1U << 11); ++way) {
    std::vector<std::int32_t> groups;
    for (unsigned i = 0; i < 12; ++i) groups.push_back(static_cast<std::int32_t>(way >> i & 1U));
    least = std::min(least, inertia_of(points, groups, 2));
  }
  CHECK_THAT(kmeans(points, 2, rng).inertia, WithinRel(least, 1e-12));
}

TEST_CASE("the same seed gives the same groups", "[models][kmeans]") {
  Rng data(3);
  const Eigen::MatrixXd points = noise(500, 3, data);
  Rng first(9);
  Rng second(9);
  const KMeansFit one = kmeans(points, 5, first);
  const KMeansFit two = kmeans(points, 5, second);
  CHECK(one.groups == two.groups);
  CHECK(one.inertia == two.inertia);
}

TEST_CASE("a feature that says nothing changes no group", "[models][kmeans]") {
  Rng data(3);
  const Eigen::MatrixXd three = noise(200, 3, data);
  Eigen::MatrixXd four = Eigen::MatrixXd::Zero(200, 4);
  four.leftCols(3) = three;
  Rng first(9);
  Rng second(9);
  CHECK(kmeans(three, 3, first).groups == kmeans(four, 3, second).groups);
}

TEST_CASE("groups are numbered from the largest, equal ones by their first row",
          "[models][kmeans]") {
  Eigen::MatrixXd points(7, 1);
  points << 50, 0, 100, 1, 51, 101, 102;
  Rng rng(GENERATE(1U, 2U, 3U));
  const KMeansFit fit = kmeans(points, 3, rng);
  CHECK(fit.sizes == std::vector<std::int32_t>{3, 2, 2});
  CHECK(fit.groups == std::vector<std::int32_t>{1, 2, 0, 2, 1, 0, 0});
  CHECK_THAT(fit.centers(0, 0), WithinRel(101.0, 1e-12));
}

TEST_CASE("one group has everybody's mean as its center", "[models][kmeans]") {
  Eigen::MatrixXd points(3, 1);
  points << 1, 2, 6;
  Rng rng(1);
  const KMeansFit fit = kmeans(points, 1, rng);
  CHECK_THAT(fit.centers(0, 0), WithinRel(3.0, 1e-12));
  CHECK_THAT(fit.inertia, WithinRel(14.0, 1e-12));
}

TEST_CASE("there are no more groups than different rows", "[models][kmeans]") {
  Eigen::MatrixXd points(6, 2);
  points << 1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 1, 1;
  Rng rng(1);
  const KMeansFit fit = kmeans(points, 5, rng);
  CHECK(fit.sizes == std::vector<std::int32_t>{4, 2});
  CHECK(fit.inertia == 0);
  const ClusterMeasures measures = measure_groups(points, fit);
  CHECK(measures.silhouette == 1);
  CHECK(measures.davies_bouldin == 0);
  CHECK_FALSE(measures.calinski_harabasz);
}

TEST_CASE("no rows and no groups give an empty fit", "[models][kmeans]") {
  Rng rng(1);
  CHECK(kmeans(Eigen::MatrixXd(0, 3), 2, rng).sizes.empty());
  CHECK(kmeans(Eigen::MatrixXd::Zero(3, 3), 0, rng).groups.empty());
  CHECK(measure_groups(Eigen::MatrixXd(0, 3), {}).silhouette_sample == 0);
}

TEST_CASE("a walk that is cut short says so", "[models][kmeans]") {
  Rng rng(1);
  const Eigen::MatrixXd points = noise(20'000, 3, rng);
  CHECK_FALSE(kmeans(points, 6, rng, {.starts = 1, .max_iterations = 2}).converged);
}

TEST_CASE("groups that are found grow from their own centers", "[models][kmeans]") {
  Rng rng(4);
  const Eigen::MatrixXd points = noise(300, 3, rng);
  const KMeansFit fit = kmeans(points, 4, rng);
  const KMeansFit again = kmeans_from(points, fit.centers);
  CHECK(again.groups == fit.groups);
  CHECK(again.inertia == fit.inertia);
}

TEST_CASE("a center that nobody is near to takes the row farthest off", "[models][kmeans]") {
  Eigen::MatrixXd points(5, 1);
  points << 0, 1, 2, 3, 40;
  const KMeansFit fit = kmeans_from(points, Eigen::MatrixXd::Constant(2, 1, 1000));
  CHECK(fit.groups == std::vector<std::int32_t>{0, 0, 0, 0, 1});
  CHECK(fit.converged);
}

TEST_CASE("centers beyond the different rows make no groups", "[models][kmeans]") {
  const KMeansFit fit =
      kmeans_from(Eigen::MatrixXd::Zero(4, 2), Eigen::MatrixXd::Constant(3, 2, 1));
  CHECK(fit.sizes == std::vector<std::int32_t>{4});
  CHECK(fit.centers.rows() == 1);
  CHECK(kmeans_from(Eigen::MatrixXd(0, 2), Eigen::MatrixXd::Zero(3, 2)).sizes.empty());
}

}  // namespace
}  // namespace regulars
