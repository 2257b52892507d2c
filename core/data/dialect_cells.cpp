// What cells and rows of the head are like.
#include <algorithm>
#include <string>

#include "core/data/dialect_parts.h"
#include "core/data/values.h"

namespace regulars {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_percentage(std::string_view cell) {
  return cell.size() > 1 && cell.back() == '%' && is_number(cell.substr(0, cell.size() - 1));
}

bool is_day(std::string_view cell) {
  return parse_date(cell).has_value() || parse_time(cell).has_value();
}

bool is_address(std::string_view cell) {
  if (cell.find(' ') != std::string_view::npos) return false;
  return cell.starts_with("http://") || cell.starts_with("https://") ||
         (cell.find('@') != std::string_view::npos && cell.find('.') != std::string_view::npos &&
          cell.find_first_of(",;|\t") == std::string_view::npos);
}

}  // namespace

bool is_number(std::string_view cell) {
  const auto letter = std::find_if(cell.begin(), cell.end(), is_letter);
  if (letter != cell.end()) {
    const auto end = std::find_if_not(letter, cell.end(), is_letter);
    if (!is_currency_code({&*letter, static_cast<std::size_t>(end - letter)})) return false;
  }
  return parse_money(cell, {'.'}, 2).has_value() || parse_money(cell, {','}, 2).has_value();
}

CellKind kind_of(std::string_view cell) {
  const std::string_view text = bare(cell);
  if (text.empty()) return CellKind::empty;
  if (is_day(text)) return CellKind::day;
  if (is_number(text) || is_percentage(text)) return CellKind::number;
  if (is_address(text)) return CellKind::address;
  constexpr std::string_view edges = ",\"'";
  if (text.find_first_of("\t|;^~") != std::string_view::npos ||
      edges.find(text.front()) != std::string_view::npos ||
      edges.find(text.back()) != std::string_view::npos)
    return CellKind::pieces;
  if (text.size() <= 40 && text.find_first_of(",\"{}[]<>=") == std::string_view::npos)
    return CellKind::name;
  return CellKind::text;
}

std::vector<HeadRow> read_rows(std::string_view head, bool whole, const Dialect& dialect,
                               std::size_t expected, std::size_t most) {
  std::vector<HeadRow> rows;
  CsvReader reader(dialect, expected);
  const auto keep = [&](const Record& record) {
    if (rows.size() >= most) return;
    HeadRow& row = rows.emplace_back();
    row.cells.assign(record.cells.begin(), record.cells.end());
    row.raw = record.raw;
    row.line = record.line;
    row.fault = record.fault;
    row.blank = record.kind == RecordKind::blank;
  };
  reader.push(head, keep);
  if (whole) reader.finish(keep);
  return rows;
}

std::size_t usual_width(const std::vector<HeadRow>& rows) {
  std::vector<std::size_t> counts;
  for (const HeadRow& row : rows) {
    if (row.blank || row.fault != Fault::none || row.cells.size() < 2) continue;
    if (counts.size() <= row.cells.size()) counts.resize(row.cells.size() + 1);
    ++counts[row.cells.size()];
  }
  std::size_t width = 0;
  for (std::size_t i = 2; i < counts.size(); ++i)
    if (counts[i] > 0 && (width == 0 || counts[i] >= counts[width])) width = i;
  return width;
}

}  // namespace regulars
