// What the steps of reading the head of a file share: its rows, what their cells are like, and what
// each step finds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/csv.h"

namespace regulars {

/// Records of the head that are looked at.
inline constexpr std::size_t kRecordsToCompare = 300;

/// One record of the head.
struct HeadRow {
  std::vector<std::string> cells;
  std::string raw;
  std::int64_t line = 0;
  Fault fault = Fault::none;
  bool blank = false;
};

/// The first `most` records of the head under a dialect; `expected` cells, 0 where that is not
/// known.
std::vector<HeadRow> read_rows(std::string_view head, bool whole, const Dialect& dialect,
                               std::size_t expected, std::size_t most = kRecordsToCompare);

/// The number of cells that most rows have, two at least; 0 where no row has two. Of equals, the
/// larger one: a list of notes above a table has fewer columns than it.
std::size_t usual_width(const std::vector<HeadRow>& rows);

/// What a cell is like.
enum class CellKind : std::uint8_t { empty, day, number, address, name, text, pieces };

/// Cells in which a delimiter or a quote of another dialect is left are pieces, not cells.
CellKind kind_of(std::string_view cell);

/// Whether it is a day or a number.
inline bool is_typed(CellKind kind) { return kind == CellKind::day || kind == CellKind::number; }

/// Letters beside digits make a name, "col1" or "rs12", unless they are a currency's code.
bool is_number(std::string_view cell);

/// The dialect that splits the head best; its score is 0 where nothing is split.
struct DialectChoice {
  Dialect dialect;
  double score = 0;
};

/// Weighs all dialects. `named`: the delimiter that the file names itself, else empty.
DialectChoice choose_dialect(std::string_view sample, bool whole, const std::string& named);

/// Which of the rows is the first of the table, and how many are its header.
struct TablePlace {
  std::size_t first = 0;
  std::size_t header_rows = 0;
  std::size_t width = 0;
};

/// Titles and notes may stand above a table, with or without delimiters.
TablePlace find_table(const std::vector<HeadRow>& rows, std::size_t width);

/// The names of the columns: the rows of the header joined by a blank, column by column.
std::vector<std::string> join_header(const std::vector<HeadRow>& rows, const TablePlace& table,
                                     std::size_t width);

/// A column of days or numbers without a gap: a day where there is one; -1 where there is none.
std::int32_t find_typed_column(const std::vector<HeadRow>& rows, std::size_t from,
                               std::size_t width);

}  // namespace regulars
