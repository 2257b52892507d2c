#include "core/data/columns.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/data/aliases.h"
#include "core/data/profiles.h"

namespace regulars {
namespace {

constexpr std::array<std::string_view, kRoles> kWords{
    "order",          "date",           "time",       "customer", "customer_name", "product",
    "category",       "quantity",       "unit_price", "amount",   "discount",      "order_total",
    "order_subtotal", "order_discount", "refunded",   "status",   "cancelled_at",  "currency"};

std::string plain_name(std::string_view header) {
  std::string name;
  for (const char c : header) {
    if (c >= 'A' && c <= 'Z')
      name += static_cast<char>(c - 'A' + 'a');
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
             static_cast<unsigned char>(c) >= 128)
      name += c;
  }
  return name;
}

// "first_name" and its like name people, never goods.
bool names_person(std::string_view name) {
  for (const std::string_view part : {"first", "last", "full", "given", "family", "sur", "nick",
                                      "middle", "user", "customer", "shop", "store"})
    if (name.find(part) != std::string_view::npos) return true;
  return false;
}

/// What the sample says of one column.
struct Evidence {
  std::size_t filled = 0;
  std::size_t dates = 0;
  std::size_t dates_with_time = 0;
  std::size_t times = 0;
  std::size_t numbers = 0;
  std::size_t decimals = 0;      // numbers with a decimal mark
  std::size_t small_counts = 0;  // whole numbers of at most three digits
  std::size_t leading_zeros = 0;
  std::size_t emails = 0;
  std::size_t distinct = 0;

  bool mostly(std::size_t count) const { return filled > 0 && count * 10 >= filled * 6; }
  bool nearly_all(std::size_t count) const { return filled > 0 && count * 10 >= filled * 9; }
};

Evidence examine(const Head& head, std::size_t column) {
  Evidence evidence;
  std::set<std::string_view> seen;
  for (const auto& record : head.records) {
    if (column >= record.size()) continue;
    const std::string_view cell = bare(record[column]);
    if (cell.empty()) continue;
    ++evidence.filled;
    seen.insert(cell);
    if (const auto date = parse_date(cell)) {
      ++evidence.dates;
      evidence.dates_with_time += date->time != kNoTime;
    }
    evidence.times += parse_time(cell).has_value();
    if (parse_money(cell, {'.'}, 2) || parse_money(cell, {','}, 2)) {
      ++evidence.numbers;
      const bool whole = cell.find_first_of(".,") == std::string_view::npos;
      evidence.decimals += !whole;
      evidence.small_counts += whole && cell.size() <= 3;
      evidence.leading_zeros += cell.size() > 1 && cell.front() == '0' && whole;
    }
    evidence.emails += cell.find('@') != std::string_view::npos;
  }
  evidence.distinct = seen.size();
  return evidence;
}

/// Fills a Layout step by step; no column is guessed to have two roles.
class Finder {
 public:
  Finder(const Head& head) : head_(head) {
    layout_.column.fill(-1);
    layout_.cells = head.header.size();
    for (const auto& name : head.header) names_.push_back(plain_name(name));
    for (std::size_t i = 0; i < layout_.cells; ++i) evidence_.push_back(examine(head, i));
    taken_.resize(layout_.cells);
  }

  Result<Layout> find(const ColumnMap& chosen) {
    for (const auto& [role, text] : chosen)
      if (!choose(role, text)) return Error{.code = ErrorCode::column_not_found, .detail = text};
    if (const Profile* profile = recognize(head_.header)) {
      layout_.profile = profile->name;
      for (const auto& [role, header] : profile->columns) by_header(role, header);
    } else {
      for (const auto& [role, names] : aliases()) by_name(role, names);
      by_id_column();
      by_part_of_name();
      by_content();
      settle_money();
    }
    if (!layout_.has(Role::date))
      return Error{.code = ErrorCode::no_date_column, .detail = header_text()};
    if (!layout_.has(Role::customer) && !layout_.has(Role::order) && !has_money())
      return Error{.code = ErrorCode::no_usable_column, .detail = header_text()};
    layout_.numbers = number_style();
    return layout_;
  }

 private:
  bool has_money() const {
    return layout_.has(Role::amount) || layout_.has(Role::unit_price) ||
           layout_.has(Role::order_total);
  }

  void give(Role role, std::size_t column, GuessReason reason) {
    layout_.column[static_cast<std::size_t>(role)] = static_cast<std::int32_t>(column);
    layout_.guesses.push_back(
        {role, static_cast<std::int32_t>(column + 1), head_.header[column], reason});
    taken_[column] = true;
  }

  void take_back(Role role) {
    const std::int32_t column = layout_.at(role);
    taken_[static_cast<std::size_t>(column)] = false;
    layout_.column[static_cast<std::size_t>(role)] = -1;
    std::erase_if(layout_.guesses, [&](const Guess& guess) { return guess.role == role; });
  }

  void rename(Role from, Role to) {
    const auto column = static_cast<std::size_t>(layout_.at(from));
    GuessReason reason = GuessReason::content;
    for (const Guess& guess : layout_.guesses)
      if (guess.role == from) reason = guess.reason;
    if (reason == GuessReason::chosen || layout_.has(to)) return;
    take_back(from);
    give(to, column, reason);
  }

  bool choose(Role role, const std::string& text) {
    for (std::size_t i = 0; i < layout_.cells; ++i)
      if (!text.empty() && head_.header[i] == text) return give(role, i, GuessReason::chosen), true;
    std::size_t position = 0;
    for (const char c : text) {
      if (c < '0' || c > '9' || position > layout_.cells) return false;
      position = position * 10 + static_cast<std::size_t>(c - '0');
    }
    if (position < 1 || position > layout_.cells) return false;
    give(role, position - 1, GuessReason::chosen);
    return true;
  }

  void by_header(Role role, std::string_view header) {
    if (layout_.has(role)) return;
    for (std::size_t i = 0; i < layout_.cells; ++i)
      if (head_.header[i] == header && !taken_[i]) return give(role, i, GuessReason::profile);
  }

  // Does what stands in a column allow a role? A name alone does not make a date.
  bool allows(Role role, const Evidence& e) const {
    switch (role) {
      case Role::date:
        return e.mostly(e.dates);
      case Role::time:
        return e.mostly(e.times) && !dates_have_time();
      case Role::quantity:
      case Role::unit_price:
      case Role::amount:
      case Role::order_total:
        return e.mostly(e.numbers);
      case Role::order_subtotal:
      case Role::order_discount:
      case Role::discount:
      case Role::refunded:
        return e.filled == 0 || e.mostly(e.numbers);
      case Role::customer:
        return e.filled == 0 || (!e.mostly(e.dates) && !e.mostly(e.decimals));
      case Role::customer_name:
      case Role::product:
      case Role::category:
        return !e.mostly(e.dates) && !e.mostly(e.decimals);
      default:
        return true;
    }
  }

  bool dates_have_time() const {
    const std::int32_t date = layout_.at(Role::date);
    return date >= 0 && evidence_[static_cast<std::size_t>(date)].dates_with_time > 0;
  }

  void by_name(Role role, const std::vector<std::string_view>& names) {
    for (const std::string_view name : names) {
      if (layout_.has(role)) return;
      for (std::size_t i = 0; i < layout_.cells && !layout_.has(role); ++i)
        if (names_[i] == name && !taken_[i] && allows(role, evidence_[i]))
          give(role, i, GuessReason::name);
    }
  }

  // A column that is only called "id" numbers customers where one id comes on several days, else
  // orders.
  void by_id_column() {
    for (std::size_t i = 0; i < layout_.cells; ++i) {
      if (names_[i] != "id" || taken_[i]) continue;
      const bool several_days = id_on_several_days(i);
      if (several_days && !layout_.has(Role::customer))
        give(Role::customer, i, GuessReason::content);
      else if (!several_days && !layout_.has(Role::order))
        give(Role::order, i, GuessReason::content);
    }
  }

  bool id_on_several_days(std::size_t column) const {
    const std::int32_t date = layout_.at(Role::date);
    if (date < 0) return false;
    std::unordered_map<std::string_view, std::string_view> day_of;
    for (const auto& record : head_.records) {
      if (column >= record.size() || static_cast<std::size_t>(date) >= record.size()) continue;
      const std::string_view day =
          std::string_view(record[static_cast<std::size_t>(date)]).substr(0, 10);
      const auto [known, is_new] = day_of.emplace(record[column], day);
      if (!is_new && known->second != day) return true;
    }
    return false;
  }

  void by_part_of_name() {
    part_of_name(Role::customer, {"customer", "client", "buyer", "member", "email", "user",
                                  "\xE5\xAE\xA2\xE6\x88\xB7", "\xE4\xB9\xB0\xE5\xAE\xB6",
                                  "\xE4\xBC\x9A\xE5\x91\x98"});
    part_of_name(Role::product, {"product", "item", "title", "sku", "article",
                                 "\xE5\x95\x86\xE5\x93\x81", "\xE5\xAE\x9D\xE8\xB4\x9D"});
    // "coffee_name": something with a name, of which there are few and each often, is what is sold.
    for (std::size_t i = 0; i < layout_.cells && !layout_.has(Role::product); ++i) {
      const Evidence& e = evidence_[i];
      if (!taken_[i] && names_[i].ends_with("name") && !names_person(names_[i]) &&
          e.distinct * 5 <= e.filled && allows(Role::product, e))
        give(Role::product, i, GuessReason::content);
    }
  }

  void part_of_name(Role role, std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts)
      for (std::size_t i = 0; i < layout_.cells && !layout_.has(role); ++i)
        if (!taken_[i] && names_[i].find(part) != std::string::npos && evidence_[i].filled > 0 &&
            allows(role, evidence_[i]))
          give(role, i, GuessReason::name);
  }

  void by_content() {
    for (std::size_t i = 0; i < layout_.cells && !layout_.has(Role::date); ++i)
      if (!taken_[i] && evidence_[i].nearly_all(evidence_[i].dates))
        give(Role::date, i, GuessReason::content);
    for (std::size_t i = 0; i < layout_.cells && !layout_.has(Role::customer); ++i)
      if (!taken_[i] && evidence_[i].mostly(evidence_[i].emails))
        give(Role::customer, i, GuessReason::content);
    if (!has_money()) by_most_decimals();
    if (head_.dialect.header_line == 0) without_header();
  }

  // The last column of numbers, one with decimals before one without; numbers with leading zeros
  // are codes.
  void by_most_decimals() {
    std::size_t best = layout_.cells;
    for (std::size_t i = 0; i < layout_.cells; ++i) {
      const Evidence& e = evidence_[i];
      if (taken_[i] || !e.nearly_all(e.numbers) || e.leading_zeros > 0) continue;
      if (head_.dialect.header_line > 0 && e.decimals == 0) continue;
      if (best == layout_.cells || e.decimals > 0 || evidence_[best].decimals == 0) best = i;
    }
    if (best < layout_.cells) give(Role::amount, best, GuessReason::content);
  }

  // Without names: the codes or texts with most different values are the customers, or the orders
  // where none comes twice.
  void without_header() {
    std::size_t best = layout_.cells;
    for (std::size_t i = 0; i < layout_.cells; ++i) {
      const Evidence& e = evidence_[i];
      if (taken_[i] || e.mostly(e.dates) || e.nearly_all(e.decimals) ||
          (e.nearly_all(e.small_counts) && e.leading_zeros == 0))
        continue;
      if (e.filled > 2 && e.distinct == e.filled) {
        if (!layout_.has(Role::order)) give(Role::order, i, GuessReason::content);
        continue;
      }
      if (best == layout_.cells || e.distinct > evidence_[best].distinct) best = i;
    }
    if (best < layout_.cells && !layout_.has(Role::customer))
      give(Role::customer, best, GuessReason::content);
    for (std::size_t i = 0; i < layout_.cells && !layout_.has(Role::quantity); ++i)
      if (!taken_[i] && evidence_[i].nearly_all(evidence_[i].small_counts))
        give(Role::quantity, i, GuessReason::content);
  }

  // A price is of one piece only where pieces are counted; a total is of the order where its lines
  // repeat it.
  void settle_money() {
    if (layout_.has(Role::unit_price) && !layout_.has(Role::quantity) &&
        !has(Role::amount, Role::order_total))
      rename(Role::unit_price, Role::amount);
    if (layout_.has(Role::amount) && layout_.has(Role::order) && repeats_order_total())
      rename(Role::amount, Role::order_total);
    if (layout_.has(Role::order_total) && !layout_.has(Role::order))
      rename(Role::order_total, Role::amount);
    if (!layout_.has(Role::customer) && layout_.has(Role::customer_name))
      rename(Role::customer_name, Role::customer);
    // A discount is of the line only where the line has a price to take it from.
    const bool guessed = std::none_of(
        layout_.guesses.begin(), layout_.guesses.end(),
        [](const Guess& g) { return g.role == Role::discount && g.reason == GuessReason::chosen; });
    if (layout_.has(Role::discount) && guessed &&
        (layout_.has(Role::amount) || !layout_.has(Role::unit_price)))
      take_back(Role::discount);
  }

  bool has(Role a, Role b) const { return layout_.has(a) || layout_.has(b); }

  // Evidence for: an order of several lines that all show one total, which is not the line's own
  // quantity x price.
  bool repeats_order_total() const {
    const auto order = static_cast<std::size_t>(layout_.at(Role::order));
    const auto amount = static_cast<std::size_t>(layout_.at(Role::amount));
    if (!layout_.has(Role::unit_price) || !layout_.has(Role::quantity)) return false;
    const auto price = static_cast<std::size_t>(layout_.at(Role::unit_price));
    const auto quantity = static_cast<std::size_t>(layout_.at(Role::quantity));
    const NumberStyle style = number_style();
    std::size_t own = 0;
    std::size_t repeated = 0;
    std::string_view last_order;
    std::string_view last_amount;
    for (const auto& record : head_.records) {
      if (record.size() != layout_.cells) continue;
      const auto a = parse_money(record[amount], style, 3);
      const auto p = parse_money(record[price], style, 3);
      const auto q = parse_quantity(record[quantity], style);
      if (a && p && q) {
        const std::int64_t product = p->minor * *q / 1000;
        const bool is_own = a->minor - product < 10 && product - a->minor < 10;
        own += is_own;
        repeated += !is_own && record[order] == last_order && record[amount] == last_amount;
      }
      last_order = record[order];
      last_amount = record[amount];
    }
    return repeated > 0 && own < 2 * repeated;
  }

  NumberStyle number_style() const {
    std::size_t commas = 0;
    std::size_t points = 0;
    for (const Role role : {Role::amount, Role::unit_price, Role::order_total, Role::quantity}) {
      if (!layout_.has(role)) continue;
      const auto column = static_cast<std::size_t>(layout_.at(role));
      for (const auto& record : head_.records) {
        if (column >= record.size()) continue;
        const char mark = proven_decimal(record[column]);
        commas += mark == ',';
        points += mark == '.';
      }
    }
    return {commas > points ? ',' : '.'};
  }

  // The header as the user knows it, cut to a length that fits a sentence.
  std::string header_text() const {
    std::string text;
    for (const auto& name : head_.header) {
      if (name.empty()) continue;
      if (text.size() + name.size() > 100) return text + ", ...";
      if (!text.empty()) text += ", ";
      text += name;
    }
    return text;
  }

  const Head& head_;
  Layout layout_;
  std::vector<std::string> names_;
  std::vector<Evidence> evidence_;
  std::vector<bool> taken_;
};

}  // namespace

std::string_view role_word(Role role) { return kWords[static_cast<std::size_t>(role)]; }

std::size_t role_of(std::string_view word) {
  return static_cast<std::size_t>(std::find(kWords.begin(), kWords.end(), word) - kWords.begin());
}

Result<Layout> find_columns(const Head& head, const ColumnMap& chosen) {
  return Finder(head).find(chosen);
}

}  // namespace regulars
