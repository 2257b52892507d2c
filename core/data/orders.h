// The orders of one shop: the table everything else is computed from.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/column.h"
#include "core/base/date.h"
#include "core/base/money.h"
#include "core/base/names.h"
#include "core/data/columns.h"
#include "core/data/issues.h"

namespace regulars {

/// A customer by the number of the name in `OrderTable::customers`.
enum class CustomerId : std::int32_t {};
inline constexpr CustomerId kNobody{-1};

/// What a line or an order is to the shop.
enum class LineStatus : std::uint8_t {
  counted,    // a sale
  cancelled,  // never came about
  refunded,   // a sale that was given back whole
  refund,     // money given back: a negative line
  unpaid,     // ordered, not (yet) paid
  duplicate,  // the same line once more
};
inline constexpr std::size_t kLineStatuses = 6;

/// One file that was read, as the report shows it.
struct FileIntake {
  std::string name;
  std::string encoding;  // what the host decoded it from
  Dialect dialect;
  Layout layout;
  std::int64_t rows_read = 0;
  std::int64_t rows_kept = 0;
  std::int64_t rows_rejected = 0;
  std::int64_t first_line = 0;  // index in Lines of its first line
};

/// The row of each line in its file. Lines mostly follow one another row by row: only where they do
/// not is anything kept.
class RowNumbers {
 public:
  void push_back(std::int64_t row);
  std::int64_t operator[](std::size_t line) const;
  void shrink(std::size_t lines);

 private:
  struct Run {
    std::int64_t line;
    std::int64_t row;
  };
  std::vector<Run> runs_;  // from `line` on, `row` and those after it
  std::int64_t size_ = 0;
};

/// Order lines by column, in the order of the files.
struct Lines {
  Column<std::int32_t> order;     // numbered: index of its order; loose: -1 - index
  Column<std::int32_t> product;   // number in `products`, or -1
  Column<std::int32_t> quantity;  // thousandths
  Column<std::int64_t> amount;    // minor units; negative for a refund
  Column<std::int64_t>
      unit_price;  // minor units; only where the file has prices and amounts, else empty
  RowNumbers row;  // 1-based line in its file
  Column<std::uint32_t> fingerprint;  // of the row's bytes
  Column<LineStatus> status;

  std::size_t size() const { return order.size(); }
  void shrink(std::size_t size);
};

/// What is known of an order when its first line has been read.
struct OrderHeads {
  Column<std::int32_t> customer;     // CustomerId, -1 for nobody
  Column<std::int32_t> day;          // Date::days
  Column<std::int32_t> second;       // SecondOfDay; unknown beyond its end
  Column<std::int32_t> first_lines;  // index in Lines of the first line of every kStride-th order
  Column<LineStatus> word;           // what its status says; counted where it says nothing

  std::size_t size() const { return day.size(); }
  /// Orders are numbered by their first lines: between two that are kept, the lines themselves
  /// tell.
  static constexpr std::size_t kStride = 16;
  LineStatus word_of(std::size_t order) const {
    return order < word.size() ? word[order] : LineStatus::counted;
  }
  SecondOfDay second_of(std::size_t order) const {
    return order < second.size() ? second[order] : kNoTime;
  }
  void shrink(std::size_t size);
};

/// Money that an export states for the whole order; kUnstated where it does not.
struct StatedMoney {
  Column<std::int64_t> total;
  Column<std::int64_t> goods;     // before shipping
  Column<std::int64_t> discount;  // taken off the goods
  Column<std::int64_t> refunded;
};
inline constexpr std::int64_t kUnstated = INT64_MIN;

/// Everything read so far. Orders with a number are `numbered`, by first appearance; lines without
/// one are `loose`, an order each until `OrderBook` finds out which belong together.
struct OrderTable {
  std::vector<FileIntake> files;
  Lines lines;
  OrderHeads numbered;
  OrderHeads loose;
  StatedMoney stated;  // by numbered order; shorter columns are unstated beyond their end
  Names numbers;       // order numbers: the index in `numbered` is the number of the name
  Names customers;
  Names products;
  Names labels;                           // customers' names to show and product categories
  Column<std::int32_t> customer_label;    // by CustomerId, -1 for none; may be shorter
  Column<std::int32_t> product_category;  // by product, -1 for none; may be shorter
  std::string currency;                   // ISO 4217; empty if nobody says
  int digits = 2;                         // of the minor unit
  bool has_amounts = false;
  bool has_customers = false;
  Issues issues;
  std::vector<Reject> rejects;

  /// The file a line stands in.
  std::int32_t file_of(std::size_t line) const;
};

/// How long a table was at some time, and what it knew then.
struct TableMark {
  std::size_t files = 0;
  std::size_t lines = 0;
  std::size_t unit_prices = 0;
  std::size_t numbered = 0;
  std::size_t loose = 0;
  std::array<std::size_t, 4> stated{};
  std::int32_t customers = 0;
  std::int32_t products = 0;
  std::size_t customer_labels = 0;
  std::size_t product_categories = 0;
  std::size_t rejects = 0;
  Issues issues;
  std::string currency;
  int digits = 2;
  bool has_amounts = false;
  bool has_customers = false;
};
TableMark mark(const OrderTable& table);

/// Takes a table back to a mark, as if the files since had never been. Only a customer or label
/// that such a file added to an earlier order or customer stays.
void rewind(OrderTable& table, const TableMark& mark);

/// One order as it counts.
struct Order {
  CustomerId customer = kNobody;
  Moment moment;
  Money net;  // paid less given back; 0 where nothing was sold
  LineStatus status = LineStatus::counted;
};

/// Sums over a whole book.
struct BookTotals {
  std::int64_t orders = 0;
  std::int64_t orders_counted = 0;
  std::int64_t order_days = 0;  // distinct pairs of customer and day with a counted order
  std::int64_t customers = 0;   // with a counted order
  std::int64_t orders_without_customer = 0;  // counted ones
  Money revenue;                             // all that was paid less all that was given back
  Money revenue_without_customer;
  Money refunded;  // given back, as a positive amount
  Date first;      // of counted orders; meaningless if there are none
  Date last;
  std::array<std::int64_t, kLineStatuses> lines{};  // by status
};

/// The orders of a table: grouped, cleaned of copies, sorted by customer and moment. Refers to the
/// table, which must outlive it.
class OrderBook {
 public:
  /// Marks duplicates in the table's lines, groups loose lines, and notes the issues that only the
  /// whole table shows.
  explicit OrderBook(OrderTable& table);

  const OrderTable& table() const { return *table_; }
  const BookTotals& totals() const { return totals_; }

  /// Customers met in the files, with or without a counted order: CustomerId runs from 0 to this.
  std::int32_t customers() const { return table_->customers.size(); }

  /// Indices of a customer's orders, oldest first; ties by index.
  std::span<const std::int32_t> history(CustomerId customer) const;
  /// Indices of the orders of nobody, oldest first.
  std::span<const std::int32_t> nobodys() const;

  Order order(std::int32_t index) const;
  // Its parts one by one: a walk over a million orders of customers in turn pays for every column
  // that it touches.
  CustomerId customer_of(std::int32_t index) const {
    const OrderHeads& head = heads(index);
    return CustomerId{head.customer[static_cast<std::size_t>(index)]};
  }
  Date day_of(std::int32_t index) const {
    const OrderHeads& head = heads(index);
    return Date{head.day[static_cast<std::size_t>(index)]};
  }
  Money net_of(std::int32_t index) const { return Money{net_[static_cast<std::size_t>(index)]}; }
  LineStatus status_of(std::int32_t index) const {
    return status_[static_cast<std::size_t>(index)];
  }
  /// The line that an order begins with, by index in Lines.
  std::size_t first_line(std::int32_t index) const;
  /// The order of a line, by index.
  std::int32_t order_of(std::size_t line) const;
  /// The order's number as the shop writes it, or "line-" and the row of its first line where it
  /// has none (before it, from the second file on, the number of the file).
  std::string number(std::int32_t index) const;

 private:
  void mark_duplicates();
  void mark_copies(std::int32_t order, std::vector<std::size_t>& members);
  void sum_up();
  void sort_histories();
  void merge_loose(std::vector<std::int32_t>& bucket, std::size_t begin, std::size_t end);
  void flag_same_lines(std::size_t begin, std::size_t end);
  void count_totals();
  void note_orders_without_customer();

  /// The heads that an order is among; `index` becomes its place in them.
  const OrderHeads& heads(std::int32_t& index) const {
    const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
    if (index < numbered) return table_->numbered;
    index -= numbered;
    return table_->loose;
  }

  OrderTable* table_;
  Column<std::int64_t> net_;
  Column<LineStatus> status_;
  std::vector<std::int32_t> histories_;  // order indices by customer; nobody's last
  std::vector<std::int32_t>
      starts_;  // of each customer in histories_, then of nobody, then the end
  Column<std::int32_t>
      merged_into_;  // by loose order: its order's index; empty where none was merged
  BookTotals totals_;
};

/// The amount of a line in `--lines`: whole for one piece.
Money unit_price_of(const OrderTable& table, std::size_t line);

}  // namespace regulars
