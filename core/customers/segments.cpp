#include "core/customers/segments.h"

#include <algorithm>
#include <cassert>

namespace regulars {
namespace {

/// A rule of the tables below.
struct Line {
  std::string_view name;
  ScoreBand r;
  ScoreBand f;
  ScoreBand m;
};

// Source: R package rfm, its vignette and R/rfm-segment.R.
constexpr Line kPublishedA[] = {
    {"champions", {5, 5}, {5, 5}, {5, 5}},       {"potential_loyalists", {3, 5}, {3, 5}, {2, 5}},
    {"loyal_customers", {2, 4}, {2, 4}, {2, 4}}, {"promising", {3, 4}, {1, 3}, {3, 5}},
    {"new_customers", {4, 5}, {1, 3}, {1, 5}},   {"cannot_lose", {1, 2}, {3, 4}, {4, 5}},
    {"at_risk", {1, 2}, {2, 5}, {4, 5}},         {"need_attention", {1, 3}, {3, 5}, {3, 5}},
    {"about_to_sleep", {2, 3}, {1, 3}, {1, 4}},  {"lost", {1, 1}, {1, 5}, {1, 5}}};

// Source: R package rfm, tests/testthat/test-rfm-segment.R. New customers and promising ones can
// never win: potential loyalists come before them.
constexpr Line kPublishedB[] = {
    {"champions", {4, 5}, {4, 5}, {4, 5}},           {"loyal_customers", {2, 5}, {3, 5}, {3, 5}},
    {"potential_loyalists", {3, 5}, {1, 3}, {1, 3}}, {"new_customers", {4, 5}, {1, 1}, {1, 1}},
    {"promising", {3, 4}, {1, 1}, {1, 1}},           {"need_attention", {2, 3}, {2, 3}, {2, 3}},
    {"about_to_sleep", {2, 3}, {1, 2}, {1, 2}},      {"at_risk", {1, 2}, {2, 5}, {2, 5}},
    {"cannot_lose", {1, 1}, {4, 5}, {4, 5}},         {"lost", {1, 2}, {1, 2}, {1, 2}}};

// The names of Shopify's CustomerRfmGroup, which shopkeepers know from its admin; the cells are
// ours, because theirs are not published.
constexpr Line kShopify[] = {
    {"champions", {5, 5}, {4, 5}, {}},        {"loyal", {3, 4}, {4, 5}, {}},
    {"active", {4, 5}, {2, 3}, {}},           {"new", {5, 5}, {1, 1}, {}},
    {"promising", {3, 4}, {1, 1}, {}},        {"needs_attention", {3, 3}, {2, 3}, {}},
    {"previously_loyal", {1, 2}, {4, 5}, {}}, {"at_risk", {1, 2}, {3, 3}, {}},
    {"almost_lost", {2, 2}, {1, 2}, {}},      {"dormant", {1, 1}, {1, 2}, {}}};

std::vector<SegmentRule> rules_of(std::span<const Line> lines) {
  std::vector<SegmentRule> rules;
  for (const Line& line : lines) rules.push_back({std::string(line.name), line.r, line.f, line.m});
  return rules;
}

// One rule per cell, in the order of the segments.
std::vector<SegmentRule> rules_of_grid() {
  std::vector<SegmentRule> rules;
  for (std::size_t i = 0; i < kSegments; ++i)
    for (std::int8_t r = 1; r <= 5; ++r)
      for (std::int8_t f = 1; f <= 5; ++f)
        if (segment_of(r, f) == static_cast<Segment>(i))
          rules.push_back({std::string(kSegmentWords[i]), {r, r}, {f, f}, {}});
  return rules;
}

}  // namespace

std::vector<SegmentRule> rules_of(Scheme scheme) {
  switch (scheme) {
    case Scheme::ten_segments:
      return rules_of_grid();
    case Scheme::published_a:
      return rules_of(std::span(kPublishedA));
    case Scheme::published_b:
      return rules_of(std::span(kPublishedB));
    case Scheme::shopify:
      return rules_of(std::span(kShopify));
    case Scheme::own:
      break;
  }
  return {};
}

SegmentMap::SegmentMap(Scheme scheme, std::span<const SegmentRule> own) : scheme_(scheme) {
  const std::vector<SegmentRule> rules =
      scheme == Scheme::own ? std::vector<SegmentRule>(own.begin(), own.end()) : rules_of(scheme);
  assert(rules.size() <= kMostRules);
  const auto place_of = [&](std::string_view name) {
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found == names_.end()) return names_.emplace_back(name), names_.size() - 1;
    return static_cast<std::size_t>(found - names_.begin());
  };
  for (const SegmentRule& rule : rules) place_of(rule.name);
  std::size_t cell = 0;
  for (std::int8_t r = 1; r <= 5; ++r)
    for (std::int8_t f = 1; f <= 5; ++f)
      for (std::int8_t m = 1; m <= 5; ++m) {
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const SegmentRule& one) {
          return one.r.has(r) && one.f.has(f) && one.m.has(m);
        });
        cells_[cell++] = static_cast<std::uint8_t>(
            place_of(rule == rules.end() ? kOthers : std::string_view(rule->name)));
      }
  if (scheme == Scheme::shopify) names_.emplace_back(kProspects);
}

std::vector<SegmentSums> segment_sums(std::span<const Summary> customers, const RfmScores& scores,
                                      const SegmentMap& map) {
  std::vector<SegmentSums> sums(map.names().size());
  for (std::size_t i = 0; i < customers.size(); ++i) {
    SegmentSums& segment = sums[map.place(scores.scores[i])];
    ++segment.customers;
    segment.orders += customers[i].orders;
    segment.revenue += customers[i].revenue;
  }
  return sums;
}

RfmScores score_by(std::span<const Summary> customers, int digits, const RfmOptions& options) {
  return options.thresholds ? score_rfm(customers, digits, *options.thresholds)
                            : score_rfm(customers, digits);
}

Standing standing_of(std::span<const Summary> customers, std::size_t place) {
  const Summary& one = customers[place];
  std::int64_t recent = 0;
  std::int64_t orders = 0;
  std::int64_t revenue = 0;
  for (const Summary& other : customers) {
    recent += other.days_since_last < one.days_since_last;
    orders += other.orders > one.orders;
    revenue += other.revenue > one.revenue;
  }
  const auto all = static_cast<double>(customers.size());
  return {static_cast<double>(recent) / all, static_cast<double>(orders) / all,
          static_cast<double>(revenue) / all};
}

}  // namespace regulars
