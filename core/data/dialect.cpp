#include "core/data/dialect.h"

#include <algorithm>
#include <array>

#include "core/data/dialect_parts.h"
#include "core/data/values.h"

namespace regulars {
namespace {

constexpr std::size_t kBytesToCompare = std::size_t{1} << 16;

// The first bytes of what owners drop by mistake: PNG, JPEG, GIF, PDF, ZIP (and so xlsx), gzip, old
// Excel, WebP and AVI.
constexpr std::array<std::string_view, 8> kSignatures{
    "\x89PNG",  "\xFF\xD8\xFF",     "GIF8", "%PDF", "PK\x03\x04",
    "\x1F\x8B", "\xD0\xCF\x11\xE0", "RIFF"};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// NULs alone make no binary file: they are what is left of UTF-16 or of a torn disk block.
bool is_text(std::string_view head) {
  for (const std::string_view signature : kSignatures)
    if (head.starts_with(signature)) return false;
  std::size_t odd = 0;
  std::size_t nuls = 0;
  for (const char c : head) {
    if (c == '\0')
      ++nuls;
    else if (static_cast<unsigned char>(c) < 32 && c != '\n' && c != '\r' && c != '\t')
      ++odd;
  }
  if (nuls > 0 && nuls == head.size()) return false;
  return odd * 100 <= head.size() - nuls;  // one control character in a hundred is forgiven
}

std::string first_line_end(std::string_view head) {
  const std::size_t at = head.find_first_of("\r\n");
  if (at == std::string_view::npos || head[at] == '\n') return "\n";
  return at + 1 < head.size() && head[at + 1] == '\n' ? "\r\n" : "\r";
}

// The delimiter that a first line "sep=;" names, be it in quotes; empty where there is none.
std::string named_delimiter(std::string_view head) {
  std::string_view line = head.substr(0, head.find_first_of("\r\n"));
  if (line.size() >= 2 && line.front() == '"' && line.back() == '"')
    line = line.substr(1, line.size() - 2);
  if (line.size() < 5 || line.size() > 7) return {};
  for (std::size_t i = 0; i < 3; ++i)
    if ((line[i] | 0x20) != "sep"[i]) return {};
  if (line[3] != '=') return {};
  line.remove_prefix(4);
  return line == "\\t" ? "\t" : std::string(line);
}

}  // namespace

Result<Head> read_shape(std::string_view head, bool whole) {
  if (!is_text(head)) return Error{.code = ErrorCode::not_text};
  std::string without_nuls;
  if (head.find('\0') != std::string_view::npos) {
    without_nuls = head;
    std::erase(without_nuls, '\0');
    head = without_nuls;
  }
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  if (head.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return Error{.code = ErrorCode::empty_file};

  const std::string named = named_delimiter(head);
  std::string_view body = head;
  if (!named.empty()) {
    const std::size_t end = std::min(head.size(), head.find_first_of("\r\n"));
    body.remove_prefix(std::min(head.size(), end + (head.substr(end, 2) == "\r\n" ? 2 : 1)));
  }
  std::string_view sample = body;
  if (sample.size() > kBytesToCompare) {
    sample = sample.substr(0, kBytesToCompare);
    const std::size_t end = sample.find_last_of("\r\n");
    if (end != std::string_view::npos) sample = sample.substr(0, end + 1);
  }
  const bool whole_sample = whole && sample.size() == body.size();

  DialectChoice choice = choose_dialect(sample, whole_sample, named);
  if (choice.score == 0) return Error{.code = ErrorCode::no_columns};
  Head result;
  result.dialect = std::move(choice.dialect);
  result.dialect.line_end = first_line_end(head);
  std::size_t width = usual_width(read_rows(sample, whole_sample, result.dialect, 0));
  const std::vector<HeadRow> rows = read_rows(sample, whole_sample, result.dialect, width);
  // Where quotes are broken, the rows that are expected may all have been read otherwise.
  const auto fits = [&](const HeadRow& row) { return !row.blank && row.cells.size() == width; };
  if (std::none_of(rows.begin(), rows.end(), fits)) width = usual_width(rows);
  if (width < 2 || std::none_of(rows.begin(), rows.end(), fits))
    return Error{.code = ErrorCode::no_columns};
  const TablePlace table = find_table(rows, width);
  const std::int64_t above = named.empty() ? 0 : 1;

  Shape& shape = result.shape;
  shape.separator_line = !named.empty();
  shape.table_line = rows[table.first].line + above;
  shape.header_rows = static_cast<std::int32_t>(table.header_rows);
  shape.cells = width;
  for (std::size_t i = 0; i < table.header_rows; ++i)
    shape.header_texts.push_back(rows[table.first + i].raw);
  shape.typed_column = find_typed_column(rows, table.first + table.header_rows, width);
  result.dialect.header_line =
      table.header_rows > 0 ? static_cast<std::int32_t>(shape.table_line) : 0;

  CsvReader reader(result.dialect, shape);
  bool last_cell_filled = false;
  const auto keep = [&](const Record& record) {
    if (record.kind != RecordKind::data || record.fault != Fault::none) return;
    last_cell_filled =
        last_cell_filled || (record.cells.size() == width && !bare(record.cells.back()).empty());
    result.records.emplace_back(record.cells.begin(), record.cells.end());
  };
  reader.push(head, keep);
  if (whole) reader.finish(keep);

  // Rows that all end with a delimiter have an empty cell more than the header names.
  const std::size_t named_cells = table.header_rows == 0 ? 0 : rows[table.first].cells.size();
  const bool ends_with_delimiter = named_cells + 1 == width && !last_cell_filled;
  result.header = join_header(rows, table, ends_with_delimiter ? named_cells : width);
  return result;
}

Result<Head> read_head(std::string_view head, bool whole) {
  Result<Head> shape = read_shape(head, whole);
  if (shape && shape->records.empty()) return Error{.code = ErrorCode::no_rows};
  return shape;
}

}  // namespace regulars
