// How long each stage of the walk takes on a file: one run, in milliseconds.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

#include "core/customers/features.h"
#include "core/data/intake.h"
#include "core/report/report.h"
#include "core/stats/standardize.h"

using namespace regulars;

namespace {

using Clock = std::chrono::steady_clock;

void say(const char* stage, Clock::time_point& since) {
  const Clock::time_point now = Clock::now();
  std::printf("  %-28s %8.0f\n", stage,
              std::chrono::duration<double, std::milli>(now - since).count());
  since = Clock::now();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: regulars_stages FILE.csv\n");
    return 2;
  }
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  std::printf("%s: %.1f MB, milliseconds\n", arguments[1], static_cast<double>(bytes.size()) / 1e6);
  Clock::time_point since = Clock::now();

  const std::size_t head_size = std::min<std::size_t>(bytes.size(), 1 << 18);
  const Result<Head> head =
      read_head(std::string_view(bytes).substr(0, head_size), head_size == bytes.size());
  if (!head) return 3;
  const Result<Layout> layout = find_columns(*head);
  if (!layout) return 3;
  say("dialect and columns", since);

  OrderTable table;
  FileOptions options;
  options.name = arguments[1];
  FileReader reader(table, *head, *layout, options);
  for (std::size_t at = 0; at < bytes.size(); at += 1 << 20)
    reader.push(std::string_view(bytes).substr(at, 1 << 20));
  reader.finish();
  say("read", since);

  const OrderBook book(table);
  say("orders", since);
  const std::vector<Summary> customers = summarize(book, book.totals().last);
  say("customers", since);
  const Date as_of = book.totals().last;
  shop_metrics(book, customers, as_of);
  say("metrics", since);
  const OrderDays days(book, customers, as_of);
  const ShopDays shop = shop_days(book, as_of);
  say("days", since);
  const SecondOrderCurve second_orders = second_order_curve(days, customers);
  say("second orders", since);
  const CohortTable cohorts = cohort_table(book, days, customers, as_of);
  say("cohorts", since);
  behaviour_of(book, days, shop, customers, as_of);
  say("behaviour", since);
  const Foresight foresight = foresee(book, customers, as_of);
  say("foresight", since);
  track_choice(foresight.choice, days, customers, foresight.expected_orders,
               foresight.options.orders_ahead);
  say("tracking", since);
  if (!foresight.choice.candidates.empty())
    frequency_recency(foresight.choice.candidates.back().model, customers, {90});
  say("frequency and recency", since);
  const Rhythms rhythms = rhythms_of(days, customers, second_orders);
  say("rhythm", since);
  movement_of(days, customers, rhythms, as_of, NoFigure::too_little_data);
  say("movement", since);
  concentration_of(customers);
  say("concentration", since);
  const RfmScores rfm = score_rfm(customers, table.digits);
  say("rfm", since);
  const RfmOptions by_quantiles;
  agenda_of({.book = book,
             .days = days,
             .customers = customers,
             .rhythms = rhythms,
             .cohorts = cohorts,
             .foresight = foresight,
             .rfm = rfm,
             .rfm_options = by_quantiles,
             .as_of = as_of});
  say("this week", since);
  const Eigen::MatrixXd points = standardize(log_features(customers, table.digits)).z;
  Rng rng(1);
  const ClusterChoice choice = choose_k(points, {}, rng);
  say("groups", since);
  const Result<Analysis> analysis = analyze(table, {});
  if (!analysis) return 3;
  say("all after reading, again", since);
  build_report(*analysis);
  say("report", since);
  std::printf("  %zu lines, %zu customers, %d groups\n", table.lines.size(), customers.size(),
              static_cast<int>(choice.fit.centers.rows()));
  return 0;
}
