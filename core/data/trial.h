// What the head of a file would give: orders, customers and money, before all of it is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/intake.h"
#include "core/data/order_book.h"

namespace regulars {

/// A word of the status column, how often the head has it, and what it is taken for.
struct StatusFound {
  std::string word;
  std::int64_t rows = 0;
  StatusWord meaning = StatusWord::unknown;
};

/// Why rows of the head would be rejected.
struct RejectReason {
  IssueKind kind = IssueKind::too_few_cells;
  std::int64_t count = 0;
  IssueExample first;  // the first of them
};

/// The head of a file, read as the whole file would be.
struct Trial {
  std::int64_t rows_read = 0;
  std::int64_t rows_kept = 0;
  std::int64_t rows_rejected = 0;
  std::int64_t orders = 0;
  std::int64_t orders_counted = 0;
  std::int64_t customers = 0;
  Money revenue;
  int digits = 2;
  bool has_amounts = false;
  std::string currency;
  DateReading dates;
  std::vector<StatusFound> statuses;  // the most frequent first; ties by word
  std::vector<RejectReason> reasons;  // the most frequent first; ties by kind
  std::vector<std::string>
      zones;  // IANA names that the rows give and whose rules the host must bring
};

/// Reads `bytes`, the head of a file, into a table of its own. Its last row may be cut off, and is
/// then not among the rows, unless `whole`.
Trial try_head(std::string_view bytes, bool whole, const Head& head, const Layout& layout,
               const FileOptions& options);

}  // namespace regulars
