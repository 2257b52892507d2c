#include "core/data/finder.h"

#include <algorithm>
#include <array>

#include "core/data/aliases.h"
#include "core/data/profiles.h"

namespace regulars {
namespace {

constexpr std::array<Role, 9> kMoney{Role::amount,   Role::unit_price,     Role::order_total,
                                     Role::discount, Role::order_subtotal, Role::order_discount,
                                     Role::refunded, Role::cost,           Role::score};

// A shop sells through few channels; a column of many words tells something else of its orders.
constexpr std::size_t kMostChannels = 20;

}  // namespace

Finder::Finder(const Head& head) : head_(head) {
  layout_.column.fill(-1);
  layout_.cells = head.header.size();
  for (const auto& name : head.header) names_.push_back(plain_name(name));
  for (std::size_t i = 0; i < layout_.cells; ++i) evidence_.push_back(examine(head, i));
  taken_.resize(layout_.cells);
}

Result<Layout> Finder::find(const ColumnMap& chosen) {
  for (const auto& [role, text] : chosen) {
    if (!text)
      refused_[static_cast<std::size_t>(role)] = true;
    else if (!choose(role, *text))
      return Error{.code = ErrorCode::column_not_found, .detail = *text};
  }
  const Profile* profile = recognize(names_);
  if (profile && fits(*profile)) {
    by_profile(*profile);
  } else {
    layout_.kind = recognize_kind();
    for (const auto& [role, names] : aliases(layout_.kind)) by_name(role, names);
    const bool sales = layout_.kind == TableKind::orders || layout_.kind == TableKind::items;
    if (sales) by_wide_items();
    if (sales) by_id_column();
    if (layout_.kind != TableKind::products) by_part_of_name();
    if (layout_.kind != TableKind::products && layout_.kind != TableKind::customers) by_content();
    if (sales) settle_money();
    settle_people();
    identify();
  }
  drop_what_choice_replaces();
  if (const auto code = missing()) return Error{.code = *code, .detail = header_text()};
  if (layout_.kind == TableKind::customers) collect_attributes();
  decide_styles();
  decide_dates();
  return layout_;
}

bool Finder::has_money() const {
  return layout_.has(Role::amount) || layout_.has(Role::unit_price) ||
         layout_.has(Role::order_total);
}

bool Finder::is_chosen(Role role) const {
  return std::any_of(layout_.guesses.begin(), layout_.guesses.end(), [&](const Guess& guess) {
    return guess.role == role && guess.reason == GuessReason::chosen;
  });
}

void Finder::give(Role role, std::size_t column, GuessReason reason) {
  if (is_refused(role)) return;
  layout_.column[static_cast<std::size_t>(role)] = static_cast<std::int32_t>(column);
  layout_.guesses.push_back(
      {role, static_cast<std::int32_t>(column + 1), head_.header[column], reason});
  taken_[column] = true;
}

void Finder::take_back(Role role) {
  const std::int32_t column = layout_.at(role);
  taken_[static_cast<std::size_t>(column)] = false;
  layout_.column[static_cast<std::size_t>(role)] = -1;
  std::erase_if(layout_.guesses, [&](const Guess& guess) { return guess.role == role; });
}

void Finder::rename(Role from, Role to) {
  const auto column = static_cast<std::size_t>(layout_.at(from));
  GuessReason reason = GuessReason::content;
  for (const Guess& guess : layout_.guesses)
    if (guess.role == from) reason = guess.reason;
  if (reason == GuessReason::chosen || layout_.has(to) || is_refused(to)) return;
  take_back(from);
  give(to, column, reason);
}

bool Finder::choose(Role role, const std::string& text) {
  const std::string_view wanted = bare(text);
  for (std::size_t i = 0; i < layout_.cells; ++i)
    if (!wanted.empty() && (head_.header[i] == text || bare(head_.header[i]) == wanted))
      return give(role, i, GuessReason::chosen), true;
  std::size_t position = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || position > layout_.cells) return false;
    position = position * 10 + static_cast<std::size_t>(c - '0');
  }
  if (position < 1 || position > layout_.cells) return false;
  give(role, position - 1, GuessReason::chosen);
  return true;
}

// Does what stands in a column allow a role? A name alone does not make a date.
bool Finder::allows(Role role, const Evidence& e) const {
  switch (role) {
    case Role::date:
      return e.mostly(e.dates) || e.nearly_all(e.serial_days);
    case Role::birthday:
    case Role::joined:
      return e.filled == 0 || e.mostly(e.dates) || e.nearly_all(e.serial_days);
    case Role::time:
      return e.mostly(e.times) && !dates_have_time();
    case Role::zone:
      return e.mostly(e.zones);
    case Role::email:
      return e.filled == 0 || e.mostly(e.emails);
    case Role::phone:
      return e.filled == 0 || e.mostly(e.phones);
    case Role::quantity:
    case Role::unit_price:
    case Role::amount:
    case Role::order_total:
    case Role::score:
      return e.mostly(e.numbers);
    case Role::cost:
    case Role::order_subtotal:
    case Role::order_discount:
    case Role::discount:
    case Role::refunded:
      return e.filled == 0 || e.mostly(e.numbers);
    case Role::items:
      return e.mostly(e.lists);
    case Role::customer:
      return e.filled == 0 || (!e.mostly(e.dates) && !e.mostly(e.decimals));
    case Role::channel:
      return !e.mostly(e.dates) && !e.mostly(e.decimals) && !e.mostly(e.emails) &&
             (e.distinct <= kMostChannels || e.distinct * 10 <= e.filled);
    case Role::customer_name:
    case Role::last_name:
    case Role::product:
    case Role::category:
    case Role::postcode:
    case Role::tags:
      return !e.mostly(e.dates) && !e.mostly(e.decimals);
    default:
      return true;
  }
}

bool Finder::dates_have_time() const {
  return layout_.has(Role::date) && evidence_of(Role::date).dates_with_time > 0;
}

// Where the user says which column is paid, or that none is, the platform's corrections of another
// do not hold.
void Finder::drop_what_choice_replaces() {
  if (layout_.profile == "generic") return;
  const auto is_said = [&](Role role) { return is_chosen(role) || is_refused(role); };
  if (is_said(Role::amount) || is_said(Role::order_total)) {
    layout_.added.clear();
    layout_.deducted.clear();
    layout_.owed = -1;
    layout_.adjusted_total = -1;
  }
  if (is_chosen(Role::amount) && layout_.has(Role::order_total) && !is_chosen(Role::order_total))
    take_back(Role::order_total);
}

std::optional<ErrorCode> Finder::missing() const {
  const bool dated = layout_.has(Role::date);
  const bool somebody = !layout_.identities.empty();
  bool usable = false;
  switch (layout_.kind) {
    case TableKind::orders:
      if (!dated) return ErrorCode::no_date_column;
      usable = somebody || layout_.has(Role::order) || has_money();
      break;
    case TableKind::items:
      usable = layout_.has(Role::order) && (layout_.has(Role::product) || has_money());
      break;
    case TableKind::customers:
      usable = somebody;
      break;
    case TableKind::products:
      usable = layout_.has(Role::product);
      break;
    case TableKind::events:
    case TableKind::rewards:
      if (!dated) return ErrorCode::no_date_column;
      usable = somebody;
      break;
  }
  if (usable) return {};
  return ErrorCode::no_usable_column;
}

NumberStyle Finder::style_of(std::int32_t column, NumberStyle otherwise) const {
  std::size_t commas = 0;
  std::size_t points = 0;
  for (const auto& record : head_.records) {
    if (static_cast<std::size_t>(column) >= record.size()) continue;
    const char mark = proven_decimal(record[static_cast<std::size_t>(column)]);
    commas += mark == ',';
    points += mark == '.';
  }
  if (commas == points) return otherwise;
  return {commas > points ? ',' : '.'};
}

// Of the whole file: what most cells of its money and quantities prove.
NumberStyle Finder::number_style() const {
  std::size_t commas = 0;
  std::size_t points = 0;
  const auto count = [&](std::int32_t column) {
    if (column < 0) return;
    for (const auto& record : head_.records) {
      if (static_cast<std::size_t>(column) >= record.size()) continue;
      const char mark = proven_decimal(record[static_cast<std::size_t>(column)]);
      commas += mark == ',';
      points += mark == '.';
    }
  };
  count(layout_.at(Role::quantity));
  for (const Role role : kMoney) count(layout_.at(role));
  for (const std::int32_t column : layout_.added) count(column);
  for (const std::int32_t column : layout_.deducted) count(column);
  for (const WideItem& item : layout_.wide) count(item.amount);
  return {commas > points ? ',' : '.'};
}

void Finder::decide_styles() {
  layout_.numbers = number_style();
  layout_.styles.fill(layout_.numbers);
  const auto decide = [&](Role role) {
    if (layout_.has(role))
      layout_.styles[static_cast<std::size_t>(role)] = style_of(layout_.at(role), layout_.numbers);
  };
  decide(Role::quantity);
  for (const Role role : kMoney) decide(role);
}

void Finder::decide_dates() {
  if (!layout_.has(Role::date)) return;
  const Evidence& evidence = evidence_of(Role::date);
  layout_.serial_dates = evidence.nearly_all(evidence.serial_days) && evidence.dates == 0;
  std::size_t day_first = 0;
  std::size_t month_first = 0;
  std::size_t dotted = 0;
  std::size_t undecided = 0;
  const auto column = static_cast<std::size_t>(layout_.at(Role::date));
  for (const auto& record : head_.records) {
    if (column >= record.size()) continue;
    const std::string_view cell = bare(record[column]);
    const auto date = parse_date(cell);
    if (!date || date->year_first) continue;
    const DayOrder order = order_of(*date);
    day_first += order == DayOrder::day_first;
    month_first += order == DayOrder::month_first;
    undecided += order == DayOrder::undecided;
    dotted += cell.substr(0, 3).find('.') != std::string_view::npos;
  }
  // What the cells prove wins over what the platform usually writes.
  if (layout_.day_order == DayOrder::month_first && day_first > month_first)
    layout_.day_order.reset();
  // Nobody writes the month first with points: 3.4.2024 is in April.
  if (!layout_.day_order && undecided > 0 && dotted > 0 && month_first == 0 &&
      dotted == undecided + day_first)
    layout_.day_order = DayOrder::day_first;
}

// Everything else that is known of a customer.
void Finder::collect_attributes() {
  for (std::size_t i = 0; i < layout_.cells; ++i)
    if (!taken_[i] && !head_.header[i].empty() && evidence_[i].filled > 0)
      layout_.attributes.push_back(static_cast<std::int32_t>(i));
}

// The header as the user knows it, cut to a length that fits a sentence.
std::string Finder::header_text() const {
  std::string text;
  for (const auto& name : head_.header) {
    if (name.empty()) continue;
    if (text.size() + name.size() > 100) return text + ", ...";
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

}  // namespace regulars
