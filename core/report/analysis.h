// One shop looked at as of one day: every stage after the orders, in the order of the walk.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/errors.h"
#include "core/customers/behaviour.h"
#include "core/customers/cohorts.h"
#include "core/customers/concentration.h"
#include "core/customers/metrics.h"
#include "core/customers/monitor.h"
#include "core/customers/movement.h"
#include "core/customers/opinions.h"
#include "core/customers/rfm.h"
#include "core/customers/segments.h"
#include "core/customers/survival.h"
#include "core/data/order_book.h"
#include "core/loyalty/backtest.h"
#include "core/loyalty/program.h"
#include "core/models/clusters.h"
#include "core/models/frequency_recency.h"
#include "core/models/groups.h"
#include "core/models/recommend.h"
#include "core/models/tracking.h"
#include "core/report/agenda.h"
#include "core/report/foresight.h"

namespace regulars {

/// What the user may choose.
struct AnalyzeOptions {
  std::optional<Date>
      as_of;  // default: the day of the last counted order; later orders are not seen
  std::optional<Program> program;  // default: default_program()
  CleaningOptions cleaning;
  CohortOptions cohorts;
  RfmOptions rfm;
};

/// What customers did over time, none of it by a fitted model of customers.
struct Conduct {
  SecondOrderCurve second_orders;
  Date later_from;         // first order day from which on a customer belongs to the later half
  CurveComparison halves;  // the earlier half, then the later; without groups where all began on
                           // one day
  CohortTable cohorts;
  Behaviour behaviour;
  Rhythms rhythms;
  Movement movement;
  Concentration concentration;
  Opinions opinions;
  Monitor monitor;
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
  std::int64_t customers_held_out =
      0;  // given nothing, and would have been given more than 0: they are not in the sums
  std::vector<RuleTotals> rules;  // in the program's order
};

/// What a program gives the customers of an analysis.
struct Granted {
  RewardTotals totals;
  std::vector<std::int64_t> awards;    // by place: minor units or points
  std::vector<std::uint8_t> held_out;  // by place, 1 for whoever is in the group that gets nothing;
                                       // empty where the program holds out nobody
};

/// Everything computed of a shop; customers by their place in `customers`, ascending CustomerId.
/// Refers to the order table.
struct Analysis {
  OrderBook book;
  Date as_of;
  std::vector<Summary> customers;
  ShopMetrics metrics;
  RfmScores rfm;
  SegmentMap segments;
  ClusterChoice clusters;
  std::vector<GroupLabel> labels;  // of each group
  ProductModel products;
  Program program;
  RewardTotals rewards;
  std::vector<std::int64_t> awards;  // what the program grants each customer: minor units or points
  std::vector<std::uint8_t> held_out;  // as in Granted
  Conduct conduct;
  Foresight foresight;
  std::optional<Tracking> tracking;                   // nothing where no model was fitted
  std::optional<FrequencyRecency> frequency_recency;  // nothing where no model is chosen
  Agenda agenda;
  std::optional<Backtest> backtest;  // nothing where the program has no points

  /// The segment of a customer in the scheme that was asked for, by place of its name.
  std::size_t segment(std::size_t customer) const { return segments.place(rfm.scores[customer]); }
  const std::string& segment_name(std::size_t customer) const {
    return segments.names()[segment(customer)];
  }
  /// The one of the ten segments that reward programs and recommendations know, whatever the
  /// scheme.
  Segment one_of_ten(std::size_t customer) const {
    return segment_of(rfm.scores[customer].r, rfm.scores[customer].f);
  }
  /// Group of a customer from 1 on; 0 where there are no groups.
  std::int32_t group(std::size_t customer) const;
};

/// What is known of each customer, as the rules of a program ask for it.
class CustomerFacts {
 public:
  /// Prepares what the program of `analysis` asks for, and only that. `analysis` must outlive this.
  explicit CustomerFacts(const Analysis& analysis) : CustomerFacts(analysis, analysis.program) {}
  /// The same for another program.
  CustomerFacts(const Analysis& analysis, const Program& program);

  /// The facts of a customer, by place; valid until the next call.
  const Facts& of(std::size_t customer);

 private:
  void set(FactId fact, Term term);
  void set_goods(CustomerId customer);

  const Analysis* analysis_;
  std::array<bool, kFactCatalogue.size()> wanted_{};
  Facts facts_;
  std::vector<Purchase> purchases_;  // distinct, by customer and product; empty unless asked for
  std::vector<Term> products_;
  std::vector<Term> categories_;
};

/// Runs the stages. Errors: no_orders.
Result<Analysis> analyze(const OrderTable& table, const AnalyzeOptions& options);

/// Asks a program about every customer.
Granted grant_rewards(const Analysis& analysis, const Program& program);

/// The award of a customer, by place, with its reasons.
Award explain_award(const Analysis& analysis, CustomerFacts& facts, std::size_t customer);

}  // namespace regulars
