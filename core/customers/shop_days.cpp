#include "core/customers/shop_days.h"

#include <algorithm>
#include <cmath>

#include "core/customers/order_walk.h"

namespace regulars {

ShopDays shop_days(const OrderBook& book, Date as_of) {
  ShopDays shop;
  shop.first = std::min(book.totals().first, as_of);
  shop.days.resize(static_cast<std::size_t>(as_of - shop.first) + 1);
  walk_orders(book, as_of, [&](std::int32_t index, Date date, bool counts) {
    const Money net = book.net_of(index);
    // Money may be given back before the first order that counts.
    ShopDay& day = shop.days[static_cast<std::size_t>(std::max(0, date - shop.first))];
    day.revenue += net;
    if (!counts) return;
    ++day.orders;
    const SecondOfDay second = book.order(index).moment.second;
    if (second != kNoTime) {
      ++shop.hours[static_cast<std::size_t>(second / 3600)];
      ++shop.timed;
    }
    if (net.minor <= 0) return;
    const auto value = static_cast<double>(net.minor);
    shop.values.add(value);
    shop.log_values.add(std::log(value));
  });
  return shop;
}

}  // namespace regulars
