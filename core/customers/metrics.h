// The shop in a few figures, each with what it is made of.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/customers/summary.h"

namespace regulars {

/// Why a figure is not there.
enum class NoFigure { none, too_little_data, no_amount_column, no_customer_column };

/// A figure and its definition, a formula in the words of docs/report.md.
struct Figure {
  std::optional<double> value;  // nothing beside a reason
  std::string_view definition;
  NoFigure reason = NoFigure::none;
};

/// A share of counts with its 95 % Wilson interval. A denominator of 0 has neither value nor
/// interval.
struct Rate {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;
  std::string_view definition;
  NoFigure reason = NoFigure::none;
};

/// The rate of two counts; without anyone it has no value, and `otherwise` says why.
Rate rate_of(std::int64_t numerator, std::int64_t denominator, std::string_view definition,
             NoFigure otherwise);

/// A second order day within so many days of the first.
struct RepurchaseWithin {
  std::int32_t days = 0;
  Rate rate;
};

inline constexpr std::array<std::int32_t, 5> kWindows{30, 60, 90, 180, 365};

/// The headline figures of a shop as of a day. Money is in minor units.
struct ShopMetrics {
  Date as_of;
  Figure customers;         // with a counted order
  Figure repeat_customers;  // with at least two order days
  Rate repurchase_rate;     // repeat customers over customers
  std::array<RepurchaseWithin, kWindows.size()>
      repurchase_within;        // among customers observed that long
  Figure orders_per_customer;   // counted orders of customers over customers
  Figure average_order_value;   // of all counted orders, with or without a customer, less what was
                                // given back
  Figure revenue_per_customer;  // revenue of customers over customers
  Figure median_days_between_orders;  // of all gaps between following order days of one customer
  std::int64_t gaps = 0;              // how many there are
};

/// Computes them from a book and its summaries as of the same day.
ShopMetrics shop_metrics(const OrderBook& book, std::span<const Summary> customers, Date as_of);

}  // namespace regulars
