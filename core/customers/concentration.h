// How much of a shop hangs on few of its customers.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/customers/summary.h"

namespace regulars {

/// A point of the Lorenz curve: the customers who spent least, as a share, bring this share.
struct LorenzPoint {
  double customers = 0;
  double revenue = 0;
};

/// Revenue by customer, from the least to the most; who was given back more than paid counts as 0.
struct Concentration {
  std::vector<LorenzPoint>
      curve;                   // at most 101 points from (0, 0) to (1, 1); empty without revenue
  std::optional<double> gini;  // 0: all bring the same, towards 1: one brings all. Gini (1912),
                               // Variabilita e mutabilita
  std::optional<double> top_tenth;  // share of revenue that the tenth who spent most bring; their
                                    // number is rounded up
};
Concentration concentration_of(std::span<const Summary> customers);

}  // namespace regulars
