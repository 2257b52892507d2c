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
