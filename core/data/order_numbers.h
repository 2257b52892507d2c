// Order numbers that stand within a text.
#pragma once

#include <string_view>

namespace regulars {

/// The number behind "Order #" in a text ("Payment for Order #3001" is 3001), as Etsy's statement
/// tells it; a text without one is the number itself.
std::string_view order_number_in(std::string_view text);

}  // namespace regulars
