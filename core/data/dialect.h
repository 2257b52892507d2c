// The first bytes of a file: is it text, how are its cells set apart, where does its table begin,
// does it have a header?
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/errors.h"
#include "core/data/csv.h"

namespace regulars {

/// What the head of a file tells of its shape.
struct Head {
  Dialect dialect;
  Shape shape;
  std::vector<std::string> header;  // trimmed, rows of one header joined by a blank; empty texts in
                                    // a file without header, one per column
  std::vector<std::vector<std::string>>
      records;  // the data below the header, as far as the head goes; none is cut off
};

/// The shape of a file, be it without rows below its header. Errors: empty_file, not_text,
/// no_columns.
Result<Head> read_shape(std::string_view head, bool whole);

/// Reads the head of a file (256 KiB suffice; `whole` says that it is all of it). Delimiter and
/// quote are those under which most rows have the same number of cells and the cells are most like
/// days, amounts and names, rather than pieces of them. Errors: empty_file, not_text, no_columns,
/// no_rows.
Result<Head> read_head(std::string_view head, bool whole);

/// Whether a row names columns: it has no day, no number and no address in it, and most of its
/// cells are filled.
bool is_header_row(std::span<const std::string_view> cells);

/// Whether a row adds up others: its first filled cell says "total", "Summe" or the like, and no
/// cell is a day.
bool is_totals_row(std::span<const std::string_view> cells);

/// Whether one of those words begins with a letter, or with the first byte of one.
bool may_begin_total(char letter);

}  // namespace regulars
