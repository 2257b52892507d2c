// The exports of shop platforms, recognised by the names of their columns, never by position.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/columns.h"

namespace regulars {

/// A platform's column for a role.
struct ProfileColumn {
  Role role;
  std::string_view header;
};

/// One kind of export of one platform.
struct Profile {
  std::string_view name;
  std::span<const ProfileColumn> columns;      // what its columns mean
  std::span<const std::string_view> evidence;  // names that must all be there
};

/// The profile whose evidence a header shows, or null.
const Profile* recognize(std::span<const std::string> header);

}  // namespace regulars
