#include "core/data/order_book.h"

#include <algorithm>
#include <utility>

namespace regulars {
namespace {

// What the lines of one order amount to, before its status is decided.
constexpr std::uint8_t kSomethingSold = 1;
constexpr std::uint8_t kSomethingBack = 2;

}  // namespace

OrderBook::OrderBook(const OrderTable& table, CleaningOptions options)
    : table_(&table), options_(std::move(options)) {
  find_people();
  choose_versions();
  mark_copies();
  sum_up();
  leave_out_orders();
  sort_histories();
  find_near_copies();
  pair_refunds();
  find_unusual();
  count_totals();
  note_strangers();
  note_orders_without_customer();
}

void OrderBook::note_order(IssueKind kind, std::int32_t index, std::string_view text) {
  const std::size_t line = first_line(index);
  findings_.note(kind, table_->file_of(line), table_->lines.row[line], "", text);
}

Order OrderBook::order(std::int32_t index) const {
  std::int32_t at = index;
  const OrderHeads& head = heads(at);
  const auto i = static_cast<std::size_t>(at);
  return {person(head.customer[i]),
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
  if (order >= 0)
    return version_.empty() || kind_of(line) != TableKind::items ? order : newest_version(order);
  const std::int32_t loose = -1 - order;
  if (!merged_into_.empty()) return merged_into_[static_cast<std::size_t>(loose)];
  return static_cast<std::int32_t>(table_->numbered.size()) + loose;
}

std::string OrderBook::number(std::int32_t index) const {
  if (index < static_cast<std::int32_t>(table_->numbered.size()))
    return std::string(table_->numbers.text(table_->number_of_order(index)));
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

LineStatus OrderBook::status_of_line(std::size_t line) const {
  if (is_dropped(line)) return LineStatus::duplicate;
  const LineStatus own = table_->lines.status[line];
  return own == LineStatus::counted ? left_out_or_counted(status_of(order_of(line))) : own;
}

void OrderBook::drop(std::size_t line) {
  if (dropped_.empty()) dropped_.resize(table_->lines.size());
  dropped_[line] = true;
}

void OrderBook::sum_up() {
  const Lines& lines = table_->lines;
  const std::size_t numbered = table_->numbered.size();
  const auto all = static_cast<std::size_t>(orders());
  Column<std::uint8_t> sold;
  net_.extend(all, 0);
  sold.extend(all, 0);
  for (std::size_t line = 0; line < lines.size(); ++line) {
    if (is_dropped(line)) continue;
    const std::int32_t order = lines.order[line];
    const std::size_t index = order < 0          ? numbered + static_cast<std::size_t>(-1 - order)
                              : version_.empty() ? static_cast<std::size_t>(order)
                                                 : static_cast<std::size_t>(newest_version(order));
    const LineStatus status = lines.status[line];
    if (status != LineStatus::counted && status != LineStatus::refund) continue;
    net_[index] += lines.amount[line];
    sold[index] = static_cast<std::uint8_t>(
        sold[index] | (status == LineStatus::counted ? kSomethingSold : kSomethingBack));
  }
  for (std::size_t index = 0; index < all; ++index) {
    LineStatus status = index < numbered ? table_->numbered.word_of(index)
                                         : table_->loose.word_of(index - numbered);
    if (index < numbered &&
        newest_version(static_cast<std::int32_t>(index)) != static_cast<std::int32_t>(index)) {
      net_[index] = 0;
      status_.push_back(LineStatus::duplicate);
      continue;
    }
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
  const auto people = static_cast<std::size_t>(customers());
  // Orders that another version stands for, or whose day nobody knows, are in no history.
  const auto is_left = [&](std::int32_t index) {
    return status_of(index) != LineStatus::duplicate && day_of(index).days != kNoDay;
  };
  const auto bucket_of = [&](std::int32_t index) {
    const CustomerId customer = customer_of(index);
    return customer == kNobody ? people : static_cast<std::size_t>(customer);
  };
  starts_.assign(people + 2, 0);
  for (std::int32_t index = 0; index < orders(); ++index)
    if (is_left(index)) ++starts_[bucket_of(index) + 1];
  for (std::size_t i = 0; i <= people; ++i) starts_[i + 1] += starts_[i];
  histories_.resize(static_cast<std::size_t>(starts_[people + 1]));
  {
    std::vector<std::int32_t> next(starts_.begin(), starts_.end() - 1);
    for (std::int32_t index = 0; index < orders(); ++index)
      if (is_left(index)) histories_[static_cast<std::size_t>(next[bucket_of(index)]++)] = index;
  }
  const auto earlier = [&](std::int32_t a, std::int32_t b) {
    const Date day_a = day_of(a);
    const Date day_b = day_of(b);
    if (day_a != day_b) return day_a < day_b;
    const Moment ma = order(a).moment;
    const Moment mb = order(b).moment;
    return ma != mb ? ma < mb : a < b;
  };
  // Exports are mostly in the order of time already: a look is cheaper than a sort, and one along
  // the orders as they lie cheaper than one along every history.
  bool in_order = true;
  for (std::int32_t index = 0, before = -1; in_order && index < orders(); ++index) {
    if (!is_left(index)) continue;
    in_order = before < 0 || earlier(before, index);
    before = index;
  }
  for (std::size_t bucket = 0; !in_order && bucket <= people; ++bucket) {
    const auto first = histories_.begin() + starts_[bucket];
    const auto last = histories_.begin() + starts_[bucket + 1];
    if (!std::is_sorted(first, last, earlier)) std::sort(first, last, earlier);
  }
  if (numbered == orders()) return;
  for (std::size_t bucket = 0; bucket <= people; ++bucket)
    look_at_same_lines(static_cast<std::size_t>(starts_[bucket]),
                       static_cast<std::size_t>(starts_[bucket + 1]));
  drop_overlaps();
  std::vector<std::int32_t> merged;
  merged.reserve(histories_.size());
  for (std::size_t bucket = 0; bucket <= people; ++bucket) {
    const auto begin = static_cast<std::size_t>(starts_[bucket]);
    const auto end = static_cast<std::size_t>(starts_[bucket + 1]);
    starts_[bucket] = static_cast<std::int32_t>(merged.size());
    if (bucket < people) {
      merge_loose(merged, begin, end);
      continue;
    }
    for (std::size_t i = begin; i < end; ++i)
      if (status_of(histories_[i]) != LineStatus::duplicate) merged.push_back(histories_[i]);
  }
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
    if (status_of(index) == LineStatus::duplicate) continue;
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

std::int64_t OrderBook::order_days_of(CustomerId customer) const {
  std::int64_t days = 0;
  Date last;
  for (const std::int32_t index : history(customer)) {
    if (status_of(index) != LineStatus::counted) continue;
    const Date day = day_of(index);
    days += days == 0 || day != last;
    last = day;
  }
  return days;
}

void OrderBook::count_totals() {
  BookTotals& t = totals_;
  walk_lines([&](std::size_t line, std::int32_t, LineStatus status) {
    ++t.lines[static_cast<std::size_t>(status)];
    if (status == LineStatus::refund) t.refunded -= Money{table_->lines.amount[line]};
  });
  bool any = false;
  for (std::int32_t index = 0; index < orders(); ++index) {
    const Date day = day_of(index);
    if (status_of(index) == LineStatus::duplicate || day.days == kNoDay) continue;
    ++t.orders;
    t.revenue += net_of(index);
    if (status_of(index) != LineStatus::counted) continue;
    ++t.orders_counted;
    if (!any || day < t.first) t.first = day;
    if (!any || day > t.last) t.last = day;
    any = true;
  }
  for (std::int32_t customer = 0; customer < customers(); ++customer) {
    const std::int64_t days = order_days_of(CustomerId{customer});
    t.order_days += days;
    t.customers += days > 0;
  }
  for (const std::int32_t index : nobodys()) {
    t.orders_without_customer += status_of(index) == LineStatus::counted;
    t.revenue_without_customer += net_of(index);
  }
  for (std::size_t order = 0; order < table_->stated.refunded.size(); ++order)
    if (status_[order] != LineStatus::duplicate && table_->stated.refunded[order] != kUnstated &&
        table_->stated.refunded[order] > 0)
      t.refunded += Money{table_->stated.refunded[order]};
}

// Events and rewards of people who never ordered.
void OrderBook::note_strangers() {
  const auto is_stranger = [&](std::int32_t customer) {
    return customer < 0 || history(person(customer)).empty();
  };
  const auto text = [&](std::int32_t customer) {
    return customer < 0 ? std::string_view{} : table_->customers.text(customer);
  };
  const Events& events = table_->others.events;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (is_stranger(events.customer[i]))
      findings_.note(IssueKind::unknown_customer, events.file[i], events.row[i], "",
                     text(events.customer[i]));
  const Rewards& rewards = table_->others.rewards;
  for (std::size_t i = 0; i < rewards.size(); ++i)
    if (is_stranger(rewards.customer[i]))
      findings_.note(IssueKind::unknown_customer, rewards.file[i], rewards.row[i], "",
                     text(rewards.customer[i]));
}

void OrderBook::note_orders_without_customer() {
  if (!table_->has_customers) return;  // a file without any says so once, not for each order
  std::vector<std::int32_t> counted;
  for (const std::int32_t index : nobodys())
    if (status_of(index) == LineStatus::counted) counted.push_back(index);
  std::sort(counted.begin(), counted.end());  // as they stand in the files
  const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
  for (const std::int32_t index : counted)
    note_order(IssueKind::no_customer, index,
               index < numbered ? std::string_view(number(index)) : std::string_view{});
}

}  // namespace regulars
