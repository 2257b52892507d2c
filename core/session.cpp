#include "core/session.h"

#include <algorithm>
#include <utility>

namespace regulars {
namespace {

constexpr std::int64_t kLongestPage = 1000;

}  // namespace

Session::Session() { open(); }

void Session::drop_analysis() {
  analysis_.reset();
  selected_for_.reset();
  order_ = {};
  audience_.reset();
  nearly_.reset();
}

void Session::open() {
  drop_analysis();
  reader_.reset();
  preview_.reset();
  head_.clear();
  file_options_.clear();
  mends_.clear();
  before_mends_.reset();
  table_ = std::make_unique<OrderTable>();
}

Result<Preview> Session::sniff(std::string_view head, std::string name, bool whole,
                               const ColumnMap& columns) {
  preview_.reset();
  const auto named = [&](Error error) {
    error.file = name;
    return error;
  };
  Result<Head> read = read_head(head, whole);
  if (!read) return named(read.error());
  Result<Layout> layout = find_columns(*read, columns);
  if (!layout) return named(layout.error());
  preview_ = Preview{std::move(name), std::move(*read), std::move(*layout)};
  head_ = head;
  head_is_whole_ = whole;
  return *preview_;
}

Result<Trial> Session::trial(const FileOptions& options) const {
  if (!preview_) return Error{ErrorCode::wrong_stage};
  return try_head(head_, head_is_whole_, preview_->head, preview_->layout, options);
}

Result<Done> Session::begin(FileOptions options) {
  if (!preview_ || reader_) return Error{ErrorCode::wrong_stage};
  drop_analysis();
  take_back_mends();
  before_file_ = mark(*table_);
  options.name = preview_->name;
  file_options_.push_back(options);
  std::string().swap(head_);
  bytes_ = 0;
  reader_.emplace(*table_, preview_->head, preview_->layout, std::move(options));
  preview_.reset();
  return Done{};
}

Result<Done> Session::push(std::string_view bytes) {
  if (!reader_) return Error{ErrorCode::wrong_stage};
  reader_->push(bytes);
  bytes_ += static_cast<std::int64_t>(bytes.size());
  return Done{};
}

Progress Session::progress() const {
  if (!reader_) return {};
  return {reader_->rows_read(), reader_->rows_rejected(), bytes_};
}

Result<FileIntake> Session::end(std::string encoding) {
  if (!reader_) return Error{ErrorCode::wrong_stage};
  reader_->finish();
  reader_.reset();
  table_->files.back().encoding = std::move(encoding);
  return table_->files.back();
}

void Session::abandon() {
  if (!reader_) return;
  reader_.reset();
  rewind(*table_, before_file_);
  file_options_.pop_back();
}

// Mended lines are the last of all, so that a new file can only follow when they are gone.
void Session::take_back_mends() {
  if (!before_mends_) return;
  rewind(*table_, *before_mends_);
  table_->mended.clear();
  for (Reject& reject : table_->rejects) {
    if (reject.mending == Mending::none) continue;
    reject.mending = Mending::none;
    FileIntake& file = table_->files[static_cast<std::size_t>(reject.file)];
    --file.rows_kept;
    ++file.rows_rejected;
  }
  before_mends_.reset();
}

std::vector<bool> Session::apply_mends() {
  std::vector<bool> kept;
  before_mends_ = mark(*table_);
  for (const Mend& one : mends_) {
    const Reject reject = table_->rejects[one.reject];
    // A row that is still in trouble is in the same trouble as before.
    const std::vector<OtherCurrency> currencies = table_->other_currencies;
    FileReader reader(*table_, reject.file, file_options_[static_cast<std::size_t>(reject.file)]);
    const bool is_kept = reader.mend(one.mending == Mending::fixed ? one.text : reject.text,
                                     reject.row, one.mending);
    if (is_kept) {
      table_->rejects[one.reject].mending = one.mending;
      table_->issues.forget(reject.reason, reject.file, reject.row);
    } else {
      table_->other_currencies = currencies;
    }
    kept.push_back(is_kept);
  }
  return kept;
}

Result<std::vector<bool>> Session::mend(std::vector<Mend> mends) {
  if (reader_ || table_->files.empty()) return Error{ErrorCode::wrong_stage};
  for (const Mend& one : mends)
    if (one.reject >= table_->rejects.size() || one.mending == Mending::none)
      return Error{ErrorCode::invalid_option, "mends"};
  drop_analysis();
  take_back_mends();
  mends_ = std::move(mends);
  return apply_mends();
}

Result<std::vector<std::optional<std::size_t>>> Session::recognize(
    std::span<const KnownRow> rows) const {
  if (reader_ || table_->files.empty()) return Error{ErrorCode::wrong_stage};
  return find_rejects(*table_, rows);
}

Result<std::vector<RuleEffect>> Session::cleaning() const {
  if (!analysis_) return Error{ErrorCode::wrong_stage};
  return rule_effects(analysis_->book);
}

Result<Report> Session::analyze(const AnalyzeOptions& options) {
  if (reader_ || table_->files.empty()) return Error{ErrorCode::wrong_stage};
  drop_analysis();
  if (!before_mends_ && !mends_.empty()) apply_mends();
  for (Names* names : {&table_->numbers, &table_->customers, &table_->products, &table_->channels,
                       &table_->labels})
    names->rest();
  Result<Analysis> analysis = regulars::analyze(*table_, options);
  if (!analysis) return analysis.error();
  analysis_ = std::make_unique<Analysis>(std::move(*analysis));
  return build_report(*analysis_);
}

Result<SegmentTrial> Session::segments(const RfmOptions& options) const {
  if (!analysis_) return Error{ErrorCode::wrong_stage};
  return try_segments(*analysis_, options);
}

Result<ProgramTrial> Session::program(Program program) const {
  if (!analysis_) return Error{ErrorCode::wrong_stage};
  return try_program(*analysis_, std::move(program));
}

bool Session::knows_segment(const CustomerQuery& query) const {
  const auto& names = analysis_->segments.names();
  return !query.segment || std::find(names.begin(), names.end(), *query.segment) != names.end();
}

Result<Comparison> Session::compare(const CustomerQuery& first,
                                    const std::optional<CustomerQuery>& second) const {
  if (!analysis_) return Error{ErrorCode::wrong_stage};
  if (!knows_segment(first)) return Error{ErrorCode::invalid_option, "first.segment"};
  if (second && !knows_segment(*second)) return Error{ErrorCode::invalid_option, "second.segment"};
  const auto places = select_customers(*analysis_, first);
  return compare_customers(
      *analysis_, places,
      second ? select_customers(*analysis_, *second) : everybody_else(*analysis_, places));
}

Result<CustomerPage> Session::customers(const CustomerQuery& query) {
  if (!analysis_) return Error{ErrorCode::wrong_stage};
  if (!knows_segment(query)) return Error{ErrorCode::invalid_option, "segment"};
  CustomerQuery key = query;
  key.offset = key.limit = 0;
  if (selected_for_ != key) {
    selected_ = select_customers(*analysis_, query, order_);
    selected_for_ = key;
  }
  CustomerPage page;
  page.total = static_cast<std::int64_t>(selected_.size());
  const std::int64_t from = std::clamp<std::int64_t>(query.offset, 0, page.total);
  const std::int64_t to =
      std::min(page.total, from + std::clamp<std::int64_t>(query.limit, 0, kLongestPage));
  page.places.assign(selected_.begin() + static_cast<std::ptrdiff_t>(from),
                     selected_.begin() + static_cast<std::ptrdiff_t>(to));
  return page;
}

Result<CustomerDetail> Session::customer(CustomerId id) const {
  if (!analysis_) return Error{ErrorCode::wrong_stage};
  const auto place = place_of(*analysis_, id);
  if (!place) return Error{ErrorCode::invalid_option, "id"};
  return customer_detail(*analysis_, *place);
}

Result<CustomerWhy> Session::why(CustomerId id) const {
  if (!analysis_) return Error{ErrorCode::wrong_stage};
  const auto place = place_of(*analysis_, id);
  if (!place) return Error{ErrorCode::invalid_option, "id"};
  return regulars::why(*analysis_, *place);
}

Result<const std::vector<Near>*> Session::nearly() {
  if (!analysis_) return Error{ErrorCode::wrong_stage};
  if (!nearly_) nearly_ = nearly_there(*analysis_);
  return &*nearly_;
}

Result<const Audience*> Session::audience(const AudienceQuery& query) {
  if (!analysis_) return Error{ErrorCode::wrong_stage};
  const auto& names = analysis_->segments.names();
  const auto& segment = query.customers.segment;
  if (segment && std::find(names.begin(), names.end(), *segment) == names.end())
    return Error{ErrorCode::invalid_option, "customers.segment"};
  if (!audience_ || audience_->query != query) audience_ = choose_audience(*analysis_, query);
  return &*audience_;
}

Result<CsvPiece> Session::audience_csv(const AudienceQuery& query, std::int64_t from) {
  const Result<const Audience*> chosen = audience(query);
  if (!chosen) return chosen.error();
  return write_audience(*analysis_, **chosen, from);
}

Result<CsvPiece> Session::csv(CsvKind kind, std::int64_t from) {
  if (kind == CsvKind::rejects && !table_->files.empty()) return write_rejects(*table_, from);
  if (!analysis_) return Error{ErrorCode::wrong_stage};
  switch (kind) {
    case CsvKind::customers:
      return write_customers(*analysis_, from);
    case CsvKind::lines:
      return write_lines(analysis_->book, from);
    case CsvKind::rewards:
      return write_rewards(*analysis_, from);
    case CsvKind::ledger:
      return write_ledger(*analysis_, from);
    case CsvKind::nearly:
      return write_nearly_there(*analysis_, **nearly(), from);
    case CsvKind::rejects:
      break;
  }
  return Error{ErrorCode::wrong_stage};
}

}  // namespace regulars
