#include "core/data/dialect.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/data/cursor.h"
#include "core/data/values.h"

namespace regulars {
namespace {

constexpr std::size_t kRecordsToCompare = 300;
constexpr std::size_t kBytesToCompare = std::size_t{1} << 16;

// The first bytes of what owners drop by mistake: PNG, JPEG, GIF, PDF, ZIP (and so xlsx), gzip, old
// Excel, WebP and AVI.
constexpr std::array<std::string_view, 8> kSignatures{
    "\x89PNG",  "\xFF\xD8\xFF",     "GIF8", "%PDF", "PK\x03\x04",
    "\x1F\x8B", "\xD0\xCF\x11\xE0", "RIFF"};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// NULs alone make no binary file: they are what is left of UTF-16 or of a torn disk block.
bool is_text(std::string_view head) {
  for (const std::string_view signature : kSignatures)
    if (head.starts_with(signature)) return false;
  std::size_t odd = 0;
  std::size_t nuls = 0;
  for (const char c : head) {
    if (c == '\0')
      ++nuls;
    else if (static_cast<unsigned char>(c) < 32 && c != '\n' && c != '\r' && c != '\t')
      ++odd;
  }
  if (nuls > 0 && nuls == head.size()) return false;
  return odd * 100 <= head.size() - nuls;  // one control character in a hundred is forgiven
}

std::string first_line_end(std::string_view head) {
  const std::size_t at = head.find_first_of("\r\n");
  if (at == std::string_view::npos || head[at] == '\n') return "\n";
  return at + 1 < head.size() && head[at + 1] == '\n' ? "\r\n" : "\r";
}

// The delimiter that a first line "sep=;" names, be it in quotes; empty where there is none.
std::string named_delimiter(std::string_view head) {
  std::string_view line = head.substr(0, head.find_first_of("\r\n"));
  if (line.size() >= 2 && line.front() == '"' && line.back() == '"')
    line = line.substr(1, line.size() - 2);
  if (line.size() < 5 || line.size() > 7) return {};
  for (std::size_t i = 0; i < 3; ++i)
    if ((line[i] | 0x20) != "sep"[i]) return {};
  if (line[3] != '=') return {};
  line.remove_prefix(4);
  return line == "\\t" ? "\t" : std::string(line);
}

// One record of the head.
struct Row {
  std::vector<std::string> cells;
  std::string raw;
  std::int64_t line = 0;
  Fault fault = Fault::none;
  bool blank = false;
};

std::vector<Row> read_rows(std::string_view head, bool whole, const Dialect& dialect,
                           std::size_t expected, std::size_t most) {
  std::vector<Row> rows;
  CsvReader reader(dialect, expected);
  const auto keep = [&](const Record& record) {
    if (rows.size() >= most) return;
    Row& row = rows.emplace_back();
    row.cells.assign(record.cells.begin(), record.cells.end());
    row.raw = record.raw;
    row.line = record.line;
    row.fault = record.fault;
    row.blank = record.kind == RecordKind::blank;
  };
  reader.push(head, keep);
  if (whole) reader.finish(keep);
  return rows;
}

/// What a cell is like.
enum class CellKind { empty, day, number, address, name, text, pieces };

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Letters beside digits make a name, "col1" or "rs12", unless they are a currency's code.
bool is_number(std::string_view cell) {
  const auto letter = std::find_if(cell.begin(), cell.end(), is_letter);
  if (letter != cell.end()) {
    const auto end = std::find_if_not(letter, cell.end(), is_letter);
    if (!is_currency_code({&*letter, static_cast<std::size_t>(end - letter)})) return false;
  }
  return parse_money(cell, {'.'}, 2).has_value() || parse_money(cell, {','}, 2).has_value();
}

bool is_percentage(std::string_view cell) {
  return cell.size() > 1 && cell.back() == '%' && is_number(cell.substr(0, cell.size() - 1));
}

bool is_day(std::string_view cell) {
  return parse_date(cell).has_value() || parse_time(cell).has_value();
}

bool is_address(std::string_view cell) {
  if (cell.find(' ') != std::string_view::npos) return false;
  return cell.starts_with("http://") || cell.starts_with("https://") ||
         (cell.find('@') != std::string_view::npos && cell.find('.') != std::string_view::npos &&
          cell.find_first_of(",;|\t") == std::string_view::npos);
}

// Cells in which a delimiter or a quote of another dialect is left are pieces, not cells.
CellKind kind_of(std::string_view cell) {
  const std::string_view text = bare(cell);
  if (text.empty()) return CellKind::empty;
  if (is_day(text)) return CellKind::day;
  if (is_number(text) || is_percentage(text)) return CellKind::number;
  if (is_address(text)) return CellKind::address;
  constexpr std::string_view edges = ",\"'";
  if (text.find_first_of("\t|;^~") != std::string_view::npos ||
      edges.find(text.front()) != std::string_view::npos ||
      edges.find(text.back()) != std::string_view::npos)
    return CellKind::pieces;
  if (text.size() <= 40 && text.find_first_of(",\"{}[]<>=") == std::string_view::npos)
    return CellKind::name;
  return CellKind::text;
}

bool is_typed(CellKind kind) { return kind == CellKind::day || kind == CellKind::number; }

double worth(CellKind kind) {
  switch (kind) {
    case CellKind::day:
    case CellKind::number:
    case CellKind::address:
      return 1;
    case CellKind::name:
      return 0.75;
    case CellKind::empty:
    case CellKind::text:
      return 0.6;
    case CellKind::pieces:
      return 0.1;
  }
  return 0;
}

// The number of cells that most rows have, two at least; 0 where no row has two. Of equals, the
// larger one: a list of notes above a table has fewer columns than it.
std::size_t usual_width(const std::vector<Row>& rows) {
  std::vector<std::size_t> counts;
  for (const Row& row : rows) {
    if (row.blank || row.fault != Fault::none || row.cells.size() < 2) continue;
    if (counts.size() <= row.cells.size()) counts.resize(row.cells.size() + 1);
    ++counts[row.cells.size()];
  }
  std::size_t width = 0;
  for (std::size_t i = 2; i < counts.size(); ++i)
    if (counts[i] > 0 && (width == 0 || counts[i] >= counts[width])) width = i;
  return width;
}

/// How well a dialect splits.
struct Agreement {
  double score = 0;       // 0 where nothing is split
  std::size_t alike = 0;  // rows with the usual number of cells
  double typed = 0;       // share of their cells that are days or numbers
};

// The score is the share of rows with the usual number of cells, times how much their cells are
// like cells, a little more for more columns. Rows above the first one of the usual width weigh
// less: they may be titles.
Agreement agreement(const std::vector<Row>& rows) {
  constexpr double title_weight = 0.3;
  constexpr double least_share = 0.25;
  Agreement result;
  const std::size_t width = usual_width(rows);
  if (width == 0) return result;
  double all = 0;
  double value = 0;
  double cells = 0;
  bool begun = false;
  for (const Row& row : rows) {
    if (row.blank) continue;
    const bool like = row.fault == Fault::none && row.cells.size() == width;
    begun = begun || like;
    all += begun ? 1 : title_weight;
    if (!like) continue;
    ++result.alike;
    for (const std::string& cell : row.cells) {
      const CellKind kind = kind_of(cell);
      value += worth(kind);
      result.typed += is_typed(kind) ? 1 : 0;
    }
    cells += static_cast<double>(width);
  }
  // Where few rows are alike, they are no table: a comma here and there in a list of texts.
  if (static_cast<double>(result.alike) < least_share * all) return {};
  result.typed /= cells;
  const double columns = static_cast<double>(width);
  result.score =
      static_cast<double>(result.alike) / all * (value / cells) * (columns - 1) / columns;
  return result;
}

Dialect with(Dialect dialect, std::string delimiter, char quote) {
  dialect.delimiter = std::move(delimiter);
  dialect.quote = quote;
  dialect.escape = quote;
  return dialect;
}

struct Candidate {
  std::string_view delimiter;
  double weight;  // what is rarer must be better
};

// The section sign and the broken bar are two bytes of UTF-8.
constexpr std::array<Candidate, 17> kCandidates{{{",", 1},
                                                 {";", 1},
                                                 {"\t", 1},
                                                 {"|", 1},
                                                 {", ", 1.001},
                                                 {"; ", 1.001},
                                                 {"||", 1.5},
                                                 {"\t\t", 1.5},
                                                 {"::", 1.5},
                                                 {"^", 0.8},
                                                 {"~", 0.8},
                                                 {"#", 0.6},
                                                 {"&", 0.6},
                                                 {"\xC2\xA7", 0.8},
                                                 {"\xC2\xA6", 0.8},
                                                 {":", 0.5},
                                                 {" ", 0.5}}};

bool is_pair(std::string_view delimiter) {
  return delimiter.size() == 2 && delimiter[0] == delimiter[1];
}

// Whether a character never stands alone: with the header's names, no accident of empty columns.
bool only_in_pairs(std::string_view text, char c) {
  for (std::size_t at = text.find(c); at != std::string_view::npos; at = text.find(c, at)) {
    const std::size_t end = std::min(text.size(), text.find_first_not_of(c, at));
    if ((end - at) % 2 != 0) return false;
    at = end;
  }
  return true;
}

// Cells that stand in apostrophes, a hint that these enclose cells as quotes do.
bool has_cells_in_apostrophes(std::string_view head, std::string_view delimiter) {
  std::size_t enclosed = 0;
  for (std::size_t at = head.find('\''); at != std::string_view::npos && enclosed < 2;
       at = head.find('\'', at + 1)) {
    std::string_view before = head.substr(0, at);
    while (before.ends_with(' ') && !before.ends_with(delimiter)) before.remove_suffix(1);
    if (!before.empty() && before.back() != '\n' && before.back() != '\r' &&
        !before.ends_with(delimiter))
      continue;
    for (std::size_t close = head.find('\'', at + 1); close != std::string_view::npos;
         close = head.find('\'', close + 1)) {
      std::string_view after = head.substr(close + 1);
      while (after.starts_with(' ') && !after.starts_with(delimiter)) after.remove_prefix(1);
      if (!after.empty() && after.front() != '\n' && after.front() != '\r' &&
          !after.starts_with(delimiter))
        continue;
      enclosed += head.substr(at, close - at).find_first_of("\r\n") == std::string_view::npos;
      break;
    }
  }
  return enclosed >= 2;
}

std::size_t bad_rows(const std::vector<Row>& rows, std::size_t width) {
  std::size_t bad = 0;
  for (const Row& row : rows)
    bad += !row.blank && (row.fault != Fault::none || row.cells.size() != width);
  return bad;
}

// How quotes are written inside quotes. Doubled, unless reading them as marked by a backslash, or
// as not marked at all, mends more rows than stray quotes would break.
char escape_of(std::string_view sample, bool whole, Dialect dialect) {
  constexpr std::size_t no_accident = 3;
  const char quote = dialect.quote;
  const std::vector<Row> doubled = read_rows(sample, whole, dialect, 0, kRecordsToCompare);
  const std::size_t width = usual_width(doubled);
  const std::size_t bad =
      bad_rows(read_rows(sample, whole, dialect, width, kRecordsToCompare), width);
  if (bad == 0) return quote;
  char best = quote;
  std::size_t least = bad;
  const auto weigh = [&](char escape, std::size_t margin) {
    dialect.escape = escape;
    const std::size_t left =
        bad_rows(read_rows(sample, whole, dialect, width, kRecordsToCompare), width);
    if (left + margin > least) return;
    least = left;
    best = escape;
  };
  const std::string marked{'\\', quote};
  if (sample.find(marked) != std::string_view::npos) weigh('\\', 1);
  weigh('\0', std::max(no_accident, doubled.size() / 50));
  return best;
}

struct Choice {
  Dialect dialect;
  double score = 0;
};

Choice choose_dialect(std::string_view sample, bool whole, const std::string& named) {
  constexpr std::size_t rare_rows = 2;
  constexpr double typed_between_blanks = 0.25;
  Choice choice;
  const auto weigh = [&](const std::string& delimiter, char quote, double weight) {
    Dialect dialect = with({}, delimiter, quote);
    dialect.escape = escape_of(sample, whole, dialect);
    const std::vector<Row> rows = read_rows(sample, whole, dialect, 0, kRecordsToCompare);
    const Agreement found = agreement(rows);
    const double score = weight * found.score;
    if (score <= choice.score) return;
    // One row proves no rare delimiter, and words between blanks are prose.
    if (weight < 1 && named.empty() && found.alike < rare_rows) return;
    if (delimiter == " " && found.typed < typed_between_blanks) return;
    choice = {std::move(dialect), score};
  };
  const bool apostrophes = sample.find('\'') != std::string_view::npos;
  for (const Candidate& candidate : kCandidates) {
    if (!named.empty() && candidate.delimiter != named) continue;
    if (sample.find(candidate.delimiter) == std::string_view::npos) continue;
    if (is_pair(candidate.delimiter) && !only_in_pairs(sample, candidate.delimiter.front()))
      continue;
    const std::string delimiter(candidate.delimiter);
    weigh(delimiter, '"', candidate.weight);
    if (apostrophes && has_cells_in_apostrophes(sample, delimiter))
      weigh(delimiter, '\'', candidate.weight * 0.999);
  }
  if (choice.score == 0 && !named.empty()) weigh(named, '"', 1);
  return choice;
}

std::size_t filled(const Row& row) {
  return static_cast<std::size_t>(
      std::count_if(row.cells.begin(), row.cells.end(),
                    [](const std::string& cell) { return !bare(cell).empty(); }));
}

// Whether all filled cells are names.
bool names_only(const Row& row) {
  return std::none_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
    const CellKind kind = kind_of(cell);
    return is_typed(kind) || kind == CellKind::address;
  });
}

bool names_columns(const Row& row) { return names_only(row) && filled(row) * 2 > row.cells.size(); }

// What most cells of each column are, of the rows from `from` on: a day or a number, or else text.
std::vector<CellKind> kinds_of_columns(const std::vector<Row>& rows, std::size_t from,
                                       std::size_t width) {
  constexpr std::size_t most = 100;
  std::vector<CellKind> kinds(width, CellKind::text);
  for (std::size_t column = 0; column < width; ++column) {
    std::size_t days = 0;
    std::size_t numbers = 0;
    std::size_t all = 0;
    for (std::size_t i = from; i < rows.size() && all < most; ++i) {
      if (i > from && rows[i - 1].blank && names_columns(rows[i])) break;  // another table
      if (rows[i].cells.size() != width) continue;
      const CellKind kind = kind_of(rows[i].cells[column]);
      days += kind == CellKind::day;
      numbers += kind == CellKind::number;
      ++all;
    }
    if (days * 10 >= all * 6 && days > 0) kinds[column] = CellKind::day;
    if (numbers * 10 >= all * 6 && numbers > 0) kinds[column] = CellKind::number;
  }
  return kinds;
}

// Whether a row has a day or a number in at least one of the columns that hold them, and nothing
// else in most of those.
bool is_of_columns(const Row& row, const std::vector<CellKind>& kinds) {
  std::size_t typed = 0;
  std::size_t alike = 0;
  for (std::size_t i = 0; i < kinds.size() && i < row.cells.size(); ++i) {
    if (!is_typed(kinds[i])) continue;
    ++typed;
    alike += kind_of(row.cells[i]) == kinds[i];
  }
  return typed > 0 && alike * 2 > typed;
}

/// Which of the rows is the first of the table, and how many are its header.
struct Table {
  std::size_t first = 0;
  std::size_t header_rows = 0;
  std::size_t width = 0;
};

bool is_year(std::string_view cell) {
  const std::string_view text = bare(cell);
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos &&
         text >= "1900" && text < "2100";
}

// Whether a row names columns after years: "name,2019,2020", each year once, over rows that hold
// something else in those columns.
bool names_years(const std::vector<Row>& rows, std::size_t at) {
  const Row& row = rows[at];
  std::size_t names = 0;
  std::vector<std::string_view> years;
  std::size_t years_below = 0;
  if (at + 1 == rows.size() || rows[at + 1].cells.size() != row.cells.size()) return false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (is_year(row.cells[i])) {
      if (std::find(years.begin(), years.end(), bare(row.cells[i])) != years.end()) return false;
      years.push_back(bare(row.cells[i]));
      years_below += is_year(rows[at + 1].cells[i]);
    } else if (is_typed(kind_of(row.cells[i]))) {
      return false;
    } else {
      names += !bare(row.cells[i]).empty();
    }
  }
  return names > 0 && years.size() > 1 && years_below == 0;
}

bool is_near(const Row& row, std::size_t width) {
  return row.cells.size() + 1 >= width && row.cells.size() <= width + 1 && row.cells.size() > 1;
}

// How many rows from `first` on are one header: each names columns and none has a day or number
// where the rows below have them.
std::size_t count_header_rows(const std::vector<Row>& rows, const Table& table) {
  constexpr std::size_t most_rows = 3;
  std::size_t count = 1;
  for (std::size_t i = table.first + 1; i < rows.size() && count < most_rows; ++i, ++count) {
    if (rows[i].blank || !is_near(rows[i], table.width) || !names_columns(rows[i])) break;
    const std::vector<CellKind> kinds = kinds_of_columns(rows, i + 1, table.width);
    const auto typed =
        static_cast<std::size_t>(std::count_if(kinds.begin(), kinds.end(), is_typed));
    std::size_t named = 0;
    for (std::size_t column = 0; column < table.width && column < rows[i].cells.size(); ++column)
      named += is_typed(kinds[column]) && !bare(rows[i].cells[column]).empty();
    const bool same = rows[i].raw == rows[table.first].raw;
    if (!same && (typed < 2 || named * 2 < typed)) break;
  }
  return count;
}

// Titles and notes may stand above a table, with or without delimiters.
Table find_table(const std::vector<Row>& rows, std::size_t width) {
  constexpr std::size_t title_rows = 20;
  Table table{.width = width};
  while (table.first < rows.size() &&
         (rows[table.first].blank || rows[table.first].cells.size() != width))
    ++table.first;
  // The header may have a cell more or less than the rows.
  if (table.first > 0 && !names_columns(rows[table.first])) {
    const Row& above = rows[table.first - 1];
    if (!above.blank && is_near(above, width) && names_columns(above)) --table.first;
  }
  const std::size_t last = std::min(rows.size(), table.first + title_rows);
  // A row with hardly a cell filled is a title, if a fuller one that names columns follows.
  for (std::size_t i = table.first; i < last; ++i) {
    if (rows[i].blank) continue;
    if (filled(rows[i]) > std::max<std::size_t>(1, width / 3)) {
      if (names_columns(rows[i])) table.first = i;
      break;
    }
  }
  // Rows with days and numbers of their own may stand above the header as well, if they are not
  // like the rows below it. What seems a header itself is above another only with a blank line
  // between and more rows below than above.
  const bool named = names_columns(rows[table.first]);
  for (std::size_t i = table.first + 1; i + 1 < last; ++i) {
    if (rows[i].blank || !is_near(rows[i], width) || !names_columns(rows[i])) continue;
    const auto header = rows.begin() + static_cast<std::ptrdiff_t>(i);
    const auto is_filled = [](const Row& row) { return !row.blank; };
    if (named && (!rows[i - 1].blank ||
                  std::count_if(header, rows.end(), is_filled) <=
                      std::count_if(rows.begin() + static_cast<std::ptrdiff_t>(table.first), header,
                                    is_filled)))
      continue;
    const std::vector<CellKind> kinds = kinds_of_columns(rows, i + 1, width);
    const bool alike =
        std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(table.first), header,
                    [&](const Row& row) { return !row.blank && is_of_columns(row, kinds); });
    if (alike || std::none_of(kinds.begin(), kinds.end(), is_typed)) continue;
    table.first = i;
    break;
  }
  if (names_columns(rows[table.first]))
    table.header_rows = count_header_rows(rows, table);
  else if (names_years(rows, table.first))
    table.header_rows = 1;
  return table;
}

// The names of the columns: the rows of the header joined by a blank, column by column.
std::vector<std::string> join_header(const std::vector<Row>& rows, const Table& table,
                                     std::size_t width) {
  std::vector<std::string> header(width);
  for (std::size_t i = 0; i < table.header_rows; ++i) {
    std::vector<std::string> names = rows[table.first + i].cells;
    // A delimiter too many: the names behind it belong to the columns before.
    while (names.size() > width) {
      const auto blank = std::find_if(names.begin(), names.end(),
                                      [](const std::string& name) { return bare(name).empty(); });
      if (blank == names.end()) break;
      names.erase(blank);
    }
    if (names.size() > header.size()) header.resize(names.size());
    for (std::size_t column = 0; column < names.size(); ++column) {
      const std::string_view name = bare(names[column]);
      if (name.empty()) continue;
      if (!header[column].empty()) header[column] += ' ';
      header[column] += name;
    }
  }
  return header;
}

// A column of days or numbers without a gap: a day where there is one.
std::int32_t find_typed_column(const std::vector<Row>& rows, std::size_t from, std::size_t width) {
  std::int32_t found = -1;
  const std::vector<CellKind> kinds = kinds_of_columns(rows, from, width);
  for (std::size_t column = 0; column < width; ++column) {
    if (!is_typed(kinds[column]) || (found >= 0 && kinds[column] != CellKind::day)) continue;
    found = static_cast<std::int32_t>(column);
    if (kinds[column] == CellKind::day) break;
  }
  return found;
}

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

bool is_header_row(std::span<const std::string_view> cells) {
  std::size_t names = 0;
  for (const std::string_view cell : cells) {
    const CellKind kind = kind_of(cell);
    if (is_typed(kind) || kind == CellKind::address) return false;
    names += kind != CellKind::empty;
  }
  return names * 2 > cells.size();
}

bool is_totals_row(std::span<const std::string_view> cells) {
  for (const std::string_view cell : cells) {
    const std::string_view text = bare(cell);
    if (text.empty()) continue;
    if (kTotalLetters.find(text.front()) == std::string_view::npos || !says_total(text))
      return false;
    return std::none_of(cells.begin(), cells.end(),
                        [](std::string_view other) { return parse_date(other).has_value(); });
  }
  return false;
}

Result<Head> read_shape(std::string_view head, bool whole) {
  if (!is_text(head)) return Error{.code = ErrorCode::not_text};
  std::string without_nuls;
  if (head.find('\0') != std::string_view::npos) {
    without_nuls = head;
    std::erase(without_nuls, '\0');
    head = without_nuls;
  }
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  if (head.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return Error{.code = ErrorCode::empty_file};

  const std::string named = named_delimiter(head);
  std::string_view body = head;
  if (!named.empty()) {
    const std::size_t end = std::min(head.size(), head.find_first_of("\r\n"));
    body.remove_prefix(std::min(head.size(), end + (head.substr(end, 2) == "\r\n" ? 2 : 1)));
  }
  std::string_view sample = body;
  if (sample.size() > kBytesToCompare) {
    sample = sample.substr(0, kBytesToCompare);
    const std::size_t end = sample.find_last_of("\r\n");
    if (end != std::string_view::npos) sample = sample.substr(0, end + 1);
  }
  const bool whole_sample = whole && sample.size() == body.size();

  Choice choice = choose_dialect(sample, whole_sample, named);
  if (choice.score == 0) return Error{.code = ErrorCode::no_columns};
  Head result;
  result.dialect = std::move(choice.dialect);
  result.dialect.line_end = first_line_end(head);
  const std::size_t width =
      usual_width(read_rows(sample, whole_sample, result.dialect, 0, kRecordsToCompare));
  const std::vector<Row> rows =
      read_rows(sample, whole_sample, result.dialect, width, kRecordsToCompare);
  const Table table = find_table(rows, width);
  const std::int64_t above = named.empty() ? 0 : 1;

  Shape& shape = result.shape;
  shape.separator_line = !named.empty();
  shape.table_line = rows[table.first].line + above;
  shape.header_rows = static_cast<std::int32_t>(table.header_rows);
  shape.cells = width;
  for (std::size_t i = 0; i < table.header_rows; ++i)
    shape.header_texts.push_back(rows[table.first + i].raw);
  shape.typed_column = find_typed_column(rows, table.first + table.header_rows, width);
  result.dialect.header_line =
      table.header_rows > 0 ? static_cast<std::int32_t>(shape.table_line) : 0;

  CsvReader reader(result.dialect, shape);
  bool last_cell_filled = false;
  const auto keep = [&](const Record& record) {
    if (record.kind != RecordKind::data || record.fault != Fault::none) return;
    last_cell_filled =
        last_cell_filled || (record.cells.size() == width && !bare(record.cells.back()).empty());
    result.records.emplace_back(record.cells.begin(), record.cells.end());
  };
  reader.push(head, keep);
  if (whole) reader.finish(keep);

  // Rows that all end with a delimiter have an empty cell more than the header names.
  const std::size_t named_cells = table.header_rows == 0 ? 0 : rows[table.first].cells.size();
  const bool ends_with_delimiter = named_cells + 1 == width && !last_cell_filled;
  result.header = join_header(rows, table, ends_with_delimiter ? named_cells : width);
  return result;
}

Result<Head> read_head(std::string_view head, bool whole) {
  Result<Head> shape = read_shape(head, whole);
  if (shape && shape->records.empty()) return Error{.code = ErrorCode::no_rows};
  return shape;
}

}  // namespace regulars
