// Segments made of scores: several schemes to choose from, or rules of the shop's own.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/customers/rfm.h"

namespace regulars {

/// Scores from one to another, both included, 1..5.
struct ScoreBand {
  std::int8_t from = 1;
  std::int8_t to = 5;
  bool has(std::int8_t score) const { return score >= from && score <= to; }
};

/// Customers with scores in all three bands.
struct SegmentRule {
  std::string name;
  ScoreBand r;
  ScoreBand f;
  ScoreBand m;
};

/// Which rules. Their first match wins; who matches none is among the `others`.
enum class Scheme : std::uint8_t {
  ten_segments,  // the R x F grid of core/customers/rfm.h: disjoint and complete
  published_a,   // the vignette of the R package rfm: 10 of 125 cells are others
  published_b,   // the tests of the same package: 36 are
  shopify,       // the names of Shopify's customer groups on a grid of our own: disjoint, complete
  own            // the user's
};
inline constexpr std::size_t kSchemes = 5;
inline constexpr std::array<std::string_view, kSchemes> kSchemeWords{
    "r_by_f_ten_segments", "published_a", "published_b", "shopify", "own"};
inline constexpr std::string_view kOthers = "others";
/// Of Shopify's groups the one of people who have not ordered yet; no score belongs to it.
inline constexpr std::string_view kProspects = "prospects";

/// The rules of a scheme; none for `own`.
std::vector<SegmentRule> rules_of(Scheme scheme);

/// How customers are scored and named.
struct RfmOptions {
  Scheme scheme = Scheme::ten_segments;
  std::vector<SegmentRule> rules = {};      // of Scheme::own, at most kMostRules
  std::optional<RfmThresholds> thresholds;  // default: quantiles of the shop
};
inline constexpr std::size_t kMostRules = 100;

/// The segment of each of the 125 cells.
class SegmentMap {
 public:
  explicit SegmentMap(Scheme scheme = Scheme::ten_segments, std::span<const SegmentRule> own = {});

  Scheme scheme() const { return scheme_; }
  /// Each name once, in the order of the rules; `others` last where a cell needs it.
  const std::vector<std::string>& names() const { return names_; }
  /// The place of a customer's segment among the names.
  std::size_t place(const RfmScore& score) const {
    return cells_[static_cast<std::size_t>((score.r - 1) * 25 + (score.f - 1) * 5 + score.m - 1)];
  }

 private:
  Scheme scheme_;
  std::vector<std::string> names_;
  std::array<std::uint8_t, 125> cells_{};
};

/// One segment in sums.
struct SegmentSums {
  std::int64_t customers = 0;
  std::int64_t orders = 0;
  Money revenue;
};

/// The customers of each segment, by place of its name. Quick enough to be asked while a threshold
/// is being moved.
std::vector<SegmentSums> segment_sums(std::span<const Summary> customers, const RfmScores& scores,
                                      const SegmentMap& map);

/// Scores by the thresholds of the options, or by the quantiles of the shop.
RfmScores score_by(std::span<const Summary> customers, int digits, const RfmOptions& options);

/// Why a customer has these scores: the shares of customers who ordered more recently, ordered more
/// often, and spent more.
struct Standing {
  double more_recent = 0;
  double more_orders = 0;
  double more_revenue = 0;
};
Standing standing_of(std::span<const Summary> customers, std::size_t place);

}  // namespace regulars
