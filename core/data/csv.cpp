#include "core/data/csv.h"

#include <bit>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace regulars {
namespace {

// A quoted cell of more than a mebibyte is not a cell but a quote that was never closed.
constexpr std::size_t kLongestRecord = 1 << 20;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The first place from `at` on where the delimiter or a line end stands, or `size`. Sixteen bytes a
// step: most cells are shorter.
std::size_t find_mark(const char* data, std::size_t at, std::size_t size, char delimiter) {
#if defined(__wasm_simd128__)
  const v128_t marks = wasm_i8x16_splat(delimiter);
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
  const __m128i marks = _mm_set1_epi8(delimiter);
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
  while (at < size && data[at] != delimiter && data[at] != '\n' && data[at] != '\r') ++at;
  return at;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

}  // namespace

void CsvReader::take(std::string_view bytes) {
  buffer_.append(bytes);
  if (first_ && buffer_.size() >= kByteOrderMark.size()) {
    first_ = false;
    if (buffer_.starts_with(kByteOrderMark)) read_ = kByteOrderMark.size();
  }
}

void CsvReader::drop_read() {
  buffer_.erase(0, read_);
  dropped_ += static_cast<std::int64_t>(read_);
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

bool CsvReader::next(bool at_end) {
  if (first_ && !at_end) return false;
  while (read_ < buffer_.size()) {
    std::size_t at = read_;
    if (buffer_[at] == '\n' || buffer_[at] == '\r') {
      if (!skip_line_end(at, at_end)) return false;
      read_ = at;
      ++line_;
      continue;
    }
    std::int64_t lines = 0;
    const Split split = split_cells(at, lines, at_end);
    if (split == Split::broken) return reject_line(at_end);
    if (split == Split::more_needed) {
      if (lines > 0 && buffer_.size() - read_ > kLongestRecord) return reject_line(at_end);
      return false;
    }
    if (lines > 0 && expected_cells_ > 0 &&
        (cells_.size() != expected_cells_ || holds_records(read_, at)))
      return reject_line(at_end);
    record_.raw = std::string_view(buffer_).substr(read_, at - read_);
    const std::size_t end = at;
    if (at < buffer_.size() && !skip_line_end(at, at_end)) return false;
    if (!doubled_.empty()) undouble(record_.raw.size());
    record_.cells = cells_;
    record_.line = line_;
    record_.offset = dropped_ + static_cast<std::int64_t>(read_);
    record_.fault = Fault::none;
    line_ += lines + (end < buffer_.size() ? 1 : 0);
    read_ = at;
    const bool blank =
        cells_.empty() || (cells_.size() == 1 && cells_[0].empty() && lines == 0 &&
                           record_.raw.find(dialect_.quote) == std::string_view::npos);
    if (!blank) return true;
  }
  return false;
}

// Whether what should be one record holds whole ones: two lines or more inside it, of which four in
// five have the delimiters of a record. A note of several lines does not; rows swallowed by a stray
// quote do.
bool CsvReader::holds_records(std::size_t begin, std::size_t end) const {
  const std::string_view text = std::string_view(buffer_).substr(begin, end - begin);
  std::size_t inner = 0;
  std::size_t like_records = 0;
  std::size_t at = text.find_first_of("\r\n");
  for (;;) {
    const std::size_t from = text.find_first_not_of("\r\n", at);
    at = from == std::string_view::npos ? from : text.find_first_of("\r\n", from);
    if (at == std::string_view::npos) break;  // the last line is the record's own end
    std::size_t delimiters = 0;
    for (std::size_t i = from; i < at; ++i) delimiters += text[i] == dialect_.delimiter;
    ++inner;
    like_records += delimiters + 1 == expected_cells_;
  }
  return inner >= 2 && like_records * 5 >= inner * 4;
}

// Hands out the first line of what could not be split, as it is, so that the next line is read
// afresh.
bool CsvReader::reject_line(bool at_end) {
  std::size_t end = buffer_.find_first_of("\r\n", read_);
  if (end == std::string::npos) {
    if (!at_end) return false;
    end = buffer_.size();
  }
  std::size_t at = end;
  if (at < buffer_.size() && !skip_line_end(at, at_end)) return false;
  cells_.clear();
  record_ = {{},
             std::string_view(buffer_).substr(read_, end - read_),
             line_,
             dropped_ + static_cast<std::int64_t>(read_),
             Fault::unclosed_quote};
  read_ = at;
  ++line_;
  return true;
}

CsvReader::Split CsvReader::split_cells(std::size_t& at, std::int64_t& lines, bool at_end) {
  cells_.clear();
  doubled_.clear();
  if (dialect_.delimiter == ' ')
    return split_blanks(at, at_end) ? Split::complete : Split::more_needed;

  const char* const data = buffer_.data();
  const std::size_t size = buffer_.size();
  const char delimiter = dialect_.delimiter;
  for (;;) {
    if (at < size && data[at] == dialect_.quote) {
      const Split quoted = split_quoted(at, lines, at_end);
      if (quoted != Split::complete) return quoted;
    } else {
      const std::size_t begin = at;
      at = find_mark(data, at, size, delimiter);
      if (at == size && !at_end) return Split::more_needed;
      cells_.emplace_back(data + begin, at - begin);
    }
    if (at == size || data[at] != delimiter) return Split::complete;
    ++at;
    if (at == size && !at_end) return Split::more_needed;
  }
}

// One cell in quotes, `at` on the opening one. Blanks between the closing quote and the delimiter
// are forgiven.
CsvReader::Split CsvReader::split_quoted(std::size_t& at, std::int64_t& lines, bool at_end) {
  const char* const data = buffer_.data();
  const std::size_t size = buffer_.size();
  const char quote = dialect_.quote;
  const std::size_t begin = ++at;
  bool doubled = false;
  for (;;) {
    const auto* found =
        at < size ? static_cast<const char*>(std::memchr(data + at, quote, size - at)) : nullptr;
    const std::size_t stop = found ? static_cast<std::size_t>(found - data) : size;
    for (std::size_t i = at; i < stop; ++i)
      if (data[i] == '\n' || (data[i] == '\r' && (i + 1 == size || data[i + 1] != '\n'))) ++lines;
    if (!found) return at_end ? Split::broken : Split::more_needed;
    at = stop + 1;
    if (at == size && !at_end) return Split::more_needed;
    if (at < size && data[at] == quote) {
      doubled = true;
      ++at;
      continue;
    }
    break;
  }
  const std::size_t end = at - 1;
  while (at < size && is_blank(data[at]) && data[at] != dialect_.delimiter) ++at;
  if (at == size && !at_end) return Split::more_needed;
  if (at < size && data[at] != dialect_.delimiter && data[at] != '\n' && data[at] != '\r')
    return Split::broken;

  if (doubled) doubled_.push_back(cells_.size());
  cells_.emplace_back(data + begin, end - begin);
  return Split::complete;
}

// Cells with doubled quotes are rewritten beside the buffer, which must stay as it is: a rejected
// row is handed on whole.
void CsvReader::undouble(std::size_t longest) {
  scratch_.clear();
  scratch_.reserve(
      longest);  // all of a record's cells are shorter than the record: views into it stay valid
  for (const std::size_t index : doubled_) {
    const std::string_view cell = cells_[index];
    const std::size_t place = scratch_.size();
    for (std::size_t i = 0; i < cell.size(); ++i) {
      scratch_ += cell[i];
      if (cell[i] == dialect_.quote) ++i;
    }
    cells_[index] = {scratch_.data() + place, scratch_.size() - place};
  }
}

bool CsvReader::split_blanks(std::size_t& at, bool at_end) {
  const std::size_t size = buffer_.size();
  for (;;) {
    while (at < size && is_blank(buffer_[at])) ++at;
    const std::size_t begin = at;
    while (at < size && !is_blank(buffer_[at]) && buffer_[at] != '\n' && buffer_[at] != '\r') ++at;
    if (at == size && !at_end) return false;
    if (at > begin) cells_.emplace_back(buffer_.data() + begin, at - begin);
    if (at == size || !is_blank(buffer_[at])) return true;
  }
}

}  // namespace regulars
