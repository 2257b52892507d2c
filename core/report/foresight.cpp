#include "core/report/foresight.h"

namespace regulars {
namespace {

constexpr std::size_t kJudged = 5'000;

// Every so many customers, so that no more than kJudged are left.
void spread(std::vector<HoldoutCustomer>& customers) {
  const std::size_t step = (customers.size() + kJudged - 1) / kJudged;
  if (step < 2) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < customers.size(); i += step) customers[kept++] = customers[i];
  customers.resize(kept);
}

}  // namespace

Foresight foresee(const OrderBook& book, std::span<const Summary> customers, Date as_of) {
  Foresight result;
  Holdout holdout = cut_orders(book, cut_of(book, as_of), as_of);
  spread(holdout.customers);
  result.choice = choose_model(holdout, Histories(customers));
  if (book.table().has_amounts)
    result.spend = fit_gamma_gamma(customers);
  else
    result.spend.report.status = FitStatus::no_spend;
  if (!result.is_ready()) return result;
  result.customers =
      lifetimes(result.choice.fitted.model, result.spend.model, customers, result.options);
  for (const Lifetime& one : result.customers) {
    result.expected_orders += one.expected_orders;
    if (result.has_values()) result.value += one.value;
  }
  return result;
}

}  // namespace regulars
