#include "core/wire/logic.h"

#include <string>

#include "tests/loyalty/rules.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars::wire {

namespace {

LogicReport report_of(std::string_view suite, LogicProfile profile = LogicProfile::compat) {
  const auto report = run_logic_suite(suite, profile);
  if (!report) FAIL(report.error().detail);
  return *report;
}

// Every failure in one message, so that a broken operator shows at once.
std::string said(const LogicReport& report) {
  std::string text;
  for (const LogicFailure& failure : report.failures)
    text += to_json_text(failure.rule) + " on " + to_json_text(failure.data) + " wanted " +
            to_json_text(failure.wanted) + " found " + to_json_text(failure.found) + "\n";
  return text;
}

}  // namespace

TEST_CASE("the evaluator passes every case of the shared JsonLogic suite",
          "[wire][logic][conformance]") {
  const auto path = real_data("jsonlogic-tests.json");
  if (!path) return;
  const LogicReport report = report_of(read_file(*path));
  INFO(said(report));
  CHECK(report.failed == 0);
  CHECK(report.passed == 278);
}

TEST_CASE("the evaluator passes every case of the community suites that we have",
          "[wire][logic][conformance]") {
  const auto index = real_data("jsonlogic-community/index.json");
  if (!index) return;
  int passed = 0;
  const Value names = value(read_file(*index));
  for (const Value& name : names.list()) {
    const auto path = real_data("jsonlogic-community/" + name.text());
    if (!path) continue;
    const LogicReport report = report_of(read_file(*path));
    INFO(name.text() << "\n" << said(report));
    CHECK(report.failed == 0);
    passed += report.passed;
  }
  CHECK(passed >= 581);
}

TEST_CASE("JSON comes back as it was written", "[wire][logic]") {
  for (const char* text : {"null", "true", "5", "-0.25", "1e+300", "\"a\\\"b\"", "[]", "{}",
                           "[1,[2,{\"b\":1,\"a\":[null]}]]"})
    CHECK(to_json_text(value(text)) == text);
  CHECK(to_json_text(value("5.0")) == "5");
  CHECK(to_json_text(Value("\xff")) == "\"\xEF\xBF\xBD\"");
}

TEST_CASE("text that is no JSON is refused with line and column", "[wire][logic]") {
  for (const char* text :
       {"", " ", "{", "[1,]", "{\"a\":1,}", "nul", "1 2", "\"\xff\"", "[1e999]", "NaN"}) {
    INFO(text);
    const auto read = parse_value(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::invalid_json);
  }
  const auto read = parse_value("{\n  \"a\": 1,\n  b\n}");
  REQUIRE_FALSE(read);
  CHECK(read.error().line == 3);
  CHECK(read.error().column == 3);
}

TEST_CASE("JSON nested too deep is refused, not overflown", "[wire][logic]") {
  CHECK(parse_value(std::string(200, '[') + std::string(200, ']')));
  const auto read = parse_value(std::string(1'000'000, '['));
  REQUIRE_FALSE(read);
  CHECK(read.error().detail == "deeper than 200 levels");
  nlohmann::json deep;
  for (int i = 0; i < 600; ++i) deep = nlohmann::json::array({std::move(deep)});
  CHECK_FALSE(value_of(deep));
}

TEST_CASE("a document of the JSON library is the same value as its text", "[wire][logic]") {
  const auto json =
      nlohmann::json::parse(R"({"a": [1, -2, 2.5, "x", true, null], "b": {}})", nullptr, false);
  const auto read = value_of(json);
  REQUIRE(read);
  CHECK(*read == value(json.dump()));
  CHECK(to_json(*read) == json);
}

TEST_CASE("a suite has two forms, and its comments are not counted", "[wire][logic]") {
  const LogicReport report = report_of(R"(["# comment",
    [{"var": "a"}, {"a": 1}, 1],
    {"description": "wrong on purpose", "rule": {"var": "a"}, "data": {"a": 1}, "result": 2},
    {"description": "no data is {}", "rule": {"var": ""}, "result": {}},
    {"rule": {"throw": "x"}, "error": {"type": "x"}},
    {"rule": {"throw": "x"}, "result": null}])");
  CHECK(report.passed == 3);
  CHECK(report.failed == 2);
  REQUIRE(report.failures.size() == 2);
  CHECK(report.failures[0].index == 1);
  CHECK(report.failures[0].description == "wrong on purpose");
  CHECK(report.failures[0].wanted == Value(2));
  CHECK(report.failures[0].found == Value(1));
  CHECK(report.failures[1].found == value(R"({"error": {"type": "x"}})"));
  const nlohmann::json json = to_json(report);
  CHECK(json["failures"][0]["rule"] == nlohmann::json({{"var", "a"}}));
  CHECK(json["failed"] == 2);
}

TEST_CASE("a suite is compared strictly", "[wire][logic]") {
  CHECK(report_of(R"([[{"var": "x"}, {}, false], [{"var": "x"}, {}, 0], [{"var": "x"}, {}, []]])")
            .passed == 0);
  CHECK(report_of(
            R"([[{"+": [0.1, 0.2]}, {}, 0.3], [{"merge": [{"/": [1, 3]}]}, {}, [0.33333333333]]])")
            .passed == 2);
  CHECK(report_of(R"([[{"+": [0.1, 0.2]}, {}, 0.300001]])").passed == 0);
  CHECK(report_of(R"([[{"!": [true]}, {}, "false"], [[1], {}, [1, 2]], [{}, {}, {"a": 1}]])")
            .passed == 0);
}

TEST_CASE("what is no suite is refused with its place", "[wire][logic]") {
  CHECK(run_logic_suite("{}", LogicProfile::compat).error().detail == "a suite is a list of cases");
  CHECK(run_logic_suite("[\"x\", 5]", LogicProfile::compat).error().detail ==
        "[1]: no case with a rule and a result or an error");
  CHECK(run_logic_suite("[{\"rule\": 1}]", LogicProfile::compat).error().code ==
        ErrorCode::invalid_option);
  CHECK(run_logic_suite("[", LogicProfile::compat).error().code == ErrorCode::invalid_json);
}

TEST_CASE(
    "in the strict profile a suite wants null for the unknown and an error for what is refused",
    "[wire][logic]") {
  const LogicReport report = report_of(R"([
    [{"<": [{"var": "days"}, 30]}, {}, null],
    [{"<": [{"var": "days"}, 30]}, {"days": 3}, true],
    {"rule": {"<": ["10", "9"]}, "error": {"type": "invalid_program"}}])",
                                       LogicProfile::strict);
  INFO(said(report));
  CHECK(report.failed == 0);
}

// JsonLogic as it is, beyond what the suites ask.

TEST_CASE("compat has the traps that strict has not", "[wire][logic]") {
  const LogicReport report = report_of(R"([
    [{"<": [{"var": "days_since_last_order"}, 30]}, {}, true],
    [{"<=": [0, {"var": "x"}, 1]}, {"x": null}, true],
    [{"in": ["VIP", {"var": "tags"}]}, {"tags": "NOT-VIP-ANYMORE"}, true],
    [{"<": ["10", "9"]}, {}, true],
    [{"<": ["2026-1-9", "2026-01-10"]}, {}, false],
    [{"log": "seen"}, {}, "seen"],
    [{"-": [0]}, {}, 0]])");
  INFO(said(report));
  CHECK(report.failed == 0);
}

TEST_CASE("compat fails with the community's errors", "[wire][logic]") {
  const LogicReport report = report_of(R"([
    {"rule": {"+": ["12.50", "x"]}, "error": {"type": "NaN"}},
    {"rule": {"%": [1, 0]}, "error": {"type": "NaN"}},
    {"rule": {"*": [1e300, 1e300]}, "error": {"type": "NaN"}},
    {"rule": {"max": []}, "error": {"type": "Invalid Arguments"}},
    {"rule": {"no_such_operator": [1]}, "error": {"type": "Unknown Operator"}},
    {"rule": {"if": [false, {"no_such_operator": [1]}, 2]}, "result": 2},
    {"rule": {"try": [{"no_such_operator": [1]}, {"val": "type"}]}, "result": "Unknown Operator"}])");
  INFO(said(report));
  CHECK(report.failed == 0);
}

}  // namespace regulars::wire
