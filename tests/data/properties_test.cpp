// What must hold for every shop: random ones are drawn, written as files and read again.
#include <string>
#include <utility>
#include <vector>

#include "core/data/order_book.h"
#include "core/models/simulate.h"
#include "core/report/tables.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

/// A row of a file and the day that it belongs to.
struct DatedRow {
  Date day;
  std::string text;
};

/// What a shop's file has.
struct FileKind {
  std::string_view header;
  bool numbers = true;
};

constexpr FileKind kNumbered{"order,date,customer,product,quantity,total,status\n"};
constexpr FileKind kLoose{"date,customer,product,quantity,total,status\n", false};

std::size_t below(Rng& rng, std::size_t bound) {
  return static_cast<std::size_t>(rng.below(bound));
}

std::string amount_text(std::int64_t minor) { return to_text(Money{minor}, 2); }

// Orders of several lines, some cancelled, unpaid or refunded whole, some with a line given back,
// some of nobody.
std::vector<DatedRow> rows_of(std::uint64_t seed, FileKind kind) {
  Rng rng(seed);
  ShopTruth truth{.first_day = *make_date(2023, 1, 1), .last_day = *make_date(2024, 6, 30)};
  truth.customers = 60;
  truth.nameless = 0.1;
  truth.opens = 9 * 3600;
  const SimulatedShop shop = simulate(truth, rng);
  const std::vector<double> weights{20, 1, 1, 1};
  constexpr std::string_view words[] = {"paid", "cancelled", "pending", "refunded"};
  std::vector<DatedRow> rows;
  for (std::size_t i = 0; i < shop.orders.size(); ++i) {
    const SimulatedOrder& order = shop.orders[i];
    const std::string number = kind.numbers ? std::to_string(5000 + i) + ',' : "";
    const std::string who =
        order.customer == kNameless ? "" : "c" + std::to_string(order.customer) + "@example.org";
    const std::string status(words[rng.pick(weights)]);
    const auto add = [&](const std::string& product, std::int32_t quantity, std::int64_t amount) {
      rows.push_back({order.moment.date, number + to_text(order.moment) + ',' + who + ',' +
                                             product + ',' + std::to_string(quantity) + ',' +
                                             amount_text(amount) + ',' + status + '\n'});
    };
    for (std::int32_t j = 0; j < order.line_count; ++j) {
      const SimulatedLine& line = shop.lines[static_cast<std::size_t>(order.first_line + j)];
      const std::int64_t price = shop.products[static_cast<std::size_t>(line.product)].price.minor;
      const std::string product = "\"Tea, no. " + std::to_string(line.product) + '"';
      add(product, line.quantity, price * line.quantity);
      if (rng.below(25) == 0) add(product, -1, -price);
    }
  }
  return rows;
}

std::string file_of(const std::vector<DatedRow>& rows, FileKind kind) {
  std::string text(kind.header);
  for (const DatedRow& row : rows) text += row.text;
  return text;
}

std::string days_of(const std::vector<DatedRow>& rows, FileKind kind, Date from, Date to) {
  std::string text(kind.header);
  for (const DatedRow& row : rows)
    if (row.day >= from && row.day <= to) text += row.text;
  return text;
}

void shuffle(std::vector<DatedRow>& rows, Rng& rng) {
  for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[below(rng, i)]);
}

struct Sums {
  std::int64_t orders, counted, customers, order_days, nobodys, revenue, refunded;
  bool operator==(const Sums&) const = default;
};

Sums sums(const OrderTable& table) {
  const OrderBook book(table);
  const BookTotals& t = book.totals();
  return {t.orders,        t.orders_counted, t.customers, t.order_days, t.orders_without_customer,
          t.revenue.minor, t.refunded.minor};
}

std::string written(const OrderTable& table) {
  const OrderBook book(table);
  std::string text;
  for (std::int64_t from = 0;;) {
    const CsvPiece piece = write_lines(book, from);
    text += piece.text;
    if (!piece.next) return text;
    from = *piece.next;
  }
}

}  // namespace

TEST_CASE("any chunking of any shop gives the same table", "[data][properties]") {
  for (const FileKind kind : {kNumbered, kLoose}) {
    const std::string csv = file_of(rows_of(1, kind), kind);
    const auto whole = read_shop(csv);
    REQUIRE(whole->files[0].rows_rejected == 0);
    REQUIRE(sums(*whole).counted > 60);
    Rng rng(2);
    for (int round = 0; round < 8; ++round) {
      ShopOptions options;
      options.chunk = 1 + below(rng, round < 4 ? 40 : 4000);
      const auto pieces = read_shop(csv, options);
      CHECK(written(*pieces) == written(*whole));
      CHECK(sums(*pieces) == sums(*whole));
    }
  }
}

// Whatever may stand in a cell, the usual and the odd, by column.
struct OddColumn {
  std::string_view header;
  std::vector<std::string_view> usual;
  std::vector<std::string_view> odd;
};

const std::vector<OddColumn>& odd_columns() {
  static const std::vector<OddColumn> columns{
      {"order",
       {"1001", "1002", "#1003", "B10004", "T5"},
       {"", "n/a", "3.51532E+16", " 1001 ", "Order #1002"}},
      {"date",
       {"2024-03-02", "2024-03-02", "2024-03-03", "2024-03-04 10:15:00"},
       {"", "03/04/2024", "17/04/2024", "2024-13-40", "0000-00-00", "soon"}},
      {"customer",
       {"ann@example.org", "bob@example.org", "C7", "c8"},
       {"", "Guest", "***", "ANN@example.org", " C7"}},
      {"product", {"Green tea", "Oolong", "Cup", "X"}, {"", "-", " Oolong"}},
      {"quantity", {"1", "2", "10"}, {"", "0.5", "-1", "many", "3000000"}},
      {"price", {"3.50", "12", "0.99"}, {"", "1 234.50", "$4", "-3", "cheap", "99999999999999"}},
      {"status", {"paid", "paid", "cancelled"}, {"", "odd word", "refunded", "pending"}},
      {"channel", {"web", "web", "till"}, {"", "-", " web", "fair"}},
      {"currency", {"EUR", "EUR"}, {"", "USD", "eur"}},
  };
  return columns;
}

// Random rows of such cells; in quotes each row is read alone, without them many are together.
std::string odd_file(std::uint64_t seed, std::string_view quote, bool has_amount) {
  Rng rng(seed);
  std::string text;
  for (const OddColumn& column : odd_columns())
    (text += column.header) += &column == &odd_columns().back() ? "\r\n" : ",";
  if (has_amount) text.insert(text.find("price") + 5, ",amount");
  for (int row = 0; row < 400; ++row) {
    for (const OddColumn& column : odd_columns()) {
      const bool odd = rng.below(12) == 0;
      const auto& cells = odd ? column.odd : column.usual;
      const std::string_view cell = cells[below(rng, cells.size())];
      const bool last = &column == &odd_columns().back();
      ((text += quote) += cell) += quote;
      if (has_amount && column.header == "price") (((text += ',') += quote) += "7.00") += quote;
      text += last ? (rng.below(3) == 0 ? "\n" : "\r\n") : ",";
    }
  }
  return text;
}

TEST_CASE("rows that are taken together are what each of them is alone", "[data][properties]") {
  ShopOptions options;
  options.file.currency = "EUR";
  options.file.statuses = {{"odd word", StatusWord::unknown}};
  for (const bool has_amount : {false, true})
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      CAPTURE(has_amount, seed);
      const auto together = read_shop(odd_file(seed, "", has_amount), options);
      const auto alone = read_shop(odd_file(seed, "\"", has_amount), options);
      REQUIRE(together->files[0].layout.column == alone->files[0].layout.column);
      CHECK(together->files[0].rows_read == 400);
      CHECK(together->files[0].rows_kept > 100);
      CHECK(together->files[0].rows_kept == alone->files[0].rows_kept);
      CHECK(together->customers.size() == alone->customers.size());
      CHECK(together->products.size() == alone->products.size());
      REQUIRE(together->numbered.size() == alone->numbered.size());
      CHECK(together->channels.size() == 3);
      for (std::size_t order = 0; order < alone->numbered.size(); ++order)
        CHECK(together->numbered.channel_of(order) == alone->numbered.channel_of(order));
      CHECK(written(*together) == written(*alone));
      CHECK(sums(*together) == sums(*alone));
      REQUIRE(together->rejects.size() == alone->rejects.size());
      for (std::size_t i = 0; i < alone->rejects.size(); ++i) {
        CHECK(together->rejects[i].row == alone->rejects[i].row);
        CHECK(together->rejects[i].reason == alone->rejects[i].reason);
      }
      for (std::size_t kind = 0; kind < kIssueKinds; ++kind) {
        CAPTURE(kind);
        CHECK(together->issues.of[kind].count == alone->issues.of[kind].count);
      }
      ShopOptions pieces = options;
      pieces.chunk = 1 + 97 * static_cast<std::size_t>(seed);
      CHECK(written(*read_shop(odd_file(seed, "", has_amount), pieces)) == written(*together));
    }
}

TEST_CASE("the order of a file's rows changes none of a shop's sums", "[data][properties]") {
  for (const FileKind kind : {kNumbered, kLoose})
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      CAPTURE(kind.numbers, seed);
      std::vector<DatedRow> rows = rows_of(seed, kind);
      const auto sorted = read_shop(file_of(rows, kind));
      Rng rng(seed);
      for (int round = 0; round < 3; ++round) {
        shuffle(rows, rng);
        const auto shuffled = read_shop(file_of(rows, kind));
        CHECK(sums(*shuffled) == sums(*sorted));
      }
    }
}

TEST_CASE("two files that overlap by days are the whole", "[data][properties]") {
  for (const FileKind kind : {kNumbered, kLoose})
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      CAPTURE(kind.numbers, seed);
      const std::vector<DatedRow> rows = rows_of(seed, kind);
      const auto whole = read_shop(file_of(rows, kind));
      const Date first = rows.front().day;
      const Date last = rows.back().day;
      const Date middle = first + (last - first) / 2;
      const std::string early = days_of(rows, kind, first, middle + 30);
      const std::string late = days_of(rows, kind, middle, last);
      for (const bool early_first : {true, false}) {
        OrderTable table;
        read_into(table, early_first ? early : late);
        read_into(table, early_first ? late : early);
        CHECK(sums(table) == sums(*whole));
      }
    }
}

TEST_CASE("lines that were written out are read as the shop they came from", "[data][properties]") {
  for (const FileKind kind : {kNumbered, kLoose})
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      CAPTURE(kind.numbers, seed);
      const auto table = read_shop(file_of(rows_of(seed, kind), kind));
      const auto again = read_shop(written(*table));
      CHECK(again->files[0].rows_rejected == 0);
      CHECK(sums(*again).counted == sums(*table).counted);
      CHECK(sums(*again).customers == sums(*table).customers);
      CHECK(sums(*again).revenue == sums(*table).revenue);
    }
}

TEST_CASE("every byte of a damaged file is in one record, every row kept or rejected",
          "[data][properties]") {
  constexpr std::string_view junk = "\"\",;\n\r\t \0'=x9.-\xC3";
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    CAPTURE(seed);
    Rng rng(seed);
    std::string csv = file_of(rows_of(seed, kNumbered), kNumbered);
    for (int i = 0; i < 200; ++i) {
      // The header stays, so that the file stays one of orders.
      const std::size_t at =
          kNumbered.header.size() + below(rng, csv.size() - kNumbered.header.size());
      csv[at] = junk[below(rng, junk.size())];
    }
    const Result<Head> head = read_head(csv.substr(0, 1 << 18), csv.size() <= 1 << 18);
    REQUIRE(head);
    std::int64_t bytes = 0;
    std::int64_t rows = 0;
    CsvReader reader(head->dialect, head->shape);
    const auto count = [&](const Record& record) {
      CHECK(record.offset == bytes);
      bytes += record.bytes;
      rows += record.kind == RecordKind::data || record.kind == RecordKind::other_table;
    };
    reader.push(csv, count);
    reader.finish(count);
    CHECK(bytes == static_cast<std::int64_t>(csv.size()));
    const auto table = read_shop(csv);
    const FileIntake& file = table->files[0];
    CHECK(file.rows_read == rows);
    CHECK(file.rows_kept + file.rows_rejected == rows);
    // One changed byte costs one row, or two where it was their line end.
    CHECK(file.rows_rejected <= 400);
  }
}

}  // namespace regulars
