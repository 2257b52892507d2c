// Numbers about a list of numbers: mean, median, quantiles.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace regulars {

/// The mean, in the unit of the values; nothing for an empty list. Summed with compensation, so
/// that the order of a million values does not show. Source: Neumaier (1974), ZAMM 54, 39-51.
std::optional<double> mean(std::span<const double> values);

/// The variance, in the squared unit of the values, dividing by n - `ddof` (0: of these values, 1:
/// of the population they were drawn from); nothing where n <= ddof. Two passes, so that a large
/// mean costs no digits.
std::optional<double> variance(std::span<const double> values, int ddof = 0);

/// The value below which a share `p` (0..1) of the values lies, in their unit; nothing for an empty
/// list. `sorted` is ascending. Between two values it is interpolated. Source: Hyndman and Fan
/// (1996), The American Statistician 50(4), definition 7: the default of R, NumPy and Excel.
std::optional<double> quantile(std::span<const double> sorted, double p);

/// The middle value, or the mean of the two middle ones; nothing for an empty list. The values come
/// in any order.
std::optional<double> median(std::vector<double> values);

/// The same quantile of whole numbers from 0 on, given by how often each comes; nothing where none
/// does.
std::optional<double> quantile_of_counts(std::span<const std::int64_t> counts, double p);

}  // namespace regulars
