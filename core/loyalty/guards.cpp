#include "core/loyalty/guards.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "core/data/fold.h"
#include "core/data/identity.h"

namespace regulars {
namespace {

constexpr Instant kSecondsOfHour = 3'600;
constexpr double kSecondsOfDay = 86'400;

// What a member can be reached by, in one spelling of each.
struct Reach {
  std::string box;
  std::string phone;
  std::string address;
};

Reach reach_of(const GuardedMember& member) {
  return {box_of(member.email), normal_phone(member.phone), folded(member.address)};
}

std::string_view domain_of(std::string_view box) {
  const std::size_t at = box.rfind('@');
  return at == std::string_view::npos ? std::string_view{} : box.substr(at + 1);
}

using Flags = std::vector<GuardFlag>;

// Members of whom one text is the same.
void find_shared(Flags& flags, const std::vector<Reach>& reaches, std::string Reach::*text,
                 GuardSign sign) {
  std::map<std::string_view, std::vector<std::int32_t>> by_text;
  for (std::size_t i = 0; i < reaches.size(); ++i)
    if (!(reaches[i].*text).empty())
      by_text[reaches[i].*text].push_back(static_cast<std::int32_t>(i));
  for (const auto& [shared, members] : by_text) {
    if (members.size() < 2) continue;
    for (const std::int32_t member : members) {
      GuardFlag flag{.member = member, .sign = sign, .others = members, .count = 0};
      flag.others.erase(std::find(flag.others.begin(), flag.others.end(), member));
      flags.push_back(std::move(flag));
    }
  }
}

void find_referrals(Flags& flags, const GuardCase& what, const std::vector<Reach>& reaches) {
  const auto is_same = [](const std::string& a, const std::string& b) {
    return !a.empty() && a == b;
  };
  for (const Referral& referral : what.referrals) {
    const Reach& one = reaches[static_cast<std::size_t>(referral.referrer)];
    const Reach& other = reaches[static_cast<std::size_t>(referral.referee)];
    if (referral.referrer == referral.referee || is_same(one.box, other.box) ||
        is_same(one.phone, other.phone) || is_same(one.address, other.address))
      flags.push_back({.member = referral.referrer,
                       .sign = GuardSign::referred_self,
                       .others = {referral.referee},
                       .count = 0});
  }
}

// The points of one member in the order of time.
struct Points {
  std::map<std::string_view, Instant> earned;  // by order: when first
  std::vector<Instant> spent;
  std::map<std::string_view, Instant> refunded;  // by order: when last
};

void find_in_points(Flags& flags, const GuardCase& what, const GuardPolicy& policy) {
  std::map<std::string_view, std::int32_t> places;
  for (std::size_t i = 0; i < what.members.size(); ++i)
    places.emplace(what.members[i].name, static_cast<std::int32_t>(i));
  std::map<std::int32_t, Points> all;
  std::map<std::string_view, std::int32_t> owner_of;  // of an order that earned
  for (const LedgerEvent& event : what.points) {
    const auto place = places.find(event.member);
    if (place == places.end()) continue;
    if (event.kind == LedgerEventKind::spend) all[place->second].spent.push_back(event.at);
    if (event.kind != LedgerEventKind::earn) continue;
    owner_of[event.target] = place->second;
    auto& earned = all[place->second].earned;
    const auto [known, is_new] = earned.try_emplace(event.target, event.at);
    if (!is_new) known->second = std::min(known->second, event.at);
  }
  for (const LedgerEvent& event : what.points) {
    const auto owner = owner_of.find(event.target);
    if (event.kind != LedgerEventKind::refund || owner == owner_of.end()) continue;
    Instant& last = all[owner->second].refunded.try_emplace(event.target, event.at).first->second;
    last = std::max(last, event.at);
  }
  for (const auto& [member, points] : all) {
    std::int64_t loops = 0;
    for (const auto& [order, refunded] : points.refunded) {
      const Instant earned = points.earned.at(order);
      loops += std::any_of(points.spent.begin(), points.spent.end(),
                           [&, until = refunded](Instant at) { return earned <= at && at < until; })
                   ? 1
                   : 0;
    }
    if (loops >= policy.loops)
      flags.push_back(
          {.member = member, .sign = GuardSign::refund_loop, .others = {}, .count = loops});
    const auto& joined = what.members[static_cast<std::size_t>(member)].joined;
    if (!joined) continue;
    const auto early = std::count_if(points.spent.begin(), points.spent.end(), [&](Instant at) {
      return at >= *joined && at - *joined < policy.early_hours * kSecondsOfHour;
    });
    if (early > 0)
      flags.push_back(
          {.member = member, .sign = GuardSign::early_redemption, .others = {}, .count = early});
  }
}

// A member's own rate is that of all days from the first order to the last, promotions left out.
void find_rushes(Flags& flags, const GuardCase& what, const GuardPolicy& policy) {
  std::vector<std::vector<Instant>> orders(what.members.size());
  for (const GuardedOrder& order : what.orders)
    orders[static_cast<std::size_t>(order.member)].push_back(order.at);
  for (std::size_t i = 0; i < orders.size(); ++i) {
    if (orders[i].empty()) continue;
    const auto [first, last] = std::minmax_element(orders[i].begin(), orders[i].end());
    double outside = static_cast<double>(*last - *first);
    std::int64_t ordered_outside = static_cast<std::int64_t>(orders[i].size());
    for (const Promotion& promotion : what.promotions) {
      outside -= static_cast<double>(
          std::max<Instant>(0, std::min(promotion.to, *last) - std::max(promotion.from, *first)));
      ordered_outside -= std::count_if(orders[i].begin(), orders[i].end(), [&](Instant at) {
        return promotion.from <= at && at < promotion.to;
      });
    }
    // Of whoever bought in promotions alone there is no rate of their own.
    if (ordered_outside < 2 || outside < kSecondsOfDay) continue;
    const double rate = static_cast<double>(ordered_outside) / outside;
    for (const Promotion& promotion : what.promotions) {
      const auto within = std::count_if(orders[i].begin(), orders[i].end(), [&](Instant at) {
        return promotion.from <= at && at < promotion.to;
      });
      const auto expected = rate * static_cast<double>(promotion.to - promotion.from);
      if (within < policy.rush_orders || static_cast<double>(within) <= policy.rush * expected)
        continue;
      flags.push_back({.member = static_cast<std::int32_t>(i),
                       .sign = GuardSign::promotion_rush,
                       .others = {},
                       .count = within});
      break;
    }
  }
}

void find_staff(Flags& flags, const std::vector<Reach>& reaches, const GuardPolicy& policy) {
  const auto& domains = policy.staff_domains;
  for (std::size_t i = 0; i < reaches.size(); ++i)
    if (std::find(domains.begin(), domains.end(), domain_of(reaches[i].box)) != domains.end())
      flags.push_back({.member = static_cast<std::int32_t>(i),
                       .sign = GuardSign::staff,
                       .others = {},
                       .count = 0});
}

}  // namespace

std::string box_of(std::string_view email) {
  std::string box = normal_email(email);
  const std::size_t at = box.rfind('@');
  if (at == std::string::npos) return {};
  const std::string domain = box.substr(at + 1);
  std::string name = box.substr(0, std::min(at, box.find('+')));
  // Google's mail has no dots in its names, whoever writes them.
  if (domain == "gmail.com" || domain == "googlemail.com") {
    name.erase(std::remove(name.begin(), name.end(), '.'), name.end());
    return name + "@gmail.com";
  }
  return name + '@' + domain;
}

std::vector<GuardFlag> look_for_misuse(const GuardCase& what, const GuardPolicy& policy) {
  std::vector<Reach> reaches;
  reaches.reserve(what.members.size());
  for (const GuardedMember& member : what.members) reaches.push_back(reach_of(member));
  Flags flags;
  find_shared(flags, reaches, &Reach::phone, GuardSign::shared_phone);
  find_shared(flags, reaches, &Reach::address, GuardSign::shared_address);
  find_shared(flags, reaches, &Reach::box, GuardSign::shared_email);
  find_referrals(flags, what, reaches);
  find_in_points(flags, what, policy);
  find_rushes(flags, what, policy);
  find_staff(flags, reaches, policy);
  std::stable_sort(flags.begin(), flags.end(), [](const GuardFlag& a, const GuardFlag& b) {
    return std::tie(a.member, a.sign) < std::tie(b.member, b.sign);
  });
  return flags;
}

}  // namespace regulars
