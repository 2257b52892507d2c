#include "core/wire/why.h"

#include <algorithm>
#include <utility>

#include "core/report/tables.h"
#include "core/wire/logic.h"
#include "core/wire/optional.h"
#include "core/wire/program.h"

namespace regulars::wire {
namespace {

using nlohmann::json;

std::string_view word(FactId fact) { return kFactCatalogue[static_cast<std::size_t>(fact)].name; }
std::string_view word(Effort effort) { return kEffortWords[static_cast<std::size_t>(effort)]; }

json day_json(const std::optional<Date>& day) { return day ? json(to_text(*day)) : json(nullptr); }

// Units of a fact: a date as a day, everything else as it is.
json units_json(FactId fact, const std::optional<std::int64_t>& units) {
  if (units && unit_of(fact) == FactUnit::date)
    return to_text(Date{static_cast<std::int32_t>(*units)});
  return or_null(units);
}

json way_json(const Analysis& analysis, const Way& way) {
  json steps = json::array();
  for (const Step& step : way.steps) {
    json one{{"effort", word(step.effort)},
             {"missing", step.missing},
             {"fact", word(step.fact)},
             {"unit", kFactUnitWords[static_cast<std::size_t>(unit_of(step.fact))]},
             {"has", units_json(step.fact, step.has)},
             {"needed", units_json(step.fact, step.needed)},
             {"on", nullptr}};
    if (step.effort == Effort::wait)
      one["on"] = to_text(analysis.as_of + static_cast<std::int32_t>(step.missing));
    steps.push_back(std::move(one));
  }
  json moves_too = json::array();
  for (const FactId fact : way.moves_too) moves_too.push_back(word(fact));
  return {{"steps", std::move(steps)}, {"moves_too", std::move(moves_too)}};
}

json explained_json(const Analysis& analysis, const Explained& one) {
  json because = json::array();
  for (const ExplainedBecause& reason : one.because) {
    json shown = to_json(reason.because);
    const FactUnit unit = reason.fact ? unit_of(*reason.fact) : FactUnit::word;
    const Means means = reason.fact ? means_of(*reason.fact) : Means::none;
    shown["unit"] = kFactUnitWords[static_cast<std::size_t>(unit)];
    shown["means"] = kMeansWords[static_cast<std::size_t>(means)];
    because.push_back(std::move(shown));
  }
  json parts = json::array();
  for (const Explained& part : one.parts) parts.push_back(explained_json(analysis, part));
  return {{"joint", kJointWords[static_cast<std::size_t>(one.joint)]},
          {"truth", to_json(one.truth)},
          {"because", std::move(because)},
          {"parts", std::move(parts)},
          {"way", one.way ? way_json(analysis, *one.way) : json(nullptr)},
          {"nearest", one.nearest < 0 ? json(nullptr) : json(one.nearest)}};
}

json tier_json(const Analysis& analysis, const TierOutlook& outlook) {
  const TierPlan& plan = *analysis.program.tiers;
  const bool is_last = outlook.tier + 1 == plan.steps.size();
  return {{"tier", plan.steps[outlook.tier].name},
          {"basis", kTierBasisWords[static_cast<std::size_t>(plan.basis)]},
          {"amount", outlook.amount},
          {"next", is_last ? json(nullptr) : json(plan.steps[outlook.tier + 1].name)},
          {"to_next", or_null(outlook.to_next)},
          {"until", day_json(outlook.until)},
          {"in_grace", outlook.is_in_grace},
          {"to_keep", or_null(outlook.to_keep)},
          {"keep_by", day_json(outlook.keep_by)}};
}

json points_json(const PointsOutlook& outlook) {
  return {{"active", outlook.active},
          {"pending", outlook.pending},
          {"next_step", or_null(outlook.next_step)},
          {"pays", outlook.pays.minor},
          {"pays_now", outlook.pays_now.minor},
          {"expiring", outlook.expiring},
          {"expires_on", day_json(outlook.expires_on)}};
}

}  // namespace

json to_json(const Analysis& analysis, const CustomerWhy& why) {
  const OrderTable& table = analysis.book.table();
  const CustomerId id = analysis.customers[why.place].customer;
  json rules = json::array();
  for (const RuleExplanation& rule : why.rules) {
    json ways = json::array();
    for (const Way& way : rule.ways) ways.push_back(way_json(analysis, way));
    rules.push_back({{"rule", analysis.program.rules[rule.rule].id},
                     {"standing", kRuleStandingWords[static_cast<std::size_t>(rule.standing)]},
                     {"amount", rule.amount},
                     {"when", explained_json(analysis, rule.when)},
                     {"ways", std::move(ways)}});
  }
  json raises = json::array();
  for (const Raise& raise : why.raises)
    raises.push_back({{"way", way_json(analysis, raise.way)}, {"amount", raise.amount}});
  return {{"id", static_cast<std::int32_t>(id)},
          {"customer", table.customers.text(static_cast<std::int32_t>(id))},
          {"name", label_of(table, id)},
          {"as_of", to_text(analysis.as_of)},
          {"program", analysis.program.name},
          {"unit", to_text(analysis.program.unit)},
          {"reward", analysis.awards[why.place]},
          {"held_out", why.held_out},
          {"rules", std::move(rules)},
          {"raises", std::move(raises)},
          {"tier", why.tier ? tier_json(analysis, *why.tier) : json(nullptr)},
          {"points", why.points ? points_json(*why.points) : json(nullptr)}};
}

json nearly_json(const Analysis& analysis, const std::vector<Near>& all, std::int64_t limit) {
  const OrderTable& table = analysis.book.table();
  json rows = json::array();
  for (std::size_t i = 0; i < std::min(all.size(), static_cast<std::size_t>(limit)); ++i) {
    const Near& near = all[i];
    const CustomerId id = analysis.customers[near.place].customer;
    const bool is_tier = near.missed == Missed::tier;
    rows.push_back(
        {{"id", static_cast<std::int32_t>(id)},
         {"customer", table.customers.text(static_cast<std::int32_t>(id))},
         {"name", label_of(table, id)},
         {"missed", kMissedWords[static_cast<std::size_t>(near.missed)]},
         {"tier", is_tier ? json(analysis.program.tiers->steps[near.tier].name) : json(nullptr)},
         {"gain", near.gain},
         {"effort", word(near.effort)},
         {"missing", near.missing},
         {"has", or_null(near.has)},
         {"needed", or_null(near.needed)},
         {"until", day_json(near.until)},
         {"orders", near.orders}});
  }
  return {
      {"total", all.size()}, {"unit", to_text(analysis.program.unit)}, {"rows", std::move(rows)}};
}

}  // namespace regulars::wire
