#include "core/data/profiles.h"

#include <algorithm>

namespace regulars {
namespace {

// Source: the 2024 to 2026 orders export of Shopify, 79 columns. Money of the order stands on its
// first line only; further lines of an order repeat its name and leave the rest blank.
constexpr ProfileColumn kShopifyColumns[] = {
    {Role::order, "Name"},
    {Role::date, "Created at"},
    {Role::customer, "Email"},
    {Role::customer_name, "Billing Name"},
    {Role::product, "Lineitem name"},
    {Role::quantity, "Lineitem quantity"},
    {Role::unit_price, "Lineitem price"},
    {Role::discount, "Lineitem discount"},
    {Role::order_total, "Total"},
    {Role::order_subtotal, "Subtotal"},
    {Role::order_discount, "Discount Amount"},
    {Role::refunded, "Refunded Amount"},
    {Role::status, "Financial Status"},
    {Role::cancelled_at, "Cancelled at"},
    {Role::currency, "Currency"},
};
constexpr std::string_view kShopifyEvidence[] = {"Name",  "Created at",    "Financial Status",
                                                 "Total", "Lineitem name", "Lineitem price"};

constexpr Profile kProfiles[] = {
    {"shopify_orders", kShopifyColumns, kShopifyEvidence},
};

bool shows(std::span<const std::string> header, std::string_view name) {
  return std::find(header.begin(), header.end(), name) != header.end();
}

}  // namespace

const Profile* recognize(std::span<const std::string> header) {
  for (const Profile& profile : kProfiles)
    if (std::all_of(profile.evidence.begin(), profile.evidence.end(),
                    [&](auto name) { return shows(header, name); }))
      return &profile;
  return nullptr;
}

}  // namespace regulars
