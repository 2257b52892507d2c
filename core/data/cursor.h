// Letters and digits, and a walk over the text of one cell.
#pragma once

#include <cstdint>
#include <string_view>

namespace regulars {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// Whether two texts are alike, capitals of ASCII aside.
constexpr bool same_letters(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (lower(a[i]) != lower(b[i])) return false;
  return true;
}

/// A walk over a cell.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  bool done() const { return at >= text.size(); }
  char peek() const { return done() ? '\0' : text[at]; }
  std::string_view rest() const { return text.substr(at < text.size() ? at : text.size()); }
  bool skip(char c) {
    if (done() || text[at] != c) return false;
    ++at;
    return true;
  }
  bool skip(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at += word.size();
    return true;
  }
  bool skip_letters(std::string_view word) {  // in any case; word is given in small letters
    if (!same_letters(rest().substr(0, word.size()), word)) return false;
    at += word.size();
    return true;
  }
  void skip_blanks() {
    while (skip(' ')) {
    }
  }
  /// At most `most` digits; -1 where there is none.
  std::int32_t number(std::size_t most, std::size_t* read = nullptr) {
    std::int32_t value = 0;
    std::size_t digits = 0;
    while (digits < most && is_digit(peek())) {
      value = value * 10 + (text[at++] - '0');
      ++digits;
    }
    if (read) *read = digits;
    return digits == 0 ? -1 : value;
  }
};

}  // namespace regulars
