#include "core/models/recommend.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <utility>

namespace regulars {
namespace {

// The customers of the products are held for so many parts of the products, one after the other:
// all at once they would take as much memory as the purchases themselves.
constexpr std::size_t kParts = 4;

std::size_t at(std::int32_t number) { return static_cast<std::size_t>(number); }

std::vector<ProductCount> ranked(std::span<const std::int32_t> customers_by_product) {
  std::vector<ProductCount> result;
  for (std::size_t product = 0; product < customers_by_product.size(); ++product) {
    if (customers_by_product[product] == 0) continue;
    result.push_back({.product = static_cast<std::int32_t>(product),
                      .customers = customers_by_product[product]});
  }
  std::stable_sort(result.begin(), result.end(), [](const ProductCount& a, const ProductCount& b) {
    return a.customers > b.customers;
  });
  return result;
}

}  // namespace

ProductModel ProductModel::fit(std::span<const Purchase> purchases,
                               std::span<const std::int32_t> segments, RecommendOptions options) {
  std::int32_t last = -1;
  for (const Purchase& purchase : purchases) {
    assert(purchase.customer >= 0 && purchase.product >= 0);
    last = std::max(last, purchase.customer);
  }
  const auto walk = [&](auto&& take) {
    for (const Purchase& purchase : purchases) take(purchase);
  };
  return fit_walk(last + 1, walk, segments, options);
}

ProductModel ProductModel::fit_lists(Lists bought, std::span<const std::int32_t> segments,
                                     RecommendOptions options) {
  assert(options.min_support >= 1 && options.neighbors >= 1 && options.max_products >= 1);
  ProductModel model;
  model.options_ = options;
  make_distinct(bought);
  model.bought_ = std::move(bought);
  model.find_neighbors();
  model.rank_popular(segments);
  return model;
}

// Leaves the distinct values of each list, ascending.
void ProductModel::make_distinct(Lists& lists) {
  std::int32_t* const values = lists.values.data();
  std::int32_t* end = values;
  for (std::size_t i = 0; i < lists.count(); ++i) {
    std::int32_t* const first = values + lists.starts[i];
    std::int32_t* const beyond = values + lists.starts[i + 1];
    std::sort(first, beyond);
    lists.starts[i] = static_cast<std::size_t>(end - values);
    end = std::copy(first, std::unique(first, beyond), end);
  }
  lists.starts.back() = static_cast<std::size_t>(end - values);
  lists.values.resize(lists.starts.back());
}

// The customers of each product from `from` up to `to`, ascending; those with more than `longest`
// products are left out.
ProductModel::Lists ProductModel::customers_of(std::size_t from, std::size_t to,
                                               std::size_t longest) const {
  const auto walk = [&](auto&& take) {
    for (std::size_t i = 0; i < bought_.count(); ++i) {
      if (bought_[i].size() > longest) continue;
      for (const std::int32_t product : bought_[i]) {
        if (at(product) >= from && at(product) < to)
          take(at(product) - from, static_cast<std::int32_t>(i));
      }
    }
  };
  Lists result;
  result.starts.assign(to - from + 1, 0);
  walk([&](std::size_t product, std::int32_t) { ++result.starts[product + 1]; });
  for (std::size_t i = 1; i < result.starts.size(); ++i) result.starts[i] += result.starts[i - 1];
  result.values.resize(result.starts.back());
  auto next = result.starts;
  walk([&](std::size_t product, std::int32_t customer) {
    result.values[next[product]++] = customer;
  });
  return result;
}

// What the customers of one product bought: how often each, and which at all.
void ProductModel::count_beside(std::span<const std::int32_t> customers,
                                std::vector<std::int32_t>& both,
                                std::vector<std::int32_t>& met) const {
  for (const std::int32_t customer : customers) {
    for (const std::int32_t other : bought_[at(customer)]) {
      if (both[at(other)]++ == 0) met.push_back(other);
    }
  }
}

void ProductModel::find_neighbors() {
  const auto longest = static_cast<std::size_t>(options_.max_products);
  for (std::size_t i = 0; i < bought_.count(); ++i) {
    if (bought_[i].size() > longest) ++customers_set_aside_;
  }
  std::int32_t last = -1;
  for (const std::int32_t product : bought_.values) last = std::max(last, product);
  const std::size_t products = at(last + 1);
  compared_customers_.assign(products, 0);
  for (std::size_t i = 0; i < bought_.count(); ++i) {
    if (bought_[i].size() > longest) continue;
    for (const std::int32_t product : bought_[i]) ++compared_customers_[at(product)];
  }

  // One product at a time, counting what else its customers bought: memory grows with the products,
  // not with their pairs.
  std::vector<std::int32_t> both(products, 0);
  std::vector<std::int32_t> met;
  std::vector<Neighbor> row;
  neighbor_starts_.push_back(0);
  Lists customers;
  std::size_t from = 0;  // `customers` has the products from here on
  for (std::size_t product = 0; product < products; ++product) {
    if (product >= from + customers.count()) {
      from = product;
      customers = {};
      customers = customers_of(from, std::min(products, from + products / kParts + 1), longest);
    }
    count_beside(customers[product - from], both, met);
    row.clear();
    for (const std::int32_t other : met) {
      const std::int32_t count = std::exchange(both[at(other)], 0);
      if (at(other) == product || count < options_.min_support) continue;
      const double buyers = compared_customers_[product];
      row.push_back({.product = other,
                     .customers_both = count,
                     .cosine = count / std::sqrt(buyers * compared_customers_[at(other)])});
    }
    met.clear();
    const auto kept = std::min(row.size(), static_cast<std::size_t>(options_.neighbors));
    std::partial_sort(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(kept), row.end(),
                      [](const Neighbor& a, const Neighbor& b) {
                        if (a.cosine != b.cosine) return a.cosine > b.cosine;
                        if (a.customers_both != b.customers_both) {
                          return a.customers_both > b.customers_both;
                        }
                        return a.product < b.product;
                      });
    neighbors_.insert(neighbors_.end(), row.begin(),
                      row.begin() + static_cast<std::ptrdiff_t>(kept));
    neighbor_starts_.push_back(neighbors_.size());
  }
}

void ProductModel::rank_popular(std::span<const std::int32_t> segments) {
  const std::size_t customers = bought_.count();
  std::int32_t last = -1;
  for (const std::int32_t segment : segments) {
    assert(segment >= -1);
    last = std::max(last, segment);
  }
  segments_.assign(segments.begin(), segments.end());
  segments_.resize(std::max(segments.size(), customers), -1);

  std::vector<std::int32_t> order;  // customers by segment, those without one last
  for (std::size_t i = 0; i < customers; ++i) order.push_back(static_cast<std::int32_t>(i));
  const auto segment_of = [&](std::int32_t customer) {
    const std::int32_t segment = segments_[at(customer)];
    return segment < 0 ? last + 1 : segment;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::int32_t a, std::int32_t b) { return segment_of(a) < segment_of(b); });
  std::vector<std::int32_t> here(compared_customers_.size(), 0);
  std::vector<std::int32_t> everywhere(compared_customers_.size(), 0);
  auto next = order.begin();
  for (std::int32_t segment = 0; segment <= last + 1; ++segment) {
    Ranking ranking;
    for (; next != order.end() && segment_of(*next) == segment; ++next) {
      const std::span<const std::int32_t> own = bought_[at(*next)];
      if (!own.empty()) ++ranking.customers;
      for (const std::int32_t product : own) ++here[at(product)];
    }
    in_shop_.customers += ranking.customers;
    ranking.products = ranked(here);
    for (const ProductCount& one : ranking.products) {
      everywhere[at(one.product)] += one.customers;
      here[at(one.product)] = 0;
    }
    if (segment <= last) in_segment_.push_back(std::move(ranking));
  }
  in_shop_.products = ranked(everywhere);
}

RecommendStatus ProductModel::status() const {
  return neighbors_.empty() ? RecommendStatus::too_little_data : RecommendStatus::ready;
}

std::int32_t ProductModel::products() const {
  return static_cast<std::int32_t>(in_shop_.products.size());
}

std::span<const std::int32_t> ProductModel::bought_by(std::int32_t customer) const {
  if (customer < 0 || at(customer) >= bought_.count()) return {};
  return bought_[at(customer)];
}

std::span<const ProductModel::Neighbor> ProductModel::beside(std::int32_t product) const {
  const std::size_t first = neighbor_starts_[at(product)];
  return {neighbors_.data() + first, neighbor_starts_[at(product) + 1] - first};
}

std::vector<ProductPair> ProductModel::closest_pairs(int at_most) const {
  std::vector<ProductPair> pairs;
  for (std::int32_t product = 0; at(product) < compared_customers_.size(); ++product) {
    for (const Neighbor& other : beside(product)) {
      const std::int32_t first = std::min(product, other.product);
      const std::int32_t second = std::max(product, other.product);
      pairs.push_back({.product = first,
                       .with = second,
                       .cosine = other.cosine,
                       .customers_both = other.customers_both,
                       .customers_product = compared_customers_[at(first)],
                       .customers_with = compared_customers_[at(second)]});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const ProductPair& a, const ProductPair& b) {
    if (a.cosine != b.cosine) return a.cosine > b.cosine;
    if (a.customers_both != b.customers_both) return a.customers_both > b.customers_both;
    return a.product != b.product ? a.product < b.product : a.with < b.with;
  });
  // Most pairs were met from both sides.
  const auto same = [](const ProductPair& a, const ProductPair& b) {
    return a.product == b.product && a.with == b.with;
  };
  pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
  pairs.resize(std::min(pairs.size(), static_cast<std::size_t>(std::max(at_most, 0))));
  return pairs;
}

std::vector<ProductCount> ProductModel::popular(int at_most) const {
  const std::vector<ProductCount>& all = in_shop_.products;
  const auto count = std::min(all.size(), static_cast<std::size_t>(std::max(at_most, 0)));
  return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)};
}

std::vector<Recommendation> ProductModel::alike(std::span<const std::int32_t> own,
                                                std::size_t at_most) const {
  std::vector<double> scores(compared_customers_.size(), 0);
  std::vector<std::int32_t> met;
  for (const std::int32_t product : own) {
    for (const Neighbor& other : beside(product)) {
      if (scores[at(other.product)] == 0) met.push_back(other.product);
      scores[at(other.product)] += other.cosine;
    }
  }
  std::erase_if(met, [&](std::int32_t product) {
    return std::binary_search(own.begin(), own.end(), product);
  });
  const auto kept = static_cast<std::ptrdiff_t>(std::min(met.size(), at_most));
  std::partial_sort(met.begin(), met.begin() + kept, met.end(),
                    [&](std::int32_t a, std::int32_t b) {
                      return scores[at(a)] != scores[at(b)] ? scores[at(a)] > scores[at(b)] : a < b;
                    });
  std::vector<Recommendation> best;
  for (auto product = met.begin(); product != met.begin() + kept; ++product) {
    best.push_back({.product = *product,
                    .reason = RecommendReason::bought_with,
                    .score = scores[at(*product)]});
    explain(best.back(), own);
  }
  return best;
}

void ProductModel::explain(Recommendation& recommendation,
                           std::span<const std::int32_t> own) const {
  double strongest = 0;
  for (const std::int32_t product : own) {
    for (const Neighbor& other : beside(product)) {
      if (other.product != recommendation.product || other.cosine <= strongest) continue;
      strongest = other.cosine;
      recommendation.because = product;
      recommendation.customers = other.customers_both;
    }
  }
}

std::vector<Recommendation> ProductModel::recommend(std::int32_t customer, int at_most) const {
  if (at_most <= 0) return {};
  const auto wanted = static_cast<std::size_t>(at_most);
  const std::span<const std::int32_t> own = bought_by(customer);
  std::vector<Recommendation> chosen = alike(own, wanted);
  const std::int32_t segment =
      customer >= 0 && at(customer) < segments_.size() ? segments_[at(customer)] : -1;
  if (segment >= 0) {
    add_popular(in_segment_[at(segment)], RecommendReason::popular_in_segment, own, wanted, chosen);
  }
  add_popular(in_shop_, RecommendReason::popular_in_shop, own, wanted, chosen);
  return chosen;
}

void ProductModel::add_popular(const Ranking& ranking, RecommendReason reason,
                               std::span<const std::int32_t> own, std::size_t at_most,
                               std::vector<Recommendation>& chosen) const {
  for (const ProductCount& product : ranking.products) {
    if (chosen.size() >= at_most || product.customers < options_.min_support) return;
    if (std::binary_search(own.begin(), own.end(), product.product)) continue;
    const bool known = std::any_of(chosen.begin(), chosen.end(), [&](const Recommendation& one) {
      return one.product == product.product;
    });
    if (known) continue;
    chosen.push_back({.product = product.product,
                      .reason = reason,
                      .score = static_cast<double>(product.customers) / ranking.customers,
                      .because = -1,
                      .customers = product.customers});
  }
}

}  // namespace regulars
