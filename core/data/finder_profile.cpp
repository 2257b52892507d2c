// The columns of a platform's export.
#include <algorithm>

#include "core/data/finder.h"
#include "core/data/identity.h"
#include "core/data/profiles.h"

namespace regulars {

// Names alone do not make an export: where it has days, they must be days.
bool Finder::fits(const Profile& profile) const {
  // Lines that name a customer are orders of their own, not the lines of a platform's orders.
  if (profile.kind == TableKind::items) return !can(Role::customer);
  if (profile.kind != TableKind::orders || layout_.has(Role::date)) return true;
  for (const auto& [role, names] : profile.columns) {
    if (role != Role::date) continue;
    const std::int32_t column = column_named(names_, names);
    if (column < 0) return false;
    const Evidence& evidence = evidence_[static_cast<std::size_t>(column)];
    return evidence.filled == 0 || allows(Role::date, evidence);
  }
  return false;
}

void Finder::by_names(Role role, std::string_view names) {
  const std::int32_t column = column_named(names_, names);
  if (layout_.has(role) || column < 0 || taken_[static_cast<std::size_t>(column)]) return;
  give(role, static_cast<std::size_t>(column), GuessReason::profile);
}

void Finder::by_profile(const Profile& profile) {
  layout_.profile = profile.name;
  layout_.kind = profile.kind;
  identify_by(profile);
  for (const auto& [role, names] : profile.columns) by_names(role, names);
  const auto collect = [&](const std::vector<ColumnNames>& from, std::vector<std::int32_t>& to) {
    for (const ColumnNames names : from)
      if (const std::int32_t column = column_named(names_, names); column >= 0)
        to.push_back(column);
  };
  collect(profile.added, layout_.added);
  collect(profile.deducted, layout_.deducted);
  for (const ProfileRule& rule : profile.rules)
    if (const std::int32_t column = column_named(names_, rule.names); column >= 0)
      layout_.rules.push_back({column, std::string(rule.begins_with), rule.except, rule.meaning});
  for (const auto& [word, meaning] : profile.statuses) layout_.statuses[word] = meaning;
  layout_.nobody = profile.nobody;
  layout_.day_order = profile.day_order;
  layout_.offset = profile.offset;
  layout_.currency = profile.currency;
  if (!profile.owed.empty()) layout_.owed = column_named(names_, profile.owed);
  if (layout_.has(Role::order_total) && layout_.owed == layout_.at(Role::order_total))
    layout_.owed = -1;
  if (layout_.has(Role::amount) && layout_.owed == layout_.at(Role::amount)) layout_.owed = -1;
  if (!profile.adjusted_total.empty())
    layout_.adjusted_total = column_named(names_, profile.adjusted_total);
  list_items_of(profile);
  note(profile);
}

// The strongest means to tell customers apart is the `customer`; what the user chose comes before.
void Finder::identify_by(const Profile& profile) {
  if (layout_.has(Role::customer)) {
    const Evidence& evidence = evidence_of(Role::customer);
    if (evidence.nearly_all(evidence.emails))
      layout_.identities.push_back({IdentityKind::email, layout_.at(Role::customer), -1});
    layout_.identities.push_back({IdentityKind::id, layout_.at(Role::customer), -1});
  }
  for (const ProfileIdentity& identity : profile.identities) {
    const std::int32_t column = column_named(names_, identity.names);
    const std::int32_t postcode =
        identity.postcode.empty() ? -1 : column_named(names_, identity.postcode);
    if (column < 0 || (identity.kind == IdentityKind::name_and_postcode && postcode < 0)) continue;
    const bool known = std::any_of(layout_.identities.begin(), layout_.identities.end(),
                                   [&](const Identity& other) {
                                     return other.column == column && other.postcode == postcode;
                                   });
    if (known || !may_identify({identity.kind, column, postcode})) continue;
    layout_.identities.push_back({identity.kind, column, postcode});
    if (taken_[static_cast<std::size_t>(column)]) continue;
    const auto at = static_cast<std::size_t>(column);
    const bool may_be_customer = !layout_.has(Role::customer) && !is_refused(Role::customer);
    if (may_be_customer && identity.kind != IdentityKind::name_and_postcode)
      give(Role::customer, at, GuessReason::profile);
    else if (!layout_.has(Role::email) && identity.kind == IdentityKind::email)
      give(Role::email, at, GuessReason::profile);
    else if (!layout_.has(Role::phone) && identity.kind == IdentityKind::phone)
      give(Role::phone, at, GuessReason::profile);
  }
}

// Whether the user leaves a sign a role to stand in: the one it would be given first is the
// customer's.
bool Finder::may_identify(const Identity& identity) const {
  const bool is_customer = !layout_.has(Role::customer) && !is_refused(Role::customer);
  switch (identity.kind) {
    case IdentityKind::id:
      return !is_refused(Role::customer);
    case IdentityKind::email:
      return is_customer || !is_refused(Role::email);
    case IdentityKind::phone:
      return is_customer || !is_refused(Role::phone);
    case IdentityKind::name_and_postcode:
      return !is_refused(Role::customer_name) && !is_refused(Role::postcode);
  }
  return true;
}

// Products side by side, or a product cell that lists several: they are told by what is there.
void Finder::list_items_of(const Profile& profile) {
  if (profile.kind == TableKind::customers) return;
  const bool is_free =
      !is_chosen(Role::product) && !is_refused(Role::product) && !layout_.has(Role::items);
  if (is_free && !layout_.has(Role::product)) layout_.wide = wide_items(names_);
  if (!is_free || !layout_.has(Role::product) || profile.name != "douyin_orders") return;
  // Merged rows of several lines have lists set apart by semicolons.
  const auto column = static_cast<std::size_t>(layout_.at(Role::product));
  const bool lists =
      std::any_of(head_.records.begin(), head_.records.end(), [&](const auto& record) {
        return column < record.size() && record[column].find(';') != std::string::npos;
      });
  if (lists) rename(Role::product, Role::items);
}

void Finder::note(const Profile& profile) {
  layout_.notes = profile.notes;
  const auto add = [&](ProfileNote note) {
    if (std::find(layout_.notes.begin(), layout_.notes.end(), note) == layout_.notes.end())
      layout_.notes.push_back(note);
  };
  // Where the column that lists them was not exported, there are no products after all.
  if (layout_.has(Role::product) || layout_.has(Role::items))
    std::erase(layout_.notes, ProfileNote::no_products);
  if (profile.kind == TableKind::items) return;
  bool anyone = false;
  bool masked = false;
  for (const Identity& identity : layout_.identities) {
    const Evidence& evidence = evidence_[static_cast<std::size_t>(identity.column)];
    anyone = anyone || evidence.filled == 0 || evidence.masked < evidence.filled;
    masked = masked || (identity.kind == IdentityKind::phone && evidence.masked > 0);
  }
  if (masked) add(ProfileNote::masked_phones);
  if (!anyone) add(ProfileNote::no_customers);
}

}  // namespace regulars
