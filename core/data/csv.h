// Delimited text to records: streaming, at any chunk boundary, nothing copied that need not be.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regulars {

/// How the cells of a file are set apart.
struct Dialect {
  char delimiter = ',';  // ',' ';' tab '|', or ' ' for runs of blanks
  char quote = '"';      // encloses a cell that holds delimiters, line ends or doubled quotes
  std::int32_t header_line = 1;  // 1-based line of the header; 0 where there is none
  std::string line_end =
      "\n";  // "\n", "\r\n" or "\r": what the first line ends with; all three are read
};

/// What is wrong with the shape of a record, before its cells have a meaning.
enum class Fault {
  none,
  unclosed_quote,  // a quote opens and nothing that fits closes it
};

/// One record. Views are valid until the sink returns.
struct Record {
  std::span<const std::string_view> cells;  // quotes removed, blanks kept
  std::string_view raw;                     // as it stands in the file, without its line end
  std::int64_t line = 0;                    // 1-based line on which it begins
  std::int64_t offset = 0;                  // bytes before it in the (UTF-8) file
  Fault fault = Fault::none;
};

/// Splits bytes into records. A record with a line break inside quotes is believed only if its
/// quote is closed before a delimiter or line end and, where `expected_cells` is set, if it has
/// that many cells and no whole records inside; else its first line alone is the faulty record and
/// reading goes on with the next line, so that one stray quote costs one line.
class CsvReader {
 public:
  explicit CsvReader(Dialect dialect, std::size_t expected_cells = 0)
      : dialect_(std::move(dialect)), expected_cells_(expected_cells) {}

  void expect_cells(std::size_t cells) { expected_cells_ = cells; }

  /// Takes the next bytes and hands every record that is complete to `sink(const Record&)`. Blank
  /// lines are passed over.
  template <class Sink>
  void push(std::string_view bytes, Sink&& sink) {
    take(bytes);
    while (next(false)) sink(static_cast<const Record&>(record_));
    drop_read();
  }

  /// Hands out what is left after the last byte, with or without a final line end.
  template <class Sink>
  void finish(Sink&& sink) {
    while (next(true)) sink(static_cast<const Record&>(record_));
    drop_read();
  }

 private:
  enum class Split { complete, more_needed, broken };

  void take(std::string_view bytes);
  void drop_read();
  bool next(bool at_end);
  Split split_cells(std::size_t& at, std::int64_t& lines, bool at_end);
  Split split_quoted(std::size_t& at, std::int64_t& lines, bool at_end);
  bool split_blanks(std::size_t& at, bool at_end);
  bool skip_line_end(std::size_t& at, bool at_end) const;
  void undouble(std::size_t longest);
  bool holds_records(std::size_t begin, std::size_t end) const;
  bool reject_line(bool at_end);

  Dialect dialect_;
  std::size_t expected_cells_;
  std::string buffer_;    // bytes not yet handed out
  std::size_t read_ = 0;  // of them, how many are
  std::vector<std::string_view> cells_;
  std::vector<std::size_t> doubled_;  // which of them hold doubled quotes
  std::string scratch_;               // those cells, undoubled
  Record record_;
  std::int64_t line_ = 1;
  std::int64_t dropped_ = 0;  // bytes of the file before buffer_
  bool first_ = true;         // a byte order mark may come
};

}  // namespace regulars
