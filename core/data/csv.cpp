#include "core/data/csv.h"

#include <algorithm>
#include <bit>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "core/data/cursor.h"
#include "core/data/dialect.h"

namespace regulars {
namespace {

// Rows taken at once: many enough that a lookup for each waits for memory together, few enough to
// stay near.
constexpr std::size_t kRowsAtOnce = 128;

// A quoted cell of more than a mebibyte is not a cell but a quote that was never closed.
constexpr std::size_t kLongestRecord = 1 << 20;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Which of 64 bytes are the mark or a line end, one bit each.
std::uint64_t find_marks(const char* bytes, char mark) {
#if defined(__wasm_simd128__)
  const v128_t marks = wasm_i8x16_splat(mark);
  const v128_t feeds = wasm_i8x16_splat('\n');
  const v128_t returns = wasm_i8x16_splat('\r');
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < 64; i += 16) {
    const v128_t part = wasm_v128_load(bytes + i);
    const v128_t hits =
        wasm_v128_or(wasm_i8x16_eq(part, marks),
                     wasm_v128_or(wasm_i8x16_eq(part, feeds), wasm_i8x16_eq(part, returns)));
    bits |= static_cast<std::uint64_t>(wasm_i8x16_bitmask(hits)) << i;
  }
  return bits;
#elif defined(__SSE2__)
  const __m128i marks = _mm_set1_epi8(mark);
  const __m128i feeds = _mm_set1_epi8('\n');
  const __m128i returns = _mm_set1_epi8('\r');
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < 64; i += 16) {
    const __m128i part = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
    const __m128i hits =
        _mm_or_si128(_mm_cmpeq_epi8(part, marks),
                     _mm_or_si128(_mm_cmpeq_epi8(part, feeds), _mm_cmpeq_epi8(part, returns)));
    bits |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(hits))) << i;
  }
  return bits;
#else
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < 64; ++i)
    bits |= static_cast<std::uint64_t>(bytes[i] == mark || bytes[i] == '\n' || bytes[i] == '\r')
            << i;
  return bits;
#endif
}

// The first place from `at` on where the mark or a line end stands, or `size`. Sixteen bytes a
// step: most cells are shorter.
std::size_t find_mark(const char* data, std::size_t at, std::size_t size, char mark) {
#if defined(__wasm_simd128__)
  const v128_t marks = wasm_i8x16_splat(mark);
  const v128_t feeds = wasm_i8x16_splat('\n');
  const v128_t returns = wasm_i8x16_splat('\r');
  for (; at + 16 <= size; at += 16) {
    const v128_t bytes = wasm_v128_load(data + at);
    const v128_t hits =
        wasm_v128_or(wasm_i8x16_eq(bytes, marks),
                     wasm_v128_or(wasm_i8x16_eq(bytes, feeds), wasm_i8x16_eq(bytes, returns)));
    if (const std::uint32_t bits = wasm_i8x16_bitmask(hits))
      return at + static_cast<std::size_t>(std::countr_zero(bits));
  }
#elif defined(__SSE2__)
  const __m128i marks = _mm_set1_epi8(mark);
  const __m128i feeds = _mm_set1_epi8('\n');
  const __m128i returns = _mm_set1_epi8('\r');
  for (; at + 16 <= size; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + at));
    const __m128i hits =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, marks),
                     _mm_or_si128(_mm_cmpeq_epi8(bytes, feeds), _mm_cmpeq_epi8(bytes, returns)));
    if (const auto bits = static_cast<std::uint32_t>(_mm_movemask_epi8(hits)))
      return at + static_cast<std::size_t>(std::countr_zero(bits));
  }
#endif
  while (at < size && data[at] != mark && data[at] != '\n' && data[at] != '\r') ++at;
  return at;
}

// The first NUL, or the size. The C library of WebAssembly would look at one word a step.
std::size_t find_nul(std::string_view bytes) {
#if defined(__wasm_simd128__)
  std::size_t at = 0;
  while (at + 16 <= bytes.size() && wasm_i8x16_all_true(wasm_v128_load(bytes.data() + at)))
    at += 16;
  return std::min(bytes.find('\0', at), bytes.size());
#else
  return std::min(bytes.find('\0'), bytes.size());
#endif
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

bool is_void(std::string_view cell) {
  return cell.find_first_not_of(" \t") == std::string_view::npos;
}

bool has_digit(std::string_view cell) { return std::any_of(cell.begin(), cell.end(), is_digit); }

bool begins_with_digit(std::string_view cell) { return !cell.empty() && is_digit(cell.front()); }

}  // namespace

CsvReader::CsvReader(Dialect dialect, std::size_t expected_cells)
    : CsvReader(std::move(dialect), Shape{}) {
  expected_cells_ = expected_cells;
}

CsvReader::CsvReader(Dialect dialect, Shape shape)
    : dialect_(std::move(dialect)),
      shape_(std::move(shape)),
      expected_cells_(shape_.cells),
      header_left_(shape_.header_rows) {
  takes_rows_ = dialect_.delimiter.size() == 1 && !dialect_.in_runs && shape_.cells > 0 &&
                shape_.typed_column >= 0 &&
                static_cast<std::size_t>(shape_.typed_column) < shape_.cells;
  if (takes_rows_) {
    row_cells_.resize(kRowsAtOnce * shape_.cells);
    row_texts_.resize(kRowsAtOnce);
    for (int c = 0; c < 256; ++c)
      plain_firsts_[static_cast<std::size_t>(c)] =
          is_digit(static_cast<char>(c)) || c == '#' ||
          (is_letter(static_cast<char>(c)) && !may_begin_total(static_cast<char>(c)));
  }
  if (dialect_.quote == '\0') return;
  openings_[static_cast<unsigned char>(dialect_.quote)] = Opening::quote;
  openings_['='] = Opening::wrapper;
  if (dialect_.delimiter.front() != ' ') openings_[' '] = Opening::wrapper;
}

void CsvReader::take(std::string_view bytes) {
  marked_ = kNowhere;
  while (!bytes.empty()) {
    const std::size_t text = find_nul(bytes);
    buffer_.append(bytes, 0, text);
    if (text == bytes.size()) return;
    nuls_.push_back(buffer_.size());
    bytes.remove_prefix(text + 1);
  }
}

void CsvReader::drop_read() {
  marked_ = kNowhere;
  buffer_.erase(0, read_);
  for (std::size_t& place : nuls_) place -= read_;
  read_ = 0;
}

// Steps over one line end. False when it may go on in bytes that are not here yet ("\r" at the very
// end).
bool CsvReader::skip_line_end(std::size_t& at, bool at_end) const {
  if (buffer_[at] == '\r') {
    if (at + 1 == buffer_.size() && !at_end) return false;
    if (at + 1 < buffer_.size() && buffer_[at + 1] == '\n') ++at;
  }
  ++at;
  return true;
}

Record PlainRows::record(std::size_t row) const {
  const char* const end = row + 1 < raw.size() ? raw[row + 1].data() : text.data() + text.size();
  return {.cells = cells.subspan(row * width, width),
          .raw = raw[row],
          .line = line + static_cast<std::int64_t>(row),
          .offset = offset + (raw[row].data() - text.data()),
          .bytes = end - raw[row].data()};
}

// Takes the plain rows that come next. Where there are none, the next records go by without asking,
// twice as many each time: a file may have none at all.
bool CsvReader::next_rows() {
  constexpr std::uint32_t longest_pause = 6;  // 64 records
  if (!takes_rows_ || line_ < shape_.table_line || header_left_ > 0 || other_table_ ||
      expected_cells_ != shape_.cells || !nuls_.empty())
    return false;
  if (pause_ > 0) {
    --pause_;
    return false;
  }
  std::size_t rows = 0;
  const std::size_t end = split_rows(rows);
  if (rows == 0) {
    pause_ = (1U << misses_) - 1;
    misses_ = std::min(misses_ + 1, longest_pause);
    return false;
  }
  misses_ = 0;
  rows_.width = shape_.cells;
  rows_.cells = {row_cells_.data(), rows * shape_.cells};
  rows_.raw = {row_texts_.data(), rows};
  rows_.text = {buffer_.data() + read_, end - read_};
  rows_.line = line_;
  rows_.offset = offset_;
  offset_ += static_cast<std::int64_t>(end - read_);
  line_ += static_cast<std::int64_t>(rows);
  read_ = end;
  after_blank_ = false;
  return true;
}

// Splits lines into row_cells_ for as long as they are plain rows. Answers where they end.
std::size_t CsvReader::split_rows(std::size_t& rows) {
  const char* const data = buffer_.data();
  const std::size_t size = buffer_.size();
  const std::size_t width = shape_.cells;
  const char delimiter = dialect_.delimiter.front();
  std::string_view* cells = row_cells_.data();
  std::size_t row = read_;    // where the row at hand begins
  std::size_t begin = read_;  // and its cell
  std::size_t cell = 0;
  bool steps_over = false;  // the first byte of the next 64 is the rest of a line end
  for (std::size_t block = read_; block + 64 <= size; block += 64) {
    std::uint64_t marks = find_marks(data + block, delimiter);
    if (steps_over) marks &= ~std::uint64_t{1};
    steps_over = false;
    for (; marks != 0; marks &= marks - 1) {
      const std::size_t at = block + static_cast<std::size_t>(std::countr_zero(marks));
      if (openings_[static_cast<unsigned char>(data[begin])] != Opening::plain || cell == width)
        return row;
      cells[cell++] = {data + begin, at - begin};
      begin = at + 1;
      if (data[at] == delimiter) continue;
      const std::string_view raw(data + row, at - row);
      if (cell != width || !is_plain_row(cells, raw)) return row;
      if (data[at] == '\r') {
        if (begin == size) return row;
        if (data[begin] == '\n') {
          ++begin;
          if (begin - block > 64)
            steps_over = true;
          else
            marks &= marks - 1;
        }
      }
      row_texts_[rows] = raw;
      cells += width;
      row = begin;
      cell = 0;
      if (++rows == kRowsAtOnce) return row;
    }
  }
  return row;
}

bool CsvReader::next(bool at_end) {
  const std::size_t size = buffer_.size();
  if (read_ == size) {
    if (!at_end || nuls_.empty()) return false;
    cells_.clear();  // NULs behind the last line end
    record_.fault = Fault::none;
    record_.kind = RecordKind::blank;
    hand_out(size, size, size, 0);
    return true;
  }
  std::size_t begin = read_;
  if (buffer_[begin] == kByteOrderMark.front()) {
    if (size - begin < kByteOrderMark.size() && !at_end) return false;
    if (std::string_view(buffer_).substr(begin).starts_with(kByteOrderMark))
      begin += kByteOrderMark.size();
  }
  if (line_ < shape_.table_line) return next_line(begin, at_end, Fault::none);

  std::size_t at = begin;
  std::int64_t lines = 0;
  const Split split = split_cells(at, lines, at_end);
  if (split == Split::broken) return next_line(begin, at_end, found_);
  if (split == Split::more_needed) {
    if (lines > 0 && size - begin > kLongestRecord)
      return next_line(begin, at_end, Fault::unclosed_quote);
    return false;
  }
  if (lines > 0 && !is_one_record(begin, at))
    return next_line(begin, at_end, Fault::unclosed_quote);
  const std::size_t end = at;
  if (at < size && !skip_line_end(at, at_end)) return false;
  if (!escaped_.empty()) unescape(end - begin);
  record_.fault = Fault::none;
  record_.raw = {buffer_.data() + begin, end - begin};
  if (!classify(at, at_end)) return false;
  hand_out(begin, end, at, lines);
  return true;
}

// Hands out one line as it is: what stands above the table, and the first line of what could not be
// split, so that the next line is read afresh.
bool CsvReader::next_line(std::size_t begin, bool at_end, Fault fault) {
  std::size_t end = buffer_.find_first_of("\r\n", begin);
  if (end == std::string::npos) {
    if (!at_end) return false;
    end = buffer_.size();
  }
  std::size_t at = end;
  if (at < buffer_.size() && !skip_line_end(at, at_end)) return false;
  fit_line(begin, end);
  if (!escaped_.empty()) unescape(end - begin);
  record_.fault = fault;
  record_.raw = {buffer_.data() + begin, end - begin};
  if (line_ < shape_.table_line) {
    record_.kind = shape_.separator_line && line_ == 1                  ? RecordKind::separator
                   : std::all_of(cells_.begin(), cells_.end(), is_void) ? RecordKind::blank
                                                                        : RecordKind::preamble;
  } else if (header_left_ > 0) {
    --header_left_;
    record_.kind = RecordKind::header;
  } else {
    record_.kind = other_table_ ? RecordKind::other_table : RecordKind::data;
  }
  hand_out(begin, end, at, 0);
  return true;
}

// Fills in what is told by the place of a record: its text in begin..end, the next one at `after`,
// `lines` line ends inside.
void CsvReader::hand_out(std::size_t begin, std::size_t end, std::size_t after,
                         std::int64_t lines) {
  record_.cells = cells_;
  record_.raw = {buffer_.data() + begin, end - begin};
  record_.line = line_;
  record_.offset = offset_;
  record_.bytes = static_cast<std::int64_t>(after - read_);
  if (!nuls_.empty()) {
    // NULs in front of the next record are its own, unless there is none.
    const bool last = end == after;
    const auto next = std::find_if(nuls_.begin(), nuls_.end(), [&](std::size_t place) {
      return last ? place > after : place >= after;
    });
    record_.bytes += next - nuls_.begin();
    nuls_.erase(nuls_.begin(), next);
  }
  after_blank_ = record_.kind == RecordKind::blank;
  offset_ += record_.bytes;
  line_ += lines + (end < after ? 1 : 0);
  read_ = after;
}

// Says what kind of record the cells are. False when the bytes behind it are needed to tell and are
// not here yet.
bool CsvReader::classify(std::size_t after, bool at_end) {
  record_.kind = RecordKind::data;
  if (cells_.size() == shape_.cells && shape_.typed_column >= 0 && header_left_ == 0 &&
      !other_table_ && expected_cells_ == shape_.cells && is_plain_row(cells_.data(), record_.raw))
    return true;
  if ((cells_.empty() || is_void(cells_.front())) &&
      std::all_of(cells_.begin(), cells_.end(), is_void)) {
    record_.kind = RecordKind::blank;
    return true;
  }
  if (header_left_ > 0) {
    --header_left_;
    record_.kind = RecordKind::header;
    return true;
  }
  if (shape_.cells == 0) return true;
  if (repeats_header(record_.raw)) {
    record_.kind = RecordKind::header;
    other_table_ = false;
    expected_cells_ = shape_.cells;
    return true;
  }
  if (!begins_with_digit(cells_.front()) && is_totals_row(cells_)) {
    record_.kind = RecordKind::totals;
    return true;
  }
  if (cells_.size() == shape_.cells) {
    if (other_table_ && expected_cells_ == shape_.cells) {
      record_.kind = RecordKind::other_table;
      return true;
    }
    other_table_ = false;
    expected_cells_ = shape_.cells;
    const auto typed = static_cast<std::size_t>(shape_.typed_column);
    if (shape_.typed_column < 0 || begins_with_digit(cells_[typed]) || has_digit(cells_[typed]))
      return true;
  } else if (other_table_) {
    record_.kind = RecordKind::other_table;
    return true;
  }
  bool known = true;
  if (!begins_other_table(after, at_end, known)) return known;
  other_table_ = true;
  expected_cells_ = cells_.size();
  record_.kind = RecordKind::other_table;
  return true;
}

// Nearly every row as wide as the table: figures where those of the table begin, and nothing that
// could be a word for a sum in front.
bool CsvReader::is_plain_row(const std::string_view* cells, std::string_view raw) const {
  const std::string_view first = cells[0];
  return !first.empty() && plain_firsts_[static_cast<unsigned char>(first.front())] &&
         begins_with_digit(cells[static_cast<std::size_t>(shape_.typed_column)]) &&
         !repeats_header(raw);
}

bool CsvReader::repeats_header(std::string_view raw) const {
  for (const std::string& text : shape_.header_texts)
    if (raw == text) return true;
  return false;
}

// Whether the cells are the header of another table: names only, each its own, and two records (or
// all that are left) of that many cells below, the first of which has more than names in it unless
// a blank line stands above. Of a table as wide as the first, the typed column must hold something
// else.
bool CsvReader::begins_other_table(std::size_t after, bool at_end, bool& known) {
  constexpr std::size_t longest_name = 60;
  if (cells_.size() < 2 || !is_header_row(cells_)) return false;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (is_void(cells_[i]) || cells_[i].size() > longest_name) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (cells_[i] == cells_[j]) return false;
  }
  kept_cells_.swap(cells_);
  kept_escaped_.swap(escaped_);
  bool begins = true;
  for (int i = 0; i < 2 && begins; ++i) {
    if (after == buffer_.size()) {
      known = at_end;
      begins = at_end && i > 0;
      break;
    }
    std::int64_t lines = 0;
    const Split split = split_cells(after, lines, at_end);
    if (split == Split::more_needed) {
      known = lines > 0 && buffer_.size() - read_ > kLongestRecord;
      begins = false;
      break;
    }
    if (split == Split::broken) {
      begins = false;
      break;
    }
    if (after < buffer_.size() && !skip_line_end(after, at_end)) {
      known = false;
      begins = false;
      break;
    }
    if (i > 0 && std::all_of(cells_.begin(), cells_.end(), is_void)) break;
    begins = cells_.size() == kept_cells_.size() &&
             (i > 0 || (after_blank_ && cells_.size() != shape_.cells) || !is_header_row(cells_));
    if (begins && cells_.size() == shape_.cells)
      begins = !has_digit(cells_[static_cast<std::size_t>(shape_.typed_column)]);
  }
  kept_cells_.swap(cells_);
  kept_escaped_.swap(escaped_);
  return begins;
}

// Whether what has line ends inside its quotes is one record. It is none where it is too long, has
// another number of cells than the table, or holds whole records: two lines or more inside it, of
// which four in five have the delimiters of a record, or nothing but such lines, where a record has
// delimiters enough for that to be no accident. A note of several lines does not look like that;
// rows swallowed by a stray quote do.
bool CsvReader::is_one_record(std::size_t begin, std::size_t end) const {
  constexpr std::size_t many_cells = 4;
  if (end - begin > kLongestRecord) return false;
  if (expected_cells_ == 0) return true;
  if (cells_.size() != expected_cells_ &&
      !(cells_.size() == expected_cells_ + 1 && cells_.back().empty()))
    return false;
  std::size_t lines = 0;
  std::size_t like_records = 0;
  std::size_t inner = 0;
  std::size_t inner_like_records = 0;
  for (std::size_t at = begin; at < end;) {
    const std::size_t stop = std::min(end, buffer_.find_first_of("\r\n", at));
    std::size_t cells = 1;
    for (std::size_t i = at; i < stop; ++i) cells += has_delimiter(i);
    const bool like = cells == expected_cells_;
    ++lines;
    like_records += like;
    if (at != begin && stop != end) {
      ++inner;
      inner_like_records += like;
    }
    at = buffer_.find_first_not_of("\r\n", stop);
  }
  if (expected_cells_ >= many_cells && like_records == lines) return false;
  return inner < 2 || inner_like_records * 5 < inner * 4;
}

bool CsvReader::has_delimiter(std::size_t at) const {
  if (dialect_.in_runs) return at < buffer_.size() && is_blank(buffer_[at]);
  return buffer_.compare(at, dialect_.delimiter.size(), dialect_.delimiter) == 0;
}

bool CsvReader::ends_cell(std::size_t at) const {
  return at == buffer_.size() || is_line_end(buffer_[at]) || has_delimiter(at);
}

// The first place from `at` on where a delimiter or a line end stands, or the end of the buffer.
// The marks of 64 bytes are found at once and serve all cells that begin among them.
std::size_t CsvReader::find_delimiter(std::size_t at) {
  const char first = dialect_.delimiter.front();
  const char* const data = buffer_.data();
  const std::size_t size = buffer_.size();
  for (;; ++at) {
    const std::size_t since = at - marked_;
    std::uint64_t bits = since < 64 ? marks_ >> since : 0;
    if (bits == 0) {
      if (since < 64) at = marked_ + 64;
      while (at + 64 <= size && (bits = find_marks(data + at, first)) == 0) at += 64;
      if (at + 64 > size) return find_last_delimiter(at);
      marked_ = at;
      marks_ = bits;
    }
    at += static_cast<std::size_t>(std::countr_zero(bits));
    if (dialect_.delimiter.size() == 1 || data[at] != first || has_delimiter(at)) return at;
  }
}

// The same among the last bytes of the buffer.
std::size_t CsvReader::find_last_delimiter(std::size_t at) const {
  const char first = dialect_.delimiter.front();
  const std::size_t size = buffer_.size();
  if (at >= size) return size;
  at = find_mark(buffer_.data(), at, size, first);
  if (dialect_.delimiter.size() == 1) return at;
  while (at < size && buffer_[at] == first && !has_delimiter(at))
    at = find_mark(buffer_.data(), at + 1, size, first);
  return at;
}

CsvReader::Split CsvReader::split_cells(std::size_t& place, std::int64_t& lines, bool at_end) {
  cells_.clear();
  escaped_.clear();
  const char delimiter = dialect_.delimiter.front();
  const std::size_t width = dialect_.delimiter.size();
  if (dialect_.in_runs) return split_blanks(place, lines, at_end);

  const char* const data = buffer_.data();
  const std::size_t size = buffer_.size();
  // The marks beyond `at` among the 64 bytes that end at `known`. Marks that a wider delimiter
  // could begin need a closer look.
  std::size_t at = place;
  std::size_t known = 0;
  std::uint64_t marks = 0;
  const auto look = [&](std::size_t from) {
    const bool within = width == 1 && from - marked_ < 64;
    known = within ? marked_ + 64 : 0;
    marks = within ? marks_ >> (from - marked_) << (from - marked_) : 0;
  };
  look(at);
  for (;;) {
    const std::size_t begin = at;
    if (at < size) {
      const Opening opening = openings_[static_cast<unsigned char>(data[at])];
      if (opening != Opening::plain) {
        const Split special =
            opening == Opening::quote ? split_quoted(at, lines, at_end) : split_wrapped(at, at_end);
        if (special != Split::complete) return special;
        if (at != begin) look(at + 1);
      }
    } else if (!at_end) {
      return Split::more_needed;
    }
    if (at == begin) {
      if (marks != 0) {
        at = known - 64 + static_cast<std::size_t>(std::countr_zero(marks));
        marks &= marks - 1;
      } else {
        at = find_delimiter(at);
        if (at == size && !at_end) return Split::more_needed;
        look(at + 1);
      }
      cells_.emplace_back(data + begin, at - begin);
    }
    place = at;
    if (at == size || data[at] != delimiter) return Split::complete;
    at += width;
  }
}

// A cell whose quotes do not begin it, but blanks or an equals sign do: ` "a, b"` is read as "a, b"
// would be, `="1,5"` stays as it is. `at` does not move where no quote of the same line closes it.
CsvReader::Split CsvReader::split_wrapped(std::size_t& at, bool at_end) {
  const std::size_t size = buffer_.size();
  std::size_t open = at;
  if (buffer_[at] == '=') ++open;
  while (open < size && buffer_[open] == ' ') ++open;
  if (open == size && !at_end) return Split::more_needed;
  if (open == size || buffer_[open] != dialect_.quote) return Split::complete;
  std::size_t close = open + 1;
  for (;;) {
    close = find_mark(buffer_.data(), close, size, dialect_.quote);
    if (close == size) return at_end ? Split::complete : Split::more_needed;
    if (buffer_[close] != dialect_.quote) return Split::complete;
    std::size_t after = close + 1;
    while (after < size && is_blank(buffer_[after]) && !has_delimiter(after)) ++after;
    if (after + dialect_.delimiter.size() > size && !at_end) return Split::more_needed;
    if (ends_cell(after)) {
      if (buffer_[at] == '=') {
        cells_.emplace_back(buffer_.data() + at, after - at);
        at = after;
        return Split::complete;
      }
      std::int64_t lines = 0;
      const std::size_t begin = at;
      at = open;
      const Split quoted = split_quoted(at, lines, at_end);
      if (quoted == Split::complete && lines == 0) return Split::complete;
      // Closed on another line only: the quotes are text.
      if (quoted == Split::complete) {
        if (!escaped_.empty() && escaped_.back() + 1 == cells_.size()) escaped_.pop_back();
        cells_.pop_back();
      }
      at = begin;
      return Split::complete;
    }
    ++close;
  }
}

// One cell in quotes, `at` on the opening one. Blanks between the closing quote and the delimiter
// are forgiven.
CsvReader::Split CsvReader::split_quoted(std::size_t& at, std::int64_t& lines, bool at_end) {
  const char* const data = buffer_.data();
  const std::size_t size = buffer_.size();
  const char quote = dialect_.quote;
  const std::size_t begin = ++at;
  bool escaped = false;
  for (;;) {
    at = find_mark(data, at, size, quote);
    if (at == size) {
      found_ = Fault::unclosed_quote;
      return at_end ? Split::broken : Split::more_needed;
    }
    if (data[at] != quote) {
      if (data[at] == '\r' && at + 1 < size && data[at + 1] == '\n') ++at;
      ++at;
      ++lines;
      continue;
    }
    if (dialect_.escape == '\\') {
      std::size_t marks = 0;
      while (at - marks > begin && data[at - marks - 1] == '\\') ++marks;
      escaped = escaped || marks > 0;
      if (marks % 2 == 1) {
        ++at;
        continue;
      }
    }
    if (at + 1 == size && !at_end) return Split::more_needed;
    if (dialect_.escape != '\0' && at + 1 < size && data[at + 1] == quote) {
      escaped = true;
      at += 2;
      continue;
    }
    const std::size_t end = at++;
    std::size_t after = at;
    while (after < size && is_blank(data[after]) && !has_delimiter(after)) ++after;
    if (after + dialect_.delimiter.size() > size && !at_end) return Split::more_needed;
    if (ends_cell(after)) {
      if (escaped) escaped_.push_back(cells_.size());
      cells_.emplace_back(data + begin, end - begin);
      at = after;
      return Split::complete;
    }
    if (dialect_.escape == '\0') continue;  // a quote that encloses nothing is text
    found_ = lines > 0 ? Fault::unclosed_quote : Fault::stray_quote;
    return Split::broken;
  }
}

CsvReader::Split CsvReader::split_blanks(std::size_t& at, std::int64_t& lines, bool at_end) {
  const std::size_t size = buffer_.size();
  for (;;) {
    while (at < size && is_blank(buffer_[at])) ++at;
    const std::size_t begin = at;
    if (at < size && dialect_.quote != '\0' && buffer_[at] == dialect_.quote) {
      const Split quoted = split_quoted(at, lines, at_end);
      if (quoted != Split::complete) return quoted;
    } else {
      while (at < size && !is_blank(buffer_[at]) && !is_line_end(buffer_[at])) ++at;
      if (at == size && !at_end) return Split::more_needed;
      if (at > begin) cells_.emplace_back(buffer_.data() + begin, at - begin);
    }
    if (at == size || !is_blank(buffer_[at])) return Split::complete;
  }
}

// The likeliest cells of a line that could not be split by the rules: the reading under which it
// has the cells of its table; where there is none, every quote is text.
void CsvReader::fit_line(std::size_t begin, std::size_t end) {
  cells_.clear();
  escaped_.clear();
  int budget = 1000;
  if (dialect_.quote != '\0' && !dialect_.in_runs && fit_cells(begin, end, budget)) return;
  cells_.clear();
  escaped_.clear();
  for (std::size_t at = begin; at <= end;) {
    const std::size_t stop =
        dialect_.in_runs ? buffer_.find_first_of(" \t", at) : buffer_.find(dialect_.delimiter, at);
    const std::size_t cell_end = std::min(stop, end);
    if (!dialect_.in_runs || cell_end > at) cells_.emplace_back(buffer_.data() + at, cell_end - at);
    if (stop >= end) break;
    at = stop + dialect_.delimiter.size();
  }
}

// Reads the cells from `at` on, each quote at the beginning of a cell as enclosing up to any of
// those that may close it or else as text, until the number of cells fits.
bool CsvReader::fit_cells(std::size_t at, std::size_t end, int& budget) {
  const std::size_t width = dialect_.delimiter.size();
  const auto fits = [&] {
    return expected_cells_ == 0 || cells_.size() == expected_cells_ ||
           (cells_.size() == expected_cells_ + 1 && cells_.back().empty());
  };
  for (;;) {
    if (--budget < 0) return false;
    if (at < end && buffer_[at] == dialect_.quote) {
      const std::size_t cells = cells_.size();
      const std::size_t escaped = escaped_.size();
      for (std::size_t close = buffer_.find(dialect_.quote, at + 1); close < end;
           close = buffer_.find(dialect_.quote, close + 1)) {
        std::size_t after = close + 1;
        while (after < end && is_blank(buffer_[after]) && !has_delimiter(after)) ++after;
        if (after < end && !has_delimiter(after)) continue;
        const std::string_view cell(buffer_.data() + at + 1, close - at - 1);
        if (cell.find(dialect_.quote) != std::string_view::npos) escaped_.push_back(cells);
        cells_.push_back(cell);
        if (after >= end ? fits() : fit_cells(after + width, end, budget)) return true;
        cells_.resize(cells);
        escaped_.resize(escaped);
      }
    }
    const std::size_t stop = std::min(end, buffer_.find(dialect_.delimiter, at));
    cells_.emplace_back(buffer_.data() + at, stop - at);
    if (stop == end) return fits();
    at = stop + width;
  }
}

// Cells with escaped quotes are rewritten beside the buffer, which must stay as it is: a rejected
// row is handed on whole.
void CsvReader::unescape(std::size_t longest) {
  scratch_.clear();
  scratch_.reserve(
      longest);  // all of a record's cells are shorter than the record: views into it stay valid
  const char quote = dialect_.quote;
  for (const std::size_t index : escaped_) {
    const std::string_view cell = cells_[index];
    const std::size_t place = scratch_.size();
    for (std::size_t i = 0; i < cell.size(); ++i) {
      const char next = i + 1 < cell.size() ? cell[i + 1] : '\0';
      const bool skips =
          (cell[i] == quote && next == quote && dialect_.escape != '\0') ||
          (dialect_.escape == '\\' && cell[i] == '\\' && (next == quote || next == '\\'));
      if (skips) ++i;
      scratch_ += cell[i];
    }
    cells_[index] = {scratch_.data() + place, scratch_.size() - place};
  }
}

}  // namespace regulars
