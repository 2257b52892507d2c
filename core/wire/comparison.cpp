#include "core/wire/comparison.h"

namespace regulars::wire {
namespace {

using nlohmann::json;

template <std::size_t N>
json word(const std::array<std::string_view, N>& words, std::size_t place) {
  return std::string(words[place]);
}

json value_or_null(const std::optional<double>& value) { return value ? json(*value) : json(); }

json side(const GroupFigure& figure, bool is_share) {
  json one{{"value", value_or_null(figure.value)}, {"of", figure.of}};
  if (is_share) one["hits"] = figure.hits;
  return one;
}

json figure_json(const FigureComparison& one) {
  const auto place = static_cast<std::size_t>(one.figure);
  const bool is_share = place < kComparedShares;
  const bool has_interval = one.difference.has_value();
  return {{"figure", word(kComparedFigureWords, place)},
          {"first", side(one.first, is_share)},
          {"second", side(one.second, is_share)},
          {"difference", value_or_null(one.difference)},
          {"low", has_interval ? json(one.low) : json()},
          {"high", has_interval ? json(one.high) : json()},
          {"verdict", word(kDifferenceVerdictWords, static_cast<std::size_t>(one.verdict))}};
}

json trait_json(const OrderTable& table, const TraitComparison& one) {
  const Names& names = one.kind == TraitKind::product    ? table.products
                       : one.kind == TraitKind::category ? table.labels
                                                         : table.channels;
  return {{"kind", word(kTraitKindWords, static_cast<std::size_t>(one.kind))},
          {"name", std::string(names.text(one.name))},
          {"first", one.first},
          {"second", one.second},
          {"difference", one.difference},
          {"low", one.low},
          {"high", one.high},
          {"p_adjusted", one.p_adjusted},
          {"verdict", word(kDifferenceVerdictWords, static_cast<std::size_t>(one.verdict))}};
}

json group_json(const ComparedGroup& group, std::int64_t compared, bool has_amounts) {
  return {{"customers", group.customers},
          {"revenue", has_amounts ? json(group.revenue.minor) : json()},
          {"compared", compared}};
}

}  // namespace

json to_json(const Analysis& analysis, const Comparison& comparison) {
  const OrderTable& table = analysis.book.table();
  json figures = json::array();
  for (const FigureComparison& one : comparison.figures) figures.push_back(figure_json(one));
  json traits = json::array();
  for (const TraitComparison& one : comparison.traits) traits.push_back(trait_json(table, one));
  json tried;
  for (std::size_t i = 0; i < kTraitKindWords.size(); ++i)
    tried[std::string(kTraitKindWords[i])] = comparison.tried[i];
  return {{"first", group_json(comparison.first, comparison.compared[0], table.has_amounts)},
          {"second", group_json(comparison.second, comparison.compared[1], table.has_amounts)},
          {"both", comparison.both},
          {"figures", std::move(figures)},
          {"traits", std::move(traits)},
          {"tried", std::move(tried)}};
}

}  // namespace regulars::wire
