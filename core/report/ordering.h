// Orders a million customers by a figure or a text before a click is felt.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace regulars {

enum class Direction { ascending, descending };

/// Sorts places by `figures[place]`, of which none is NaN; equal ones stay as they stand.
void sort_by_figure(std::vector<std::int32_t>& places, const std::vector<double>& figures,
                    Direction direction);

/// Sorts places by the bytes of `texts[place]`; equal ones stay as they stand.
void sort_by_text(std::vector<std::int32_t>& places, const std::vector<std::string_view>& texts,
                  Direction direction);

}  // namespace regulars
