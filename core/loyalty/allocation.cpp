#include "core/loyalty/allocation.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace regulars {
namespace {

// Sums of values may differ by the order of adding; a gap below this share of the bound is none.
constexpr double kSameValue = 1e-12;
constexpr double kMostCells = 2e7;  // of dynamic programming: 20 MB, and a tenth of a second

// A corner of one customer's options: from the one before it, so much more cost for so much more
// value. The ratios of a customer fall.
struct Corner {
  std::size_t option = 0;  // place among the options
  std::int64_t cost = 0;   // of the option itself
  double value = 0;
};

// An upgrade of one customer from one corner to the next.
struct Upgrade {
  std::size_t customer = 0;  // place among the groups
  std::size_t corner = 0;
  std::int64_t cost = 0;  // more than the corner before
  double value = 0;
};

// The options of one customer that are worth anything, cheapest first.
struct Group {
  std::vector<Corner> options;  // no other costs as little and brings as much
  std::vector<Corner> corners;  // those on the upper hull
};

// Whether the middle one lies on or below the line from a to c.
bool is_below(const Corner& a, const Corner& b, const Corner& c) {
  return (b.value - a.value) * static_cast<double>(c.cost - a.cost) <=
         (c.value - a.value) * static_cast<double>(b.cost - a.cost);
}

Group group_of(std::vector<Corner> all) {
  std::sort(all.begin(), all.end(), [](const Corner& a, const Corner& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    return a.value != b.value ? a.value > b.value : a.option < b.option;
  });
  Group group;
  for (const Corner& one : all)
    if (one.value > 0 && (group.options.empty() || one.value > group.options.back().value))
      group.options.push_back(one);
  constexpr Corner nothing{.option = 0, .cost = 0, .value = 0};
  for (const Corner& one : group.options) {
    while (!group.corners.empty()) {
      const Corner& before =
          group.corners.size() > 1 ? group.corners[group.corners.size() - 2] : nothing;
      if (!is_below(before, group.corners.back(), one)) break;
      group.corners.pop_back();
    }
    group.corners.push_back(one);
  }
  return group;
}

std::vector<Group> groups_of(std::span<const RewardOption> options) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < options.size(); ++i)
    if (options[i].value > 0) {
      assert(options[i].cost >= 0 && std::isfinite(options[i].value));
      order.push_back(i);
    }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return options[a].customer < options[b].customer;
  });
  std::vector<Group> groups;
  for (std::size_t i = 0; i < order.size();) {
    std::vector<Corner> of_one;
    const std::int32_t customer = options[order[i]].customer;
    for (; i < order.size() && options[order[i]].customer == customer; ++i)
      of_one.push_back({order[i], options[order[i]].cost, options[order[i]].value});
    groups.push_back(group_of(std::move(of_one)));
  }
  return groups;
}

// All upgrades, most value for their cost first; those of a customer keep their order, because
// their ratios fall. What costs nothing comes first of all.
std::vector<Upgrade> upgrades_of(std::span<const Group> groups) {
  std::vector<Upgrade> all;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Corner before;
    for (std::size_t j = 0; j < groups[i].corners.size(); ++j) {
      const Corner& corner = groups[i].corners[j];
      all.push_back({i, j, corner.cost - before.cost, corner.value - before.value});
      before = corner;
    }
  }
  std::sort(all.begin(), all.end(), [](const Upgrade& a, const Upgrade& b) {
    const double of_a = a.value * static_cast<double>(b.cost);
    const double of_b = b.value * static_cast<double>(a.cost);
    if (of_a != of_b) return of_a > of_b;
    return a.customer != b.customer ? a.customer < b.customer : a.corner < b.corner;
  });
  return all;
}

// The places chosen by corner, -1 for none, as a choice.
Choice choice_of(std::span<const Group> groups, std::span<const std::int32_t> corners) {
  Choice choice;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (corners[i] < 0) continue;
    const Corner& corner = groups[i].corners[static_cast<std::size_t>(corners[i])];
    choice.chosen.push_back(corner.option);
    choice.cost += corner.cost;
    choice.value += corner.value;
  }
  return choice;
}

// The linear relaxation: upgrades in their order until one does not fit whole.
struct Relaxed {
  Choice whole;  // what fits whole
  double bound = 0;
  double price = 0;                   // of the upgrade that does not fit; 0 where all do
  std::vector<std::int32_t> corners;  // of `whole`
  std::size_t broken = 0;             // place of that upgrade, past the end where all fit
};

Relaxed relax(std::span<const Group> groups, std::span<const Upgrade> upgrades,
              std::int64_t budget) {
  Relaxed result;
  result.corners.assign(groups.size(), -1);
  std::int64_t left = budget;
  double value = 0;
  result.broken = upgrades.size();
  for (std::size_t i = 0; i < upgrades.size(); ++i) {
    const Upgrade& upgrade = upgrades[i];
    if (upgrade.cost > left) {
      result.broken = i;
      result.price = upgrade.value / static_cast<double>(upgrade.cost);
      break;
    }
    left -= upgrade.cost;
    value += upgrade.value;
    result.corners[upgrade.customer] = static_cast<std::int32_t>(upgrade.corner);
  }
  result.whole = choice_of(groups, result.corners);
  result.bound = value + result.price * static_cast<double>(left);
  return result;
}

// Greedy: what fits whole, then what else still fits of the rest, or the best option alone.
Choice greedy_of(std::span<const Group> groups, std::span<const Upgrade> upgrades,
                 const Relaxed& relaxed, std::int64_t budget) {
  std::vector<std::int32_t> corners = relaxed.corners;
  std::int64_t left = budget - relaxed.whole.cost;
  for (std::size_t i = relaxed.broken; i < upgrades.size(); ++i) {
    const Upgrade& upgrade = upgrades[i];
    if (upgrade.cost > left ||
        corners[upgrade.customer] + 1 != static_cast<std::int32_t>(upgrade.corner))
      continue;
    left -= upgrade.cost;
    corners[upgrade.customer] = static_cast<std::int32_t>(upgrade.corner);
  }
  Choice greedy = choice_of(groups, corners);
  Choice alone;
  for (const Group& group : groups)
    for (const Corner& option : group.options)
      if (option.cost <= budget && option.value > alone.value)
        alone = {{option.option}, option.cost, option.value};
  return alone.value > greedy.value ? alone : greedy;
}

// The exact choice of the customers whose own the relaxation does not settle: by dynamic
// programming where costs have few units, else depth first with the relaxation's price as bound. No
// choice of the customers still open can be worth more than what each gains most at that price, and
// what the money left is worth at it.
class Search {
 public:
  Search(std::span<const Group> groups, std::int64_t budget, double price, Choice found,
         std::int64_t most_nodes)
      : groups_(groups), price_(price), best_(std::move(found)), left_nodes_(most_nodes) {
    settle(budget);
  }

  void run() {
    if (left_ < 0 || left_nodes_ <= 0) return;
    if (open_.empty()) {
      if (settled_value_ > best_.value) keep(0, 0);
    } else if (most_options_ <= std::numeric_limits<std::int8_t>::max() &&
               static_cast<double>(left_ + 1) * static_cast<double>(open_.size()) <= kMostCells)
      fill();
    else
      descend();
  }
  const Choice& best() const { return best_; }
  bool is_whole() const { return left_nodes_ > 0; }

 private:
  // An option by what it gains at the price.
  struct Gain {
    std::int32_t option = -1;  // place among the group's options, -1 for nothing
    double gain = 0;
  };

  double gain_of(const Corner& option) const {
    return option.value - price_ * static_cast<double>(option.cost);
  }

  // Options whose loss against the best one of their customer is more than the gap can be in no
  // better choice. Customers who are left with one option are settled.
  void settle(std::int64_t budget) {
    double most = price_ * static_cast<double>(budget);
    std::vector<double> top(groups_.size(), 0);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      for (const Corner& option : groups_[i].options) top[i] = std::max(top[i], gain_of(option));
      most += top[i];
    }
    const double gap = std::max(0.0, most - best_.value) + kSameValue * most;
    left_ = budget;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      std::vector<Gain> open;
      if (top[i] <= gap) open.push_back({});
      for (std::size_t j = 0; j < groups_[i].options.size(); ++j)
        if (top[i] - gain_of(groups_[i].options[j]) <= gap)
          open.push_back({static_cast<std::int32_t>(j), gain_of(groups_[i].options[j])});
      if (open.size() == 1) {
        take(i, open[0].option);
        continue;
      }
      most_options_ = std::max(most_options_, open.size());
      std::stable_sort(open.begin(), open.end(),
                       [](const Gain& a, const Gain& b) { return a.gain > b.gain; });
      open_.push_back(std::move(open));
      customers_.push_back(i);
    }
    // Those first of whom the most hangs on the choice: a wrong one is seen at once.
    std::vector<std::size_t> order(open_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto spread = [&](std::size_t i) { return open_[i][0].gain - open_[i][1].gain; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return spread(a) > spread(b); });
    std::vector<std::vector<Gain>> sorted;
    std::vector<std::size_t> customers;
    for (const std::size_t i : order) {
      sorted.push_back(std::move(open_[i]));
      customers.push_back(customers_[i]);
    }
    open_ = std::move(sorted);
    customers_ = std::move(customers);
    rest_.assign(open_.size() + 1, 0);
    for (std::size_t i = open_.size(); i > 0; --i)
      rest_[i - 1] = rest_[i] + open_[i - 1].front().gain;
    picked_.assign(open_.size(), -1);
  }

  void take(std::size_t group, std::int32_t option) {
    if (option < 0) return;
    const Corner& corner = groups_[group].options[static_cast<std::size_t>(option)];
    settled_.push_back(corner);
    left_ -= corner.cost;
    settled_value_ += corner.value;
  }

  // By the money that is left, the most that the customers looked at so far can be worth, and which
  // option of each brings it about. Source: Kellerer et al., section 11.5.
  void fill() {
    const auto units = static_cast<std::size_t>(left_);
    std::vector<double> most(units + 1, 0);
    std::vector<std::int8_t> picks((units + 1) * open_.size(), -1);
    std::vector<double> before;
    for (std::size_t depth = 0; depth < open_.size(); ++depth) {
      before = most;
      std::int8_t* pick = picks.data() + depth * (units + 1);
      for (std::size_t i = 0; i < open_[depth].size(); ++i) {
        const std::int32_t option = open_[depth][i].option;
        if (option < 0) continue;
        const Corner& corner = groups_[customers_[depth]].options[static_cast<std::size_t>(option)];
        for (auto unit = static_cast<std::size_t>(corner.cost); unit <= units; ++unit) {
          const double value = before[unit - static_cast<std::size_t>(corner.cost)] + corner.value;
          if (value <= most[unit]) continue;
          most[unit] = value;
          pick[unit] = static_cast<std::int8_t>(i);
        }
      }
    }
    if (settled_value_ + most[units] <= best_.value) return;
    std::size_t left = units;
    for (std::size_t depth = open_.size(); depth > 0; --depth) {
      const std::int8_t pick = picks[(depth - 1) * (units + 1) + left];
      if (pick < 0) continue;
      picked_[depth - 1] = open_[depth - 1][static_cast<std::size_t>(pick)].option;
      left -= static_cast<std::size_t>(corner_at(depth - 1)->cost);
    }
    keep(open_.size(), most[units]);
  }

  // Without recursion: there may be as many customers as a stack does not bear.
  void descend() {
    struct Level {
      std::size_t next = 0;  // option to try
      std::int64_t left = 0;
      double value = 0;
    };
    std::vector<Level> levels{{0, left_, 0}};
    if (settled_value_ > best_.value) keep(0, 0);
    while (!levels.empty() && left_nodes_ > 0) {
      --left_nodes_;
      const std::size_t depth = levels.size() - 1;
      Level& level = levels.back();
      const auto is_over = [&] {
        if (depth == open_.size() || level.next == open_[depth].size()) return true;
        // The options behind this one gain less.
        const double gains = open_[depth][level.next].gain + rest_[depth + 1];
        const double most =
            settled_value_ + level.value + gains + price_ * static_cast<double>(level.left);
        return most <= best_.value * (1 + kSameValue);
      };
      if (is_over()) {
        levels.pop_back();
        if (depth > 0) picked_[depth - 1] = -1;
        continue;
      }
      picked_[depth] = open_[depth][level.next++].option;
      const Corner* corner = corner_at(depth);
      const Level next{0, level.left - (corner ? corner->cost : 0),
                       level.value + (corner ? corner->value : 0)};
      if (next.left < 0) {
        picked_[depth] = -1;
        continue;
      }
      if (settled_value_ + next.value > best_.value) keep(depth + 1, next.value);
      levels.push_back(next);
    }
  }

  const Corner* corner_at(std::size_t depth) const {
    const std::int32_t option = picked_[depth];
    if (option < 0) return nullptr;
    return &groups_[customers_[depth]].options[static_cast<std::size_t>(option)];
  }

  void keep(std::size_t depth, double value) {
    best_ = {{}, 0, settled_value_ + value};
    const auto add = [&](const Corner& corner) {
      best_.chosen.push_back(corner.option);
      best_.cost += corner.cost;
    };
    for (const Corner& corner : settled_) add(corner);
    for (std::size_t i = 0; i < depth; ++i)
      if (const Corner* corner = corner_at(i)) add(*corner);
  }

  std::span<const Group> groups_;
  double price_ = 0;
  Choice best_;
  std::int64_t left_nodes_ = 0;
  std::vector<Corner> settled_;
  double settled_value_ = 0;
  std::int64_t left_ = 0;
  std::size_t most_options_ = 0;         // of one open customer
  std::vector<std::vector<Gain>> open_;  // of each customer who is not settled
  std::vector<std::size_t> customers_;   // who they are
  std::vector<double> rest_;             // what those from a depth on gain at most
  std::vector<std::int32_t> picked_;     // by depth
};

std::int64_t common_unit(std::span<const Group> groups) {
  std::int64_t unit = 0;
  for (const Group& group : groups)
    for (const Corner& option : group.options) unit = std::gcd(unit, option.cost);
  return std::max<std::int64_t>(1, unit);
}

// Sums as the options have them, in the order of customers: the same for the same choice, however
// it was found.
void add_up(Choice& choice, std::span<const RewardOption> options) {
  std::sort(choice.chosen.begin(), choice.chosen.end(), [&](std::size_t a, std::size_t b) {
    return options[a].customer < options[b].customer;
  });
  choice.cost = 0;
  choice.value = 0;
  for (const std::size_t place : choice.chosen) {
    choice.cost += options[place].cost;
    choice.value += options[place].value;
  }
}

}  // namespace

Allotment allocate(std::span<const RewardOption> options, std::int64_t budget,
                   const AllocationOptions& how) {
  assert(budget >= 0);
  std::vector<Group> groups = groups_of(options);
  Allotment result;
  result.shadow_price = relax(groups, upgrades_of(groups), budget).price;
  // Budgets between two sums of costs buy what the lower one does, so that whole units of the
  // costs' greatest common divisor lose nothing and bring the bound nearer.
  const std::int64_t unit = common_unit(groups);
  for (Group& group : groups) {
    for (Corner& corner : group.options) corner.cost /= unit;
    for (Corner& corner : group.corners) corner.cost /= unit;
  }
  const std::int64_t units = budget / unit;
  const std::vector<Upgrade> upgrades = upgrades_of(groups);
  const Relaxed relaxed = relax(groups, upgrades, units);
  result.bound = relaxed.bound;
  result.greedy = greedy_of(groups, upgrades, relaxed, units);
  Search search(groups, units, relaxed.price, result.greedy, how.most_nodes);
  search.run();
  result.best = search.best();
  add_up(result.greedy, options);
  add_up(result.best, options);
  if (search.is_whole()) {
    result.bound = result.best.value;
    return result;
  }
  result.gap = std::max(0.0, result.bound - result.best.value);
  result.proof = result.gap <= kSameValue * result.bound ? Proof::optimal : Proof::stopped_early;
  return result;
}

std::vector<BudgetPoint> budget_curve(std::span<const RewardOption> options, std::size_t points) {
  assert(points >= 2);
  const std::vector<Group> groups = groups_of(options);
  std::vector<BudgetPoint> corners(1);
  for (const Upgrade& upgrade : upgrades_of(groups)) {
    const BudgetPoint& before = corners.back();
    corners.push_back({before.budget + upgrade.cost, before.value + upgrade.value});
  }
  if (corners.size() <= points) return corners;
  std::vector<BudgetPoint> thinned;
  for (std::size_t i = 0; i < points; ++i)
    thinned.push_back(corners[i * (corners.size() - 1) / (points - 1)]);
  return thinned;
}

}  // namespace regulars
