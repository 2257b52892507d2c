// A small shop as the studies of customers see it.
#pragma once

#include <memory>
#include <vector>

#include "core/customers/order_days.h"
#include "tests/support/shop.h"

namespace regulars {

/// A file read, summarized and laid out by days, as of a day.
struct Seen {
  std::unique_ptr<OrderTable> table;
  OrderBook book;
  Date as_of;
  std::vector<Summary> customers;
  OrderDays days;

  Seen(std::string_view csv, Date on, const ShopOptions& options = {})
      : table(read_shop(csv, options)),
        book(*table),
        as_of(on),
        customers(summarize(book, on)),
        days(book, customers, on) {}
};

}  // namespace regulars
