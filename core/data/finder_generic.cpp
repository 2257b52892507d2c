// The columns of any table: by their names, by parts of them, by what stands in them.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/data/aliases.h"
#include "core/data/finder.h"
#include "core/data/profiles.h"

namespace regulars {
namespace {

// "first_name" and its like name people, never goods.
bool names_person(std::string_view name) {
  for (const std::string_view part : {"first", "last", "full", "given", "family", "sur", "nick",
                                      "middle", "user", "customer", "shop", "store"})
    if (name.find(part) != std::string_view::npos) return true;
  return false;
}

bool is_among(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What a first name is called where the surname has a column of its own; the last is Chinese.
const std::vector<std::string_view>& first_names() {
  static const std::vector<std::string_view> names{"firstname", "givenname", "forename", "vorname",
                                                   "prenom",    "nombre",    "nombres",  "\u540D"};
  return names;
}

// Names of the day on which a row was made, be it an order or a customer.
bool says_created(std::string_view name) {
  return name.starts_with("created") || name == "datecreated" || name == "customercreated";
}

}  // namespace

// The first free column that is called like a role and whose cells allow it.
std::int32_t Finder::named(Role role) const {
  if (is_refused(role)) return -1;
  for (const std::string_view name : names_of(role))
    for (std::size_t i = 0; i < layout_.cells; ++i)
      if (names_[i] == name && !taken_[i] && allows(role, evidence_[i]))
        return static_cast<std::int32_t>(i);
  return -1;
}

// A day that is neither a birthday nor the day somebody joined.
bool Finder::has_other_date() const {
  if (layout_.has(Role::date) || is_refused(Role::date)) return layout_.has(Role::date);
  for (std::size_t i = 0; i < layout_.cells; ++i)
    if (!taken_[i] && evidence_[i].nearly_all(evidence_[i].dates) &&
        !is_among(names_of(Role::birthday), names_[i]) &&
        !is_among(names_of(Role::joined), names_[i]))
      return true;
  return false;
}

bool Finder::has_any_date() const {
  if (can(Role::date) || is_refused(Role::date)) return can(Role::date);
  for (std::size_t i = 0; i < layout_.cells; ++i)
    if (!taken_[i] && evidence_[i].nearly_all(evidence_[i].dates)) return true;
  return false;
}

// One person a row: somebody, something personal, and nothing that was bought.
bool Finder::is_customers() const {
  if (can(Role::order) || can(Role::quantity)) return false;
  const bool contact = can(Role::email) || can(Role::phone);
  const bool name = can(Role::customer_name) || can(Role::last_name);
  if (!contact && !can(Role::customer) && !can(Role::customer_name)) return false;
  const std::int32_t product = named(Role::product);
  const bool titled = product >= 0 && names_[static_cast<std::size_t>(product)] == "title";
  if (layout_.has(Role::product) || (product >= 0 && !titled)) return false;
  const bool money = can(Role::amount) || can(Role::order_total) || can(Role::unit_price);
  if (money && has_any_date() && has_other_date()) return false;
  if (!is_one_row_each()) return false;
  const std::int32_t since = named(Role::joined);
  const bool joined = layout_.has(Role::joined) ||
                      (since >= 0 && !says_created(names_[static_cast<std::size_t>(since)]));
  const bool dated = has_any_date() && has_other_date();
  const bool personal = joined || can(Role::birthday) || can(Role::consent) || can(Role::tags) ||
                        (can(Role::last_name) && contact && !dated);
  if (can(Role::event) || can(Role::score) || can(Role::reward) || can(Role::response))
    return personal && !dated;
  if (personal) return !(can(Role::date) && money) || since >= 0;
  if (money) return false;
  return contact && (!has_any_date() || (name && since >= 0 && !dated));
}

// People stand once in a table of people; those who buy come again.
bool Finder::is_one_row_each() const {
  for (const Role role : {Role::customer, Role::email, Role::phone, Role::customer_name}) {
    const std::int32_t column = layout_.has(role) ? layout_.at(role) : named(role);
    if (column < 0) continue;
    const Evidence& e = evidence_[static_cast<std::size_t>(column)];
    return e.distinct * 10 >= e.filled * 9;
  }
  return true;
}

bool Finder::is_rewards() const {
  if (can(Role::order) || !has_any_date()) return false;
  if (!can(Role::reward) && !can(Role::response) && !can(Role::group)) return false;
  const std::int32_t reward = named(Role::reward);
  const std::string_view name =
      reward >= 0 ? std::string_view(names_[static_cast<std::size_t>(reward)]) : std::string_view{};
  // A coupon beside money was used in an order; a reward was given.
  const bool given = name.starts_with("reward") || name == "praemie" || name == "pramie" ||
                     name == "recompense" || name == "recompensa" ||
                     name == "\u5956\u52B1";  // reward
  const bool trial = can(Role::group) && (can(Role::reward) || can(Role::response));
  const bool money = can(Role::amount) || can(Role::order_total) || can(Role::unit_price);
  if (can(Role::quantity) || can(Role::unit_price) || can(Role::order_total)) return false;
  return given || trial || !money;
}

bool Finder::is_events() const {
  if (can(Role::order) || !has_any_date()) return false;
  if (!can(Role::event) && !can(Role::score)) return false;
  return !can(Role::amount) && !can(Role::order_total) && !can(Role::unit_price) &&
         !can(Role::quantity);
}

// Orders wherever there are days and money; the others only where their own words say so.
TableKind Finder::recognize_kind() const {
  if (head_.dialect.header_line == 0) return TableKind::orders;
  const bool somebody =
      can(Role::customer) || can(Role::email) || can(Role::phone) || can(Role::customer_name);
  const bool something = can(Role::product) || can(Role::sku);
  const bool money = can(Role::amount) || can(Role::order_total) || can(Role::unit_price);
  if (layout_.has(Role::amount) || layout_.has(Role::order_total)) return TableKind::orders;
  if (somebody && is_customers()) return TableKind::customers;
  if (somebody && is_rewards()) return TableKind::rewards;
  if (somebody && is_events()) return TableKind::events;
  if (has_any_date()) return TableKind::orders;
  if (can(Role::order) && (something || money)) return TableKind::items;
  const bool nobody = !can(Role::customer) && !can(Role::email) && !can(Role::phone);
  if (nobody && !can(Role::order) && (something || can(Role::customer_name)) &&
      (can(Role::unit_price) || can(Role::cost) || can(Role::category)))
    return TableKind::products;
  return TableKind::orders;
}

void Finder::by_name(Role role, const std::vector<std::string_view>& names) {
  if (layout_.has(role)) return;
  for (const std::string_view name : names)
    for (std::size_t i = 0; i < layout_.cells; ++i)
      if (names_[i] == name && !taken_[i] && allows(role, evidence_[i]))
        return give(role, i, GuessReason::name);
}

void Finder::by_wide_items() {
  if (layout_.has(Role::product) || layout_.has(Role::items) || is_refused(Role::product)) return;
  layout_.wide = wide_items(names_);
  for (const WideItem& item : layout_.wide)
    for (const std::int32_t column : {item.product, item.quantity, item.amount})
      if (column >= 0) taken_[static_cast<std::size_t>(column)] = true;
}

// A column that is only called "id" numbers customers where one id comes on several days, else
// orders.
void Finder::by_id_column() {
  for (std::size_t i = 0; i < layout_.cells; ++i) {
    if (names_[i] != "id" || taken_[i]) continue;
    const bool several_days = id_on_several_days(i);
    if (several_days && !layout_.has(Role::customer))
      give(Role::customer, i, GuessReason::content);
    else if (!several_days && !layout_.has(Role::order))
      give(Role::order, i, GuessReason::content);
  }
}

bool Finder::id_on_several_days(std::size_t column) const {
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

void Finder::by_part_of_name() {
  if (!layout_.has(Role::customer) && layout_.has(Role::email)) rename(Role::email, Role::customer);
  part_of_name(Role::customer,
               {"customer", "client", "buyer", "member", "email", "user", "kunde", "cliente",
                "\u5BA2\u6237", "\u4E70\u5BB6", "\u4F1A\u5458"});  // customer, buyer, member
  if (layout_.kind == TableKind::customers || layout_.kind == TableKind::rewards) return;
  if (!layout_.wide.empty() || layout_.has(Role::items)) return;
  part_of_name(Role::product, {"product", "item", "title", "sku", "article", "produkt", "artikel",
                               "produit", "\u5546\u54C1", "\u5B9D\u8D1D"});  // product, article
  // "coffee_name": something with a name, of which there are few and each often, is what is sold.
  for (std::size_t i = 0; i < layout_.cells && !layout_.has(Role::product); ++i) {
    const Evidence& e = evidence_[i];
    if (!taken_[i] && names_[i].ends_with("name") && !names_person(names_[i]) &&
        e.distinct * 5 <= e.filled && allows(Role::product, e))
      give(Role::product, i, GuessReason::content);
  }
}

void Finder::part_of_name(Role role, std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts)
    for (std::size_t i = 0; i < layout_.cells && !layout_.has(role); ++i)
      if (!taken_[i] && names_[i].find(part) != std::string::npos && evidence_[i].filled > 0 &&
          allows(role, evidence_[i]))
        give(role, i, GuessReason::name);
}

void Finder::by_content() {
  // A birthday is nobody's order, unless there is no other day.
  for (const bool others : {false, true})
    for (std::size_t i = 0; i < layout_.cells && !layout_.has(Role::date); ++i)
      if (!taken_[i] && evidence_[i].nearly_all(evidence_[i].dates) &&
          (others || !is_among(names_of(Role::birthday), names_[i])))
        give(Role::date, i, GuessReason::content);
  for (std::size_t i = 0; i < layout_.cells && !layout_.has(Role::customer); ++i)
    if (!taken_[i] && evidence_[i].mostly(evidence_[i].emails))
      give(Role::customer, i, GuessReason::content);
  if (layout_.kind != TableKind::orders && layout_.kind != TableKind::items) return;
  if (!has_money()) by_most_decimals();
  if (head_.dialect.header_line == 0) without_header();
}

// The last column of numbers, one with decimals before one without; numbers with leading zeros
// are codes.
void Finder::by_most_decimals() {
  if (!layout_.wide.empty()) return;
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
void Finder::without_header() {
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
void Finder::settle_money() {
  if (layout_.has(Role::unit_price) && !layout_.has(Role::quantity) &&
      !has(Role::amount, Role::order_total))
    rename(Role::unit_price, Role::amount);
  if (layout_.has(Role::amount) && layout_.has(Role::order) && repeats_order_total())
    rename(Role::amount, Role::order_total);
  if (layout_.has(Role::order_total) && !layout_.has(Role::order))
    rename(Role::order_total, Role::amount);
  // A discount is of the line only where the line has a price to take it from.
  if (layout_.has(Role::discount) && !is_chosen(Role::discount) &&
      (layout_.has(Role::amount) || !layout_.has(Role::unit_price)))
    take_back(Role::discount);
}

// Evidence for: an order of several lines that all show one total, which is not the line's own
// quantity x price.
bool Finder::repeats_order_total() const {
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
      std::int64_t product = 0;
      const bool fits = !__builtin_mul_overflow(p->minor, std::int64_t{*q}, &product);
      product /= 1000;
      const bool is_own = fits && a->minor - product < 10 && product - a->minor < 10;
      own += is_own;
      repeated += !is_own && record[order] == last_order && record[amount] == last_amount;
    }
    last_order = record[order];
    last_amount = record[amount];
  }
  return repeated > 0 && own < 2 * repeated;
}

// Somebody by name alone is better than nobody; a product may be known by its code alone.
void Finder::settle_people() {
  if (layout_.kind == TableKind::customers && layout_.has(Role::last_name))
    by_name(Role::customer_name, first_names());
  if (layout_.kind == TableKind::products) {
    if (!layout_.has(Role::product)) by_name(Role::product, names_of(Role::customer_name));
    if (!layout_.has(Role::product) && layout_.has(Role::sku)) rename(Role::sku, Role::product);
    return;
  }
  if (!layout_.has(Role::customer) && layout_.has(Role::customer_name)) {
    rename(Role::customer_name, Role::customer);
    customer_is_name_ = layout_.has(Role::customer);
  }
  if (!layout_.has(Role::customer) && layout_.has(Role::email)) rename(Role::email, Role::customer);
  if (!layout_.has(Role::customer) && layout_.has(Role::phone)) rename(Role::phone, Role::customer);
}

// What tells customers apart, the strongest first. Behind an address or a number that a cell of the
// same column is not, the cell itself still tells: nobody is lost who was told apart before.
void Finder::identify() {
  const auto add = [&](IdentityKind kind, Role role) {
    if (layout_.has(role)) layout_.identities.push_back({kind, layout_.at(role), -1});
  };
  if (customer_is_name_) {
    add(IdentityKind::email, Role::email);
    add(IdentityKind::phone, Role::phone);
    if (layout_.has(Role::postcode))
      layout_.identities.push_back({IdentityKind::name_and_postcode, layout_.at(Role::customer),
                                    layout_.at(Role::postcode)});
    return add(IdentityKind::id, Role::customer);
  }
  if (layout_.has(Role::customer)) {
    const Evidence& e = evidence_of(Role::customer);
    const std::string& name = names_[static_cast<std::size_t>(layout_.at(Role::customer))];
    if (e.mostly(e.emails))
      add(IdentityKind::email, Role::customer);
    else if (is_among(names_of(Role::phone), name) && e.mostly(e.phones))
      add(IdentityKind::phone, Role::customer);
  }
  add(IdentityKind::id, Role::customer);
  add(IdentityKind::email, Role::email);
  add(IdentityKind::phone, Role::phone);
  if (layout_.has(Role::customer_name) && layout_.has(Role::postcode))
    layout_.identities.push_back({IdentityKind::name_and_postcode, layout_.at(Role::customer_name),
                                  layout_.at(Role::postcode)});
}

}  // namespace regulars
