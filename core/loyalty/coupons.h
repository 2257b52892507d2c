// Coupons: codes that cannot be guessed or misread, what became of each, and offers with a budget.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/money.h"
#include "core/loyalty/durations.h"

namespace regulars {

/// The letters of a code: none is taken for another, so there is no 0, O, 1, I or L.
inline constexpr std::string_view kCodeLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// Letters of a code before its check letter: 31^10 codes, of which a guess finds one of 100,000
/// with a chance of 1.2e-10.
inline constexpr std::size_t kCodeLength = 10;

/// How codes are made. The seed is the shop's secret: who knows it knows all codes.
struct CodeOptions {
  std::uint64_t seed = 0;
  std::uint64_t first = 0;  // counter of the first code: a later batch goes on where this one ended
  std::size_t length = kCodeLength;  // letters before the check letter, at least 4
};

/// Codes, and where the next batch goes on.
struct CodeBatch {
  std::vector<std::string> codes;
  std::uint64_t next = 0;  // CodeOptions::first of it
};

/// So many different codes, none of them among `taken`; the same seed and counter give the same
/// ones. The length must leave room: for a thousand times as many.
CodeBatch make_codes(std::size_t count, const CodeOptions& options,
                     std::span<const std::string> taken = {});

/// The letter that completes a code: one wrong letter or two that changed places are found out.
char check_letter(std::string_view letters);

/// What somebody typed, as a code: small letters, blanks and hyphens are no mistake. Nothing where
/// a letter is none of ours or the check letter does not fit.
std::optional<std::string> read_code(std::string_view typed);

/// What can happen to a coupon.
enum class CouponEventKind : std::uint8_t {
  issue,    // with the times of its life
  reserve,  // for a basket
  release,  // the basket was left
  redeem,   // by an order
  cancel,   // of that order: the coupon is open again, if its time is not over
  reopen,   // that order counts again, and has its discount
  revoke,   // by the shop
};

struct CouponEvent {
  Instant at = 0;
  CouponEventKind kind = CouponEventKind::issue;
  std::string code;
  std::string order;         // redeem, cancel, reopen
  std::string customer;      // issue: the only one who may redeem it, anybody where empty; redeem
  Instant expires = kNever;  // issue
};

/// How often the coupons of an offer may be redeemed.
struct CouponCaps {
  std::optional<std::int64_t> in_all;
  std::optional<std::int64_t> per_customer;
};

enum class CouponState : std::uint8_t { open, reserved, redeemed, expired, revoked };
inline constexpr std::array<std::string_view, 5> kCouponStateWords{"open", "reserved", "redeemed",
                                                                   "expired", "revoked"};

/// One code and what became of it.
struct Coupon {
  std::string code;
  std::string customer;
  CouponState state = CouponState::open;
  Instant expires = kNever;
  struct Use {
    std::string order;
    std::string customer;
    bool counts = true;  // false while the order is cancelled
  };
  std::vector<Use> uses;
};

/// Why an event of a coupon was not applied, or was although it should not have been possible.
enum class CouponTrouble : std::uint8_t {
  unknown_code,
  unknown_order,  // that never redeemed it
  not_open,       // spent, lapsed or revoked
  not_theirs,     // issued to somebody else
  cap_reached,    // the offer is used up, or has stopped
  issued_twice,   // the code was there before, otherwise
  over_cap,       // an order counts again after its place was given away: it is honoured, and the
                  // offer stops
};
inline constexpr std::array<std::string_view, 7> kCouponTroubleWords{
    "unknown_code", "unknown_order", "not_open", "not_theirs",
    "cap_reached",  "issued_twice",  "over_cap"};

struct CouponNote {
  Instant at = 0;
  CouponTrouble trouble = CouponTrouble::unknown_code;
  std::string code;
};

/// How many coupons are where: issued = open + reserved + redeemed + expired + revoked.
struct CouponCounts {
  std::int64_t issued = 0;
  std::int64_t open = 0;
  std::int64_t reserved = 0;
  std::int64_t redeemed = 0;
  std::int64_t expired = 0;
  std::int64_t revoked = 0;
};

/// The coupons of one offer at an instant.
struct CouponBook {
  std::vector<Coupon> coupons;  // in the order of issue
  std::vector<CouponNote> notes;
  CouponCounts counts;
  std::int64_t redemptions = 0;  // by orders that count
  bool has_stopped = false;      // nothing is redeemed any more
};

/// What follows from the events of one offer up to `as_of`. Rows come in any order and more than
/// once; they are ordered by time, then by code, kind and order. Nothing is redeemed or reserved at
/// the instant at which a coupon expires, nor after it.
CouponBook follow_coupons(std::span<const CouponEvent> events, const CouponCaps& caps,
                          Instant as_of);

/// Something that takes from a budget.
struct BudgetRequest {
  Instant at = 0;
  std::string source;               // its id; of several at one instant the smaller comes first
  std::int64_t amount = 0;          // points or minor units, at least 0
  std::optional<Instant> refunded;  // from then on it takes nothing
};

/// What becomes of a request that the budget does not cover.
enum class Shortfall : std::uint8_t {
  skip,     // it gets nothing
  partial,  // it gets what is left
};

/// What each request gets, in the order in which they were given. What is refunded comes back to
/// the budget for later requests; none that was skipped before is looked at again.
std::vector<std::int64_t> spend_budget(std::span<const BudgetRequest> requests, std::int64_t budget,
                                       Shortfall shortfall);

/// A discount in percent that holds from a total on.
struct PercentOff {
  std::int64_t percent = 0;  // 0..100
  Money from;                // of what is left when its turn comes
};

/// What is left of a total after discounts, each on what the one before it left and rounded half
/// up; one whose condition does not hold any more is passed over. Their order matters.
Money after_discounts(Money total, std::span<const PercentOff> discounts);

}  // namespace regulars
