#include "core/loyalty/columns.h"

#include <string>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/loyalty/points.h"
#include "tests/loyalty/rules.h"
#include "tests/support/catch.h"

namespace regulars {

namespace {

constexpr std::array<FactDefinition, 6> kCatalogue{{
    {"orders", FactType::number},
    {"amount", FactType::number},
    {"day", FactType::date},
    {"channel", FactType::text},
    {"products", FactType::texts},
    {"whatever", FactType::any},
}};
constexpr std::array<std::string_view, 4> kWords{"web", "shop", "", "a word of more than seven"};

// Writes rules that the strict profile takes, most of them with a form over columns.
class Author {
 public:
  explicit Author(Rng& rng) : rng_(rng) {}

  std::string condition(int depth) {
    switch (depth == 0 ? rng_.below(5) : rng_.below(10)) {
      case 0:
        return with(pick({"<", "<=", ">", ">=", "==", "!=", "===", "!=="}), {number(0), number(0)});
      case 1:
        return with(pick({"<", "<=", ">", ">=", "==", "!="}), {R"({"var":"day"})", day()});
      case 2:
        return with(pick({"==", "!=", "==="}), {text(), R"({"var":"channel"})"});
      case 3:
        return membership();
      case 4:
        return with("<", {number(0), number(0), number(0)});
      case 5:
        return with("and", {condition(depth - 1), condition(depth - 1), condition(depth - 1)});
      case 6:
        return with("or", {condition(depth - 1), condition(depth - 1)});
      case 7:
        return with("!", {condition(depth - 1)});
      case 8:
        return with(">=", {number(depth - 1), number(depth - 1)});
      default:
        return with("!!", {condition(depth - 1)});
    }
  }

  std::string number(int depth) {
    switch (depth == 0 ? rng_.below(3) : rng_.below(7)) {
      case 0:
        return pick({"0", "1", "2.5", "0.1", "-3", "10", "0.30000000000000004"});
      case 1:
        return R"({"var":"orders"})";
      case 2:
        return R"({"var":"amount"})";
      case 3:
        return with(pick({"+", "-", "*", "max", "min"}),
                    {number(depth - 1), number(depth - 1), number(depth - 1)});
      case 4:
        return with(pick({"/", "%"}), {number(depth - 1), number(depth - 1)});
      case 5:
        return with("-", {number(depth - 1)});
      default:
        return with("if", {condition(depth - 1), number(depth - 1), number(depth - 1)});
    }
  }

 private:
  std::string pick(std::vector<std::string> words) {
    return words[static_cast<std::size_t>(rng_.below(static_cast<std::uint32_t>(words.size())))];
  }
  static std::string with(const std::string& operation, const std::vector<std::string>& parts) {
    std::string list;
    for (const std::string& part : parts) list += (list.empty() ? "" : ",") + part;
    return "{\"" + operation + "\":[" + list + "]}";
  }
  std::string day() { return pick({R"("2026-01-01")", R"("2026-03-15")", R"({"var":"day"})"}); }
  std::string text() { return pick({R"("web")", R"("")", R"("other")", R"({"var":"channel"})"}); }
  std::string membership() {
    switch (rng_.below(4)) {
      case 0:
        return with("in", {text(), R"({"var":"products"})"});
      case 1:
        return with("in", {text(), R"(["shop","web"])"});
      case 2:
        return with("in", {number(1), "[1, 2, 0.3]"});
      default:
        return R"({"some":[{"var":"products"},{"==":[{"var":""},"web"]}]})";
    }
  }

  Rng& rng_;
};

std::vector<Term> random_row(Rng& rng, std::vector<Term>& products) {
  std::vector<Term> row(kCatalogue.size());
  const auto word = [&] {
    return Term::of(kWords[static_cast<std::size_t>(rng.below(kWords.size()))]);
  };
  if (rng.below(5) > 0) row[0] = Term::of(static_cast<double>(rng.below(5)));
  if (rng.below(5) > 0) row[1] = Term::of(static_cast<double>(rng.below(400)) / 10);
  if (rng.below(5) > 0) row[2] = Term::of(*make_date(2026, 1 + static_cast<int>(rng.below(4)), 15));
  if (rng.below(5) > 0) row[3] = word();
  products.clear();
  for (std::uint64_t i = rng.below(4); i > 0; --i) products.push_back(word());
  if (rng.below(5) > 0) row[4] = Term::of(std::span<const Term>(products));
  return row;
}

Rule compiled(const std::string& written, RuleKind kind) {
  const auto rule = compile_rule(value(written), {.kind = kind, .catalogue = kCatalogue});
  INFO(written);
  if (!rule) FAIL(rule.error().detail);
  return *rule;
}

}  // namespace

TEST_CASE("rules over columns say what they say row by row", "[loyalty][columns][properties]") {
  Rng rng(20261122);
  Author author(rng);
  FactColumns columns(kCatalogue, std::vector<bool>(kCatalogue.size(), true));
  std::vector<Term> products;
  for (int i = 0; i < 200; ++i) columns.push_back(random_row(rng, products));
  ColumnEvaluator evaluator;
  std::vector<Truth> truths;
  NumberColumn numbers;
  int over_columns = 0;
  for (int i = 0; i < 1'000; ++i) {
    const std::string condition = author.condition(3);
    const std::string amount = author.number(3);
    INFO(condition << "\n" << amount);
    const Rule when = compiled(condition, RuleKind::condition);
    const Rule gives = compiled(amount, RuleKind::amount);
    over_columns += has_column_form(when, kCatalogue);
    evaluator.truths(when, columns, truths);
    evaluator.numbers(gives, columns, numbers);
    for (std::size_t row = 0; row < columns.rows(); ++row) {
      const auto facts = columns.row(row);
      REQUIRE(truths[row] == evaluate(when, facts).truth());
      const Outcome outcome = evaluate(gives, facts);
      const bool known = outcome.status == Outcome::Status::known;
      REQUIRE((numbers.known[row] == 1) == known);
      if (!known) continue;
      REQUIRE(numbers.value[row] == outcome.value.number());
      REQUIRE(numbers.error[row] == outcome.rounding);
    }
  }
  CHECK(over_columns > 700);
}

TEST_CASE("rules as shops write them have a form over columns", "[loyalty][columns]") {
  for (
      const std::string written :
      {R"({">=":[{"var":"amount"}, 20]})",
       R"({"and":[{">":[{"var":"orders"}, 1]}, {"<=":["2026-01-01", {"var":"day"}, "2026-02-01"]}]})",
       R"({"in":["Tea", {"var":"products"}]})", R"({"in":[{"var":"channel"}, ["web", "shop"]]})",
       R"({"!":[{"==":[{"var":"channel"}, "web"]}]})"})
    CHECK(has_column_form(compiled(written, RuleKind::condition), kCatalogue));
  for (const std::string written :
       {R"({"*":[{"var":"amount"}, 0.05]})", R"(5)",
        R"({"if":[{">":[{"var":"orders"}, 5]}, 10, {">":[{"var":"orders"}, 2]}, 5, 0]})"})
    CHECK(has_column_form(compiled(written, RuleKind::amount), kCatalogue));
  CHECK_FALSE(has_column_form(
      compiled(R"({"some":[{"var":"products"},{"==":[{"var":""},"Tea"]}]})", RuleKind::condition),
      kCatalogue));
}

TEST_CASE("columns keep what is wanted and take back nothing else", "[loyalty][columns]") {
  std::vector<bool> wanted(kCatalogue.size(), true);
  wanted[0] = false;
  FactColumns columns(kCatalogue, wanted);
  const std::vector<Term> items{Term::of("web"), Term::of("shop")};
  columns.push_back(std::vector<Term>{Term::of(3), Term::of(12.5), Term::of(*make_date(2026, 2, 3)),
                                      Term::of("web"), Term::of(std::span<const Term>(items)),
                                      Term::of(1)});
  // A text where a number belongs is no number.
  columns.push_back(std::vector<Term>{{}, Term::of("12.5"), {}, {}, {}, {}});
  CHECK(columns.rows() == 2);
  const std::vector<Term> first(columns.row(0).begin(), columns.row(0).end());
  CHECK(first[0].is(Term::Kind::unknown));
  CHECK(first[1].number == 12.5);
  CHECK(first[2].is(Term::Kind::date));
  CHECK(first[3].text == "web");
  CHECK(first[4].size() == 2);
  CHECK(first[4].at(1).text == "shop");
  for (const Term& term : columns.row(1)) CHECK(term.is(Term::Kind::unknown));
  columns.clear();
  CHECK(columns.rows() == 0);
}

}  // namespace regulars
