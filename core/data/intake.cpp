#include "core/data/intake.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/data/cursor.h"
#include "core/data/identity.h"
#include "core/data/intake_row.h"
#include "core/data/items.h"

namespace regulars {
namespace {

bool is_too_large(std::int64_t minor) { return minor > kLargestOfRow || minor < -kLargestOfRow; }

LineStatus line_status(StatusWord word) {
  switch (word) {
    case StatusWord::cancelled:
      return LineStatus::cancelled;
    case StatusWord::refunded:
      return LineStatus::refunded;
    case StatusWord::unpaid:
      return LineStatus::unpaid;
    default:
      return LineStatus::counted;
  }
}

// The currency that a sign beside an amount stands for; dollars and yen are those of many
// countries.
std::string currency_by_sign(const Head& head) {
  constexpr std::array<std::array<std::string_view, 2>, 9> signs{{{"\xE2\x82\xAC", "EUR"},
                                                                  {"\xC2\xA3", "GBP"},
                                                                  {"\xE2\x82\xB9", "INR"},
                                                                  {"\xE0\xA7\xB3", "BDT"},
                                                                  {"\xE2\x82\xA9", "KRW"},
                                                                  {"\xE2\x82\xBD", "RUB"},
                                                                  {"\xE2\x82\xBA", "TRY"},
                                                                  {"\xE2\x82\xAB", "VND"},
                                                                  {"\xE0\xB8\xBF", "THB"}}};
  constexpr std::size_t rows = 20;
  for (std::size_t i = 0; i < head.records.size() && i < rows; ++i)
    for (const std::string& cell : head.records[i])
      for (const auto& [sign, code] : signs)
        if (cell.find(sign) != std::string::npos && parse_money(cell, {'.'}, 2))
          return std::string(code);
  return {};
}

// The currency of most rows of the head; the owner's where it is among them.
std::string currency_in(const Head& head, const Layout& layout, const std::string& owners) {
  if (!layout.has(Role::currency)) return owners.empty() ? currency_by_sign(head) : std::string();
  std::map<std::string, std::size_t> rows;
  const auto column = static_cast<std::size_t>(layout.at(Role::currency));
  for (const auto& record : head.records)
    if (column < record.size())
      if (const auto code = parse_currency(record[column])) ++rows[*code];
  if (rows.empty()) return {};
  if (rows.contains(owners)) return owners;
  return std::max_element(rows.begin(), rows.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// What the whole file told of its dates holds for a row that is read once more.
Layout settled_layout(const FileIntake& file) {
  Layout layout = file.layout;
  if (file.dates.order != DayOrder::undecided) layout.day_order = file.dates.order;
  return layout;
}

bool begins_with(std::string_view text, std::string_view beginning) {
  return same_letters(text.substr(0, beginning.size()), beginning);
}

}  // namespace

FileReader::FileReader(OrderTable& table, const Head& head, Layout layout, FileOptions options)
    : table_(&table),
      index_(table.files.size()),
      options_(std::move(options)),
      layout_(std::move(layout)),
      reader_(head.dialect, head.shape),
      dates_(layout_, options_.zone, options_.zones, options_.day_order) {
  begin();
  FileIntake intake;
  intake.name = options_.name;
  intake.encoding = options_.encoding;
  intake.dialect = head.dialect;
  intake.layout = layout_;
  intake.first_line = static_cast<std::int64_t>(table.lines.size());
  table.files.push_back(std::move(intake));
  if (table.currency.empty()) {
    table.currency = currency_in(head, layout_, options_.currency);
    if (table.currency.empty())
      table.currency = options_.currency.empty() ? layout_.currency : options_.currency;
    // Amounts already read with two decimals stay as they are: a second file cannot change the
    // first one's minor unit.
    if (table.lines.size() == 0) table.digits = minor_digits(table.currency);
  }
  if (layout_.kind != TableKind::orders && layout_.kind != TableKind::items) return;
  table.has_amounts = table.has_amounts || layout_.has(Role::amount) ||
                      layout_.has(Role::unit_price) || layout_.has(Role::order_total);
  table.has_customers = table.has_customers || !layout_.identities.empty();
}

FileReader::FileReader(OrderTable& table, std::int32_t file, FileOptions options)
    : table_(&table),
      index_(static_cast<std::size_t>(file)),
      options_(std::move(options)),
      layout_(settled_layout(table.files[index_])),
      reader_(table.files[index_].dialect),
      dates_(layout_, options_.zone, options_.zones, options_.day_order) {
  begin();
}

void FileReader::begin() {
  for (const auto& [word, meaning] : options_.statuses) layout_.statuses[word] = meaning;
  first_numbered_ = table_->numbered.size();
  first_loose_ = table_->loose.size();
  first_event_ = table_->others.events.size();
  first_reward_ = table_->others.rewards.size();
  date_name_ = column_name(Role::date);
  last_signs_.resize(layout_.identities.size());
  last_unit_.digits = table_->digits;
  states_money_ = std::any_of(kOfOrder.begin(), kOfOrder.end(),
                              [this](Role role) { return layout_.has(role); });
  takes_plain_rows_ = (layout_.kind == TableKind::orders || layout_.kind == TableKind::items) &&
                      layout_.rules.empty() && layout_.wide.empty() && layout_.added.empty() &&
                      layout_.deducted.empty() && layout_.owed < 0 && layout_.adjusted_total < 0 &&
                      !layout_.has(Role::items);
}

void FileReader::push(std::string_view bytes) {
  reader_.push(
      bytes, [this](const Record& record) { add(record); },
      [this](const PlainRows& rows) { add_rows(rows); });
}

void FileReader::finish() {
  reader_.finish([this](const Record& record) { add(record); });
  file().dates = dates_.settle(table_->issues);
  settle();
}

// Days that waited get their order of day and month, and their place in the shop's zone.
void FileReader::settle() {
  FileIntake& intake = file();
  const auto decide = [&](std::int32_t& day) {
    if (dates_.any_wait()) day = dates_.settled(day);
    if (day == kNoDay) return;
    intake.first_day = std::min(intake.first_day, day);
    intake.last_day = std::max(intake.last_day, day);
  };
  for (std::size_t i = first_numbered_; i < table_->numbered.size(); ++i)
    decide(table_->numbered.day[i]);
  for (const std::int32_t i : joined_) decide(table_->numbered.day[static_cast<std::size_t>(i)]);
  for (std::size_t i = first_loose_; i < table_->loose.size(); ++i) decide(table_->loose.day[i]);
  Events& events = table_->others.events;
  for (std::size_t i = first_event_; i < events.size(); ++i) decide(events.day[i]);
  Rewards& rewards = table_->others.rewards;
  for (std::size_t i = first_reward_; i < rewards.size(); ++i) decide(rewards.day[i]);
  for (const WaitingMoment& waiting : waiting_) {
    OrderHeads& heads = waiting.loose ? table_->loose : table_->numbered;
    const auto at = static_cast<std::size_t>(waiting.order);
    const Moment moment = dates_.moved({Date{heads.day[at]}, heads.second_of(at)}, waiting.offset);
    heads.day[at] = moment.date.days;
    heads.second[at] = moment.second;
  }
}

bool FileReader::mend(std::string_view text, std::int64_t row, Mending mending) {
  mending_ = mending;
  // Rows are counted once, when their file is read.
  const std::int64_t read = file().rows_read;
  const std::int64_t kept = file().rows_kept;
  const std::int64_t rejected = file().rows_rejected;
  const std::size_t rejects = table_->rejects.size();
  const Issues issues = table_->issues;
  const auto line = static_cast<std::int64_t>(table_->lines.size());
  const auto take = [&](Record record) {
    record.line = row;
    if (mending == Mending::kept) record.fault = Fault::none;
    add(record);
  };
  reader_.push(text, take);
  reader_.finish(take);
  dates_.settle(table_->issues);
  settle();
  const bool is_kept = file().rows_kept > kept;
  file().rows_read = read;
  file().rows_kept = kept + is_kept;
  file().rows_rejected = rejected - is_kept;
  table_->rejects.resize(rejects);
  table_->issues = issues;
  if (is_kept && static_cast<std::int64_t>(table_->lines.size()) > line)
    table_->mended.push_back({line, static_cast<std::int32_t>(index_)});
  return is_kept;
}

std::string_view FileReader::text_at(const Record& record, std::int32_t column) const {
  return column < 0 || static_cast<std::size_t>(column) >= record.cells.size()
             ? std::string_view{}
             : bare(record.cells[static_cast<std::size_t>(column)]);
}

std::string_view FileReader::cell(const Record& record, Role role) const {
  return text_at(record, layout_.at(role));
}

std::string FileReader::column_name(std::int32_t column) const {
  for (const Guess& guess : layout_.guesses)
    if (guess.column == column + 1 && !guess.header.empty()) return guess.header;
  return column < 0 ? std::string() : std::to_string(column + 1);
}

std::string FileReader::column_name(Role role) const { return column_name(layout_.at(role)); }

void FileReader::note(const Record& record, IssueKind kind, Role role) {
  table_->issues.note(kind, static_cast<std::int32_t>(index_), record.line, column_name(role),
                      cell(record, role));
}

void FileReader::reject(const Record& record, IssueKind kind, std::string_view column,
                        std::string_view text) {
  ++file().rows_rejected;
  table_->issues.note(kind, static_cast<std::int32_t>(index_), record.line, column, text);
  table_->rejects.push_back({static_cast<std::int32_t>(index_), record.line, record.offset, kind,
                             std::string(column), std::string(record.raw)});
}

void FileReader::reject(const Record& record, IssueKind kind, Role role) {
  reject(record, kind, column_name(role), cell(record, role));
}

bool FileReader::forgive(const Record& record, IssueKind kind, Role role) {
  if (mending_ == Mending::kept) return true;
  reject(record, kind, role);
  return false;
}

void FileReader::add(const Record& record) {
  if (is_structure(record)) return;
  ++file().rows_read;
  if (!check_shape(record)) return;
  bool kept = false;
  switch (layout_.kind) {
    case TableKind::orders:
    case TableKind::items:
      kept = add_order(record);
      break;
    case TableKind::customers:
      kept = add_person(record);
      break;
    case TableKind::products:
      kept = add_article(record);
      break;
    case TableKind::events:
      kept = add_event(record);
      break;
    case TableKind::rewards:
      kept = add_reward(record);
      break;
  }
  file().rows_kept += kept;
}

// What stands around the rows. A second table in the same file is not of this one: its rows are
// listed with the rejected, so that nobody misses them.
bool FileReader::is_structure(const Record& record) {
  StructuralRows& structural = file().structural;
  switch (record.kind) {
    case RecordKind::blank:
      ++structural.blank;
      return true;
    case RecordKind::separator:
    case RecordKind::preamble:
    case RecordKind::header:
      ++structural.header;
      return true;
    case RecordKind::totals:
      ++structural.totals;
      return true;
    case RecordKind::other_table:
      ++file().rows_read;
      reject(record, IssueKind::other_table, "", record.raw);
      return true;
    case RecordKind::data:
      break;
  }
  if (record.fault != Fault::none) return false;
  const bool blank = std::all_of(record.cells.begin(), record.cells.end(),
                                 [](std::string_view text) { return bare(text).empty(); });
  structural.blank += blank;
  return blank;
}

// A stray quote costs nothing where its row still has the cells of the table.
bool FileReader::check_shape(const Record& record) {
  if (record.fault != Fault::none) {
    const bool whole =
        record.cells.size() == layout_.cells ||
        (record.cells.size() == layout_.cells + 1 && bare(record.cells.back()).empty());
    if (record.fault == Fault::unclosed_quote || !whole)
      return reject(record, IssueKind::unclosed_quote, "", record.raw), false;
    table_->issues.note(IssueKind::stray_quote, static_cast<std::int32_t>(index_), record.line, "",
                        record.raw);
  }
  if (mending_ == Mending::kept) return true;
  if (record.cells.size() < layout_.cells)
    return reject(record, IssueKind::too_few_cells, "", record.raw), false;
  for (std::size_t i = layout_.cells; i < record.cells.size(); ++i)
    if (!bare(record.cells[i]).empty())
      return reject(record, IssueKind::too_many_cells, "", record.raw), false;
  return true;
}

bool FileReader::add_order(const Record& record) {
  Row row;
  if (!layout_.rules.empty() && !read_rules(record, row)) return false;
  read_order(record, row);
  if (!read_moment(record, row)) return false;
  read_status(record, row);
  if (!read_currency(record, row) || !read_quantity(record, row) ||
      (states_money_ && !read_stated(record, row)) || !read_amount(record, row))
    return false;
  read_customer(record);
  row.product = id_of_product(cell(record, Role::product));
  read_category(record, row.product);
  if (layout_.has(Role::channel)) read_channel(record, row);
  further_.clear();
  if (layout_.has(Role::items) || !layout_.wide.empty()) read_items(record, row);
  keep(record, row);
  return true;
}

bool FileReader::read_rules(const Record& record, Row& row) {
  for (const RowRule& rule : layout_.rules) {
    const std::string_view text = text_at(record, rule.column);
    if (text.empty() || !begins_with(text, rule.begins_with)) continue;
    if (std::any_of(rule.except.begin(), rule.except.end(),
                    [&](const std::string& other) { return same_letters(text, other); }))
      continue;
    switch (rule.meaning) {
      case RowMeaning::refund:
        row.gives_back = true;
        return true;
      case RowMeaning::cancelled:
        row.word = LineStatus::cancelled;
        row.has_word = true;
        return true;
      case RowMeaning::not_an_order:
        reject(record, IssueKind::not_an_order, column_name(rule.column), text);
        return false;
    }
  }
  return true;
}

bool FileReader::report(const Record& record, DateTrouble trouble) {
  switch (trouble) {
    case DateTrouble::none:
      return true;
    case DateTrouble::missing:
      reject(record, IssueKind::missing_date, Role::date);
      break;
    case DateTrouble::invalid:
      reject(record, IssueKind::invalid_date, Role::date);
      break;
    case DateTrouble::invalid_time:
      reject(record, IssueKind::invalid_time, Role::time);
      break;
    case DateTrouble::impossible:
      reject(record, IssueKind::impossible_date, Role::date);
      break;
  }
  return false;
}

bool FileReader::read_moment(const Record& record, Row& row) {
  if (!layout_.has(Role::date)) return true;
  const std::string_view date = cell(record, Role::date);
  if (!layout_.has(Role::time) && dates_.repeats(date)) {
    row.when.day = dates_.last_day();
    return true;
  }
  DateCells cells{date, cell(record, Role::time), cell(record, Role::zone)};
  row.when = dates_.read(cells, static_cast<std::int32_t>(index_), record.line, date_name_);
  if (row.when.trouble == DateTrouble::invalid_time && mending_ == Mending::kept) {
    cells.time = {};
    row.when = dates_.read(cells, static_cast<std::int32_t>(index_), record.line, date_name_);
  }
  // Some exports leave the further lines of an order blank: the first one has said it. Lines of
  // another file's orders need no day of their own.
  if (row.when.trouble == DateTrouble::missing &&
      (row.order >= 0 || (layout_.kind == TableKind::items && row.has_number)))
    return true;
  return report(record, row.when.trouble);
}

// Rows in another currency are converted by the owner's rate, or left out. A blank cell stands for
// the order's.
bool FileReader::read_currency(const Record& record, Row& row) {
  row.unit.digits = table_->digits;
  if (!layout_.has(Role::currency)) return true;
  const std::string_view text = cell(record, Role::currency);
  if (text.empty()) {
    if (foreign_.empty() || !row.has_number) return true;
    const auto known = foreign_.find(std::string(last_number_.view()));
    if (known == foreign_.end()) return true;
    row.unit = known->second;
  } else {
    if (!last_currency_.is(text)) {
      last_currency_.set(text);
      last_unit_ = {1, table_->digits};
      const auto code = parse_currency(text);
      if (code && !table_->currency.empty() && *code != table_->currency) {
        const auto rate = options_.rates.find(*code);
        last_unit_ = {rate == options_.rates.end() ? 0 : rate->second, minor_digits(*code)};
      }
    }
    row.unit = last_unit_;
    if (row.unit.rate != 1 && row.has_number) foreign_[std::string(last_number_.view())] = row.unit;
  }
  if (row.unit.rate != 0) return true;
  const std::string code = text.empty() ? std::string() : *parse_currency(text);
  auto other = std::find_if(table_->other_currencies.begin(), table_->other_currencies.end(),
                            [&](const OtherCurrency& one) { return one.code == code; });
  if (other == table_->other_currencies.end())
    other = table_->other_currencies.insert(other, {code, 0});
  ++other->rows;
  reject(record, IssueKind::other_currency, Role::currency);
  return false;
}

bool FileReader::read_quantity(const Record& record, Row& row) {
  const std::string_view text = cell(record, Role::quantity);
  if (text.empty()) return true;
  if (text.size() == 1 && is_digit(text.front())) {
    row.quantity = (text.front() - '0') * 1000;
    return true;
  }
  const NumberStyle style = layout_.style(Role::quantity);
  constexpr std::int64_t largest = 2'000'000'000;
  std::int64_t thousandths = 0;
  if (read_plain_number(text, style.decimal, 3, thousandths) && thousandths <= largest) {
    row.quantity = static_cast<std::int32_t>(thousandths);
    return true;
  }
  const auto quantity = parse_quantity(text, style);
  if (!quantity) return forgive(record, IssueKind::invalid_quantity, Role::quantity);
  row.quantity = *quantity;
  return true;
}

// An amount of the row in the shop's currency. A rate is the owner's estimate: the one place where
// money passes through a double, rounded to the minor unit half away from zero.
std::optional<Money> FileReader::money_of(std::string_view text, Role role, MoneyUnit unit) const {
  std::int64_t minor_units = 0;
  if (unit.rate == 1 &&
      read_plain_number(text, layout_.style(role).decimal, unit.digits, minor_units) &&
      minor_units <= kLargestOfRow)
    return Money{minor_units};
  auto money = parse_money(text, layout_.style(role), unit.digits);
  if (!money || is_too_large(money->minor)) return {};
  if (unit.rate == 1) return money;
  double minor = static_cast<double>(money->minor) * unit.rate;
  for (int i = unit.digits; i < table_->digits; ++i) minor *= 10;
  for (int i = table_->digits; i < unit.digits; ++i) minor /= 10;
  if (std::abs(minor) > static_cast<double>(kLargestOfRow)) return {};
  return Money{std::llround(minor)};
}

bool FileReader::read_stated(const Record& record, Row& row) {
  for (std::size_t i = 0; i < kOfOrder.size(); ++i) {
    if (!layout_.has(kOfOrder[i])) continue;
    const std::string_view text = cell(record, kOfOrder[i]);
    if (text.empty() || is_placeholder(text)) continue;
    const auto money = money_of(text, kOfOrder[i], row.unit);
    if (!money) {
      if (!forgive(record, IssueKind::invalid_amount, kOfOrder[i])) return false;
      continue;
    }
    row.stated[i] = money->minor;
  }
  const auto other = [&](std::int32_t column) -> std::int64_t {
    const auto money = money_of(text_at(record, column), Role::order_total, row.unit);
    return money ? money->minor : 0;
  };
  if (const std::int64_t adjusted = other(layout_.adjusted_total); adjusted != 0)
    row.stated[0] = adjusted;
  // A total that is already less what was given back says so by what was owed.
  if (layout_.owed >= 0 && row.stated[0] != kUnstated && row.stated[3] != kUnstated &&
      other(layout_.owed) - row.stated[0] == row.stated[3])
    row.stated[3] = kUnstated;
  return true;
}

bool FileReader::read_amount(const Record& record, Row& row) {
  if (layout_.has(Role::unit_price)) {
    const std::string_view text = cell(record, Role::unit_price);
    const auto price = money_of(text, Role::unit_price, row.unit);
    if (price)
      row.unit_price = price->minor;
    else if (!text.empty() && !forgive(record, IssueKind::invalid_amount, Role::unit_price))
      return false;
  }
  if (layout_.has(Role::amount)) {
    const std::string_view text = cell(record, Role::amount);
    const auto amount = money_of(text, Role::amount, row.unit);
    if (!amount && !text.empty() && !forgive(record, IssueKind::invalid_amount, Role::amount))
      return false;
    // What was never sold may have no price.
    if (!amount && text.empty() && row.stated[0] == kUnstated && row.word == LineStatus::counted &&
        !forgive(record, IssueKind::missing_amount, Role::amount))
      return false;
    if (amount) row.amount = *amount;
    if (row.quantity < 0 && row.amount.minor > 0) row.amount = -row.amount;
  } else if (layout_.has(Role::unit_price) && !read_price(record, row)) {
    return false;
  }
  if (!read_parts(record, row)) return false;
  if (row.gives_back && row.amount.minor > 0) row.amount = -row.amount;
  return true;
}

// Quantity x price - discount.
bool FileReader::read_price(const Record& record, Row& row) {
  if (row.unit_price == kUnstated) {
    // An order without lines: its total is all there is.
    if (layout_.has(Role::order_total) || layout_.kind == TableKind::items ||
        row.word != LineStatus::counted)
      return true;
    return forgive(record, IssueKind::missing_amount, Role::unit_price);
  }
  std::int64_t thousandths = 0;
  bool fits = true;
  // Everyday prices cannot overflow, and WebAssembly pays for the check with a call.
  if (row.unit_price > INT32_MIN && row.unit_price < INT32_MAX)
    thousandths = row.unit_price * row.quantity;
  else
    fits = !__builtin_mul_overflow(row.unit_price, static_cast<std::int64_t>(row.quantity),
                                   &thousandths);
  if (!fits || is_too_large(thousandths / 1000))
    return reject(record, IssueKind::invalid_amount, Role::unit_price), false;
  row.amount = {(thousandths + (thousandths < 0 ? -500 : 500)) / 1000};
  row.unit_price = kUnstated;  // follows from amount and quantity, unless something was taken off
  const std::string_view text = cell(record, Role::discount);
  if (text.empty()) return true;
  const auto discount = money_of(text, Role::discount, row.unit);
  if (!discount) return forgive(record, IssueKind::invalid_amount, Role::discount);
  if (discount->minor != 0) {
    row.unit_price = row.quantity == 0 ? kUnstated : thousandths / row.quantity;
    row.amount -= *discount;
  }
  return true;
}

// What belongs to the amount but stands in columns of its own.
bool FileReader::read_parts(const Record& record, Row& row) {
  if (layout_.added.empty() && layout_.deducted.empty()) return true;
  const auto part = [&](std::int32_t column) -> std::optional<Money> {
    const std::string_view text = text_at(record, column);
    if (text.empty() || is_placeholder(text)) return Money{};
    const auto money = money_of(text, Role::amount, row.unit);
    if (!money && mending_ != Mending::kept)
      reject(record, IssueKind::invalid_amount, column_name(column), text);
    return money || mending_ != Mending::kept ? money : Money{};
  };
  for (const std::int32_t column : layout_.added) {
    const auto money = part(column);
    if (!money) return false;
    row.amount += *money;
  }
  Money deducted;
  for (const std::int32_t column : layout_.deducted) {
    const auto money = part(column);
    if (!money) return false;
    deducted += money->minor < 0 ? -*money : *money;
  }
  // An amount that is already less the deduction says so by what was owed.
  const auto owed = layout_.has(Role::order_total)
                        ? std::nullopt
                        : money_of(text_at(record, layout_.owed), Role::amount, row.unit);
  if (!owed || *owed - row.amount != deducted) row.amount -= deducted;
  return true;
}

void FileReader::read_status(const Record& record, Row& row) {
  if (row.has_word) return;
  if (const std::string_view cancelled = cell(record, Role::cancelled_at);
      !cancelled.empty() && !is_placeholder(cancelled) && !is_empty_date(cancelled)) {
    row.word = LineStatus::cancelled;
    row.has_word = true;
    return;
  }
  const std::string_view text = cell(record, Role::status);
  if (text.empty()) return;
  // Status words come in long runs: the last one is remembered.
  if (!last_status_.is(text)) {
    last_status_.set(text);
    const StatusWord word = status_of(layout_, text);
    last_word_ = line_status(word);
    last_unknown_ = word == StatusWord::unknown;
  }
  if (last_unknown_) note(record, IssueKind::unknown_status, Role::status);
  row.word = last_word_;
  row.has_word = true;
}

// The sign of a customer in one spelling. False where the row gives none.
bool FileReader::sign_of(const Record& record, const Identity& identity, std::string& into) {
  const std::string_view text = text_at(record, identity.column);
  into.clear();
  switch (identity.kind) {
    case IdentityKind::id:
      if (is_nobody(text) ||
          std::find(layout_.nobody.begin(), layout_.nobody.end(), text) != layout_.nobody.end())
        return false;
      if (is_masked(text)) {
        table_->issues.note(IssueKind::masked_customer, static_cast<std::int32_t>(index_),
                            record.line, column_name(identity.column), text);
        return false;
      }
      // One mailbox, however it was typed.
      if (text.find('@') != std::string_view::npos) normal_email(text, into);
      if (into.empty()) into = text;
      break;
    case IdentityKind::email:
      normal_email(text, into);
      break;
    case IdentityKind::phone:
      if (is_masked(text))
        table_->issues.note(IssueKind::masked_customer, static_cast<std::int32_t>(index_),
                            record.line, column_name(identity.column), text);
      else
        normal_phone(text, into);
      break;
    case IdentityKind::name_and_postcode:
      label_ = text;
      if (identity.column == layout_.at(Role::customer_name) && layout_.has(Role::last_name))
        label_.append(" ").append(cell(record, Role::last_name));
      normal_name_and_postcode(label_, text_at(record, identity.postcode), into);
      break;
  }
  return !into.empty();
}

// The customer of a row: by its strongest sign; the weaker ones are remembered as this customer's.
void FileReader::read_customer(const Record& record) {
  bool same = true;
  for (std::size_t i = 0; i < layout_.identities.size(); ++i) {
    const Identity& identity = layout_.identities[i];
    const std::string_view text = text_at(record, identity.column);
    const std::string_view postcode = text_at(record, identity.postcode);
    if (last_signs_[i].is(text) && (identity.postcode < 0 || last_postcode_.is(postcode))) continue;
    last_signs_[i].set(text);
    if (identity.postcode >= 0) last_postcode_.set(postcode);
    same = false;
  }
  if (same) return;
  last_customer_ = -1;
  std::int32_t strongest = -1;  // column of the strongest sign
  for (const Identity& identity : layout_.identities) {
    if (identity.column == strongest) continue;
    const std::string_view text = text_at(record, identity.column);
    if (last_customer_ < 0 && identity.kind != IdentityKind::name_and_postcode && !text.empty()) {
      // A sign that is known as it stands is in its one spelling already.
      last_customer_ = table_->customers.find(text);
      strongest = identity.column;
      if (last_customer_ >= 0) continue;
    }
    if (!sign_of(record, identity, sign_)) {
      strongest = last_customer_ < 0 ? -1 : strongest;
    } else if (last_customer_ >= 0) {
      remember_sign(sign_, identity.kind, last_customer_);
    } else {
      last_customer_ = table_->customers.id_of(sign_);
      strongest = identity.column;
    }
  }
  if (last_customer_ >= 0) read_label(record, last_customer_);
}

void FileReader::remember_sign(const std::string& text, IdentityKind kind, std::int32_t owner) {
  Signs& signs = table_->signs;
  const auto sign = static_cast<std::size_t>(signs.texts.id_of(text));
  if (sign == signs.owner.size()) {
    signs.owner.push_back(owner);
    signs.kind.push_back(kind);
  } else if (signs.owner[sign] != owner) {
    signs.owner[sign] = Signs::kSeveral;
  }
}

void FileReader::read_label(const Record& record, std::int32_t customer) {
  if (!layout_.has(Role::customer_name)) return;
  const auto who = static_cast<std::size_t>(customer);
  if (who < table_->customer_label.size() && table_->customer_label[who] >= 0) return;
  const std::string_view first = cell(record, Role::customer_name);
  const std::string_view last = cell(record, Role::last_name);
  label_.assign(first);
  if (!last.empty()) (label_ += first.empty() ? "" : " ") += last;
  if (label_.empty() || is_nobody(label_)) return;
  table_->customer_label.extend(who + 1, -1);
  table_->customer_label[who] = table_->labels.id_of(label_);
}

std::int32_t FileReader::id_of_product(std::string_view product) {
  if (product.empty()) return -1;
  const std::int32_t known = table_->products.find(product);
  return known >= 0 || is_placeholder(product) ? known : table_->products.id_of(product);
}

void FileReader::read_category(const Record& record, std::int32_t product) {
  if (product < 0 || !layout_.has(Role::category)) return;
  const std::string_view category = cell(record, Role::category);
  const auto at = static_cast<std::size_t>(product);
  if (!category.empty() &&
      (at >= table_->product_category.size() || table_->product_category[at] < 0)) {
    table_->product_category.extend(at + 1, -1);
    table_->product_category[at] = table_->labels.id_of(category);
  }
}

// Orders mostly come through the channel of the one before.
void FileReader::read_channel(const Record& record, Row& row) {
  const std::string_view text = cell(record, Role::channel);
  if (!last_channel_.is(text)) {
    last_channel_.set(text);
    last_channel_id_ = text.empty() || is_placeholder(text) ? -1 : table_->channels.id_of(text);
  }
  row.channel = last_channel_id_;
}

// Several products in one row: in columns side by side, or in one cell. The first takes the row's
// own place; how the order's money is shared among those of a cell is not known.
void FileReader::read_items(const Record& record, Row& row) {
  const auto take = [&](std::string_view product, std::int32_t quantity, std::int64_t amount) {
    if (row.product < 0) {
      row.product = id_of_product(product);
      row.quantity = quantity;
      if (amount != 0) row.amount = Money{amount};
    } else {
      further_.push_back({product, quantity, amount});
    }
  };
  for (const WideItem& item : layout_.wide) {
    const std::string_view product = text_at(record, item.product);
    if (product.empty() || is_placeholder(product)) continue;
    const auto quantity =
        parse_quantity(text_at(record, item.quantity), layout_.style(Role::quantity));
    const auto amount = money_of(text_at(record, item.amount), Role::amount, row.unit);
    take(product, quantity.value_or(1000), amount ? amount->minor : 0);
  }
  if (!layout_.has(Role::items)) return;
  for (const ListedItem& item : parse_items(cell(record, Role::items)))
    take(item.product, item.quantity, 0);
}

}  // namespace regulars
