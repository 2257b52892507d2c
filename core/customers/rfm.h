// Recency, frequency and money in scores of one to five, and the ten segments they make.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/customers/summary.h"

namespace regulars {

/// The ten segments of the R x F grid. Disjoint and complete: each of the 25 cells belongs to
/// exactly one.
enum class Segment : std::uint8_t {
  champions,            // R 5    F 4-5
  loyal_customers,      // R 3-4  F 4-5
  potential_loyalists,  // R 4-5  F 2-3
  new_customers,        // R 5    F 1
  promising,            // R 4    F 1
  need_attention,       // R 3    F 3
  about_to_sleep,       // R 3    F 1-2
  cannot_lose,          // R 1-2  F 5
  at_risk,              // R 1-2  F 3-4
  hibernating,          // R 1-2  F 1-2
};
inline constexpr std::size_t kSegments = 10;

/// The words of the segments, as reports and reward programs write them.
inline constexpr std::array<std::string_view, kSegments> kSegmentWords{
    "champions",      "loyal_customers", "potential_loyalists", "new_customers", "promising",
    "need_attention", "about_to_sleep",  "cannot_lose",         "at_risk",       "hibernating"};

/// The segment of a cell; scores are 1..5.
Segment segment_of(int r, int f);
std::string_view segment_word(Segment segment);

/// Four ascending cuts between five scores.
using Cuts = std::array<double, 4>;

/// Where scores change. Customers with the same figure always get the same score, so bins need not
/// be of one size.
struct RfmThresholds {
  Cuts days_since_last{};  // days; fewer is better, so the lowest fifth scores 5
  Cuts orders{};           // counted orders
  Cuts revenue{};          // major units
};

/// How cuts are made of the 20, 40, 60 and 80 % quantiles (type 7).
enum class CutRule {
  at_quantile,  // a figure equal to a cut belongs to the lower bin: right for any kind of number
  one_above_quantile  // of the R package rfm: cuts lie one above the quantile and belong to the
                      // upper bin; whole numbers only
};

/// One customer's scores, 1..5; 5 is best in each.
struct RfmScore {
  std::int8_t r = 1;
  std::int8_t f = 1;
  std::int8_t m = 1;
};

/// Thresholds and the score of each customer, in the order of the summaries.
struct RfmScores {
  CutRule rule = CutRule::at_quantile;
  RfmThresholds thresholds;
  std::vector<RfmScore> scores;
};

/// Scores customers by the quantiles of their own shop. `digits` are those of the currency. No
/// customers: no scores, cuts of 0.
RfmScores score_rfm(std::span<const Summary> customers, int digits,
                    CutRule rule = CutRule::at_quantile);

/// The same by cuts that are given; a figure equal to a cut belongs below it.
RfmScores score_rfm(std::span<const Summary> customers, int digits,
                    const RfmThresholds& thresholds);

}  // namespace regulars
