#include "core/data/values.h"

#include <algorithm>
#include <array>

#include "core/data/cursor.h"

namespace regulars {
namespace {

// What stands where nothing is to be said, besides dashes. The last two: Chinese "none", "empty".
constexpr std::array<std::string_view, 12> kPlaceholders{"n/a",  "na",     "null",   "nil",
                                                         "none", "(none)", "(null)", "(empty)",
                                                         "#n/a", "nan",    "\u65E0", "\u7A7A"};

// Dashes as UTF-8: hyphen to horizontal bar, minus, full-width hyphen, middle dot.
bool skip_dash(std::string_view& text) {
  for (const std::string_view dash : {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014",
                                      "\u2015", "\u2212", "\uFF0D", "\u00B7"})
    if (text.starts_with(dash)) {
      text.remove_prefix(dash.size());
      return true;
    }
  return false;
}

// Blanks of any width: tab, no-break and ideographic blank, byte order mark.
bool skip_blank(std::string_view& text) {
  for (const std::string_view blank :
       {" ", "\t", "\r", "\n", "\u00A0", "\u3000", "\u202F", "\uFEFF"})
    if (text.starts_with(blank)) {
      text.remove_prefix(blank.size());
      return true;
    }
  return false;
}

}  // namespace

std::string_view unwrap(std::string_view cell) {
  while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t')) cell.remove_prefix(1);
  while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t')) cell.remove_suffix(1);
  if (cell.size() >= 3 && cell.starts_with("=\"") && cell.back() == '"')
    return bare(cell.substr(2, cell.size() - 3));
  if (cell.size() > 1 && cell.front() == '\'' && (is_digit(cell[1]) || cell[1] == '+'))
    cell.remove_prefix(1);
  return cell;
}

bool is_placeholder(std::string_view cell) {
  std::string_view text = bare(cell);
  if (text.empty()) return true;
  // None of them holds a figure.
  if (text.size() > 16 || std::any_of(text.begin(), text.end(), is_digit)) return false;
  for (const std::string_view word : kPlaceholders)
    if (same_letters(text, word)) return true;
  while (skip_dash(text) || skip_blank(text)) {
  }
  return text.empty();
}

std::optional<std::string> parse_currency(std::string_view cell) {
  std::string code(bare(cell));
  if (code.size() != 3) return {};
  for (char& c : code) {
    if (!is_letter(c)) return {};
    c = static_cast<char>(lower(c) - 'a' + 'A');
  }
  return code == "RMB" ? "CNY" : code;
}

}  // namespace regulars
