// Tables read row by row: what k-means and its measures have in common.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <span>
#include <vector>

#include "core/base/random.h"

namespace regulars {

/// The rows of one table, each with its features side by side.
class Rows {
 public:
  explicit Rows(const Eigen::MatrixXd& points)
      : count_(static_cast<int>(points.rows())), features_(static_cast<int>(points.cols())) {
    values_.resize(static_cast<std::size_t>(count_) * static_cast<std::size_t>(features_));
    for (int j = 0; j < features_; ++j) {
      for (int i = 0; i < count_; ++i) at(i)[j] = points(i, j);
    }
  }
  /// The chosen rows of another table.
  Rows(const Rows& all, std::span<const int> chosen)
      : count_(static_cast<int>(chosen.size())), features_(all.features_) {
    values_.reserve(chosen.size() * static_cast<std::size_t>(features_));
    for (const int i : chosen) values_.insert(values_.end(), all[i], all[i] + features_);
  }
  /// `count` rows of zeros.
  Rows(int count, int features) : count_(count), features_(features) {
    values_.resize(static_cast<std::size_t>(count) * static_cast<std::size_t>(features));
  }

  int count() const { return count_; }
  int features() const { return features_; }
  double* at(int i) { return values_.data() + static_cast<std::ptrdiff_t>(i) * features_; }
  const double* operator[](int i) const {
    return values_.data() + static_cast<std::ptrdiff_t>(i) * features_;
  }

 private:
  int count_;
  int features_;
  std::vector<double> values_;
};

/// The squared distance between two rows of any number of features.
double squared_distance_of_many(const double* a, const double* b, int features);

/// The squared distance between two rows.
inline double squared_distance(const double* a, const double* b, int features) {
  if (features != 3) return squared_distance_of_many(a, b, features);
  // Days, orders and money are the usual three; a loop would cost as much as their sum.
  const double x = a[0] - b[0];
  const double y = a[1] - b[1];
  const double z = a[2] - b[2];
  return x * x + y * y + z * z;
}

/// `count` of the numbers 0..of-1, or all if there are fewer, ascending, each as likely as the
/// others. Source: Knuth, The Art of Computer Programming, volume 2, 3.4.2, algorithm S.
std::vector<int> draw_rows(int of, int count, Rng& rng);

}  // namespace regulars
