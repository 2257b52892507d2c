// Points as lots in a double-entry ledger: what happened goes in, every posting and balance up to
// an instant comes out.
//
// docs/ledger.md explains lots, refunds and the policies to whoever runs a shop. The ledger is a
// function of events, policy and `as_of`: nothing expires because a job ran, and no order of rows
// or files changes anything.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/zone.h"
#include "core/loyalty/durations.h"

namespace regulars {

/// Where points can be. A posting takes them from one account and puts them into another, so that
/// the sum over all accounts stays 0; `issued` and `debt` are at most 0 in that sum.
enum class Account : std::uint8_t { pending, active, debt, issued, redeemed, expired, revoked };
inline constexpr std::size_t kAccounts = 7;

/// Signed points by account, in the order of Account.
using Amounts = std::array<std::int64_t, kAccounts>;

/// The same as one says them, none of them negative: issued = pending + active - debt + redeemed +
/// expired + revoked.
struct Balances {
  std::int64_t pending = 0;   // earned, not yet usable
  std::int64_t active = 0;    // usable
  std::int64_t debt = 0;      // taken back beyond what was there; the next points pay it
  std::int64_t issued = 0;    // ever earned
  std::int64_t redeemed = 0;  // spent, less redemptions that were cancelled
  std::int64_t expired = 0;   // lapsed unused
  std::int64_t revoked = 0;   // taken back because an order was
  bool operator==(const Balances&) const = default;
};

Balances balances_of(const Amounts& amounts);

/// What can happen to points.
enum class LedgerEventKind : std::uint8_t {
  earn,     // an order, or anything else, brings points: a new lot
  release,  // the pending lots of an order become usable
  spend,    // a redemption
  unspend,  // a redemption is cancelled, in part or whole
  refund,   // an order is worth less than before
  reopen,   // a refunded order counts again
  merge,    // two members are one person
};
inline constexpr std::array<std::string_view, 7> kLedgerEventWords{
    "earn", "release", "spend", "unspend", "refund", "reopen", "merge"};

/// One thing that happened.
struct LedgerEvent {
  Instant at = 0;
  LedgerEventKind kind = LedgerEventKind::earn;
  std::string source;                  // the id that its file has for it
  std::int64_t line = 0;               // in that file; the last word on what came first
  std::string key;                     // what makes it the same event; empty: of kind, source, rule
  std::string rule;                    // that earned; empty if there is but one
  std::string member;                  // who earns or spends; merge: who is no more
  std::string target;                  // earn, release, refund, reopen: the order; unspend: the
                                       // source of the spend; merge: who is left
  std::optional<std::int64_t> points;  // earn, spend; unspend: all of it where missing
  std::optional<std::int64_t> net;     // minor units. earn: of the order; refund, reopen: what it
                                       // comes to now, where missing nothing and all of it
  std::optional<Instant> activates;    // earn; as the policy says where missing
  std::optional<Instant> expires;      // earn; as the policy says where missing
};

/// What becomes of points that a refund takes back and that are not there any more.
enum class ReturnPolicy : std::uint8_t {
  only_pending,    // only points that were never usable are taken
  within_balance,  // as many as there are
  unlimited,       // all: what is missing becomes debt
};
inline constexpr std::array<std::string_view, 3> kReturnPolicyWords{"only_pending",
                                                                    "within_balance", "unlimited"};

/// How much an order earns from an instant on: `points` for each `per` minor units, rounded down
/// once for the whole order.
struct EarnRate {
  Instant since = std::numeric_limits<Instant>::min();
  std::int64_t points = 1;  // at most kMostRate for each minor unit
  std::int64_t per = 100;   // minor units, at least 1
};

/// The rules of a ledger.
struct LedgerPolicy {
  ReturnPolicy returns = ReturnPolicy::unlimited;
  Duration pending = kAtOnce;    // from earning on; unlimited: until released
  Duration expiry = kUnlimited;  // from earning on
  Instant expiry_since =         // earlier lots live as if earned then: nobody loses points on the
      std::numeric_limits<Instant>::min();  // day a shop begins to let them expire
  std::vector<EarnRate> rates =
      std::vector<EarnRate>(1);  // ascending by `since`; a lot keeps its own
  Zone zone;                     // of the shop
};

inline constexpr std::int64_t kMostPoints = 1'000'000'000'000'000;  // of one event
inline constexpr std::int64_t kMostNet = 1'000'000'000'000;         // minor units of one event
inline constexpr std::int64_t kMostRate = 1'000;                    // points for one minor unit

/// What an order of `net` minor units earns.
std::int64_t points_for(std::int64_t net, const EarnRate& rate);

/// The version of the rules that is in force; the first one before it begins.
const EarnRate& rate_at(const LedgerPolicy& policy, Instant at);

enum class LotState : std::uint8_t { pending, active, expired };

/// Points of one earning. What is left of them is usable in [activates_at, expires_at).
struct Lot {
  std::int32_t member = 0;  // who holds it; place in Ledger::members
  std::string source;       // of its event
  std::string order;
  std::string rule;
  Instant earned_at = 0;
  Instant activates_at = 0;  // kNever: when released
  Instant expires_at = kNever;
  LotState state = LotState::pending;
  std::int64_t original = 0;
  std::int64_t remaining = 0;  // 0..original
  std::int64_t expired = 0;    // lapsed and not charged to a refund
  std::int64_t reversed = 0;   // what refunds of its order asked for, 0..original
  EarnRate rate;               // what is left of the order earns at this, at most `original`
  std::int64_t net = 0;        // what `original` was given for, where it was no rate; 0 if it was
};

/// Why points moved.
enum class EntryKind : std::uint8_t {
  earn,
  activate,  // the time of waiting is over
  release,
  expire,
  spend,
  unspend,
  refund,
  reopen,
  move_out,  // a merge, where the points were
  move_in,   // a merge, where they are now
};
inline constexpr std::array<std::string_view, 10> kEntryWords{
    "earn",    "activate", "release", "expire",   "spend",
    "unspend", "refund",   "reopen",  "move_out", "move_in"};

/// One entry of the journal. Its postings are its allocations; those of a merge move all accounts
/// of a member at once.
struct Entry {
  Instant at = 0;
  EntryKind kind = EntryKind::earn;
  std::int32_t member = 0;
  std::string source;  // of the event; of the lot where it was only time that passed
  Amounts change{};    // sums to 0
};

/// A posting: points that go from one account to another, and from which lot.
struct Allocation {
  std::int32_t entry = 0;
  std::int32_t lot = 0;     // whose points they are; of a new or cancelled debt, whose they were
  std::int32_t origin = 0;  // for which lot's sake: a refund may take the points of another order
  Account from = Account::issued;
  Account to = Account::active;
  std::int64_t points = 0;  // above 0
};

/// What an event asked for and did not get.
enum class NoteCode : std::uint8_t {
  conflict,       // its key was there before with another body: not applied
  insufficient,   // fewer usable points than it wants to spend: not applied
  uncollected,    // points that a refund could not take back
  unknown_order,  // no lot of that order yet: applied when one comes, a release is not
  unknown_spend,  // no such redemption: not applied
  over_returned,  // more given back than was spent: applied up to that
  too_many,       // more points than a ledger can hold: not applied
};
inline constexpr std::array<std::string_view, 7> kNoteWords{
    "conflict",      "insufficient",  "uncollected", "unknown_order",
    "unknown_spend", "over_returned", "too_many"};

struct Note {
  Instant at = 0;
  NoteCode code = NoteCode::conflict;
  std::string source;       // of the event; of a conflict the key
  std::int64_t points = 0;  // uncollected, over_returned: how many
};

/// All that followed from the events up to `as_of`, in the order in which it did.
struct Ledger {
  Instant as_of = 0;
  std::vector<std::string> members;
  std::vector<std::int32_t> merged_into;  // by member: who they are now, else themselves
  std::vector<Amounts> amounts;           // by member
  std::vector<Lot> lots;
  std::vector<Entry> entries;
  std::vector<Allocation> allocations;
  std::vector<Note> notes;
};

/// The ledger of events in any order. Those after `as_of` are not seen. An event whose cause comes
/// later at the same instant waits for the end of that instant.
Ledger derive_ledger(std::span<const LedgerEvent> events, const LedgerPolicy& policy,
                     Instant as_of);

/// What one member had at an instant up to as_of; of all members together where none is named.
Balances balances_at(const Ledger& ledger, Instant at, std::optional<std::int32_t> member = {});

/// The key under which an event is known: its own, or kind, source and rule.
std::string key_of(const LedgerEvent& event);

}  // namespace regulars
