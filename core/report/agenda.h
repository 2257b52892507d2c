// What to do this week: few cards, each with its customers and the money behind it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/customers/cohorts.h"
#include "core/customers/metrics.h"
#include "core/customers/rhythm.h"
#include "core/customers/segments.h"
#include "core/report/foresight.h"

namespace regulars {

/// What a card is about.
enum class CardKind : std::uint8_t {
  due_not_come,        // the usual gap ended within a week, and the next order has not come yet
  slipped_champions,   // champions a month ago who are overdue, or champions no more
  cohort_below_elder,  // the youngest cohort that can be judged came back less than the one before
};
inline constexpr std::size_t kCardKinds = 3;
inline constexpr std::array<std::string_view, kCardKinds> kCardWords{
    "due_not_come", "slipped_champions", "cohort_below_elder"};

/// What the money of a card is: of the next order of each of its customers; what they brought in
/// the year before; what the second orders would have brought that were missed.
enum class CardMoney : std::uint8_t { next_orders, last_365_days, missing_second_orders };
inline constexpr std::array<std::string_view, 3> kCardMoneyWords{"next_orders", "last_365_days",
                                                                 "missing_second_orders"};

/// A cohort of first orders beside the one before it.
struct CohortBelow {
  Date from;  // its period
  Date to;
  std::string name;
  std::string elder;
  std::int32_t window_days = 0;  // of the repeat orders
  std::int64_t customers = 0;    // of the cohort
  std::int64_t repeat = 0;       // with a second order day within the window
  std::int64_t elder_customers = 0;
  std::int64_t elder_repeat = 0;
  RateDifference difference;  // of the two shares: below 0
  double missing = 0;         // repeat customers that the elder's share would have made, less those
                              // that there are
};

/// One card; there is none where there is nobody to name.
struct Card {
  CardKind kind{};
  std::vector<std::int32_t> places{};  // of its customers in the summaries, ascending
  std::optional<double> money{};       // minor units; nothing where the files hold no amounts
  CardMoney money_of{};
  std::int64_t one_time = 0;            // of the due: seen on one day only
  std::int64_t due_in_all = 0;          // of the due: with those whose gap ended before that week
  std::optional<double> times_usual{};  // of champions: days since the last order over the usual
                                        // gap, the median; nothing where no pace is known
  std::optional<CohortBelow> cohort{};  // of cohort_below_elder
};

/// The cards of a day, and why a kind could not be judged.
struct Agenda {
  std::vector<Card> cards;                     // by kind
  std::array<NoFigure, kCardKinds> reasons{};  // none where the kind was judged

  /// The card of a kind, or null.
  const Card* of(CardKind kind) const;
};

/// For how many days a customer who is due is on the card of the due: a week later nothing new is
/// to be said of them.
inline constexpr std::int32_t kNewlyDueDays = 7;
/// How long ago a slipped champion was one.
inline constexpr std::int32_t kSlippedDays = 30;

/// What the agenda is made of, all of it as of one day.
struct AgendaSources {
  const OrderBook& book;
  const OrderDays& days;
  const std::vector<Summary>& customers;
  const Rhythms& rhythms;
  const CohortTable& cohorts;
  const Foresight& foresight;
  const RfmScores& rfm;
  const RfmOptions& rfm_options;
  Date as_of;
};
Agenda agenda_of(const AgendaSources& shop);

}  // namespace regulars
