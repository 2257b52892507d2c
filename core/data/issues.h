// What was wrong with rows: collected, counted, never thrown away. Rejected rows are kept whole.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace regulars {

/// Kinds of trouble with rows, and of what cleaning found in them.
enum class IssueKind : std::uint8_t {
  // Met while a row is read:
  too_few_cells,
  too_many_cells,
  unclosed_quote,
  stray_quote,  // text beside a cell in quotes, in a row that has its cells all the same
  invalid_date,
  impossible_date,  // a day before 1980 or after 2099
  invalid_time,
  invalid_amount,
  invalid_quantity,
  missing_date,
  missing_amount,
  missing_name,         // of a customer, product or reward, in a table of them
  missing_order,        // no order number in a file that has them: the line is an order of its own
  damaged_number,       // an order number that a spreadsheet has rounded (3.5E+16): likewise
  masked_customer,      // the platform has hidden who it was
  not_an_order,         // a withdrawal, a fee, a conversion
  other_table,          // a row of another table in the same file
  other_currency,       // never added to the shop's own
  unknown_status,       // a word for the state of an order that is not known; the order counts
  date_order_assumed,   // nothing in the column proves whether the day or the month comes first
  date_order_conflict,  // rows that prove the other order than most do; they are read as what they
                        // prove
  // Found when all rows are there:
  duplicate_line,    // the same line of one order number again
  same_line_twice,   // identical lines without an order number: two coffees in a minute are two
                     // coffees
  older_export,      // lines of an order of which a newer export tells again
  near_copy,         // two orders alike within minutes
  no_customer,       // orders that nobody can be given
  orphan_item,       // lines of an order whose day no file tells
  unknown_customer,  // events and rewards of people who never ordered
  test_order,
  free_order,       // nothing was paid
  future_order,     // after the day on which the files are looked at
  paired_refund,    // a sale that another row gives back
  merged_customer,  // the same person under two signs
  unusual_amount,   // far from the shop's other orders on the log scale
};
inline constexpr std::size_t kIssueKinds = 34;
/// Those from here on are of the whole table, not of a row while it is read.
inline constexpr IssueKind kFirstOfTable = IssueKind::duplicate_line;

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

  /// Takes a row back that was counted, and its example.
  void forget(IssueKind kind, std::int32_t file, std::int64_t row);
};

/// What the user made of a rejected row.
enum class Mending : std::uint8_t {
  none,   // left out
  fixed,  // read again with a text of the user's
  kept,   // read again without what is wrong with it
};

/// A row that could not be used, as it stood in its file.
struct Reject {
  std::int32_t file = 0;
  std::int64_t row = 0;
  std::int64_t offset = 0;  // bytes before it in the (UTF-8) file
  IssueKind reason = IssueKind::too_few_cells;
  std::string column;
  std::string text;
  Mending mending = Mending::none;
};

/// The user's correction of one rejected row.
struct Mend {
  std::size_t reject = 0;  // index in the list of rejects
  Mending mending = Mending::fixed;
  std::string text;  // the row as it should be; only of `fixed`
};

/// The longest beginning of a UTF-8 text that has at most `bytes` bytes and ends with a whole
/// character.
std::string_view cut(std::string_view text, std::size_t bytes);

}  // namespace regulars
