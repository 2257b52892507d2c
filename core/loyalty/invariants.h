// What every ledger promises, checked posting by posting by somebody who did not write it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/loyalty/ledger.h"

namespace regulars {

/// A promise of the journal. Each holds after every single entry.
enum class Invariant : std::uint8_t {
  sums_to_zero,    // what leaves one account arrives in others
  postings_match,  // an entry is the sum of its allocations; a merge takes away and brings the same
  no_negative,     // no balance is below 0, so that issued is the sum of all others
  lots_match,    // pending and active are the remainders of the lots that wait and that are usable
  within_lot,    // what is left of a lot is 0..original
  debt_is_last,  // whoever has debt has nothing usable
  spend_allocated,   // a redemption names the lots that it is taken from, to the point
  within_lifetime,   // points are usable in [activates_at, expires_at) of their lot and at no other
                     // time, given back ones too
  in_order,          // nothing is entered before what happened earlier
  reversed_at_most,  // an order gives back at most what it earned
  expired_first,     // points that lapsed are not taken a second time from others
  same_end,          // balances and lots at the end are what the journal adds up to
};
inline constexpr std::array<std::string_view, 12> kInvariantWords{
    "sums_to_zero", "postings_match",   "no_negative",     "lots_match",
    "within_lot",   "debt_is_last",     "spend_allocated", "within_lifetime",
    "in_order",     "reversed_at_most", "expired_first",   "same_end"};

/// A broken promise and the entry after which it does not hold; the number of entries where it is
/// the end that does not fit.
struct Breach {
  Invariant invariant = Invariant::sums_to_zero;
  std::size_t entry = 0;
};

/// The first broken promise of a ledger, or nothing.
std::optional<Breach> find_breach(const Ledger& ledger);

}  // namespace regulars
