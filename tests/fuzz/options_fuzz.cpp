// Any text as the question of a host or as a reward program.
#include <cassert>

#include "core/wire/checked.h"
#include "core/wire/options.h"
#include "core/wire/program.h"
#include "tests/fuzz/promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace regulars;
  const std::string_view text = text_of(bytes, size);
  const auto json = wire::parse(text);
  const auto program = wire::parse_program(text);
  assert(json || !program);
  if (!json) return 0;
  static_cast<void>(wire::sniff_options(*json));
  static_cast<void>(wire::file_options(*json));
  static_cast<void>(wire::mends(*json));
  static_cast<void>(wire::known_rows(*json));
  static_cast<void>(wire::analyze_options(*json));
  if (const auto rfm = wire::rfm_options(*json)) {
    const SegmentMap map(rfm->scheme, rfm->rules);
    assert(map.place({1, 1, 1}) < map.names().size());
  }
  static_cast<void>(wire::customer_id(*json));
  static_cast<void>(wire::logic_profile(*json));
  if (const auto query = wire::window_of(*json))
    assert(query->from >= 0 && query->limit >= 0 && query->limit <= 1000);
  if (const auto query = wire::customer_query(*json))
    assert(query->offset >= 0 && query->limit >= 0 && query->limit <= 1000);
  if (const auto query = wire::csv_query(*json)) assert(query->from >= 0);
  if (const auto query = wire::audience_query(*json)) assert(query->from >= 0);
  // A program that was understood is the same program when it is read again.
  if (const auto read = wire::program_of(*json)) {
    const auto again = wire::program_of(wire::to_json(*read));
    assert(again && wire::to_json(*again) == wire::to_json(*read));
    assert(read->rules.size() <= kMaxProgramRules);
  }
  return 0;
}
