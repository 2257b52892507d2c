// The schema of programs against the engine that reads them: neither knows a field or a word that
// the other does not.
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/loyalty/program.h"
#include "core/wire/logic.h"
#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars {

namespace {

using nlohmann::json;

// A program that has every field.
constexpr std::string_view kWhole = R"({
  "$schema": "program.schema.json", "name": "all", "description": "d", "version": 2, "unit": "money",
  "mode": "first", "margin": 0.4, "hold_out": {"share": 0.1, "seed": "s"},
  "rules": [{"id": "a", "description": "d", "when": true, "amount": 1}],
  "tiers": {"by": "spend", "window": "rolling", "length": "365D", "term": "1Y", "review": "at_term",
            "downgrade": "requalify", "grace": "30D",
            "steps": [{"name": "guest", "from": 0, "benefits": ["tea"]}]},
  "points": {
    "earn": [{"id": "e", "description": "d", "on": "order", "when": true, "points": 1, "group": "g",
              "from": "2026-01-01", "until": "2026-12-31", "limit": {"times": 1, "points": 5, "per": "year"}},
             {"id": "f", "on": "event", "event": "review", "times": 2}],
    "rounding": "down", "pending": "14D", "expiry": "12M_UM", "returns": "unlimited",
    "redeem": {"step": 100, "value": 1, "percent": 50, "least": 0}, "budget": 1000, "shortfall": "skip"}})";

bool is_accepted(const json& program) {
  const auto value = wire::parse_value(program.dump());
  return value && compile_program(*value);
}

class Schema {
 public:
  explicit Schema(json root) : root_(std::move(root)) {}

  const json& resolved(const json& node) const {
    if (!node.is_object() || !node.contains("$ref")) return node;
    return root_.at(json::json_pointer(node.at("$ref").get<std::string>().substr(1)));
  }
  const json& root() const { return root_; }

  // Calls take(schema, place) for each part of a document that the schema describes field by field
  // or word by word.
  template <class Take>
  void walk(const json& schema, const json& document, const json::json_pointer& place,
            Take&& take) const {
    const json& here = resolved(schema);
    const json& value = document.at(place);
    take(here, place);
    if (here.contains("items") && value.is_array())
      for (std::size_t i = 0; i < value.size(); ++i)
        walk(here.at("items"), document, place / i, take);
    if (!here.contains("properties") || !value.is_object()) return;
    for (const auto& [field, part] : here.at("properties").items())
      if (value.contains(field)) walk(part, document, place / field, take);
  }

 private:
  json root_;
};

Schema schema() {
  json root = json::parse(read_file("docs/program.schema.json"), nullptr, false);
  REQUIRE(root.is_object());
  return Schema(std::move(root));
}

// Fields of a document that the schema does not have, by their places.
std::vector<std::string> strangers(const Schema& schema, const json& document) {
  std::vector<std::string> found;
  schema.walk(schema.root(), document, json::json_pointer(),
              [&](const json& part, const auto& place) {
                const json& value = document.at(place);
                if (!part.contains("properties") || part.contains("patternProperties") ||
                    !value.is_object())
                  return;
                for (const auto& [field, unused] : value.items())
                  if (!part.at("properties").contains(field))
                    found.push_back((place / field).to_string());
              });
  return found;
}

}  // namespace

TEST_CASE("the schema of programs has the fields that the engine reads", "[wire][program]") {
  const Schema all = schema();
  const json whole = json::parse(kWhole, nullptr, false);
  REQUIRE(is_accepted(whole));
  CHECK(strangers(all, whole).empty());
  int fields = 0;
  all.walk(all.root(), whole, json::json_pointer(), [&](const json& part, const auto& place) {
    if (!part.contains("properties") || !whole.at(place).is_object()) return;
    json without = whole;
    without.at(place)["no_field"] = 1;
    INFO(place.to_string());
    CHECK_FALSE(is_accepted(without));
    CHECK(part.at("additionalProperties") == false);
    ++fields;
  });
  CHECK(fields == 10);
  // What no part of the whole has is told of in the schema only.
  for (const std::string_view place :
       {"/properties", "/definitions/rule/properties", "/definitions/tiers/properties",
        "/definitions/tiers/properties/steps/items/properties", "/definitions/points/properties",
        "/definitions/points/properties/redeem/properties", "/definitions/earn/properties",
        "/definitions/earn/properties/limit/properties", "/properties/hold_out/properties"})
    for (const auto& [field, unused] :
         all.root().at(json::json_pointer(std::string(place))).items()) {
      INFO(field);
      CHECK(kWhole.find("\"" + field + "\"") != std::string_view::npos);
    }
}

TEST_CASE("the words of the schema are those that the engine knows", "[wire][program]") {
  const Schema all = schema();
  const json whole = json::parse(kWhole, nullptr, false);
  int words = 0;
  all.walk(all.root(), whole, json::json_pointer(), [&](const json& part, const auto& place) {
    if (!part.contains("enum")) return;
    for (const json& word : part.at("enum")) {
      json other = whole;
      other.at(place) = word;
      // A rule has the word of an event where it is about events, and nowhere else.
      json& rule = other.at(place.parent_pointer());
      if (place.back() == "on") rule.erase("event");
      if (word == "event") rule["event"] = "review";
      INFO(place.to_string() << " " << word.dump());
      CHECK(is_accepted(other));
      ++words;
    }
    json other = whole;
    other.at(place) = "no word";
    CHECK_FALSE(is_accepted(other));
  });
  CHECK(words > 30);
}

TEST_CASE("the programs to begin with fit the schema", "[wire][program]") {
  const Schema all = schema();
  for (const std::string name :
       {"bookstore", "cafe", "cash_back", "points", "relationship", "vip"}) {
    const json program =
        json::parse(read_file("examples/programs/" + name + ".json"), nullptr, false);
    REQUIRE(program.is_object());
    INFO(name);
    CHECK(strangers(all, program).empty());
  }
}

}  // namespace regulars
