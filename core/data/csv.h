// Delimited text to records: streaming, at any chunk boundary, nothing copied that need not be.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regulars {

/// How the cells of a file are set apart.
struct Dialect {
  std::string delimiter = ",";  // one character, or two such as ", "
  bool in_runs = false;         // of a " ": blanks and tabs side by side are one delimiter
  char quote = '"';   // encloses a cell that holds delimiters, line ends or quotes; 0 for none
  char escape = '"';  // stands before a quote inside quotes: the quote itself or '\\'; 0 for none
  std::int32_t header_line = 1;  // 1-based line of the header's first row; 0 where there is none
  std::string line_end =
      "\n";  // "\n", "\r\n" or "\r": what the first line ends with; all three are read
};

/// Where the table stands in its file, as the head tells: what a reader needs to know rows from
/// what stands around them. As it is by default, every line that is not blank is data.
struct Shape {
  std::int64_t table_line = 1;   // 1-based line on which the table begins; what is above is no data
  bool separator_line = false;   // the first line is "sep=;" or the like
  std::int32_t header_rows = 0;  // rows of the header
  std::size_t cells = 0;         // of a row; 0 where it is not known
  std::int32_t typed_column = -1;         // a column of days or numbers; -1 where there is none
  std::vector<std::string> header_texts;  // the header's rows as they stand in the file
};

/// What is wrong with the shape of a record, before its cells have a meaning.
enum class Fault {
  none,
  unclosed_quote,  // a quote opens and nothing that fits closes it
  stray_quote,     // other text stands beside a cell in quotes
};

/// What a record is to its file.
enum class RecordKind {
  data,
  blank,      // nothing, blanks or delimiters only
  separator,  // sep=;
  preamble,   // above the table: titles, comments, a table of another shape
  header,     // once or again
  totals,
  other_table,  // a second table with a header of its own
};

/// One record. Views are valid until the sink returns. Every byte of a file belongs to exactly one
/// record: its text, the line end behind it, and what stands in front that is no text (a byte order
/// mark, NULs).
struct Record {
  std::span<const std::string_view> cells;  // quotes removed, blanks kept
  std::string_view raw;       // as it stands in the file, without its line end and without NULs
  std::int64_t line = 0;      // 1-based line on which it begins
  std::int64_t offset = 0;    // bytes before it in the (UTF-8) file
  std::int64_t bytes = 0;     // that belong to it
  Fault fault = Fault::none;  // where there is one, `cells` are only the likeliest reading
  RecordKind kind = RecordKind::data;
};

/// Rows that follow one another, each on a line of its own and as wide as the table, of which none
/// needs a second look: no quotes, a figure where the table has figures, no word for a sum. Nearly
/// all rows of nearly all files are such, and cost least together. Views are valid until the sink
/// returns.
struct PlainRows {
  std::size_t width = 0;                    // cells of a row
  std::span<const std::string_view> cells;  // row by row
  std::span<const std::string_view> raw;    // each row as it stands in the file, without line end
  std::string_view text;                    // all of them, with their line ends
  std::int64_t line = 0;                    // 1-based line of the first
  std::int64_t offset = 0;                  // bytes before it in the (UTF-8) file

  std::size_t size() const { return raw.size(); }
  std::string_view cell(std::size_t row, std::size_t column) const {
    return cells[row * width + column];
  }
  /// A row as the record that it is.
  Record record(std::size_t row) const;
};

/// Splits bytes into records. A record with a line break inside quotes is believed only if its
/// quote is closed before a delimiter or line end and, where the number of cells is known, if it
/// has that many cells and no whole records inside; else its first line alone is the faulty record
/// and reading goes on with the next line, so that one stray quote costs one line.
class CsvReader {
 public:
  /// Reads every line that is not blank as data.
  explicit CsvReader(Dialect dialect, std::size_t expected_cells = 0);

  /// Tells data from what stands around it.
  CsvReader(Dialect dialect, Shape shape);

  /// Takes the next bytes and hands every record that is complete to `sink(const Record&)`, blank
  /// lines too.
  template <class Sink>
  void push(std::string_view bytes, Sink&& sink) {
    push(bytes, sink, [&](const PlainRows& rows) {
      for (std::size_t row = 0; row < rows.size(); ++row) sink(rows.record(row));
    });
  }

  /// The same, with plain rows handed to `rows_sink(const PlainRows&)`, many at a time.
  template <class Sink, class RowsSink>
  void push(std::string_view bytes, Sink&& sink, RowsSink&& rows_sink) {
    take(bytes);
    for (;;) {
      while (next_rows()) rows_sink(static_cast<const PlainRows&>(rows_));
      if (!next(false)) break;
      sink(static_cast<const Record&>(record_));
    }
    drop_read();
  }

  /// Hands out what is left after the last byte, with or without a final line end.
  template <class Sink>
  void finish(Sink&& sink) {
    while (next(true)) sink(static_cast<const Record&>(record_));
    drop_read();
  }

 private:
  static constexpr std::size_t kNowhere = std::size_t{1} << (sizeof(std::size_t) * 8 - 1);

  enum class Split { complete, more_needed, broken };
  /// What a cell may begin with that needs a closer look.
  enum class Opening : std::uint8_t { plain, quote, wrapper };

  void take(std::string_view bytes);
  void drop_read();
  bool next_rows();
  std::size_t split_rows(std::size_t& rows);
  bool is_plain_row(const std::string_view* cells, std::string_view raw) const;
  bool next(bool at_end);
  bool next_line(std::size_t begin, bool at_end, Fault fault);
  void hand_out(std::size_t begin, std::size_t end, std::size_t after, std::int64_t lines);
  bool classify(std::size_t after, bool at_end);
  bool begins_other_table(std::size_t after, bool at_end, bool& known);
  bool repeats_header(std::string_view raw) const;
  Split split_cells(std::size_t& at, std::int64_t& lines, bool at_end);
  Split split_quoted(std::size_t& at, std::int64_t& lines, bool at_end);
  Split split_wrapped(std::size_t& at, bool at_end);
  Split split_blanks(std::size_t& at, std::int64_t& lines, bool at_end);
  std::size_t find_delimiter(std::size_t at);
  std::size_t find_last_delimiter(std::size_t at) const;
  bool has_delimiter(std::size_t at) const;
  bool ends_cell(std::size_t at) const;
  bool skip_line_end(std::size_t& at, bool at_end) const;
  void fit_line(std::size_t begin, std::size_t end);
  bool fit_cells(std::size_t at, std::size_t end, int& budget);
  void unescape(std::size_t longest);
  bool is_one_record(std::size_t begin, std::size_t end) const;

  Dialect dialect_;
  Shape shape_;
  std::size_t expected_cells_;  // of the table that is being read
  std::array<Opening, 256> openings_{};
  std::array<bool, 256> plain_firsts_{};  // what the first cell of a plain row may begin with
  bool takes_rows_ = false;               // whether rows of this table can be plain at all
  std::string buffer_;                    // bytes not yet handed out
  std::size_t read_ = 0;                  // of them, how many are
  std::size_t marked_ = kNowhere;         // 64 bytes of the buffer whose marks are known begin here
  std::uint64_t marks_ = 0;               // which of them begin a delimiter or a line end
  std::vector<std::size_t> nuls_;  // places in the buffer in front of which a NUL was left out
  std::vector<std::string_view> cells_;
  std::vector<std::string_view> kept_cells_;  // while the next record is looked at
  std::vector<std::size_t> escaped_;          // which of them hold escaped quotes
  std::vector<std::size_t> kept_escaped_;
  std::string scratch_;  // those cells, unescaped
  Record record_;
  PlainRows rows_;
  std::vector<std::string_view> row_cells_;  // of rows_, with room for as many as are taken at once
  std::vector<std::string_view> row_texts_;
  std::uint32_t pause_ = 0;   // records until plain rows are looked for again
  std::uint32_t misses_ = 0;  // how often in a row there were none
  std::int64_t line_ = 1;
  std::int64_t offset_ = 0;  // of the next record
  std::int32_t header_left_ = 0;
  Fault found_ = Fault::none;  // why the last split broke
  bool other_table_ = false;
  bool after_blank_ = false;
};

}  // namespace regulars
