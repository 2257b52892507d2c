#include "core/wire/backtest.h"

#include <utility>

#include "core/loyalty/lint.h"
#include "core/report/tables.h"
#include "core/wire/optional.h"
#include "core/wire/program.h"

namespace regulars::wire {
namespace {

using nlohmann::json;

json months_json(const SpendingOutcome& outcome) {
  json months = json::array();
  for (const BacktestMonth& month : outcome.months)
    months.push_back({{"month", to_text(month.first).substr(0, 7)},
                      {"opening", month.points.opening},
                      {"issued", month.points.issued},
                      {"redeemed", month.points.redeemed},
                      {"expired", month.points.expired},
                      {"revoked", month.points.revoked},
                      {"closing", month.points.closing},
                      {"paid", month.redeemed.minor}});
  return months;
}

json spending_json(const Backtest& result) {
  json all = json::array();
  for (std::size_t i = 0; i < result.spending.size(); ++i) {
    const SpendingOutcome& outcome = result.spending[i];
    const Balances& balances = outcome.balances;
    all.push_back({{"spending", kSpendingWords[i]},
                   {"balances",
                    {{"issued", balances.issued},
                     {"pending", balances.pending},
                     {"active", balances.active},
                     {"debt", balances.debt},
                     {"redeemed", balances.redeemed},
                     {"expired", balances.expired},
                     {"revoked", balances.revoked}}},
                   {"paid", outcome.redeemed.minor},
                   {"outstanding", outcome.outstanding.minor},
                   {"customers", outcome.customers},
                   {"months", months_json(outcome)}});
  }
  return all;
}

json rules_json(const Backtest& result, const PointsPlan& plan) {
  json rules = json::array();
  for (std::size_t i = 0; i < plan.earn.size(); ++i) {
    const EarnRule& rule = plan.earn[i];
    const EarnTotals& totals = result.rules[i];
    rules.push_back({{"rule", rule.id},
                     {"on", kOccasionWords[static_cast<std::size_t>(rule.on)]},
                     {"kind", rule.kind == EarnKind::points ? "points" : "times"},
                     {"times", totals.times},
                     {"customers", totals.customers},
                     {"points", totals.points}});
  }
  return rules;
}

json tiers_json(const Backtest& result, const Program& program) {
  json tiers = json::array();
  for (std::size_t i = 0; i < result.tiers.size(); ++i)
    tiers.push_back({{"tier", program.tiers->steps[i].name},
                     {"from", program.tiers->steps[i].from},
                     {"customers", result.tiers[i].customers},
                     {"reached", result.tiers[i].reached},
                     {"benefits", program.tiers->steps[i].benefits}});
  return tiers;
}

// Who earned, by segment.
json segments_json(const Analysis& analysis, const Backtest& result) {
  struct Sums {
    std::int64_t customers = 0;
    std::int64_t rewarded = 0;
    std::int64_t earned = 0;
  };
  std::vector<Sums> sums(analysis.segments.names().size());
  for (std::size_t i = 0; i < analysis.customers.size(); ++i) {
    const auto who = static_cast<std::size_t>(analysis.customers[i].customer);
    const CustomerOutcome& outcome = result.of_customers[who];
    Sums& of = sums[analysis.segment(i)];
    ++of.customers;
    of.rewarded += outcome.earned > 0;
    of.earned += outcome.earned;
  }
  json segments = json::array();
  for (std::size_t i = 0; i < sums.size(); ++i)
    segments.push_back({{"segment", analysis.segments.names()[i]},
                        {"customers", sums[i].customers},
                        {"rewarded", sums[i].rewarded},
                        {"earned", sums[i].earned}});
  return segments;
}

json budget_json(const Backtest& result, const PointsPlan& plan) {
  if (!plan.budget) return nullptr;
  return {{"points", *plan.budget},
          {"left", *result.budget_left},
          {"exhausted", result.exhausted ? json(to_text(*result.exhausted)) : json()}};
}

json warnings_json(const Program& program) {
  json warnings = json::array();
  for (const Finding& finding : lint(program)) {
    const bool earns = finding.part == Finding::Part::earn;
    const auto id = [&](std::size_t rule) {
      return earns ? program.points->earn[rule].id : program.rules[rule].id;
    };
    const bool has_other = finding.oddity == Oddity::earned_twice;
    warnings.push_back({{"kind", kOddityWords[static_cast<std::size_t>(finding.oddity)]},
                        {"list", earns ? "earn" : "rules"},
                        {"rule", id(finding.rule)},
                        {"other", has_other ? json(id(finding.other)) : json()}});
  }
  return warnings;
}

// What a program must bring, and how many customers would show whether it does: of those who could
// be watched for 90 days.
json break_even_json(const Analysis& analysis, const Program& program, const Backtest& tested) {
  const BreakEven answer = break_even(tested, program);
  json result{{"cost", answer.cost.minor},
              {"revenue_share", or_null(answer.revenue_share)},
              {"uplift", or_null(answer.uplift)},
              {"test_customers", nullptr}};
  if (!answer.uplift) result["reason"] = program.margin ? "no_revenue" : "no_margin";
  const Rate& rate = analysis.metrics.repurchase_rate;
  if (!answer.uplift || *answer.uplift <= 0 || rate.denominator == 0) return result;
  const double share = static_cast<double>(rate.numerator) / static_cast<double>(rate.denominator);
  const double other = share * (1 + *answer.uplift);
  if (share > 0 && other < 1) result["test_customers"] = customers_for_test(share, other);
  return result;
}

}  // namespace

json awards_json(const Analysis& analysis, std::int64_t from, std::int64_t limit) {
  const OrderTable& table = analysis.book.table();
  const auto total = static_cast<std::int64_t>(analysis.customers.size());
  CustomerFacts facts(analysis);
  json rows = json::array();
  for (std::int64_t row = from; row < total && row - from < limit; ++row) {
    const auto place = static_cast<std::size_t>(row);
    const CustomerId customer = analysis.customers[place].customer;
    json one{{"customer", table.customers.text(static_cast<std::int32_t>(customer))},
             {"name", label_of(table, customer)},
             {"reward", analysis.awards[place]}};
    const Award award = explain_award(analysis, facts, place);
    one["grants"] = grants_to_json(award, analysis.program);
    if (analysis.program.hold_out) one["held_out"] = award.held_out;
    if (analysis.backtest) {
      const CustomerOutcome& outcome =
          analysis.backtest->of_customers[static_cast<std::size_t>(customer)];
      one["earned"] = outcome.earned;
      one["balance"] = outcome.balance;
      one["redeemed"] = outcome.redeemed;
      one["tier"] =
          outcome.tier < 0
              ? json()
              : json(analysis.program.tiers->steps[static_cast<std::size_t>(outcome.tier)].name);
    }
    rows.push_back(std::move(one));
  }
  return {{"total", total}, {"rows", std::move(rows)}};
}

ProgramOutcome outcome_of(const Analysis& analysis) {
  return {analysis.program, analysis.rewards, analysis.backtest};
}

json rewards_json(const Analysis& analysis, const ProgramOutcome& outcome) {
  const Program& program = outcome.program;
  const RewardTotals& totals = outcome.totals;
  json rules = json::array();
  for (std::size_t i = 0; i < totals.rules.size(); ++i)
    rules.push_back({{"rule", program.rules[i].id},
                     {"customers", totals.rules[i].customers},
                     {"granted", totals.rules[i].granted}});
  return {{"program", program.name},
          {"unit", to_text(program.unit)},
          {"granted", totals.granted},
          {"customers_granted", totals.customers_granted},
          {"customers_refused", totals.customers_refused},
          {"customers_unknown", totals.customers_unknown},
          {"customers_held_out", totals.customers_held_out},
          {"rules", std::move(rules)},
          {"points", backtest_json(analysis, outcome)},
          {"warnings", warnings_json(program)},
          {"document", to_json(program)}};
}

json backtest_json(const Analysis& analysis, const ProgramOutcome& outcome) {
  if (!outcome.backtest) return nullptr;
  const Backtest& result = *outcome.backtest;
  const PointsPlan& plan = *outcome.program.points;
  return {{"from", to_text(result.from)},
          {"as_of", to_text(result.as_of)},
          {"occasions", result.occasions},
          {"undecided", result.undecided},
          {"customers", result.customers},
          {"rewarded", result.rewarded},
          {"earned", result.earned},
          {"revenue", result.revenue.minor},
          {"rules", rules_json(result, plan)},
          {"spending", spending_json(result)},
          {"tiers", tiers_json(result, outcome.program)},
          {"segments", segments_json(analysis, result)},
          {"budget", budget_json(result, plan)},
          {"break_even", break_even_json(analysis, outcome.program, result)}};
}

json backtest_json(const Analysis& analysis) {
  return backtest_json(analysis, outcome_of(analysis));
}

}  // namespace regulars::wire
