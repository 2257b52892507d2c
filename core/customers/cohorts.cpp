#include "core/customers/cohorts.h"

#include <algorithm>
#include <numeric>

namespace regulars {
namespace {

constexpr std::int32_t kMostCohorts = 120;  // more are neither read nor shown: the period grows
constexpr std::int32_t kMostGroups = 12;    // products or channels beside the rest
constexpr double kSure = 0.05;

// What each customer belongs to.
struct Grouping {
  std::vector<std::string> names;
  std::vector<std::int32_t> group_of;  // by place in the summaries
};

Date first_of(std::span<const Summary> customers, Date as_of) {
  Date first = as_of;
  for (const Summary& customer : customers) first = std::min(first, customer.first);
  return first;
}

Grouping by_first_order(std::span<const Summary> customers, const Periods& periods) {
  Grouping grouping;
  for (std::int32_t i = 0; i < periods.count(); ++i) grouping.names.push_back(periods.name(i));
  for (const Summary& customer : customers)
    grouping.group_of.push_back(periods.place(customer.first));
  return grouping;
}

std::int32_t first_order_of(const OrderBook& book, CustomerId customer) {
  for (const std::int32_t index : book.history(customer))
    if (book.status_of(index) == LineStatus::counted) return index;
  return -1;
}

// The texts that most customers began with, the largest first; the rest, also those of whom nothing
// is known, is the last group. `text_of` is by place in the summaries, -1 for none.
Grouping by_text(std::vector<std::int32_t> text_of, const Names& texts) {
  Grouping grouping{{}, std::move(text_of)};
  std::vector<std::int64_t> counts(static_cast<std::size_t>(texts.size()));
  for (const std::int32_t text : grouping.group_of)
    if (text >= 0) ++counts[static_cast<std::size_t>(text)];
  std::vector<std::int32_t> largest(counts.size());
  std::iota(largest.begin(), largest.end(), 0);
  std::stable_sort(largest.begin(), largest.end(), [&](std::int32_t a, std::int32_t b) {
    return counts[static_cast<std::size_t>(a)] > counts[static_cast<std::size_t>(b)];
  });
  std::vector<std::int32_t> place(counts.size(), -1);
  for (const std::int32_t text : largest) {
    if (static_cast<std::int32_t>(grouping.names.size()) == kMostGroups ||
        counts[static_cast<std::size_t>(text)] == 0)
      break;
    place[static_cast<std::size_t>(text)] = static_cast<std::int32_t>(grouping.names.size());
    grouping.names.emplace_back(texts.text(text));
  }
  const auto rest = static_cast<std::int32_t>(grouping.names.size());
  grouping.names.emplace_back();
  for (std::int32_t& group : grouping.group_of) {
    group = group < 0 ? -1 : place[static_cast<std::size_t>(group)];
    if (group < 0) group = rest;
  }
  return grouping;
}

Grouping by_first_product(const OrderBook& book, std::span<const Summary> customers) {
  const OrderTable& table = book.table();
  std::vector<std::int32_t> products;
  for (const Summary& customer : customers)
    products.push_back(
        table.lines.product[book.first_line(first_order_of(book, customer.customer))]);
  return by_text(std::move(products), table.products);
}

Grouping by_first_channel(const OrderBook& book, std::span<const Summary> customers) {
  std::vector<std::int32_t> channels;
  for (const Summary& customer : customers)
    channels.push_back(book.channel_of(first_order_of(book, customer.customer)));
  return by_text(std::move(channels), book.table().channels);
}

Grouping by_first_discount(const OrderBook& book, std::span<const Summary> customers) {
  const auto& stated = book.table().stated.discount;
  Grouping grouping{{"discount", "full_price", "unknown"}, {}};
  for (const Summary& customer : customers) {
    const auto order = static_cast<std::size_t>(first_order_of(book, customer.customer));
    const bool is_numbered = order < book.table().numbered.size();
    const std::int64_t discount = is_numbered ? stated_or(stated, order, kUnstated) : kUnstated;
    grouping.group_of.push_back(discount == kUnstated ? 2 : discount == 0 ? 1 : 0);
  }
  return grouping;
}

Grouping group(const OrderBook& book, std::span<const Summary> customers, const Periods& periods,
               CohortBy by) {
  switch (by) {
    case CohortBy::first_product:
      return by_first_product(book, customers);
    case CohortBy::first_discount:
      return by_first_discount(book, customers);
    case CohortBy::first_channel:
      return by_first_channel(book, customers);
    default:
      return by_first_order(customers, periods);
  }
}

// Cells of all cohorts and ages, side by side while they are filled.
class Grid {
 public:
  Grid(const Grouping& grouping, const OrderDays& days, std::span<const Summary> customers,
       const Periods& periods, Date as_of)
      : ages_(periods.count()), cells_(grouping.names.size() * static_cast<std::size_t>(ages_)) {
    const std::int32_t current = periods.place(as_of);
    const std::int32_t whole = periods.to(current) == as_of ? current : current - 1;
    // How many of a cohort began in each period.
    std::vector<std::int64_t> begun(cells_.size());
    for (std::size_t i = 0; i < customers.size(); ++i) {
      const std::int32_t start = periods.place(customers[i].first);
      ++begun[place(grouping.group_of[i], start)];
      std::int32_t counted = -1;  // the last age already counted as active
      for (const OrderDay& day : days.of(i)) {
        const std::int32_t age = std::max(0, periods.place(day.day) - start);
        CohortCell& cell = cells_[place(grouping.group_of[i], age)];
        cell.orders += day.orders;
        cell.revenue += day.net;
        const bool is_observed = start + age <= whole;
        if (is_observed) cell.revenue_observed += day.net;
        if (day.orders == 0 || age == counted) continue;
        counted = age;
        ++cell.active;
        cell.active_observed += is_observed;
      }
    }
    for (std::size_t group = 0; group < grouping.names.size(); ++group)
      finish_group(static_cast<std::int32_t>(group), begun, whole, current);
  }

  /// The cells of one cohort up to the age of its oldest customer.
  std::span<const CohortCell> cells_of(std::int32_t group) const {
    return std::span(cells_).subspan(place(group, 0), lengths_[static_cast<std::size_t>(group)]);
  }

 private:
  std::size_t place(std::int32_t group, std::int32_t age) const {
    return static_cast<std::size_t>(group) * static_cast<std::size_t>(ages_) +
           static_cast<std::size_t>(age);
  }

  void finish_group(std::int32_t group, const std::vector<std::int64_t>& begun, std::int32_t whole,
                    std::int32_t current) {
    std::int64_t customers = 0;
    std::int32_t oldest = ages_;
    std::vector<std::int64_t> begun_by;  // up to and including each period
    for (std::int32_t start = 0; start < ages_; ++start) {
      const std::int64_t count = begun[place(group, start)];
      if (count > 0) oldest = std::min(oldest, start);
      begun_by.push_back(customers += count);
    }
    lengths_.push_back(static_cast<std::size_t>(std::max(0, current - oldest + 1)));
    double cumulative = 0;
    for (std::int32_t age = 0; age < ages_; ++age) {
      CohortCell& cell = cells_[place(group, age)];
      cell.cohort = group;
      cell.age = age;
      cell.customers = customers;
      cell.observed = whole >= age ? begun_by[static_cast<std::size_t>(whole - age)] : 0;
      if (cell.observed == 0) continue;
      cumulative +=
          static_cast<double>(cell.revenue_observed.minor) / static_cast<double>(cell.observed);
      cell.cumulative_value = cumulative;
    }
  }

  std::int32_t ages_;
  std::vector<CohortCell> cells_;
  std::vector<std::size_t> lengths_;
};

std::vector<CohortAverage> averages_of(std::span<const CohortCell> cells) {
  std::vector<CohortAverage> averages;
  std::vector<Money> revenue;
  for (const CohortCell& cell : cells) {
    if (cell.observed == 0) continue;
    const auto age = static_cast<std::size_t>(cell.age);
    if (age >= averages.size()) {
      averages.resize(age + 1);
      revenue.resize(age + 1);
    }
    ++averages[age].cohorts;
    averages[age].customers += cell.observed;
    averages[age].active += cell.active_observed;
    revenue[age] += cell.revenue_observed;
  }
  double cumulative = 0;
  for (std::size_t age = 0; age < averages.size(); ++age) {
    CohortAverage& one = averages[age];
    one.age = static_cast<std::int32_t>(age);
    const auto customers = static_cast<double>(one.customers);
    one.share = static_cast<double>(one.active) / customers;
    one.interval = *wilson(one.active, one.customers);
    one.revenue = static_cast<double>(revenue[age].minor) / customers;
    one.cumulative_value = cumulative += one.revenue;
  }
  return averages;
}

void compare_cohorts(std::vector<Cohort>& cohorts, CohortBy by) {
  std::int64_t repeat = 0;
  std::int64_t observed = 0;
  for (const Cohort& one : cohorts) {
    repeat += one.repeat;
    observed += one.observed;
  }
  std::vector<std::size_t> compared;
  std::vector<double> p;
  for (std::size_t i = 0; i < cohorts.size(); ++i) {
    Cohort& one = cohorts[i];
    one.interval = wilson(one.repeat, one.observed);
    if (by == CohortBy::first_order)
      one.versus = i == 0 ? std::nullopt
                          : compare_rates(one.repeat, one.observed, cohorts[i - 1].repeat,
                                          cohorts[i - 1].observed);
    else
      one.versus =
          compare_rates(one.repeat, one.observed, repeat - one.repeat, observed - one.observed);
    if (!one.versus) continue;
    compared.push_back(i);
    p.push_back(one.versus->p);
  }
  const std::vector<double> adjusted = holm(p);
  for (std::size_t i = 0; i < compared.size(); ++i) {
    Cohort& one = cohorts[compared[i]];
    one.p_adjusted = adjusted[i];
    one.verdict = adjusted[i] >= kSure         ? Verdict::no_difference
                  : one.versus->difference > 0 ? Verdict::higher
                                               : Verdict::lower;
  }
}

}  // namespace

CohortTable cohort_table(const OrderBook& book, const OrderDays& days,
                         std::span<const Summary> customers, Date as_of,
                         const CohortOptions& options) {
  const Periods periods = at_most(kMostCohorts, first_of(customers, as_of), as_of, options.period);
  constexpr std::int32_t windows[] = {30, 90, 180};
  CohortTable table;
  table.period = periods.length();
  table.by = options.by;
  table.window_days = windows[static_cast<std::size_t>(periods.length())];
  const Grouping grouping = group(book, customers, periods, options.by);
  for (const std::string& name : grouping.names) table.cohorts.push_back({name, 0, 0, 0, {}, {}});
  for (std::size_t i = 0; i < customers.size(); ++i) {
    Cohort& cohort = table.cohorts[static_cast<std::size_t>(grouping.group_of[i])];
    ++cohort.customers;
    if (customers[i].age < table.window_days) continue;
    const std::int32_t second = days_to_second(days.of(i));
    ++cohort.observed;
    cohort.repeat += second >= 0 && second <= table.window_days;
  }
  const Grid grid(grouping, days, customers, periods, as_of);
  // Cohorts without anyone are left out: a shop that was closed for a month began with nobody.
  std::vector<Cohort> kept;
  std::vector<std::int32_t> place_of(table.cohorts.size(), -1);
  for (std::size_t i = 0; i < table.cohorts.size(); ++i) {
    if (table.cohorts[i].customers == 0) continue;
    for (CohortCell cell : grid.cells_of(static_cast<std::int32_t>(i))) {
      cell.cohort = static_cast<std::int32_t>(kept.size());
      table.cells.push_back(cell);
    }
    place_of[i] = static_cast<std::int32_t>(kept.size());
    kept.push_back(std::move(table.cohorts[i]));
  }
  table.cohort_of.reserve(customers.size());
  for (const std::int32_t group : grouping.group_of)
    table.cohort_of.push_back(place_of[static_cast<std::size_t>(group)]);
  table.cohorts = std::move(kept);
  compare_cohorts(table.cohorts, options.by);
  table.averages = averages_of(table.cells);
  return table;
}

Periods periods_of(const CohortTable& table, std::span<const Summary> customers, Date as_of) {
  return Periods(first_of(customers, as_of), as_of, table.period);
}

}  // namespace regulars
