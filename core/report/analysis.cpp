#include "core/report/analysis.h"

#include <algorithm>

#include "core/customers/features.h"
#include "core/report/audience.h"
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
  std::int32_t last = -1;
  CustomerId customer = kNobody;  // of the last order, where it is a purchase
  book.walk_lines([&](std::size_t line, std::int32_t order, LineStatus status) {
    const std::int32_t product = table.lines.product[line];
    if (product < 0 || status != LineStatus::counted) return;
    if (order != last) {
      last = order;
      const bool counts =
          book.status_of(order) == LineStatus::counted && book.day_of(order) <= as_of;
      customer = counts ? book.customer_of(order) : kNobody;
    }
    if (customer != kNobody) take(Purchase{static_cast<std::int32_t>(customer), product});
  });
}

// Rules are asked about so many customers at a time: few enough for their facts to stay in the
// cache.
constexpr std::size_t kAskedTogether = 4'096;

// Whom a program holds out, by their e-mail address, or where none is known by the sign that the
// files know them by: an address stays when another export comes.
std::vector<std::uint8_t> held_out_of(const Analysis& analysis, const Program& program) {
  if (!program.hold_out || program.hold_out->share <= 0) return {};
  const std::vector<std::string_view> signs = lasting_signs(analysis);
  std::vector<std::uint8_t> held_out;
  held_out.reserve(signs.size());
  for (const std::string_view sign : signs)
    held_out.push_back(is_held_out(*program.hold_out, sign) ? 1 : 0);
  return held_out;
}

bool is_in(const std::vector<std::uint8_t>& held_out, std::size_t place) {
  return place < held_out.size() && held_out[place] != 0;
}

void add_up(const Award& award, Granted& granted) {
  RewardTotals& totals = granted.totals;
  if (award.granted == Truth::yes && is_in(granted.held_out, granted.awards.size())) {
    ++totals.customers_held_out;
    granted.awards.push_back(0);
    return;
  }
  totals.granted += award.amount;
  ++(award.granted == Truth::yes  ? totals.customers_granted
     : award.granted == Truth::no ? totals.customers_refused
                                  : totals.customers_unknown);
  for (const Grant& grant : award.grants) {
    if (grant.granted != Truth::yes) continue;
    ++totals.rules[grant.rule].customers;
    totals.rules[grant.rule].granted += grant.amount;
  }
  granted.awards.push_back(award.amount);
}

/// Groups and their labels.
struct Grouping {
  ClusterChoice clusters;
  std::vector<GroupLabel> labels;
};

Grouping find_groups(const std::vector<Summary>& customers, int digits) {
  const Eigen::MatrixXd points = standardize(log_features(customers, digits)).z;
  Rng rng(kSeed);
  Grouping result{choose_k(points, {}, rng), {}};
  if (result.clusters.status == ClusterStatus::ready)
    result.labels = describe_groups(points, result.clusters.fit);
  return result;
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

// Whether those who came later come back as those who came first: both halves by the first order
// day.
CurveComparison compare_halves(const OrderDays& days, const std::vector<Summary>& customers,
                               Date later_from) {
  std::vector<std::int32_t> half;
  half.reserve(customers.size());
  std::int64_t later = 0;
  for (const Summary& customer : customers) {
    half.push_back(customer.first >= later_from ? 1 : 0);
    later += half.back();
  }
  if (later == static_cast<std::int64_t>(customers.size())) return {};
  return compare_second_orders(days, customers, half, 2);
}

Date median_first(const std::vector<Summary>& customers) {
  if (customers.empty()) return {};
  std::vector<Date> firsts;
  firsts.reserve(customers.size());
  for (const Summary& customer : customers) firsts.push_back(customer.first);
  const auto middle = firsts.begin() + static_cast<std::ptrdiff_t>(firsts.size() / 2);
  std::nth_element(firsts.begin(), middle, firsts.end());
  return *middle;
}

Conduct conduct_of(const OrderBook& book, const OrderDays& days,
                   const std::vector<Summary>& customers, const ShopMetrics& metrics, Date as_of,
                   const AnalyzeOptions& options) {
  const ShopDays shop = shop_days(book, as_of);
  const Date later_from = median_first(customers);
  SecondOrderCurve second_orders = second_order_curve(days, customers);
  Rhythms rhythms = rhythms_of(days, customers, second_orders);
  Movement movement = movement_of(
      days, customers, rhythms, as_of,
      book.table().has_customers ? NoFigure::too_little_data : NoFigure::no_customer_column);
  return {.second_orders = std::move(second_orders),
          .later_from = later_from,
          .halves = compare_halves(days, customers, later_from),
          .cohorts = cohort_table(book, days, customers, as_of, options.cohorts),
          .behaviour = behaviour_of(book, days, shop, customers, as_of),
          .rhythms = std::move(rhythms),
          .movement = std::move(movement),
          .concentration = concentration_of(customers),
          .opinions = opinions_of(book, metrics, as_of),
          .monitor = monitor_of(days, shop, customers, as_of)};
}

}  // namespace

std::int32_t Analysis::group(std::size_t customer) const {
  return clusters.status == ClusterStatus::ready ? clusters.fit.groups[customer] + 1 : 0;
}

Result<Analysis> analyze(const OrderTable& table, const AnalyzeOptions& options) {
  OrderBook book(table, options.cleaning);
  if (book.totals().orders_counted == 0) return Error{ErrorCode::no_orders};
  const Date as_of = options.as_of.value_or(book.totals().last);
  if (as_of < book.totals().first) return Error{ErrorCode::no_orders, to_text(as_of)};
  std::vector<Summary> customers = summarize(book, as_of);
  ShopMetrics metrics = shop_metrics(book, customers, as_of);
  const OrderDays days(book, customers, as_of);
  Conduct conduct = conduct_of(book, days, customers, metrics, as_of, options);
  Foresight foresight = foresee(book, customers, as_of);
  std::optional<Tracking> tracking = track_choice(
      foresight.choice, days, customers, foresight.expected_orders, foresight.options.orders_ahead);
  std::optional<FrequencyRecency> grid;
  if (foresight.is_ready())
    grid =
        frequency_recency(foresight.choice.fitted.model, customers, foresight.options.orders_ahead);
  RfmScores rfm = score_by(customers, table.digits, options.rfm);
  Agenda agenda = agenda_of({.book = book,
                             .days = days,
                             .customers = customers,
                             .rhythms = conduct.rhythms,
                             .cohorts = conduct.cohorts,
                             .foresight = foresight,
                             .rfm = rfm,
                             .rfm_options = options.rfm,
                             .as_of = as_of});
  Grouping groups = find_groups(customers, table.digits);
  ProductModel products = product_model(book, customers, rfm, as_of);
  Program program = options.program ? *options.program : default_program();
  Analysis analysis{std::move(book),
                    as_of,
                    std::move(customers),
                    metrics,
                    std::move(rfm),
                    SegmentMap(options.rfm.scheme, options.rfm.rules),
                    std::move(groups.clusters),
                    std::move(groups.labels),
                    std::move(products),
                    std::move(program),
                    {},
                    {},
                    {},
                    std::move(conduct),
                    std::move(foresight),
                    std::move(tracking),
                    std::move(grid),
                    std::move(agenda),
                    {}};
  Granted granted = grant_rewards(analysis, analysis.program);
  analysis.rewards = std::move(granted.totals);
  analysis.awards = std::move(granted.awards);
  analysis.held_out = std::move(granted.held_out);
  if (analysis.program.points)
    analysis.backtest = backtest(analysis.book, analysis.program, {.from = {}, .as_of = as_of});
  return analysis;
}

CustomerFacts::CustomerFacts(const Analysis& analysis, const Program& program)
    : analysis_(&analysis) {
  for (std::size_t i = 0; i < wanted_.size(); ++i)
    wanted_[i] = asks_for(program, static_cast<FactId>(i));
  if (!wanted_[static_cast<std::size_t>(FactId::products)] &&
      !wanted_[static_cast<std::size_t>(FactId::categories)])
    return;
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

void CustomerFacts::set(FactId fact, Term term) {
  if (wanted_[static_cast<std::size_t>(fact)]) facts_[fact] = term;
}

const Facts& CustomerFacts::of(std::size_t customer) {
  const Summary& s = analysis_->customers[customer];
  const RfmScore& score = analysis_->rfm.scores[customer];
  set(FactId::orders, Term::of(s.orders));
  set(FactId::order_days, Term::of(s.frequency + 1));
  set(FactId::frequency, Term::of(s.frequency));
  set(FactId::days_since_last, Term::of(s.days_since_last));
  set(FactId::days_since_first, Term::of(s.age));
  set(FactId::age, Term::of(s.age));
  set(FactId::r, Term::of(score.r));
  set(FactId::f, Term::of(score.f));
  set(FactId::segment, Term::of(segment_word(analysis_->one_of_ten(customer))));
  set(FactId::first_order, Term::of(s.first));
  set(FactId::last_order, Term::of(s.last));
  set(FactId::as_of, Term::of(analysis_->as_of));
  if (analysis_->group(customer) > 0) set(FactId::cluster, Term::of(analysis_->group(customer)));
  const OrderTable& table = analysis_->book.table();
  if (table.has_amounts) {
    const double revenue = major_units(s.revenue, table.digits);
    set(FactId::revenue, Term::of(revenue));
    set(FactId::average_order_value, Term::of(revenue / s.orders));
    set(FactId::value, Term::of(s.value));
    set(FactId::m, Term::of(score.m));
  }
  if (!purchases_.empty()) set_goods(s.customer);
  return facts_;
}

void CustomerFacts::set_goods(CustomerId customer) {
  const OrderTable& table = analysis_->book.table();
  const auto id = static_cast<std::int32_t>(customer);
  products_.clear();
  categories_.clear();
  std::vector<std::int32_t> seen;
  auto at =
      std::lower_bound(purchases_.begin(), purchases_.end(), id,
                       [](const Purchase& p, std::int32_t wanted) { return p.customer < wanted; });
  for (; at != purchases_.end() && at->customer == id; ++at) {
    products_.push_back(Term::of(table.products.text(at->product)));
    const auto product = static_cast<std::size_t>(at->product);
    const std::int32_t category =
        product < table.product_category.size() ? table.product_category[product] : -1;
    if (category >= 0 && std::find(seen.begin(), seen.end(), category) == seen.end())
      seen.push_back(category);
  }
  for (const std::int32_t category : seen)
    categories_.push_back(Term::of(table.labels.text(category)));
  // Nothing known of what was bought is a missing fact, not an empty list.
  set(FactId::products, products_.empty() ? Term{} : Term::of(std::span<const Term>(products_)));
  set(FactId::categories,
      categories_.empty() ? Term{} : Term::of(std::span<const Term>(categories_)));
}

Granted grant_rewards(const Analysis& analysis, const Program& program) {
  const std::size_t customers = analysis.customers.size();
  CustomerFacts facts(analysis, program);
  Granted granted;
  granted.awards.reserve(customers);
  granted.totals.rules.resize(program.rules.size());
  granted.held_out = held_out_of(analysis, program);
  Awards awards(program, analysis.book.table().digits);
  for (std::size_t i = 0; i < customers; ++i) {
    awards.push_back(facts.of(i));
    if (awards.size() < kAskedTogether && i + 1 < customers) continue;
    awards.ask();
    for (std::size_t row = 0; row < awards.size(); ++row) add_up(awards.at(row), granted);
    awards.clear();
  }
  return granted;
}

Award explain_award(const Analysis& analysis, CustomerFacts& facts, std::size_t customer) {
  Award result = award(analysis.program, facts.of(customer), analysis.book.table().digits);
  if (result.granted == Truth::yes && is_in(analysis.held_out, customer)) {
    result.held_out = true;
    result.granted = Truth::no;
    result.amount = 0;
  }
  return result;
}

}  // namespace regulars
