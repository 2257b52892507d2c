// Customers in groups of those who buy alike: k-means.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "core/base/random.h"

namespace regulars {

/// More rows than this are grouped by a sample first: the starts run on so many rows drawn without
/// replacement, and the best of them is then carried on over all rows.
inline constexpr int kStartRows = 4'000;

/// How hard to look for the best groups.
struct KMeansOptions {
  int starts = 0;            // at least 1; 0: by the rows, 24 (up to 1,000 rows), fewer for more
  int max_iterations = 300;  // passes over the rows per start, at least 1
  double tolerance = 0;      // a start ends when no center moves farther; in the unit of the points
};

/// Rows in groups around centers. Groups are numbered from 0, the largest first, equal ones by
/// their first row.
struct KMeansFit {
  Eigen::MatrixXd centers;           // groups x features: the mean of each group
  std::vector<std::int32_t> groups;  // the group of each row, 0..k-1
  std::vector<std::int32_t> sizes;   // rows in each group, none empty
  double inertia = 0;                // sum of squared distances of the rows to their centers
  int iterations = 0;                // passes over the rows of the start that won
  bool converged = false;            // false: stopped by max_iterations, groups may still shift
};

/// At most `k` groups of the rows of `points` (rows: customers, columns: features on one scale,
/// finite). There are fewer than `k` only where fewer rows differ. No rows, or k < 1: an empty fit.
/// The inertia is the least of several starts; no group is empty; and up to kStartRows rows, moving
/// any one row to another group would not lower it.
///
/// Source: Lloyd (1982), IEEE Trans. Inf. Theory 28(2), 129-137; starts by Arthur and Vassilvitskii
/// (2007), SODA, 1027-1035, greedy variant; distances saved by the bounds of Hamerly (2010), SDM,
/// 130-140; single moves by Hartigan and Wong (1979), Applied Statistics 28(1), 100-108.
KMeansFit kmeans(const Eigen::MatrixXd& points, int k, Rng& rng, KMeansOptions options = {});

/// The groups that grow from given centers (groups x features) in one start, over all rows and
/// without single moves: for carrying on where a fit on fewer rows ended. Centers that end without
/// rows take the rows farthest off.
KMeansFit kmeans_from(const Eigen::MatrixXd& points, const Eigen::MatrixXd& centers,
                      KMeansOptions options = {});

}  // namespace regulars
