// Another program for the same customers: what it would come to, and who gains or loses by it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/report/analysis.h"

namespace regulars {

/// What two programs are compared by.
enum class CompareBy : std::uint8_t {
  awards,  // what the rules give today, in the unit of both programs
  points,  // earned over the past, after the budget
  worth,   // what these points would pay, in minor units
};
inline constexpr std::array<std::string_view, 3> kCompareByWords{"awards", "points", "worth"};

/// Customers for whom the amount changes one way.
struct Changed {
  std::vector<std::int32_t> places;  // in Analysis::customers: the largest change first, of equals
                                     // the first customer
  std::int64_t sum = 0;              // of the changes: above 0 of who gains, below 0 of who loses
};

/// The same for the customers of one segment.
struct SegmentChange {
  std::int64_t gain = 0;  // customers
  std::int64_t lose = 0;
  std::int64_t same = 0;
  std::int64_t sum = 0;  // of all changes
};

/// Customer by customer, what the program in force gives and what another would.
struct ProgramComparison {
  CompareBy by = CompareBy::awards;
  RewardUnit unit = RewardUnit::money;  // of all sums: minor units or points
  bool comparable = true;               // otherwise the units differ, and the rest is empty
  std::vector<std::int64_t> before;     // by place in Analysis::customers
  std::vector<std::int64_t> after;
  Changed gain;
  Changed lose;
  std::int64_t same = 0;                // customers
  std::vector<SegmentChange> segments;  // by place of the name in Analysis::segments
};

/// A program that was tried on an analysis.
struct ProgramTrial {
  Program program;
  Granted granted;
  std::optional<Backtest> backtest;            // nothing where the program has no points
  std::vector<ProgramComparison> comparisons;  // of what either program has, in the order of
                                               // CompareBy
};

/// What a program would come to, without a new analysis.
ProgramTrial try_program(const Analysis& analysis, Program program);

}  // namespace regulars
