// The till of the sample bookstore: its export, and what goes wrong in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/random.h"
#include "core/models/simulate.h"
#include "examples/bookstore.h"

namespace regulars {

/// A customer as the till knows them.
struct Person {
  std::string name;
  std::string email;
};

/// A book on the shelf.
struct Book {
  std::string title;
  std::string author;
  std::string genre;
};

/// Digits of the cents.
inline constexpr int kDigits = 2;

/// One line of a CSV file, with quotes where RFC 4180 wants them.
std::string csv_row(const std::vector<std::string>& cells);

/// The number that the till prints for an order.
std::string order_number(std::int32_t order);

/// The text of orders.csv and what is left of it.
struct TillExport {
  std::string text;
  BookstoreFigures figures;
};

/// The export of a shop. Books and people are numbered as its products and customers.
TillExport export_orders(const SimulatedShop& shop, const std::vector<Book>& books,
                         const std::vector<Person>& people, const BookstoreDirt& dirt,
                         Date last_day, Rng& rng);

}  // namespace regulars
