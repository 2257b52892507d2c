// Tables of the shop row by row: pages of customers for the screen, CSV in pieces for files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/csv_rows.h"
#include "core/report/deeds.h"

namespace regulars {

/// The columns of the customer table, in its order.
enum class CustomerColumn : std::uint8_t {
  customer,
  name,
  first_order,
  last_order,
  orders,
  revenue,
  frequency,
  recency,
  age,
  value,
  days_since_last,
  r,
  f,
  m,
  segment,
  cluster,
  reward,
  state,
  probability_alive,
  expected_orders_90d,
  next_order_from,
  next_order_to,
  lifetime_value,
  lifetime_low,
  lifetime_high,
  probability_nothing
};
inline constexpr std::size_t kCustomerColumns = 26;
std::string_view column_word(CustomerColumn column);
/// The column of a word, or nothing.
std::optional<CustomerColumn> customer_column(std::string_view word);

/// Which customers, in which order.
struct CustomerQuery {
  std::int64_t offset = 0;
  std::int64_t limit = 100;  // at most 1,000
  CustomerColumn sort = CustomerColumn::revenue;
  bool descending = true;              // ties by CustomerId, ascending either way
  std::optional<std::string> segment;  // a name of Analysis::segments
  std::optional<RhythmState> state;
  std::optional<std::int32_t> cluster;
  std::optional<int> r;
  std::optional<int> f;
  std::optional<Date> first_from;  // day of the first order, both ends included
  std::optional<Date> first_to;
  std::optional<std::int32_t> frequency_from;  // both ends included, here and below
  std::optional<std::int32_t> frequency_to;
  std::optional<std::int32_t> days_since_last_from;
  std::optional<std::int32_t> days_since_last_to;
  std::optional<CardKind> card;  // of this week; nobody where there is no such card
  Deeds deeds;
  std::optional<std::vector<std::string>> signs;  // of any of these persons
  std::string search;  // part of the customer or name; ASCII letters in any case

  bool operator==(const CustomerQuery&) const = default;
};

/// A window of the customer table.
struct CustomerPage {
  std::int64_t total = 0;            // that match
  std::vector<std::int32_t> places;  // in Analysis::customers
};

/// Places in Analysis::customers that match, sorted; the page asks for many windows of one such
/// list.
std::vector<std::int32_t> select_customers(const Analysis& analysis, const CustomerQuery& query);

/// All customers in one order, kept while only the filter changes. It is of one analysis.
struct CustomerOrder {
  std::optional<CustomerColumn> sort;  // nothing: not sorted yet
  bool descending = true;
  std::vector<std::int32_t> places;  // in Analysis::customers
};

/// The same, by the order that is kept; where it is another one, it is made first.
std::vector<std::int32_t> select_customers(const Analysis& analysis, const CustomerQuery& query,
                                           CustomerOrder& kept);

/// The place of a customer in Analysis::customers; nothing where there is no such customer.
std::optional<std::size_t> place_of(const Analysis& analysis, CustomerId customer);

/// A customer's name to show; empty where the files have none.
std::string_view label_of(const OrderTable& table, CustomerId customer);

/// The figure of a customer in a column of numbers: dates as days since 1970, segments by their
/// place, money in minor units. Less than any figure (minus infinity) where nothing can be said.
double figure_of(const Analysis& analysis, std::size_t customer, CustomerColumn column);

/// Which CSV.
enum class CsvKind : std::uint8_t { customers, lines, rejects, rewards, ledger, nearly };

CsvPiece write_customers(const Analysis& analysis, std::int64_t from);
CsvPiece write_lines(const OrderBook& book, std::int64_t from);
CsvPiece write_rejects(const OrderTable& table, std::int64_t from);
CsvPiece write_rewards(const Analysis& analysis, std::int64_t from);
/// The points of each customer entry by entry, were all redeemed at once; only the header where the
/// program has no points. `from` counts customers.
CsvPiece write_ledger(const Analysis& analysis, std::int64_t from);

std::string_view status_word(LineStatus status);
std::string_view mending_word(Mending mending);
std::string_view issue_word(IssueKind kind);

}  // namespace regulars
