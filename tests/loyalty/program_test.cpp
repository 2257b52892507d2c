#include "core/loyalty/program.h"

#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/customers/rfm.h"
#include "tests/loyalty/rules.h"
#include "tests/support/catch.h"

namespace regulars {

namespace {

Program program(std::string_view json) {
  const auto compiled = compile_program(value(json));
  INFO(json);
  if (!compiled) FAIL(compiled.error().detail);
  return *compiled;
}

// A program of one rule for everybody.
Program paying(std::string_view amount, std::string_view unit = "money") {
  return program(R"({"unit": ")" + std::string(unit) + R"(", "rules": [{"when": true, "amount": )" +
                 std::string(amount) + "}]}");
}

std::string refusal_of(std::string_view json) {
  const auto compiled = compile_program(value(json));
  if (compiled) return "accepted";
  CHECK(compiled.error().code == ErrorCode::invalid_program);
  return compiled.error().detail;
}

Facts with_orders(double orders) {
  Facts facts;
  facts[FactId::orders] = Term::of(orders);
  return facts;
}

constexpr std::string_view kThreeRules = R"([
  {"id": "often", "when": {">=": [{"var": "orders"}, 3]}, "amount": 5},
  {"id": "much", "when": {">=": [{"var": "revenue"}, 100]}, "amount": 20},
  {"id": "all", "when": true, "amount": 1}])";

Program three_rules(std::string_view mode) {
  return program(R"({"mode": ")" + std::string(mode) + R"(", "rules": )" +
                 std::string(kThreeRules) + "}");
}

}  // namespace

TEST_CASE("the catalogue has one row per fact, and the segments of the customers",
          "[loyalty][program]") {
  CHECK(kFactCatalogue[static_cast<std::size_t>(FactId::orders)].name == "orders");
  CHECK(kFactCatalogue[static_cast<std::size_t>(FactId::segment)].name == "segment");
  CHECK(kFactCatalogue[static_cast<std::size_t>(FactId::as_of)].name == "as_of");
  CHECK(kFactCatalogue.back().name == "categories");
  CHECK(static_cast<std::size_t>(FactId::categories) + 1 == kFactCatalogue.size());
  for (std::size_t i = 0; i < kSegments; ++i)
    CHECK(kSegmentWords[i] == segment_word(static_cast<Segment>(i)));
}

TEST_CASE("the default program gives 0 up to 2 orders, 5 up to 5 and 10 above",
          "[loyalty][program]") {
  const Program given = default_program();
  const auto cents = [&given](double orders) {
    return award(given, with_orders(orders), 2).amount;
  };
  CHECK(cents(0) == 0);
  CHECK(cents(1) == 0);
  CHECK(cents(2) == 0);
  CHECK(cents(3) == 500);
  CHECK(cents(5) == 500);
  CHECK(cents(6) == 1000);
  CHECK(award(given, with_orders(6), 0).amount == 10);
}

TEST_CASE("the rule that gives nothing still counts, and says why", "[loyalty][program]") {
  const Award nothing = award(default_program(), with_orders(2), 2);
  CHECK(nothing.granted == Truth::no);
  REQUIRE(nothing.grants.size() == 1);
  CHECK(nothing.grants[0].granted == Truth::yes);
  CHECK(nothing.grants[0].amount == 0);
  REQUIRE(nothing.grants[0].because.size() == 1);
  CHECK(nothing.grants[0].because[0].fact == "orders");
  CHECK(nothing.grants[0].because[0].operation == "<=");
  CHECK(nothing.grants[0].because[0].found == Value(2));
}

TEST_CASE("every rule before the one that counts says why it does not", "[loyalty][program]") {
  const Award ten = award(default_program(), with_orders(7), 2);
  REQUIRE(ten.grants.size() == 3);
  CHECK(ten.grants[0].granted == Truth::no);
  CHECK(ten.grants[1].granted == Truth::no);
  CHECK(ten.grants[1].because[0].wanted == Value(5));
  CHECK(ten.grants[1].because[0].found == Value(7));
  CHECK(ten.grants[2].granted == Truth::yes);
  CHECK(ten.grants[2].rule == 2);
}

TEST_CASE("without an explanation the award is the same", "[loyalty][program]") {
  for (const std::string_view mode : {"first", "sum", "highest"}) {
    const Award silent = award(three_rules(mode), with_orders(4), 2, {.explain = false});
    CHECK(silent.amount == award(three_rules(mode), with_orders(4), 2).amount);
    for (const Grant& grant : silent.grants) CHECK(grant.because.empty());
  }
}

TEST_CASE("the awards of many are those of each", "[loyalty][program][properties]") {
  Rng rng(20261122);
  for (const std::string_view mode : {"first", "sum", "highest"}) {
    const Program several = program(R"({"mode": ")" + std::string(mode) + R"(", "rules": [
            {"when": {"==": [{"var": "segment"}, "champions"]}, "amount": {"/": [{"var": "revenue"}, {"var": "orders"}]}},
            {"when": {">=": [{"var": "orders"}, 3]}, "amount": {"*": [{"var": "revenue"}, 0.05]}},
            {"when": {"some": [{"var": "products"}, {"==": [{"var": ""}, "Tea"]}]}, "amount": 3},
            {"when": {"or": [{"<": [{"var": "days_since_last"}, 30]}, {"==": [{"var": "r"}, 5]}]}, "amount": 2.5}]})");
    Awards awards(several, 2);
    std::vector<Facts> customers(500);
    const std::vector<Term> bought{Term::of("Tea"), Term::of("Cake")};
    for (Facts& facts : customers) {
      if (rng.below(4) > 0) facts[FactId::orders] = Term::of(static_cast<double>(rng.below(6)));
      if (rng.below(4) > 0)
        facts[FactId::revenue] = Term::of(static_cast<double>(rng.below(30'000)) / 100);
      if (rng.below(4) > 0)
        facts[FactId::segment] = Term::of(rng.below(2) > 0 ? "champions" : "lost");
      if (rng.below(4) > 0)
        facts[FactId::products] =
            Term::of(std::span(bought).subspan(static_cast<std::size_t>(rng.below(2))));
      if (rng.below(4) > 0)
        facts[FactId::days_since_last] = Term::of(static_cast<double>(rng.below(60)));
      awards.push_back(facts);
    }
    awards.ask();
    REQUIRE(awards.size() == customers.size());
    for (std::size_t i = 0; i < customers.size(); ++i) {
      const Award own = award(several, customers[i], 2, {.explain = false});
      const Award& same = awards.at(i);
      REQUIRE(same.amount == own.amount);
      REQUIRE(same.granted == own.granted);
      REQUIRE(same.grants.size() == own.grants.size());
      for (std::size_t rule = 0; rule < own.grants.size(); ++rule) {
        REQUIRE(same.grants[rule].granted == own.grants[rule].granted);
        REQUIRE(same.grants[rule].amount == own.grants[rule].amount);
      }
    }
  }
}

TEST_CASE("a customer of whom nothing is known is given nothing, and counts as unknown",
          "[loyalty][program]") {
  const Award unknown = award(default_program(), Facts(), 2);
  CHECK(unknown.amount == 0);
  CHECK(unknown.granted == Truth::unknown);
  REQUIRE(unknown.grants.size() == 1);
  CHECK(unknown.grants[0].granted == Truth::unknown);
  CHECK(unknown.grants[0].because[0].found == Value());
}

TEST_CASE(
    "an undecided rule ends the asking, for a later one might give what it would have refused",
    "[loyalty][program]") {
  const Program tiers = program(R"({"rules": [
    {"when": {"<=": [{"var": "orders"}, 2]}, "amount": 0},
    {"when": true, "amount": 10}]})");
  CHECK(award(tiers, with_orders(1), 2).amount == 0);
  CHECK(award(tiers, with_orders(3), 2).amount == 1000);
  CHECK(award(tiers, Facts(), 2).amount == 0);
  CHECK(award(tiers, Facts(), 2).granted == Truth::unknown);
}

TEST_CASE("the first rule, the sum or the highest counts, as the mode says", "[loyalty][program]") {
  Facts facts = with_orders(4);
  facts[FactId::revenue] = Term::of(250);
  CHECK(award(three_rules("first"), facts, 2).amount == 500);
  CHECK(award(three_rules("sum"), facts, 2).amount == 2600);
  CHECK(award(three_rules("highest"), facts, 2).amount == 2000);
  CHECK(award(three_rules("first"), facts, 2).grants.size() == 1);
}

TEST_CASE("the grants of an award add up to it", "[loyalty][program]") {
  Facts facts = with_orders(4);
  facts[FactId::revenue] = Term::of(250);
  for (const std::string_view mode : {"first", "sum", "highest"}) {
    const Award given = award(three_rules(mode), facts, 2);
    std::int64_t sum = 0;
    for (const Grant& grant : given.grants) {
      sum += grant.amount;
      CHECK((grant.granted == Truth::yes || grant.amount == 0));
    }
    CHECK(sum == given.amount);
  }
}

TEST_CASE("a rule that a higher one beats says by how much", "[loyalty][program]") {
  Facts facts = with_orders(4);
  facts[FactId::revenue] = Term::of(250);
  const Award given = award(three_rules("highest"), facts, 2);
  REQUIRE(given.grants.size() == 3);
  CHECK(given.grants[0].granted == Truth::no);
  const Because& last = given.grants[0].because.back();
  CHECK(last.fact == "amount");
  CHECK(last.wanted == Value(20));
  CHECK(last.found == Value(5));
  CHECK(given.grants[1].granted == Truth::yes);
}

TEST_CASE("of two rules that give the same the first one counts", "[loyalty][program]") {
  const Award given = award(program(R"({"mode": "highest", "rules": [
      {"id": "a", "when": true, "amount": 3}, {"id": "b", "when": true, "amount": 3}]})"),
                            Facts(), 2);
  CHECK(given.amount == 300);
  CHECK(given.grants[0].granted == Truth::yes);
  CHECK(given.grants[1].granted == Truth::no);
}

TEST_CASE("an undecided rule leaves the others their sum and their highest", "[loyalty][program]") {
  CHECK(award(three_rules("sum"), with_orders(4), 2).amount == 600);
  CHECK(award(three_rules("sum"), with_orders(4), 2).granted == Truth::yes);
  CHECK(award(three_rules("highest"), with_orders(4), 2).amount == 500);
}

TEST_CASE("amounts are rounded down to the minor unit or the whole point", "[loyalty][program]") {
  Facts facts;
  facts[FactId::revenue] = Term::of(43.57);
  const std::string tenth = R"({"*": [{"var": "revenue"}, 0.1]})";
  CHECK(award(paying(tenth), facts, 2).amount == 435);
  CHECK(award(paying(tenth), facts, 3).amount == 4357);
  CHECK(award(paying(tenth), facts, 0).amount == 4);
  CHECK(award(paying(tenth, "points"), facts, 2).amount == 4);
  CHECK(award(paying("4.35"), facts, 2).amount == 435);
  CHECK(award(paying("4.999"), facts, 2).amount == 499);
}

TEST_CASE("an amount is never negative", "[loyalty][program]") {
  Facts facts;
  facts[FactId::revenue] = Term::of(-12.5);
  const Award given = award(paying(R"({"*": [{"var": "revenue"}, 0.1]})"), facts, 2);
  CHECK(given.amount == 0);
  CHECK(given.granted == Truth::no);
  CHECK(refusal_of(R"({"rules": [{"when": true, "amount": -1}]})") ==
        "rules[0].amount: must be from 0 to 1000000000");
}

TEST_CASE("an amount that cannot be computed is not given", "[loyalty][program]") {
  Facts facts = with_orders(0);
  facts[FactId::revenue] = Term::of(1e9);
  const Award divided =
      award(paying(R"({"/": [{"var": "revenue"}, {"var": "orders"}]})"), facts, 2);
  CHECK(divided.granted == Truth::unknown);
  CHECK(divided.grants[0].because.back().operation == "known");
  CHECK(award(paying(R"({"*": [{"var": "revenue"}, 2]})"), facts, 2).granted == Truth::unknown);
  const Award missing = award(paying(R"({"*": [{"var": "value"}, 2]})"), facts, 2);
  CHECK(missing.granted == Truth::unknown);
  REQUIRE(missing.grants[0].because.size() == 1);
  CHECK(missing.grants[0].because[0].fact == "value");
}

TEST_CASE("a host learns which facts a program asks for", "[loyalty][program]") {
  const Program given = program(R"({"rules": [
    {"when": {"in": ["Tea", {"var": "products"}]}, "amount": {"*": [{"var": "revenue"}, 0.1]}}]})");
  CHECK(asks_for(given, FactId::products));
  CHECK(asks_for(given, FactId::revenue));
  CHECK_FALSE(asks_for(given, FactId::categories));
}

TEST_CASE("segments, days and products can be asked for", "[loyalty][program]") {
  const Program given = program(R"({"mode": "sum", "rules": [
    {"when": {"in": [{"var": "segment"}, ["at_risk", "cannot_lose"]]}, "amount": 1},
    {"when": {"<": [{"var": "last_order"}, "2026-01-01"]}, "amount": 2},
    {"when": {"some": [{"var": "products"}, {"in": [{"var": ""}, ["Tea", "Milk"]]}]}, "amount": 4}]})");
  const std::vector<Term> products{Term::of("Salt"), Term::of("Milk")};
  Facts facts;
  facts[FactId::segment] = Term::of("at_risk");
  facts[FactId::last_order] = Term::of(*make_date(2025, 12, 31));
  facts[FactId::products] = Term::of(std::span<const Term>(products));
  CHECK(award(given, facts, 0).amount == 7);
  facts[FactId::last_order] = Term::of(*make_date(2026, 1, 1));
  CHECK(award(given, facts, 0).amount == 5);
}

TEST_CASE("a program says what is wrong and where", "[loyalty][program]") {
  CHECK(refusal_of("[]") == "program: must be an object, is a list");
  CHECK(refusal_of("{}") == "rules: is missing");
  CHECK(refusal_of(R"({"rules": {}})") == "rules: must be a list, is an object");
  CHECK(refusal_of(R"({"rules": []})") == "rules: has no rule");
  CHECK(refusal_of(R"({"rules": [5]})") == "rules[0]: must be an object, is a number");
  CHECK(refusal_of(R"({"rules": [{"amount": 5}]})") == "rules[0].when: is missing");
  CHECK(refusal_of(R"({"rules": [{"when": null, "amount": 5}]})") == "rules[0].when: is missing");
  CHECK(refusal_of(R"({"rules": [{"when": true}]})") == "rules[0].amount: is missing");
  CHECK(refusal_of(R"({"rules": [{"when": true, "amount": "5"}]})") ==
        "rules[0].amount: must be a number, is a text");
  CHECK(refusal_of(R"({"rules": [{"when": 1, "amount": 5}]})") ==
        "rules[0].when: must be true or false, is a number");
  CHECK(
      refusal_of(
          R"({"rules": [{"when": true, "amount": 5}, {"when": {">": [{"var": "order"}, 1]}, "amount": 5}]})") ==
      "rules[1].when.>[0].var: unknown fact \"order\", nearest is \"orders\"");
  CHECK(refusal_of(R"({"unit": "euro", "rules": []})") ==
        "unit: \"euro\" is unknown, nearest is \"money\"");
  CHECK(refusal_of(R"({"mode": "frist", "rules": []})") ==
        "mode: \"frist\" is unknown, nearest is \"first\"");
  CHECK(refusal_of(R"({"mode": 1, "rules": []})") == "mode: must be a text, is a number");
  CHECK(refusal_of(R"({"name": 1, "rules": []})") == "name: must be a text, is a number");
  CHECK(refusal_of(R"({"version": 1.5, "rules": []})") ==
        "version: must be a whole number from 0 to 1000000000");
  CHECK(
      refusal_of(
          R"({"rules": [{"id": "a", "when": true, "amount": 1}, {"id": "a", "when": true, "amount": 1}]})") ==
      "rules[1].id: \"a\" is the id of an earlier rule");
}

TEST_CASE("what a program leaves out has a default, and what it describes is not looked at",
          "[loyalty][program]") {
  const Program given = program(
      R"({"description": 7, "name": null, "rules": [{"when": true, "amount": 1, "description": []}]})");
  CHECK(given.name.empty());
  CHECK(given.version == 1);
  CHECK(given.unit == RewardUnit::money);
  CHECK(given.mode == RewardMode::first);
  CHECK(given.rules[0].id == "rule_1");
}

TEST_CASE("a field that does not exist is refused with the nearest one", "[loyalty][program]") {
  CHECK(refusal_of(R"({"rulse": []})") == "rulse: is no field here, nearest is \"rules\"");
  CHECK(refusal_of(R"({"rules": [{"when": true, "amonut": 1}]})") ==
        "rules[0].amonut: is no field here, nearest is \"amount\"");
}

TEST_CASE("a program has at most a hundred rules", "[loyalty][program]") {
  const auto with_rules = [](int count) {
    std::string json = R"({"rules": [{"when": true, "amount": 1})";
    for (int i = 1; i < count; ++i) json += R"(, {"when": true, "amount": 1})";
    return json + "]}";
  };
  CHECK(refusal_of(with_rules(100)) == "accepted");
  CHECK(refusal_of(with_rules(101)) == "rules: has more than 100");
}

TEST_CASE("a program is written as it was read", "[loyalty][program]") {
  const Value document = document_of(default_program());
  const auto again = compile_program(document);
  REQUIRE(again);
  CHECK(document_of(*again) == document);
  CHECK(document.find("rules")->list()[1] ==
        value(R"({"id": "up_to_5", "when": {"<=": [{"var": "orders"}, 5]}, "amount": 5})"));
}

// A property over random programs.

namespace {

// Draws conditions and amounts over the number facts, from a seed.
class RuleMaker {
 public:
  explicit RuleMaker(std::uint64_t seed) : rng_(seed) {}

  Value condition(int depth) {
    switch (depth == 0 ? 0 : below(6)) {
      case 1:
        return call("and", {condition(depth - 1), condition(depth - 1)});
      case 2:
        return call("or", {condition(depth - 1), condition(depth - 1), condition(depth - 1)});
      case 3:
        return call("!", {condition(depth - 1)});
      case 4:
        return call("if", {condition(depth - 1), condition(depth - 1), condition(depth - 1)});
      case 5:
        return call("in", {fact(), Value::List{constant(), constant(), amount(depth - 1)}});
      default:
        return call(word(kComparisons), {fact(), depth > 0 ? amount(depth - 1) : constant()});
    }
  }

  Value amount(int depth) {
    switch (depth == 0 ? below(2) : below(4)) {
      case 0:
        return fact();
      case 1:
        return constant();
      case 2:
        return call(word(kArithmetic), {amount(depth - 1), amount(depth - 1)});
      default:
        return call("if", {condition(depth - 1), amount(depth - 1), amount(depth - 1)});
    }
  }

  Term known() { return Term::of(static_cast<double>(below(10)) / 2); }
  bool coin() { return below(2) == 0; }

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(rng_.below(bound)); }

  static constexpr std::array<std::string_view, 8> kComparisons{
      "<", "<=", ">", ">=", "==", "!=", "===", "!=="};
  static constexpr std::array<std::string_view, 7> kArithmetic{"+", "-",   "*",  "/",
                                                               "%", "min", "max"};

  static Value call(std::string_view op, Value::List arguments) {
    return Value::Object{{std::string(op), std::move(arguments)}};
  }
  template <std::size_t n>
  std::string_view word(const std::array<std::string_view, n>& words) {
    return words[below(n)];
  }
  Value fact() { return Value::Object{{"var", kFactCatalogue[below(12)].name}}; }
  Value constant() { return static_cast<double>(below(10)) / 2; }

  Rng rng_;
};

}  // namespace

TEST_CASE("a missing fact never grants: whoever knows less of a customer never gives more",
          "[loyalty][program]") {
  RuleMaker maker(20260307);
  int decided = 0;
  int granted = 0;
  for (int round = 0; round < 3'000; ++round) {
    Value::List rules;
    for (int i = 0; i < 3; ++i)
      rules.push_back(Value::Object{{"when", maker.condition(3)}, {"amount", maker.amount(2)}});
    const auto mode = static_cast<RewardMode>(round % 3);
    const auto given =
        compile_program(Value::Object{{"mode", to_text(mode)}, {"rules", std::move(rules)}});
    if (!given) FAIL(given.error().detail);
    Facts whole;
    for (std::size_t fact = 0; fact < 12; ++fact)
      if (maker.coin() || maker.coin()) whole[static_cast<FactId>(fact)] = maker.known();
    const std::int64_t most = award(*given, whole, 2).amount;
    granted += most > 0;
    for (std::size_t fact = 0; fact < 12; ++fact) {
      Facts less = whole;
      less[static_cast<FactId>(fact)] = {};
      if (award(*given, less, 2).amount > most) FAIL(wire::to_json_text(document_of(*given)));
      for (const RewardRule& rule : given->rules) {
        const Truth then = evaluate(rule.when, less.terms()).truth();
        if (then == Truth::unknown) continue;
        ++decided;
        if (then != evaluate(rule.when, whole.terms()).truth())
          FAIL(wire::to_json_text(rule.when_written));
      }
    }
  }
  CHECK(decided > 10'000);
  CHECK(granted > 500);
}

}  // namespace regulars
