#include "core/data/order_numbers.h"

namespace regulars {

std::string_view order_number_in(std::string_view text) {
  constexpr std::string_view label = "Order #";
  if (text.size() <= label.size()) return text;
  const std::size_t at = text.find(label);
  if (at == std::string_view::npos) return text;
  const std::string_view behind = text.substr(at + label.size());
  const std::string_view number = behind.substr(0, behind.find_first_of(" ,.;:)"));
  return number.empty() ? text : number;
}

}  // namespace regulars
