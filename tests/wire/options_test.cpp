#include "core/wire/options.h"

#include "tests/support/catch.h"

namespace regulars::wire {
namespace {

using nlohmann::json;

template <class T>
std::string failure(const Result<T>& result) {
  return result ? "none" : result.error().detail;
}

}  // namespace

TEST_CASE("an option of a wrong type is an error that names its path", "[wire][options]") {
  CHECK(failure(analyze_options(json::parse(R"({"as_of": 5})"))) == "as_of");
  CHECK(failure(analyze_options(json::parse(R"({"as_of": "02/03/2024"})"))) == "as_of");
  CHECK(failure(customer_query(json::parse(R"({"offset": -1})"))) == "offset");
  CHECK(failure(customer_query(json::parse(R"({"limit": 1001})"))) == "limit");
  CHECK(failure(customer_query(json::parse(R"({"sort": "shoe size"})"))) == "sort");
  CHECK(failure(customer_query(json::parse(R"({"segment": "friends"})"))) == "segment");
  CHECK(
      failure(file_options(json::parse(
          R"({"zone": {"name": "x", "transitions": [{"utc": 5, "offset": 0}, {"utc": 5, "offset": 0}]}})"))) ==
      "zone.transitions");
  CHECK(failure(file_options(json::parse(R"({"currency": "euros"})"))) == "currency");
  CHECK(failure(sniff_options(json::parse(R"({"columns": {"shoe": "x"}})"))) == "columns.shoe");
  CHECK(failure(sniff_options(json::parse(R"([1])"))) == "");
  CHECK(failure(customer_id(json::parse("{}"))) == "id");
  CHECK(failure(csv_query(json::parse(R"({"kind": "poems"})"))) == "kind");
}

TEST_CASE("missing options take their defaults, unknown ones are ignored", "[wire][options]") {
  CHECK(analyze_options(json(nullptr)));
  const auto query = customer_query(json::parse(R"({"offset": 10, "limit": 5, "colour": "red"})"));
  REQUIRE(query);
  CHECK(query->offset == 10);
  CHECK(query->descending);
  const auto sorted = customer_query(json::parse(R"({"offset": 0, "limit": 5, "sort": "name"})"));
  REQUIRE(sorted);
  CHECK_FALSE(sorted->descending);
}

TEST_CASE("a column map takes names and positions", "[wire][options]") {
  const auto options = sniff_options(
      json::parse(R"({"name": "a.csv", "whole": true, "columns": {"date": "when", "amount": 3}})"));
  REQUIRE(options);
  CHECK(options->columns.at(Role::date) == "when");
  CHECK(options->columns.at(Role::amount) == "3");
}

TEST_CASE("a zone table is read whole", "[wire][options]") {
  const auto options = file_options(json::parse(
      R"({"encoding": "gb18030", "zone": {"name": "Europe/Berlin", "transitions": [{"utc": 0, "offset": 3600}, {"utc": 100, "offset": 7200}]}})"));
  REQUIRE(options);
  CHECK(options->encoding == "gb18030");
  REQUIRE(options->zone);
  CHECK(options->zone->transitions.size() == 2);
}

}  // namespace regulars::wire
