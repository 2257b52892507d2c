#include "core/customers/rfm.h"

#include <algorithm>

#include "core/stats/describe.h"

namespace regulars {
namespace {

// Source: the R x F grid of many public notebooks (scheme C of our notes); rows are R 1..5, columns
// F 1..5.
constexpr Segment kGrid[5][5] = {
    {Segment::hibernating, Segment::hibernating, Segment::at_risk, Segment::at_risk,
     Segment::cannot_lose},
    {Segment::hibernating, Segment::hibernating, Segment::at_risk, Segment::at_risk,
     Segment::cannot_lose},
    {Segment::about_to_sleep, Segment::about_to_sleep, Segment::need_attention,
     Segment::loyal_customers, Segment::loyal_customers},
    {Segment::promising, Segment::potential_loyalists, Segment::potential_loyalists,
     Segment::loyal_customers, Segment::loyal_customers},
    {Segment::new_customers, Segment::potential_loyalists, Segment::potential_loyalists,
     Segment::champions, Segment::champions},
};

Cuts cuts_of(std::vector<double> values, CutRule rule) {
  std::sort(values.begin(), values.end());
  Cuts cuts{};
  for (std::size_t i = 0; i < cuts.size(); ++i)
    cuts[i] = quantile(values, 0.2 * static_cast<double>(i + 1)).value_or(0) +
              (rule == CutRule::one_above_quantile ? 1 : 0);
  return cuts;
}

std::int8_t bin_of(double value, const Cuts& cuts, CutRule rule) {
  int bin = 1;
  for (const double cut : cuts) bin += rule == CutRule::at_quantile ? value > cut : value >= cut;
  return static_cast<std::int8_t>(bin);
}

RfmScores score_with(std::span<const Summary> customers, int digits,
                     const RfmThresholds& thresholds, CutRule rule) {
  RfmScores result;
  result.rule = rule;
  result.thresholds = thresholds;
  result.scores.reserve(customers.size());
  for (const Summary& s : customers)
    result.scores.push_back(
        {static_cast<std::int8_t>(6 - bin_of(s.days_since_last, thresholds.days_since_last, rule)),
         bin_of(s.orders, thresholds.orders, rule),
         bin_of(major_units(s.revenue, digits), thresholds.revenue, rule)});
  return result;
}

}  // namespace

Segment segment_of(int r, int f) { return kGrid[r - 1][f - 1]; }

std::string_view segment_word(Segment segment) {
  return kSegmentWords[static_cast<std::size_t>(segment)];
}

RfmScores score_rfm(std::span<const Summary> customers, int digits, CutRule rule) {
  std::vector<double> days;
  std::vector<double> orders;
  std::vector<double> revenue;
  for (const Summary& s : customers) {
    days.push_back(s.days_since_last);
    orders.push_back(s.orders);
    revenue.push_back(major_units(s.revenue, digits));
  }
  const Cuts day_cuts = cuts_of(std::move(days), rule);
  const Cuts order_cuts = cuts_of(std::move(orders), rule);
  return score_with(customers, digits, {day_cuts, order_cuts, cuts_of(std::move(revenue), rule)},
                    rule);
}

RfmScores score_rfm(std::span<const Summary> customers, int digits,
                    const RfmThresholds& thresholds) {
  return score_with(customers, digits, thresholds, CutRule::at_quantile);
}

}  // namespace regulars
