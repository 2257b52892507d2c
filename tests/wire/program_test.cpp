#include "core/wire/program.h"

#include <string>
#include <string_view>

#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars::wire {

TEST_CASE("a program is read from text, and its errors name the path", "[wire][program]") {
  const auto given = parse_program(R"({"name": "tea", "unit": "points", "mode": "sum",
    "rules": [{"id": "all", "when": true, "amount": 3}]})");
  REQUIRE(given);
  CHECK(given->name == "tea");
  CHECK(given->unit == RewardUnit::points);
  CHECK(given->rules[0].id == "all");

  const auto refused =
      parse_program(R"({"rules": [{"when": true, "amount": 3}, {"when": "yes", "amount": 3}]})");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::invalid_program);
  CHECK(refused.error().detail == "rules[1].when: must be true or false, is a text");
}

TEST_CASE("text that is no JSON is no program, and says where it breaks", "[wire][program]") {
  const auto refused = parse_program("{\"rules\": [\n  {\"when\": true,, }\n]}");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::invalid_json);
  CHECK(refused.error().line == 2);
}

TEST_CASE("a program written as JSON reads back as itself", "[wire][program]") {
  const nlohmann::json document = to_json(default_program());
  const auto again = program_of(document);
  REQUIRE(again);
  CHECK(to_json(*again) == document);
  CHECK(parse_program(document.dump()));
  CHECK_FALSE(program_of(nlohmann::json(5)));
}

TEST_CASE("grants are written as the page reads them", "[wire][program]") {
  const auto given = parse_program(R"({"mode": "sum", "rules": [
    {"id": "often", "when": {">": [{"var": "orders"}, 2]}, "amount": 5},
    {"id": "recent", "when": {"<": [{"var": "days_since_last"}, 30]}, "amount": 1.5}]})");
  REQUIRE(given);
  Facts facts;
  facts[FactId::orders] = Term::of(3);
  const nlohmann::json grants = grants_to_json(award(*given, facts, 2), *given);
  const auto wanted = nlohmann::json::parse(R"([
    {"rule": "often", "granted": true, "amount": 500,
     "because": [{"fact": "orders", "operator": ">", "wanted": 2, "found": 3, "holds": true}]},
    {"rule": "recent", "granted": null, "amount": 0,
     "because": [{"fact": "days_since_last", "operator": "<", "wanted": 30, "found": null, "holds": null}]}])",
                                            nullptr, false);
  CHECK(grants == wanted);
}

TEST_CASE("every program that docs/program.md shows is accepted", "[wire][program]") {
  const std::string page = read_file("docs/program.md");
  constexpr std::string_view fence = "```json\n";
  int programs = 0;
  for (std::size_t begin = page.find(fence); begin != std::string::npos;
       begin = page.find(fence, begin)) {
    begin += fence.size();
    const auto given =
        parse_program(std::string_view(page).substr(begin, page.find("```", begin) - begin));
    if (!given) FAIL(given.error().detail);
    ++programs;
  }
  CHECK(programs == 4);
}

}  // namespace regulars::wire
