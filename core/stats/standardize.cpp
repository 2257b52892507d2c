#include "core/stats/standardize.h"

#include <cmath>
#include <cstddef>
#include <span>

#include "core/stats/describe.h"

namespace regulars {

Standardized standardize(const Eigen::MatrixXd& table) {
  Standardized result{.z = Eigen::MatrixXd::Zero(table.rows(), table.cols()),
                      .center = Eigen::VectorXd::Zero(table.cols()),
                      .scale = Eigen::VectorXd::Zero(table.cols())};
  for (Eigen::Index j = 0; j < table.cols(); ++j) {
    const std::span<const double> column(table.col(j).data(),
                                         static_cast<std::size_t>(table.rows()));
    if (column.empty()) continue;
    const double center = *mean(column);
    const double scale = std::sqrt(*variance(column));
    result.center[j] = center;
    // The mean of equal values can miss them by a last digit; what is left of the spread is then
    // rounding.
    if (scale <= 1e-14 * std::abs(center)) continue;
    result.scale[j] = scale;
    for (Eigen::Index i = 0; i < table.rows(); ++i) result.z(i, j) = (table(i, j) - center) / scale;
  }
  return result;
}

}  // namespace regulars
