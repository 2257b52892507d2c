#include "core/loyalty/invariants.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace regulars {
namespace {

constexpr std::int32_t kNobody = -1;

std::size_t place(Account account) { return static_cast<std::size_t>(account); }
std::size_t place(std::int32_t index) { return static_cast<std::size_t>(index); }

bool is_zero(const Amounts& amounts) {
  return std::all_of(amounts.begin(), amounts.end(),
                     [](std::int64_t points) { return points == 0; });
}

// Adds up a journal from nothing, without the state of whoever wrote it.
class Auditor {
 public:
  explicit Auditor(const Ledger& ledger)
      : ledger_(ledger),
        amounts_(ledger.members.size()),
        lots_(ledger.lots.size()),
        held_(ledger.members.size()) {}

  std::optional<Breach> run() {
    std::size_t next = 0;
    const auto& rows = ledger_.allocations;
    for (std::size_t i = 0; i < ledger_.entries.size(); ++i) {
      const std::size_t from = next;
      while (next < rows.size() && place(rows[next].entry) == i) ++next;
      const auto broken = check(i, std::span(rows).subspan(from, next - from));
      if (broken) return Breach{*broken, i};
    }
    if (next != rows.size()) return Breach{Invariant::postings_match, ledger_.entries.size()};
    if (!ends_alike()) return Breach{Invariant::same_end, ledger_.entries.size()};
    return {};
  }

 private:
  // A lot as its postings make it.
  struct Seen {
    std::int32_t holder = kNobody;
    std::int64_t issued = 0;
    std::int64_t pending = 0;
    std::int64_t active = 0;
    std::int64_t expired = 0;
    std::int64_t revoked = 0;  // for its sake, be it of other lots
  };

  std::optional<Invariant> check(std::size_t index, std::span<const Allocation> rows) {
    const Entry& entry = ledger_.entries[index];
    if (std::accumulate(entry.change.begin(), entry.change.end(), std::int64_t{0}) != 0)
      return Invariant::sums_to_zero;
    if (index > 0 && entry.at < ledger_.entries[index - 1].at) return Invariant::in_order;
    if (entry.at > ledger_.as_of) return Invariant::in_order;
    if (entry.kind == EntryKind::move_in) change_hands(index);
    Amounts& amounts = amounts_[place(entry.member)];
    for (std::size_t i = 0; i < kAccounts; ++i) amounts[i] += entry.change[i];

    Amounts posted{};
    for (const Allocation& row : rows) {
      if (const auto broken = add(entry, row)) return broken;
      posted[place(row.from)] -= row.points;
      posted[place(row.to)] += row.points;
    }
    if (!accounted_for(index, posted)) return Invariant::postings_match;
    const Balances now = balances_of(amounts);
    if (std::min({now.pending, now.active, now.debt, now.issued, now.redeemed, now.expired,
                  now.revoked}) < 0)
      return Invariant::no_negative;
    if (now.debt > 0 && now.active > 0) return Invariant::debt_is_last;
    if (entry.kind == EntryKind::spend && !names_lots(entry, rows))
      return Invariant::spend_allocated;
    if (entry.kind == EntryKind::refund && !spares_the_expired(rows))
      return Invariant::expired_first;
    // After the first half of a merge the lots are on their way.
    if (entry.kind == EntryKind::move_out) return {};
    return check_lots(entry.member, now);
  }

  std::optional<Invariant> add(const Entry& entry, const Allocation& row) {
    if (row.points <= 0) return Invariant::postings_match;
    const Lot& lot = ledger_.lots[place(row.lot)];
    Seen& seen = lots_[place(row.lot)];
    Seen& origin = lots_[place(row.origin)];
    if (row.from == Account::issued) {
      if (seen.holder == kNobody) held_[place(entry.member)].push_back(row.lot);
      seen.holder = entry.member;
      seen.issued += row.points;
    }
    // Debt is nobody's lot.
    const bool of_lot =
        row.from != Account::debt && !(row.from == Account::revoked && row.to == Account::debt);
    if (of_lot && (row.from == Account::pending || row.to == Account::pending))
      seen.pending += row.to == Account::pending ? row.points : -row.points;
    if (of_lot && (row.from == Account::active || row.to == Account::active))
      seen.active += row.to == Account::active ? row.points : -row.points;
    if (row.to == Account::expired) seen.expired += row.points;
    if (row.from == Account::expired) seen.expired -= row.points;
    if (row.to == Account::revoked) origin.revoked += row.points;
    if (row.from == Account::revoked) origin.revoked -= row.points;

    const bool lapses = entry.kind == EntryKind::expire;
    const bool is_over = entry.at >= lot.expires_at;
    const bool uses = row.from == Account::active || row.to == Account::active;
    if (uses && !lapses && (is_over || entry.at < lot.activates_at))
      return Invariant::within_lifetime;
    if (row.to == Account::expired && !is_over) return Invariant::within_lifetime;
    if (row.to == Account::pending && entry.kind != EntryKind::earn && is_over)
      return Invariant::within_lifetime;
    return {};
  }

  // What a merge brings in is what it took away, and what it pays of debts besides.
  bool accounted_for(std::size_t index, Amounts posted) const {
    const Entry& entry = ledger_.entries[index];
    if (entry.kind == EntryKind::move_out)
      return is_zero(posted) && index + 1 < ledger_.entries.size() &&
             ledger_.entries[index + 1].kind == EntryKind::move_in &&
             is_zero(amounts_[place(entry.member)]);
    if (entry.kind == EntryKind::move_in) {
      if (index == 0 || ledger_.entries[index - 1].kind != EntryKind::move_out) return false;
      for (std::size_t i = 0; i < kAccounts; ++i) posted[i] -= ledger_.entries[index - 1].change[i];
    }
    return posted == entry.change;
  }

  static bool names_lots(const Entry& entry, std::span<const Allocation> rows) {
    std::int64_t named = 0;
    for (const Allocation& row : rows) {
      if (row.from != Account::active || row.to != Account::redeemed) return false;
      named += row.points;
    }
    return named == entry.change[place(Account::redeemed)];
  }

  bool spares_the_expired(std::span<const Allocation> rows) const {
    return std::none_of(rows.begin(), rows.end(), [&](const Allocation& row) {
      const bool of_others = row.lot != row.origin || row.from == Account::debt;
      return row.to == Account::revoked && of_others && lots_[place(row.origin)].expired > 0;
    });
  }

  void change_hands(std::size_t index) {
    if (index == 0) return;
    const std::int32_t to = ledger_.entries[index].member;
    const auto moved = std::move(held_[place(ledger_.entries[index - 1].member)]);
    held_[place(ledger_.entries[index - 1].member)].clear();
    for (const std::int32_t lot : moved) {
      lots_[place(lot)].holder = to;
      held_[place(to)].push_back(lot);
    }
  }

  std::optional<Invariant> check_lots(std::int32_t member, const Balances& now) const {
    std::int64_t pending = 0;
    std::int64_t active = 0;
    for (const std::int32_t lot : held_[place(member)]) {
      const Seen& seen = lots_[place(lot)];
      const std::int64_t left = seen.pending + seen.active;
      if (std::min({seen.pending, seen.active, seen.expired}) < 0 || left > seen.issued ||
          seen.issued != ledger_.lots[place(lot)].original)
        return Invariant::within_lot;
      if (seen.revoked < 0 || seen.revoked > seen.issued) return Invariant::reversed_at_most;
      pending += seen.pending;
      active += seen.active;
    }
    if (pending != now.pending || active != now.active) return Invariant::lots_match;
    return {};
  }

  bool ends_alike() const {
    for (std::size_t i = 0; i < lots_.size(); ++i) {
      const Lot& lot = ledger_.lots[i];
      const Seen& seen = lots_[i];
      const bool waits = lot.state == LotState::pending;
      if (seen.pending != (waits ? lot.remaining : 0)) return false;
      if (seen.active != (waits ? 0 : lot.remaining)) return false;
      if (seen.expired != lot.expired || seen.revoked > lot.reversed) return false;
      if (lot.reversed < 0 || lot.reversed > lot.original) return false;
      if (seen.holder != kNobody && seen.holder != lot.member) return false;
      if (lot.remaining > 0 && ledger_.as_of >= lot.expires_at) return false;
    }
    return amounts_ == ledger_.amounts;
  }

  const Ledger& ledger_;
  std::vector<Amounts> amounts_;
  std::vector<Seen> lots_;
  std::vector<std::vector<std::int32_t>> held_;  // lots by member
};

}  // namespace

std::optional<Breach> find_breach(const Ledger& ledger) { return Auditor(ledger).run(); }

}  // namespace regulars
