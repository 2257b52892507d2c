#include "core/loyalty/tiers.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace regulars {
namespace {

constexpr Duration kToYearsEnd = {.amount = 0,
                                  .unit = DurationUnit::year,
                                  .edge = DurationEdge::end,
                                  .edge_of = DurationUnit::year};
constexpr Duration kToYearsStart = {.amount = 0,
                                    .unit = DurationUnit::second,
                                    .edge = DurationEdge::start,
                                    .edge_of = DurationUnit::year};

// What facts known by an instant add up to that count in [from, to).
std::int64_t sum(std::span<const TierFact> facts, Instant from, Instant to, Instant known) {
  std::int64_t amount = 0;
  for (const TierFact& fact : facts)
    if (fact.at <= known && fact.counts >= from && fact.counts < to) amount += fact.amount;
  return amount;
}

// When each fact leaves a rolling window; empty for any other.
std::vector<Instant> ends_of(std::span<const TierFact> facts, const TierPolicy& policy) {
  std::vector<Instant> ends;
  if (policy.window != TierWindow::rolling) return ends;
  ends.reserve(facts.size());
  for (const TierFact& fact : facts)
    ends.push_back(end_of(policy.length, fact.counts, policy.zone));
  return ends;
}

std::int64_t amount_of(std::span<const TierFact> facts, std::span<const Instant> ends,
                       const TierPolicy& policy, Instant at) {
  switch (policy.window) {
    case TierWindow::lifetime:
      return sum(facts, INT64_MIN, kNever, at);
    case TierWindow::calendar_year:
      return sum(facts, end_of(kToYearsStart, at, policy.zone),
                 end_of(kToYearsEnd, at, policy.zone), at);
    case TierWindow::rolling:
      break;
  }
  std::int64_t amount = 0;
  for (std::size_t i = 0; i < facts.size(); ++i)
    if (facts[i].at <= at && facts[i].counts <= at && ends[i] > at) amount += facts[i].amount;
  return amount;
}

class Walk {
 public:
  Walk(std::span<const TierFact> facts, const TierPolicy& policy, std::span<const Instant> ends)
      : facts_(facts),
        ends_(ends),
        policy_(policy),
        is_watched_(policy.review == TierReview::always) {}

  // Reviews that fall due up to an instant.
  void advance(Instant to) {
    while (tier_ > 0 && due() <= to) {
      const Instant at = due();
      const std::int64_t amount = reviewed_amount(at);
      if (amount >= threshold())
        keep(at);
      else if (grace_ends_)
        drop(at, amount);
      else
        begin_grace(at);
    }
  }

  // What is in the window may have changed.
  void look(Instant at) {
    const std::int64_t amount = amount_at(at);
    const std::size_t deserved = tier_for(policy_.tiers, amount);
    if (deserved > tier_) return enter(deserved, at, TierReason::reached);
    if (grace_ends_ && reviewed_amount(at) >= threshold()) return keep(at);
    const bool may_be_lost = is_watched_ && at >= term_ends_ && !grace_ends_;
    if (may_be_lost && amount < threshold()) begin_grace(at);
    advance(at);
  }

  TierHistory finish(Instant as_of) {
    TierStanding& standing = history_.standing;
    standing.tier = tier_;
    standing.since = since_;
    // A tier that is watched may be lost at any time once its term is over.
    standing.kept_until = tier_ == 0 ? kNever : grace_ends_.value_or(std::max(term_ends_, as_of));
    standing.is_in_grace = grace_ends_.has_value();
    standing.amount = amount_at(as_of);
    standing.to_keep = std::max<std::int64_t>(0, threshold() - standing.amount);
    if (tier_ + 1 < policy_.tiers.size())
      standing.to_next = policy_.tiers[tier_ + 1].threshold - standing.amount;
    return std::move(history_);
  }

 private:
  std::int64_t amount_at(Instant at) const { return amount_of(facts_, ends_, policy_, at); }
  std::int64_t threshold() const { return policy_.tiers[tier_].threshold; }

  Instant due() const {
    if (grace_ends_) return *grace_ends_;
    // A tier that is watched has no term after the first one.
    return is_watched_ && was_reviewed_ ? kNever : term_ends_;
  }

  std::int64_t reviewed_amount(Instant at) const {
    if (policy_.window != TierWindow::calendar_year || is_watched_) return amount_at(at);
    // The year that is over at the end of the term, and what grace adds to it.
    const Instant last = grace_ends_ ? grace_began_ - 1 : at - 1;
    return sum(facts_, end_of(kToYearsStart, last, policy_.zone), at == due() ? at : at + 1, at);
  }

  void keep(Instant at) {
    const Instant reviewed = grace_ends_ ? grace_began_ : at;
    grace_ends_.reset();
    was_reviewed_ = true;
    if (is_watched_) return;
    // Whoever deserved a tier in a year has it for the rest of the term that this year begins.
    const bool is_of_year = policy_.window == TierWindow::calendar_year;
    term_ends_ = end_of(policy_.term, is_of_year ? reviewed - 1 : at, policy_.zone);
    if (term_ends_ <= at) term_ends_ = end_of(policy_.term, at, policy_.zone);
    // A term that takes no time is a review at all times.
    if (term_ends_ <= at) is_watched_ = true;
  }

  void begin_grace(Instant at) {
    was_reviewed_ = true;
    grace_began_ = at;
    grace_ends_ = end_of(policy_.grace, at, policy_.zone);
  }

  void drop(Instant at, std::int64_t amount) {
    const std::size_t deserved = std::min(tier_ - 1, tier_for(policy_.tiers, amount));
    enter(policy_.downgrade == Downgrade::one_down ? tier_ - 1 : deserved, at, TierReason::lost);
  }

  void enter(std::size_t tier, Instant at, TierReason reason) {
    history_.changes.push_back({at, reason, tier_, tier});
    tier_ = tier;
    since_ = at;
    grace_ends_.reset();
    was_reviewed_ = false;
    term_ends_ = end_of(policy_.term, at, policy_.zone);
  }

  std::span<const TierFact> facts_;
  std::span<const Instant> ends_;  // of their time in a rolling window
  const TierPolicy& policy_;
  TierHistory history_;
  std::size_t tier_ = 0;
  Instant since_ = 0;
  Instant term_ends_ = kNever;
  std::optional<Instant> grace_ends_;
  Instant grace_began_ = 0;
  bool was_reviewed_ = false;  // since the tier was entered
  bool is_watched_ = false;    // reviewed whenever the amount changes, once the term is over
};

// When the amount of the window may change.
std::vector<Instant> turns(std::span<const TierFact> facts, std::span<const Instant> ends,
                           const TierPolicy& policy, Instant as_of) {
  std::vector<Instant> result(ends.begin(), ends.end());
  for (const TierFact& fact : facts) {
    result.push_back(fact.at);
    if (policy.window == TierWindow::calendar_year)
      result.push_back(end_of(kToYearsEnd, fact.counts, policy.zone));
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  result.erase(std::upper_bound(result.begin(), result.end(), as_of), result.end());
  return result;
}

}  // namespace

std::size_t tier_for(std::span<const Tier> tiers, std::int64_t amount) {
  assert(!tiers.empty());
  std::size_t found = 0;
  for (std::size_t i = 1; i < tiers.size(); ++i)
    if (amount >= tiers[i].threshold) found = i;
  return found;
}

std::int64_t window_amount(std::span<const TierFact> facts, const TierPolicy& policy, Instant at) {
  return amount_of(facts, ends_of(facts, policy), policy, at);
}

TierHistory follow_tiers(std::span<const TierFact> facts, const TierPolicy& policy, Instant as_of) {
  const std::vector<Instant> ends = ends_of(facts, policy);
  Walk walk(facts, policy, ends);
  for (const Instant at : turns(facts, ends, policy, as_of)) {
    walk.advance(at);
    walk.look(at);
  }
  walk.advance(as_of);
  return walk.finish(as_of);
}

Instant counted_until(std::span<const TierFact> facts, const TierPolicy& policy, Instant at) {
  if (policy.window == TierWindow::lifetime) return kNever;
  Instant until = kNever;
  for (const TierFact& fact : facts) {
    if (fact.at > at || fact.counts > at || fact.amount <= 0) continue;
    const Instant end = policy.window == TierWindow::rolling
                            ? end_of(policy.length, fact.counts, policy.zone)
                            : end_of(kToYearsEnd, fact.counts, policy.zone);
    if (end > at) until = std::min(until, end);
  }
  return until;
}

// The walk itself is asked, with so much more in the last moment: what a review looks at is said in
// one place.
std::optional<TierKeeping> what_keeps(std::span<const TierFact> facts, const TierPolicy& policy,
                                      Instant as_of) {
  const TierStanding now = follow_tiers(facts, policy, as_of).standing;
  if (now.tier == 0 || now.kept_until == kNever || now.kept_until <= as_of) return {};
  std::vector<TierFact> then;
  for (const TierFact& fact : facts)
    if (fact.at <= as_of) then.push_back(fact);
  const Instant last = now.kept_until - 1;
  then.push_back({.at = last, .counts = last, .amount = 0});
  const auto keeps = [&](std::int64_t amount) {
    then.back().amount = amount;
    const TierStanding standing = follow_tiers(then, policy, now.kept_until).standing;
    return standing.tier >= now.tier && !standing.is_in_grace;
  };
  TierKeeping keeping{.missing = 0, .by = now.kept_until};
  if (keeps(0)) return keeping;
  std::int64_t most = policy.tiers[now.tier].threshold + std::max<std::int64_t>(0, -now.amount);
  if (!keeps(most)) return {};
  while (most - keeping.missing > 1) {
    const std::int64_t middle = keeping.missing + (most - keeping.missing) / 2;
    (keeps(middle) ? most : keeping.missing) = middle;
  }
  keeping.missing = most;
  return keeping;
}

std::size_t tier_at(const TierHistory& history, Instant at, Crossing crossing) {
  std::size_t tier = 0;
  for (const TierChange& change : history.changes) {
    const bool counts = change.reason == TierReason::reached && crossing == Crossing::old_tier
                            ? change.at < at
                            : change.at <= at;
    if (counts) tier = change.to;
  }
  return tier;
}

std::vector<std::size_t> tiers_entered(const TierChange& change, SkippedTiers skipped) {
  std::vector<std::size_t> result;
  if (change.reason == TierReason::lost) return result;
  for (std::size_t i = skipped == SkippedTiers::included ? change.from + 1 : change.to;
       i <= change.to; ++i)
    result.push_back(i);
  return result;
}

std::vector<TierFact> facts_of_points(const Ledger& ledger, std::int32_t member) {
  std::vector<TierFact> facts;
  for (const Allocation& row : ledger.allocations) {
    const Lot& origin = ledger.lots[static_cast<std::size_t>(row.origin)];
    if (origin.member != member) continue;
    const Instant at = ledger.entries[static_cast<std::size_t>(row.entry)].at;
    const auto count = [&](std::int64_t points) {
      facts.push_back({.at = at, .counts = origin.earned_at, .amount = points});
    };
    if (row.from == Account::issued) count(row.points);
    if (row.to == Account::revoked) count(-row.points);
    if (row.from == Account::revoked) count(row.points);
  }
  return facts;
}

}  // namespace regulars
