// A walk over all orders of a book as they lie, whoever's they are.
#pragma once

#include "core/data/order_book.h"

namespace regulars {

/// Calls `take(index, day, counts)` for each order up to a day that counts or moves money.
template <class Take>
void walk_orders(const OrderBook& book, Date as_of, Take&& take) {
  const OrderTable& table = book.table();
  const auto orders = static_cast<std::int32_t>(table.numbered.size() + table.loose.size());
  for (std::int32_t index = 0; index < orders; ++index) {
    const bool counts = book.status_of(index) == LineStatus::counted;
    if (!counts && book.net_of(index) == Money{}) continue;
    const Date day = book.day_of(index);
    if (day.days != kNoDay && day <= as_of) take(index, day, counts);
  }
}

}  // namespace regulars
