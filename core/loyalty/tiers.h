// Tiers of a program: who reaches them, how long they are kept, and what happens when too little
// comes in.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/zone.h"
#include "core/loyalty/durations.h"
#include "core/loyalty/ledger.h"

namespace regulars {

/// A step of a program.
struct Tier {
  std::string name;
  std::int64_t threshold = 0;  // minor units, orders or points; whoever has exactly so much is in
};

/// Something that counts towards a tier: the net of an order, 1 for an order, the points of an
/// earning; below 0 for what was given back.
struct TierFact {
  Instant at = 0;      // when it became so
  Instant counts = 0;  // whose window it belongs to: of a refund, when its order was
  std::int64_t amount = 0;
};

/// What the facts of which time add up to.
enum class TierWindow : std::uint8_t {
  lifetime,       // all
  rolling,        // those in (T - length, T]
  calendar_year,  // those of the shop's year
};
inline constexpr std::array<std::string_view, 3> kTierWindowWords{"lifetime", "rolling",
                                                                  "calendar_year"};

/// When it is asked whether a tier is still deserved.
enum class TierReview : std::uint8_t {
  at_term,  // when its term ends; who deserves it has it for another term
  always,   // from the end of the first term on, whenever the amount changes
};
inline constexpr std::array<std::string_view, 2> kTierReviewWords{"at_term", "always"};

/// Where somebody falls who no longer deserves a tier.
enum class Downgrade : std::uint8_t {
  one_down,   // to the tier below
  requalify,  // to the one that the amount of the window deserves
};
inline constexpr std::array<std::string_view, 2> kDowngradeWords{"one_down", "requalify"};

/// The rules of tiers.
struct TierPolicy {
  std::vector<Tier> tiers;  // ascending; the first one's threshold is 0
  TierWindow window = TierWindow::rolling;
  Duration length = {.amount = 365, .unit = DurationUnit::day};  // of a rolling window
  Duration term = {.amount = 1, .unit = DurationUnit::year};     // kept at least so long;
                                                                 // unlimited: never lost
  TierReview review = TierReview::at_term;
  Downgrade downgrade = Downgrade::requalify;
  Duration grace = kAtOnce;  // from the end of the term on: who qualifies in it keeps the tier
  Zone zone;
};

/// Why a tier changed.
enum class TierReason : std::uint8_t { reached, lost };

/// From one tier to another, however many lie between.
struct TierChange {
  Instant at = 0;
  TierReason reason = TierReason::reached;
  std::size_t from = 0;  // places in TierPolicy::tiers
  std::size_t to = 0;
};

/// Where a member stands.
struct TierStanding {
  std::size_t tier = 0;
  Instant since = 0;                    // of the tier; 0 for who never left the first one
  Instant kept_until = kNever;          // the end of the term, or of the grace that follows it
  bool is_in_grace = false;             // will be lost at kept_until unless enough comes in
  std::int64_t amount = 0;              // of the window
  std::optional<std::int64_t> to_next;  // missing for the next tier; nothing in the highest one
  std::int64_t to_keep = 0;             // missing for this one
};

/// A member's way through the tiers.
struct TierHistory {
  std::vector<TierChange> changes;  // in the order of time
  TierStanding standing;            // as of the end
};

/// The highest tier that an amount deserves.
std::size_t tier_for(std::span<const Tier> tiers, std::int64_t amount);

/// What the window of an instant adds up to. A calendar year is the one in which the instant lies.
std::int64_t window_amount(std::span<const TierFact> facts, const TierPolicy& policy, Instant at);

/// The way of a member through the tiers up to `as_of`. Facts in any order; later ones are not
/// seen. A refund changes no tier by itself: it lowers what the next review finds. A review looks
/// at a calendar year that ends with the term as a whole, and while grace lasts at what is added to
/// it; at a rolling window as it is at that instant.
TierHistory follow_tiers(std::span<const TierFact> facts, const TierPolicy& policy, Instant as_of);

/// The instant from which on less counts than at `at`, because a day leaves the window; kNever
/// where nothing does.
Instant counted_until(std::span<const TierFact> facts, const TierPolicy& policy, Instant at);

/// What keeps a tier for another term.
struct TierKeeping {
  std::int64_t missing = 0;  // at least so much must come in, 0 if nothing must
  Instant by = kNever;       // before this instant
};

/// What a member must do for the tier of `as_of` not to be lost at the next review. Nothing where
/// no review is known ahead: in the first tier, where tiers are never lost, and where they are
/// reviewed at all times.
std::optional<TierKeeping> what_keeps(std::span<const TierFact> facts, const TierPolicy& policy,
                                      Instant as_of);

/// Which tier an order has that reaches one itself.
enum class Crossing : std::uint8_t { old_tier, new_tier };

/// The tier in force at an instant.
std::size_t tier_at(const TierHistory& history, Instant at, Crossing crossing = Crossing::old_tier);

/// Whether tiers that were passed over give their benefits too.
enum class SkippedTiers : std::uint8_t { left_out, included };

/// The tiers whose benefits a change brings, lowest first; none for a tier that is lost.
std::vector<std::size_t> tiers_entered(const TierChange& change, SkippedTiers skipped);

/// What a member of a ledger earned in points, as facts. Spending and lapsing take nothing from it,
/// a refund does.
std::vector<TierFact> facts_of_points(const Ledger& ledger, std::int32_t member);

}  // namespace regulars
