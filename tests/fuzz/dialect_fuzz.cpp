// Any bytes as the head of a file: its dialect, its shape, its columns.
#include <cassert>

#include "core/data/cells.h"
#include "tests/fuzz/promises.h"

namespace regulars {
namespace {

void check_head(std::string_view text, bool whole) {
  const Result<Head> head = read_shape(text, whole);
  if (!head) return;
  assert(head->shape.cells > 1 && head->header.size() > 1);
  assert(head->shape.table_line > 0 && head->shape.header_rows >= 0);
  assert(head->shape.typed_column < static_cast<std::int32_t>(head->shape.cells));
  assert(!head->dialect.delimiter.empty());
  if (const Result<Layout> layout = find_columns(*head)) check_layout(*head, *layout);
}

}  // namespace
}  // namespace regulars

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  regulars::check_head(regulars::text_of(bytes, size), true);
  regulars::check_head(regulars::text_of(bytes, size), false);
  static_cast<void>(regulars::read_cells(regulars::text_of(bytes, size)));
  return 0;
}
