// Customers as points: the features that groups are found by.
#pragma once

#include <Eigen/Core>
#include <array>
#include <span>
#include <string_view>

#include "core/customers/summary.h"

namespace regulars {

inline constexpr std::array<std::string_view, 3> kFeatures{"log(1 + days_since_last)",
                                                           "log(1 + orders)", "log(1 + revenue)"};

/// One row per customer, one column per feature of kFeatures, before standardizing. Revenue is in
/// major units; less than nothing counts as nothing.
Eigen::MatrixXd log_features(std::span<const Summary> customers, int digits);

}  // namespace regulars
