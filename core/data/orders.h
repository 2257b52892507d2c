// The orders of one shop: the table everything else is computed from.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/column.h"
#include "core/base/date.h"
#include "core/base/money.h"
#include "core/base/names.h"
#include "core/data/columns.h"
#include "core/data/issues.h"
#include "core/data/others.h"

namespace regulars {

/// A customer by the number of the name in `OrderTable::customers`.
enum class CustomerId : std::int32_t {};
inline constexpr CustomerId kNobody{-1};

/// What a line or an order is to the shop.
enum class LineStatus : std::uint8_t {
  counted,    // a sale
  cancelled,  // never came about
  refunded,   // a sale that was given back whole
  refund,     // money given back: a negative line
  unpaid,     // ordered, not (yet) paid
  duplicate,  // the same line once more
};
inline constexpr std::size_t kLineStatuses = 6;

/// Beyond every day: of an order whose head stands in a file that was not given.
inline constexpr std::int32_t kNoDay = INT32_MIN;

/// How it was decided whether the day or the month comes first.
enum class DayOrderBasis : std::uint8_t {
  not_asked,  // no date of the file leaves it open
  proven,     // rows in which one of the numbers exceeds 12
  ascending,  // the rows run more evenly through time in this order
  stated,     // the platform or the user says so
  assumed,    // nothing tells: the day first, as in most of the world
};

/// How the dates of a file were read, with the first row that proves it.
struct DateReading {
  DayOrderBasis basis = DayOrderBasis::not_asked;
  DayOrder order = DayOrder::undecided;
  std::int64_t proven = 0;     // rows that prove the order taken
  std::int64_t undecided = 0;  // rows that alone would leave it open
  IssueExample proof;          // the first that proves it; row 0 where none does
  IssueExample asked;          // the first that leaves it open; row 0 where none does
};

/// What stands in a file beside its rows.
struct StructuralRows {
  std::int64_t blank = 0;
  std::int64_t header = 0;  // and what stands above it
  std::int64_t totals = 0;
  std::int64_t other = 0;  // of other tables in the same file
};

/// One file that was read, as the report shows it.
struct FileIntake {
  std::string name;
  std::string encoding;  // what the host decoded it from
  Dialect dialect;
  Layout layout;
  std::int64_t rows_read = 0;
  std::int64_t rows_kept = 0;
  std::int64_t rows_rejected = 0;
  StructuralRows structural;           // not among the rows read
  std::int64_t first_line = 0;         // index in Lines of its first line
  std::int32_t first_day = INT32_MAX;  // of its rows; beyond last_day where it has none
  std::int32_t last_day = kNoDay;
  DateReading dates;
};

/// The row of each line in its file. Lines mostly follow one another row by row: only where they do
/// not is anything kept.
class RowNumbers {
 public:
  void push_back(std::int64_t row);
  std::int64_t operator[](std::size_t line) const;
  void shrink(std::size_t lines);
  std::size_t bytes() const { return runs_.capacity() * sizeof(Run); }

 private:
  struct Run {
    std::int64_t line;
    std::int64_t row;
  };
  std::vector<Run> runs_;  // from `line` on, `row` and those after it
  std::int64_t size_ = 0;
};

/// Order lines by column, in the order of the files.
struct Lines {
  Column<std::int32_t> order;     // numbered: index of its order; loose: -1 - index
  Column<std::int32_t> product;   // number in `products`, or -1
  Column<std::int32_t> quantity;  // thousandths
  Column<std::int64_t> amount;    // minor units; negative for a refund
  Column<std::int64_t>
      unit_price;  // minor units; only where the file has prices and amounts, else empty
  RowNumbers row;  // 1-based line in its file
  Column<std::uint32_t> fingerprint;  // of the row's bytes
  Column<LineStatus> status;

  std::size_t size() const { return order.size(); }
  void shrink(std::size_t size);
};

/// What is known of an order when its first line has been read.
struct OrderHeads {
  Column<std::int32_t> customer;     // CustomerId, -1 for nobody
  Column<std::int32_t> day;          // Date::days
  Column<std::int32_t> second;       // SecondOfDay; unknown beyond its end
  Column<std::int32_t> first_lines;  // index in Lines of the first line of every kStride-th order
  Column<LineStatus> word;           // what its status says; counted where it says nothing
  Column<std::int32_t> channel;      // number in `channels`, -1 for none; may be shorter
  Column<std::uint8_t> only_lines;   // 1 until a file tells more of it than lines; may be shorter

  std::size_t size() const { return day.size(); }
  /// Orders are numbered by their first lines: between two that are kept, the lines themselves
  /// tell.
  static constexpr std::size_t kStride = 16;
  LineStatus word_of(std::size_t order) const {
    return order < word.size() ? word[order] : LineStatus::counted;
  }
  std::int32_t channel_of(std::size_t order) const {
    return order < channel.size() ? channel[order] : -1;
  }
  SecondOfDay second_of(std::size_t order) const {
    return order < second.size() ? second[order] : kNoTime;
  }
  void shrink(std::size_t size);
};

/// Money that an export states for the whole order; kUnstated where it does not.
struct StatedMoney {
  Column<std::int64_t> total;
  Column<std::int64_t> goods;     // before shipping
  Column<std::int64_t> discount;  // taken off the goods
  Column<std::int64_t> refunded;

  std::array<Column<std::int64_t>*, 4> columns() { return {&total, &goods, &discount, &refunded}; }
};
inline constexpr std::int64_t kUnstated = INT64_MIN;

/// What is stated of an order, or `other` where nothing is.
inline std::int64_t stated_or(const Column<std::int64_t>& column, std::size_t order,
                              std::int64_t other) {
  return order < column.size() && column[order] != kUnstated ? column[order] : other;
}

/// Rows in a currency that is not the shop's and has no rate: counted, never added to anything.
struct OtherCurrency {
  std::string code;
  std::int64_t rows = 0;
};

/// Weaker signs of customers - the telephone number beside an e-mail address - and whose they are.
struct Signs {
  static constexpr std::int32_t kSeveral = -2;  // seen with different customers: proves nothing

  Names texts;
  Column<std::int32_t> owner;  // by sign: CustomerId, or kSeveral
  Column<IdentityKind> kind;   // by sign
};

/// A line that was read after its file, because the user corrected it.
struct MendedLine {
  std::int64_t line = 0;  // index in Lines
  std::int32_t file = 0;
};

/// Everything read so far. Orders with a number are `numbered`, by first appearance; lines without
/// one are `loose`, an order each until `OrderBook` finds out which belong together. An order that
/// comes again in another export is a numbered order of its own until then.
struct OrderTable {
  std::vector<FileIntake> files;
  Lines lines;
  OrderHeads numbered;
  OrderHeads loose;
  StatedMoney stated;  // by numbered order; shorter columns are unstated beyond their end
  Names numbers;       // order numbers
  Column<std::int32_t>
      number_of;                // by numbered order: its number; empty while each is its own index
  Column<std::int32_t> newest;  // by number: its last numbered order; empty likewise
  Column<std::int32_t> references;  // by numbered order: in `labels`, the number of the order it
                                    // gives back, or -1; may be shorter
  Names customers;                  // the strongest sign of each
  Signs signs;
  Names products;
  Names channels;
  Names labels;                           // customers' names to show and product categories
  Column<std::int32_t> customer_label;    // by CustomerId, -1 for none; may be shorter
  Column<std::int32_t> product_category;  // by product, -1 for none; may be shorter
  OtherTables others;
  std::string currency;  // ISO 4217; empty if nobody says
  int digits = 2;        // of the minor unit
  bool has_amounts = false;
  bool has_customers = false;
  std::vector<OtherCurrency> other_currencies;  // by code
  Issues issues;
  std::vector<Reject> rejects;
  std::vector<MendedLine> mended;  // the last of all lines

  /// Memory of the columns of lines and orders and of the texts they stand for, in bytes.
  std::size_t bytes() const;
  /// The file a line stands in.
  std::int32_t file_of(std::size_t line) const;
  /// The number of a numbered order.
  std::int32_t number_of_order(std::int32_t order) const {
    return number_of.empty() ? order : number_of[static_cast<std::size_t>(order)];
  }
};

/// How long a table was at some time, and what it knew then.
struct TableMark {
  std::size_t files = 0;
  std::size_t lines = 0;
  std::size_t unit_prices = 0;
  std::size_t numbered = 0;
  std::size_t loose = 0;
  std::array<std::size_t, 4> stated{};
  std::int32_t numbers = 0;
  std::size_t number_of = 0;
  std::size_t references = 0;
  std::int32_t customers = 0;
  std::int32_t signs = 0;
  std::int32_t products = 0;
  std::int32_t channels = 0;
  std::size_t customer_labels = 0;
  std::size_t product_categories = 0;
  OtherTables::Mark others;
  std::size_t rejects = 0;
  Issues issues;
  std::string currency;
  int digits = 2;
  bool has_amounts = false;
  bool has_customers = false;
  std::vector<OtherCurrency> other_currencies;
};
TableMark mark(const OrderTable& table);

/// Takes a table back to a mark, as if the files since had never been. Only what such a file told
/// of an earlier order or customer stays, unless it names a customer or channel not met before.
void rewind(OrderTable& table, const TableMark& mark);

/// The amount of a line in `--lines`: whole for one piece.
Money unit_price_of(const OrderTable& table, std::size_t line);

}  // namespace regulars
