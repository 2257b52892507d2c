// A delimited file as it stands: every record, no shop meaning.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/errors.h"
#include "core/data/dialect.h"

namespace regulars {

/// A piece of the file that could not be read as a record.
struct RejectedCells {
  std::int64_t line = 0;
  std::int64_t offset = 0;  // in bytes, of the UTF-8 text
  std::string_view reason;  // unclosed_quote
  std::string text;
};

/// All cells of a file.
struct Cells {
  Dialect dialect;
  std::vector<std::string> header;  // empty where there is none
  std::vector<std::vector<std::string>> records;
  std::vector<RejectedCells> rejected;
};

/// Reads a whole file. A header without rows is a table without records. Errors: empty_file,
/// not_text.
Result<Cells> read_cells(std::string_view file);

}  // namespace regulars
