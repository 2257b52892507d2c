#include "core/customers/summary.h"

#include <cmath>

namespace regulars {
namespace {

// One customer as of a day; without orders, if there was none by then. Kept apart from the loop
// over all, which WebAssembly engines run as they first compiled it.
[[gnu::noinline]] Summary summary_of(const OrderBook& book, CustomerId customer, Date as_of) {
  Summary s;
  s.customer = customer;
  Money on_repeat_days;
  for (const std::int32_t index : book.history(customer)) {
    const Date day = book.day_of(index);
    if (day > as_of) break;
    const Money net = book.net_of(index);
    s.revenue += net;
    if (book.status_of(index) != LineStatus::counted) continue;
    if (s.orders == 0) s.first = s.last = day;
    if (day > s.last) {  // two orders on one day are one order day
      ++s.frequency;
      s.log_gaps += std::log(static_cast<double>(day - s.last));
    }
    s.last = day;
    ++s.orders;
    if (s.last > s.first) on_repeat_days += net;
  }
  if (s.orders == 0) return s;
  s.recency = s.last - s.first;
  s.age = as_of - s.first;
  s.days_since_last = as_of - s.last;
  if (s.frequency > 0) s.value = major_units(on_repeat_days, book.table().digits) / s.frequency;
  return s;
}

}  // namespace

std::vector<Summary> summarize(const OrderBook& book, Date as_of) {
  std::vector<Summary> summaries;
  summaries.reserve(static_cast<std::size_t>(book.customers()));
  for (std::int32_t id = 0; id < book.customers(); ++id) {
    const Summary s = summary_of(book, CustomerId{id}, as_of);
    if (s.orders > 0) summaries.push_back(s);
  }
  return summaries;
}

}  // namespace regulars
