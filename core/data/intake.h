// Bytes to rows: one file after the other into an OrderTable, with every row accounted for.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/errors.h"
#include "core/base/last_text.h"
#include "core/base/zone.h"
#include "core/data/csv.h"
#include "core/data/dates.h"
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
  std::string name = {};
  std::string encoding = "utf-8";  // what the host decoded it from; for the report only
  std::optional<Zone> zone =
      {};  // times with an offset are moved to it; without it they stay as written
  std::map<std::string, Zone> zones = {};  // those that the file names, by IANA name
  std::string currency = {};  // ISO 4217, where the file names none or several; may be empty
  std::map<std::string, double> rates = {};  // units of the shop's currency for one of another, > 0
  std::map<std::string, StatusWord> statuses = {};  // the user's meaning of status words
  std::optional<DayOrder> day_order =
      {};  // the user's: it wins over what the rows prove of each other
};

/// Reads one file into a table. For every file rows_read = rows_kept + rows_rejected. Blank rows,
/// headers and sums are no rows: `StructuralRows` counts them.
class FileReader {
 public:
  /// `head` and `layout` come from read_head and find_columns of the same file.
  FileReader(OrderTable& table, const Head& head, Layout layout, FileOptions options);

  /// Reads rows of a file once more, after the user has seen why they were rejected: `mend` takes
  /// them. `file` is its index in the table.
  FileReader(OrderTable& table, std::int32_t file, FileOptions options);

  // Its parts refer to each other.
  FileReader(const FileReader&) = delete;
  FileReader& operator=(const FileReader&) = delete;

  /// Takes the next bytes of the file, from the very first.
  void push(std::string_view bytes);

  /// Takes what is left and decides the order of day and month for the whole column.
  void finish();

  /// Reads `text` in the place of a rejected row. `kept`: what is wrong with it is left empty,
  /// where a row can do without. Answers whether it was kept this time; a row that was not counts
  /// as rejected as before.
  bool mend(std::string_view text, std::int64_t row, Mending mending);

  std::int64_t rows_read() const { return file().rows_read; }
  std::int64_t rows_rejected() const { return file().rows_rejected; }

 private:
  /// One row while it is being read.
  struct Row;
  /// A further product in the same row.
  struct FurtherItem {
    std::string_view product;
    std::int32_t quantity = 1000;
    std::int64_t amount = 0;
  };

  /// One product of a row.
  struct Line {
    std::int32_t product = -1;
    std::int32_t quantity = 1000;
    std::int64_t amount = 0;
    std::uint32_t place = 0;  // among the products of the row
  };

  FileIntake& file() { return table_->files[index_]; }
  const FileIntake& file() const { return table_->files[index_]; }

  void begin();
  void settle();
  void add(const Record& record);
  void add_rows(const PlainRows& rows);
  bool take_plain(const Record& record, std::size_t place, std::size_t waiting);
  bool follows_in_order(std::size_t place) const;
  void keep_lines(const PlainRows& rows, std::size_t from, std::size_t to);
  void read_numbers(const PlainRows& rows, Role role, int decimals, std::int64_t most,
                    std::optional<std::int64_t> where_empty, std::vector<std::int64_t>& into);
  void read_sums(const PlainRows& rows);
  void find_texts(const PlainRows& rows, std::int32_t column, const Names& names,
                  std::vector<std::int32_t>& into);
  void find_repeats(const PlainRows& rows);
  bool says_as_before(const Record& record) const;
  bool is_structure(const Record& record);
  bool check_shape(const Record& record);
  bool add_order(const Record& record);
  bool read_rules(const Record& record, Row& row);
  void read_order(const Record& record, Row& row);
  bool read_moment(const Record& record, Row& row);
  bool read_currency(const Record& record, Row& row);
  bool read_quantity(const Record& record, Row& row);
  bool read_stated(const Record& record, Row& row);
  bool read_amount(const Record& record, Row& row);
  bool read_price(const Record& record, Row& row);
  bool read_parts(const Record& record, Row& row);
  void read_status(const Record& record, Row& row);
  void read_customer(const Record& record);
  void read_label(const Record& record, std::int32_t customer);
  void read_category(const Record& record, std::int32_t product);
  void read_channel(const Record& record, Row& row);
  void read_items(const Record& record, Row& row);
  void keep(const Record& record, Row& row);
  void keep_order(const Record& record, Row& row, std::int32_t line);
  void keep_head(const Record& record, Row& row, std::int32_t line);
  void join_head(Row& row);
  void keep_stated(std::size_t order, const Row& row);
  void keep_line(const Record& record, const Row& row, const Line& line);

  bool read_somebody(const Record& record);
  bool add_person(const Record& record);
  bool add_article(const Record& record);
  bool add_event(const Record& record);
  bool add_reward(const Record& record);
  std::optional<std::int32_t> read_day(const Record& record, Role role);
  bool read_when(const Record& record, ReadDate& when);
  std::int32_t id_of_product(std::string_view product);

  /// How the money of a row is written.
  struct MoneyUnit {
    double rate = 1;  // units of the shop's currency for one; 0 where nobody knows
    int digits = 2;   // of the minor unit
  };
  std::optional<Money> money_of(std::string_view cell, Role role, MoneyUnit unit) const;
  bool sign_of(const Record& record, const Identity& identity, std::string& into);
  void remember_sign(const std::string& text, IdentityKind kind, std::int32_t owner);
  /// Where a kept row may do without what is wrong with it.
  bool forgive(const Record& record, IssueKind kind, Role role);
  void note(const Record& record, IssueKind kind, Role role);
  void reject(const Record& record, IssueKind kind, std::string_view column, std::string_view text);
  void reject(const Record& record, IssueKind kind, Role role);
  bool report(const Record& record, DateTrouble trouble);

  std::string_view text_at(const Record& record, std::int32_t column) const;
  std::string_view cell(const Record& record, Role role) const;
  std::string column_name(Role role) const;
  std::string column_name(std::int32_t column) const;

  OrderTable* table_;
  std::size_t index_;
  FileOptions options_;
  Layout layout_;
  CsvReader reader_;
  Mending mending_ = Mending::none;
  Dates dates_;

  std::size_t first_numbered_;  // orders from here on are of this file
  std::size_t first_loose_;
  std::size_t first_event_;
  std::size_t first_reward_;
  std::unordered_set<std::int32_t> joined_;  // earlier orders that this file tells of as well

  /// A moment that must be moved to the shop's zone once its day is known.
  struct WaitingMoment {
    std::int32_t order = 0;
    std::int32_t offset = 0;
    bool loose = false;
  };
  std::vector<WaitingMoment> waiting_;

  // Neighbouring rows mostly agree: what was found for the last one is kept.
  std::string date_name_;
  bool states_money_ = false;      // the file has a column of money for the whole order
  bool takes_plain_rows_ = false;  // nothing in this file hinders to take plain rows together
  /// Plain rows, column by column; each by place among them.
  struct Plain {
    std::vector<std::uint8_t> unclear;  // what needs a look at the row alone
    std::vector<std::uint8_t> repeats;  // the day, status and currency of the row above
    std::vector<std::uint8_t> follows;  // the order, customer and channel as well
    bool on_last_day = false;           // the last row was, without a time
    std::vector<std::int32_t> order;    // as Lines has it
    std::vector<LineStatus> word;
    std::vector<std::int64_t> quantity;
    std::vector<std::int64_t> unit_price;
    std::vector<std::int64_t> amount;
    std::array<std::vector<std::int64_t>, 4> stated;
    std::vector<std::int32_t> customer;
    std::vector<std::int32_t> product;
    std::vector<std::string_view> texts;  // of one column, each once where rows repeat it
    std::vector<std::int32_t> numbers;    // of these
  };
  Plain plain_;
  LastText last_status_;
  LineStatus last_word_ = LineStatus::counted;
  bool last_unknown_ = false;
  LastText last_number_;
  std::int32_t last_number_id_ = -1;
  std::vector<LastText> last_signs_;  // cells, by identity
  LastText last_postcode_;
  std::int32_t last_customer_ = -1;
  LastText last_channel_;
  std::int32_t last_channel_id_ = -1;
  LastText last_currency_;
  MoneyUnit last_unit_;
  std::unordered_map<std::string, MoneyUnit> foreign_;  // orders in another currency
  std::string sign_;
  std::string label_;
  std::vector<FurtherItem> further_;
};

}  // namespace regulars
