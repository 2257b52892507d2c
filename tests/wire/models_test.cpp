#include "core/wire/models.h"

#include "tests/support/catch.h"

namespace regulars::wire {
namespace {

using nlohmann::json;

std::string failure(const char* text) {
  const auto question = table_question(json::parse(text));
  return question ? "none" : question.error().detail;
}

TEST_CASE("a question to a table is read with care", "[wire][models]") {
  const auto question = table_question(
      json::parse(R"({"model": "mbg_cnbd_k", "unit": "weeks", "predict": 90.5, "colour": 1})"));
  REQUIRE(question);
  CHECK(question->model == TableModel::mbg_cnbd_k);
  CHECK(question->unit == TimeUnit::weeks);
  CHECK(*question->predict == 90.5);
  CHECK(table_question(json::parse(R"({"model": "nbd"})"))->unit == TimeUnit::days);
  CHECK(failure("{}") == "model");
  CHECK(failure(R"({"model": 3})") == "model");
  CHECK(failure(R"({"model": "arima"})") == "model");
  CHECK(failure(R"({"model": "nbd", "unit": "years"})") == "unit");
  CHECK(failure(R"({"model": "nbd", "predict": "soon"})") == "predict");
  CHECK(failure(R"({"model": "nbd", "predict": 0})") == "predict");
  CHECK(failure(R"({"model": "nbd", "predict": 40000})") == "predict");
}

TEST_CASE("what was not fitted has no figures", "[wire][models]") {
  const auto fit =
      fit_table("x,t_x,T\n0,0,3\n0,0,9\n", {.model = TableModel::bg_nbd, .predict = 5});
  REQUIRE(fit);
  const json answer = to_json(*fit);
  CHECK(answer["status"] == "no_repeat_orders");
  CHECK(answer["parameters"] == json::object());
  CHECK(answer["log_likelihood"].is_null());
  CHECK(answer["predictions"] == json::array());
  CHECK(answer["expected_total"].is_null());
  CHECK(answer["customers"] == 2);
}

TEST_CASE("a fit names its parameters and says what is expected of each row", "[wire][models]") {
  const auto fit = fit_table(
      "x,t_x,T\n0,0,30\n2,20,28\n1,3,30\n5,29,30\n0,0,12\n3,9,25\n1,11,16\n0,0,4\n4,18,27\n",
      {.model = TableModel::nbd, .unit = TimeUnit::weeks, .predict = 5});
  REQUIRE(fit);
  const json answer = to_json(*fit);
  CHECK(answer["model"] == "nbd");
  CHECK(answer["unit"] == "weeks");
  CHECK(answer["parameters"]["alpha"].get<double>() > 0);
  CHECK(answer["standard_errors"]["r"].get<double>() > 0);
  CHECK(answer["predictions"].size() == 9);
  CHECK(answer["predictions"][0]["expected"].get<double>() > 0);
  CHECK(answer["predictions"][0]["probability_alive"] == 1);
}

}  // namespace
}  // namespace regulars::wire
