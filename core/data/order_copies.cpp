// What stands twice: orders in several exports, lines in several files, orders alike.
#include <algorithm>
#include <map>
#include <utility>

#include "core/base/zone.h"
#include "core/data/order_book.h"

namespace regulars {
namespace {

// Two orders alike are near copies within ten minutes: the second click, the terminal that was
// slow.
constexpr std::int64_t kNearSeconds = 600;

}  // namespace

// Of an order that several exports tell of, the export that reaches furthest was made last; of two
// that reach as far, the one that was read last. One that names no buyers, a statement of payments,
// tells only where no other does.
void OrderBook::choose_versions() {
  if (table_->number_of.empty()) return;
  const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
  std::vector<std::int32_t> best(static_cast<std::size_t>(table_->numbers.size()), -1);
  const auto reach = [&](std::int32_t order) {
    const FileIntake& file =
        table_->files[static_cast<std::size_t>(table_->file_of(first_line(order)))];
    return std::pair(!file.layout.identities.empty(), file.last_day);
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

}  // namespace regulars
