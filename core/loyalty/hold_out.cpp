#include "core/loyalty/hold_out.h"

#include <cstdint>

namespace regulars {
namespace {

constexpr std::uint32_t kPlaces = 10'000;

// Source: Fowler, Noll and Vo, hash FNV-1a of 32 bits.
std::uint32_t fnv1a(std::string_view text, std::uint32_t hash = 2166136261U) {
  for (const char letter : text) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 16777619U;
  }
  return hash;
}

}  // namespace

// Source: GrowthBook, SDK specification, version 2 of its hash.
double place_between_all(std::string_view seed, std::string_view sign) {
  const std::string inner = std::to_string(fnv1a(sign, fnv1a(seed)));
  return static_cast<double>(fnv1a(inner) % kPlaces) / kPlaces;
}

bool is_held_out(const HoldOut& hold_out, std::string_view sign) {
  return place_between_all(hold_out.seed, sign) < hold_out.share;
}

}  // namespace regulars
