#include "core/report/cleaning.h"

namespace regulars {

std::vector<RuleEffect> rule_effects(const OrderBook& book) {
  std::vector<RuleEffect> effects;
  for (std::size_t i = 0; i < kRules; ++i) {
    const auto rule = static_cast<CleaningRule>(i);
    const std::int64_t count = book.findings()[issue_of(rule)].count;
    if (count == 0) continue;
    CleaningOptions other = book.options();
    other.on[i] = !other.on[i];
    const OrderBook changed(book.table(), other);
    const bool on = book.options().holds(rule);
    const BookTotals& with = on ? book.totals() : changed.totals();
    const BookTotals& without = on ? changed.totals() : book.totals();
    effects.push_back({rule, on, count, with.orders_counted - without.orders_counted,
                       with.customers - without.customers, with.revenue - without.revenue});
  }
  return effects;
}

}  // namespace regulars
