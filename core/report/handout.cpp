#include "core/report/handout.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace regulars {
namespace {

constexpr SecondOfDay kNoon = 12 * 60 * 60;

// What the rules say of a customer, be they held out or not.
struct Wanted {
  std::int64_t amount = 0;  // 0 for whom they give nothing
  std::string rule;
};

bool is_held_out(const Analysis& analysis, std::size_t place) {
  return place < analysis.held_out.size() && analysis.held_out[place] != 0;
}

std::vector<Wanted> wanted_by(const Analysis& analysis) {
  std::vector<Wanted> wanted(analysis.customers.size());
  CustomerFacts facts(analysis);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (analysis.awards[i] <= 0 && !is_held_out(analysis, i)) continue;
    const Award said =
        award(analysis.program, facts.of(i), analysis.book.table().digits, {.explain = false});
    wanted[i].amount = said.amount;
    for (const Grant& grant : said.grants) {
      if (grant.granted != Truth::yes || grant.amount <= 0) continue;
      if (!wanted[i].rule.empty()) wanted[i].rule += '+';
      wanted[i].rule += analysis.program.rules[grant.rule].id;
    }
  }
  return wanted;
}

// Whoever was handed something, or would have been, within the days of rest before a day.
std::unordered_set<std::string_view> resting(const HandoutQuery& query, Date issued) {
  std::unordered_set<std::string_view> signs;  // looked up, never walked
  for (const HandedOut& one : query.earlier)
    if (one.on <= issued && issued.days - one.on.days < query.rest_days) signs.insert(one.customer);
  return signs;
}

// A code lives through the day on which its time is over. The noon of the day of issue stands for
// the whole of it, so that a month from 25 January ends with 25 February.
std::optional<Date> last_day_of(const Duration& life, Date issued) {
  if (life.unlimited) return {};
  const Instant end = end_of(life, instant_of({issued, kNoon}, Zone{}), Zone{});
  return day_of(end - 1, Zone{});
}

// A file of codes asks nothing of whom they are for; mail programs ask as their lists do.
AudienceQuery audience_for(const HandoutQuery& query, std::vector<std::string> signs) {
  AudienceQuery audience;
  audience.customers.signs = std::move(signs);
  audience.target = query.target == AudienceTarget::shopify ? AudienceTarget::plain : query.target;
  audience.unknown_consent = query.unknown_consent;
  return audience;
}

// A discount in an app's file is worth money; codes for points go into it bare.
bool is_discount(const Analysis& analysis, const HandoutQuery& query) {
  return query.target == AudienceTarget::shopify && analysis.program.unit == RewardUnit::money;
}

std::string_view header_of(const Analysis& analysis, const HandoutQuery& query, HandoutFile file) {
  const bool commas = query.target == AudienceTarget::excel && query.decimal == DecimalSign::comma;
  if (file == HandoutFile::codes) {
    // Shopify itself takes in no file of discounts; apps do. Source of the names: Gift Card
    // Factory, "Discount codes import from file"; Recharge, template of bulk discounts.
    if (is_discount(analysis, query))
      return "code,title,discount_type,discount_value,starts_at,ends_at,usage_limit";
    // Source: Klaviyo, "How to use coupon codes": one column is headed Coupon.
    return query.target == AudienceTarget::klaviyo ? "Coupon" : "code";
  }
  switch (query.target) {
    case AudienceTarget::mailchimp:
      return "Email Address,Coupon,Reward,Offer,Expires";
    case AudienceTarget::klaviyo:
      return "Email,Regulars Coupon,Regulars Reward,Regulars Offer,Regulars Expires";
    case AudienceTarget::excel:
      return commas ? "\xEF\xBB\xBF"
                      "customer;email;phone;offer;rule;reward;code;issued;expires"
                    : "\xEF\xBB\xBF"
                      "customer,email,phone,offer,rule,reward,code,issued,expires";
    case AudienceTarget::shopify:
    case AudienceTarget::plain:
      break;
  }
  return "customer,email,phone,offer,rule,reward,code,issued,expires";
}

void write_code(const Analysis& analysis, const HandoutQuery& query, const Handout& handout,
                const Handout::Row& row, const std::string& reward, const std::string& expires,
                std::string& out) {
  RowWriter writer(out);
  writer.plain(row.code);
  // Once each: a code is one customer's.
  if (is_discount(analysis, query))
    writer.text(query.offer)
        .plain("fixed")
        .plain(reward)
        .plain(to_text(handout.issued))
        .plain(expires)
        .plain("1");
  writer.end();
}

}  // namespace

Handout hand_out(const Analysis& analysis, const HandoutQuery& query) {
  Handout handout;
  handout.issued = query.issued.value_or(analysis.as_of);
  handout.last_day = last_day_of(query.life, handout.issued);
  for (const std::string_view sign : lasting_signs(analysis)) handout.signs.emplace_back(sign);
  const auto wanted = wanted_by(analysis);
  const auto rest = resting(query, handout.issued);
  const Names& names = analysis.book.table().customers;
  std::vector<std::string> signs;
  for (std::size_t i = 0; i < analysis.customers.size(); ++i) {
    if (wanted[i].amount <= 0) continue;
    ++handout.rewarded;
    if (rest.find(handout.signs[i]) != rest.end())
      ++handout.too_soon;
    else
      signs.emplace_back(names.text(static_cast<std::int32_t>(analysis.customers[i].customer)));
  }
  const Audience audience = choose_audience(analysis, audience_for(query, std::move(signs)));
  handout.left_out = audience.left_out;
  for (const Audience::Member& member : audience.members) {
    const auto place = static_cast<std::size_t>(member.place);
    const Wanted& one = wanted[place];
    const bool is_out = is_held_out(analysis, place);
    (is_out ? handout.held_out : handout.given)
        .push_back({member.place, one.amount, one.rule, {}, member.contact});
    if (is_out) continue;
    handout.amount += one.amount;
    if (member.contact.consent == Consent::unknown) ++handout.unknown_consent;
  }

  std::vector<std::string> taken;
  for (const HandedOut& one : query.earlier)
    if (!one.code.empty()) taken.push_back(one.code);
  CodeBatch batch = make_codes(handout.given.size(), query.codes, taken);
  for (std::size_t i = 0; i < handout.given.size(); ++i)
    handout.given[i].code = std::move(batch.codes[i]);
  handout.next_code = batch.next;
  return handout;
}

HandoutOutcome outcome_of(const Analysis& analysis, const std::vector<HandedOut>& handed_out,
                          Date on, std::int32_t days) {
  HandoutOutcome outcome;
  const OrderBook& book = analysis.book;
  const Names& names = book.table().customers;
  std::unordered_map<std::string_view, std::size_t> places;  // looked up, never walked
  const std::vector<std::string_view> signs = lasting_signs(analysis);
  for (std::size_t i = 0; i < signs.size(); ++i) places.emplace(signs[i], i);
  const auto place_of_sign = [&](std::string_view sign) -> std::optional<std::size_t> {
    const auto found = places.find(sign);
    if (found != places.end()) return found->second;
    // The address became known after it was written down under another sign.
    const std::int32_t known = names.find(sign);
    return known < 0 ? std::nullopt : place_of(analysis, book.person(known));
  };
  const auto has_ordered = [&](std::size_t place) {
    const auto history = book.history(analysis.customers[place].customer);
    return std::any_of(history.begin(), history.end(), [&](std::int32_t order) {
      const Date day = book.day_of(order);
      return book.status_of(order) == LineStatus::counted && day > on && day - on <= days;
    });
  };
  for (const HandedOut& one : handed_out) {
    const auto place = place_of_sign(one.customer);
    if (!place) {
      ++outcome.unknown;
      continue;
    }
    OrderedAgain& group = one.code.empty() ? outcome.held_out : outcome.given;
    ++group.customers;
    if (has_ordered(*place)) ++group.ordered;
  }
  const OrderedAgain& given = outcome.given;
  const OrderedAgain& held_out = outcome.held_out;
  if (analysis.as_of - on < days)
    outcome.reason = NoEffect::too_early;
  else if (held_out.customers == 0)
    outcome.reason = NoEffect::nobody_held_out;
  else if (std::min(given.customers, held_out.customers) < kLeastCompared)
    outcome.reason = NoEffect::too_little_data;
  else
    outcome.difference =
        compare_rates(given.ordered, given.customers, held_out.ordered, held_out.customers);
  return outcome;
}

CsvPiece write_handout(const Analysis& analysis, const HandoutQuery& query, const Handout& handout,
                       HandoutFile file, std::int64_t from) {
  const OrderTable& table = analysis.book.table();
  const bool commas = query.target == AudienceTarget::excel && query.decimal == DecimalSign::comma;
  const std::string expires = handout.last_day ? to_text(*handout.last_day) : std::string();
  return write_piece(
      header_of(analysis, query, file), from, static_cast<std::int64_t>(handout.given.size()),
      [&](std::string& out, std::int64_t place) {
        const Handout::Row& row = handout.given[static_cast<std::size_t>(place)];
        std::string reward = analysis.program.unit == RewardUnit::money
                                 ? to_text(Money{row.amount}, table.digits)
                                 : std::to_string(row.amount);
        if (file == HandoutFile::codes)
          return write_code(analysis, query, handout, row, reward, expires, out);
        if (commas) std::replace(reward.begin(), reward.end(), '.', ',');
        RowWriter writer(out, commas ? ';' : ',');
        if (query.target == AudienceTarget::mailchimp || query.target == AudienceTarget::klaviyo) {
          writer.text(row.contact.email).plain(row.code).plain(reward);
          writer.text(query.offer).plain(expires).end();
          return;
        }
        const CustomerId customer =
            analysis.customers[static_cast<std::size_t>(row.place)].customer;
        writer.text(table.customers.text(static_cast<std::int32_t>(customer)))
            .text(row.contact.email)
            .text(row.contact.phone)
            .text(query.offer)
            .text(row.rule)
            .plain(reward)
            .plain(row.code)
            .plain(to_text(handout.issued))
            .plain(expires);
        writer.end();
      });
}

}  // namespace regulars
