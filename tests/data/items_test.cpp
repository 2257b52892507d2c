#include "core/data/items.h"

#include <string>

#include "tests/support/catch.h"

namespace regulars {
namespace {

// "2 Mug | 1 Print"
std::string read(std::string_view cell) {
  std::string text;
  for (const ListedItem& item : parse_items(cell)) {
    if (!text.empty()) text += " | ";
    text += std::to_string(item.quantity / 1000) + " " + std::string(item.product);
  }
  return text;
}

}  // namespace

TEST_CASE("lists with quantities are taken apart", "[data][items]") {
  CHECK(read("2× Mug, 1× Print") == "2 Mug | 1 Print");
  CHECK(read("2x Mug, 1x Print") == "2 Mug | 1 Print");
  CHECK(read("1× Gift card, €25") == "1 Gift card, €25");
  CHECK(read("2× Gift card, €25, 2× Ethiopia Guji - 250 g") ==
        "2 Gift card, €25 | 2 Ethiopia Guji - 250 g");
  CHECK(read("Mug x 2; Print x 1") == "2 Mug | 1 Print");
  CHECK(read("Mug x 2, Print x 1") == "2 Mug | 1 Print");
  CHECK(read("挂耳咖啡(1件)") == "1 挂耳咖啡");
  CHECK(read("挂耳咖啡（2件），滤纸(100)(1件)") == "2 挂耳咖啡 | 1 滤纸(100)");
  CHECK(read("挂耳咖啡(2件);滤纸(1件);") == "2 挂耳咖啡 | 1 滤纸");
  CHECK(read("挂耳咖啡*3") == "3 挂耳咖啡");
}

TEST_CASE("a till's list has quantities where they are not one, and the kind behind each name",
          "[data][items]") {
  CHECK(read("2 x Latte (Regular), Scone (Plain)") == "2 Latte (Regular) | 1 Scone (Plain)");
  CHECK(read("Latte (Regular), 2 x Scone (Plain)") == "1 Latte (Regular) | 2 Scone (Plain)");
  CHECK(read("Latte (Regular) - oat, Scone (Plain)") ==
        "1 Latte (Regular) - oat | 1 Scone (Plain)");
  CHECK(read("Tea, black (Pot), Scone (Plain)") == "1 Tea, black (Pot) | 1 Scone (Plain)");
  CHECK(read("Shirt (red, large), Scone (Plain)") == "1 Shirt (red, large) | 1 Scone (Plain)");
  CHECK(read("Latte (Regular), hot") == "1 Latte (Regular), hot");
  CHECK(read("1× Tea (green), loose (100 g), 1× Mug") == "1 Tea (green), loose (100 g) | 1 Mug");
}

TEST_CASE("lists without quantities are one of each, commas belong to the name", "[data][items]") {
  CHECK(read("Mug; Print") == "1 Mug | 1 Print");
  CHECK(read("Mug") == "1 Mug");
  CHECK(read("Paper filters (100)") == "1 Paper filters (100)");
  CHECK(read("Salt, pepper and mustard") == "1 Salt, pepper and mustard");
  CHECK(read("2x4 timber") == "1 2x4 timber");
  CHECK(read("").empty());
  CHECK(read("——").empty());
}

}  // namespace regulars
