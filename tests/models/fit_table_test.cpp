#include "core/models/fit_table.h"

#include <cmath>
#include <string>

#include "tests/models/cdnow.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

const std::string kShop =
    "x,t_x,T\n0,0,30\n2,20,28\n1,3,30\n5,29.5,30\n0,0,12\n3,9,25\n1,11,16\n0,0,4\n4,18,27\n";

Error refusal(std::string_view file, TableQuestion question = {}) {
  const auto fitted = fit_table(file, question);
  REQUIRE_FALSE(fitted);
  return fitted.error();
}

TEST_CASE("a table in weeks with two decimals gives the published likelihood",
          "[models][fit_table]") {
  const auto path = real_data("cdnow/cdnow_customers_summary.csv");
  if (!path) return;
  const std::string file = read_file(*path);
  const auto fitted =
      fit_table(file, {.model = TableModel::bg_nbd, .unit = TimeUnit::weeks, .predict = 273});
  REQUIRE(fitted);
  // lifetimes and CLVTools on the same file.
  CHECK_THAT(fitted->report.log_likelihood, WithinAbs(-9582.42556, 1e-4));
  CHECK(fitted->report.customers == 2357);
  REQUIRE(fitted->predictions.size() == 2357);
  CHECK_THAT(fitted->predictions[0].expected, WithinAbs(1.226, 1e-3));
}

TEST_CASE("columns have several names and any order", "[models][fit_table]") {
  const auto short_names = fit_table(kShop, {.predict = 10});
  REQUIRE(short_names);
  const auto long_names = fit_table(
      "name;Age;Frequency;Recency;customers\nA;30;0;0;1\nB;28;2;20;1\nC;30;1;3;1\n"
      "D;30;5;29,5;1\nE;12;0;0;1\nF;25;3;9;1\nG;16;1;11;1\nH;4;0;0;1\nI;27;4;18;1\n",
      {.predict = 10});
  REQUIRE(long_names);
  CHECK(long_names->report.log_likelihood == short_names->report.log_likelihood);
  CHECK(long_names->expected_total == short_names->expected_total);
}

TEST_CASE("a row for many customers counts for each", "[models][fit_table]") {
  const auto twice = fit_table("x,t_x,T,n\n0,0,30,4\n2,20,28,2\n1,3,30,2\n4,29,30,2\n", {});
  const auto written = fit_table(
      "x,t_x,T\n0,0,30\n0,0,30\n0,0,30\n0,0,30\n2,20,28\n2,20,28\n1,3,30\n1,3,30\n4,29,30\n"
      "4,29,30\n",
      {});
  REQUIRE(twice);
  REQUIRE(written);
  CHECK(twice->report.customers == 10);
  CHECK(twice->report.distinct == 4);
  CHECK_THAT(twice->report.log_likelihood, WithinRel(written->report.log_likelihood, 1e-12));
}

TEST_CASE("the same table in days or in weeks gives the same expectations", "[models][fit_table]") {
  std::string in_weeks_text = "x,t_x,T,litt\n";
  std::string in_days_text = in_weeks_text;
  // Gaps of 2, 3 and 5 weeks in turn.
  for (int i = 0; i < 60; ++i) {
    const int x = i % 5;
    double last = 0, logs = 0, logs_in_days = 0;
    for (int gap = 0; gap < x; ++gap) {
      const double length = gap % 3 == 0 ? 2 : gap % 3 == 1 ? 3 : 5;
      last += length;
      logs += std::log(length);
      logs_in_days += std::log(7 * length);
    }
    const double age = 20 + i % 11;
    in_weeks_text += std::to_string(x) + "," + std::to_string(last) + "," + std::to_string(age) +
                     "," + std::to_string(logs) + "\n";
    in_days_text += std::to_string(x) + "," + std::to_string(7 * last) + "," +
                    std::to_string(7 * age) + "," + std::to_string(logs_in_days) + "\n";
  }
  for (const TableModel model : {TableModel::nbd, TableModel::bg_nbd, TableModel::mbg_nbd,
                                 TableModel::pareto_nbd, TableModel::mbg_cnbd_k}) {
    const auto by_week =
        fit_table(in_weeks_text, {.model = model, .unit = TimeUnit::weeks, .predict = 90});
    const auto by_day = fit_table(in_days_text, {.model = model, .predict = 90});
    REQUIRE(by_week);
    REQUIRE(by_day);
    for (std::size_t i = 0; i < 60; ++i)
      CHECK_THAT(by_week->predictions[i].expected,
                 WithinRel(by_day->predictions[i].expected, 1e-4));
  }
}

TEST_CASE("a cell that cannot be is named with its line and column", "[models][fit_table]") {
  const auto at = [](std::string_view file, TableQuestion question = {}) {
    const Error error = refusal(file, question);
    CHECK(error.code == ErrorCode::invalid_cell);
    return std::pair(error.line, error.column);
  };
  CHECK(at("x,t_x,T\n0,0,30\n2,twenty,28\n") == std::pair<std::int64_t, std::int32_t>(3, 2));
  CHECK(at("x,t_x,T\n0,0,30\n2.5,20,28\n") == std::pair<std::int64_t, std::int32_t>(3, 1));
  CHECK(at("x,t_x,T\n-1,0,30\n2,20,28\n") == std::pair<std::int64_t, std::int32_t>(2, 1));
  CHECK(at("x,t_x,T\n0,0,30\n2,29,28\n") == std::pair<std::int64_t, std::int32_t>(3, 3));
  CHECK(at("x,t_x,T\n0,4,30\n2,20,28\n") == std::pair<std::int64_t, std::int32_t>(2, 2));
  CHECK(at("x,t_x,T\n0,0,30\n2,nan,28\n") == std::pair<std::int64_t, std::int32_t>(3, 2));
  CHECK(at("x,t_x,n\n0,0,6\n5,4,6\n", {.model = TableModel::bg_bb}) ==
        std::pair<std::int64_t, std::int32_t>(3, 1));
}

TEST_CASE("a column that is not there is named", "[models][fit_table]") {
  CHECK(refusal("x,t_x\n0,0\n1,2\n").detail == "age");
  CHECK(refusal(kShop, {.model = TableModel::mbg_cnbd_k}).detail == "log_gaps");
  CHECK(refusal(kShop, {.model = TableModel::gamma_gamma}).detail == "value");
  CHECK(refusal(kShop, {.model = TableModel::bg_bb}).detail == "n");
  CHECK(refusal("x,t_x,T\n").code == ErrorCode::no_rows);
  CHECK(refusal("").code == ErrorCode::empty_file);
}

TEST_CASE("a mean that nobody has may be blank", "[models][fit_table]") {
  const auto fitted = fit_table("frequency,monetary_value\n0,\n1,20\n2,31.5\n1,8\n3,0\n2,12\n",
                                {.model = TableModel::gamma_gamma});
  REQUIRE(fitted);
  CHECK(fitted->report.customers == 4);
  CHECK(fitted->left_out == 1);
  CHECK(fitted->predictions.size() == 5 + 1);
  CHECK(fitted->predictions[0].expected == fitted->predictions[4].expected);
}

TEST_CASE("a table of periods is that of the donations", "[models][fit_table]") {
  const auto fitted = fit_table(
      "x,t_x,n,customers\n6,6,6,1203\n5,6,6,728\n4,6,6,512\n3,6,6,357\n2,6,6,234\n1,6,6,129\n"
      "5,5,6,335\n4,5,6,284\n3,5,6,225\n2,5,6,173\n1,5,6,119\n4,4,6,240\n3,4,6,181\n2,4,6,155\n"
      "1,4,6,78\n3,3,6,322\n2,3,6,255\n1,3,6,129\n2,2,6,613\n1,2,6,277\n1,1,6,1091\n0,0,6,3464\n",
      {.model = TableModel::bg_bb, .predict = 5});
  REQUIRE(fitted);
  CHECK_THAT(fitted->report.log_likelihood, WithinAbs(-33225.5813, 1e-4));
  CHECK_THAT(fitted->expected_total, WithinAbs(12'884.157, .05));
}

}  // namespace
}  // namespace regulars
