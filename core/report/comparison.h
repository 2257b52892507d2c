// Two groups of customers side by side: what differs between them, and whether chance would do it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/report/analysis.h"

namespace regulars {

/// What the groups are compared by. The first two are shares of customers, the others means.
enum class ComparedFigure : std::uint8_t {
  came_back,             // with a second order day
  came_back_90d,         // within 90 days of the first, among those observed that long
  orders_per_customer,   // counted orders over customers
  average_order_value,   // paid less given back over counted orders; minor units
  revenue_per_customer,  // paid less given back over customers; minor units
  days_between_orders,   // days from the first order day to the last over repeat order days
  days_since_last,
  lifetime_value  // expected over twelve months; minor units
};
inline constexpr std::array<std::string_view, 8> kComparedFigureWords{
    "came_back",           "came_back_90d",        "orders_per_customer",
    "average_order_value", "revenue_per_customer", "days_between_orders",
    "days_since_last",     "lifetime_value"};
inline constexpr std::size_t kComparedFigures = kComparedFigureWords.size();
inline constexpr std::size_t kComparedShares = 2;

/// What a difference comes to.
enum class DifferenceVerdict : std::uint8_t {
  too_little_data,
  within_chance,
  beyond_chance  // larger than chance would give in nineteen of twenty comparisons
};
inline constexpr std::array<std::string_view, 3> kDifferenceVerdictWords{
    "too_little_data", "within_chance", "beyond_chance"};

/// A figure of one group and what it is made of.
struct GroupFigure {
  std::optional<double> value;
  std::int64_t hits = 0;  // of a share
  std::int64_t of = 0;    // customers it rests on
};

/// A figure of both, and the first less the second with its 95 % interval; no interval where there
/// is too little data.
struct FigureComparison {
  ComparedFigure figure = ComparedFigure::came_back;
  GroupFigure first;
  GroupFigure second;
  std::optional<double> difference;
  double low = 0;
  double high = 0;
  DifferenceVerdict verdict = DifferenceVerdict::too_little_data;
};

/// What customers may have in common.
enum class TraitKind : std::uint8_t { product, category, first_channel };
inline constexpr std::array<std::string_view, 3> kTraitKindWords{"product", "category",
                                                                 "first_channel"};

/// How many of each group bought a product, or began through a channel.
struct TraitComparison {
  TraitKind kind = TraitKind::product;
  std::int32_t name = 0;  // in the texts of its kind
  std::int64_t first = 0;
  std::int64_t second = 0;
  double difference = 0;  // of the shares, with the 95 % interval of this one alone
  double low = 0;
  double high = 0;
  double p_adjusted = 1;  // after Holm, among all of its kind
  DifferenceVerdict verdict = DifferenceVerdict::within_chance;
};

/// A group before anybody is left out.
struct ComparedGroup {
  std::int64_t customers = 0;
  Money revenue;
};

/// People in both groups are counted in `both`, and in nothing below it.
struct Comparison {
  ComparedGroup first;
  ComparedGroup second;
  std::int64_t both = 0;
  std::array<std::int64_t, 2> compared{};  // customers of each who are in that group only
  std::vector<FigureComparison> figures;   // in the order of ComparedFigure
  std::vector<TraitComparison> traits;     // of each kind at most five, the surest first
  std::array<std::int64_t, 3> tried{};     // how many of each kind were looked at
};

/// Compares customers by their places in Analysis::customers, in any order. Shares: Newcombe's
/// interval; means: Welch's, customers being the units.
Comparison compare_customers(const Analysis& analysis, std::span<const std::int32_t> first,
                             std::span<const std::int32_t> second);

/// Everybody else's places, ascending.
std::vector<std::int32_t> everybody_else(const Analysis& analysis,
                                         std::span<const std::int32_t> customers);

}  // namespace regulars
