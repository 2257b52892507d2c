#include "core/loyalty/happenings.h"

#include <algorithm>

namespace regulars {

Happenings::Happenings(const OrderBook& book, const Earner& earner, Date as_of)
    : book_(book), table_(book.table()), earner_(earner), as_of_(as_of) {
  asks_for_goods_ = earner_.asks_for(EarnFact::products) ||
                    earner_.asks_for(EarnFact::categories) || earner_.asks_for(EarnFact::quantity);
  if (earner_.answers(Occasion::event)) sort_events();
  if (asks_for_goods_) sort_lines();
}

void Happenings::gather(CustomerId customer) {
  all_.clear();
  Date first = as_of_ + 1;
  for (const std::int32_t index : book_.history(customer)) {
    if (book_.status_of(index) != LineStatus::counted) continue;
    const Moment moment = book_.order(index).moment;
    if (as_of_ < moment.date) break;
    first = std::min(first, moment.date);
    add({.moment = moment, .on = Occasion::order, .order = index});
  }
  if (all_.empty()) return;
  const std::size_t orders = all_.size();
  if (earner_.answers(Occasion::birthday)) add_birthdays(customer, first);
  if (earner_.answers(Occasion::anniversary)) add_years(first, first, Occasion::anniversary);
  for (const std::int32_t event : events_.of(static_cast<std::size_t>(customer))) {
    const auto at = static_cast<std::size_t>(event);
    const Moment moment{Date{table_.others.events.day[at]}, table_.others.events.second[at]};
    if (!(as_of_ < moment.date)) add({.moment = moment, .on = Occasion::event, .event = event});
  }
  if (all_.size() > orders)
    std::sort(all_.begin(), all_.end(),
              [](const Happening& a, const Happening& b) { return a.key() < b.key(); });
}

std::string_view Happenings::word_of(const Happening& one) const {
  if (one.event < 0) return {};
  const std::int32_t kind = table_.others.events.kind[static_cast<std::size_t>(one.event)];
  return kind < 0 ? std::string_view{} : table_.others.words.text(kind);
}

std::string Happenings::source_of(const Happening& one) const {
  switch (one.on) {
    case Occasion::order:
      return book_.number(one.order);
    case Occasion::birthday:
      return "birthday-" + std::to_string(civil_of(one.moment.date).year);
    case Occasion::anniversary:
      return "anniversary-" + std::to_string(civil_of(one.moment.date).year);
    case Occasion::event:
      break;
  }
  return "event-" + std::to_string(one.event + 1);
}

void Happenings::add(Happening one) {
  one.at = seconds_of(one.moment);  // civil times of the shop already
  all_.push_back(one);
}

void Happenings::add_birthdays(CustomerId customer, Date first) {
  const auto& birthdays = table_.others.people.birthday;
  const auto who = static_cast<std::size_t>(customer);
  if (who < birthdays.size() && birthdays[who] != kUnknownDay)
    add_years(Date{birthdays[who]}, first, Occasion::birthday);
}

void Happenings::add_years(Date of, Date first, Occasion on) {
  for (std::int32_t year = civil_of(first).year; year <= civil_of(as_of_).year; ++year) {
    const Date day = anniversary(of, year);
    if (first < day && !(as_of_ < day)) add({.moment = {day, kNoTime}, .on = on});
  }
}

void Happenings::sort_events() {
  const Events& events = table_.others.events;
  events_.fill(static_cast<std::size_t>(book_.customers()), [&](auto&& take) {
    for (std::size_t i = 0; i < events.size(); ++i) {
      const CustomerId who = book_.person(events.customer[i]);
      if (who != kNobody && events.day[i] != kNoDay)
        take(static_cast<std::size_t>(who), static_cast<std::int32_t>(i));
    }
  });
}

void Happenings::sort_lines() {
  std::size_t orders = 0;
  book_.walk_lines([&](std::size_t, std::int32_t order, LineStatus) {
    orders = std::max(orders, static_cast<std::size_t>(order) + 1);
  });
  lines_.fill(orders, [&](auto&& take) {
    book_.walk_lines([&](std::size_t line, std::int32_t order, LineStatus status) {
      if (status == LineStatus::counted)
        take(static_cast<std::size_t>(order), static_cast<std::int32_t>(line));
    });
  });
}

void Happenings::set(EarnFact fact, Term term) {
  if (earner_.asks_for(fact)) facts_[fact] = term;
}

Term Happenings::money(Money amount) const { return Term::of(major_units(amount, table_.digits)); }

void Happenings::count(const Happening& one, Until& until) const {
  if (one.on != Occasion::order) return;
  if (until.orders++ == 0) until.first = one.moment.date;
  until.revenue += book_.net_of(one.order);
}

void Happenings::set_facts(const Happening& one, const Until& until) {
  const bool is_order = one.on == Occasion::order;
  const Date day = one.moment.date;
  set(EarnFact::amount, is_order && table_.has_amounts ? money(book_.net_of(one.order)) : Term{});
  set(EarnFact::date, Term::of(day));
  if (earner_.asks_for(EarnFact::weekday)) facts_[EarnFact::weekday] = Term::of(weekday_of(day));
  if (earner_.asks_for(EarnFact::month)) facts_[EarnFact::month] = Term::of(civil_of(day).month);
  set(EarnFact::hour, one.moment.second == kNoTime ? Term{} : Term::of(one.moment.second / 3600));
  set(EarnFact::orders, Term::of(until.orders));
  set(EarnFact::revenue, table_.has_amounts ? money(until.revenue) : Term{});
  set(EarnFact::days_since_first, until.orders > 0 ? Term::of(day - until.first) : Term{});
  set(EarnFact::days_since_last,
      until.orders > (is_order ? 1 : 0) ? Term::of(day - until.last) : Term{});
  const std::int32_t channel = is_order ? book_.channel_of(one.order) : -1;
  set(EarnFact::channel, channel < 0 ? Term{} : Term::of(table_.channels.text(channel)));
  set(EarnFact::score, Term{});
  if (one.event >= 0) {
    const std::int32_t score = table_.others.events.score[static_cast<std::size_t>(one.event)];
    if (score != INT32_MIN) set(EarnFact::score, Term::of(score / 1000.0));
  }
  if (asks_for_goods_) set_goods(one);
}

void Happenings::set_goods(const Happening& one) {
  products_.clear();
  categories_.clear();
  std::int64_t thousandths = 0;
  bool is_known = false;
  const auto take = [&](std::int32_t product) {
    if (product < 0) return;
    is_known = true;
    products_.push_back(Term::of(table_.products.text(product)));
    const auto at = static_cast<std::size_t>(product);
    const std::int32_t category =
        at < table_.product_category.size() ? table_.product_category[at] : -1;
    if (category >= 0) categories_.push_back(Term::of(table_.labels.text(category)));
  };
  if (one.on == Occasion::order)
    for (const std::int32_t line : lines_.of(static_cast<std::size_t>(one.order))) {
      take(table_.lines.product[static_cast<std::size_t>(line)]);
      thousandths += table_.lines.quantity[static_cast<std::size_t>(line)];
    }
  if (one.event >= 0) take(table_.others.events.product[static_cast<std::size_t>(one.event)]);
  set(EarnFact::products, is_known ? Term::of(std::span<const Term>(products_)) : Term{});
  set(EarnFact::categories,
      categories_.empty() ? Term{} : Term::of(std::span<const Term>(categories_)));
  set(EarnFact::quantity, one.on == Occasion::order && thousandths != 0
                              ? Term::of(static_cast<double>(thousandths) / 1000)
                              : Term{});
}

}  // namespace regulars
