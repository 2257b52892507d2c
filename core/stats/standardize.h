// Columns of a table brought to one scale, so that days, orders and money weigh alike.
#pragma once

#include <Eigen/Core>

namespace regulars {

/// A table in z-scores and what brings it back: value = center + scale * z.
struct Standardized {
  Eigen::MatrixXd z;       // shape of the table; each column has mean 0 and standard deviation 1
  Eigen::VectorXd center;  // mean of each column, in its unit
  Eigen::VectorXd scale;   // standard deviation of each column (dividing by n); 0 if it is constant
};

/// The z-scores of every column of `table` (rows: cases, columns: features). A constant column
/// becomes zeros. A table without rows stays without, with centers and scales of 0. The values are
/// finite.
Standardized standardize(const Eigen::MatrixXd& table);

}  // namespace regulars
