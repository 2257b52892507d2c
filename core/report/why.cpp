#include "core/report/why.h"

#include <algorithm>
#include <string>

#include "core/loyalty/amounts.h"
#include "core/report/tables.h"

namespace regulars {
namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;

Instant end_of_day(Date day) { return (static_cast<Instant>(day.days) + 1) * kSecondsOfDay - 1; }

// The last day before an instant; nothing for never.
std::optional<Date> day_before(Instant end) {
  if (end == kNever) return {};
  return moment_of(end - 1).date;
}

std::optional<TierOutlook> tier_outlook(const Analysis& analysis, const CustomerStory& story) {
  if (!story.tiers) return {};
  const TierPolicy policy = tier_policy(*analysis.program.tiers, analysis.book.table().digits, {});
  const TierStanding& standing = story.tiers->standing;
  const Instant as_of = end_of_day(analysis.as_of);
  TierOutlook outlook{.tier = standing.tier,
                      .amount = standing.amount,
                      .to_next = standing.to_next,
                      .until = day_before(counted_until(story.facts_of_tier, policy, as_of)),
                      .is_in_grace = standing.is_in_grace,
                      .to_keep = {},
                      .keep_by = {}};
  if (const auto keeping = what_keeps(story.facts_of_tier, policy, as_of)) {
    outlook.to_keep = keeping->missing;
    outlook.keep_by = day_before(keeping->by);
  }
  return outlook;
}

PointsOutlook points_outlook(const Analysis& analysis, const Ledger& ledger) {
  const PointsPlan& plan = *analysis.program.points;
  Amounts sums{};
  for (const Amounts& amounts : ledger.amounts)
    for (std::size_t i = 0; i < kAccounts; ++i) sums[i] += amounts[i];
  const Balances balances = balances_of(sums);
  PointsOutlook outlook;
  outlook.active = balances.active;
  outlook.pending = balances.pending;
  Instant soonest = kNever;
  for (const Lot& lot : ledger.lots)
    if (lot.state != LotState::expired && lot.remaining > 0)
      soonest = std::min(soonest, lot.expires_at);
  outlook.expires_on = day_before(soonest);
  for (const Lot& lot : ledger.lots)
    if (lot.state != LotState::expired && outlook.expires_on &&
        day_before(lot.expires_at) == outlook.expires_on)
      outlook.expiring += lot.remaining;
  const auto terms =
      plan.redeem ? redemption_terms(*plan.redeem, analysis.book.table().digits) : std::nullopt;
  if (!terms) return outlook;
  const auto paid_by = [&](std::int64_t points) {
    return Money{points / terms->step * terms->step_value.minor};
  };
  const std::int64_t least =
      scaled(std::max(terms->least, terms->step), 1, terms->step, RoundingMode::up) * terms->step;
  outlook.next_step = std::max(least, (outlook.active / terms->step + 1) * terms->step);
  outlook.pays = paid_by(*outlook.next_step);
  if (outlook.active >= least) outlook.pays_now = paid_by(outlook.active);
  return outlook;
}

// What one order of a customer usually brings; of who never paid, what one of the shop does.
double usual_order(const Analysis& analysis, std::size_t place) {
  const Summary& customer = analysis.customers[place];
  const double own = static_cast<double>(customer.revenue.minor) /
                     std::max(1.0, static_cast<double>(customer.orders));
  return own > 0 ? own : analysis.metrics.average_order_value.value.value_or(0);
}

// How many usual orders an effort is; nothing where nobody can say.
std::optional<double> orders_of(const Analysis& analysis, std::size_t place, Effort effort,
                                std::int64_t missing) {
  if (effort == Effort::wait) return {};
  if (effort != Effort::spend) return static_cast<double>(missing);
  const double usual = usual_order(analysis, place);
  if (usual <= 0) return {};
  return static_cast<double>(missing) / usual;
}

void keep_nearer(std::optional<Near>& nearest, const Near& other) {
  if (!nearest || other.orders < nearest->orders) nearest = other;
}

}  // namespace

CustomerWhy why(const Analysis& analysis, std::size_t place) {
  const Program& program = analysis.program;
  CustomerFacts known(analysis);
  const Facts& facts = known.of(place);
  const Explainer explainer(program, analysis.book.table().digits);
  CustomerWhy result{.place = place,
                     .held_out = place < analysis.held_out.size() && analysis.held_out[place] != 0,
                     .rules = explainer.explain(facts),
                     .raises = explainer.raises(facts),
                     .tier = {},
                     .points = {}};
  if (!analysis.backtest) return result;
  StoryTeller teller(analysis.book, program, *analysis.backtest);
  const CustomerStory story = teller.of(analysis.customers[place].customer, Spending::never);
  result.tier = tier_outlook(analysis, story);
  result.points = points_outlook(analysis, story.ledger);
  return result;
}

std::vector<Near> nearly_there(const Analysis& analysis, double orders) {
  const Program& program = analysis.program;
  CustomerFacts known(analysis);
  const Explainer explainer(program, analysis.book.table().digits);
  const bool has_tiers =
      analysis.backtest && program.tiers && program.tiers->basis != TierBasis::points;
  std::optional<StoryTeller> teller;
  if (has_tiers) teller.emplace(analysis.book, program, *analysis.backtest);
  std::vector<Near> all;
  for (std::size_t place = 0; place < analysis.customers.size(); ++place) {
    // Whoever is held out would be given nothing for it.
    const bool is_held_out = place < analysis.held_out.size() && analysis.held_out[place] != 0;
    std::optional<Near> nearest;
    for (const Raise& raise :
         is_held_out ? std::vector<Raise>{} : explainer.raises(known.of(place))) {
      const Step& step = raise.way.steps.front();
      const auto distance = orders_of(analysis, place, step.effort, step.missing);
      if (!distance || *distance > orders) continue;
      keep_nearer(nearest, {.place = place,
                            .missed = Missed::reward,
                            .effort = step.effort,
                            .missing = step.missing,
                            .has = step.has,
                            .needed = step.needed,
                            .gain = raise.amount - analysis.awards[place],
                            .tier = 0,
                            .until = {},
                            .orders = *distance});
    }
    if (teller) {
      const auto outlook =
          tier_outlook(analysis, teller->of(analysis.customers[place].customer, Spending::never));
      if (outlook && outlook->to_next) {
        const Effort effort =
            program.tiers->basis == TierBasis::spend ? Effort::spend : Effort::orders;
        const auto distance = orders_of(analysis, place, effort, *outlook->to_next);
        if (distance && *distance <= orders)
          keep_nearer(nearest, {.place = place,
                                .missed = Missed::tier,
                                .effort = effort,
                                .missing = *outlook->to_next,
                                .has = outlook->amount,
                                .needed = outlook->amount + *outlook->to_next,
                                .gain = 0,
                                .tier = outlook->tier + 1,
                                .until = outlook->until,
                                .orders = *distance});
      }
    }
    if (nearest) all.push_back(*nearest);
  }
  std::sort(all.begin(), all.end(), [](const Near& a, const Near& b) {
    return a.orders != b.orders ? a.orders < b.orders : a.place < b.place;
  });
  return all;
}

CsvPiece write_nearly_there(const Analysis& analysis, const std::vector<Near>& all,
                            std::int64_t from) {
  const OrderTable& table = analysis.book.table();
  const auto shown = [&](const Near& near, std::optional<std::int64_t> units) {
    if (!units) return std::string();
    return near.effort == Effort::spend ? to_text(Money{*units}, table.digits)
                                        : std::to_string(*units);
  };
  return write_piece(
      "customer,name,missed,tier,gain,effort,missing,has,needed,until", from,
      static_cast<std::int64_t>(all.size()), [&](std::string& out, std::int64_t row) {
        const Near& near = all[static_cast<std::size_t>(row)];
        const CustomerId id = analysis.customers[near.place].customer;
        const bool is_tier = near.missed == Missed::tier;
        RowWriter writer(out);
        writer.text(table.customers.text(static_cast<std::int32_t>(id)))
            .text(label_of(table, id))
            .plain(kMissedWords[static_cast<std::size_t>(near.missed)])
            .text(is_tier ? analysis.program.tiers->steps[near.tier].name : std::string())
            .plain(is_tier ? std::string()
                   : analysis.program.unit == RewardUnit::money
                       ? to_text(Money{near.gain}, table.digits)
                       : std::to_string(near.gain))
            .plain(kEffortWords[static_cast<std::size_t>(near.effort)])
            .plain(shown(near, near.missing))
            .plain(shown(near, near.has))
            .plain(shown(near, near.needed))
            .plain(near.until ? to_text(*near.until) : std::string())
            .end();
      });
}

}  // namespace regulars
