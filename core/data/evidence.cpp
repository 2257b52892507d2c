#include "core/data/evidence.h"

#include <set>

#include "core/data/identity.h"
#include "core/data/items.h"
#include "core/data/values.h"
#include "core/data/zones.h"

namespace regulars {
namespace {

// What a column is does not become clearer by more rows than this.
constexpr std::size_t kTellingRows = 1000;

// From 1954 to 2064: what spreadsheets write for a day lies between 20000 and 60000.
bool is_serial_day(std::string_view cell) {
  const auto days = parse_quantity(cell, {cell.find(',') == std::string_view::npos ? '.' : ','});
  return days && *days >= 20'000'000 && *days <= 60'000'000 && parse_serial_date(cell);
}

bool lists_products(std::string_view cell) {
  const auto items = parse_items(cell);
  return items.size() > 1 || (items.size() == 1 && items.front().product.size() < cell.size());
}

}  // namespace

Evidence examine(const Head& head, std::size_t column) {
  Evidence evidence;
  std::set<std::string_view> seen;
  std::size_t rows = 0;
  for (const auto& record : head.records) {
    if (++rows > kTellingRows) break;
    if (column >= record.size()) continue;
    const std::string_view cell = bare(record[column]);
    if (is_placeholder(cell) || is_empty_date(cell)) continue;
    ++evidence.filled;
    seen.insert(cell);
    if (const auto date = parse_date(cell)) {
      ++evidence.dates;
      evidence.dates_with_time += date->time != kNoTime;
    }
    evidence.times += parse_time(cell).has_value();
    if (parse_money(cell, {'.'}, 2) || parse_money(cell, {','}, 2)) {
      ++evidence.numbers;
      const bool whole = cell.find_first_of(".,") == std::string_view::npos;
      evidence.decimals += !whole;
      evidence.small_counts += whole && cell.size() <= 3;
      evidence.leading_zeros += cell.size() > 1 && cell.front() == '0' && whole;
      evidence.serial_days += is_serial_day(cell);
    }
    evidence.emails += cell.find('@') != std::string_view::npos;
    evidence.phones += !normal_phone(cell).empty() || is_masked(cell);
    evidence.masked += is_masked(cell);
    evidence.zones += parse_zone(cell).has_value();
    evidence.lists += lists_products(cell);
  }
  evidence.distinct = seen.size();
  return evidence;
}

}  // namespace regulars
