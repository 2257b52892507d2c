// A value while a rule runs: plain ones held, long ones looked at where they lie.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/base/date.h"
#include "core/loyalty/value.h"

namespace regulars {

/// A fact handed to a rule, or what a part of a rule comes to. The empty one is unknown: a missing
/// fact. Texts, lists and objects are borrowed; whoever owns them must outlive the term.
struct Term {
  enum class Kind : std::uint8_t { unknown, null, boolean, number, date, text, list, object };

  Kind kind = Kind::unknown;
  bool boolean = false;
  double number = 0;             // a number; of a date, days since 1970-01-01
  double error = 0;              // how far off `number` may be, as Number::error
  std::string_view text;         // UTF-8
  std::span<const Term> items;   // of a list, unless `value` holds it
  const Value* value = nullptr;  // an object, or a list that lies in a document

  /// A truth or a number. A whole number up to 2^53 is exact, any other the double nearest to a
  /// decimal.
  template <class T>
  requires std::is_arithmetic_v<T>
  static Term of(T plain) {
    if constexpr (std::is_same_v<T, bool>)
      return of_truth(plain);
    else
      return of_number(static_cast<double>(plain));
  }
  static Term of(Date date);
  static Term of(std::string_view text);
  static Term of(const char* text) { return of(std::string_view(text)); }
  static Term of(std::span<const Term> items);
  /// Looks into `value`; null stays null.
  static Term of(const Value& value);
  /// Null, which is a value in JsonLogic and missing in a reward program.
  static Term null();

  bool is(Kind wanted) const { return kind == wanted; }
  /// How many items a list has.
  std::size_t size() const;
  /// Item `i` of a list, below size().
  Term at(std::size_t i) const;

 private:
  static Term of_truth(bool boolean);
  static Term of_number(double number);
};

/// The term as a value of its own: dates as "2024-03-02", the unknown as null.
Value to_value(const Term& term);

/// The day of a text that is exactly "2024-03-02"; nothing for any other text or a day that does
/// not exist.
std::optional<Date> iso_date(std::string_view text);

/// What a text is as a number, blanks around it ignored and the empty text being 0; nothing if it
/// is none. Source: ECMA-262, StringToNumber; "Infinity" is not taken.
std::optional<double> number_of_text(std::string_view text);

}  // namespace regulars
