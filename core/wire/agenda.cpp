#include "core/wire/agenda.h"

#include "core/wire/conduct.h"
#include "core/wire/optional.h"

namespace regulars::wire {

using nlohmann::json;

namespace {

json card_json(const Card& card, Date as_of) {
  json result{{"kind", kCardWords[static_cast<std::size_t>(card.kind)]},
              {"customers", card.places.size()},
              {"money", or_null(card.money)},
              {"money_of", kCardMoneyWords[static_cast<std::size_t>(card.money_of)]}};
  if (card.kind == CardKind::due_not_come) {
    result["one_time"] = card.one_time;
    result["due_in_all"] = card.due_in_all;
  }
  if (card.kind == CardKind::slipped_champions) {
    result["then"] = to_text(as_of + -kSlippedDays);
    result["times_usual"] = or_null(card.times_usual);
  }
  if (!card.cohort) return result;
  const CohortBelow& below = *card.cohort;
  result.update({{"cohort", below.name},
                 {"elder", below.elder},
                 {"from", to_text(below.from)},
                 {"to", to_text(below.to)},
                 {"window_days", below.window_days},
                 {"observed", below.customers},
                 {"repeat", below.repeat},
                 {"elder_observed", below.elder_customers},
                 {"elder_repeat", below.elder_repeat},
                 {"difference", below.difference.difference},
                 {"low", below.difference.low},
                 {"high", below.difference.high},
                 {"missing", below.missing}});
  return result;
}

}  // namespace

json this_week_json(const Analysis& analysis) {
  const Agenda& agenda = analysis.agenda;
  json cards = json::array();
  for (const Card& card : agenda.cards) cards.push_back(card_json(card, analysis.as_of));
  json unjudged = json::array();
  for (std::size_t i = 0; i < kCardKinds; ++i)
    if (agenda.reasons[i] != NoFigure::none)
      unjudged.push_back({{"kind", kCardWords[i]}, {"reason", reason_word(agenda.reasons[i])}});
  return {{"as_of", to_text(analysis.as_of)},
          {"cards", std::move(cards)},
          {"unjudged", std::move(unjudged)}};
}

}  // namespace regulars::wire
