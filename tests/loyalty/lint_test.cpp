#include "core/loyalty/lint.h"

#include <string>

#include "core/base/random.h"
#include "tests/loyalty/rules.h"
#include "tests/support/catch.h"

namespace regulars {

namespace {

Program program(const std::string& json) {
  const auto compiled = compile_program(value(json));
  INFO(json);
  if (!compiled) FAIL(compiled.error().detail);
  return *compiled;
}

// What is found in a program, one word after the other: "never_true 0, always_true 1".
std::string found_in(const std::string& json) {
  std::string said;
  for (const Finding& one : lint(program(json)))
    said += (said.empty() ? "" : ", ") +
            std::string(kOddityWords[static_cast<std::size_t>(one.oddity)]) + " " +
            std::to_string(one.rule);
  return said;
}

std::string found_in_condition(const std::string& when) {
  return found_in(R"({"mode": "sum", "rules": [{"when": )" + when + R"(, "amount": 1}]})");
}

std::string found_in_order_of(const std::string& first, const std::string& second) {
  return found_in(R"({"mode": "first", "rules": [{"when": )" + first +
                  R"(, "amount": 1}, {"when": )" + second + R"(, "amount": 2}]})");
}

}  // namespace

TEST_CASE("a condition that contradicts itself is never true", "[loyalty][lint]") {
  for (
      const std::string when :
      {R"({"and": [{">": [{"var": "orders"}, 5]}, {"<=": [{"var": "orders"}, 5]}]})",
       R"({"and": [{"==": [{"var": "segment"}, "champions"]}, {"!": [{"in": [{"var": "segment"}, ["champions", "at_risk"]]}]}]})",
       R"({"<": [100, {"var": "revenue"}, 50]})", R"({"==": [{"var": "r"}, 6]})",
       R"({"and": [{"<": [{"var": "last_order"}, "2026-01-01"]}, {">=": [{"var": "last_order"}, "2026-03-01"]}]})",
       R"({"and": [{"or": [{"<": [{"var": "orders"}, 2]}, {">": [{"var": "orders"}, 8]}]}, {"==": [{"var": "orders"}, 4]}]})",
       R"({"and": [{"in": ["Tea", {"var": "products"}]}, {"!": [{"in": ["Tea", {"var": "products"}]}]}]})",
       R"({"<": [{"var": "days_since_last"}, 0]})"}) {
    INFO(when);
    CHECK(found_in_condition(when) == "never_true 0");
  }
}

TEST_CASE("a condition that everybody meets is pointed out, a plain true is not",
          "[loyalty][lint]") {
  CHECK(found_in_condition(
            R"({"or": [{"<": [{"var": "orders"}, 3]}, {">=": [{"var": "orders"}, 3]}]})") ==
        "always_true 0");
  CHECK(found_in_condition(R"({">=": [{"var": "f"}, 1]})") == "always_true 0");
  CHECK(found_in_condition(R"({"!=": [{"var": "m"}, 7]})") == "always_true 0");
  CHECK(found_in_condition("true").empty());
}

TEST_CASE("what may be true or not is nothing odd", "[loyalty][lint]") {
  for (
      const std::string when :
      {R"({">": [{"var": "orders"}, 5]})",
       R"({"and": [{">=": [{"var": "orders"}, 5]}, {"<=": [{"var": "orders"}, 5]}]})",
       R"({"<": [{"/": [{"var": "revenue"}, {"var": "orders"}]}, 0]})",
       R"({"and": [{"<": [{"+": [{"var": "orders"}, 1]}, 3]}, {">": [{"+": [{"var": "frequency"}, 1]}, 5]}]})",
       R"({"and": [{"==": [{"var": "segment"}, "at_risk"]}, {"!=": [{"var": "segment"}, "champions"]}]})",
       R"({"and": [{"in": ["Tea", {"var": "products"}]}, {"in": ["Cake", {"var": "products"}]}]})"}) {
    INFO(when);
    CHECK(found_in_condition(when).empty());
  }
}

TEST_CASE("a rule behind a wider one is never reached, where the first counts", "[loyalty][lint]") {
  CHECK(found_in_order_of(R"({">=": [{"var": "orders"}, 3]})",
                          R"({">": [{"var": "orders"}, 5]})") == "never_reached 1");
  CHECK(found_in_order_of(R"({">": [{"var": "orders"}, 5]})", R"({">=": [{"var": "orders"}, 3]})")
            .empty());
  CHECK(found_in_order_of("true", R"({">": [{"var": "orders"}, 5]})") == "never_reached 1");
  // What is left for the last rule need not be said twice.
  CHECK(found_in_order_of(R"({">": [{"var": "orders"}, 5]})", "true").empty());
  CHECK(found_in(R"({"rules": [{"when": {"<=": [{"var": "orders"}, 2]}, "amount": 0},
                               {"when": {"<=": [{"var": "orders"}, 5]}, "amount": 5},
                               {"when": {"<": [{"var": "orders"}, 4]}, "amount": 7},
                               {"when": {">": [{"var": "orders"}, 5]}, "amount": 10}]})") ==
        "never_reached 2");
  CHECK(
      found_in(
          R"({"mode": "sum", "rules": [{"when": true, "amount": 1}, {"when": true, "amount": 1}]})")
          .empty());
}

TEST_CASE("rules that earn are looked at with their own facts", "[loyalty][lint]") {
  CHECK(found_in(R"({"tiers": {"steps": [{"name": "a"}, {"name": "b", "from": 5}]},
                     "points": {"earn": [
                       {"points": 1},
                       {"when": {"==": [{"var": "month"}, 13]}, "points": 1},
                       {"when": {"in": [{"var": "tier"}, ["a", "b"]]}, "times": 2},
                       {"when": {"==": [{"var": "tier"}, "b"]}, "points": 5}]}})") ==
        "never_true 1, always_true 2, earned_twice 3");
}

TEST_CASE("a condition with too many ways to be true is left alone", "[loyalty][lint]") {
  const auto has = [](const std::string& product) {
    return R"({"in": [")" + product + R"(", {"var": "products"}]})";
  };
  const auto either = [](const std::string& a, const std::string& b) {
    return R"({"or": [)" + a + ", " + b + "]}";
  };
  const auto without = [](const std::string& a) { return R"({"!": [)" + a + "]}"; };
  // Never true for the sake of four in the middle, which come in turn after 2^26 ways through the
  // others.
  const auto parts = [&](const std::string& product) {
    std::string all;
    for (int i = 0; i < 15; ++i)
      all += either(has(product + std::to_string(i)), has("more " + product + std::to_string(i))) +
             ", ";
    return all;
  };
  const std::string a = has("A");
  const std::string b = has("B");
  const std::string last = either(a, b) + ", " + either(without(a), b) + ", " +
                           either(a, without(b)) + ", " + either(without(a), without(b));
  CHECK(found_in_condition(R"({"and": [)" + last + "]}") == "never_true 0");
  CHECK(found_in_condition(R"({"and": [)" + parts("tea") + last + ", " + parts("cake") + "true]}")
            .empty());
}

TEST_CASE("what is called never true is true of nobody", "[loyalty][lint][properties]") {
  Rng rng(20261122);
  const auto part = [&rng] {
    const std::string fact = rng.below(2) == 0 ? "orders" : "r";
    constexpr std::array<std::string_view, 6> words{"<", "<=", ">", ">=", "==", "!="};
    return R"({")" + std::string(words[static_cast<std::size_t>(rng.below(words.size()))]) +
           R"(": [{"var": ")" + fact + R"("}, )" + std::to_string(rng.below(7)) + "]}";
  };
  int never = 0;
  int always = 0;
  for (int i = 0; i < 2'000; ++i) {
    std::string when = part();
    for (int more = 0; more < 3; ++more)
      when = R"({")" + std::string(rng.below(2) == 0 ? "and" : "or") + R"(": [)" + when + ", " +
             (rng.below(4) == 0 ? R"({"!": [)" + part() + "]}" : part()) + "]}";
    const Program one =
        program(R"({"mode": "sum", "rules": [{"when": )" + when + R"(, "amount": 1}]})");
    int holds = 0;
    int all = 0;
    // Whole numbers and halves between them meet every stretch that figures from 0 to 6 can cut.
    for (int orders = 0; orders <= 14; ++orders)
      for (int r = 2; r <= 10; ++r, ++all) {
        Facts facts;
        facts[FactId::orders] = Term::of(orders / 2.0);
        facts[FactId::r] = Term::of(r / 2.0);
        holds += evaluate(one.rules[0].when, facts.terms()).truth() == Truth::yes;
      }
    const auto findings = lint(one);
    INFO(when);
    const bool is_never = !findings.empty() && findings[0].oddity == Oddity::never_true;
    const bool is_always = !findings.empty() && findings[0].oddity == Oddity::always_true;
    REQUIRE(is_never == (holds == 0));
    REQUIRE(is_always == (holds == all));
    never += is_never;
    always += is_always;
  }
  CHECK(never > 50);
  CHECK(always > 20);
}

}  // namespace regulars
