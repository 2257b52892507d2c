// What each customer bought on which day, laid out one after the other: one walk over the book, so
// that all that looks at rhythm and time reads along memory.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/customers/summary.h"

namespace regulars {

/// One day of one customer.
struct OrderDay {
  Date day;
  std::int32_t orders = 0;  // counted ones; 0 on a day on which money was only given back
  Money net;                // paid less given back
};

/// The days of all customers with an order or money given back, oldest first.
class OrderDays {
 public:
  /// `customers` are the summaries of the book as of the same day.
  OrderDays(const OrderBook& book, std::span<const Summary> customers, Date as_of);

  std::size_t customers() const { return starts_.size() - 1; }
  /// The days of a customer, by place in the summaries.
  std::span<const OrderDay> of(std::size_t place) const {
    return std::span(days_).subspan(starts_[place], starts_[place + 1] - starts_[place]);
  }

 private:
  std::vector<std::uint32_t> starts_;
  std::vector<OrderDay> days_;
};

/// Days from the first order day of a customer to the second; -1 where there is none.
std::int32_t days_to_second(std::span<const OrderDay> days);

}  // namespace regulars
