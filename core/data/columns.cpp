#include "core/data/columns.h"

#include <algorithm>

#include "core/data/finder.h"
#include "core/data/fold.h"

namespace regulars {
namespace {

constexpr std::array<std::string_view, kRoles> kWords{
    "order",      "date",     "time",          "zone",        "customer",       "email",
    "phone",      "postcode", "customer_name", "product",     "category",       "quantity",
    "unit_price", "amount",   "discount",      "order_total", "order_subtotal", "order_discount",
    "refunded",   "status",   "cancelled_at",  "currency",    "line",           "items",
    "reference",  "channel",  "last_name",     "birthday",    "joined",         "consent",
    "tags",       "sku",      "cost",          "event",       "score",          "reward",
    "group",      "response"};

}  // namespace

std::string_view role_word(Role role) { return kWords[static_cast<std::size_t>(role)]; }

std::size_t role_of(std::string_view word) {
  return static_cast<std::size_t>(std::find(kWords.begin(), kWords.end(), word) - kWords.begin());
}

StatusWord status_of(const Layout& layout, std::string_view cell) {
  if (layout.statuses.empty()) return parse_status(cell);
  const std::string word = folded(bare(cell));
  for (const auto& [own, meaning] : layout.statuses)
    if (folded(bare(own)) == word) return meaning;
  return parse_status(cell);
}

Result<Layout> find_columns(const Head& head, const ColumnMap& chosen) {
  return Finder(head).find(chosen);
}

}  // namespace regulars
