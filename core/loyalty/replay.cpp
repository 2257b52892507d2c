#include "core/loyalty/replay.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <tuple>

namespace regulars {
namespace {

constexpr std::int64_t kMostIssued = std::int64_t{1} << 62;  // to all: no balance can overflow

std::size_t place(Account account) { return static_cast<std::size_t>(account); }
std::size_t place(std::int32_t index) { return static_cast<std::size_t>(index); }

Account account_of(LotState state) {
  switch (state) {
    case LotState::pending:
      return Account::pending;
    case LotState::active:
      return Account::active;
    case LotState::expired:
      break;
  }
  return Account::expired;
}

}  // namespace

bool Replay::Turn::operator<(const Turn& other) const {
  const auto rank = [](const Turn& turn) {
    return std::tuple(turn.at, turn.to == LotState::expired ? 0 : 1, turn.lot);
  };
  return rank(other) < rank(*this);
}

std::int32_t Replay::member(const std::string& name) {
  const std::int32_t id = member_names_.id_of(name);
  if (place(id) == ledger_.members.size()) {
    ledger_.members.push_back(name);
    ledger_.merged_into.push_back(id);
    ledger_.amounts.emplace_back();
    members_.emplace_back();
  }
  return now(id);
}

std::int32_t Replay::now(std::int32_t member) const {
  while (ledger_.merged_into[place(member)] != member) member = ledger_.merged_into[place(member)];
  return member;
}

std::int64_t Replay::usable(std::string_view member) const {
  const std::int32_t id = member_names_.find(member);
  return id < 0 ? 0 : ledger_.amounts[place(now(id))][place(Account::active)];
}

std::size_t Replay::order(const std::string& name) {
  const std::size_t id = place(order_names_.id_of(name));
  if (id == orders_.size()) orders_.emplace_back();
  return id;
}

void Replay::note(NoteCode code, Instant at, const std::string& source, std::int64_t points) {
  ledger_.notes.push_back({at, code, source, points});
}

void Replay::open(EntryKind kind, Instant at, std::int32_t member, const std::string& source) {
  entry_ = {at, kind, member, source, {}};
}

void Replay::post(std::int32_t lot, std::int32_t origin, Account from, Account to,
                  std::int64_t points) {
  if (points == 0) return;
  ledger_.allocations.push_back(
      {static_cast<std::int32_t>(ledger_.entries.size()), lot, origin, from, to, points});
  Amounts& amounts = amounts_of(entry_.member);
  entry_.change[place(from)] -= points;
  entry_.change[place(to)] += points;
  amounts[place(from)] -= points;
  amounts[place(to)] += points;
}

void Replay::close() {
  pay_debts();
  const bool moved = std::any_of(entry_.change.begin(), entry_.change.end(),
                                 [](std::int64_t points) { return points != 0; });
  const auto here = static_cast<std::int32_t>(ledger_.entries.size());
  const bool posted = !ledger_.allocations.empty() && ledger_.allocations.back().entry == here;
  if (moved || posted) ledger_.entries.push_back(std::move(entry_));
}

void Replay::make_usable(std::int32_t lot) {
  auto& usable = state_of(lot_at(lot).member).usable;
  // Lots are numbered in the order of earning, so that of two which lapse together the older one is
  // spent first.
  const auto sooner = [this](std::int32_t a, std::int32_t b) {
    return std::pair(lot_at(a).expires_at, a) < std::pair(lot_at(b).expires_at, b);
  };
  const auto at = std::lower_bound(usable.begin(), usable.end(), lot, sooner);
  if (at == usable.end() || *at != lot) usable.insert(at, lot);
}

void Replay::make_unusable(std::int32_t lot) {
  auto& usable = state_of(lot_at(lot).member).usable;
  const auto at = std::find(usable.begin(), usable.end(), lot);
  if (at != usable.end()) usable.erase(at);
}

void Replay::take(std::int32_t index, std::int32_t origin, Account to, std::int64_t points) {
  Lot& lot = lot_at(index);
  assert(points <= lot.remaining);
  lot.remaining -= points;
  post(index, origin, account_of(lot.state), to, points);
  if (lot.remaining == 0) make_unusable(index);
}

void Replay::give_back(std::int32_t index, std::int32_t origin, Account from, std::int64_t points) {
  const Account where = account_of(lot_at(index).state);
  post(index, origin, from, where, points);
  const std::int64_t left = points - settle_own(index, where, points);
  Lot& lot = lot_at(index);
  if (lot.state == LotState::expired)
    lot.expired += left;
  else
    lot.remaining += left;
  if (lot.state == LotState::active && lot.remaining > 0) make_usable(index);
}

void Replay::apply(const LedgerEvent& event) {
  advance(event.at);
  switch (event.kind) {
    case LedgerEventKind::earn:
      return earn(event);
    case LedgerEventKind::release:
      return release(event);
    case LedgerEventKind::spend:
      return spend(event);
    case LedgerEventKind::unspend:
      return unspend(event);
    case LedgerEventKind::refund:
      return refund(event);
    case LedgerEventKind::reopen:
      return reopen(event);
    case LedgerEventKind::merge:
      return merge(event);
  }
}

void Replay::advance(Instant to) {
  while (!turns_.empty() && turns_.front().at <= to) {
    std::pop_heap(turns_.begin(), turns_.end());
    const Turn next = turns_.back();
    turns_.pop_back();
    turn(next);
  }
}

void Replay::await(const Turn& turn) {
  turns_.push_back(turn);
  std::push_heap(turns_.begin(), turns_.end());
}

void Replay::turn(const Turn& turn) {
  Lot& lot = lot_at(turn.lot);
  if (turn.to == LotState::active) {
    if (lot.state == LotState::pending)
      activate(turn.lot, EntryKind::activate, turn.at, lot.source);
    return;
  }
  const std::int64_t lapsed = lot.remaining;
  // A lot may be over before it is earned.
  open(EntryKind::expire, std::max(turn.at, lot.earned_at), lot.member, lot.source);
  if (lapsed > 0) take(turn.lot, turn.lot, Account::expired, lapsed);
  lot.state = LotState::expired;
  lot.expired += lapsed;
  close();
}

void Replay::activate(std::int32_t index, EntryKind kind, Instant at, const std::string& source) {
  Lot& lot = lot_at(index);
  open(kind, at, lot.member, source);
  lot.state = LotState::active;
  post(index, index, Account::pending, Account::active, lot.remaining);
  if (lot.remaining > 0) make_usable(index);
  close();
}

void Replay::earn(const LedgerEvent& event) {
  const EarnRate& rate = rate_at(policy_, event.at);
  assert(event.points || event.net);
  const std::int64_t points = event.points ? *event.points : points_for(*event.net, rate);
  assert(points >= 0 && points <= kMostPoints);
  if (points > kMostIssued - issued_) return note(NoteCode::too_many, event.at, event.source);
  issued_ += points;

  const std::int32_t who = member(event.member);
  const auto index = static_cast<std::int32_t>(ledger_.lots.size());
  const std::string& order_name = event.target.empty() ? event.source : event.target;
  const std::size_t for_order = order(order_name);
  Lot lot{.member = who,
          .source = event.source,
          .order = order_name,
          .rule = event.rule,
          .earned_at = event.at,
          .activates_at = event.activates.value_or(end_of(policy_.pending, event.at, policy_.zone)),
          .expires_at = event.expires.value_or(
              end_of(policy_.expiry, std::max(event.at, policy_.expiry_since), policy_.zone)),
          .state = LotState::pending,
          .original = points,
          .remaining = points,
          .expired = 0,
          .reversed = 0,
          .rate = rate,
          .net = event.points ? event.net.value_or(0) : 0};
  if (lot.activates_at <= event.at && event.at < lot.expires_at) lot.state = LotState::active;
  if (lot.state == LotState::pending && lot.activates_at < lot.expires_at)
    await({lot.activates_at, LotState::active, index});
  if (lot.expires_at != kNever) await({lot.expires_at, LotState::expired, index});
  const LotState state = lot.state;
  ledger_.lots.push_back(std::move(lot));
  order_of_lot_.push_back(for_order);
  orders_[for_order].lots.push_back(index);
  state_of(who).lots.push_back(index);

  open(EntryKind::earn, event.at, who, event.source);
  post(index, index, Account::issued, account_of(state), points);
  if (state == LotState::active && points > 0) make_usable(index);
  close();
  advance(event.at);
  if (orders_[for_order].net) reduce(for_order, who, event.at);
}

void Replay::release(const LedgerEvent& event) {
  const std::size_t known = order(event.target);
  if (orders_[known].lots.empty()) return note(NoteCode::unknown_order, event.at, event.source);
  for (const std::int32_t index : orders_[known].lots) {
    if (lot_at(index).state != LotState::pending) continue;
    lot_at(index).activates_at = event.at;
    activate(index, EntryKind::release, event.at, event.source);
  }
}

void Replay::spend(const LedgerEvent& event) {
  assert(event.points && *event.points >= 0);
  const std::int32_t who = member(event.member);
  std::int64_t points = *event.points;
  if (amounts_of(who)[place(Account::active)] < points)
    return note(NoteCode::insufficient, event.at, event.source);
  const std::size_t id = place(spend_names_.id_of(event.source));
  if (id == spends_.size()) spends_.emplace_back();
  std::vector<Piece>& pieces = spends_[id];
  open(EntryKind::spend, event.at, who, event.source);
  while (points > 0) {
    const std::int32_t lot = state_of(who).usable.front();
    const std::int64_t taken = std::min(points, lot_at(lot).remaining);
    take(lot, lot, Account::redeemed, taken);
    pieces.push_back({lot, taken});
    points -= taken;
  }
  close();
}

void Replay::unspend(const LedgerEvent& event) {
  const std::int32_t id = spend_names_.find(event.target);
  if (id < 0) return note(NoteCode::unknown_spend, event.at, event.source);
  std::vector<Piece>& pieces = spends_[place(id)];
  std::int64_t wanted = event.points.value_or(kMostPoints);
  if (!pieces.empty()) {
    open(EntryKind::unspend, event.at, lot_at(pieces.back().lot).member, event.source);
    while (wanted > 0 && !pieces.empty()) {
      Piece& last = pieces.back();
      const std::int64_t returned = std::min(wanted, last.points);
      give_back(last.lot, last.lot, Account::redeemed, returned);
      last.points -= returned;
      wanted -= returned;
      if (last.points == 0) pieces.pop_back();
    }
    close();
  }
  if (event.points && wanted > 0) note(NoteCode::over_returned, event.at, event.source, wanted);
}

void Replay::merge(const LedgerEvent& event) {
  const std::int32_t to = member(event.target);
  const std::int32_t from = member(event.member);
  if (from == to) return;
  const Amounts moved = amounts_of(from);
  open(EntryKind::move_out, event.at, from, event.source);
  for (std::size_t i = 0; i < kAccounts; ++i) entry_.change[i] = -moved[i];
  amounts_of(from) = {};
  MemberState left = std::move(state_of(from));
  state_of(from) = {};
  close();

  ledger_.merged_into[place(from)] = to;
  for (const std::int32_t lot : left.lots) {
    lot_at(lot).member = to;
    state_of(to).lots.push_back(lot);
  }
  open(EntryKind::move_in, event.at, to, event.source);
  for (std::size_t i = 0; i < kAccounts; ++i) {
    entry_.change[i] = moved[i];
    amounts_of(to)[i] += moved[i];
  }
  for (const std::int32_t lot : left.usable) make_usable(lot);
  auto& debts = state_of(to).debts;
  for (const Claim& claim : left.debts) debts.push_back(claim);
  close();
}

const Ledger& Replay::conclude(Instant as_of) {
  advance(as_of);
  ledger_.as_of = as_of;
  for (std::int32_t& member : ledger_.merged_into) member = now(member);
  return ledger_;
}

Ledger Replay::finish(Instant as_of) {
  conclude(as_of);
  return std::move(ledger_);
}

void Replay::restart() {
  ledger_.as_of = 0;
  ledger_.members.clear();
  ledger_.merged_into.clear();
  ledger_.amounts.clear();
  ledger_.lots.clear();
  ledger_.entries.clear();
  ledger_.allocations.clear();
  ledger_.notes.clear();
  issued_ = 0;
  uncollected_ = 0;
  member_names_.clear();
  order_names_.clear();
  spend_names_.clear();
  spends_.clear();
  orders_.clear();
  order_of_lot_.clear();
  members_.clear();
  turns_.clear();
}

}  // namespace regulars
