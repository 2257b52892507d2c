#include "core/stats/optimize.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

namespace regulars {
namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();
constexpr double kLongestStep = 2;      // of one coordinate in one iteration
constexpr double kShortestStep = 1e-8;  // of the largest coordinate: less is rounding
constexpr double kRoundedSlope = 1e-5;  // a slope below this may be all that rounding leaves

double dot(std::span<const double> a, std::span<const double> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double largest(std::span<const double> values) {
  double most = 0;
  for (const double value : values) most = std::max(most, std::abs(value));
  return most;
}

Slope evaluate(const Objective& objective, std::span<const double> point) {
  Slope slope = objective(point);
  bool finite = std::isfinite(slope.value);
  for (const double part : slope.gradient) finite = finite && std::isfinite(part);
  if (!finite) slope.value = kFar;
  return slope;
}

// Which coordinates stand at their limit and would go beyond.
std::vector<std::uint8_t> held_at(std::span<const double> point, const Slope& slope, double limit) {
  std::vector<std::uint8_t> held(point.size(), 0);
  for (std::size_t i = 0; i < point.size(); ++i) {
    const double part = slope.gradient[i];
    held[i] = (point[i] >= limit && part < 0) || (point[i] <= -limit && part > 0) ? 1 : 0;
  }
  return held;
}

bool stands_at_limit(std::span<const double> point, double limit) {
  return std::any_of(point.begin(), point.end(),
                     [limit](double part) { return std::abs(part) >= limit; });
}

// The values but for coordinates that are held.
std::vector<double> without(std::vector<double> values, std::span<const std::uint8_t> held) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (held[i]) values[i] = 0;
  return values;
}

SquareMatrix scaled_identity(std::size_t n, double scale) {
  SquareMatrix matrix(n);
  for (std::size_t i = 0; i < n; ++i) matrix.at(i, i) = scale;
  return matrix;
}

// The inverse Hessian after a step over which the gradient changed by `change`.
void update(SquareMatrix& inverse_hessian, std::span<const double> step,
            std::span<const double> change) {
  const double curvature = dot(step, change);
  if (!(curvature > 0)) return;
  const std::size_t n = step.size();
  std::vector<double> image(n, 0);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) image[i] += inverse_hessian.at(i, j) * change[j];
  const double weight = (1 + dot(change, image) / curvature) / curvature;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      inverse_hessian.at(i, j) +=
          weight * step[i] * step[j] - (image[i] * step[j] + step[i] * image[j]) / curvature;
}

// A point along a direction, and what is found there.
struct Place {
  std::vector<double> point;
  Slope slope;
  bool found = false;
};

Place search_line(const Objective& objective, std::span<const double> from, const Slope& slope,
                  std::span<const double> direction, double longest, double limit) {
  const double descent = dot(slope.gradient, direction);
  // Near the least value the function changes by less than it is rounded.
  const double rounding = 1e-14 * std::abs(slope.value);
  double near = 0;
  double far = kFar;
  double length = std::min(1.0, longest);
  Place place{std::vector<double>(from.begin(), from.end()), slope, false};
  const double shortest = kShortestStep / largest(direction);
  while (far - near >= shortest) {
    Place next{std::vector<double>(from.size()), {}, true};
    for (std::size_t i = 0; i < from.size(); ++i)
      next.point[i] = std::clamp(from[i] + length * direction[i], -limit, limit);
    next.slope = evaluate(objective, next.point);
    if (!(next.slope.value <= slope.value + 1e-4 * length * descent + rounding)) {
      far = length;
    } else {
      const bool shallow = dot(next.slope.gradient, direction) >= 0.9 * descent;
      place = std::move(next);
      if (shallow || length >= longest) return place;
      near = length;
    }
    length = far < kFar ? (near + far) / 2 : std::min(2 * near, longest);
  }
  return place;
}

}  // namespace

Minimum minimize(const Objective& objective, std::vector<double> start, MinimizeOptions options) {
  const std::size_t n = start.size();
  Minimum minimum{.point = std::move(start), .value = kFar};
  for (double& coordinate : minimum.point)
    coordinate = std::clamp(coordinate, -options.limit, options.limit);
  Slope slope = evaluate(objective, minimum.point);
  if (slope.value == kFar) return minimum;
  SquareMatrix guess = scaled_identity(n, 1);
  double value_before = slope.value;  // some iterations ago
  bool fresh = true;                  // the guess knows nothing of the function yet
  std::vector<std::uint8_t> held(n, 0);
  for (;; ++minimum.iterations) {
    std::vector<std::uint8_t> now_held = held_at(minimum.point, slope, options.limit);
    if (now_held != held) fresh = true;  // what was learnt is of another space
    held = std::move(now_held);
    const std::vector<double> downhill = without(slope.gradient, held);
    minimum.value = slope.value;
    minimum.gradient = largest(downhill);
    minimum.at_limit = stands_at_limit(minimum.point, options.limit);
    minimum.converged = minimum.gradient <= options.gradient_tolerance;
    if (minimum.converged || minimum.iterations >= options.max_iterations) return minimum;
    if (minimum.iterations > 0 && minimum.iterations % options.patience == 0) {
      if (value_before - minimum.value <= options.progress) {
        minimum.converged = minimum.gradient <= kRoundedSlope;
        return minimum;
      }
      value_before = minimum.value;
    }
    if (fresh) guess = scaled_identity(n, std::min(1.0, 1 / minimum.gradient));
    std::vector<double> direction(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
      if (downhill[i] == 0) continue;
      for (std::size_t j = 0; j < n; ++j) direction[i] -= guess.at(i, j) * downhill[j];
    }
    if (!(dot(direction, downhill) < 0)) {
      for (std::size_t i = 0; i < n; ++i) direction[i] = -downhill[i];
      fresh = true;
    }
    const double size = largest(direction);
    if (size > kLongestStep)
      for (double& part : direction) part *= kLongestStep / size;
    double longest = kFar;
    for (std::size_t i = 0; i < n; ++i) {
      if (direction[i] == 0) continue;
      const double room = (direction[i] > 0 ? options.limit : -options.limit) - minimum.point[i];
      longest = std::min(longest, room / direction[i]);
    }
    // A coordinate that stands at its limit while another pulls at it stays there.
    if (longest <= 0) {
      for (std::size_t i = 0; i < n; ++i) {
        const double room = (direction[i] > 0 ? options.limit : -options.limit) - minimum.point[i];
        if (room == 0) direction[i] = 0;
      }
      longest = 1;
    }
    Place place = search_line(objective, minimum.point, slope, direction, longest, options.limit);
    if (!place.found) {
      minimum.converged = minimum.gradient <= kRoundedSlope;
      if (fresh || minimum.converged) return minimum;
      fresh = true;
      continue;
    }
    std::vector<double> step(n);
    std::vector<double> change(n);
    for (std::size_t i = 0; i < n; ++i) {
      step[i] = place.point[i] - minimum.point[i];
      change[i] = held[i] ? 0 : place.slope.gradient[i] - slope.gradient[i];
    }
    if (fresh) {
      const double curvature = dot(step, change);
      if (curvature > 0) guess = scaled_identity(n, curvature / dot(change, change));
    }
    update(guess, step, change);
    fresh = false;
    minimum.point = std::move(place.point);
    slope = std::move(place.slope);
  }
}

Minimum minimize_by_values(const Objective& objective, std::span<const double> start,
                           MinimizeOptions options) {
  const std::size_t n = start.size();
  const auto value_at = [&](std::vector<double>& point) {
    for (double& part : point) part = std::clamp(part, -options.limit, options.limit);
    return evaluate(objective, point).value;
  };
  struct Corner {
    std::vector<double> point;
    double value;
  };
  std::vector<Corner> corners;
  for (std::size_t i = 0; i <= n; ++i) {
    std::vector<double> point(start.begin(), start.end());
    if (i > 0) point[i - 1] += 0.5;
    const double value = value_at(point);
    corners.push_back({std::move(point), value});
  }
  // A handful of corners, all but one in their order already.
  const auto put_in_order = [&] {
    for (std::size_t i = 1; i <= n; ++i)
      for (std::size_t j = i; j > 0 && corners[j].value < corners[j - 1].value; --j)
        std::swap(corners[j], corners[j - 1]);
  };
  int iterations = 0;
  const int most = options.max_iterations * static_cast<int>(n + 1);
  for (; iterations < most; ++iterations) {
    put_in_order();
    if (corners[n].value - corners[0].value <= 1e-13 * std::abs(corners[0].value)) break;
    std::vector<double> middle(n, 0);
    for (std::size_t c = 0; c < n; ++c)
      for (std::size_t i = 0; i < n; ++i) middle[i] += corners[c].point[i] / static_cast<double>(n);
    const auto beyond = [&](double factor) {
      Corner corner{std::vector<double>(n), 0};
      for (std::size_t i = 0; i < n; ++i)
        corner.point[i] = middle[i] + factor * (corners[n].point[i] - middle[i]);
      corner.value = value_at(corner.point);
      return corner;
    };
    Corner reflected = beyond(-1);
    if (reflected.value < corners[0].value) {
      Corner expanded = beyond(-2);
      corners[n] = expanded.value < reflected.value ? std::move(expanded) : std::move(reflected);
    } else if (reflected.value < corners[n - 1].value) {
      corners[n] = std::move(reflected);
    } else {
      Corner contracted = beyond(reflected.value < corners[n].value ? -0.5 : 0.5);
      if (contracted.value < std::min(reflected.value, corners[n].value)) {
        corners[n] = std::move(contracted);
      } else {
        for (std::size_t c = 1; c <= n; ++c) {
          for (std::size_t i = 0; i < n; ++i)
            corners[c].point[i] = (corners[c].point[i] + corners[0].point[i]) / 2;
          corners[c].value = value_at(corners[c].point);
        }
      }
    }
  }
  put_in_order();
  Minimum minimum{.point = corners[0].point, .value = corners[0].value, .iterations = iterations};
  if (minimum.value == kFar) return minimum;
  const Slope slope = evaluate(objective, minimum.point);
  const std::vector<std::uint8_t> held = held_at(minimum.point, slope, options.limit);
  minimum.gradient = largest(without(slope.gradient, held));
  minimum.at_limit = stands_at_limit(minimum.point, options.limit);
  minimum.converged = minimum.gradient <= kRoundedSlope;
  return minimum;
}

SquareMatrix hessian(const Objective& objective, std::span<const double> point, double step) {
  const std::size_t n = point.size();
  SquareMatrix second(n);
  std::vector<double> moved(point.begin(), point.end());
  for (std::size_t i = 0; i < n; ++i) {
    moved[i] = point[i] + step;
    const Slope after = objective(moved);
    moved[i] = point[i] - step;
    const Slope before = objective(moved);
    moved[i] = point[i];
    for (std::size_t j = 0; j < n; ++j) {
      const double rate = (after.gradient[j] - before.gradient[j]) / (2 * step);
      second.at(i, j) += rate / 2;
      second.at(j, i) += rate / 2;
    }
  }
  return second;
}

std::optional<SquareMatrix> inverse(const SquareMatrix& matrix) {
  const std::size_t n = matrix.size;
  // Cholesky's factor, then its inverse, column by column.
  SquareMatrix factor(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = matrix.at(i, j);
      for (std::size_t c = 0; c < j; ++c) sum -= factor.at(i, c) * factor.at(j, c);
      if (i != j) {
        factor.at(i, j) = sum / factor.at(j, j);
      } else if (sum > 1e-12 * matrix.at(i, i) && std::isfinite(sum)) {
        factor.at(i, i) = std::sqrt(sum);
      } else {
        return {};
      }
    }
  }
  SquareMatrix lower(n);
  for (std::size_t j = 0; j < n; ++j) {
    lower.at(j, j) = 1 / factor.at(j, j);
    for (std::size_t i = j + 1; i < n; ++i) {
      double sum = 0;
      for (std::size_t c = j; c < i; ++c) sum -= factor.at(i, c) * lower.at(c, j);
      lower.at(i, j) = sum / factor.at(i, i);
    }
  }
  SquareMatrix result(n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      for (std::size_t c = std::max(i, j); c < n; ++c)
        result.at(i, j) += lower.at(c, i) * lower.at(c, j);
  return result;
}

}  // namespace regulars
