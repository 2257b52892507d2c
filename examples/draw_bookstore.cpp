// Draws the sample bookstore into a folder: draw_bookstore examples/bookstore
#include <cstdio>
#include <string>

#include "examples/bookstore.h"

namespace {

bool write(const std::string& path, const std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && written;
}

}  // namespace

int main(int argc, char* argv[]) {
  if (argc != 2) {
    std::fputs("Usage: draw_bookstore FOLDER\n", stderr);
    return 2;
  }
  const std::string folder = argv[1];
  const regulars::BookstoreFiles files = regulars::draw_bookstore();
  const bool written = write(folder + "/orders.csv", files.orders) &&
                       write(folder + "/customers.csv", files.customers) &&
                       write(folder + "/products.csv", files.products) &&
                       write(folder + "/rewards.csv", files.rewards) &&
                       write(folder + "/README.md", files.readme);
  if (!written) std::fprintf(stderr, "Cannot write to the folder %s\n", folder.c_str());
  return written ? 0 : 3;
}
