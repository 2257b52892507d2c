// How sure a share is: intervals around rates made of counts.
#pragma once

#include <cstdint>
#include <optional>

namespace regulars {

/// The shares that the counts do not contradict: 0 <= low <= hits / of <= high <= 1.
struct RateInterval {
  double low = 0;
  double high = 1;
};

/// The Wilson score interval of the share `hits` / `of`, 0 <= hits <= of; nothing where `of` is 0.
/// `confidence` lies between 0 and 1, both excluded. Good for small counts and for shares near 0 or
/// 1, where the textbook interval is not. Source: Wilson (1927), JASA 22(158), 209-212.
std::optional<RateInterval> wilson(std::int64_t hits, std::int64_t of, double confidence = 0.95);

}  // namespace regulars
