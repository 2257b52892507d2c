// What to offer to whom: what the same people buy, else what is popular among similar customers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace regulars {

/// A customer bought a product, once or often. Both are numbers from 0 on, without large gaps:
/// tables are as long as the largest.
struct Purchase {
  std::int32_t customer = 0;
  std::int32_t product = 0;
};

/// How products are compared.
struct RecommendOptions {
  int min_support = 3;     // customers who bought both, at least 1; popularity needs as many buyers
  int neighbors = 50;      // products kept beside each product, the most alike; at least 1
  int max_products = 500;  // whoever bought more is a till or a reseller and is not compared
};

/// Whether anything alike was found.
enum class RecommendStatus {
  ready,
  too_little_data,  // no two products have min_support customers in common
};

/// Two products that the same customers buy; product < with.
struct ProductPair {
  std::int32_t product = 0;
  std::int32_t with = 0;
  double cosine = 0;  // 0..1: customers_both / sqrt(customers_product * customers_with)
  std::int32_t customers_both = 0;
  std::int32_t customers_product = 0;
  std::int32_t customers_with = 0;
};

/// A product and how many different customers bought it.
struct ProductCount {
  std::int32_t product = 0;
  std::int32_t customers = 0;
};

/// Why a product is recommended.
enum class RecommendReason {
  bought_with,         // customers who bought `because` bought it too
  popular_in_segment,  // many customers of the same segment bought it
  popular_in_shop,     // many customers bought it
};

/// One product for one customer who has not bought it yet.
struct Recommendation {
  std::int32_t product = 0;
  RecommendReason reason = RecommendReason::popular_in_shop;
  // bought_with: the sum of its cosines with what was bought. Popular: the share of the customers
  // of the segment or the shop who bought it, 0..1.
  double score = 0;
  std::int32_t because = -1;   // bought_with: the product that adds most to the score; else -1
  std::int32_t customers = 0;  // who bought both `product` and `because`; popular: who bought it
};

/// Which products go together, who bought what, and what is popular where.
///
/// Source: Sarwar, Karypis, Konstan and Riedl (2001), "Item-based collaborative filtering
/// recommendation algorithms", WWW, 285-295, with the binary scores of Deshpande and Karypis
/// (2004), ACM TOIS 22(1), 143-177.
class ProductModel {
 public:
  /// Reads purchases in any order; the same customer and product again changes nothing. `segments`
  /// has the segment of each customer by number, 0 and up, or -1 for none; customers beyond its end
  /// have none. It may be empty.
  static ProductModel fit(std::span<const Purchase> purchases,
                          std::span<const std::int32_t> segments, RecommendOptions options = {});

  /// The same for purchases that lie in no list: `walk(take)` calls `take(Purchase)` for each, and
  /// is run twice, so that millions of them need not be held a second time. Customers are numbered
  /// below `customers`.
  template <class Walk>
  static ProductModel fit_walk(std::int32_t customers, Walk&& walk,
                               std::span<const std::int32_t> segments,
                               RecommendOptions options = {}) {
    Lists lists;
    lists.starts.assign(static_cast<std::size_t>(customers) + 1, 0);
    walk([&](Purchase purchase) {
      ++lists.starts[static_cast<std::size_t>(purchase.customer) + 1];
    });
    for (std::size_t i = 1; i < lists.starts.size(); ++i) lists.starts[i] += lists.starts[i - 1];
    lists.values.resize(lists.starts.back());
    auto next = lists.starts;
    walk([&](Purchase purchase) {
      lists.values[next[static_cast<std::size_t>(purchase.customer)]++] = purchase.product;
    });
    return fit_lists(std::move(lists), segments, options);
  }

  RecommendStatus status() const;
  const RecommendOptions& options() const { return options_; }
  /// Products that were bought at all.
  std::int32_t products() const;
  /// Customers with more than max_products products, who were not asked which products go together.
  std::int32_t customers_set_aside() const { return customers_set_aside_; }

  /// The most alike pairs, by cosine, then by customers in common, then by product numbers.
  std::vector<ProductPair> closest_pairs(int at_most) const;

  /// The products with the most customers, ties by number.
  std::vector<ProductCount> popular(int at_most) const;

  /// At most `at_most` products that a customer has not bought, each once: first by what they
  /// bought, then by what is popular in their segment, then in the shop; ties by product number. A
  /// customer not seen in the purchases gets what is popular.
  std::vector<Recommendation> recommend(std::int32_t customer, int at_most) const;

 private:
  /// Lists of numbers one behind the other, list i from starts[i] to starts[i + 1].
  struct Lists {
    std::vector<std::size_t> starts;
    std::vector<std::int32_t> values;

    std::size_t count() const { return starts.empty() ? 0 : starts.size() - 1; }
    std::span<const std::int32_t> operator[](std::size_t i) const {
      return {values.data() + starts[i], starts[i + 1] - starts[i]};
    }
  };

  /// A product beside another.
  struct Neighbor {
    std::int32_t product = 0;
    std::int32_t customers_both = 0;
    double cosine = 0;
  };

  /// Products and how many of `customers` bought each, the most popular first.
  struct Ranking {
    std::int32_t customers = 0;
    std::vector<ProductCount> products;
  };

  ProductModel() = default;
  static ProductModel fit_lists(Lists bought, std::span<const std::int32_t> segments,
                                RecommendOptions options);
  static void make_distinct(Lists& lists);
  Lists customers_of(std::size_t from, std::size_t to, std::size_t longest) const;
  // A function of its own: WebAssembly engines replace what they compiled in haste between two
  // calls, never within one.
  [[gnu::noinline]] void count_beside(std::span<const std::int32_t> customers,
                                      std::vector<std::int32_t>& both,
                                      std::vector<std::int32_t>& met) const;
  void find_neighbors();
  void rank_popular(std::span<const std::int32_t> segments);
  std::span<const std::int32_t> bought_by(std::int32_t customer) const;
  std::span<const Neighbor> beside(std::int32_t product) const;
  std::vector<Recommendation> alike(std::span<const std::int32_t> own, std::size_t at_most) const;
  void explain(Recommendation& recommendation, std::span<const std::int32_t> own) const;
  void add_popular(const Ranking& ranking, RecommendReason reason,
                   std::span<const std::int32_t> own, std::size_t at_most,
                   std::vector<Recommendation>& chosen) const;

  RecommendOptions options_;
  std::int32_t customers_set_aside_ = 0;
  Lists bought_;                                  // products of each customer, ascending
  std::vector<std::int32_t> compared_customers_;  // of each product, without those set aside
  std::vector<std::size_t> neighbor_starts_;      // of each product in neighbors_, and the end
  std::vector<Neighbor> neighbors_;
  std::vector<std::int32_t> segments_;  // of each customer, or -1
  std::vector<Ranking> in_segment_;
  Ranking in_shop_;
};

}  // namespace regulars
