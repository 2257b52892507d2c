// One shop's visit: the only object with memory. Each verb builds upon those before it; doing one
// again drops what came after.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/errors.h"
#include "core/data/cells.h"
#include "core/data/intake.h"
#include "core/data/known_rows.h"
#include "core/data/trial.h"
#include "core/report/analysis.h"
#include "core/report/audience.h"
#include "core/report/cleaning.h"
#include "core/report/comparison.h"
#include "core/report/detail.h"
#include "core/report/program_trial.h"
#include "core/report/report.h"
#include "core/report/tables.h"
#include "core/report/why.h"

namespace regulars {

/// Reads files, looks at the shop, and answers questions about it. Not copyable: its parts refer to
/// each other.
class Session {
 public:
  Session();
  ~Session() = default;
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Drops everything read so far.
  void open();

  /// Looks at the first bytes of a file; `whole` says that there are no more. The user's own
  /// columns win over every guess. Errors of read_head and find_columns, with the file's name.
  Result<Preview> sniff(std::string_view head, std::string name, bool whole,
                        const ColumnMap& columns = {});

  /// What the head last sniffed would give, were it read so. Error: wrong_stage.
  Result<Trial> trial(const FileOptions& options) const;

  /// Begins to read the file last sniffed. Error: wrong_stage.
  Result<Done> begin(FileOptions options);

  /// Takes the next bytes of the file from the very start. Error: wrong_stage.
  Result<Done> push(std::string_view bytes);
  Progress progress() const;

  /// Ends the file. `encoding` is what it proved to be, for the report. Error: wrong_stage.
  Result<FileIntake> end(std::string encoding = "utf-8");

  /// Drops the file between begin and end as if it had never been; does nothing at another time.
  void abandon();

  /// Takes the corrections of rejected rows in the place of those before: an empty list takes all
  /// back. Answers for each whether its row is kept now. Errors: wrong_stage before the first file;
  /// invalid_option for a row that is not among the rejected.
  Result<std::vector<bool>> mend(std::vector<Mend> mends);

  /// The rejected rows that are the same as `rows`, which were rejected at another time: see
  /// find_rejects. Error: wrong_stage before the first file.
  Result<std::vector<std::optional<std::size_t>>> recognize(std::span<const KnownRow> rows) const;

  /// What each rule of cleaning does to the figures. Error: wrong_stage before analyze.
  Result<std::vector<RuleEffect>> cleaning() const;

  /// Looks at everything read. Errors: wrong_stage before the first file, no_orders.
  Result<Report> analyze(const AnalyzeOptions& options);

  /// What other segments would give, while the analysis stays. Error: wrong_stage before analyze.
  Result<SegmentTrial> segments(const RfmOptions& options) const;

  /// What another program would come to, while the analysis stays. Error: wrong_stage before
  /// analyze.
  Result<ProgramTrial> program(Program program) const;

  /// Two groups of customers side by side; without a second one, everybody else. Errors:
  /// wrong_stage before analyze; invalid_option where the scheme has no such segment.
  Result<Comparison> compare(const CustomerQuery& first,
                             const std::optional<CustomerQuery>& second) const;

  /// The last analysis, or null.
  const Analysis* analysis() const { return analysis_.get(); }
  const OrderTable& table() const { return *table_; }

  /// Errors: wrong_stage before analyze; invalid_option where the scheme has no such segment.
  Result<CustomerPage> customers(const CustomerQuery& query);
  /// Errors: wrong_stage; invalid_option where no customer has this id.
  Result<CustomerDetail> customer(CustomerId id) const;
  /// Why the program gives a customer what it does. Errors as of `customer`.
  Result<CustomerWhy> why(CustomerId id) const;
  /// Who misses something by at most one order; valid until the next analysis. Error: wrong_stage.
  Result<const std::vector<Near>*> nearly();
  /// Whom a file for another program would hold; valid until the next call. Errors: wrong_stage
  /// before analyze; invalid_option where the scheme has no such segment.
  Result<const Audience*> audience(const AudienceQuery& query);
  /// A piece of that file. Errors as of `audience`.
  Result<CsvPiece> audience_csv(const AudienceQuery& query, std::int64_t from);
  /// Every record of a file as it stands; touches nothing that was read. Errors of read_cells.
  static Result<Cells> cells(std::string_view file) { return read_cells(file); }
  /// Errors: wrong_stage before analyze, or for rejects before the first file.
  Result<CsvPiece> csv(CsvKind kind, std::int64_t from);

 private:
  void drop_analysis();
  bool knows_segment(const CustomerQuery& query) const;
  void take_back_mends();
  std::vector<bool> apply_mends();

  std::unique_ptr<OrderTable> table_;
  std::optional<Preview> preview_;
  std::string head_;  // of the file last sniffed
  bool head_is_whole_ = false;
  std::vector<FileOptions> file_options_;  // by file
  std::vector<Mend> mends_;
  std::optional<TableMark> before_mends_;  // set while they are in the table
  std::optional<FileReader> reader_;
  TableMark before_file_;
  std::int64_t bytes_ = 0;
  std::unique_ptr<Analysis> analysis_;

  // The last selection: a table on the screen asks for one window after the other.
  std::optional<CustomerQuery> selected_for_;
  std::vector<std::int32_t> selected_;
  CustomerOrder order_;
  // Who misses little: the list and the pieces of its file.
  std::optional<std::vector<Near>> nearly_;
  // The last audience: its file is asked for piece by piece.
  std::optional<Audience> audience_;
};

}  // namespace regulars
