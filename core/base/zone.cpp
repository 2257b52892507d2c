#include "core/base/zone.h"

#include <algorithm>

namespace regulars {
namespace {

constexpr std::int64_t kDay = 86400;

}  // namespace

std::int64_t seconds_of(Moment moment) {
  return moment.date.days * kDay + (moment.second == kNoTime ? 0 : moment.second);
}

Moment moment_of(std::int64_t seconds) {
  std::int64_t days = seconds / kDay;
  if (seconds % kDay < 0) --days;
  return {Date{static_cast<std::int32_t>(days)}, static_cast<SecondOfDay>(seconds - days * kDay)};
}

Moment local_time(const Zone& zone, std::int64_t utc) {
  const auto& table = zone.transitions;
  if (table.empty()) return moment_of(utc);
  const auto later =
      std::upper_bound(table.begin(), table.end(), utc,
                       [](std::int64_t at, const Transition& t) { return at < t.utc; });
  const Transition& in_force = later == table.begin() ? table.front() : *(later - 1);
  return moment_of(utc + in_force.offset);
}

}  // namespace regulars
