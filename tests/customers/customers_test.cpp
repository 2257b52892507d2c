#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "core/customers/features.h"
#include "core/customers/metrics.h"
#include "core/customers/rfm.h"
#include "core/customers/summary.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"
#include "tests/support/shop.h"

namespace regulars {

TEST_CASE("two orders on one day are one order day", "[customers][summary]") {
  const auto table = read_shop(
      "order,date,customer,total\n1,2024-01-01,a,10\n2,2024-01-01,a,5\n3,2024-01-11,a,20\n4,2024-"
      "01-31,a,40\n5,2024-01-20,b,1\n");
  const OrderBook book(*table);
  const auto customers = summarize(book, day("2024-02-10"));
  REQUIRE(customers.size() == 2);
  const Summary& a = customers[0];
  CHECK(a.orders == 4);
  CHECK(a.frequency == 2);
  CHECK(a.recency == 30);
  CHECK(a.age == 40);
  CHECK(a.days_since_last == 10);
  CHECK(a.revenue == Money{7500});
  CHECK_THAT(a.value, WithinAbs(30.0, 1e-12));
  CHECK_THAT(a.log_gaps, WithinRel(std::log(10.0) + std::log(20.0), 1e-12));
  CHECK(customers[1].frequency == 0);
  CHECK_THAT(customers[1].log_gaps, WithinAbs(0, 0));
  CHECK_THAT(customers[1].value, WithinAbs(0, 0));
}

TEST_CASE("orders after the day looked from are not seen", "[customers][summary]") {
  const auto table =
      read_shop("date,customer,total\n2024-01-01,a,10\n2024-02-01,a,20\n2024-02-01,b,20\n");
  const auto customers = summarize(OrderBook(*table), day("2024-01-31"));
  REQUIRE(customers.size() == 1);
  CHECK(customers[0].orders == 1);
  CHECK(customers[0].age == 30);
}

// Source: Fader and Hardie's CDNOW sample, as summarized in BTYD and CLVTools: 2,357 customers,
// 6,696 customer-days.
TEST_CASE("CDNOW has its published counts", "[customers][metrics]") {
  const auto path = real_data("cdnow/cdnow_CLVTools.csv");
  if (!path) return;
  const auto table = read_shop(read_file(*path));
  const OrderBook book(*table);
  CHECK(book.totals().order_days == 6696);
  CHECK(book.totals().revenue == Money{24409194});
  const auto customers = summarize(book, day("1998-06-30"));
  const ShopMetrics metrics = shop_metrics(book, customers, day("1998-06-30"));
  CHECK(metrics.repurchase_rate.numerator == 1139);
  CHECK(metrics.repurchase_rate.denominator == 2357);
  CHECK_THAT(*metrics.repurchase_rate.value, WithinAbs(0.48324, 5e-6));
  CHECK(metrics.gaps == 4339);
  CHECK_THAT(*metrics.median_days_between_orders.value, WithinAbs(34, 0));
  std::int64_t repeats = 0;
  const auto calibration = summarize(book, day("1997-09-30"));
  for (const Summary& customer : calibration) repeats += customer.frequency;
  CHECK(repeats == 2457);
}

TEST_CASE("the sample without header is the same shop", "[customers][metrics]") {
  const auto path = real_data("cdnow/CDNOW_sample.txt");
  if (!path) return;
  const auto table = read_shop(read_file(*path));
  const OrderBook book(*table);
  CHECK(book.totals().customers == 2357);
  CHECK(book.totals().order_days == 6696);
  CHECK(book.totals().revenue == Money{24409194});
  const auto customers = summarize(book, day("1997-09-30"));
  // Customer 1516 of the papers: x = 26, t_x = 30.857 and T = 31 weeks.
  const auto busiest = std::max_element(
      customers.begin(), customers.end(),
      [](const Summary& a, const Summary& b) { return a.frequency < b.frequency; });
  const auto known = std::find_if(customers.begin(), customers.end(), [](const Summary& s) {
    return s.frequency == 26 && s.recency == 216 && s.age == 217;
  });
  CHECK(busiest->frequency >= 26);
  CHECK(known != customers.end());
}

// Source: the R package rfm, data rfm_data_orders, analysis date 2006-12-31.
TEST_CASE("RFM gives the scores of the R package", "[customers][rfm]") {
  const auto path = real_data("rfm_rsquared/rfm_data_orders.csv");
  if (!path) return;
  const auto table = read_shop(read_file(*path));
  const OrderBook book(*table);
  CHECK(book.totals().orders == 4906);
  CHECK(book.totals().revenue == Money{46415800});
  const auto customers = summarize(book, day("2006-12-31"));
  REQUIRE(customers.size() == 995);
  const RfmScores rfm = score_rfm(customers, 2, CutRule::one_above_quantile);
  const auto same = [](const Cuts& cuts, const Cuts& wanted) {
    for (std::size_t i = 0; i < cuts.size(); ++i) CHECK_THAT(cuts[i], WithinAbs(wanted[i], 1e-9));
  };
  same(rfm.thresholds.days_since_last, {115, 181, 297.4, 482});
  same(rfm.thresholds.orders, {4, 5, 6, 8});
  same(rfm.thresholds.revenue, {255.8, 382, 506.4, 666});

  std::map<std::string_view, std::string> score_of;
  std::map<int, int> r;
  std::map<int, int> f;
  std::map<int, int> m;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    const RfmScore& score = rfm.scores[i];
    ++r[score.r];
    ++f[score.f];
    ++m[score.m];
    score_of[table->customers.text(static_cast<std::int32_t>(customers[i].customer))] =
        std::to_string(score.r) + std::to_string(score.f) + std::to_string(score.m);
  }
  const std::map<std::string_view, std::string> first_ten{
      {"Abbey O'Reilly", "343"}, {"Add Senger", "412"},     {"Aden Lesch", "323"},
      {"Aden Murphy", "544"},    {"Admiral Senger", "433"}, {"Agness O'Keefe", "555"},
      {"Aileen Barton", "555"},  {"Ailene Hermann", "355"}, {"Aiyanna Bruen", "321"},
      {"Akeelah Walsh", "445"}};
  for (const auto& [name, wanted] : first_ten) {
    CAPTURE(std::string(name));
    CHECK(score_of[name] == wanted);
  }
  CHECK(r == std::map<int, int>{{1, 197}, {2, 200}, {3, 199}, {4, 199}, {5, 200}});
  CHECK(f == std::map<int, int>{{1, 268}, {2, 187}, {3, 176}, {4, 244}, {5, 120}});
  CHECK(m == std::map<int, int>{{1, 200}, {2, 200}, {3, 198}, {4, 202}, {5, 195}});
}

// Source: scheme C of clv.md, the R x F grid of many public notebooks.
TEST_CASE("the ten segments cover every cell of the grid once, as the table says",
          "[customers][rfm]") {
  struct Band {
    Segment segment;
    int r_from, r_to, f_from, f_to;
  };
  const Band rules[] = {{Segment::champions, 5, 5, 4, 5},
                        {Segment::loyal_customers, 3, 4, 4, 5},
                        {Segment::potential_loyalists, 4, 5, 2, 3},
                        {Segment::new_customers, 5, 5, 1, 1},
                        {Segment::promising, 4, 4, 1, 1},
                        {Segment::need_attention, 3, 3, 3, 3},
                        {Segment::about_to_sleep, 3, 3, 1, 2},
                        {Segment::cannot_lose, 1, 2, 5, 5},
                        {Segment::at_risk, 1, 2, 3, 4},
                        {Segment::hibernating, 1, 2, 1, 2}};
  for (int r = 1; r <= 5; ++r)
    for (int f = 1; f <= 5; ++f) {
      int matches = 0;
      for (const Band& rule : rules) {
        if (r < rule.r_from || r > rule.r_to || f < rule.f_from || f > rule.f_to) continue;
        ++matches;
        CHECK(segment_of(r, f) == rule.segment);
      }
      CHECK(matches == 1);
    }
}

TEST_CASE("customers with the same figure have the same score", "[customers][rfm]") {
  std::vector<Summary> customers(10);
  for (std::size_t i = 0; i < customers.size(); ++i) {
    customers[i].orders = i < 9 ? 1 : 2;
    customers[i].revenue = Money{500};
    customers[i].days_since_last = static_cast<std::int32_t>(i);
  }
  const RfmScores rfm = score_rfm(customers, 2);
  for (std::size_t i = 0; i < 9; ++i) CHECK(rfm.scores[i].f == 1);
  CHECK(rfm.scores[9].f == 5);
  for (const RfmScore& score : rfm.scores) CHECK(score.m == 1);
  CHECK(rfm.scores[0].r == 5);
  CHECK(rfm.scores[9].r == 1);
}

TEST_CASE("only customers observed long enough are asked whether they came back",
          "[customers][metrics]") {
  const auto table = read_shop(
      "date,customer,total\n2024-01-01,a,10\n2024-01-20,a,10\n2024-01-01,b,10\n2024-03-15,b,"
      "10\n2024-03-20,c,10\n2024-03-21,c,10\n");
  const OrderBook book(*table);
  const Date as_of = day("2024-03-21");
  const auto customers = summarize(book, as_of);
  const ShopMetrics metrics = shop_metrics(book, customers, as_of);
  CHECK(metrics.repurchase_rate.numerator == 3);
  const Rate& month = metrics.repurchase_within[0].rate;
  CHECK(month.denominator == 2);
  CHECK(month.numerator == 1);
  // Wilson (1927) for 1 of 2 at 95 %: 0.0945 to 0.9055.
  CHECK_THAT(*month.low, WithinAbs(0.0945, 5e-5));
  CHECK_THAT(*month.high, WithinAbs(0.9055, 5e-5));
  const Rate& year = metrics.repurchase_within[4].rate;
  CHECK(year.denominator == 0);
  CHECK_FALSE(year.value);
  CHECK(year.reason == NoFigure::too_little_data);
  CHECK_THAT(*metrics.median_days_between_orders.value, WithinAbs(19, 0));
  CHECK_THAT(*metrics.orders_per_customer.value, WithinAbs(2, 0));
  CHECK_THAT(*metrics.average_order_value.value, WithinAbs(1000, 0));
}

TEST_CASE("figures that the files cannot give have a reason, not a number",
          "[customers][metrics]") {
  const auto bakery = read_shop(
      "Date,Time,Transaction,Item\n2016-10-30,09:58:11,1,Bread\n2016-10-30,10:05:34,2,Scone\n");
  const OrderBook book(*bakery);
  const ShopMetrics metrics =
      shop_metrics(book, summarize(book, book.totals().last), book.totals().last);
  CHECK(metrics.average_order_value.reason == NoFigure::no_amount_column);
  CHECK_FALSE(metrics.average_order_value.value);
  CHECK(metrics.customers.reason == NoFigure::no_customer_column);
  CHECK(metrics.repurchase_rate.reason == NoFigure::no_customer_column);
}

TEST_CASE("revenue below nothing is a feature of nothing", "[customers][features]") {
  std::vector<Summary> customers(1);
  customers[0].revenue = Money{-500};
  customers[0].orders = 1;
  const auto features = log_features(customers, 2);
  CHECK_THAT(features(0, 2), WithinAbs(0, 0));
  CHECK_THAT(features(0, 1), WithinAbs(std::log(2.0), 1e-15));
}

}  // namespace regulars
