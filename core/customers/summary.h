// What is known of each customer from orders alone: the table that every model reads.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/data/order_book.h"

namespace regulars {

/// One customer's counted orders up to a day. Two orders on one day are one order day.
/// Source of the four symbols: Fader, Hardie and Lee (2005), Marketing Science 24(2), 275-284.
struct Summary {
  CustomerId customer{};
  std::int32_t orders = 0;     // counted orders; at least 1
  std::int32_t frequency = 0;  // x    repeat order days; 0 for a customer seen on one day
  std::int32_t recency = 0;    // t_x  days from the first order day to the last; at most `age`
  std::int32_t age = 0;        // T    days from the first order day to `as_of`
  std::int32_t days_since_last = 0;  // days from the last order day to `as_of`
  Date first;
  Date last;
  Money revenue;     // all counted orders less refunds; may be negative
  double value = 0;  // m    mean paid on a repeat day, in major units; 0 if frequency is 0
  // litt: the sum of the natural logarithms of the days between following order days; 0 if
  // frequency is 0. Source: Platzer and Reutterer (2016), Marketing Science 35(5), 779-799.
  double log_gaps = 0;
};

/// One Summary per customer with a counted order on or before `as_of`, by ascending CustomerId.
std::vector<Summary> summarize(const OrderBook& book, Date as_of);

}  // namespace regulars
