// Rewards on their way to customers: who gets which code, who is left out, and the files that other
// programs read.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/loyalty/coupons.h"
#include "core/loyalty/durations.h"
#include "core/report/audience.h"
#include "core/stats/intervals.h"

namespace regulars {

/// A reward that was handed out before, or held back from whoever was held out.
struct HandedOut {
  std::string customer;  // their lasting sign
  Date on;
  std::string code;  // empty where it was held back
};

/// What is asked of a hand-out.
struct HandoutQuery {
  AudienceTarget target = AudienceTarget::plain;
  UnknownConsent unknown_consent = UnknownConsent::leave_out;
  DecimalSign decimal = DecimalSign::point;  // of `excel` alone
  std::string offer;                         // what customers and programs know it by
  std::optional<Date> issued;                // default: the day of the analysis
  Duration life = kUnlimited;                // of the codes, from the day of issue
  CodeOptions codes;
  std::vector<HandedOut> earlier;  // no code of theirs is made again
  std::int64_t rest_days = 0;      // nobody is given anything again so soon; 0: no such rule
};

/// Why a customer whom the rules give something is in no file, beside LeftOut.
enum class HeldBack : std::uint8_t {
  held_out,  // on purpose, to measure by
  too_soon,  // given something within the days of rest
};
inline constexpr std::array<std::string_view, 2> kHeldBackWords{"held_out", "too_soon"};

/// Who gets what, and who does not.
struct Handout {
  struct Row {
    std::int32_t place = 0;  // in Analysis::customers
    std::int64_t amount = 0;
    std::string rule;  // ids of all that counted, with a plus between
    std::string code;  // empty for whoever is held out
    Contact contact;
  };
  std::int64_t rewarded = 0;  // whom the rules give something, held out or not
  std::vector<Row> given;     // the most valuable customers first
  std::vector<Row> held_out;  // who would have got a code beside them
  std::int64_t too_soon = 0;
  std::array<std::int64_t, kLeftOuts> left_out{};  // held out or not
  std::int64_t unknown_consent = 0;                // of the given
  std::int64_t amount = 0;                         // given in all, minor units or points
  Date issued;
  std::optional<Date> last_day;    // on which a code is taken; nothing where it is for ever
  std::uint64_t next_code = 0;     // where the codes of the next hand-out begin
  std::vector<std::string> signs;  // lasting signs, by place in Analysis::customers
};

/// Hands out what the program in force gives. Whoever is held out passes the same rules as those
/// who are given something, so that the two can be compared.
Handout hand_out(const Analysis& analysis, const HandoutQuery& query);

/// Which file: the customers with their codes, or the codes alone as a program takes them in.
enum class HandoutFile : std::uint8_t { list, codes };
inline constexpr std::array<std::string_view, 2> kHandoutFileWords{"list", "codes"};

/// A piece of a file, from a row on.
CsvPiece write_handout(const Analysis& analysis, const HandoutQuery& query, const Handout& handout,
                       HandoutFile file, std::int64_t from);

/// How many of a group ordered again in a stretch of days.
struct OrderedAgain {
  std::int64_t customers = 0;
  std::int64_t ordered = 0;
};

/// Why nothing is said of what a hand-out brought.
enum class NoEffect : std::uint8_t {
  too_early,        // the days after it are not over in these files
  nobody_held_out,  // there is nobody to compare with
  too_little_data,  // fewer than kLeastCompared in one of the groups
};
inline constexpr std::array<std::string_view, 3> kNoEffectWords{"too_early", "nobody_held_out",
                                                                "too_little_data"};
inline constexpr std::int64_t kLeastCompared = 20;

/// What customers did after a hand-out: those given something, and those held out of it.
struct HandoutOutcome {
  OrderedAgain given;
  OrderedAgain held_out;
  std::int64_t unknown = 0;                  // customers of it who are not in these files
  std::optional<NoEffect> reason;            // why there is no difference
  std::optional<RateDifference> difference;  // of the share that ordered, given less held out
};

/// Who of `handed_out`, all of one day, had a counted order in the `days` after that day. The day
/// itself does not count: an order of it may have come first.
HandoutOutcome outcome_of(const Analysis& analysis, const std::vector<HandedOut>& handed_out,
                          Date on, std::int32_t days);

}  // namespace regulars
