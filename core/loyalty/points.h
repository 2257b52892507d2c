// The part of a program that looks at what happens one thing after the other: rules that earn
// points for orders, birthdays and events, how points are spent, and the tiers that customers
// climb.
//
// Sources of the semantics: base points are summed, multiplied and rounded once (Setono Sylius
// loyalty plugin, EarningCalculator); limits as Talon.One's LimitConfig has them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/errors.h"
#include "core/loyalty/amounts.h"
#include "core/loyalty/coupons.h"
#include "core/loyalty/ledger.h"
#include "core/loyalty/logic.h"
#include "core/loyalty/rounding.h"
#include "core/loyalty/tiers.h"
#include "core/loyalty/value.h"

namespace regulars {

/// What an earning rule can ask: of the order or event at hand, and of the customer until then.
enum class EarnFact : std::uint8_t {
  amount,           // paid for the order less what was given back, major units; orders only
  quantity,         // pieces of the order, whole or not; orders only
  products,         // texts, of the order or event
  categories,       // texts, of the order or event
  channel,          // text; orders only
  date,             // day in the shop's zone
  weekday,          // 1 Monday to 7 Sunday
  month,            // 1 to 12
  hour,             // 0 to 23; missing where no time is known
  orders,           // counted orders of the customer, this one among them
  revenue,          // of these orders, major units
  days_since_last,  // days from the order before; missing for the first one
  days_since_first,
  tier,   // name of the tier in force; only in a program with tiers
  score,  // of an event, a review's stars; events only
};

/// The facts of earning rules, in the order of EarnFact.
inline constexpr std::array<FactDefinition, 15> kEarnCatalogue{{
    {"amount", FactType::number},
    {"quantity", FactType::number},
    {"products", FactType::texts},
    {"categories", FactType::texts},
    {"channel", FactType::text},
    {"date", FactType::date},
    {"weekday", FactType::number, {}, 1, 7},
    {"month", FactType::number, {}, 1, 12},
    {"hour", FactType::number, {}, 0, 23},
    {"orders", FactType::number, {}, 0},
    {"revenue", FactType::number},
    {"days_since_last", FactType::number, {}, 0},
    {"days_since_first", FactType::number, {}, 0},
    {"tier", FactType::text},
    {"score", FactType::number},
}};

/// What a rule answers to.
enum class Occasion : std::uint8_t {
  order,        // a counted order that is worth something
  birthday,     // every year, from the first order on
  anniversary,  // of the first order, every year
  event,        // a row of an events table
};
inline constexpr std::array<std::string_view, 4> kOccasionWords{"order", "birthday", "anniversary",
                                                                "event"};

/// What a rule does to the points of an occasion.
enum class EarnKind : std::uint8_t { points, times };

/// The stretch of time in which a limit counts, by the shop's calendar.
enum class LimitPeriod : std::uint8_t { ever, day, week, month, quarter, year };
inline constexpr std::array<std::string_view, 6> kLimitPeriodWords{"ever",  "day",     "week",
                                                                   "month", "quarter", "year"};

/// How often and how much one customer may earn by a rule.
struct EarnLimit {
  std::optional<std::int64_t> times;
  std::optional<std::int64_t> points;  // the last earning gets what is left
  LimitPeriod per = LimitPeriod::ever;
};

/// One way to earn.
struct EarnRule {
  std::string id;  // unique among those of its program
  Occasion on = Occasion::order;
  std::string event;  // of an events table: its word, in any capitals
  EarnKind kind = EarnKind::points;
  std::optional<Rule> when;  // nothing: always
  Rule amount;               // points, or what they are multiplied by
  std::string group;         // of the rules of a group only the one that gives most counts
  std::optional<Date> from;  // first and last day on which it holds
  std::optional<Date> until;
  EarnLimit limit;
};

/// How points are earned, kept and spent.
struct PointsPlan {
  std::vector<EarnRule> earn;
  RoundingMode rounding = RoundingMode::down;
  Duration pending = kAtOnce;
  Duration expiry = kUnlimited;
  ReturnPolicy returns = ReturnPolicy::unlimited;
  struct Redeem {
    std::int64_t step = 100;     // points
    double value = 1;            // major units that a step pays, above 0
    std::int64_t percent = 100;  // of an order that points may pay at most
    std::int64_t least = 0;      // points
  };
  std::optional<Redeem> redeem;        // nothing: points cannot be spent on orders
  std::optional<std::int64_t> budget;  // points that the program may give in all
  Shortfall shortfall = Shortfall::skip;
};

/// What counts towards a tier.
enum class TierBasis : std::uint8_t { spend, orders, points };
inline constexpr std::array<std::string_view, 3> kTierBasisWords{"spend", "orders", "points"};

/// The tiers of a program. Thresholds are major units where spend counts.
struct TierPlan {
  struct Step {
    std::string name;
    double from = 0;
    std::vector<std::string> benefits;
  };
  TierBasis basis = TierBasis::spend;
  std::vector<Step> steps;  // ascending; the first one's threshold is 0
  TierPolicy policy;        // all but tiers and zone
};

inline constexpr std::size_t kMaxEarnRules = 100;
inline constexpr std::size_t kMaxTiers = 20;

/// Reads the `tiers` of a program's document; the first thing wrong goes to `trouble`.
TierPlan read_tiers(std::optional<Error>& trouble, const Value& document);

/// Reads its `points`. Rules may ask for the tier where there are tiers.
PointsPlan read_points(std::optional<Error>& trouble, const Value& document, const TierPlan* tiers);

/// The policy of a plan in a currency and a zone.
TierPolicy tier_policy(const TierPlan& plan, int minor_digits, Zone zone);

/// The terms of spending in a currency; nothing where a step is worth less than its smallest coin.
std::optional<RedemptionTerms> redemption_terms(const PointsPlan::Redeem& redeem, int minor_digits);

/// Two rules of which customers of a tier earn twice: one for everybody and one for the tier alone.
struct TwiceEarned {
  std::size_t general = 0;  // places in PointsPlan::earn
  std::size_t special = 0;
};

/// Pairs of rules that both give points for one occasion, in no group together, of which one asks
/// for the tier and the other does not: mostly the second was meant to replace the first.
std::vector<TwiceEarned> earned_twice(const PointsPlan& plan);

}  // namespace regulars
