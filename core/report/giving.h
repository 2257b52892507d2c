// So much money for rewards: whom, and what it would have to bring.
//
// What is at stake is foretold; what a reward does about it is not. No file tells how many
// customers stay because of one, so that the owner must say what to assume, and is told from where
// on it pays.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/loyalty/allocation.h"
#include "core/report/analysis.h"
#include "core/report/csv_rows.h"

namespace regulars {

/// A reward that could be given.
struct RewardOffer {
  std::int64_t amount = 0;  // minor units, above 0
  double effect = 0;        // assumed: the share of those who would be lost that it keeps, (0, 1]
  bool operator==(const RewardOffer&) const = default;
};

/// What is asked.
struct GivingQuery {
  std::int64_t budget = 0;  // minor units
  std::vector<RewardOffer> offers;
  std::optional<double> margin;  // (0, 1]; default: that of the program in force
  std::int64_t pause_days = 30;  // nobody who was given a reward within so many days before as_of
  bool operator==(const GivingQuery&) const = default;
};
inline constexpr std::size_t kMaxOffers = 5;

/// Why somebody is no candidate. The first reason that holds counts.
enum class NotGiven : std::uint8_t {
  consent_refused,
  held_out,     // of the program in force, so that it can be seen what rewards bring
  rewarded,     // within the pause
  no_forecast,  // nothing can be said of what they would bring
  gone,         // so likely lost that nothing can be said of what they would bring if they were not
};
inline constexpr std::array<std::string_view, 5> kNotGivenWords{"consent_refused", "held_out",
                                                                "rewarded", "no_forecast", "gone"};
inline constexpr std::size_t kNotGivenReasons = kNotGivenWords.size();

/// Why there is no answer at all.
enum class NoGiving : std::uint8_t { none, no_forecast, no_amounts, no_margin };
inline constexpr std::array<std::string_view, 4> kNoGivingWords{"none", "no_forecast", "no_amounts",
                                                                "no_margin"};

/// A customer who could be given something.
struct GiftCandidate {
  std::size_t place = 0;  // in Analysis::customers
  double probability_lost = 0;
  double if_kept = 0;          // revenue of the next twelve months if surely kept, minor units
  double margin_at_stake = 0;  // of it, times the probability of being lost, minor units
};

/// Somebody who is given something.
struct Gift {
  std::size_t candidate = 0;
  std::size_t offer = 0;
  double value = 0;  // margin expected by the assumed effect, less the reward; minor units
};

/// Whom a budget goes to.
struct Giving {
  GivingQuery query;
  NoGiving reason = NoGiving::none;
  double margin = 0;
  std::vector<GiftCandidate> candidates;
  std::array<std::int64_t, kNotGivenReasons> left_out{};
  Allotment allocation;
  std::vector<Gift> gifts;           // of the best choice: most value first, of equals the first
                                     // customer
  std::optional<double> break_even;  // share of the assumed effects at which the gifts bring just
                                     // what they cost; nothing without gifts
  std::vector<BudgetPoint> curve;
};

/// Chooses. No offers or none that pays: nobody.
Giving give(const Analysis& analysis, const GivingQuery& query);

/// The gifts as a CSV file, in pieces.
CsvPiece write_gifts(const Analysis& analysis, const Giving& giving, std::int64_t from);

}  // namespace regulars
