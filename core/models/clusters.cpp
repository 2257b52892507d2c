#include "core/models/clusters.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

#include "core/models/rows.h"

namespace regulars {
namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();

std::vector<int> silhouette_rows(int of) {
  std::vector<int> rows(static_cast<std::size_t>(std::min(of, kSilhouetteRows)));
  std::iota(rows.begin(), rows.end(), 0);
  if (of <= kSilhouetteRows) return rows;
  Rng rng(kSilhouetteRows);
  return draw_rows(of, kSilhouetteRows, rng);
}

// How many rows differ, counted up to `enough`.
int different_rows(const Rows& rows, int enough) {
  std::vector<const double*> seen;
  for (int i = 0; i < rows.count() && static_cast<int>(seen.size()) < enough; ++i) {
    const double* row = rows[i];
    const bool known = std::any_of(seen.begin(), seen.end(), [&](const double* other) {
      return std::equal(row, row + rows.features(), other);
    });
    if (!known) seen.push_back(row);
  }
  return static_cast<int>(seen.size());
}

// One way of putting rows into groups.
struct Labels {
  std::span<const std::int32_t> groups;  // of each row
  int k = 0;
};

// The silhouette of several ways of grouping the same rows: the distances, the costly part, are
// taken once.
std::vector<double> silhouettes(const Rows& rows, std::span<const Labels> ways) {
  const auto n = static_cast<std::size_t>(rows.count());
  // Row i has one sum of distances for each group of each way, all side by side; `place` says
  // where.
  std::vector<std::size_t> first_group;
  std::size_t width = 0;
  for (const Labels& way : ways) {
    first_group.push_back(width);
    width += static_cast<std::size_t>(way.k);
  }
  std::vector<std::uint32_t> place(n * ways.size());
  std::vector<double> sizes(width, 0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t w = 0; w < ways.size(); ++w) {
      const std::size_t at = first_group[w] + static_cast<std::size_t>(ways[w].groups[i]);
      place[i * ways.size() + w] = static_cast<std::uint32_t>(at);
      ++sizes[at];
    }
  }
  std::vector<double> sums(n * width, 0);
  for (std::size_t i = 0; i < n; ++i) {
    double* own_sums = sums.data() + i * width;
    const std::uint32_t* own_place = place.data() + i * ways.size();
    for (std::size_t j = 0; j < i; ++j) {
      const double distance = std::sqrt(
          squared_distance(rows[static_cast<int>(i)], rows[static_cast<int>(j)], rows.features()));
      double* other_sums = sums.data() + j * width;
      const std::uint32_t* other_place = place.data() + j * ways.size();
      for (std::size_t w = 0; w < ways.size(); ++w) {
        own_sums[other_place[w]] += distance;
        other_sums[own_place[w]] += distance;
      }
    }
  }
  std::vector<double> result;
  for (std::size_t w = 0; w < ways.size(); ++w) {
    double total = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t own = place[i * ways.size() + w];
      if (sizes[own] < 2) continue;
      const double inside = sums[i * width + own] / (sizes[own] - 1);
      double outside = kFar;
      for (std::size_t c = first_group[w]; c < first_group[w] + static_cast<std::size_t>(ways[w].k);
           ++c) {
        if (c != own && sizes[c] > 0) outside = std::min(outside, sums[i * width + c] / sizes[c]);
      }
      const double larger = std::max(inside, outside);
      if (outside < kFar && larger > 0) total += (outside - inside) / larger;
    }
    result.push_back(n == 0 ? 0 : total / static_cast<double>(n));
  }
  return result;
}

std::vector<std::int32_t> picked(std::span<const std::int32_t> groups, std::span<const int> rows) {
  std::vector<std::int32_t> result;
  result.reserve(rows.size());
  for (const int row : rows) result.push_back(groups[static_cast<std::size_t>(row)]);
  return result;
}

double davies_bouldin(const Rows& rows, const KMeansFit& fit) {
  const auto k = fit.sizes.size();
  std::vector<double> spread(k, 0);
  Rows centers(fit.centers);
  for (int i = 0; i < rows.count(); ++i) {
    const std::int32_t group = fit.groups[static_cast<std::size_t>(i)];
    spread[static_cast<std::size_t>(group)] +=
        std::sqrt(squared_distance(rows[i], centers[group], rows.features()));
  }
  for (std::size_t c = 0; c < k; ++c) spread[c] /= fit.sizes[c];
  double total = 0;
  for (std::size_t c = 0; c < k; ++c) {
    double worst = 0;
    for (std::size_t other = 0; other < k; ++other) {
      if (other == c) continue;
      const double apart = std::sqrt(squared_distance(
          centers[static_cast<int>(c)], centers[static_cast<int>(other)], rows.features()));
      if (apart > 0) worst = std::max(worst, (spread[c] + spread[other]) / apart);
    }
    total += worst;
  }
  return total / static_cast<double>(k);
}

std::optional<double> calinski_harabasz(const Rows& rows, const KMeansFit& fit) {
  const auto k = static_cast<double>(fit.sizes.size());
  const auto n = static_cast<double>(rows.count());
  if (fit.inertia <= 0 || n <= k) return std::nullopt;
  const Rows centers(fit.centers);
  std::vector<double> middle(static_cast<std::size_t>(rows.features()), 0);
  for (int i = 0; i < rows.count(); ++i) {
    for (int j = 0; j < rows.features(); ++j) middle[static_cast<std::size_t>(j)] += rows[i][j];
  }
  for (double& value : middle) value /= n;
  double between = 0;
  for (int c = 0; c < centers.count(); ++c) {
    between += fit.sizes[static_cast<std::size_t>(c)] *
               squared_distance(centers[c], middle.data(), rows.features());
  }
  return between / fit.inertia * (n - k) / (k - 1);
}

double inertia_around(const Rows& rows, const Rows& centers) {
  double sum = 0;
  for (int i = 0; i < rows.count(); ++i) {
    double nearest = kFar;
    for (int c = 0; c < centers.count(); ++c) {
      nearest = std::min(nearest, squared_distance(rows[i], centers[c], rows.features()));
    }
    sum += nearest;
  }
  return sum;
}

Eigen::MatrixXd chosen_rows(const Eigen::MatrixXd& points, std::span<const int> chosen) {
  Eigen::MatrixXd result(static_cast<Eigen::Index>(chosen.size()), points.cols());
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    result.row(static_cast<Eigen::Index>(i)) = points.row(chosen[i]);
  }
  return result;
}

// The silhouettes of several fits of the same rows.
std::vector<double> silhouettes_of(const Rows& rows, std::span<const KMeansFit> fits) {
  const std::vector<int> sample = silhouette_rows(rows.count());
  std::vector<std::vector<std::int32_t>> groups;
  for (const KMeansFit& fit : fits) groups.push_back(picked(fit.groups, sample));
  std::vector<Labels> ways;
  for (std::size_t w = 0; w < fits.size(); ++w) {
    ways.push_back({.groups = groups[w], .k = static_cast<int>(fits[w].sizes.size())});
  }
  return silhouettes(Rows(rows, sample), ways);
}

}  // namespace

ClusterMeasures measure_groups(const Eigen::MatrixXd& points, const KMeansFit& fit) {
  if (fit.sizes.size() < 2) return {};
  const Rows rows(points);
  return {.silhouette = silhouettes_of(rows, {&fit, 1})[0],
          .silhouette_sample = std::min(rows.count(), kSilhouetteRows),
          .davies_bouldin = davies_bouldin(rows, fit),
          .calinski_harabasz = calinski_harabasz(rows, fit)};
}

ClusterChoice choose_k(const Eigen::MatrixXd& points, ClusterRange range, Rng& rng,
                       KMeansOptions options) {
  assert(range.from >= 2 && range.from <= range.to);
  ClusterChoice choice;
  const auto n = static_cast<int>(points.rows());
  if (n < std::max(20, 3 * range.from)) return choice;
  const bool sampled = n > kStartRows;
  const Eigen::MatrixXd compared =
      sampled ? chosen_rows(points, draw_rows(n, kStartRows, rng)) : points;
  const Rows rows(compared);
  choice.rows_compared = rows.count();
  const int different = different_rows(rows, range.to);
  if (different < 2) choice.status = ClusterStatus::all_alike;
  if (different < range.from) return choice;

  std::vector<KMeansFit> fits;
  for (int k = range.from; k <= std::min({range.to, n / 3, different}); ++k) {
    fits.push_back(kmeans(compared, k, rng, options));
  }
  const std::vector<double> silhouette = silhouettes_of(rows, fits);
  for (std::size_t i = 0; i < fits.size(); ++i) {
    choice.candidates.push_back({.k = range.from + static_cast<int>(i),
                                 .inertia = fits[i].inertia,
                                 .silhouette = silhouette[i]});
  }
  if (sampled) {
    const Rows all(points);
    for (std::size_t i = 0; i < fits.size(); ++i) {
      choice.candidates[i].inertia = inertia_around(all, Rows(fits[i].centers));
    }
  }
  const auto best = static_cast<std::size_t>(
      std::max_element(silhouette.begin(), silhouette.end()) - silhouette.begin());
  choice.status = ClusterStatus::ready;
  choice.fit = std::move(fits[best]);
  if (sampled) {
    choice.fit = kmeans_from(points, choice.fit.centers, options);
    choice.candidates[best].inertia = choice.fit.inertia;
  }
  choice.measures = measure_groups(points, choice.fit);
  return choice;
}

}  // namespace regulars
