#include "core/loyalty/backtest.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "core/base/zone.h"
#include "core/loyalty/happenings.h"
#include "core/loyalty/replay.h"
#include "core/stats/special.h"

namespace regulars {
namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;
constexpr std::string_view kMember = "customer";  // of a ledger that has only one
// Rules are asked about so many happenings at a time: few enough for their columns to stay in the
// cache.
constexpr std::size_t kAskedTogether = 4'096;

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

// What a program needs to follow one customer after the other: the rules, the tiers, the ledger.
class Walk {
 public:
  Walk(const OrderBook& book, const Program& program, const BacktestOptions& options)
      : book_(book),
        plan_(*program.points),
        earner_(plan_),
        happenings_(book, earner_, options.as_of),
        from_(options.from.value_or(book.totals().first)),
        as_of_(options.as_of) {
    if (program.tiers) {
      tiers_ = tier_policy(*program.tiers, book.table().digits, {});
      basis_ = program.tiers->basis;
    }
    policy_.returns = plan_.returns;
    policy_.pending = plan_.pending;
    policy_.expiry = plan_.expiry;
    if (plan_.redeem) terms_ = redemption_terms(*plan_.redeem, book.table().digits);
  }

  Date from() const { return from_; }
  const std::optional<RedemptionTerms>& terms() const { return terms_; }
  Happenings& happenings() { return happenings_; }
  Earner& earner() { return earner_; }
  bool has_tiers() const { return tiers_.has_value(); }
  // Whether what was earned before decides the tier that a rule asks for.
  bool climbs_by_points() const { return tiers_ && basis_ == TierBasis::points; }
  bool asks_for_tier() const { return tiers_ && earner_.asks_for(EarnFact::tier); }

  // What counts towards the tiers of the customer who was gathered; nothing yet where points do.
  std::vector<TierFact> facts_of_tier() const {
    std::vector<TierFact> facts;
    if (!tiers_ || climbs_by_points()) return facts;
    for (const Happening& one : happenings_.all())
      if (one.on == Occasion::order)
        facts.push_back(
            {one.at, one.at, basis_ == TierBasis::orders ? 1 : book_.net_of(one.order).minor});
    return facts;
  }
  TierHistory follow(std::span<const TierFact> facts) const {
    return follow_tiers(facts, *tiers_, end_of_day(as_of_));
  }
  Term tier_in(const TierHistory& history, Instant at) const {
    return name_of(tier_at(history, at));
  }
  // The tier in force at an instant by what was earned before it.
  Term tier_by_points(std::span<const TierFact> facts, Instant at) const {
    return name_of(follow_tiers(facts, *tiers_, at).standing.tier);
  }

  // The ledger of a customer to whom all of this happened, of what was granted by place.
  // `source_of(place)` is its id in the ledger; `redeemed(when, paid)` for each redemption. Valid
  // until the next one.
  template <class SourceOf, class Redeemed>
  const Ledger& post(std::span<const Happening> all, std::span<const Granted> granted,
                     Spending spending, SourceOf&& source_of, Redeemed&& redeemed) {
    replay_.restart();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Happening& one = all[i];
      if (one.moment.date < from_) continue;
      if (spending == Spending::at_once && terms_ && one.on == Occasion::order) {
        replay_.advance(one.at);
        const std::int64_t balance = replay_.usable(kMember);
        const Redemption redemption =
            redeemable(balance, balance, book_.net_of(one.order), *terms_);
        if (redemption.points > 0) {
          replay_.apply(event_of(one.at, LedgerEventKind::spend, source_of(i), redemption.points));
          redeemed(one.at, redemption.paid);
        }
      }
      if (granted.empty() || granted.front().happening != static_cast<std::int32_t>(i)) continue;
      if (granted.front().points > 0)
        replay_.apply(
            event_of(one.at, LedgerEventKind::earn, source_of(i), granted.front().points));
      granted = granted.subspan(1);
    }
    return replay_.conclude(end_of_day(as_of_));
  }

 private:
  Term name_of(std::size_t tier) const {
    return Term::of(std::string_view(tiers_->tiers[tier].name));
  }

  static LedgerEvent event_of(Instant at, LedgerEventKind kind, std::string source,
                              std::int64_t points) {
    LedgerEvent event;
    event.at = at;
    event.kind = kind;
    event.source = std::move(source);
    event.member = kMember;
    if (kind == LedgerEventKind::earn) event.target = event.source;
    event.points = points;
    return event;
  }

  const OrderBook& book_;
  const PointsPlan& plan_;
  Earner earner_;
  Happenings happenings_;
  Date from_;
  Date as_of_;
  LedgerPolicy policy_;
  Replay replay_{policy_};
  std::optional<RedemptionTerms> terms_;
  std::optional<TierPolicy> tiers_;
  TierBasis basis_ = TierBasis::spend;
};

// Sums of postings by month, over all customers.
class MonthSums {
 public:
  MonthSums(Date from, Date as_of)
      : first_(month_of(from)),
        sums_(static_cast<std::size_t>(std::max(0, month_of(as_of) - first_ + 1))) {}

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
void spend(const PointsPlan& plan, Happenings& happenings, const OrderBook& book,
           const std::vector<std::size_t>& starts, std::vector<Granted>& granted,
           Backtest& result) {
  std::vector<BudgetRequest> requests;
  requests.reserve(granted.size());
  for (std::int32_t customer = 0; customer < book.customers(); ++customer) {
    const auto at = static_cast<std::size_t>(customer);
    if (starts[at] == starts[at + 1]) continue;
    happenings.gather(CustomerId{customer});
    for (std::size_t i = starts[at]; i < starts[at + 1]; ++i) {
      const Happening& one = happenings.all()[static_cast<std::size_t>(granted[i].happening)];
      requests.push_back(
          {granted[i].at,
           happenings.source_of(one) + " " + std::string(book.table().customers.text(customer)),
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

// The past of a shop under a program. Customers are taken in batches, for the sake of the rules.
class Past {
 public:
  Past(const OrderBook& book, const Program& program, const BacktestOptions& options)
      : book_(book),
        plan_(*program.points),
        walk_(book, program, options),
        occasions_(plan_,
                   walk_.climbs_by_points() ? Occasions::Tier::later : Occasions::Tier::given),
        sums_{MonthSums(walk_.from(), options.as_of), MonthSums(walk_.from(), options.as_of)} {
    result_.from = walk_.from();
    result_.as_of = options.as_of;
    result_.rules.resize(plan_.earn.size());
    result_.of_customers.resize(static_cast<std::size_t>(book.customers()));
    if (program.tiers) result_.tiers.resize(program.tiers->steps.size());
  }

  Backtest run() {
    if (result_.as_of < result_.from) return std::move(result_);
    for (std::int32_t customer = 0; customer < book_.customers(); ++customer) {
      gather(CustomerId{customer});
      if (occasions_.size() >= kAskedTogether) finish_batch();
    }
    finish_batch();
    if (plan_.budget) {
      spend(plan_, walk_.happenings(), book_, starts_, granted_, result_);
      for (std::int32_t customer = 0; customer < book_.customers(); ++customer) {
        const auto at = static_cast<std::size_t>(customer);
        if (starts_[at] == starts_[at + 1]) continue;
        walk_.happenings().gather(CustomerId{customer});
        post(CustomerId{customer}, walk_.happenings().all(),
             std::span(granted_).subspan(starts_[at], starts_[at + 1] - starts_[at]));
      }
    }
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      SpendingOutcome& outcome = result_.spending[i] = sums_[i].outcome();
      outcome.customers = redeemers_[i];
      if (walk_.terms())
        outcome.outstanding = value_of(outcome.balances.active + outcome.balances.pending,
                                       {walk_.terms()->step_value, walk_.terms()->step});
    }
    return std::move(result_);
  }

 private:
  // A customer of the batch.
  struct Member {
    CustomerId customer = kNobody;
    std::size_t happenings = 0;  // where theirs end
    std::size_t asked = 0;       // where those end that the rules are asked about
    std::vector<TierFact> facts_of_tier;
    TierHistory tiers;  // where no points decide them
  };

  void gather(CustomerId customer) {
    walk_.happenings().gather(customer);
    const std::span<const Happening> all = walk_.happenings().all();
    Member member{.customer = customer, .facts_of_tier = walk_.facts_of_tier(), .tiers = {}};
    const bool knows_tiers = walk_.has_tiers() && !walk_.climbs_by_points() && !all.empty();
    if (knows_tiers) member.tiers = walk_.follow(member.facts_of_tier);
    const bool sets_tier = knows_tiers && walk_.asks_for_tier();
    const std::size_t before = happenings_.size();
    happenings_.insert(happenings_.end(), all.begin(), all.end());
    walk_.happenings().each([&](std::size_t place, EarnFacts& facts) {
      const Happening& one = all[place];
      if (one.moment.date < walk_.from()) return;
      if (sets_tier) facts[EarnFact::tier] = walk_.tier_in(member.tiers, one.at);
      occasions_.push_back(one.on, walk_.happenings().word_of(one), facts, one.moment.date);
      asked_.push_back(before + place);
    });
    member.happenings = happenings_.size();
    member.asked = asked_.size();
    members_.push_back(std::move(member));
  }

  void finish_batch() {
    occasions_.ask();
    std::size_t happening = 0;
    std::size_t asked = 0;
    for (Member& member : members_) {
      const std::size_t first = granted_.size();
      earn(member, happening, asked);
      const auto own =
          std::span<const Happening>(happenings_).subspan(happening, member.happenings - happening);
      if (walk_.has_tiers() && !own.empty()) stand(member);
      if (plan_.budget) {
        starts_.push_back(granted_.size());
      } else {
        post(member.customer, own, std::span<const Granted>(granted_).subspan(first));
        granted_.clear();
      }
      happening = member.happenings;
      asked = member.asked;
    }
    members_.clear();
    happenings_.clear();
    asked_.clear();
    occasions_.clear();
  }

  void earn(Member& member, std::size_t first_happening, std::size_t first_asked) {
    walk_.earner().begin_customer();
    counted_.assign(plan_.earn.size(), 0);
    const bool needs_tier = walk_.climbs_by_points() && walk_.asks_for_tier();
    for (std::size_t i = first_asked; i < member.asked; ++i) {
      const Happening& one = happenings_[asked_[i]];
      const Term tier = needs_tier ? walk_.tier_by_points(member.facts_of_tier, one.at) : Term{};
      const Earned& earned = walk_.earner().earn(occasions_, i, tier);
      if (walk_.climbs_by_points() && earned.points > 0)
        member.facts_of_tier.push_back({one.at, one.at, earned.points});
      result_.undecided += earned.is_unknown;
      if (one.on == Occasion::order) result_.revenue += book_.net_of(one.order);
      for (const EarnPart& part : earned.parts) {
        ++result_.rules[part.rule].times;
        result_.rules[part.rule].points += part.points;
        counted_[part.rule] = 1;
      }
      if (earned.points > 0)
        granted_.push_back(
            {one.at, static_cast<std::int32_t>(asked_[i] - first_happening), earned.points});
    }
    result_.customers += member.asked > first_asked;
    for (std::size_t i = 0; i < counted_.size(); ++i) result_.rules[i].customers += counted_[i];
  }

  // Where a customer stands in the end.
  void stand(Member& member) {
    if (walk_.climbs_by_points()) member.tiers = walk_.follow(member.facts_of_tier);
    const std::size_t tier = member.tiers.standing.tier;
    result_.of_customers[static_cast<std::size_t>(member.customer)].tier =
        static_cast<std::int32_t>(tier);
    ++result_.tiers[tier].customers;
    for (const TierChange& change : member.tiers.changes) ++result_.tiers[change.to].reached;
  }

  // The ledgers of a customer, one for each way of spending.
  void post(CustomerId customer, std::span<const Happening> all, std::span<const Granted> granted) {
    CustomerOutcome& outcome = result_.of_customers[static_cast<std::size_t>(customer)];
    for (const Granted& one : granted) {
      outcome.earned += one.points;
      result_.occasions += one.points > 0;
    }
    if (outcome.earned == 0) return;
    ++result_.rewarded;
    result_.earned += outcome.earned;
    // Only sums are kept, so that the numbers of orders need not be looked up.
    const auto by_place = [](std::size_t place) { return std::to_string(place); };
    for (const Spending spending : {Spending::never, Spending::at_once}) {
      MonthSums& sum = sums_[static_cast<std::size_t>(spending)];
      const Ledger& ledger =
          walk_.post(all, granted, spending, by_place,
                     [&](Instant when, Money paid) { sum.add_redeemed(when, paid); });
      sum.add(ledger);
      const Balances balances = balances_at(ledger, ledger.as_of);
      if (spending == Spending::never)
        outcome.balance = balances.active + balances.pending - balances.debt;
      else
        outcome.redeemed = balances.redeemed;
      redeemers_[static_cast<std::size_t>(spending)] += balances.redeemed > 0;
    }
  }

  const OrderBook& book_;
  const PointsPlan& plan_;
  Walk walk_;
  Occasions occasions_;
  Backtest result_;
  std::array<MonthSums, 2> sums_;
  std::array<std::int64_t, 2> redeemers_{};
  std::vector<Member> members_;  // of the batch
  std::vector<Happening> happenings_;
  std::vector<std::size_t> asked_;  // places of those that the rules are asked about
  std::vector<std::uint8_t> counted_;
  std::vector<Granted> granted_;           // with a budget, of all customers
  std::vector<std::size_t> starts_ = {0};  // of each customer's, then the end
};

}  // namespace

Backtest backtest(const OrderBook& book, const Program& program, const BacktestOptions& options) {
  assert(program.points);
  return Past(book, program, options).run();
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

CustomerStory StoryTeller::of(CustomerId customer, Spending spending) {
  Walk& walk = parts_->walk;
  const Backtest& result = parts_->result;
  CustomerStory story;
  walk.happenings().gather(customer);
  const std::span<const Happening> all = walk.happenings().all();
  walk.earner().begin_customer();
  std::vector<TierFact> facts_of_tier = walk.facts_of_tier();
  const bool by_points = walk.climbs_by_points();
  TierHistory tiers;
  if (walk.has_tiers() && !by_points) tiers = walk.follow(facts_of_tier);
  std::vector<Granted> granted;
  const bool has_budget = !result.given_from.empty();
  std::size_t next = has_budget ? result.given_from[static_cast<std::size_t>(customer)] : 0;
  walk.happenings().each([&](std::size_t place, EarnFacts& facts) {
    const Happening& one = all[place];
    if (one.moment.date < walk.from()) return;
    if (walk.asks_for_tier())
      facts[EarnFact::tier] =
          by_points ? walk.tier_by_points(facts_of_tier, one.at) : walk.tier_in(tiers, one.at);
    const Earned& earned = walk.earner().earn(one.on, walk.happenings().word_of(one), facts,
                                              one.moment.date, Earner::Explain::yes);
    if (by_points && earned.points > 0) facts_of_tier.push_back({one.at, one.at, earned.points});
    const std::int64_t points =
        has_budget && earned.points > 0 ? result.given[next++] : earned.points;
    story.earnings.push_back(
        {one.moment, one.on, one.order, walk.happenings().source_of(one), earned, points});
    if (points > 0) granted.push_back({one.at, static_cast<std::int32_t>(place), points});
  });
  if (walk.has_tiers() && !all.empty())
    story.tiers = by_points ? walk.follow(facts_of_tier) : std::move(tiers);
  const auto by_name = [&](std::size_t place) { return walk.happenings().source_of(all[place]); };
  story.ledger = walk.post(all, granted, spending, by_name, [](Instant, Money) {});
  story.facts_of_tier = std::move(facts_of_tier);
  return story;
}

}  // namespace regulars
