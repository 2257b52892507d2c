#include "core/base/names.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace regulars {
namespace {

constexpr std::size_t kChunk = 1 << 13;  // entries of eight bytes: 64 KiB
constexpr std::size_t kFewestSlots = 64;

std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93;
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93;
  return x ^ (x >> 32);
}

// The first eight bytes from a place on as a number that is larger for what comes later.
std::uint64_t rank_at(const char* place) {
  return __builtin_bswap64(word_at<std::uint64_t>(place));
}

// Whether `a` comes before `b`: the shortest first, texts of one length in the order of their
// bytes.
bool before(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return size < b.size();
  if (size <= kShortText)  // the length, in the highest byte, becomes the lowest and is the same
    return __builtin_bswap64(short_key(a)) < __builtin_bswap64(short_key(b));
  for (std::size_t at = 0; at + 8 < size; at += 8) {
    const std::uint64_t in_a = rank_at(a.data() + at);
    const std::uint64_t in_b = rank_at(b.data() + at);
    if (in_a != in_b) return in_a < in_b;
  }
  return rank_at(a.data() + size - 8) < rank_at(b.data() + size - 8);
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

Names::Key Names::key_of(std::string_view text) {
  if (text.size() > kShortText) {
    const std::uint64_t hash = hash_of(text);
    return {hash | kLong, hash};
  }
  const std::uint64_t bytes = short_key(text);
  return {bytes, mix(bytes)};
}

Names::Slot& Names::slot_of(std::string_view text, Key key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = key.place & mask;
  while (slots_[slot].entry &&
         (slots_[slot].key != key.key ||
          (text.size() > kShortText && !same_text(text_of(slots_[slot].entry), text))))
    slot = (slot + 1) & mask;
  return slots_[slot];
}

// Makes an empty table for at least so many texts.
void Names::rebuild(std::size_t texts) const {
  std::size_t slots = kFewestSlots;
  while (texts * 8 >= slots * 7) slots *= 2;
  std::vector<Slot>().swap(
      slots_);  // the old one goes first: both at once would be half as much again
  slots_.resize(slots);
  entered_ = 0;
}

// Enters the texts that came without a look-up. Seven eighths full at the most: keys keep long
// probes cheap.
void Names::enter_all() const {
  if (entered_ == entries_.size() && (entered_ + 1) * 8 < slots_.size() * 7) return;
  if ((entries_.size() + 1) * 8 >= slots_.size() * 7) rebuild(entries_.size() + 1);
  const std::size_t mask = slots_.size() - 1;
  for (; entered_ < entries_.size(); ++entered_) {
    const Entry* entry = entries_[entered_];
    const Key key = key_of(text_of(entry));
    std::size_t slot = key.place & mask;
    while (slots_[slot].entry) slot = (slot + 1) & mask;
    slots_[slot] = {key.key, entry, entry->id};
  }
}

// Whether a text lies beyond all others, and so is none of them.
bool Names::is_beyond(std::string_view text) const {
  if (ordered_ == 0) return false;
  const bool beyond =
      !greatest_ || before(text_of(greatest_), text) || before(text, text_of(least_));
  ordered_ = beyond ? std::min(ordered_ + 1, kWellOrdered) : ordered_ - 1;
  return beyond;
}

Names::Entry* Names::new_entry(std::string_view text) {
  const std::size_t needed = 1 + (text.size() + sizeof(Entry) - 1) / sizeof(Entry);
  if (needed > left_) {
    left_ = std::max(kChunk, needed);
    chunks_.emplace_back(new Entry[left_]);
    free_ = chunks_.back().get();
    chunk_bytes_ += left_ * sizeof(Entry);
  }
  Entry* entry = free_;
  *entry = {size(), static_cast<std::uint32_t>(text.size())};
  if (text.size() > kShortText) {
    std::memcpy(entry + 1, text.data(), text.size());
  } else if (!text.empty()) {
    const std::uint64_t bytes = short_key(text);  // there is room for eight
    std::memcpy(entry + 1, &bytes, sizeof bytes);
  }
  free_ += needed;
  left_ -= needed;
  return entry;
}

std::int32_t Names::id_of(std::string_view text) {
  if (is_beyond(text)) {
    const Entry* entry = new_entry(text);
    const bool rises = greatest_ && !before(text, text_of(greatest_));
    if (!greatest_ || rises) greatest_ = entry;
    if (!least_ || !rises) least_ = entry;
    entries_.push_back(entry);
    return entry->id;
  }
  enter_all();
  const Key key = key_of(text);
  Slot& slot = slot_of(text, key);
  if (!slot.entry) {
    slot = {key.key, new_entry(text), size()};
    entries_.push_back(slot.entry);
    ++entered_;
  }
  return slot.id;
}

void Names::shrink(std::int32_t size) {
  if (size >= this->size()) return;
  entries_.shrink(static_cast<std::size_t>(size));
  rest();
}

void Names::clear() {
  if (size() == 0) return;
  entries_.clear();
  const bool has_few = chunks_.size() == 1 && chunk_bytes_ == kChunk * sizeof(Entry);
  if (has_few) {
    free_ = chunks_.front().get();
    left_ = kChunk;
  } else {
    chunks_.clear();
    chunk_bytes_ = 0;
    free_ = nullptr;
    left_ = 0;
  }
  least_ = nullptr;
  greatest_ = nullptr;
  ordered_ = kOrderedAtFirst;
  if (slots_.size() > kFewestSlots) return rest();
  std::fill(slots_.begin(), slots_.end(), Slot{});
  entered_ = 0;
}

void Names::rest() {
  std::vector<Slot>().swap(slots_);
  entered_ = 0;
}

std::int32_t Names::find(std::string_view text) const {
  if (is_beyond(text)) return -1;
  enter_all();
  const Slot& slot = slot_of(text, key_of(text));
  return slot.entry ? slot.id : -1;
}

void Names::find_each(std::span<const std::string_view> texts, std::int32_t* numbers) const {
  constexpr std::size_t together = 32;
  std::array<Key, together> keys;
  if (ordered_ == 0) enter_all();
  for (std::size_t from = 0; from < texts.size(); from += together) {
    const std::size_t count = std::min(together, texts.size() - from);
    if (ordered_ > 0) {
      for (std::size_t i = 0; i < count; ++i) numbers[from + i] = find(texts[from + i]);
      continue;
    }
    for (std::size_t i = 0; i < count; ++i) keys[i] = key_of(texts[from + i]);
    for (std::size_t i = 0; i < count; ++i)
      numbers[from + i] = slot_of(texts[from + i], keys[i]).id;
  }
}

std::string_view Names::text(std::int32_t id) const {
  return text_of(entries_[static_cast<std::size_t>(id)]);
}

}  // namespace regulars
