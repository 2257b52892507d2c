#include "core/loyalty/earning.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "core/data/cursor.h"
#include "core/loyalty/amounts.h"
#include "core/loyalty/rounding.h"

namespace regulars {
namespace {

// Weights of the parts are thousandths of points: finer than anybody asks for.
constexpr double kWeight = 1'000;

// The number of the stretch of time in which a day lies.
std::int32_t period_of(Date day, LimitPeriod per) {
  const Civil civil = civil_of(day);
  switch (per) {
    case LimitPeriod::ever:
      return 0;
    case LimitPeriod::day:
      return day.days;
    case LimitPeriod::week:  // the same from Monday to Sunday
      return day.days - weekday_of(day);
    case LimitPeriod::month:
      return civil.year * 12 + civil.month;
    case LimitPeriod::quarter:
      return civil.year * 4 + (civil.month - 1) / 3;
    case LimitPeriod::year:
      break;
  }
  return civil.year;
}

// Whether a rule asks for a fact, by its place in the catalogue.
bool asks(const EarnRule& rule, std::size_t fact) {
  return rule.amount.asks_for(fact) || (rule.when && rule.when->asks_for(fact));
}

bool answers_to(const EarnRule& rule, std::string_view event) {
  return rule.on != Occasion::event || same_letters(rule.event, event);
}

std::optional<Number> number_of(const Outcome& outcome) {
  if (outcome.status != Outcome::Status::known || !outcome.value.is(Value::Kind::number)) return {};
  return Number{outcome.value.number(), outcome.rounding};
}

}  // namespace

std::optional<std::int64_t> rounded(Number number, RoundingMode mode) {
  const auto whole = whole_units(number, 0);
  if (!whole || mode == RoundingMode::down) return whole;
  const Number rest = number - number_from(static_cast<double>(*whole));
  if (mode == RoundingMode::up) return *whole + (sign_of_difference(rest, {0, 0}) > 0 ? 1 : 0);
  const int beside_half = sign_of_difference(rest, {0.5, 0});
  const bool up =
      beside_half > 0 || (beside_half == 0 && (mode == RoundingMode::half_up || *whole % 2 == 1));
  return *whole + (up ? 1 : 0);
}

Occasions::Occasions(const PointsPlan& plan, Tier tier) : plan_(plan), answers_(plan.earn.size()) {
  constexpr auto kTier = static_cast<std::size_t>(EarnFact::tier);
  for (std::size_t on = 0; on < kOccasionWords.size(); ++on) {
    std::vector<bool> wanted(kEarnCatalogue.size());
    for (const EarnRule& rule : plan.earn)
      for (std::size_t i = 0; i < wanted.size() && rule.on == static_cast<Occasion>(on); ++i)
        wanted[i] = wanted[i] || asks(rule, i);
    facts_.emplace_back(kEarnCatalogue, std::move(wanted));
  }
  for (std::size_t i = 0; i < answers_.size(); ++i) {
    const EarnRule& rule = plan.earn[i];
    answers_[i].always = !rule.when;
    answers_[i].is_later = tier == Tier::later && asks(rule, kTier);
    const Node& amount = rule.amount.syntax().at(0);
    if (amount.op != Operator::literal) continue;
    answers_[i].is_plain = true;
    answers_[i].plain = {amount.constant.number, amount.constant.error};
  }
}

void Occasions::clear() {
  for (FactColumns& facts : facts_) facts.clear();
  places_.clear();
}

void Occasions::push_back(Occasion on, std::string_view event, const EarnFacts& facts, Date day) {
  FactColumns& own = facts_[static_cast<std::size_t>(on)];
  places_.push_back({on, own.rows(), day, event});
  own.push_back(facts.terms());
}

void Occasions::ask() {
  for (std::size_t i = 0; i < answers_.size(); ++i) {
    const EarnRule& rule = plan_.earn[i];
    const FactColumns& facts = facts_[static_cast<std::size_t>(rule.on)];
    Answers& answers = answers_[i];
    if (answers.is_later || facts.rows() == 0) continue;
    if (rule.when) evaluator_.truths(*rule.when, facts, answers.when);
    if (!answers.is_plain) evaluator_.numbers(rule.amount, facts, answers.amount);
  }
}

Earner::Earner(const PointsPlan& plan)
    : plan_(&plan), uses_(plan.earn.size()), candidates_(plan.earn.size()) {
  for (std::size_t rule = 0; rule < plan.earn.size(); ++rule) {
    rules_[static_cast<std::size_t>(plan.earn[rule].on)].push_back(rule);
    has_groups_ = has_groups_ || !plan.earn[rule].group.empty();
    if (is_limited(rule))
      has_limits_per_[static_cast<std::size_t>(plan.earn[rule].limit.per)] = true;
    for (std::size_t i = 0; i < asked_.size(); ++i)
      asked_[i] = asked_[i] || asks(plan.earn[rule], i);
  }
}

void Earner::begin_customer() { std::fill(uses_.begin(), uses_.end(), Use{}); }

bool Earner::answers(Occasion on) const { return !rules_[static_cast<std::size_t>(on)].empty(); }

bool Earner::is_limited(std::size_t rule) const {
  const EarnLimit& limit = plan_->earn[rule].limit;
  return limit.times || limit.points;
}

Earner::Use& Earner::use_of(std::size_t rule) {
  Use& use = uses_[rule];
  const std::int32_t period = periods_[static_cast<std::size_t>(plan_->earn[rule].limit.per)];
  if (use.period != period) use = {.times = 0, .points = 0, .period = period};
  return use;
}

EarnAnswer* Earner::answer_of(std::size_t rule) {
  for (EarnAnswer& answer : earned_.answers)
    if (answer.rule == rule) return &answer;
  return nullptr;
}

void Earner::begin(Date day) {
  if (!(day == day_))
    for (std::size_t per = 0; per < periods_.size(); ++per)
      if (has_limits_per_[per]) periods_[per] = period_of(day, static_cast<LimitPeriod>(per));
  day_ = day;
  earned_.points = 0;
  earned_.is_unknown = false;
  earned_.parts.clear();
  earned_.answers.clear();
  counted_ = 0;
  factor_ = {1, 0};
}

template <class When, class Amount>
EarnVerdict Earner::judge(std::size_t index, When&& when, Amount&& amount) {
  const EarnRule& rule = plan_->earn[index];
  if ((rule.from && day_ < *rule.from) || (rule.until && *rule.until < day_))
    return EarnVerdict::not_in_force;
  const Truth truth = when();
  if (truth == Truth::no) return EarnVerdict::not_met;
  earned_.is_unknown |= truth == Truth::unknown;
  if (truth == Truth::unknown) return EarnVerdict::unknown;
  if (is_limited(index)) {
    const Use& use = use_of(index);
    if ((rule.limit.times && use.times >= *rule.limit.times) ||
        (rule.limit.points && use.points >= *rule.limit.points))
      return EarnVerdict::used_up;
  }
  const std::optional<Number> number = amount();
  if (!number || number->value > static_cast<double>(kMostPoints)) {
    earned_.is_unknown = true;
    return EarnVerdict::unknown;
  }
  const Number gives{std::max(number->value, 0.0), number->error};
  if (rule.kind == EarnKind::points) {
    candidates_[counted_++] = {index, gives};
    return EarnVerdict::counted;
  }
  factor_ = factor_ * gives;
  earned_.parts.push_back({.rule = index, .points = 0, .factor = gives.value});
  if (is_limited(index)) ++use_of(index).times;
  return EarnVerdict::counted;
}

void Earner::keep_best_of_groups() {
  for (std::size_t i = 0; i < counted_;) {
    const Candidate& one = candidates_[i];
    const std::string& group = plan_->earn[one.rule].group;
    const auto better = [&](const Candidate& other) {
      if (&other == &one || plan_->earn[other.rule].group != group) return false;
      const int sign = sign_of_difference(one.amount, other.amount);
      return sign < 0 || (sign == 0 && other.rule < one.rule);
    };
    const std::span<Candidate> all = counted();
    if (group.empty() || std::none_of(all.begin(), all.end(), better)) {
      ++i;
      continue;
    }
    if (EarnAnswer* answer = answer_of(one.rule)) answer->verdict = EarnVerdict::outdone;
    std::copy(all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end(),
              all.begin() + static_cast<std::ptrdiff_t>(i));
    --counted_;
  }
}

// What was earned is rounded once; each rule's part follows from its weight.
void Earner::share_out() {
  shares_.assign(counted_, Money{});
  Number sum;
  bool is_whole = true;
  for (const Candidate& one : counted()) {
    sum = sum + one.amount;
    is_whole =
        is_whole && one.amount.error == 0 && one.amount.value == std::trunc(one.amount.value);
  }
  const auto points = rounded(sum, plan_->rounding);
  if (!points || *points > kMostPoints) {
    earned_.is_unknown = true;
    return;
  }
  earned_.points = *points;
  if (*points == 0) return;
  if (is_whole) {
    for (std::size_t i = 0; i < shares_.size(); ++i)
      shares_[i].minor = static_cast<std::int64_t>(candidates_[i].amount.value);
    return;
  }
  weights_.clear();
  std::int64_t weight = 0;
  for (const Candidate& one : counted()) {
    weights_.push_back(static_cast<std::int64_t>(one.amount.value * kWeight + 0.5));
    weight += weights_.back();
  }
  if (weight > 0) split(Money{*points}, weights_, shares_);
}

// What the candidates earn together: of groups, multiplied, limited, rounded and shared out.
void Earner::finish() {
  if (has_groups_) keep_best_of_groups();
  for (Candidate& one : counted()) {
    one.amount = one.amount * factor_;
    const EarnLimit& limit = plan_->earn[one.rule].limit;
    if (!limit.points) continue;
    const Number most = number_from(static_cast<double>(*limit.points - use_of(one.rule).points));
    if (sign_of_difference(one.amount, most) > 0) one.amount = most;
  }
  share_out();
  const std::size_t factors = earned_.parts.size();
  earned_.parts.resize(factors + counted_);
  for (std::size_t i = 0; i < counted_; ++i) {
    const std::size_t rule = candidates_[i].rule;
    const std::int64_t points = shares_[i].minor;
    earned_.parts[factors + i] = {.rule = rule, .points = points, .factor = 1};
    if (!is_limited(rule)) continue;
    Use& use = use_of(rule);
    use.times += points > 0;
    use.points += points;
  }
}

const Earned& Earner::earn(Occasion on, std::string_view event, const EarnFacts& facts, Date day,
                           Explain explain) {
  begin(day);
  const EvaluateOptions options{.explain = explain == Explain::yes};
  for (const std::size_t index : rules_[static_cast<std::size_t>(on)]) {
    const EarnRule& rule = plan_->earn[index];
    if (!answers_to(rule, event)) continue;
    EarnAnswer answer;
    answer.rule = index;
    const auto when = [&] {
      if (!rule.when) return Truth::yes;
      Outcome outcome = evaluate(*rule.when, facts.terms(), options);
      answer.because = std::move(outcome.because);
      return outcome.truth();
    };
    const auto amount = [&] {
      Outcome outcome = evaluate(rule.amount, facts.terms(), options);
      std::move(outcome.because.begin(), outcome.because.end(), std::back_inserter(answer.because));
      return number_of(outcome);
    };
    answer.verdict = judge(index, when, amount);
    earned_.answers.push_back(std::move(answer));
  }
  finish();
  for (const EarnPart& part : earned_.parts) {
    EarnAnswer& answer = *answer_of(part.rule);
    answer.points = part.points;
    answer.factor = part.factor;
  }
  return earned_;
}

const Earned& Earner::earn(const Occasions& all, std::size_t place, const Term& tier) {
  const Occasions::Place& one = all.places_[place];
  begin(one.day);
  std::vector<Term> terms;  // of the row, where a rule was left for later
  for (const std::size_t index : rules_[static_cast<std::size_t>(one.on)]) {
    const EarnRule& rule = plan_->earn[index];
    if (!answers_to(rule, one.event)) continue;
    const Occasions::Answers& answers = all.answers_[index];
    if (answers.is_later) {
      if (terms.empty()) {
        const auto row = all.facts_[static_cast<std::size_t>(one.on)].row(one.row);
        terms.assign(row.begin(), row.end());
        terms[static_cast<std::size_t>(EarnFact::tier)] = tier;
      }
      judge(
          index, [&] { return rule.when ? evaluate(*rule.when, terms).truth() : Truth::yes; },
          [&] { return number_of(evaluate(rule.amount, terms)); });
      continue;
    }
    judge(
        index, [&] { return answers.always ? Truth::yes : answers.when[one.row]; },
        [&]() -> std::optional<Number> {
          if (answers.is_plain) return answers.plain;
          if (answers.amount.known[one.row] == 0) return {};
          return answers.amount.at(one.row);
        });
  }
  finish();
  return earned_;
}

}  // namespace regulars
