// Who is whom, what does not count, what was given back, what is far from usual.
#include <algorithm>
#include <cmath>

#include "core/data/cursor.h"
#include "core/data/order_book.h"

namespace regulars {
namespace {

// If more than one order in twenty lies after today, the clock is wrong, not the shop.
constexpr std::int64_t kFewFuture = 20;

// Source: Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers: values whose modified
// z-score, 0.6745 (x - median) / MAD, exceeds 3.5. Amounts are compared by their logarithms; fewer
// than twenty tell nothing.
constexpr double kScore = 0.6745;
constexpr double kUnusual = 3.5;
constexpr std::size_t kFewAmounts = 20;
constexpr double kRounding = 1e-9;  // far more than a logarithm is ever off

std::string lowered(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = lower(c);
  return small;
}

// The middle of values, the upper one of two: those of its neighbourhood alone are sorted out.
double middle(const std::vector<double>& values) {
  constexpr std::size_t parts_of_range = 4096;
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const double first = *least;
  const double scale = *most > first ? (parts_of_range - 1) / (*most - first) : 0;
  // Never falls while the values rise, however it is rounded.
  const auto part_of = [&](double value) {
    return static_cast<std::size_t>((value - first) * scale);
  };
  std::vector<std::size_t> counts(parts_of_range + 1);
  for (const double value : values) ++counts[part_of(value)];
  std::size_t place = values.size() / 2;
  std::size_t part = 0;
  while (place >= counts[part]) place -= counts[part++];
  std::vector<double> near;
  for (const double value : values)
    if (part_of(value) == part) near.push_back(value);
  const auto at = near.begin() + static_cast<std::ptrdiff_t>(place);
  std::nth_element(near.begin(), at, near.end());
  return *at;
}

// What people type where a shop is being tried out, in English, German, French, Spanish and
// Chinese.
bool is_test(std::string_view text) {
  constexpr std::array<std::string_view, 18> words{
      "test",
      "tester",
      "testing",
      "test test",
      "test customer",
      "test user",
      "test order",
      "test product",
      "test item",
      "testkunde",
      "testbestellung",
      "testprodukt",
      "testartikel",
      "produit test",
      "producto de prueba",
      "\xE6\xB5\x8B\xE8\xAF\x95",                           // test
      "\xE6\xB5\x8B\xE8\xAF\x95\xE5\x95\x86\xE5\x93\x81",   // test product
      "\xE6\xB5\x8B\xE8\xAF\x95\xE8\xAE\xA2\xE5\x8D\x95"};  // test order
  // Nearly every name begins with another letter than these words.
  if (text.empty() || text.size() > 40 ||
      (text.front() != 't' && text.front() != 'T' && text.front() != 'p' && text.front() != 'P' &&
       text.front() != '\xE6'))
    return false;
  const std::string small = lowered(text);
  const std::size_t at = small.find('@');
  std::string_view word = small;
  if (at != std::string::npos) word = word.substr(0, std::min(at, small.find('+')));
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

// A customer whose sign is known as a weaker sign of exactly one other is that other.
void OrderBook::find_people() {
  const Signs& signs = table_->signs;
  std::vector<std::int32_t> parent;
  const auto root = [&](std::int32_t customer) {
    while (parent[static_cast<std::size_t>(customer)] != customer)
      customer = parent[static_cast<std::size_t>(customer)];
    return customer;
  };
  for (std::int32_t sign = 0; sign < signs.texts.size(); ++sign) {
    const std::int32_t owner = signs.owner[static_cast<std::size_t>(sign)];
    if (owner < 0) continue;
    const std::string_view text = signs.texts.text(sign);
    const std::int32_t from = table_->customers.find(text);
    if (from < 0 || from == owner) continue;
    if (parent.empty()) {
      parent.resize(static_cast<std::size_t>(customers()));
      for (std::int32_t i = 0; i < customers(); ++i) parent[static_cast<std::size_t>(i)] = i;
    }
    const std::int32_t into = root(owner);
    if (root(from) == into) continue;
    merges_.push_back({from, into, signs.kind[static_cast<std::size_t>(sign)]});
    findings_.note(IssueKind::merged_customer, 0, 0, "",
                   std::string(text) + " = " + std::string(table_->customers.text(into)));
    if (options_.holds(CleaningRule::merge_customers) &&
        std::find(options_.apart.begin(), options_.apart.end(), text) == options_.apart.end())
      parent[static_cast<std::size_t>(root(from))] = into;
  }
  if (parent.empty()) return;
  person_.resize(parent.size());
  for (std::int32_t i = 0; i < customers(); ++i) person_[static_cast<std::size_t>(i)] = root(i);
}

void OrderBook::leave_out(std::int32_t index, IssueKind kind, CleaningRule rule,
                          LineStatus status) {
  note_order(kind, index, number(index));
  if (!options_.holds(rule)) return;
  const auto at = static_cast<std::size_t>(index);
  status_[at] = status;
  net_[at] = 0;
}

bool OrderBook::is_test_customer(std::int32_t customer) const {
  if (customer < 0) return false;
  const auto at = static_cast<std::size_t>(customer);
  return is_test(table_->customers.text(customer)) ||
         (at < table_->customer_label.size() && table_->customer_label[at] >= 0 &&
          is_test(table_->labels.text(table_->customer_label[at])));
}

// By order: 1 where the customer, or every product, is called a test.
std::vector<std::uint8_t> OrderBook::test_orders() const {
  std::vector<std::uint8_t> customers_test(static_cast<std::size_t>(customers()));
  std::vector<std::uint8_t> products_test(static_cast<std::size_t>(table_->products.size()));
  bool any = false;
  for (std::int32_t i = 0; i < customers(); ++i)
    any |= (customers_test[static_cast<std::size_t>(i)] = is_test_customer(i)) != 0;
  bool any_product = false;
  for (std::int32_t i = 0; i < table_->products.size(); ++i)
    any_product |=
        (products_test[static_cast<std::size_t>(i)] = is_test(table_->products.text(i))) != 0;
  if (!any && !any_product) return {};
  std::vector<std::uint8_t> test(static_cast<std::size_t>(orders()));
  constexpr std::uint8_t other = 2;
  for (std::size_t line = 0; any_product && line < table_->lines.size(); ++line) {
    const std::int32_t product = table_->lines.product[line];
    auto& of_order = test[static_cast<std::size_t>(order_of(line))];
    if (product >= 0)
      of_order = static_cast<std::uint8_t>(
          of_order | (products_test[static_cast<std::size_t>(product)] != 0 ? 1 : other));
  }
  for (std::int32_t index = 0; index < orders(); ++index) {
    std::int32_t at = index;
    const std::int32_t customer = heads(at).customer[static_cast<std::size_t>(at)];
    auto& of_order = test[static_cast<std::size_t>(index)];
    of_order =
        of_order == 1 || (customer >= 0 && customers_test[static_cast<std::size_t>(customer)] != 0);
  }
  return test;
}

void OrderBook::leave_out_orders() {
  const std::vector<std::uint8_t> test = test_orders();
  std::int64_t future = 0;
  std::int64_t counted = 0;
  const auto is_future = [&](std::int32_t index) {
    return options_.today && day_of(index) > *options_.today + 1;  // it is tomorrow somewhere
  };
  for (std::int32_t index = 0; index < orders(); ++index) {
    if (status_of(index) != LineStatus::counted) continue;
    ++counted;
    if (day_of(index).days != kNoDay) future += is_future(index);
  }
  const bool few = future * kFewFuture <= counted;
  for (std::int32_t index = 0; index < orders(); ++index) {
    const auto at = static_cast<std::size_t>(index);
    const LineStatus status = status_of(index);
    if (status == LineStatus::duplicate) continue;
    if (day_of(index).days == kNoDay) {
      note_order(IssueKind::orphan_item, index, number(index));
      status_[at] = LineStatus::unpaid;
      net_[at] = 0;
      continue;
    }
    if (status != LineStatus::counted) continue;
    if (!test.empty() && test[at] != 0)
      leave_out(index, IssueKind::test_order, CleaningRule::leave_out_test_orders,
                LineStatus::cancelled);
    else if (future > 0 && few && is_future(index))
      leave_out(index, IssueKind::future_order, CleaningRule::leave_out_future_orders,
                LineStatus::unpaid);
    else if (table_->has_amounts && net_[at] == 0)
      leave_out(index, IssueKind::free_order, CleaningRule::leave_out_free_orders,
                LineStatus::unpaid);
  }
}

// A refund with an order of its own is taken from the order it names, else from the customer's last
// order before it that cost as much: that one was no lasting purchase. The money stays the same.
void OrderBook::pair_refunds() {
  const auto numbered = static_cast<std::int32_t>(table_->numbered.size());
  const auto pair = [&](std::int32_t refund, std::int32_t sale, bool is_named) {
    note_order(IssueKind::paired_refund, sale, number(sale));
    if (!options_.holds(CleaningRule::pair_refunds)) return;
    const auto at = static_cast<std::size_t>(sale);
    net_[at] += net_[static_cast<std::size_t>(refund)];
    net_[static_cast<std::size_t>(refund)] = 0;
    if (net_[at] <= 0) status_[at] = LineStatus::refunded;
    // A refund that names its sale is a part of it, no order.
    if (is_named) status_[static_cast<std::size_t>(refund)] = LineStatus::duplicate;
  };
  const auto named_sale = [&](std::int32_t refund) -> std::int32_t {
    const auto at = static_cast<std::size_t>(refund);
    if (refund >= numbered || at >= table_->references.size() || table_->references[at] < 0)
      return -1;
    const std::int32_t wanted = table_->numbers.find(table_->labels.text(table_->references[at]));
    if (wanted < 0) return -1;
    const std::int32_t sale =
        table_->newest.empty() ? wanted
                               : newest_version(table_->newest[static_cast<std::size_t>(wanted)]);
    return sale != refund && status_of(sale) == LineStatus::counted ? sale : -1;
  };
  bool any = false;
  for (std::int32_t index = 0; !any && index < orders(); ++index)
    any = status_of(index) == LineStatus::refund;
  if (!any) return;
  std::vector<std::int32_t> paired;
  for (std::int32_t customer = 0; customer <= customers(); ++customer) {
    const auto orders_of = customer < customers() ? history(CustomerId{customer}) : nobodys();
    paired.clear();
    for (std::size_t i = 0; i < orders_of.size(); ++i) {
      const std::int32_t refund = orders_of[i];
      if (status_of(refund) != LineStatus::refund || net_of(refund).minor >= 0) continue;
      std::int32_t sale = named_sale(refund);
      const bool is_named = sale >= 0;
      for (std::size_t j = i; sale < 0 && customer < customers() && j-- > 0;) {
        const std::int32_t before = orders_of[j];
        if (status_of(before) == LineStatus::counted && net_of(before) == -net_of(refund) &&
            std::find(paired.begin(), paired.end(), before) == paired.end())
          sale = before;
      }
      if (sale < 0) continue;
      paired.push_back(sale);
      pair(refund, sale, is_named);
    }
  }
}

void OrderBook::find_unusual() {
  if (!table_->has_amounts) return;
  std::vector<double> logs;
  logs.reserve(static_cast<std::size_t>(orders()));
  for (std::int32_t index = 0; index < orders(); ++index)
    if (status_of(index) == LineStatus::counted && net_of(index).minor > 0)
      logs.push_back(std::log(static_cast<double>(net_of(index).minor)));
  if (logs.size() < kFewAmounts) return;
  const double median = middle(logs);
  for (double& value : logs) value = std::abs(value - median);
  const double spread = middle(logs);
  if (spread == 0) return;
  // Between these no amount is unusual, however its logarithm is rounded: they need none.
  const double usual = kUnusual * spread / kScore;
  const double least = std::exp(median - usual) * (1 + kRounding);
  const double most = std::exp(median + usual) * (1 - kRounding);
  for (std::int32_t index = 0; index < orders(); ++index) {
    if (status_of(index) != LineStatus::counted || net_of(index).minor <= 0) continue;
    const auto net = static_cast<double>(net_of(index).minor);
    if (net > least && net < most) continue;
    const double distance = std::log(net) - median;
    if (kScore * std::abs(distance) > kUnusual * spread)
      note_order(IssueKind::unusual_amount, index, to_text(net_of(index), table_->digits));
  }
}

}  // namespace regulars
