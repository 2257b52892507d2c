// How long fifty rules take over the past of a shop with a hundred thousand customers and a million
// orders, over its customers, and over one order: one run, as JSON, in milliseconds.
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/data/intake.h"
#include "core/loyalty/backtest.h"
#include "core/loyalty/program.h"
#include "core/wire/logic.h"

using namespace regulars;

namespace {

constexpr int kCustomers = 100'000;
constexpr int kOrders = 1'000'000;
constexpr int kDays = 1'000;
constexpr int kProgramRules = 50;
constexpr int kLive = 20'000;  // orders that are asked about one by one

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void draw(FileReader& reader) {
  Rng rng(7);
  std::string rows = "order_id,customer_id,date,amount,channel\n";
  for (int order = 0; order < kOrders; ++order) {
    char row[96];
    const Date date = Date{19'000} + order * kDays / kOrders;
    const auto customer = static_cast<int>(rng.below(kCustomers));
    const double amount = 5 + 95 * rng.uniform();
    const char* channel = rng.below(3) == 0 ? "web" : "shop";
    std::snprintf(row, sizeof row, "%d,c%d,%s,%.2f,%s\n", 100'000 + order, customer,
                  to_text(date).c_str(), amount, channel);
    rows += row;
    if (rows.size() < 1'000'000) continue;
    reader.push(rows);
    rows.clear();
  }
  reader.push(rows);
  reader.finish();
}

// Rules as shops write them, each with figures of its own; one in five multiplies.
std::string rule(int i) {
  const std::string n = std::to_string(i);
  const std::string id = R"({"id": "r)" + n + R"(", )";
  switch (i % 5) {
    case 0:
      return id + R"("points": {"*": [{"var": "amount"}, 0.)" + std::to_string(10 + i) + "]}}";
    case 1:
      return id + R"("when": {"and": [{">=": [{"var": "amount"}, )" + n +
             R"(]}, {"in": [{"var": "channel"}, ["web", "app"]]}]}, "points": )" + n + "}";
    case 2:
      return id + R"("when": {"==": [{"var": "month"}, )" + std::to_string(1 + i % 12) +
             R"(]}, "times": 1.5})";
    case 3:
      return id + R"("when": {"or": [{">": [{"var": "revenue"}, )" + std::to_string(10 * i) +
             R"(]}, {"==": [{"var": "orders"}, 1]}]}, "points": 5,
                 "limit": {"times": 2, "per": "quarter"}})";
    default:
      return id + R"("when": {"<=": [{"var": "days_since_last"}, )" + n + R"(]}, "points": 3})";
  }
}

Program club() {
  std::string rules;
  for (int i = 0; i < kProgramRules; ++i) rules += (i > 0 ? "," : "") + rule(i);
  const auto document = wire::parse_value(
      R"({"points": {"earn": [)" + rules +
      R"(], "expiry": "12M_UM", "redeem": {"step": 100, "value": 1, "percent": 50}},
        "tiers": {"by": "spend", "window": "rolling", "length": "12M",
                  "steps": [{"name": "green", "from": 0}, {"name": "gold", "from": 500}]}})");
  const auto program = compile_program(*document);
  if (!program) std::fprintf(stderr, "%s\n", program.error().detail.c_str());
  return *program;
}

// The same number of rules for customers.
Program rewards() {
  std::string rules;
  for (int i = 0; i < kProgramRules; ++i)
    rules += std::string(i > 0 ? "," : "") + R"({"when": {"and": [{">=": [{"var": "orders"}, )" +
             std::to_string(i % 20) + R"(]}, {"<": [{"var": "revenue"}, )" +
             std::to_string(40 * i) + R"(]}]}, "amount": {"*": [{"var": "revenue"}, 0.01]}})";
  return *compile_program(*wire::parse_value(R"({"mode": "sum", "rules": [)" + rules + "]}"));
}

}  // namespace

int main() {
  const std::string sample =
      "order_id,customer_id,date,amount,channel\n1,c0,2022-01-08,5.00,web\n2,c1,2022-01-09,6.00,"
      "shop\n";
  const Result<Head> head = read_head(sample, true);
  const Result<Layout> layout = head ? find_columns(*head) : head.error();
  if (!layout) return 3;
  OrderTable table;
  FileReader reader(table, *head, *layout, {});
  draw(reader);
  const OrderBook book(table);

  const Program program = club();
  auto start = Clock::now();
  const Backtest result = backtest(book, program, {.from = {}, .as_of = book.totals().last});
  std::printf("{\"backtest\": %.0f", since(start));

  const Program others = rewards();
  Awards awards(others, table.digits);
  Facts facts;
  std::int64_t granted = 0;
  start = Clock::now();
  for (int customer = 0; customer < kCustomers; ++customer) {
    facts[FactId::orders] = Term::of(customer % 30);
    facts[FactId::revenue] = Term::of(customer % 2'500 / 2.0);
    awards.push_back(facts);
    if (awards.size() < 4'096 && customer + 1 < kCustomers) continue;
    awards.ask();
    for (std::size_t row = 0; row < awards.size(); ++row) granted += awards.at(row).amount;
    awards.clear();
  }
  std::printf(", \"awards\": %.0f", since(start));

  Earner earner(*program.points);
  EarnFacts order;
  std::int64_t points = 0;
  start = Clock::now();
  for (int i = 0; i < kLive; ++i) {
    order[EarnFact::amount] = Term::of(5 + i % 9'500 / 100.0);
    order[EarnFact::channel] = Term::of("web");
    order[EarnFact::month] = Term::of(1 + i % 12);
    order[EarnFact::orders] = Term::of(1 + i % 9);
    order[EarnFact::revenue] = Term::of(i % 900);
    points += earner.earn(Occasion::order, {}, order, Date{19'000 + i / 20}).points;
  }
  std::printf(", \"live_us\": %.1f", since(start) * 1'000 / kLive);
  std::printf(
      ", \"orders\": %lld, \"customers\": %lld, \"rules\": %d, \"earned\": %lld, \"checked\": "
      "%s}\n",
      static_cast<long long>(book.totals().orders_counted),
      static_cast<long long>(result.customers), kProgramRules,
      static_cast<long long>(result.earned),
      granted > 0 && points > 0 && result.rewarded > 0 ? "true" : "false");
  return 0;
}
