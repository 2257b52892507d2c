#include "tests/support/shop.h"

#include <algorithm>
#include <cassert>

#include "tests/support/catch.h"

namespace regulars {
namespace {

constexpr std::size_t kHead = std::size_t{1} << 18;

}  // namespace

void read_into(OrderTable& table, std::string_view csv, const ShopOptions& options) {
  const Result<Head> head = read_head(csv.substr(0, kHead), csv.size() <= kHead);
  assert(head);
  const Result<Layout> layout = find_columns(*head, options.columns);
  assert(layout);
  FileReader reader(table, *head, *layout, options.file);
  for (std::size_t at = 0; at < csv.size(); at += options.chunk)
    reader.push(csv.substr(at, options.chunk));
  reader.finish();
}

std::unique_ptr<OrderTable> read_shop(std::string_view csv, const ShopOptions& options) {
  auto table = std::make_unique<OrderTable>();
  read_into(*table, csv, options);
  return table;
}

std::unique_ptr<Session> open_shop(std::string_view csv, std::string name) {
  auto session = std::make_unique<Session>();
  add_file(*session, csv, std::move(name));
  return session;
}

void add_file(Session& session, std::string_view csv, std::string name) {
  const bool begun = session.sniff(csv.substr(0, kHead), std::move(name), csv.size() <= kHead) &&
                     session.begin({});
  const bool read = begun && session.push(csv) && session.end();
  assert(read);
  static_cast<void>(read);
}

std::vector<std::string> customers_of(Session& session, const CustomerQuery& query) {
  const Result<CustomerPage> page = session.customers(query);
  REQUIRE(page);
  std::vector<std::string> names;
  for (const std::int32_t place : page->places)
    names.emplace_back(session.table().customers.text(static_cast<std::int32_t>(
        session.analysis()->customers[static_cast<std::size_t>(place)].customer)));
  return names;
}

Date day(std::string_view text) {
  const auto date = parse_date(text);
  assert(date);
  return *date_of(*date, DayOrder::month_first);
}

}  // namespace regulars
