// The rows of tables that are not orders.
#include <algorithm>

#include "core/data/cursor.h"
#include "core/data/identity.h"
#include "core/data/intake.h"

namespace regulars {
namespace {

// Puts a value at a place of a column that may be shorter; what was said first stays.
template <class T>
void put(Column<T>& column, std::int32_t place, T value, T none) {
  const auto at = static_cast<std::size_t>(place);
  if (value == none || (at < column.size() && column[at] != none)) return;
  column.extend(at + 1, none);
  column[at] = value;
}

// Yes and no as exports say them, in English, German, French, Spanish and Chinese.
Consent parse_consent(std::string_view cell) {
  std::string word;
  for (const char c : cell) word += lower(c);
  constexpr std::array<std::string_view, 17> yes{"yes",
                                                 "y",
                                                 "true",
                                                 "1",
                                                 "ja",
                                                 "oui",
                                                 "si",
                                                 "s\xC3\xAD",
                                                 "subscribed",
                                                 "subscribe",
                                                 "granted",
                                                 "accepted",
                                                 "opted in",
                                                 "opt-in",
                                                 "on",
                                                 "\xE6\x98\xAF",               // yes
                                                 "\xE5\x90\x8C\xE6\x84\x8F"};  // agreed
  constexpr std::array<std::string_view, 16> no{"no",
                                                "n",
                                                "false",
                                                "0",
                                                "nein",
                                                "non",
                                                "unsubscribed",
                                                "never subscribed",
                                                "declined",
                                                "denied",
                                                "opted out",
                                                "opt-out",
                                                "off",
                                                "not subscribed",
                                                "\xE5\x90\xA6",               // no
                                                "\xE6\x8B\x92\xE7\xBB\x9D"};  // refused
  if (std::find(yes.begin(), yes.end(), word) != yes.end()) return Consent::yes;
  if (std::find(no.begin(), no.end(), word) != no.end()) return Consent::no;
  return Consent::unknown;
}

}  // namespace

// The day of a cell that is nobody's order: its order of day and month is the file's, or the one it
// proves; one that stays open is not guessed.
std::optional<std::int32_t> FileReader::read_day(const Record& record, Role role) {
  const std::string_view text = cell(record, role);
  if (text.empty() || is_placeholder(text) || is_empty_date(text)) return kUnknownDay;
  const auto date = parse_date(text);
  if (!date) return {};
  DayOrder order = order_of(*date);
  if (order == DayOrder::undecided) order = layout_.day_order.value_or(DayOrder::undecided);
  if (order == DayOrder::undecided)
    return date->first == date->second ? date_of(*date, DayOrder::day_first)->days : kUnknownDay;
  return date_of(*date, order)->days;
}

bool FileReader::read_when(const Record& record, ReadDate& when) {
  when = dates_.read({cell(record, Role::date), cell(record, Role::time), cell(record, Role::zone)},
                     static_cast<std::int32_t>(index_), record.line, date_name_);
  return report(record, when.trouble);
}

// The customer of a row that is nothing without one.
bool FileReader::read_somebody(const Record& record) {
  read_customer(record);
  if (last_customer_ >= 0) return true;
  reject(record, IssueKind::missing_name,
         layout_.identities.empty() ? "" : column_name(layout_.identities[0].column), "");
  return false;
}

bool FileReader::add_person(const Record& record) {
  if (!read_somebody(record)) return false;
  const auto birthday = read_day(record, Role::birthday);
  if (!birthday && !forgive(record, IssueKind::invalid_date, Role::birthday)) return false;
  const auto joined = read_day(record, Role::joined);
  if (!joined && !forgive(record, IssueKind::invalid_date, Role::joined)) return false;
  OtherTables& others = table_->others;
  People& people = others.people;
  put(people.birthday, last_customer_, birthday.value_or(kUnknownDay), kUnknownDay);
  put(people.joined, last_customer_, joined.value_or(kUnknownDay), kUnknownDay);
  put(people.listed, last_customer_, std::uint8_t{1}, std::uint8_t{0});
  const Consent consent = parse_consent(cell(record, Role::consent));
  put(people.consent, last_customer_, consent, Consent::unknown);
  // Whoever refused once must not be written to because another row is older or wrong.
  if (consent == Consent::no) people.consent[static_cast<std::size_t>(last_customer_)] = consent;
  const auto word_of = [&](std::string_view text) {
    return text.empty() || is_placeholder(text) ? -1 : others.words.id_of(text);
  };
  put(people.tags, last_customer_, word_of(cell(record, Role::tags)), -1);
  for (const std::int32_t column : layout_.attributes) {
    const std::string name = column_name(column);
    auto attribute = std::find_if(people.attributes.begin(), people.attributes.end(),
                                  [&](const Attribute& one) { return one.name == name; });
    if (attribute == people.attributes.end())
      attribute = people.attributes.insert(attribute, {name, {}});
    put(attribute->value, last_customer_, word_of(text_at(record, column)), -1);
  }
  ++people.rows;
  return true;
}

bool FileReader::add_article(const Record& record) {
  const std::string_view name = cell(record, Role::product);
  const std::string_view sku = cell(record, Role::sku);
  const std::int32_t product = id_of_product(name.empty() ? sku : name);
  if (product < 0) return reject(record, IssueKind::missing_name, Role::product), false;
  const MoneyUnit unit{1, table_->digits};
  Articles& articles = table_->others.articles;
  for (const auto& [role, column] :
       {std::pair{Role::unit_price, &articles.price}, std::pair{Role::cost, &articles.cost}}) {
    const std::string_view text = cell(record, role);
    if (text.empty() || is_placeholder(text)) continue;
    const auto money = money_of(text, role, unit);
    if (money)
      put(*column, product, money->minor, kUnstated);
    else if (!forgive(record, IssueKind::invalid_amount, role))
      return false;
  }
  read_category(record, product);
  if (!sku.empty()) put(articles.sku, product, table_->others.words.id_of(sku), -1);
  ++articles.rows;
  return true;
}

bool FileReader::add_event(const Record& record) {
  ReadDate when;
  if (!read_when(record, when)) return false;
  std::int32_t score = INT32_MIN;
  if (const std::string_view text = cell(record, Role::score);
      !text.empty() && !is_placeholder(text)) {
    const auto value = parse_quantity(text, layout_.style(Role::score));
    if (value)
      score = *value;
    else if (!forgive(record, IssueKind::invalid_quantity, Role::score))
      return false;
  }
  read_customer(record);
  OtherTables& others = table_->others;
  Events& events = others.events;
  const std::string_view kind = cell(record, Role::event);
  events.customer.push_back(last_customer_);
  events.day.push_back(when.day);
  events.second.push_back(when.second);
  events.kind.push_back(kind.empty() ? -1 : others.words.id_of(kind));
  events.product.push_back(id_of_product(cell(record, Role::product)));
  events.score.push_back(score);
  events.file.push_back(static_cast<std::int32_t>(index_));
  events.row.push_back(record.line);
  return true;
}

bool FileReader::add_reward(const Record& record) {
  ReadDate when;
  if (!read_when(record, when)) return false;
  const MoneyUnit unit{1, table_->digits};
  std::int64_t amount = kUnstated;
  if (const std::string_view text = cell(record, Role::amount);
      !text.empty() && !is_placeholder(text)) {
    const auto money = money_of(text, Role::amount, unit);
    if (money)
      amount = money->minor;
    else if (!forgive(record, IssueKind::invalid_amount, Role::amount))
      return false;
  }
  if (!read_somebody(record)) return false;
  OtherTables& others = table_->others;
  Rewards& rewards = others.rewards;
  const auto word_of = [&](Role role) {
    const std::string_view text = cell(record, role);
    return text.empty() || is_placeholder(text) ? -1 : others.words.id_of(text);
  };
  rewards.customer.push_back(last_customer_);
  rewards.day.push_back(when.day);
  rewards.reward.push_back(word_of(Role::reward));
  rewards.amount.push_back(amount);
  rewards.group.push_back(word_of(Role::group));
  rewards.file.push_back(static_cast<std::int32_t>(index_));
  rewards.row.push_back(record.line);
  rewards.response.push_back(parse_consent(cell(record, Role::response)));
  return true;
}

}  // namespace regulars
