#include "core/customers/summary.h"

namespace regulars {

std::vector<Summary> summarize(const OrderBook& book, Date as_of) {
  std::vector<Summary> summaries;
  summaries.reserve(static_cast<std::size_t>(book.customers()));
  const int digits = book.table().digits;
  for (std::int32_t id = 0; id < book.customers(); ++id) {
    Summary s;
    s.customer = CustomerId{id};
    Money on_repeat_days;
    for (const std::int32_t index : book.history(s.customer)) {
      const Date day = book.day_of(index);
      if (day > as_of) break;
      const Money net = book.net_of(index);
      s.revenue += net;
      if (book.status_of(index) != LineStatus::counted) continue;
      if (s.orders == 0) s.first = s.last = day;
      if (day > s.last) ++s.frequency;  // two orders on one day are one order day
      s.last = day;
      ++s.orders;
      if (s.last > s.first) on_repeat_days += net;
    }
    if (s.orders == 0) continue;
    s.recency = s.last - s.first;
    s.age = as_of - s.first;
    s.days_since_last = as_of - s.last;
    if (s.frequency > 0) s.value = major_units(on_repeat_days, digits) / s.frequency;
    summaries.push_back(s);
  }
  return summaries;
}

}  // namespace regulars
