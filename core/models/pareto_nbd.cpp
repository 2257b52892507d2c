#include "core/models/pareto_nbd.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>

#include "core/stats/hypergeometric.h"
#include "core/stats/special.h"

namespace regulars {
namespace {

struct Parameters {
  double r = 1;
  double alpha = 1;
  double s = 1;
  double beta = 1;
};

// A logarithm and its derivatives by the four parameters.
struct Part {
  double value = 0;
  double by_r = 0;
  double by_alpha = 0;
  double by_s = 0;
  double by_beta = 0;
};

// What may end the waiting after t: with F = 2F1(r + s + x, .; r + s + x + 1; .),
//   leaving before the next purchase   s times the integral over tau > t of
//                                      (alpha + tau)^-(r + x) (beta + tau)^-(s + 1)
//   the next purchase before leaving   (r + x) times the integral over tau > t of
//                                      (alpha + tau)^-(r + x + 1) (beta + tau)^-s
enum class End : std::uint8_t { leaving, purchase };

// The same by equal steps in y, where tau - t = unit exp(y - e^-y): for alpha and beta so far apart
// that a series or a fraction would take hundreds of steps. The integrand is analytic, falls off
// doubly exponentially on the left, and a step of 0.35 leaves an error of about exp(-pi^2 / 0.35);
// see Trefethen and Weideman (2014), SIAM Review 56(3), theorem 5.1. On the right it ends as a
// power, whose rest is known.
Part integral_in_steps(const Parameters& m, double R, double t, double log_a, double log_b,
                       End end) {
  constexpr double step = 0.35;
  constexpr double negligible = 28;  // minus the logarithm of 7e-13
  const bool leaving = end == End::leaving;
  const double e_a = leaving ? R : R + 1;
  const double e_b = leaving ? m.s + 1 : m.s;
  const double a = m.alpha + t;
  const double b = m.beta + t;
  const double unit = 1 / (e_a / a + e_b / b);  // the integrand begins as exp(-tau / unit)
  const double from = -3.5;                     // e^3.5 = 33
  const double to = std::log(std::max(a, b) / unit) + negligible;
  double sum = 0;
  double sum_log_a = 0;  // of ln((alpha + tau) / (alpha + t))
  double sum_log_b = 0;
  double sum_over_a = 0;
  double sum_over_b = 0;
  double weight = 0;
  double grown_a = 0;
  double grown_b = 0;
  double most = 0;
  for (double y = from; y < to; y += step) {
    const double left = std::exp(-y);
    const double log_tau = y - left;
    const double tau = unit * std::exp(log_tau);
    grown_a = std::log1p(tau / a);
    grown_b = std::log1p(tau / b);
    weight = (1 + left) * std::exp(log_tau - e_a * grown_a - e_b * grown_b);
    sum += weight;
    sum_log_a += weight * grown_a;
    sum_log_b += weight * grown_b;
    sum_over_a += weight / (a + tau);
    sum_over_b += weight / (b + tau);
    most = std::max(most, weight);
    if (weight < 1e-17 * most) break;
  }
  if (weight >= 1e-17 * most) {
    // Of the last step half is its own; then the rest of the power e^(-c y), and the first
    // correction of Euler and Maclaurin.
    const double c = e_a + e_b - 1;
    const double rest = (1 / c - step / 2 + step * step / 12 * c) * weight / step;
    const double slope = (1 / (c * c) - step * step / 12) * weight / step;
    sum += rest;
    sum_log_a += rest * grown_a + slope;
    sum_log_b += rest * grown_b + slope;
  }
  Part part{.value = std::log((leaving ? m.s : R) * unit * step * sum) - e_a * log_a - e_b * log_b,
            .by_r = -log_a - sum_log_a / sum,
            .by_alpha = -e_a * sum_over_a / sum,
            .by_s = -log_b - sum_log_b / sum,
            .by_beta = -e_b * sum_over_b / sum};
  (leaving ? part.by_s : part.by_r) += 1 / (leaving ? m.s : R);
  return part;
}

// The integrals of `End`, in logarithms. Both are powers of alpha + t and beta + t times a
// hypergeometric function of positive terms whose argument is the distance of alpha and beta by
// the larger of the two sums; which of them is larger decides the form. No difference of like
// numbers is left.
Part integral(const Parameters& m, double x, double t, double log_a, double log_b, End end) {
  const double R = m.r + x;
  const double all = R + m.s;
  const bool alpha_larger = m.alpha >= m.beta;
  const double larger = (alpha_larger ? m.alpha : m.beta) + t;
  const double smaller = (alpha_larger ? m.beta : m.alpha) + t;
  const double z = std::abs(m.alpha - m.beta) / larger;
  if (z > 0.98) return integral_in_steps(m, R, t, log_a, log_b, end);
  const bool leaving = end == End::leaving;
  // Exponents of alpha + t and beta + t, and the first parameter of the function.
  double e_a = R;
  double e_b = m.s;
  double p = 0;
  if (leaving) {
    p = alpha_larger ? R : m.s + 1;
    if (!alpha_larger) e_a -= 1, e_b += 1;
  } else {
    p = alpha_larger ? R + 1 : m.s;
    if (alpha_larger) e_a += 1, e_b -= 1;
  }
  const LogHypergeometric f = log_hypergeometric(p, all + 1, z);
  const double by_larger = f.by_z * smaller / (larger * larger);
  const double by_smaller = -f.by_z / larger;
  const double over_all = 1 / all;
  Part part{.value = f.value - e_a * log_a - e_b * log_b + std::log((leaving ? m.s : R) * over_all),
            .by_r = f.by_q - log_a - over_all,
            .by_alpha = -e_a / (m.alpha + t),
            .by_s = f.by_q - log_b - over_all,
            .by_beta = -e_b / (m.beta + t)};
  (alpha_larger ? part.by_r : part.by_s) += f.by_p;
  (leaving ? part.by_s : part.by_r) += 1 / (leaving ? m.s : R);
  part.by_alpha += alpha_larger ? by_larger : by_smaller;
  part.by_beta += alpha_larger ? by_smaller : by_larger;
  return part;
}

// The integrals of one end and frequency at any time in a range, from those at a few times: a
// polynomial in u = ln(t + the smaller of alpha and beta), in which they are analytic for |Im u| <
// pi. Source: Berrut and Trefethen (2004), SIAM Review 46(3), 501-517, equation 5.4, and
// Trefethen (2019), Approximation Theory and Approximation Practice, theorem 8.2, for the number of
// points that leaves an error of about 1e-12.
class Curve {
 public:
  Curve(const Parameters& m, double from, double to) : least_(std::min(m.alpha, m.beta)) {
    middle_ = (std::log(least_ + from) + std::log(least_ + to)) / 2;
    half_ = (std::log(least_ + to) - std::log(least_ + from)) / 2;
    const double slope = std::numbers::pi / half_;
    count_ = 3 + static_cast<std::size_t>(28 / std::log(slope + std::sqrt(1 + slope * slope)));
  }
  /// How many integrals it takes to know the curve.
  std::size_t points() const { return count_; }

  void find(const Parameters& m, double x, End end) {
    for (std::size_t i = 0; i < count_; ++i) {
      const double angle =
          std::numbers::pi * static_cast<double>(i) / static_cast<double>(count_ - 1);
      const double u = middle_ + half_ * std::cos(angle);
      const double t = std::max(0.0, std::exp(u) - least_);
      places_.push_back(std::log(least_ + t));
      parts_.push_back(integral(m, x, t, std::log(m.alpha + t), std::log(m.beta + t), end));
    }
  }
  Part at(double log_least) const {
    Part sum;
    double weights = 0;
    for (std::size_t i = 0; i < count_; ++i) {
      const double distance = log_least - places_[i];
      if (distance == 0) return parts_[i];
      const double sign = i % 2 == 0 ? 1 : -1;
      const double weight = (i == 0 || i + 1 == count_ ? sign / 2 : sign) / distance;
      const Part& part = parts_[i];
      weights += weight;
      sum.value += weight * part.value;
      sum.by_r += weight * part.by_r;
      sum.by_alpha += weight * part.by_alpha;
      sum.by_s += weight * part.by_s;
      sum.by_beta += weight * part.by_beta;
    }
    return {sum.value / weights, sum.by_r / weights, sum.by_alpha / weights, sum.by_s / weights,
            sum.by_beta / weights};
  }

 private:
  double least_;
  double middle_ = 0;
  double half_ = 0;
  std::size_t count_ = 0;
  std::vector<double> places_;
  std::vector<Part> parts_;
};

struct OfTime {
  double t;
  double log_a;
  double log_b;
};

// The integrals of one end for the pairs asked for, by their places among `histories`' pairs, which
// come by frequency.
std::vector<Part> integrals(const Parameters& m, const Histories& histories,
                            std::span<const OfTime> times, std::span<const std::uint8_t> wanted,
                            End end) {
  const std::vector<FrequencyTime>& pairs = histories.pairs();
  std::vector<Part> parts(pairs.size());
  std::vector<std::size_t> places;
  const auto time_of = [&](std::size_t place) -> const OfTime& {
    return times[static_cast<std::size_t>(pairs[place].time)];
  };
  for (std::size_t begin = 0; begin < pairs.size();) {
    const std::int32_t frequency = pairs[begin].frequency;
    places.clear();
    double least = std::numeric_limits<double>::infinity();
    double most = 0;
    for (; begin < pairs.size() && pairs[begin].frequency == frequency; ++begin) {
      if (!wanted[begin]) continue;
      places.push_back(begin);
      least = std::min(least, time_of(begin).t);
      most = std::max(most, time_of(begin).t);
    }
    if (places.empty()) continue;
    const double x = histories.frequencies()[static_cast<std::size_t>(frequency)];
    if (most > least) {
      Curve curve(m, least, most);
      if (2 * curve.points() < places.size()) {
        curve.find(m, x, end);
        for (const std::size_t place : places) {
          const OfTime& of = time_of(place);
          parts[place] = curve.at(std::min(of.log_a, of.log_b));
        }
        continue;
      }
    }
    for (const std::size_t place : places) {
      const OfTime& of = time_of(place);
      parts[place] = integral(m, x, of.t, of.log_a, of.log_b, end);
    }
  }
  return parts;
}

double log_sum(double a, double b) {
  return std::max(a, b) + std::log1p(std::exp(-std::abs(a - b)));
}

// The logarithm of what a history says after its purchases: that from the last one to the end there
// was none, be it that the customer had left. Without Gamma(r + x) / Gamma(r) alpha^r beta^s.
double log_waiting(const Parameters& m, double x, double last, double end) {
  const Part leaving =
      integral(m, x, last, std::log(m.alpha + last), std::log(m.beta + last), End::leaving);
  const Part purchase =
      integral(m, x, end, std::log(m.alpha + end), std::log(m.beta + end), End::purchase);
  return log_sum(leaving.value, purchase.value);
}

}  // namespace

// Source: Fader and Hardie (2005), appendix, as a sum instead of a difference: no purchase is seen
// between the last one and the end either because the customer left before the next one would
// have come, or because that one comes after the end.
Slope pareto_nbd_loss(const Histories& histories, double scale, std::span<const double> logs) {
  const Parameters m{std::exp(logs[0]), std::exp(logs[1]), std::exp(logs[2]), std::exp(logs[3])};
  const auto& times = histories.times();
  const auto& frequencies = histories.frequencies();
  std::vector<OfTime> of_time;
  of_time.reserve(times.size());
  for (const double days : times) {
    const double t = days / scale;
    of_time.push_back({t, std::log(m.alpha + t), std::log(m.beta + t)});
  }
  // A pair may be asked for as the last purchase's, as the end's, or both.
  std::vector<std::uint8_t> is_last(histories.pairs().size(), 0);
  std::vector<std::uint8_t> is_end(histories.pairs().size(), 0);
  for (const HistoryGroup& group : histories.groups()) {
    is_last[static_cast<std::size_t>(group.last)] = 1;
    is_end[static_cast<std::size_t>(group.end)] = 1;
  }
  const std::vector<Part> leaving = integrals(m, histories, of_time, is_last, End::leaving);
  const std::vector<Part> purchase = integrals(m, histories, of_time, is_end, End::purchase);
  struct OfFrequency {
    double value;
    double by_r;
  };
  std::vector<OfFrequency> of_frequency;
  of_frequency.reserve(frequencies.size());
  for (const std::int32_t x : frequencies)
    of_frequency.push_back({log_gamma(m.r + x) - log_gamma(m.r) + m.r * logs[1] + m.s * logs[3],
                            digamma(m.r + x) - digamma(m.r) + logs[1]});
  double value = 0;
  double by_r = 0;
  double by_alpha = 0;
  double by_s = 0;
  double by_beta = 0;
  for (const HistoryGroup& group : histories.groups()) {
    const OfFrequency& f = of_frequency[static_cast<std::size_t>(group.frequency)];
    const Part& gone = leaving[static_cast<std::size_t>(group.last)];
    const Part& here = purchase[static_cast<std::size_t>(group.end)];
    const double odds = gone.value - here.value;
    const double e = std::exp(-std::abs(odds));
    const double share = (odds > 0 ? 1 : e) / (1 + e);
    const double rest = 1 - share;
    const double n = group.customers;
    value += n * (f.value + std::max(gone.value, here.value) + std::log1p(e));
    by_r += n * (f.by_r + share * gone.by_r + rest * here.by_r);
    by_alpha += n * (share * gone.by_alpha + rest * here.by_alpha);
    by_s += n * (share * gone.by_s + rest * here.by_s);
    by_beta += n * (share * gone.by_beta + rest * here.by_beta);
  }
  const double customers = histories.customers();
  by_alpha += customers * m.r / m.alpha;
  by_s += customers * logs[3];
  by_beta += customers * m.s / m.beta;
  return {-value / customers,
          {-by_r * m.r / customers, -by_alpha * m.alpha / customers, -by_s * m.s / customers,
           -by_beta * m.beta / customers}};
}

double ParetoNbd::log_likelihood(const Histories& histories) const {
  if (histories.customers() <= 0) return 0;
  const std::array<double, 4> logs{std::log(r), std::log(alpha.count), std::log(s),
                                   std::log(beta.count)};
  return -histories.customers() * pareto_nbd_loss(histories, 1, logs).value;
}

double ParetoNbd::probability_alive(const History& history, Days ahead) const {
  const auto [x, t_x, T, gaps] = history;
  const double log_alive =
      -(r + x) * std::log(alpha.count + T.count) - s * std::log(beta.count + T.count);
  const double log_all = log_waiting({r, alpha.count, s, beta.count}, x, t_x.count, T.count);
  const double stays = -s * std::log1p(ahead.count / (beta.count + T.count));
  return std::exp(std::min(0.0, log_alive - log_all) + stays);
}

namespace {

// The mean of the squared length of a lifetime that ends with `ahead` at the latest, if its rate is
// drawn from Gamma(s, B): the integral of 2 u (B / (B + u))^s. With B + u = B e^y it is smooth: the
// formula of Gauss and Legendre for eight points, over pieces of at most 1 in y.
double mean_squared_lifetime(double s, double B, double ahead) {
  constexpr std::array<double, 4> nodes{0.1834346424956498, 0.5255324099163290, 0.7966664774136267,
                                        0.9602898564975363};
  constexpr std::array<double, 4> weights{0.3626837833783620, 0.3137066458778873,
                                          0.2223810344533745, 0.1012285362903763};
  const double end = std::log1p(ahead / B);
  const int pieces = 1 + static_cast<int>(std::min(1000.0, end * std::max(1.0, s / 4)));
  const double half = end / pieces / 2;
  double sum = 0;
  for (int piece = 0; piece < pieces; ++piece) {
    for (std::size_t i = 0; i < 8; ++i) {
      const double y = half * (2 * piece + 1 + (i < 4 ? nodes[i] : -nodes[i - 4]));
      sum += weights[i % 4] * std::expm1(y) * std::exp((1 - s) * y);
    }
  }
  return 2 * B * B * half * sum;
}

}  // namespace

// Source: Fader and Hardie (2005), equation 41, with its limit at s = 1.
double ParetoNbd::expected_if_alive(const History& history, Days ahead) const {
  const double A = alpha.count + history.age.count;
  const double B = beta.count + history.age.count;
  const double log_ratio = std::log1p(ahead.count / B);
  const double power = (s - 1) * log_ratio;
  const double lifetime = std::abs(power) < 1e-12 ? log_ratio : -std::expm1(-power) / (s - 1);
  return (r + history.frequency) / A * B * lifetime;
}

// Purchases in a lifetime of known length are a Poisson number, so that the mean of n (n - 1) is
// that of the squared rate times that of the squared lifetime.
Outlook ParetoNbd::outlook(const History& history, Days ahead) const {
  const double R = r + history.frequency;
  const double A = alpha.count + history.age.count;
  const double B = beta.count + history.age.count;
  Outlook outlook;
  outlook.alive = probability_alive(history);
  outlook.active = outlook.alive * std::exp(-s * std::log1p(ahead.count / B));
  outlook.expected = outlook.alive * expected_if_alive(history, ahead);
  outlook.pairs = outlook.alive * R * (R + 1) / (A * A) * mean_squared_lifetime(s, B, ahead.count);
  outlook.none = 1 - outlook.alive * (1 - silence(history, ahead));
  return outlook;
}

// For a customer who is still one the rates are drawn from Gamma(r + x, alpha + T) and Gamma(s,
// beta + T): no purchase within the time is what a history without repeat purchases says.
double ParetoNbd::silence(const History& history, Days ahead) const {
  if (ahead.count <= 0) return 1;
  const double R = r + history.frequency;
  const double A = alpha.count + history.age.count;
  const double B = beta.count + history.age.count;
  const double log_none =
      R * std::log(A) + s * std::log(B) + log_waiting({R, A, s, B}, 0, 0, ahead.count);
  return std::exp(std::min(0.0, log_none));
}

// Source: Fader, Hardie and Lee (2005), Journal of Marketing Research 42(4), 415-430, equation 5.
// Its confluent hypergeometric function, delta^(s - 1) (beta + T)^s U(s, s, delta (beta + T)), is
// (beta + T) times this integral.
double ParetoNbd::discounted_purchases(const History& history, double rate) const {
  const double A = alpha.count + history.age.count;
  const double B = beta.count + history.age.count;
  return probability_alive(history) * (r + history.frequency) / A * B *
         scaled_exponential_integral(s, rate * B);
}

Fitted<ParetoNbd> fit_pareto_nbd(const Histories& histories, FitOptions options) {
  ParetoNbd model;
  if (const auto reason = reason_not_to_fit(histories, 4))
    return {model, unfitted(*reason, histories, options)};
  const double scale = histories.longest();
  const auto loss_of = [scale](const Histories& some) {
    return
        [&some, scale](std::span<const double> logs) { return pareto_nbd_loss(some, scale, logs); };
  };
  const Histories sketch = sketch_of(histories);
  // The time is 1 at most: some ten, two or thirty purchases in all of it.
  const Found found = run({.loss = loss_of(histories),
                           .sketch = sketch.customers() > 0 ? loss_of(sketch) : Objective{},
                           .starts = {{0, -2, 0, 0}, {-1, -1, -1, -1}, {1, -2, 0, 1}},
                           .customers = histories.customers()});
  model.r = std::exp(found.point[0]);
  model.alpha = {scale * std::exp(found.point[1])};
  model.s = std::exp(found.point[2]);
  model.beta = {scale * std::exp(found.point[3])};
  const double log_likelihood =
      -histories.customers() * found.loss - histories.repeats() * std::log(scale);
  return {model, report_of(found, histories, options, log_likelihood,
                           {{"r", model.r, {}},
                            {"alpha", count_in(model.alpha, options.unit), {}},
                            {"s", model.s, {}},
                            {"beta", count_in(model.beta, options.unit), {}}})};
}

}  // namespace regulars
