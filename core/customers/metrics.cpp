#include "core/customers/metrics.h"

#include "core/stats/describe.h"
#include "core/stats/intervals.h"

namespace regulars {
namespace {

Figure ratio_of(double numerator, std::int64_t denominator, std::string_view definition,
                NoFigure otherwise) {
  if (denominator == 0 || otherwise == NoFigure::no_amount_column)
    return {{}, definition, otherwise};
  return {numerator / static_cast<double>(denominator), definition, NoFigure::none};
}

// What one pass over all histories finds.
struct Walk {
  std::vector<std::int64_t> gaps;  // how many there are of each length in days
  std::int64_t gap_count = 0;
  std::array<std::int64_t, kWindows.size()> within{};
  std::array<std::int64_t, kWindows.size()> observed{};
  std::int64_t orders = 0;  // counted, of anyone
  Money revenue;            // of anyone
};

// `second_after`: days from the first order day to the second; -1 where there is none.
void count_windows(const Summary& customer, std::int32_t second_after, Walk& walk) {
  for (std::size_t i = 0; i < kWindows.size(); ++i) {
    if (customer.age < kWindows[i]) continue;
    ++walk.observed[i];
    walk.within[i] += second_after >= 0 && second_after <= kWindows[i];
  }
}

void walk_customer(const OrderBook& book, const Summary& customer, Date as_of, Walk& walk) {
  if (customer.frequency == 0) return count_windows(customer, -1, walk);
  Date last = customer.first;
  std::int32_t second_after = -1;
  for (const std::int32_t index : book.history(customer.customer)) {
    const Date day = book.day_of(index);
    if (day > as_of) break;
    if (day <= last || book.status_of(index) != LineStatus::counted) continue;
    const auto gap = static_cast<std::size_t>(day - last);
    if (gap >= walk.gaps.size()) walk.gaps.resize(gap + 1);
    ++walk.gaps[gap];
    ++walk.gap_count;
    if (second_after < 0) second_after = day - customer.first;
    last = day;
  }
  count_windows(customer, second_after, walk);
}

}  // namespace

Rate rate_of(std::int64_t numerator, std::int64_t denominator, std::string_view definition,
             NoFigure otherwise) {
  Rate rate{.numerator = numerator,
            .denominator = denominator,
            .value = {},
            .low = {},
            .high = {},
            .definition = definition,
            .reason = otherwise};
  const auto interval = wilson(numerator, denominator);
  if (!interval) return rate;
  rate.value = static_cast<double>(numerator) / static_cast<double>(denominator);
  rate.low = interval->low;
  rate.high = interval->high;
  rate.reason = NoFigure::none;
  return rate;
}

ShopMetrics shop_metrics(const OrderBook& book, std::span<const Summary> customers, Date as_of) {
  Walk walk;
  ShopMetrics m;
  m.as_of = as_of;
  std::int64_t repeat = 0;
  std::int64_t orders_of_customers = 0;
  Money revenue_of_customers;
  for (const Summary& customer : customers) {
    walk_customer(book, customer, as_of, walk);
    repeat += customer.frequency > 0;
    orders_of_customers += customer.orders;
    revenue_of_customers += customer.revenue;
  }
  walk.orders = orders_of_customers;
  walk.revenue = revenue_of_customers;
  for (const std::int32_t index : book.nobodys()) {
    const Order order = book.order(index);
    if (order.moment.date > as_of) break;
    walk.orders += order.status == LineStatus::counted;
    walk.revenue += order.net;
  }

  const NoFigure no_customers =
      book.table().has_customers ? NoFigure::too_little_data : NoFigure::no_customer_column;
  const NoFigure no_money =
      book.table().has_amounts ? NoFigure::too_little_data : NoFigure::no_amount_column;
  const auto count = static_cast<std::int64_t>(customers.size());
  const NoFigure uncounted =
      book.table().has_customers ? NoFigure::none : NoFigure::no_customer_column;
  const auto counted = [&](std::int64_t n) {
    return book.table().has_customers ? std::optional(static_cast<double>(n)) : std::nullopt;
  };
  m.customers = {counted(count), "customers with at least one counted order", uncounted};
  m.repeat_customers = {counted(repeat), "customers with at least two order days", uncounted};
  m.repurchase_rate = rate_of(repeat, count, "repeat_customers / customers", no_customers);
  for (std::size_t i = 0; i < kWindows.size(); ++i)
    m.repurchase_within[i] = {kWindows[i],
                              rate_of(walk.within[i], walk.observed[i],
                                      "customers with a second order day within the window / "
                                      "customers whose first order is at least the window ago",
                                      no_customers)};
  m.orders_per_customer = ratio_of(static_cast<double>(orders_of_customers), count,
                                   "counted orders of customers / customers", no_customers);
  m.average_order_value = ratio_of(static_cast<double>(walk.revenue.minor), walk.orders,
                                   "revenue / counted orders", no_money);
  m.revenue_per_customer = ratio_of(
      static_cast<double>(revenue_of_customers.minor), count, "revenue of customers / customers",
      no_money == NoFigure::no_amount_column ? no_money : no_customers);
  m.gaps = walk.gap_count;
  m.median_days_between_orders = {quantile_of_counts(walk.gaps, 0.5),
                                  "median of the days between following order days of one customer",
                                  NoFigure::none};
  if (!m.median_days_between_orders.value) m.median_days_between_orders.reason = no_customers;
  return m;
}

}  // namespace regulars
