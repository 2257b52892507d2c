// What visitors became, and what customers say: conversion of visits and answers to surveys.
#pragma once

#include <cstdint>
#include <optional>

#include "core/customers/metrics.h"

namespace regulars {

/// Visits that became orders. Without visits among the events: customers who came back.
struct Conversion {
  enum class Of : std::uint8_t { visits, first_orders };
  Of of = Of::first_orders;
  Rate rate;
};

/// Scores that customers gave, all on the scale of most of them.
struct Satisfaction {
  std::int64_t answers = 0;
  std::int32_t scale = 0;  // the highest score of the scale: 5, 10 or 100; 0 without answers
  Figure mean;
  std::optional<double> low;  // 95 % interval of the mean; nothing with fewer than 2 answers
  std::optional<double> high;
};

/// The net promoter score, -100 to 100: of answers from 0 to 10 the share of 9 and 10 less that of
/// 0 to 6. Source: Reichheld (2003), Harvard Business Review 81(12).
struct NetPromoter {
  std::int64_t answers = 0;
  std::int64_t promoters = 0;
  std::int64_t detractors = 0;
  Figure score;
  std::optional<double>
      low;  // 95 %, normal, of the multinomial variance; nothing with fewer than 2
  std::optional<double> high;
};

/// What events say of a shop up to a day.
struct Opinions {
  Conversion conversion;
  Satisfaction satisfaction;
  NetPromoter net_promoter;
};
Opinions opinions_of(const OrderBook& book, const ShopMetrics& metrics, Date as_of);

}  // namespace regulars
