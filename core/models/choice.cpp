#include "core/models/choice.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <tuple>

#include "core/customers/summary.h"

namespace regulars {
namespace {

// Order days after `cut` and up to `to`, and repeat order days in as long a time before it.
HoldoutCustomer cut_customer(const OrderBook& book, const Summary& summary, Date cut, Date to) {
  HoldoutCustomer customer{.history = history_of(summary)};
  const Date since = cut + -(to - cut);
  Date last = summary.first;
  for (const std::int32_t index : book.history(summary.customer)) {
    if (book.status_of(index) != LineStatus::counted) continue;
    const Date day = book.day_of(index);
    if (day <= last || day > to) continue;
    last = day;
    if (day > cut)
      customer.after += 1;
    else if (day > since)
      customer.before += 1;
  }
  return customer;
}

auto figures(const History& history) {
  return std::tuple(history.frequency, history.recency.count, history.age.count);
}

// Sums up errors, customer by customer.
class Judge {
 public:
  void take(double predicted, double actual) {
    error_.predicted += predicted;
    error_.actual += actual;
    absolute_ += std::abs(predicted - actual);
    squared_ += (predicted - actual) * (predicted - actual);
    customers_ += 1;
  }
  HoldoutError verdict() const {
    HoldoutError error = error_;
    if (error.actual > 0) error.bias = error.predicted / error.actual - 1;
    error.mean_absolute = absolute_ / customers_;
    error.root_mean_square = std::sqrt(squared_ / customers_);
    return error;
  }

 private:
  HoldoutError error_;
  double absolute_ = 0;
  double squared_ = 0;
  double customers_ = 0;
};

// Customers with the same history stand together.
HoldoutError judge_model(const PurchaseModel& model, std::span<const HoldoutCustomer> customers,
                         Days ahead) {
  Judge judge;
  double expected = 0;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    const History& history = customers[i].history;
    if (i == 0 || figures(customers[i - 1].history) != figures(history))
      expected = probability_alive(model, history) * expected_if_alive(model, history, ahead);
    judge.take(expected, customers[i].after);
  }
  return judge.verdict();
}

// What is missing for a choice, if anything is.
struct Shortage {
  ChoiceStatus status;
  double needed;
  double found;
};

std::optional<Shortage> shortage_of(const Holdout& holdout) {
  double repeats = 0;
  double later = 0;
  for (const HoldoutCustomer& customer : holdout.customers) {
    repeats += customer.history.frequency;
    later += customer.after;
  }
  const std::int32_t days = std::min(holdout.to - holdout.cut, holdout.cut - holdout.from);
  const auto customers = static_cast<double>(holdout.customers.size());
  if (days < kLeastDaysAfterCut)
    return Shortage{ChoiceStatus::too_short, kLeastDaysAfterCut, static_cast<double>(days)};
  if (customers < kLeastCustomers)
    return Shortage{ChoiceStatus::too_few_customers, kLeastCustomers, customers};
  if (repeats < kLeastRepeats)
    return Shortage{ChoiceStatus::too_few_repeats, kLeastRepeats, repeats};
  if (later < kLeastLater) return Shortage{ChoiceStatus::too_few_later, kLeastLater, later};
  return {};
}

bool is_usable(const Candidate& candidate) {
  return candidate.kind && is_fitted(candidate.report.status) &&
         candidate.report.status != FitStatus::stopped_early;
}

}  // namespace

Date cut_of(const OrderBook& book, Date as_of) {
  const Date first = std::min(book.totals().first, as_of);
  return first + 2 * (as_of - first) / 3;
}

Holdout cut_orders(const OrderBook& book, Date cut, Date to) {
  Holdout holdout{.from = book.totals().first, .cut = cut, .to = to, .customers = {}};
  for (const Summary& summary : summarize(book, cut))
    holdout.customers.push_back(cut_customer(book, summary, cut, to));
  return holdout;
}

// The mean absolute error alone would prefer a model that expects too little of customers who
// mostly do not come again.
const Candidate* best_of(std::span<const Candidate> candidates) {
  double least = std::numeric_limits<double>::infinity();
  for (const Candidate& candidate : candidates)
    if (is_usable(candidate)) least = std::min(least, candidate.error.root_mean_square);
  const Candidate* best = nullptr;
  for (const Candidate& candidate : candidates) {
    if (!is_usable(candidate) || candidate.error.root_mean_square > least * (1 + kNearlyLeast))
      continue;
    if (!best || candidate.error.mean_absolute < best->error.mean_absolute * (1 - kEqualErrors))
      best = &candidate;
  }
  return best;
}

ModelChoice choose_model(const Holdout& holdout, const Histories& all, FitOptions options,
                         std::span<const ModelKind> kinds) {
  ModelChoice choice;
  choice.from = holdout.from;
  choice.cut = holdout.cut;
  choice.to = holdout.to;
  if (const auto shortage = shortage_of(holdout)) {
    choice.status = shortage->status;
    choice.needed = shortage->needed;
    choice.found = shortage->found;
    return choice;
  }
  const Days ahead{static_cast<double>(holdout.to - holdout.cut)};
  std::vector<HoldoutCustomer> customers = holdout.customers;
  std::stable_sort(customers.begin(), customers.end(),
                   [](const HoldoutCustomer& a, const HoldoutCustomer& b) {
                     return figures(a.history) < figures(b.history);
                   });
  std::vector<CountedHistory> rows;
  rows.reserve(customers.size());
  double repeats = 0;
  double time = 0;
  Judge last_period;
  for (const HoldoutCustomer& customer : customers) {
    rows.push_back({customer.history});
    repeats += customer.history.frequency;
    time += customer.history.age.count;
    last_period.take(customer.before, customer.after);
  }
  const double pace = time > 0 ? repeats / time * ahead.count : 0;
  Judge mean_rate;
  for (const HoldoutCustomer& customer : customers) mean_rate.take(pace, customer.after);
  choice.candidates.push_back({"last_period", {}, {}, last_period.verdict()});
  choice.candidates.push_back({"mean_rate", {}, {}, mean_rate.verdict()});
  const double guessed = std::min(choice.candidates[0].error.root_mean_square,
                                  choice.candidates[1].error.root_mean_square);

  const Histories histories(rows);
  for (const ModelKind kind : kinds) {
    Fitted<PurchaseModel> fitted = fit(kind, histories, options);
    Candidate candidate{word_of(kind), kind, std::move(fitted.report), {}};
    candidate.model = fitted.model;
    if (is_fitted(candidate.report.status))
      candidate.error = judge_model(fitted.model, customers, ahead);
    choice.candidates.push_back(std::move(candidate));
  }
  const Candidate* best = best_of(choice.candidates);
  if (!best) {
    choice.status = ChoiceStatus::no_fit;
  } else if (best->error.root_mean_square >= guessed) {
    choice.status = ChoiceStatus::guess_wins;
    choice.needed = guessed;
    choice.found = best->error.root_mean_square;
  } else if (std::abs(best->error.bias) > kMostBias) {
    choice.status = ChoiceStatus::far_off;
    choice.needed = best->error.actual;
    choice.found = best->error.predicted;
  } else {
    choice.fitted = fit(*best->kind, all, options);
    const bool fits = is_fitted(choice.fitted.report.status);
    choice.status = fits ? ChoiceStatus::ready : ChoiceStatus::no_fit;
    if (fits) choice.chosen = best->kind;
  }
  return choice;
}

}  // namespace regulars
