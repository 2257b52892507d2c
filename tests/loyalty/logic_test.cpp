#include "core/loyalty/logic.h"

#include <array>
#include <string>
#include <tuple>
#include <vector>

#include "core/base/random.h"
#include "core/loyalty/program.h"
#include "core/loyalty/syntax.h"
#include "tests/loyalty/rules.h"
#include "tests/support/catch.h"

namespace regulars {

namespace {

using Status = Outcome::Status;

// "yes", "no" or "?" for what a condition comes to.
std::string truth(std::string_view rule, std::string_view data = "{}") {
  switch (strict_outcome(rule, data).truth()) {
    case Truth::yes:
      return "yes";
    case Truth::no:
      return "no";
    case Truth::unknown:
      break;
  }
  return "?";
}

Value result(std::string_view rule, std::string_view data = "{}") {
  return strict_outcome(rule, data).value;
}

std::string nested(std::string_view open, std::string_view core, std::string_view close,
                   int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += open;
  text += core;
  for (int i = 0; i < times; ++i) text += close;
  return text;
}

}  // namespace

// The traps of JsonLogic that a shop would pay for, one by one.

TEST_CASE("a customer without an order is not an active one", "[loyalty][logic]") {
  CHECK(truth(R"({"<": [{"var": "days_since_last_order"}, 30]})") == "?");
}

TEST_CASE("a missing fact is not between 0 and 1", "[loyalty][logic]") {
  CHECK(truth(R"({"<=": [0, {"var": "x"}, 1]})", R"({"x": null})") == "?");
}

TEST_CASE("part of a text is not an item of a list", "[loyalty][logic]") {
  CHECK(truth(R"({"in": ["VIP", {"var": "tags"}]})", R"({"tags": "NOT-VIP-ANYMORE"})") == "?");
  CHECK(refusal(R"({"in": ["VIP", "NOT-VIP-ANYMORE"]})") == "in[1]: must be a list, is a text");
  CHECK(truth(R"({"in": ["VIP", {"var": "tags"}]})", R"({"tags": ["NOT-VIP", "VIP"]})") == "yes");
}

TEST_CASE("texts have no order", "[loyalty][logic]") {
  CHECK(refusal(R"({"<": ["10", "9"]})") ==
        "<[0]: \"10\" is not a date like 2026-01-31, and other texts have no order");
  CHECK(truth(R"({"<": [{"var": "a"}, {"var": "b"}]})", R"({"a": "10", "b": "9"})") == "?");
}

TEST_CASE("days are compared as days, and must be written as days", "[loyalty][logic]") {
  CHECK(refusal(R"({"<": ["2026-1-9", "2026-01-10"]})").find("<[0]: \"2026-1-9\" is not a date") ==
        0);
  CHECK(truth(R"({"<": ["2026-01-09", "2026-01-10"]})") == "yes");
  CHECK(truth(R"({"<": [{"var": "last"}, "2026-01-10"]})", R"({"last": "2025-12-31"})") == "yes");
  CHECK(truth(R"({"<": [{"var": "last"}, "2026-01-10"]})", R"({"last": "2026-1-9"})") == "?");
}

TEST_CASE("a text is never added", "[loyalty][logic]") {
  CHECK(refusal(R"({"+": ["12.50", "x"]})") == "+[0]: must be a number, is a text");
  CHECK(strict_outcome(R"({"+": [{"var": "price"}, 1]})", R"({"price": "12.50"})").doubt ==
        Doubt::wrong_type);
}

TEST_CASE("ten cents and twenty are not more than thirty", "[loyalty][logic]") {
  CHECK(truth(R"({"==": [{"+": [0.1, 0.2]}, 0.3]})") == "yes");
  CHECK(truth(R"({">": [{"+": [{"var": "a"}, {"var": "b"}]}, 0.3]})", R"({"a": 0.1, "b": 0.2})") ==
        "no");
}

TEST_CASE("a text is not equal to a number", "[loyalty][logic]") {
  CHECK(refusal(R"({"==": [1, "1"]})") == "==[1]: is a text, compared with a number");
  CHECK(truth(R"({"==": [{"var": "x"}, 1]})", R"({"x": "1"})") == "?");
  CHECK(truth(R"({"===": [{"var": "x"}, 1]})", R"({"x": 1})") == "yes");
}

TEST_CASE("a number is not a condition", "[loyalty][logic]") {
  CHECK(refusal(R"({"if": [1, 2, 3]})") == "if[0]: must be true or false, is a number");
  CHECK(refusal(R"({"and": [true, "yes"]})") == "and[1]: must be true or false, is a text");
  CHECK(strict_outcome(R"({"if": [{"var": "x"}, 2, 3]})", R"({"x": 1})").doubt ==
        Doubt::wrong_type);
}

TEST_CASE("nothing is equal to null", "[loyalty][logic]") {
  CHECK(refusal(R"({"==": [{"var": "x"}, null]})") ==
        "==[1]: null is no value here: nothing equals what is missing");
}

TEST_CASE("a division by zero is unknown", "[loyalty][logic]") {
  const auto outcome =
      strict_outcome(R"({"/": [{"var": "a"}, {"var": "b"}]})", R"({"a": 1, "b": 0})");
  CHECK(outcome.status == Status::unknown);
  CHECK(outcome.doubt == Doubt::division_by_zero);
  CHECK(strict_outcome(R"({"%": [1, 0]})", "{}").doubt == Doubt::division_by_zero);
  CHECK(strict_outcome(R"({"*": [1e300, 1e300]})", "{}").doubt == Doubt::too_large);
}

// Three truths.

TEST_CASE("and, or and not have the truth tables of SQL", "[loyalty][logic]") {
  // ISO/IEC 9075-2, boolean value expression, tables of AND and OR. A fact u that is not there
  // stands for unknown.
  const std::array<std::string, 3> values{"true", "false", R"({"<": [{"var": "u"}, 1]})"};
  const std::array<std::array<std::string, 3>, 3> both{
      {{"yes", "no", "?"}, {"no", "no", "no"}, {"?", "no", "?"}}};
  const std::array<std::array<std::string, 3>, 3> either{
      {{"yes", "yes", "yes"}, {"yes", "no", "?"}, {"yes", "?", "?"}}};
  const std::array<std::string, 3> negation{"no", "yes", "?"};
  for (std::size_t a = 0; a < 3; ++a) {
    CHECK(truth(R"({"!": )" + values[a] + "}") == negation[a]);
    for (std::size_t b = 0; b < 3; ++b) {
      INFO(values[a] << ", " << values[b]);
      CHECK(truth(R"({"and": [)" + values[a] + ", " + values[b] + "]}") == both[a][b]);
      CHECK(truth(R"({"or": [)" + values[a] + ", " + values[b] + "]}") == either[a][b]);
    }
  }
}

TEST_CASE("a choice whose condition is unknown is unknown", "[loyalty][logic]") {
  CHECK(strict_outcome(R"({"if": [{"<": [{"var": "u"}, 1]}, 5, 10]})", "{}").status ==
        Status::unknown);
  CHECK(result(R"({"if": [{"<": [{"var": "u"}, 1]}, 5, 10]})", R"({"u": 0})") == Value(5));
}

TEST_CASE("a chain that one link breaks is broken, whatever else is unknown", "[loyalty][logic]") {
  CHECK(truth(R"({"<": [{"var": "u"}, 5, 3]})") == "no");
  CHECK(truth(R"({"<": [{"var": "u"}, 5, 7]})") == "?");
  CHECK(truth(R"({"<": [1, 5, 7]})") == "yes");
}

TEST_CASE("a list is searched as a row of or", "[loyalty][logic]") {
  CHECK(truth(R"({"in": [1, [{"var": "u"}, 1]]})") == "yes");
  CHECK(truth(R"({"in": [2, [{"var": "u"}, 1]]})") == "?");
  CHECK(truth(R"({"in": [{"var": "u"}, [1, 2]]})") == "?");
  CHECK(truth(R"({"in": [3, [1, 2]]})") == "no");
}

TEST_CASE("all, some and none know three truths and the empty list", "[loyalty][logic]") {
  constexpr std::string_view items = R"({"items": [{"n": 1}, {"n": 9}, {}], "empty": []})";
  const auto over = [](std::string_view op, std::string_view list, std::string_view test) {
    return "{\"" + std::string(op) + "\": [{\"var\": \"" + std::string(list) + "\"}, " +
           std::string(test) + "]}";
  };
  constexpr std::string_view above_5 = R"({">": [{"var": "n"}, 5]})";
  constexpr std::string_view above_0 = R"({">": [{"var": "n"}, 0]})";
  CHECK(truth(over("some", "items", above_5), items) == "yes");
  CHECK(truth(over("all", "items", above_5), items) == "no");
  CHECK(truth(over("none", "items", above_5), items) == "no");
  CHECK(truth(over("all", "items", above_0), items) == "?");
  CHECK(truth(over("none", "items", R"({"<": [{"var": "n"}, 0]})"), items) == "?");
  CHECK(truth(over("all", "empty", above_0), items) == "no");
  CHECK(truth(over("some", "empty", above_0), items) == "no");
  CHECK(truth(over("none", "empty", above_0), items) == "yes");
  CHECK(truth(over("some", "gone", above_0), items) == "?");
}

TEST_CASE("lists can be mapped, filtered, merged and added up", "[loyalty][logic]") {
  constexpr std::string_view data = R"({"prices": [1.5, 2, 4]})";
  CHECK(result(R"({"map": [{"var": "prices"}, {"*": [{"var": ""}, 2]}]})", data) ==
        value("[3, 4, 8]"));
  CHECK(result(R"({"filter": [{"var": "prices"}, {">": [{"var": ""}, 1.9]}]})", data) ==
        value("[2, 4]"));
  CHECK(
      result(
          R"({"reduce": [{"var": "prices"}, {"+": [{"var": "current"}, {"var": "accumulator"}]}, 0]})",
          data) == Value(7.5));
  CHECK(result(R"({"merge": [{"var": "prices"}, [9]]})", data) == value("[1.5, 2, 4, 9]"));
  CHECK(strict_outcome(R"({"filter": [{"var": "prices"}, {">": [{"var": "u.v"}, 1]}]})", data)
            .status == Status::unknown);
}

TEST_CASE("texts are joined and cut by characters, not by bytes", "[loyalty][logic]") {
  CHECK(result(R"({"cat": ["a", {"var": "t"}]})", R"({"t": "b"})") == Value("ab"));
  CHECK(result("{\"substr\": [\"\\u00e9t\\u00e9s\", 1, -1]}") == value("\"t\\u00e9\""));
  CHECK(result(R"({"substr": ["champions", -5, 2]})") == Value("pi"));
}

// What is refused before it runs.

TEST_CASE("an unknown fact is refused with the nearest name", "[loyalty][logic]") {
  const RuleOptions shop{
      .kind = RuleKind::condition, .catalogue = kFactCatalogue, .path = "rules[1].when"};
  CHECK(refusal(R"({">": [{"var": "ordres"}, 1]})", shop) ==
        "rules[1].when.>[0].var: unknown fact \"ordres\", nearest is \"orders\"");
  CHECK(refusal(R"({"and": [true, {"<": [{"var": "days_since_last_order"}, 30]}]})", shop) ==
        "rules[1].when.and[1].<[0].var: unknown fact \"days_since_last_order\", nearest is "
        "\"days_since_last\"");
}

TEST_CASE("an unknown operator is refused with the nearest word", "[loyalty][logic]") {
  CHECK(refusal(R"({"filtr": [[1], true]})") ==
        "rule: unknown operator \"filtr\", nearest is \"filter\"");
  CHECK(refusal(R"({"!": {"missing": ["x"]}})") == "!: \"missing\" is not for reward programs");
  CHECK(refusal(R"({"log": true})") == "rule: \"log\" is not for reward programs");
}

TEST_CASE("a word that a fact can never be is refused with the nearest one", "[loyalty][logic]") {
  const RuleOptions shop{.catalogue = kFactCatalogue};
  CHECK(refusal(R"({"==": [{"var": "segment"}, "champion"]})", shop) ==
        "==[1]: \"champion\" is not one of its words, nearest is \"champions\"");
  CHECK(refusal(R"({"in": [{"var": "segment"}, ["at_risk", "cant_lose"]]})", shop) ==
        "in[1]: \"cant_lose\" is not one of its words, nearest is \"cannot_lose\"");
  CHECK(refusal(R"({"in": [{"var": "segment"}, ["at_risk", "cannot_lose"]]})", shop) == "accepted");
}

TEST_CASE("types are checked against the catalogue before anything runs", "[loyalty][logic]") {
  const RuleOptions condition{.kind = RuleKind::condition, .catalogue = kFactCatalogue};
  CHECK(refusal(R"({"<": [{"var": "segment"}, {"var": "segment"}]})", condition) ==
        "<[0]: a text is not before or after anything");
  CHECK(refusal(R"({">": [{"var": "orders"}, {"var": "last_order"}]})", condition) ==
        ">[1]: is a date, compared with a number");
  CHECK(refusal(R"({">": [{"var": "last_order"}, "yesterday"]})", condition)
            .find(">[1]: \"yesterday\" is not a date") == 0);
  CHECK(refusal(R"({"==": [{"var": "products"}, "Tea"]})", condition) ==
        "==[0]: a list cannot be equal to anything");
  CHECK(refusal(R"({"in": [{"var": "orders"}, ["1", "2"]]})", condition) ==
        "in[0]: is a number, the list holds a text");
  CHECK(refusal(R"({"in": ["Tea", {"var": "segment"}]})", condition) ==
        "in[1]: must be a list, is a text");
  CHECK(refusal(R"({"var": "orders"})", condition) == "rule: must be true or false, is a number");
  CHECK(refusal(R"({"var": "segment"})", {.kind = RuleKind::amount, .catalogue = kFactCatalogue}) ==
        "rule: must be a number, is a text");
  CHECK(refusal(R"({"some": [{"var": "products"}, {"==": [{"var": "orders"}, "Tea"]}]})",
                condition) ==
        R"(some[1].==[0]: inside a list of facts there is only the item itself, {"var": ""})");
}

TEST_CASE("a list holds one kind of thing, and a sum stays what it starts as", "[loyalty][logic]") {
  CHECK(refusal(R"({"in": [{"var": "x"}, [1, "a"]]})") == "in[1]: mixes a number and a text");
  CHECK(refusal(R"({"merge": [[1], [2, true]]})") == "merge[1]: mixes a number and true or false");
  CHECK(refusal(R"({"reduce": [[1, 2], {"cat": ["a", "b"]}, 0]})") ==
        "reduce[1]: is a text, the start is a number");
}

TEST_CASE("a rule that could only go wrong is refused", "[loyalty][logic]") {
  CHECK(refusal(R"({"var": ["x", 0]})") == "var: needs 1 argument, has 2");
  CHECK(refusal(R"({"var": ""})").find("var: the empty name is the item of a list") == 0);
  CHECK(refusal(R"({"var": {"var": "x"}})") == "var: needs the name of a fact, as text");
  CHECK(refusal(R"({"<": [1]})") == "<: needs 2 or more arguments, has 1");
  CHECK(refusal(R"({"<": 1})") == "<: needs its arguments in a list");
  CHECK(refusal(R"({"if": [true, 1]})") == "if: needs 3 or more arguments, has 2");
  CHECK(refusal(R"({"if": [true, 1, false, 2]})") ==
        "if: needs a value for when no condition holds");
  CHECK(refusal(R"({"if": [true, 1, "x"]})") == "if[1]: is a number, the last value is a text");
  CHECK(refusal(R"({"and": []})") == "and: needs 1 or more arguments, has 0");
  CHECK(refusal(R"({"a": 1, "b": 2})") ==
        "rule: an object must be one operator with its arguments");
  CHECK(refusal("{}") == "rule: an object must be one operator with its arguments");
  CHECK(refusal("null").find("rule: null is no value here") == 0);
}

TEST_CASE("a rule may be 32 levels deep and no deeper", "[loyalty][logic]") {
  CHECK(refusal(nested(R"({"!": )", "true", "}", 31)) == "accepted");
  CHECK(refusal(nested(R"({"!": )", "true", "}", 32)).find("deeper than 32 levels") !=
        std::string::npos);
  CHECK(refusal(nested("[", "", "]", 150)).find("deeper than 32 levels") != std::string::npos);
}

TEST_CASE("a rule may have 1,000 parts and no more", "[loyalty][logic]") {
  const auto sum_of = [](int count) {
    std::string text = "{\"+\": [1";
    for (int i = 1; i < count; ++i) text += ", 1";
    return text + "]}";
  };
  CHECK(refusal(sum_of(999)) == "accepted");
  CHECK(refusal(sum_of(1000)) == "+[999]: more than 1000 parts");
}

TEST_CASE("a compat rule is only as deep as the stack bears", "[loyalty][logic]") {
  Value deep = true;
  for (int i = 0; i < 250; ++i) deep = Value::List{std::move(deep)};
  CHECK_FALSE(compile_rule(deep, {.profile = LogicProfile::compat}));
}

// Why.

TEST_CASE("an explanation has the fact on the left, what was wanted and what was there",
          "[loyalty][logic]") {
  const auto outcome = strict_outcome(
      R"({"and": [{"<=": [2, {"var": "orders"}, 5]}, {"in": [{"var": "segment"}, ["at_risk"]]}]})",
      R"({"orders": 3, "segment": "champions"})", true);
  CHECK(outcome.truth() == Truth::no);
  REQUIRE(outcome.because.size() == 3);
  const auto& [at_least_2, at_most_5, segment] =
      std::tie(outcome.because[0], outcome.because[1], outcome.because[2]);
  CHECK(at_least_2.fact == "orders");
  CHECK(at_least_2.operation == ">=");
  CHECK(at_least_2.wanted == Value(2));
  CHECK(at_least_2.found == Value(3));
  CHECK(at_least_2.holds == Truth::yes);
  CHECK(at_most_5.operation == "<=");
  CHECK(at_most_5.wanted == Value(5));
  CHECK(segment.operation == "in");
  CHECK(segment.wanted == value(R"(["at_risk"])"));
  CHECK(segment.found == Value("champions"));
  CHECK(segment.holds == Truth::no);
}

TEST_CASE("an explanation names the fact that is missing", "[loyalty][logic]") {
  const auto one = strict_outcome(R"({">": [{"var": "revenue"}, {"var": "goal"}]})",
                                  R"({"revenue": 12.5})", true);
  REQUIRE(one.because.size() == 1);
  CHECK(one.because[0].fact == "goal");
  CHECK(one.because[0].operation == "<");
  CHECK(one.because[0].wanted == Value(12.5));
  CHECK(one.because[0].found == Value());
  CHECK(one.because[0].holds == Truth::unknown);
  CHECK(one.doubt == Doubt::missing_fact);

  const auto amount = strict_outcome(R"({"*": [{"var": "value"}, 0.1]})", "{}", true);
  REQUIRE(amount.because.size() == 1);
  CHECK(amount.because[0].fact == "value");
  CHECK(amount.because[0].operation == "known");
}

TEST_CASE("an explanation writes out what was computed", "[loyalty][logic]") {
  const auto outcome =
      strict_outcome(R"({"<": [{"/": [{"-": [{"var": "revenue"}, 5]}, {"var": "orders"}]}, 20]})",
                     R"({"revenue": 65, "orders": 4})", true);
  REQUIRE(outcome.because.size() == 1);
  CHECK(outcome.because[0].fact == "(revenue - 5) / orders");
  CHECK(outcome.because[0].found == Value(15));
}

TEST_CASE("an iterator is explained as a whole", "[loyalty][logic]") {
  const auto outcome =
      strict_outcome(R"({"some": [{"var": "products"}, {"in": [{"var": ""}, ["Tea", "Milk"]]}]})",
                     R"({"products": ["Salt", "Tea"]})", true);
  REQUIRE(outcome.because.size() == 1);
  CHECK(outcome.because[0].fact == "products");
  CHECK(outcome.because[0].operation == "some");
  CHECK(outcome.because[0].wanted == value(R"({"in": [{"var": ""}, ["Tea", "Milk"]]})"));
  CHECK(outcome.because[0].found == value(R"(["Salt", "Tea"])"));
  CHECK(outcome.because[0].holds == Truth::yes);
}

TEST_CASE("a list fact contains, and a bare truth is compared with true", "[loyalty][logic]") {
  const auto outcome =
      strict_outcome(R"({"or": [{"var": "member"}, {"in": ["Tea", {"var": "products"}]}]})",
                     R"({"member": false, "products": ["Salt"]})", true);
  REQUIRE(outcome.because.size() == 2);
  CHECK(outcome.because[0].fact == "member");
  CHECK(outcome.because[0].operation == "==");
  CHECK(outcome.because[0].wanted == Value(true));
  CHECK(outcome.because[1].fact == "products");
  CHECK(outcome.because[1].operation == "contains");
  CHECK(outcome.because[1].wanted == Value("Tea"));
}

TEST_CASE("a comparison that was not needed is not in the explanation", "[loyalty][logic]") {
  const auto outcome =
      strict_outcome(R"({"or": [{">": [{"var": "a"}, 1]}, {">": [{"var": "b"}, 1]}]})",
                     R"({"a": 2, "b": 2})", true);
  REQUIRE(outcome.because.size() == 1);
  CHECK(outcome.because[0].fact == "a");
  CHECK(strict_outcome(R"({">": [2, 1]})", "{}", true).because.empty());
}

TEST_CASE("the first doubt says where it is", "[loyalty][logic]") {
  const auto rule = compile_rule(value(R"({"and": [true, {"<": [{"var": "x"}, 1]}]})"));
  REQUIRE(rule);
  const Outcome outcome = evaluate(*rule, value("{}"));
  CHECK(outcome.doubt == Doubt::missing_fact);
  CHECK(outcome.place == "and[1].<[0]");
}

// Anything at all.

namespace {

// Draws JSON documents that look like rules, from a seed.
class DocumentMaker {
 public:
  explicit DocumentMaker(std::uint64_t seed) : rng_(seed) {}

  Value document(int depth) {
    switch (below(depth > 0 ? 10 : 6)) {
      case 0:
        return {};
      case 1:
        return below(2) == 0;
      case 2:
        return static_cast<double>(below(7)) / 2 - 1;
      case 3:
        return kTexts[below(kTexts.size())];
      case 4:
        return Value::Object{{"var", kFactCatalogue[below(kFactCatalogue.size())].name}};
      case 5:
        return Value::Object{{"var", kTexts[below(kTexts.size())]}};
      case 6:
        return list(depth);
      default:
        break;
    }
    const std::string_view word = operators()[below(operators().size())].word;
    return Value::Object{{std::string(word), below(6) == 0 ? document(depth - 1) : list(depth)}};
  }

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(rng_.below(bound)); }

  static constexpr std::array<std::string_view, 8> kTexts{
      "", "a", "2026-01-31", "1", "current", "accumulator", "a.b", "champions"};

  Value list(int depth) {
    Value::List items;
    for (std::size_t i = below(4); i > 0; --i) items.push_back(document(depth - 1));
    return items;
  }

  Rng rng_;
};

}  // namespace

TEST_CASE("no document breaks the evaluator, and what the catalogue accepts meets no wrong type",
          "[loyalty][logic]") {
  DocumentMaker maker(20260308);
  Facts facts;
  facts[FactId::orders] = Term::of(3);
  facts[FactId::revenue] = Term::of(12.5);
  facts[FactId::segment] = Term::of("at_risk");
  facts[FactId::last_order] = Term::of(Date{20'000});
  const std::array<Term, 2> products{Term::of("a"), Term::of("1")};
  facts[FactId::products] = Term::of(std::span<const Term>(products));
  int accepted = 0;
  for (int i = 0; i < 30'000; ++i) {
    const Value rule = maker.document(5);
    const Value data = maker.document(2);
    const auto compat = compile_rule(rule, {.profile = LogicProfile::compat});
    REQUIRE(compat);
    static_cast<void>(evaluate(*compat, data));
    if (const auto strict = compile_rule(rule))
      static_cast<void>(evaluate(*strict, data, {.explain = true}));
    const auto typed = compile_rule(rule, {.catalogue = kFactCatalogue});
    if (!typed) continue;
    ++accepted;
    if (evaluate(*typed, facts.terms()).doubt == Doubt::wrong_type) FAIL(wire::to_json_text(rule));
  }
  CHECK(accepted > 3'000);
}

// Facts by place.

TEST_CASE("facts are found by their place in the catalogue", "[loyalty][logic]") {
  const std::array<FactDefinition, 2> catalogue{
      {{"days", FactType::number}, {"last", FactType::date}}};
  const auto rule = compile_rule(
      value(R"({"and": [{">": [{"var": "days"}, 30]}, {"<": [{"var": "last"}, "2026-01-01"]}]})"),
      {.catalogue = catalogue});
  REQUIRE(rule);
  CHECK(rule->asks_for(0));
  CHECK(rule->asks_for(1));
  CHECK_FALSE(rule->asks_for(2));
  const std::array<Term, 2> facts{Term::of(31), Term::of(*iso_date("2025-12-31"))};
  CHECK(evaluate(*rule, facts).truth() == Truth::yes);
  CHECK(evaluate(*rule, std::span<const Term>(facts).first(1)).truth() == Truth::unknown);
}

TEST_CASE("a rule outlives the document it was made from, and its copies", "[loyalty][logic]") {
  std::vector<Rule> rules;
  {
    const auto rule = compile_rule(
        value(R"({"in": [{"var": "word"}, ["one", "a text longer than any small buffer"]]})"));
    REQUIRE(rule);
    rules.push_back(*rule);
  }
  const std::array<Term, 1> facts{Term::of("a text longer than any small buffer")};
  CHECK(evaluate(rules.front(), facts).truth() == Truth::yes);
}

}  // namespace regulars
