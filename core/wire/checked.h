// JSON read with care: every type is tested before it is used, and what does not fit is an Error
// that names its path.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/errors.h"

namespace regulars::wire {

/// Parses a text. Error: invalid_json.
Result<nlohmann::json> parse(std::string_view text);

/// Reads the fields of one JSON object. Missing fields and null leave the default, unknown ones are
/// ignored; the first field of a wrong type is remembered as invalid_option with its path.
class CheckedObject {
 public:
  /// `json` outlives this; null counts as an object without fields.
  CheckedObject(const nlohmann::json& json, std::string path);

  void read(const char* field, std::string& value);
  void read(const char* field, bool& value);
  void read(const char* field, std::int64_t& value, std::int64_t least, std::int64_t most);
  /// A day as "2024-03-02".
  void read(const char* field, std::optional<Date>& value);
  /// The field, or null where it is missing. Its own type is the caller's to test.
  const nlohmann::json* find(const char* field) const;

  void fail(std::string_view field);
  const std::optional<Error>& error() const { return error_; }

 private:
  const nlohmann::json* json_;
  std::string path_;
  std::optional<Error> error_;
};

}  // namespace regulars::wire
