#include "core/report/tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <numeric>

#include "core/data/cursor.h"
#include "core/report/ordering.h"

namespace regulars {
namespace {

constexpr std::array<std::string_view, kCustomerColumns> kColumnWords{"customer",
                                                                      "name",
                                                                      "first_order",
                                                                      "last_order",
                                                                      "orders",
                                                                      "revenue",
                                                                      "frequency",
                                                                      "recency",
                                                                      "age",
                                                                      "value",
                                                                      "days_since_last",
                                                                      "r",
                                                                      "f",
                                                                      "m",
                                                                      "segment",
                                                                      "cluster",
                                                                      "reward",
                                                                      "state",
                                                                      "probability_alive",
                                                                      "expected_orders_90d",
                                                                      "next_order_from",
                                                                      "next_order_to",
                                                                      "lifetime_value",
                                                                      "lifetime_low",
                                                                      "lifetime_high",
                                                                      "probability_nothing"};
constexpr std::array<std::string_view, kLineStatuses> kStatusWords{
    "counted", "cancelled", "refunded", "refund", "unpaid", "duplicate"};
constexpr std::array<std::string_view, kIssueKinds> kIssueWords{
    "too_few_cells",       "too_many_cells",  "unclosed_quote",  "stray_quote",
    "invalid_date",        "impossible_date", "invalid_time",    "invalid_amount",
    "invalid_quantity",    "missing_date",    "missing_amount",  "missing_name",
    "missing_order",       "damaged_number",  "masked_customer", "not_an_order",
    "other_table",         "other_currency",  "unknown_status",  "date_order_assumed",
    "date_order_conflict", "duplicate_line",  "same_line_twice", "older_export",
    "near_copy",           "no_customer",     "orphan_item",     "unknown_customer",
    "test_order",          "free_order",      "future_order",    "paired_refund",
    "merged_customer",     "unusual_amount"};

// Whether a number lies between ends that may be open.
template <class T>
bool lies_in(T value, const std::optional<T>& from, const std::optional<T>& to) {
  return (!from || value >= *from) && (!to || value <= *to);
}

// Looks for the first letter in both its cases before it compares: a million names are searched
// while somebody types. `small` is not empty, and in small letters.
bool contains(std::string_view text, std::string_view small) {
  if (text.size() < small.size()) return false;
  const char first = small.front();
  const char other = first >= 'a' && first <= 'z' ? static_cast<char>(first - 'a' + 'A') : first;
  const char* const last = text.data() + (text.size() - small.size());
  for (const char* at = text.data(); at <= last; ++at) {
    if (*at != first && *at != other) continue;
    std::size_t same = 1;
    while (same < small.size() && lower(at[same]) == small[same]) ++same;
    if (same == small.size()) return true;
  }
  return false;
}

std::string decimal(double value, int decimals) {
  char text[64];
  const int size = std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return {text, static_cast<std::size_t>(size)};
}

// A quantity in thousandths without trailing zeros: 1500 is "1.5".
std::string quantity_text(std::int32_t thousandths) {
  std::string text = to_text(Money{thousandths}, 3);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string category_of(const OrderTable& table, std::int32_t product) {
  const auto at = static_cast<std::size_t>(product);
  if (product < 0 || at >= table.product_category.size() || table.product_category[at] < 0)
    return {};
  return std::string(table.labels.text(table.product_category[at]));
}

// A value of a comparison as a person would write it.
std::string plain_text(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::boolean:
      return value.boolean() ? "true" : "false";
    case Value::Kind::number:
      return to_text(value.number());
    case Value::Kind::text:
      return value.text();
    case Value::Kind::list: {
      std::string text;
      for (const Value& item : value.list()) text += (text.empty() ? "" : ", ") + plain_text(item);
      return text;
    }
    default:
      return "-";
  }
}

std::string award_text(const Analysis& analysis, std::int64_t amount) {
  return analysis.program.unit == RewardUnit::money
             ? to_text(Money{amount}, analysis.book.table().digits)
             : std::to_string(amount);
}

}  // namespace

std::string_view column_word(CustomerColumn column) {
  return kColumnWords[static_cast<std::size_t>(column)];
}

std::optional<CustomerColumn> customer_column(std::string_view word) {
  const auto at = std::find(kColumnWords.begin(), kColumnWords.end(), word);
  if (at == kColumnWords.end()) return {};
  return static_cast<CustomerColumn>(at - kColumnWords.begin());
}

std::string_view status_word(LineStatus status) {
  return kStatusWords[static_cast<std::size_t>(status)];
}
std::string_view mending_word(Mending mending) {
  constexpr std::array<std::string_view, 3> words{"none", "fixed", "kept"};
  return words[static_cast<std::size_t>(mending)];
}
std::string_view issue_word(IssueKind kind) { return kIssueWords[static_cast<std::size_t>(kind)]; }

std::string_view label_of(const OrderTable& table, CustomerId customer) {
  const auto at = static_cast<std::size_t>(customer);
  if (at >= table.customer_label.size() || table.customer_label[at] < 0) return {};
  return table.labels.text(table.customer_label[at]);
}

namespace {

double future_of(const Analysis& analysis, std::size_t customer, CustomerColumn column) {
  constexpr double unknown = -std::numeric_limits<double>::infinity();
  const Lifetime* future = analysis.foresight.of(customer);
  if (!future) return unknown;
  const auto day = [&](const std::optional<Days>& ahead) {
    return ahead ? analysis.as_of.days + std::ceil(ahead->count) : unknown;
  };
  const auto money = [&](double major) {
    return analysis.foresight.has_values() ? minor_units(major, analysis.book.table().digits)
                                           : unknown;
  };
  switch (column) {
    case CustomerColumn::probability_alive:
      return future->probability_alive;
    case CustomerColumn::expected_orders_90d:
      return future->expected_orders;
    case CustomerColumn::next_order_from:
      return day(future->next_from);
    case CustomerColumn::next_order_to:
      return day(future->next_to);
    case CustomerColumn::lifetime_value:
      return money(future->value);
    case CustomerColumn::lifetime_low:
      return money(future->low);
    case CustomerColumn::probability_nothing:
      return future->probability_nothing;
    default:
      return money(future->high);
  }
}

}  // namespace

double figure_of(const Analysis& analysis, std::size_t customer, CustomerColumn column) {
  const Summary& s = analysis.customers[customer];
  switch (column) {
    case CustomerColumn::first_order:
      return s.first.days;
    case CustomerColumn::last_order:
      return s.last.days;
    case CustomerColumn::orders:
      return s.orders;
    case CustomerColumn::revenue:
      return static_cast<double>(s.revenue.minor);
    case CustomerColumn::frequency:
      return s.frequency;
    case CustomerColumn::recency:
      return s.recency;
    case CustomerColumn::age:
      return s.age;
    case CustomerColumn::value:
      return minor_units(s.value, analysis.book.table().digits);
    case CustomerColumn::days_since_last:
      return s.days_since_last;
    case CustomerColumn::r:
      return analysis.rfm.scores[customer].r;
    case CustomerColumn::f:
      return analysis.rfm.scores[customer].f;
    case CustomerColumn::m:
      return analysis.rfm.scores[customer].m;
    case CustomerColumn::segment:
      return static_cast<double>(analysis.segment(customer));
    case CustomerColumn::cluster:
      return analysis.group(customer);
    case CustomerColumn::reward:
      return static_cast<double>(analysis.awards[customer]);
    case CustomerColumn::state:
      return static_cast<double>(analysis.conduct.rhythms.customers[customer].state);
    case CustomerColumn::probability_alive:
    case CustomerColumn::expected_orders_90d:
    case CustomerColumn::next_order_from:
    case CustomerColumn::next_order_to:
    case CustomerColumn::lifetime_value:
    case CustomerColumn::lifetime_low:
    case CustomerColumn::lifetime_high:
    case CustomerColumn::probability_nothing:
      return future_of(analysis, customer, column);
    case CustomerColumn::customer:
    case CustomerColumn::name:
      break;
  }
  return static_cast<double>(s.customer);
}

namespace {

// Whose signs are among `signs`: a truth for each customer, by place.
std::vector<bool> named_by(const Analysis& analysis, const std::vector<std::string>& signs) {
  const OrderTable& table = analysis.book.table();
  std::vector<bool> named(analysis.customers.size());
  for (const std::string& sign : signs) {
    const std::int32_t known = table.customers.find(sign);
    const auto place = known < 0 ? std::nullopt : place_of(analysis, analysis.book.person(known));
    if (place) named[*place] = true;
  }
  return named;
}

}  // namespace

std::optional<std::size_t> place_of(const Analysis& analysis, CustomerId customer) {
  const auto& customers = analysis.customers;
  const auto found =
      std::lower_bound(customers.begin(), customers.end(), customer,
                       [](const Summary& s, CustomerId wanted) { return s.customer < wanted; });
  if (found == customers.end() || found->customer != customer) return {};
  return static_cast<std::size_t>(found - customers.begin());
}

namespace {

// The places of those whom a query means, in order.
std::vector<std::int32_t> meant_by(const Analysis& analysis, const CustomerQuery& query) {
  const OrderTable& table = analysis.book.table();
  std::string search = query.search;
  for (char& c : search) c = lower(c);
  const Card* card = query.card ? analysis.agenda.of(*query.card) : nullptr;
  std::vector<std::int32_t> places;
  if (query.card && !card) return places;
  const std::vector<bool> named =
      query.signs ? named_by(analysis, *query.signs) : std::vector<bool>{};
  const std::vector<bool> doers = who_did(analysis, query.deeds);
  const auto& names = analysis.segments.names();
  const auto segment = static_cast<std::size_t>(
      query.segment ? std::find(names.begin(), names.end(), *query.segment) - names.begin() : 0);
  for (std::size_t i = 0; i < analysis.customers.size(); ++i) {
    if (card &&
        !std::binary_search(card->places.begin(), card->places.end(), static_cast<std::int32_t>(i)))
      continue;
    if (!doers.empty() && !doers[i]) continue;
    if (query.signs && !named[i]) continue;
    if (query.segment && analysis.segment(i) != segment) continue;
    if (query.state && analysis.conduct.rhythms.customers[i].state != *query.state) continue;
    if (query.cluster && analysis.group(i) != *query.cluster) continue;
    if (query.r && analysis.rfm.scores[i].r != *query.r) continue;
    if (query.f && analysis.rfm.scores[i].f != *query.f) continue;
    const Summary& one = analysis.customers[i];
    if (!lies_in(one.frequency, query.frequency_from, query.frequency_to)) continue;
    if (!lies_in(one.days_since_last, query.days_since_last_from, query.days_since_last_to))
      continue;
    if (!lies_in(one.first, query.first_from, query.first_to)) continue;
    if (!search.empty()) {
      const CustomerId id = one.customer;
      if (!contains(table.customers.text(static_cast<std::int32_t>(id)), search) &&
          !contains(label_of(table, id), search))
        continue;
    }
    places.push_back(static_cast<std::int32_t>(i));
  }
  return places;
}

void sort_places(const Analysis& analysis, std::vector<std::int32_t>& places, CustomerColumn sort,
                 bool descending) {
  const OrderTable& table = analysis.book.table();
  const Direction direction = descending ? Direction::descending : Direction::ascending;
  if (sort == CustomerColumn::customer || sort == CustomerColumn::name) {
    std::vector<std::string_view> texts(analysis.customers.size());
    for (const std::int32_t place : places) {
      const auto at = static_cast<std::size_t>(place);
      const CustomerId id = analysis.customers[at].customer;
      texts[at] = sort == CustomerColumn::name
                      ? label_of(table, id)
                      : table.customers.text(static_cast<std::int32_t>(id));
    }
    sort_by_text(places, texts, direction);
    return;
  }
  std::vector<double> figures(analysis.customers.size());
  for (const std::int32_t place : places)
    figures[static_cast<std::size_t>(place)] =
        figure_of(analysis, static_cast<std::size_t>(place), sort);
  sort_by_figure(places, figures, direction);
}

}  // namespace

std::vector<std::int32_t> select_customers(const Analysis& analysis, const CustomerQuery& query) {
  std::vector<std::int32_t> places = meant_by(analysis, query);
  sort_places(analysis, places, query.sort, query.descending);
  return places;
}

std::vector<std::int32_t> select_customers(const Analysis& analysis, const CustomerQuery& query,
                                           CustomerOrder& kept) {
  const std::size_t customers = analysis.customers.size();
  if (kept.sort != query.sort || kept.descending != query.descending) {
    kept.places.resize(customers);
    std::iota(kept.places.begin(), kept.places.end(), 0);
    sort_places(analysis, kept.places, query.sort, query.descending);
    kept.sort = query.sort;
    kept.descending = query.descending;
  }
  const std::vector<std::int32_t> meant = meant_by(analysis, query);
  if (meant.size() == customers) return kept.places;
  std::vector<bool> is_meant(customers);
  for (const std::int32_t place : meant) is_meant[static_cast<std::size_t>(place)] = true;
  std::vector<std::int32_t> places;
  places.reserve(meant.size());
  for (const std::int32_t place : kept.places)
    if (is_meant[static_cast<std::size_t>(place)]) places.push_back(place);
  return places;
}

namespace {

constexpr std::array<CustomerColumn, 8> kFutureColumns{
    CustomerColumn::probability_alive, CustomerColumn::expected_orders_90d,
    CustomerColumn::next_order_from,   CustomerColumn::next_order_to,
    CustomerColumn::lifetime_value,    CustomerColumn::lifetime_low,
    CustomerColumn::lifetime_high,     CustomerColumn::probability_nothing};

std::string future_text(const Analysis& analysis, std::size_t customer, CustomerColumn column) {
  const double figure = future_of(analysis, customer, column);
  if (std::isinf(figure)) return {};
  switch (column) {
    case CustomerColumn::probability_alive:
    case CustomerColumn::expected_orders_90d:
    case CustomerColumn::probability_nothing:
      return decimal(figure, 6);
    case CustomerColumn::next_order_from:
    case CustomerColumn::next_order_to:
      return to_text(Date{static_cast<std::int32_t>(figure)});
    default:
      return to_text(Money{std::llround(figure)}, analysis.book.table().digits);
  }
}

}  // namespace

CsvPiece write_customers(const Analysis& analysis, std::int64_t from) {
  const OrderTable& table = analysis.book.table();
  constexpr std::string_view header =
      "customer,name,first_order,last_order,orders,revenue,frequency,recency,age,value,days_since_"
      "last,r,f,m,segment,cluster,reward,state,probability_alive,expected_orders_90d,next_order_"
      "from,next_order_to,lifetime_value,lifetime_low,lifetime_high,probability_nothing";
  return write_piece(
      header, from, static_cast<std::int64_t>(analysis.customers.size()),
      [&](std::string& out, std::int64_t row) {
        const auto i = static_cast<std::size_t>(row);
        const Summary& s = analysis.customers[i];
        const RfmScore& score = analysis.rfm.scores[i];
        RowWriter writer(out);
        writer.text(table.customers.text(static_cast<std::int32_t>(s.customer)))
            .text(label_of(table, s.customer));
        writer.plain(to_text(s.first))
            .plain(to_text(s.last))
            .number(s.orders)
            .plain(to_text(s.revenue, table.digits));
        writer.number(s.frequency)
            .number(s.recency)
            .number(s.age)
            .plain(decimal(s.value, 6))
            .number(s.days_since_last);
        writer.number(score.r).number(score.f).number(score.m).plain(analysis.segment_name(i));
        if (analysis.group(i) > 0)
          writer.number(analysis.group(i));
        else
          writer.plain("");
        writer.plain(award_text(analysis, analysis.awards[i]))
            .plain(rhythm_word(analysis.conduct.rhythms.customers[i].state));
        for (const CustomerColumn column : kFutureColumns)
          writer.plain(future_text(analysis, i, column));
        writer.end();
      });
}

CsvPiece write_lines(const OrderBook& book, std::int64_t from) {
  const OrderTable& table = book.table();
  constexpr std::string_view header =
      "file,row,order,time,day,customer,product,category,quantity,unit_price,amount,currency,"
      "status";
  return write_piece(
      header, from, static_cast<std::int64_t>(table.lines.size()),
      [&](std::string& out, std::int64_t row) {
        const auto line = static_cast<std::size_t>(row);
        const std::int32_t index = book.order_of(line);
        const Order order = book.order(index);
        const std::int32_t product = table.lines.product[line];
        RowWriter writer(out);
        writer.text(table.files[static_cast<std::size_t>(table.file_of(line))].name)
            .number(table.lines.row[line])
            .text(book.number(index));
        writer.plain(order.moment.second == kNoTime ? "" : to_text(order.moment).substr(11))
            .plain(order.moment.date.days == kNoDay ? "" : to_text(order.moment.date));
        writer.text(order.customer == kNobody
                        ? ""
                        : table.customers.text(static_cast<std::int32_t>(order.customer)));
        writer.text(product < 0 ? "" : table.products.text(product))
            .text(category_of(table, product));
        writer.plain(quantity_text(table.lines.quantity[line]))
            .plain(to_text(unit_price_of(table, line), table.digits));
        writer.plain(to_text(Money{table.lines.amount[line]}, table.digits))
            .plain(table.currency)
            .plain(status_word(book.status_of_line(line)))
            .end();
      });
}

CsvPiece write_rejects(const OrderTable& table, std::int64_t from) {
  return write_piece("file,row,offset,reason,column,mending,text", from,
                     static_cast<std::int64_t>(table.rejects.size()),
                     [&](std::string& out, std::int64_t row) {
                       const Reject& reject = table.rejects[static_cast<std::size_t>(row)];
                       RowWriter writer(out);
                       writer.text(table.files[static_cast<std::size_t>(reject.file)].name)
                           .number(reject.row)
                           .number(reject.offset)
                           .plain(issue_word(reject.reason))
                           .text(reject.column)
                           .plain(mending_word(reject.mending))
                           .whole(reject.text)
                           .end();
                     });
}

namespace {

// "spent 30; tea x2": the rules that brought the points of an entry.
std::string rules_of(const PointsPlan& plan, const CustomerStory& story, const Entry& entry) {
  if (entry.kind != EntryKind::earn) return {};
  const auto earning = std::find_if(
      story.earnings.begin(), story.earnings.end(),
      [&](const CustomerEarning& one) { return one.source == entry.source && one.points > 0; });
  if (earning == story.earnings.end()) return {};
  std::string text;
  for (const EarnAnswer& answer : earning->earned.answers) {
    if (answer.verdict != EarnVerdict::counted) continue;
    const EarnRule& rule = plan.earn[answer.rule];
    if (!text.empty()) text += "; ";
    text += rule.id + (rule.kind == EarnKind::times ? " x" + to_text(answer.factor)
                                                    : " " + std::to_string(answer.points));
  }
  return text;
}

void write_entries(const Analysis& analysis, StoryTeller& stories, CustomerId customer,
                   std::string& out) {
  const OrderTable& table = analysis.book.table();
  const CustomerStory story = stories.of(customer);
  for (const Entry& entry : story.ledger.entries) {
    const Balances change = balances_of(entry.change);
    Moment moment = moment_of(entry.at);
    if (moment.second == 0) moment.second = kNoTime;  // a day, or its beginning
    RowWriter writer(out);
    writer.text(table.customers.text(static_cast<std::int32_t>(customer)))
        .text(label_of(table, customer))
        .plain(to_text(moment))
        .plain(kEntryWords[static_cast<std::size_t>(entry.kind)])
        .text(entry.source)
        .text(rules_of(*analysis.program.points, story, entry));
    for (const std::int64_t points : {change.pending, change.active, change.debt, change.issued,
                                      change.redeemed, change.expired, change.revoked})
      writer.number(points);
    writer.end();
  }
}

}  // namespace

CsvPiece write_ledger(const Analysis& analysis, std::int64_t from) {
  std::optional<StoryTeller> stories;
  if (analysis.backtest) stories.emplace(analysis.book, analysis.program, *analysis.backtest);
  return write_piece(
      "customer,name,time,entry,source,rules,pending,active,debt,issued,redeemed,expired,revoked",
      from, stories ? static_cast<std::int64_t>(analysis.customers.size()) : 0,
      [&](std::string& out, std::int64_t row) {
        write_entries(analysis, *stories,
                      analysis.customers[static_cast<std::size_t>(row)].customer, out);
      });
}

CsvPiece write_rewards(const Analysis& analysis, std::int64_t from) {
  const OrderTable& table = analysis.book.table();
  CustomerFacts facts(analysis);
  return write_piece(
      "customer,name,reward,rule,why", from, static_cast<std::int64_t>(analysis.customers.size()),
      [&](std::string& out, std::int64_t row) {
        const auto i = static_cast<std::size_t>(row);
        if (analysis.awards[i] <= 0) return;
        const CustomerId id = analysis.customers[i].customer;
        std::string rules;
        std::string why;
        for (const Grant& grant : explain_award(analysis, facts, i).grants) {
          if (grant.granted != Truth::yes || grant.amount <= 0) continue;
          if (!rules.empty()) rules += "; ";
          rules += analysis.program.rules[grant.rule].id;
          for (const Because& because : grant.because) {
            if (!why.empty()) why += "; ";
            why += because.fact + ' ' + because.operation + ' ' + plain_text(because.wanted) +
                   " (" + plain_text(because.found) + ')';
          }
        }
        RowWriter writer(out);
        writer.text(table.customers.text(static_cast<std::int32_t>(id)))
            .text(label_of(table, id))
            .plain(award_text(analysis, analysis.awards[i]))
            .text(rules)
            .text(why)
            .end();
      });
}

}  // namespace regulars
