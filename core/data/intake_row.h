// One row of orders while it is being read.
#pragma once

#include <array>
#include <cstdint>

#include "core/data/intake.h"

namespace regulars {

/// Minor units of one row: ninety thousand such rows still sum up within 64 bits.
inline constexpr std::int64_t kLargestOfRow = 100'000'000'000'000;

/// Roles whose money is the whole order's, in the order of `FileReader::Row::stated`.
inline constexpr std::array<Role, 4> kOfOrder{Role::order_total, Role::order_subtotal,
                                              Role::order_discount, Role::refunded};

struct FileReader::Row {
  Money amount;
  std::int64_t unit_price = kUnstated;
  std::int32_t quantity = 1000;
  std::array<std::int64_t, 4> stated{kUnstated, kUnstated, kUnstated,
                                     kUnstated};  // total, goods, discount, refunded
  ReadDate when;
  MoneyUnit unit;
  LineStatus word = LineStatus::counted;
  bool has_word = false;
  bool gives_back = false;  // a rule says so
  std::int32_t product = -1;
  std::int32_t channel = -1;
  std::int32_t order = -1;   // index of a numbered order
  std::int32_t number = -1;  // of its number, if that was met before
  bool has_number = false;
};

}  // namespace regulars
