// Who is behind a mark of a picture: customers by what they did, and when.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/report/analysis.h"

namespace regulars {

/// What customers must have done; nothing: whatever they did. Of all ranges both ends are included,
/// and only counted orders up to the day looked from are seen.
struct Deeds {
  std::optional<std::int32_t> cohort = {};      // began in it: by place in CohortTable::cohorts
  std::optional<std::int32_t> cohort_age = {};  // ordered so many periods after the first one's
  std::optional<Date> ordered_from = {};        // ordered on one of these days
  std::optional<Date> ordered_to = {};
  std::optional<Date> again_from = {};  // ordered on one of these days, and before it
  std::optional<Date> again_to = {};
  std::optional<std::int32_t> second_from = {};  // days from the first order day to the second
  std::optional<std::int32_t> second_to = {};
  std::optional<Move> move = {};  // did so in `move_period`, by place in Movement::periods
  std::int32_t move_period = 0;
  std::optional<std::int32_t> rank_from = {};  // by revenue: 1 brought most, ties by CustomerId
  std::optional<std::int32_t> rank_to = {};
  std::optional<std::int32_t> weekday = {};  // ordered on one: 1 Monday to 7
  std::optional<std::int32_t> month = {};    // ordered in one: 1 to 12
  std::optional<std::int32_t> hour = {};     // ordered in one: 0 to 23

  bool operator==(const Deeds&) const = default;
};

/// Who did all of it: a truth for each customer, by place. Empty where nothing is asked for.
std::vector<bool> who_did(const Analysis& analysis, const Deeds& deeds);

}  // namespace regulars
