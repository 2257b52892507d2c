#include "core/loyalty/explain.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/money.h"
#include "core/loyalty/run.h"

namespace regulars {
namespace {

constexpr double kMostUnits = 1e15;  // a threshold beyond it is none that anybody reaches

constexpr std::size_t place(Effort effort) { return static_cast<std::size_t>(effort); }
constexpr std::size_t place(FactId fact) { return static_cast<std::size_t>(fact); }

bool is_comparison(Operator op) { return op >= Operator::equal && op <= Operator::at_least; }

Joint joint_of(Operator op) {
  switch (op) {
    case Operator::both:
      return Joint::both;
    case Operator::either:
      return Joint::either;
    case Operator::negation:
      return Joint::negation;
    default:
      return Joint::comparison;
  }
}

// A double negation is what it holds.
std::int32_t plain_part(const Syntax& syntax, std::int32_t part) {
  while (syntax.at(part).op == Operator::truthiness && syntax.at(part).count > 0)
    part = syntax.arguments_of(syntax.at(part))[0];
  return part;
}

// A fact in the whole units of its kind; nothing where it is missing.
std::optional<std::int64_t> units_of(const Facts& facts, FactId fact, int digits) {
  const Term& term = facts[fact];
  if (!term.is(Term::Kind::number) && !term.is(Term::Kind::date)) return {};
  const double scale = unit_of(fact) == FactUnit::money ? minor_units(1, digits) : 1;
  if (!(std::abs(term.number * scale) < kMostUnits)) return {};
  return std::llround(term.number * scale);
}

void add_to(Facts& facts, FactId fact, std::int64_t more) {
  Term& term = facts[fact];
  if (term.is(Term::Kind::number)) term = Term::of(term.number + static_cast<double>(more));
}

void add_days(Facts& facts, FactId fact, std::int64_t days) {
  Term& term = facts[fact];
  if (term.is(Term::Kind::date)) term.number += static_cast<double>(days);
}

bool buys(const Efforts& done) {
  return done[place(Effort::orders)] > 0 || done[place(Effort::order_days)] > 0 ||
         done[place(Effort::spend)] > 0;
}

// Facts that an effort moves by as much as it is done. The first is the one that its own rules ask
// for.
std::vector<FactId> moved_by(Effort effort) {
  switch (effort) {
    case Effort::orders:
      return {FactId::orders};
    case Effort::order_days:
      return {FactId::order_days, FactId::frequency};
    case Effort::spend:
      return {FactId::revenue};
    case Effort::wait:
      break;
  }
  return {FactId::days_since_last, FactId::days_since_first, FactId::age, FactId::as_of};
}

// Facts that orders move too, nobody knows how far.
constexpr std::array<FactId, 9> kMovedByBuying{FactId::average_order_value,
                                               FactId::value,
                                               FactId::r,
                                               FactId::f,
                                               FactId::m,
                                               FactId::segment,
                                               FactId::cluster,
                                               FactId::products,
                                               FactId::categories};
constexpr std::array<FactId, 3> kMovedByWaiting{FactId::r, FactId::segment, FactId::cluster};

// What is missing, as a share of what would be there then: efforts of different kinds side by side.
double share_missing(const Way& way) {
  double share = 0;
  for (const Step& step : way.steps) {
    const auto missing = static_cast<double>(step.missing);
    const double needed = step.needed ? std::abs(static_cast<double>(*step.needed)) : missing;
    share += missing / std::max(needed, missing);
  }
  return share;
}

}  // namespace

FactUnit unit_of(FactId fact) {
  switch (fact) {
    case FactId::orders:
    case FactId::order_days:
    case FactId::frequency:
      return FactUnit::count;
    case FactId::revenue:
    case FactId::average_order_value:
    case FactId::value:
      return FactUnit::money;
    case FactId::days_since_last:
    case FactId::days_since_first:
    case FactId::age:
      return FactUnit::days;
    case FactId::first_order:
    case FactId::last_order:
    case FactId::as_of:
      return FactUnit::date;
    case FactId::r:
    case FactId::f:
    case FactId::m:
      return FactUnit::score;
    default:
      return FactUnit::word;
  }
}

Means means_of(FactId fact) {
  switch (fact) {
    case FactId::orders:
    case FactId::order_days:
    case FactId::frequency:
    case FactId::revenue:
    case FactId::last_order:
      return Means::buying;
    case FactId::days_since_last:
    case FactId::days_since_first:
    case FactId::age:
    case FactId::as_of:
      return Means::waiting;
    default:
      return Means::none;
  }
}

std::optional<FactId> fact_of(std::string_view name) {
  for (std::size_t i = 0; i < kFactCatalogue.size(); ++i)
    if (kFactCatalogue[i].name == name) return static_cast<FactId>(i);
  return {};
}

Facts after_efforts(const Facts& facts, const Efforts& done, int minor_digits) {
  Facts after = facts;
  if (buys(done)) {
    const Term& last = facts[FactId::days_since_last];
    const bool ordered_today = last.is(Term::Kind::number) && last.number == 0;
    const std::int64_t days =
        std::max<std::int64_t>(done[place(Effort::order_days)], ordered_today ? 0 : 1);
    const std::int64_t orders =
        std::max({done[place(Effort::orders)], done[place(Effort::order_days)], std::int64_t{1}});
    add_to(after, FactId::orders, orders);
    add_to(after, FactId::order_days, days);
    add_to(after, FactId::frequency, days);
    if (const auto revenue = units_of(facts, FactId::revenue, minor_digits))
      after[FactId::revenue] =
          Term::of(major_units({*revenue + done[place(Effort::spend)]}, minor_digits));
    if (last.is(Term::Kind::number)) after[FactId::days_since_last] = Term::of(0);
    if (facts[FactId::last_order].is(Term::Kind::date) && facts[FactId::as_of].is(Term::Kind::date))
      after[FactId::last_order] = facts[FactId::as_of];
  }
  const std::int64_t waited = done[place(Effort::wait)];
  add_to(after, FactId::days_since_last, waited);
  add_to(after, FactId::days_since_first, waited);
  add_to(after, FactId::age, waited);
  add_days(after, FactId::as_of, waited);
  return after;
}

Explainer::Explainer(const Program& program, int minor_digits)
    : program_(program), digits_(minor_digits) {
  const auto add = [&](const Asked& asked) {
    all_.thresholds.insert(all_.thresholds.end(), asked.thresholds.begin(), asked.thresholds.end());
    for (std::size_t i = 0; i < kFactCatalogue.size(); ++i) {
      all_.is_asked[i] = all_.is_asked[i] || asked.is_asked[i];
      all_.is_calculated[i] = all_.is_calculated[i] || asked.is_calculated[i];
    }
  };
  for (const RewardRule& rule : program.rules) {
    when_.push_back(asked_by(rule.when));
    add(when_.back());
    add(asked_by(rule.amount));
  }
}

// A fact that stands alone on one side of comparisons, the other side of which asks for none, turns
// the answer at their thresholds and nowhere else.
Explainer::Asked Explainer::asked_by(const Rule& rule) {
  const Syntax& syntax = rule.syntax();
  Asked asked;
  std::array<std::int64_t, kFactCatalogue.size()> direct{};
  std::array<std::int64_t, kFactCatalogue.size()> all{};
  for (std::size_t i = 0; i < syntax.nodes.size(); ++i) {
    const Node& node = syntax.nodes[i];
    if (node.op == Operator::var && node.fact >= 0) ++all[static_cast<std::size_t>(node.fact)];
    if (!is_comparison(node.op)) continue;
    const auto parts = syntax.arguments_of(node);
    const auto asking =
        std::count_if(parts.begin(), parts.end(), [&](auto part) { return syntax.at(part).asks; });
    for (const std::int32_t part : parts) {
      const Node& fact = syntax.at(part);
      if (asking != 1 || fact.op != Operator::var || fact.fact < 0) continue;
      ++direct[static_cast<std::size_t>(fact.fact)];
      for (const std::int32_t other : parts) {
        if (other == part) continue;
        Run run(syntax, {}, Term::null(), false);
        const Term wanted = run.value_of_part(other);
        if (wanted.is(Term::Kind::number) || wanted.is(Term::Kind::date))
          asked.thresholds.push_back(
              {static_cast<FactId>(fact.fact), wanted.number, static_cast<std::int32_t>(i)});
      }
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    asked.is_asked[i] = all[i] > 0;
    asked.is_calculated[i] = all[i] > direct[i];
  }
  return asked;
}

// How much of an effort may turn the answer, least first: from a unit below each threshold to one
// above it. `part` is the comparison whose thresholds count, -1 for all.
std::vector<std::int64_t> Explainer::candidates(const Asked& asked, Effort effort,
                                                const Facts& facts, std::int32_t part) const {
  std::vector<std::int64_t> found;
  for (const FactId fact : moved_by(effort))
    if (asked.is_calculated[place(fact)]) return found;
  const std::vector<FactId> moved = moved_by(effort);
  for (const Threshold& threshold : asked.thresholds) {
    if (part >= 0 && threshold.part != part) continue;
    const FactId fact = threshold.fact;
    // An order today makes it 0 days since the last one.
    if (effort == Effort::orders &&
        (fact == FactId::days_since_last || fact == FactId::last_order)) {
      if (!asked.is_calculated[place(fact)]) found.push_back(1);
      continue;
    }
    if (std::find(moved.begin(), moved.end(), fact) == moved.end()) continue;
    const auto has = units_of(facts, fact, digits_);
    const double scale = unit_of(fact) == FactUnit::money ? minor_units(1, digits_) : 1;
    const double wanted = threshold.value * scale;
    if (!has || !(std::abs(wanted) < kMostUnits)) continue;
    const auto below = static_cast<std::int64_t>(std::floor(wanted)) - 1 - *has;
    for (std::int64_t more = below; more <= below + 3; ++more)
      if (more > 0) found.push_back(more);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// Which of the facts that an effort moves stands then at a threshold of its own.
FactId Explainer::fact_behind(const Asked& asked, const Facts& facts, Effort effort,
                              std::int64_t done) const {
  const std::vector<FactId> moved = moved_by(effort);
  for (const FactId fact : moved)
    for (const Threshold& threshold : asked.thresholds) {
      const auto has = units_of(facts, fact, digits_);
      if (threshold.fact != fact || !has) continue;
      const double scale = unit_of(fact) == FactUnit::money ? minor_units(1, digits_) : 1;
      if (std::abs(threshold.value * scale - static_cast<double>(*has + done)) <= 1) return fact;
    }
  return moved.front();
}

Way Explainer::way_of(const Asked& asked, const Facts& facts, const Efforts& done) const {
  Way way;
  const auto moves_too = [&](const auto& moved) {
    for (const FactId fact : moved)
      if (asked.is_asked[place(fact)] &&
          std::find(way.moves_too.begin(), way.moves_too.end(), fact) == way.moves_too.end())
        way.moves_too.push_back(fact);
  };
  if (buys(done)) moves_too(kMovedByBuying);
  if (done[place(Effort::wait)] > 0) moves_too(kMovedByWaiting);
  for (std::size_t i = 0; i < kEfforts; ++i) {
    if (done[i] == 0) continue;
    const auto effort = static_cast<Effort>(i);
    Step step{.effort = effort,
              .missing = done[i],
              .fact = fact_behind(asked, facts, effort, done[i]),
              .has = {},
              .needed = {}};
    step.has = units_of(facts, step.fact, digits_);
    if (step.has) step.needed = *step.has + step.missing;
    way.steps.push_back(step);
  }
  return way;
}

// The least of each effort that alone turns `holds`. An order that is worth nothing must not do for
// spending: then it is the order that counts.
template <class Holds>
std::vector<Way> Explainer::single_ways(const Asked& asked, const Facts& facts, std::int32_t part,
                                        Holds&& holds) const {
  std::vector<Way> ways;
  const auto turns = [&](const Efforts& done) {
    return holds(after_efforts(facts, done, digits_));
  };
  for (std::size_t i = 0; i < kEfforts; ++i) {
    const auto effort = static_cast<Effort>(i);
    for (const std::int64_t more : candidates(asked, effort, facts, part)) {
      Efforts done{};
      done[i] = more;
      if (!turns(done)) continue;
      Efforts less{};
      if (effort == Effort::spend) less[place(Effort::orders)] = 1;
      less[i] = more - 1;
      if (turns(less)) break;
      ways.push_back(way_of(asked, facts, done));
      break;
    }
  }
  return ways;
}

// Two efforts that turn it together, of which neither would do with one unit less.
template <class Holds>
std::vector<Way> Explainer::double_ways(const Asked& asked, const Facts& facts,
                                        Holds&& holds) const {
  std::vector<Way> ways;
  const auto turns = [&](const Efforts& done) {
    return holds(after_efforts(facts, done, digits_));
  };
  std::array<std::vector<std::int64_t>, kEfforts> amounts;
  for (std::size_t i = 0; i < kEfforts; ++i)
    amounts[i] = candidates(asked, static_cast<Effort>(i), facts, -1);
  const auto found = [&](std::size_t i, std::size_t j) {
    for (const std::int64_t first : amounts[i]) {
      // An order begins the days without one anew.
      Efforts begun{};
      begun[i] = first;
      const bool waits = static_cast<Effort>(j) == Effort::wait;
      for (const std::int64_t second :
           waits ? candidates(asked, Effort::wait, after_efforts(facts, begun, digits_), -1)
                 : amounts[j]) {
        Efforts done = begun;
        done[j] = second;
        if (!turns(done)) continue;
        Efforts less_of_first = done;
        Efforts less_of_second = done;
        --less_of_first[i];
        --less_of_second[j];
        if (turns(less_of_first) || turns(less_of_second)) return;
        ways.push_back(way_of(asked, facts, done));
        return;
      }
    }
  };
  for (std::size_t i = 0; i < kEfforts; ++i)
    for (std::size_t j = i + 1; j < kEfforts; ++j) found(i, j);
  return ways;
}

Explained Explainer::explained(const RewardRule& rule, const Asked& asked,
                               const Facts& facts) const {
  const Syntax& syntax = rule.when.syntax();
  const Trace trace = Run(syntax, facts.terms(), Term::null(), true).trace();
  const auto explain = [&](const auto& self, std::int32_t written) -> Explained {
    const std::int32_t part = plain_part(syntax, written);
    const Node& node = syntax.at(part);
    const Traced& traced = trace.parts[static_cast<std::size_t>(part)];
    Explained result{.joint = joint_of(node.op),
                     .truth = traced.truth,
                     .parts = {},
                     .because = {},
                     .way = {},
                     .nearest = -1};
    const bool is_joint = result.joint != Joint::comparison;
    if (result.truth != Truth::yes) {
      const auto holds = [&](const Facts& then) {
        return Run(syntax, then.terms(), Term::null(), false).truth_of_part(part) == Truth::yes;
      };
      std::vector<Way> ways = single_ways(asked, facts, is_joint ? -1 : part, holds);
      if (!ways.empty()) result.way = std::move(ways.front());
    }
    if (is_joint) {
      for (const std::int32_t argument : syntax.arguments_of(node))
        result.parts.push_back(self(self, argument));
      if (result.joint != Joint::either || result.truth == Truth::yes) return result;
      double least = 0;
      for (std::size_t i = 0; i < result.parts.size(); ++i) {
        const auto& way = result.parts[i].way;
        if (!way || (result.nearest >= 0 && share_missing(*way) >= least)) continue;
        least = share_missing(*way);
        result.nearest = static_cast<std::int32_t>(i);
      }
      return result;
    }
    for (std::size_t i = traced.first; i < traced.last; ++i)
      result.because.push_back({trace.because[i], fact_of(trace.because[i].fact)});
    return result;
  };
  return explain(explain, 0);
}

std::vector<RuleExplanation> Explainer::explain(const Facts& facts) const {
  const Award given = award(program_, facts, digits_, {.explain = false});
  std::vector<RuleExplanation> all;
  for (std::size_t i = 0; i < program_.rules.size(); ++i) {
    const RewardRule& rule = program_.rules[i];
    RuleExplanation one{.rule = i,
                        .standing = RuleStanding::not_asked,
                        .amount = 0,
                        .when = explained(rule, when_[i], facts),
                        .ways = {}};
    if (i < given.grants.size()) {
      const Grant& grant = given.grants[i];
      one.amount = grant.amount;
      one.standing = grant.granted == Truth::yes       ? RuleStanding::granted
                     : grant.granted == Truth::unknown ? RuleStanding::unknown
                     : one.when.truth == Truth::yes    ? RuleStanding::outbid
                                                       : RuleStanding::refused;
    }
    if (one.when.truth != Truth::yes) {
      const auto holds = [&](const Facts& then) {
        return evaluate(rule.when, then.terms()).truth() == Truth::yes;
      };
      one.ways = single_ways(when_[i], facts, -1, holds);
      if (one.ways.empty()) one.ways = double_ways(when_[i], facts, holds);
    }
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<Raise> Explainer::raises(const Facts& facts) const {
  const auto amount_of = [&](const Facts& then) {
    return award(program_, then, digits_, {.explain = false}).amount;
  };
  std::vector<Raise> all;
  const auto look = [&](std::int64_t above, Effort first, Effort last) {
    const auto more = [&](const Facts& then) { return amount_of(then) > above; };
    for (Way& way : single_ways(all_, facts, -1, more)) {
      const Step step = way.steps.front();
      if (step.effort < first || step.effort > last) continue;
      Efforts done{};
      done[place(step.effort)] = step.missing;
      all.push_back({std::move(way), amount_of(after_efforts(facts, done, digits_))});
    }
  };
  const std::int64_t now = amount_of(facts);
  look(now, Effort::orders, Effort::order_days);
  // Whoever spends orders: it must bring more than the order alone.
  Efforts order{};
  order[place(Effort::orders)] = 1;
  const std::int64_t by_order = amount_of(after_efforts(facts, order, digits_));
  look(std::max(now, by_order), Effort::spend, Effort::spend);
  look(now, Effort::wait, Effort::wait);
  return all;
}

}  // namespace regulars
