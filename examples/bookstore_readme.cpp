#include "examples/bookstore_readme.h"

#include <cassert>
#include <cmath>
#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "core/base/money.h"
#include "examples/bookstore_words.h"

namespace regulars {
namespace {

// A word in braces stands for a figure.
constexpr std::string_view kPage = R"(# The sample bookstore

A small bookshop with a website, from {first_day} to {last_day}. Nobody in it exists, and no book: the program
`examples/draw_bookstore.cpp` draws all of it, this page included, from the parameters below with seed {seed}.
It writes the same bytes again, and a test checks that.

| file | one line is | lines |
|---|---|---|
| `orders.csv` | a line of an order, as the till exports it | {rows} |
| `customers.csv` | a customer with an e-mail address | {customers} |
| `products.csv` | a book | {products} |
| `rewards.csv` | a reward given together with an order | {rewards} |

Amounts are euros, days and times the shop's own. `Next order` in `rewards.csv` is the customer's first order within
{reward_days} days after the reward, or blank.

## What is wrong with orders.csv

The shop had {orders} orders with {lines} lines. On their way into the export, no line met two of these:

| dirt | count | how it looks |
|---|---|---|
| lines given back | {refunds} | one more line of the same order, 3 to 21 days later, with negative quantity and total and `refunded` |
| cancelled orders | {cancelled_orders} | every line says `cancelled` |
| lines written twice | {duplicate_lines} | the same bytes again, in the next line |
| guests | {nameless_orders} orders, {nameless_lines} lines | no e-mail; the name is `Guest` |
| unreadable dates | {broken_dates} | 2025-02-30, month 13, zeros, `yesterday` |
| missing totals | {missing_amounts} | `n/a` |
| torn rows | {torn_rows} | the row ends in the middle |

What is left, and an analysis must find: {rows_unreadable} rows that cannot be read, {left_orders} orders, of which
{left_counted} count (they were neither cancelled nor given back whole), {left_customers} customers with an order that
counts, and {left_revenue} euros of revenue.

## The truth

`core/models/simulate.h` says what each parameter does.

| parameter | value |
|---|---|
| customers | {customers}; {repeaters} ordered again, {active} are still active on the last day |
| first purchases | growing by exp({growth}) a year; months weigh {season} |
| repeat purchases (BG/NBD, days) | r {r}, alpha {alpha}, a {a}, b {b} |
| budget of an order (gamma-gamma, euros) | p {p}, q {q}, gamma {gamma}: mean {mean_budget} |
| taste (sum of Dirichlet weights) | {taste} |
| popularity of the n-th book of a genre | n to the power of -{popularity} |
| a book already bought is put back | {novelty} |
| quantity 2 | {two_copies} |
| a reward is given | by chance, with {reward_chance} of the orders of known customers |
| orders without a name | {nameless} |

| genre | share of interest | books |
|---|---|---|
{genres}
A reward multiplies the rate at which its customer buys, until the next order or for {reward_days} days.

| reward | cost | share | lift | given | followed by an order |
|---|---|---|---|---|---|
{kinds})";

using Figures = std::map<std::string, std::string, std::less<>>;

std::string fill(std::string_view page, const Figures& figures) {
  std::string text;
  for (std::size_t begin = page.find('{'); begin != std::string_view::npos;
       begin = page.find('{')) {
    const std::size_t end = page.find('}', begin);
    const auto figure = figures.find(page.substr(begin + 1, end - begin - 1));
    assert(figure != figures.end());
    text += page.substr(0, begin);
    text += figure->second;
    page.remove_prefix(end + 1);
  }
  return text + std::string(page);
}

// A number with two decimals at most and no trailing zeros.
std::string plain(double number) {
  std::string text = to_text(Money{std::llround(number * 100)}, 2);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string table_row(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& cell : cells) text += ' ' + cell + " |";
  return text + '\n';
}

std::string genre_rows() {
  std::string text;
  for (const Genre& genre : kGenres) {
    text +=
        table_row({std::string(genre.name), plain(genre.share), std::to_string(genre.products)});
  }
  return text;
}

std::string reward_rows(const ShopTruth& truth, const SimulatedShop& shop) {
  std::string text;
  for (std::size_t kind = 0; kind < truth.rewards.size(); ++kind) {
    int given = 0;
    int followed = 0;
    for (const SimulatedReward& reward : shop.rewards) {
      if (static_cast<std::size_t>(reward.kind) != kind) continue;
      ++given;
      followed += reward.next_order >= 0;
    }
    const RewardTruth& reward = truth.rewards[kind];
    text += table_row({std::string(kRewardNames[kind]), to_text(reward.amount, truth.minor_digits),
                       plain(reward.share), plain(reward.lift), std::to_string(given),
                       std::to_string(followed)});
  }
  return text;
}

void add_counts(const SimulatedShop& shop, Figures& figures) {
  int nameless_orders = 0;
  int nameless_lines = 0;
  int repeaters = 0;
  int active = 0;
  std::vector<int> orders(shop.customers.size(), 0);
  for (const SimulatedOrder& order : shop.orders) {
    if (order.customer == kNameless) {
      ++nameless_orders;
      nameless_lines += order.line_count;
    } else if (++orders[static_cast<std::size_t>(order.customer)] == 2) {
      ++repeaters;
    }
  }
  for (const SimulatedCustomer& customer : shop.customers) active += customer.active;
  figures["nameless_orders"] = std::to_string(nameless_orders);
  figures["nameless_lines"] = std::to_string(nameless_lines);
  figures["repeaters"] = std::to_string(repeaters);
  figures["active"] = std::to_string(active);
}

}  // namespace

std::string write_readme(const ShopTruth& truth, const SimulatedShop& shop,
                         const BookstoreDirt& dirt, const BookstoreFigures& left,
                         std::uint64_t seed) {
  std::string season;
  for (const double weight : truth.season) season += (season.empty() ? "" : " ") + plain(weight);
  Figures figures{
      {"first_day", to_text(truth.first_day)},
      {"last_day", to_text(truth.last_day)},
      {"seed", std::to_string(seed)},
      {"rows", std::to_string(left.rows)},
      {"customers", std::to_string(truth.customers)},
      {"products", std::to_string(shop.products.size())},
      {"rewards", std::to_string(shop.rewards.size())},
      {"reward_days", std::to_string(truth.reward_days)},
      {"orders", std::to_string(shop.orders.size())},
      {"lines", std::to_string(shop.lines.size())},
      {"refunds", std::to_string(dirt.refunds)},
      {"cancelled_orders", std::to_string(dirt.cancelled_orders)},
      {"duplicate_lines", std::to_string(dirt.duplicate_lines)},
      {"broken_dates", std::to_string(dirt.broken_dates)},
      {"missing_amounts", std::to_string(dirt.missing_amounts)},
      {"torn_rows", std::to_string(dirt.torn_rows)},
      {"rows_unreadable", std::to_string(left.rows_unreadable)},
      {"left_orders", std::to_string(left.orders)},
      {"left_counted", std::to_string(left.orders_counted)},
      {"left_customers", std::to_string(left.customers)},
      {"left_revenue", to_text(left.revenue, truth.minor_digits)},
      {"growth", plain(truth.growth)},
      {"season", season},
      {"r", plain(truth.r)},
      {"alpha", plain(truth.alpha)},
      {"a", plain(truth.a)},
      {"b", plain(truth.b)},
      {"p", plain(truth.p)},
      {"q", plain(truth.q)},
      {"gamma", plain(truth.gamma)},
      {"mean_budget", plain(truth.p * truth.gamma / (truth.q - 1))},
      {"taste", plain(truth.taste)},
      {"popularity", plain(truth.popularity)},
      {"novelty", plain(truth.novelty)},
      {"two_copies", plain(truth.two_copies)},
      {"reward_chance", plain(truth.reward_chance)},
      {"nameless", plain(truth.nameless)},
      {"genres", genre_rows()},
      {"kinds", reward_rows(truth, shop)},
  };
  add_counts(shop, figures);
  return fill(kPage, figures);
}

}  // namespace regulars
