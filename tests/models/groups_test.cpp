#include "core/models/groups.h"

#include <algorithm>
#include <set>
#include <vector>

#include "core/base/random.h"
#include "core/stats/standardize.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

using enum GroupWord;

// Ten customers on each spot (days since last order, orders, revenue), each spot a group.
std::vector<GroupLabel> labels_of(const std::vector<std::vector<double>>& spots) {
  constexpr int kSize = 10;
  const auto k = static_cast<Eigen::Index>(spots.size());
  KMeansFit fit;
  Eigen::MatrixXd points(k * kSize, 3);
  for (Eigen::Index i = 0; i < points.rows(); ++i) {
    const std::vector<double>& spot = spots[static_cast<std::size_t>(i / kSize)];
    points.row(i) << spot[0], spot[1], spot[2];
    fit.groups.push_back(static_cast<std::int32_t>(i / kSize));
  }
  points = standardize(points).z;
  fit.centers.resize(k, 3);
  for (Eigen::Index c = 0; c < k; ++c) fit.centers.row(c) = points.row(c * kSize);
  fit.sizes.assign(spots.size(), kSize);
  return describe_groups(points, fit);
}

std::set<GroupWord> words_of(const GroupLabel& label) { return {label.begin(), label.end()}; }

TEST_CASE("few days since the last order are recent, many are quiet", "[models][groups]") {
  const auto labels = labels_of({{1, 0, 0}, {9, 0, 0}});
  CHECK(labels == std::vector<GroupLabel>{{recent}, {gone_quiet}});
}

TEST_CASE("the most telling word stands first and two are enough", "[models][groups]") {
  const auto labels = labels_of({{-8, 9, 10}, {0, 0, 0}, {0, 0, 0}, {8, -9, 2}});
  CHECK(labels[0].size() == 2);
  CHECK(labels[0].front() == high_spend);
  CHECK(labels[3] == GroupLabel{rare, gone_quiet});
}

TEST_CASE("a group in the middle of everything is average", "[models][groups]") {
  CHECK(labels_of({{-9, -9, -9}, {0, 0, 0}, {9, 9, 9}})[1] == GroupLabel{average});
}

TEST_CASE("of two groups on one side the farther is called first, the other takes a third word",
          "[models][groups]") {
  const auto labels = labels_of({{-9, 9, 9}, {-5, 5, 5}, {7, -7, -7}, {7, -7, -7}});
  CHECK(labels[0] == GroupLabel{recent, frequent});
  CHECK(labels[1] == GroupLabel{recent, frequent, high_spend});
}

TEST_CASE("a group is not called frequent where half of it orders as little as everybody",
          "[models][groups]") {
  // Most customers order once; in the second group a minority of heavy buyers pulls the mean up.
  Eigen::MatrixXd points = Eigen::MatrixXd::Zero(30, 3);
  KMeansFit fit;
  for (int i = 0; i < 30; ++i) {
    fit.groups.push_back(i / 15);
    points(i, 0) = i < 15 ? 1 : 2;
    points(i, 1) = i > 24 ? 9 : 1;
  }
  points = standardize(points).z;
  fit.sizes = {15, 15};
  fit.centers.resize(2, 3);
  fit.centers.row(0) = points.topRows(15).colwise().mean();
  fit.centers.row(1) = points.bottomRows(15).colwise().mean();
  REQUIRE(fit.centers(1, 1) > 0.35);
  const auto labels = describe_groups(points, fit);
  CHECK(labels[1] == GroupLabel{gone_quiet});
  // Nobody orders less than the first group: the end of the range is telling.
  CHECK(labels[0] == GroupLabel{recent, rare});
}

TEST_CASE("no two groups have the same words", "[models][groups]") {
  Rng rng(static_cast<std::uint64_t>(GENERATE(range(1, 21))));
  Eigen::MatrixXd points(400, 3);
  for (int i = 0; i < 400; ++i) {
    const double orders = rng.gamma(0.7, 0.3);
    points.row(i) << rng.exponential(0.01), orders, orders * rng.gamma(6, 0.2);
  }
  points = standardize(points).z;
  for (int k = 2; k <= 8; ++k) {
    const auto labels = describe_groups(points, kmeans(points, k, rng, {.starts = 3}));
    std::set<std::set<GroupWord>> different;
    for (const GroupLabel& label : labels) {
      CHECK_FALSE(label.empty());
      CHECK(words_of(label).size() == label.size());
      different.insert(words_of(label));
    }
    CHECK(different.size() == labels.size());
  }
}

TEST_CASE("five groups along one line still have five names", "[models][groups]") {
  const auto labels = labels_of({{-9, 0, 0}, {-4, 0, 0}, {0, 0, 0}, {5, 0, 0}, {9, 0, 0}});
  CHECK(labels[0] == GroupLabel{recent});
  CHECK(labels[1] == GroupLabel{average, recent});
  CHECK(labels[3] == GroupLabel{average, gone_quiet});
  CHECK(labels[4] == GroupLabel{gone_quiet});
}

TEST_CASE("no groups have no labels", "[models][groups]") {
  CHECK(describe_groups(Eigen::MatrixXd(0, 3), {}).empty());
}

}  // namespace
}  // namespace regulars
