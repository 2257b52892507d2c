#include "core/base/names.h"

#include <algorithm>
#include <cstring>

namespace regulars {
namespace {

constexpr std::size_t kChunk = 1 << 13;  // entries of eight bytes: 64 KiB

std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93;
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93;
  return x ^ (x >> 32);
}

template <class Word>
std::uint64_t word_at(const char* place) {
  Word word = 0;
  std::memcpy(&word, place, sizeof word);
  return word;
}

}  // namespace

std::uint64_t hash_of(std::string_view text) {
  // Eight bytes a step, the last eight overlapping those before; the length goes in first, so that
  // it counts too.
  const char* at = text.data();
  const std::size_t size = text.size();
  std::uint64_t state = 0x9e3779b97f4a7c15 ^ (size * 0xd6e8feb86659fd93);
  std::uint64_t tail = 0;
  if (size >= 8) {
    for (const char* const last = at + size - 8; at < last; at += 8) {
      state = (state ^ word_at<std::uint64_t>(at)) * 0x9fb21c651e98df25;
      state ^= state >> 35;
    }
    tail = word_at<std::uint64_t>(text.data() + size - 8);
  } else if (size >= 4) {
    tail = word_at<std::uint32_t>(at) | word_at<std::uint32_t>(at + size - 4) << 32;
  } else if (size > 0) {
    tail = word_at<std::uint8_t>(at) | word_at<std::uint8_t>(at + size / 2) << 8 |
           word_at<std::uint8_t>(at + size - 1) << 16;
  }
  return mix(state ^ tail);
}

std::size_t Names::slot_of(std::string_view text, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  std::size_t slot = hash & mask;
  while (slots_[slot].entry && (slots_[slot].tag != tag || text_of(slots_[slot].entry) != text))
    slot = (slot + 1) & mask;
  return slot;
}

// Makes a table for at least so many texts, and enters those there are.
void Names::rebuild(std::size_t texts) {
  std::size_t slots = 64;
  while (texts * 8 >= slots * 7) slots *= 2;
  std::vector<Slot>().swap(
      slots_);  // the old one goes first: both at once would be half as much again
  slots_.resize(slots);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t id = 0; id < entries_.size(); ++id) {
    const std::uint64_t hash = hash_of(text_of(entries_[id]));
    std::size_t slot = hash & mask;
    while (slots_[slot].entry) slot = (slot + 1) & mask;
    slots_[slot] = {static_cast<std::uint32_t>(hash >> 32), entries_[id]};
  }
}

Names::Entry* Names::new_entry(std::string_view text) {
  const std::size_t needed = 1 + (text.size() + sizeof(Entry) - 1) / sizeof(Entry);
  if (needed > left_) {
    left_ = std::max(kChunk, needed);
    chunks_.emplace_back(new Entry[left_]);
    free_ = chunks_.back().get();
  }
  Entry* entry = free_;
  *entry = {size(), static_cast<std::uint32_t>(text.size())};
  std::memcpy(entry + 1, text.data(), text.size());
  free_ += needed;
  left_ -= needed;
  return entry;
}

std::int32_t Names::id_of(std::string_view text) {
  // Seven eighths full at the most: tags keep long probes cheap.
  if (entries_.size() * 8 >= slots_.size() * 7) rebuild(entries_.size() + 1);
  const std::uint64_t hash = hash_of(text);
  Slot& slot = slots_[slot_of(text, hash)];
  if (!slot.entry) {
    slot = {static_cast<std::uint32_t>(hash >> 32), new_entry(text)};
    entries_.push_back(slot.entry);
  }
  return slot.entry->id;
}

void Names::shrink(std::int32_t size) {
  if (size >= this->size()) return;
  entries_.shrink(static_cast<std::size_t>(size));
  rest();
}

void Names::rest() { std::vector<Slot>().swap(slots_); }

std::int32_t Names::find(std::string_view text) {
  if (slots_.empty()) rebuild(entries_.size() + 1);
  const Entry* entry = slots_[slot_of(text, hash_of(text))].entry;
  return entry ? entry->id : -1;
}

std::string_view Names::text(std::int32_t id) const {
  return text_of(entries_[static_cast<std::size_t>(id)]);
}

}  // namespace regulars
