#include "core/wire/ledger.h"

#include <string>

#include "tests/support/catch.h"
#include "tests/support/data.h"

namespace regulars::wire {

namespace {

LedgerReport report_of(std::string_view cases) {
  const auto report = run_ledger_cases(cases);
  INFO(cases.substr(0, 200));
  if (!report) FAIL(report.error().detail);
  return *report;
}

std::string said(const LedgerReport& report) { return to_json(report).dump(1); }

std::string refusal(std::string_view cases) {
  const auto report = run_ledger_cases(cases);
  INFO(cases);
  REQUIRE_FALSE(report);
  CHECK(report.error().code == ErrorCode::invalid_option);
  return report.error().detail;
}

// A file with one case of these events.
std::string with_events(const std::string& events) {
  return R"([{"as_of": "2026-02-01T00:00:00Z", "events": [)" + events + "]}]";
}

}  // namespace

TEST_CASE("the ledger passes every published case", "[wire][ledger][conformance]") {
  const auto path = real_data("ledger-vectors.json");
  if (!path) return;
  const LedgerReport report = report_of(read_file(*path));
  INFO(said(report));
  CHECK(report.failed == 0);
  CHECK(report.passed == 35);
}

TEST_CASE("a case that comes out otherwise says what differs", "[wire][ledger]") {
  const LedgerReport report = report_of(R"([
    {"name": "right", "as_of": "2026-01-02T00:00:00Z",
     "events": [{"t": "2026-01-01T00:00:00Z", "type": "earn", "id": "A", "net": 1999}],
     "expect": {"active": 19, "lots": [[0, 19]], "notes": []}},
    {"name": "wrong", "as_of": "2026-01-02T00:00:00Z",
     "events": [{"t": "2026-01-01T00:00:00Z", "type": "earn", "id": "A", "points": 5},
                {"t": "2026-01-01T00:00:00Z", "type": "spend", "id": "r", "points": 6}],
     "expect": {"active": 6, "notes": [], "issued": 5}}])");
  CHECK(report.passed == 1);
  CHECK(report.failed == 1);
  const LedgerFailure& failure = report.failures.at(0);
  CHECK(failure.index == 1);
  CHECK(failure.name == "wrong");
  REQUIRE(failure.differences.size() == 2);
  CHECK(failure.differences[0].field == "active");
  CHECK(failure.differences[0].wanted == 6);
  CHECK(failure.differences[0].found == 5);
  CHECK(failure.differences[1].field == "notes");
  CHECK(failure.differences[1].found == nlohmann::json{"r:insufficient"});
}

TEST_CASE("policies of cases are read", "[wire][ledger]") {
  const LedgerReport report = report_of(R"([
    {"name": "waits and lapses in the shop's zone", "as_of": "2026-03-31T22:30:00Z",
     "policy": {"policy": "within_balance", "pending": "14D_U", "expiry": "1M_U",
                "expiry_since": "2026-02-01T00:00:00Z",
                "zone": {"name": "Europe/Berlin", "transitions": [{"utc": 0, "offset": 3600},
                         {"utc": 1774746000, "offset": 7200}]},
                "rates": [{"points": 1, "per": 100},
                          {"since": "2026-02-01T00:00:00Z", "points": 5, "per": 100}]},
     "events": [{"t": "2026-01-05T10:00:00Z", "type": "earn", "id": "A", "net": 1000},
                {"t": "2026-03-05T10:00:00Z", "type": "earn", "id": "B", "net": 1000},
                {"t": "2026-03-31T10:00:00Z", "type": "earn", "id": "C", "net": 1000,
                 "activates": "2026-03-31T10:00:00Z", "expires": "never"}],
     "expect": {"expired": 10, "active": 100, "pending": 0, "lots": [[1, 50], [2, 50]]}}])");
  INFO(said(report));
  CHECK(report.failed == 0);
}

TEST_CASE("cases of release, reopening and merging are read", "[wire][ledger]") {
  const LedgerReport report = report_of(R"([
    {"as_of": "2026-02-01T00:00:00Z", "policy": {"pending": "unlimited"},
     "events": [{"t": "2026-01-01T00:00:00Z", "type": "earn", "id": "A", "points": 50},
                {"t": "2026-01-02T00:00:00Z", "type": "release", "id": "l", "order": "A"}],
     "expect": {"active": 50, "pending": 0}},
    {"as_of": "2026-02-01T00:00:00Z",
     "events": [{"t": "2026-01-01T00:00:00Z", "type": "earn", "id": "A", "net": 5000},
                {"t": "2026-01-02T00:00:00Z", "type": "refund", "id": "f", "order": "A", "net_after": 0},
                {"t": "2026-01-03T00:00:00Z", "type": "reopen", "id": "o", "order": "A"},
                {"t": "2026-01-04T00:00:00Z", "type": "earn", "id": "B", "points": 1, "member": "b"},
                {"t": "2026-01-05T00:00:00Z", "type": "merge", "id": "m", "member": "b", "into": "a"}],
     "expect": {"active": 51, "revoked": 0, "issued": 51}}])");
  INFO(said(report));
  CHECK(report.failed == 0);
}

TEST_CASE("what is no case is refused with its path", "[wire][ledger]") {
  CHECK(refusal("{}") == "not a list of cases");
  CHECK(refusal("[5]") == "[0]");
  CHECK(refusal("[{}]") == "[0].as_of");
  CHECK(refusal(R"([{"as_of": "2026-02-01"}])") == "[0].as_of");
  CHECK(refusal(R"([{"as_of": "2026-02-30T00:00:00Z", "events": []}])") == "[0].as_of");
  CHECK(refusal(R"([{"as_of": "2026-02-01T24:00:00Z", "events": []}])") == "[0].as_of");
  CHECK(refusal(R"([{"as_of": "2026-02-01T00:00:00Z"}])") == "[0].events");
  CHECK(refusal(R"([{"as_of": "2026-02-01T00:00:00Z", "events": [],
                     "expect": {"activ": 0}}])") == "[0].expect.activ");
  CHECK(refusal(R"([{"as_of": "2026-02-01T00:00:00Z", "events": [], "expect": []}])") ==
        "[0].expect");
  CHECK(refusal(R"([{"as_of": "2026-02-01T00:00:00Z", "events": [],
                     "policy": {"policy": "all"}}])") == "[0].policy.policy");
  CHECK(refusal(R"([{"as_of": "2026-02-01T00:00:00Z", "events": [],
                     "policy": {"expiry": "P1Y"}}])") == "[0].policy.expiry");
  CHECK(refusal(R"([{"as_of": "2026-02-01T00:00:00Z", "events": [],
                     "policy": {"rates": []}}])") == "[0].policy.rates");
  CHECK(refusal(R"([{"as_of": "2026-02-01T00:00:00Z", "events": [],
                     "policy": {"rates": [{"per": 0}]}}])") == "[0].policy.rates[0].per");
  CHECK(refusal(R"([{"as_of": "2026-02-01T00:00:00Z", "events": [],
                     "policy": {"zone": "Berlin"}}])") == "[0].policy.zone");
  const std::string t = R"({"t": "2026-01-01T00:00:00Z", )";
  CHECK(refusal(with_events("7")) == "[0].events[0]");
  CHECK(refusal(with_events(R"({"type": "earn"})")) == "[0].events[0].t");
  CHECK(refusal(with_events(t + R"("id": "A"})")) == "[0].events[0].type");
  CHECK(refusal(with_events(t + R"("id": "A", "type": "steal"})")) == "[0].events[0].type");
  CHECK(refusal(with_events(t + R"("type": "earn"})")) == "[0].events[0].id");
  CHECK(refusal(with_events(t + R"("id": "A", "type": "earn"})")) == "[0].events[0].points");
  CHECK(refusal(with_events(t + R"("id": "A", "type": "earn", "points": -1})")) ==
        "[0].events[0].points");
  CHECK(refusal(with_events(t + R"("id": "A", "type": "earn", "points": 1.5})")) ==
        "[0].events[0].points");
  CHECK(refusal(with_events(t + R"("id": "A", "type": "spend"})")) == "[0].events[0].points");
  CHECK(refusal(with_events(t + R"("id": "f", "type": "refund", "order": "A"})")) ==
        "[0].events[0].net_after");
  CHECK(refusal(with_events(t + R"("id": "f", "type": "refund", "net_after": 0})")) ==
        "[0].events[0].order");
  CHECK(refusal(with_events(t + R"("id": "u", "type": "unspend"})")) == "[0].events[0].spend");
  CHECK(refusal(with_events(t + R"("id": "m", "type": "merge"})")) == "[0].events[0].into");
}

TEST_CASE("a file of cases that is no JSON is refused with its line", "[wire][ledger]") {
  const auto report = run_ledger_cases("[\n{\"name\": }]");
  REQUIRE_FALSE(report);
  CHECK(report.error().code == ErrorCode::invalid_json);
  CHECK(report.error().line == 2);
}

}  // namespace regulars::wire
