#include "core/loyalty/coupons.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <queue>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "core/base/names.h"
#include "core/base/random.h"
#include "core/loyalty/amounts.h"

namespace regulars {
namespace {

constexpr std::size_t kLeastLength = 4;
constexpr double kRoom = 1000;  // codes for each one that is made: a collision stays rare

std::optional<std::size_t> place_of(char letter) {
  if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  const std::size_t found = kCodeLetters.find(letter);
  if (found == std::string_view::npos) return {};
  return found;
}

// Of a stream of its own for each counter, so that a code does not depend on the batch it is in.
std::string letters_of(const CodeOptions& options, std::uint64_t counter) {
  Rng rng(hash_of(std::to_string(options.seed) + ':' + std::to_string(counter)));
  std::string letters;
  for (std::size_t i = 0; i < options.length; ++i)
    letters += kCodeLetters[static_cast<std::size_t>(rng.below(kCodeLetters.size()))];
  return letters;
}

auto place_in_time(const CouponEvent& event) {
  return std::tie(event.at, event.code, event.kind, event.order, event.customer, event.expires);
}

// An offer while its events are told.
class Offer {
 public:
  explicit Offer(const CouponCaps& caps) : caps_(caps) {}

  void apply(const CouponEvent& event) {
    if (event.kind == CouponEventKind::issue) return issue(event);
    const auto found = by_code_.find(event.code);
    if (found == by_code_.end()) return note(event, CouponTrouble::unknown_code);
    Coupon& coupon = book_.coupons[found->second];
    lapse(coupon, event.at);
    switch (event.kind) {
      case CouponEventKind::reserve:
        return move(coupon, event, CouponState::open, CouponState::reserved);
      case CouponEventKind::release:
        return move(coupon, event, CouponState::reserved, CouponState::open);
      case CouponEventKind::redeem:
        return redeem(coupon, event);
      case CouponEventKind::cancel:
      case CouponEventKind::reopen:
        return change_use(coupon, event);
      default:
        return revoke(coupon, event);
    }
  }

  CouponBook finish(Instant as_of) {
    CouponCounts& counts = book_.counts;
    for (Coupon& coupon : book_.coupons) {
      lapse(coupon, as_of);
      ++counts.issued;
      ++(coupon.state == CouponState::open       ? counts.open
         : coupon.state == CouponState::reserved ? counts.reserved
         : coupon.state == CouponState::redeemed ? counts.redeemed
         : coupon.state == CouponState::expired  ? counts.expired
                                                 : counts.revoked);
    }
    return std::move(book_);
  }

 private:
  void note(const CouponEvent& event, CouponTrouble trouble) {
    book_.notes.push_back({event.at, trouble, event.code});
  }

  static void lapse(Coupon& coupon, Instant at) {
    const bool waits = coupon.state == CouponState::open || coupon.state == CouponState::reserved;
    if (waits && at >= coupon.expires) coupon.state = CouponState::expired;
  }

  void issue(const CouponEvent& event) {
    const auto [found, is_new] = by_code_.try_emplace(event.code, book_.coupons.size());
    if (is_new) {
      book_.coupons.push_back({.code = event.code,
                               .customer = event.customer,
                               .state = CouponState::open,
                               .expires = event.expires,
                               .uses = {}});
      return;
    }
    const Coupon& before = book_.coupons[found->second];
    if (before.customer != event.customer || before.expires != event.expires)
      note(event, CouponTrouble::issued_twice);
  }

  void move(Coupon& coupon, const CouponEvent& event, CouponState from, CouponState to) {
    if (coupon.state == from)
      coupon.state = to;
    else if (coupon.state != to)
      note(event, CouponTrouble::not_open);
  }

  bool is_over(const std::string& customer, std::int64_t more) const {
    const auto used = by_customer_.find(customer);
    const std::int64_t by_customer = used == by_customer_.end() ? 0 : used->second;
    return (caps_.in_all && book_.redemptions + more > *caps_.in_all) ||
           (caps_.per_customer && by_customer + more > *caps_.per_customer);
  }

  void count(const std::string& customer, std::int64_t uses) {
    book_.redemptions += uses;
    by_customer_[customer] += uses;
  }

  static Coupon::Use* use_of(Coupon& coupon, const std::string& order) {
    const auto found = std::find_if(coupon.uses.begin(), coupon.uses.end(),
                                    [&](const Coupon::Use& use) { return use.order == order; });
    return found == coupon.uses.end() ? nullptr : &*found;
  }

  void redeem(Coupon& coupon, const CouponEvent& event) {
    // Told again, be it after the order was cancelled.
    if (use_of(coupon, event.order) != nullptr) return;
    if (coupon.state != CouponState::open && coupon.state != CouponState::reserved)
      return note(event, CouponTrouble::not_open);
    if (!coupon.customer.empty() && coupon.customer != event.customer)
      return note(event, CouponTrouble::not_theirs);
    if (book_.has_stopped || is_over(event.customer, 1))
      return note(event, CouponTrouble::cap_reached);
    coupon.state = CouponState::redeemed;
    coupon.uses.push_back({event.order, event.customer, true});
    count(event.customer, 1);
  }

  void change_use(Coupon& coupon, const CouponEvent& event) {
    Coupon::Use* use = use_of(coupon, event.order);
    if (use == nullptr) return note(event, CouponTrouble::unknown_order);
    const bool counts = event.kind == CouponEventKind::reopen;
    if (use->counts == counts) return;
    const auto others = std::count_if(coupon.uses.begin(), coupon.uses.end(),
                                      [](const Coupon::Use& other) { return other.counts; });
    use->counts = counts;
    count(use->customer, counts ? 1 : -1);
    if (!counts) {
      if (others > 1) return;
      coupon.state = CouponState::open;
      return lapse(coupon, event.at);
    }
    // The customer was promised the discount: both orders have it, and nobody else.
    coupon.state = CouponState::redeemed;
    if (others == 0 && !is_over(use->customer, 0)) return;
    book_.has_stopped = true;
    note(event, CouponTrouble::over_cap);
  }

  void revoke(Coupon& coupon, const CouponEvent& event) {
    if (coupon.state == CouponState::open || coupon.state == CouponState::reserved)
      coupon.state = CouponState::revoked;
    else if (coupon.state != CouponState::revoked)
      note(event, CouponTrouble::not_open);
  }

  const CouponCaps& caps_;
  CouponBook book_;
  std::map<std::string, std::size_t> by_code_;
  std::map<std::string, std::int64_t> by_customer_;
};

}  // namespace

CodeBatch make_codes(std::size_t count, const CodeOptions& options,
                     std::span<const std::string> taken) {
  assert(options.length >= kLeastLength);
  assert(std::pow(static_cast<double>(kCodeLetters.size()), static_cast<double>(options.length)) >=
         kRoom * static_cast<double>(count + taken.size()));
  std::set<std::string> known(taken.begin(), taken.end());
  CodeBatch batch{.codes = {}, .next = options.first};
  while (batch.codes.size() < count) {
    std::string code = letters_of(options, batch.next++);
    code += check_letter(code);
    if (known.insert(code).second) batch.codes.push_back(std::move(code));
  }
  return batch;
}

char check_letter(std::string_view letters) {
  // Weights below a prime: a wrong letter changes the sum, and so do two that are not equal and
  // change places.
  const std::size_t base = kCodeLetters.size();
  std::size_t sum = 0;
  for (std::size_t i = 0; i < letters.size(); ++i)
    sum += (i % (base - 1) + 1) * place_of(letters[i]).value_or(0);
  return kCodeLetters[sum % base];
}

std::optional<std::string> read_code(std::string_view typed) {
  std::string code;
  for (const char letter : typed) {
    if (letter == ' ' || letter == '-') continue;
    const auto place = place_of(letter);
    if (!place) return {};
    code += kCodeLetters[*place];
  }
  if (code.size() <= kLeastLength) return {};
  const std::string_view letters = std::string_view(code).substr(0, code.size() - 1);
  if (check_letter(letters) != code.back()) return {};
  return code;
}

CouponBook follow_coupons(std::span<const CouponEvent> events, const CouponCaps& caps,
                          Instant as_of) {
  std::vector<const CouponEvent*> order;
  for (const CouponEvent& event : events)
    if (event.at <= as_of) order.push_back(&event);
  std::sort(order.begin(), order.end(), [](const CouponEvent* a, const CouponEvent* b) {
    return place_in_time(*a) < place_in_time(*b);
  });
  Offer offer(caps);
  const CouponEvent* last = nullptr;
  for (const CouponEvent* event : order) {
    if (last == nullptr || place_in_time(*last) != place_in_time(*event)) offer.apply(*event);
    last = event;
  }
  return offer.finish(as_of);
}

std::vector<std::int64_t> spend_budget(std::span<const BudgetRequest> requests, std::int64_t budget,
                                       Shortfall shortfall) {
  std::vector<std::size_t> order(requests.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto place = [](const BudgetRequest& one) {
      return std::tie(one.at, one.source, one.amount);
    };
    return place(requests[a]) < place(requests[b]);
  });
  std::vector<std::int64_t> granted(requests.size());
  using Return = std::pair<Instant, std::int64_t>;  // when, and how much
  std::priority_queue<Return, std::vector<Return>, std::greater<>> returns;
  std::int64_t left = budget;
  for (const std::size_t place : order) {
    const BudgetRequest& request = requests[place];
    for (; !returns.empty() && returns.top().first <= request.at; returns.pop())
      left += returns.top().second;
    granted[place] = request.amount <= left            ? request.amount
                     : shortfall == Shortfall::partial ? std::max<std::int64_t>(left, 0)
                                                       : 0;
    left -= granted[place];
    if (request.refunded) returns.emplace(*request.refunded, granted[place]);
  }
  return granted;
}

Money after_discounts(Money total, std::span<const PercentOff> discounts) {
  for (const PercentOff& discount : discounts)
    if (total >= discount.from && total.minor > 0)
      total -= Money{scaled(total.minor, discount.percent, 100, RoundingMode::half_up)};
  return total;
}

}  // namespace regulars
