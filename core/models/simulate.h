// A shop drawn from parameters that are known: for the sample shop, and to ask whether models find
// the truth again.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/base/random.h"

namespace regulars {

/// A kind of goods: a genre of books, a sort of tea.
struct CategoryTruth {
  double share = 1;   // of the interest of all customers, relative to the other categories; above 0
  int products = 20;  // at least 1
  Money least_price{590};  // of one piece, minor units
  Money most_price{2990};
};

/// A kind of reward, given together with an order.
struct RewardTruth {
  Money amount{500};  // what it costs the shop, minor units
  double share = 1;   // of the rewards given, relative to the other kinds; above 0
  double lift = 1;    // times the rate of buying while it lasts; 1: it does nothing
};

/// Everything that decides how the shop's customers behave. Rates are per day.
struct ShopTruth {
  Date first_day;
  Date last_day;         // included; not before first_day
  int customers = 1000;  // people who buy at least once by last_day

  // First purchases: one day for each customer, drawn with the weight season * exp(growth * years
  // since first_day).
  double growth = 0;                                                  // per year
  std::array<double, 12> season{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};  // by month, none below 0

  // Repeat purchases. Source: Fader, Hardie and Lee (2005), Marketing Science 24(2), section 2:
  // while active, a customer buys at a rate drawn from Gamma(r, alpha); after each repeat purchase
  // they leave for good with a probability drawn from Beta(a, b).
  double r = 0.5;
  double alpha = 50;  // days
  double a = 0.8;
  double b = 2.5;

  // Money. Source: Fader, Hardie and Lee (2005), Journal of Marketing Research 42(4), the
  // gamma-gamma model: an order has a budget drawn from Gamma(p, nu), in major units, with nu drawn
  // once per customer from Gamma(q, gamma). Products are taken while the next one overshoots the
  // budget by less than half its price; one is always taken.
  double p = 6;
  double q = 4;
  double gamma = 15;
  int minor_digits = 2;  // of the currency

  // Goods.
  std::vector<CategoryTruth> categories{{}};
  double taste = 5;  // sum of the Dirichlet weights of a customer's categories; low: everybody has
                     // one favourite
  double popularity = 0.8;  // within a category, the n-th product is asked for as often as n to the
                            // power of minus this
  double novelty = 0.9;     // chance that a product that the customer has already is put back
  double two_copies = 0.05;  // chance that a line has quantity 2
  Money price_step{100};     // prices are whole steps ...
  Money price_ending{90};    // ... plus this
  double least_cost = 0.5;   // a product costs the shop this share of its price ...
  double most_cost = 0.65;   // ... to this

  // Rewards, given by chance alone, so that what they do can be read from who bought again.
  std::vector<RewardTruth> rewards{};  // none: nobody is rewarded
  double reward_chance = 0;            // with each order of a known customer, if there are rewards
  int reward_days = 60;                // days that a reward lasts; the next order ends it before

  double nameless = 0;  // share of all orders whose buyer left no name
  SecondOfDay opens = 9 * 3600 + 1800;
  SecondOfDay closes = 19 * 3600;
};

/// A product on the shelf.
struct SimulatedProduct {
  std::int32_t category = 0;
  Money price;
  Money cost;
};

/// A customer and what is never seen of them in a shop.
struct SimulatedCustomer {
  double rate = 0;             // purchases per day while active, without rewards
  double leaving = 0;          // probability of leaving after a repeat purchase
  double mean_budget = 0;      // of their orders, major units
  std::vector<double> taste;   // of each category; sums to 1
  std::int32_t favourite = 0;  // category with the largest taste
  bool active = true;          // on the last day
};

/// One product in one order.
struct SimulatedLine {
  std::int32_t product = 0;
  std::int32_t quantity = 1;
};

inline constexpr std::int32_t kNameless = -1;

/// One order; its lines are lines[first_line] .. lines[first_line + line_count - 1] of the shop.
struct SimulatedOrder {
  std::int32_t customer = kNameless;
  Moment moment;
  std::int32_t first_line = 0;
  std::int32_t line_count = 0;
};

/// A reward given together with an order, and the first order after it within its days.
struct SimulatedReward {
  std::int32_t kind = 0;  // number in ShopTruth::rewards
  std::int32_t order = 0;
  std::int32_t next_order = -1;  // -1: none in time
};

/// A whole shop. Customers are numbered by their first purchase, orders by moment.
struct SimulatedShop {
  std::vector<SimulatedProduct> products;
  std::vector<SimulatedCustomer> customers;
  std::vector<SimulatedOrder> orders;
  std::vector<SimulatedLine> lines;
  std::vector<SimulatedReward> rewards;  // by order
};

/// Draws a shop. The same truth and seed give the same shop in every compiler.
SimulatedShop simulate(const ShopTruth& truth, Rng& rng);

}  // namespace regulars
