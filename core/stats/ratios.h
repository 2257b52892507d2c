// How sure a mean is, and a ratio of two sums, beside that of another group.
#pragma once

#include <optional>
#include <span>

namespace regulars {

/// What one member of a group adds to the two sums of a ratio; a mean has `below` 1 for everybody.
struct RatioPart {
  double above = 0;
  double below = 1;  // at least 0
};

/// How far the ratio of one group lies above that of another, in its unit.
struct RatioDifference {
  double difference = 0;
  double low = 0;
  double high = 0;
};

/// The sum of what stands above over the sum of what stands below; nothing where that is 0.
std::optional<double> ratio_of(std::span<const RatioPart> group);

/// Compares two groups, whose variances may differ; nothing where one has no ratio or less than two
/// members. Of means the interval is Welch's. Sources: Welch (1947), Biometrika 34(1/2), 28-35, for
/// the degrees of freedom; Cochran (1977), Sampling Techniques, 3rd edition, section 2.11, for the
/// variance of a ratio.
std::optional<RatioDifference> compare_ratios(std::span<const RatioPart> group,
                                              std::span<const RatioPart> other,
                                              double confidence = 0.95);

}  // namespace regulars
