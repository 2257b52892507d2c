#include "core/data/dialect.h"

#include <algorithm>
#include <array>

#include "core/data/values.h"

namespace regulars {
namespace {

constexpr std::size_t kRecordsToCompare = 200;

// The first bytes of what owners drop by mistake: PNG, JPEG, GIF, PDF, ZIP (and so xlsx), gzip, old
// Excel, WebP and AVI.
constexpr std::array<std::string_view, 8> kSignatures{
    "\x89PNG",  "\xFF\xD8\xFF",     "GIF8", "%PDF", "PK\x03\x04",
    "\x1F\x8B", "\xD0\xCF\x11\xE0", "RIFF"};

bool is_text(std::string_view head) {
  for (const std::string_view signature : kSignatures)
    if (head.starts_with(signature)) return false;
  std::size_t odd = 0;
  for (const char c : head) {
    if (c == '\0') return false;
    if (static_cast<unsigned char>(c) < 32 && c != '\n' && c != '\r' && c != '\t') ++odd;
  }
  return odd * 100 <= head.size();  // one control character in a hundred is forgiven
}

std::string first_line_end(std::string_view head) {
  const std::size_t at = head.find_first_of("\r\n");
  if (at == std::string_view::npos || head[at] == '\n') return "\n";
  return at + 1 < head.size() && head[at + 1] == '\n' ? "\r\n" : "\r";
}

std::vector<std::vector<std::string>> read_records(std::string_view head, bool whole,
                                                   const Dialect& dialect, std::size_t most) {
  std::vector<std::vector<std::string>> records;
  CsvReader reader(dialect);
  const auto keep = [&](const Record& record) {
    if (records.size() < most && record.fault == Fault::none)
      records.emplace_back(record.cells.begin(), record.cells.end());
  };
  reader.push(head, keep);
  if (whole) reader.finish(keep);
  return records;
}

// Blank lines may stand above the first record.
std::int32_t first_record_line(std::string_view head) {
  std::int32_t line = 1;
  for (std::size_t at = 0; at < head.size() && (head[at] == '\n' || head[at] == '\r'); ++at)
    line += head[at] == '\n' || at + 1 == head.size() || head[at + 1] != '\n';
  return line;
}

// How well a delimiter splits: the share of records with as many cells as the first one, a little
// more for more cells.
double agreement(const std::vector<std::vector<std::string>>& records) {
  if (records.empty() || records.front().size() < 2) return 0;
  std::size_t alike = 0;
  for (const auto& record : records) alike += record.size() == records.front().size();
  const double share = static_cast<double>(alike) / static_cast<double>(records.size());
  return share *
         (1 + 0.01 * static_cast<double>(std::min<std::size_t>(records.front().size(), 50)));
}

// A header names things: no cell of it is a day or a number, and most cells are filled.
bool is_header(const std::vector<std::string>& record) {
  std::size_t filled = 0;
  for (const auto& cell : record) {
    if (bare(cell).empty()) continue;
    ++filled;
    if (parse_date(cell) || parse_quantity(cell, {'.'}) || parse_quantity(cell, {','}))
      return false;
    if (cell.find('@') != std::string::npos) return false;
  }
  return filled * 2 > record.size();
}

}  // namespace

Result<Head> read_shape(std::string_view head, bool whole) {
  if (!is_text(head)) return Error{.code = ErrorCode::not_text};
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (head.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return Error{.code = ErrorCode::empty_file};

  Head result;
  result.dialect.line_end = first_line_end(head);
  double best = 0;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    Dialect dialect = result.dialect;
    dialect.delimiter = delimiter;
    const double score = agreement(read_records(head, whole, dialect, kRecordsToCompare));
    if (score <= best) continue;
    best = score;
    result.dialect = dialect;
  }
  if (best == 0) {
    result.dialect.delimiter = ' ';
    if (agreement(read_records(head, whole, result.dialect, kRecordsToCompare)) == 0)
      return Error{.code = ErrorCode::no_columns};
  }
  result.records = read_records(head, whole, result.dialect, head.size());
  if (result.records.empty()) return Error{.code = ErrorCode::no_columns};
  if (is_header(result.records.front())) {
    for (const auto& cell : result.records.front()) result.header.emplace_back(bare(cell));
    result.records.erase(result.records.begin());
    result.dialect.header_line = first_record_line(head);
  } else {
    result.dialect.header_line = 0;
    result.header.resize(result.records.front().size());
  }
  return result;
}

Result<Head> read_head(std::string_view head, bool whole) {
  Result<Head> shape = read_shape(head, whole);
  if (shape && shape->records.empty()) return Error{.code = ErrorCode::no_rows};
  return shape;
}

}  // namespace regulars
