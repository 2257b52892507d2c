#include "core/base/zone.h"

#include <algorithm>

namespace regulars {
namespace {

constexpr std::int64_t kDay = 86400;

std::int32_t offset_from(const Zone& zone, std::int64_t utc) {
  const auto& table = zone.transitions;
  if (table.empty()) return 0;
  const auto later =
      std::upper_bound(table.begin(), table.end(), utc,
                       [](std::int64_t at, const Transition& t) { return at < t.utc; });
  return (later == table.begin() ? table.front() : *(later - 1)).offset;
}

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
  return moment_of(utc + offset_from(zone, utc));
}

std::int32_t offset_at(const Zone& zone, Moment local) {
  const std::int64_t seconds = seconds_of(local);
  // The offset of a day before is right unless the clock has changed since.
  const std::int32_t before = offset_from(zone, seconds - kDay);
  const std::int32_t after = offset_from(zone, seconds - before);
  return offset_from(zone, seconds - after) == after ? after : before;
}

}  // namespace regulars
