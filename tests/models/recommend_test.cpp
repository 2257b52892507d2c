#include "core/models/recommend.h"

#include <cmath>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars {
namespace {

// Each row of the table is a customer; a letter that is not '.' is a purchase of the product in
// that column.
std::vector<Purchase> shop(const std::vector<std::string>& table) {
  std::vector<Purchase> purchases;
  for (std::size_t customer = 0; customer < table.size(); ++customer) {
    for (std::size_t product = 0; product < table[customer].size(); ++product) {
      if (table[customer][product] == '.') continue;
      purchases.push_back(
          {static_cast<std::int32_t>(customer), static_cast<std::int32_t>(product)});
    }
  }
  return purchases;
}

ProductModel model_of(const std::vector<std::string>& table, RecommendOptions options = {}) {
  return ProductModel::fit(shop(table), {}, options);
}

std::vector<std::int32_t> products_of(const std::vector<Recommendation>& recommendations) {
  std::vector<std::int32_t> products;
  for (const Recommendation& one : recommendations) products.push_back(one.product);
  return products;
}

TEST_CASE("pairs of a real bakery are those that mlxtend counts", "[models][recommend]") {
  const auto path = real_data("bread_basket/BreadBasket_DMS.csv");
  if (!path) return;
  std::map<std::string, std::int32_t> products;
  std::map<std::string, std::int32_t> baskets;
  std::vector<Purchase> purchases;
  std::istringstream lines(read_file(*path));
  std::string line;
  std::getline(lines, line);
  const auto number = [](std::map<std::string, std::int32_t>& names, const std::string& name) {
    return names.emplace(name, static_cast<std::int32_t>(names.size())).first->second;
  };
  while (std::getline(lines, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::istringstream cells(line);
    std::string day, time, basket, item;
    std::getline(cells, day, ',');
    std::getline(cells, time, ',');
    std::getline(cells, basket, ',');
    std::getline(cells, item, ',');
    if (item != "NONE") purchases.push_back({number(baskets, basket), number(products, item)});
  }
  const ProductModel model = ProductModel::fit(purchases, {});
  CHECK(baskets.size() == 9'465);
  CHECK(model.products() == 94);
  CHECK(model.popular(1)[0].product == products["Coffee"]);
  CHECK(model.popular(1)[0].customers == 4'528);
  std::map<std::pair<std::int32_t, std::int32_t>, ProductPair> pairs;
  for (const ProductPair& pair : model.closest_pairs(100'000)) {
    pairs[{pair.product, pair.with}] = pair;
  }
  const auto both = [&](const std::string& one, const std::string& other) {
    const std::int32_t a = products[one];
    const std::int32_t b = products[other];
    return pairs[{std::min(a, b), std::max(a, b)}].customers_both;
  };
  CHECK(both("Coffee", "Bread") == 852);
  CHECK(both("Coffee", "Cake") == 518);
  CHECK(both("Tea", "Cake") == 225);
  CHECK(both("Coffee", "Toast") == 224);
}

TEST_CASE("a cosine is the customers of both over the root of the customers of each",
          "[models][recommend]") {
  const ProductModel model = model_of({"xx.", "xx.", "x..", "x.x", "..x"}, {.min_support = 1});
  const std::vector<ProductPair> pairs = model.closest_pairs(10);
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].product == 0);
  CHECK(pairs[0].with == 1);
  CHECK_THAT(pairs[0].cosine, WithinRel(2 / std::sqrt(4.0 * 2.0), 1e-15));
  CHECK(pairs[0].customers_both == 2);
  CHECK(pairs[0].customers_product == 4);
  CHECK(pairs[0].customers_with == 2);
  CHECK_THAT(pairs[1].cosine, WithinRel(1 / std::sqrt(4.0 * 2.0), 1e-15));
}

TEST_CASE("on a checkerboard the square that a customer has not bought comes first",
          "[models][recommend]") {
  // Even customers buy even products, odd ones odd products, each all but their own: that must come
  // first.
  std::vector<std::string> table;
  for (std::size_t customer = 0; customer < 50; ++customer) {
    std::string row(50, '.');
    for (std::size_t product = customer % 2; product < 50; product += 2) row[product] = 'x';
    row[customer] = '.';
    table.push_back(row);
  }
  const ProductModel model = model_of(table);
  for (std::int32_t customer = 0; customer < 50; ++customer) {
    const auto recommendations = model.recommend(customer, 1);
    REQUIRE(recommendations.size() == 1);
    CHECK(recommendations[0].product == customer);
    CHECK(recommendations[0].reason == RecommendReason::bought_with);
  }
}

TEST_CASE("nothing is recommended that was bought already", "[models][recommend]") {
  Rng rng(1);
  std::vector<Purchase> purchases;
  for (int i = 0; i < 2'000; ++i) {
    purchases.push_back(
        {static_cast<std::int32_t>(rng.below(100)), static_cast<std::int32_t>(rng.below(40))});
  }
  const ProductModel model = ProductModel::fit(purchases, {});
  for (std::int32_t customer = 0; customer < 100; ++customer) {
    std::vector<bool> seen(40, false);
    for (const Purchase& one : purchases) {
      if (one.customer == customer) seen[static_cast<std::size_t>(one.product)] = true;
    }
    for (const std::int32_t product : products_of(model.recommend(customer, 40))) {
      CHECK_FALSE(seen[static_cast<std::size_t>(product)]);
      seen[static_cast<std::size_t>(product)] = true;  // nor is anything recommended twice
    }
  }
}

TEST_CASE("the reason is the bought product that adds most to the score", "[models][recommend]") {
  // Product 2 goes with 0 three times and with 1 five times; the last customer has bought 0 and 1.
  const ProductModel model =
      model_of({"x.x", "x.x", "x.x", ".xx", ".xx", ".xx", ".xx", ".xx", "xx."}, {.min_support = 3});
  const auto recommendations = model.recommend(8, 5);
  REQUIRE(recommendations.size() == 1);
  CHECK(recommendations[0].product == 2);
  CHECK(recommendations[0].because == 1);
  CHECK(recommendations[0].customers == 5);
  CHECK_THAT(recommendations[0].score,
             WithinRel(3 / std::sqrt(4.0 * 8.0) + 5 / std::sqrt(6.0 * 8.0), 1e-15));
}

TEST_CASE("a pair with less than the least support is no pair", "[models][recommend]") {
  const std::vector<std::string> table{"xx", "xx", "x.", ".x"};
  CHECK(model_of(table, {.min_support = 2}).status() == RecommendStatus::ready);
  const ProductModel strict = model_of(table, {.min_support = 3});
  CHECK(strict.status() == RecommendStatus::too_little_data);
  CHECK(strict.closest_pairs(10).empty());
  // What three customers bought is still popular.
  CHECK(products_of(strict.recommend(3, 5)) == std::vector<std::int32_t>{0});
}

TEST_CASE("buying again and the order of purchases change nothing", "[models][recommend]") {
  std::vector<Purchase> purchases = shop({"xx.", "xx.", "xxx", ".xx"});
  const ProductModel once = ProductModel::fit(purchases, {});
  const std::vector<Purchase> copy = purchases;
  purchases.insert(purchases.begin(), copy.rbegin(), copy.rend());
  const ProductModel twice = ProductModel::fit(purchases, {});
  const auto pairs = once.closest_pairs(10);
  const auto same = twice.closest_pairs(10);
  REQUIRE(pairs.size() == 1);
  REQUIRE(same.size() == 1);
  CHECK(pairs[0].cosine == same[0].cosine);
  CHECK(pairs[0].customers_both == 3);
  CHECK(same[0].customers_both == 3);
}

TEST_CASE("equal products come by their number", "[models][recommend]") {
  // Products 1, 2 and 3 go with 0 equally often.
  const ProductModel model = model_of({"xxxx", "xxxx", "xxxx", "x..."});
  CHECK(products_of(model.recommend(3, 3)) == std::vector<std::int32_t>{1, 2, 3});
  const auto popular = model.popular(4);
  CHECK(popular[0].product == 0);
  CHECK(popular[1].product == 1);
  CHECK(popular[3].product == 3);
}

TEST_CASE("where nothing goes together the segment is asked first, then the shop",
          "[models][recommend]") {
  // Customers 0 to 2 are of segment 0 and buy product 1; the others are of segment 1 and buy
  // product 0.
  const std::vector<Purchase> purchases =
      shop({".x.", ".x.", ".x.", "x..", "x..", "x..", "x..", "..x"});
  const std::vector<std::int32_t> segments{0, 0, 0, 1, 1, 1, 1, 0};
  const ProductModel model = ProductModel::fit(purchases, segments);
  const auto recommendations = model.recommend(7, 5);
  REQUIRE(recommendations.size() == 2);
  CHECK(recommendations[0].product == 1);
  CHECK(recommendations[0].reason == RecommendReason::popular_in_segment);
  CHECK(recommendations[0].customers == 3);
  CHECK(recommendations[0].score == 0.75);
  CHECK(recommendations[0].because == -1);
  CHECK(recommendations[1].product == 0);
  CHECK(recommendations[1].reason == RecommendReason::popular_in_shop);
  CHECK(recommendations[1].customers == 4);
  CHECK(recommendations[1].score == 0.5);
}

TEST_CASE("a customer nobody has seen gets what the shop sells most", "[models][recommend]") {
  const ProductModel model = model_of({"x..", "xx.", "xx.", ".x."});
  CHECK(products_of(model.recommend(99, 1)) == std::vector<std::int32_t>{0});
  CHECK(products_of(model.recommend(-1, 1)) == std::vector<std::int32_t>{0});
}

TEST_CASE("a till that bought everything does not tie everything together", "[models][recommend]") {
  std::vector<std::string> table(4, "xx........");
  for (int i = 0; i < 3; ++i) table.push_back("xxxxxxxxxx");
  const ProductModel model = model_of(table, {.max_products = 9});
  CHECK(model.customers_set_aside() == 3);
  const auto pairs = model.closest_pairs(100);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].cosine == 1);
  CHECK(pairs[0].customers_product == 4);
  // Their purchases still count as sales.
  CHECK(model.popular(1)[0].customers == 7);
}

TEST_CASE("each product keeps only its closest neighbours", "[models][recommend]") {
  const ProductModel model = model_of({"xxxx", "xxxx", "xxxx", "xx..", "x.x."}, {.neighbors = 1});
  // The one neighbour of 0 is 1: of two equally close the lower number.
  CHECK(products_of(model.recommend(4, 1)) == std::vector<std::int32_t>{1});
  for (const ProductPair& pair : model.closest_pairs(100)) CHECK(pair.cosine > 0);
}

TEST_CASE("an empty shop recommends nothing", "[models][recommend]") {
  const ProductModel model = ProductModel::fit({}, {});
  CHECK(model.status() == RecommendStatus::too_little_data);
  CHECK(model.products() == 0);
  CHECK(model.popular(5).empty());
  CHECK(model.closest_pairs(5).empty());
  CHECK(model.recommend(0, 5).empty());
}

}  // namespace
}  // namespace regulars
