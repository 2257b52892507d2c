// How long a million customers take to be summarised, scored and clustered, and a hundred thousand
// to be fitted with models of repeat buying: one run, as JSON, in milliseconds. What was fitted is
// written to a file, for others to fit the same.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

#include "core/base/random.h"
#include "core/customers/features.h"
#include "core/customers/rfm.h"
#include "core/data/intake.h"
#include "core/models/kmeans.h"
#include "core/models/purchase_model.h"
#include "core/stats/standardize.h"

using namespace regulars;

namespace {

constexpr int kCustomers = 1'000'000;
constexpr int kFitted = 100'000;
constexpr int kDays = 1'000;

using Clock = std::chrono::steady_clock;

class Watch {
 public:
  void say(const char* stage) {
    const Clock::time_point now = Clock::now();
    std::printf("%s\"%s\": %.0f", first_ ? "{" : ", ", stage,
                std::chrono::duration<double, std::milli>(now - since_).count());
    first_ = false;
    since_ = Clock::now();
  }
  void restart() { since_ = Clock::now(); }

 private:
  Clock::time_point since_ = Clock::now();
  bool first_ = true;
};

// The orders of customers whose paces and leaving are drawn as BG/NBD says.
void draw(FileReader& reader) {
  Rng rng(7);
  std::string rows = "date,customer,amount\n";
  for (int customer = 0; customer < kCustomers; ++customer) {
    const double rate = rng.gamma(.6, 90);
    const double p = rng.beta(1, 3);
    double day = rng.uniform() * kDays;
    do {
      char row[64];
      const Date date = Date{19'000} + static_cast<std::int32_t>(day);
      std::snprintf(row, sizeof row, "%s,c%d,%.2f\n", to_text(date).c_str(), customer,
                    5 + 20 * rng.uniform());
      rows += row;
      day += rng.exponential(rate);
    } while (day < kDays && rng.uniform() >= p);
    if (rows.size() > 1'000'000) {
      reader.push(rows);
      rows.clear();
    }
  }
  reader.push(rows);
  reader.finish();
}

}  // namespace

int main(int count, char** arguments) {
  const std::string sample = "date,customer,amount\n2022-01-08,c0,5.00\n2022-01-09,c1,6.00\n";
  const Result<Head> head = read_head(sample, true);
  const Result<Layout> layout = head ? find_columns(*head) : head.error();
  if (!layout) return 3;
  OrderTable table;
  FileOptions options;
  FileReader reader(table, *head, *layout, options);
  draw(reader);
  const OrderBook book(table);

  Watch watch;
  const std::vector<Summary> customers = summarize(book, book.totals().last);
  watch.say("summarised");
  score_rfm(customers, table.digits);
  watch.say("scored");
  const Eigen::MatrixXd points = standardize(log_features(customers, table.digits)).z;
  Rng rng(1);
  const KMeansFit groups = kmeans(points, 8, rng);
  watch.say("clustered");
  const std::span<const Summary> some = std::span(customers).first(kFitted);
  watch.restart();
  const auto bg = fit(ModelKind::bg_nbd, Histories(some));
  watch.say("bg_nbd");
  const auto pareto = fit(ModelKind::pareto_nbd, Histories(some));
  watch.say("pareto_nbd");
  std::printf(", \"customers\": %zu, \"orders\": %zu, \"groups\": %d, \"converged\": %s}\n",
              customers.size(), table.lines.size(), static_cast<int>(groups.centers.rows()),
              is_fitted(bg.report.status) && is_fitted(pareto.report.status) ? "true" : "false");
  if (count < 2) return 0;
  std::ofstream file(arguments[1]);
  file << "frequency,recency,age\n";
  for (const Summary& one : some)
    file << one.frequency << ',' << one.recency << ',' << one.age << '\n';
  return 0;
}
