// What each rule of cleaning does to the shop's figures.
#pragma once

#include <cstdint>
#include <vector>

#include "core/data/order_book.h"

namespace regulars {

/// The difference that one rule makes while the others stay as they are: the figures with it less
/// those without it, whether it holds or not.
struct RuleEffect {
  CleaningRule rule = CleaningRule::newest_export;
  bool on = true;
  std::int64_t count = 0;   // findings it deals with
  std::int64_t orders = 0;  // counted ones
  std::int64_t customers = 0;
  Money revenue;
};

/// All rules that found something, in the order of the rules. Each takes a walk over the table.
std::vector<RuleEffect> rule_effects(const OrderBook& book);

}  // namespace regulars
