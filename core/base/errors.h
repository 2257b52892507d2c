// The road for requests that cannot be answered: an Error in a Result, unwrapped once at the door.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace regulars {

/// Why a request could not be answered. The words are the codes on the wire; the page has a
/// sentence for each.
enum class ErrorCode {
  empty_file,        // the file has no bytes, or only blank ones
  not_text,          // the bytes are not text: a picture, an archive, an office document
  no_rows,           // a header and nothing below it
  no_columns,        // fewer than two columns could be made out
  no_date_column,    // no column reads as a date
  no_usable_column,  // a date, but no customer, no order number and no amount
  column_not_found,  // the column map names a column that the file does not have
  invalid_cell,      // a cell of a table of figures that is no number, or none that can be
  no_orders,         // nothing that counts as an order was read
  invalid_json,      // text that should be JSON is not
  invalid_option,    // an option is of the wrong type or out of its range; detail names its path
  invalid_program,   // a reward program that cannot be understood; detail names the path
  wrong_stage,       // a verb was called before the one it builds upon
};

/// An error as a value: the code, what the sentence needs, and where it is if that is known.
struct Error {
  ErrorCode code = ErrorCode::wrong_stage;
  std::string detail = {};  // a name, path or value that completes the sentence; empty if none
  std::string file = {};    // the file it is about; empty if none
  std::int64_t line = 0;    // 1-based line in that file; 0 if unknown
  std::int32_t column = 0;  // 1-based column in that file; 0 if unknown
};

/// A value or the reason why there is none. Asking for the one that is not there is a programmer's
/// error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}      // NOLINT: reads as the value it holds
  Result(Error error) : held_(std::move(error)) {}  // NOLINT: reads as the error it holds

  explicit operator bool() const { return std::holds_alternative<T>(held_); }
  const T& operator*() const {
    assert(*this);
    return *std::get_if<T>(&held_);
  }
  T& operator*() {
    assert(*this);
    return *std::get_if<T>(&held_);
  }
  const T* operator->() const { return &**this; }
  T* operator->() { return &**this; }
  const Error& error() const {
    assert(!*this);
    return *std::get_if<Error>(&held_);
  }

 private:
  std::variant<T, Error> held_;
};

/// The value of a request that answers with nothing but success.
struct Done {};

}  // namespace regulars
