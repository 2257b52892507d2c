#include "examples/bookstore.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/money.h"
#include "examples/bookstore_readme.h"
#include "examples/bookstore_till.h"
#include "examples/bookstore_words.h"

namespace regulars {
namespace {

std::size_t at(std::int32_t number) { return static_cast<std::size_t>(number); }

template <class List>
const auto& one_of(const List& list, Rng& rng) {
  return list[static_cast<std::size_t>(rng.below(std::size(list)))];
}

Person draw_person(std::set<std::string>& known, Rng& rng) {
  constexpr std::string_view hosts[] = {"example.com", "example.org", "example.net"};
  for (;;) {
    const PersonName& first = one_of(kFirstNames, rng);
    const PersonName& last = one_of(kLastNames, rng);
    Person person;
    person.name = std::string(first.written) + ' ' + std::string(last.written);
    if (!known.insert(person.name).second) continue;
    person.email = std::string(first.plain) + '.' + std::string(last.plain) + '@' +
                   std::string(one_of(hosts, rng));
    return person;
  }
}

// Puts words into a pattern and mends what that does to articles and capitals.
std::string compose(std::string_view pattern, const Genre& genre, Rng& rng) {
  std::string title;
  for (const char c : pattern) {
    if (c != '1' && c != '2') {
      title += c;
      continue;
    }
    std::string_view word;
    do {
      word = c == '1' ? one_of(genre.first, rng) : one_of(genre.second, rng);
    } while (title.find(word) != std::string::npos);
    if (title.ends_with("The ") && word.starts_with("the ")) word.remove_prefix(4);
    const bool article = title == "A " || title.ends_with(" a ");
    if (article && std::string_view("AEIOU").find(word[0]) != std::string_view::npos) {
      title.insert(title.size() - 1, "n");
    }
    title += word;
  }
  if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

std::vector<Book> draw_books(Rng& rng) {
  std::vector<Book> books;
  std::set<std::string> titles;
  std::set<std::string> people;
  std::vector<std::string> authors;
  for (const Genre& genre : kGenres) {
    authors.clear();
    // Some books of a genre share an author.
    for (int i = 0; i < genre.products * 2 / 3; ++i) {
      authors.push_back(draw_person(people, rng).name);
    }
    for (int i = 0; i < genre.products; ++i) {
      std::string title;
      do {
        title = compose(one_of(genre.patterns, rng), genre, rng);
      } while (!titles.insert(title).second);
      books.push_back({title, one_of(authors, rng), std::string(genre.name)});
    }
  }
  return books;
}

std::string write_customers(const SimulatedShop& shop, const std::vector<Person>& people,
                            Rng& rng) {
  std::vector<Date> first(people.size());
  for (auto order = shop.orders.rbegin(); order != shop.orders.rend(); ++order) {
    if (order->customer != kNameless) first[at(order->customer)] = order->moment.date;
  }
  std::string text =
      csv_row({"Email", "Name", "Customer since", "Birth year", "Quarter", "Newsletter"});
  for (std::size_t i = 0; i < people.size(); ++i) {
    const int birth_year = 1942 + static_cast<int>(60 * rng.beta(2.2, 1.8));
    const bool newsletter = rng.uniform() < 0.55;
    text += csv_row({people[i].email, people[i].name, to_text(first[i]), std::to_string(birth_year),
                     std::string(one_of(kQuarters, rng)), newsletter ? "yes" : "no"});
  }
  return text;
}

std::string write_products(const SimulatedShop& shop, const std::vector<Book>& books) {
  std::string text = csv_row({"Title", "Author", "Genre", "Price", "Cost", "Currency"});
  for (std::size_t i = 0; i < books.size(); ++i) {
    text += csv_row({books[i].title, books[i].author, books[i].genre,
                     to_text(shop.products[i].price, kDigits),
                     to_text(shop.products[i].cost, kDigits), "EUR"});
  }
  return text;
}

std::string write_rewards(const ShopTruth& truth, const SimulatedShop& shop,
                          const std::vector<Person>& people) {
  std::string text =
      csv_row({"Date", "Email", "Reward", "Amount", "Given with order", "Next order"});
  for (const SimulatedReward& reward : shop.rewards) {
    const SimulatedOrder& order = shop.orders[at(reward.order)];
    text += csv_row({to_text(order.moment.date), people[at(order.customer)].email,
                     std::string(kRewardNames[at(reward.kind)]),
                     to_text(truth.rewards[at(reward.kind)].amount, kDigits),
                     order_number(reward.order),
                     reward.next_order < 0 ? "" : order_number(reward.next_order)});
  }
  return text;
}

}  // namespace

ShopTruth bookstore_truth() {
  ShopTruth truth{.first_day = *make_date(2024, 5, 1), .last_day = *make_date(2026, 10, 31)};
  truth.customers = 1500;
  truth.growth = 0.25;
  truth.season = {0.9, 0.8, 0.9, 1, 1, 0.9, 0.8, 0.8, 1.1, 1.1, 1.4, 1.9};
  truth.r = 0.5;
  truth.alpha = 100;
  truth.a = 0.7;
  truth.b = 2.6;
  truth.p = 6;
  truth.q = 4;
  truth.gamma = 14;
  truth.taste = 3;
  truth.categories.clear();
  for (const Genre& genre : kGenres) {
    truth.categories.push_back({.share = genre.share,
                                .products = genre.products,
                                .least_price = {genre.least_price},
                                .most_price = {genre.most_price}});
  }
  truth.rewards = {{.amount = {250}, .share = 0.5, .lift = 1.1},
                   {.amount = {500}, .share = 0.3, .lift = 1.5},
                   {.amount = {1000}, .share = 0.2, .lift = 2.2}};
  truth.reward_chance = 0.12;
  truth.nameless = 0.06;
  return truth;
}

BookstoreFiles draw_bookstore(std::uint64_t seed, const BookstoreDirt& dirt) {
  Rng rng(seed);
  const ShopTruth truth = bookstore_truth();
  const SimulatedShop shop = simulate(truth, rng);
  const std::vector<Book> books = draw_books(rng);
  std::set<std::string> names;
  std::vector<Person> people;
  while (people.size() < shop.customers.size()) people.push_back(draw_person(names, rng));
  TillExport orders = export_orders(shop, books, people, dirt, truth.last_day, rng);
  return {.orders = std::move(orders.text),
          .customers = write_customers(shop, people, rng),
          .products = write_products(shop, books),
          .rewards = write_rewards(truth, shop, people),
          .readme = write_readme(truth, shop, dirt, orders.figures, seed),
          .figures = orders.figures};
}

}  // namespace regulars
