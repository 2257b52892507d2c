#include "core/report/giving.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/base/money.h"
#include "core/report/audience.h"
#include "core/report/tables.h"

namespace regulars {
namespace {

// What a customer brings if kept is what is expected over the chance of being there. Below this
// chance the quotient rests on the model's tail.
constexpr double kLeastAlive = 0.05;
constexpr std::size_t kCurvePoints = 60;

// Who was given a reward in the days up to as_of, by place.
std::vector<std::uint8_t> rewarded_within(const Analysis& analysis, std::int64_t days) {
  std::vector<std::uint8_t> rewarded(analysis.customers.size(), 0);
  const Rewards& rewards = analysis.book.table().others.rewards;
  const std::int64_t first = static_cast<std::int64_t>(analysis.as_of.days) - days;
  for (std::size_t i = 0; i < rewards.size(); ++i) {
    const std::int32_t day = rewards.day[i];
    if (rewards.customer[i] < 0 || day <= first || day > analysis.as_of.days) continue;
    const CustomerId person = analysis.book.person(rewards.customer[i]);
    if (const auto place = place_of(analysis, person)) rewarded[*place] = 1;
  }
  return rewarded;
}

void find_candidates(const Analysis& analysis, Giving& giving) {
  const std::vector<Contact> contacts = contacts_of(analysis);
  const std::vector<std::uint8_t> rewarded = rewarded_within(analysis, giving.query.pause_days);
  const int digits = analysis.book.table().digits;
  const auto leave_out = [&](NotGiven reason) {
    ++giving.left_out[static_cast<std::size_t>(reason)];
  };
  for (std::size_t place = 0; place < analysis.customers.size(); ++place) {
    const Lifetime* future = analysis.foresight.of(place);
    if (contacts[place].consent == Consent::no) {
      leave_out(NotGiven::consent_refused);
    } else if (place < analysis.held_out.size() && analysis.held_out[place] != 0) {
      leave_out(NotGiven::held_out);
    } else if (rewarded[place] != 0) {
      leave_out(NotGiven::rewarded);
    } else if (future == nullptr || !std::isfinite(future->value)) {
      leave_out(NotGiven::no_forecast);
    } else if (future->probability_alive < kLeastAlive) {
      leave_out(NotGiven::gone);
    } else {
      const double lost = 1 - future->probability_alive;
      const double kept = minor_units(future->value / future->probability_alive, digits);
      giving.candidates.push_back({place, lost, kept, lost * kept * giving.margin});
    }
  }
}

NoGiving reason_against(const Analysis& analysis, const GivingQuery& query) {
  if (!analysis.book.table().has_amounts) return NoGiving::no_amounts;
  if (!analysis.foresight.has_values()) return NoGiving::no_forecast;
  if (!query.margin && !analysis.program.margin) return NoGiving::no_margin;
  return NoGiving::none;
}

}  // namespace

Giving give(const Analysis& analysis, const GivingQuery& query) {
  Giving giving;
  giving.query = query;
  giving.reason = reason_against(analysis, query);
  if (giving.reason != NoGiving::none) return giving;
  giving.margin = query.margin ? *query.margin : *analysis.program.margin;
  find_candidates(analysis, giving);
  std::vector<RewardOption> options;
  for (std::size_t i = 0; i < giving.candidates.size(); ++i)
    for (std::size_t j = 0; j < query.offers.size(); ++j) {
      const RewardOffer& offer = query.offers[j];
      options.push_back({static_cast<std::int32_t>(i), static_cast<std::int32_t>(j), offer.amount,
                         giving.candidates[i].margin_at_stake * offer.effect -
                             static_cast<double>(offer.amount)});
    }
  giving.allocation = allocate(options, query.budget);
  giving.curve = budget_curve(options, kCurvePoints);
  double brought = 0;
  for (const std::size_t place : giving.allocation.best.chosen) {
    const RewardOption& option = options[place];
    giving.gifts.push_back({static_cast<std::size_t>(option.customer),
                            static_cast<std::size_t>(option.option), option.value});
    brought += option.value + static_cast<double>(option.cost);
  }
  if (brought > 0) giving.break_even = static_cast<double>(giving.allocation.best.cost) / brought;
  std::sort(giving.gifts.begin(), giving.gifts.end(), [](const Gift& a, const Gift& b) {
    return a.value != b.value ? a.value > b.value : a.candidate < b.candidate;
  });
  return giving;
}

CsvPiece write_gifts(const Analysis& analysis, const Giving& giving, std::int64_t from) {
  const OrderTable& table = analysis.book.table();
  const auto money = [&](double minor) {
    return to_text(Money{std::llround(minor)}, table.digits);
  };
  return write_piece("customer,name,reward,probability_lost,margin_at_stake,expected_gain", from,
                     static_cast<std::int64_t>(giving.gifts.size()),
                     [&](std::string& out, std::int64_t row) {
                       const Gift& gift = giving.gifts[static_cast<std::size_t>(row)];
                       const GiftCandidate& candidate = giving.candidates[gift.candidate];
                       const CustomerId id = analysis.customers[candidate.place].customer;
                       const RewardOffer& offer = giving.query.offers[gift.offer];
                       RowWriter writer(out);
                       writer.text(table.customers.text(static_cast<std::int32_t>(id)))
                           .text(label_of(table, id))
                           .plain(to_text(Money{offer.amount}, table.digits))
                           .plain(to_text(Money{std::llround(candidate.probability_lost * 1e4)}, 4))
                           .plain(money(candidate.margin_at_stake))
                           .plain(money(gift.value))
                           .end();
                     });
}

}  // namespace regulars
