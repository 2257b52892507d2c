// Which model of repeat buying fits a shop: each is fitted to the orders up to a day and judged by
// those after it, beside guesses that need no model.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/data/order_book.h"
#include "core/models/purchase_model.h"

namespace regulars {

/// One customer up to the day of the cut, and what came then. A day with orders counts once.
struct HoldoutCustomer {
  History history;
  double before = 0;  // repeat order days in the time before the cut that is as long as that after
  double after = 0;   // order days after the cut
};

/// A shop's customers, cut in two at a day.
struct Holdout {
  Date from;                               // the first order day of the shop
  Date cut;                                // the last day that the models see
  Date to;                                 // the last day that judges them
  std::vector<HoldoutCustomer> customers;  // those with an order by the cut
};

/// The day that leaves a third of the time from the first order to `as_of` behind it.
Date cut_of(const OrderBook& book, Date as_of);

/// Cuts the counted orders of a book; from <= cut <= to.
Holdout cut_orders(const OrderBook& book, Date cut, Date to);

/// How far predictions are from what came, by customer.
struct HoldoutError {
  double predicted = 0;      // orders of all customers
  double actual = 0;         // the same, as they came
  double bias = 0;           // predicted over actual, less 1; 0 where none came
  double mean_absolute = 0;  // error of a customer's number of orders
  double root_mean_square = 0;
};

/// One way to predict, and how it did.
struct Candidate {
  // A model's word; or last_period: everyone buys as often as in the time before the cut; or
  // mean_rate: everyone buys at the mean pace of all.
  std::string_view name;
  std::optional<ModelKind> kind;  // nothing for the two guesses
  FitReport report;               // of the orders up to the cut; no customers for the guesses
  HoldoutError error;             // meaningless where nothing was fitted
  PurchaseModel model = Nbd{};    // fitted to the orders up to the cut; the same
};

/// Whether a model can be stood behind.
enum class ChoiceStatus : std::uint8_t {
  ready,
  too_short,          // days before or after the cut
  too_few_customers,  // by the cut
  too_few_repeats,    // repeat orders by the cut
  too_few_later,      // orders after the cut
  no_fit,             // no model could be fitted
  far_off,     // all in all the best model foretold more than kMostBias too much or too little
  guess_wins,  // by root mean square the best model errs as much as a guess does, or more
};

/// What a choice needs at the least.
inline constexpr std::int32_t kLeastDaysAfterCut = 14;
inline constexpr std::int32_t kLeastCustomers = 50;
inline constexpr std::int32_t kLeastRepeats = 30;
inline constexpr std::int32_t kLeastLater = 10;

/// A model is judged by the root mean square of its errors, which is least for the mean of what can
/// come: the mean absolute error is least for the median, 0 for most customers of most shops. Of
/// the models within this share of the least one the least mean absolute error decides.
/// Source: Gneiting (2011), Journal of the American Statistical Association 106, 746-762.
inline constexpr double kNearlyLeast = 0.02;
/// A forecast of all orders that was off by more than this share is no forecast: the shop has
/// changed in a way that no model knows of.
inline constexpr double kMostBias = 0.5;
/// Mean absolute errors that differ by less than this share are equal: the simpler model wins.
inline constexpr double kEqualErrors = 0.005;

/// The winner among the models, be it over a guess or not; null where none could be fitted.
const Candidate* best_of(std::span<const Candidate> candidates);

/// The model for a shop.
struct ModelChoice {
  ChoiceStatus status = ChoiceStatus::too_few_customers;
  double needed = 0;  // of what the status says there is too little; 0 elsewhere
  double found = 0;
  Date from;
  Date cut;
  Date to;
  std::vector<Candidate> candidates;  // guesses first, then the simpler models; those tried
  std::optional<ModelKind> chosen;    // only if ready
  Fitted<PurchaseModel> fitted;       // of that kind, to all orders; only if ready
};

/// Judges models by the orders after the cut, and fits the best one to `all` of them: histories
/// as of the holdout's last day. Of models that err alike the first of `kinds` wins.
ModelChoice choose_model(const Holdout& holdout, const Histories& all, FitOptions options = {},
                         std::span<const ModelKind> kinds = kModelKinds);

}  // namespace regulars
