// What every reader of files promises whatever stands in them: the fuzzers trip over anything else.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/data/columns.h"
#include "core/data/orders.h"

namespace regulars {

/// The bytes of a fuzzer as text.
inline std::string_view text_of(const std::uint8_t* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

/// Parts of a text between marks, empty ones too.
std::vector<std::string_view> parts_of(std::string_view text, char mark);

/// Every column of a layout is one of its file, and none is guessed to have two roles.
void check_layout(const Head& head, const Layout& layout);

/// Every row is kept or rejected, every line belongs to one order and every order to one history.
void check_table(const OrderTable& table);

}  // namespace regulars
