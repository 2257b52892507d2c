// A file of orders read by the engine as it is built natively: prints what it took as JSON. Beside
// native DuckDB it says what the engine costs, beside itself in Node what WebAssembly does.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

#include "core/session.h"

using namespace regulars;

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: regulars_read FILE.csv\n");
    return 2;
  }
  constexpr std::size_t head_size = 1 << 18;
  constexpr std::size_t piece_size = 1 << 20;
  const auto began = std::chrono::steady_clock::now();
  std::ifstream file(arguments[1], std::ios::binary);
  std::string piece(head_size, '\0');
  file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
  piece.resize(static_cast<std::size_t>(file.gcount()));
  Session session;
  if (!session.sniff(piece, "orders.csv", file.eof())) return 3;
  if (!session.begin({})) return 3;
  while (!piece.empty()) {
    if (!session.push(piece)) return 3;
    piece.resize(piece_size);
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    piece.resize(static_cast<std::size_t>(file.gcount()));
  }
  if (!session.end()) return 3;
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
  if (!session.analyze({})) return 3;
  std::printf("{\"ms\": %.1f, \"customers\": %lld}\n", took.count(),
              static_cast<long long>(session.analysis()->book.totals().customers));
  return 0;
}
