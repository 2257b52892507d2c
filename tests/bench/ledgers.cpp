// A million ledgers of chance, every promise of each checked after each posting: how many entries
// that were and how long it took, as JSON. Another number of ledgers may be given; so may the seed
// of the first one. Ends with 1 at the first broken promise, and says which.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "core/loyalty/invariants.h"
#include "tests/loyalty/random_ledger.h"

using namespace regulars;

namespace {

constexpr int kLedgers = 1'000'000;
constexpr int kEvents = 50;  // of a ledger

}  // namespace

int main(int count, char** arguments) {
  using Clock = std::chrono::steady_clock;
  const int ledgers = count > 1 ? std::atoi(arguments[1]) : kLedgers;
  const std::uint64_t first = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 0;
  const Clock::time_point start = Clock::now();
  std::size_t entries = 0;
  std::size_t postings = 0;
  for (int i = 0; i < ledgers; ++i) {
    const std::uint64_t seed = first + static_cast<std::uint64_t>(i);
    Rng rng(seed);
    const LedgerPolicy policy = random_policy(rng);
    const auto events = random_events(rng, kEvents);
    const Ledger ledger = derive_ledger(events, policy, kLedgerStart + 1000 * kLedgerDay);
    if (const auto breach = find_breach(ledger)) {
      std::printf("seed %llu: %s after entry %zu\n", static_cast<unsigned long long>(seed),
                  kInvariantWords[static_cast<std::size_t>(breach->invariant)].data(),
                  breach->entry);
      return 1;
    }
    entries += ledger.entries.size();
    postings += ledger.allocations.size();
  }
  const double ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  std::printf(
      "{\"ledgers\": %d, \"events\": %d, \"entries\": %zu, \"postings\": %zu, \"ms\": %.0f}\n",
      ledgers, kEvents, entries, postings, ms);
  return 0;
}
