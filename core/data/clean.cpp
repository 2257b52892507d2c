#include "core/data/clean.h"

#include <algorithm>

namespace regulars {
namespace {

constexpr std::array<std::string_view, kRules> kWords{
    "newest_export",         "drop_copies",           "drop_near_copies",
    "leave_out_test_orders", "leave_out_free_orders", "leave_out_future_orders",
    "pair_refunds",          "merge_customers"};
constexpr std::array<IssueKind, kRules> kIssues{
    IssueKind::older_export,  IssueKind::duplicate_line, IssueKind::near_copy,
    IssueKind::test_order,    IssueKind::free_order,     IssueKind::future_order,
    IssueKind::paired_refund, IssueKind::merged_customer};

}  // namespace

std::string_view rule_word(CleaningRule rule) { return kWords[static_cast<std::size_t>(rule)]; }

std::size_t rule_of(std::string_view word) {
  return static_cast<std::size_t>(std::find(kWords.begin(), kWords.end(), word) - kWords.begin());
}

IssueKind issue_of(CleaningRule rule) { return kIssues[static_cast<std::size_t>(rule)]; }

}  // namespace regulars
