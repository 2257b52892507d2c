// Who is held out: customers that get nothing, so that it can be seen what rewards bring.
#pragma once

#include <string>
#include <string_view>

namespace regulars {

/// A share of customers that a program gives nothing.
struct HoldOut {
  double share = 0;  // [0, 1)
  std::string seed;  // another one holds out others
};

/// The place of a customer between all, [0, 1) in steps of a ten-thousandth. It hangs on the sign
/// and the seed alone: whoever is held out this month is held out next month, and anybody can work
/// it out again.
double place_between_all(std::string_view seed, std::string_view sign);

/// Whether the customer of a sign is held out.
bool is_held_out(const HoldOut& hold_out, std::string_view sign);

}  // namespace regulars
