// Which column means what: by the platform, by its name, by what stands in it - each guess with its
// reason.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/errors.h"
#include "core/data/dialect.h"
#include "core/data/values.h"

namespace regulars {

/// What the rows of a table are.
enum class TableKind : std::uint8_t {
  orders,  // orders, or lines of orders that say whose and when
  items,   // lines of orders whose day and customer stand in another file: joined by order number
  customers,  // one person a row
  products,   // one article a row
  events,     // something a customer did: a visit, a review, an answer
  rewards,    // something a customer was given
};
inline constexpr std::size_t kTableKinds = 6;

/// What a column means to the engine.
enum class Role : std::uint8_t {
  order,          // order number
  date,           // day, or day and time, of the order or event
  time,           // time of day, where it has a column of its own
  zone,           // the zone of date and time, where it has a column of its own
  customer,       // whatever tells one customer from another
  email,          // an e-mail address beside `customer`
  phone,          // a telephone number beside `customer`
  postcode,       // with the name, the last means to tell customers apart
  customer_name,  // a name to show, where `customer` is not one
  product,
  category,
  quantity,
  unit_price,
  amount,          // paid for the line
  discount,        // taken off the line: quantity x unit price - discount = amount
  order_total,     // paid for the whole order; on its first line or on each
  order_subtotal,  // goods of the whole order
  order_discount,  // taken off the whole order
  refunded,        // given back, of the whole order
  status,
  cancelled_at,  // filled: the order was cancelled
  currency,
  line,       // number of the line, where exports give lines a number of their own
  items,      // all products of the order in one cell
  reference,  // in the row of a refund: number of the order that was given back
  channel,    // through what the order came: the web shop, the till, a marketplace
  // Of the other tables:
  last_name,  // where `customer_name` is only the first one
  birthday,
  joined,   // since when someone is a customer
  consent,  // whether someone may be written to
  tags,
  sku,
  cost,      // of one piece, to the shop
  event,     // what happened
  score,     // the answer to a survey, the stars of a review
  reward,    // what was given
  group,     // test or control
  response,  // whether the reward had an answer
};
inline constexpr std::size_t kRoles = 38;

/// Why a column was given its role.
enum class GuessReason { profile, name, content, chosen };

/// One column's role.
struct Guess {
  Role role = Role::order;
  std::int32_t column = 0;  // 1-based
  std::string header;       // empty in a file without header
  GuessReason reason = GuessReason::name;
};

/// What makes a row somebody's.
enum class IdentityKind : std::uint8_t { id, email, phone, name_and_postcode };

/// A way to tell whose a row is: the first that a row fills is taken, the others are remembered as
/// belonging to it. A name in the column of `customer_name` is whole only with the column of
/// `last_name` where the layout has one.
struct Identity {
  IdentityKind kind = IdentityKind::id;
  std::int32_t column = -1;    // 0-based
  std::int32_t postcode = -1;  // of name_and_postcode
};

/// Products side by side in one row: 0-based columns, -1 where a part is missing.
struct WideItem {
  std::int32_t product = -1;
  std::int32_t quantity = -1;
  std::int32_t amount = -1;
};

/// What a row is when a column says so, beyond its status.
enum class RowMeaning : std::uint8_t {
  refund,        // money given back, whatever its sign
  cancelled,     // never came about
  not_an_order,  // a withdrawal, a fee, a conversion: left out, and said
};
struct RowRule {
  std::int32_t column = -1;  // 0-based
  std::string
      begins_with;  // of the cell, in any case (ASCII); empty: any text that is not `except`
  std::vector<std::string> except;  // cells (in any case) for which the rule does not hold
  RowMeaning meaning = RowMeaning::not_an_order;
};

/// What a platform's export cannot give.
enum class ProfileNote : std::uint8_t {
  no_customers,   // no buyer at all, or only enciphered ones: sales and products only
  names_only,     // customers are told apart by their names alone
  masked_phones,  // telephone numbers with asterisks tell nobody apart
  no_products,
  relayed_addresses,  // e-mail addresses of the platform: good to tell buyers apart, not to write
                      // to
  needs_orders,       // lines without day or customer: the orders file belongs to them
};
inline constexpr std::size_t kProfileNotes = 6;

/// How the columns of one file are to be read.
struct Layout {
  TableKind kind = TableKind::orders;
  std::string profile = "generic";  // or the platform's: "shopify_orders"
  std::array<std::int32_t, kRoles>
      column{};  // 0-based position of each role; -1 where the file has none
  std::vector<Guess> guesses;
  std::vector<Identity> identities;  // the strongest first
  std::vector<std::int32_t> added;   // columns that belong to `amount` as well: shipping, wrapping
  std::vector<std::int32_t> deducted;  // columns taken off it, whatever their sign: promotions
  std::vector<WideItem> wide;
  std::vector<RowRule> rules;  // the first that holds
  std::vector<ProfileNote> notes;
  // Where `order_total` (of lines: `amount`) may already be less what was given back: the column of
  // what was owed. If owed - paid = `refunded` (of lines: the sum of `deducted`), nothing more is
  // taken off. -1: there is no such doubt.
  std::int32_t owed = -1;
  // A column that replaces `order_total` where it is neither blank nor zero. -1: none.
  std::int32_t adjusted_total = -1;
  std::vector<std::string> nobody;  // cells of `customer` that name no one here: "0" for guests
  std::vector<std::int32_t> attributes;        // columns of a customers table to keep as they are
  std::map<std::string, StatusWord> statuses;  // the user's own meaning of status words
  NumberStyle numbers;                         // of the file
  std::array<NumberStyle, kRoles> styles{};    // of each role's column
  bool serial_dates = false;                   // days are counted from 1900 as in spreadsheets
  std::optional<DayOrder> day_order;           // where the platform or the user says it
  std::optional<std::int32_t>
      offset;             // seconds east of UTC of times that name no zone; none: the shop's own
  std::string currency;   // where the platform has only one: "CNY"
  std::size_t cells = 0;  // columns of the file

  std::int32_t at(Role role) const { return column[static_cast<std::size_t>(role)]; }
  bool has(Role role) const { return at(role) >= 0; }
  NumberStyle style(Role role) const { return styles[static_cast<std::size_t>(role)]; }
};

/// What the head of a file tells.
struct Preview {
  std::string name;
  Head head;
  Layout layout;
};

/// The user's own choice: role -> header text or 1-based position as text, or nothing where the
/// role has no column. It wins over every guess.
using ColumnMap = std::map<Role, std::optional<std::string>>;

/// What a status means under a layout: the user's own words first, in any case, then the
/// platforms'.
StatusWord status_of(const Layout& layout, std::string_view cell);

/// The word of a role, as in JSON, and the role of a word (or kRoles where there is none).
std::string_view role_word(Role role);
std::size_t role_of(std::string_view word);

/// Finds what a table is and the roles of its columns. Orders need a date, and one of customer,
/// order and amount; items an order and a product or amount; customers an identity; products a
/// product; events and rewards a date and an identity.
/// Errors: column_not_found (detail: the name), no_date_column (detail: the header, cut short),
/// no_usable_column.
Result<Layout> find_columns(const Head& head, const ColumnMap& chosen = {});

}  // namespace regulars
