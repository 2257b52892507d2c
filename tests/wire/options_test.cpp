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
  CHECK(failure(analyze_options(json::parse(R"({"cohort_period": "year"})"))) == "cohort_period");
  CHECK(failure(analyze_options(json::parse(R"({"cohort_by": 3})"))) == "cohort_by");
  CHECK(failure(customer_query(json::parse(R"({"offset": -1})"))) == "offset");
  CHECK(failure(customer_query(json::parse(R"({"limit": 1001})"))) == "limit");
  CHECK(failure(customer_query(json::parse(R"({"sort": "shoe size"})"))) == "sort");
  CHECK(failure(customer_query(json::parse(R"({"first_from": "2024-02-31"})"))) == "first_from");
  CHECK(failure(customer_query(json::parse(R"({"move": "dancing"})"))) == "move");
  CHECK(failure(customer_query(json::parse(R"({"weekday": 8})"))) == "weekday");
  CHECK(failure(customer_query(json::parse(R"({"cohort": -1})"))) == "cohort");
  CHECK(failure(customer_query(json::parse(R"({"segment": 3})"))) == "segment");
  CHECK(failure(customer_query(json::parse(R"({"card": "birthdays"})"))) == "card");
  CHECK(failure(customer_query(json::parse(R"({"frequency_to": -1})"))) == "frequency_to");
  CHECK(failure(customer_query(json::parse(R"({"days_since_last_from": "5"})"))) ==
        "days_since_last_from");
  CHECK(failure(analyze_options(json::parse(R"({"rfm": {"scheme": "best"}})"))) == "rfm.scheme");
  CHECK(failure(analyze_options(json::parse(R"({"rfm": {"scheme": "own"}})"))) == "rfm.rules");
  CHECK(failure(rfm_options(json::parse(
            R"({"scheme": "own", "rules": [{"name": "a", "r": [5, 4]}]})"))) == "rfm.rules");
  CHECK(failure(rfm_options(json::parse(
            R"({"thresholds": {"r": [1, 2, 3, 4], "f": [4, 3, 2, 1], "m": [1, 2, 3, 4]}})"))) ==
        "rfm.thresholds");
  CHECK(failure(customer_query(json::parse(R"({"state": "asleep"})"))) == "state");
  CHECK(
      failure(file_options(json::parse(
          R"({"zone": {"name": "x", "transitions": [{"utc": 5, "offset": 0}, {"utc": 5, "offset": 0}]}})"))) ==
      "zone.transitions");
  CHECK(failure(file_options(json::parse(R"({"currency": "euros"})"))) == "currency");
  CHECK(failure(sniff_options(json::parse(R"({"columns": {"shoe": "x"}})"))) == "columns.shoe");
  CHECK(failure(sniff_options(json::parse(R"([1])"))) == "");
  CHECK(failure(customer_id(json::parse("{}"))) == "id");
  CHECK(failure(csv_query(json::parse(R"({"kind": "poems"})"))) == "kind");
  CHECK(failure(audience_query(json::parse(R"({"target": "pigeons"})"))) == "target");
  CHECK(failure(audience_query(json::parse(R"({"customers": {"state": "asleep"}})"))) ==
        "customers.state");
  CHECK(failure(customer_query(json::parse(R"({"signs": ["a", 3]})"))) == "signs");
  CHECK(failure(customer_query(json::parse(R"({"signs": "a"})"))) == "signs");
}

TEST_CASE("a role has no column by null and by 0", "[wire][options]") {
  const auto options = sniff_options(
      json::parse(R"({"columns": {"email": null, "phone": 0, "customer": 3, "date": "0"}})"));
  REQUIRE(options);
  const ColumnMap wanted{{Role::email, std::nullopt},
                         {Role::phone, std::nullopt},
                         {Role::customer, "3"},
                         {Role::date, "0"}};
  CHECK(options->columns == wanted);
  CHECK(failure(sniff_options(json::parse(R"({"columns": {"email": -1}})"))) == "columns.email");
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

TEST_CASE("rules and thresholds of a shop's own are read in its units", "[wire][options]") {
  const auto options =
      rfm_options(json::parse(R"({"scheme": "own", "rules": [{"name": "good", "r": [4, 5], "m": 5}],
                      "thresholds": {"r": [7, 30, 30, 90], "f": [1, 2, 3, 4],
                                     "m": [1000, 2000, 3000, 4050]}})"));
  REQUIRE(options);
  REQUIRE(options->rules.size() == 1);
  CHECK(options->rules[0].r.from == 4);
  CHECK(options->rules[0].f.to == 5);
  CHECK(options->rules[0].m.from == 5);
  CHECK_THAT(options->thresholds->revenue[3], WithinAbs(40.5, 1e-12));
}

TEST_CASE("cohorts are cut as the words say", "[wire][options]") {
  const auto options =
      analyze_options(json::parse(R"({"cohort_period": "week", "cohort_by": "first_product"})"));
  REQUIRE(options);
  CHECK(options->cohorts.period == PeriodLength::week);
  CHECK(options->cohorts.by == CohortBy::first_product);
  CHECK(analyze_options(json(nullptr))->cohorts.period == PeriodLength::month);
}

TEST_CASE("two shares are counts, and none is more than all", "[wire][options]") {
  const auto shares = two_shares(json::parse(R"({"hits": 5, "of": 9, "other_hits": 0})"));
  REQUIRE(shares);
  CHECK(shares->hits == 5);
  CHECK(shares->other_of == 0);
  CHECK(failure(two_shares(json::parse(R"({"hits": 10, "of": 9})"))) == "hits");
  CHECK(failure(two_shares(json::parse(R"({"other_of": -1})"))) == "other_of");
}

TEST_CASE("a column map takes names, positions, and null for no column", "[wire][options]") {
  const auto options = sniff_options(json::parse(
      R"({"name": "a.csv", "whole": true, "columns": {"date": "when", "amount": 3, "order": null}})"));
  REQUIRE(options);
  CHECK(options->columns.at(Role::date) == "when");
  CHECK(options->columns.at(Role::amount) == "3");
  CHECK_FALSE(options->columns.at(Role::order));
  CHECK(failure(sniff_options(json::parse(R"({"columns": {"date": false}})"))) == "columns.date");
}

TEST_CASE("a row that is asked about is known by its file, its place and its text",
          "[wire][options]") {
  const auto rows = known_rows(json::parse(
      R"({"rows": [{"file": "a.csv", "place": 1, "row": 3, "offset": 40, "text": "x,y"}]})"));
  REQUIRE(rows);
  CHECK(rows->front().file == "a.csv");
  CHECK(rows->front().place == 1);
  CHECK(rows->front().offset == 40);
  CHECK(rows->front().text == "x,y");
  CHECK(failure(known_rows(json::parse("{}"))) == "rows");
  CHECK(failure(known_rows(json::parse(R"({"rows": [{"offset": "first"}]})"))) == "rows.offset");
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
