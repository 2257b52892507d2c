#include "core/data/identity.h"

#include <algorithm>
#include <array>

#include "core/data/cursor.h"
#include "core/data/fold.h"
#include "core/data/values.h"

namespace regulars {
namespace {

constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kMostDigits = 15;  // ITU-T E.164

// What tills and shops write for a buyer they do not know, folded. Chinese: walk-in, visitor (two
// words), anonymous (two words), not a member, passing customer.
constexpr std::array<std::string_view, 29> kNobodies{"guest",
                                                     "guest customer",
                                                     "guest user",
                                                     "walk-in",
                                                     "walk in",
                                                     "walkin",
                                                     "walk-in customer",
                                                     "walk in customer",
                                                     "anonymous",
                                                     "anonymous customer",
                                                     "unknown",
                                                     "unknown customer",
                                                     "no customer",
                                                     "cash customer",
                                                     "cash sale",
                                                     "gast",
                                                     "laufkunde",
                                                     "barverkauf",
                                                     "unbekannt",
                                                     "invite",
                                                     "invitado",
                                                     "anonyme",
                                                     "anonimo",
                                                     "\u6563\u5BA2",
                                                     "\u6E38\u5BA2",
                                                     "\u8BBF\u5BA2",
                                                     "\u533F\u540D",
                                                     "\u533F\u540D\u7528\u6237",
                                                     "\u975E\u4F1A\u5458"};

bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// What no address holds unless in quotes, which nobody's has: RFC 5322, 3.2.3. Brackets and quotes
// that are left belong to a second address.
bool is_no_mailbox(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == ',' || c == ';' || c == '<' || c == '>' ||
         c == '"';
}

// Marks that people set between the digits of a telephone number.
bool is_phone_mark(char c) {
  return c == ' ' || c == '-' || c == '(' || c == ')' || c == '.' || c == '/';
}

}  // namespace

void normal_email(std::string_view cell, std::string& result) {
  result.clear();
  std::string_view text = unwrap(cell);
  // "Anna Adams <anna@example.org>"
  const std::size_t opened = text.find('<');
  if (opened != std::string_view::npos) {
    const std::size_t closed = text.find('>', opened);
    text = text.substr(opened + 1, closed == std::string_view::npos ? closed : closed - opened - 1);
  }
  while (!text.empty() && (text.front() == '"' || text.front() == '\'' || text.front() == ' '))
    text.remove_prefix(1);
  if (same_letters(text.substr(0, 7), "mailto:")) text.remove_prefix(7);
  while (!text.empty() && (text.back() == '"' || text.back() == '\'' || text.back() == ';' ||
                           text.back() == ',' || text.back() == ' '))
    text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at + 1 >= text.size() ||
      text.find('@', at + 1) != std::string_view::npos ||
      std::any_of(text.begin(), text.end(), is_no_mailbox) || is_masked(text))
    return;
  result.assign(text);
  for (char& c : result) c = lower(c);
}

void normal_phone(std::string_view cell, std::string& result) {
  result.clear();
  std::string_view text = unwrap(cell);
  if (is_masked(text)) return;
  std::string plain;
  if (std::any_of(text.begin(), text.end(), is_wide)) {
    fold_into(text, plain);  // full-width digits, blanks of any width
    text = plain;
  }
  if (!text.empty() && text.front() == '\'') text.remove_prefix(1);
  if (same_letters(text.substr(0, 4), "tel:")) text.remove_prefix(4);
  // A number that a table of numbers has passed through.
  if (text.ends_with(".0") && text.find_first_not_of("0123456789.") == std::string_view::npos)
    text.remove_suffix(2);
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      result += c;
      ++digits;
    } else if (c == '+' && result.empty()) {
      result += c;
    } else if (c == '(' && result.starts_with('+') && text.substr(i, 3) == "(0)") {
      i += 2;  // +49 (0)170: the nought is for calls from within the country
    } else if (is_letter(c) || c == '#' || c == ',' || c == ';') {
      // Behind the number: an extension, or a second number.
      if (digits < kFewestDigits) return result.clear();
      const std::string_view rest = text.substr(i);
      if (c != '#' && c != ',' && c != ';' && !same_letters(rest.substr(0, 3), "ext") &&
          !(lower(c) == 'x' && rest.size() > 1 && (is_digit(rest[1]) || rest[1] == ' ')))
        return result.clear();
      break;
    } else if (!is_phone_mark(c)) {
      return result.clear();
    }
  }
  if (result.starts_with("00")) result.replace(0, 2, "+");
  // A Chinese mobile number is the same with its country and without: 1, 3 to 9, nine digits more.
  const std::size_t country = result.starts_with("+86") ? 3 : result.starts_with("86") ? 2 : 0;
  if (country > 0 && result.size() == country + 11 && result[country] == '1' &&
      result[country + 1] >= '3')
    result.erase(0, country);
  const std::size_t sign = result.starts_with('+') ? 1 : 0;
  digits = result.size() - sign;
  if (digits < kFewestDigits || digits > kMostDigits ||
      result.find_first_not_of('0', sign) == std::string::npos)
    result.clear();
}

void normal_name_and_postcode(std::string_view name, std::string_view postcode,
                              std::string& result) {
  result.clear();
  std::string place;
  fold_into(unwrap(postcode), place);
  if (is_placeholder(name) || is_placeholder(postcode) || is_nobody(name) || is_masked(name) ||
      is_masked(place))
    return;
  // 12345-6789: the house beyond the place.
  if (place.size() == 10 && place[5] == '-' &&
      place.find_first_not_of("0123456789-") == std::string::npos)
    place.resize(5);
  place.erase(std::remove_if(place.begin(), place.end(),
                             [](char c) { return c == ' ' || c == '-' || c == '\''; }),
              place.end());
  // Spreadsheets take the noughts in front away.
  if (place.find_first_not_of("0123456789") == std::string::npos)
    place.erase(0, std::min(place.find_first_not_of('0'), place.size() - 1));
  if (place.empty()) return;
  fold_into(unwrap(name), result);
  if (result.empty()) return;
  result += '\n';
  result += place;
}

std::string normal_email(std::string_view cell) {
  std::string result;
  normal_email(cell, result);
  return result;
}

std::string normal_phone(std::string_view cell) {
  std::string result;
  normal_phone(cell, result);
  return result;
}

std::string normal_name_and_postcode(std::string_view name, std::string_view postcode) {
  std::string result;
  normal_name_and_postcode(name, postcode, result);
  return result;
}

bool is_masked(std::string_view text) {
  const std::string_view plain = bare(text);
  if (plain.empty()) return false;
  if (plain.find('*') != std::string_view::npos || plain.starts_with("##") ||
      plain.starts_with("$$"))
    return true;
  if (plain.size() > 2 && plain.front() == '~' && plain.back() == '~') return true;
  if (std::none_of(plain.begin(), plain.end(), is_wide)) return false;
  // A full-width asterisk, and the bullets of some tools.
  return plain.find("\uFF0A") != std::string_view::npos ||
         plain.find("\u2022") != std::string_view::npos ||
         plain.find("\u25CF") != std::string_view::npos;
}

bool is_nobody(std::string_view text) {
  const std::string_view plain = bare(text);
  if (is_placeholder(plain)) return true;
  // Most names are longer than any of these words, or hold an @ or a digit, as none of them does.
  if (plain.size() > 20 ||
      std::any_of(plain.begin(), plain.end(), [](char c) { return c == '@' || is_digit(c); }))
    return false;
  std::string word;
  fold_into(plain, word);
  return std::find(kNobodies.begin(), kNobodies.end(), word) != kNobodies.end();
}

}  // namespace regulars
