#include "core/wire/foresight.h"

#include <array>
#include <cmath>

#include "core/report/tables.h"
#include "core/wire/models.h"
#include "core/wire/optional.h"

namespace regulars::wire {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 8> kChoiceWords{
    "ready",         "too_short", "too_few_customers", "too_few_repeats",
    "too_few_later", "no_fit",    "far_off",           "guess_wins"};

json holdout_json(const HoldoutError& error, const ModelChoice& choice) {
  return {
      {"from", to_text(choice.cut + 1)}, {"to", to_text(choice.to)}, {"predicted", error.predicted},
      {"actual", error.actual},          {"bias", error.bias},       {"mae", error.mean_absolute},
      {"rmse", error.root_mean_square}};
}

// The fit of a model: of the winner to all orders, of the others to those before the cut.
json model_json(const Candidate& candidate, const ModelChoice& choice) {
  const bool chosen = choice.chosen && candidate.kind == choice.chosen;
  const FitReport& report = chosen ? choice.fitted.report : candidate.report;
  const bool fitted = is_fitted(report.status);
  const bool judged = !candidate.kind || is_fitted(candidate.report.status);
  json result{{"name", candidate.name},
              {"chosen", chosen},
              {"holdout", judged ? holdout_json(candidate.error, choice) : json(nullptr)}};
  if (!candidate.kind) return result;
  result.update({{"status", fit_status_word(report.status)},
                 {"unit", "days"},
                 {"fitted_to", to_text(chosen ? choice.to : choice.cut)},
                 {"customers", report.customers},
                 {"log_likelihood", fitted ? json(report.log_likelihood) : json(nullptr)}});
  add_estimates(result, report);
  return result;
}

json spend_json(const SpendFit& spend) {
  const bool fitted = is_fitted(spend.report.status);
  json result{{"name", "gamma_gamma"},
              {"status", fit_status_word(spend.report.status)},
              {"customers", spend.report.customers},
              {"left_out", spend.left_out},
              {"correlation", or_null(spend.correlation)},
              {"mean", fitted ? json(spend.model.mean()) : json(nullptr)},
              {"log_likelihood", fitted ? json(spend.report.log_likelihood) : json(nullptr)}};
  add_estimates(result, spend.report);
  return result;
}

json tracking_json(const Tracking& tracking) {
  json weeks = json::array();
  for (const TrackedWeek& week : tracking.weeks)
    weeks.push_back({{"from", to_text(week.from)},
                     {"actual", week.actual},
                     {"expected", week.expected},
                     {"judged", week.judged}});
  json ahead = json::array();
  for (const WeekAhead& week : tracking.ahead)
    ahead.push_back({{"from", to_text(week.from)},
                     {"expected", week.expected},
                     {"low", week.low},
                     {"high", week.high}});
  json result{{"model", word_of(tracking.model)}, {"chosen", tracking.chosen},
              {"cut", to_text(tracking.cut)},     {"dispersion", or_null(tracking.dispersion)},
              {"coverage", kAheadCoverage},       {"weeks", std::move(weeks)},
              {"ahead", std::move(ahead)}};
  if (!tracking.dispersion) result["reason"] = "too_little_data";
  return result;
}

json frequency_recency_json(const Analysis& analysis) {
  if (!analysis.frequency_recency) return nullptr;
  const FrequencyRecency& grid = *analysis.frequency_recency;
  json cells = json::array();
  for (const FrequencyRecencyCell& cell : grid.cells)
    cells.push_back({{"frequency", cell.frequency},
                     {"since_from", cell.since_from},
                     {"since_to", cell.since_to},
                     {"customers", cell.customers},
                     {"probability_alive", or_null(cell.probability_alive)},
                     {"expected_orders_90d", or_null(cell.expected_orders)}});
  return {{"model", word_of(*analysis.foresight.choice.chosen)},
          {"age_days", grid.age},
          {"horizon_days", grid.horizon.count},
          {"frequencies", grid.frequencies},
          {"last_is_open", grid.is_open},
          {"since_last_from", grid.since_from},
          {"since_last_to", grid.since_to},
          {"cells", std::move(cells)}};
}

}  // namespace

void add_foresight(json& report, const Analysis& analysis) {
  const Foresight& foresight = analysis.foresight;
  const ModelChoice& choice = foresight.choice;
  json models = json::array();
  for (const Candidate& candidate : choice.candidates)
    models.push_back(model_json(candidate, choice));
  const double total = minor_units(foresight.value, analysis.book.table().digits);
  const LifetimeOptions& options = foresight.options;
  report["purchase_models"] = std::move(models);
  report["chosen"] = choice.chosen ? json(word_of(*choice.chosen)) : json(nullptr);
  report["choice"] = {{"status", kChoiceWords[static_cast<std::size_t>(choice.status)]},
                      {"needed", choice.needed},
                      {"found", choice.found},
                      {"from", to_text(choice.from)},
                      {"cut", to_text(choice.cut)},
                      {"to", to_text(choice.to)}};
  report["tracking"] = analysis.tracking ? tracking_json(*analysis.tracking) : json(nullptr);
  if (!analysis.tracking) report["tracking_reason"] = report["choice"]["status"];
  report["frequency_recency"] = frequency_recency_json(analysis);
  report["spend_model"] = spend_json(foresight.spend);
  report["lifetime"] = {
      {"horizon_days", std::llround(options.periods * options.period.count)},
      {"discount_per_month", options.discount},
      {"coverage", options.coverage},
      {"customers_with_forecast", foresight.customers.size()},
      {"expected_orders_90d",
       foresight.is_ready() ? json(foresight.expected_orders) : json(nullptr)},
      {"total", foresight.has_values() ? json(std::llround(total)) : json(nullptr)}};
}

json future_json(const Analysis& analysis, std::size_t place) {
  if (!analysis.foresight.of(place)) return nullptr;
  const auto figure = [&](CustomerColumn column) {
    const double value = figure_of(analysis, place, column);
    return std::isinf(value) ? json(nullptr) : json(value);
  };
  const auto day = [&](CustomerColumn column) {
    const double value = figure_of(analysis, place, column);
    return std::isinf(value) ? json(nullptr)
                             : json(to_text(Date{static_cast<std::int32_t>(value)}));
  };
  return {{"probability_alive", figure(CustomerColumn::probability_alive)},
          {"expected_orders_90d", figure(CustomerColumn::expected_orders_90d)},
          {"next_order_from", day(CustomerColumn::next_order_from)},
          {"next_order_to", day(CustomerColumn::next_order_to)},
          {"lifetime_value", figure(CustomerColumn::lifetime_value)},
          {"lifetime_low", figure(CustomerColumn::lifetime_low)},
          {"lifetime_high", figure(CustomerColumn::lifetime_high)},
          {"probability_nothing", figure(CustomerColumn::probability_nothing)}};
}

}  // namespace regulars::wire
