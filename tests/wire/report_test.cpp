// The report as JSON: what stands where there is no figure.
#include <nlohmann/json.hpp>
#include <string>

#include "core/wire/answers.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars::wire {
namespace {

using nlohmann::json;

json report_of(std::string_view csv) {
  const auto session = open_shop(csv);
  const Result<Report> report = session->analyze({});
  REQUIRE(report);
  return to_json(*report);
}

}  // namespace

TEST_CASE("a share of revenue that is not there says what is missing", "[wire][report]") {
  const auto reason = [](std::string_view csv) {
    const json concentration = report_of(csv)["metrics"]["concentration"];
    CHECK(concentration["gini"]["value"].is_null());
    CHECK(concentration["curve"].empty());
    CHECK(concentration["gini"]["reason"] == concentration["top_tenth"]["reason"]);
    return concentration["gini"]["reason"].get<std::string>();
  };
  CHECK(reason("date,customer\n2024-01-01,a\n2024-01-02,b\n") == "no_amount_column");
  CHECK(reason("order,date,total\n1,2024-01-01,10\n2,2024-01-02,10\n") == "no_customer_column");
  CHECK(reason("date,customer,total\n2024-01-01,a,0\n") == "too_little_data");
}

}  // namespace regulars::wire
