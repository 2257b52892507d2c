// Amounts, quantities and percentages.
#include <algorithm>
#include <array>

#include "core/data/cursor.h"
#include "core/data/values.h"

namespace regulars {
namespace {

constexpr std::int64_t kLargestMinor = 900'000'000'000'000'000;  // sums of nine such still fit

/// The digits of a number and what stands around them.
struct NumberText {
  std::string_view body;  // digits and marks, from the first digit (or mark) to the last
  bool negative = false;
};

/// A text replaced by another.
struct Plain {
  std::string_view text;
  char plain;
};

// No-break, narrow, thin, figure and ideographic blanks; apostrophes; minus signs and the dashes
// that stand for one; full-width marks.
constexpr std::array<Plain, 18> kPlain{{{"\u00A0", ' '},
                                        {"\u202F", ' '},
                                        {"\u2009", ' '},
                                        {"\u2007", ' '},
                                        {"\u3000", ' '},
                                        {"\u2019", '\''},
                                        {"\u2018", '\''},
                                        {"\u02BC", '\''},
                                        {"\u00B4", '\''},
                                        {"\u2212", '-'},
                                        {"\u2013", '-'},
                                        {"\uFF0D", '-'},
                                        {"\uFF0B", '+'},
                                        {"\uFF0C", ','},
                                        {"\uFF0E", '.'},
                                        {"\uFF08", '('},
                                        {"\uFF09", ')'},
                                        {"\u2010", '-'}}};

// The cell with ASCII marks and figures, in `plain` where that differs.
std::string_view plain_text(std::string_view cell, std::string& plain) {
  const auto is_wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (std::none_of(cell.begin(), cell.end(), is_wide)) return cell;
  for (std::size_t i = 0; i < cell.size();) {
    const std::string_view rest = cell.substr(i);
    const auto found = std::find_if(kPlain.begin(), kPlain.end(), [&](const Plain& entry) {
      return rest.starts_with(entry.text);
    });
    if (found != kPlain.end()) {
      plain += found->plain;
      i += found->text.size();
    } else if (rest.size() > 2 && rest.starts_with("\xEF\xBC") &&
               static_cast<unsigned char>(rest[2]) >= 0x90 &&
               static_cast<unsigned char>(rest[2]) <= 0x99) {  // full-width figures
      plain += static_cast<char>('0' + (static_cast<unsigned char>(rest[2]) - 0x90));
      i += 3;
    } else {
      plain += cell[i++];
    }
  }
  return bare(plain);
}

// Currency signs and words that may stand before or after a number, the longer before those they
// hold. By code point: won, dong, rupee, tenge, hryvnia, euro, peso, rouble, lira, naira, shekel,
// baht, taka, yen and full-width yen, pound, cent-less dollar, Chinese yuan (three ways), Czech,
// Polish and Russian short words.
constexpr std::array<std::string_view, 47> kSigns{"$",        "\u20AC",
                                                  "\u00A3",   "\u00A5",
                                                  "\uFFE5",   "\u5143",
                                                  "\u20B9",   "\u20BD",
                                                  "\u20A9",   "\u09F3",
                                                  "\u20BA",   "\u0E3F",
                                                  "\u20AB",   "\u20AA",
                                                  "\u20B4",   "\u20B8",
                                                  "\u20A6",   "\u20B1",
                                                  "\u5706",   "\u4EBA\u6C11\u5E01",
                                                  "\u5186",   "\uFF04",
                                                  "us$",      "hk$",
                                                  "nt$",      "nz$",
                                                  "mx$",      "ca$",
                                                  "au$",      "cn\u00A5",
                                                  "jp\u00A5", "sg$",
                                                  "r$",       "a$",
                                                  "c$",       "s$",
                                                  "kr.",      "kr",
                                                  "zl",       "z\u0142",
                                                  "k\u010D",  "rs.",
                                                  "rs",       "rm",
                                                  "rp",       "\u0440\u0443\u0431.",
                                                  "p."};

// Source: ISO 4217, table A.1 (2024), without metals, funds and tests; and three everyday
// names: RMB, NTD, SFr.
constexpr std::string_view kCodes =
    " aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd btn bwp "
    "byn bzd cad cdf chf clp cny cop crc cup cve czk djf dkk dop dzd egp ern etb eur fjd fkp gbp "
    "gel ghs gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr iqd irr isk jmd jod jpy kes kgs khr "
    "kmf kpw krw kwd kyd kzt lak lbp lkr lrd lsl lyd mad mdl mga mkd mmk mnt mop mru mur mvr mwk "
    "mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar "
    "sbd scr sdg sek sgd shp sle sos srd ssp stn svc syp szl thb tjs tmt tnd top try ttd twd tzs "
    "uah ugx usd uyu uzs ves vnd vuv wst xaf xcd xof xpf yer zar zmw zwg rmb ntd sfr ";
constexpr std::string_view kWords = " all ang bam bob cop cup gel lak mad mop pen ron sos top try ";

// The length of a currency at the beginning or the end of a text; 0 where there is none.
std::size_t currency_before(std::string_view text) {
  for (const std::string_view sign : kSigns)
    if (same_letters(text.substr(0, sign.size()), sign)) return sign.size();
  return text.size() > 3 && !is_letter(text[3]) && is_currency_code(text.substr(0, 3)) ? 3 : 0;
}
std::size_t currency_behind(std::string_view text) {
  for (const std::string_view sign : kSigns)
    if (text.size() > sign.size() && same_letters(text.substr(text.size() - sign.size()), sign))
      return sign.size();
  const std::size_t n = text.size();
  return n > 3 && !is_letter(text[n - 4]) && is_currency_code(text.substr(n - 3)) ? 3 : 0;
}

bool trim_front(std::string_view& text, NumberText& number, bool& opened) {
  if (is_digit(text.front())) return false;
  if (text.front() == ' ' || text.front() == '+') return text.remove_prefix(1), true;
  if (text.front() == '-' && !number.negative)
    return number.negative = true, text.remove_prefix(1), true;
  if (text.front() == '(' && !opened) return opened = true, text.remove_prefix(1), true;
  const std::size_t currency = currency_before(text);
  text.remove_prefix(currency);
  return currency > 0;
}

bool trim_back(std::string_view& text, NumberText& number, bool& closed) {
  if (is_digit(text.back())) return false;
  if (text.back() == ' ') return text.remove_suffix(1), true;
  // 12,- and 12.-- have no cents; a minus behind figures is one.
  const std::size_t dashes =
      text.size() - 1 - std::min(text.find_last_not_of('-'), text.size() - 1);
  if (dashes > 0 && dashes < 3 && text.size() > dashes + 1 &&
      (text[text.size() - dashes - 1] == ',' || text[text.size() - dashes - 1] == '.'))
    return text.remove_suffix(dashes + 1), true;
  if (text.back() == '-' && text.size() > 1 && !number.negative)
    return number.negative = true, text.remove_suffix(1), true;
  if (text.back() == ')' && !closed) return closed = true, text.remove_suffix(1), true;
  const std::size_t currency = currency_behind(text);
  text.remove_suffix(currency);
  return currency > 0;
}

bool trim_edges(std::string_view text, NumberText& number) {
  bool opened = false;
  bool closed = false;
  while (!text.empty() && trim_front(text, number, opened)) {
  }
  while (!text.empty() && trim_back(text, number, closed)) {
  }
  if (opened != closed || (opened && number.negative)) return false;
  number.negative = number.negative || opened;
  number.body = text;
  return !text.empty();
}

// Scales the body to `decimals` decimals, rounding half away from zero. Thousands marks must stand
// between groups of three (or, as in India, two) digits, never at an edge.
std::optional<std::int64_t> scale(std::string_view body, char decimal, int decimals) {
  const char group = decimal == '.' ? ',' : '.';
  std::int64_t value = 0;
  int after = -1;  // digits after the decimal mark; -1 before it
  bool any = false;
  bool round_up = false;
  std::size_t since_group = 0;
  bool grouped = false;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const char c = body[i];
    if (is_digit(c)) {
      any = true;
      ++since_group;
      if (after < 0 || after < decimals) {
        if (value > kLargestMinor / 10) return {};
        value = value * 10 + (c - '0');
      } else if (after == decimals) {
        round_up = c >= '5';
      }
      if (after >= 0) ++after;
    } else if (c == decimal) {
      if (after >= 0 || (grouped && since_group != 3)) return {};
      after = 0;
    } else if ((c == group || c == ' ' || c == '\'') && after < 0) {
      if (!any || since_group == 0 || since_group > 3 || (grouped && since_group < 2)) return {};
      grouped = true;
      since_group = 0;
    } else {
      return {};
    }
  }
  if (!any || (grouped && after < 0 && since_group != 3)) return {};
  for (int i = after < 0 ? 0 : after; i < decimals; ++i) {
    if (value > kLargestMinor / 10) return {};
    value *= 10;
  }
  return value + (round_up ? 1 : 0);
}

// A number with anything around it.
std::optional<std::int64_t> parse_dressed(std::string_view text, NumberStyle style, int decimals) {
  std::string plain;
  NumberText number;
  if (!trim_edges(plain_text(text, plain), number)) return {};
  auto value = scale(number.body, style.decimal, decimals);
  if (value && number.negative) *value = -*value;
  return value;
}

std::optional<std::int64_t> parse_decimal(std::string_view cell, NumberStyle style, int decimals) {
  std::string_view text = bare(cell);
  std::int64_t value = 0;
  if (read_plain_number(text, style.decimal, decimals, value)) return value;
  return parse_dressed(text, style, decimals);
}

// The sum of "amount:4.00|reason:chipped|date:2024-07-09;amount:1.50|...", as WebToffee lists what
// was given back of an order. A reason may hold a semicolon; it does not begin with the label.
std::optional<std::int64_t> parse_labelled(std::string_view text, NumberStyle style, int decimals) {
  constexpr std::string_view label = "amount:";
  if (!text.starts_with(label)) return {};
  std::int64_t sum = 0;
  for (std::size_t at = 0; at != std::string_view::npos;) {
    at += label.size();
    const auto one =
        parse_decimal(text.substr(at, text.find_first_of("|;", at) - at), style, decimals);
    if (!one || __builtin_add_overflow(sum, *one, &sum)) return {};
    at = text.find(";amount:", at);
    if (at != std::string_view::npos) ++at;
  }
  return sum;
}

}  // namespace

bool is_currency_code(std::string_view letters) {
  if (letters.size() != 3) return false;
  std::string word = " ";
  bool capitals = true;
  for (const char c : letters) {
    if (!is_letter(c)) return false;
    capitals = capitals && lower(c) != c;
    word += lower(c);
  }
  word += ' ';
  return kCodes.find(word) != std::string_view::npos &&
         (capitals || kWords.find(word) == std::string_view::npos);
}

std::optional<Money> parse_money(std::string_view cell, NumberStyle style, int digits) {
  auto minor = parse_decimal(cell, style, digits);
  if (!minor) minor = parse_labelled(bare(cell), style, digits);
  if (!minor) return {};
  return Money{*minor};
}

std::optional<std::int32_t> parse_quantity(std::string_view cell, NumberStyle style) {
  const auto thousandths = parse_decimal(cell, style, 3);
  if (!thousandths || *thousandths > 2'000'000'000 || *thousandths < -2'000'000'000) return {};
  return static_cast<std::int32_t>(*thousandths);
}

std::optional<std::int32_t> parse_percent(std::string_view cell, NumberStyle style) {
  std::string_view text = bare(cell);
  if (text.ends_with('%'))
    text.remove_suffix(1);
  else if (text.ends_with("\uFF05"))  // full-width
    text.remove_suffix(3);
  else
    return {};
  const auto hundredths = parse_decimal(text, style, 2);
  if (!hundredths || *hundredths > 2'000'000'000 || *hundredths < -2'000'000'000) return {};
  return static_cast<std::int32_t>(*hundredths);
}

char proven_decimal(std::string_view cell) {
  std::string plain;
  NumberText number;
  if (!trim_edges(plain_text(bare(cell), plain), number)) return 0;
  const std::size_t point = number.body.rfind('.');
  const std::size_t comma = number.body.rfind(',');
  if (point == std::string_view::npos && comma == std::string_view::npos) return 0;
  char candidate = 0;
  if (point != std::string_view::npos && comma != std::string_view::npos) {
    candidate = point > comma ? '.' : ',';
  } else {
    const char mark = point != std::string_view::npos ? '.' : ',';
    const std::size_t place = mark == '.' ? point : comma;
    if (number.body.find(mark) != place) {
      candidate = mark == '.' ? ',' : '.';  // several of one kind group thousands
    } else {
      // 1,250 and 1.250 could be either; 0,250 could not.
      if (number.body.size() - place - 1 == 3 && place > 0 && place <= 3 && number.body[0] != '0')
        return 0;
      candidate = mark;
    }
  }
  return scale(number.body, candidate, 2) ? candidate : '\0';
}

}  // namespace regulars
