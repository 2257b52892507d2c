// What orders give back and get again: the part of the replay that takes points for their sake.
#include <algorithm>

#include "core/loyalty/replay.h"

namespace regulars {
namespace {

// What the lot would have earned for the rest of its order.
std::int64_t points_kept(const Lot& lot, std::int64_t net) {
  const EarnRate rate = lot.net > 0 ? EarnRate{.points = lot.original, .per = lot.net} : lot.rate;
  if (lot.net > 0 && net >= lot.net) return lot.original;
  return std::min(lot.original, points_for(net, rate));
}

}  // namespace

std::vector<std::int32_t> Replay::holders(const OrderState& order) const {
  std::vector<std::int32_t> members;
  for (const std::int32_t lot : order.lots) {
    const std::int32_t member = ledger_.lots[static_cast<std::size_t>(lot)].member;
    if (std::find(members.begin(), members.end(), member) == members.end())
      members.push_back(member);
  }
  return members;
}

void Replay::refund(const LedgerEvent& event) {
  const std::size_t index = order(event.target);
  orders_[index].net = event.net.value_or(0);
  orders_[index].refund = event.source;
  if (orders_[index].lots.empty()) note(NoteCode::unknown_order, event.at, event.source);
  for (const std::int32_t member : holders(orders_[index])) reduce(index, member, event.at);
}

void Replay::reduce(std::size_t index, std::int32_t member, Instant at) {
  OrderState& order = orders_[index];
  open(EntryKind::refund, at, member, order.refund);
  uncollected_ = 0;
  std::vector<Piece> missing;
  for (const std::int32_t own : order.lots) {
    Lot& lot = lot_at(own);
    if (lot.member != member) continue;
    std::int64_t points = lot.original - points_kept(lot, *order.net) - lot.reversed;
    if (points <= 0) continue;
    lot.reversed += points;
    const auto taken = [&](std::int64_t some) {
      order.takings.push_back({own, Means::lot, own, some});
      points -= some;
    };
    const bool takes =
        lot.state == LotState::pending || policy_.returns != ReturnPolicy::only_pending;
    if (const std::int64_t some = std::min(points, lot.remaining); takes && some > 0) {
      take(own, own, Account::revoked, some);
      taken(some);
    }
    if (const std::int64_t some = std::min(points, lot.expired); some > 0) {
      lot.expired -= some;
      post(own, own, Account::expired, Account::revoked, some);
      taken(some);
    }
    if (points > 0) missing.push_back({own, points});
  }
  for (const Piece& piece : missing) collect(index, piece.lot, piece.points);
  const std::string source = order.refund;
  close();
  if (uncollected_ > 0) note(NoteCode::uncollected, at, source, uncollected_);
}

void Replay::collect(std::size_t index, std::int32_t lot, std::int64_t points) {
  auto& takings = orders_[index].takings;
  MemberState& state = state_of(lot_at(lot).member);
  while (points > 0 && !state.usable.empty() && policy_.returns != ReturnPolicy::only_pending) {
    const std::int32_t other = state.usable.front();
    const std::int64_t some = std::min(points, lot_at(other).remaining);
    take(other, lot, Account::revoked, some);
    takings.push_back({lot, Means::lot, other, some});
    points -= some;
  }
  if (points == 0) return;
  if (policy_.returns == ReturnPolicy::unlimited) {
    post(lot, lot, Account::debt, Account::revoked, points);
    state.debts.push_back({index, takings.size()});
    takings.push_back({lot, Means::debt, lot, points});
  } else {
    takings.push_back({lot, Means::uncollected, lot, points});
    uncollected_ += points;
  }
}

void Replay::reopen(const LedgerEvent& event) {
  const std::size_t index = order(event.target);
  orders_[index].net = event.net;
  orders_[index].refund = event.source;
  if (orders_[index].lots.empty()) note(NoteCode::unknown_order, event.at, event.source);
  for (const std::int32_t member : holders(orders_[index])) {
    open(EntryKind::reopen, event.at, member, event.source);
    for (const std::int32_t own : orders_[index].lots) {
      Lot& lot = lot_at(own);
      if (lot.member != member) continue;
      const std::int64_t kept = event.net ? points_kept(lot, *event.net) : lot.original;
      const std::int64_t points = lot.reversed - (lot.original - kept);
      if (points <= 0) continue;
      lot.reversed -= points;
      restore(index, own, points);
    }
    close();
  }
}

void Replay::restore(std::size_t index, std::int32_t lot, std::int64_t points) {
  auto& takings = orders_[index].takings;
  const std::size_t known = takings.size();
  const auto some_of = [&](Taking& taking) {
    const std::int64_t some = std::min(points, taking.points);
    taking.points -= some;
    points -= some;
    return some;
  };
  for (std::size_t i = known; i-- > 0;) {
    Taking& taking = takings[i];
    if (taking.origin != lot || taking.means == Means::lot) continue;
    const std::int64_t some = some_of(taking);
    if (taking.means == Means::debt) post(lot, lot, Account::revoked, Account::debt, some);
  }
  for (std::size_t i = known; i-- > 0;) {
    if (takings[i].origin != lot || takings[i].means != Means::lot) continue;
    const std::int32_t from = takings[i].lot;
    const std::int64_t some = some_of(takings[i]);
    if (some > 0) give_back(from, lot, Account::revoked, some);
  }
}

std::int64_t Replay::settle_own(std::int32_t lot, Account where, std::int64_t points) {
  const std::size_t order = order_of_lot_[static_cast<std::size_t>(lot)];
  std::int64_t settled = 0;
  const std::size_t known = orders_[order].takings.size();
  for (std::size_t i = 0; i < known && settled < points; ++i) {
    Taking& taking = orders_[order].takings[i];
    if (taking.origin != lot || taking.means == Means::lot) continue;
    const bool is_debt = taking.means == Means::debt;
    if (!is_debt && policy_.returns == ReturnPolicy::only_pending) continue;
    const std::int64_t paid = std::min(points - settled, taking.points);
    if (paid == 0) continue;
    taking.points -= paid;
    settled += paid;
    post(lot, lot, where, is_debt ? Account::debt : Account::revoked, paid);
    orders_[order].takings.push_back({lot, Means::lot, lot, paid});
  }
  return settled;
}

void Replay::pay_debts() {
  auto& debts = state_of(entry_.member).debts;
  const auto& usable = state_of(entry_.member).usable;
  while (!debts.empty() && !usable.empty()) {
    const Claim claim = debts.front();
    auto& takings = orders_[claim.order].takings;
    const std::int32_t lot = usable.front();
    const std::int32_t origin = takings[claim.taking].origin;
    const std::int64_t paid = std::min(takings[claim.taking].points, lot_at(lot).remaining);
    takings[claim.taking].points -= paid;
    if (takings[claim.taking].points == 0) debts.erase(debts.begin());
    if (paid == 0) continue;
    takings.push_back({origin, Means::lot, lot, paid});
    take(lot, origin, Account::debt, paid);
  }
}

}  // namespace regulars
