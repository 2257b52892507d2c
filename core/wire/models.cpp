#include "core/wire/models.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/wire/checked.h"
#include "core/wire/optional.h"

namespace regulars::wire {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, kFitStatuses> kStatusWords{
    "converged",    "not_identifiable", "stopped_early",    "too_little_data",
    "no_customers", "no_repeat_orders", "no_time_observed", "no_spend"};
constexpr std::array<std::string_view, 2> kUnitWords{"days", "weeks"};

}  // namespace

std::string_view fit_status_word(FitStatus status) {
  return kStatusWords[static_cast<std::size_t>(status)];
}

void add_estimates(json& part, const FitReport& report) {
  json parameters = json::object();
  json errors = json::object();
  for (const Estimate& estimate : report.parameters) {
    const std::string name(estimate.name);
    parameters[name] = estimate.value;
    errors[name] = or_null(estimate.standard_error);
  }
  part["parameters"] = std::move(parameters);
  part["standard_errors"] = std::move(errors);
}

Result<TableQuestion> table_question(const json& document) {
  CheckedObject object(document, "");
  std::string model;
  std::string unit(kUnitWords[0]);
  object.read("model", model);
  object.read("unit", unit);
  TableQuestion question;
  const auto known = std::find(kTableModels.begin(), kTableModels.end(), model);
  if (known == kTableModels.end()) object.fail("model");
  if (unit != kUnitWords[0] && unit != kUnitWords[1]) object.fail("unit");
  if (const json* predict = object.find("predict")) {
    constexpr double most_days = 36'525;
    if (predict->is_number() && predict->get<double>() > 0 && predict->get<double>() <= most_days)
      question.predict = predict->get<double>();
    else
      object.fail("predict");
  }
  if (const json* covariates = object.find("covariates")) {
    const bool is_list = covariates->is_array() && covariates->size() <= kMostCovariates;
    if (!is_list) object.fail("covariates");
    for (const json& name : is_list ? *covariates : json::array()) {
      if (name.is_string() && !name.get_ref<const std::string&>().empty())
        question.covariates.push_back(name.get<std::string>());
      else
        object.fail("covariates");
    }
  }
  if (object.error()) return *object.error();
  question.model = static_cast<TableModel>(known - kTableModels.begin());
  question.unit = unit == kUnitWords[1] ? TimeUnit::weeks : TimeUnit::days;
  return question;
}

json to_json(const TableFit& fit) {
  const FitReport& report = fit.report;
  const bool is_spend = fit.model == TableModel::gamma_gamma;
  const bool in_periods = fit.model == TableModel::bg_bb;
  json predictions = json::array();
  for (const RowPrediction& prediction : fit.predictions) {
    predictions.push_back(is_spend ? json{{"expected_value", prediction.expected}}
                                   : json{{"expected", prediction.expected},
                                          {"probability_alive", prediction.probability_alive},
                                          {"probability_order", prediction.probability_order}});
  }
  json answer{
      {"model", kTableModels[static_cast<std::size_t>(fit.model)]},
      {"unit", is_spend     ? json(nullptr)
               : in_periods ? json("periods")
                            : json(kUnitWords[static_cast<std::size_t>(report.unit)])},
      {"status", fit_status_word(report.status)},
      {"log_likelihood", is_fitted(report.status) ? json(report.log_likelihood) : json(nullptr)},
      {"iterations", report.iterations},
      {"customers", report.customers},
      {"distinct", report.distinct},
      {"predictions", std::move(predictions)}};
  add_estimates(answer, report);
  if (is_spend) {
    answer["left_out"] = fit.left_out;
    answer["correlation"] = or_null(fit.correlation);
  } else {
    answer["expected_total"] = fit.predictions.empty() ? json(nullptr) : json(fit.expected_total);
  }
  if (fit.covariates.empty()) return answer;
  const auto effect = [](const Estimate& estimate) {
    return json{{"effect", estimate.value}, {"standard_error", or_null(estimate.standard_error)}};
  };
  json covariates = json::array();
  for (const TableCovariate& covariate : fit.covariates)
    covariates.push_back(
        {{"column", covariate.column},
         {"level", covariate.level.empty() ? json(nullptr) : json(covariate.level)},
         {"pace", effect(covariate.effect.pace)},
         {"leaving", effect(covariate.effect.leaving)}});
  answer["covariates"] = std::move(covariates);
  answer["log_likelihood_without"] = fit.log_likelihood_without;
  answer["p"] = fit.p;
  return answer;
}

}  // namespace regulars::wire
