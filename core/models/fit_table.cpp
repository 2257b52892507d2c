#include "core/models/fit_table.h"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>
#include <span>
#include <string>

#include "core/data/dialect.h"

namespace regulars {
namespace {

// What a column of the table may be.
enum Figure : std::size_t { frequency, recency, age, log_gaps, value, customers };
constexpr std::size_t kFigures = 6;

// Names in small letters, the own one first. What `n` counts depends on the model.
constexpr std::array<std::array<std::string_view, 5>, kFigures> kNames{{
    {"frequency", "x"},
    {"recency", "t_x", "t.x", "tx"},
    {"age", "t", "t.cal", "t_cal"},
    {"log_gaps", "litt"},
    {"value", "monetary_value", "zbar", "m", "m.x"},
    {"customers", "num", "weight", "custs", "n"},
}};
constexpr std::array<std::string_view, 4> kPeriodNames{"periods", "n", "n.cal", "n_cal"};

// One row, as far as the model needs it.
using Row = std::array<double, kFigures>;

// Where each figure stands in a record; -1 where it does not.
using Places = std::array<std::int32_t, kFigures>;

// What a file holds: its rows, and for each covariate that was asked for the texts of its cells.
struct Table {
  std::vector<Row> rows;
  std::vector<std::vector<std::string>> covariates;
  std::string delimiter;
};

std::string small_letters(std::string_view text) {
  std::string small;
  for (const char c : text)
    if (c != ' ' && c != '\t') small += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return small;
}

template <std::size_t N>
std::int32_t find(const std::vector<std::string>& header,
                  const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names) {
    if (name.empty()) break;
    const auto found = std::find(header.begin(), header.end(), name);
    if (found != header.end()) return static_cast<std::int32_t>(found - header.begin());
  }
  return -1;
}

std::vector<Figure> needed_by(TableModel model) {
  switch (model) {
    case TableModel::gamma_gamma:
      return {frequency, value};
    case TableModel::bg_cnbd_k:
    case TableModel::mbg_cnbd_k:
      return {frequency, recency, age, log_gaps};
    default:
      return {frequency, recency, age};
  }
}

Result<Places> places_of(std::vector<std::string> header, TableModel model) {
  for (std::string& name : header) name = small_letters(name);
  Places places;
  for (std::size_t figure = 0; figure < kFigures; ++figure)
    places[figure] = find(header, kNames[figure]);
  if (model == TableModel::bg_bb) {
    places[age] = find(header, kPeriodNames);
    if (places[customers] == places[age]) places[customers] = -1;
  }
  for (const Figure figure : needed_by(model)) {
    if (places[figure] >= 0) continue;
    const bool periods = model == TableModel::bg_bb && figure == age;
    return Error{.code = ErrorCode::column_not_found,
                 .detail = std::string(periods ? "n" : kNames[figure][0])};
  }
  return places;
}

std::optional<double> number_of(std::string_view cell, std::string_view delimiter) {
  while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
  while (!cell.empty() && cell.back() == ' ') cell.remove_suffix(1);
  std::string text(cell);
  // A table whose cells a semicolon sets apart may write its numbers with commas.
  if (delimiter != "," && text.find('.') == std::string::npos)
    std::replace(text.begin(), text.end(), ',', '.');
  double number = 0;
  const auto [end, error] = fast_float::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return {};
  return number;
}

/// What is wrong with a row: which figure, and what it says.
struct Complaint {
  Figure figure;
  std::string detail;
};

bool is_count(double number, double most) {
  return number >= 0 && number <= most && number == std::floor(number);
}

std::optional<Complaint> check(const Row& row, TableModel model) {
  constexpr double most_orders = 1e6;
  constexpr double longest = 1e6;
  if (!is_count(row[frequency], most_orders)) return Complaint{frequency, "not a whole number"};
  if (!(row[customers] >= 0)) return Complaint{customers, "below 0"};
  if (model == TableModel::gamma_gamma) return {};
  if (!(row[recency] >= 0)) return Complaint{recency, "below 0"};
  if (!(row[age] >= row[recency] && row[age] <= longest))
    return Complaint{age, row[age] > longest ? "too long" : "below recency"};
  if (row[frequency] == 0 && row[recency] > 0)
    return Complaint{recency, "above 0, but frequency is 0"};
  if (model != TableModel::bg_bb) return {};
  constexpr double most_periods = 1000;
  if (!is_count(row[age], most_periods)) return Complaint{age, "not a whole number"};
  if (!is_count(row[recency], most_periods)) return Complaint{recency, "not a whole number"};
  if (row[frequency] > row[recency]) return Complaint{frequency, "above recency"};
  return {};
}

std::string_view cell_at(const Record& record, std::size_t place) {
  return place < record.cells.size() ? record.cells[place] : std::string_view();
}

Result<std::vector<std::size_t>> columns_of(std::span<const std::string> header,
                                            std::span<const std::string> names) {
  std::vector<std::size_t> places;
  for (const std::string& name : names) {
    const auto found = std::find_if(header.begin(), header.end(), [&](const std::string& one) {
      return small_letters(one) == small_letters(name);
    });
    if (found == header.end()) return Error{.code = ErrorCode::column_not_found, .detail = name};
    places.push_back(static_cast<std::size_t>(found - header.begin()));
  }
  return places;
}

Result<Table> read_table(std::string_view file, const TableQuestion& question) {
  const TableModel model = question.model;
  constexpr std::size_t head_size = std::size_t{1} << 18;
  const Result<Head> head = read_shape(file.substr(0, head_size), file.size() <= head_size);
  if (!head) return head.error();
  const Result<Places> places =
      places_of(head->shape.header_rows > 0 ? head->header : std::vector<std::string>(), model);
  if (!places) return places.error();
  const auto known = columns_of(head->header, question.covariates);
  if (!known) return known.error();
  Table table{{}, {}, head->dialect.delimiter};
  table.covariates.resize(known->size());
  std::optional<Error> error;
  const auto needed = needed_by(model);
  const auto take = [&](const Record& record) {
    if (record.kind != RecordKind::data || error) return;
    const auto refuse = [&](Figure figure, std::string detail) {
      error = Error{.code = ErrorCode::invalid_cell,
                    .detail = std::move(detail),
                    .line = record.line,
                    .column = (*places)[figure] + 1};
    };
    Row row{};
    row[customers] = 1;
    const auto read = [&](Figure figure) {
      const std::string_view cell = cell_at(record, static_cast<std::size_t>((*places)[figure]));
      if (const auto number = number_of(cell, head->dialect.delimiter))
        row[figure] = *number;
      else
        refuse(figure, "\"" + std::string(cell) + "\"");
    };
    for (const Figure figure : needed) {
      if (error) return;
      // Whoever has no repeat purchase has no mean of them: the cell may hold anything.
      if (figure == value && row[frequency] == 0) continue;
      read(figure);
    }
    if (!error && (*places)[customers] >= 0) read(customers);
    if (error) return;
    if (const auto complaint = check(row, model)) refuse(complaint->figure, complaint->detail);
    for (std::size_t j = 0; j < known->size() && !error; ++j) {
      const std::string_view cell = cell_at(record, (*known)[j]);
      if (cell.find_first_not_of(' ') == std::string_view::npos)
        error = Error{.code = ErrorCode::invalid_cell,
                      .detail = "\"" + std::string(cell) + "\"",
                      .line = record.line,
                      .column = static_cast<std::int32_t>((*known)[j]) + 1};
      table.covariates[j].emplace_back(cell);
    }
    if (!error) table.rows.push_back(row);
  };
  CsvReader reader(head->dialect, head->shape);
  reader.push(file, take);
  reader.finish(take);
  if (error) return *error;
  if (table.rows.empty()) return Error{.code = ErrorCode::no_rows};
  return table;
}

// One covariate: what it is called, and its number in each row.
struct Covariate {
  std::string column;
  std::string level;
  std::vector<double> numbers;
};

// A column's covariates: itself where all its cells are numbers, else every level but the
// commonest.
std::vector<Covariate> covariates_of(const std::string& column,
                                     const std::vector<std::string>& cells,
                                     std::string_view delimiter) {
  Covariate numbers{column, {}, {}};
  for (const std::string& cell : cells) {
    const auto number = number_of(cell, delimiter);
    if (!number) break;
    numbers.numbers.push_back(*number);
  }
  if (numbers.numbers.size() == cells.size()) return {std::move(numbers)};
  std::map<std::string, std::size_t> counts;
  for (const std::string& cell : cells) ++counts[cell];
  const auto commonest = std::max_element(
      counts.begin(), counts.end(),
      [](const auto& one, const auto& other) { return one.second < other.second; });
  std::vector<Covariate> levels;
  for (const auto& [level, count] : counts) {
    if (level == commonest->first || levels.size() > kMostCovariates) continue;
    Covariate covariate{column, level, {}};
    for (const std::string& cell : cells) covariate.numbers.push_back(cell == level ? 1 : 0);
    levels.push_back(std::move(covariate));
  }
  return levels;
}

bool is_constant(const Covariate& covariate) {
  const std::vector<double>& numbers = covariate.numbers;
  return std::all_of(numbers.begin(), numbers.end(),
                     [&](double number) { return number == numbers.front(); });
}

// Nothing where a column says the same in every row, or there are too many covariates.
std::optional<std::vector<Covariate>> all_covariates(const Table& table,
                                                     const TableQuestion& question) {
  std::vector<Covariate> all;
  for (std::size_t j = 0; j < table.covariates.size(); ++j) {
    std::vector<Covariate> some =
        covariates_of(question.covariates[j], table.covariates[j], table.delimiter);
    if (some.empty() || is_constant(some.front())) return {};
    std::move(some.begin(), some.end(), std::back_inserter(all));
    if (all.size() > kMostCovariates) return {};
  }
  return all;
}

std::int32_t whole(double number) { return static_cast<std::int32_t>(number); }

Spend spend_of(const Row& row) { return {whole(row[frequency]), row[value]}; }

PeriodHistory periods_of(const Row& row) {
  return {whole(row[frequency]), whole(row[recency]), whole(row[age])};
}

History history_of(const Row& row, TimeUnit unit) {
  // The logarithm of a gap in days is that of the gap in the unit and of the unit itself.
  return {.frequency = whole(row[frequency]),
          .recency = days_of(row[recency], unit),
          .age = days_of(row[age], unit),
          .log_gaps = row[log_gaps] + row[frequency] * std::log(days_in(unit))};
}

void fit_spend(const std::vector<Row>& rows, TableFit& answer) {
  std::vector<CountedSpend> spends;
  spends.reserve(rows.size());
  for (const Row& row : rows) spends.push_back({spend_of(row), row[customers]});
  SpendFit fitted = fit_gamma_gamma(spends);
  answer.left_out = fitted.left_out;
  answer.correlation = fitted.correlation;
  answer.report = std::move(fitted.report);
  if (!is_fitted(answer.report.status)) return;
  for (const CountedSpend& row : spends)
    answer.predictions.push_back(
        {.expected = fitted.model.expected_value(row.spend), .customers = row.customers});
}

void fit_periods(const std::vector<Row>& rows, std::optional<double> predict, TableFit& answer) {
  std::vector<CountedPeriods> supporters;
  supporters.reserve(rows.size());
  for (const Row& row : rows) supporters.push_back({periods_of(row), row[customers]});
  Fitted<BgBb> fitted = fit_bg_bb(supporters);
  answer.report = std::move(fitted.report);
  if (!predict || !is_fitted(answer.report.status)) return;
  const auto ahead = whole(std::round(*predict));
  for (const auto& [periods, count] : supporters)
    answer.predictions.push_back(
        {.expected = fitted.model.expected_purchases(periods, ahead),
         .probability_alive = fitted.model.probability_alive(periods, 1),
         .probability_order = 1 - fitted.model.probability_of_none(periods, ahead),
         .customers = count});
}

void predict_rows(const std::vector<CountedHistory>& rows, double days, TableFit& answer,
                  const std::function<PurchaseModel(std::size_t)>& model_of_row) {
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Outlook ahead = outlook(model_of_row(row), rows[row].history, {days});
    answer.predictions.push_back({.expected = ahead.expected,
                                  .probability_alive = ahead.alive,
                                  .probability_order = 1 - ahead.none,
                                  .customers = rows[row].customers});
  }
}

std::vector<CountedHistory> histories_of(const Table& table, TimeUnit unit) {
  std::vector<CountedHistory> histories;
  histories.reserve(table.rows.size());
  for (const Row& row : table.rows) histories.push_back({history_of(row, unit), row[customers]});
  return histories;
}

void fit_times(const Table& table, const TableQuestion& question, TableFit& answer) {
  const std::vector<CountedHistory> histories = histories_of(table, question.unit);
  const auto kind = static_cast<ModelKind>(question.model);
  Fitted<PurchaseModel> fitted = fit(kind, Histories(histories), {.unit = question.unit});
  answer.report = std::move(fitted.report);
  if (question.predict && is_fitted(answer.report.status))
    predict_rows(histories, *question.predict, answer, [&](std::size_t) { return fitted.model; });
}

void fit_known(const Table& table, const TableQuestion& question, std::vector<Covariate> covariates,
               TableFit& answer) {
  CovariateTable known{histories_of(table, question.unit), covariates.size(), {}};
  known.values.reserve(known.rows.size() * covariates.size());
  for (std::size_t row = 0; row < known.rows.size(); ++row)
    for (const Covariate& covariate : covariates) known.values.push_back(covariate.numbers[row]);
  const auto kind = static_cast<ModelKind>(question.model);
  const CovariateFit fitted = fit_with_covariates(kind, known, {.unit = question.unit});
  answer.report = fitted.report;
  if (!is_fitted(answer.report.status)) return;
  answer.log_likelihood_without = fitted.log_likelihood_without;
  answer.p = fitted.p;
  for (std::size_t j = 0; j < fitted.effects.size(); ++j)
    answer.covariates.push_back(
        {std::move(covariates[j].column), std::move(covariates[j].level), fitted.effects[j]});
  if (question.predict)
    predict_rows(known.rows, *question.predict, answer,
                 [&](std::size_t row) { return model_of(fitted, known.of(row)); });
}

}  // namespace

Result<TableFit> fit_table(std::string_view file, const TableQuestion& question) {
  const bool takes_any = question.model < TableModel::gamma_gamma &&
                         takes_covariates(static_cast<ModelKind>(question.model));
  const Error not_these{.code = ErrorCode::invalid_option, .detail = "covariates"};
  if (!question.covariates.empty() && !takes_any) return not_these;
  const auto table = read_table(file, question);
  if (!table) return table.error();
  auto covariates = all_covariates(*table, question);
  if (!covariates) return not_these;
  TableFit answer;
  answer.model = question.model;
  if (question.model == TableModel::gamma_gamma)
    fit_spend(table->rows, answer);
  else if (question.model == TableModel::bg_bb)
    fit_periods(table->rows, question.predict, answer);
  else if (covariates->empty())
    fit_times(*table, question, answer);
  else
    fit_known(*table, question, std::move(*covariates), answer);
  for (const RowPrediction& prediction : answer.predictions)
    answer.expected_total += prediction.customers * prediction.expected;
  return answer;
}

}  // namespace regulars
