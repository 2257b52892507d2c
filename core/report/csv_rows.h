// Records of CSV files, written so that nobody's cell is run as a formula; in pieces for long
// files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace regulars {

/// A piece of a CSV of about a mebibyte, and the row at which the next begins; nothing after the
/// last. The piece from row 0 begins with the header. Lines end with CRLF as RFC 4180 says; cells
/// that a spreadsheet would run as a formula begin with an apostrophe.
struct CsvPiece {
  std::string text;
  std::optional<std::int64_t> next;
};

/// Writes one record cell by cell.
class RowWriter {
 public:
  explicit RowWriter(std::string& out, char separator = ',') : out_(out), separator_(separator) {}

  /// Numbers, dates and our own words: nothing to quote.
  RowWriter& plain(std::string_view text);
  RowWriter& number(std::int64_t value);
  /// A text of the files, defused.
  RowWriter& text(std::string_view value);
  /// As it is, whatever it begins with.
  RowWriter& whole(std::string_view value);
  void end() { out_ += "\r\n"; }

 private:
  void separate();
  RowWriter& quoted(std::string_view value, std::string_view before);

  std::string& out_;
  char separator_;
  bool started_ = false;
};

/// Writes rows until the piece is full; `row` writes one and is told its number.
template <class Row>
CsvPiece write_piece(std::string_view header, std::int64_t from, std::int64_t rows, Row&& row) {
  constexpr std::size_t full = 1 << 20;
  CsvPiece piece;
  if (from == 0) piece.text.append(header).append("\r\n");
  for (; from < rows && piece.text.size() < full; ++from) row(piece.text, from);
  if (from < rows) piece.next = from;
  return piece;
}

}  // namespace regulars
