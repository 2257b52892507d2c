#include "core/loyalty/backtest.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

#include "core/base/zone.h"
#include "core/customers/behaviour.h"
#include "core/loyalty/replay.h"
#include "core/stats/special.h"

namespace regulars {
namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;
constexpr std::string_view kMember = "customer";  // of a ledger that has only one

// Something that may earn, and what it is to the ledger.
struct Happening {
  Instant at = 0;
  Moment moment;
  Occasion on = Occasion::order;
  std::int32_t order = -1;  // index in the book
  std::int32_t event = -1;  // place among the events

  auto key() const { return std::tuple(at, on, order, event); }
};

// What a happening earned.
struct Granted {
  Instant at = 0;
  std::int32_t happening = 0;  // place among those of its customer
  std::int64_t points = 0;
};

Instant end_of_day(Date day) { return (static_cast<Instant>(day.days) + 1) * kSecondsOfDay - 1; }

std::int32_t month_of(Date day) {
  const Civil civil = civil_of(day);
  return civil.year * 12 + civil.month - 1;
}

Date first_of_month(std::int32_t month) { return *make_date(month / 12, month % 12 + 1, 1); }

// Lists of numbers by the number of their owner, one behind the other.
class Lists {
 public:
  // `walk(take)` calls take(owner, item) for each, the same ones in the same order each time.
  template <class Walk>
  void fill(std::size_t owners, Walk&& walk) {
    starts_.assign(owners + 1, 0);
    walk([&](std::size_t owner, std::int32_t) { ++starts_[owner + 1]; });
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    items_.resize(starts_.back());
    std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
    walk([&](std::size_t owner, std::int32_t item) { items_[next[owner]++] = item; });
  }
  std::span<const std::int32_t> of(std::size_t owner) const {
    if (owner + 1 >= starts_.size()) return {};
    return std::span(items_).subspan(starts_[owner], starts_[owner + 1] - starts_[owner]);
  }

 private:
  std::vector<std::size_t> starts_;
  std::vector<std::int32_t> items_;
};

// One customer after the other: what happened, and what it earned.
class Walk {
 public:
  Walk(const OrderBook& book, const Program& program, const BacktestOptions& options)
      : book_(book),
        table_(book.table()),
        plan_(*program.points),
        earner_(plan_),
        from_(options.from.value_or(book.totals().first)),
        as_of_(options.as_of) {
    if (program.tiers) {
      tiers_ = tier_policy(*program.tiers, table_.digits, {});
      basis_ = program.tiers->basis;
    }
    policy_.returns = plan_.returns;
    policy_.pending = plan_.pending;
    policy_.expiry = plan_.expiry;
    if (plan_.redeem) terms_ = redemption_terms(*plan_.redeem, table_.digits);
    if (earner_.answers(Occasion::event)) sort_events();
    if (earner_.asks_for(EarnFact::products) || earner_.asks_for(EarnFact::categories) ||
        earner_.asks_for(EarnFact::quantity))
      sort_lines();
  }

  Date from() const { return from_; }
  const std::optional<RedemptionTerms>& terms() const { return terms_; }
  const std::vector<Happening>& happenings() const { return happenings_; }

  // All that happened to a customer up to the end, in its order.
  void gather(CustomerId customer) {
    happenings_.clear();
    Date first = as_of_ + 1;
    for (const std::int32_t index : book_.history(customer)) {
      if (book_.status_of(index) != LineStatus::counted) continue;
      const Order order = book_.order(index);
      if (as_of_ < order.moment.date) break;
      first = std::min(first, order.moment.date);
      add({.moment = order.moment, .on = Occasion::order, .order = index});
    }
    if (happenings_.empty()) return;
    const std::size_t orders = happenings_.size();
    if (earner_.answers(Occasion::birthday)) add_birthdays(customer, first);
    if (earner_.answers(Occasion::anniversary)) add_years(first, first, Occasion::anniversary);
    for (const std::int32_t event : events_.of(static_cast<std::size_t>(customer))) {
      const auto at = static_cast<std::size_t>(event);
      const Moment moment{Date{table_.others.events.day[at]}, table_.others.events.second[at]};
      if (!(as_of_ < moment.date)) add({.moment = moment, .on = Occasion::event, .event = event});
    }
    if (happenings_.size() > orders)
      std::sort(happenings_.begin(), happenings_.end(),
                [](const Happening& a, const Happening& b) { return a.key() < b.key(); });
  }

  // Asks the rules about each happening since the beginning; `take(place, earned)`.
  template <class Take>
  void earn(Earner::Explain explain, Take&& take) {
    earner_.begin_customer();
    facts_of_tier_.clear();
    const bool by_points = tiers_ && basis_ == TierBasis::points;
    const bool asks_for_tier = tiers_ && earner_.asks_for(EarnFact::tier);
    if (tiers_ && !by_points)
      for (const Happening& one : happenings_)
        if (one.on == Occasion::order)
          facts_of_tier_.push_back(
              {one.at, one.at, basis_ == TierBasis::orders ? 1 : book_.net_of(one.order).minor});
    TierHistory history;
    if (asks_for_tier && !by_points)
      history = follow_tiers(facts_of_tier_, *tiers_, end_of_day(as_of_));
    std::int64_t orders = 0;
    Money revenue;
    Date first;
    Date last;
    for (std::size_t i = 0; i < happenings_.size(); ++i) {
      const Happening& one = happenings_[i];
      const Date day = one.moment.date;
      if (one.on == Occasion::order) {
        if (orders++ == 0) first = day;
        revenue += book_.net_of(one.order);
      }
      if (!(day < from_)) {
        set_facts(one, orders, revenue);
        set(EarnFact::days_since_first, orders > 0 ? Term::of(day - first) : Term{});
        set(EarnFact::days_since_last,
            orders > (one.on == Occasion::order ? 1 : 0) ? Term::of(day - last) : Term{});
        if (asks_for_tier) {
          const std::size_t tier = by_points
                                       ? follow_tiers(facts_of_tier_, *tiers_, one.at).standing.tier
                                       : tier_at(history, one.at);
          set(EarnFact::tier, Term::of(std::string_view(tiers_->tiers[tier].name)));
        }
        const Earned& earned = earner_.earn(one.on, word_of(one), facts_, day, explain);
        if (by_points && earned.points > 0)
          facts_of_tier_.push_back({one.at, one.at, earned.points});
        take(i, earned);
      }
      if (one.on == Occasion::order) last = day;
    }
  }

  // Where the customer stands in the end; after `earn`.
  TierHistory tiers() const { return follow_tiers(facts_of_tier_, *tiers_, end_of_day(as_of_)); }
  bool has_tiers() const { return tiers_.has_value(); }

  // The ledger of the customer, of what was granted by place among the happenings.
  // `redeemed(when, paid)` for each redemption.
  template <class Redeemed>
  Ledger post(std::span<const Granted> granted, Spending spending, Redeemed&& redeemed) {
    Replay replay(policy_);
    for (std::size_t i = 0; i < happenings_.size(); ++i) {
      const Happening& one = happenings_[i];
      if (one.moment.date < from_) continue;
      if (spending == Spending::at_once && terms_ && one.on == Occasion::order) {
        replay.advance(one.at);
        const std::int64_t balance = replay.usable(kMember);
        const Redemption redemption =
            redeemable(balance, balance, book_.net_of(one.order), *terms_);
        if (redemption.points > 0) {
          replay.apply(event_of(one, LedgerEventKind::spend, redemption.points));
          redeemed(one.at, redemption.paid);
        }
      }
      if (granted.empty() || granted.front().happening != static_cast<std::int32_t>(i)) continue;
      if (granted.front().points > 0)
        replay.apply(event_of(one, LedgerEventKind::earn, granted.front().points));
      granted = granted.subspan(1);
    }
    return replay.finish(end_of_day(as_of_));
  }

  // The id of a happening in the ledger: smaller ones come first in a budget.
  std::string source_of(const Happening& one) const {
    switch (one.on) {
      case Occasion::order:
        return book_.number(one.order);
      case Occasion::birthday:
        return "birthday-" + std::to_string(civil_of(one.moment.date).year);
      case Occasion::anniversary:
        return "anniversary-" + std::to_string(civil_of(one.moment.date).year);
      case Occasion::event:
        break;
    }
    return "event-" + std::to_string(one.event + 1);
  }

 private:
  void add(Happening one) {
    one.at = seconds_of(one.moment);  // civil times of the shop already
    happenings_.push_back(one);
  }

  void add_birthdays(CustomerId customer, Date first) {
    const auto& birthdays = table_.others.people.birthday;
    const auto who = static_cast<std::size_t>(customer);
    if (who < birthdays.size() && birthdays[who] != kUnknownDay)
      add_years(Date{birthdays[who]}, first, Occasion::birthday);
  }

  // The days on which a day comes round, after the first order.
  void add_years(Date of, Date first, Occasion on) {
    for (std::int32_t year = civil_of(first).year; year <= civil_of(as_of_).year; ++year) {
      const Date day = anniversary(of, year);
      if (first < day && !(as_of_ < day)) add({.moment = {day, kNoTime}, .on = on});
    }
  }

  void sort_events() {
    const Events& events = table_.others.events;
    events_.fill(static_cast<std::size_t>(book_.customers()), [&](auto&& take) {
      for (std::size_t i = 0; i < events.size(); ++i) {
        const CustomerId who = book_.person(events.customer[i]);
        if (who != kNobody && events.day[i] != kNoDay)
          take(static_cast<std::size_t>(who), static_cast<std::int32_t>(i));
      }
    });
  }

  void sort_lines() {
    std::size_t orders = 0;
    book_.walk_lines([&](std::size_t, std::int32_t order, LineStatus) {
      orders = std::max(orders, static_cast<std::size_t>(order) + 1);
    });
    lines_.fill(orders, [&](auto&& take) {
      book_.walk_lines([&](std::size_t line, std::int32_t order, LineStatus status) {
        if (status == LineStatus::counted)
          take(static_cast<std::size_t>(order), static_cast<std::int32_t>(line));
      });
    });
  }

  void set(EarnFact fact, Term term) {
    if (earner_.asks_for(fact)) facts_[fact] = term;
  }

  Term money(Money amount) const { return Term::of(major_units(amount, table_.digits)); }

  void set_facts(const Happening& one, std::int64_t orders, Money revenue) {
    const bool is_order = one.on == Occasion::order;
    const Civil civil = civil_of(one.moment.date);
    set(EarnFact::amount, is_order && table_.has_amounts ? money(book_.net_of(one.order)) : Term{});
    set(EarnFact::date, Term::of(one.moment.date));
    set(EarnFact::weekday, Term::of(weekday_of(one.moment.date)));
    set(EarnFact::month, Term::of(civil.month));
    set(EarnFact::hour, one.moment.second == kNoTime ? Term{} : Term::of(one.moment.second / 3600));
    set(EarnFact::orders, Term::of(orders));
    set(EarnFact::revenue, table_.has_amounts ? money(revenue) : Term{});
    const std::int32_t channel = is_order ? book_.channel_of(one.order) : -1;
    set(EarnFact::channel, channel < 0 ? Term{} : Term::of(table_.channels.text(channel)));
    set(EarnFact::score, Term{});
    if (one.event >= 0) {
      const std::int32_t score = table_.others.events.score[static_cast<std::size_t>(one.event)];
      if (score != INT32_MIN) set(EarnFact::score, Term::of(score / 1000.0));
    }
    set_goods(one);
  }

  void set_goods(const Happening& one) {
    products_.clear();
    categories_.clear();
    std::int64_t thousandths = 0;
    bool is_known = false;
    const auto take = [&](std::int32_t product) {
      if (product < 0) return;
      is_known = true;
      products_.push_back(Term::of(table_.products.text(product)));
      const auto at = static_cast<std::size_t>(product);
      const std::int32_t category =
          at < table_.product_category.size() ? table_.product_category[at] : -1;
      if (category >= 0) categories_.push_back(Term::of(table_.labels.text(category)));
    };
    if (one.on == Occasion::order)
      for (const std::int32_t line : lines_.of(static_cast<std::size_t>(one.order))) {
        take(table_.lines.product[static_cast<std::size_t>(line)]);
        thousandths += table_.lines.quantity[static_cast<std::size_t>(line)];
      }
    if (one.event >= 0) take(table_.others.events.product[static_cast<std::size_t>(one.event)]);
    set(EarnFact::products, is_known ? Term::of(std::span<const Term>(products_)) : Term{});
    set(EarnFact::categories,
        categories_.empty() ? Term{} : Term::of(std::span<const Term>(categories_)));
    set(EarnFact::quantity, one.on == Occasion::order && thousandths != 0
                                ? Term::of(static_cast<double>(thousandths) / 1000)
                                : Term{});
  }

  std::string_view word_of(const Happening& one) const {
    if (one.event < 0) return {};
    const std::int32_t kind = table_.others.events.kind[static_cast<std::size_t>(one.event)];
    return kind < 0 ? std::string_view{} : table_.others.words.text(kind);
  }

  LedgerEvent event_of(const Happening& one, LedgerEventKind kind, std::int64_t points) const {
    LedgerEvent event;
    event.at = one.at;
    event.kind = kind;
    event.source = source_of(one);
    event.member = kMember;
    if (kind == LedgerEventKind::earn) event.target = event.source;
    event.points = points;
    return event;
  }

  const OrderBook& book_;
  const OrderTable& table_;
  const PointsPlan& plan_;
  Earner earner_;
  Date from_;
  Date as_of_;
  LedgerPolicy policy_;
  std::optional<RedemptionTerms> terms_;
  std::optional<TierPolicy> tiers_;
  TierBasis basis_ = TierBasis::spend;
  Lists events_;  // by customer
  Lists lines_;   // counted ones, by order
  std::vector<Happening> happenings_;
  std::vector<TierFact> facts_of_tier_;
  EarnFacts facts_;
  std::vector<Term> products_;
  std::vector<Term> categories_;
};

// Sums of postings by month, over all customers.
class MonthSums {
 public:
  MonthSums(Date from, Date as_of)
      : first_(month_of(from)), sums_(static_cast<std::size_t>(month_of(as_of) - first_ + 1)) {}

  void add(const Ledger& ledger) {
    for (const Entry& entry : ledger.entries) {
      Amounts& sums = at(entry.at).amounts;
      for (std::size_t i = 0; i < kAccounts; ++i) sums[i] += entry.change[i];
    }
  }
  void add_redeemed(Instant when, Money paid) { at(when).redeemed += paid; }

  SpendingOutcome outcome() const {
    SpendingOutcome outcome;
    Amounts sums{};
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      const Balances before = balances_of(sums);
      for (std::size_t j = 0; j < kAccounts; ++j) sums[j] += sums_[i].amounts[j];
      const Balances after = balances_of(sums);
      outcome.months.push_back({.first = first_of_month(first_ + static_cast<std::int32_t>(i)),
                                .points = flow_between(before, after),
                                .redeemed = sums_[i].redeemed});
      outcome.redeemed += sums_[i].redeemed;
    }
    outcome.balances = balances_of(sums);
    return outcome;
  }

 private:
  struct Sums {
    Amounts amounts{};
    Money redeemed;
  };

  Sums& at(Instant when) {
    const std::int32_t month = month_of(moment_of(when).date);
    return sums_[static_cast<std::size_t>(month - first_)];
  }

  std::int32_t first_;
  std::vector<Sums> sums_;
};

// The points of all earnings after the budget, and when it ran out.
void spend(const PointsPlan& plan, Walk& walk, const OrderBook& book,
           const std::vector<std::size_t>& starts, std::vector<Granted>& granted,
           Backtest& result) {
  std::vector<BudgetRequest> requests;
  requests.reserve(granted.size());
  for (std::int32_t customer = 0; customer < book.customers(); ++customer) {
    const auto at = static_cast<std::size_t>(customer);
    if (starts[at] == starts[at + 1]) continue;
    walk.gather(CustomerId{customer});
    for (std::size_t i = starts[at]; i < starts[at + 1]; ++i) {
      const auto& one = walk.happenings()[static_cast<std::size_t>(granted[i].happening)];
      requests.push_back(
          {granted[i].at,
           walk.source_of(one) + " " + std::string(book.table().customers.text(customer)),
           granted[i].points,
           {}});
    }
  }
  const std::vector<std::int64_t> given = spend_budget(requests, *plan.budget, plan.shortfall);
  std::int64_t left = *plan.budget;
  std::optional<Instant> exhausted;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i] < granted[i].points && (!exhausted || granted[i].at < *exhausted))
      exhausted = granted[i].at;
    granted[i].points = given[i];
    left -= given[i];
  }
  result.budget_left = left;
  result.given = given;
  result.given_from.assign(starts.begin(), starts.end() - 1);
  if (exhausted) result.exhausted = moment_of(*exhausted).date;
}

}  // namespace

Backtest backtest(const OrderBook& book, const Program& program, const BacktestOptions& options) {
  assert(program.points);
  const PointsPlan& plan = *program.points;
  Walk walk(book, program, options);
  Backtest result;
  result.from = walk.from();
  result.as_of = options.as_of;
  result.rules.resize(plan.earn.size());
  result.of_customers.resize(static_cast<std::size_t>(book.customers()));
  if (program.tiers) result.tiers.resize(program.tiers->steps.size());
  if (options.as_of < result.from) return result;

  std::vector<Granted> granted;
  std::vector<std::size_t> starts{0};  // of each customer's, then the end
  std::vector<std::uint8_t> counted(plan.earn.size());
  for (std::int32_t customer = 0; customer < book.customers(); ++customer) {
    CustomerOutcome& outcome = result.of_customers[static_cast<std::size_t>(customer)];
    walk.gather(CustomerId{customer});
    std::fill(counted.begin(), counted.end(), std::uint8_t{0});
    bool had_occasion = false;
    walk.earn(Earner::Explain::no, [&](std::size_t place, const Earned& earned) {
      const Happening& one = walk.happenings()[place];
      had_occasion = true;
      result.undecided += earned.is_unknown;
      if (one.on == Occasion::order) result.revenue += book.net_of(one.order);
      for (const EarnAnswer& answer : earned.answers) {
        if (answer.verdict != EarnVerdict::counted) continue;
        ++result.rules[answer.rule].times;
        result.rules[answer.rule].points += answer.points;
        counted[answer.rule] = 1;
      }
      if (earned.points > 0)
        granted.push_back({one.at, static_cast<std::int32_t>(place), earned.points});
    });
    starts.push_back(granted.size());
    result.customers += had_occasion;
    for (std::size_t i = 0; i < counted.size(); ++i) result.rules[i].customers += counted[i];
    if (!walk.has_tiers() || walk.happenings().empty()) continue;
    const TierHistory history = walk.tiers();
    outcome.tier = static_cast<std::int32_t>(history.standing.tier);
    ++result.tiers[history.standing.tier].customers;
    for (const TierChange& change : history.changes) ++result.tiers[change.to].reached;
  }
  if (plan.budget) spend(plan, walk, book, starts, granted, result);

  std::array<MonthSums, 2> sums{MonthSums(result.from, result.as_of),
                                MonthSums(result.from, result.as_of)};
  std::array<std::int64_t, 2> redeemers{};
  for (std::int32_t customer = 0; customer < book.customers(); ++customer) {
    const auto at = static_cast<std::size_t>(customer);
    const std::span own = std::span(granted).subspan(starts[at], starts[at + 1] - starts[at]);
    CustomerOutcome& outcome = result.of_customers[at];
    for (const Granted& one : own) {
      outcome.earned += one.points;
      result.occasions += one.points > 0;
    }
    if (outcome.earned == 0) continue;
    ++result.rewarded;
    result.earned += outcome.earned;
    walk.gather(CustomerId{customer});
    for (const Spending spending : {Spending::never, Spending::at_once}) {
      MonthSums& sum = sums[static_cast<std::size_t>(spending)];
      const Ledger ledger =
          walk.post(own, spending, [&](Instant when, Money paid) { sum.add_redeemed(when, paid); });
      sum.add(ledger);
      const Balances balances = balances_at(ledger, ledger.as_of);
      if (spending == Spending::never)
        outcome.balance = balances.active + balances.pending - balances.debt;
      else
        outcome.redeemed = balances.redeemed;
      redeemers[static_cast<std::size_t>(spending)] += balances.redeemed > 0;
    }
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    SpendingOutcome& outcome = result.spending[i] = sums[i].outcome();
    outcome.customers = redeemers[i];
    if (walk.terms())
      outcome.outstanding = value_of(outcome.balances.active + outcome.balances.pending,
                                     {walk.terms()->step_value, walk.terms()->step});
  }
  return result;
}

BreakEven break_even(const Backtest& result, const Program& program) {
  const SpendingOutcome& all = result.spending[static_cast<std::size_t>(Spending::at_once)];
  BreakEven answer{.cost = all.redeemed + all.outstanding, .revenue_share = {}, .uplift = {}};
  if (result.revenue.minor <= 0) return answer;
  answer.revenue_share =
      static_cast<double>(answer.cost.minor) / static_cast<double>(result.revenue.minor);
  if (program.margin) answer.uplift = *answer.revenue_share / *program.margin;
  return answer;
}

std::int64_t customers_for_test(double share, double other) {
  const double two_sided = normal_quantile(0.975);
  const double power = normal_quantile(0.8);
  const double mean = (share + other) / 2;
  const double apart = other - share;
  const double root = two_sided * std::sqrt(2 * mean * (1 - mean)) +
                      power * std::sqrt(share * (1 - share) + other * (1 - other));
  return static_cast<std::int64_t>(std::ceil(root * root / (apart * apart)));
}

struct StoryTeller::Parts {
  const Backtest& result;
  Walk walk;
};

StoryTeller::StoryTeller(const OrderBook& book, const Program& program, const Backtest& result)
    : parts_(new Parts{result, Walk(book, program, {.from = result.from, .as_of = result.as_of})}) {
}

StoryTeller::~StoryTeller() = default;

CustomerStory StoryTeller::of(CustomerId customer) {
  Walk& walk = parts_->walk;
  const Backtest& result = parts_->result;
  CustomerStory story;
  walk.gather(customer);
  std::vector<Granted> granted;
  const bool has_budget = !result.given_from.empty();
  std::size_t next = has_budget ? result.given_from[static_cast<std::size_t>(customer)] : 0;
  walk.earn(Earner::Explain::yes, [&](std::size_t place, const Earned& earned) {
    const Happening& one = walk.happenings()[place];
    const std::int64_t points =
        has_budget && earned.points > 0 ? result.given[next++] : earned.points;
    story.earnings.push_back({one.moment, one.on, one.order, walk.source_of(one), earned, points});
    if (points > 0) granted.push_back({one.at, static_cast<std::int32_t>(place), points});
  });
  if (walk.has_tiers() && !walk.happenings().empty()) story.tiers = walk.tiers();
  story.ledger = walk.post(granted, Spending::at_once, [](Instant, Money) {});
  return story;
}

}  // namespace regulars
