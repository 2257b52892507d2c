#include "core/loyalty/points.h"

#include <algorithm>
#include <utility>

#include "core/loyalty/fields.h"
#include "core/loyalty/syntax.h"

namespace regulars {
namespace {

constexpr std::array<std::string_view, 4> kRoundingWords{"down", "up", "half_up", "half_even"};
constexpr std::array<std::string_view, 2> kShortfallWords{"skip", "partial"};
constexpr double kMostThreshold = 1e12;
constexpr std::int64_t kMostStep = 1'000'000'000;

std::string place_of(std::string_view list, std::size_t place) {
  return std::string(list) + "[" + std::to_string(place) + "]";
}

// The catalogue with the names of the tiers as the words that `tier` can be; without tiers nobody
// can ask for one.
std::vector<FactDefinition> catalogue_with(const TierPlan* tiers,
                                           std::vector<std::string_view>& words) {
  std::vector<FactDefinition> catalogue(kEarnCatalogue.begin(), kEarnCatalogue.end());
  if (tiers == nullptr) {
    // A place that keeps the order and a name that nobody can write.
    catalogue[static_cast<std::size_t>(EarnFact::tier)].name = "";
    return catalogue;
  }
  for (const TierPlan::Step& step : tiers->steps) words.push_back(step.name);
  catalogue[static_cast<std::size_t>(EarnFact::tier)].words = words;
  return catalogue;
}

EarnLimit read_limit(std::optional<Error>& trouble, const Value& document, std::string path) {
  constexpr std::array<std::string_view, 3> known{"times", "points", "per"};
  EarnLimit limit;
  Fields fields(trouble, document, std::move(path), known);
  if (fields.is_wrong()) return limit;
  if (fields.has("times")) limit.times = fields.whole("times", 1, kMostPoints, 1);
  if (fields.has("points")) limit.points = fields.whole("points", 1, kMostPoints, 1);
  if (!limit.times && !limit.points) fields.refuse("times", "is missing, and points too");
  limit.per = static_cast<LimitPeriod>(fields.word("per", kLimitPeriodWords));
  return limit;
}

void read_earn_rule(std::optional<Error>& trouble, const Value& document, std::size_t place,
                    std::span<const FactDefinition> catalogue, std::vector<EarnRule>& rules) {
  constexpr std::array<std::string_view, 11> known{"id",     "on",    "event",      "when",
                                                   "points", "times", "group",      "from",
                                                   "until",  "limit", "description"};
  Fields fields(trouble, document, place_of("points.earn", place), known);
  if (fields.is_wrong()) return;
  std::string id = fields.text("id", "earn_" + std::to_string(place + 1));
  if (std::any_of(rules.begin(), rules.end(), [&](const EarnRule& rule) { return rule.id == id; }))
    fields.refuse("id", quoted(id) + " is the id of an earlier rule");
  const auto on = static_cast<Occasion>(fields.word("on", kOccasionWords));
  std::string event = fields.text("event");
  if (on == Occasion::event && event.empty())
    fields.refuse("event", "is missing: the word of the events table, such as \"review\"");
  if (on != Occasion::event && !event.empty())
    fields.refuse("event", "belongs to rules with \"on\": \"event\"");
  if (fields.has("points") == fields.has("times"))
    fields.refuse("points", fields.has("points") ? "and times stand in one rule"
                                                 : "is missing, and times too");
  if (fields.is_wrong()) return;
  const EarnKind kind = fields.has("points") ? EarnKind::points : EarnKind::times;
  std::optional<Rule> when;
  if (fields.has("when")) when = fields.rule("when", RuleKind::condition, catalogue);
  auto amount = fields.amount(kind == EarnKind::points ? "points" : "times", catalogue,
                              static_cast<double>(kMostPoints));
  std::string group = fields.text("group");
  if (kind == EarnKind::times && !group.empty())
    fields.refuse("group", "belongs to rules that give points");
  EarnLimit limit;
  if (const Value* written = fields.find("limit"))
    limit = read_limit(trouble, *written, fields.path_of("limit"));
  if (kind == EarnKind::times && limit.points)
    fields.refuse("limit", "of points belongs to rules that give points");
  const auto from = fields.date("from");
  const auto until = fields.date("until");
  if (from && until && *until < *from) fields.refuse("until", "lies before from");
  if (fields.is_wrong()) return;
  rules.push_back({.id = std::move(id),
                   .on = on,
                   .event = std::move(event),
                   .kind = kind,
                   .when = std::move(when),
                   .amount = std::move(*amount),
                   .group = std::move(group),
                   .from = from,
                   .until = until,
                   .limit = limit});
}

PointsPlan::Redeem read_redeem(std::optional<Error>& trouble, const Value& document) {
  constexpr std::array<std::string_view, 4> known{"step", "value", "percent", "least"};
  PointsPlan::Redeem redeem;
  Fields fields(trouble, document, "points.redeem", known);
  if (fields.is_wrong()) return redeem;
  redeem.step = fields.whole("step", 1, kMostStep, redeem.step);
  redeem.value = fields.number("value", 0, kMostThreshold, redeem.value);
  if (redeem.value <= 0) fields.refuse("value", "must be above 0");
  redeem.percent = fields.whole("percent", 1, 100, redeem.percent);
  redeem.least = fields.whole("least", 0, kMostPoints, redeem.least);
  return redeem;
}

}  // namespace

TierPlan read_tiers(std::optional<Error>& trouble, const Value& document) {
  constexpr std::array<std::string_view, 8> known{"by",     "window",    "length", "term",
                                                  "review", "downgrade", "grace",  "steps"};
  constexpr std::array<std::string_view, 3> of_step{"name", "from", "benefits"};
  TierPlan plan;
  Fields fields(trouble, document, "tiers", known);
  if (fields.is_wrong()) return plan;
  TierPolicy& policy = plan.policy;
  plan.basis = static_cast<TierBasis>(fields.word("by", kTierBasisWords));
  policy.window = static_cast<TierWindow>(
      fields.word("window", kTierWindowWords, static_cast<std::size_t>(policy.window)));
  policy.length = fields.duration("length", policy.length);
  policy.term = fields.duration("term", policy.term);
  policy.review = static_cast<TierReview>(fields.word("review", kTierReviewWords));
  policy.downgrade = static_cast<Downgrade>(
      fields.word("downgrade", kDowngradeWords, static_cast<std::size_t>(policy.downgrade)));
  policy.grace = fields.duration("grace", policy.grace);
  if (policy.length.unlimited || policy.length.amount == 0)
    fields.refuse("length", "must be a time that ends; all of time is \"window\": \"lifetime\"");
  const Value::List* steps = fields.list("steps", kMaxTiers);
  if (!fields.is_wrong() && (steps == nullptr || steps->empty()))
    fields.refuse("steps", "has no tier");
  if (fields.is_wrong()) return plan;
  for (std::size_t i = 0; i < steps->size() && !fields.is_wrong(); ++i) {
    Fields step(trouble, (*steps)[i], place_of("tiers.steps", i), of_step);
    if (step.is_wrong()) return plan;
    TierPlan::Step read{.name = step.text("name"),
                        .from = step.number("from", 0, kMostThreshold, 0),
                        .benefits = {}};
    if (read.name.empty()) step.refuse("name", "is missing");
    if (i == 0 && read.from != 0) step.refuse("from", "of the first tier must be 0");
    if (i > 0 && !(read.from > plan.steps.back().from))
      step.refuse("from", "must be above that of the tier before");
    for (const TierPlan::Step& other : plan.steps)
      if (other.name == read.name) step.refuse("name", quoted(read.name) + " is an earlier tier");
    if (const Value::List* benefits = step.list("benefits", kMaxTiers))
      for (std::size_t j = 0; j < benefits->size(); ++j) {
        const Value& benefit = (*benefits)[j];
        if (benefit.is(Value::Kind::text))
          read.benefits.push_back(benefit.text());
        else
          step.refuse(place_of("benefits", j), must_be(Value::Kind::text, benefit));
      }
    plan.steps.push_back(std::move(read));
  }
  return plan;
}

PointsPlan read_points(std::optional<Error>& trouble, const Value& document,
                       const TierPlan* tiers) {
  constexpr std::array<std::string_view, 8> known{"earn",    "rounding", "pending", "expiry",
                                                  "returns", "redeem",   "budget",  "shortfall"};
  PointsPlan plan;
  Fields fields(trouble, document, "points", known);
  if (fields.is_wrong()) return plan;
  plan.rounding = static_cast<RoundingMode>(fields.word("rounding", kRoundingWords));
  plan.pending = fields.duration("pending", plan.pending);
  plan.expiry = fields.duration("expiry", plan.expiry);
  plan.returns = static_cast<ReturnPolicy>(
      fields.word("returns", kReturnPolicyWords, static_cast<std::size_t>(plan.returns)));
  if (const Value* written = fields.find("redeem")) plan.redeem = read_redeem(trouble, *written);
  if (fields.has("budget")) plan.budget = fields.whole("budget", 0, kMostPoints, 0);
  plan.shortfall = static_cast<Shortfall>(fields.word("shortfall", kShortfallWords));
  std::vector<std::string_view> words;
  const std::vector<FactDefinition> catalogue = catalogue_with(tiers, words);
  const Value::List* earn = fields.list("earn", kMaxEarnRules);
  if (!fields.is_wrong() && (earn == nullptr || earn->empty()))
    fields.refuse("earn", "has no rule");
  if (fields.is_wrong()) return plan;
  for (std::size_t i = 0; i < earn->size() && !fields.is_wrong(); ++i)
    read_earn_rule(trouble, (*earn)[i], i, catalogue, plan.earn);
  return plan;
}

TierPolicy tier_policy(const TierPlan& plan, int minor_digits, Zone zone) {
  TierPolicy policy = plan.policy;
  const int digits = plan.basis == TierBasis::spend ? minor_digits : 0;
  for (const TierPlan::Step& step : plan.steps)
    policy.tiers.push_back(
        {.name = step.name, .threshold = *whole_units(number_from(step.from), digits)});
  policy.zone = std::move(zone);
  return policy;
}

std::optional<RedemptionTerms> redemption_terms(const PointsPlan::Redeem& redeem,
                                                int minor_digits) {
  const auto pays = whole_units(number_from(redeem.value), minor_digits);
  if (!pays || *pays == 0) return {};
  return RedemptionTerms{.step = redeem.step,
                         .step_value = Money{*pays},
                         .percent = redeem.percent,
                         .least = redeem.least};
}

std::vector<TwiceEarned> earned_twice(const PointsPlan& plan) {
  const auto asks_for_tier = [](const EarnRule& rule) {
    constexpr auto tier = static_cast<std::size_t>(EarnFact::tier);
    return rule.amount.asks_for(tier) || (rule.when && rule.when->asks_for(tier));
  };
  std::vector<TwiceEarned> pairs;
  for (std::size_t i = 0; i < plan.earn.size(); ++i)
    for (std::size_t j = 0; j < plan.earn.size(); ++j) {
      const EarnRule& general = plan.earn[i];
      const EarnRule& special = plan.earn[j];
      const bool both = general.kind == EarnKind::points && special.kind == EarnKind::points &&
                        general.on == special.on && general.event == special.event;
      if (both && !general.when && asks_for_tier(special) && !asks_for_tier(general) &&
          (general.group.empty() || general.group != special.group))
        pairs.push_back({i, j});
    }
  return pairs;
}

}  // namespace regulars
