// Texts as people compare them: without capitals, accents and widths.
#pragma once

#include <string>
#include <string_view>

namespace regulars {

/// Small letters without accents for all Latin letters (the German sharp s becomes ss), plain forms
/// for full-width ones, single blanks for blanks of any kind and none at the edges. Other alphabets
/// stay as they are.
std::string folded(std::string_view text);

/// The same into a text that keeps its memory.
void fold_into(std::string_view text, std::string& result);

}  // namespace regulars
