// Any header, with any cells below it: the first line holds the names of the columns, the others
// records; a bar sets cells apart.
#include <algorithm>

#include "core/data/profiles.h"
#include "tests/fuzz/promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace regulars;
  const std::vector<std::string_view> lines = parts_of(text_of(bytes, size), '\n');
  Head head;
  for (const std::string_view name : parts_of(lines[0], '|')) head.header.emplace_back(name);
  head.shape.cells = head.header.size();
  head.shape.header_rows = 1;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string_view> cells = parts_of(lines[i], '|');
    head.records.emplace_back(cells.begin(), cells.end());
  }
  const Result<Layout> guessed = find_columns(head);
  if (guessed) check_layout(head, *guessed);
  // The user's choice is what the first columns are, whatever that makes of the others.
  ColumnMap chosen;
  for (std::size_t i = 0; i < std::min<std::size_t>(head.header.size(), 3); ++i)
    chosen[static_cast<Role>((head.header[i].size() * 7 + i) % kRoles)] = std::to_string(i + 1);
  if (const Result<Layout> layout = find_columns(head, chosen)) check_layout(head, *layout);
  return 0;
}
