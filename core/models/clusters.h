// How well groups of customers are told apart, and how many there should be.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/random.h"
#include "core/models/kmeans.h"

namespace regulars {

/// A silhouette compares every row with every other; of more rows than this it is taken of so many
/// of them, always the same ones.
inline constexpr int kSilhouetteRows = 2'000;

/// How well groups are told apart.
struct ClusterMeasures {
  double silhouette = 0;      // -1..1, high is good; a row alone in its group counts 0
  int silhouette_sample = 0;  // rows it was taken of
  double davies_bouldin = 0;  // 0 and up, low is good
  // 0 and up, high is good; nothing where every row lies on its center.
  std::optional<double> calinski_harabasz;
};

/// The measures of at least two groups of `points`; all zero where there are fewer.
///
/// Source: Rousseeuw (1987), J. Comput. Appl. Math. 20, 53-65; Calinski and Harabasz (1974),
/// Communications in Statistics 3(1); Davies and Bouldin (1979), IEEE Trans. PAMI 1(2).
ClusterMeasures measure_groups(const Eigen::MatrixXd& points, const KMeansFit& fit);

/// Whether groups can be shown.
enum class ClusterStatus {
  ready,
  too_little_data,  // fewer than 20 rows, or than 3 per group
  all_alike,        // no two of the compared rows differ
};

/// What one number of groups gives.
struct ClusterCandidate {
  int k = 0;
  double inertia = 0;     // of all rows; around the centers of a sample if more than kStartRows
  double silhouette = 0;  // of at most kSilhouetteRows rows
};

/// The groups that are told apart best, beside what the other numbers of groups would have given.
struct ClusterChoice {
  ClusterStatus status = ClusterStatus::too_little_data;
  KMeansFit fit;             // of all rows; empty unless ready
  ClusterMeasures measures;  // of `fit`
  int rows_compared = 0;     // that the candidates were fitted on: all, or kStartRows of them
  std::vector<ClusterCandidate> candidates;  // ascending k, with 3 rows or more per group
};

/// How many groups may be tried; at least 2 and from <= to.
struct ClusterRange {
  int from = 2;
  int to = 8;
};

/// The number of groups with the highest silhouette, the smaller one if equal, and its fit.
ClusterChoice choose_k(const Eigen::MatrixXd& points, ClusterRange range, Rng& rng,
                       KMeansOptions options = {});

}  // namespace regulars
