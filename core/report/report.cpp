#include "core/report/report.h"

#include <cmath>

#include "core/stats/describe.h"

namespace regulars {
namespace {

constexpr int kPairs = 50;
constexpr int kPopular = 20;

std::vector<GroupLine> group_lines(const Analysis& analysis) {
  std::vector<GroupLine> lines(analysis.labels.size());
  std::vector<std::vector<double>> days(lines.size());
  std::vector<std::vector<double>> orders(lines.size());
  std::vector<std::vector<double>> revenue(lines.size());
  for (std::size_t i = 0; i < analysis.customers.size(); ++i) {
    if (analysis.group(i) == 0) continue;
    const auto g = static_cast<std::size_t>(analysis.group(i) - 1);
    const Summary& s = analysis.customers[i];
    ++lines[g].size;
    lines[g].revenue += s.revenue;
    days[g].push_back(s.days_since_last);
    orders[g].push_back(s.orders);
    revenue[g].push_back(static_cast<double>(s.revenue.minor));
  }
  for (std::size_t g = 0; g < lines.size(); ++g) {
    lines[g].id = static_cast<std::int32_t>(g + 1);
    lines[g].label = analysis.labels[g];
    lines[g].median_days_since_last = median(std::move(days[g])).value_or(0);
    lines[g].median_orders = median(std::move(orders[g])).value_or(0);
    lines[g].median_revenue = {std::llround(median(std::move(revenue[g])).value_or(0))};
  }
  return lines;
}

// People whom the files name and who have no counted order yet.
std::int64_t prospects(const Analysis& analysis) {
  std::int64_t people = 0;
  for (std::int32_t id = 0; id < analysis.book.customers(); ++id)
    people += analysis.book.person(id) == CustomerId{id};
  return people - static_cast<std::int64_t>(analysis.customers.size());
}

std::vector<SegmentSums> sums_of(const Analysis& analysis, const RfmScores& scores,
                                 const SegmentMap& map) {
  std::vector<SegmentSums> sums = segment_sums(analysis.customers, scores, map);
  if (map.scheme() == Scheme::shopify) sums.back().customers = prospects(analysis);
  return sums;
}

}  // namespace

Report build_report(const Analysis& analysis) {
  Report report;
  report.analysis = &analysis;
  report.segments = sums_of(analysis, analysis.rfm, analysis.segments);
  for (int r = 1; r <= 5; ++r)
    for (int f = 1; f <= 5; ++f) report.grid.push_back({r, f, 0, {}});
  for (std::size_t i = 0; i < analysis.customers.size(); ++i) {
    const Summary& s = analysis.customers[i];
    const RfmScore& score = analysis.rfm.scores[i];
    GridCell& cell = report.grid[static_cast<std::size_t>((score.r - 1) * 5 + score.f - 1)];
    ++cell.customers;
    cell.revenue += s.revenue;
  }
  report.groups = group_lines(analysis);
  report.pairs = analysis.products.closest_pairs(kPairs);
  report.popular = analysis.products.popular(kPopular);
  return report;
}

SegmentTrial try_segments(const Analysis& analysis, const RfmOptions& options) {
  const RfmScores scores = score_by(analysis.customers, analysis.book.table().digits, options);
  SegmentTrial trial{SegmentMap(options.scheme, options.rules), scores.thresholds, {}};
  trial.segments = sums_of(analysis, scores, trial.map);
  return trial;
}

}  // namespace regulars
