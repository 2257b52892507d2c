// Groups of customers in words: what tells each of them from the others.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "core/models/kmeans.h"

namespace regulars {

/// One word about a group, against all customers.
enum class GroupWord : std::uint8_t {
  recent,      // bought lately
  gone_quiet,  // has not bought for long
  frequent,    // many orders
  rare,        // few orders
  high_spend,  // much money in all
  low_spend,   // little money in all
  average,     // near the middle; with a word after it: near the middle, yet on that side of it
};

/// The words of one group, the most telling first.
using GroupLabel = std::vector<GroupWord>;

/// A label for each group of `fit`. The columns of `points` are days since the last order, orders
/// and revenue, in this order and in z-scores (logarithms or not).
///
/// A group earns a word in a feature where its center lies at least 0.35 standard deviations off
/// the mean, and its median lies on the same side of everybody's median or at the very end of the
/// range. It is called by its two most telling words, those of the largest distance, or `average`
/// if it has none. No two groups get the same words: the one farther from the middle chooses first,
/// and the other takes its third word, then fewer words, then `average` with the side it leans to.
/// Labels repeat only where that is used up, with more than five groups along one line.
std::vector<GroupLabel> describe_groups(const Eigen::MatrixXd& points, const KMeansFit& fit);

}  // namespace regulars
