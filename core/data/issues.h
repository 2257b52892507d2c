// What was wrong with rows: collected, counted, never thrown away. Rejected rows are kept whole.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace regulars {

/// Kinds of trouble with rows.
enum class IssueKind : std::uint8_t {
  too_few_cells,
  too_many_cells,
  unclosed_quote,
  invalid_date,
  invalid_time,
  invalid_amount,
  invalid_quantity,
  missing_date,
  missing_amount,
  missing_order,        // no order number in a file that has them: the line is an order of its own
  duplicate_line,       // the same line of one order number again
  same_line_twice,      // identical lines without an order number: two coffees in a minute are two
                        // coffees
  no_customer,          // orders that nobody can be given
  date_order_assumed,   // nothing in the column proves whether the day or the month comes first
  date_order_conflict,  // rows that prove the other order than most do; they are read as what they
                        // prove
  other_currency,       // never added to the shop's own
  unknown_status,       // a word for the state of an order that is not known; the order counts
};
inline constexpr std::size_t kIssueKinds = 17;

/// What became of the rows.
enum class Effect : std::uint8_t { rejected, dropped, kept, assumed };
Effect effect_of(IssueKind kind);

/// One row in trouble.
struct IssueExample {
  std::int32_t file = 0;  // index of the file
  std::int64_t row = 0;   // 1-based line in it
  std::string column;     // header or 1-based position; empty where it is about the whole row
  std::string text;       // the cell, or the row, cut to 200 bytes at a whole character
};

/// A kind of trouble, how often it was met, and the first ten times.
struct Issue {
  std::int64_t count = 0;
  std::vector<IssueExample> examples;
};

/// All troubles by kind.
struct Issues {
  std::array<Issue, kIssueKinds> of;

  Issue& operator[](IssueKind kind) { return of[static_cast<std::size_t>(kind)]; }
  const Issue& operator[](IssueKind kind) const { return of[static_cast<std::size_t>(kind)]; }

  /// Counts a row and keeps it as an example while there are fewer than ten.
  void note(IssueKind kind, std::int32_t file, std::int64_t row, std::string_view column,
            std::string_view text);
};

/// A row that could not be used, as it stood in its file.
struct Reject {
  std::int32_t file = 0;
  std::int64_t row = 0;
  IssueKind reason = IssueKind::too_few_cells;
  std::string column;
  std::string text;
};

/// The longest beginning of a UTF-8 text that has at most `bytes` bytes and ends with a whole
/// character.
std::string_view cut(std::string_view text, std::size_t bytes);

}  // namespace regulars
