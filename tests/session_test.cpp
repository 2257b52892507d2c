// A visit: looking before reading, and mending what was rejected.
#include "core/session.h"

#include "tests/support/catch.h"
#include "tests/support/shop.h"

namespace regulars {
namespace {

constexpr std::string_view kShop =
    "order,date,customer,quantity,price\n1,2024-01-02,a,1,10.00\n2,2024-13-03,a,1,20.00\n"
    "3,2024-01-04,b,two,30.00\n4,2024-01-05,b,1\n5,2024-01-06,c,1,50.00\n";

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
  CHECK(session.table().files.empty());
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
  REQUIRE(session->mend({}));
  CHECK(revenue() == Money{6000});
  CHECK(table.files[0].rows_rejected == 3);
  CHECK(table.issues[IssueKind::invalid_date].count == 1);
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

}  // namespace regulars
