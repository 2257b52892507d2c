#include "core/data/trial.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/data/zones.h"

namespace regulars {
namespace {

std::vector<StatusFound> find_statuses(const Head& head, const Layout& layout) {
  std::vector<StatusFound> found;
  if (!layout.has(Role::status)) return found;
  std::map<std::string, std::int64_t> rows;
  const auto column = static_cast<std::size_t>(layout.at(Role::status));
  for (const auto& record : head.records)
    if (column < record.size() && !bare(record[column]).empty())
      ++rows[std::string(bare(record[column]))];
  for (const auto& [word, count] : rows) found.push_back({word, count, status_of(layout, word)});
  std::stable_sort(found.begin(), found.end(),
                   [](const StatusFound& a, const StatusFound& b) { return a.rows > b.rows; });
  return found;
}

std::vector<RejectReason> find_reasons(const Issues& issues) {
  std::vector<RejectReason> found;
  for (std::size_t i = 0; i < kIssueKinds; ++i) {
    const auto kind = static_cast<IssueKind>(i);
    const Issue& issue = issues[kind];
    if (issue.count > 0 && effect_of(kind) == Effect::rejected)
      found.push_back({kind, issue.count, issue.examples.front()});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const RejectReason& a, const RejectReason& b) { return a.count > b.count; });
  return found;
}

std::vector<std::string> find_zones(const Head& head, const Layout& layout) {
  std::set<std::string> names;
  if (!layout.has(Role::zone)) return {};
  const auto column = static_cast<std::size_t>(layout.at(Role::zone));
  for (const auto& record : head.records) {
    if (column >= record.size()) continue;
    const auto zone = parse_zone(bare(record[column]));
    if (zone && !zone->offset && !zone->iana.empty()) names.insert(zone->iana);
  }
  return {names.begin(), names.end()};
}

}  // namespace

Trial try_head(std::string_view bytes, bool whole, const Head& head, const Layout& layout,
               const FileOptions& options) {
  OrderTable table;
  FileReader reader(table, head, layout, options);
  if (!whole) bytes = bytes.substr(0, bytes.find_last_of("\r\n") + 1);
  reader.push(bytes);
  reader.finish();
  const OrderBook book(table);
  const FileIntake& file = table.files.front();
  return {.rows_read = file.rows_read,
          .rows_kept = file.rows_kept,
          .rows_rejected = file.rows_rejected,
          .orders = book.totals().orders,
          .orders_counted = book.totals().orders_counted,
          .customers = book.totals().customers,
          .revenue = book.totals().revenue,
          .digits = table.digits,
          .has_amounts = table.has_amounts,
          .currency = table.currency,
          .dates = file.dates,
          .statuses = find_statuses(head, layout),
          .reasons = find_reasons(table.issues),
          .zones = find_zones(head, layout)};
}

}  // namespace regulars
