// Texts and the dense numbers that stand for them: the only place where a customer's name is kept.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/column.h"

namespace regulars {

/// Sixty-four well mixed bits of a text; equal for equal bytes, in every compiler.
std::uint64_t hash_of(std::string_view text);

/// The bytes from a place on as a number; they may lie anywhere.
template <class Word>
std::uint64_t word_at(const char* place) {
  Word word = 0;
  std::memcpy(&word, place, sizeof word);
  return word;
}

/// The longest text that is a key by itself.
inline constexpr std::size_t kShortText = 7;

/// The bytes of a text of at most kShortText, its length above them: equal only for equal texts.
inline std::uint64_t short_key(std::string_view text) {
  const char* at = text.data();
  const std::size_t size = text.size();
  std::uint64_t bytes = 0;
  if (size >= 4)
    bytes = word_at<std::uint32_t>(at) | word_at<std::uint32_t>(at + size - 4) << (size - 4) * 8;
  else if (size >= 2)
    bytes = word_at<std::uint16_t>(at) | word_at<std::uint16_t>(at + size - 2) << (size - 2) * 8;
  else if (size == 1)
    bytes = word_at<std::uint8_t>(at);
  return bytes | static_cast<std::uint64_t>(size) << 56;
}

/// Whether two texts are equal, eight bytes a step: the short ones that rows repeat are not worth a
/// call of memcmp, which WebAssembly makes byte by byte.
inline bool same_text(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  if (size <= kShortText) return short_key(a) == short_key(b);
  for (std::size_t at = 0; at + 8 < size; at += 8)
    if (word_at<std::uint64_t>(a.data() + at) != word_at<std::uint64_t>(b.data() + at))
      return false;
  return word_at<std::uint64_t>(a.data() + size - 8) == word_at<std::uint64_t>(b.data() + size - 8);
}

/// Numbers distinct texts 0, 1, 2 ... in the order of their first appearance.
class Names {
 public:
  /// The number of `text`, a new one if it was not met before.
  std::int32_t id_of(std::string_view text);

  /// The number of `text`, or -1.
  std::int32_t find(std::string_view text) const;

  /// The number of each text, or -1, all at once: one after the other each would wait for memory.
  void find_each(std::span<const std::string_view> texts, std::int32_t* numbers) const;

  /// The text of a number; valid as long as this object.
  std::string_view text(std::int32_t id) const;

  /// Gives back the memory that only look-ups need; the next look-up takes it again.
  void rest();

  /// Forgets the texts numbered from `size` on.
  void shrink(std::int32_t size);

  /// Forgets all texts, and keeps room for a few new ones.
  void clear();

  /// Memory of the texts and their numbers, without what only look-ups need.
  std::size_t bytes() const { return entries_.bytes() + chunk_bytes_; }

  std::int32_t size() const { return static_cast<std::int32_t>(entries_.size()); }

 private:
  // What a slot of the table points to: the number and length stand right before the text.
  struct Entry {
    std::int32_t id;
    std::uint32_t length;
  };
  // What is compared, and where the search begins. Of a short text the key is the text itself, so
  // that a look-up touches one place of memory; of a longer one it is a hash.
  struct Key {
    std::uint64_t key;
    std::uint64_t place;
  };
  struct Slot {
    std::uint64_t key = 0;
    const Entry* entry = nullptr;
    std::int32_t id = -1;
  };
  static constexpr std::uint64_t kLong = std::uint64_t{1} << 63;  // no short text has this bit
  static constexpr int kOrderedAtFirst = 64;
  static constexpr int kWellOrdered = 1024;

  static std::string_view text_of(const Entry* entry) {
    return {reinterpret_cast<const char*>(entry + 1), entry->length};
  }
  bool is_beyond(std::string_view text) const;
  void enter_all() const;
  static Key key_of(std::string_view text);
  Slot& slot_of(std::string_view text, Key key) const;
  Entry* new_entry(std::string_view text);
  void rebuild(std::size_t texts) const;

  Column<const Entry*> entries_;
  std::vector<std::unique_ptr<Entry[]>> chunks_;
  std::size_t chunk_bytes_ = 0;
  Entry* free_ = nullptr;
  std::size_t left_ = 0;  // entries' worth of room behind free_
  // Numbers of orders mostly rise or fall through a file: a text beyond all others is a new one,
  // and needs no look-up. The shortest come first, texts of one length in the order of their bytes.
  // Where that has helped less often than not, nobody asks any more: `ordered_` is 0 then.
  const Entry* least_ = nullptr;
  const Entry* greatest_ = nullptr;
  mutable int ordered_ = kOrderedAtFirst;
  // Open addressing. Holds the first `entered_` texts; the others enter with the next look-up.
  mutable std::vector<Slot> slots_;
  mutable std::size_t entered_ = 0;
};

}  // namespace regulars
