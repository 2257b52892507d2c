#include "core/wire/giving.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/report/tables.h"
#include "core/wire/checked.h"
#include "core/wire/optional.h"

namespace regulars::wire {
namespace {

using nlohmann::json;

constexpr std::int64_t kMostMoney = 1'000'000'000'000;  // minor units
constexpr std::int64_t kMostDays = 36'525;

// A share above 0 and up to 1; nothing where the field is missing.
std::optional<double> share_in(CheckedObject& object, const char* field) {
  const json* value = object.find(field);
  if (value == nullptr || value->is_null()) return {};
  if (!value->is_number()) {
    object.fail(field);
    return {};
  }
  const double share = value->get<double>();
  if (!(share > 0 && share <= 1)) object.fail(field);
  return share;
}

json choice_json(const Choice& choice) {
  return {{"customers", choice.chosen.size()}, {"cost", choice.cost}, {"value", choice.value}};
}

}  // namespace

Result<GivingQuestion> giving_question(const json& document) {
  CheckedObject object(document, "");
  GivingQuestion question;
  GivingQuery& query = question.query;
  object.read("budget", query.budget, 0, kMostMoney);
  object.read("pause_days", query.pause_days, 0, kMostDays);
  object.read("limit", question.limit, 0, 1000);
  object.read("from", question.from, 0, INT64_MAX);
  query.margin = share_in(object, "margin");
  if (const json* offers = object.find("offers"); offers != nullptr && !offers->is_null()) {
    if (!offers->is_array() || offers->size() > kMaxOffers) {
      object.fail("offers");
    } else {
      for (std::size_t i = 0; i < offers->size() && !object.error(); ++i) {
        CheckedObject written((*offers)[i], "offers[" + std::to_string(i) + "]");
        RewardOffer offer;
        written.read("amount", offer.amount, 1, kMostMoney);
        if (offer.amount == 0) written.fail("amount");
        const auto effect = share_in(written, "effect");
        if (!effect) written.fail("effect");
        if (written.error()) return *written.error();
        offer.effect = *effect;
        query.offers.push_back(offer);
      }
    }
  }
  if (object.error()) return *object.error();
  return question;
}

json to_json(const Analysis& analysis, const Giving& giving, std::int64_t limit) {
  const OrderTable& table = analysis.book.table();
  json left_out = json::object();
  for (std::size_t i = 0; i < kNotGivenReasons; ++i)
    if (giving.left_out[i] > 0) left_out[std::string(kNotGivenWords[i])] = giving.left_out[i];
  json rows = json::array();
  const std::size_t most = std::min(giving.gifts.size(), static_cast<std::size_t>(limit));
  for (std::size_t i = 0; i < most; ++i) {
    const Gift& gift = giving.gifts[i];
    const GiftCandidate& candidate = giving.candidates[gift.candidate];
    const CustomerId id = analysis.customers[candidate.place].customer;
    rows.push_back({{"id", static_cast<std::int32_t>(id)},
                    {"customer", table.customers.text(static_cast<std::int32_t>(id))},
                    {"name", label_of(table, id)},
                    {"amount", giving.query.offers[gift.offer].amount},
                    {"probability_lost", candidate.probability_lost},
                    {"at_stake", candidate.margin_at_stake},
                    {"value", gift.value}});
  }
  json curve = json::array();
  for (const BudgetPoint& point : giving.curve) curve.push_back({point.budget, point.value});
  const Allotment& found = giving.allocation;
  json result{{"budget", giving.query.budget},
              {"margin", giving.margin},
              {"candidates", giving.candidates.size()},
              {"left_out", std::move(left_out)},
              {"chosen", choice_json(found.best)},
              {"greedy", choice_json(found.greedy)},
              {"proof", kProofWords[static_cast<std::size_t>(found.proof)]},
              {"gap", found.gap},
              {"shadow_price", found.shadow_price},
              {"break_even", or_null(giving.break_even)},
              {"curve", std::move(curve)},
              {"rows", std::move(rows)}};
  if (giving.reason != NoGiving::none)
    result["reason"] = kNoGivingWords[static_cast<std::size_t>(giving.reason)];
  return result;
}

}  // namespace regulars::wire
