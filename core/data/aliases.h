// What shops call their columns, in English, German, French, Spanish and Chinese.
#pragma once

#include <string_view>
#include <vector>

#include "core/data/columns.h"

namespace regulars {

/// Names of a role, the surest first: folded, without blanks and marks.
struct Aliases {
  Role role;
  std::vector<std::string_view> names;
};

/// The names of the roles of one kind of table, in the order in which roles choose their columns.
const std::vector<Aliases>& aliases(TableKind kind);

/// The names of one role in tables of any kind.
const std::vector<std::string_view>& names_of(Role role);

}  // namespace regulars
