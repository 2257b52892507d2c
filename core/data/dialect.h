// The first bytes of a file: is it text, how are its cells set apart, does it have a header?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/errors.h"
#include "core/data/csv.h"

namespace regulars {

/// What the head of a file tells of its shape.
struct Head {
  Dialect dialect;
  std::vector<std::string> header;  // trimmed; empty texts in a file without header, one per column
  std::vector<std::vector<std::string>>
      records;  // those below the header, as far as the head goes; none is cut off
};

/// The shape of a file, be it without rows below its header. Errors: empty_file, not_text,
/// no_columns.
Result<Head> read_shape(std::string_view head, bool whole);

/// Reads the head of a file (256 KiB suffice; `whole` says that it is all of it). Delimiter and
/// quote are those under which the records agree best in their number of cells with the first one;
/// runs of blanks only where nothing else splits. Errors: empty_file, not_text, no_columns,
/// no_rows.
Result<Head> read_head(std::string_view head, bool whole);

}  // namespace regulars
