// What a shop has told its customers: entries that are posted once and corrected by more entries,
// never changed.
//
// A ledger is derived anew from all data each time; exports are facts that may change. The journal
// is the other layer: what was said stays said, and the difference is posted on the day on which it
// became known.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/errors.h"
#include "core/loyalty/ledger.h"

namespace regulars {

/// Why a row stands in the journal.
enum class RowReason : std::uint8_t {
  posted,     // an entry that was not known before
  corrected,  // the difference to what was posted for the same entry before
  undone,     // the opposite of a row of a batch that was taken back
};
inline constexpr std::array<std::string_view, 3> kRowReasonWords{"posted", "corrected", "undone"};

/// A row of the journal. Its two times are `at`, when it happened, and `known_since` of its batch.
struct JournalRow {
  std::int32_t batch = 0;
  RowReason reason = RowReason::posted;
  Instant at = 0;
  EntryKind kind = EntryKind::earn;
  std::string member;
  std::string source;
  Amounts change{};  // sums to 0
};

/// What became known at one time: an import, a retroactive rule, an undoing.
struct Batch {
  std::string name;
  Instant known_since = 0;
  std::optional<std::int32_t> undoes;  // a batch
};

struct Journal {
  std::vector<Batch> batches;  // in the order in which they became known
  std::vector<JournalRow> rows;
};

/// The journal and what a ledger has beyond it: new entries, and for those that came out otherwise
/// the difference. Nothing is added where there is none, not even the batch. Rows after the
/// ledger's as_of are left as they are.
Journal post(Journal journal, const Ledger& ledger, std::string name, Instant known_since);

/// The journal and the opposite of each row of a batch. invalid_option with `batches[2]` where
/// there is no such batch, where it is undone already, or where somebody would be left with less
/// than nothing because later batches build upon it: those are undone first.
Result<Journal> undo(Journal journal, std::int32_t batch, std::string name, Instant known_since);

/// Which instant is meant by "then".
enum class TimeSense : std::uint8_t {
  happened,  // all that had happened by then, as is known today
  known,     // all that was known by then: what customers were told
};

/// What each member has by an instant; those who have nothing and never had are not in it.
std::map<std::string, Amounts> balances_by(const Journal& journal, Instant at, TimeSense sense);

/// Sixty-four bits that are equal for equal balances of everybody; members whose balances are all 0
/// do not count.
std::uint64_t digest_of(const Journal& journal);

}  // namespace regulars
