#include "core/report/audience.h"

#include <string>
#include <vector>

#include "core/session.h"
#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

// Anna agreed, Ben refused, of Cleo nobody says; Dag has no address; Emil writes through a
// marketplace.
constexpr std::string_view kOrders =
    "order,date,customer id,email,phone,name,total\n"
    "1,2024-01-01,c1,anna@example.org,+49 170 1234567,Anna Maria Berg,50\n"
    "2,2024-01-02,c2,ben@example.org,,Ben Holm,40\n"
    "3,2024-01-03,c3,cleo@example.org,0170 7654321,\"Castellan, Cleo\",30\n"
    "4,2024-01-04,c4,,,=Dag,20\n"
    "5,2024-01-05,c5,emil.77@marketplace.amazon.de,,Emil,10\n";
constexpr std::string_view kCustomers =
    "First Name,Last Name,Email,Accepts Email Marketing,Company,Phone,Total Spent,Total "
    "Orders,Tags,Note,Tax Exempt\n"
    "Anna,Berg,anna@example.org,yes,,,0,0,\"tea, wholesale\",,no\n"
    "Ben,Holm,ben@example.org,no,,,0,0,,,no\n";

std::unique_ptr<Session> shop() {
  auto session = open_shop(kOrders);
  add_file(*session, kCustomers, "customers.csv");
  REQUIRE(session->analyze({}));
  return session;
}

AudienceQuery query_for(AudienceTarget target) {
  AudienceQuery query;
  query.target = target;
  query.tag = "spring";
  return query;
}

std::string file_of(Session& session, const AudienceQuery& query) {
  const Result<CsvPiece> piece = session.audience_csv(query, 0);
  REQUIRE(piece);
  CHECK_FALSE(piece->next);
  return piece->text;
}

std::int64_t left_out(Session& session, const AudienceQuery& query, LeftOut reason) {
  const Result<const Audience*> audience = session.audience(query);
  REQUIRE(audience);
  return (*audience)->left_out[static_cast<std::size_t>(reason)];
}

}  // namespace

TEST_CASE("a file for Mailchimp has its columns, and only those who agreed", "[report][audience]") {
  const auto session = shop();
  const AudienceQuery query = query_for(AudienceTarget::mailchimp);
  CHECK(file_of(*session, query) ==
        "Email Address,First Name,Last Name,Phone Number,Tags\r\n"
        "anna@example.org,Anna Maria,Berg,+491701234567,spring\r\n");
  const Result<const Audience*> audience = session->audience(query);
  REQUIRE(audience);
  CHECK((*audience)->listed == 5);
  CHECK((*audience)->members.size() == 1);
  CHECK(left_out(*session, query, LeftOut::consent_refused) == 1);
  CHECK(left_out(*session, query, LeftOut::consent_unknown) == 1);
  CHECK(left_out(*session, query, LeftOut::no_address) == 1);
  CHECK(left_out(*session, query, LeftOut::relayed_address) == 1);
}

TEST_CASE("an owner who has consent from elsewhere says so, and a refusal still holds",
          "[report][audience]") {
  const auto session = shop();
  AudienceQuery query = query_for(AudienceTarget::mailchimp);
  query.unknown_consent = UnknownConsent::given;
  const std::string text = file_of(*session, query);
  CHECK(text.find("cleo@example.org,Cleo,Castellan,,spring\r\n") != std::string::npos);
  CHECK(text.find("ben@") == std::string::npos);
  CHECK((*session->audience(query))->unknown_consent == 1);
}

TEST_CASE("a file for Klaviyo begins with the address and names its own properties",
          "[report][audience]") {
  const auto session = shop();
  AudienceQuery query = query_for(AudienceTarget::klaviyo);
  query.tag.reset();
  const std::string text = file_of(*session, query);
  CHECK(text.starts_with(
      "Email,First Name,Last Name,Phone Number,Regulars Segment,Regulars Tag,Regulars R,Regulars "
      "F,Regulars M,Regulars Next Order From,Regulars Next Order To,Regulars As Of\r\n"
      "anna@example.org,Anna Maria,Berg,+491701234567,"));
  const std::string segment = session->analysis()->segment_name(0);
  CHECK(text.find(',' + segment + ',' + segment + ',') != std::string::npos);
  CHECK(text.ends_with(",2024-01-05\r\n"));
}

TEST_CASE(
    "a file for Shopify keeps the tags that are there, and leaves out whose tags nobody knows",
    "[report][audience]") {
  const auto session = shop();
  AudienceQuery query = query_for(AudienceTarget::shopify);
  CHECK(
      file_of(*session, query) ==
      "Email,Accepts Email Marketing,Tags\r\nanna@example.org,yes,\"tea, wholesale, spring\"\r\n");
  CHECK(left_out(*session, query, LeftOut::tags_unknown) == 1);
  CHECK(left_out(*session, query, LeftOut::consent_refused) == 1);
  query.tag = "wholesale";
  CHECK(file_of(*session, query).ends_with("\"tea, wholesale\"\r\n"));
}

TEST_CASE("a plain file holds everyone but those who refused, and no formula",
          "[report][audience]") {
  const auto session = shop();
  AudienceQuery query = query_for(AudienceTarget::plain);
  query.tag = "=1+1";
  const std::string text = file_of(*session, query);
  CHECK(
      text.starts_with("customer,name,email,phone,consent,segment,tag,first_order,last_order,"
                       "orders,revenue\r\n"));
  CHECK(text.find("\r\nc1,Anna Maria Berg,anna@example.org,'+491701234567,yes,") !=
        std::string::npos);
  CHECK(text.find("\r\nc4,'=Dag,,,,") != std::string::npos);
  CHECK(text.find(",'=1+1,2024-01-04,2024-01-04,1,20.00\r\n") != std::string::npos);
  CHECK(text.find("\nc2,") == std::string::npos);
  std::size_t formulas = 0;
  for (std::size_t i = 1; i < text.size(); ++i)
    formulas += (text[i - 1] == ',' || text[i - 1] == '\n') &&
                std::string_view("=+-@").find(text[i]) != std::string_view::npos;
  CHECK(formulas == 0);
}

TEST_CASE("a file for Excel says that it is UTF-8, and follows the decimal sign of the system",
          "[report][audience]") {
  const auto session = shop();
  AudienceQuery query = query_for(AudienceTarget::excel);
  CHECK(file_of(*session, query)
            .starts_with("\xEF\xBB\xBF"
                         "customer,name,email,"));
  query.decimal = DecimalSign::comma;
  query.tag = "a;b";
  const std::string text = file_of(*session, query);
  CHECK(
      text.starts_with("\xEF\xBB\xBF"
                       "customer;name;email;"));
  CHECK(text.find("\r\nc1;Anna Maria Berg;anna@example.org;") != std::string::npos);
  CHECK(text.find(";\"a;b\";2024-01-01;2024-01-01;1;50,00\r\n") != std::string::npos);
}

TEST_CASE("one address is written once, the first of the order asked for", "[report][audience]") {
  const auto session = open_shop(
      "order,date,email,total\n1,2024-01-01,anna@example.org,10\n"
      "2,2024-01-02,bo@example.org,20\n");
  add_file(*session, "order,date,customer id,email,total\n3,2024-02-01,c9,anna@example.org,90\n",
           "later.csv");
  AnalyzeOptions options;
  options.cleaning.on[static_cast<std::size_t>(CleaningRule::merge_customers)] = false;
  REQUIRE(session->analyze(options));
  AudienceQuery query = query_for(AudienceTarget::mailchimp);
  query.unknown_consent = UnknownConsent::given;
  CHECK(file_of(*session, query) ==
        "Email Address,First Name,Last Name,Phone Number,Tags\r\nanna@example.org,,,,spring\r\n"
        "bo@example.org,,,,spring\r\n");
  CHECK(left_out(*session, query, LeftOut::same_address) == 1);
}

TEST_CASE("an audience holds whom its query finds, and nobody where that is nobody",
          "[report][audience]") {
  const auto session = shop();
  AudienceQuery query = query_for(AudienceTarget::plain);
  query.customers.signs = {"c3"};
  CHECK((*session->audience(query))->listed == 1);
  query.customers.search = "nobody at all";
  CHECK((*session->audience(query))->listed == 0);
  CHECK(file_of(*session, query).ends_with("revenue\r\n"));
  query.customers.segment = "no such";
  CHECK_FALSE(session->audience(query));
}

TEST_CASE("before there is a report nobody is on a list", "[report][audience]") {
  Session session;
  CHECK(session.audience({}).error().code == ErrorCode::wrong_stage);
  CHECK(session.audience_csv({}, 0).error().code == ErrorCode::wrong_stage);
}

TEST_CASE("a customer merged from two signs is refused where one of them refused",
          "[report][audience]") {
  const auto session =
      open_shop("order,date,customer id,email,total\n1,2024-01-01,c1,anna@example.org,10\n");
  add_file(*session,
           "First Name,Last Name,Email,Accepts Email Marketing,Tags,Tax Exempt\n"
           "Anna,Berg,anna@example.org,yes,,no\nAnna,Berg,anna@example.org,no,,no\n",
           "customers.csv");
  REQUIRE(session->analyze({}));
  const AudienceQuery query = query_for(AudienceTarget::plain);
  CHECK(left_out(*session, query, LeftOut::consent_refused) == 1);
}

}  // namespace regulars
