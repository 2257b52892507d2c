// Texts and the dense numbers that stand for them: the only place where a customer's name is kept.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/base/column.h"

namespace regulars {

/// Sixty-four well mixed bits of a text; equal for equal bytes, in every compiler.
std::uint64_t hash_of(std::string_view text);

/// Numbers distinct texts 0, 1, 2 ... in the order of their first appearance.
class Names {
 public:
  /// The number of `text`, a new one if it was not met before.
  std::int32_t id_of(std::string_view text);

  /// The number of `text`, or -1.
  std::int32_t find(std::string_view text);

  /// The text of a number; valid as long as this object.
  std::string_view text(std::int32_t id) const;

  /// Gives back the memory that only look-ups need; the next look-up takes it again.
  void rest();

  /// Forgets the texts numbered from `size` on.
  void shrink(std::int32_t size);

  std::int32_t size() const { return static_cast<std::int32_t>(entries_.size()); }

 private:
  // What a slot of the table points to: the number and length stand right before the text, so that
  // a look-up touches two places of memory, not four.
  struct Entry {
    std::int32_t id;
    std::uint32_t length;
  };
  struct Slot {
    std::uint32_t tag = 0;  // other bits of the hash than those that choose the slot
    const Entry* entry = nullptr;
  };

  static std::string_view text_of(const Entry* entry) {
    return {reinterpret_cast<const char*>(entry + 1), entry->length};
  }
  std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
  Entry* new_entry(std::string_view text);
  void rebuild(std::size_t texts);

  Column<const Entry*> entries_;
  std::vector<std::unique_ptr<Entry[]>> chunks_;
  Entry* free_ = nullptr;
  std::size_t left_ = 0;     // entries' worth of room behind free_
  std::vector<Slot> slots_;  // open addressing
};

}  // namespace regulars
