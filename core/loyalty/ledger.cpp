#include "core/loyalty/ledger.h"

#include <algorithm>
#include <cassert>

#include "core/base/names.h"
#include "core/loyalty/amounts.h"
#include "core/loyalty/replay.h"

namespace regulars {
namespace {

template <class Value>
int sign_of(const Value& a, const Value& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

// What all exports of an event agree on, but for its member; its line differs from file to file.
int compare_bodies(const LedgerEvent& a, const LedgerEvent& b) {
  if (a.kind != b.kind) return sign_of(a.kind, b.kind);
  for (const auto field : {&LedgerEvent::key, &LedgerEvent::rule, &LedgerEvent::target})
    if (const int order = (a.*field).compare(b.*field); order != 0) return order;
  // Instants and amounts are numbers of one type: the empty one comes first.
  for (const auto field :
       {&LedgerEvent::points, &LedgerEvent::net, &LedgerEvent::activates, &LedgerEvent::expires})
    if (const int order = sign_of(a.*field, b.*field); order != 0) return order;
  return 0;
}

bool comes_before(const LedgerEvent* a, const LedgerEvent* b) {
  if (a->at != b->at) return a->at < b->at;
  if (const int order = a->source.compare(b->source); order != 0) return order < 0;
  if (a->line != b->line) return a->line < b->line;
  if (const int order = compare_bodies(*a, *b); order != 0) return order < 0;
  return a->member < b->member;
}

using Ordered = std::vector<const LedgerEvent*>;

// What others may wait for: earnings by their order, redemptions by their own id.
const std::string* cause_name(const LedgerEvent& event) {
  if (event.kind == LedgerEventKind::spend) return &event.source;
  if (event.kind != LedgerEventKind::earn) return nullptr;
  return event.target.empty() ? &event.source : &event.target;
}

bool waits_for(const LedgerEvent& event, LedgerEventKind cause) {
  switch (event.kind) {
    case LedgerEventKind::release:
    case LedgerEventKind::refund:
    case LedgerEventKind::reopen:
      return cause == LedgerEventKind::earn;
    case LedgerEventKind::unspend:
      return cause == LedgerEventKind::spend;
    default:
      return false;
  }
}

// Moves the events of one instant whose causes come later in it behind all others.
void let_causes_come_first(Ordered::iterator from, Ordered::iterator to) {
  if (to - from < 2) return;
  constexpr std::size_t kinds = 2;  // earn and spend
  const auto slot = [](std::int32_t name, LedgerEventKind kind) {
    return static_cast<std::size_t>(name) * kinds + (kind == LedgerEventKind::earn ? 0 : 1);
  };
  Names names;
  std::vector<std::ptrdiff_t> last;  // place of the last cause of a name and kind
  for (auto at = from; at != to; ++at) {
    const std::string* name = cause_name(**at);
    if (name == nullptr) continue;
    const std::size_t here = slot(names.id_of(*name), (*at)->kind);
    if (here >= last.size()) last.resize((here / kinds + 1) * kinds, -1);
    last[here] = at - from;
  }
  Ordered now;
  Ordered later;
  for (auto at = from; at != to; ++at) {
    bool waits = false;
    for (const auto kind : {LedgerEventKind::earn, LedgerEventKind::spend}) {
      if (!waits_for(**at, kind)) continue;
      const std::int32_t name = names.find((*at)->target);
      waits = name >= 0 && last[slot(name, kind)] > at - from;
    }
    (waits ? later : now).push_back(*at);
  }
  std::copy(later.begin(), later.end(), std::copy(now.begin(), now.end(), from));
}

Ordered ordered(std::span<const LedgerEvent> events, Instant as_of) {
  Ordered result;
  for (const LedgerEvent& event : events)
    if (event.at <= as_of) result.push_back(&event);
  std::sort(result.begin(), result.end(), comes_before);
  for (auto from = result.begin(); from != result.end();) {
    auto to = from;
    while (to != result.end() && (*to)->at == (*from)->at) ++to;
    let_causes_come_first(from, to);
    from = to;
  }
  return result;
}

// Who everybody is in the end: an export of later names the one who is left.
class People {
 public:
  explicit People(const Ordered& events) {
    for (const LedgerEvent* event : events) {
      if (event->kind != LedgerEventKind::merge) continue;
      const std::int32_t from = now(event->member);
      const std::int32_t to = now(event->target);
      into_[static_cast<std::size_t>(from)] = to;
    }
  }
  std::int32_t now(std::string_view member) {
    std::int32_t who = names_.id_of(member);
    if (names_.size() > static_cast<std::int32_t>(into_.size())) into_.push_back(who);
    for (;;) {
      const std::int32_t next = into_[static_cast<std::size_t>(who)];
      if (next == who) return who;
      who = next;
    }
  }

 private:
  Names names_;
  std::vector<std::int32_t> into_;
};

}  // namespace

Balances balances_of(const Amounts& amounts) {
  return {.pending = amounts[0],
          .active = amounts[1],
          .debt = -amounts[2],
          .issued = -amounts[3],
          .redeemed = amounts[4],
          .expired = amounts[5],
          .revoked = amounts[6]};
}

std::int64_t points_for(std::int64_t net, const EarnRate& rate) {
  return scaled(net, rate.points, rate.per, RoundingMode::down);
}

const EarnRate& rate_at(const LedgerPolicy& policy, Instant at) {
  assert(!policy.rates.empty());
  const EarnRate* found = &policy.rates.front();
  for (const EarnRate& rate : policy.rates)
    if (rate.since <= at) found = &rate;
  return *found;
}

std::string key_of(const LedgerEvent& event) {
  if (!event.key.empty()) return event.key;
  std::string key(kLedgerEventWords[static_cast<std::size_t>(event.kind)]);
  key += ':' + event.source;
  if (!event.rule.empty()) key += ':' + event.rule;
  return key;
}

Ledger derive_ledger(std::span<const LedgerEvent> events, const LedgerPolicy& policy,
                     Instant as_of) {
  const Ordered order = ordered(events, as_of);
  People people(order);
  Replay replay(policy);
  struct Known {
    const LedgerEvent* event = nullptr;
    bool is_disputed = false;
  };
  Names keys;
  std::vector<Known> known;
  for (const LedgerEvent* event : order) {
    const std::string key = key_of(*event);
    const auto place = static_cast<std::size_t>(keys.id_of(key));
    if (place == known.size()) {
      known.push_back({event, false});
      replay.apply(*event);
      continue;
    }
    Known& first = known[place];
    const LedgerEvent& before = *first.event;
    const bool same = before.at == event->at && before.source == event->source &&
                      compare_bodies(before, *event) == 0 &&
                      people.now(before.member) == people.now(event->member);
    if (!same && !first.is_disputed) replay.note(NoteCode::conflict, event->at, key);
    first.is_disputed = first.is_disputed || !same;
  }
  return replay.finish(as_of);
}

Balances balances_at(const Ledger& ledger, Instant at, std::optional<std::int32_t> member) {
  Amounts sum{};
  for (const Entry& entry : ledger.entries) {
    if (entry.at > at) break;
    if (member && *member != entry.member) continue;
    for (std::size_t i = 0; i < kAccounts; ++i) sum[i] += entry.change[i];
  }
  return balances_of(sum);
}

}  // namespace regulars
