#include "core/data/intake.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace regulars {
namespace {

// A packed day is larger than any real one: year, first and second number of the cell, twelve bits
// and less.
constexpr std::int32_t kPacked = 1 << 28;
constexpr std::size_t kExamples = 10;

std::int32_t pack(const DateText& text) {
  return kPacked + text.year * 1024 + text.first * 32 + text.second;
}

DateText unpack(std::int32_t packed) {
  packed -= kPacked;
  DateText text;
  text.year = packed / 1024;
  text.first = packed / 32 % 32;
  text.second = packed % 32;
  text.year_first = false;
  return text;
}

// What exports write where they know no customer.
bool is_nobody(std::string_view name) {
  constexpr std::array<std::string_view, 8> none{
      "-", "--", "n/a", "N/A", "null", "NULL", "\xE2\x80\x94", "\xE2\x80\x94\xE2\x80\x94"};
  return name.empty() || std::find(none.begin(), none.end(), name) != none.end();
}

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

std::string currency_in(const Head& head, const Layout& layout) {
  if (!layout.has(Role::currency)) return {};
  for (const auto& record : head.records) {
    const auto column = static_cast<std::size_t>(layout.at(Role::currency));
    if (column >= record.size()) continue;
    if (const auto code = parse_currency(record[column])) return *code;
  }
  return {};
}

}  // namespace

struct FileReader::Row {
  Money amount;
  std::int64_t unit_price = kUnstated;
  std::int32_t quantity = 1000;
  std::array<std::int64_t, 4> stated{kUnstated, kUnstated, kUnstated,
                                     kUnstated};  // total, goods, discount, refunded
  std::int32_t day = 0;
  SecondOfDay second = kNoTime;
  LineStatus word = LineStatus::counted;
  bool has_word = false;
  std::int32_t customer = -1;
  std::int32_t product = -1;
  std::int32_t order = -1;  // index of a numbered order
  bool order_is_new = false;
};

FileReader::FileReader(OrderTable& table, const Head& head, Layout layout, FileOptions options)
    : table_(&table),
      index_(table.files.size()),
      options_(std::move(options)),
      layout_(std::move(layout)),
      reader_(head.dialect, layout_.cells),
      header_pending_(head.dialect.header_line > 0),
      first_numbered_(table.numbered.size()),
      first_loose_(table.loose.size()) {
  FileIntake intake;
  intake.name = options_.name;
  intake.encoding = options_.encoding;
  intake.dialect = head.dialect;
  intake.layout = layout_;
  intake.first_line = static_cast<std::int64_t>(table.lines.size());
  table.files.push_back(std::move(intake));
  if (table.currency.empty()) {
    table.currency = currency_in(head, layout_);
    if (table.currency.empty()) table.currency = options_.currency;
    // Amounts already read with two decimals stay as they are: a second file cannot change the
    // first one's minor unit.
    if (table.lines.size() == 0) table.digits = minor_digits(table.currency);
  }
  table.has_amounts = table.has_amounts || layout_.has(Role::amount) ||
                      layout_.has(Role::unit_price) || layout_.has(Role::order_total);
  table.has_customers = table.has_customers || layout_.has(Role::customer);
}

void FileReader::push(std::string_view bytes) {
  reader_.push(bytes, [this](const Record& record) { add(record); });
}

void FileReader::finish() {
  reader_.finish([this](const Record& record) { add(record); });
  settle_days();
}

std::string_view FileReader::cell(const Record& record, Role role) const {
  const std::int32_t column = layout_.at(role);
  return column < 0 ? std::string_view{} : bare(record.cells[static_cast<std::size_t>(column)]);
}

std::string FileReader::column_name(Role role) const {
  for (const Guess& guess : layout_.guesses)
    if (guess.role == role)
      return guess.header.empty() ? std::to_string(guess.column) : guess.header;
  return {};
}

void FileReader::reject(const Record& record, IssueKind kind) {
  ++file().rows_rejected;
  table_->issues.note(kind, static_cast<std::int32_t>(index_), record.line, "", record.raw);
  table_->rejects.push_back(
      {static_cast<std::int32_t>(index_), record.line, kind, {}, std::string(record.raw)});
}

void FileReader::reject(const Record& record, IssueKind kind, Role role) {
  ++file().rows_rejected;
  table_->issues.note(kind, static_cast<std::int32_t>(index_), record.line, column_name(role),
                      cell(record, role));
  table_->rejects.push_back({static_cast<std::int32_t>(index_), record.line, kind,
                             column_name(role), std::string(record.raw)});
}

void FileReader::add(const Record& record) {
  if (header_pending_) {
    header_pending_ = false;
    return;
  }
  const auto is_blank = [](std::string_view text) { return bare(text).empty(); };
  if (record.fault == Fault::none &&
      std::all_of(record.cells.begin(), record.cells.end(), is_blank))
    return;
  ++file().rows_read;
  if (!check_shape(record)) return;
  Row row;
  read_order(record, row);
  if (!read_moment(record, row) || !read_money(record, row)) return;
  read_status(record, row);
  read_names(record, row);
  keep(record, row);
}

bool FileReader::check_shape(const Record& record) {
  if (record.fault == Fault::unclosed_quote)
    return reject(record, IssueKind::unclosed_quote), false;
  if (record.cells.size() < layout_.cells) return reject(record, IssueKind::too_few_cells), false;
  for (std::size_t i = layout_.cells; i < record.cells.size(); ++i)
    if (!bare(record.cells[i]).empty()) return reject(record, IssueKind::too_many_cells), false;
  return true;
}

void FileReader::read_order(const Record& record, Row& row) {
  if (!layout_.has(Role::order)) return;
  const std::string_view number = cell(record, Role::order);
  if (number.empty()) return;
  // The lines of an order mostly stand together.
  if (number != last_number_) {
    last_number_ = number;
    last_order_ = table_->numbers.find(number);
  }
  row.order = last_order_;
  row.order_is_new = row.order < 0;
}

bool FileReader::read_moment(const Record& record, Row& row) {
  const std::string_view text = cell(record, Role::date);
  if (text.empty()) {
    // Some exports leave the further lines of an order blank: the first one has said it.
    if (row.order < 0) return reject(record, IssueKind::missing_date, Role::date), false;
    return true;
  }
  if (text == last_date_) {
    row.day = last_day_;
    return true;
  }
  auto date = parse_date(text);
  if (!date) return reject(record, IssueKind::invalid_date, Role::date), false;
  if (layout_.has(Role::time) && !cell(record, Role::time).empty()) {
    const auto time = parse_time(cell(record, Role::time));
    if (!time) return reject(record, IssueKind::invalid_time, Role::time), false;
    date->time = *time;
  }
  row.day = day_of(*date, record);
  row.second = date->time;
  if (date->year_first && date->time == kNoTime && !layout_.has(Role::time)) {
    last_date_ = text;
    last_day_ = row.day;
  }
  if (date->has_offset && options_.zone && row.day < kPacked) {
    const Moment local =
        local_time(*options_.zone, seconds_of({Date{row.day}, row.second}) - date->offset);
    row.day = local.date.days;
    row.second = local.second;
  }
  return true;
}

// The day of a date, or the date packed until the whole column has told whether the day or the
// month comes first.
std::int32_t FileReader::day_of(const DateText& text, const Record& record) {
  if (text.year_first) return date_of(text, DayOrder::month_first)->days;
  const auto example = [&] {
    return IssueExample{static_cast<std::int32_t>(index_), record.line, column_name(Role::date),
                        std::string(cell(record, Role::date))};
  };
  const DayOrder order = order_of(text);
  if (order != DayOrder::undecided) {
    auto& count = order == DayOrder::day_first ? days_.day_first : days_.month_first;
    auto& rows = order == DayOrder::day_first ? days_.day_first_rows : days_.month_first_rows;
    ++count;
    if (rows.size() < kExamples) rows.push_back(example());
    return date_of(text, order)->days;
  }
  const std::int32_t as_day_first = date_of(text, DayOrder::day_first)->days;
  const std::int32_t as_month_first = date_of(text, DayOrder::month_first)->days;
  if (days_.undecided++ == 0) {
    days_.undecided_row = example();
  } else {
    days_.sorted_as_day_first += as_day_first >= days_.last_as_day_first ? 1 : -1;
    days_.sorted_as_month_first += as_month_first >= days_.last_as_month_first ? 1 : -1;
  }
  days_.last_as_day_first = as_day_first;
  days_.last_as_month_first = as_month_first;
  return pack(text);
}

// Most rows that prove an order decide it. Without any, the order in which the rows run more evenly
// through time, forwards or backwards; without even that, the day first, as in most of the world.
// What was assumed is said.
void FileReader::settle_days() {
  DayOrder order =
      days_.month_first > days_.day_first ? DayOrder::month_first : DayOrder::day_first;
  Issues& issues = table_->issues;
  if (days_.day_first == 0 && days_.month_first == 0 && days_.undecided > 0) {
    if (std::abs(days_.sorted_as_month_first) > std::abs(days_.sorted_as_day_first))
      order = DayOrder::month_first;
    issues[IssueKind::date_order_assumed].count += days_.undecided;
    issues[IssueKind::date_order_assumed].examples.push_back(days_.undecided_row);
  }
  const std::int64_t few = std::min(days_.day_first, days_.month_first);
  if (few > 0) {
    issues[IssueKind::date_order_conflict].count += few;
    for (auto& row : order == DayOrder::day_first ? days_.month_first_rows : days_.day_first_rows)
      if (issues[IssueKind::date_order_conflict].examples.size() < kExamples)
        issues[IssueKind::date_order_conflict].examples.push_back(std::move(row));
  }
  const auto settle = [&](OrderHeads& heads, std::size_t from) {
    for (std::size_t i = from; i < heads.size(); ++i)
      if (heads.day[i] >= kPacked) heads.day[i] = date_of(unpack(heads.day[i]), order)->days;
  };
  if (days_.undecided == 0) return;
  settle(table_->numbered, first_numbered_);
  settle(table_->loose, first_loose_);
}

bool FileReader::read_money(const Record& record, Row& row) {
  const int digits = table_->digits;
  if (layout_.has(Role::currency) && !cell(record, Role::currency).empty()) {
    const auto code = parse_currency(cell(record, Role::currency));
    if (code && !table_->currency.empty() && *code != table_->currency)
      return reject(record, IssueKind::other_currency, Role::currency), false;
  }
  if (!cell(record, Role::quantity).empty()) {
    const auto quantity = parse_quantity(cell(record, Role::quantity), layout_.numbers);
    if (!quantity) return reject(record, IssueKind::invalid_quantity, Role::quantity), false;
    row.quantity = *quantity;
  }
  constexpr std::array<Role, 4> of_order{Role::order_total, Role::order_subtotal,
                                         Role::order_discount, Role::refunded};
  for (std::size_t i = 0; i < of_order.size(); ++i) {
    if (cell(record, of_order[i]).empty()) continue;
    const auto money = parse_money(cell(record, of_order[i]), layout_.numbers, digits);
    if (!money) return reject(record, IssueKind::invalid_amount, of_order[i]), false;
    row.stated[i] = money->minor;
  }
  if (layout_.has(Role::unit_price)) {
    const std::string_view text = cell(record, Role::unit_price);
    const auto price = parse_money(text, layout_.numbers, digits);
    if (price)
      row.unit_price = price->minor;
    else if (!text.empty())
      return reject(record, IssueKind::invalid_amount, Role::unit_price), false;
  }
  if (layout_.has(Role::amount)) {
    const std::string_view text = cell(record, Role::amount);
    const auto amount = parse_money(text, layout_.numbers, digits);
    if (!amount)
      return reject(record, text.empty() ? IssueKind::missing_amount : IssueKind::invalid_amount,
                    Role::amount),
             false;
    row.amount = *amount;
    if (row.quantity < 0 && row.amount.minor > 0) row.amount = -row.amount;
    return true;
  }
  if (!layout_.has(Role::unit_price)) return true;
  if (row.unit_price == kUnstated) {
    if (layout_.has(Role::order_total))
      return true;  // an order without lines: its total is all there is
    return reject(record, IssueKind::missing_amount, Role::unit_price), false;
  }
  std::int64_t thousandths = 0;
  if (__builtin_mul_overflow(row.unit_price, static_cast<std::int64_t>(row.quantity), &thousandths))
    return reject(record, IssueKind::invalid_amount, Role::unit_price), false;
  row.amount = {(thousandths + (thousandths < 0 ? -500 : 500)) / 1000};
  row.unit_price = kUnstated;  // follows from amount and quantity, unless something was taken off
  if (!cell(record, Role::discount).empty()) {
    const auto discount = parse_money(cell(record, Role::discount), layout_.numbers, digits);
    if (!discount) return reject(record, IssueKind::invalid_amount, Role::discount), false;
    if (discount->minor != 0) {
      row.unit_price = row.quantity == 0 ? kUnstated : thousandths / row.quantity;
      row.amount -= *discount;
    }
  }
  return true;
}

void FileReader::read_status(const Record& record, Row& row) {
  if (!cell(record, Role::cancelled_at).empty()) {
    row.word = LineStatus::cancelled;
    row.has_word = true;
    return;
  }
  const std::string_view text = cell(record, Role::status);
  if (text.empty()) return;
  // Status words come in long runs: the last one is remembered.
  if (text != last_status_) {
    last_status_ = text;
    const StatusWord word = parse_status(text);
    last_word_ = line_status(word);
    last_unknown_ = word == StatusWord::unknown;
  }
  if (last_unknown_)
    table_->issues.note(IssueKind::unknown_status, static_cast<std::int32_t>(index_), record.line,
                        column_name(Role::status), text);
  row.word = last_word_;
  row.has_word = true;
}

std::int32_t FileReader::id_of_customer(std::string_view name) {
  if (is_nobody(name)) return -1;
  if (name.find('@') == std::string_view::npos) return table_->customers.id_of(name);
  lowered_.assign(name);  // one mailbox, however it was typed
  for (char& c : lowered_) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return table_->customers.id_of(lowered_);
}

void FileReader::read_names(const Record& record, Row& row) {
  // The lines of an order mostly stand together and name the same customer.
  const std::string_view customer = cell(record, Role::customer);
  if (customer != last_customer_) {
    last_customer_ = customer;
    last_customer_id_ = id_of_customer(customer);
  }
  row.customer = last_customer_id_;
  const auto who = static_cast<std::size_t>(row.customer);
  if (row.customer >= 0 && layout_.has(Role::customer_name) &&
      (who >= table_->customer_label.size() || table_->customer_label[who] < 0)) {
    const std::string_view label = cell(record, Role::customer_name);
    if (!label.empty()) {
      table_->customer_label.extend(who + 1, -1);
      table_->customer_label[who] = table_->labels.id_of(label);
    }
  }
  const std::string_view product = cell(record, Role::product);
  if (product.empty()) return;
  row.product = table_->products.id_of(product);
  const std::string_view category = cell(record, Role::category);
  const auto at = static_cast<std::size_t>(row.product);
  if (!category.empty() &&
      (at >= table_->product_category.size() || table_->product_category[at] < 0)) {
    table_->product_category.extend(at + 1, -1);
    table_->product_category[at] = table_->labels.id_of(category);
  }
}

void FileReader::keep_stated(std::size_t order, const Row& row) {
  const std::array<Column<std::int64_t>*, 4> columns{&table_->stated.total, &table_->stated.goods,
                                                     &table_->stated.discount,
                                                     &table_->stated.refunded};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (row.stated[i] == kUnstated) continue;
    columns[i]->extend(order + 1, kUnstated);
    if ((*columns[i])[order] == kUnstated)
      (*columns[i])[order] = row.stated[i];  // the first line says it
  }
}

void FileReader::keep(const Record& record, const Row& row) {
  Lines& lines = table_->lines;
  const auto line = static_cast<std::int32_t>(lines.size());
  const bool loose = row.order < 0 && !row.order_is_new;
  std::int32_t order = row.order;
  LineStatus word = row.word;
  if (loose || row.order_is_new) {
    OrderHeads& heads = loose ? table_->loose : table_->numbered;
    order = static_cast<std::int32_t>(heads.size());
    if (row.order_is_new) last_order_ = table_->numbers.id_of(last_number_);
    heads.customer.push_back(row.customer);
    heads.day.push_back(row.day);
    if (row.second != kNoTime) {
      heads.second.extend(static_cast<std::size_t>(order), kNoTime);
      heads.second.push_back(row.second);
    }
    if (static_cast<std::size_t>(order) % OrderHeads::kStride == 0)
      heads.first_lines.push_back(line);
    if (word != LineStatus::counted) {
      heads.word.extend(static_cast<std::size_t>(order), LineStatus::counted);
      heads.word.push_back(word);
    }
  } else {
    const auto at = static_cast<std::size_t>(order);
    if (table_->numbered.customer[at] < 0) table_->numbered.customer[at] = row.customer;
    if (!row.has_word) word = table_->numbered.word_of(at);
  }
  if (!loose) keep_stated(static_cast<std::size_t>(order), row);
  if (loose && layout_.has(Role::order))
    table_->issues.note(IssueKind::missing_order, static_cast<std::int32_t>(index_), record.line,
                        column_name(Role::order), record.raw);
  Money amount = row.amount;
  if (loose && row.stated[0] != kUnstated)
    amount = Money{row.stated[0]};  // an order of one line: its total is the line's
  if (loose && row.stated[3] != kUnstated) amount -= Money{row.stated[3]};
  const bool back = amount.minor < 0 || row.quantity < 0;
  lines.order.push_back(loose ? -1 - order : order);
  lines.product.push_back(row.product);
  lines.quantity.push_back(row.quantity);
  lines.amount.push_back(amount.minor);
  if (row.unit_price != kUnstated) {
    lines.unit_price.extend(static_cast<std::size_t>(line), kUnstated);
    lines.unit_price.push_back(row.unit_price);
  }
  lines.row.push_back(record.line);
  lines.fingerprint.push_back(static_cast<std::uint32_t>(hash_of(record.raw)));
  // "Refunded" beside a negative amount is the refund itself; beside a positive one, the sale that
  // was given back.
  lines.status.push_back(back && (word == LineStatus::counted || word == LineStatus::refunded)
                             ? LineStatus::refund
                             : word);
  ++file().rows_kept;
}

}  // namespace regulars
