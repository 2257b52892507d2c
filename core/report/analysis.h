// One shop looked at as of one day: every stage after the orders, in the order of the walk.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/errors.h"
#include "core/customers/metrics.h"
#include "core/customers/rfm.h"
#include "core/data/orders.h"
#include "core/loyalty/program.h"
#include "core/models/clusters.h"
#include "core/models/groups.h"
#include "core/models/recommend.h"

namespace regulars {

/// What the user may choose.
struct AnalyzeOptions {
  std::optional<Date>
      as_of;  // default: the day of the last counted order; later orders are not seen
  std::optional<Program> program;  // default: default_program()
};

/// What one rule came to over all customers.
struct RuleTotals {
  std::int64_t customers = 0;  // for whom it counted
  std::int64_t granted = 0;    // minor units or points
};

/// What a program came to over all customers.
struct RewardTotals {
  std::int64_t granted = 0;            // minor units or points
  std::int64_t customers_granted = 0;  // given more than 0
  std::int64_t customers_refused = 0;  // given nothing, and every rule that was asked knew why
  std::int64_t customers_unknown =
      0;  // given nothing, and some rule could not be decided for a missing fact
  std::vector<RuleTotals> rules;  // in the program's order
};

/// Everything computed of a shop; customers by their place in `customers`, ascending CustomerId.
/// Refers to the order table.
struct Analysis {
  OrderBook book;
  Date as_of;
  std::vector<Summary> customers;
  ShopMetrics metrics;
  RfmScores rfm;
  ClusterChoice clusters;
  std::vector<GroupLabel> labels;  // of each group
  ProductModel products;
  Program program;
  RewardTotals rewards;
  std::vector<std::int64_t> awards;  // what the program grants each customer: minor units or points

  Segment segment(std::size_t customer) const {
    return segment_of(rfm.scores[customer].r, rfm.scores[customer].f);
  }
  /// Group of a customer from 1 on; 0 where there are no groups.
  std::int32_t group(std::size_t customer) const;
};

/// The products and categories that each customer bought, as rules ask for them.
class Goods {
 public:
  /// Empty unless the program of `analysis` asks for either.
  explicit Goods(const Analysis& analysis);

  /// Adds a customer's lists to the facts; they are valid until the next call.
  void fill(CustomerId customer, Facts& facts);

 private:
  const OrderTable* table_;
  bool wanted_;
  std::vector<Purchase> purchases_;  // distinct, by customer and product
  std::vector<Term> products_;
  std::vector<Term> categories_;
};

/// Runs the stages. Errors: no_orders.
Result<Analysis> analyze(OrderTable& table, const AnalyzeOptions& options);

/// Tells why customers get what they get. Keeps what the program asks of their purchases, so that
/// many can be asked about.
class AwardExplainer {
 public:
  /// `analysis` must outlive this.
  explicit AwardExplainer(const Analysis& analysis);

  /// The award of a customer with its reasons.
  Award explain(std::size_t customer);

 private:
  const Analysis* analysis_;
  Goods goods_;
};

}  // namespace regulars
