#include "core/customers/features.h"

#include <algorithm>
#include <cmath>

namespace regulars {

Eigen::MatrixXd log_features(std::span<const Summary> customers, int digits) {
  Eigen::MatrixXd features(static_cast<Eigen::Index>(customers.size()),
                           static_cast<Eigen::Index>(kFeatures.size()));
  for (Eigen::Index i = 0; i < features.rows(); ++i) {
    const Summary& s = customers[static_cast<std::size_t>(i)];
    features(i, 0) = std::log1p(s.days_since_last);
    features(i, 1) = std::log1p(s.orders);
    features(i, 2) = std::log1p(std::max(0.0, major_units(s.revenue, digits)));
  }
  return features;
}

}  // namespace regulars
