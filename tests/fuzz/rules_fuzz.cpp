// Any text as a suite of rules and, up to its first NUL, as a reward program; what follows is what
// is known of a customer. Rules over rows and over columns say the same, what is odd about a rule
// is so, and whoever does what an explanation asks is granted what it said.
#include <cassert>
#include <cmath>
#include <string>

#include "core/loyalty/explain.h"
#include "core/loyalty/lint.h"
#include "core/loyalty/program.h"
#include "core/wire/logic.h"
#include "core/wire/program.h"
#include "tests/fuzz/promises.h"

namespace regulars {
namespace {

constexpr int kDigits = 2;
constexpr std::int32_t kSomeDay = 20'000;

// Facts as a shop could know them: of each what its catalogue allows, or nothing.
class Known {
 public:
  explicit Known(std::string_view bytes) : bytes_(bytes) {
    for (std::size_t i = 0; i < kFactCatalogue.size(); ++i) {
      const FactDefinition& fact = kFactCatalogue[i];
      const unsigned from = next();
      if (from % 8 == 0) continue;
      Term& term = facts_[static_cast<FactId>(i)];
      if (fact.type == FactType::number)
        term = Term::of(number_of(fact));
      else if (fact.type == FactType::date)
        term = Term::of(Date{kSomeDay + static_cast<std::int32_t>(next())});
      else if (fact.type == FactType::text)
        term = Term::of(fact.words.empty() ? word() : fact.words[next() % fact.words.size()]);
      else
        term = Term::of(std::span<const Term>(goods_).first(from % (goods_.size() + 1)));
    }
  }

  const Facts& facts() const { return facts_; }

 private:
  unsigned next() {
    if (at_ == bytes_.size()) return 1;
    return static_cast<unsigned char>(bytes_[at_++]);
  }

  double number_of(const FactDefinition& fact) {
    const double hundredths = next() * 256 + next();
    const double number = fact.least == 0 || fact.least == 1 ? next() : hundredths / 100;
    return std::fmin(std::fmax(number, fact.least), fact.most);
  }

  std::string_view word() { return goods_[next() % goods_.size()].text; }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::array<Term, 3> goods_{Term::of("Tea"), Term::of("Cup"), Term::of("")};
  Facts facts_;
};

void check_columns(const Program& program, const Facts& facts) {
  const Award award = regulars::award(program, facts, kDigits);
  assert(award.amount >= 0);
  Awards awards(program, kDigits);
  awards.push_back(facts);
  awards.push_back(Facts{});
  awards.push_back(facts);
  awards.ask();
  for (const std::size_t row : {std::size_t{0}, std::size_t{2}}) {
    const Award& same = awards.at(row);
    assert(same.amount == award.amount && same.granted == award.granted);
    assert(same.grants.size() == award.grants.size());
    for (std::size_t i = 0; i < same.grants.size(); ++i)
      assert(same.grants[i].amount == award.grants[i].amount &&
             same.grants[i].granted == award.grants[i].granted);
  }
}

void check_findings(const Program& program, const Facts& facts) {
  for (const Finding& finding : lint(program)) {
    if (finding.part != Finding::Part::rules) continue;
    const RewardRule& rule = program.rules[finding.rule];
    const Truth truth = evaluate(rule.when, facts.terms()).truth();
    if (finding.oddity == Oddity::never_true) assert(truth != Truth::yes);
    if (finding.oddity == Oddity::always_true) assert(truth != Truth::no);
  }
}

void check_explanations(const Program& program, const Facts& facts) {
  for (const RuleExplanation& one : Explainer(program, kDigits).explain(facts)) {
    const Rule& when = program.rules[one.rule].when;
    assert(one.when.truth == evaluate(when, facts.terms()).truth());
    for (const Way& way : one.ways) {
      Efforts done{};
      for (const Step& step : way.steps) done[static_cast<std::size_t>(step.effort)] = step.missing;
      const Facts then = after_efforts(facts, done, kDigits);
      assert(evaluate(when, then.terms()).truth() == Truth::yes);
    }
  }
}

}  // namespace
}  // namespace regulars

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace regulars;
  const std::string_view text = text_of(bytes, size);
  for (const LogicProfile profile : {LogicProfile::compat, LogicProfile::strict})
    static_cast<void>(wire::run_logic_suite(text, profile));
  const std::size_t end = std::min(text.find('\0'), text.size());
  const auto program = wire::parse_program(text.substr(0, end));
  if (!program) return 0;
  const Known known(text.substr(std::min(end + 1, text.size())));
  check_columns(*program, known.facts());
  check_findings(*program, known.facts());
  check_explanations(*program, known.facts());
  return 0;
}
