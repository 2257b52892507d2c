// Where the real data files are, for the tests that need them; the project itself carries invented
// people only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace regulars {

/// The path of a file below the folder that the environment variable REGULARS_DATA names, say
/// "cdnow/orders.csv". Nothing, and a line on standard output that ctest counts as a skip, where
/// the variable or the file is missing.
std::optional<std::string> real_data(std::string_view file);

/// The bytes of a file; a path that cannot be read is a mistake of the test.
std::string read_file(const std::string& path);

}  // namespace regulars
