// Bytes to order lines: one file after the other into an OrderTable, row by row, with every row
// accounted for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/errors.h"
#include "core/base/zone.h"
#include "core/data/csv.h"
#include "core/data/orders.h"

namespace regulars {

/// How far a file has been read.
struct Progress {
  std::int64_t rows = 0;
  std::int64_t rejected = 0;
  std::int64_t bytes = 0;
};

/// How a file is to be read.
struct FileOptions {
  std::string name;
  std::string encoding = "utf-8";  // what the host decoded it from; for the report only
  std::optional<Zone>
      zone;              // times with an offset are moved to it; without it they stay as written
  std::string currency;  // ISO 4217, where the file names none; may be empty
};

/// Reads one file into a table. For every file rows_read = rows_kept + rows_rejected. Blank rows
/// are no rows.
class FileReader {
 public:
  /// `head` and `layout` come from read_head and find_columns of the same file.
  FileReader(OrderTable& table, const Head& head, Layout layout, FileOptions options);

  /// Takes the next bytes of the file, from the very first.
  void push(std::string_view bytes);

  /// Takes what is left and decides the order of day and month for the whole column.
  void finish();

  std::int64_t rows_read() const { return file().rows_read; }
  std::int64_t rows_rejected() const { return file().rows_rejected; }

 private:
  /// One row while it is being read; `bad` names what cannot be used.
  struct Row;

  FileIntake& file() { return table_->files[index_]; }
  const FileIntake& file() const { return table_->files[index_]; }

  void add(const Record& record);
  bool check_shape(const Record& record);
  bool read_money(const Record& record, Row& row);
  bool read_moment(const Record& record, Row& row);
  void read_status(const Record& record, Row& row);
  void read_names(const Record& record, Row& row);
  std::int32_t id_of_customer(std::string_view name);
  void read_order(const Record& record, Row& row);
  void keep(const Record& record, const Row& row);
  void keep_stated(std::size_t order, const Row& row);
  void reject(const Record& record, IssueKind kind, Role role);
  void reject(const Record& record, IssueKind kind);
  std::int32_t day_of(const DateText& text, const Record& record);
  void settle_days();

  std::string_view cell(const Record& record, Role role) const;
  std::string column_name(Role role) const;

  OrderTable* table_;
  std::size_t index_;
  FileOptions options_;
  Layout layout_;
  CsvReader reader_;
  bool header_pending_;

  // Where neither number of a date exceeds 12, the day waits for the end of the file, packed.
  struct DayOrders {
    std::int64_t day_first = 0;
    std::int64_t month_first = 0;
    std::int64_t undecided = 0;
    std::int64_t sorted_as_day_first = 0;  // neighbours in order of time, less those that are not
    std::int64_t sorted_as_month_first = 0;
    std::int32_t last_as_day_first = 0;
    std::int32_t last_as_month_first = 0;
    std::vector<IssueExample>
        day_first_rows;  // the first of each, should they turn out to be the few
    std::vector<IssueExample> month_first_rows;
    IssueExample undecided_row;
  };
  DayOrders days_;
  std::size_t first_numbered_;  // orders from here on are of this file
  std::size_t first_loose_;
  std::string last_status_;
  LineStatus last_word_ = LineStatus::counted;
  bool last_unknown_ = false;
  std::string last_number_;
  std::int32_t last_order_ = -1;
  std::string lowered_;
  std::string last_customer_;
  std::int32_t last_customer_id_ = -1;
  std::string
      last_date_;  // of a year-first day without time, and its day: neighbours often share it
  std::int32_t last_day_ = 0;
};

}  // namespace regulars
