// Rows that add up others, by the word for it.
#include <algorithm>
#include <array>

#include "core/data/cursor.h"
#include "core/data/dialect.h"
#include "core/data/dialect_parts.h"
#include "core/data/values.h"

namespace regulars {
namespace {

// "Total" in the languages of shop software, in small letters; those of other alphabets as UTF-8.
constexpr std::array<std::string_view, 49> kTotals{
    "total",
    "totals",
    "grand total",
    "grand totals",
    "subtotal",
    "sub-total",
    "sub total",
    "sum",
    "sums",
    "overall",
    "summe",
    "summen",
    "gesamt",
    "gesamtsumme",
    "gesamtbetrag",
    "gesamtergebnis",
    "zwischensumme",
    "insgesamt",
    "totale",
    "totali",
    "totale complessivo",
    "totales",
    "total general",
    "total geral",
    "total g\xC3\xA9n\xC3\xA9ral",
    "totaux",
    "sous-total",
    "somme",
    "suma",
    "soma",
    "totaal",
    "eindtotaal",
    "totalt",
    "summa",
    "yhteens\xC3\xA4",
    "razem",
    "celkem",
    "toplam",
    "genel toplam",
    "\xD0\xB8\xD1\x82\xD0\xBE\xD0\xB3\xD0\xBE",  // itogo, in small letters
    "\xD0\x98\xD1\x82\xD0\xBE\xD0\xB3\xD0\xBE",  // Itogo, as it begins a row
    "\xD0\x98\xD0\xA2\xD0\x9E\xD0\x93\xD0\x9E",  // ITOGO
    "\xD0\xB2\xD1\x81\xD0\xB5\xD0\xB3\xD0\xBE",  // vsego
    "\xD0\x92\xD1\x81\xD0\xB5\xD0\xB3\xD0\xBE",  // Vsego
    "\xE5\x90\x88\xE8\xAE\xA1",                  // heji
    "\xE6\x80\xBB\xE8\xAE\xA1",                  // zongji
    "\xE5\xB0\x8F\xE8\xAE\xA1",                  // xiaoji
    "\xE5\x90\x88\xE8\xA8\x88",                  // goukei
    "\xED\x95\xA9\xEA\xB3\x84",                  // hapgye
};

// Whether a text begins with a word for "total" and has no other letters behind it: "Total:",
// "Total (34)", but not the name of a shop.
bool says_total(std::string_view text) {
  for (const std::string_view word : kTotals) {
    if (text.size() < word.size()) continue;
    bool alike = true;
    for (std::size_t i = 0; i < word.size() && alike; ++i) alike = lower(text[i]) == word[i];
    if (!alike) continue;
    const std::string_view rest = text.substr(word.size());
    if (rest.empty()) return true;
    if (rest.front() != ' ' && rest.front() != ':' && rest.front() != '(') continue;
    if (rest.front() == ':' || rest.find_first_not_of(" :(") == std::string_view::npos) return true;
    if (rest[rest.find_first_not_of(' ')] == '(' || is_number(rest)) return true;
  }
  return false;
}

// Letters with which those words begin; most rows begin with something else and are done.
constexpr std::string_view kTotalLetters = "tTgGsSoOiIeEyYrRcC\xD0\xE5\xE6\xED";

}  // namespace

bool may_begin_total(char letter) { return kTotalLetters.find(letter) != std::string_view::npos; }

bool is_totals_row(std::span<const std::string_view> cells) {
  for (const std::string_view cell : cells) {
    const std::string_view text = bare(cell);
    if (text.empty()) continue;
    if (!may_begin_total(text.front()) || !says_total(text)) return false;
    return std::none_of(cells.begin(), cells.end(),
                        [](std::string_view other) { return parse_date(other).has_value(); });
  }
  return false;
}

}  // namespace regulars
