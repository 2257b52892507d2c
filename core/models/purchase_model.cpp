#include "core/models/purchase_model.h"

#include <cmath>

namespace regulars {
namespace {

static_assert(RepeatModel<Nbd>);
static_assert(RepeatModel<BetaGeometric>);
static_assert(RepeatModel<ParetoNbd>);

constexpr std::array<std::string_view, kModelKinds.size()> kWords{
    "nbd", "bg_nbd", "mbg_nbd", "pareto_nbd", "bg_cnbd_k", "mbg_cnbd_k"};

constexpr Days kNever{36525};
constexpr double kNearEnough = 1e-6;  // of a time to the next purchase: minutes in a year

template <class Model>
Fitted<PurchaseModel> any(Fitted<Model> fitted) {
  return {fitted.model, std::move(fitted.report)};
}

// The shape and the rate of the gamma distribution that a customer's own pace is drawn from, once
// their history is known.
struct Pace {
  double shape = 1;
  double rate = 1;
};

Pace pace_of(const PurchaseModel& model, const History& history) {
  const double x = history.frequency;
  const double T = history.age.count;
  if (const auto* nbd = std::get_if<Nbd>(&model)) return {nbd->r + x, nbd->alpha.count + T};
  if (const auto* pareto = std::get_if<ParetoNbd>(&model))
    return {pareto->r + x, pareto->alpha.count + T};
  const auto& family = *std::get_if<BetaGeometric>(&model);
  return {family.r + family.k * x, family.alpha.count + T};
}

}  // namespace

std::string_view word_of(ModelKind kind) { return kWords[static_cast<std::size_t>(kind)]; }

Fitted<PurchaseModel> fit(ModelKind kind, const Histories& histories, FitOptions options) {
  const bool from_first = kind == ModelKind::mbg_nbd || kind == ModelKind::mbg_cnbd_k;
  const Dropout dropout = from_first ? Dropout::after_any : Dropout::after_repeat;
  switch (kind) {
    case ModelKind::nbd:
      return any(fit_nbd(histories, options));
    case ModelKind::pareto_nbd:
      return any(fit_pareto_nbd(histories, options));
    case ModelKind::bg_nbd:
    case ModelKind::mbg_nbd:
      return any(fit_beta_geometric(histories, dropout, 1, options));
    case ModelKind::bg_cnbd_k:
    case ModelKind::mbg_cnbd_k:
      break;
  }
  return any(fit_beta_geometric_k(histories, dropout, options));
}

double probability_alive(const PurchaseModel& model, const History& history, Days ahead) {
  return std::visit([&](const auto& m) { return m.probability_alive(history, ahead); }, model);
}

double expected_if_alive(const PurchaseModel& model, const History& history, Days ahead) {
  return std::visit([&](const auto& m) { return m.expected_if_alive(history, ahead); }, model);
}

Outlook outlook(const PurchaseModel& model, const History& history, Days ahead) {
  return std::visit([&](const auto& m) { return m.outlook(history, ahead); }, model);
}

std::optional<Days> next_purchase(const PurchaseModel& model, const History& history,
                                  double share) {
  const double alive = probability_alive(model, history);
  if (share >= alive) return {};
  return next_purchase_if_alive(model, history, share / alive);
}

// The logarithm of silence falls nearly evenly with y = ln(1 + t / (alpha + T)), for NBD exactly:
// the secant needs few steps, held between bounds in the manner of Illinois. Source: Dowell and
// Jarratt (1971), BIT 11, 168-174.
std::optional<Days> next_purchase_if_alive(const PurchaseModel& model, const History& history,
                                           double share) {
  if (share <= 0) return Days{0};
  if (share >= 1) return {};
  const double wanted = -std::log1p(-share);
  const auto [R, A] = pace_of(model, history);
  const auto excess = [&, rate = A](double y) {
    const Days ahead{rate * std::expm1(y)};
    const double silence =
        std::visit([&](const auto& m) { return m.silence(history, ahead); }, model);
    return -std::log(std::max(silence, 1e-300)) - wanted;
  };
  const double never = std::log1p(kNever.count / A);
  double low = 0;
  double at_low = -wanted;
  double high = std::min(never, wanted / R);
  double at_high = excess(high);
  while (at_high < 0) {
    if (high >= never) return {};
    low = high;
    at_low = at_high;
    high = std::min(never, 1.5 * high);
    at_high = excess(high);
  }
  for (int step = 0; step < 100 && high - low > kNearEnough * high; ++step) {
    double y = (low * at_high - high * at_low) / (at_high - at_low);
    if (!(y > low && y < high)) y = (low + high) / 2;
    const double found = excess(y);
    if (found == 0) return Days{A * std::expm1(y)};
    if (found < 0) {
      low = y;
      at_low = found;
      at_high /= 2;
    } else {
      high = y;
      at_high = found;
      at_low /= 2;
    }
    if (std::abs(found) < kNearEnough * (1 + wanted)) return Days{A * std::expm1(y)};
  }
  return Days{A * std::expm1((low + high) / 2)};
}

}  // namespace regulars
