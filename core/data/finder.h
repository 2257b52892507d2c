// Finds what a table is and the role of each column, step by step: the user's choice, the platform,
// names, contents.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/columns.h"
#include "core/data/evidence.h"

namespace regulars {

struct Profile;

/// Fills a Layout; no column is guessed to have two roles.
class Finder {
 public:
  explicit Finder(const Head& head);

  Result<Layout> find(const ColumnMap& chosen);

 private:
  // The user's choice, and what every step needs.
  bool choose(Role role, const std::string& text);
  void give(Role role, std::size_t column, GuessReason reason);
  void take_back(Role role);
  void rename(Role from, Role to);
  bool is_chosen(Role role) const;
  bool is_refused(Role role) const { return refused_[static_cast<std::size_t>(role)]; }
  bool has(Role a, Role b) const { return layout_.has(a) || layout_.has(b); }
  bool has_money() const;
  bool allows(Role role, const Evidence& evidence) const;
  bool dates_have_time() const;
  const Evidence& evidence_of(Role role) const {
    return evidence_[static_cast<std::size_t>(layout_.at(role))];
  }
  void drop_what_choice_replaces();
  bool may_identify(const Identity& identity) const;

  // The platform's export (finder_profile.cpp).
  bool fits(const Profile& profile) const;
  void by_profile(const Profile& profile);
  void by_names(Role role, std::string_view names);
  void identify_by(const Profile& profile);
  void note(const Profile& profile);
  void list_items_of(const Profile& profile);

  // Any other table (finder_generic.cpp).
  TableKind recognize_kind() const;
  bool is_customers() const;
  bool is_one_row_each() const;
  bool is_rewards() const;
  bool is_events() const;
  bool has_other_date() const;
  bool has_any_date() const;
  std::int32_t named(Role role) const;
  bool can(Role role) const { return layout_.has(role) || named(role) >= 0; }
  void by_name(Role role, const std::vector<std::string_view>& names);
  void by_wide_items();
  void by_id_column();
  bool id_on_several_days(std::size_t column) const;
  void by_part_of_name();
  void part_of_name(Role role, std::initializer_list<std::string_view> parts);
  void by_content();
  void by_most_decimals();
  void without_header();
  void settle_money();
  bool repeats_order_total() const;
  void settle_people();
  void identify();

  // What holds for the whole layout.
  std::optional<ErrorCode> missing() const;
  void decide_styles();
  NumberStyle style_of(std::int32_t column, NumberStyle otherwise) const;
  NumberStyle number_style() const;
  void decide_dates();
  void collect_attributes();
  std::string header_text() const;

  const Head& head_;
  Layout layout_;
  std::vector<std::string> names_;  // plain
  std::vector<Evidence> evidence_;
  std::vector<bool> taken_;
  std::array<bool, kRoles> refused_{};  // roles that have no column: the user says so
  bool customer_is_name_ = false;
};

}  // namespace regulars
