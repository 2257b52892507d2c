#include "core/loyalty/guards.h"

#include "tests/support/catch.h"

namespace regulars {
namespace {

constexpr Instant kHour = 3'600;
constexpr Instant kDay = 24 * kHour;

std::vector<std::string> told(const GuardCase& what, const GuardPolicy& policy = {}) {
  std::vector<std::string> lines;
  for (const GuardFlag& flag : look_for_misuse(what, policy)) {
    std::string line = std::to_string(flag.member) + " " +
                       std::string(kGuardSignWords[static_cast<std::size_t>(flag.sign)]);
    for (const std::int32_t other : flag.others) line += " " + std::to_string(other);
    if (flag.count > 0) line += " x" + std::to_string(flag.count);
    lines.push_back(line);
  }
  return lines;
}

GuardedMember member(std::string_view name, std::string_view email, std::string_view phone = "",
                     std::string_view address = "", std::optional<Instant> joined = {}) {
  return {name, email, phone, address, joined};
}

LedgerEvent event(LedgerEventKind kind, Instant at, std::string_view who, std::string_view order) {
  LedgerEvent one;
  one.kind = kind;
  one.at = at;
  one.member = who;
  one.target = order;
  one.source = order;
  return one;
}

}  // namespace

TEST_CASE("one box has one spelling, and other people's dots count", "[guards]") {
  CHECK(box_of("Ann.Lee+shop@gmail.com") == "annlee@gmail.com");
  CHECK(box_of("annlee@googlemail.com") == "annlee@gmail.com");
  CHECK(box_of("ann.lee+shop@example.org") == "ann.lee@example.org");
  CHECK(box_of("ann.lee@example.org") != box_of("annlee@example.org"));
  CHECK(box_of("no address").empty());
  CHECK(box_of("").empty());
}

TEST_CASE("members who share a box, a telephone or an address are told with whom", "[guards]") {
  const std::vector<GuardedMember> members{
      member("a", "ann.lee@gmail.com", "+49 170 1234567", "Lime Street 4, Ulm"),
      member("b", "annlee+2@gmail.com", "", "LIME  STREET 4, ULM"),
      member("c", "c@example.org", "0049 170 1234567"), member("d", "")};
  CHECK(told({.members = members}) ==
        std::vector<std::string>{"0 shared_phone 2", "0 shared_address 1", "0 shared_email 1",
                                 "1 shared_address 0", "1 shared_email 0", "2 shared_phone 0"});
  CHECK(told({}).empty());
}

TEST_CASE("who brings somebody with the same address brought themselves", "[guards]") {
  const std::vector<GuardedMember> members{member("a", "a@example.org", "", "Lime Street 4"),
                                           member("b", "b@example.org", "", "Lime Street 5"),
                                           member("c", "a+c@example.org")};
  const std::vector<Referral> referrals{{0, 1}, {0, 2}};
  CHECK(told({.members = members, .referrals = referrals}) ==
        std::vector<std::string>{"0 shared_email 2", "0 referred_self 2", "2 shared_email 0"});
}

TEST_CASE("two orders given back after their points were spent are a loop, one is none",
          "[guards]") {
  const std::vector<GuardedMember> members{member("a", "")};
  std::vector<LedgerEvent> points{
      event(LedgerEventKind::earn, 10, "a", "1"), event(LedgerEventKind::spend, 20, "a", "s"),
      event(LedgerEventKind::refund, 30, "a", "1"), event(LedgerEventKind::earn, 40, "a", "2"),
      event(LedgerEventKind::refund, 50, "a", "2")};
  CHECK(told({.members = members, .points = points}).empty());
  points.push_back(event(LedgerEventKind::spend, 45, "a", "t"));
  CHECK(told({.members = members, .points = points}) ==
        std::vector<std::string>{"0 refund_loop x2"});
  CHECK(told({.members = members, .points = points}, {.loops = 3}).empty());
  points.push_back(event(LedgerEventKind::refund, 55, "a", "2"));  // in parts: one order
  CHECK(told({.members = members, .points = points}) ==
        std::vector<std::string>{"0 refund_loop x2"});
}

TEST_CASE("points that are spent within hours of joining are a sign", "[guards]") {
  const std::vector<GuardedMember> members{member("a", "", "", "", 100 * kDay),
                                           member("b", "", "", "", 100 * kDay), member("c", "")};
  const std::vector<LedgerEvent> points{
      event(LedgerEventKind::spend, 100 * kDay + 24 * kHour - 1, "a", "1"),
      event(LedgerEventKind::spend, 101 * kDay, "b", "2"),
      event(LedgerEventKind::spend, 100 * kDay, "c", "3")};
  CHECK(told({.members = members, .points = points}) ==
        std::vector<std::string>{"0 early_redemption x1"});
  CHECK(told({.members = members, .points = points}, {.early_hours = 0}).empty());
}

TEST_CASE("more than three times the own rate in a promotion is a sign, three times is none",
          "[guards]") {
  const std::vector<GuardedMember> members{member("a", ""), member("b", "")};
  // One order in ten days before: a promotion of ten days should see one.
  const std::vector<Promotion> promotions{{100 * kDay, 110 * kDay}};
  std::vector<GuardedOrder> orders;
  for (Instant i = 0; i < 10; ++i) {
    orders.push_back({0, i * 10 * kDay});
    orders.push_back({1, i * 10 * kDay});
  }
  for (const std::int32_t who : {0, 1}) orders.push_back({who, 100 * kDay - 1});
  for (Instant i = 0; i < 3; ++i) orders.push_back({0, (101 + i) * kDay});
  for (Instant i = 0; i < 4; ++i) orders.push_back({1, (101 + i) * kDay});
  CHECK(told({.members = members, .orders = orders, .promotions = promotions}) ==
        std::vector<std::string>{"1 promotion_rush x4"});
  // Who buys in promotions alone has no rate to compare with.
  const std::vector<GuardedOrder> only{{0, 101 * kDay}, {0, 102 * kDay}, {0, 103 * kDay}};
  CHECK(told({.members = members, .orders = only, .promotions = promotions}).empty());
}

TEST_CASE("the shop's own people are known by their addresses", "[guards]") {
  const std::vector<GuardedMember> members{member("a", "Ann@Shop.Example"),
                                           member("b", "b@shop.example.org")};
  CHECK(told({.members = members}, {.staff_domains = {"shop.example"}}) ==
        std::vector<std::string>{"0 staff"});
}

}  // namespace regulars
