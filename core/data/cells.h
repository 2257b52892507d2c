// A delimited file as it stands: every record, no shop meaning.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/errors.h"
#include "core/data/dialect.h"

namespace regulars {

/// A piece of the file that belongs to it but is no row: a title, a blank line, a total.
struct StructuralCells {
  std::int64_t line = 0;
  std::string_view kind;  // blank, separator, preamble, header (again), totals, other_table
  std::string text;
};

/// A piece of the file with a fault in its quotes.
struct FaultyCells {
  std::int64_t line = 0;
  std::int64_t offset = 0;  // in bytes, of the UTF-8 text
  std::string_view reason;  // unclosed_quote, stray_quote
  std::string text;
};

/// All cells of a file.
struct Cells {
  Dialect dialect;
  std::vector<std::string> header;  // rows of one header joined; empty where there is none
  std::vector<std::vector<std::string>> records;
  std::vector<StructuralCells> structural;
  std::vector<FaultyCells>
      repaired;  // also among the records: one reading of the line fits the table
  std::vector<FaultyCells> rejected;  // in no record
};

/// Reads a whole file. A header without rows is a table without records, and so is an empty file.
/// Errors: not_text.
Result<Cells> read_cells(std::string_view file);

}  // namespace regulars
