// The models of repeat buying as one closed set: fitted by name, asked in one way.
#pragma once

#include <array>
#include <concepts>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "core/models/beta_geometric.h"
#include "core/models/nbd.h"
#include "core/models/pareto_nbd.h"

namespace regulars {

/// What every model of repeat buying can say, times in days.
template <class M>
concept RepeatModel = requires(const M& model, const Histories& histories, const History& history,
                               Days ahead) {
  { model.log_likelihood(histories) } -> std::same_as<double>;
  { model.probability_alive(history, ahead) } -> std::same_as<double>;
  { model.outlook(history, ahead) } -> std::same_as<Outlook>;
  { model.expected_if_alive(history, ahead) } -> std::same_as<double>;
  { model.silence(history, ahead) } -> std::same_as<double>;
};

/// The models, the simpler one first.
enum class ModelKind : std::uint8_t { nbd, bg_nbd, mbg_nbd, pareto_nbd, bg_cnbd_k, mbg_cnbd_k };
inline constexpr std::array<ModelKind, 6> kModelKinds{ModelKind::nbd,       ModelKind::bg_nbd,
                                                      ModelKind::mbg_nbd,   ModelKind::pareto_nbd,
                                                      ModelKind::bg_cnbd_k, ModelKind::mbg_cnbd_k};
std::string_view word_of(ModelKind kind);

/// One of them with its parameters.
using PurchaseModel = std::variant<Nbd, BetaGeometric, ParetoNbd>;

/// The likeliest parameters of a kind of model. Where the report says that nothing was fitted, the
/// model has parameters of no meaning.
Fitted<PurchaseModel> fit(ModelKind kind, const Histories& histories, FitOptions options = {});

double probability_alive(const PurchaseModel& model, const History& history, Days ahead = {});
double expected_if_alive(const PurchaseModel& model, const History& history, Days ahead);
Outlook outlook(const PurchaseModel& model, const History& history, Days ahead);

/// When the next purchase will have come with a probability of `share`, counted from the end of the
/// history; nothing where it will not within a hundred years, as after a customer who has probably
/// left.
std::optional<Days> next_purchase(const PurchaseModel& model, const History& history, double share);
/// The same for one who still is a customer at the end of the history.
std::optional<Days> next_purchase_if_alive(const PurchaseModel& model, const History& history,
                                           double share);

}  // namespace regulars
