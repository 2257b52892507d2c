#include "tests/support/data.h"

#include <cassert>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

namespace regulars {

std::optional<std::string> real_data(std::string_view file) {
  const char* folder = std::getenv("REGULARS_DATA");
  if (folder == nullptr || *folder == '\0') {
    std::cout << "skipped: REGULARS_DATA is not set, so there is no " << file << std::endl;
    return {};
  }
  std::string path = std::string(folder) + '/' + std::string(file);
  if (!std::ifstream(path).good()) {
    std::cout << "skipped: REGULARS_DATA has no " << file << std::endl;
    return {};
  }
  return path;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  assert(file.good());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace regulars
