// A table of customers' figures, one row each: read, fitted, and asked what comes next.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/errors.h"
#include "core/models/bg_bb.h"
#include "core/models/covariates.h"
#include "core/models/gamma_gamma.h"
#include "core/models/purchase_model.h"

namespace regulars {

/// The models that a table can be fitted with: those of ModelKind in its order, and two more.
enum class TableModel : std::uint8_t {
  nbd,
  bg_nbd,
  mbg_nbd,
  pareto_nbd,
  bg_cnbd_k,
  mbg_cnbd_k,
  gamma_gamma,
  bg_bb,
};
inline constexpr std::array<std::string_view, 8> kTableModels{
    "nbd", "bg_nbd", "mbg_nbd", "pareto_nbd", "bg_cnbd_k", "mbg_cnbd_k", "gamma_gamma", "bg_bb"};

/// What is asked of a table.
struct TableQuestion {
  TableModel model = TableModel::bg_nbd;
  TimeUnit unit = TimeUnit::days;  // of the times in the table, and of the report
  // Days over which orders are expected, above 0; for bg_bb whole periods. Nothing: no predictions,
  // but for gamma_gamma, which needs no time.
  std::optional<double> predict{};
  // Columns of what is known of customers, for bg_nbd, mbg_nbd and pareto_nbd.
  std::vector<std::string> covariates{};
};

/// The most covariates that a table may come to.
inline constexpr std::size_t kMostCovariates = 30;

/// A covariate of a table and what it does.
struct TableCovariate {
  std::string column;
  std::string level;  // of a column of texts: 1 for rows that say this, else 0; empty for numbers
  CovariateEffect effect;
};

/// What is expected of one row.
struct RowPrediction {
  double expected = 0;  // orders in the time asked for; for gamma_gamma: the mean of an order
  double probability_alive = 1;
  double probability_order = 0;  // of at least one in that time
  double customers = 1;          // that the row stands for
};

/// What a table says.
struct TableFit {
  TableModel model = TableModel::bg_nbd;
  FitReport report;
  // Of gamma_gamma: customers without a mean above 0, and the correlation of frequency and value.
  double left_out = 0;
  std::optional<double> correlation;
  std::vector<RowPrediction> predictions;  // by row; empty where none were asked for, or no fit
  double expected_total = 0;               // orders, over all customers
  // Where covariates were asked for and something could be fitted; see CovariateFit.
  std::vector<TableCovariate> covariates;
  double log_likelihood_without = 0;
  double p = 1;
};

/// Reads, fits and predicts. Columns are found by their names, in any case: frequency (or x),
/// recency (t_x), age (T), log_gaps (litt) for the models of regular gaps, value (monetary_value,
/// zbar, m) for gamma_gamma; for bg_bb frequency, recency and n (periods), both in periods; and
/// customers (num, weight; but for bg_bb also n), how many a row stands for, 1 where there is none.
/// A covariate's column is found by its header. If all its cells are numbers, it is one covariate;
/// else every text in it but the commonest is one, and a blank cell is refused.
/// Errors: those of read_shape, no_rows, column_not_found (detail: the name), invalid_cell with
/// line and column, invalid_option (detail: covariates) where the model takes none, a column says
/// the same in every row, or there are too many.
Result<TableFit> fit_table(std::string_view file, const TableQuestion& question);

}  // namespace regulars
