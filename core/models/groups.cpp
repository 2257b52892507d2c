#include "core/models/groups.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "core/stats/describe.h"

namespace regulars {
namespace {

constexpr int kFeatureCount = 3;
constexpr double kTelling = 0.35;  // standard deviations; below it a shopkeeper sees no difference

// The words of the low and the high side of each feature.
constexpr std::array<std::array<GroupWord, 2>, kFeatureCount> kWords{{
    {GroupWord::recent, GroupWord::gone_quiet},
    {GroupWord::rare, GroupWord::frequent},
    {GroupWord::low_spend, GroupWord::high_spend},
}};

// Where a group stands in one feature.
struct Side {
  GroupWord word = GroupWord::average;
  double distance = 0;  // of its center from the mean, in standard deviations
  bool telling = false;
};

// What everybody's values in one feature look like.
struct Range {
  double least = 0;
  double median = 0;
  double most = 0;
};

std::vector<double> values_of(const Eigen::MatrixXd& points, const KMeansFit& fit, int feature,
                              std::size_t group) {
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(fit.sizes[group]));
  for (std::size_t i = 0; i < fit.groups.size(); ++i) {
    if (static_cast<std::size_t>(fit.groups[i]) != group) continue;
    values.push_back(points(static_cast<Eigen::Index>(i), feature));
  }
  return values;
}

Range range_of(const Eigen::MatrixXd& points, int feature) {
  std::vector<double> values(points.col(feature).begin(), points.col(feature).end());
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  return {.least = *least, .median = *median(values), .most = *most};
}

Side side_of(double center, double middle, const Range& all, int feature) {
  const bool high = center > 0;
  const bool agrees =
      high ? middle > all.median || middle >= all.most : middle < all.median || middle <= all.least;
  return {.word = kWords[static_cast<std::size_t>(feature)][high ? 1 : 0],
          .distance = std::abs(center),
          .telling = std::abs(center) >= kTelling && agrees};
}

// The words of one group from the most telling on.
using Sides = std::array<Side, kFeatureCount>;

GroupLabel words(const Sides& sides, std::initializer_list<std::size_t> chosen) {
  GroupLabel label;
  for (const std::size_t i : chosen) label.push_back(sides[i].word);
  return label;
}

// All that may be said of a group, the best first.
std::vector<GroupLabel> ways_to_say(const Sides& sides) {
  const auto count = static_cast<std::size_t>(
      std::count_if(sides.begin(), sides.end(), [](const Side& side) { return side.telling; }));
  std::vector<GroupLabel> ways;
  if (count >= 2) ways.push_back(words(sides, {0, 1}));
  if (count == 3) {
    ways.push_back(words(sides, {0, 1, 2}));
    ways.push_back(words(sides, {0, 2}));
    ways.push_back(words(sides, {1, 2}));
  }
  for (std::size_t i = 0; i < count; ++i) ways.push_back({sides[i].word});
  if (count == 0) ways.push_back({GroupWord::average});
  for (const Side& side : sides) {
    if (side.distance > 0) ways.push_back({GroupWord::average, side.word});
  }
  for (std::size_t i = 0; i < sides.size(); ++i) {
    for (std::size_t j = i + 1; j < sides.size(); ++j) {
      if (sides[j].distance <= 0) continue;
      ways.push_back({GroupWord::average, sides[i].word, sides[j].word});
    }
  }
  if (count > 0) ways.push_back({GroupWord::average});
  return ways;
}

// Labels are the same where they hold the same words, in whatever order.
unsigned set_of(const GroupLabel& label) {
  unsigned set = 0;
  for (const GroupWord word : label) set |= 1U << static_cast<unsigned>(word);
  return set;
}

}  // namespace

std::vector<GroupLabel> describe_groups(const Eigen::MatrixXd& points, const KMeansFit& fit) {
  const std::size_t k = fit.sizes.size();
  std::vector<GroupLabel> labels(k);
  if (k == 0) return labels;
  assert(points.cols() == kFeatureCount);
  std::vector<Sides> sides(k);
  for (int feature = 0; feature < kFeatureCount; ++feature) {
    const Range all = range_of(points, feature);
    for (std::size_t group = 0; group < k; ++group) {
      const double middle = *median(values_of(points, fit, feature, group));
      sides[group][static_cast<std::size_t>(feature)] =
          side_of(fit.centers(static_cast<Eigen::Index>(group), feature), middle, all, feature);
    }
  }
  std::vector<double> offset(k, 0);  // squared distance of the center from the middle of all
  for (std::size_t group = 0; group < k; ++group) {
    for (const Side& side : sides[group]) offset[group] += side.distance * side.distance;
    std::stable_sort(sides[group].begin(), sides[group].end(), [](const Side& a, const Side& b) {
      return a.telling != b.telling ? a.telling : a.distance > b.distance;
    });
  }
  std::vector<std::size_t> turn(k);
  std::iota(turn.begin(), turn.end(), std::size_t{0});
  std::stable_sort(turn.begin(), turn.end(),
                   [&](std::size_t a, std::size_t b) { return offset[a] > offset[b]; });
  std::vector<unsigned> taken;
  for (const std::size_t group : turn) {
    std::vector<GroupLabel> ways = ways_to_say(sides[group]);
    const auto is_free = [&](const GroupLabel& label) {
      return std::find(taken.begin(), taken.end(), set_of(label)) == taken.end();
    };
    const auto found = std::find_if(ways.begin(), ways.end(), is_free);
    labels[group] = found == ways.end() ? ways.front() : *found;
    taken.push_back(set_of(labels[group]));
  }
  return labels;
}

}  // namespace regulars
