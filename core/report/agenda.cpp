#include "core/report/agenda.h"

#include <algorithm>

#include "core/stats/describe.h"

namespace regulars {
namespace {

constexpr std::int32_t kYear = 365;
constexpr std::size_t kFewestScored = 5;  // fifths need as many

// The kinds judge customers: of nobody, or of too few, they say so.
NoFigure missing_in(const AgendaSources& shop) {
  return shop.book.table().has_customers ? NoFigure::too_little_data : NoFigure::no_customer_column;
}

std::optional<double> money_or_nothing(const AgendaSources& shop, double minor) {
  return shop.book.table().has_amounts ? std::optional(minor) : std::nullopt;
}

// What a customer's next order will bring, in minor units. Without a model of spend the mean of the
// orders so far stands for it, with one order more that is worth the mean of the shop.
class NextOrder {
 public:
  explicit NextOrder(const AgendaSources& shop) : shop_(shop) {
    double revenue = 0;
    double orders = 0;
    for (const Summary& one : shop.customers) {
      revenue += static_cast<double>(one.revenue.minor);
      orders += one.orders;
    }
    if (orders > 0) mean_ = std::max(0.0, revenue / orders);
  }
  double of(const Summary& one) const {
    const SpendFit& spend = shop_.foresight.spend;
    if (is_fitted(spend.report.status))
      return minor_units(spend.model.expected_value({one.frequency, one.value}),
                         shop_.book.table().digits);
    const double brought = static_cast<double>(one.revenue.minor) + mean_;
    return std::max(0.0, brought / (one.orders + 1));
  }

 private:
  const AgendaSources& shop_;
  double mean_ = 0;
};

void add_due(Agenda& agenda, const AgendaSources& shop) {
  if (!shop.rhythms.knows_gaps && !shop.rhythms.knows_returns) {
    agenda.reasons[static_cast<std::size_t>(CardKind::due_not_come)] = missing_in(shop);
    return;
  }
  const NextOrder next(shop);
  Card card{.kind = CardKind::due_not_come, .money_of = CardMoney::next_orders};
  double money = 0;
  for (std::size_t i = 0; i < shop.customers.size(); ++i) {
    const Rhythm& rhythm = shop.rhythms.customers[i];
    if (rhythm.state != RhythmState::due) continue;
    ++card.due_in_all;
    if (shop.customers[i].days_since_last - rhythm.pace.usual > kNewlyDueDays) continue;
    card.places.push_back(static_cast<std::int32_t>(i));
    card.one_time += shop.customers[i].frequency == 0;
    money += next.of(shop.customers[i]);
  }
  card.money = money_or_nothing(shop, money);
  if (!card.places.empty()) agenda.cards.push_back(std::move(card));
}

// The customers of that day with what R and F are made of, and their places today.
struct Then {
  std::vector<Summary> customers;
  std::vector<std::int32_t> places;
};

Then customers_of(const AgendaSources& shop, Date day) {
  Then then;
  then.customers.reserve(shop.customers.size());
  then.places.reserve(shop.customers.size());
  for (std::size_t i = 0; i < shop.customers.size(); ++i) {
    if (shop.customers[i].first > day) continue;
    Summary one;
    for (const OrderDay& at : shop.days.of(i)) {
      if (at.day > day) break;
      if (at.orders == 0) continue;
      one.orders += at.orders;
      one.last = at.day;
    }
    one.days_since_last = day - one.last;
    then.customers.push_back(one);
    then.places.push_back(static_cast<std::int32_t>(i));
  }
  return then;
}

bool is_champion(const RfmScore& score) {
  return segment_of(score.r, score.f) == Segment::champions;
}

double brought_since(std::span<const OrderDay> days, Date after) {
  double minor = 0;
  for (const OrderDay& day : days)
    if (day.day > after) minor += static_cast<double>(day.net.minor);
  return minor;
}

void add_champions(Agenda& agenda, const AgendaSources& shop) {
  const Then then = customers_of(shop, shop.as_of + -kSlippedDays);
  if (then.customers.size() < kFewestScored) {
    agenda.reasons[static_cast<std::size_t>(CardKind::slipped_champions)] = missing_in(shop);
    return;
  }
  const RfmScores scores = score_by(then.customers, shop.book.table().digits, shop.rfm_options);
  Card card{.kind = CardKind::slipped_champions, .money_of = CardMoney::last_365_days};
  std::vector<double> times;
  double money = 0;
  for (std::size_t at = 0; at < then.places.size(); ++at) {
    if (!is_champion(scores.scores[at])) continue;
    const auto i = static_cast<std::size_t>(then.places[at]);
    const Rhythm& rhythm = shop.rhythms.customers[i];
    const bool late = rhythm.state == RhythmState::overdue || rhythm.state == RhythmState::lapsed;
    if (!late && is_champion(shop.rfm.scores[i])) continue;
    card.places.push_back(then.places[at]);
    money += brought_since(shop.days.of(i), shop.as_of + -kYear);
    if (rhythm.pace.usual > 0)
      times.push_back(static_cast<double>(shop.customers[i].days_since_last) / rhythm.pace.usual);
  }
  card.money = money_or_nothing(shop, money);
  card.times_usual = median(std::move(times));
  if (!card.places.empty()) agenda.cards.push_back(std::move(card));
}

// Who came back in time, of those who began in each period.
struct Begun {
  std::int64_t customers = 0;
  std::int64_t repeat = 0;
};

void add_cohort(Agenda& agenda, const AgendaSources& shop) {
  constexpr auto kind = static_cast<std::size_t>(CardKind::cohort_below_elder);
  agenda.reasons[kind] = missing_in(shop);
  if (shop.customers.empty()) return;
  Date first = shop.as_of;
  for (const Summary& one : shop.customers) first = std::min(first, one.first);
  const Periods periods(first, shop.as_of, shop.cohorts.period);
  const std::int32_t window = shop.cohorts.window_days;
  std::vector<Begun> begun(static_cast<std::size_t>(periods.count()));
  double second_orders = 0;
  double second_money = 0;
  for (std::size_t i = 0; i < shop.customers.size(); ++i) {
    Begun& one = begun[static_cast<std::size_t>(periods.place(shop.customers[i].first))];
    ++one.customers;
    const std::int32_t after = days_to_second(shop.days.of(i));
    if (after < 0) continue;
    one.repeat += after <= window;
    ++second_orders;
    for (const OrderDay& day : shop.days.of(i))
      if (day.day == shop.customers[i].first + after)
        second_money += static_cast<double>(day.net.minor);
  }
  // The youngest of which all have lived through the window, and the next older one with anybody.
  std::vector<std::int32_t> mature;
  for (std::int32_t at = periods.count() - 1; at >= 0 && mature.size() < 2; --at)
    if (periods.to(at) + window <= shop.as_of && begun[static_cast<std::size_t>(at)].customers > 0)
      mature.push_back(at);
  if (mature.size() < 2) return;
  agenda.reasons[kind] = NoFigure::none;
  const Begun& young = begun[static_cast<std::size_t>(mature[0])];
  const Begun& elder = begun[static_cast<std::size_t>(mature[1])];
  const auto difference =
      compare_rates(young.repeat, young.customers, elder.repeat, elder.customers);
  if (!difference || difference->high >= 0) return;
  CohortBelow below{.from = periods.from(mature[0]),
                    .to = periods.to(mature[0]),
                    .name = periods.name(mature[0]),
                    .elder = periods.name(mature[1]),
                    .window_days = window,
                    .customers = young.customers,
                    .repeat = young.repeat,
                    .elder_customers = elder.customers,
                    .elder_repeat = elder.repeat,
                    .difference = *difference,
                    .missing = -difference->difference * static_cast<double>(young.customers)};
  Card card{.kind = CardKind::cohort_below_elder, .money_of = CardMoney::missing_second_orders};
  for (std::size_t i = 0; i < shop.customers.size(); ++i) {
    const Summary& one = shop.customers[i];
    if (one.first >= below.from && one.first <= below.to && one.frequency == 0)
      card.places.push_back(static_cast<std::int32_t>(i));
  }
  if (card.places.empty()) return;
  if (second_orders > 0)
    card.money = money_or_nothing(shop, below.missing * second_money / second_orders);
  card.cohort = std::move(below);
  agenda.cards.push_back(std::move(card));
}

}  // namespace

const Card* Agenda::of(CardKind kind) const {
  const auto found =
      std::find_if(cards.begin(), cards.end(), [&](const Card& card) { return card.kind == kind; });
  return found == cards.end() ? nullptr : &*found;
}

Agenda agenda_of(const AgendaSources& shop) {
  Agenda agenda;
  add_due(agenda, shop);
  add_champions(agenda, shop);
  add_cohort(agenda, shop);
  return agenda;
}

}  // namespace regulars
