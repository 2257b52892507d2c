#include "core/loyalty/journal.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "core/base/names.h"

namespace regulars {
namespace {

// What makes two entries the same one at different times of knowing. Those of one source and
// instant are added up: an order may have several lots.
using Identity = std::tuple<Instant, EntryKind, std::string, std::string>;

struct Sums {
  Amounts posted{};
  Amounts derived{};
  bool is_known = false;
};

bool is_zero(const Amounts& amounts) {
  return std::all_of(amounts.begin(), amounts.end(),
                     [](std::int64_t points) { return points == 0; });
}

void add(Amounts& sum, const Amounts& change) {
  for (std::size_t i = 0; i < kAccounts; ++i) sum[i] += change[i];
}

Amounts difference(const Amounts& a, const Amounts& b) {
  Amounts result{};
  for (std::size_t i = 0; i < kAccounts; ++i) result[i] = a[i] - b[i];
  return result;
}

bool is_sound(const Amounts& amounts) {
  const Balances now = balances_of(amounts);
  return std::min({now.pending, now.active, now.debt, now.issued, now.redeemed, now.expired,
                   now.revoked}) >= 0 &&
         (now.debt == 0 || now.active == 0);
}

}  // namespace

Journal post(Journal journal, const Ledger& ledger, std::string name, Instant known_since) {
  std::map<Identity, Sums> entries;
  for (const JournalRow& row : journal.rows) {
    if (row.at > ledger.as_of) continue;
    Sums& sums = entries[{row.at, row.kind, row.member, row.source}];
    add(sums.posted, row.change);
    sums.is_known = true;
  }
  for (const Entry& entry : ledger.entries) {
    const std::string& member = ledger.members[static_cast<std::size_t>(entry.member)];
    add(entries[{entry.at, entry.kind, member, entry.source}].derived, entry.change);
  }
  const auto batch = static_cast<std::int32_t>(journal.batches.size());
  const std::size_t before = journal.rows.size();
  for (const auto& [identity, sums] : entries) {
    const Amounts change = difference(sums.derived, sums.posted);
    if (is_zero(change)) continue;
    const auto& [at, kind, member, source] = identity;
    journal.rows.push_back({.batch = batch,
                            .reason = sums.is_known ? RowReason::corrected : RowReason::posted,
                            .at = at,
                            .kind = kind,
                            .member = member,
                            .source = source,
                            .change = change});
  }
  if (journal.rows.size() > before)
    journal.batches.push_back({.name = std::move(name), .known_since = known_since, .undoes = {}});
  return journal;
}

Result<Journal> undo(Journal journal, std::int32_t batch, std::string name, Instant known_since) {
  const Error refused{.code = ErrorCode::invalid_option,
                      .detail = "batches[" + std::to_string(batch) + "]"};
  const auto next = static_cast<std::int32_t>(journal.batches.size());
  if (batch < 0 || batch >= next) return refused;
  const bool is_undone = std::any_of(journal.batches.begin(), journal.batches.end(),
                                     [&](const Batch& other) { return other.undoes == batch; });
  if (is_undone) return refused;
  const std::size_t known = journal.rows.size();
  for (std::size_t i = 0; i < known; ++i) {
    if (journal.rows[i].batch != batch) continue;
    JournalRow row = journal.rows[i];
    row.batch = next;
    row.reason = RowReason::undone;
    row.change = difference({}, row.change);
    journal.rows.push_back(std::move(row));
  }
  journal.batches.push_back({.name = std::move(name), .known_since = known_since, .undoes = batch});
  const auto left = balances_by(journal, std::numeric_limits<Instant>::max(), TimeSense::happened);
  if (!std::all_of(left.begin(), left.end(), [](const auto& one) { return is_sound(one.second); }))
    return refused;
  return journal;
}

std::map<std::string, Amounts> balances_by(const Journal& journal, Instant at, TimeSense sense) {
  std::map<std::string, Amounts> result;
  for (const JournalRow& row : journal.rows) {
    const Batch& batch = journal.batches[static_cast<std::size_t>(row.batch)];
    const Instant when = sense == TimeSense::happened ? row.at : batch.known_since;
    if (when <= at) add(result[row.member], row.change);
  }
  return result;
}

std::uint64_t digest_of(const Journal& journal) {
  std::string text;
  const auto all = balances_by(journal, std::numeric_limits<Instant>::max(), TimeSense::happened);
  for (const auto& [member, amounts] : all) {
    if (is_zero(amounts)) continue;
    // The length makes it plain where a name ends.
    text += std::to_string(member.size()) + ' ' + member;
    for (const std::int64_t points : amounts) text += ' ' + std::to_string(points);
    text += '\n';
  }
  return hash_of(text);
}

}  // namespace regulars
