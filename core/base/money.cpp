#include "core/base/money.h"

#include <array>

namespace regulars {

// Source: ISO 4217, table A.1, column "minor unit", currencies other than two digits (2024).
int minor_digits(std::string_view currency) {
  constexpr std::array<std::string_view, 16> none{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY",
                                                  "KMF", "KRW", "PYG", "RWF", "UGX", "VND",
                                                  "VUV", "XAF", "XOF", "XPF"};
  constexpr std::array<std::string_view, 7> three{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
  for (const auto code : none)
    if (code == currency) return 0;
  for (const auto code : three)
    if (code == currency) return 3;
  return 2;
}

double major_units(Money amount, int digits) {
  return static_cast<double>(amount.minor) / minor_units(1, digits);
}

double minor_units(double major, int digits) {
  double scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  return major * scale;
}

std::string to_text(Money amount, int digits) {
  // The magnitude is taken unsigned: the smallest int64 has no positive twin.
  const auto bits = static_cast<std::uint64_t>(amount.minor);
  std::string text = std::to_string(amount.minor < 0 ? 0 - bits : bits);
  const auto decimals = static_cast<std::size_t>(digits);
  if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
  if (digits > 0) text.insert(text.size() - decimals, 1, '.');
  if (amount.minor < 0) text.insert(0, 1, '-');
  return text;
}

}  // namespace regulars
