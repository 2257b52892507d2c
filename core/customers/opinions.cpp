#include "core/customers/opinions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/data/fold.h"

namespace regulars {
namespace {

constexpr double kSure = 1.959963984540054;  // of the normal distribution, 95 % within
constexpr double kThousandths = 1000;

// What files call a visit, after fold(): in Chinese "visit" and "browse".
constexpr std::array<std::string_view, 12> kVisitWords{"visit",
                                                       "visits",
                                                       "session",
                                                       "pageview",
                                                       "page view",
                                                       "page_view",
                                                       "page visit",
                                                       "store visit",
                                                       "view",
                                                       "besuch",
                                                       "\xe8\xae\xbf\xe9\x97\xae",
                                                       "\xe6\xb5\x8f\xe8\xa7\x88"};

/// Whether a word of the events is a visit; each is looked at once.
class VisitWords {
 public:
  explicit VisitWords(const Names& words) : words_(&words) {}

  bool holds(std::int32_t word) {
    if (word < 0) return false;
    const auto at = static_cast<std::size_t>(word);
    if (at >= known_.size()) known_.resize(at + 1, Known::nothing);
    if (known_[at] == Known::nothing) {
      const bool is_visit = std::find(kVisitWords.begin(), kVisitWords.end(),
                                      folded(words_->text(word))) != kVisitWords.end();
      known_[at] = is_visit ? Known::visit : Known::other;
    }
    return known_[at] == Known::visit;
  }

 private:
  enum class Known : std::uint8_t { nothing, visit, other };
  const Names* words_;
  std::vector<Known> known_;
};

bool ordered_on(const OrderBook& book, CustomerId customer, Date day) {
  for (const std::int32_t index : book.history(customer)) {
    const Date of_order = book.day_of(index);
    if (of_order > day) return false;
    if (of_order == day && book.status_of(index) == LineStatus::counted) return true;
  }
  return false;
}

Conversion conversion_of(const OrderBook& book, const ShopMetrics& metrics, Date as_of) {
  const OtherTables& others = book.table().others;
  const Events& events = others.events;
  VisitWords visit_words(others.words);
  std::int64_t nobodys = 0;
  std::vector<std::pair<std::int32_t, std::int32_t>> visits;  // day, customer
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events.day[i] > as_of.days || !visit_words.holds(events.kind[i])) continue;
    if (events.customer[i] < 0)
      ++nobodys;
    else
      visits.emplace_back(events.day[i],
                          static_cast<std::int32_t>(book.person(events.customer[i])));
  }
  std::sort(visits.begin(), visits.end());
  visits.erase(std::unique(visits.begin(), visits.end()), visits.end());
  const auto all = static_cast<std::int64_t>(visits.size()) + nobodys;
  if (all == 0)
    return {
        Conversion::Of::first_orders,
        rate_of(metrics.repurchase_rate.numerator, metrics.repurchase_rate.denominator,
                "customers with a second order day / customers", metrics.repurchase_rate.reason)};
  std::int64_t orders = 0;
  for (const auto& [day, customer] : visits)
    orders += ordered_on(book, CustomerId{customer}, Date{day});
  return {
      Conversion::Of::visits,
      rate_of(orders, all,
              "days on which a customer visited and ordered / days on which a customer visited, "
              "and visits of nobody known",
              NoFigure::too_little_data)};
}

/// The scores of one kind of event.
struct Scores {
  std::vector<double> values;
  double most = 0;
  std::int32_t scale() const { return most <= 5 ? 5 : most <= 10 ? 10 : 100; }
};

// By kind of event; answers without one are a kind of their own.
using Kinds = std::map<std::int32_t, Scores>;

Kinds scores_of(const OtherTables& others, Date as_of) {
  const Events& events = others.events;
  Kinds kinds;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events.score[i] < 0 || events.day[i] > as_of.days) continue;  // also where there is none
    Scores& scores = kinds[events.kind[i]];
    scores.values.push_back(events.score[i] / kThousandths);
    scores.most = std::max(scores.most, scores.values.back());
  }
  return kinds;
}

Satisfaction satisfaction_of(const Kinds& kinds) {
  constexpr std::array<std::int32_t, 3> scales{5, 10, 100};
  std::array<std::size_t, scales.size()> answers{};
  for (const auto& [word, kind] : kinds)
    for (std::size_t i = 0; i < scales.size(); ++i)
      if (kind.scale() == scales[i]) answers[i] += kind.values.size();
  const auto most = std::max_element(answers.begin(), answers.end());
  Satisfaction result;
  result.mean = {{}, "sum of the scores / answers", NoFigure::too_little_data};
  if (*most == 0) return result;
  result.scale = scales[static_cast<std::size_t>(most - answers.begin())];
  double sum = 0;
  double squares = 0;
  for (const auto& [word, kind] : kinds) {
    if (kind.scale() != result.scale) continue;
    for (const double value : kind.values) {
      ++result.answers;
      sum += value;
      squares += value * value;
    }
  }
  const auto n = static_cast<double>(result.answers);
  const double mean = sum / n;
  result.mean.value = mean;
  result.mean.reason = NoFigure::none;
  if (result.answers < 2) return result;
  const double error = kSure * std::sqrt(std::max(0.0, squares - n * mean * mean) / (n - 1) / n);
  result.low = std::max(0.0, mean - error);
  result.high = std::min(static_cast<double>(result.scale), mean + error);
  return result;
}

NetPromoter net_promoter_of(const Kinds& kinds) {
  NetPromoter result;
  result.score = {{},
                  "100 x (answers of 9 and 10 - answers of 0 to 6) / answers from 0 to 10",
                  NoFigure::too_little_data};
  for (const auto& [word, kind] : kinds) {
    if (kind.scale() != 10) continue;
    for (const double value : kind.values) {
      ++result.answers;
      result.promoters += value >= 9;
      result.detractors += value <= 6;
    }
  }
  if (result.answers == 0) return result;
  const auto n = static_cast<double>(result.answers);
  const double p = static_cast<double>(result.promoters) / n;
  const double d = static_cast<double>(result.detractors) / n;
  result.score.value = 100 * (p - d);
  result.score.reason = NoFigure::none;
  if (result.answers < 2) return result;
  const double error = 100 * kSure * std::sqrt((p + d - (p - d) * (p - d)) / n);
  result.low = std::max(-100.0, 100 * (p - d) - error);
  result.high = std::min(100.0, 100 * (p - d) + error);
  return result;
}

}  // namespace

Opinions opinions_of(const OrderBook& book, const ShopMetrics& metrics, Date as_of) {
  const Kinds kinds = scores_of(book.table().others, as_of);
  return {conversion_of(book, metrics, as_of), satisfaction_of(kinds), net_promoter_of(kinds)};
}

}  // namespace regulars
