// Which column means what: by the platform, by its name, by what stands in it - each guess with its
// reason.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/errors.h"
#include "core/data/dialect.h"
#include "core/data/values.h"

namespace regulars {

/// What a column means to the engine.
enum class Role : std::uint8_t {
  order,          // order number
  date,           // day, or day and time, of the order
  time,           // time of day, where it has a column of its own
  customer,       // whatever tells one customer from another
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
};
inline constexpr std::size_t kRoles = 18;

/// Why a column was given its role.
enum class GuessReason { profile, name, content, chosen };

/// One column's role.
struct Guess {
  Role role = Role::order;
  std::int32_t column = 0;  // 1-based
  std::string header;       // empty in a file without header
  GuessReason reason = GuessReason::name;
};

/// How the columns of one file are to be read.
struct Layout {
  std::string profile = "generic";  // or the platform's: "shopify_orders"
  std::array<std::int32_t, kRoles>
      column{};  // 0-based position of each role; -1 where the file has none
  std::vector<Guess> guesses;
  NumberStyle numbers;
  std::size_t cells = 0;  // columns of the file

  std::int32_t at(Role role) const { return column[static_cast<std::size_t>(role)]; }
  bool has(Role role) const { return at(role) >= 0; }
};

/// What the head of a file tells.
struct Preview {
  std::string name;
  Head head;
  Layout layout;
};

/// The user's own choice: role -> header text or 1-based position as text. It wins over every
/// guess.
using ColumnMap = std::map<Role, std::string>;

/// The word of a role, as in JSON, and the role of a word (or kRoles where there is none).
std::string_view role_word(Role role);
std::size_t role_of(std::string_view word);

/// Finds the roles of a file's columns. A date is needed, and one of customer, order and amount.
/// Errors: column_not_found (detail: the name), no_date_column (detail: the header, cut short),
/// no_usable_column.
Result<Layout> find_columns(const Head& head, const ColumnMap& chosen = {});

}  // namespace regulars
