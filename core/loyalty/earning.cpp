#include "core/loyalty/earning.h"

#include <algorithm>
#include <utility>

#include "core/customers/behaviour.h"
#include "core/data/cursor.h"
#include "core/loyalty/amounts.h"
#include "core/loyalty/rounding.h"

namespace regulars {
namespace {

// Weights of the parts are thousandths of points: finer than anybody asks for.
constexpr int kWeightDigits = 3;

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

Earner::Earner(const PointsPlan& plan) : plan_(&plan), uses_(plan.earn.size()) {
  for (const EarnRule& rule : plan.earn)
    for (std::size_t i = 0; i < asked_.size(); ++i)
      asked_[i] = asked_[i] || rule.amount.asks_for(i) || (rule.when && rule.when->asks_for(i));
}

void Earner::begin_customer() { std::fill(uses_.begin(), uses_.end(), Use{}); }

bool Earner::answers(Occasion on) const {
  return std::any_of(plan_->earn.begin(), plan_->earn.end(),
                     [on](const EarnRule& rule) { return rule.on == on; });
}

Earner::Use& Earner::use_of(std::size_t rule, Date day) {
  Use& use = uses_[rule];
  const std::int32_t period = period_of(day, plan_->earn[rule].limit.per);
  if (use.period != period) use = {.times = 0, .points = 0, .period = period};
  return use;
}

EarnVerdict Earner::ask(const EarnRule& rule, const EarnFacts& facts, Date day, Explain explain,
                        EarnAnswer& answer, Number& amount) {
  if ((rule.from && day < *rule.from) || (rule.until && *rule.until < day))
    return EarnVerdict::not_in_force;
  const EvaluateOptions options{.explain = explain == Explain::yes};
  if (rule.when) {
    Outcome when = evaluate(*rule.when, facts.terms(), options);
    answer.because = std::move(when.because);
    const Truth truth = when.truth();
    if (truth == Truth::no) return EarnVerdict::not_met;
    if (truth == Truth::unknown) return EarnVerdict::unknown;
  }
  if (rule.limit.times || rule.limit.points) {
    const Use& use = use_of(answer.rule, day);
    if ((rule.limit.times && use.times >= *rule.limit.times) ||
        (rule.limit.points && use.points >= *rule.limit.points))
      return EarnVerdict::used_up;
  }
  Outcome outcome = evaluate(rule.amount, facts.terms(), options);
  std::move(outcome.because.begin(), outcome.because.end(), std::back_inserter(answer.because));
  if (outcome.status != Outcome::Status::known || !outcome.value.is(Value::Kind::number) ||
      outcome.value.number() > static_cast<double>(kMostPoints))
    return EarnVerdict::unknown;
  amount = {std::max(outcome.value.number(), 0.0), outcome.rounding};
  return EarnVerdict::counted;
}

void Earner::keep_best_of_groups(std::vector<Number>& amounts) {
  std::vector<EarnAnswer>& answers = earned_.answers;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const std::string& group = plan_->earn[answers[i].rule].group;
    if (group.empty() || answers[i].verdict != EarnVerdict::counted) continue;
    for (std::size_t j = i + 1; j < answers.size(); ++j) {
      if (answers[j].verdict != EarnVerdict::counted || plan_->earn[answers[j].rule].group != group)
        continue;
      const bool less = sign_of_difference(amounts[i], amounts[j]) < 0;
      answers[less ? i : j].verdict = EarnVerdict::outdone;
      amounts[less ? i : j] = {};
      if (less) break;
    }
  }
}

// What was earned is rounded once; each rule's part follows from its weight.
void Earner::share_out(const std::vector<Number>& amounts) {
  Number sum;
  weights_.clear();
  std::int64_t weight = 0;
  for (const Number& amount : amounts) {
    sum = sum + amount;
    weights_.push_back(whole_units(amount, kWeightDigits).value_or(0));
    weight += weights_.back();
  }
  const auto points = rounded(sum, plan_->rounding);
  if (!points || *points > kMostPoints) {
    earned_.is_unknown = true;
    return;
  }
  earned_.points = *points;
  if (weight == 0 || *points == 0) return;
  const std::vector<Money> parts = split(Money{*points}, weights_);
  for (std::size_t i = 0; i < parts.size(); ++i) earned_.answers[i].points = parts[i].minor;
}

const Earned& Earner::earn(Occasion on, std::string_view event, const EarnFacts& facts, Date day,
                           Explain explain) {
  earned_.points = 0;
  earned_.is_unknown = false;
  earned_.answers.clear();
  amounts_.clear();
  Number factor{1, 0};
  for (std::size_t i = 0; i < plan_->earn.size(); ++i) {
    const EarnRule& rule = plan_->earn[i];
    if (rule.on != on || (on == Occasion::event && !same_letters(rule.event, event))) continue;
    EarnAnswer answer;
    answer.rule = i;
    Number amount;
    answer.verdict = ask(rule, facts, day, explain, answer, amount);
    earned_.is_unknown |= answer.verdict == EarnVerdict::unknown;
    if (rule.kind == EarnKind::times && answer.verdict == EarnVerdict::counted) {
      answer.factor = amount.value;
      factor = factor * std::exchange(amount, {});
      ++use_of(i, day).times;
    }
    earned_.answers.push_back(std::move(answer));
    amounts_.push_back(amount);
  }
  keep_best_of_groups(amounts_);
  for (std::size_t i = 0; i < amounts_.size(); ++i) {
    const EarnRule& rule = plan_->earn[earned_.answers[i].rule];
    if (earned_.answers[i].verdict != EarnVerdict::counted || rule.kind == EarnKind::times)
      continue;
    amounts_[i] = amounts_[i] * factor;
    if (!rule.limit.points) continue;
    const std::int64_t left = *rule.limit.points - use_of(earned_.answers[i].rule, day).points;
    const Number most = number_from(static_cast<double>(left));
    if (sign_of_difference(amounts_[i], most) > 0) amounts_[i] = most;
  }
  share_out(amounts_);
  for (const EarnAnswer& answer : earned_.answers) {
    const EarnRule& rule = plan_->earn[answer.rule];
    if (answer.verdict != EarnVerdict::counted || rule.kind == EarnKind::times) continue;
    Use& use = use_of(answer.rule, day);
    use.times += answer.points > 0;
    use.points += answer.points;
  }
  return earned_;
}

}  // namespace regulars
