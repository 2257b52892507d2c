// The exports of shop platforms, recognised by the names of their columns, never by position.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/data/columns.h"

namespace regulars {

/// A header as names are compared: folded, without blanks and marks ("Order #" is "order").
std::string plain_name(std::string_view header);

/// Names that one column may have, translations and older names set apart by bars: "Date|Datum".
/// The first that a header shows is the column.
using ColumnNames = std::string_view;

/// The 0-based column of a header that has one of the names; -1 where none has. `header` holds
/// plain names.
std::int32_t column_named(std::span<const std::string> header, ColumnNames names);

/// A platform's column for a role.
struct ProfileColumn {
  Role role;
  ColumnNames names;
};

/// A platform's column that tells customers apart, with the one of the postcode or address where it
/// is a name.
struct ProfileIdentity {
  IdentityKind kind;
  ColumnNames names;
  ColumnNames postcode = {};
};

/// What a platform's column makes of a row; see RowRule.
struct ProfileRule {
  ColumnNames names;
  std::string_view begins_with;
  std::vector<std::string> except;
  RowMeaning meaning;
};

/// One kind of export of one platform.
struct Profile {
  std::string_view name;
  TableKind kind = TableKind::orders;
  std::vector<ColumnNames> evidence = {};  // of each, one name must be there
  std::vector<ProfileColumn> columns = {};
  std::vector<ProfileIdentity> identities = {};  // the strongest first
  std::vector<ColumnNames> added = {};
  std::vector<ColumnNames> deducted = {};
  std::vector<ProfileRule> rules = {};
  std::vector<ProfileNote> notes = {};
  std::vector<std::pair<std::string, StatusWord>> statuses = {};
  std::vector<std::string> nobody = {};
  ColumnNames owed = {};
  ColumnNames adjusted_total = {};
  std::optional<DayOrder> day_order = {};
  std::optional<std::int32_t> offset = {};
  std::string_view currency = {};
};

/// Shopify, WooCommerce, Etsy and Square.
const std::vector<Profile>& shop_profiles();
/// Stripe, PayPal and Amazon.
const std::vector<Profile>& payment_profiles();
/// Youzan, Taobao, Douyin and JD.
const std::vector<Profile>& chinese_profiles();

/// The profile whose evidence a header of plain names shows, or null.
const Profile* recognize(std::span<const std::string> header);

/// Products side by side in one row: "Item Name #1, Quantity #1", "Product Item 1 Name",
/// "line_item_1". Empty where the header has none.
std::vector<WideItem> wide_items(std::span<const std::string> header);

}  // namespace regulars
