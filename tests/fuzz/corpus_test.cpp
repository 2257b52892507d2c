// What the fuzzers found worth keeping, read as they read it, in every build.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/fuzz/promises.h"
#include "tests/support/catch.h"

// Every fuzzer's entry is called LLVMFuzzerTestOneInput; CMake renames them here.
extern "C" {
int fuzz_dialect(const std::uint8_t* bytes, std::size_t size);
int fuzz_ledger(const std::uint8_t* bytes, std::size_t size);
int fuzz_options(const std::uint8_t* bytes, std::size_t size);
int fuzz_profiles(const std::uint8_t* bytes, std::size_t size);
int fuzz_reader(const std::uint8_t* bytes, std::size_t size);
int fuzz_rules(const std::uint8_t* bytes, std::size_t size);
int fuzz_values(const std::uint8_t* bytes, std::size_t size);
}

namespace regulars {
namespace {

// The files of a corpus are numbered from 000 on, without a gap.
int run_corpus(const char* name, int (*fuzz)(const std::uint8_t*, std::size_t)) {
  for (int number = 0;; ++number) {
    char path[64];
    std::snprintf(path, sizeof path, "tests/fuzz/corpus/%s/%03d", name, number);
    std::ifstream file(path, std::ios::binary);
    if (!file) return number;
    INFO(path);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    CHECK(fuzz(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()) == 0);
  }
}

}  // namespace

TEST_CASE("what the fuzzers kept breaks no promise", "[fuzz]") {
  CHECK(run_corpus("dialect", fuzz_dialect) > 0);
  CHECK(run_corpus("ledger", fuzz_ledger) > 0);
  CHECK(run_corpus("options", fuzz_options) > 0);
  CHECK(run_corpus("profiles", fuzz_profiles) > 0);
  CHECK(run_corpus("reader", fuzz_reader) > 0);
  CHECK(run_corpus("rules", fuzz_rules) > 0);
  CHECK(run_corpus("values", fuzz_values) > 0);
}

}  // namespace regulars
