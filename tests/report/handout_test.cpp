// What a program gives, on its way to customers.
#include "core/report/handout.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/wire/handout.h"
#include "core/wire/program.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

// Anna agreed, Ben refused, of Cleo nobody says; Dag has no address.
constexpr std::string_view kOrders =
    "order,date,customer id,email,phone,name,total\n"
    "1,2024-01-01,c1,anna@example.org,+49 170 1234567,Anna Berg,50\n"
    "2,2024-01-02,c2,ben@example.org,,Ben Holm,40\n"
    "3,2024-01-03,c3,cleo@example.org,,Cleo,30\n"
    "4,2024-01-04,c4,,,Dag,20\n";
constexpr std::string_view kCustomers =
    "First Name,Last Name,Email,Accepts Email Marketing,Company,Phone,Total Spent,Total "
    "Orders,Tags,Note,Tax Exempt\n"
    "Anna,Berg,anna@example.org,yes,,,0,0,,,no\n"
    "Ben,Holm,ben@example.org,no,,,0,0,,,no\n";
constexpr std::string_view kFive =
    R"({"name": "spring", "mode": "sum", "rules": [{"id": "a", "when": true, "amount": 3},
        {"id": "none", "when": true, "amount": 0}, {"id": "b", "when": true, "amount": 2.5}]})";

std::unique_ptr<Session> shop(std::string_view program = kFive) {
  auto session = open_shop(kOrders);
  add_file(*session, kCustomers, "customers.csv");
  const auto compiled = wire::parse_program(program);
  REQUIRE(compiled);
  AnalyzeOptions options;
  options.program = *compiled;
  REQUIRE(session->analyze(options));
  return session;
}

// Three hundred people who all get 2.00, a fifth of them held out.
std::unique_ptr<Session> large_shop() {
  std::string csv = "order,date,customer,amount\n";
  for (int i = 0; i < 300; ++i)
    csv += std::to_string(i) + ",2026-01-01,c" + std::to_string(i) + "@example.org,10\n";
  auto session = open_shop(csv);
  AnalyzeOptions options;
  options.program = *wire::parse_program(
      R"({"name": "x", "hold_out": {"share": 0.2}, "rules": [{"when": true, "amount": 2}]})");
  REQUIRE(session->analyze(options));
  return session;
}

HandoutQuery query_for(AudienceTarget target) {
  HandoutQuery query;
  query.target = target;
  query.offer = "Spring";
  query.codes.seed = 7;
  return query;
}

std::string file_of(const Analysis& analysis, const HandoutQuery& query, HandoutFile file) {
  const CsvPiece piece = write_handout(analysis, query, hand_out(analysis, query), file, 0);
  CHECK_FALSE(piece.next);
  return piece.text;
}

std::int64_t at(const Handout& handout, LeftOut reason) {
  return handout.left_out[static_cast<std::size_t>(reason)];
}

}  // namespace

TEST_CASE("whoever is given something has a code, and whoever refused or has no address has none",
          "[report][handout]") {
  const auto session = shop();
  const Analysis& analysis = *session->analysis();
  const Handout plain = hand_out(analysis, query_for(AudienceTarget::plain));
  CHECK(plain.rewarded == 4);
  REQUIRE(plain.given.size() == 3);
  CHECK(at(plain, LeftOut::consent_refused) == 1);
  CHECK(plain.unknown_consent == 2);
  // Anna spent most and comes first; the rule that gives nothing is not named.
  CHECK(plain.given[0].rule == "a+b");
  CHECK(plain.given[0].amount == 550);
  CHECK(plain.amount == 3 * 550);
  for (const Handout::Row& row : plain.given) CHECK(read_code(row.code) == row.code);
  const Handout mail = hand_out(analysis, query_for(AudienceTarget::klaviyo));
  CHECK(mail.given.size() == 1);
  CHECK(at(mail, LeftOut::consent_unknown) == 1);
  CHECK(at(mail, LeftOut::no_address) == 1);
  HandoutQuery vouched = query_for(AudienceTarget::klaviyo);
  vouched.unknown_consent = UnknownConsent::given;
  CHECK(hand_out(analysis, vouched).given.size() == 2);
}

TEST_CASE("each program gets the columns that it reads, and nobody's name runs as a formula",
          "[report][handout]") {
  const auto session = shop();
  const Analysis& analysis = *session->analysis();
  HandoutQuery query = query_for(AudienceTarget::klaviyo);
  query.life = *parse_duration("1M");
  query.offer = "=Spring";
  const std::string code = hand_out(analysis, query).given[0].code;
  CHECK(file_of(analysis, query, HandoutFile::codes) == "Coupon\r\n" + code + "\r\n");
  CHECK(file_of(analysis, query, HandoutFile::list) ==
        "Email,Regulars Coupon,Regulars Reward,Regulars Offer,Regulars Expires\r\n"
        "anna@example.org," +
            code + ",5.50,'=Spring,2024-02-04\r\n");
  query.target = AudienceTarget::mailchimp;
  CHECK(file_of(analysis, query, HandoutFile::list) ==
        "Email Address,Coupon,Reward,Offer,Expires\r\nanna@example.org," + code +
            ",5.50,'=Spring,2024-02-04\r\n");
  query.target = AudienceTarget::shopify;
  const std::string codes = file_of(analysis, query, HandoutFile::codes);
  CHECK(codes.starts_with(
      "code,title,discount_type,discount_value,starts_at,ends_at,usage_limit\r\n" + code +
      ",'=Spring,fixed,5.50,2024-01-04,2024-02-04,1\r\n"));
  CHECK(std::count(codes.begin(), codes.end(), '\n') == 4);
  query.target = AudienceTarget::plain;
  CHECK(file_of(analysis, query, HandoutFile::list)
            .starts_with("customer,email,phone,offer,rule,reward,code,issued,expires\r\n"
                         "c1,anna@example.org,'+491701234567,'=Spring,a+b,5.50," +
                         code + ",2024-01-04,2024-02-04\r\n"));
  query.target = AudienceTarget::excel;
  query.decimal = DecimalSign::comma;
  CHECK(file_of(analysis, query, HandoutFile::list).find(";5,50;" + code + ';') !=
        std::string::npos);
}

TEST_CASE("the same hand-out has the same codes, and the next one goes on with new ones",
          "[report][handout]") {
  const auto session = large_shop();
  const Analysis& analysis = *session->analysis();
  HandoutQuery query = query_for(AudienceTarget::plain);
  const Handout first = hand_out(analysis, query);
  const Handout again = hand_out(analysis, query);
  std::set<std::string> codes;
  for (std::size_t i = 0; i < first.given.size(); ++i) {
    CHECK(first.given[i].code == again.given[i].code);
    codes.insert(first.given[i].code);
    query.earlier.push_back({first.signs[static_cast<std::size_t>(first.given[i].place)],
                             first.issued, first.given[i].code});
  }
  CHECK(codes.size() == first.given.size());
  // At the counter, and where the counter was lost.
  for (const std::uint64_t counter : {first.next_code, std::uint64_t{0}}) {
    query.codes.first = counter;
    for (const Handout::Row& row : hand_out(analysis, query).given)
      CHECK(codes.count(row.code) == 0);
  }
}

TEST_CASE("held out are those who would have got a code, and they get none", "[report][handout]") {
  const auto session = large_shop();
  const Analysis& analysis = *session->analysis();
  const Handout handout = hand_out(analysis, query_for(AudienceTarget::plain));
  CHECK(handout.rewarded == 300);
  CHECK(handout.given.size() + handout.held_out.size() == 300);
  CHECK(static_cast<std::int64_t>(handout.held_out.size()) == analysis.rewards.customers_held_out);
  for (const Handout::Row& row : handout.held_out) {
    CHECK(row.code.empty());
    CHECK(row.amount == 200);
    CHECK(analysis.held_out[static_cast<std::size_t>(row.place)] == 1);
  }
  CHECK(handout.amount == analysis.rewards.granted);
}

TEST_CASE("nobody is given anything again within the days of rest, held out or not",
          "[report][handout]") {
  const auto session = large_shop();
  const Analysis& analysis = *session->analysis();
  HandoutQuery query = query_for(AudienceTarget::plain);
  query.rest_days = 30;
  const Handout before = hand_out(analysis, query);
  const auto sign = [&](const Handout::Row& row) {
    return before.signs[static_cast<std::size_t>(row.place)];
  };
  query.earlier = {{sign(before.given[0]), day("2025-12-03"), before.given[0].code},
                   {sign(before.held_out[0]), day("2025-12-31"), ""},
                   {sign(before.given[1]), day("2025-12-02"), before.given[1].code},
                   {"stranger@example.org", day("2025-12-31"), ""}};
  const Handout handout = hand_out(analysis, query);
  CHECK(handout.too_soon == 2);
  CHECK(handout.given.size() == before.given.size() - 1);
  CHECK(handout.held_out.size() == before.held_out.size() - 1);
  CHECK(sign(handout.given[0]) == sign(before.given[1]));
}

TEST_CASE("a code lives through the last day of its time", "[report][handout]") {
  const auto session = shop();
  const auto last_day = [&](std::string_view issued, std::string_view life) {
    HandoutQuery query = query_for(AudienceTarget::plain);
    query.issued = day(issued);
    query.life = *parse_duration(life);
    const auto last = hand_out(*session->analysis(), query).last_day;
    return last ? to_text(*last) : "never";
  };
  // Source: Voucherify's examples for one month and for none.
  CHECK(last_day("2026-01-25", "1M") == "2026-02-25");
  CHECK(last_day("2026-01-31", "1M") == "2026-02-28");
  CHECK(last_day("2026-01-31", "0M_UD") == "2026-01-31");
  CHECK(last_day("2026-01-01", "14D") == "2026-01-15");
  CHECK(last_day("2026-01-01", "14D_U") == "2026-01-15");
  CHECK(last_day("2026-01-10", "0M_UM") == "2026-01-31");
  CHECK(last_day("2026-01-10", "unlimited") == "never");
}

TEST_CASE("a hand-out of points, of nobody, and of a program without rules", "[report][handout]") {
  const auto points =
      shop(R"({"unit": "points", "rules": [{"id": "p", "when": true, "amount": 40}]})");
  const HandoutQuery query = query_for(AudienceTarget::shopify);
  CHECK(hand_out(*points->analysis(), query).given[0].amount == 40);
  CHECK(file_of(*points->analysis(), query, HandoutFile::codes).starts_with("code\r\n"));
  const auto nobody = shop(R"({"rules": [{"when": true, "amount": 0}]})");
  CHECK(hand_out(*nobody->analysis(), query).given.empty());
  CHECK(file_of(*nobody->analysis(), query, HandoutFile::list) ==
        "customer,email,phone,offer,rule,reward,code,issued,expires\r\n");
  const auto club = shop(R"({"points": {"earn": [{"points": 3}]}})");
  CHECK(hand_out(*club->analysis(), query).rewarded == 0);
}

TEST_CASE("a hand-out is asked in JSON, and what is no question is refused by its path",
          "[report][handout]") {
  using nlohmann::json;
  const auto session = shop();
  const auto asked = wire::handout_question(
      json{{"target", "plain"},
           {"offer", "Spring"},
           {"issued", "2024-02-01"},
           {"life", "30D"},
           {"seed", 7},
           {"limit", 2},
           {"from", 1},
           {"rest_days", 10},
           {"earlier", {{{"customer", "cleo@example.org"}, {"on", "2024-01-30"}}}}});
  REQUIRE(asked);
  const Handout handout = hand_out(*session->analysis(), asked->query);
  const json answer = wire::to_json(*session->analysis(), handout, *asked);
  CHECK(answer.at("given") == 2);
  CHECK(answer.at("too_soon") == 1);
  CHECK(answer.at("last_day") == "2024-03-02");
  CHECK(answer.at("left_out") == json{{"consent_refused", 1}});
  REQUIRE(answer.at("rows").size() == 1);
  CHECK(answer.at("rows")[0].at("customer") == "c4");
  CHECK(answer.at("rows")[0].at("code") == handout.given[1].code);
  for (const auto& [field, wrong] :
       std::vector<std::pair<std::string, json>>{{"target", "fax"},
                                                 {"life", "soon"},
                                                 {"seed", -1},
                                                 {"rest_days", "1"},
                                                 {"limit", 100'001},
                                                 {"file", 1},
                                                 {"earlier", {{{"customer", "x"}}}}}) {
    const auto refused = wire::handout_question(json{{field, wrong}});
    INFO(field);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::invalid_option);
    CHECK(refused.error().detail == field);
  }
}

TEST_CASE("what customers did after a hand-out is compared with those held out of it",
          "[report][handout]") {
  // Of sixty given something thirty come again within thirty days, of forty held out ten.
  std::string csv = "order,date,customer,amount\n";
  std::vector<HandedOut> handed_out;
  for (int i = 0; i < 100; ++i) {
    const std::string who = "c" + std::to_string(i) + "@example.org";
    csv += "a" + std::to_string(i) + ",2026-01-01," + who + ",10\n";
    const bool comes = i < 30 || (i >= 60 && i < 70);
    if (comes) csv += "b" + std::to_string(i) + ",2026-01-31," + who + ",10\n";
    // On the day itself, and after the thirty days: neither counts.
    if (i == 50) csv += "c,2026-01-10," + who + ",10\n";
    if (i == 90) csv += "d,2026-02-10," + who + ",10\n";
    handed_out.push_back({who, day("2026-01-10"), i < 60 ? "CODE" + std::to_string(i) : ""});
  }
  handed_out.push_back({"stranger@example.org", day("2026-01-10"), "X"});
  const auto session = open_shop(csv);
  REQUIRE(session->analyze({}));
  const Analysis& analysis = *session->analysis();
  const HandoutOutcome outcome = outcome_of(analysis, handed_out, day("2026-01-10"), 30);
  CHECK(outcome.given.customers == 60);
  CHECK(outcome.given.ordered == 30);
  CHECK(outcome.held_out.customers == 40);
  CHECK(outcome.held_out.ordered == 10);
  CHECK(outcome.unknown == 1);
  CHECK_FALSE(outcome.reason);
  REQUIRE(outcome.difference);
  CHECK_THAT(outcome.difference->difference, WithinAbs(0.25, 1e-12));
  CHECK(outcome.difference->low > 0);
  CHECK(outcome.difference->high < 0.5);
  // One day more takes in the order of 10 February, but the files end with it.
  CHECK(outcome_of(analysis, handed_out, day("2026-01-10"), 31).held_out.ordered == 11);
  CHECK(outcome_of(analysis, handed_out, day("2026-01-10"), 32).reason == NoEffect::too_early);
  CHECK_FALSE(outcome_of(analysis, handed_out, day("2026-01-10"), 32).difference);
  // Without anybody held out, and with too few, nothing is said of what it brought.
  std::vector<HandedOut> given(handed_out.begin(), handed_out.begin() + 60);
  const HandoutOutcome alone = outcome_of(analysis, given, day("2026-01-10"), 30);
  CHECK(alone.reason == NoEffect::nobody_held_out);
  CHECK(alone.given.ordered == 30);
  CHECK_FALSE(alone.difference);
  std::vector<HandedOut> few(handed_out.begin(), handed_out.begin() + 79);
  CHECK(outcome_of(analysis, few, day("2026-01-10"), 30).reason == NoEffect::too_little_data);
  few.assign(handed_out.begin(), handed_out.begin() + 80);
  CHECK(outcome_of(analysis, few, day("2026-01-10"), 30).difference.has_value());
}

TEST_CASE("the outcome of a hand-out is asked and told in JSON", "[report][handout]") {
  using nlohmann::json;
  const auto session = shop();
  const auto asked = wire::outcome_question(json{
      {"on", "2024-01-02"},
      {"days", 2},
      {"customers", {{{"customer", "cleo@example.org"}, {"code", "A"}}, {{"customer", "c4"}}}}});
  REQUIRE(asked);
  const json answer =
      wire::to_json(outcome_of(*session->analysis(), asked->customers, asked->on, 2));
  CHECK(answer.at("given").at("ordered") == 1);
  CHECK(answer.at("held_out").at("ordered") == 1);
  CHECK(answer.at("reason") == "too_little_data");
  CHECK(answer.at("difference").is_null());
  CHECK(wire::outcome_question(json{{"days", 3}}).error().detail == "on");
  CHECK(wire::outcome_question(json{{"on", "2024-01-02"}, {"days", 0}}).error().detail == "days");
  CHECK(wire::outcome_question(json{{"on", "2024-01-02"}, {"customers", 1}}).error().detail ==
        "customers");
}

}  // namespace regulars
