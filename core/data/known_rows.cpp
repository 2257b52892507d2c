#include "core/data/known_rows.h"

#include <string_view>
#include <unordered_map>

namespace regulars {
namespace {

// How sure it is that two rows of one text are the same; next month's file has the row elsewhere.
constexpr int kSurest = 3;
int sameness(const OrderTable& table, const Reject& reject, const KnownRow& row) {
  if (table.files[static_cast<std::size_t>(reject.file)].name != row.file) return 0;
  if (reject.offset != row.offset) return 1;
  return reject.file == row.place ? kSurest : 2;
}

}  // namespace

std::vector<std::optional<std::size_t>> find_rejects(const OrderTable& table,
                                                     std::span<const KnownRow> rows) {
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_text;
  for (const KnownRow& row : rows) by_text[row.text];
  for (std::size_t i = 0; i < table.rejects.size(); ++i)
    if (const auto known = by_text.find(table.rejects[i].text); known != by_text.end())
      known->second.push_back(i);
  std::vector<std::optional<std::size_t>> found(rows.size());
  // The surest first, so that no row loses its place to one that is only like it.
  for (int least = kSurest; least >= 0; --least)
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (found[i]) continue;
      auto& left = by_text[rows[i].text];
      for (auto reject = left.begin(); reject != left.end(); ++reject) {
        if (sameness(table, table.rejects[*reject], rows[i]) < least) continue;
        found[i] = *reject;
        left.erase(reject);
        break;
      }
    }
  return found;
}

}  // namespace regulars
