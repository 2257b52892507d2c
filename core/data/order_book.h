// The orders of a table as they count: versions chosen, copies marked, refunds paired, sorted by
// customer and time.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/data/clean.h"
#include "core/data/orders.h"

namespace regulars {

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

/// Two signs of one person.
struct CustomerMerge {
  std::int32_t from = 0;  // CustomerId that is no customer of its own any more
  std::int32_t into = 0;
  IdentityKind kind = IdentityKind::email;  // of the sign that says so
};

/// The orders of a table under the rules of cleaning. Refers to the table, which must outlive it
/// and stay as it is.
class OrderBook {
 public:
  explicit OrderBook(const OrderTable& table, CleaningOptions options = {});

  const OrderTable& table() const { return *table_; }
  const BookTotals& totals() const { return totals_; }
  const CleaningOptions& options() const { return options_; }

  /// What the rules found, whether they hold or not: the kinds from kFirstOfTable on.
  const Issues& findings() const { return findings_; }
  /// Who is whom: all merges that the signs allow; those of `options().apart` are not carried out.
  const std::vector<CustomerMerge>& merges() const { return merges_; }

  /// Customers met in the files, with or without a counted order: CustomerId runs from 0 to this.
  std::int32_t customers() const { return table_->customers.size(); }
  /// The customer that a sign of the files belongs to.
  CustomerId person(std::int32_t customer) const {
    return CustomerId{
        customer < 0 || person_.empty() ? customer : person_[static_cast<std::size_t>(customer)]};
  }

  /// Indices of a customer's orders, oldest first; ties by index.
  std::span<const std::int32_t> history(CustomerId customer) const;
  /// Indices of the orders of nobody, oldest first.
  std::span<const std::int32_t> nobodys() const;

  Order order(std::int32_t index) const;
  // Its parts one by one: a walk over a million orders of customers in turn pays for every column
  // that it touches.
  CustomerId customer_of(std::int32_t index) const {
    const OrderHeads& head = heads(index);
    return person(head.customer[static_cast<std::size_t>(index)]);
  }
  Date day_of(std::int32_t index) const {
    const OrderHeads& head = heads(index);
    return Date{head.day[static_cast<std::size_t>(index)]};
  }
  /// The channel of an order by its number in `channels` of the table, or -1.
  std::int32_t channel_of(std::int32_t index) const {
    const OrderHeads& head = heads(index);
    return head.channel_of(static_cast<std::size_t>(index));
  }
  Money net_of(std::int32_t index) const { return Money{net_[static_cast<std::size_t>(index)]}; }
  LineStatus status_of(std::int32_t index) const {
    return status_[static_cast<std::size_t>(index)];
  }
  /// What a line is, all rules applied: a line of an order that does not count does not count.
  LineStatus status_of_line(std::size_t line) const;
  /// Calls `take(line, order, status)` for each line: its order by index and what it is, all rules
  /// applied.
  template <class Take>
  void walk_lines(Take&& take) const {
    constexpr std::size_t step = 1 << 13;
    const std::size_t size = table_->lines.size();
    for (std::size_t from = 0; from < size; from += step)
      walk_some(from, from + step < size ? from + step : size, take);
  }
  /// The line that an order begins with, by index in Lines.
  std::size_t first_line(std::int32_t index) const;
  /// The order of a line, by index.
  std::int32_t order_of(std::size_t line) const;
  /// The order's number as the shop writes it, or "line-" and the row of its first line where it
  /// has none (before it, from the second file on, the number of the file).
  std::string number(std::int32_t index) const;

 private:
  void find_people();
  void choose_versions();
  void mark_copies();
  void mark_copies_of(std::int32_t order, std::vector<std::size_t>& members);
  void keep_one_export(std::vector<std::size_t>& members);
  void sum_up();
  void leave_out_orders();
  void leave_out(std::int32_t index, IssueKind kind, CleaningRule rule, LineStatus status);
  std::vector<std::uint8_t> test_orders() const;
  bool is_test_customer(std::int32_t customer) const;
  void pair_refunds();
  void sort_histories();
  void merge_loose(std::vector<std::int32_t>& bucket, std::size_t begin, std::size_t end);
  void look_at_same_lines(std::size_t begin, std::size_t end);
  void drop_overlaps();
  void find_near_copies();
  void find_unusual();
  [[gnu::noinline]] std::int64_t order_days_of(CustomerId customer) const;
  void count_totals();
  void note_strangers();
  void note_orders_without_customer();
  void note_order(IssueKind kind, std::int32_t index, std::string_view text);

  // A function of its own: WebAssembly engines begin with code made in haste and replace it between
  // two calls, never within one. The lines of an order mostly stand together, so that it is looked
  // up once for them.
  template <class Take>
  [[gnu::noinline]] void walk_some(std::size_t from, std::size_t to, Take& take) const {
    std::int32_t written = INT32_MIN;
    std::int32_t order = 0;
    LineStatus whole = LineStatus::counted;
    for (std::size_t line = from; line < to; ++line) {
      const std::int32_t as_written = table_->lines.order[line];
      if (as_written != written || !version_.empty()) {
        written = as_written;
        order = order_of(line);
        whole = left_out_or_counted(status_of(order));
      }
      const LineStatus own = table_->lines.status[line];
      take(line, order,
           is_dropped(line)             ? LineStatus::duplicate
           : own == LineStatus::counted ? whole
                                        : own);
    }
  }
  // What an order makes of its lines that were sold.
  static LineStatus left_out_or_counted(LineStatus whole) {
    return whole == LineStatus::cancelled || whole == LineStatus::unpaid ||
                   whole == LineStatus::duplicate
               ? whole
               : LineStatus::counted;
  }
  void drop(std::size_t line);
  bool is_dropped(std::size_t line) const { return !dropped_.empty() && dropped_[line]; }
  std::int32_t newest_version(std::int32_t order) const {
    return version_.empty() ? order : version_[static_cast<std::size_t>(order)];
  }
  TableKind kind_of(std::size_t line) const {
    return table_->files[static_cast<std::size_t>(table_->file_of(line))].layout.kind;
  }
  std::int32_t orders() const {
    return static_cast<std::int32_t>(table_->numbered.size() + table_->loose.size());
  }

  /// The heads that an order is among; `index` becomes its place in them.
  const OrderHeads& heads(std::int32_t& index) const {
    const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
    if (index < numbered) return table_->numbered;
    index -= numbered;
    return table_->loose;
  }

  const OrderTable* table_;
  CleaningOptions options_;
  Issues findings_;
  std::vector<std::int32_t> person_;  // by CustomerId; empty where everyone is oneself
  std::vector<CustomerMerge> merges_;
  std::vector<std::int32_t>
      version_;                // by numbered order: the one that tells; empty where each does
  std::vector<bool> dropped_;  // lines that are copies; empty where none is
  Column<std::int64_t> net_;
  Column<LineStatus> status_;
  std::vector<std::int32_t> histories_;  // order indices by customer; nobody's last
  std::vector<std::int32_t>
      starts_;  // of each customer in histories_, then of nobody, then the end
  Column<std::int32_t>
      merged_into_;  // by loose order: its order's index; empty where none was merged

  /// Identical lines of one moment that stand in several files: copies, should the files overlap.
  struct Overlap {
    std::size_t line = 0;
    std::int32_t file = 0;
    std::int32_t other = 0;
    std::int32_t index = 0;
  };
  std::vector<Overlap> overlaps_;
  BookTotals totals_;
};

}  // namespace regulars
