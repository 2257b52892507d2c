#include "core/data/issues.h"

namespace regulars {
namespace {

constexpr std::size_t kExamples = 10;
constexpr std::size_t kExampleBytes = 200;

}  // namespace

Effect effect_of(IssueKind kind) {
  switch (kind) {
    case IssueKind::duplicate_line:
    case IssueKind::older_export:
    case IssueKind::test_order:
    case IssueKind::future_order:
    case IssueKind::orphan_item:
      return Effect::dropped;
    case IssueKind::stray_quote:
    case IssueKind::missing_order:
    case IssueKind::damaged_number:
    case IssueKind::masked_customer:
    case IssueKind::same_line_twice:
    case IssueKind::near_copy:
    case IssueKind::no_customer:
    case IssueKind::unknown_customer:
    case IssueKind::free_order:
    case IssueKind::unusual_amount:
    case IssueKind::date_order_conflict:
      return Effect::kept;
    case IssueKind::date_order_assumed:
    case IssueKind::unknown_status:
    case IssueKind::paired_refund:
    case IssueKind::merged_customer:
      return Effect::assumed;
    default:
      return Effect::rejected;
  }
}

void Issues::note(IssueKind kind, std::int32_t file, std::int64_t row, std::string_view column,
                  std::string_view text) {
  Issue& issue = (*this)[kind];
  ++issue.count;
  if (issue.examples.size() < kExamples)
    issue.examples.push_back(
        {file, row, std::string(column), std::string(cut(text, kExampleBytes))});
}

void Issues::forget(IssueKind kind, std::int32_t file, std::int64_t row) {
  Issue& issue = (*this)[kind];
  --issue.count;
  std::erase_if(issue.examples, [&](const IssueExample& example) {
    return example.file == file && example.row == row;
  });
}

std::string_view cut(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace regulars
