// How regular times between events are: the shape k of a gamma distribution. 1 is chance, more is a
// beat, less is bursts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace regulars {

/// An estimate of k with its 95 % interval; at most kMostRegular.
struct GapShape {
  double k = 1;
  double low = 1;
  double high = 1;
  std::int64_t cases = 0;  // that told something
};
inline constexpr double kMostRegular = 1000;

/// Collects the gaps of cases, each of which may have a pace of its own, and estimates the k that
/// they share. Cases with fewer than two gaps tell nothing.
class Regularity {
 public:
  /// The gaps of one case in order, each above 0, in days: a table is kept up to the longest.
  void add(std::span<const std::int32_t> gaps);

  /// From the share that the last gap has in the last two, which is Beta(k, k) whatever the pace:
  /// its variance is 1 / (4 (2 k + 1)). Source: Wheat and Morrison (1990), J. of Marketing Research
  /// 27(1). Nothing with fewer than 2 cases.
  std::optional<GapShape> wheat_morrison() const;

  /// By maximum likelihood, given the sum of each case's gaps: their shares are Dirichlet(k, ...,
  /// k), free of the pace, so that many cases with few gaps do not pull it upwards as they would if
  /// each pace were estimated beside k (Neyman and Scott 1948, Econometrica 16). The interval is
  /// Fisher's, on the scale of log(k). Nothing without cases.
  std::optional<GapShape> likelihood() const;

 private:
  std::map<std::size_t, std::int64_t> cases_;  // by number of gaps
  double log_shares_ = 0;                      // sum over all gaps
  double squares_ = 0;                         // of (share - 1/2)
  double fourths_ = 0;
  std::int64_t pairs_ = 0;
  std::vector<double> logs_{0};  // of the gaps met so far, which are few different ones
};

}  // namespace regulars
