// Why a customer is given something or not, what is next and until when; and who misses little.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/loyalty/explain.h"
#include "core/report/analysis.h"
#include "core/report/csv_rows.h"

namespace regulars {

/// Where a customer stands among the tiers. Amounts are minor units, orders or points, as the
/// basis says.
struct TierOutlook {
  std::size_t tier = 0;                 // place in TierPlan::steps
  std::int64_t amount = 0;              // that counts
  std::optional<std::int64_t> to_next;  // missing for the next tier; nothing in the highest one
  std::optional<Date> until;  // last day on which all of `amount` counts; nothing where it stays
  bool is_in_grace = false;
  std::optional<std::int64_t> to_keep;  // what must still come in, 0 included; nothing where no
                                        // review is known ahead
  std::optional<Date> keep_by;          // last day for it
};

/// What somebody has in points who never spent any.
struct PointsOutlook {
  std::int64_t active = 0;
  std::int64_t pending = 0;
  std::optional<std::int64_t> next_step;  // points at which the next step can be redeemed; nothing
                                          // where points cannot be spent
  Money pays;                             // that so many points then pay
  Money pays_now;                         // that the active ones pay
  std::int64_t expiring = 0;              // those of the first day on which some end
  std::optional<Date> expires_on;         // the last day on which they can be used
};

/// All of one customer.
struct CustomerWhy {
  std::size_t place = 0;  // in Analysis::customers
  bool held_out = false;  // given nothing by the rules, whatever they say
  std::vector<RuleExplanation> rules;
  std::vector<Raise> raises;
  std::optional<TierOutlook> tier;      // nothing without tiers, or without an order that counts
  std::optional<PointsOutlook> points;  // nothing without points
};

/// Explains the program in force.
CustomerWhy why(const Analysis& analysis, std::size_t place);

/// What somebody misses.
enum class Missed : std::uint8_t { reward, tier };
inline constexpr std::array<std::string_view, 2> kMissedWords{"reward", "tier"};

/// A customer who misses something by little.
struct Near {
  std::size_t place = 0;
  Missed missed = Missed::reward;
  Effort effort = Effort::orders;  // orders, order_days or spend
  std::int64_t missing = 0;
  std::optional<std::int64_t> has;  // of what is counted
  std::optional<std::int64_t> needed;
  std::int64_t gain = 0;      // that the award would rise by; 0 of a tier
  std::size_t tier = 0;       // the next one
  std::optional<Date> until;  // of a tier: the last day on which all that was counted counts
  double orders = 0;          // that it takes: usual ones of the customer
};

/// Who misses a higher award or the next tier by at most so many orders of their usual value, the
/// nearest first, of equals the first customer. Of one who misses both, the nearer one. Tiers that
/// points decide are left out: how many an order will earn is not known.
std::vector<Near> nearly_there(const Analysis& analysis, double orders = 1);

/// These as a CSV file, in pieces.
CsvPiece write_nearly_there(const Analysis& analysis, const std::vector<Near>& all,
                            std::int64_t from);

}  // namespace regulars
