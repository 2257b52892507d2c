// One event after the other, and the time between them: how a ledger comes about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/names.h"
#include "core/loyalty/ledger.h"

namespace regulars {

/// Applies events that are in order and have been told apart. Keeps the balances, the remainders of
/// the lots and the journal in step: one cannot be changed without the others.
class Replay {
 public:
  explicit Replay(const LedgerPolicy& policy) : policy_(policy) {}

  /// Lets time pass up to an instant, then applies the event that happens at it.
  void apply(const LedgerEvent& event);
  /// Lets time pass up to an instant: lots become usable and lapse.
  void advance(Instant to);
  void note(NoteCode code, Instant at, const std::string& source, std::int64_t points = 0);
  /// What a member can spend now.
  std::int64_t usable(std::string_view member) const;
  /// All that followed up to an instant; valid until anything else is called.
  const Ledger& conclude(Instant as_of);
  /// The same, to keep; nothing may follow.
  Ledger finish(Instant as_of);
  /// Begins anew with the same policy, in the room that is there.
  void restart();

 private:
  // A part of what a refund took back for the sake of one lot.
  enum class Means : std::uint8_t { lot, debt, uncollected };
  struct Taking {
    std::int32_t origin = 0;
    Means means = Means::lot;
    std::int32_t lot = 0;  // where they were, if they were anywhere
    std::int64_t points = 0;
  };
  struct OrderState {
    std::vector<std::int32_t> lots;
    std::vector<Taking> takings;      // in the order in which they were taken
    std::optional<std::int64_t> net;  // what refunds left of it; nothing before the first
    std::string refund;               // the source of the last one
  };
  struct Piece {
    std::int32_t lot = 0;
    std::int64_t points = 0;
  };
  // Debt that a refund of an order left.
  struct Claim {
    std::size_t order = 0;
    std::size_t taking = 0;
  };
  struct MemberState {
    std::vector<std::int32_t> lots;    // all of them
    std::vector<std::int32_t> usable;  // those active with points left, soonest to expire first
    std::vector<Claim> debts;          // oldest first; those paid are passed over
  };
  // When a lot lapses or becomes usable. What lapses comes first.
  struct Turn {
    Instant at = 0;
    LotState to = LotState::active;
    std::int32_t lot = 0;
    bool operator<(const Turn& other) const;  // for a heap whose top is the earliest
  };

  std::int32_t member(const std::string& name);
  // Who somebody is after all merges so far.
  std::int32_t now(std::int32_t member) const;
  std::size_t order(const std::string& name);
  Lot& lot_at(std::int32_t lot) { return ledger_.lots[static_cast<std::size_t>(lot)]; }
  MemberState& state_of(std::int32_t member) { return members_[static_cast<std::size_t>(member)]; }
  Amounts& amounts_of(std::int32_t member) {
    return ledger_.amounts[static_cast<std::size_t>(member)];
  }

  void open(EntryKind kind, Instant at, std::int32_t member, const std::string& source);
  void post(std::int32_t lot, std::int32_t origin, Account from, Account to, std::int64_t points);
  // Pays debt with what has become usable, and drops an entry in which nothing moved.
  void close();

  void earn(const LedgerEvent& event);
  void release(const LedgerEvent& event);
  void spend(const LedgerEvent& event);
  void unspend(const LedgerEvent& event);
  void refund(const LedgerEvent& event);
  void reopen(const LedgerEvent& event);
  void merge(const LedgerEvent& event);

  void await(const Turn& turn);
  void turn(const Turn& turn);
  void activate(std::int32_t lot, EntryKind kind, Instant at, const std::string& source);
  // What is usable or waiting goes out of a lot, and comes back into it.
  void take(std::int32_t lot, std::int32_t origin, Account to, std::int64_t points);
  void give_back(std::int32_t lot, std::int32_t origin, Account from, std::int64_t points);
  // Points that come back pay first what a refund of their own order could not get hold of.
  std::int64_t settle_own(std::int32_t lot, Account where, std::int64_t points);
  // Takes back what an order's lots of one member earned too much for what is left of it.
  void reduce(std::size_t order, std::int32_t member, Instant at);
  void collect(std::size_t order, std::int32_t lot, std::int64_t points);
  // Undoes takings for the sake of a lot, the last ones first.
  void restore(std::size_t order, std::int32_t lot, std::int64_t points);
  void pay_debts();
  void make_usable(std::int32_t lot);
  void make_unusable(std::int32_t lot);
  // Whoever holds lots of an order, each once, in the order of the lots.
  std::vector<std::int32_t> holders(const OrderState& order) const;

  const LedgerPolicy& policy_;
  Ledger ledger_;
  Entry entry_;                   // the one that is open
  std::int64_t issued_ = 0;       // to all
  std::int64_t uncollected_ = 0;  // of the refund that is being applied
  Names member_names_;
  Names order_names_;
  Names spend_names_;
  std::vector<std::vector<Piece>> spends_;  // what is still spent, in order of use
  std::vector<OrderState> orders_;
  std::vector<std::size_t> order_of_lot_;  // place in orders_
  std::vector<MemberState> members_;
  std::vector<Turn> turns_;  // a heap
};

}  // namespace regulars
