#include "core/data/order_book.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/base/zone.h"

namespace regulars {
namespace {

// What the lines of one order amount to, before its status is decided.
constexpr std::uint8_t kSomethingSold = 1;
constexpr std::uint8_t kSomethingBack = 2;

// Two orders alike are near copies within ten minutes: the second click, the terminal that was
// slow.
constexpr std::int64_t kNearSeconds = 600;

// If more than one order in twenty lies after today, the clock is wrong, not the shop.
constexpr std::int64_t kFewFuture = 20;

// Source: Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers: values whose modified
// z-score, 0.6745 (x - median) / MAD, exceeds 3.5. Amounts are compared by their logarithms; fewer
// than twenty tell nothing.
constexpr double kScore = 0.6745;
constexpr double kUnusual = 3.5;
constexpr std::size_t kFewAmounts = 20;
constexpr double kRounding = 1e-9;  // far more than a logarithm is ever off

std::int64_t stated_or(const Column<std::int64_t>& column, std::size_t order, std::int64_t other) {
  return order < column.size() && column[order] != kUnstated ? column[order] : other;
}

std::string lowered(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return small;
}

// The middle of values, the upper one of two: those of its neighbourhood alone are sorted out.
double middle(const std::vector<double>& values) {
  constexpr std::size_t parts_of_range = 4096;
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const double first = *least;
  const double scale = *most > first ? (parts_of_range - 1) / (*most - first) : 0;
  // Never falls while the values rise, however it is rounded.
  const auto part_of = [&](double value) {
    return static_cast<std::size_t>((value - first) * scale);
  };
  std::vector<std::size_t> counts(parts_of_range + 1);
  for (const double value : values) ++counts[part_of(value)];
  std::size_t place = values.size() / 2;
  std::size_t part = 0;
  while (place >= counts[part]) place -= counts[part++];
  std::vector<double> near;
  for (const double value : values)
    if (part_of(value) == part) near.push_back(value);
  const auto at = near.begin() + static_cast<std::ptrdiff_t>(place);
  std::nth_element(near.begin(), at, near.end());
  return *at;
}

// What people type where a shop is being tried out, in English, German, French, Spanish and
// Chinese.
bool is_test(std::string_view text) {
  constexpr std::array<std::string_view, 18> words{
      "test",
      "tester",
      "testing",
      "test test",
      "test customer",
      "test user",
      "test order",
      "test product",
      "test item",
      "testkunde",
      "testbestellung",
      "testprodukt",
      "testartikel",
      "produit test",
      "producto de prueba",
      "\xE6\xB5\x8B\xE8\xAF\x95",                           // test
      "\xE6\xB5\x8B\xE8\xAF\x95\xE5\x95\x86\xE5\x93\x81",   // test product
      "\xE6\xB5\x8B\xE8\xAF\x95\xE8\xAE\xA2\xE5\x8D\x95"};  // test order
  // Nearly every name begins with another letter than these words.
  if (text.empty() || text.size() > 40 ||
      (text.front() != 't' && text.front() != 'T' && text.front() != 'p' && text.front() != 'P' &&
       text.front() != '\xE6'))
    return false;
  const std::string small = lowered(text);
  const std::size_t at = small.find('@');
  std::string_view word = small;
  if (at != std::string::npos) word = word.substr(0, std::min(at, small.find('+')));
  return std::find(words.begin(), words.end(), word) != words.end();
}

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

// A customer whose sign is known as a weaker sign of exactly one other is that other.
void OrderBook::find_people() {
  const Signs& signs = table_->signs;
  std::vector<std::int32_t> parent;
  const auto root = [&](std::int32_t customer) {
    while (parent[static_cast<std::size_t>(customer)] != customer)
      customer = parent[static_cast<std::size_t>(customer)];
    return customer;
  };
  for (std::int32_t sign = 0; sign < signs.texts.size(); ++sign) {
    const std::int32_t owner = signs.owner[static_cast<std::size_t>(sign)];
    if (owner < 0) continue;
    const std::string_view text = signs.texts.text(sign);
    const std::int32_t from = table_->customers.find(text);
    if (from < 0 || from == owner) continue;
    if (parent.empty()) {
      parent.resize(static_cast<std::size_t>(customers()));
      for (std::int32_t i = 0; i < customers(); ++i) parent[static_cast<std::size_t>(i)] = i;
    }
    const std::int32_t into = root(owner);
    if (root(from) == into) continue;
    merges_.push_back({from, into, signs.kind[static_cast<std::size_t>(sign)]});
    findings_.note(IssueKind::merged_customer, 0, 0, "",
                   std::string(text) + " = " + std::string(table_->customers.text(into)));
    if (options_.holds(CleaningRule::merge_customers) &&
        std::find(options_.apart.begin(), options_.apart.end(), text) == options_.apart.end())
      parent[static_cast<std::size_t>(root(from))] = into;
  }
  if (parent.empty()) return;
  person_.resize(parent.size());
  for (std::int32_t i = 0; i < customers(); ++i) person_[static_cast<std::size_t>(i)] = root(i);
}

// Of an order that several exports tell of, the export that reaches furthest was made last; of two
// that reach as far, the one that was read last.
void OrderBook::choose_versions() {
  if (table_->number_of.empty()) return;
  const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
  std::vector<std::int32_t> best(static_cast<std::size_t>(table_->numbers.size()), -1);
  const auto reach = [&](std::int32_t order) {
    return table_->files[static_cast<std::size_t>(table_->file_of(first_line(order)))].last_day;
  };
  for (std::int32_t order = 0; order < numbered; ++order) {
    auto& newest = best[static_cast<std::size_t>(table_->number_of_order(order))];
    if (newest < 0 || reach(order) >= reach(newest)) newest = order;
  }
  version_.resize(static_cast<std::size_t>(numbered));
  for (std::int32_t order = 0; order < numbered; ++order) {
    const std::int32_t newest = best[static_cast<std::size_t>(table_->number_of_order(order))];
    version_[static_cast<std::size_t>(order)] = newest;
    if (newest != order)
      note_order(IssueKind::older_export, order,
                 table_->numbers.text(table_->number_of_order(order)));
  }
  if (!options_.holds(CleaningRule::newest_export)) version_.clear();
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

// The lines of an order mostly stand together and are compared where they stand; those of the few
// orders that come again later are gathered first.
void OrderBook::mark_copies() {
  const Lines& lines = table_->lines;
  bool any_items = false;
  for (const FileIntake& file : table_->files)
    any_items = any_items || file.layout.kind == TableKind::items;
  // The order a line belongs to once versions are chosen; -1 for a line that an older one told.
  const auto owner = [&](std::size_t line) {
    const std::int32_t order = lines.order[line];
    if (order < 0 || version_.empty()) return order;
    const std::int32_t newest = newest_version(order);
    if (newest == order || (any_items && kind_of(line) == TableKind::items)) return newest;
    drop(line);
    return std::int32_t{-1};
  };
  std::vector<std::uint8_t> again(table_->numbered.size());
  std::int32_t last = -1;
  std::int32_t previous = -1;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    const std::int32_t order = owner(line);
    if (order >= 0 && order != previous) {
      if (order > last)
        last = order;  // orders are numbered by first appearance
      else
        again[static_cast<std::size_t>(order)] = 1;
    }
    previous = order;
  }
  std::vector<std::pair<std::int32_t, std::size_t>> scattered;  // order and line
  std::vector<std::size_t> members;
  for (std::size_t line = 0; line < lines.size();) {
    const std::int32_t order = owner(line);
    members.clear();
    do members.push_back(line++);
    while (line < lines.size() && owner(line) == order);
    if (order < 0) continue;
    if (again[static_cast<std::size_t>(order)] == 0)
      mark_copies_of(order, members);
    else
      for (const std::size_t member : members) scattered.emplace_back(order, member);
  }
  std::sort(scattered.begin(), scattered.end());
  for (std::size_t i = 0; i < scattered.size();) {
    const std::int32_t order = scattered[i].first;
    members.clear();
    do members.push_back(scattered[i++].second);
    while (i < scattered.size() && scattered[i].first == order);
    if (any_items) keep_one_export(members);
    mark_copies_of(order, members);
  }
}

// Where a file of lines tells what an order held, the orders file's own row says nothing more; of
// two files of lines, the one that reaches further was made later.
void OrderBook::keep_one_export(std::vector<std::size_t>& members) {
  std::int32_t newest = -1;
  for (const std::size_t line : members) {
    if (kind_of(line) != TableKind::items) continue;
    const std::int32_t file = table_->file_of(line);
    const auto reach = [&](std::int32_t of) {
      return table_->files[static_cast<std::size_t>(of)].last_day;
    };
    if (newest < 0 || reach(file) >= reach(newest)) newest = file;
  }
  if (newest < 0) return;
  std::vector<std::size_t> kept;
  for (const std::size_t line : members) {
    if (table_->file_of(line) == newest) {
      kept.push_back(line);
      continue;
    }
    drop(line);
  }
  members.swap(kept);
}

// Identical lines of one order number are copies - from a file read twice or exports that overlap -
// unless the order's own total of goods shows that both were sold.
void OrderBook::mark_copies_of(std::int32_t order, std::vector<std::size_t>& members) {
  if (members.size() < 2) return;
  const Lines& lines = table_->lines;
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
    if (options_.holds(CleaningRule::drop_copies)) drop(line);
    findings_.note(IssueKind::duplicate_line, table_->file_of(line), lines.row[line], "",
                   table_->numbers.text(table_->number_of_order(order)));
  }
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

void OrderBook::leave_out(std::int32_t index, IssueKind kind, CleaningRule rule,
                          LineStatus status) {
  note_order(kind, index, number(index));
  if (!options_.holds(rule)) return;
  const auto at = static_cast<std::size_t>(index);
  status_[at] = status;
  net_[at] = 0;
}

bool OrderBook::is_test_customer(std::int32_t customer) const {
  if (customer < 0) return false;
  const auto at = static_cast<std::size_t>(customer);
  return is_test(table_->customers.text(customer)) ||
         (at < table_->customer_label.size() && table_->customer_label[at] >= 0 &&
          is_test(table_->labels.text(table_->customer_label[at])));
}

// By order: 1 where the customer, or every product, is called a test.
std::vector<std::uint8_t> OrderBook::test_orders() const {
  std::vector<std::uint8_t> customers_test(static_cast<std::size_t>(customers()));
  std::vector<std::uint8_t> products_test(static_cast<std::size_t>(table_->products.size()));
  bool any = false;
  for (std::int32_t i = 0; i < customers(); ++i)
    any |= (customers_test[static_cast<std::size_t>(i)] = is_test_customer(i)) != 0;
  bool any_product = false;
  for (std::int32_t i = 0; i < table_->products.size(); ++i)
    any_product |=
        (products_test[static_cast<std::size_t>(i)] = is_test(table_->products.text(i))) != 0;
  if (!any && !any_product) return {};
  std::vector<std::uint8_t> test(static_cast<std::size_t>(orders()));
  constexpr std::uint8_t other = 2;
  for (std::size_t line = 0; any_product && line < table_->lines.size(); ++line) {
    const std::int32_t product = table_->lines.product[line];
    auto& of_order = test[static_cast<std::size_t>(order_of(line))];
    if (product >= 0)
      of_order = static_cast<std::uint8_t>(
          of_order | (products_test[static_cast<std::size_t>(product)] != 0 ? 1 : other));
  }
  for (std::int32_t index = 0; index < orders(); ++index) {
    std::int32_t at = index;
    const std::int32_t customer = heads(at).customer[static_cast<std::size_t>(at)];
    auto& of_order = test[static_cast<std::size_t>(index)];
    of_order =
        of_order == 1 || (customer >= 0 && customers_test[static_cast<std::size_t>(customer)] != 0);
  }
  return test;
}

void OrderBook::leave_out_orders() {
  const std::vector<std::uint8_t> test = test_orders();
  std::int64_t future = 0;
  std::int64_t counted = 0;
  const auto is_future = [&](std::int32_t index) {
    return options_.today && day_of(index) > *options_.today + 1;  // it is tomorrow somewhere
  };
  for (std::int32_t index = 0; index < orders(); ++index) {
    if (status_of(index) != LineStatus::counted) continue;
    ++counted;
    if (day_of(index).days != kNoDay) future += is_future(index);
  }
  const bool few = future * kFewFuture <= counted;
  for (std::int32_t index = 0; index < orders(); ++index) {
    const auto at = static_cast<std::size_t>(index);
    const LineStatus status = status_of(index);
    if (status == LineStatus::duplicate) continue;
    if (day_of(index).days == kNoDay) {
      note_order(IssueKind::orphan_item, index, number(index));
      status_[at] = LineStatus::unpaid;
      net_[at] = 0;
      continue;
    }
    if (status != LineStatus::counted) continue;
    if (!test.empty() && test[at] != 0)
      leave_out(index, IssueKind::test_order, CleaningRule::leave_out_test_orders,
                LineStatus::cancelled);
    else if (future > 0 && few && is_future(index))
      leave_out(index, IssueKind::future_order, CleaningRule::leave_out_future_orders,
                LineStatus::unpaid);
    else if (table_->has_amounts && net_[at] == 0)
      leave_out(index, IssueKind::free_order, CleaningRule::leave_out_free_orders,
                LineStatus::unpaid);
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

// Identical loose lines of one moment are kept, for two coffees in a minute are two coffees, but
// the owner should know. Where they stand in several files, the files may overlap.
void OrderBook::look_at_same_lines(std::size_t begin, std::size_t end) {
  const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
  const Lines& lines = table_->lines;
  struct Same {
    std::uint32_t fingerprint;
    std::size_t line;
    std::int32_t index;
  };
  std::vector<Same> group;
  const auto look = [&] {
    if (group.size() < 2) return group.clear();
    std::sort(group.begin(), group.end(), [](const Same& a, const Same& b) {
      return a.fingerprint != b.fingerprint ? a.fingerprint < b.fingerprint : a.line < b.line;
    });
    for (std::size_t from = 0; from < group.size();) {
      std::size_t to = from;
      std::map<std::int32_t, std::int64_t> by_file;
      while (to < group.size() && group[to].fingerprint == group[from].fingerprint)
        ++by_file[table_->file_of(group[to++].line)];
      // The file that has most of them tells how many there were.
      const auto most = std::max_element(by_file.begin(), by_file.end(),
                                         [](auto& a, auto& b) { return a.second < b.second; });
      std::int64_t seen = 0;
      for (; from < to; ++from) {
        const std::size_t line = group[from].line;
        const std::int32_t file = table_->file_of(line);
        if (file != most->first) {
          overlaps_.push_back({line, file, most->first, group[from].index});
        } else if (++seen > 1) {
          const std::int32_t product = lines.product[line];
          findings_.note(IssueKind::same_line_twice, file, lines.row[line], "",
                         product < 0 ? "" : table_->products.text(product));
        }
      }
    }
    group.clear();
  };
  Moment last;
  for (std::size_t i = begin; i < end; ++i) {
    if (histories_[i] < numbered) continue;
    const Order one = order(histories_[i]);
    if (one.moment != last) look();
    last = one.moment;
    const std::size_t line = first_line(histories_[i]);
    group.push_back({lines.fingerprint[line], line, histories_[i]});
  }
  look();
}

// Two files overlap where at least half of the rows that one of them has on the days of both stand
// in the other as well. A few equal rows are two shops that sold the same coffee.
void OrderBook::drop_overlaps() {
  if (overlaps_.empty()) return;
  std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> shared;
  for (const Overlap& one : overlaps_) ++shared[std::minmax(one.file, one.other)];
  const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
  std::map<std::pair<std::int32_t, std::int32_t>, bool> overlap;
  for (const auto& [pair, count] : shared) {
    const FileIntake& a = table_->files[static_cast<std::size_t>(pair.first)];
    const FileIntake& b = table_->files[static_cast<std::size_t>(pair.second)];
    const std::int32_t from = std::max(a.first_day, b.first_day);
    const std::int32_t to = std::min(a.last_day, b.last_day);
    std::int64_t rows_a = 0;
    std::int64_t rows_b = 0;
    for (std::int32_t index = numbered; index < orders(); ++index) {
      const std::int32_t day = day_of(index).days;
      if (day < from || day > to) continue;
      const std::int32_t file = table_->file_of(first_line(index));
      rows_a += file == pair.first;
      rows_b += file == pair.second;
    }
    overlap[pair] = count * 2 >= std::min(rows_a, rows_b);
  }
  for (const Overlap& one : overlaps_) {
    const std::int32_t product = table_->lines.product[one.line];
    const bool is_copy = overlap[std::minmax(one.file, one.other)];
    findings_.note(is_copy ? IssueKind::duplicate_line : IssueKind::same_line_twice, one.file,
                   table_->lines.row[one.line], "",
                   product < 0 ? "" : table_->products.text(product));
    if (!is_copy || !options_.holds(CleaningRule::drop_copies)) continue;
    drop(one.line);
    status_[static_cast<std::size_t>(one.index)] = LineStatus::duplicate;
    net_[static_cast<std::size_t>(one.index)] = 0;
  }
  overlaps_.clear();
}

// A sum over what an order holds, the same in any order of its lines.
void OrderBook::find_near_copies() {
  const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
  if (table_->numbered.second.empty()) return;
  const auto goods = [&](std::int32_t index) {
    std::uint64_t sum = 0;
    for (std::size_t line = first_line(index);
         line < table_->lines.size() && table_->lines.order[line] == index; ++line) {
      const std::int64_t parts[]{table_->lines.product[line], table_->lines.quantity[line],
                                 table_->lines.amount[line]};
      sum += hash_of({reinterpret_cast<const char*>(parts), sizeof parts});
    }
    return sum;
  };
  for (std::int32_t customer = 0; customer < customers(); ++customer) {
    const auto orders_of = history(CustomerId{customer});
    for (std::size_t i = 1; i < orders_of.size(); ++i) {
      const std::int32_t a = orders_of[i - 1];
      const std::int32_t b = orders_of[i];
      if (a >= numbered || b >= numbered || net_of(a) != net_of(b) || net_of(a).minor == 0 ||
          status_of(a) != LineStatus::counted || status_of(b) != LineStatus::counted)
        continue;
      const Moment ma = order(a).moment;
      const Moment mb = order(b).moment;
      if (ma.second == kNoTime || mb.second == kNoTime || ma.second + mb.second == 0 ||
          seconds_of(mb) - seconds_of(ma) > kNearSeconds || goods(a) != goods(b))
        continue;
      leave_out(b, IssueKind::near_copy, CleaningRule::drop_near_copies, LineStatus::duplicate);
    }
  }
}

// A refund with an order of its own is taken from the order it names, else from the customer's last
// order before it that cost as much: that one was no lasting purchase. The money stays the same.
void OrderBook::pair_refunds() {
  const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
  const auto pair = [&](std::int32_t refund, std::int32_t sale, bool is_named) {
    note_order(IssueKind::paired_refund, sale, number(sale));
    if (!options_.holds(CleaningRule::pair_refunds)) return;
    const auto at = static_cast<std::size_t>(sale);
    net_[at] += net_[static_cast<std::size_t>(refund)];
    net_[static_cast<std::size_t>(refund)] = 0;
    if (net_[at] <= 0) status_[at] = LineStatus::refunded;
    // A refund that names its sale is a part of it, no order.
    if (is_named) status_[static_cast<std::size_t>(refund)] = LineStatus::duplicate;
  };
  const auto named_sale = [&](std::int32_t refund) -> std::int32_t {
    const auto at = static_cast<std::size_t>(refund);
    if (refund >= numbered || at >= table_->references.size() || table_->references[at] < 0)
      return -1;
    const std::int32_t wanted = table_->numbers.find(table_->labels.text(table_->references[at]));
    if (wanted < 0) return -1;
    const std::int32_t sale =
        table_->newest.empty() ? wanted
                               : newest_version(table_->newest[static_cast<std::size_t>(wanted)]);
    return sale != refund && status_of(sale) == LineStatus::counted ? sale : -1;
  };
  bool any = false;
  for (std::int32_t index = 0; !any && index < orders(); ++index)
    any = status_of(index) == LineStatus::refund;
  if (!any) return;
  std::vector<std::int32_t> paired;
  for (std::int32_t customer = 0; customer <= customers(); ++customer) {
    const auto orders_of = customer < customers() ? history(CustomerId{customer}) : nobodys();
    paired.clear();
    for (std::size_t i = 0; i < orders_of.size(); ++i) {
      const std::int32_t refund = orders_of[i];
      if (status_of(refund) != LineStatus::refund || net_of(refund).minor >= 0) continue;
      std::int32_t sale = named_sale(refund);
      const bool is_named = sale >= 0;
      for (std::size_t j = i; sale < 0 && customer < customers() && j-- > 0;) {
        const std::int32_t before = orders_of[j];
        if (status_of(before) == LineStatus::counted && net_of(before) == -net_of(refund) &&
            std::find(paired.begin(), paired.end(), before) == paired.end())
          sale = before;
      }
      if (sale < 0) continue;
      paired.push_back(sale);
      pair(refund, sale, is_named);
    }
  }
}

void OrderBook::find_unusual() {
  if (!table_->has_amounts) return;
  std::vector<double> logs;
  logs.reserve(static_cast<std::size_t>(orders()));
  for (std::int32_t index = 0; index < orders(); ++index)
    if (status_of(index) == LineStatus::counted && net_of(index).minor > 0)
      logs.push_back(std::log(static_cast<double>(net_of(index).minor)));
  if (logs.size() < kFewAmounts) return;
  const double median = middle(logs);
  for (double& value : logs) value = std::abs(value - median);
  const double spread = middle(logs);
  if (spread == 0) return;
  // Between these no amount is unusual, however its logarithm is rounded: they need none.
  const double usual = kUnusual * spread / kScore;
  const double least = std::exp(median - usual) * (1 + kRounding);
  const double most = std::exp(median + usual) * (1 - kRounding);
  for (std::int32_t index = 0; index < orders(); ++index) {
    if (status_of(index) != LineStatus::counted || net_of(index).minor <= 0) continue;
    const auto net = static_cast<double>(net_of(index).minor);
    if (net > least && net < most) continue;
    const double distance = std::log(net) - median;
    if (kScore * std::abs(distance) > kUnusual * spread)
      note_order(IssueKind::unusual_amount, index, to_text(net_of(index), table_->digits));
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
