#include "core/wire/answers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/customers/features.h"
#include "core/wire/agenda.h"
#include "core/wire/backtest.h"
#include "core/wire/conduct.h"
#include "core/wire/foresight.h"
#include "core/wire/optional.h"
#include "core/wire/program.h"

using nlohmann::json;

namespace regulars::wire {
namespace {

constexpr std::array<std::string_view, 13> kErrorWords{
    "empty_file",       "not_text",         "no_rows",      "no_columns", "no_date_column",
    "no_usable_column", "column_not_found", "invalid_cell", "no_orders",  "invalid_json",
    "invalid_option",   "invalid_program",  "wrong_stage"};
constexpr std::array<std::string_view, 4> kEffectWords{"rejected", "dropped", "kept", "assumed"};
constexpr std::array<std::string_view, kTableKinds> kKindWords{"orders",   "items",  "customers",
                                                               "products", "events", "rewards"};
constexpr std::array<std::string_view, kProfileNotes> kNoteWords{
    "no_customers", "names_only",        "masked_phones",
    "no_products",  "relayed_addresses", "needs_orders"};
constexpr std::array<std::string_view, 5> kMeaningWords{"unknown", "counted", "cancelled",
                                                        "refunded", "unpaid"};
constexpr std::array<std::string_view, 4> kGuessWords{"profile", "name", "content", "chosen"};
constexpr std::array<std::string_view, 7> kGroupWords{
    "recent", "gone_quiet", "frequent", "rare", "high_spend", "low_spend", "average"};
constexpr std::array<std::string_view, 3> kRecommendWords{"bought_with", "popular_in_segment",
                                                          "popular_in_shop"};

json text_or_null(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

// Money of a shop whose files hold no amounts is not known; it is not nothing.
json money_or_null(const OrderTable& table, Money money) {
  return table.has_amounts ? json(money.minor) : json(nullptr);
}

json dialect_json(const Dialect& dialect) {
  return {{"delimiter", dialect.delimiter},
          {"in_runs", dialect.in_runs},
          {"quote", std::string(1, dialect.quote)},
          {"escape", dialect.escape == '\0' ? std::string() : std::string(1, dialect.escape)},
          {"header_line", dialect.header_line},
          {"line_end", dialect.line_end}};
}

json guesses_json(const Layout& layout) {
  json guesses = json::array();
  for (const Guess& guess : layout.guesses)
    guesses.push_back({{"role", role_word(guess.role)},
                       {"column", guess.column},
                       {"header", guess.header},
                       {"reason", kGuessWords[static_cast<std::size_t>(guess.reason)]}});
  return guesses;
}

json notes_json(const Layout& layout) {
  json notes = json::array();
  for (const ProfileNote note : layout.notes)
    notes.push_back(kNoteWords[static_cast<std::size_t>(note)]);
  return notes;
}

json issues_json(const OrderBook& book) {
  const OrderTable& table = book.table();
  json issues = json::array();
  for (std::size_t i = 0; i < kIssueKinds; ++i) {
    const auto kind = static_cast<IssueKind>(i);
    const Issue& issue = kind < kFirstOfTable ? table.issues[kind] : book.findings()[kind];
    if (issue.count == 0) continue;
    json examples = json::array();
    for (const IssueExample& example : issue.examples)
      examples.push_back({{"file", table.files[static_cast<std::size_t>(example.file)].name},
                          {"row", example.row},
                          {"column", example.column},
                          {"text", example.text}});
    issues.push_back({{"kind", issue_word(kind)},
                      {"count", issue.count},
                      {"effect", kEffectWords[static_cast<std::size_t>(effect_of(kind))]},
                      {"examples", std::move(examples)}});
  }
  return issues;
}

json rules_json(const CleaningOptions& options) {
  json rules = json::object();
  for (std::size_t i = 0; i < kRules; ++i)
    rules[std::string(rule_word(static_cast<CleaningRule>(i)))] = options.on[i];
  return rules;
}

// The first of them: a page shows a list, not a hundred thousand.
// The first thousand of them.
json merges_json(const OrderBook& book, const std::vector<CustomerMerge>& all) {
  constexpr std::size_t most = 1000;
  constexpr std::array<std::string_view, 4> kinds{"id", "email", "phone", "name_and_postcode"};
  const OrderTable& table = book.table();
  const auto& apart = book.options().apart;
  json merges = json::array();
  for (const CustomerMerge& merge : all) {
    if (merges.size() == most) break;
    const std::string from(table.customers.text(merge.from));
    merges.push_back({{"from", from},
                      {"into", table.customers.text(merge.into)},
                      {"name", label_of(table, CustomerId{merge.into})},
                      {"by", kinds[static_cast<std::size_t>(merge.kind)]},
                      {"apart", std::find(apart.begin(), apart.end(), from) != apart.end()}});
  }
  return merges;
}

json tables_json(const OrderTable& table) {
  const OtherTables& others = table.others;
  return {{"customers", others.people.rows},
          {"products", others.articles.rows},
          {"events", others.events.size()},
          {"rewards", others.rewards.size()}};
}

// Without its file, where there is only one.
json example_json(const IssueExample& example) {
  return {{"row", example.row}, {"column", example.column}, {"text", example.text}};
}

json dates_json(const DateReading& dates) {
  constexpr std::array<std::string_view, 5> bases{"not_asked", "proven", "ascending", "stated",
                                                  "assumed"};
  constexpr std::array<std::string_view, 3> orders{"undecided", "day_first", "month_first"};
  const auto example = [&](const IssueExample& one) -> json {
    return one.row == 0 ? json(nullptr) : example_json(one);
  };
  return {{"basis", bases[static_cast<std::size_t>(dates.basis)]},
          {"order", orders[static_cast<std::size_t>(dates.order)]},
          {"proven", dates.proven},
          {"undecided", dates.undecided},
          {"proof", example(dates.proof)},
          {"asked", example(dates.asked)}};
}

json intake_json(const OrderBook& book) {
  const OrderTable& table = book.table();
  const BookTotals& totals = book.totals();
  json files = json::array();
  for (const FileIntake& file : table.files) files.push_back(to_json(file));
  json currencies = json::array();
  for (const OtherCurrency& other : table.other_currencies)
    currencies.push_back({{"currency", text_or_null(other.code)}, {"rows", other.rows}});
  json status_lines = json::object();
  for (std::size_t i = 0; i < kLineStatuses; ++i)
    status_lines[std::string(status_word(static_cast<LineStatus>(i)))] = totals.lines[i];
  const bool any = totals.orders_counted > 0;
  return {{"files", std::move(files)},
          {"lines", table.lines.size()},
          {"orders", totals.orders},
          {"orders_counted", totals.orders_counted},
          {"order_days", totals.order_days},
          {"customers", totals.customers},
          {"orders_without_customer", totals.orders_without_customer},
          {"revenue_without_customer", totals.revenue_without_customer.minor},
          {"first_order", any ? json(to_text(totals.first)) : json(nullptr)},
          {"last_order", any ? json(to_text(totals.last)) : json(nullptr)},
          {"revenue", money_or_null(table, totals.revenue)},
          {"refunded", totals.refunded.minor},
          {"currency", text_or_null(table.currency)},
          {"minor_digits", table.digits},
          {"status_lines", std::move(status_lines)},
          {"issues", issues_json(book)},
          {"rules", rules_json(book.options())},
          {"merges", merges_json(book, book.merges())},
          {"other_currencies", std::move(currencies)},
          {"tables", tables_json(table)}};
}

json metrics_json(const Analysis& analysis) {
  const ShopMetrics& metrics = analysis.metrics;
  json within = json::array();
  for (const RepurchaseWithin& window : metrics.repurchase_within) {
    json rate = rate_json(window.rate);
    rate["days"] = window.days;
    within.push_back(std::move(rate));
  }
  json median = figure_json(metrics.median_days_between_orders);
  median["gaps"] = metrics.gaps;
  json result{{"as_of", to_text(metrics.as_of)},
              {"customers", figure_json(metrics.customers)},
              {"repeat_customers", figure_json(metrics.repeat_customers)},
              {"repurchase_rate", rate_json(metrics.repurchase_rate)},
              {"repurchase_within", std::move(within)},
              {"orders_per_customer", figure_json(metrics.orders_per_customer)},
              {"average_order_value", figure_json(metrics.average_order_value)},
              {"revenue_per_customer", figure_json(metrics.revenue_per_customer)},
              {"median_days_between_orders", std::move(median)}};
  add_metrics(result, analysis);
  return result;
}

json segments_json(const SegmentMap& map, const std::vector<SegmentSums>& sums) {
  json segments = json::array();
  for (std::size_t i = 0; i < sums.size(); ++i)
    segments.push_back({{"name", map.names()[i]},
                        {"customers", sums[i].customers},
                        {"orders", sums[i].orders},
                        {"revenue", sums[i].revenue.minor}});
  return segments;
}

json thresholds_json(const RfmThresholds& thresholds, int digits) {
  // Interpolated quantiles in doubles: 296.4 is not shown as 296.4000000000001.
  const auto rounded = [](Cuts cuts, double scale) {
    for (double& cut : cuts) cut = std::round(cut * scale * 1e6) / 1e6;
    return cuts;
  };
  return {{"r", rounded(thresholds.days_since_last, 1)},
          {"f", rounded(thresholds.orders, 1)},
          {"m", rounded(thresholds.revenue, minor_units(1, digits))}};
}

json rfm_json(const Report& report) {
  const Analysis& analysis = *report.analysis;
  json grid = json::array();
  for (const GridCell& cell : report.grid)
    grid.push_back({{"r", cell.r},
                    {"f", cell.f},
                    {"customers", cell.customers},
                    {"revenue", cell.revenue.minor}});
  return {{"scheme", kSchemeWords[static_cast<std::size_t>(analysis.segments.scheme())]},
          {"thresholds", thresholds_json(analysis.rfm.thresholds, analysis.book.table().digits)},
          {"segments", segments_json(analysis.segments, report.segments)},
          {"grid", std::move(grid)}};
}

json clusters_json(const Report& report) {
  const ClusterChoice& choice = report.analysis->clusters;
  const bool ready = choice.status == ClusterStatus::ready;
  json groups = json::array();
  for (const GroupLine& group : report.groups) {
    json label = json::array();
    for (const GroupWord word : group.label)
      label.push_back(kGroupWords[static_cast<std::size_t>(word)]);
    groups.push_back({{"id", group.id},
                      {"label", std::move(label)},
                      {"size", group.size},
                      {"revenue", group.revenue.minor},
                      {"center",
                       {{"days_since_last", group.median_days_since_last},
                        {"orders", group.median_orders},
                        {"revenue", group.median_revenue.minor}}}});
  }
  json candidates = json::array();
  for (const ClusterCandidate& candidate : choice.candidates)
    candidates.push_back(
        {{"k", candidate.k}, {"inertia", candidate.inertia}, {"silhouette", candidate.silhouette}});
  const auto measured = [&](double value) { return ready ? json(value) : json(nullptr); };
  json result{
      {"k", ready ? json(choice.fit.centers.rows()) : json(nullptr)},
      {"features", kFeatures},
      {"inertia", measured(choice.fit.inertia)},
      {"silhouette", measured(choice.measures.silhouette)},
      {"calinski_harabasz", ready ? or_null(choice.measures.calinski_harabasz) : json(nullptr)},
      {"davies_bouldin", measured(choice.measures.davies_bouldin)},
      {"candidates", std::move(candidates)},
      {"silhouette_sample", choice.measures.silhouette_sample},
      {"groups", std::move(groups)}};
  if (!ready)
    result["reason"] = choice.status == ClusterStatus::all_alike ? "all_alike" : "too_little_data";
  return result;
}

json recommendations_json(const Report& report) {
  const Analysis& analysis = *report.analysis;
  const OrderTable& table = analysis.book.table();
  const auto name = [&](std::int32_t product) { return table.products.text(product); };
  json pairs = json::array();
  for (const ProductPair& pair : report.pairs)
    pairs.push_back({{"product", name(pair.product)},
                     {"with", name(pair.with)},
                     {"cosine", pair.cosine},
                     {"customers_both", pair.customers_both},
                     {"customers_product", pair.customers_product}});
  json popular = json::array();
  for (const ProductCount& count : report.popular)
    popular.push_back({{"product", name(count.product)}, {"customers", count.customers}});
  const char* status = table.products.size() == 0                             ? "no_product_column"
                       : analysis.products.status() == RecommendStatus::ready ? "ready"
                                                                              : "too_little_data";
  return {{"status", status},
          {"products", table.products.size()},
          {"pairs", std::move(pairs)},
          {"min_support", analysis.products.options().min_support},
          {"popular", std::move(popular)}};
}

json row_json(const Analysis& analysis, std::size_t place) {
  const OrderTable& table = analysis.book.table();
  const Summary& s = analysis.customers[place];
  const RfmScore& score = analysis.rfm.scores[place];
  return {{"id", static_cast<std::int32_t>(s.customer)},
          {"customer", table.customers.text(static_cast<std::int32_t>(s.customer))},
          {"name", label_of(table, s.customer)},
          {"first_order", to_text(s.first)},
          {"last_order", to_text(s.last)},
          {"orders", s.orders},
          {"revenue", s.revenue.minor},
          {"frequency", s.frequency},
          {"recency", s.recency},
          {"age", s.age},
          {"value", figure_of(analysis, place, CustomerColumn::value)},
          {"days_since_last", s.days_since_last},
          {"r", score.r},
          {"f", score.f},
          {"m", score.m},
          {"segment", analysis.segment_name(place)},
          {"cluster", analysis.group(place)},
          {"state", rhythm_word(analysis.conduct.rhythms.customers[place].state)},
          {"reward", analysis.awards[place]},
          {"future", future_json(analysis, place)}};
}

}  // namespace

std::string_view error_word(ErrorCode code) { return kErrorWords[static_cast<std::size_t>(code)]; }

json to_json(const Error& error) {
  return {{"code", error_word(error.code)},
          {"detail", error.detail},
          {"file", error.file},
          {"line", error.line},
          {"column", error.column}};
}

json to_json(const Preview& preview) {
  json sample = json::array();
  for (std::size_t i = 0; i < preview.head.records.size() && i < 5; ++i)
    sample.push_back(preview.head.records[i]);
  return {{"name", preview.name},
          {"kind", kKindWords[static_cast<std::size_t>(preview.layout.kind)]},
          {"profile", preview.layout.profile},
          {"notes", notes_json(preview.layout)},
          {"dialect", dialect_json(preview.head.dialect)},
          {"header", preview.head.header},
          {"guesses", guesses_json(preview.layout)},
          {"sample", std::move(sample)}};
}

json to_json(const FileIntake& intake) {
  return {{"name", intake.name},
          {"kind", kKindWords[static_cast<std::size_t>(intake.layout.kind)]},
          {"profile", intake.layout.profile},
          {"notes", notes_json(intake.layout)},
          {"encoding", intake.encoding},
          {"dialect", dialect_json(intake.dialect)},
          {"columns", guesses_json(intake.layout)},
          {"rows_read", intake.rows_read},
          {"rows_kept", intake.rows_kept},
          {"rows_rejected", intake.rows_rejected},
          {"structural",
           {{"blank", intake.structural.blank},
            {"header", intake.structural.header},
            {"totals", intake.structural.totals},
            {"other", intake.structural.other}}},
          {"first_day",
           intake.last_day == kNoDay ? json(nullptr) : json(to_text(Date{intake.first_day}))},
          {"last_day",
           intake.last_day == kNoDay ? json(nullptr) : json(to_text(Date{intake.last_day}))},
          {"dates", dates_json(intake.dates)}};
}

json to_json(const Trial& trial) {
  json statuses = json::array();
  constexpr std::size_t most = 50;
  for (const StatusFound& found : trial.statuses) {
    if (statuses.size() == most) break;
    statuses.push_back({{"word", found.word},
                        {"rows", found.rows},
                        {"meaning", kMeaningWords[static_cast<std::size_t>(found.meaning)]}});
  }
  json reasons = json::array();
  for (const RejectReason& reason : trial.reasons)
    reasons.push_back({{"kind", issue_word(reason.kind)},
                       {"count", reason.count},
                       {"first", example_json(reason.first)}});
  return {{"rows_read", trial.rows_read},
          {"rows_kept", trial.rows_kept},
          {"rows_rejected", trial.rows_rejected},
          {"orders", trial.orders},
          {"orders_counted", trial.orders_counted},
          {"customers", trial.customers},
          {"revenue", trial.has_amounts ? json(trial.revenue.minor) : json(nullptr)},
          {"minor_digits", trial.digits},
          {"currency", text_or_null(trial.currency)},
          {"dates", dates_json(trial.dates)},
          {"statuses", std::move(statuses)},
          {"reasons", std::move(reasons)},
          {"zones", trial.zones}};
}

json to_json(const std::vector<RuleEffect>& effects) {
  json rules = json::array();
  for (const RuleEffect& effect : effects)
    rules.push_back({{"rule", rule_word(effect.rule)},
                     {"on", effect.on},
                     {"count", effect.count},
                     {"kind", issue_word(issue_of(effect.rule))},
                     {"orders", effect.orders},
                     {"customers", effect.customers},
                     {"revenue", effect.revenue.minor}});
  return rules;
}

json rejects_json(const OrderTable& table, std::int64_t from, std::int64_t limit) {
  const auto total = static_cast<std::int64_t>(table.rejects.size());
  const std::int64_t begin = std::clamp<std::int64_t>(from, 0, total);
  const std::int64_t end = begin + std::min(limit, total - begin);
  json rows = json::array();
  for (std::int64_t i = begin; i < end; ++i) {
    const Reject& reject = table.rejects[static_cast<std::size_t>(i)];
    rows.push_back({{"reject", i},
                    {"file", table.files[static_cast<std::size_t>(reject.file)].name},
                    {"place", reject.file},
                    {"row", reject.row},
                    {"offset", reject.offset},
                    {"reason", issue_word(reject.reason)},
                    {"column", reject.column},
                    {"mending", mending_word(reject.mending)},
                    {"text", reject.text}});
  }
  return {{"total", total}, {"rows", std::move(rows)}};
}

json to_json(const std::vector<std::optional<std::size_t>>& found) {
  json places = json::array();
  for (const auto& place : found) places.push_back(or_null(place));
  return places;
}

json to_json(const Report& report) {
  json result{{"version", 1},
              {"intake", intake_json(report.analysis->book)},
              {"metrics", metrics_json(*report.analysis)},
              {"rfm", rfm_json(report)},
              {"survival", survival_json(*report.analysis)},
              {"cohorts", cohorts_json(report.analysis->conduct.cohorts)},
              {"behaviour", behaviour_json(*report.analysis)},
              {"monitor", monitor_json(*report.analysis)},
              {"clusters", clusters_json(report)},
              {"recommendations", recommendations_json(report)},
              {"rewards", rewards_json(*report.analysis, outcome_of(*report.analysis))}};
  result["this_week"] = this_week_json(*report.analysis);
  add_foresight(result, *report.analysis);
  return result;
}

json to_json(const SegmentTrial& trial, int digits) {
  return {{"scheme", kSchemeWords[static_cast<std::size_t>(trial.map.scheme())]},
          {"thresholds", thresholds_json(trial.thresholds, digits)},
          {"segments", segments_json(trial.map, trial.segments)}};
}

json to_json(const Audience& audience) {
  json left_out = json::object();
  for (std::size_t i = 0; i < kLeftOuts; ++i)
    if (audience.left_out[i] > 0) left_out[std::string(kLeftOutWords[i])] = audience.left_out[i];
  return {{"listed", audience.listed},
          {"written", audience.members.size()},
          {"left_out", std::move(left_out)},
          {"unknown_consent", audience.unknown_consent}};
}

json to_json(const CsvPiece& piece) {
  return {{"text", piece.text}, {"next", or_null(piece.next)}};
}

json to_json(const Progress& progress) {
  return {{"rows", progress.rows}, {"rejected", progress.rejected}, {"bytes", progress.bytes}};
}

json to_json(const Cells& cells) {
  json structural = json::array();
  for (const StructuralCells& piece : cells.structural)
    structural.push_back({{"line", piece.line}, {"kind", piece.kind}, {"text", piece.text}});
  const auto faulty = [](const std::vector<FaultyCells>& pieces) {
    json list = json::array();
    for (const FaultyCells& piece : pieces)
      list.push_back({{"line", piece.line},
                      {"offset", piece.offset},
                      {"reason", piece.reason},
                      {"text", piece.text}});
    return list;
  };
  json dialect = dialect_json(cells.dialect);
  dialect["encoding"] = "utf-8";
  return {{"dialect", std::move(dialect)},      {"header", cells.header},
          {"records", cells.records},           {"structural", std::move(structural)},
          {"repaired", faulty(cells.repaired)}, {"rejected", faulty(cells.rejected)}};
}

json to_json(const Analysis& analysis, const CustomerPage& page) {
  json rows = json::array();
  for (const std::int32_t place : page.places)
    rows.push_back(row_json(analysis, static_cast<std::size_t>(place)));
  return {{"total", page.total}, {"rows", std::move(rows)}};
}

json to_json(const Analysis& analysis, const CustomerDetail& detail) {
  const OrderTable& table = analysis.book.table();
  json orders = json::array();
  for (const OrderLine& order : detail.orders) {
    json products = json::array();
    for (const std::int32_t product : order.products)
      products.push_back(table.products.text(product));
    orders.push_back({{"order", order.number},
                      {"date", to_text(order.moment.date)},
                      {"amount", order.net.minor},
                      {"status", status_word(order.status)},
                      {"products", std::move(products)},
                      {"file", table.files[static_cast<std::size_t>(order.file)].name},
                      {"line", order.row}});
  }
  json recommendations = json::array();
  for (const Recommendation& r : detail.recommendations)
    recommendations.push_back(
        {{"product", table.products.text(r.product)},
         {"score", r.score},
         {"reason", kRecommendWords[static_cast<std::size_t>(r.reason)]},
         {"because", r.because < 0 ? std::string_view{} : table.products.text(r.because)},
         {"customers", r.customers}});
  return {{"row", row_json(analysis, detail.place)},
          {"rhythm", rhythm_json(analysis, detail.place)},
          {"standing",
           {{"more_recent", detail.standing.more_recent},
            {"more_orders", detail.standing.more_orders},
            {"more_revenue", detail.standing.more_revenue}}},
          {"orders", std::move(orders)},
          {"merges", merges_json(analysis.book, detail.merges)},
          {"recommendations", std::move(recommendations)},
          {"held_out", detail.award.held_out},
          {"grants", grants_to_json(detail.award, analysis.program)}};
}

}  // namespace regulars::wire
