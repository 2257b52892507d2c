// Signs that somebody earns what was not meant for them, from what a shop knows anyway.
//
// A flag accuses nobody: two people may share a telephone. It names what was seen, so that the
// owner can look, and points behind it wait; nothing is taken away.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/loyalty/ledger.h"

namespace regulars {

/// What was seen.
enum class GuardSign : std::uint8_t {
  shared_phone,      // several members have one telephone number
  shared_address,    // or one postal address
  shared_email,      // or e-mail addresses that reach one box: dots and what follows a plus differ
  referred_self,     // who brought somebody has that person's address, telephone or box
  refund_loop,       // orders were given back after points were spent that they had brought
  early_redemption,  // points were spent within hours of joining
  promotion_rush,    // far more orders in a promotion than the member's own rate
  staff,             // an e-mail address of the shop itself
};
inline constexpr std::size_t kGuardSigns = 8;
inline constexpr std::array<std::string_view, kGuardSigns> kGuardSignWords{
    "shared_phone", "shared_address",   "shared_email",   "referred_self",
    "refund_loop",  "early_redemption", "promotion_rush", "staff"};

/// A member, as the shop's files know them; texts are empty where nothing is known.
struct GuardedMember {
  std::string_view name;  // in the events of the ledger
  std::string_view email;
  std::string_view phone;
  std::string_view address;
  std::optional<Instant> joined;
};

/// Who brought whom, by place among the members.
struct Referral {
  std::int32_t referrer = 0;
  std::int32_t referee = 0;
};

/// An order of a member, by place.
struct GuardedOrder {
  std::int32_t member = 0;
  Instant at = 0;
};

/// When a promotion ran: [from, to).
struct Promotion {
  Instant from = 0;
  Instant to = 0;
};

/// From when on something is a sign.
struct GuardPolicy {
  std::int64_t loops = 2;                       // refunds after their points were spent, at least 1
  std::int64_t early_hours = 24;                // from joining to a redemption; 0: never looked at
  double rush = 3;                              // times the member's own rate, above 1
  std::int64_t rush_orders = 3;                 // and at least so many orders in the promotion
  std::vector<std::string> staff_domains = {};  // "shop.example", in small letters
};

/// What was seen of one member.
struct GuardFlag {
  std::int32_t member = 0;
  GuardSign sign = GuardSign::shared_phone;
  std::vector<std::int32_t> others;  // members it is shared with, ascending
  std::int64_t count = 0;            // refunds, early redemptions, orders in the promotion
};

/// What there is to look at.
struct GuardCase {
  std::span<const GuardedMember> members = {};
  std::span<const Referral> referrals = {};
  std::span<const GuardedOrder> orders = {};
  std::span<const Promotion> promotions = {};
  std::span<const LedgerEvent> points = {};  // earnings, redemptions and refunds, in any order
};

/// One spelling of all e-mail addresses that surely reach one box: what follows a plus is left out,
/// and dots where the box's provider ignores them. Empty for what is no address.
std::string box_of(std::string_view email);

/// Everything that was seen, by member and then by sign.
std::vector<GuardFlag> look_for_misuse(const GuardCase& what, const GuardPolicy& policy);

}  // namespace regulars
