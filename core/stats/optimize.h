// The least of a smooth function of a few numbers, and how sharply it is told there.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace regulars {

/// A function's value at a point, and its partial derivatives there.
struct Slope {
  double value = 0;
  std::vector<double> gradient;
};

/// A function to be made small. Where it is not defined its value is infinite or NaN: such points
/// are never taken.
using Objective = std::function<Slope(std::span<const double>)>;

/// When to stop, and where the search must stay.
struct MinimizeOptions {
  double gradient_tolerance = 1e-8;  // of the largest partial derivative that can still be followed
  int max_iterations = 200;
  // Per this many iterations the value must fall by more than `progress`.
  int patience = 8;
  double progress = 1e-10;
  double limit = 9;  // every coordinate stays within plus or minus this
};

/// Where a search ended.
struct Minimum {
  std::vector<double> point;
  double value = 0;
  double gradient = 0;  // the largest partial derivative, of coordinates not at the limit
  int iterations = 0;
  bool converged = false;  // the gradient vanishes, or nothing more is gained by following it
  bool at_limit = false;   // a coordinate ended at the limit
};

/// The least value downhill from `start`, by the BFGS formula with a line search that keeps to
/// both conditions of Wolfe, in a box. Meant for a dozen coordinates of about the same scale.
/// Source: Nocedal and Wright (2006), Numerical Optimization, 6.1; the search by Lewis and Overton
/// (2013), Math. Programming 141, 135-163.
Minimum minimize(const Objective& objective, std::vector<double> start,
                 MinimizeOptions options = {});

/// The same by values alone: slow, but not misled by a slope that rounding has spoilt.
/// Source: Nelder and Mead (1965), The Computer Journal 7(4), 308-313.
Minimum minimize_by_values(const Objective& objective, std::span<const double> start,
                           MinimizeOptions options = {});

/// A square matrix, row by row.
struct SquareMatrix {
  std::size_t size = 0;
  std::vector<double> cells;

  explicit SquareMatrix(std::size_t n) : size(n), cells(n * n, 0) {}
  double& at(std::size_t row, std::size_t column) { return cells[row * size + column]; }
  double at(std::size_t row, std::size_t column) const { return cells[row * size + column]; }
};

/// The second derivatives at a point, from central differences of the gradient over `step`.
SquareMatrix hessian(const Objective& objective, std::span<const double> point, double step = 1e-4);

/// The inverse of a symmetric matrix; nothing where it is not positive definite.
std::optional<SquareMatrix> inverse(const SquareMatrix& matrix);

}  // namespace regulars
