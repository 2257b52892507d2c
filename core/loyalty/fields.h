// The objects of a program's document, field by field.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/errors.h"
#include "core/loyalty/durations.h"
#include "core/loyalty/logic.h"
#include "core/loyalty/value.h"

namespace regulars {

/// Reads an object whose fields are known. The first thing wrong with a document is kept in
/// `trouble`, an invalid_program with the path of the field; what is read after it means nothing.
/// Null is as good as missing.
class Fields {
 public:
  /// The object at a path; the path of the document itself is empty. A field that is not among
  /// `known` is refused with the nearest one that is.
  Fields(std::optional<Error>& trouble, const Value& object, std::string path,
         std::span<const std::string_view> known);

  /// The value of a field; null pointer where it is missing.
  const Value* find(std::string_view field) const;
  bool has(std::string_view field) const { return find(field) != nullptr; }
  /// The path of a field: `points.earn[2].when`.
  std::string path_of(std::string_view field) const;

  std::string text(std::string_view field, std::string otherwise = {});
  /// A whole number of a range.
  std::int64_t whole(std::string_view field, std::int64_t least, std::int64_t most,
                     std::int64_t otherwise);
  /// A number from `least` to `most`.
  double number(std::string_view field, double least, double most, double otherwise);
  /// The place of a word among those that the field knows.
  std::size_t word(std::string_view field, std::span<const std::string_view> words,
                   std::size_t otherwise = 0);
  Duration duration(std::string_view field, const Duration& otherwise);
  std::optional<Date> date(std::string_view field);
  /// A rule of the strict profile; nothing where it is missing or wrong.
  std::optional<Rule> rule(std::string_view field, RuleKind kind,
                           std::span<const FactDefinition> catalogue);
  /// A rule that comes to a number; one that is written out lies from 0 to `most`.
  std::optional<Rule> amount(std::string_view field, std::span<const FactDefinition> catalogue,
                             double most);
  /// A list of at most so many; null pointer where it is missing or wrong.
  const Value::List* list(std::string_view field, std::size_t most);

  /// Refuses a field for what is wrong with it: "must be above 0".
  void refuse(std::string_view field, const std::string& what);
  bool is_wrong() const { return trouble_.has_value(); }

 private:
  const Value* expect(std::string_view field, Value::Kind kind);

  std::optional<Error>& trouble_;
  const Value* object_;
  std::string path_;
};

/// An error of a program: `path: what`; the path of the document itself is "program".
Error program_error(const std::string& path, const std::string& what);

/// "must be a list, is null".
std::string must_be(Value::Kind wanted, const Value& found);

}  // namespace regulars
