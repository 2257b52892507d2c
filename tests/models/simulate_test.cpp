#include "core/models/simulate.h"

#include <cmath>
#include <numeric>
#include <vector>

#include "tests/support/catch.h"

namespace regulars {
namespace {

ShopTruth plain_truth() {
  ShopTruth truth{.first_day = *make_date(2023, 1, 1), .last_day = *make_date(2024, 12, 31)};
  truth.customers = 4000;
  return truth;
}

// Days from the first order of each customer to the end, and how many orders came after it.
struct Seen {
  double days = 0;
  int repeats = -1;
};

std::vector<Seen> seen(const ShopTruth& truth, const SimulatedShop& shop) {
  std::vector<Seen> customers(shop.customers.size());
  for (const SimulatedOrder& order : shop.orders) {
    if (order.customer == kNameless) continue;
    Seen& customer = customers[static_cast<std::size_t>(order.customer)];
    if (++customer.repeats > 0) continue;
    // On average a day is half over when the first order comes.
    customer.days = truth.last_day - order.moment.date + 0.5;
  }
  return customers;
}

// Fader, Hardie and Lee (2005), Marketing Science 24(2), equation 9: repeat purchases expected in
// `days`.
double expected_repeats(const ShopTruth& truth, double days) {
  const double z = days / (truth.alpha + days);
  double term = 1;
  double sum = 1;
  for (int i = 0; term > 1e-14 * sum; ++i) {
    term *= (truth.r + i) * (truth.b + i) / (truth.a + truth.b - 1 + i) * z / (i + 1);
    sum += term;
  }
  return (truth.a + truth.b - 1) / (truth.a - 1) *
         (1 - std::pow(truth.alpha / (truth.alpha + days), truth.r) * sum);
}

TEST_CASE("customers come back as often as the BG/NBD model says", "[models][simulate]") {
  const ShopTruth truth = plain_truth();
  Rng rng(11);
  const SimulatedShop shop = simulate(truth, rng);
  double repeats = 0, expected = 0, once = 0, expected_once = 0;
  for (const Seen& customer : seen(truth, shop)) {
    repeats += customer.repeats;
    expected += expected_repeats(truth, customer.days);
    once += customer.repeats == 0;
    expected_once += std::pow(truth.alpha / (truth.alpha + customer.days), truth.r);
  }
  // Four standard errors, measured over seeds, are 8 % of the repeats and 5 % of those who came
  // once.
  CHECK_THAT(repeats, WithinRel(expected, 0.08));
  CHECK_THAT(once, WithinRel(expected_once, 0.05));
}

TEST_CASE("who leaves does so as often as the truth says", "[models][simulate]") {
  ShopTruth truth = plain_truth();
  truth.alpha = 1;  // so busy that everybody leaves in time
  truth.a = 2;
  truth.b = 3;
  Rng rng(12);
  const SimulatedShop shop = simulate(truth, rng);
  double leaving = 0, active = 0;
  for (const SimulatedCustomer& customer : shop.customers) {
    leaving += customer.leaving;
    active += customer.active;
  }
  CHECK_THAT(leaving / 4000, WithinAbs(0.4, 0.015));
  CHECK(active / 4000 < 0.2);
}

TEST_CASE("orders cost what their budgets allow", "[models][simulate]") {
  ShopTruth truth = plain_truth();
  // A shelf that nobody can empty.
  truth.categories[0] = {.products = 500, .least_price = {100}, .most_price = {400}};
  truth.popularity = 0;
  truth.novelty = 0;
  Rng rng(13);
  const SimulatedShop shop = simulate(truth, rng);
  double paid = 0, budget = 0;
  for (const SimulatedLine& line : shop.lines) {
    const Money price = shop.products[static_cast<std::size_t>(line.product)].price;
    paid += major_units(price, 2) * line.quantity;
  }
  for (const SimulatedOrder& order : shop.orders) {
    budget += shop.customers[static_cast<std::size_t>(order.customer)].mean_budget;
  }
  CHECK_THAT(paid, WithinRel(budget, 0.02));
  double mean = 0;
  for (const SimulatedCustomer& customer : shop.customers) mean += customer.mean_budget / 4000;
  CHECK_THAT(mean, WithinRel(truth.p * truth.gamma / (truth.q - 1), 0.05));
}

TEST_CASE("first purchases follow the seasons and the growth", "[models][simulate]") {
  ShopTruth truth = plain_truth();
  truth.season = {0, 0, 0, 0, 0, 1, 3, 0, 0, 0, 0, 0};
  truth.growth = std::log(2);
  Rng rng(14);
  const SimulatedShop shop = simulate(truth, rng);
  std::vector<bool> met(shop.customers.size(), false);
  double june = 0, july = 0, first_year = 0, second_year = 0;
  for (const SimulatedOrder& order : shop.orders) {
    if (met[static_cast<std::size_t>(order.customer)]) continue;
    met[static_cast<std::size_t>(order.customer)] = true;
    const Civil day = civil_of(order.moment.date);
    (day.month == 6 ? june : july) += 1;
    (day.year == 2023 ? first_year : second_year) += 1;
    REQUIRE((day.month == 6 || day.month == 7));
  }
  CHECK_THAT(july / june, WithinRel(3.0 * 31 / 30 * std::pow(2, 1.0 / 12), 0.15));
  CHECK_THAT(second_year / first_year, WithinRel(2.0, 0.15));
}

TEST_CASE("tastes add up, and low sums of weights make favourites", "[models][simulate]") {
  ShopTruth truth = plain_truth();
  truth.categories = {{.share = 3}, {.share = 1}, {.share = 1}};
  const auto concentration = [&](double taste) {
    truth.taste = taste;
    Rng rng(15);
    double favourite = 0, first = 0;
    const SimulatedShop shop = simulate(truth, rng);
    for (const SimulatedCustomer& customer : shop.customers) {
      const double sum = std::accumulate(customer.taste.begin(), customer.taste.end(), 0.0);
      CHECK_THAT(sum, WithinRel(1.0, 1e-12));
      favourite += customer.taste[static_cast<std::size_t>(customer.favourite)] / 4000;
      first += customer.taste[0] / 4000;
    }
    CHECK_THAT(first, WithinAbs(0.6, 0.03));
    return favourite;
  };
  CHECK(concentration(0.3) > 0.85);
  CHECK(concentration(100) < 0.66);
}

TEST_CASE("a reward that lifts brings more customers back in time", "[models][simulate]") {
  ShopTruth truth = plain_truth();
  truth.rewards = {{.amount = {500}, .share = 1, .lift = 1},
                   {.amount = {900}, .share = 1, .lift = 3}};
  truth.reward_chance = 0.5;
  truth.reward_days = 60;
  Rng rng(16);
  const SimulatedShop shop = simulate(truth, rng);
  std::vector<double> given(2, 0), followed(2, 0);
  for (const SimulatedReward& reward : shop.rewards) {
    const auto kind = static_cast<std::size_t>(reward.kind);
    ++given[kind];
    if (reward.next_order < 0) continue;
    ++followed[kind];
    const SimulatedOrder& order = shop.orders[static_cast<std::size_t>(reward.order)];
    const SimulatedOrder& next = shop.orders[static_cast<std::size_t>(reward.next_order)];
    CHECK(next.customer == order.customer);
    CHECK(order.moment <= next.moment);
    CHECK(next.moment.date - order.moment.date <= 60);
  }
  CHECK_THAT((given[0] + given[1]) / static_cast<double>(shop.orders.size()), WithinAbs(0.5, 0.02));
  CHECK(followed[1] / given[1] > followed[0] / given[0] + 0.1);
}

TEST_CASE("a shop is whole: sorted orders, opening hours, lines that belong to one order",
          "[models][simulate]") {
  ShopTruth truth = plain_truth();
  truth.categories = {{.products = 3}, {.products = 4}};
  truth.nameless = 0.1;
  Rng rng(17);
  const SimulatedShop shop = simulate(truth, rng);
  CHECK(shop.products.size() == 7);
  CHECK(shop.customers.size() == 4000);
  std::int32_t next_line = 0, next_customer = 0;
  double nameless = 0;
  Moment last{truth.first_day, 0};
  for (const SimulatedOrder& order : shop.orders) {
    REQUIRE(last <= order.moment);
    last = order.moment;
    REQUIRE(order.moment.date <= truth.last_day);
    REQUIRE(order.moment.second >= truth.opens);
    REQUIRE(order.moment.second < truth.closes);
    REQUIRE(order.first_line == next_line);
    REQUIRE(order.line_count >= 1);
    next_line += order.line_count;
    // Customers are numbered as they come.
    REQUIRE(order.customer <= next_customer);
    if (order.customer == next_customer) ++next_customer;
    nameless += order.customer == kNameless;
  }
  CHECK(next_line == static_cast<std::int32_t>(shop.lines.size()));
  CHECK(next_customer == 4000);
  CHECK_THAT(nameless / static_cast<double>(shop.orders.size()), WithinAbs(0.1, 0.001));
  for (const SimulatedProduct& product : shop.products) {
    CHECK(product.price.minor % 100 == 90);
    CHECK(product.cost < product.price);
    CHECK(product.cost.minor > 0);
  }
}

TEST_CASE("the same seed gives the same shop and another one another", "[models][simulate]") {
  ShopTruth truth = plain_truth();
  truth.customers = 50;
  const auto orders = [&](std::uint64_t seed) {
    Rng rng(seed);
    std::vector<Moment> moments;
    for (const SimulatedOrder& order : simulate(truth, rng).orders) {
      moments.push_back(order.moment);
    }
    return moments;
  };
  CHECK(orders(1) == orders(1));
  CHECK(orders(1) != orders(2));
}

TEST_CASE("a shop without customers is empty", "[models][simulate]") {
  ShopTruth truth = plain_truth();
  truth.customers = 0;
  truth.nameless = 0.5;
  Rng rng(1);
  const SimulatedShop shop = simulate(truth, rng);
  CHECK(shop.orders.empty());
  CHECK(shop.products.size() == 20);
}

}  // namespace
}  // namespace regulars
