// Any bytes as a file: the same records at every chunking, every byte and every row accounted for.
#include <algorithm>
#include <cassert>
#include <string>

#include "core/data/intake.h"
#include "tests/fuzz/promises.h"

namespace regulars {
namespace {

/// A record that outlives its reader's buffer.
struct Kept {
  std::vector<std::string> cells;
  std::string raw;
  std::int64_t line, offset, bytes;
  Fault fault;
  RecordKind kind;
  bool operator==(const Kept&) const = default;
};

// Pieces of one byte to seventeen, by the text itself.
template <class Push>
void in_pieces(std::string_view text, Push&& push) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = 1 + static_cast<unsigned char>(text[at]) % 17;
    push(text.substr(at, size));
    at += size;
  }
}

std::vector<Kept> records_of(CsvReader reader, std::string_view text, bool pieces) {
  std::vector<Kept> records;
  const auto keep = [&](const Record& record) {
    records.push_back({{record.cells.begin(), record.cells.end()},
                       std::string(record.raw),
                       record.line,
                       record.offset,
                       record.bytes,
                       record.fault,
                       record.kind});
  };
  if (pieces)
    in_pieces(text, [&](std::string_view piece) { reader.push(piece, keep); });
  else
    reader.push(text, keep);
  reader.finish(keep);
  return records;
}

void check_records(const CsvReader& reader, std::string_view text) {
  const std::vector<Kept> whole = records_of(reader, text, false);
  assert(whole == records_of(reader, text, true));
  std::int64_t offset = 0;
  std::int64_t line = 1;
  for (const Kept& record : whole) {
    assert(record.offset == offset && record.line >= line && record.bytes > 0);
    offset += record.bytes;
    line = record.line + 1;
  }
  assert(offset == static_cast<std::int64_t>(text.size()));
}

void read_pieces(FileReader& reader, std::string_view text, bool pieces) {
  if (pieces)
    in_pieces(text, [&](std::string_view piece) { reader.push(piece); });
  else
    reader.push(text);
  reader.finish();
}

void check_file(std::string_view text, const Head& head, const Layout& layout) {
  OrderTable whole;
  FileReader reader(whole, head, layout, {});
  read_pieces(reader, text, false);
  OrderTable pieces;
  FileReader other(pieces, head, layout, {});
  read_pieces(other, text, true);
  check_table(whole);
  assert(whole.lines.size() == pieces.lines.size());
  for (std::size_t i = 0; i < whole.lines.size(); ++i)
    assert(whole.lines.amount[i] == pieces.lines.amount[i] &&
           whole.lines.order[i] == pieces.lines.order[i] &&
           whole.lines.row[i] == pieces.lines.row[i]);
  assert(whole.rejects.size() == pieces.rejects.size());

  // Every row that was rejected is read again as it is, and once more without what is wrong in it.
  const std::vector<Reject> rejects = whole.rejects;
  for (std::size_t i = 0; i < std::min<std::size_t>(rejects.size(), 4); ++i)
    for (const Mending mending : {Mending::fixed, Mending::kept}) {
      FileReader again(whole, 0, {});
      const std::int64_t kept = whole.files[0].rows_kept;
      const bool mended = again.mend(rejects[i].text, rejects[i].row, mending);
      assert(whole.files[0].rows_kept == kept + (mended ? 1 : 0));
    }
  assert(whole.files[0].rows_read == whole.files[0].rows_kept + whole.files[0].rows_rejected);
}

}  // namespace
}  // namespace regulars

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace regulars;
  const std::string_view text = text_of(bytes, size);
  check_records(CsvReader(Dialect{}), text);
  check_records(CsvReader(Dialect{.delimiter = ", ", .quote = '\'', .escape = '\\'}, 3), text);
  check_records(CsvReader(Dialect{.delimiter = " "}), text);
  check_records(CsvReader(Dialect{.delimiter = " ", .in_runs = true}), text);
  // A sample of the file tells its shape; what stands behind that can be anything.
  const std::string_view start = text.substr(0, std::min<std::size_t>(size, 300));
  const Result<Head> head = read_head(start, start.size() == size);
  if (!head) return 0;
  check_records(CsvReader(head->dialect, head->shape), text);
  if (const Result<Layout> layout = find_columns(*head)) check_file(text, *head, *layout);
  return 0;
}
