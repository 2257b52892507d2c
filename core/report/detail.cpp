#include "core/report/detail.h"

#include <algorithm>
#include <unordered_map>

namespace regulars {
namespace {

constexpr std::size_t kOrders = 200;
constexpr int kRecommendations = 5;

}  // namespace

CustomerDetail customer_detail(const Analysis& analysis, std::size_t place) {
  const OrderBook& book = analysis.book;
  const OrderTable& table = book.table();
  CustomerDetail detail;
  detail.place = place;
  detail.standing = standing_of(analysis.customers, place);
  const CustomerId customer = analysis.customers[place].customer;
  const auto history = book.history(customer);
  std::unordered_map<std::int32_t, std::size_t>
      shown;  // order -> place in the list; looked up, never walked
  for (std::size_t i = history.size(); i > 0 && detail.orders.size() < kOrders; --i) {
    const Order order = book.order(history[i - 1]);
    if (order.moment.date > analysis.as_of) continue;
    const std::size_t line = book.first_line(history[i - 1]);
    shown.emplace(history[i - 1], detail.orders.size());
    detail.orders.push_back({book.number(history[i - 1]),
                             order.moment,
                             order.net,
                             order.status,
                             {},
                             table.file_of(line),
                             table.lines.row[line]});
  }
  // Lines are not kept by order: one pass over a million of them takes a few milliseconds, an index
  // for all would cost memory.
  for (std::size_t line = 0; line < table.lines.size() && !shown.empty(); ++line) {
    const std::int32_t product = table.lines.product[line];
    if (product < 0) continue;
    const auto found = shown.find(book.order_of(line));
    if (found == shown.end()) continue;
    auto& products = detail.orders[found->second].products;
    if (std::find(products.begin(), products.end(), product) == products.end())
      products.push_back(product);
  }
  for (const CustomerMerge& merge : book.merges())
    if (book.person(merge.from) == customer || book.person(merge.into) == customer)
      detail.merges.push_back(merge);
  detail.recommendations =
      analysis.products.recommend(static_cast<std::int32_t>(customer), kRecommendations);
  CustomerFacts facts(analysis);
  detail.award = explain_award(analysis, facts, place);
  return detail;
}

}  // namespace regulars
