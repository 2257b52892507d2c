#include "core/data/orders.h"

#include <algorithm>

namespace regulars {

std::size_t OrderTable::bytes() const {
  const auto sum = [](const auto&... columns) { return (columns.bytes() + ...); };
  const auto heads = [&](const OrderHeads& of) {
    return sum(of.customer, of.day, of.second, of.first_lines, of.word, of.channel, of.only_lines);
  };
  return sum(lines.order, lines.product, lines.quantity, lines.amount, lines.unit_price, lines.row,
             lines.fingerprint, lines.status) +
         heads(numbered) + heads(loose) +
         sum(stated.total, stated.goods, stated.discount, stated.refunded) +
         sum(numbers, number_of, newest, references, customers, signs.texts, signs.owner,
             signs.kind, products, channels, labels, customer_label, product_category);
}

std::int32_t OrderTable::file_of(std::size_t line) const {
  const auto at = static_cast<std::int64_t>(line);
  if (!mended.empty() && at >= mended.front().line)
    return (std::upper_bound(
                mended.begin(), mended.end(), at,
                [](std::int64_t wanted, const MendedLine& one) { return wanted < one.line; }) -
            1)
        ->file;
  const auto next = std::upper_bound(
      files.begin(), files.end(), at,
      [](std::int64_t wanted, const FileIntake& file) { return wanted < file.first_line; });
  return static_cast<std::int32_t>(next - files.begin()) - 1;
}

void RowNumbers::push_back(std::int64_t row) {
  if (runs_.empty() || runs_.back().row + (size_ - runs_.back().line) != row)
    runs_.push_back({size_, row});
  ++size_;
}

std::int64_t RowNumbers::operator[](std::size_t line) const {
  const auto next = std::upper_bound(runs_.begin(), runs_.end(), static_cast<std::int64_t>(line),
                                     [](std::int64_t at, const Run& run) { return at < run.line; });
  const Run& run = *(next - 1);
  return run.row + (static_cast<std::int64_t>(line) - run.line);
}

void RowNumbers::shrink(std::size_t lines) {
  size_ = std::min(size_, static_cast<std::int64_t>(lines));
  while (!runs_.empty() && runs_.back().line >= size_) runs_.pop_back();
}

void Lines::shrink(std::size_t size) {
  order.shrink(size);
  product.shrink(size);
  quantity.shrink(size);
  amount.shrink(size);
  unit_price.shrink(size);
  row.shrink(size);
  fingerprint.shrink(size);
  status.shrink(size);
}

void OrderHeads::shrink(std::size_t size) {
  customer.shrink(size);
  day.shrink(size);
  second.shrink(size);
  first_lines.shrink((size + kStride - 1) / kStride);
  word.shrink(size);
  channel.shrink(size);
  only_lines.shrink(size);
}

TableMark mark(const OrderTable& table) {
  return {.files = table.files.size(),
          .lines = table.lines.size(),
          .unit_prices = table.lines.unit_price.size(),
          .numbered = table.numbered.size(),
          .loose = table.loose.size(),
          .stated = {table.stated.total.size(), table.stated.goods.size(),
                     table.stated.discount.size(), table.stated.refunded.size()},
          .numbers = table.numbers.size(),
          .number_of = table.number_of.size(),
          .references = table.references.size(),
          .customers = table.customers.size(),
          .signs = table.signs.texts.size(),
          .products = table.products.size(),
          .channels = table.channels.size(),
          .customer_labels = table.customer_label.size(),
          .product_categories = table.product_category.size(),
          .others = table.others.mark(),
          .rejects = table.rejects.size(),
          .issues = table.issues,
          .currency = table.currency,
          .digits = table.digits,
          .has_amounts = table.has_amounts,
          .has_customers = table.has_customers,
          .other_currencies = table.other_currencies};
}

void rewind(OrderTable& table, const TableMark& mark) {
  table.files.resize(mark.files);
  table.lines.shrink(mark.lines);
  table.lines.unit_price.shrink(mark.unit_prices);
  table.numbered.shrink(mark.numbered);
  table.loose.shrink(mark.loose);
  const auto stated = table.stated.columns();
  for (std::size_t i = 0; i < stated.size(); ++i) stated[i]->shrink(mark.stated[i]);
  table.numbers.shrink(mark.numbers);
  table.number_of.shrink(mark.number_of);
  // What was the newest order of a number is found again by walking over those that are left.
  table.newest.shrink(0);
  for (std::size_t order = 0; order < table.number_of.size(); ++order) {
    const auto number = static_cast<std::size_t>(table.number_of[order]);
    table.newest.extend(number + 1, 0);
    table.newest[number] = static_cast<std::int32_t>(order);
  }
  table.references.shrink(mark.references);
  table.customers.shrink(mark.customers);
  table.channels.shrink(mark.channels);
  // Such a file may have told of an order that stood before whose it is, or where it came from.
  for (std::size_t order = 0; order < table.numbered.size(); ++order)
    if (table.numbered.customer[order] >= mark.customers) table.numbered.customer[order] = -1;
  for (std::size_t order = 0; order < table.numbered.channel.size(); ++order)
    if (table.numbered.channel[order] >= mark.channels) table.numbered.channel[order] = -1;
  table.signs.texts.shrink(mark.signs);
  table.signs.owner.shrink(static_cast<std::size_t>(mark.signs));
  table.signs.kind.shrink(static_cast<std::size_t>(mark.signs));
  table.products.shrink(mark.products);
  table.customer_label.shrink(mark.customer_labels);
  table.product_category.shrink(mark.product_categories);
  table.others.rewind(mark.others);
  table.rejects.resize(mark.rejects);
  table.issues = mark.issues;
  table.currency = mark.currency;
  table.digits = mark.digits;
  table.has_amounts = mark.has_amounts;
  table.has_customers = mark.has_customers;
  table.other_currencies = mark.other_currencies;
}

Money unit_price_of(const OrderTable& table, std::size_t line) {
  if (line < table.lines.unit_price.size() && table.lines.unit_price[line] != kUnstated)
    return {table.lines.unit_price[line]};
  const std::int64_t quantity = table.lines.quantity[line];
  const std::int64_t amount = table.lines.amount[line];
  if (quantity == 0) return {amount < 0 ? -amount : amount};
  const double one = static_cast<double>(amount) * 1000 / static_cast<double>(quantity);
  return {static_cast<std::int64_t>(one < 0 ? one - 0.5 : one + 0.5)};
}

}  // namespace regulars
