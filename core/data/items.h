// Cells that list all products of an order.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace regulars {

/// One product of a list.
struct ListedItem {
  std::string_view product;      // looks into the cell
  std::int32_t quantity = 1000;  // thousandths; 1 where the list names none
};

/// Reads "2x Mug, 1x Print" (with the sign for times), "Mug (2 pieces)" in Chinese, "Mug x 2" and
/// lists set apart by semicolons, bars or line ends. Commas set apart only where each part has a
/// quantity: names may hold them.
std::vector<ListedItem> parse_items(std::string_view cell);

}  // namespace regulars
