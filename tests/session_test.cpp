// A visit: looking before reading, and mending what was rejected.
#include "core/session.h"

#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

constexpr std::string_view kShop =
    "order,date,customer,quantity,price\n1,2024-01-02,a,1,10.00\n2,2024-13-03,a,1,20.00\n"
    "3,2024-01-04,b,two,30.00\n4,2024-01-05,b,1\n5,2024-01-06,c,1,50.00\n";

// Lines 3 and 5 cannot be read, and are the same.
constexpr std::string_view kTwoOfAText =
    "order,date,customer,amount\n1,2024-01-02,a,3\n2,never,a,3\n3,2024-01-02,a,3\n2,never,a,3\n"
    "4,2024-01-03,b,3\n5,2024-01-04,b,3\n";

}  // namespace

TEST_CASE("the trial of a head tells what the file would give", "[session]") {
  Session session;
  REQUIRE(session.sniff(kShop, "shop.csv", true));
  const auto trial = session.trial({});
  REQUIRE(trial);
  CHECK(trial->rows_read == 5);
  CHECK(trial->rows_rejected == 3);
  CHECK(trial->orders == 2);
  CHECK(trial->revenue == Money{6000});
  REQUIRE(trial->reasons.size() == 3);
  CHECK(trial->reasons[0].kind == IssueKind::too_few_cells);
  CHECK(trial->reasons[1].kind == IssueKind::invalid_date);
  CHECK(trial->reasons[1].count == 1);
  CHECK(trial->reasons[1].first.row == 3);
  CHECK(trial->reasons[1].first.column == "date");
  CHECK(trial->reasons[1].first.text == "2024-13-03");
  CHECK(session.table().files.empty());
}

TEST_CASE("the most frequent reason for rejecting rows is told first, what rejects none is not",
          "[session]") {
  Session session;
  const std::string good = "2024-01-02,a,3,geparkt\n";
  const std::string shop = "date,customer,amount,status\n" + good + good + good +
                           "2024-01-03,a\n2024-01-04,a,much,paid\n2024-01-05,a,lots,paid\n" + good;
  REQUIRE(session.sniff(shop, "shop.csv", true));
  const auto trial = session.trial({});
  REQUIRE(trial);
  REQUIRE(trial->reasons.size() == 2);
  CHECK(trial->reasons[0].kind == IssueKind::invalid_amount);
  CHECK(trial->reasons[0].count == 2);
  CHECK(trial->reasons[0].first.text == "much");
  CHECK(trial->reasons[1].kind == IssueKind::too_few_cells);
}

TEST_CASE("status words are listed with what they are taken for", "[session]") {
  Session session;
  REQUIRE(
      session.sniff("order,date,customer,total,status\n1,2024-01-02,a,3,abgeholt\n"
                    "2,2024-01-02,a,3,cancelled\n3,2024-01-02,a,3,abgeholt\n",
                    "shop.csv", true));
  const auto trial = session.trial({});
  REQUIRE(trial);
  REQUIRE(trial->statuses.size() == 2);
  CHECK(trial->statuses[0].word == "abgeholt");
  CHECK(trial->statuses[0].meaning == StatusWord::unknown);
  CHECK(trial->statuses[1].meaning == StatusWord::cancelled);
  const auto told = session.trial({.statuses = {{"abgeholt", StatusWord::cancelled}}});
  REQUIRE(told);
  CHECK(told->orders_counted == 0);
}

TEST_CASE("a rejected row can be fixed, kept without what is wrong, and left out again",
          "[session]") {
  const auto session = open_shop(kShop);
  const OrderTable& table = session->table();
  REQUIRE(table.rejects.size() == 3);
  const auto revenue = [&] {
    const auto report = session->analyze({});
    REQUIRE(report);
    return report->analysis->book.totals().revenue;
  };
  CHECK(revenue() == Money{6000});
  const auto kept = session->mend({{0, Mending::fixed, "2,2024-01-03,a,1,20.00"},
                                   {1, Mending::kept, ""},
                                   {2, Mending::fixed, "4,2024-01-05,b"}});
  REQUIRE(kept);
  CHECK(*kept == std::vector<bool>{true, true, false});
  CHECK(revenue() == Money{6000 + 2000 + 3000});
  CHECK(table.files[0].rows_kept == 4);
  CHECK(table.files[0].rows_rejected == 1);
  CHECK(table.files[0].rows_read == 5);
  CHECK(table.lines.row[2] == 3);
  CHECK(table.file_of(2) == 0);
  // What is no longer set aside is no trouble either.
  CHECK(table.issues[IssueKind::invalid_date].count == 0);
  CHECK(table.issues[IssueKind::invalid_quantity].count == 0);
  CHECK(table.issues[IssueKind::invalid_quantity].examples.empty());
  CHECK(table.issues[IssueKind::too_few_cells].count == 1);
  REQUIRE(session->mend({}));
  CHECK(revenue() == Money{6000});
  CHECK(table.files[0].rows_rejected == 3);
  CHECK(table.issues[IssueKind::invalid_date].count == 1);
  CHECK(table.issues[IssueKind::invalid_date].examples.size() == 1);
}

TEST_CASE("a correction that leaves a row in another currency counts it once", "[session]") {
  const auto session = open_shop(
      "order,date,customer,amount,currency\n1,2024-01-02,a,10.00,EUR\n2,2024-01-03,b,20.00,EUR\n"
      "3,2024-01-04,b,30.00,USD\n");
  const OrderTable& table = session->table();
  REQUIRE(table.other_currencies.size() == 1);
  const auto kept = session->mend({{0, Mending::fixed, "3,2024-01-04,b,31.00,USD"}});
  REQUIRE(kept);
  CHECK_FALSE(kept->front());
  CHECK(table.other_currencies[0].rows == 1);
  CHECK(table.issues[IssueKind::other_currency].count == 1);
}

TEST_CASE("mended rows stay mended when another file is read", "[session]") {
  const auto session = open_shop(kShop);
  REQUIRE(session->mend({{0, Mending::fixed, "2,2024-01-03,a,1,20.00"}}));
  constexpr std::string_view more = "order,date,customer,quantity,price\n9,2024-02-02,a,1,1.00\n";
  REQUIRE(session->sniff(more, "more.csv", true));
  REQUIRE(session->begin({}));
  REQUIRE(session->push(more));
  REQUIRE(session->end());
  const auto report = session->analyze({});
  REQUIRE(report);
  CHECK(report->analysis->book.totals().revenue == Money{6000 + 2000 + 100});
}

TEST_CASE("a correction of a row that was not rejected is refused", "[session]") {
  const auto session = open_shop(kShop);
  const auto kept = session->mend({{3, Mending::kept, ""}});
  REQUIRE_FALSE(kept);
  CHECK(kept.error().code == ErrorCode::invalid_option);
}

TEST_CASE("a rejected row is found again where it stood, else where its text stands", "[session]") {
  const auto session = open_shop(kTwoOfAText);
  const OrderTable& table = session->table();
  REQUIRE(table.rejects.size() == 2);
  const auto known = [&](std::string file, std::int64_t offset, std::string text) {
    return KnownRow{std::move(file), 0, offset, std::move(text)};
  };
  const std::string text = "2,never,a,3";
  const std::int64_t second = table.rejects[1].offset;
  const auto recognized = [&](const std::vector<KnownRow>& rows) {
    const auto found = session->recognize(rows);
    REQUIRE(found);
    return *found;
  };
  using Places = std::vector<std::optional<std::size_t>>;
  CHECK(recognized({known("orders.csv", second, text)}) == Places{1});
  CHECK(recognized({known("orders.csv", 7, text)}) == Places{0});
  CHECK(recognized({known("last-month.csv", 7, text)}) == Places{0});
  // The first of two does not take the place that the second is known by; a third finds none.
  CHECK(
      recognized({known("orders.csv", 7, text), known("orders.csv", table.rejects[0].offset, text),
                  known("other.csv", 0, text)}) == Places{1, 0, {}});
  CHECK(recognized({known("orders.csv", second, "2,never,a,4")}) == Places{std::nullopt});
  CHECK_FALSE(Session().recognize({}));
}

TEST_CASE("of two files of one name the row is found in the one that it stood in", "[session]") {
  Session session;
  for (int i = 0; i < 2; ++i) {
    REQUIRE(session.sniff(kTwoOfAText, "orders.csv", true));
    REQUIRE(session.begin({}));
    REQUIRE(session.push(kTwoOfAText));
    REQUIRE(session.end());
  }
  const Reject& reject = session.table().rejects.at(2);
  const std::vector<KnownRow> rows{{"orders.csv", 1, reject.offset, reject.text}};
  const auto found = session.recognize(rows);
  REQUIRE(found);
  CHECK(found->front() == std::size_t{2});
}

}  // namespace regulars
