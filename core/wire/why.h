// Why a customer is given something or not, as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "core/report/why.h"

namespace regulars::wire {

/// As CustomerWhy of protocol-why.ts.
nlohmann::json to_json(const Analysis& analysis, const CustomerWhy& why);

/// The first `limit` as NearlyThere of protocol-why.ts, with how many there are.
nlohmann::json nearly_json(const Analysis& analysis, const std::vector<Near>& all,
                           std::int64_t limit);

}  // namespace regulars::wire
