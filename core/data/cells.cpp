#include "core/data/cells.h"

namespace regulars {

Result<Cells> read_cells(std::string_view file) {
  const Result<Head> head =
      read_shape(file.substr(0, std::size_t{1} << 18), file.size() <= std::size_t{1} << 18);
  Cells cells;
  if (head) {
    cells.dialect = head->dialect;
  } else if (head.error().code == ErrorCode::empty_file ||
             head.error().code == ErrorCode::not_text) {
    return head.error();
  } else if (head.error().code == ErrorCode::no_columns) {
    cells.dialect.header_line = 0;
  }
  bool header_pending = cells.dialect.header_line > 0;
  CsvReader reader(cells.dialect, head ? head->header.size() : 0);
  const auto take = [&](const Record& record) {
    if (record.fault == Fault::unclosed_quote) {
      cells.rejected.push_back(
          {record.line, record.offset, "unclosed_quote", std::string(record.raw)});
    } else if (header_pending) {
      header_pending = false;
      cells.header.assign(record.cells.begin(), record.cells.end());
    } else {
      cells.records.emplace_back(record.cells.begin(), record.cells.end());
    }
  };
  reader.push(file, take);
  reader.finish(take);
  return cells;
}

}  // namespace regulars
