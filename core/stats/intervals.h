// How sure a share is: intervals around rates made of counts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

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

/// How far the share of one group lies above that of another, -1..1, and the chance of a distance
/// so large, either way, between groups that do not differ.
struct RateDifference {
  double difference = 0;
  double low = -1;
  double high = 1;
  double p = 1;
};

/// Compares `hits` / `of` with `other_hits` / `other_of`; nothing where either has nobody. The
/// interval is made of the two Wilson intervals. Source: Newcombe (1998), Statistics in Medicine
/// 17, 873-890, method 10. `p` is of the chi-squared test without correction.
std::optional<RateDifference> compare_rates(std::int64_t hits, std::int64_t of,
                                            std::int64_t other_hits, std::int64_t other_of,
                                            double confidence = 0.95);

/// The chances `p` of several tests, each raised so that one alarm among all of them is as seldom
/// as it would be of one test alone; at most 1. Source: Holm (1979), Scandinavian Journal of
/// Statistics 6(2).
std::vector<double> holm(std::span<const double> p);

}  // namespace regulars
