// Delimiter, quote and escape: those under which rows are most alike and cells are like cells.
#include <algorithm>
#include <array>

#include "core/data/dialect_parts.h"

namespace regulars {
namespace {

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

/// How well a dialect splits.
struct Agreement {
  double score = 0;       // 0 where nothing is split
  std::size_t alike = 0;  // rows with the usual number of cells
  double typed = 0;       // share of their cells that are days or numbers
};

// The score is the share of rows with the usual number of cells, times how much their cells are
// like cells, a little more for more columns. Rows above the first one of the usual width weigh
// less: they may be titles.
Agreement agreement(const std::vector<HeadRow>& rows) {
  constexpr double title_weight = 0.3;
  constexpr double least_share = 0.25;
  Agreement result;
  const std::size_t width = usual_width(rows);
  if (width == 0) return result;
  double all = 0;
  double value = 0;
  double cells = 0;
  bool begun = false;
  for (const HeadRow& row : rows) {
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

Dialect with(std::string delimiter, char quote) {
  Dialect dialect;
  dialect.delimiter = std::move(delimiter);
  dialect.quote = quote;
  dialect.escape = quote;
  return dialect;
}

struct Candidate {
  std::string_view delimiter;
  double weight;  // what is rarer must be better
  bool in_runs = false;
};

// The section sign and the broken bar are two bytes of UTF-8.
constexpr std::array<Candidate, 18> kCandidates{{{",", 1},
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
                                                 {" ", 0.5, true},
                                                 {" ", 0.499}}};

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

std::size_t bad_rows(const std::vector<HeadRow>& rows, std::size_t width) {
  std::size_t bad = 0;
  for (const HeadRow& row : rows)
    bad += !row.blank && (row.fault != Fault::none || row.cells.size() != width);
  return bad;
}

// How quotes are written inside quotes. Doubled, unless reading them as marked by a backslash, or
// as not marked at all, mends more rows than stray quotes would break.
char escape_of(std::string_view sample, bool whole, Dialect dialect) {
  constexpr std::size_t no_accident = 3;
  const char quote = dialect.quote;
  const std::vector<HeadRow> doubled = read_rows(sample, whole, dialect, 0);
  const std::size_t width = usual_width(doubled);
  const std::size_t bad = bad_rows(read_rows(sample, whole, dialect, width), width);
  if (bad == 0) return quote;
  char best = quote;
  std::size_t least = bad;
  const auto weigh = [&](char escape, std::size_t margin) {
    dialect.escape = escape;
    const std::size_t left = bad_rows(read_rows(sample, whole, dialect, width), width);
    if (left + margin > least) return;
    least = left;
    best = escape;
  };
  const std::string marked{'\\', quote};
  if (sample.find(marked) != std::string_view::npos) weigh('\\', 1);
  weigh('\0', std::max(no_accident, doubled.size() / 50));
  return best;
}

}  // namespace

DialectChoice choose_dialect(std::string_view sample, bool whole, const std::string& named) {
  constexpr std::size_t rare_rows = 2;
  constexpr double typed_between_blanks = 0.25;
  DialectChoice choice;
  const auto weigh = [&](const Candidate& candidate, char quote) {
    const auto [delimiter, weight, in_runs] = candidate;
    Dialect dialect = with(std::string(delimiter), quote);
    dialect.in_runs = in_runs;
    dialect.escape = escape_of(sample, whole, dialect);
    const std::vector<HeadRow> rows = read_rows(sample, whole, dialect, 0);
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
    weigh(candidate, '"');
    if (apostrophes && has_cells_in_apostrophes(sample, candidate.delimiter))
      weigh({candidate.delimiter, candidate.weight * 0.999, candidate.in_runs}, '\'');
  }
  if (choice.score == 0 && !named.empty()) weigh({named, 1}, '"');
  return choice;
}

}  // namespace regulars
