// Rules over columns: what evaluate() says of one row after the other, said of many at once. A rule
// of a program asks the same of every order, and most of its time goes into being asked, not into
// the answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "core/loyalty/logic.h"
#include "core/loyalty/rounding.h"
#include "core/loyalty/syntax.h"
#include "core/loyalty/term.h"

namespace regulars {

/// A number of each row.
struct NumberColumn {
  std::vector<double> value;
  std::vector<double> error;        // as Number::error
  std::vector<std::uint8_t> known;  // 1 where there is one

  void resize(std::size_t rows);
  Number at(std::size_t row) const { return {value[row], error[row]}; }
};

/// The facts of many rows, each fact a column.
class FactColumns {
 public:
  /// Keeps the facts of a catalogue that `wanted` names by place; the others are missing. The
  /// catalogue must outlive this.
  FactColumns(std::span<const FactDefinition> catalogue, std::vector<bool> wanted);

  std::size_t rows() const { return rows_; }
  void clear();
  /// Adds a row in the order of the catalogue. A fact of another type than the catalogue's is
  /// missing. Lists are copied, texts are borrowed until clear().
  void push_back(std::span<const Term> facts);
  /// The facts of a row, for evaluate(); valid until the next call.
  std::span<const Term> row(std::size_t row) const;

  std::span<const FactDefinition> catalogue() const { return catalogue_; }
  FactType type_of(std::size_t fact) const { return catalogue_[fact].type; }
  /// A fact that is numbers, or dates as days.
  const NumberColumn& numbers(std::size_t fact) const { return columns_[fact].numbers; }
  /// A fact that is texts. Whether one is known, `known` says.
  std::span<const std::string_view> texts(std::size_t fact) const { return columns_[fact].texts; }
  std::span<const std::uint8_t> known(std::size_t fact) const {
    return columns_[fact].numbers.known;
  }
  /// The items of a row of a fact that is lists of texts.
  std::span<const Term> items(std::size_t fact, std::size_t row) const;

 private:
  struct Column {
    NumberColumn numbers;  // of any other type only what is known
    std::vector<std::string_view> texts;
    std::vector<Term> items;        // of all lists, one behind the other
    std::vector<std::size_t> ends;  // of the list of each row
  };

  std::span<const FactDefinition> catalogue_;
  std::vector<bool> wanted_;
  std::vector<Column> columns_;  // by fact
  std::size_t rows_ = 0;
  mutable std::vector<Term> row_;
};

/// Whether a rule's every part has a form over columns.
bool has_column_form(const Rule& rule, std::span<const FactDefinition> catalogue);

/// Runs strict rules on all rows of the columns; those that have no form over columns, row by row.
/// Keeps its room from rule to rule.
class ColumnEvaluator {
 public:
  /// A condition: Outcome::truth() of each row.
  void truths(const Rule& rule, const FactColumns& facts, std::vector<Truth>& out);
  /// An amount: known where the Outcome is a number.
  void numbers(const Rule& rule, const FactColumns& facts, NumberColumn& out);

 private:
  // Numbers of rows, or one number for all, where the step is 0.
  struct NumberView {
    const double* value = nullptr;
    const double* error = nullptr;
    const std::uint8_t* known = nullptr;
    std::size_t step = 1;
  };
  struct TextView {
    const std::string_view* text = nullptr;
    const std::uint8_t* known = nullptr;
    std::size_t step = 1;
  };
  // What a part of a rule needs while it runs; those inside it have rooms of their own.
  struct Room {
    NumberColumn numbers;
    std::vector<Truth> truths;
    std::vector<std::uint8_t> is_open;  // 1 where a choice is not made yet
  };

  Room& room(std::size_t depth);
  const Node& node(std::int32_t index) const { return syntax_->at(index); }

  void condition(std::int32_t index, std::size_t depth, std::vector<Truth>& out);
  void junction(const Node& node, std::size_t depth, std::vector<Truth>& out);
  void comparison(const Node& node, std::size_t depth, std::vector<Truth>& out);
  void compare_numbers(const Node& node, std::int32_t left, std::int32_t right, std::size_t depth,
                       std::vector<Truth>& out);
  void compare_texts(const Node& node, std::int32_t left, std::int32_t right,
                     std::vector<Truth>& out);
  void membership(const Node& node, std::size_t depth, std::vector<Truth>& out);
  bool is_of_texts(std::int32_t index) const;
  NumberView number(std::int32_t index, std::size_t depth);
  NumberView arithmetic(const Node& node, std::size_t depth);
  NumberView choice(const Node& node, std::size_t depth);
  TextView text(std::int32_t index) const;

  const FactColumns* facts_ = nullptr;
  const Syntax* syntax_ = nullptr;
  std::size_t rows_ = 0;
  std::deque<Room> rooms_;  // by depth
};

}  // namespace regulars
