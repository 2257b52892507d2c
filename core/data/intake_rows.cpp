// Rows of orders into their columns: the plain ones, which are nearly all, many at a time.
#include <algorithm>

#include "core/data/intake.h"
#include "core/data/intake_row.h"
#include "core/data/order_numbers.h"
#include "core/data/values.h"

namespace regulars {
namespace {

// An order number that a spreadsheet has turned into a rounded number: 3.51532E+16.
bool is_rounded_number(std::string_view number) {
  if (std::find(number.begin(), number.end(), '+') == number.end()) return false;
  const std::size_t at = number.find_first_of("eE");
  if (at == std::string_view::npos || at == 0 || at + 2 >= number.size() || number[at + 1] != '+')
    return false;
  const auto is_digits = [](std::string_view text) {
    return text.find_first_not_of("0123456789.,") == std::string_view::npos;
  };
  return is_digits(number.substr(0, at)) && is_digits(number.substr(at + 2));
}

bool is_bare(std::string_view text) { return bare(text).size() == text.size(); }

// "Refunded" beside a negative amount is the refund itself; beside a positive one, the sale that
// was given back.
LineStatus status_of_line(LineStatus word, bool back) {
  return back && (word == LineStatus::counted || word == LineStatus::refunded) ? LineStatus::refund
                                                                               : word;
}

}  // namespace

// Takes plain rows column by column as far as they do not depend on one another: a loop over one
// column costs a fraction of the same steps row by row. A row with a cell that is not as simple as
// it mostly is goes the way of all others.
void FileReader::add_rows(const PlainRows& rows) {
  if (!takes_plain_rows_ || rows.width != layout_.cells) {
    for (std::size_t i = 0; i < rows.size(); ++i) add(rows.record(i));
    return;
  }
  plain_.unclear.assign(rows.size(), 0);
  plain_.order.resize(rows.size());
  plain_.word.resize(rows.size());
  read_sums(rows);
  find_repeats(rows);
  if (layout_.identities.size() == 1)
    find_texts(rows, layout_.identities.front().column, table_->customers, plain_.customer);
  if (layout_.has(Role::product))
    find_texts(rows, layout_.at(Role::product), table_->products, plain_.product);
  else
    plain_.product.assign(rows.size(), -1);
  std::size_t taken = 0;  // rows from here on have no lines yet
  for (std::size_t i = 0; i < rows.size(); ++i) {
    // What the row above said holds for this one if that was taken the same way.
    if (i > 0 && plain_.unclear[i - 1] != 0) plain_.repeats[i] = 0;
    const Record record = rows.record(i);
    if (plain_.unclear[i] == 0 && plain_.repeats[i] == 0 && !says_as_before(record))
      plain_.unclear[i] = 1;
    if (plain_.unclear[i] == 0 && take_plain(record, i, i - taken)) continue;
    keep_lines(rows, taken, i);
    taken = i + 1;
    if (plain_.unclear[i] != 0) add(record);
    plain_.unclear[i] = 1;
  }
  keep_lines(rows, taken, rows.size());
}

// Marks the rows that repeat the day, status and currency of the one above, and those of them that
// are of the same order.
void FileReader::find_repeats(const PlainRows& rows) {
  const auto mark = [&](std::vector<std::uint8_t>& marks, std::int32_t column) {
    const auto at = static_cast<std::size_t>(column);
    for (std::size_t i = 1; i < rows.size(); ++i)
      if (!same_text(rows.cell(i, at), rows.cell(i - 1, at))) marks[i] = 0;
  };
  plain_.repeats.assign(rows.size(), 1);
  plain_.repeats.front() = 0;
  for (const Role role :
       {Role::date, Role::time, Role::zone, Role::status, Role::currency, Role::cancelled_at})
    if (layout_.has(role)) mark(plain_.repeats, layout_.at(role));
  plain_.follows.assign(rows.size(), 0);
  if (!layout_.has(Role::order) || states_money_) return;
  plain_.follows = plain_.repeats;
  mark(plain_.follows, layout_.at(Role::order));
  if (layout_.has(Role::channel)) mark(plain_.follows, layout_.at(Role::channel));
  for (const Identity& identity : layout_.identities) {
    mark(plain_.follows, identity.column);
    if (identity.postcode >= 0) mark(plain_.follows, identity.postcode);
  }
}

// Reads a column of plain numbers. Other texts make their rows unclear, and so do empty ones unless
// they have a meaning.
void FileReader::read_numbers(const PlainRows& rows, Role role, int decimals, std::int64_t most,
                              std::optional<std::int64_t> where_empty,
                              std::vector<std::int64_t>& into) {
  const auto column = static_cast<std::size_t>(layout_.at(role));
  const char decimal = layout_.style(role).decimal;
  into.resize(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string_view text = rows.cell(i, column);
    std::int64_t value = 0;
    if (read_plain_number(text, decimal, decimals, value) && value <= most)
      into[i] = value;
    else if (text.empty() && where_empty)
      into[i] = *where_empty;
    else
      plain_.unclear[i] = 1;
  }
}

// Quantities and money of plain rows, as read_quantity, read_stated and read_amount would have it.
void FileReader::read_sums(const PlainRows& rows) {
  constexpr std::int64_t piece = 1000;
  constexpr std::int64_t most_pieces = 2'000'000'000;
  const std::size_t count = rows.size();
  const int digits = table_->digits;
  if (layout_.has(Role::quantity))
    read_numbers(rows, Role::quantity, 3, most_pieces, piece, plain_.quantity);
  else
    plain_.quantity.assign(count, piece);
  for (std::size_t i = 0; i < kOfOrder.size(); ++i)
    if (layout_.has(kOfOrder[i]))
      read_numbers(rows, kOfOrder[i], digits, kLargestOfRow, kUnstated, plain_.stated[i]);
  plain_.unit_price.assign(count, kUnstated);
  plain_.amount.assign(count, 0);
  if (layout_.has(Role::amount)) {
    read_numbers(rows, Role::amount, digits, kLargestOfRow, {}, plain_.amount);
    if (layout_.has(Role::unit_price))
      read_numbers(rows, Role::unit_price, digits, kLargestOfRow, kUnstated, plain_.unit_price);
    return;
  }
  if (!layout_.has(Role::unit_price)) return;
  read_numbers(rows, Role::unit_price, digits, INT32_MAX, {}, plain_.amount);
  for (std::size_t i = 0; i < count; ++i) {
    plain_.amount[i] = (plain_.amount[i] * plain_.quantity[i] + 500) / 1000;
    if (plain_.amount[i] > kLargestOfRow) plain_.unclear[i] = 1;
  }
  if (!layout_.has(Role::discount)) return;
  const auto column = static_cast<std::size_t>(layout_.at(Role::discount));
  for (std::size_t i = 0; i < count; ++i)
    if (!rows.cell(i, column).empty()) plain_.unclear[i] = 1;
}

// Looks up the texts of a column: their numbers, or -1.
void FileReader::find_texts(const PlainRows& rows, std::int32_t column, const Names& names,
                            std::vector<std::int32_t>& into) {
  plain_.texts.clear();
  into.resize(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string_view text = rows.cell(i, static_cast<std::size_t>(column));
    if (!is_bare(text)) plain_.unclear[i] = 1;
    if (i == 0 || !same_text(text, plain_.texts.back())) plain_.texts.push_back(text);
    into[i] = static_cast<std::int32_t>(plain_.texts.size()) - 1;
  }
  plain_.numbers.resize(plain_.texts.size());
  names.find_each(plain_.texts, plain_.numbers.data());
  for (std::int32_t& number : into) number = plain_.numbers[static_cast<std::size_t>(number)];
}

// Whether the cells that mostly repeat themselves say nothing that needs a closer look.
bool FileReader::says_as_before(const Record& record) const {
  if (layout_.has(Role::cancelled_at) && !cell(record, Role::cancelled_at).empty()) return false;
  if (layout_.has(Role::currency)) {
    const std::string_view currency = cell(record, Role::currency);
    const bool is_shops = currency.empty() ? foreign_.empty()
                                           : last_currency_.is(currency) && last_unit_.rate == 1 &&
                                                 last_unit_.digits == table_->digits;
    if (!is_shops) return false;
  }
  const std::string_view status = cell(record, Role::status);
  return status.empty() || (last_status_.is(status) && !last_unknown_);
}

// Whether a plain row says of its order and customer what the one above said.
bool FileReader::follows_in_order(std::size_t place) const {
  return plain_.follows[place] != 0 && plain_.repeats[place] != 0 && plain_.on_last_day &&
         plain_.order[place - 1] >= 0;
}

// One plain row, whose sums are read and whose texts are looked up: all of it but its line, before
// which `waiting` others have none yet. False where it was rejected.
bool FileReader::take_plain(const Record& record, std::size_t place, std::size_t waiting) {
  std::int32_t& product = plain_.product[place];
  if (follows_in_order(place)) {
    plain_.order[place] = plain_.order[place - 1];
    plain_.word[place] = plain_.word[place - 1];
    if (product < 0) product = id_of_product(cell(record, Role::product));
    read_category(record, product);
    return true;
  }
  Row row;
  row.unit.digits = table_->digits;
  row.has_word = layout_.has(Role::status) && !cell(record, Role::status).empty();
  if (row.has_word) row.word = last_word_;
  row.amount = Money{plain_.amount[place]};
  for (std::size_t i = 0; i < kOfOrder.size() && states_money_; ++i)
    if (layout_.has(kOfOrder[i])) row.stated[i] = plain_.stated[i][place];
  read_order(record, row);
  if (plain_.repeats[place] != 0 && plain_.on_last_day) {
    row.when.day = dates_.last_day();
  } else {
    if (!read_moment(record, row)) {
      ++file().rows_read;
      return false;
    }
    plain_.on_last_day = layout_.has(Role::date) && !layout_.has(Role::time) &&
                         dates_.repeats(cell(record, Role::date));
  }
  // A sign that is known as it stands is the customer's.
  const bool alone = layout_.identities.size() == 1 &&
                     layout_.identities.front().kind != IdentityKind::name_and_postcode;
  if (!alone || plain_.customer[place] < 0) {
    read_customer(record);
  } else if (const std::string_view sign =
                 record.cells[static_cast<std::size_t>(layout_.identities.front().column)];
             !last_signs_.front().is(sign)) {
    last_signs_.front().set(sign);
    last_customer_ = plain_.customer[place];
    read_label(record, last_customer_);
  }
  if (product < 0) product = id_of_product(cell(record, Role::product));
  read_category(record, product);
  if (layout_.has(Role::channel)) read_channel(record, row);
  keep_order(record, row, static_cast<std::int32_t>(table_->lines.size() + waiting));
  plain_.order[place] = row.has_number ? row.order : -1 - row.order;
  plain_.word[place] = row.word;
  plain_.amount[place] = row.amount.minor;
  return true;
}

// Appends the lines of plain rows that were taken.
void FileReader::keep_lines(const PlainRows& rows, std::size_t from, std::size_t to) {
  if (from == to) return;
  const std::size_t count = to - from;
  const auto part = [&](const auto& column) { return std::span(column).subspan(from, count); };
  Lines& lines = table_->lines;
  for (std::size_t i = from; i < to; ++i) {
    if (plain_.unit_price[i] == kUnstated) continue;
    lines.unit_price.extend(lines.size() + i - from, kUnstated);
    lines.unit_price.push_back(plain_.unit_price[i]);
  }
  for (std::size_t i = from; i < to; ++i) {
    lines.row.push_back(rows.line + static_cast<std::int64_t>(i));
    lines.fingerprint.push_back(static_cast<std::uint32_t>(hash_of(rows.raw[i])));
    const bool back = plain_.amount[i] < 0 || plain_.quantity[i] < 0;
    lines.status.push_back(status_of_line(plain_.word[i], back));
  }
  lines.order.append(part(plain_.order));
  lines.product.append(part(plain_.product));
  lines.quantity.append(part(plain_.quantity));
  lines.amount.append(part(plain_.amount));
  file().rows_read += static_cast<std::int64_t>(count);
  file().rows_kept += static_cast<std::int64_t>(count);
}

// The order of a row's number. What another file told of it is another order until all are there,
// unless that file has only lines.
void FileReader::read_order(const Record& record, Row& row) {
  if (!layout_.has(Role::order)) return;
  std::string_view number = cell(record, Role::order);
  if (number.empty()) return;
  // The lines of an order mostly stand together.
  if (!last_number_.is(number)) number = order_number_in(number);
  if (!last_number_.is(number)) {
    const std::int32_t known = table_->numbers.find(number);
    if (known < 0 && is_placeholder(number)) return;
    if (known < 0 && is_rounded_number(number))
      return note(record, IssueKind::damaged_number, Role::order);
    last_number_.set(number);
    last_number_id_ = known;
  }
  row.has_number = true;
  row.number = last_number_id_;
  if (row.number < 0) return;
  row.order =
      table_->newest.empty() ? row.number : table_->newest[static_cast<std::size_t>(row.number)];
  if (static_cast<std::size_t>(row.order) >= first_numbered_ || layout_.kind == TableKind::items ||
      mending_ != Mending::none || joined_.contains(row.order))
    return;
  const auto at = static_cast<std::size_t>(row.order);
  const bool only_lines =
      at < table_->numbered.only_lines.size() && table_->numbered.only_lines[at] != 0;
  if (only_lines)
    joined_.insert(row.order);
  else
    row.order = -1;
}

void FileReader::keep_stated(std::size_t order, const Row& row) {
  const auto columns = table_->stated.columns();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (row.stated[i] == kUnstated) continue;
    columns[i]->extend(order + 1, kUnstated);
    if ((*columns[i])[order] == kUnstated)
      (*columns[i])[order] = row.stated[i];  // the first line says it
  }
}

// Begins a new order, numbered or loose.
void FileReader::keep_head(const Record& record, Row& row, std::int32_t line) {
  const bool loose = !row.has_number;
  OrderHeads& heads = loose ? table_->loose : table_->numbered;
  const auto order = static_cast<std::int32_t>(heads.size());
  const auto at = static_cast<std::size_t>(order);
  if (!loose) {
    const bool is_new = row.number < 0;
    if (is_new) row.number = last_number_id_ = table_->numbers.id_of(last_number_.view());
    if (!is_new && table_->number_of.empty())
      for (std::int32_t i = 0; i < order; ++i) {
        table_->number_of.push_back(i);
        table_->newest.push_back(i);
      }
    if (!is_new || !table_->number_of.empty()) {
      table_->number_of.push_back(row.number);
      table_->newest.extend(static_cast<std::size_t>(row.number) + 1, order);
      table_->newest[static_cast<std::size_t>(row.number)] = order;
    }
    if (layout_.kind == TableKind::items) {
      heads.only_lines.extend(at, 0);
      heads.only_lines.push_back(1);
    }
    const std::string_view reference = cell(record, Role::reference);
    if (!reference.empty() && !is_placeholder(reference) && reference != last_number_.view()) {
      table_->references.extend(at, -1);
      table_->references.push_back(table_->labels.id_of(reference));
    }
  }
  heads.customer.push_back(last_customer_);
  heads.day.push_back(row.when.day);
  if (row.when.second != kNoTime) {
    heads.second.extend(at, kNoTime);
    heads.second.push_back(row.when.second);
  }
  if (row.channel >= 0) {
    heads.channel.extend(at, -1);
    heads.channel.push_back(row.channel);
  }
  if (at % OrderHeads::kStride == 0) heads.first_lines.push_back(line);
  if (row.word != LineStatus::counted) {
    heads.word.extend(at, LineStatus::counted);
    heads.word.push_back(row.word);
  }
  if (row.when.waiting_offset) waiting_.push_back({order, *row.when.waiting_offset, loose});
  row.order = order;
}

// A further line of an order. The first to say something of it is believed, an orders file before
// one of lines.
void FileReader::join_head(Row& row) {
  OrderHeads& heads = table_->numbered;
  const auto at = static_cast<std::size_t>(row.order);
  const bool tells = at < heads.only_lines.size() && heads.only_lines[at] != 0 &&
                     layout_.kind == TableKind::orders;
  if (tells) heads.only_lines[at] = 0;
  if (last_customer_ >= 0 && (tells || heads.customer[at] < 0)) heads.customer[at] = last_customer_;
  if (row.when.day != kNoDay && (tells || heads.day[at] == kNoDay)) {
    heads.day[at] = row.when.day;
    heads.second.extend(at + 1, kNoTime);
    heads.second[at] = row.when.second;
    if (row.when.waiting_offset) waiting_.push_back({row.order, *row.when.waiting_offset, false});
  }
  if (row.channel >= 0 && (tells || heads.channel_of(at) < 0)) {
    heads.channel.extend(at + 1, -1);
    heads.channel[at] = row.channel;
  }
  if (tells && row.has_word) {
    heads.word.extend(at + 1, LineStatus::counted);
    heads.word[at] = row.word;
  }
  if (!row.has_word) row.word = heads.word_of(at);
}

// The order of a row, whose first line will be `line`: a new one or one that is known.
void FileReader::keep_order(const Record& record, Row& row, std::int32_t line) {
  const bool loose = !row.has_number;
  if (row.order < 0)
    keep_head(record, row, line);
  else
    join_head(row);
  if (states_money_ && !loose) keep_stated(static_cast<std::size_t>(row.order), row);
  if (loose && layout_.has(Role::order)) {
    const std::string_view number = cell(record, Role::order);
    if (number.empty() || is_placeholder(number))
      table_->issues.note(IssueKind::missing_order, static_cast<std::int32_t>(index_), record.line,
                          column_name(Role::order), record.raw);
  }
  // An order of one line: its total is the line's.
  if (loose && row.stated[0] != kUnstated) row.amount = Money{row.stated[0]};
  if (loose && row.stated[3] != kUnstated) row.amount -= Money{row.stated[3]};
  if (!loose && row.amount.minor == 0 && row.stated[0] != kUnstated &&
      !layout_.has(Role::unit_price) && !layout_.has(Role::amount))
    row.amount = Money{row.stated[0]};
}

void FileReader::keep(const Record& record, Row& row) {
  const auto line = static_cast<std::int32_t>(table_->lines.size());
  keep_order(record, row, line);
  if (row.unit_price != kUnstated) {
    table_->lines.unit_price.extend(static_cast<std::size_t>(line), kUnstated);
    table_->lines.unit_price.push_back(row.unit_price);
  }
  keep_line(record, row, {row.product, row.quantity, row.amount.minor, 0});
  std::uint32_t place = 0;
  for (const FurtherItem& item : further_)
    keep_line(record, row, {id_of_product(item.product), item.quantity, item.amount, ++place});
}

void FileReader::keep_line(const Record& record, const Row& row, const Line& line) {
  const bool back = line.amount < 0 || line.quantity < 0 || row.gives_back;
  Lines& lines = table_->lines;
  lines.order.push_back(row.has_number ? row.order : -1 - row.order);
  lines.product.push_back(line.product);
  lines.quantity.push_back(line.quantity);
  lines.amount.push_back(line.amount);
  lines.row.push_back(record.line);
  lines.fingerprint.push_back(static_cast<std::uint32_t>(hash_of(record.raw)) + line.place);
  lines.status.push_back(status_of_line(row.word, back));
}

}  // namespace regulars
