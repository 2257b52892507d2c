// The dates of one file: each to a civil day and time of the shop, the order of day and month
// decided for all of them at the end.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/last_text.h"
#include "core/base/zone.h"
#include "core/data/orders.h"
#include "core/data/zones.h"

namespace regulars {

/// What hinders a date.
enum class DateTrouble : std::uint8_t { none, missing, invalid, invalid_time, impossible };

/// One date as far as its row tells. `day` may wait for the end of the file: see `Dates::settled`.
struct ReadDate {
  DateTrouble trouble = DateTrouble::none;
  std::int32_t day = kNoDay;
  SecondOfDay second = kNoTime;
  std::optional<std::int32_t> waiting_offset;  // seconds east of UTC, where a waiting day must be
                                               // moved to the shop's zone afterwards
};

/// The cells that make up a moment.
struct DateCells {
  std::string_view date;
  std::string_view time;  // empty where the file has no such column, or the cell says nothing
  std::string_view zone;
};

/// Reads the dates of a file row by row. Where neither number of a date exceeds 12 the day waits.
class Dates {
 public:
  /// `zone` is the shop's; `zones` those that the file names, by IANA name; `chosen` the user's
  /// order.
  Dates(const Layout& layout, const std::optional<Zone>& zone,
        const std::map<std::string, Zone>& zones, std::optional<DayOrder> chosen = {});

  /// `place` is where the cell stands, should it become the proof.
  ReadDate read(const DateCells& cells, std::int32_t file, std::int64_t row,
                std::string_view column);

  /// Whether a cell says once more what the last whole day said, in a file without times.
  bool repeats(std::string_view date) const { return !last_text_.empty() && last_text_.is(date); }
  std::int32_t last_day() const { return last_day_; }

  /// Decides, after the last row. Without any proof: the order in which the rows run more evenly
  /// through time, forwards or backwards; without even that, the day first. Notes what was assumed.
  const DateReading& settle(Issues& issues);

  /// The day of `ReadDate::day`, once settled.
  std::int32_t settled(std::int32_t day) const;
  /// Moves a waiting moment, once settled, to the shop's zone.
  Moment moved(Moment moment, std::int32_t offset) const;

  bool any_wait() const { return reading_.undecided > 0; }
  static bool waits(std::int32_t day);

 private:
  std::optional<std::int32_t> offset_of(const DateText& text, std::string_view zone_cell,
                                        Moment written);
  std::int32_t day_of(const DateText& text, IssueExample&& example);

  const Zone* zone_ = nullptr;
  const std::map<std::string, Zone>* zones_;
  bool serial_;
  std::optional<DayOrder> stated_;
  std::optional<DayOrder> chosen_;
  std::optional<std::int32_t> file_offset_;

  DateReading reading_;
  std::int64_t day_first_ = 0;
  std::int64_t month_first_ = 0;
  std::int64_t ascending_day_first_ = 0;  // neighbours in order of time, less those that are not
  std::int64_t ascending_month_first_ = 0;
  std::int32_t last_day_first_ = 0;
  std::int32_t last_month_first_ = 0;
  std::vector<IssueExample>
      day_first_rows_;  // the first of each, should they turn out to be the few
  std::vector<IssueExample> month_first_rows_;

  std::string last_zone_;  // rows mostly name one zone
  std::optional<ZoneName> last_zone_name_;
  LastText last_text_;  // of a year-first day without time: neighbours often share it
  std::int32_t last_day_ = 0;
};

}  // namespace regulars
