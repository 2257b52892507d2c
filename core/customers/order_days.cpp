#include "core/customers/order_days.h"

namespace regulars {
namespace {

// Kept apart from the loop over all customers, which WebAssembly engines run as they first compiled
// it.
[[gnu::noinline]] void add_days(const OrderBook& book, CustomerId customer, Date as_of,
                                std::vector<OrderDay>& days) {
  const std::size_t begin = days.size();
  for (const std::int32_t index : book.history(customer)) {
    const Date day = book.day_of(index);
    if (day > as_of) break;
    const Money net = book.net_of(index);
    const bool counts = book.status_of(index) == LineStatus::counted;
    if (!counts && net == Money{}) continue;
    if (days.size() == begin || days.back().day != day) days.push_back({day, 0, {}});
    days.back().orders += counts;
    days.back().net += net;
  }
}

}  // namespace

OrderDays::OrderDays(const OrderBook& book, std::span<const Summary> customers, Date as_of) {
  std::size_t most = 0;
  for (const Summary& customer : customers) most += static_cast<std::size_t>(customer.orders);
  days_.reserve(most);
  starts_.reserve(customers.size() + 1);
  for (const Summary& customer : customers) {
    starts_.push_back(static_cast<std::uint32_t>(days_.size()));
    add_days(book, customer.customer, as_of, days_);
  }
  starts_.push_back(static_cast<std::uint32_t>(days_.size()));
}

std::int32_t days_to_second(std::span<const OrderDay> days) {
  const OrderDay* first = nullptr;
  for (const OrderDay& day : days) {
    if (day.orders == 0) continue;
    if (first != nullptr) return day.day - first->day;
    first = &day;
  }
  return -1;
}

}  // namespace regulars
