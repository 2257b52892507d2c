#include "core/wire/program_trial.h"

#include <algorithm>
#include <utility>

#include "core/report/tables.h"
#include "core/wire/backtest.h"

namespace regulars::wire {
namespace {

using nlohmann::json;

json changed_json(const Analysis& analysis, const ProgramComparison& comparison,
                  const Changed& changed, std::int64_t limit) {
  const OrderTable& table = analysis.book.table();
  const std::size_t most = std::min(changed.places.size(), static_cast<std::size_t>(limit));
  json rows = json::array();
  for (std::size_t i = 0; i < most; ++i) {
    const auto place = static_cast<std::size_t>(changed.places[i]);
    const CustomerId customer = analysis.customers[place].customer;
    rows.push_back({{"id", static_cast<std::int32_t>(customer)},
                    {"customer", table.customers.text(static_cast<std::int32_t>(customer))},
                    {"name", label_of(table, customer)},
                    {"segment", analysis.segment_name(place)},
                    {"before", comparison.before[place]},
                    {"after", comparison.after[place]}});
  }
  const std::size_t customers = changed.places.size();
  return {{"customers", customers},
          {"sum", changed.sum},
          {"average", customers == 0 ? json()
                                     : json(static_cast<double>(changed.sum) /
                                            static_cast<double>(customers))},
          {"rows", std::move(rows)}};
}

json comparison_json(const Analysis& analysis, const ProgramComparison& comparison,
                     std::int64_t limit) {
  json result{{"by", kCompareByWords[static_cast<std::size_t>(comparison.by)]},
              {"unit", to_text(comparison.unit)}};
  if (!comparison.comparable) {
    result["reason"] = "different_units";
    return result;
  }
  json segments = json::array();
  for (std::size_t i = 0; i < comparison.segments.size(); ++i) {
    const SegmentChange& change = comparison.segments[i];
    segments.push_back({{"segment", analysis.segments.names()[i]},
                        {"gain", change.gain},
                        {"lose", change.lose},
                        {"same", change.same},
                        {"sum", change.sum}});
  }
  result["gain"] = changed_json(analysis, comparison, comparison.gain, limit);
  result["lose"] = changed_json(analysis, comparison, comparison.lose, limit);
  result["same"] = comparison.same;
  result["segments"] = std::move(segments);
  return result;
}

}  // namespace

json to_json(const Analysis& analysis, const ProgramTrial& trial, std::int64_t limit) {
  json comparisons = json::array();
  for (const ProgramComparison& comparison : trial.comparisons)
    comparisons.push_back(comparison_json(analysis, comparison, limit));
  return {
      {"rewards", rewards_json(analysis, {trial.program, trial.granted.totals, trial.backtest})},
      {"comparisons", std::move(comparisons)}};
}

}  // namespace regulars::wire
