#include "core/models/beta_geometric.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/stats/special.h"

namespace regulars {
namespace {

// Chances to leave that are not counted by the repeat purchases: the first purchase's.
int extra_chances(Dropout dropout) { return dropout == Dropout::after_any ? 1 : 0; }

// The sum over j < k of (R)_j / j! w^j, which is the probability that fewer than k steps of the gap
// at hand are over, times the likelihood of none; with the derivatives of its logarithm.
struct Waiting {
  double log = 0;
  double by_r = 0;
  double by_w = 0;  // times w
};

Waiting waiting(std::int32_t k, double R, double w) {
  if (k == 1) return {};
  double term = 1;
  double sum = 1;
  double rising = 0;
  double by_r = 0;
  double by_w = 0;
  for (std::int32_t j = 1; j < k; ++j) {
    term *= (R + j - 1) / j * w;
    rising += 1 / (R + j - 1);
    sum += term;
    by_r += term * rising;
    by_w += term * j;
  }
  return {std::log(sum), by_r / sum, by_w / sum};
}

// What depends on the number of purchases alone.
struct OfFrequency {
  double R = 0;      // r + k x
  double value = 0;  // logarithm of the factor before the time
  double by_r = 0;
  double by_a = 0;
  double by_b = 0;
  double odds = 0;  // logarithm of the factor of the odds to have left; of no use if none
  double odds_by_b = 0;
  bool may_be_gone = false;
};

struct OfTime {
  double log = 0;   // of alpha + t
  double over = 0;  // 1 / (alpha + t)
  double t = 0;
};

// The mean of g(p) over p drawn from Beta(a, b), where g hardly changes below exp(-far) and above 1
// - exp(-far). In u = ln(p / (1 - p)) the integrand is analytic for |Im u| < pi, and equal steps h
// are wrong by about exp(-2 pi^2 / h); see Trefethen and Weideman (2014), SIAM Review 56(3),
// theorem 5.1. Beyond both ends the distribution is a power, and so is what it adds.
template <class Function>
double beta_mean(double a, double b, double far, Function&& g) {
  const double middle = digamma(a) - digamma(b);
  const double spread = std::sqrt(trigamma(a) + trigamma(b));
  const double from = std::max(-far, middle - 45 / a - 10 * spread);
  const double to = std::min(far, middle + 45 / b + 10 * spread);
  const double log_beta_ab = log_beta(a, b);
  const auto weighted = [&](double u) {
    const double tail = std::log1p(std::exp(-std::abs(u)));
    const double log_p = std::min(u, 0.0) - tail;
    const double log_rest = std::min(-u, 0.0) - tail;
    return std::exp(a * log_p + b * log_rest - log_beta_ab) * g(std::exp(log_p));
  };
  const int steps = 1 + static_cast<int>((to - from) / std::min(0.5, spread / 4));
  const double step = (to - from) / steps;
  const double first = weighted(from);
  const double last = weighted(to);
  double sum = (first + last) / 2;
  for (int i = 1; i < steps; ++i) sum += weighted(from + i * step);
  // The ends: the first correction of Euler and Maclaurin, and the powers beyond.
  return step * sum + step * step / 12 * (a * first + b * last) + first / a + last / b;
}

}  // namespace

// Source: Fader, Hardie and Lee (2005), equation 6, with the likelihood of leaving after the last
// purchase written as odds against that of staying; Platzer and Reutterer (2016), appendix A, for
// k > 1.
Slope beta_geometric_loss(const Histories& histories, Dropout dropout, std::int32_t k, double scale,
                          std::span<const double> logs) {
  const double r = std::exp(logs[0]);
  const double alpha = std::exp(logs[1]);
  const double a = std::exp(logs[2]);
  const double b = std::exp(logs[3]);
  const int extra = extra_chances(dropout);
  const double log_gamma_k = log_gamma(k);

  std::vector<OfFrequency> of_frequency;
  of_frequency.reserve(histories.frequencies().size());
  const double start = r * logs[1] - log_gamma(r) - log_gamma(b) + log_gamma(a + b);
  const double start_by_r = logs[1] - digamma(r);
  const double psi_b = digamma(b);
  const double psi_ab = digamma(a + b);
  for (const std::int32_t x : histories.frequencies()) {
    const double stayed = b + x + extra;
    const double psi_end = digamma(a + stayed);
    OfFrequency f{.R = r + static_cast<double>(k) * x};
    f.value = start + log_gamma(f.R) + log_gamma(stayed) - log_gamma(a + stayed) - x * log_gamma_k;
    f.by_r = start_by_r + digamma(f.R);
    f.by_a = psi_ab - psi_end;
    f.by_b = psi_ab - psi_end + digamma(stayed) - psi_b;
    f.may_be_gone = x + extra > 0;
    if (f.may_be_gone) {
      f.odds = logs[2] - std::log(stayed - 1);
      f.odds_by_b = -1 / (stayed - 1);
    }
    of_frequency.push_back(f);
  }
  std::vector<OfTime> of_time;
  of_time.reserve(histories.times().size());
  for (const double days : histories.times()) {
    const double t = days / scale;
    of_time.push_back({std::log(alpha + t), 1 / (alpha + t), t});
  }

  double value = 0;
  double by_r = 0;
  double by_alpha = 0;
  double by_a = 0;
  double by_b = 0;
  for (const HistoryGroup& group : histories.groups()) {
    const OfFrequency& f = of_frequency[static_cast<std::size_t>(group.frequency)];
    const OfTime& last = of_time[static_cast<std::size_t>(group.recency)];
    const OfTime& end = of_time[static_cast<std::size_t>(group.age)];
    const double w = (end.t - last.t) * end.over;
    const Waiting wait = waiting(k, f.R, w);
    double log_sum = wait.log;
    double gone = 0;
    const double longer = end.log - last.log;
    if (f.may_be_gone) {
      const double odds = f.odds + f.R * longer - wait.log;
      const double e = std::exp(-std::abs(odds));
      log_sum += std::max(odds, 0.0) + std::log1p(e);
      gone = (odds > 0 ? 1 : e) / (1 + e);
    }
    const double here = 1 - gone;
    const double n = group.customers;
    value += n * (f.value - f.R * end.log + log_sum);
    by_r += n * (f.by_r - end.log + gone * longer + here * wait.by_r);
    by_alpha +=
        n * (-f.R * end.over + gone * f.R * (end.over - last.over) - here * wait.by_w * end.over);
    by_a += n * (f.by_a + gone / a);
    by_b += n * (f.by_b + gone * f.odds_by_b);
  }
  const double customers = histories.customers();
  by_alpha += customers * r / alpha;
  return {-value / customers,
          {-by_r * r / customers, -by_alpha * alpha / customers, -by_a * a / customers,
           -by_b * b / customers}};
}

double BetaGeometric::log_likelihood(const Histories& histories) const {
  if (histories.customers() <= 0) return 0;
  const std::array<double, 4> logs{std::log(r), std::log(alpha.count), std::log(a), std::log(b)};
  const Slope slope = beta_geometric_loss(histories, dropout, k, 1, logs);
  return (k - 1) * histories.log_gaps() - histories.customers() * slope.value;
}

double BetaGeometric::probability_alive(const History& history, Days ahead) const {
  const auto [x, t_x, T, gaps] = history;
  double alive = 1;
  const int extra = extra_chances(dropout);
  if (x + extra > 0) {
    const double R = r + static_cast<double>(k) * x;
    const double longer = std::log1p((T.count - t_x.count) / (alpha.count + t_x.count));
    const double w = (T.count - t_x.count) / (alpha.count + T.count);
    const double odds_gone = std::log(a / (b + x - 1 + extra)) + R * longer - waiting(k, R, w).log;
    alive = 1 / (1 + std::exp(odds_gone));
  }
  return ahead.count > 0 ? outlook(history, ahead).active : alive;
}

namespace {

// Steps of gaps beyond this are not added up one by one.
constexpr double kMostStepsAdded = 20'000;

// Calls `take(weight, n)` for every number n of purchases that would be made within `ahead` if an
// active customer never left; the weights are their probabilities. Steps are a negative binomial
// number; how many of the k steps of the gap at hand are over at the end of the history is not
// seen, and each number has its weight. False, with nothing called, where there are too many.
template <class Take>
bool walk_counts(const BetaGeometric& model, const History& history, double ahead, Take&& take) {
  const double A = model.alpha.count + history.age.count;
  const double first_shape = model.r + static_cast<double>(model.k) * history.frequency;
  const double w = (history.age.count - history.recency.count) / A;
  const double z = ahead / (A + ahead);
  const double log_rest = -std::log1p(ahead / A);
  const auto mean_of = [&](double R) { return R * ahead / A; };
  const auto spread_of = [&](double R) { return std::sqrt(mean_of(R) * (1 + ahead / A)); };
  const double widest = first_shape + model.k;
  if (mean_of(widest) + 40 * spread_of(widest) > kMostStepsAdded) return false;
  const double all = std::exp(waiting(model.k, first_shape, w).log);
  double share = 1;
  for (std::int32_t j = 0; j < model.k; ++j) {
    const double R = first_shape + j;
    if (j > 0) share *= (R - 1) / j * w;
    if (share <= 0) break;
    const double mean = mean_of(R);
    double m = std::max(0.0, std::floor(mean - 12 * spread_of(R)));
    double weight = share / all *
                    (m > 0 ? std::exp(log_gamma(R + m) - log_gamma(R) - log_gamma(m + 1) +
                                      R * log_rest + m * std::log(z))
                           : std::exp(R * log_rest));
    double sum = 0;
    // What is left out is less than the last term times 1 / (1 - ratio).
    for (;;) {
      sum += weight;
      take(weight, static_cast<std::int32_t>((m + j) / model.k));
      const double ratio = (R + m) / (m + 1) * z;
      weight *= ratio;
      ++m;
      if (m > mean && weight < 1e-16 * (1 - z) * (sum + 1e-280)) break;
    }
  }
  return true;
}

// How likely an active customer is to stay over n purchases, and what that makes of them: sums
// over the numbers up to n, which only grow.
class Staying {
 public:
  Staying(double a, double b) : a_(a), b_(b) {}
  void go_to(std::int32_t n) {
    if (n < n_) *this = Staying(a_, b_);
    for (; n_ < n; ++n_) {
      expected_ += stays_;
      pairs_ += 2.0 * n_ * stays_;
      leaves_ = stays_ * a_ / (a_ + b_ + n_);
      stays_ *= (b_ + n_) / (a_ + b_ + n_);
    }
  }
  double stays() const { return stays_; }        // over all n
  double leaves() const { return leaves_; }      // after the last of them
  double expected() const { return expected_; }  // purchases made
  double pairs() const { return pairs_; }

 private:
  double a_;
  double b_;
  std::int32_t n_ = 0;
  double stays_ = 1;
  double leaves_ = 0;
  double expected_ = 0;
  double pairs_ = 0;
};

// So many purchases that the steps within a gap do not matter: they come at a rate of their own,
// drawn from Gamma(R, k A), until one after which the customer leaves with probability p. Source:
// Fader, Hardie and Lee (2005), equation 9, before p is averaged.
struct Crowd {
  double R = 0;
  double w = 0;    // the time over k A
  double far = 0;  // for beta_mean

  double active(double p) const { return std::exp(-R * std::log1p(p * w)); }
  double expected(double p) const { return -std::expm1(-R * std::log1p(p * w)) / p; }
  double pairs(double p) const {
    const double passed = p * w * R;
    const double ends =
        passed < 1e-3 ? passed * (passed + p * w) / 2 : 1 - active(p) * (1 + passed / (1 + p * w));
    return 2 * (1 - p) / (p * p) * ends;
  }
};

Crowd crowd_of(const BetaGeometric& model, const History& history, double ahead) {
  Crowd crowd;
  crowd.R = model.r + static_cast<double>(model.k) * history.frequency;
  crowd.w = ahead / (model.k * (model.alpha.count + history.age.count));
  crowd.far = 40 + std::log1p(crowd.R * crowd.w);
  return crowd;
}

}  // namespace

// Exact for every k: the number of purchases of a customer who never left is a mixture of negative
// binomial ones, and the chance to stay over n of them is B(a, b' + n) / B(a, b'). All terms are
// positive, and nothing happens where a = 1.
double BetaGeometric::expected_if_alive(const History& history, Days ahead) const {
  if (ahead.count <= 0) return 0;
  const double stayed = b + history.frequency + extra_chances(dropout);
  Staying staying(a, stayed);
  double expected = 0;
  const bool walked = walk_counts(*this, history, ahead.count, [&](double weight, std::int32_t n) {
    staying.go_to(n);
    expected += weight * staying.expected();
  });
  if (walked) return expected;
  const Crowd crowd = crowd_of(*this, history, ahead.count);
  return beta_mean(a, stayed, crowd.far, [&](double p) { return crowd.expected(p); });
}

Outlook BetaGeometric::outlook(const History& history, Days ahead) const {
  const double alive = probability_alive(history);
  Outlook outlook;
  outlook.alive = outlook.active = alive;
  if (ahead.count <= 0) return outlook;
  outlook.none = 1 - alive * (1 - silence(history, ahead));
  const double stayed = b + history.frequency + extra_chances(dropout);
  Staying staying(a, stayed);
  double expected = 0;
  double pairs = 0;
  double active = 0;
  const bool walked = walk_counts(*this, history, ahead.count, [&](double weight, std::int32_t n) {
    staying.go_to(n);
    expected += weight * staying.expected();
    pairs += weight * staying.pairs();
    active += weight * staying.stays();
  });
  if (!walked) {
    const Crowd crowd = crowd_of(*this, history, ahead.count);
    const auto mean = [&](double (Crowd::*figure)(double) const) {
      return beta_mean(a, stayed, crowd.far, [&](double p) { return (crowd.*figure)(p); });
    };
    expected = mean(&Crowd::expected);
    pairs = mean(&Crowd::pairs);
    active = mean(&Crowd::active);
  }
  outlook.expected = alive * expected;
  outlook.pairs = alive * pairs;
  outlook.active = alive * active;
  return outlook;
}

double BetaGeometric::silence(const History& history, Days ahead) const {
  const double A = alpha.count + history.age.count;
  const double R = r + static_cast<double>(k) * history.frequency;
  const double since = history.age.count - history.recency.count;
  const double log_none = -R * std::log1p(ahead.count / A) +
                          waiting(k, R, (since + ahead.count) / (A + ahead.count)).log -
                          waiting(k, R, since / A).log;
  return std::exp(std::min(0.0, log_none));
}

double BetaGeometric::probability_of(std::int32_t n, const History& history, Days ahead) const {
  if (n == 0) return 1 - probability_alive(history) * (1 - silence(history, ahead));
  if (ahead.count <= 0) return 0;
  Staying staying(a, b + history.frequency + extra_chances(dropout));
  staying.go_to(n);
  double sum = 0;
  walk_counts(*this, history, ahead.count, [&](double weight, std::int32_t made) {
    if (made == n) sum += weight * staying.stays();
    if (made == n || made > n) sum += weight * staying.leaves();
  });
  return sum * probability_alive(history);
}

Fitted<BetaGeometric> fit_beta_geometric(const Histories& histories, Dropout dropout,
                                         std::int32_t k, FitOptions options) {
  BetaGeometric model{.dropout = dropout, .k = k};
  if (const auto reason = reason_not_to_fit(histories, 4))
    return {model, unfitted(*reason, histories, options)};
  const double scale = histories.longest();
  const auto loss_of = [dropout, k, scale](const Histories& some) {
    return [&some, dropout, k, scale](std::span<const double> logs) {
      return beta_geometric_loss(some, dropout, k, scale, logs);
    };
  };
  const Histories sketch = sketch_of(histories);
  // The time is 1 at most: some ten, two or thirty purchases in all of it.
  const Found found = run({.loss = loss_of(histories),
                           .sketch = sketch.customers() > 0 ? loss_of(sketch) : Objective{},
                           .starts = {{0, std::log(0.1 * k), 0, 1},
                                      {-1, std::log(0.5 * k), -1, 0},
                                      {1, std::log(0.1 * k), 1, 1}},
                           .customers = histories.customers()});
  model.r = std::exp(found.point[0]);
  model.alpha = {scale * std::exp(found.point[1])};
  model.a = std::exp(found.point[2]);
  model.b = std::exp(found.point[3]);
  const double log_likelihood = (k - 1) * histories.log_gaps() -
                                histories.customers() * found.loss -
                                k * histories.repeats() * std::log(scale);
  return {model, report_of(found, histories, options, log_likelihood,
                           {{"r", model.r, {}},
                            {"alpha", count_in(model.alpha, options.unit), {}},
                            {"a", model.a, {}},
                            {"b", model.b, {}}})};
}

// Where there is a sketch of the histories, it tells k: there the likelihoods of two numbers of
// steps differ by far more than a sketch changes them.
Fitted<BetaGeometric> fit_beta_geometric_k(const Histories& histories, Dropout dropout,
                                           FitOptions options) {
  const Histories sketch = sketch_of(histories);
  const Histories& told = sketch.customers() > 0 ? sketch : histories;
  Fitted<BetaGeometric> best = fit_beta_geometric(told, dropout, 1, options);
  for (std::int32_t k = 2; k <= kMostRegularPace && is_fitted(best.report.status); ++k) {
    Fitted<BetaGeometric> next = fit_beta_geometric(told, dropout, k, options);
    if (next.report.log_likelihood <= best.report.log_likelihood) break;
    best = std::move(next);
  }
  if (&told != &histories) best = fit_beta_geometric(histories, dropout, best.model.k, options);
  if (is_fitted(best.report.status))
    best.report.parameters.insert(best.report.parameters.begin(),
                                  {"k", static_cast<double>(best.model.k), {}});
  return best;
}

}  // namespace regulars
