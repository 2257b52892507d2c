// The report: everything the page shows of a shop, as plain data.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/report/analysis.h"

namespace regulars {

/// One cell of the R x F grid.
struct GridCell {
  int r = 1;
  int f = 1;
  std::int64_t customers = 0;
  Money revenue;
};

/// One group of customers who buy alike, in natural units.
struct GroupLine {
  std::int32_t id = 0;  // 1-based, largest first
  GroupLabel label;
  std::int64_t size = 0;
  Money revenue;
  double median_days_since_last = 0;
  double median_orders = 0;
  Money median_revenue;
};

/// What is shown beyond what Analysis already holds. Refers to the analysis.
struct Report {
  const Analysis* analysis = nullptr;
  std::vector<SegmentSums> segments;  // by place of the name in Analysis::segments
  std::vector<GridCell> grid;         // 25 cells, r then f
  std::vector<GroupLine> groups;
  std::vector<ProductPair> pairs;     // at most 50
  std::vector<ProductCount> popular;  // at most 20
};

Report build_report(const Analysis& analysis);

/// What a scheme or thresholds would give, without a new analysis.
struct SegmentTrial {
  SegmentMap map;
  RfmThresholds thresholds;
  std::vector<SegmentSums> segments;  // by place of the name
};
SegmentTrial try_segments(const Analysis& analysis, const RfmOptions& options);

}  // namespace regulars
