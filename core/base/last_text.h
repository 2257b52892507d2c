// The last text of a column: neighbouring rows mostly repeat it, and what was found for it holds
// on.
#pragma once

#include <array>
#include <cstring>
#include <string>
#include <string_view>

#include "core/base/names.h"

namespace regulars {

/// A text that is compared with every row and seldom changes. Short ones stand here themselves, so
/// that neither takes a call.
class LastText {
 public:
  bool is(std::string_view text) const { return same_text(view(), text); }
  bool empty() const { return size_ == 0; }
  std::string_view view() const { return {size_ <= kHere ? here_.data() : longer_.data(), size_}; }

  void set(std::string_view text) {
    size_ = text.size();
    if (size_ > kHere) {
      longer_ = text;
    } else if (size_ > kShortText) {
      for (std::size_t at = 0; at + kWord < size_; at += kWord)
        std::memcpy(here_.data() + at, text.data() + at, kWord);
      std::memcpy(here_.data() + size_ - kWord, text.data() + size_ - kWord, kWord);
    } else {
      const std::uint64_t bytes = short_key(text);
      std::memcpy(here_.data(), &bytes, kWord);
    }
  }

 private:
  static constexpr std::size_t kWord = 8;  // bytes
  static constexpr std::size_t kHere = 32;

  std::array<char, kHere> here_{};
  std::string longer_;
  std::size_t size_ = 0;
};

}  // namespace regulars
