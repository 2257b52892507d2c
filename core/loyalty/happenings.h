// What happened to one customer after the other, and what the rules of a program can ask of it.
#pragma once

#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/base/date.h"
#include "core/base/zone.h"
#include "core/data/order_book.h"
#include "core/loyalty/earning.h"
#include "core/loyalty/points.h"

namespace regulars {

/// Something that may earn.
struct Happening {
  Instant at = 0;
  Moment moment;
  Occasion on = Occasion::order;
  std::int32_t order = -1;  // index in the book
  std::int32_t event = -1;  // place among the events

  auto key() const { return std::tuple(at, on, order, event); }
};

/// Lists of numbers by the number of their owner, one behind the other.
class Lists {
 public:
  /// `walk(take)` calls take(owner, item) for each, the same ones in the same order each time.
  template <class Walk>
  void fill(std::size_t owners, Walk&& walk) {
    starts_.assign(owners + 1, 0);
    walk([&](std::size_t owner, std::int32_t) { ++starts_[owner + 1]; });
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    items_.resize(starts_.back());
    std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
    walk([&](std::size_t owner, std::int32_t item) { items_[next[owner]++] = item; });
  }
  std::span<const std::int32_t> of(std::size_t owner) const {
    if (owner + 1 >= starts_.size()) return {};
    return std::span(items_).subspan(starts_[owner], starts_[owner + 1] - starts_[owner]);
  }

 private:
  std::vector<std::size_t> starts_;
  std::vector<std::int32_t> items_;
};

/// Gathers what happened to a customer up to a day, in its order, and says what is known of each.
class Happenings {
 public:
  /// Prepares what the rules ask for, and only that. All must outlive this.
  Happenings(const OrderBook& book, const Earner& earner, Date as_of);

  /// Birthdays and anniversaries count from the first order on; who never ordered has none of all.
  void gather(CustomerId customer);
  std::span<const Happening> all() const { return all_; }

  /// Calls take(place, facts) for each that was gathered. The tier is not among the facts, which
  /// are valid until the call returns.
  template <class Take>
  void each(Take&& take) {
    Until until;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      count(all_[i], until);
      set_facts(all_[i], until);
      take(i, facts_);
      if (all_[i].on == Occasion::order) until.last = all_[i].moment.date;
    }
  }

  /// The word of an event; empty for anything else.
  std::string_view word_of(const Happening& one) const;
  /// The id of a happening in the ledger: smaller ones come first in a budget.
  std::string source_of(const Happening& one) const;

 private:
  // What a customer had until then.
  struct Until {
    std::int64_t orders = 0;
    Money revenue;
    Date first;
    Date last;  // order before the one at hand
  };

  void add(Happening one);
  void add_birthdays(CustomerId customer, Date first);
  // The days on which a day comes round, after the first order.
  void add_years(Date of, Date first, Occasion on);
  void sort_events();
  void sort_lines();
  void count(const Happening& one, Until& until) const;
  void set_facts(const Happening& one, const Until& until);
  void set_goods(const Happening& one);
  void set(EarnFact fact, Term term);
  Term money(Money amount) const;

  const OrderBook& book_;
  const OrderTable& table_;
  const Earner& earner_;
  Date as_of_;
  bool asks_for_goods_ = false;
  Lists events_;  // by customer
  Lists lines_;   // counted ones, by order
  std::vector<Happening> all_;
  EarnFacts facts_;
  std::vector<Term> products_;
  std::vector<Term> categories_;
};

}  // namespace regulars
