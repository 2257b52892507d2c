#include "core/data/fold.h"

#include "core/data/cursor.h"

namespace regulars {
namespace {

// The plain letter of each of U+00C0 to U+017F. A question mark stands for no letter, a capital for
// a pair of letters.
constexpr std::string_view kPlain =
    "aaaaaaAceeeeiiiidnooooo?ouuuuyTSaaaaaaAceeeeiiiidnooooo?ouuuuyTy"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkkllllllllllnnnnnnnnnooooooOO"
    "rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kPlain.size() == 192);

std::string_view pair_of(char capital) {
  switch (capital) {
    case 'A':
      return "ae";
    case 'O':
      return "oe";
    case 'I':
      return "ij";
    case 'T':
      return "th";
    default:
      return "ss";
  }
}

// The length of a blank beyond ASCII at the beginning of a text: no-break, by width, narrow
// no-break, ideographic. 0 where there is none.
std::size_t wide_blank(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.starts_with("\xE2\x80\xAF") || text.starts_with("\xE3\x80\x80")) return 3;
  const bool by_width = text.size() > 2 && text.starts_with("\xE2\x80") &&
                        static_cast<unsigned char>(text[2]) <= 0x8A;
  return by_width ? 3 : 0;
}

void add_blank(std::string& result) {
  if (!result.empty() && result.back() != ' ') result += ' ';
}

}  // namespace

void fold_into(std::string_view text, std::string& result) {
  result.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto byte = [&](std::size_t ahead) {
      return i + ahead < text.size() ? static_cast<unsigned char>(text[i + ahead]) : 0U;
    };
    if (c < 0x80) {
      if (c <= ' ')
        add_blank(result);
      else
        result += lower(text[i]);
    } else if (const std::size_t blank = wide_blank(text.substr(i))) {
      add_blank(result);
      i += blank - 1;
    } else if (c >= 0xC3 && c <= 0xC5 && i + 1 < text.size()) {
      const char plain = kPlain[(c - 0xC3U) * 64 + (byte(1) & 0x3FU)];
      if (plain == '?')
        result.append(text.substr(i, 2));
      else if (plain < 'a')
        result += pair_of(plain);
      else
        result += plain;
      i += 1;
    } else if ((c == 0xCC || (c == 0xCD && byte(1) < 0xB0)) && i + 1 < text.size()) {
      i += 1;  // an accent that stands behind its letter
    } else if (c == 0xE2 && byte(1) == 0x80 && (byte(2) == 0x98 || byte(2) == 0x99)) {
      result += '\'';
      i += 2;
    } else if (c == 0xEF && byte(1) == 0xBC && byte(2) >= 0x81) {  // full-width ! to _
      result += lower(static_cast<char>(byte(2) - 0x60));
      i += 2;
    } else if (c == 0xEF && byte(1) == 0xBD && byte(2) >= 0x80 && byte(2) <= 0x9E) {  // ` to ~
      result += static_cast<char>(byte(2) - 0x20);
      i += 2;
    } else {
      result += text[i];
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
}

std::string folded(std::string_view text) {
  std::string result;
  fold_into(text, result);
  return result;
}

}  // namespace regulars
