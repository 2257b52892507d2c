// The rules by which a table becomes a shop's orders: each can be switched off, none deletes
// anything.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/data/issues.h"

namespace regulars {

/// A rule of cleaning.
enum class CleaningRule : std::uint8_t {
  newest_export,          // of an order in several exports, the newest one tells
  drop_copies,            // identical lines of one order, and of files without numbers that overlap
  drop_near_copies,       // of two orders alike within ten minutes, the second
  leave_out_test_orders,  // by a customer or of a product called "test"
  leave_out_free_orders,  // nothing was paid
  leave_out_future_orders,  // after today
  pair_refunds,             // a refund of its own and the sale that it gives back
  merge_customers,          // one person under several signs
};
inline constexpr std::size_t kRules = 8;

/// Which rules hold.
struct CleaningOptions {
  std::array<bool, kRules> on{true, true, false, true, false, true, true, true};
  std::optional<Date> today;       // the host's; without it no order lies in the future
  std::vector<std::string> apart;  // signs of customers that stay customers of their own

  bool holds(CleaningRule rule) const { return on[static_cast<std::size_t>(rule)]; }
};

/// The word of a rule, and the rule of a word (kRules where there is none).
std::string_view rule_word(CleaningRule rule);
std::size_t rule_of(std::string_view word);

/// The kind of finding that a rule deals with.
IssueKind issue_of(CleaningRule rule);

}  // namespace regulars
