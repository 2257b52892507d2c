// The sample bookstore as it is committed: drawn again byte for byte, and as dirty as it says.
#include "examples/bookstore.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars {
namespace {

constexpr std::size_t kCells = 11;
enum Cell { order, date, email, name, title, genre, quantity, unit_price, total, currency, status };

// The lines of a text, without the header.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = text.find('\n') + 1; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// The cells of a line; quotes only hold commas together here.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

bool is_day(const std::string& text) {
  return text.size() == 16 && make_date(std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)),
                                        std::stoi(text.substr(8, 2)));
}

const BookstoreFiles& bookstore() {
  static const BookstoreFiles files = draw_bookstore();
  return files;
}

// The rows of orders.csv that are not torn.
std::vector<std::vector<std::string>> order_rows() {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : lines_of(bookstore().orders)) {
    std::vector<std::string> cells = cells_of(line);
    if (cells.size() == kCells) rows.push_back(std::move(cells));
  }
  return rows;
}

TEST_CASE("the committed bookstore is the one that is drawn", "[models][bookstore]") {
  CHECK(read_file("examples/bookstore/orders.csv") == bookstore().orders);
  CHECK(read_file("examples/bookstore/customers.csv") == bookstore().customers);
  CHECK(read_file("examples/bookstore/products.csv") == bookstore().products);
  CHECK(read_file("examples/bookstore/rewards.csv") == bookstore().rewards);
  CHECK(read_file("examples/bookstore/README.md") == bookstore().readme);
}

TEST_CASE("the bookstore is as large as a sample should be", "[models][bookstore]") {
  CHECK(bookstore().orders.size() < 900'000);
  const auto lines = lines_of(bookstore().orders).size();
  CHECK(lines >= 5'500);
  CHECK(lines <= 7'500);
  CHECK(lines_of(bookstore().customers).size() == 1'500);
}

TEST_CASE("the bookstore's dirt is what it declares", "[models][bookstore]") {
  const BookstoreDirt dirt;
  const std::vector<std::string> lines = lines_of(bookstore().orders);
  int duplicates = 0, torn = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    duplicates += i > 0 && lines[i] == lines[i - 1];
    torn += cells_of(lines[i]).size() != kCells;
  }
  int refunds = 0, broken_dates = 0, missing_amounts = 0;
  std::set<std::string> cancelled;
  for (const auto& row : order_rows()) {
    CHECK((row[status] == "refunded") == row[quantity].starts_with('-'));
    CHECK((row[status] == "refunded") == row[total].starts_with('-'));
    refunds += row[status] == "refunded";
    if (row[status] == "cancelled") cancelled.insert(row[order]);
    missing_amounts += row[total] == "n/a";
    broken_dates += !is_day(row[date]);
  }
  CHECK(duplicates == dirt.duplicate_lines);
  CHECK(torn == dirt.torn_rows);
  CHECK(refunds == dirt.refunds);
  CHECK(broken_dates == dirt.broken_dates);
  CHECK(missing_amounts == dirt.missing_amounts);
  CHECK(cancelled.size() == static_cast<std::size_t>(dirt.cancelled_orders));
}

TEST_CASE("what the bookstore says is left of its export is left", "[models][bookstore]") {
  const BookstoreFigures& figures = bookstore().figures;
  std::map<std::string, double> net;
  std::map<std::string, std::string> buyers;
  std::set<std::string> cancelled, customers;
  std::string last;
  std::int64_t unreadable = 0;
  for (const std::string& line : lines_of(bookstore().orders)) {
    const auto cells = cells_of(line);
    const bool readable = cells.size() == kCells && cells[total] != "n/a" && is_day(cells[date]);
    unreadable += !readable;
    if (!readable || line == last) continue;
    last = line;
    net[cells[order]] += std::stod(cells[total]);
    buyers[cells[order]] = cells[email];
    if (cells[status] == "cancelled") cancelled.insert(cells[order]);
  }
  std::int64_t counted = 0;
  double revenue = 0;
  for (const auto& [number, sum] : net) {
    if (cancelled.count(number) > 0 || sum < 0.005) continue;
    ++counted;
    revenue += sum;
    if (!buyers[number].empty()) customers.insert(buyers[number]);
  }
  CHECK(figures.rows == static_cast<std::int64_t>(lines_of(bookstore().orders).size()));
  CHECK(figures.rows_unreadable == unreadable);
  CHECK(figures.orders == static_cast<std::int64_t>(net.size()));
  CHECK(figures.orders_counted == counted);
  CHECK(figures.customers == static_cast<std::int64_t>(customers.size()));
  CHECK_THAT(major_units(figures.revenue, 2), WithinAbs(revenue, 0.001));
}

TEST_CASE("a bookstore without dirt has one line for each line sold", "[models][bookstore]") {
  const BookstoreDirt clean{.refunds = 0,
                            .cancelled_orders = 0,
                            .duplicate_lines = 0,
                            .broken_dates = 0,
                            .missing_amounts = 0,
                            .torn_rows = 0};
  const std::string text = draw_bookstore(2024, clean).orders;
  const BookstoreDirt dirt;
  CHECK(lines_of(text).size() + static_cast<std::size_t>(dirt.refunds + dirt.duplicate_lines) ==
        lines_of(bookstore().orders).size());
  std::set<std::string> different;
  for (const std::string& line : lines_of(text)) {
    const auto cells = cells_of(line);
    REQUIRE(cells.size() == kCells);
    CHECK(cells[status] == "paid");
    CHECK(different.insert(line).second);
  }
}

TEST_CASE("six in a hundred orders of the bookstore are of guests", "[models][bookstore]") {
  std::map<std::string, bool> guests;
  for (const auto& row : order_rows()) {
    guests[row[order]] = row[email].empty();
    CHECK(row[email].empty() == (row[name] == "Guest"));
  }
  const auto count =
      std::count_if(guests.begin(), guests.end(), [](const auto& one) { return one.second; });
  CHECK_THAT(static_cast<double>(count) / static_cast<double>(guests.size()),
             WithinAbs(0.06, 0.002));
}

TEST_CASE("whoever orders in the bookstore is invented and known", "[models][bookstore]") {
  std::map<std::string, std::string> people;
  for (const std::string& line : lines_of(bookstore().customers)) {
    const auto cells = cells_of(line);
    CHECK(people.emplace(cells[0], cells[1]).second);
    const std::string host = cells[0].substr(cells[0].find('@') + 1);
    CHECK((host == "example.com" || host == "example.org" || host == "example.net"));
  }
  for (const auto& row : order_rows()) {
    if (!row[email].empty()) CHECK(people[row[email]] == row[name]);
  }
}

TEST_CASE("the bookstore sells the books it has, at their prices", "[models][bookstore]") {
  std::map<std::string, std::vector<std::string>> books;
  for (const std::string& line : lines_of(bookstore().products)) {
    const auto cells = cells_of(line);
    CHECK(books.emplace(cells[0], cells).second);
  }
  for (const auto& row : order_rows()) {
    const auto& book = books[row[title]];
    REQUIRE(book.size() == 6);
    CHECK(row[genre] == book[2]);
    CHECK(row[unit_price] == book[3]);
  }
}

TEST_CASE("a reward's next order is a later one of the same customer", "[models][bookstore]") {
  std::map<std::string, std::pair<std::string, std::string>> orders;  // e-mail and day
  for (const auto& row : order_rows()) orders.try_emplace(row[order], row[email], row[date]);
  int followed = 0;
  for (const std::string& line : lines_of(bookstore().rewards)) {
    const auto cells = cells_of(line);
    REQUIRE(cells.size() == 6);
    if (cells[5].empty() || orders.count(cells[5]) == 0) continue;
    ++followed;
    CHECK(orders[cells[5]].first == cells[1]);
    CHECK(cells[5] > cells[4]);
  }
  CHECK(followed > 100);
}

TEST_CASE("another seed draws another bookstore", "[models][bookstore]") {
  CHECK(draw_bookstore(2025).orders != bookstore().orders);
}

}  // namespace
}  // namespace regulars
