#include "core/loyalty/ledger.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <tuple>

#include "core/loyalty/amounts.h"
#include "core/loyalty/replay.h"

namespace regulars {
namespace {

std::string_view word_of(LedgerEventKind kind) {
  return kLedgerEventWords[static_cast<std::size_t>(kind)];
}

// All that two exports of one event agree on; its line differs from file to file.
auto body_of(const LedgerEvent& event) {
  return std::tie(event.kind, event.key, event.rule, event.target, event.points, event.net,
                  event.activates, event.expires);
}

bool comes_before(const LedgerEvent* a, const LedgerEvent* b) {
  const auto place = [](const LedgerEvent& e) { return std::tie(e.at, e.source, e.line); };
  if (place(*a) != place(*b)) return place(*a) < place(*b);
  if (body_of(*a) != body_of(*b)) return body_of(*a) < body_of(*b);
  return a->member < b->member;
}

using Ordered = std::vector<const LedgerEvent*>;

// What an event needs to have happened before it, as a kind and a name.
std::optional<std::pair<LedgerEventKind, std::string_view>> cause_of(const LedgerEvent& event) {
  switch (event.kind) {
    case LedgerEventKind::release:
    case LedgerEventKind::refund:
    case LedgerEventKind::reopen:
      return std::pair(LedgerEventKind::earn, std::string_view(event.target));
    case LedgerEventKind::unspend:
      return std::pair(LedgerEventKind::spend, std::string_view(event.target));
    default:
      return {};
  }
}

std::string_view name_of(const LedgerEvent& event) {
  const bool earns_for = event.kind == LedgerEventKind::earn && !event.target.empty();
  return earns_for ? event.target : event.source;
}

// Moves the events of one instant whose causes come later in it behind all others.
void let_causes_come_first(Ordered::iterator from, Ordered::iterator to) {
  if (to - from < 2) return;
  std::map<std::pair<LedgerEventKind, std::string_view>, std::ptrdiff_t> last;
  for (auto at = from; at != to; ++at) last[{(*at)->kind, name_of(**at)}] = at - from;
  std::vector<const LedgerEvent*> now;
  std::vector<const LedgerEvent*> later;
  for (auto at = from; at != to; ++at) {
    const auto cause = cause_of(**at);
    const auto found = cause ? last.find(*cause) : last.end();
    (found != last.end() && found->second > at - from ? later : now).push_back(*at);
  }
  std::copy(later.begin(), later.end(), std::copy(now.begin(), now.end(), from));
}

Ordered ordered(std::span<const LedgerEvent> events, Instant as_of) {
  Ordered result;
  for (const LedgerEvent& event : events)
    if (event.at <= as_of) result.push_back(&event);
  std::sort(result.begin(), result.end(), comes_before);
  for (auto from = result.begin(); from != result.end();) {
    const auto to = std::find_if(from, result.end(),
                                 [&](const LedgerEvent* e) { return e->at != (*from)->at; });
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
      const std::string_view from = now(event->member);
      const std::string_view to = now(event->target);
      if (from != to) into_[from] = to;
    }
  }
  std::string_view now(std::string_view member) const {
    for (auto at = into_.find(member); at != into_.end(); at = into_.find(member))
      member = at->second;
    return member;
  }

 private:
  std::map<std::string_view, std::string_view> into_;
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
  std::string key(word_of(event.kind));
  key += ':' + event.source;
  if (!event.rule.empty()) key += ':' + event.rule;
  return key;
}

Ledger derive_ledger(std::span<const LedgerEvent> events, const LedgerPolicy& policy,
                     Instant as_of) {
  const Ordered order = ordered(events, as_of);
  const People people(order);
  Replay replay(policy);
  std::map<std::string, const LedgerEvent*> known;
  std::set<std::string> conflicts;
  for (const LedgerEvent* event : order) {
    const std::string key = key_of(*event);
    const auto [first, is_new] = known.try_emplace(key, event);
    if (is_new) {
      replay.apply(*event);
      continue;
    }
    const LedgerEvent& before = *first->second;
    const bool same = before.at == event->at && before.source == event->source &&
                      body_of(before) == body_of(*event) &&
                      people.now(before.member) == people.now(event->member);
    if (!same && conflicts.insert(key).second) replay.note(NoteCode::conflict, event->at, key);
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
