#include <algorithm>
#include <cassert>

#include "core/data/orders.h"

namespace regulars {
namespace {

// What the lines of one order amount to, before its status is decided.
constexpr std::uint8_t kSomethingSold = 1;
constexpr std::uint8_t kSomethingBack = 2;

std::int64_t stated_or(const Column<std::int64_t>& column, std::size_t order, std::int64_t other) {
  return order < column.size() && column[order] != kUnstated ? column[order] : other;
}

}  // namespace

OrderBook::OrderBook(OrderTable& table) : table_(&table) {
  for (Names* names : {&table.numbers, &table.customers, &table.products, &table.labels})
    names->rest();
  for (const IssueKind kind :
       {IssueKind::duplicate_line, IssueKind::same_line_twice, IssueKind::no_customer})
    table.issues[kind] = {};
  mark_duplicates();
  sum_up();
  sort_histories();
  count_totals();
  note_orders_without_customer();
}

Order OrderBook::order(std::int32_t index) const {
  std::int32_t at = index;
  const OrderHeads& head = heads(at);
  const auto i = static_cast<std::size_t>(at);
  return {CustomerId{head.customer[i]},
          {Date{head.day[i]}, head.second_of(i)},
          Money{net_[static_cast<std::size_t>(index)]},
          status_[static_cast<std::size_t>(index)]};
}

std::size_t OrderBook::first_line(std::int32_t index) const {
  std::int32_t at = index;
  const OrderHeads& head = heads(at);
  const std::int32_t as_written = &head == &table_->numbered ? at : -1 - at;
  auto line = static_cast<std::size_t>(
      head.first_lines[static_cast<std::size_t>(at) / OrderHeads::kStride]);
  while (table_->lines.order[line] != as_written) ++line;
  return line;
}

std::int32_t OrderBook::order_of(std::size_t line) const {
  const std::int32_t order = table_->lines.order[line];
  if (order >= 0) return order;
  const std::int32_t loose = -1 - order;
  if (!merged_into_.empty()) return merged_into_[static_cast<std::size_t>(loose)];
  return static_cast<std::int32_t>(table_->numbered.size()) + loose;
}

std::string OrderBook::number(std::int32_t index) const {
  if (index < static_cast<std::int32_t>(table_->numbered.size()))
    return std::string(table_->numbers.text(index));
  const std::size_t line = first_line(index);
  const std::int32_t file = table_->file_of(line);
  return (file == 0 ? "" : std::to_string(file + 1) + ":") + "line-" +
         std::to_string(table_->lines.row[line]);
}

std::span<const std::int32_t> OrderBook::history(CustomerId customer) const {
  const auto at = static_cast<std::size_t>(customer);
  return {histories_.data() + starts_[at], static_cast<std::size_t>(starts_[at + 1] - starts_[at])};
}

std::span<const std::int32_t> OrderBook::nobodys() const {
  const auto at = static_cast<std::size_t>(customers());
  return {histories_.data() + starts_[at], static_cast<std::size_t>(starts_[at + 1] - starts_[at])};
}

// The lines of an order mostly stand together and are compared where they stand; those of the few
// orders that come again later are gathered first.
void OrderBook::mark_duplicates() {
  const Lines& lines = table_->lines;
  Column<std::uint8_t> again;
  again.extend(table_->numbered.size(), 0);
  std::int32_t seen = 0;
  std::int32_t previous = -1;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    const std::int32_t order = lines.order[line];
    if (order >= 0 && order != previous) {
      if (order == seen)
        ++seen;  // orders are numbered by first appearance
      else
        again[static_cast<std::size_t>(order)] = 1;
    }
    previous = order;
  }
  std::vector<std::pair<std::int32_t, std::size_t>> scattered;  // order and line
  std::vector<std::size_t> members;
  for (std::size_t line = 0; line < lines.size();) {
    const std::int32_t order = lines.order[line];
    members.clear();
    do members.push_back(line++);
    while (line < lines.size() && lines.order[line] == order);
    if (order < 0) continue;
    if (again[static_cast<std::size_t>(order)] == 0)
      mark_copies(order, members);
    else
      for (const std::size_t member : members) scattered.emplace_back(order, member);
  }
  std::sort(scattered.begin(), scattered.end());
  for (std::size_t i = 0; i < scattered.size();) {
    const std::int32_t order = scattered[i].first;
    members.clear();
    do members.push_back(scattered[i++].second);
    while (i < scattered.size() && scattered[i].first == order);
    mark_copies(order, members);
  }
}

// Identical lines of one order number are copies - from a file read twice or exports that overlap -
// unless the order's own total of goods shows that both were sold.
void OrderBook::mark_copies(std::int32_t order, std::vector<std::size_t>& members) {
  if (members.size() < 2) return;
  Lines& lines = table_->lines;
  // Equal fingerprints side by side, the earliest line of each first.
  std::sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
    return lines.fingerprint[a] != lines.fingerprint[b]
               ? lines.fingerprint[a] < lines.fingerprint[b]
               : a < b;
  });
  std::vector<std::size_t> copies;
  std::int64_t all = lines.amount[members[0]];
  for (std::size_t i = 1; i < members.size(); ++i) {
    all += lines.amount[members[i]];
    if (lines.fingerprint[members[i]] == lines.fingerprint[members[i - 1]])
      copies.push_back(members[i]);
  }
  if (copies.empty()) return;
  const auto at = static_cast<std::size_t>(order);
  const std::int64_t goods = stated_or(table_->stated.goods, at, kUnstated);
  const std::int64_t discount = stated_or(table_->stated.discount, at, 0);
  if (goods != kUnstated && (all == goods || all == goods + discount)) return;
  std::sort(copies.begin(), copies.end());
  for (const std::size_t line : copies) {
    lines.status[line] = LineStatus::duplicate;
    table_->issues.note(IssueKind::duplicate_line, table_->file_of(line), lines.row[line], "",
                        table_->numbers.text(order));
  }
}

void OrderBook::sum_up() {
  const Lines& lines = table_->lines;
  const std::size_t numbered = table_->numbered.size();
  const std::size_t orders = numbered + table_->loose.size();
  Column<std::uint8_t> sold;
  net_.extend(orders, 0);
  sold.extend(orders, 0);
  for (std::size_t line = 0; line < lines.size(); ++line) {
    const std::int32_t order = lines.order[line];
    const std::size_t index = order >= 0 ? static_cast<std::size_t>(order)
                                         : numbered + static_cast<std::size_t>(-1 - order);
    const LineStatus status = lines.status[line];
    if (status != LineStatus::counted && status != LineStatus::refund) continue;
    net_[index] += lines.amount[line];
    sold[index] = static_cast<std::uint8_t>(
        sold[index] | (status == LineStatus::counted ? kSomethingSold : kSomethingBack));
  }
  for (std::size_t index = 0; index < orders; ++index) {
    LineStatus status = index < numbered ? table_->numbered.word_of(index)
                                         : table_->loose.word_of(index - numbered);
    const std::int64_t total =
        index < numbered ? stated_or(table_->stated.total, index, kUnstated) : kUnstated;
    const std::int64_t back = index < numbered ? stated_or(table_->stated.refunded, index, 0) : 0;
    if (total != kUnstated) {
      if (status == LineStatus::counted && total < 0) status = LineStatus::refund;
      if (status == LineStatus::counted && total > 0 && back >= total)
        status = LineStatus::refunded;
      const bool has_money = status == LineStatus::counted || status == LineStatus::refund;
      net_[index] = has_money ? total - back : 0;
    } else if (sold[index] == kSomethingBack) {
      status = LineStatus::refund;
    } else if ((sold[index] & kSomethingSold) != 0) {
      // What was sold and given back whole is no purchase; a free gift is one.
      net_[index] -= back;
      const bool given_back = ((sold[index] & kSomethingBack) != 0 || back > 0) && net_[index] <= 0;
      status = given_back ? LineStatus::refunded : LineStatus::counted;
    }
    status_.push_back(status);
  }
}

void OrderBook::sort_histories() {
  const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
  const auto orders = numbered + static_cast<std::int32_t>(table_->loose.size());
  const auto people = static_cast<std::size_t>(customers());
  const auto bucket_of = [&](std::int32_t index) {
    const OrderHeads& head = heads(index);
    const std::int32_t customer = head.customer[static_cast<std::size_t>(index)];
    return customer < 0 ? people : static_cast<std::size_t>(customer);
  };
  starts_.assign(people + 2, 0);
  for (std::int32_t index = 0; index < orders; ++index) ++starts_[bucket_of(index) + 1];
  for (std::size_t i = 0; i <= people; ++i) starts_[i + 1] += starts_[i];
  histories_.resize(static_cast<std::size_t>(orders));
  {
    std::vector<std::int32_t> next(starts_.begin(), starts_.end() - 1);
    for (std::int32_t index = 0; index < orders; ++index)
      histories_[static_cast<std::size_t>(next[bucket_of(index)]++)] = index;
  }
  const auto earlier = [&](std::int32_t a, std::int32_t b) {
    const Date day_a = day_of(a);
    const Date day_b = day_of(b);
    if (day_a != day_b) return day_a < day_b;
    const Moment ma = order(a).moment;
    const Moment mb = order(b).moment;
    return ma != mb ? ma < mb : a < b;
  };
  const bool any_loose = numbered < orders;
  std::vector<std::int32_t> merged;
  if (any_loose) merged.reserve(histories_.size());
  for (std::size_t bucket = 0; bucket <= people; ++bucket) {
    const auto begin = static_cast<std::size_t>(starts_[bucket]);
    const auto end = static_cast<std::size_t>(starts_[bucket + 1]);
    // Exports are mostly in the order of time already; a look is cheaper than a sort.
    const auto first = histories_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = histories_.begin() + static_cast<std::ptrdiff_t>(end);
    if (!std::is_sorted(first, last, earlier)) std::sort(first, last, earlier);
    if (!any_loose) continue;
    starts_[bucket] = static_cast<std::int32_t>(merged.size());
    flag_same_lines(begin, end);
    if (bucket < people)
      merge_loose(merged, begin, end);
    else
      merged.insert(merged.end(), first, last);
  }
  if (!any_loose) return;
  starts_[people + 1] = static_cast<std::int32_t>(merged.size());
  histories_.swap(merged);
}

// Loose lines of one customer at one time of day are one order; where only the day is known, each
// stays its own.
void OrderBook::merge_loose(std::vector<std::int32_t>& bucket, std::size_t begin, std::size_t end) {
  const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
  std::int32_t into = -1;
  for (std::size_t i = begin; i < end; ++i) {
    const std::int32_t index = histories_[i];
    const Order one = order(index);
    const bool joins = into >= 0 && index >= numbered && one.moment.second != kNoTime &&
                       order(into).moment == one.moment;
    if (!joins) {
      bucket.push_back(index);
      into = index >= numbered ? index : -1;
      continue;
    }
    if (merged_into_.empty())
      for (std::size_t loose = 0; loose < table_->loose.size(); ++loose)
        merged_into_.push_back(numbered + static_cast<std::int32_t>(loose));
    merged_into_[static_cast<std::size_t>(index - numbered)] = into;
    const auto target = static_cast<std::size_t>(into);
    const LineStatus other = status_[static_cast<std::size_t>(index)];
    const bool any_back = other == LineStatus::refund || status_[target] == LineStatus::refund ||
                          status_[target] == LineStatus::refunded;
    const bool any_sold = other == LineStatus::counted || status_[target] == LineStatus::counted ||
                          status_[target] == LineStatus::refunded;
    net_[target] += net_[static_cast<std::size_t>(index)];
    net_[static_cast<std::size_t>(index)] = 0;
    if (any_sold)
      status_[target] = any_back && net_[target] <= 0 ? LineStatus::refunded : LineStatus::counted;
    else if (any_back)
      status_[target] = LineStatus::refund;
    status_[static_cast<std::size_t>(index)] =
        LineStatus::duplicate;  // the order is no longer one; its lines keep their own status
  }
}

// Identical loose lines of one moment are kept, for two coffees in a minute are two coffees, but
// the owner should know.
void OrderBook::flag_same_lines(std::size_t begin, std::size_t end) {
  const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
  const Lines& lines = table_->lines;
  std::vector<std::pair<std::uint32_t, std::size_t>> group;
  const auto flag = [&] {
    std::sort(group.begin(), group.end());
    for (std::size_t i = 1; i < group.size(); ++i)
      if (group[i].first == group[i - 1].first) {
        const std::size_t line = group[i].second;
        const std::int32_t product = lines.product[line];
        table_->issues.note(IssueKind::same_line_twice, table_->file_of(line), lines.row[line], "",
                            product < 0 ? "" : table_->products.text(product));
      }
    group.clear();
  };
  Moment last;
  for (std::size_t i = begin; i < end; ++i) {
    if (histories_[i] < numbered) continue;
    const Order one = order(histories_[i]);
    if (one.moment != last) flag();
    last = one.moment;
    const std::size_t line = first_line(histories_[i]);
    group.emplace_back(lines.fingerprint[line], line);
  }
  flag();
}

void OrderBook::count_totals() {
  BookTotals& t = totals_;
  for (std::size_t line = 0; line < table_->lines.size(); ++line) {
    const LineStatus status = table_->lines.status[line];
    ++t.lines[static_cast<std::size_t>(status)];
    if (status == LineStatus::refund) t.refunded -= Money{table_->lines.amount[line]};
  }
  bool any = false;
  // Counts an order, and says whether it is a purchase on `day`.
  const auto count = [&](std::int32_t index, Date day) {
    ++t.orders;
    t.revenue += net_of(index);
    if (status_of(index) != LineStatus::counted) return false;
    ++t.orders_counted;
    if (!any || day < t.first) t.first = day;
    if (!any || day > t.last) t.last = day;
    any = true;
    return true;
  };
  for (std::int32_t customer = 0; customer < customers(); ++customer) {
    bool counted = false;
    Date last;
    for (const std::int32_t index : history(CustomerId{customer})) {
      const Date day = day_of(index);
      if (!count(index, day)) continue;
      if (!counted || day != last) ++t.order_days;
      last = day;
      counted = true;
    }
    t.customers += counted;
  }
  for (const std::int32_t index : nobodys()) {
    t.orders_without_customer += count(index, day_of(index));
    t.revenue_without_customer += net_of(index);
  }
  for (std::size_t order = 0; order < table_->stated.refunded.size(); ++order)
    if (table_->stated.refunded[order] != kUnstated && table_->stated.refunded[order] > 0)
      t.refunded += Money{table_->stated.refunded[order]};
}

void OrderBook::note_orders_without_customer() {
  if (!table_->has_customers) return;  // a file without any says so once, not for each order
  std::vector<std::int32_t> counted;
  for (const std::int32_t index : nobodys())
    if (order(index).status == LineStatus::counted) counted.push_back(index);
  std::sort(counted.begin(), counted.end());  // as they stand in the files
  const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
  for (const std::int32_t index : counted) {
    const std::size_t line = first_line(index);
    table_->issues.note(IssueKind::no_customer, table_->file_of(line), table_->lines.row[line], "",
                        index < numbered ? table_->numbers.text(index) : std::string_view{});
  }
}

}  // namespace regulars
