// Any text as cases for the ledger: whatever happens in them, in whatever order, all promises hold.
#include <algorithm>
#include <cassert>

#include "core/loyalty/invariants.h"
#include "core/wire/ledger.h"
#include "tests/fuzz/promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace regulars;
  const std::string_view text = text_of(bytes, size);
  static_cast<void>(parse_duration(text));
  static_cast<void>(wire::run_ledger_cases(text));
  const auto cases = wire::read_ledger_cases(text);
  if (!cases) return 0;
  for (const wire::LedgerCase& one : *cases) {
    const Ledger ledger = derive_ledger(one.events, one.policy, one.as_of);
    assert(!find_breach(ledger));
    auto events = one.events;
    std::reverse(events.begin(), events.end());
    events.insert(events.end(), one.events.begin(), one.events.end());
    const Ledger again = derive_ledger(events, one.policy, one.as_of);
    assert(again.entries.size() == ledger.entries.size() && again.amounts == ledger.amounts);
    assert(again.notes.size() == ledger.notes.size());
  }
  return 0;
}
