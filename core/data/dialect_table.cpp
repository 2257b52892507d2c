// Where the table stands in the head, and what its columns are called.
#include <algorithm>

#include "core/data/dialect.h"
#include "core/data/dialect_parts.h"
#include "core/data/values.h"

namespace regulars {
namespace {

std::size_t filled(const HeadRow& row) {
  return static_cast<std::size_t>(
      std::count_if(row.cells.begin(), row.cells.end(),
                    [](const std::string& cell) { return !bare(cell).empty(); }));
}

// Whether all filled cells are names.
bool names_only(const HeadRow& row) {
  return std::none_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
    const CellKind kind = kind_of(cell);
    return is_typed(kind) || kind == CellKind::address;
  });
}

bool names_columns(const HeadRow& row) {
  return names_only(row) && filled(row) * 2 > row.cells.size();
}

// What most cells of each column are, of the rows from `from` on: a day or a number, or else text.
std::vector<CellKind> kinds_of_columns(const std::vector<HeadRow>& rows, std::size_t from,
                                       std::size_t width) {
  constexpr std::size_t most = 100;
  std::vector<CellKind> kinds(width, CellKind::text);
  for (std::size_t column = 0; column < width; ++column) {
    std::size_t days = 0;
    std::size_t numbers = 0;
    std::size_t all = 0;
    for (std::size_t i = from; i < rows.size() && all < most; ++i) {
      if (i > from && rows[i - 1].blank && names_columns(rows[i])) break;  // another table
      if (rows[i].cells.size() != width) continue;
      const CellKind kind = kind_of(rows[i].cells[column]);
      days += kind == CellKind::day;
      numbers += kind == CellKind::number;
      ++all;
    }
    if (days * 10 >= all * 6 && days > 0) kinds[column] = CellKind::day;
    if (numbers * 10 >= all * 6 && numbers > 0) kinds[column] = CellKind::number;
  }
  return kinds;
}

// Whether a row has a day or a number in at least one of the columns that hold them, and nothing
// else in most of those.
bool is_of_columns(const HeadRow& row, const std::vector<CellKind>& kinds) {
  std::size_t typed = 0;
  std::size_t alike = 0;
  for (std::size_t i = 0; i < kinds.size() && i < row.cells.size(); ++i) {
    if (!is_typed(kinds[i])) continue;
    ++typed;
    alike += kind_of(row.cells[i]) == kinds[i];
  }
  return typed > 0 && alike * 2 > typed;
}

bool is_year(std::string_view cell) {
  const std::string_view text = bare(cell);
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos &&
         text >= "1900" && text < "2100";
}

// Whether a row names columns after years: "name,2019,2020", each year once, over rows that hold
// something else in those columns.
bool names_years(const std::vector<HeadRow>& rows, std::size_t at) {
  const HeadRow& row = rows[at];
  std::size_t names = 0;
  std::vector<std::string_view> years;
  std::size_t years_below = 0;
  if (at + 1 == rows.size() || rows[at + 1].cells.size() != row.cells.size()) return false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (is_year(row.cells[i])) {
      if (std::find(years.begin(), years.end(), bare(row.cells[i])) != years.end()) return false;
      years.push_back(bare(row.cells[i]));
      years_below += is_year(rows[at + 1].cells[i]);
    } else if (is_typed(kind_of(row.cells[i]))) {
      return false;
    } else {
      names += !bare(row.cells[i]).empty();
    }
  }
  return names > 0 && years.size() > 1 && years_below == 0;
}

bool is_near(const HeadRow& row, std::size_t width) {
  return row.cells.size() + 1 >= width && row.cells.size() <= width + 1 && row.cells.size() > 1;
}

// How many rows from `first` on are one header: each names columns and none has a day or number
// where the rows below have them.
std::size_t count_header_rows(const std::vector<HeadRow>& rows, const TablePlace& table) {
  constexpr std::size_t most_rows = 3;
  std::size_t count = 1;
  for (std::size_t i = table.first + 1; i < rows.size() && count < most_rows; ++i, ++count) {
    if (rows[i].blank || !is_near(rows[i], table.width) || !names_columns(rows[i])) break;
    const std::vector<CellKind> kinds = kinds_of_columns(rows, i + 1, table.width);
    const auto typed =
        static_cast<std::size_t>(std::count_if(kinds.begin(), kinds.end(), is_typed));
    std::size_t named = 0;
    for (std::size_t column = 0; column < table.width && column < rows[i].cells.size(); ++column)
      named += is_typed(kinds[column]) && !bare(rows[i].cells[column]).empty();
    const bool same = rows[i].raw == rows[table.first].raw;
    if (!same && (typed < 2 || named * 2 < typed)) break;
  }
  return count;
}

}  // namespace

TablePlace find_table(const std::vector<HeadRow>& rows, std::size_t width) {
  constexpr std::size_t title_rows = 20;
  TablePlace table{.width = width};
  while (table.first < rows.size() &&
         (rows[table.first].blank || rows[table.first].cells.size() != width))
    ++table.first;
  // The header may have a cell more or less than the rows.
  if (table.first > 0 && !names_columns(rows[table.first])) {
    const HeadRow& above = rows[table.first - 1];
    if (!above.blank && is_near(above, width) && names_columns(above)) --table.first;
  }
  const std::size_t last = std::min(rows.size(), table.first + title_rows);
  // A row with hardly a cell filled is a title, if a fuller one that names columns follows.
  for (std::size_t i = table.first; i < last; ++i) {
    if (rows[i].blank) continue;
    if (filled(rows[i]) > std::max<std::size_t>(1, width / 3)) {
      if (names_columns(rows[i])) table.first = i;
      break;
    }
  }
  // Rows with days and numbers of their own may stand above the header as well, if they are not
  // like the rows below it. What seems a header itself is above another only with a blank line
  // between and more rows below than above.
  const bool named = names_columns(rows[table.first]);
  for (std::size_t i = table.first + 1; i + 1 < last; ++i) {
    if (rows[i].blank || !is_near(rows[i], width) || !names_columns(rows[i])) continue;
    const auto header = rows.begin() + static_cast<std::ptrdiff_t>(i);
    const auto is_filled = [](const HeadRow& row) { return !row.blank; };
    if (named && (!rows[i - 1].blank ||
                  std::count_if(header, rows.end(), is_filled) <=
                      std::count_if(rows.begin() + static_cast<std::ptrdiff_t>(table.first), header,
                                    is_filled)))
      continue;
    const std::vector<CellKind> kinds = kinds_of_columns(rows, i + 1, width);
    const bool alike =
        std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(table.first), header,
                    [&](const HeadRow& row) { return !row.blank && is_of_columns(row, kinds); });
    if (alike || std::none_of(kinds.begin(), kinds.end(), is_typed)) continue;
    table.first = i;
    break;
  }
  if (names_columns(rows[table.first]))
    table.header_rows = count_header_rows(rows, table);
  else if (names_years(rows, table.first))
    table.header_rows = 1;
  return table;
}

std::vector<std::string> join_header(const std::vector<HeadRow>& rows, const TablePlace& table,
                                     std::size_t width) {
  std::vector<std::string> header(width);
  for (std::size_t i = 0; i < table.header_rows; ++i) {
    std::vector<std::string> names = rows[table.first + i].cells;
    // A delimiter too many: the names behind it belong to the columns before.
    while (names.size() > width) {
      const auto blank = std::find_if(names.begin(), names.end(),
                                      [](const std::string& name) { return bare(name).empty(); });
      if (blank == names.end()) break;
      names.erase(blank);
    }
    if (names.size() > header.size()) header.resize(names.size());
    for (std::size_t column = 0; column < names.size(); ++column) {
      const std::string_view name = bare(names[column]);
      if (name.empty()) continue;
      if (!header[column].empty()) header[column] += ' ';
      header[column] += name;
    }
  }
  return header;
}

std::int32_t find_typed_column(const std::vector<HeadRow>& rows, std::size_t from,
                               std::size_t width) {
  std::int32_t found = -1;
  const std::vector<CellKind> kinds = kinds_of_columns(rows, from, width);
  for (std::size_t column = 0; column < width; ++column) {
    if (!is_typed(kinds[column]) || (found >= 0 && kinds[column] != CellKind::day)) continue;
    found = static_cast<std::int32_t>(column);
    if (kinds[column] == CellKind::day) break;
  }
  return found;
}

bool is_header_row(std::span<const std::string_view> cells) {
  std::size_t names = 0;
  for (const std::string_view cell : cells) {
    const CellKind kind = kind_of(cell);
    if (is_typed(kind) || kind == CellKind::address) return false;
    names += kind != CellKind::empty;
  }
  return names * 2 > cells.size();
}

}  // namespace regulars
