// What shops call their columns, in English and Chinese.
#pragma once

#include <string_view>
#include <vector>

#include "core/data/columns.h"

namespace regulars {

/// Names of a role, the surest first, in small letters without blanks and marks.
struct Aliases {
  Role role;
  std::vector<std::string_view> names;
};

/// The names of all roles that are found by name, in the order in which roles choose their columns.
const std::vector<Aliases>& aliases();

}  // namespace regulars
