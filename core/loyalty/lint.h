// What is odd about a program that can run: rules that no customer can ever meet, that everybody
// meets, or that are never asked.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/loyalty/program.h"

namespace regulars {

enum class Oddity : std::uint8_t {
  never_true,     // its condition contradicts itself, or what its facts can be
  always_true,    // whatever the facts it asks for are; a rule without a condition says it plainly
                  // and is not odd
  never_reached,  // in mode `first`, whoever meets it meets an earlier rule
  earned_twice,   // the rule for everybody pays beside this one, which is for a tier
};
inline constexpr std::array<std::string_view, 4> kOddityWords{"never_true", "always_true",
                                                              "never_reached", "earned_twice"};

/// One odd rule.
struct Finding {
  enum class Part : std::uint8_t { rules, earn };

  Oddity oddity = Oddity::never_true;
  Part part = Part::rules;  // of which list the rule is
  std::size_t rule = 0;     // place in it
  std::size_t other = 0;    // earned_twice: place of the rule for everybody
};

/// Looks at each condition as a formula over its facts: numbers and dates by the stretches they may
/// lie in, texts by the words they may be; what a fact is compared with other than a plain value
/// may be anything. Nothing is found that is not so; of a condition with too many ways to be true,
/// nothing is said.
std::vector<Finding> lint(const Program& program);

}  // namespace regulars
