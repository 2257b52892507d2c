#include "core/models/simulate.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <span>

namespace regulars {
namespace {

constexpr double kDaysPerYear = 365.25;

std::size_t at(std::int32_t number) { return static_cast<std::size_t>(number); }

// An order before all orders are put in their sequence. Time is in days from the first day on.
struct Visit {
  std::int32_t customer = kNameless;
  double time = 0;
  std::int32_t reward = -1;  // kind
};

// The products of a shop and how customers pick from them.
class Shelf {
 public:
  Shelf(const ShopTruth& truth, Rng& rng) {
    const double steps = static_cast<double>(truth.price_step.minor);
    for (std::size_t c = 0; c < truth.categories.size(); ++c) {
      const CategoryTruth& category = truth.categories[c];
      first_.push_back(products_.size());
      weights_.emplace_back();
      for (int place = 1; place <= category.products; ++place) {
        const double least = static_cast<double>(category.least_price.minor);
        const double most = static_cast<double>(category.most_price.minor);
        const double drawn = std::floor((least + (most - least) * rng.uniform()) / steps);
        const Money price{static_cast<std::int64_t>(drawn) * truth.price_step.minor +
                          truth.price_ending.minor};
        const double share =
            truth.least_cost + (truth.most_cost - truth.least_cost) * rng.uniform();
        const Money cost{std::llround(share * static_cast<double>(price.minor))};
        products_.push_back(
            {.category = static_cast<std::int32_t>(c), .price = price, .cost = cost});
        weights_.back().push_back(std::pow(place, -truth.popularity));
      }
    }
  }

  std::int32_t pick(std::span<const double> taste, Rng& rng) const {
    const std::size_t category = rng.pick(taste);
    return static_cast<std::int32_t>(first_[category] + rng.pick(weights_[category]));
  }

  const std::vector<SimulatedProduct>& products() const { return products_; }

 private:
  std::vector<SimulatedProduct> products_;
  std::vector<std::size_t> first_;            // product of each category
  std::vector<std::vector<double>> weights_;  // of its products
};

double days_of(const ShopTruth& truth) { return truth.last_day - truth.first_day + 1; }

// The days of the first purchases, in order of time.
std::vector<double> draw_arrivals(const ShopTruth& truth, Rng& rng) {
  std::vector<double> weights;
  for (std::int32_t day = 0; day <= truth.last_day - truth.first_day; ++day) {
    const Civil civil = civil_of(truth.first_day + day);
    weights.push_back(truth.season[at(civil.month - 1)] *
                      std::exp(truth.growth * day / kDaysPerYear));
  }
  std::vector<double> arrivals;
  arrivals.reserve(at(truth.customers));
  for (int i = 0; i < truth.customers; ++i) {
    arrivals.push_back(static_cast<double>(rng.pick(weights)) + rng.uniform());
  }
  std::sort(arrivals.begin(), arrivals.end());
  return arrivals;
}

SimulatedCustomer draw_customer(const ShopTruth& truth, Rng& rng) {
  SimulatedCustomer customer;
  customer.rate = rng.gamma(truth.r, truth.alpha);
  customer.leaving = rng.beta(truth.a, truth.b);
  customer.mean_budget = truth.p / rng.gamma(truth.q, truth.gamma);
  double shares = 0;
  for (const CategoryTruth& category : truth.categories) shares += category.share;
  for (const CategoryTruth& category : truth.categories) {
    // Weights far below one can be drawn as zeros; a taste must not be all zeros.
    customer.taste.push_back(rng.gamma(truth.taste * category.share / shares, 1) + 1e-12);
  }
  const double total = std::accumulate(customer.taste.begin(), customer.taste.end(), 0.0);
  for (double& taste : customer.taste) taste /= total;
  customer.favourite = static_cast<std::int32_t>(
      std::max_element(customer.taste.begin(), customer.taste.end()) - customer.taste.begin());
  return customer;
}

std::int32_t draw_reward(const ShopTruth& truth, Rng& rng) {
  if (truth.rewards.empty() || rng.uniform() >= truth.reward_chance) return -1;
  std::vector<double> shares;
  for (const RewardTruth& reward : truth.rewards) shares.push_back(reward.share);
  return static_cast<std::int32_t>(rng.pick(shares));
}

// Days to the next purchase: an exponential gap, run through faster while a reward lasts.
double draw_gap(const ShopTruth& truth, double rate, std::int32_t reward, Rng& rng) {
  const double lift = reward < 0 ? 1 : truth.rewards[at(reward)].lift;
  const double work = rng.exponential(1);
  const double done = rate * lift * truth.reward_days;
  return work <= done ? work / (rate * lift) : truth.reward_days + (work - done) / rate;
}

// All visits of one customer, from the first on.
void draw_visits(const ShopTruth& truth, std::int32_t number, double arrival,
                 SimulatedCustomer& customer, std::vector<Visit>& visits, Rng& rng) {
  const double end = days_of(truth);
  visits.push_back({.customer = number, .time = arrival, .reward = draw_reward(truth, rng)});
  for (;;) {
    const Visit last = visits.back();
    const double time = last.time + draw_gap(truth, customer.rate, last.reward, rng);
    if (time >= end) return;
    visits.push_back({.customer = number, .time = time, .reward = draw_reward(truth, rng)});
    if (rng.uniform() < customer.leaving) {
      customer.active = false;
      return;
    }
  }
}

// Visits of people without a name, on days when others came.
void draw_nameless(const ShopTruth& truth, std::vector<Visit>& visits, Rng& rng) {
  if (visits.empty()) return;
  const std::size_t known = visits.size();
  const auto count =
      std::llround(static_cast<double>(known) * truth.nameless / (1 - truth.nameless));
  for (long long i = 0; i < count; ++i) {
    const double day = std::floor(visits[static_cast<std::size_t>(rng.below(known))].time);
    visits.push_back({.customer = kNameless, .time = day + rng.uniform(), .reward = -1});
  }
}

Moment moment_of(const ShopTruth& truth, double time) {
  const double day = std::floor(time);
  const double open = truth.closes - truth.opens;
  return {.date = truth.first_day + static_cast<std::int32_t>(day),
          .second = truth.opens + static_cast<SecondOfDay>((time - day) * open)};
}

// Fills one order. `owned` is what the customer has already, ascending.
std::vector<SimulatedLine> draw_lines(const ShopTruth& truth, const Shelf& shelf,
                                      const SimulatedCustomer& customer,
                                      std::vector<std::int32_t>& owned, Rng& rng) {
  const double budget = rng.gamma(truth.p, truth.p / customer.mean_budget);
  double spent = 0;
  std::vector<SimulatedLine> lines;
  // A shelf can be smaller than a budget or an appetite for what is new: after so many tries the
  // customer pays.
  for (int tries = 0; tries < 50; ++tries) {
    const std::int32_t product = shelf.pick(customer.taste, rng);
    const bool here = std::any_of(lines.begin(), lines.end(), [&](const SimulatedLine& line) {
      return line.product == product;
    });
    if (here) continue;
    const bool has = std::binary_search(owned.begin(), owned.end(), product);
    if (has && rng.uniform() < truth.novelty) continue;
    const std::int32_t quantity = rng.uniform() < truth.two_copies ? 2 : 1;
    const double price =
        quantity * major_units(shelf.products()[at(product)].price, truth.minor_digits);
    if (!lines.empty() && spent + price / 2 > budget) break;
    lines.push_back({.product = product, .quantity = quantity});
    spent += price;
    if (!has) owned.insert(std::lower_bound(owned.begin(), owned.end(), product), product);
    if (spent >= budget) break;
  }
  if (lines.empty()) lines.push_back({.product = shelf.pick(customer.taste, rng), .quantity = 1});
  return lines;
}

// The first order of each reward's customer after it and within its days.
void follow_rewards(const ShopTruth& truth, SimulatedShop& shop) {
  std::vector<std::int32_t> pending(shop.customers.size(), -1);  // reward waiting for an order
  std::size_t next = 0;
  for (std::size_t i = 0; i < shop.orders.size(); ++i) {
    const std::int32_t customer = shop.orders[i].customer;
    if (customer == kNameless) continue;
    if (pending[at(customer)] >= 0) {
      SimulatedReward& reward = shop.rewards[at(pending[at(customer)])];
      const Date given = shop.orders[at(reward.order)].moment.date;
      if (shop.orders[i].moment.date - given <= truth.reward_days) {
        reward.next_order = static_cast<std::int32_t>(i);
      }
      pending[at(customer)] = -1;
    }
    if (next < shop.rewards.size() && at(shop.rewards[next].order) == i) {
      pending[at(customer)] = static_cast<std::int32_t>(next++);
    }
  }
}

}  // namespace

SimulatedShop simulate(const ShopTruth& truth, Rng& rng) {
  assert(truth.first_day <= truth.last_day && !truth.categories.empty());
  assert(truth.nameless >= 0 && truth.nameless < 1);
  SimulatedShop shop;
  const Shelf shelf(truth, rng);
  shop.products = shelf.products();
  std::vector<Visit> visits;
  for (const double arrival : draw_arrivals(truth, rng)) {
    const auto number = static_cast<std::int32_t>(shop.customers.size());
    shop.customers.push_back(draw_customer(truth, rng));
    draw_visits(truth, number, arrival, shop.customers.back(), visits, rng);
  }
  draw_nameless(truth, visits, rng);
  std::sort(visits.begin(), visits.end(), [](const Visit& a, const Visit& b) {
    return a.time != b.time ? a.time < b.time : a.customer < b.customer;
  });
  std::vector<std::vector<std::int32_t>> owned(shop.customers.size());
  for (const Visit& visit : visits) {
    const auto order = static_cast<std::int32_t>(shop.orders.size());
    std::optional<SimulatedCustomer> passer_by;
    std::vector<std::int32_t> nothing;
    if (visit.customer == kNameless) passer_by = draw_customer(truth, rng);
    const std::vector<SimulatedLine> lines =
        passer_by ? draw_lines(truth, shelf, *passer_by, nothing, rng)
                  : draw_lines(truth, shelf, shop.customers[at(visit.customer)],
                               owned[at(visit.customer)], rng);
    shop.orders.push_back({.customer = visit.customer,
                           .moment = moment_of(truth, visit.time),
                           .first_line = static_cast<std::int32_t>(shop.lines.size()),
                           .line_count = static_cast<std::int32_t>(lines.size())});
    shop.lines.insert(shop.lines.end(), lines.begin(), lines.end());
    if (visit.reward >= 0) shop.rewards.push_back({.kind = visit.reward, .order = order});
  }
  follow_rewards(truth, shop);
  return shop;
}

}  // namespace regulars
