#include "core/loyalty/explain.h"

#include <string>
#include <vector>

#include "core/base/random.h"
#include "tests/loyalty/rules.h"
#include "tests/support/catch.h"

namespace regulars {
namespace {

Program program_of(const std::string& rules, const std::string& mode = "first") {
  const auto compiled =
      compile_program(value(R"({"mode": ")" + mode + R"(", "rules": )" + rules + "}"));
  INFO(rules);
  if (!compiled) FAIL(compiled.error().detail);
  return *compiled;
}

Program paying_when(const std::string& when) {
  return program_of(R"([{"id": "one", "when": )" + when + R"(, "amount": 5}])");
}

// Somebody with 4 orders on 3 days, 487.70 spent, the last one 45 days ago.
Facts somebody() {
  Facts facts;
  facts[FactId::orders] = Term::of(4);
  facts[FactId::order_days] = Term::of(3);
  facts[FactId::frequency] = Term::of(2);
  facts[FactId::revenue] = Term::of(487.70);
  facts[FactId::days_since_last] = Term::of(45);
  facts[FactId::days_since_first] = Term::of(200);
  facts[FactId::age] = Term::of(200);
  facts[FactId::segment] = Term::of("at_risk");
  facts[FactId::r] = Term::of(2);
  facts[FactId::first_order] = Term::of(*make_date(2025, 6, 14));
  facts[FactId::last_order] = Term::of(*make_date(2025, 11, 16));
  facts[FactId::as_of] = Term::of(*make_date(2025, 12, 31));
  return facts;
}

RuleExplanation explanation_of(const std::string& when, const Facts& facts = somebody()) {
  const Program program = paying_when(when);
  return Explainer(program, 2).explain(facts).at(0);
}

// The ways of a condition, one after the other: "spend 1230".
std::string ways_of(const std::string& when, const Facts& facts = somebody()) {
  std::string text;
  for (const Way& way : explanation_of(when, facts).ways) {
    if (!text.empty()) text += "; ";
    for (const Step& step : way.steps)
      text += (&step == way.steps.data() ? "" : " and ") +
              std::string(kEffortWords[static_cast<std::size_t>(step.effort)]) + " " +
              std::to_string(step.missing);
  }
  return text;
}

bool holds(const Program& program, const Facts& facts) {
  return evaluate(program.rules[0].when, facts.terms()).truth() == Truth::yes;
}

// A rule out of thresholds of facts that efforts move, and of some that none does.
std::string random_rule(Rng& rng, int depth) {
  const auto below = [&](std::uint64_t n) { return static_cast<int>(rng.below(n)); };
  if (depth > 0 && below(3) > 0) {
    const int sort = below(5);
    if (sort == 0) return R"({"!": [)" + random_rule(rng, depth - 1) + "]}";
    return std::string(R"({")") + (sort < 3 ? "and" : "or") + R"(": [)" +
           random_rule(rng, depth - 1) + ", " + random_rule(rng, depth - 1) + "]}";
  }
  constexpr std::array<std::string_view, 7> facts{
      "orders", "order_days", "frequency", "revenue", "days_since_last", "days_since_first", "r"};
  constexpr std::array<std::string_view, 5> words{"<", "<=", ">", ">=", "=="};
  const std::string_view fact = facts[static_cast<std::size_t>(below(facts.size()))];
  const std::string word(words[static_cast<std::size_t>(below(words.size()))]);
  std::string wanted = std::to_string(below(8));
  if (fact == "revenue") wanted = std::to_string(below(80)) + "." + std::to_string(below(1000));
  if (fact == "days_since_last" || fact == "days_since_first") wanted = std::to_string(below(40));
  const std::string asked = R"({"var": ")" + std::string(fact) + R"("})";
  const bool turned = below(2) == 0;
  return R"({")" + word + R"(": [)" + (turned ? wanted : asked) + ", " + (turned ? asked : wanted) +
         "]}";
}

Facts random_facts(Rng& rng) {
  const auto below = [&](std::uint64_t n) { return static_cast<int>(rng.below(n)); };
  Facts facts;
  const int days = 1 + below(5);
  facts[FactId::orders] = Term::of(days + below(3));
  facts[FactId::order_days] = Term::of(days);
  facts[FactId::frequency] = Term::of(days - 1);
  facts[FactId::revenue] = Term::of(static_cast<double>(below(9000)) / 100);
  const int last = below(30);
  facts[FactId::days_since_last] = Term::of(last);
  facts[FactId::days_since_first] = Term::of(last + below(30));
  facts[FactId::r] = Term::of(1 + below(5));
  return facts;
}

}  // namespace

TEST_CASE("what is missing is told in the units of the fact", "[loyalty][explain]") {
  CHECK(ways_of(R"({">=": [{"var": "revenue"}, 500]})") == "spend 1230");
  CHECK(ways_of(R"({">": [{"var": "revenue"}, 500]})") == "spend 1231");
  CHECK(ways_of(R"({">=": [{"var": "revenue"}, 487.701]})") == "spend 1");
  CHECK(ways_of(R"({">=": [{"var": "orders"}, 5]})") == "orders 1");
  CHECK(ways_of(R"({">": [{"var": "orders"}, 5]})") == "orders 2");
  CHECK(ways_of(R"({"<": [5, {"var": "orders"}]})") == "orders 2");
  CHECK(ways_of(R"({"==": [{"var": "orders"}, 6]})") == "orders 2");
  CHECK(ways_of(R"({">=": [{"var": "frequency"}, 4]})") == "order_days 2");
  CHECK(ways_of(R"({">=": [{"var": "days_since_last"}, 60]})") == "wait 15");
  CHECK(ways_of(R"({"<": ["2026-01-31", {"var": "as_of"}]})") == "wait 32");
}

TEST_CASE("an order ends the days without one", "[loyalty][explain]") {
  CHECK(ways_of(R"({"<=": [{"var": "days_since_last"}, 30]})") == "orders 1");
  // The order that would be the fifth would also be too recent.
  CHECK(ways_of(R"({"and": [{">=": [{"var": "orders"}, 5]},
                            {">=": [{"var": "days_since_last"}, 40]}]})") ==
        "orders 1 and wait 40");
  CHECK(ways_of(R"({">=": [{"var": "last_order"}, "2025-12-01"]})") == "orders 1");
}

TEST_CASE("money that is spent is spent with an order", "[loyalty][explain]") {
  CHECK(ways_of(R"({"and": [{">=": [{"var": "revenue"}, 500]}, {"<=": [{"var": "orders"}, 4]}]})")
            .empty());
  CHECK(
      ways_of(R"({"and": [{">=": [{"var": "revenue"}, 500]}, {">=": [{"var": "orders"}, 5]}]})") ==
      "spend 1230");
  CHECK(
      ways_of(R"({"and": [{">=": [{"var": "revenue"}, 500]}, {">=": [{"var": "orders"}, 6]}]})") ==
      "orders 2 and spend 1230");
}

TEST_CASE("what no effort moves is said as such", "[loyalty][explain]") {
  CHECK(ways_of(R"({"==": [{"var": "segment"}, "champions"]})").empty());
  CHECK(ways_of(R"({"<": [{"var": "first_order"}, "2020-01-01"]})").empty());
  CHECK(ways_of(R"({">=": [{"var": "r"}, 4]})").empty());
  CHECK(ways_of(R"({"<": [{"var": "orders"}, 2]})").empty());
  CHECK(means_of(FactId::segment) == Means::none);
  CHECK(means_of(FactId::first_order) == Means::none);
  // A calculation may turn anywhere.
  CHECK(ways_of(R"({">=": [{"/": [{"var": "revenue"}, {"var": "orders"}]}, 200]})").empty());
}

TEST_CASE("what the same effort moves too is named", "[loyalty][explain]") {
  const RuleExplanation rule = explanation_of(
      R"({"and": [{">=": [{"var": "orders"}, 5]}, {"==": [{"var": "segment"}, "at_risk"]}]})");
  REQUIRE(rule.ways.size() == 1);
  CHECK(rule.ways[0].moves_too == std::vector{FactId::segment});
}

TEST_CASE("the tree is that of the rule, each part with its truth", "[loyalty][explain]") {
  const RuleExplanation rule = explanation_of(
      R"({"and": [{"or": [{">=": [{"var": "revenue"}, 1000]}, {">=": [{"var": "orders"}, 5]}]},
                  {"!": [{"==": [{"var": "segment"}, "champions"]}]},
                  {">=": [{"var": "m"}, 3]}]})");
  CHECK(rule.standing == RuleStanding::refused);
  CHECK(rule.when.joint == Joint::both);
  REQUIRE(rule.when.parts.size() == 3);
  const Explained& either = rule.when.parts[0];
  CHECK(either.joint == Joint::either);
  CHECK(either.truth == Truth::no);
  REQUIRE(either.parts.size() == 2);
  // One order of five is less than half of what 1000.00 take.
  CHECK(either.nearest == 1);
  REQUIRE(either.parts[1].because.size() == 1);
  CHECK(either.parts[1].because[0].fact == FactId::orders);
  CHECK(either.parts[1].because[0].because.operation == ">=");
  REQUIRE(either.parts[1].way);
  CHECK(either.parts[1].way->steps[0].has == 4);
  CHECK(either.parts[1].way->steps[0].needed == 5);
  CHECK(rule.when.parts[1].joint == Joint::negation);
  CHECK(rule.when.parts[1].truth == Truth::yes);
  // Behind the part that decided, and looked at all the same.
  CHECK(rule.when.parts[2].truth == Truth::unknown);
  CHECK(rule.ways.empty());
}

TEST_CASE("a rule that was not asked or gives less than another says so", "[loyalty][explain]") {
  const std::string rules = R"([{"id": "few", "when": {">=": [{"var": "orders"}, 2]}, "amount": 5},
                                {"id": "much", "when": true, "amount": 10},
                                {"id": "none", "when": {">": [{"var": "orders"}, 9]}, "amount": 20}])";
  const Program first = program_of(rules);
  const auto of_first = Explainer(first, 2).explain(somebody());
  CHECK(of_first[0].standing == RuleStanding::granted);
  CHECK(of_first[0].amount == 500);
  CHECK(of_first[1].standing == RuleStanding::not_asked);
  CHECK(of_first[1].when.truth == Truth::yes);
  const Program highest = program_of(rules, "highest");
  const auto of_highest = Explainer(highest, 2).explain(somebody());
  CHECK(of_highest[0].standing == RuleStanding::outbid);
  CHECK(of_highest[1].standing == RuleStanding::granted);
  CHECK(of_highest[2].standing == RuleStanding::refused);
}

TEST_CASE("the least that raises an award counts with the mode", "[loyalty][explain]") {
  const Program program = default_program();
  const Explainer explainer(program, 2);
  const auto raises = explainer.raises(somebody());
  REQUIRE(raises.size() == 1);
  CHECK(raises[0].way.steps[0].effort == Effort::orders);
  CHECK(raises[0].way.steps[0].missing == 2);
  CHECK(raises[0].amount == 1000);
  Facts newcomer = somebody();
  newcomer[FactId::orders] = Term::of(1);
  CHECK(explainer.raises(newcomer).at(0).amount == 500);
  CHECK(explainer.raises(newcomer).at(0).way.steps[0].missing == 2);
  Facts regular = somebody();
  regular[FactId::orders] = Term::of(6);
  CHECK(explainer.raises(regular).empty());
}

TEST_CASE("what is told makes the rule true, and one unit less does not", "[loyalty][explain]") {
  Rng rng(7);
  int told = 0;
  for (int trial = 0; trial < 3000; ++trial) {
    const std::string when = random_rule(rng, 3);
    const Program program = paying_when(when);
    const Facts facts = random_facts(rng);
    const RuleExplanation rule = Explainer(program, 2).explain(facts).at(0);
    CHECK((rule.when.truth == Truth::yes) == holds(program, facts));
    for (const Way& way : rule.ways) {
      ++told;
      INFO(when);
      Efforts done{};
      for (const Step& step : way.steps) done[static_cast<std::size_t>(step.effort)] = step.missing;
      CHECK(holds(program, after_efforts(facts, done, 2)));
      for (const Step& step : way.steps) {
        auto less = done;
        --less[static_cast<std::size_t>(step.effort)];
        const bool is_nothing = less == Efforts{};
        CHECK_FALSE(holds(program, is_nothing ? facts : after_efforts(facts, less, 2)));
      }
    }
  }
  CHECK(told > 500);
}

TEST_CASE("what is not told cannot be done with one effort", "[loyalty][explain]") {
  Rng rng(11);
  for (int trial = 0; trial < 400; ++trial) {
    const Program program = paying_when(random_rule(rng, 2));
    const Facts facts = random_facts(rng);
    if (holds(program, facts)) continue;
    const RuleExplanation rule = Explainer(program, 2).explain(facts).at(0);
    for (std::size_t effort = 0; effort < kEfforts; ++effort) {
      std::int64_t least = 0;
      // Thresholds are below 80.00 and 40.
      const std::int64_t most = static_cast<Effort>(effort) == Effort::spend ? 8200 : 60;
      for (std::int64_t more = 1; more <= most && least == 0; ++more) {
        Efforts done{};
        done[effort] = more;
        if (holds(program, after_efforts(facts, done, 2))) least = more;
      }
      const Way* told = nullptr;
      for (const Way& way : rule.ways)
        if (way.steps.size() == 1 && way.steps[0].effort == static_cast<Effort>(effort))
          told = &way;
      // What an order alone does is told as an order, whatever it is worth.
      Efforts one_order{};
      one_order[static_cast<std::size_t>(Effort::orders)] = 1;
      const bool by_order = holds(program, after_efforts(facts, one_order, 2));
      if (told != nullptr) CHECK(told->steps[0].missing == least);
      if (told == nullptr && static_cast<Effort>(effort) == Effort::wait) CHECK(least == 0);
      if (told == nullptr && static_cast<Effort>(effort) == Effort::spend && !by_order)
        CHECK(least == 0);
    }
  }
}

}  // namespace regulars
