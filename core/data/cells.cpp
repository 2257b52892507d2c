#include "core/data/cells.h"

#include <array>

namespace regulars {
namespace {

constexpr std::array<std::string_view, 3> kFaultWords{"none", "unclosed_quote", "stray_quote"};

constexpr std::array<std::string_view, 7> kKindWords{"data",   "blank",  "separator",  "preamble",
                                                     "header", "totals", "other_table"};

}  // namespace

Result<Cells> read_cells(std::string_view file) {
  constexpr std::size_t head_size = std::size_t{1} << 18;
  const Result<Head> head = read_shape(file.substr(0, head_size), file.size() <= head_size);
  Cells cells;
  Shape shape;
  if (head) {
    cells.dialect = head->dialect;
    if (head->shape.header_rows > 0) cells.header = head->header;
    shape = head->shape;
  } else if (head.error().code == ErrorCode::not_text) {
    return head.error();
  } else {
    cells.dialect.header_line = 0;
  }
  std::int32_t header_left = shape.header_rows;
  const std::size_t width = shape.cells;
  CsvReader reader(cells.dialect, std::move(shape));
  const auto take = [&](const Record& record) {
    if (record.kind == RecordKind::header && header_left > 0) {
      --header_left;
      return;
    }
    if (record.kind != RecordKind::data) {
      cells.structural.push_back({record.line, kKindWords[static_cast<std::size_t>(record.kind)],
                                  std::string(record.raw)});
      return;
    }
    // A quote without a partner on its line may have swallowed anything. A stray one has not, where
    // the line still has the cells of its table.
    const bool whole = record.cells.size() == width ||
                       (record.cells.size() == width + 1 && record.cells.back().empty());
    if (record.fault != Fault::none) {
      const bool repaired = record.fault == Fault::stray_quote && whole;
      (repaired ? cells.repaired : cells.rejected)
          .push_back({record.line, record.offset,
                      kFaultWords[static_cast<std::size_t>(record.fault)],
                      std::string(record.raw)});
      if (!repaired) return;
    }
    cells.records.emplace_back(record.cells.begin(), record.cells.end());
  };
  reader.push(file, take);
  reader.finish(take);
  return cells;
}

}  // namespace regulars
