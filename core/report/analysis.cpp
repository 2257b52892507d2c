#include "core/report/analysis.h"

#include <algorithm>

#include "core/customers/features.h"
#include "core/stats/standardize.h"

namespace regulars {
namespace {

// Any number does; a fixed one gives the same groups for the same shop.
constexpr std::uint64_t kSeed = 20240229;

// Calls `take` for each counted line of a known customer and product.
template <class Take>
void walk_purchases(const OrderBook& book, Date as_of, Take&& take) {
  const OrderTable& table = book.table();
  if (table.products.size() == 0) return;
  for (std::size_t line = 0; line < table.lines.size(); ++line) {
    if (table.lines.status[line] != LineStatus::counted || table.lines.product[line] < 0) continue;
    const Order order = book.order(book.order_of(line));
    if (order.customer != kNobody && order.status == LineStatus::counted &&
        order.moment.date <= as_of)
      take(Purchase{static_cast<std::int32_t>(order.customer), table.lines.product[line]});
  }
}

Facts facts_of(const Analysis& analysis, std::size_t customer) {
  const Summary& s = analysis.customers[customer];
  const RfmScore& score = analysis.rfm.scores[customer];
  const int digits = analysis.book.table().digits;
  Facts facts;
  facts[FactId::orders] = Term::of(s.orders);
  facts[FactId::order_days] = Term::of(s.frequency + 1);
  facts[FactId::frequency] = Term::of(s.frequency);
  facts[FactId::days_since_last] = Term::of(s.days_since_last);
  facts[FactId::days_since_first] = Term::of(s.age);
  facts[FactId::age] = Term::of(s.age);
  facts[FactId::r] = Term::of(score.r);
  facts[FactId::f] = Term::of(score.f);
  facts[FactId::segment] = Term::of(segment_word(analysis.segment(customer)));
  facts[FactId::first_order] = Term::of(s.first);
  facts[FactId::last_order] = Term::of(s.last);
  facts[FactId::as_of] = Term::of(analysis.as_of);
  if (analysis.group(customer) > 0) facts[FactId::cluster] = Term::of(analysis.group(customer));
  if (analysis.book.table().has_amounts) {
    facts[FactId::revenue] = Term::of(major_units(s.revenue, digits));
    facts[FactId::average_order_value] = Term::of(major_units(s.revenue, digits) / s.orders);
    facts[FactId::value] = Term::of(s.value);
    facts[FactId::m] = Term::of(score.m);
  }
  return facts;
}

void grant_rewards(Analysis& analysis) {
  Goods goods(analysis);
  analysis.awards.reserve(analysis.customers.size());
  analysis.rewards.rules.resize(analysis.program.rules.size());
  for (std::size_t i = 0; i < analysis.customers.size(); ++i) {
    Facts facts = facts_of(analysis, i);
    goods.fill(analysis.customers[i].customer, facts);
    const Award one =
        award(analysis.program, facts, analysis.book.table().digits, {.explain = false});
    RewardTotals& totals = analysis.rewards;
    totals.granted += one.amount;
    ++(one.granted == Truth::yes  ? totals.customers_granted
       : one.granted == Truth::no ? totals.customers_refused
                                  : totals.customers_unknown);
    for (const Grant& grant : one.grants) {
      if (grant.granted != Truth::yes) continue;
      ++totals.rules[grant.rule].customers;
      totals.rules[grant.rule].granted += grant.amount;
    }
    analysis.awards.push_back(one.amount);
  }
}

ProductModel product_model(const OrderBook& book, const std::vector<Summary>& customers,
                           const RfmScores& rfm, Date as_of) {
  std::vector<std::int32_t> segments(static_cast<std::size_t>(book.customers()), -1);
  for (std::size_t i = 0; i < customers.size(); ++i)
    segments[static_cast<std::size_t>(customers[i].customer)] =
        static_cast<std::int32_t>(segment_of(rfm.scores[i].r, rfm.scores[i].f));
  const auto walk = [&](auto&& take) { walk_purchases(book, as_of, take); };
  return ProductModel::fit_walk(book.customers(), walk, segments);
}

}  // namespace

std::int32_t Analysis::group(std::size_t customer) const {
  return clusters.status == ClusterStatus::ready ? clusters.fit.groups[customer] + 1 : 0;
}

Result<Analysis> analyze(OrderTable& table, const AnalyzeOptions& options) {
  OrderBook book(table);
  if (book.totals().orders_counted == 0) return Error{ErrorCode::no_orders};
  const Date as_of = options.as_of.value_or(book.totals().last);
  if (as_of < book.totals().first) return Error{ErrorCode::no_orders, to_text(as_of)};
  std::vector<Summary> customers = summarize(book, as_of);
  ShopMetrics metrics = shop_metrics(book, customers, as_of);
  RfmScores rfm = score_rfm(customers, table.digits);
  const Eigen::MatrixXd points = standardize(log_features(customers, table.digits)).z;
  Rng rng(kSeed);
  ClusterChoice clusters = choose_k(points, {}, rng);
  std::vector<GroupLabel> labels;
  if (clusters.status == ClusterStatus::ready) labels = describe_groups(points, clusters.fit);
  ProductModel products = product_model(book, customers, rfm, as_of);
  Program program = options.program ? *options.program : default_program();
  Analysis analysis{std::move(book),
                    as_of,
                    std::move(customers),
                    metrics,
                    std::move(rfm),
                    std::move(clusters),
                    std::move(labels),
                    std::move(products),
                    std::move(program),
                    {},
                    {}};
  grant_rewards(analysis);
  return analysis;
}

Goods::Goods(const Analysis& analysis)
    : table_(&analysis.book.table()),
      wanted_(asks_for(analysis.program, FactId::products) ||
              asks_for(analysis.program, FactId::categories)) {
  if (!wanted_) return;
  walk_purchases(analysis.book, analysis.as_of,
                 [&](Purchase purchase) { purchases_.push_back(purchase); });
  const auto before = [](const Purchase& a, const Purchase& b) {
    return a.customer != b.customer ? a.customer < b.customer : a.product < b.product;
  };
  const auto same = [](const Purchase& a, const Purchase& b) {
    return a.customer == b.customer && a.product == b.product;
  };
  std::sort(purchases_.begin(), purchases_.end(), before);
  purchases_.erase(std::unique(purchases_.begin(), purchases_.end(), same), purchases_.end());
}

void Goods::fill(CustomerId customer, Facts& facts) {
  if (!wanted_) return;
  products_.clear();
  categories_.clear();
  const auto id = static_cast<std::int32_t>(customer);
  auto at =
      std::lower_bound(purchases_.begin(), purchases_.end(), id,
                       [](const Purchase& p, std::int32_t wanted) { return p.customer < wanted; });
  std::vector<std::int32_t> seen;
  for (; at != purchases_.end() && at->customer == id; ++at) {
    products_.push_back(Term::of(table_->products.text(at->product)));
    const auto product = static_cast<std::size_t>(at->product);
    const std::int32_t category =
        product < table_->product_category.size() ? table_->product_category[product] : -1;
    if (category >= 0 && std::find(seen.begin(), seen.end(), category) == seen.end())
      seen.push_back(category);
  }
  for (const std::int32_t category : seen)
    categories_.push_back(Term::of(table_->labels.text(category)));
  if (!products_.empty()) facts[FactId::products] = Term::of(std::span<const Term>(products_));
  if (!categories_.empty())
    facts[FactId::categories] = Term::of(std::span<const Term>(categories_));
}

AwardExplainer::AwardExplainer(const Analysis& analysis) : analysis_(&analysis), goods_(analysis) {}

Award AwardExplainer::explain(std::size_t customer) {
  Facts facts = facts_of(*analysis_, customer);
  goods_.fill(analysis_->customers[customer].customer, facts);
  return award(analysis_->program, facts, analysis_->book.table().digits);
}

}  // namespace regulars
