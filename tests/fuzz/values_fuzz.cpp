// Any text as the cell of any column.
#include <cassert>
#include <string>

#include "core/data/identity.h"
#include "core/data/items.h"
#include "core/data/values.h"
#include "core/data/zones.h"
#include "tests/fuzz/promises.h"

namespace regulars {
namespace {

constexpr std::int32_t kDay = 86400;

void check_date(const std::optional<DateText>& date) {
  if (!date) return;
  // A day under one order at least, and under the one that its numbers prove.
  const DayOrder proven = order_of(*date);
  assert(date_of(*date, DayOrder::day_first) || date_of(*date, DayOrder::month_first));
  if (proven != DayOrder::undecided || date->year_first) assert(date_of(*date, proven));
  assert(date->time >= kNoTime && date->time < kDay);
  assert(date->offset > -kDay && date->offset < kDay);
  assert(date->has_offset || date->offset == 0);
  const auto day = date_of(*date, proven == DayOrder::undecided ? DayOrder::day_first : proven);
  if (!day) return;
  const auto again = parse_date(to_text(*day));
  assert(again && date_of(*again, DayOrder::undecided) == day);
}

void check_money(std::string_view cell, NumberStyle style, int digits) {
  const auto money = parse_money(cell, style, digits);
  if (!money) return;
  std::string text = to_text(*money, digits);
  for (char& c : text)
    if (c == '.') c = style.decimal;
  assert(parse_money(text, style, digits) == money);
}

void check_numbers(std::string_view cell) {
  for (const NumberStyle style : {NumberStyle{'.'}, NumberStyle{','}}) {
    for (const int digits : {0, 2, 3}) check_money(cell, style, digits);
    static_cast<void>(parse_quantity(cell, style));
    // A percentage is no amount.
    if (parse_percent(cell, style)) assert(!parse_money(cell, style, 2));
  }
  const char proven = proven_decimal(cell);
  assert(proven == 0 || proven == '.' || proven == ',');
  if (proven != 0) assert(parse_money(cell, {proven}, 2));
}

void check_people(std::string_view cell) {
  // One spelling is its own spelling.
  const std::string email = normal_email(cell);
  assert(email.empty() || normal_email(email) == email);
  const std::string phone = normal_phone(cell);
  assert(phone.empty() || normal_phone(phone) == phone);
  const std::size_t half = cell.size() / 2;
  const std::string who = normal_name_and_postcode(cell.substr(0, half), cell.substr(half));
  assert(who.empty() || who.find('\n') != std::string::npos);
  static_cast<void>(is_nobody(cell));
}

void check_lists(std::string_view cell) {
  for (const ListedItem& item : parse_items(cell)) {
    assert(item.product.empty() ||
           (item.product.data() >= cell.data() &&
            item.product.data() + item.product.size() <= cell.data() + cell.size()));
    assert(!item.product.empty());
  }
  if (const auto zone = parse_zone(cell)) {
    assert(zone->offset || !zone->iana.empty());
    if (zone->offset) assert(*zone->offset > -kDay && *zone->offset < kDay);
  }
}

}  // namespace
}  // namespace regulars

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace regulars;
  const std::string_view cell = text_of(bytes, size);
  check_date(parse_date(cell));
  check_date(parse_serial_date(cell));
  if (const auto time = parse_time(cell)) assert(*time >= 0 && *time < kDay);
  static_cast<void>(is_empty_date(cell));
  static_cast<void>(is_placeholder(cell));
  static_cast<void>(parse_status(cell));
  if (const auto code = parse_currency(cell)) assert(code->size() == 3);
  check_numbers(cell);
  check_people(cell);
  check_lists(cell);
  return 0;
}
