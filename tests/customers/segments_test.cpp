#include "core/customers/segments.h"

#include <map>

#include "core/report/report.h"
#include "tests/customers/seen.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars {
namespace {

// How many rules each of the 125 cells matches.
std::map<int, int> matches_of(Scheme scheme) {
  std::map<int, int> cells;
  const auto rules = rules_of(scheme);
  for (std::int8_t r = 1; r <= 5; ++r)
    for (std::int8_t f = 1; f <= 5; ++f)
      for (std::int8_t m = 1; m <= 5; ++m) {
        int matches = 0;
        for (const SegmentRule& rule : rules)
          matches += rule.r.has(r) && rule.f.has(f) && rule.m.has(m);
        ++cells[matches];
      }
  return cells;
}

struct Wanted {
  std::int64_t customers;
  std::int64_t orders;
  std::int64_t revenue;
};

}  // namespace

TEST_CASE("schemes that are offered cover every cell exactly once", "[customers][segments]") {
  for (const Scheme scheme : {Scheme::ten_segments, Scheme::shopify})
    CHECK(matches_of(scheme) == std::map<int, int>{{1, 125}});
  const SegmentMap ten;
  CHECK(ten.names().size() == kSegments);
  for (std::size_t i = 0; i < kSegments; ++i) CHECK(ten.names()[i] == kSegmentWords[i]);
  for (std::int8_t r = 1; r <= 5; ++r)
    for (std::int8_t f = 1; f <= 5; ++f)
      CHECK(ten.place({r, f, 3}) == static_cast<std::size_t>(segment_of(r, f)));
  CHECK(SegmentMap(Scheme::shopify).names().size() == 11);
}

// Source: counted over the published rules: of A 10 cells are uncovered and 58 match more than one
// rule, of B 36 and 39.
TEST_CASE("the published schemes leave cells open and match others twice",
          "[customers][segments]") {
  const auto more = [](const std::map<int, int>& cells) {
    int sum = 0;
    for (const auto& [matches, count] : cells) sum += matches > 1 ? count : 0;
    return sum;
  };
  auto a = matches_of(Scheme::published_a);
  auto b = matches_of(Scheme::published_b);
  CHECK(a[0] == 10);
  CHECK(more(a) == 58);
  CHECK(b[0] == 36);
  CHECK(more(b) == 39);
  CHECK(SegmentMap(Scheme::published_a).names().back() == kOthers);
}

// Source: R package rfm, data rfm_data_orders, analysis date 2006-12-31.
TEST_CASE("the published schemes give the published segments", "[customers][segments]") {
  const auto path = real_data("rfm_rsquared/rfm_data_orders.csv");
  if (!path) return;
  const Seen shop(read_file(*path), day("2006-12-31"));
  const RfmScores scores = score_rfm(shop.customers, 2, CutRule::one_above_quantile);
  const auto sums_of = [&](Scheme scheme) {
    const SegmentMap map(scheme);
    const auto sums = segment_sums(shop.customers, scores, map);
    std::map<std::string, SegmentSums> by_name;
    for (std::size_t i = 0; i < sums.size(); ++i) by_name[map.names()[i]] = sums[i];
    return by_name;
  };
  auto a = sums_of(Scheme::published_a);
  const std::map<std::string, Wanted> wanted_a{{"about_to_sleep", {102, 283, 23449}},
                                               {"at_risk", {28, 216, 22227}},
                                               {"cannot_lose", {47, 274, 32446}},
                                               {"champions", {35, 316, 31646}},
                                               {"lost", {148, 393, 35324}},
                                               {"loyal_customers", {170, 799, 76562}},
                                               {"need_attention", {10, 57, 4562}},
                                               {"new_customers", {104, 329, 28837}},
                                               {"potential_loyalists", {342, 2211, 204856}},
                                               {"promising", {9, 28, 4249}}};
  for (const auto& [name, wanted] : wanted_a) {
    CAPTURE(name);
    CHECK(a[name].customers == wanted.customers);
    CHECK(a[name].orders == wanted.orders);
    CHECK(a[name].revenue == Money{wanted.revenue * 100});
  }
  CHECK(a["others"].customers == 0);
  auto b = sums_of(Scheme::published_b);
  const std::map<std::string, std::int64_t> wanted_b{
      {"about_to_sleep", 50},   {"at_risk", 86},
      {"champions", 158},       {"lost", 111},
      {"loyal_customers", 278}, {"need_attention", 35},
      {"others", 48},           {"potential_loyalists", 229}};
  for (const auto& [name, wanted] : wanted_b) {
    CAPTURE(name);
    CHECK(b[name].customers == wanted);
  }
  CHECK(b["champions"].orders == 1234);
  CHECK(b["champions"].revenue == Money{12017800});
}

TEST_CASE("rules of the shop's own name whom they match first", "[customers][segments]") {
  const std::vector<SegmentRule> rules{{"vip", {5, 5}, {}, {4, 5}}, {"recent", {4, 5}, {}, {}}};
  const SegmentMap map(Scheme::own, rules);
  REQUIRE(map.names() == std::vector<std::string>{"vip", "recent", "others"});
  CHECK(map.place({5, 1, 5}) == 0);
  CHECK(map.place({5, 1, 3}) == 1);
  CHECK(map.place({3, 5, 5}) == 2);
  // Two rules with one name are one segment.
  const std::vector<SegmentRule> twice{{"x", {1, 2}, {}, {}}, {"x", {3, 5}, {}, {}}};
  CHECK(SegmentMap(Scheme::own, twice).names().size() == 1);
}

TEST_CASE("other thresholds are tried without a new analysis", "[customers][segments]") {
  const auto session = open_shop(
      "date,customer,total\n2024-01-01,a,10\n2024-02-01,a,20\n2024-02-10,b,30\n2024-02-11,c,90\n");
  CHECK_FALSE(session->segments({}));
  REQUIRE(session->analyze({}));
  RfmOptions options;
  options.scheme = Scheme::own;
  options.rules = {{"spent much", {}, {}, {4, 5}}};
  options.thresholds = RfmThresholds{{7, 14, 30, 90}, {1, 2, 3, 4}, {5, 10, 25, 50}};
  const auto trial = session->segments(options);
  REQUIRE(trial);
  REQUIRE(trial->map.names().size() == 2);
  CHECK(trial->segments[0].customers == 3);
  options.thresholds->revenue = {5, 10, 80, 85};
  CHECK(session->segments(options)->segments[0].customers == 1);
  // The analysis stays as it was, and a new one takes the options.
  CHECK(session->analysis()->segments.scheme() == Scheme::ten_segments);
  AnalyzeOptions chosen;
  chosen.rfm = options;
  REQUIRE(session->analyze(chosen));
  CustomerQuery query;
  query.segment = "spent much";
  CHECK(session->customers(query)->total == 1);
  query.segment = "champions";
  CHECK(session->customers(query).error().detail == "segment");
  std::int64_t all = 0;
  for (const SegmentSums& one : build_report(*session->analysis()).segments) all += one.customers;
  CHECK(all == 3);
}

TEST_CASE("people without an order are prospects", "[customers][segments]") {
  const auto session = open_shop(
      "order,date,customer,total,status\n1,2024-01-01,a,10,paid\n2,2024-01-02,b,10,cancelled\n");
  AnalyzeOptions options;
  options.rfm.scheme = Scheme::shopify;
  REQUIRE(session->analyze(options));
  const Report report = build_report(*session->analysis());
  CHECK(session->analysis()->segments.names().back() == kProspects);
  CHECK(report.segments.back().customers == 1);
}

TEST_CASE("scores are explained by how many are ahead", "[customers][segments]") {
  const Seen shop(
      "date,customer,total\n2024-01-01,a,10\n2024-02-01,a,20\n2024-02-10,b,30\n2024-02-11,c,90\n"
      "2024-02-11,d,5\n",
      day("2024-02-11"));
  const Standing a = standing_of(shop.customers, 0);
  CHECK_THAT(a.more_recent, WithinAbs(0.75, 1e-12));
  CHECK_THAT(a.more_orders, WithinAbs(0, 1e-12));
  CHECK_THAT(a.more_revenue, WithinAbs(0.25, 1e-12));
}

}  // namespace regulars
