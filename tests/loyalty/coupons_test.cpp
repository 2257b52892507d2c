#include "core/loyalty/coupons.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "tests/support/catch.h"

namespace regulars {

namespace {

CouponEvent event(CouponEventKind kind, Instant at, std::string code, std::string order = "",
                  std::string customer = "") {
  CouponEvent result;
  result.at = at;
  result.kind = kind;
  result.code = std::move(code);
  result.order = std::move(order);
  result.customer = std::move(customer);
  return result;
}

CouponEvent issue(Instant at, std::string code, Instant expires = kNever) {
  CouponEvent result = event(CouponEventKind::issue, at, std::move(code));
  result.expires = expires;
  return result;
}

CouponEvent redeem(Instant at, std::string code, std::string order, std::string customer = "anna") {
  return event(CouponEventKind::redeem, at, std::move(code), std::move(order), std::move(customer));
}

std::string troubles(const CouponBook& book) {
  std::string text;
  for (const CouponNote& note : book.notes)
    text += note.code + ' ' +
            std::string(kCouponTroubleWords[static_cast<std::size_t>(note.trouble)]) + '\n';
  return text;
}

CouponState state(const std::vector<CouponEvent>& events, Instant as_of) {
  return follow_coupons(events, {}, as_of).coupons.at(0).state;
}

std::int64_t sum(const CouponCounts& counts) {
  return counts.open + counts.reserved + counts.redeemed + counts.expired + counts.revoked;
}

BudgetRequest asks(Instant at, std::int64_t amount, std::optional<Instant> refunded = {}) {
  return {.at = at, .source = std::to_string(at), .amount = amount, .refunded = refunded};
}

}  // namespace

TEST_CASE("codes are the same for the same seed, and of safe letters", "[loyalty][coupons]") {
  const CodeBatch batch = make_codes(1000, {.seed = 42});
  CHECK(batch.codes == make_codes(1000, {.seed = 42}).codes);
  CHECK(batch.codes != make_codes(1000, {.seed = 43}).codes);
  CHECK(std::set<std::string>(batch.codes.begin(), batch.codes.end()).size() == 1000);
  for (const std::string& code : batch.codes) {
    CHECK(code.size() == kCodeLength + 1);
    CHECK(code.find_first_of("01OIL") == std::string::npos);
    CHECK(read_code(code) == code);
  }
  // A second batch goes on where the first one ended.
  const CodeBatch both = make_codes(1500, {.seed = 42});
  const CodeBatch second = make_codes(500, {.seed = 42, .first = batch.next});
  CHECK(std::equal(second.codes.begin(), second.codes.end(), both.codes.begin() + 1000));
  CHECK(second.next == both.next);
}

TEST_CASE("there are so many codes that none is guessed and few collide", "[loyalty][coupons]") {
  const double space = std::pow(static_cast<double>(kCodeLetters.size()), 10.0);
  CHECK(kCodeLetters.size() == 31);
  CHECK_THAT(space, WithinRel(8.196e14, 1e-3));
  CHECK_THAT(1e5 * 1e5 / 2 / space, WithinRel(6.1e-6, 1e-2));
  CHECK_THAT(1e5 / space, WithinRel(1.2e-10, 2e-2));
}

TEST_CASE("a code that is taken is not made again", "[loyalty][coupons]") {
  const CodeBatch first = make_codes(10, {.seed = 1});
  const CodeBatch again = make_codes(10, {.seed = 1}, first.codes);
  CHECK(again.next == 20);
  for (const std::string& code : again.codes)
    CHECK(std::find(first.codes.begin(), first.codes.end(), code) == first.codes.end());
}

TEST_CASE("every wrong letter and every swap of two is found out", "[loyalty][coupons]") {
  for (const std::string& code : make_codes(50, {.seed = 7}).codes) {
    for (std::size_t i = 0; i < code.size(); ++i) {
      for (const char letter : kCodeLetters) {
        std::string wrong = code;
        wrong[i] = letter;
        CHECK(read_code(wrong).has_value() == (letter == code[i]));
      }
      for (std::size_t j = i + 1; j < code.size(); ++j) {
        std::string swapped = code;
        std::swap(swapped[i], swapped[j]);
        CHECK(read_code(swapped).has_value() == (swapped == code));
      }
    }
  }
}

TEST_CASE("codes are read as people type them", "[loyalty][coupons]") {
  const std::string code = make_codes(1, {.seed = 9}).codes[0];
  std::string typed;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i % 4 == 0) typed += i % 8 == 0 ? " " : "-";
    const char letter = code[i];
    typed += letter >= 'A' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  CHECK(read_code(typed) == code);
  for (const char* wrong : {"", "-", "2222", "O0IL1", "22222!"}) CHECK_FALSE(read_code(wrong));
}

TEST_CASE("a coupon is issued, reserved and redeemed once", "[loyalty][coupons]") {
  const std::vector<CouponEvent> events{issue(1, "A"), event(CouponEventKind::reserve, 2, "A"),
                                        redeem(3, "A", "o1"), redeem(4, "A", "o2"),
                                        redeem(5, "B", "o3")};
  CHECK(state(events, 1) == CouponState::open);
  CHECK(state(events, 2) == CouponState::reserved);
  CHECK(state(events, 3) == CouponState::redeemed);
  const CouponBook book = follow_coupons(events, {}, 9);
  CHECK(troubles(book) == "A not_open\nB unknown_code\n");
  CHECK(book.redemptions == 1);
}

TEST_CASE("a basket that is left gives its coupon back", "[loyalty][coupons]") {
  const std::vector<CouponEvent> events{issue(1, "A", 10), event(CouponEventKind::reserve, 2, "A"),
                                        event(CouponEventKind::release, 3, "A")};
  CHECK(state(events, 3) == CouponState::open);
  CHECK(state(events, 9) == CouponState::open);
  CHECK(state(events, 10) == CouponState::expired);
}

TEST_CASE("a coupon is not redeemed at the instant at which it expires", "[loyalty][coupons]") {
  CHECK(state({issue(1, "A", 10), redeem(9, "A", "o")}, 20) == CouponState::redeemed);
  CHECK(state({issue(1, "A", 10), redeem(10, "A", "o")}, 20) == CouponState::expired);
  // Nor does it come back to life when its order is cancelled.
  CHECK(
      state({issue(1, "A", 10), redeem(9, "A", "o"), event(CouponEventKind::cancel, 12, "A", "o")},
            20) == CouponState::expired);
}

TEST_CASE("a coupon of somebody else is not taken, nor one that was revoked",
          "[loyalty][coupons]") {
  CouponEvent hers = issue(1, "A");
  hers.customer = "anna";
  CHECK(troubles(follow_coupons(std::vector<CouponEvent>{hers, redeem(2, "A", "o", "ben")}, {},
                                9)) == "A not_theirs\n");
  const std::vector<CouponEvent> revoked{issue(1, "A"), event(CouponEventKind::revoke, 2, "A"),
                                         redeem(3, "A", "o")};
  CHECK(state(revoked, 9) == CouponState::revoked);
  CHECK(troubles(follow_coupons(revoked, {}, 9)) == "A not_open\n");
}

TEST_CASE("caps hold, in all and for each customer", "[loyalty][coupons]") {
  const std::vector<CouponEvent> events{issue(1, "A"),        issue(1, "B"),
                                        issue(1, "C"),        redeem(2, "A", "o1"),
                                        redeem(3, "B", "o2"), redeem(4, "C", "o3", "ben")};
  const CouponBook each = follow_coupons(events, {.in_all = {}, .per_customer = 1}, 9);
  CHECK(troubles(each) == "B cap_reached\n");
  CHECK(each.redemptions == 2);
  const CouponBook all = follow_coupons(events, {.in_all = 1, .per_customer = {}}, 9);
  CHECK(troubles(all) == "B cap_reached\nC cap_reached\n");
  CHECK(all.counts.open == 2);
}

TEST_CASE("an order that counts again after its coupon was used elsewhere is honoured and flagged",
          "[loyalty][coupons]") {
  const std::vector<CouponEvent> events{issue(1, "A"),
                                        issue(1, "B"),
                                        redeem(2, "A", "o1"),
                                        event(CouponEventKind::cancel, 3, "A", "o1"),
                                        redeem(4, "A", "o2"),
                                        event(CouponEventKind::reopen, 5, "A", "o1"),
                                        redeem(6, "B", "o3", "ben")};
  const CouponBook book = follow_coupons(events, {.in_all = {}, .per_customer = 1}, 9);
  CHECK(troubles(book) == "A over_cap\nB cap_reached\n");
  CHECK(book.redemptions == 2);
  CHECK(book.has_stopped);
  CHECK(book.counts.issued == sum(book.counts));
  // Without the second order all is as it was.
  const std::vector<CouponEvent> simple{events[0], events[2], events[3], events[5]};
  const CouponBook fine = follow_coupons(simple, {.in_all = 1, .per_customer = 1}, 9);
  CHECK(fine.notes.empty());
  CHECK(fine.redemptions == 1);
}

TEST_CASE("coupons add up, however their rows come", "[loyalty][coupons][properties]") {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    std::vector<CouponEvent> events;
    for (int i = 0; i < 60; ++i) {
      CouponEvent one =
          event(static_cast<CouponEventKind>(rng.below(7)), static_cast<Instant>(rng.below(100)),
                std::string(1, static_cast<char>('A' + rng.below(8))), std::to_string(rng.below(6)),
                rng.below(2) == 0 ? "anna" : "ben");
      if (one.kind == CouponEventKind::issue) {
        one.at /= 4;
        one.customer = "";
        if (rng.below(2) == 0) one.expires = 50 + static_cast<Instant>(rng.below(60));
      }
      events.push_back(one);
    }
    CouponCaps caps;
    if (rng.below(2) == 0) caps.in_all = static_cast<std::int64_t>(rng.below(6));
    if (rng.below(2) == 0) caps.per_customer = static_cast<std::int64_t>(rng.below(3));
    const CouponBook book = follow_coupons(events, caps, 90);
    CHECK(book.counts.issued == sum(book.counts));
    CHECK(book.counts.issued == static_cast<std::int64_t>(book.coupons.size()));
    if (!book.has_stopped) {
      CHECK(book.redemptions == book.counts.redeemed);
      if (caps.in_all) CHECK(book.redemptions <= *caps.in_all);
    }
    std::vector<CouponEvent> others = events;
    others.insert(others.end(), events.begin(), events.end());
    for (std::size_t i = others.size(); i > 1; --i)
      std::swap(others[i - 1], others[static_cast<std::size_t>(rng.below(i))]);
    const CouponBook again = follow_coupons(others, caps, 90);
    CHECK(troubles(again) == troubles(book));
    CHECK(again.redemptions == book.redemptions);
    for (std::size_t i = 0; i < book.coupons.size(); ++i)
      CHECK(again.coupons[i].state == book.coupons[i].state);
  }
}

// The rows of the table of budgets in the reference.
TEST_CASE("a budget is spent in the order of time, whatever the order of rows",
          "[loyalty][coupons]") {
  const std::vector<BudgetRequest> requests{asks(1, 400), asks(2, 400), asks(3, 400)};
  CHECK(spend_budget(requests, 1000, Shortfall::skip) == std::vector<std::int64_t>{400, 400, 0});
  CHECK(spend_budget(requests, 1000, Shortfall::partial) ==
        std::vector<std::int64_t>{400, 400, 200});
  const std::vector<BudgetRequest> other{asks(3, 400), asks(1, 400), asks(2, 400)};
  CHECK(spend_budget(other, 1000, Shortfall::skip) == std::vector<std::int64_t>{0, 400, 400});
}

TEST_CASE("a refund gives a budget back to later requests, not to one that was skipped",
          "[loyalty][coupons]") {
  const std::vector<BudgetRequest> requests{asks(1, 400), asks(2, 400, 4), asks(3, 400),
                                            asks(5, 600), asks(6, 1)};
  CHECK(spend_budget(requests, 1000, Shortfall::skip) ==
        std::vector<std::int64_t>{400, 400, 0, 600, 0});
  CHECK(spend_budget({}, 1000, Shortfall::skip).empty());
}

// Voucherify's own scenarios: each discount on the amount that the one before left.
TEST_CASE("the order of discounts decides whether a condition still holds", "[loyalty][coupons]") {
  const PercentOff ten{.percent = 10, .from = {}};
  const PercentOff twenty{.percent = 20, .from = {100'00}};
  CHECK(after_discounts({105'00}, std::vector<PercentOff>{ten, twenty}) == Money{94'50});
  CHECK(after_discounts({105'00}, std::vector<PercentOff>{twenty}) == Money{84'00});
  CHECK(after_discounts({105'00}, std::vector<PercentOff>{twenty, ten}) == Money{75'60});
  CHECK(after_discounts({5}, std::vector<PercentOff>{{.percent = 100, .from = {}}}) == Money{0});
}

}  // namespace regulars
