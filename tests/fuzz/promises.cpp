#include "tests/fuzz/promises.h"

#include <cassert>

#include "core/data/order_book.h"

namespace regulars {

std::vector<std::string_view> parts_of(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(mark);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

void check_layout(const Head& head, const Layout& layout) {
  const auto columns = static_cast<std::int32_t>(head.header.size());
  const auto known = [&](std::int32_t column) { return column >= -1 && column < columns; };
  const auto exists = [&](std::int32_t column) { return column >= 0 && column < columns; };
  assert(layout.cells == head.header.size());
  std::vector<int> taken(head.header.size());
  for (std::size_t role = 0; role < kRoles; ++role) {
    const std::int32_t column = layout.column[role];
    assert(known(column));
    if (column >= 0) ++taken[static_cast<std::size_t>(column)];
  }
  std::vector<int> guessed(kRoles);
  for (const Guess& guess : layout.guesses) {
    assert(exists(guess.column - 1));
    assert(layout.at(guess.role) == guess.column - 1);
    assert(++guessed[static_cast<std::size_t>(guess.role)] == 1);
    // Only the user may give a column two roles.
    assert(guess.reason == GuessReason::chosen ||
           taken[static_cast<std::size_t>(guess.column - 1)] == 1);
  }
  for (const Identity& identity : layout.identities)
    assert(exists(identity.column) && known(identity.postcode));
  for (const std::int32_t column : layout.added) assert(exists(column));
  for (const std::int32_t column : layout.deducted) assert(exists(column));
  for (const std::int32_t column : layout.attributes) assert(exists(column));
  for (const WideItem& item : layout.wide)
    assert(exists(item.product) && known(item.quantity) && known(item.amount));
  for (const RowRule& rule : layout.rules) assert(exists(rule.column));
  assert(known(layout.owed) && known(layout.adjusted_total));
  for (const NumberStyle style : layout.styles)
    assert(style.decimal == '.' || style.decimal == ',');
}

void check_table(const OrderTable& table) {
  std::int64_t rejected = 0;
  for (const FileIntake& file : table.files) {
    assert(file.rows_read == file.rows_kept + file.rows_rejected);
    rejected += file.rows_rejected;
  }
  assert(rejected == static_cast<std::int64_t>(table.rejects.size()));
  std::int64_t rejecting = 0;
  for (std::size_t kind = 0; kind < kIssueKinds; ++kind)
    if (effect_of(static_cast<IssueKind>(kind)) == Effect::rejected)
      rejecting += table.issues.of[kind].count;
  assert(rejecting == rejected);

  const OrderBook book(table);
  const BookTotals& totals = book.totals();
  std::int64_t lines = 0;
  for (const std::int64_t count : totals.lines) lines += count;
  assert(lines <= static_cast<std::int64_t>(table.lines.size()));
  assert(totals.orders_counted <= totals.orders && totals.order_days <= totals.orders_counted);
  std::int64_t counted = 0;
  std::int64_t customers = 0;
  Money revenue;
  const auto walk = [&](std::span<const std::int32_t> history) {
    bool bought = false;
    for (const std::int32_t index : history) {
      const Order order = book.order(index);
      if (order.status != LineStatus::counted) continue;
      ++counted;
      bought = true;
      revenue += order.net;
      assert(totals.first <= order.moment.date && order.moment.date <= totals.last);
      assert(order.moment.second >= kNoTime && order.moment.second < 86400);
    }
    return bought;
  };
  for (std::int32_t i = 0; i < book.customers(); ++i)
    customers += walk(book.history(CustomerId{i}));
  assert(customers == totals.customers);
  walk(book.nobodys());
  assert(counted == totals.orders_counted);
}

}  // namespace regulars
