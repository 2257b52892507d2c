// The names that exports give to time zones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace regulars {

/// A zone as far as its name tells: a fixed offset, or the IANA name whose rules the host knows.
struct ZoneName {
  std::optional<std::int32_t> offset;  // seconds east of UTC
  std::string iana;                    // "America/New_York"; may be empty
};

/// Reads offsets (+01:00, UTC+8), abbreviations (PST, CEST), IANA names, the names of Rails
/// ("Eastern Time (US & Canada)") and of Windows ("Pacific Standard Time"), in any case.
std::optional<ZoneName> parse_zone(std::string_view cell);

/// The offset of an abbreviation, in seconds east of UTC. Where several zones share one, the
/// reading most shops mean: CST, EST, MST and PST are North America's, IST is India's, BST
/// Britain's summer, AST the Atlantic's, SST Samoa's, AMT the Amazon's, GST the Gulf's.
std::optional<std::int32_t> parse_zone_abbreviation(std::string_view text);

}  // namespace regulars
