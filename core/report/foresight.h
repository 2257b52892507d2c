// What is to come: the model that the shop's own past chose, and what each customer will bring.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/data/order_book.h"
#include "core/models/choice.h"
#include "core/models/lifetime.h"

namespace regulars {

/// The future of a shop's customers, as far as it can be stood behind.
struct Foresight {
  ModelChoice choice;
  SpendFit spend;  // of repeat order days, in major units
  LifetimeOptions options;
  std::vector<Lifetime> customers;  // by place in the summaries; empty unless the choice is ready
  double expected_orders = 0;       // of all customers within `options.orders_ahead`
  double value = 0;  // of all over the horizon, discounted, in major units; 0 without a spend model

  bool is_ready() const { return choice.status == ChoiceStatus::ready; }
  /// Whether the values of customers mean anything.
  bool has_values() const { return is_ready() && is_fitted(spend.report.status); }
  /// The future of a customer, by place; null where nothing can be said.
  const Lifetime* of(std::size_t place) const {
    return place < customers.size() ? &customers[place] : nullptr;
  }
};

/// Looks ahead from `as_of`, the day of the summaries. Of a shop with more than 20,000 customers
/// the models are judged by as many, evenly spread; the winner is then fitted to all.
Foresight foresee(const OrderBook& book, std::span<const Summary> customers, Date as_of);

}  // namespace regulars
