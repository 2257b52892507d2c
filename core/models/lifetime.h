// What each customer will bring: orders to come, when the next one is due, and money.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/models/gamma_gamma.h"
#include "core/models/purchase_model.h"

namespace regulars {

/// The horizon and what later money is worth.
struct LifetimeOptions {
  int periods = 12;            // of the horizon, at least 1
  Days period = weeks(4.345);  // above 0: a month
  double discount = 0.01;      // money of the n-th period is divided by (1 + discount)^n
  double coverage = 0.8;       // of the interval of the value, above 0 and below 1
  Days orders_ahead{90};       // for which orders are counted
  double next_from = 0.25;     // shares: the next order comes before this with that probability
  double next_to = 0.75;
};

/// One customer's future. Days count from the end of the history.
struct Lifetime {
  double probability_alive = 0;
  double expected_orders = 0;     // within `orders_ahead`
  std::optional<Days> next_from;  // nothing where the probability is never reached
  std::optional<Days> next_to;
  double value = 0;  // expected over the horizon and discounted, in the unit of the spend model
  // The value lies between these with at least the probability of the `coverage`, over what is left
  // to chance by the models as they were fitted: the customer's own pace, leaving and mean spend,
  // and every purchase. That the parameters are estimates is not in it. `low` is 0 where no
  // purchase at all is likely enough.
  double low = 0;
  double high = 0;
  // That nothing is bought over the horizon. The value is a mean of this nothing and of what those
  // who buy bring: where nothing is likelier, it is no amount to be expected of one customer.
  double probability_nothing = 1;
};

/// Purchases over the horizon, each counted at the discount of its period.
double discounted_purchases(const PurchaseModel& model, const History& history,
                            const LifetimeOptions& options = {});

/// One customer's future.
Lifetime lifetime_of(const PurchaseModel& model, const GammaGamma& spend, const History& history,
                     const Spend& paid, const LifetimeOptions& options = {});

/// Everyone's, in their order. Customers with the same history are looked at once.
std::vector<Lifetime> lifetimes(const PurchaseModel& model, const GammaGamma& spend,
                                std::span<const Summary> summaries,
                                const LifetimeOptions& options = {});

}  // namespace regulars
