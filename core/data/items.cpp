#include "core/data/items.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/data/cursor.h"
#include "core/data/values.h"

namespace regulars {
namespace {

// Signs for "times": the letter x, the multiplication sign, the asterisk of Chinese lists.
constexpr std::array<std::string_view, 5> kTimes{"\u00D7", "x", "X", "*", "\u2715"};
// Chinese counting words, as UTF-8: piece (two), portion, set, bottle, box, bag, book.
constexpr std::array<std::string_view, 8> kPieces{"\u4EF6", "\u4E2A", "\u4EFD", "\u5957",
                                                  "\u74F6", "\u76D2", "\u888B", "\u672C"};
constexpr std::string_view kOpened = "\uFF08";
constexpr std::string_view kClosed = "\uFF09";

std::size_t times_at(std::string_view text) {
  for (const std::string_view sign : kTimes)
    if (text.starts_with(sign)) return sign.size();
  return 0;
}

// 2x Mug: the quantity leads, and a blank stands before the name.
bool read_leading(std::string_view part, ListedItem& item) {
  std::size_t digits = 0;
  while (digits < part.size() && (is_digit(part[digits]) || part[digits] == '.')) ++digits;
  if (digits == 0 || digits > 8) return false;
  std::string_view rest = part.substr(digits);
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  const std::size_t sign = times_at(rest);
  if (sign == 0 || rest.size() <= sign + 1) return false;
  // "2x4 m timber" is a name.
  if (rest[sign] != ' ' && sign == 1) return false;
  const auto quantity = parse_quantity(part.substr(0, digits), {});
  if (!quantity) return false;
  item = {bare(rest.substr(sign)), *quantity};
  return true;
}

// Mug x 2, Mug x2, Mug*2.
bool read_trailing(std::string_view part, ListedItem& item) {
  std::size_t begin = part.size();
  while (begin > 0 && is_digit(part[begin - 1])) --begin;
  if (begin == part.size() || part.size() - begin > 6) return false;
  std::string_view name = part.substr(0, begin);
  while (name.ends_with(' ')) name.remove_suffix(1);
  for (const std::string_view sign : kTimes) {
    if (!name.ends_with(sign)) continue;
    std::string_view before = name.substr(0, name.size() - sign.size());
    if ((sign == "x" || sign == "X") && !before.ends_with(' ')) return false;  // Galaxy X 5, box2
    const auto quantity = parse_quantity(part.substr(begin), {});
    if (!quantity || bare(before).empty()) return false;
    item = {bare(before), *quantity};
    return true;
  }
  return false;
}

// Mug(2 pieces), in half- or full-width brackets.
bool read_bracketed(std::string_view part, ListedItem& item) {
  if (part.ends_with(')'))
    part.remove_suffix(1);
  else if (part.ends_with(kClosed))
    part.remove_suffix(kClosed.size());
  else
    return false;
  const std::size_t narrow = part.rfind('(');
  const std::size_t wide = part.rfind(kOpened);
  std::size_t opened = narrow;
  std::size_t width = 1;
  if (wide != std::string_view::npos && (narrow == std::string_view::npos || wide > narrow)) {
    opened = wide;
    width = kOpened.size();
  }
  if (opened == std::string_view::npos || opened == 0) return false;
  std::string_view count = bare(part.substr(opened + width));
  bool counted = false;
  for (const std::string_view piece : kPieces)
    if (count.ends_with(piece)) {
      count.remove_suffix(piece.size());
      counted = true;
      break;
    }
  if (!counted) {  // (x2)
    const std::size_t sign = times_at(count);
    if (sign == 0) return false;
    count.remove_prefix(sign);
  }
  const auto quantity = parse_quantity(count, {});
  if (!quantity) return false;
  item = {bare(part.substr(0, opened)), *quantity};
  return true;
}

bool read_counted(std::string_view part, ListedItem& item) {
  return read_leading(part, item) || read_bracketed(part, item) || read_trailing(part, item);
}

// Whether a part may name a product with its kind: "Latte (Regular)". Brackets that are open yet
// make no kind.
bool has_kind(std::string_view part) {
  const std::size_t opened = part.find(" (");
  return opened != std::string_view::npos && part.find(')', opened) != std::string_view::npos &&
         std::count(part.begin(), part.end(), '(') == std::count(part.begin(), part.end(), ')');
}

// Tills write a quantity only where it is not one, and the kind behind each name: "2 x Latte
// (Regular), Scone (Plain) - warm". A comma between two such products sets them apart.
bool is_between_kinds(std::string_view before, std::string_view behind) {
  ListedItem item;
  // WooCommerce begins each product with a quantity: what has none belongs to the name.
  const std::string_view sign =
      before.substr(std::min(before.size(), before.find_first_not_of("0123456789")));
  if (read_leading(before, item) && !sign.starts_with(" x ")) return false;
  return has_kind(before) &&
         (read_leading(behind, item) || behind.find(" (") != std::string_view::npos);
}

// Where the next part of a list of commas begins: behind the first comma after which a quantity
// leads, or before which one ends, or between two products with their kinds. npos where there is
// none.
std::size_t comma_end(std::string_view text, std::size_t& width) {
  const bool leading = [&] {
    ListedItem item;
    return read_leading(text, item);
  }();
  for (std::size_t i = 0; i < text.size(); ++i) {
    // A comma, a full-width comma, the Chinese mark of enumeration.
    width = text[i] == ','                                                                 ? 1
            : text.substr(i).starts_with("\uFF0C") || text.substr(i).starts_with("\u3001") ? 3
                                                                                           : 0;
    if (width == 0) continue;
    ListedItem item;
    const std::string_view before = bare(text.substr(0, i));
    const std::string_view behind = bare(text.substr(i + width));
    if (leading ? read_leading(behind, item)
                : read_bracketed(before, item) || read_trailing(before, item))
      return i;
    if (width == 1 && is_between_kinds(before, behind)) return i;
  }
  return std::string_view::npos;
}

void read_part(std::string_view part, std::vector<ListedItem>& items) {
  for (part = bare(part); !part.empty();) {
    std::size_t width = 0;
    const std::size_t end = comma_end(part, width);
    const std::string_view one = bare(part.substr(0, end));
    ListedItem item{one, 1000};
    if (!one.empty()) {
      read_counted(one, item);
      items.push_back(item);
    }
    if (end == std::string_view::npos) return;
    part = bare(part.substr(end + width));
  }
}

}  // namespace

std::vector<ListedItem> parse_items(std::string_view cell) {
  std::vector<ListedItem> items;
  std::string_view rest = bare(cell);
  if (is_placeholder(rest)) return items;
  constexpr std::string_view wide_semicolon = "\uFF1B";
  while (!rest.empty()) {
    const std::size_t mark = rest.find_first_of(";|\n\r");
    const std::size_t wide = rest.find(wide_semicolon);
    const std::size_t end = std::min(mark, wide);
    read_part(rest.substr(0, end), items);
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + (end == wide ? wide_semicolon.size() : 1));
  }
  return items;
}

}  // namespace regulars
