#include "core/data/dates.h"

#include <algorithm>
#include <cstdlib>

namespace regulars {
namespace {

// A packed day is larger than any real one: year, first and second number of the cell, twelve bits
// and less.
constexpr std::int32_t kPacked = 1 << 28;
constexpr std::size_t kExamples = 10;

// Nobody exports orders from before 1980 or after 2099: such a date is a default or a slip.
constexpr std::int32_t kFirstDay = 3652;  // 1980-01-01
constexpr std::int32_t kLastDay = 47481;  // 2099-12-31

std::int32_t pack(const DateText& text) {
  return kPacked + text.year * 1024 + text.first * 32 + text.second;
}

DateText unpack(std::int32_t packed) {
  packed -= kPacked;
  DateText text;
  text.year = packed / 1024;
  text.first = packed / 32 % 32;
  text.second = packed % 32;
  text.year_first = false;
  return text;
}

}  // namespace

Dates::Dates(const Layout& layout, const std::optional<Zone>& zone,
             const std::map<std::string, Zone>& zones, std::optional<DayOrder> chosen)
    : zone_(zone ? &*zone : nullptr),
      zones_(&zones),
      serial_(layout.serial_dates),
      stated_(layout.day_order == DayOrder::undecided ? std::nullopt : layout.day_order),
      chosen_(chosen == DayOrder::undecided ? std::nullopt : chosen),
      file_offset_(layout.offset) {}

bool Dates::waits(std::int32_t day) { return day >= kPacked; }

ReadDate Dates::read(const DateCells& cells, std::int32_t file, std::int64_t row,
                     std::string_view column) {
  ReadDate result;
  if (cells.time.empty() && repeats(cells.date)) {
    result.day = last_day_;
    return result;
  }
  if (cells.date.empty() || is_empty_date(cells.date)) {
    result.trouble = DateTrouble::missing;
    return result;
  }
  auto text = parse_date(cells.date);
  if (!text && serial_) text = parse_serial_date(cells.date);
  if (!text) {
    result.trouble = DateTrouble::invalid;
    return result;
  }
  if (!cells.time.empty()) {
    const auto time = parse_time(cells.time);
    if (!time) {
      result.trouble = DateTrouble::invalid_time;
      return result;
    }
    text->time = *time;
  }
  result.day = day_of(*text, {file, row, std::string(column), std::string(cells.date)});
  result.second = text->time;
  if (waits(result.day)) {
    if (zone_) result.waiting_offset = offset_of(*text, cells.zone, {Date{0}, text->time});
    return result;
  }
  const auto offset = zone_ && text->time != kNoTime
                          ? offset_of(*text, cells.zone, {Date{result.day}, text->time})
                          : std::nullopt;
  if (offset) {
    const Moment local = moved({Date{result.day}, result.second}, *offset);
    result.day = local.date.days;
    result.second = local.second;
  } else if (text->year_first && text->time == kNoTime) {
    last_text_.set(cells.date);
    last_day_ = result.day;
  }
  if (result.day < kFirstDay || result.day > kLastDay) {
    last_text_.set({});
    result.trouble = DateTrouble::impossible;
  }
  return result;
}

// What the text says, else the row's zone, else the platform's. A zone whose rules nobody brought
// leaves the time as written.
std::optional<std::int32_t> Dates::offset_of(const DateText& text, std::string_view zone_cell,
                                             Moment written) {
  if (text.has_offset) return text.offset;
  if (zone_cell.empty()) return file_offset_;
  if (zone_cell != last_zone_) {
    last_zone_ = zone_cell;
    last_zone_name_ = parse_zone(zone_cell);
  }
  if (!last_zone_name_) return {};
  if (last_zone_name_->offset) return last_zone_name_->offset;
  const auto known = zones_->find(last_zone_name_->iana);
  if (known == zones_->end()) return {};
  return offset_at(known->second, written);
}

Moment Dates::moved(Moment moment, std::int32_t offset) const {
  return zone_ ? local_time(*zone_, seconds_of(moment) - offset) : moment;
}

std::int32_t Dates::day_of(const DateText& text, IssueExample&& example) {
  if (text.year_first) return date_of(text, DayOrder::month_first)->days;
  const DayOrder order = order_of(text);
  if (order != DayOrder::undecided) {
    auto& count = order == DayOrder::day_first ? day_first_ : month_first_;
    auto& rows = order == DayOrder::day_first ? day_first_rows_ : month_first_rows_;
    ++count;
    if (rows.size() < kExamples) rows.push_back(std::move(example));
    return date_of(text, order)->days;
  }
  const std::int32_t as_day_first = date_of(text, DayOrder::day_first)->days;
  const std::int32_t as_month_first = date_of(text, DayOrder::month_first)->days;
  if (reading_.undecided++ == 0) {
    reading_.asked = std::move(example);
  } else {
    ascending_day_first_ += as_day_first >= last_day_first_ ? 1 : -1;
    ascending_month_first_ += as_month_first >= last_month_first_ ? 1 : -1;
  }
  last_day_first_ = as_day_first;
  last_month_first_ = as_month_first;
  return pack(text);
}

const DateReading& Dates::settle(Issues& issues) {
  const bool proven = day_first_ > 0 || month_first_ > 0;
  if (!proven && reading_.undecided == 0) return reading_;
  if (chosen_) {
    reading_.basis = DayOrderBasis::stated;
    reading_.order = *chosen_;
  } else if (proven) {
    reading_.basis = DayOrderBasis::proven;
    reading_.order = month_first_ > day_first_ ? DayOrder::month_first : DayOrder::day_first;
  } else if (stated_) {
    reading_.basis = DayOrderBasis::stated;
    reading_.order = *stated_;
  } else if (std::abs(ascending_month_first_) != std::abs(ascending_day_first_)) {
    reading_.basis = DayOrderBasis::ascending;
    reading_.order = std::abs(ascending_month_first_) > std::abs(ascending_day_first_)
                         ? DayOrder::month_first
                         : DayOrder::day_first;
  } else {
    reading_.basis = DayOrderBasis::assumed;
    reading_.order = DayOrder::day_first;
  }
  const bool day_leads = reading_.order == DayOrder::day_first;
  reading_.proven = day_leads ? day_first_ : month_first_;
  if (reading_.proven > 0)
    reading_.proof = (day_leads ? day_first_rows_ : month_first_rows_).front();
  if (reading_.basis == DayOrderBasis::ascending || reading_.basis == DayOrderBasis::assumed) {
    issues[IssueKind::date_order_assumed].count += reading_.undecided;
    if (issues[IssueKind::date_order_assumed].examples.size() < kExamples)
      issues[IssueKind::date_order_assumed].examples.push_back(reading_.asked);
  }
  if (const std::int64_t few = std::min(day_first_, month_first_); few > 0) {
    Issue& conflict = issues[IssueKind::date_order_conflict];
    conflict.count += few;
    for (auto& row : day_leads ? month_first_rows_ : day_first_rows_)
      if (conflict.examples.size() < kExamples) conflict.examples.push_back(std::move(row));
  }
  return reading_;
}

std::int32_t Dates::settled(std::int32_t day) const {
  return waits(day) ? date_of(unpack(day), reading_.order)->days : day;
}

}  // namespace regulars
