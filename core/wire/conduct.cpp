#include "core/wire/conduct.h"

#include <array>
#include <cmath>

#include "core/wire/optional.h"

using nlohmann::json;

namespace regulars::wire {
namespace {

constexpr std::array<std::string_view, 4> kVerdictWords{"higher", "lower", "no_difference",
                                                        "too_little_data"};

// A report shows nothing that is not there: the reason stands beside the figures that are null.
void explain(json& part, bool has_customers) {
  part["reason"] = has_customers ? "too_little_data" : "no_customer_column";
}

json halves_json(const Conduct& conduct) {
  if (conduct.halves.groups.empty()) return nullptr;
  json groups = json::array();
  for (const CurveOfGroup& group : conduct.halves.groups)
    groups.push_back({{"customers", group.customers},
                      {"events", group.events},
                      {"median", or_null(group.median)}});
  const auto& test = conduct.halves.test;
  return {{"later_from", to_text(conduct.later_from)},
          {"groups", std::move(groups)},
          {"chi_squared", test ? json(test->chi_squared) : json(nullptr)},
          {"p", test ? json(test->p) : json(nullptr)}};
}

json fit_json(const std::optional<GoodnessOfFit>& fit) {
  if (!fit) return nullptr;
  return {{"chi_squared", fit->chi_squared}, {"degrees", fit->degrees}, {"p", fit->p}};
}

json counts_json(const RepeatCounts& counts, bool has_customers) {
  constexpr std::array<std::string_view, 3> words{"", "poisson", "negative_binomial"};
  const CountModels& models = counts.models;
  const auto model = [](const CountFit& fit) {
    return json{
        {"log_likelihood", fit.log_likelihood}, {"aic", fit.aic}, {"fit", fit_json(fit.fit)}};
  };
  json result{{"window_days", counts.window_days > 0 ? json(counts.window_days) : json(nullptr)},
              {"customers", models.cases},
              {"mean", models.cases > 0 ? json(models.mean) : json(nullptr)},
              {"variance", models.cases > 0 ? json(models.variance) : json(nullptr)},
              {"poisson", nullptr},
              {"negative_binomial", nullptr},
              {"likelihood_ratio", nullptr},
              {"p", nullptr},
              {"chosen", nullptr}};
  if (models.chosen == CountModel::none) {
    explain(result, has_customers);
    return result;
  }
  result["poisson"] = model(models.poisson);
  result["poisson"]["rate"] = models.mean;
  if (models.shape) {
    result["negative_binomial"] = model(models.negative_binomial);
    result["negative_binomial"]["shape"] = *models.shape;
    result["negative_binomial"]["mean"] = models.mean;
    result["likelihood_ratio"] = models.likelihood_ratio;
    result["p"] = models.p;
  }
  result["chosen"] = words[static_cast<std::size_t>(models.chosen)];
  return result;
}

json gaps_json(const GapFigures& gaps, bool has_customers) {
  const bool any = gaps.count > 0;
  json result{{"count", gaps.count},
              {"customers", gaps.customers},
              {"mean", any ? json(gaps.mean) : json(nullptr)},
              {"quartiles", any ? json(gaps.quartiles) : json(nullptr)}};
  if (!any) explain(result, has_customers);
  return result;
}

json shape_json(const std::optional<GapShape>& shape, bool has_customers) {
  json result{{"k", shape ? json(shape->k) : json(nullptr)},
              {"low", shape ? json(shape->low) : json(nullptr)},
              {"high", shape ? json(shape->high) : json(nullptr)},
              {"customers", shape ? shape->cases : 0}};
  if (!shape) explain(result, has_customers);
  return result;
}

json season_json(const SeasonFigures& figures) {
  json seasons = json::array();
  for (const Season& one : figures.seasons)
    seasons.push_back(
        {{"of", one.of}, {"orders", one.orders}, {"share", one.share}, {"days", one.days}});
  return {{"seasons", std::move(seasons)}, {"evenness", fit_json(figures.evenness)}};
}

json spend_json(const SpendFigures& spend, const OrderTable& table) {
  constexpr std::array<std::string_view, 3> words{"", "normal", "log_normal"};
  json result{
      {"orders", spend.orders}, {"normal", nullptr}, {"log_normal", nullptr}, {"chosen", nullptr}};
  if (spend.orders > 0) {
    result["normal"] = {{"mean", spend.mean}, {"standard_deviation", spend.standard_deviation}};
    result["log_normal"] = {{"log_mean", spend.log_mean},
                            {"log_standard_deviation", spend.log_standard_deviation},
                            {"median", std::exp(spend.log_mean)}};
  }
  if (spend.chosen == SpendShape::none) {
    result["reason"] = table.has_amounts ? "too_little_data" : "no_amount_column";
    return result;
  }
  const auto add = [&](const char* name, const SpendShapeFit& fit) {
    result[name]["log_likelihood"] = fit.log_likelihood;
    result[name]["fit"] = fit_json(fit.fit);
  };
  add("normal", spend.normal);
  add("log_normal", spend.log_normal);
  result["chosen"] = words[static_cast<std::size_t>(spend.chosen)];
  return result;
}

json pace_json(const Pace& pace, bool known) {
  const auto days = [&](std::int32_t value) { return known ? json(value) : json(nullptr); };
  return {{"usual_days", days(pace.usual)},
          {"overdue_after_days", days(pace.overdue_after)},
          {"lapsed_after_days", days(pace.lapsed_after)}};
}

json rhythms_json(const Rhythms& rhythms, bool has_customers) {
  json states = json::object();
  for (std::size_t i = 0; i < kRhythmStates; ++i)
    states[std::string(rhythm_word(static_cast<RhythmState>(i)))] = rhythms.states[i];
  const auto known = [&](double value) { return rhythms.knows_gaps ? json(value) : json(nullptr); };
  json result{{"states", std::move(states)},
              {"one_time", pace_json(rhythms.first_pace, rhythms.knows_returns)},
              {"usual_days", known(std::exp(rhythms.spread.center))},
              {"spread_within", known(rhythms.spread.within)},
              {"spread_between", known(rhythms.spread.between)}};
  if (!rhythms.knows_gaps || !rhythms.knows_returns) explain(result, has_customers);
  return result;
}

}  // namespace

std::string_view reason_word(NoFigure reason) {
  constexpr std::array<std::string_view, 4> words{"", "too_little_data", "no_amount_column",
                                                  "no_customer_column"};
  return words[static_cast<std::size_t>(reason)];
}

json figure_json(const Figure& figure) {
  json result{{"value", or_null(figure.value)}, {"definition", figure.definition}};
  if (figure.reason != NoFigure::none) result["reason"] = reason_word(figure.reason);
  return result;
}

json rate_json(const Rate& rate) {
  json result = figure_json({rate.value, rate.definition, rate.reason});
  result["numerator"] = rate.numerator;
  result["denominator"] = rate.denominator;
  result["low"] = or_null(rate.low);
  result["high"] = or_null(rate.high);
  return result;
}

void add_metrics(json& metrics, const Analysis& analysis) {
  const Conduct& conduct = analysis.conduct;
  json retention = rate_json(conduct.movement.retention_rate);
  json churn = rate_json(conduct.movement.churn_rate);
  retention["days"] = churn["days"] = kRetentionDays;
  metrics["retention_rate"] = std::move(retention);
  metrics["churn_rate"] = std::move(churn);
  const Opinions& opinions = conduct.opinions;
  json conversion = rate_json(opinions.conversion.rate);
  conversion["of"] = opinions.conversion.of == Conversion::Of::visits ? "visits" : "first_orders";
  metrics["conversion"] = std::move(conversion);
  json satisfaction = figure_json(opinions.satisfaction.mean);
  satisfaction["answers"] = opinions.satisfaction.answers;
  satisfaction["scale"] = opinions.satisfaction.scale;
  satisfaction["low"] = or_null(opinions.satisfaction.low);
  satisfaction["high"] = or_null(opinions.satisfaction.high);
  metrics["satisfaction"] = std::move(satisfaction);
  const NetPromoter& net = opinions.net_promoter;
  json promoters = figure_json(net.score);
  promoters["answers"] = net.answers;
  promoters["promoters"] = net.promoters;
  promoters["detractors"] = net.detractors;
  promoters["low"] = or_null(net.low);
  promoters["high"] = or_null(net.high);
  metrics["net_promoter_score"] = std::move(promoters);
  const Concentration& concentration = conduct.concentration;
  const OrderTable& table = analysis.book.table();
  const NoFigure why = !table.has_customers ? NoFigure::no_customer_column
                       : !table.has_amounts ? NoFigure::no_amount_column
                                            : NoFigure::too_little_data;
  json curve = json::array();
  for (const LorenzPoint& point : concentration.curve)
    curve.push_back({point.customers, point.revenue});
  const auto share = [&](const std::optional<double>& value, std::string_view definition) {
    return figure_json({value, definition, value ? NoFigure::none : why});
  };
  metrics["concentration"] = {
      {"gini", share(concentration.gini, "1 - 2 x the area under the curve")},
      {"top_tenth",
       share(concentration.top_tenth,
             "revenue of the tenth of customers who spent most / revenue of customers")},
      {"curve", std::move(curve)}};
  json flows = json::array();
  for (const Flow& flow : conduct.movement.flows)
    flows.push_back({{"period", conduct.movement.periods.name(flow.period)},
                     {"new", flow.new_customers},
                     {"returning", flow.returning},
                     {"reactivated", flow.reactivated},
                     {"lapsed", flow.lapsed},
                     {"current", flow.current}});
  metrics["flow"] = {{"period", period_word(conduct.movement.periods.length())},
                     {"periods", std::move(flows)}};
}

json survival_json(const Analysis& analysis) {
  const SecondOrderCurve& curve = analysis.conduct.second_orders;
  json days = json::array();
  json share = json::array();
  json low = json::array();
  json high = json::array();
  json at_risk = json::array();
  for (const CurvePoint& point : curve.points) {
    days.push_back(point.day);
    share.push_back(point.share);
    low.push_back(point.low);
    high.push_back(point.high);
    at_risk.push_back(point.at_risk);
  }
  json result{{"days", std::move(days)},
              {"share", std::move(share)},
              {"low", std::move(low)},
              {"high", std::move(high)},
              {"at_risk", std::move(at_risk)},
              {"events", curve.events},
              {"customers", curve.customers},
              {"median", or_null(curve.median)},
              {"halves", halves_json(analysis.conduct)}};
  if (curve.events == 0) explain(result, analysis.book.table().has_customers);
  return result;
}

json difference_json(const std::optional<RateDifference>& difference) {
  if (!difference) return nullptr;
  return {{"difference", difference->difference},
          {"low", difference->low},
          {"high", difference->high},
          {"p", difference->p}};
}

json cohorts_json(const CohortTable& table) {
  json cohorts = json::array();
  const auto name_of = [](const Cohort& cohort) {
    return cohort.name.empty() ? json(nullptr) : json(cohort.name);
  };
  for (const Cohort& cohort : table.cohorts) {
    json versus = difference_json(cohort.versus);
    if (cohort.versus) versus["p_adjusted"] = cohort.p_adjusted;
    json rate;
    if (cohort.interval)
      rate = static_cast<double>(cohort.repeat) / static_cast<double>(cohort.observed);
    cohorts.push_back({{"cohort", name_of(cohort)},
                       {"customers", cohort.customers},
                       {"observed", cohort.observed},
                       {"repeat", cohort.repeat},
                       {"rate", std::move(rate)},
                       {"low", cohort.interval ? json(cohort.interval->low) : json(nullptr)},
                       {"high", cohort.interval ? json(cohort.interval->high) : json(nullptr)},
                       {"versus", std::move(versus)},
                       {"verdict", kVerdictWords[static_cast<std::size_t>(cohort.verdict)]}});
  }
  json cells = json::array();
  for (const CohortCell& cell : table.cells)
    cells.push_back({{"cohort", name_of(table.cohorts[static_cast<std::size_t>(cell.cohort)])},
                     {"age", cell.age},
                     {"customers", cell.customers},
                     {"observed", cell.observed},
                     {"active", cell.active},
                     {"active_observed", cell.active_observed},
                     {"orders", cell.orders},
                     {"revenue", cell.revenue.minor},
                     {"cumulative_value", or_null(cell.cumulative_value)},
                     {"mature", cell.mature()}});
  json averages = json::array();
  for (const CohortAverage& average : table.averages)
    averages.push_back({{"age", average.age},
                        {"cohorts", average.cohorts},
                        {"customers", average.customers},
                        {"active", average.active},
                        {"share", average.share},
                        {"low", average.interval.low},
                        {"high", average.interval.high},
                        {"revenue", average.revenue},
                        {"cumulative_value", average.cumulative_value}});
  return {{"period", period_word(table.period)},
          {"by", kCohortWords[static_cast<std::size_t>(table.by)]},
          {"versus", table.by == CohortBy::first_order ? "cohort_before" : "all_others"},
          {"window_days", table.window_days},
          {"cohorts", std::move(cohorts)},
          {"cells", std::move(cells)},
          {"averages", std::move(averages)}};
}

json behaviour_json(const Analysis& analysis) {
  const Behaviour& behaviour = analysis.conduct.behaviour;
  const bool has_customers = analysis.book.table().has_customers;
  return {{"counts", counts_json(behaviour.counts, has_customers)},
          {"gaps", gaps_json(behaviour.gaps, has_customers)},
          {"regularity",
           {{"wheat_morrison", shape_json(behaviour.wheat_morrison, has_customers)},
            {"likelihood", shape_json(behaviour.likelihood, has_customers)}}},
          {"seasonality",
           {{"weekday", season_json(behaviour.weekdays)},
            {"hour", season_json(behaviour.hours)},
            {"month", season_json(behaviour.months)}}},
          {"spend", spend_json(behaviour.spend, analysis.book.table())},
          {"rhythm", rhythms_json(analysis.conduct.rhythms, has_customers)}};
}

json monitor_json(const Analysis& analysis) {
  constexpr std::array<std::string_view, 3> alarms{"none", "above", "below"};
  constexpr std::array<std::string_view, kWatched> kinds{"u", "u", "individuals", "means", "p"};
  const Monitor& monitor = analysis.conduct.monitor;
  const OrderTable& table = analysis.book.table();
  json charts = json::object();
  for (std::size_t i = 0; i < kWatched; ++i) {
    const auto watched = static_cast<Watched>(i);
    const bool of_money = watched == Watched::revenue || watched == Watched::average_order_value;
    const bool of_people = watched == Watched::new_customers || watched == Watched::repurchase_rate;
    const bool known = of_money ? table.has_amounts : !of_people || table.has_customers;
    const MonitorChart& chart = monitor.charts[i];
    json points = json::array();
    for (std::int32_t at = 0; known && at < monitor.periods.count(); ++at) {
      const MonitorPoint& point = chart.points[static_cast<std::size_t>(at)];
      const auto limit = [&](double value) { return point.judged ? json(value) : json(nullptr); };
      points.push_back({{"period", monitor.periods.name(at)},
                        {"value", or_null(point.value)},
                        {"size", point.size},
                        {"mature", point.mature},
                        {"center", limit(point.center)},
                        {"low", limit(point.low)},
                        {"high", limit(point.high)},
                        {"alarm", alarms[static_cast<std::size_t>(point.alarm)]}});
    }
    json one{{"chart", kinds[i]},
             {"factor", chart.has_limits ? json(chart.factor) : json(nullptr)},
             {"points", std::move(points)}};
    if (!known)
      one["reason"] = of_money ? "no_amount_column" : "no_customer_column";
    else if (!chart.has_limits)
      one["reason"] = "too_little_data";
    charts[std::string(kWatchedWords[i])] = std::move(one);
  }
  return {{"period", period_word(monitor.periods.length())},
          {"window_days", monitor.window_days},
          {"sigmas", kSigmas},
          {"false_alarm_rate", monitor.false_alarm_rate},
          {"charts", std::move(charts)}};
}

json rhythm_json(const Analysis& analysis, std::size_t place) {
  const Rhythm& rhythm = analysis.conduct.rhythms.customers[place];
  const Date last = analysis.customers[place].last;
  const bool known = rhythm.state != RhythmState::unknown;
  const auto day = [&](std::int32_t after) {
    return known ? json(to_text(last + after)) : json(nullptr);
  };
  json result = pace_json(rhythm.pace, known);
  result["state"] = rhythm_word(rhythm.state);
  result["due_on"] = day(rhythm.pace.usual);
  result["overdue_from"] = day(rhythm.pace.overdue_after + 1);
  result["lapsed_from"] = day(rhythm.pace.lapsed_after + 1);
  return result;
}

}  // namespace regulars::wire
