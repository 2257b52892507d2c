// The whole shop day by day, with and without known customers: one walk over the orders as they
// lie.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/data/order_book.h"

namespace regulars {

/// One day of the shop.
struct ShopDay {
  std::int64_t orders = 0;  // counted ones
  Money revenue;            // all that was paid less all that was given back
};

/// Moments of a list of numbers, gathered one by one without losing digits. Source: Welford (1962),
/// Technometrics 4(3).
struct Moments {
  std::int64_t count = 0;
  double mean = 0;
  double squares = 0;  // sum of squared distances to the mean

  void add(double value) {
    ++count;
    const double off = value - mean;
    mean += off / static_cast<double>(count);
    squares += off * (value - mean);
  }
};

/// All counted orders up to a day. The book has at least one.
struct ShopDays {
  Date first;                            // day of the first
  std::vector<ShopDay> days;             // from `first` to the day looked from, empty ones too
  std::array<std::int64_t, 24> hours{};  // orders by hour of the day, where the time is known
  std::int64_t timed = 0;                // how many these are
  Moments values;                        // of orders that brought money, minor units
  Moments log_values;                    // natural logarithms of the same
};
ShopDays shop_days(const OrderBook& book, Date as_of);

}  // namespace regulars
