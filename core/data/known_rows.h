// Rows that were rejected before, found again among those that are rejected now.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/data/orders.h"

namespace regulars {

/// What a rejected row is known by: where it stood, and its text.
struct KnownRow {
  std::string file;         // its name
  std::int32_t place = 0;   // of the file among those read, from 0 on: two files may have one name
  std::int64_t offset = 0;  // bytes before the row in the (UTF-8) file
  std::string text;
};

/// For each row its index in `rejects`, or nothing where no rejected row has its text. Of several
/// that have it, the one that stands where it stood, else in a file of its name, else the first; no
/// rejected row is found twice.
std::vector<std::optional<std::size_t>> find_rejects(const OrderTable& table,
                                                     std::span<const KnownRow> rows);

}  // namespace regulars
