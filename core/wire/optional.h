// What may be missing, as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

namespace regulars::wire {

/// The value, or null where there is none.
template <class T>
nlohmann::json or_null(const std::optional<T>& value) {
  return value ? nlohmann::json(*value) : nlohmann::json(nullptr);
}

}  // namespace regulars::wire
