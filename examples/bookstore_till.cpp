#include "examples/bookstore_till.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "core/base/money.h"

namespace regulars {
namespace {

constexpr std::string_view kPaid = "paid";
constexpr std::string_view kRefunded = "refunded";
constexpr std::string_view kCancelled = "cancelled";

std::size_t at(std::int32_t number) { return static_cast<std::size_t>(number); }

std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string two(std::int32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// "2024-05-01 09:41"
std::string minute(Moment moment) {
  return to_text(moment.date) + ' ' + two(moment.second / 3600) + ':' +
         two(moment.second / 60 % 60);
}

// The first half of a row, cut between two letters.
std::string torn(const std::string& written) {
  std::size_t end = written.size() / 2;
  while ((static_cast<unsigned char>(written[end]) & 0xC0) == 0x80) --end;
  return written.substr(0, end) + '\n';
}

// One line of the export, with what may yet go wrong with it.
struct Line {
  std::int32_t order = 0;
  Moment moment;
  std::int32_t product = 0;
  std::int32_t quantity = 1;
  std::string_view status = kPaid;
  std::string date;   // as written
  std::string total;  // as written
  bool torn = false;
  bool twice = false;
  bool unreadable = false;
  bool touched = false;  // dirt of one kind only on each line
};

class Export {
 public:
  Export(const SimulatedShop& shop, const std::vector<Book>& books,
         const std::vector<Person>& people)
      : shop_(shop), books_(books), people_(people) {
    for (std::size_t i = 0; i < shop.orders.size(); ++i) {
      const SimulatedOrder& order = shop.orders[i];
      for (std::int32_t j = 0; j < order.line_count; ++j) {
        const SimulatedLine& sold = shop.lines[at(order.first_line + j)];
        add(static_cast<std::int32_t>(i), order.moment, sold.product, sold.quantity);
      }
    }
  }

  void spoil(const BookstoreDirt& dirt, Date last_day, Rng& rng) {
    for (int i = 0; i < dirt.cancelled_orders; ++i) cancel(clean_line(rng).order);
    for (int i = 0; i < dirt.refunds; ++i) refund(last_day, rng);
    for (int i = 0; i < dirt.duplicate_lines; ++i) clean_line(rng).twice = true;
    constexpr std::string_view dates[] = {"2025-02-30 11:20", "2025-13-04 10:02",
                                          "0000-00-00 00:00", "yesterday"};
    for (int i = 0; i < dirt.broken_dates; ++i) {
      unreadable_line(rng).date = dates[at(i) % std::size(dates)];
    }
    for (int i = 0; i < dirt.missing_amounts; ++i) unreadable_line(rng).total = "n/a";
    for (int i = 0; i < dirt.torn_rows; ++i) unreadable_line(rng).torn = true;
    std::stable_sort(lines_.begin(), lines_.end(),
                     [](const Line& a, const Line& b) { return a.moment < b.moment; });
  }

  std::string text() const {
    std::string result =
        csv_row({"Order number", "Date", "Email", "Customer name", "Title", "Genre", "Quantity",
                 "Unit price", "Total", "Currency", "Status"});
    for (const Line& line : lines_) {
      std::string written = write(line);
      if (line.torn) written = torn(written);
      result += written;
      if (line.twice) result += written;
    }
    return result;
  }

  BookstoreFigures figures() const {
    struct Left {
      bool readable = false;
      bool cancelled = false;
      Money sold;
      Money back;
    };
    BookstoreFigures figures;
    std::vector<Left> left(shop_.orders.size());
    for (const Line& line : lines_) {
      figures.rows += line.twice ? 2 : 1;
      figures.rows_unreadable += line.unreadable;
      if (line.unreadable) continue;
      Left& order = left[at(line.order)];
      order.readable = true;
      order.cancelled = order.cancelled || line.status == kCancelled;
      const Money total{shop_.products[at(line.product)].price.minor * line.quantity};
      (line.quantity < 0 ? order.back : order.sold) += total;
    }
    std::vector<bool> met(people_.size(), false);
    for (std::size_t i = 0; i < left.size(); ++i) {
      const Money net = left[i].sold + left[i].back;
      figures.orders += left[i].readable;
      if (left[i].cancelled || net.minor <= 0) continue;
      ++figures.orders_counted;
      figures.revenue += net;
      const std::int32_t customer = shop_.orders[i].customer;
      if (customer != kNameless) met[at(customer)] = true;
    }
    figures.customers = std::count(met.begin(), met.end(), true);
    return figures;
  }

 private:
  void add(std::int32_t order, Moment moment, std::int32_t product, std::int32_t quantity) {
    const Money total{shop_.products[at(product)].price.minor * quantity};
    lines_.push_back({.order = order,
                      .moment = moment,
                      .product = product,
                      .quantity = quantity,
                      .date = minute(moment),
                      .total = to_text(total, kDigits)});
  }

  // A line that nothing has happened to, and now something will. Orders of people without a name,
  // and lines with quotes, are left alone: each kind of dirt is to be counted by itself.
  Line& clean_line(Rng& rng) {
    for (;;) {
      Line& line = lines_[static_cast<std::size_t>(rng.below(lines_.size()))];
      const bool quoted = books_[at(line.product)].title.find(',') != std::string::npos;
      if (line.touched || quoted || shop_.orders[at(line.order)].customer == kNameless) continue;
      line.touched = true;
      return line;
    }
  }

  Line& unreadable_line(Rng& rng) {
    Line& line = clean_line(rng);
    line.unreadable = true;
    return line;
  }

  void cancel(std::int32_t order) {
    for (Line& line : lines_) {
      if (line.order != order) continue;
      line.status = kCancelled;
      line.touched = true;
    }
  }

  // Some days later, with the same order number.
  void refund(Date last_day, Rng& rng) {
    for (;;) {
      Line& sold = clean_line(rng);
      const Moment back{sold.moment.date + 3 + static_cast<std::int32_t>(rng.below(19)),
                        sold.moment.second};
      if (last_day < back.date) continue;
      add(sold.order, back, sold.product, -sold.quantity);
      lines_.back().status = kRefunded;
      lines_.back().touched = true;
      return;
    }
  }

  std::string write(const Line& line) const {
    const std::int32_t customer = shop_.orders[at(line.order)].customer;
    const Person nobody{.name = "Guest", .email = ""};
    const Person& person = customer == kNameless ? nobody : people_[at(customer)];
    const Book& book = books_[at(line.product)];
    return csv_row({order_number(line.order), line.date, person.email, person.name, book.title,
                    book.genre, std::to_string(line.quantity),
                    to_text(shop_.products[at(line.product)].price, kDigits), line.total, "EUR",
                    std::string(line.status)});
  }

  const SimulatedShop& shop_;
  const std::vector<Book>& books_;
  const std::vector<Person>& people_;
  std::vector<Line> lines_;
};

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) text += (i == 0 ? "" : ",") + cell(cells[i]);
  return text + '\n';
}

std::string order_number(std::int32_t order) { return "B" + std::to_string(10001 + order); }

TillExport export_orders(const SimulatedShop& shop, const std::vector<Book>& books,
                         const std::vector<Person>& people, const BookstoreDirt& dirt,
                         Date last_day, Rng& rng) {
  Export orders(shop, books, people);
  orders.spoil(dirt, last_day, rng);
  return {.text = orders.text(), .figures = orders.figures()};
}

}  // namespace regulars
