#include "core/report/comparison.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "core/report/tables.h"
#include "core/stats/intervals.h"
#include "core/stats/ratios.h"

namespace regulars {
namespace {

// A mean of fewer customers is one of chance, and so is an interval that takes it for normal.
constexpr std::int64_t kFewest = 20;
// Something that fewer of both groups together have in common tells nothing.
constexpr std::int64_t kSupport = 10;
constexpr std::size_t kTold = 5;
constexpr double kAlarm = 0.05;
constexpr std::int32_t kWindow = 90;

using Places = std::vector<std::int32_t>;

Places sorted(std::span<const std::int32_t> places) {
  Places list(places.begin(), places.end());
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

ComparedGroup sums_of(const Analysis& analysis, const Places& places) {
  ComparedGroup group{static_cast<std::int64_t>(places.size()), {}};
  for (const std::int32_t place : places)
    group.revenue += analysis.customers[static_cast<std::size_t>(place)].revenue;
  return group;
}

Places without(const Places& places, const Places& others) {
  Places rest;
  std::set_difference(places.begin(), places.end(), others.begin(), others.end(),
                      std::back_inserter(rest));
  return rest;
}

// Whether somebody counts for a share, and among whom.
struct Hit {
  bool counts = true;
  bool hit = false;
};

Hit hit_of(const Analysis& analysis, std::size_t place, ComparedFigure figure) {
  const Summary& one = analysis.customers[place];
  if (figure == ComparedFigure::came_back) return {true, one.frequency > 0};
  if (one.age < kWindow) return {false, false};
  if (one.frequency == 0) return {true, false};
  for (const std::int32_t index : analysis.book.history(one.customer)) {
    const Date day = analysis.book.day_of(index);
    if (day <= one.first || analysis.book.status_of(index) != LineStatus::counted) continue;
    return {true, day - one.first <= kWindow};
  }
  return {true, false};
}

GroupFigure share_of(const Analysis& analysis, const Places& places, ComparedFigure figure) {
  GroupFigure share;
  for (const std::int32_t place : places) {
    const Hit hit = hit_of(analysis, static_cast<std::size_t>(place), figure);
    share.of += hit.counts;
    share.hits += hit.hit;
  }
  if (share.of > 0) share.value = static_cast<double>(share.hits) / static_cast<double>(share.of);
  return share;
}

// What somebody adds to a mean; `below` 0 where there is nothing to say of them.
RatioPart part_of(const Analysis& analysis, std::size_t place, ComparedFigure figure) {
  const Summary& one = analysis.customers[place];
  const auto minor = static_cast<double>(one.revenue.minor);
  switch (figure) {
    case ComparedFigure::average_order_value:
      return {minor, static_cast<double>(one.orders)};
    case ComparedFigure::revenue_per_customer:
      return {minor, 1};
    case ComparedFigure::days_between_orders:
      return {static_cast<double>(one.recency), static_cast<double>(one.frequency)};
    case ComparedFigure::days_since_last:
      return {static_cast<double>(one.days_since_last), 1};
    case ComparedFigure::lifetime_value: {
      const double worth = figure_of(analysis, place, CustomerColumn::lifetime_value);
      return std::isfinite(worth) ? RatioPart{worth, 1} : RatioPart{0, 0};
    }
    default:
      return {static_cast<double>(one.orders), 1};
  }
}

std::vector<RatioPart> parts_of(const Analysis& analysis, const Places& places,
                                ComparedFigure figure) {
  std::vector<RatioPart> parts;
  for (const std::int32_t place : places) {
    const RatioPart part = part_of(analysis, static_cast<std::size_t>(place), figure);
    if (part.below > 0) parts.push_back(part);
  }
  return parts;
}

void judge(FigureComparison& one, double difference, double low, double high) {
  one.difference = difference;
  one.low = low;
  one.high = high;
  one.verdict =
      low > 0 || high < 0 ? DifferenceVerdict::beyond_chance : DifferenceVerdict::within_chance;
}

FigureComparison compare_shares(const Analysis& analysis, const Places& first, const Places& second,
                                ComparedFigure figure) {
  FigureComparison one;
  one.figure = figure;
  one.first = share_of(analysis, first, figure);
  one.second = share_of(analysis, second, figure);
  if (std::min(one.first.of, one.second.of) < kFewest) return one;
  if (const auto found =
          compare_rates(one.first.hits, one.first.of, one.second.hits, one.second.of))
    judge(one, found->difference, found->low, found->high);
  return one;
}

bool is_money(ComparedFigure figure) {
  return figure == ComparedFigure::average_order_value ||
         figure == ComparedFigure::revenue_per_customer;
}

FigureComparison compare_means(const Analysis& analysis, const Places& first, const Places& second,
                               ComparedFigure figure) {
  FigureComparison one;
  one.figure = figure;
  // Without a column of amounts every order is one of nothing.
  if (is_money(figure) && !analysis.book.table().has_amounts) return one;
  const auto parts = parts_of(analysis, first, figure);
  const auto others = parts_of(analysis, second, figure);
  one.first = {ratio_of(parts), 0, static_cast<std::int64_t>(parts.size())};
  one.second = {ratio_of(others), 0, static_cast<std::int64_t>(others.size())};
  if (std::min(one.first.of, one.second.of) < kFewest) return one;
  if (const auto found = compare_ratios(parts, others))
    judge(one, found->difference, found->low, found->high);
  return one;
}

// Who of the two groups has something, once each.
class Traits {
 public:
  Traits(TraitKind kind, std::int32_t names)
      : kind_(kind), counts_(static_cast<std::size_t>(names)) {}

  /// Somebody of a group has it; called once for each person and name.
  void count(std::int32_t name, std::size_t group) {
    ++counts_[static_cast<std::size_t>(name)][group];
  }

  std::int64_t tell(std::span<const std::int64_t, 2> of, std::vector<TraitComparison>& told) const {
    std::vector<TraitComparison> found;
    std::vector<double> p;
    for (std::size_t name = 0; name < counts_.size(); ++name) {
      const auto [first, second] = counts_[name];
      if (first + second < kSupport) continue;
      const auto difference = compare_rates(first, of[0], second, of[1]);
      if (!difference) continue;
      found.push_back({.kind = kind_,
                       .name = static_cast<std::int32_t>(name),
                       .first = first,
                       .second = second,
                       .difference = difference->difference,
                       .low = difference->low,
                       .high = difference->high});
      p.push_back(difference->p);
    }
    const std::vector<double> adjusted = holm(p);
    for (std::size_t i = 0; i < found.size(); ++i) {
      found[i].p_adjusted = adjusted[i];
      if (adjusted[i] < kAlarm) found[i].verdict = DifferenceVerdict::beyond_chance;
    }
    // The few surest, one after the other; ties go to the smaller name.
    for (std::size_t i = 0; i < std::min(kTold, found.size()); ++i) {
      const auto surest = std::min_element(p.begin(), p.end());
      told.push_back(found[static_cast<std::size_t>(surest - p.begin())]);
      *surest = 2;
    }
    return static_cast<std::int64_t>(found.size());
  }

 private:
  TraitKind kind_;
  std::vector<std::array<std::int64_t, 2>> counts_;  // by name
};

// The group of each customer by CustomerId: 0, 1, or -1.
std::vector<std::int8_t> groups_by_id(const Analysis& analysis, const Places& first,
                                      const Places& second) {
  std::vector<std::int8_t> groups(static_cast<std::size_t>(analysis.book.customers()), -1);
  const auto mark = [&](const Places& places, std::int8_t group) {
    for (const std::int32_t place : places) {
      const auto customer = analysis.customers[static_cast<std::size_t>(place)].customer;
      groups[static_cast<std::size_t>(customer)] = group;
    }
  };
  mark(first, 0);
  mark(second, 1);
  return groups;
}

// A customer of a group and what they bought, as one number: customers one after the other.
std::int64_t pair_of(std::int32_t customer, std::int32_t name) {
  return (std::int64_t{customer} << 32) + name;
}

// Each pair once.
void tidy(std::vector<std::int64_t>& pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

std::vector<std::int64_t> purchases_of(const Analysis& analysis,
                                       std::span<const std::int8_t> groups) {
  const OrderBook& book = analysis.book;
  const OrderTable& table = book.table();
  std::vector<std::int64_t> found;
  book.walk_lines([&](std::size_t line, std::int32_t order, LineStatus status) {
    const std::int32_t product = table.lines.product[line];
    if (product < 0 || status != LineStatus::counted) return;
    if (book.status_of(order) != LineStatus::counted || book.day_of(order) > analysis.as_of) return;
    const auto customer = static_cast<std::int32_t>(book.customer_of(order));
    if (customer >= 0 && groups[static_cast<std::size_t>(customer)] >= 0)
      found.push_back(pair_of(customer, product));
  });
  tidy(found);
  return found;
}

std::int32_t first_channel(const OrderBook& book, CustomerId customer) {
  for (const std::int32_t index : book.history(customer))
    if (book.status_of(index) == LineStatus::counted) return book.channel_of(index);
  return -1;
}

void compare_goods(const Analysis& analysis, std::span<const std::int8_t> groups,
                   Comparison& comparison) {
  const OrderTable& table = analysis.book.table();
  if (table.products.size() == 0) return;
  std::vector<std::int64_t> bought = purchases_of(analysis, groups);
  const auto count = [&](Traits& traits) {
    for (const std::int64_t pair : bought) {
      const auto customer = static_cast<std::size_t>(pair >> 32);
      traits.count(static_cast<std::int32_t>(pair & INT32_MAX),
                   static_cast<std::size_t>(groups[customer]));
    }
  };
  Traits products(TraitKind::product, table.products.size());
  count(products);
  comparison.tried[0] = products.tell(comparison.compared, comparison.traits);
  if (table.product_category.size() == 0) return;
  std::vector<std::int64_t> of_category;
  for (const std::int64_t pair : bought) {
    const auto product = static_cast<std::size_t>(pair & INT32_MAX);
    const std::int32_t category =
        product < table.product_category.size() ? table.product_category[product] : -1;
    if (category >= 0)
      of_category.push_back(pair_of(static_cast<std::int32_t>(pair >> 32), category));
  }
  tidy(of_category);
  bought = std::move(of_category);
  Traits categories(TraitKind::category, table.labels.size());
  count(categories);
  comparison.tried[1] = categories.tell(comparison.compared, comparison.traits);
}

void compare_channels(const Analysis& analysis, const Places& first, const Places& second,
                      Comparison& comparison) {
  const OrderTable& table = analysis.book.table();
  if (table.channels.size() == 0) return;
  Traits channels(TraitKind::first_channel, table.channels.size());
  const auto count = [&](const Places& places, std::size_t group) {
    for (const std::int32_t place : places) {
      const std::int32_t channel = first_channel(
          analysis.book, analysis.customers[static_cast<std::size_t>(place)].customer);
      if (channel >= 0) channels.count(channel, group);
    }
  };
  count(first, 0);
  count(second, 1);
  comparison.tried[2] = channels.tell(comparison.compared, comparison.traits);
}

}  // namespace

Comparison compare_customers(const Analysis& analysis, std::span<const std::int32_t> first,
                             std::span<const std::int32_t> second) {
  const Places one = sorted(first);
  const Places two = sorted(second);
  const Places only_one = without(one, two);
  const Places only_two = without(two, one);
  Comparison comparison;
  comparison.first = sums_of(analysis, one);
  comparison.second = sums_of(analysis, two);
  comparison.both = static_cast<std::int64_t>(one.size() - only_one.size());
  comparison.compared = {static_cast<std::int64_t>(only_one.size()),
                         static_cast<std::int64_t>(only_two.size())};
  for (std::size_t i = 0; i < kComparedFigures; ++i) {
    const auto figure = static_cast<ComparedFigure>(i);
    comparison.figures.push_back(i < kComparedShares
                                     ? compare_shares(analysis, only_one, only_two, figure)
                                     : compare_means(analysis, only_one, only_two, figure));
  }
  if (std::min(comparison.compared[0], comparison.compared[1]) < kFewest) return comparison;
  compare_goods(analysis, groups_by_id(analysis, only_one, only_two), comparison);
  compare_channels(analysis, only_one, only_two, comparison);
  return comparison;
}

std::vector<std::int32_t> everybody_else(const Analysis& analysis,
                                         std::span<const std::int32_t> customers) {
  std::vector<bool> named(analysis.customers.size());
  for (const std::int32_t place : customers) named[static_cast<std::size_t>(place)] = true;
  std::vector<std::int32_t> others;
  for (std::size_t place = 0; place < named.size(); ++place)
    if (!named[place]) others.push_back(static_cast<std::int32_t>(place));
  return others;
}

}  // namespace regulars
