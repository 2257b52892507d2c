// A column that only grows: blocks of equal size, so that growing neither copies nor needs room
// twice.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace regulars {

/// An append-only column of plain values. A vector that doubles would hold up to three times its
/// values while growing.
template <class T>
class Column {
 public:
  void push_back(T value) {
    if ((size_ & kMask) == 0) grow();
    last_[size_ & kMask] = value;
    ++size_;
  }

  /// Appends values of another type of number, of which each must fit.
  template <class From>
  void append(std::span<const From> values) {
    while (!values.empty()) {
      if ((size_ & kMask) == 0) grow();
      const std::size_t count = std::min(values.size(), kBlock - (size_ & kMask));
      T* const into = last_ + (size_ & kMask);
      for (std::size_t i = 0; i < count; ++i) into[i] = static_cast<T>(values[i]);
      size_ += count;
      values = values.subspan(count);
    }
  }

  /// Appends `value` until the column has `size` entries; does nothing when it has.
  void extend(std::size_t size, T value) {
    while (size_ < size) push_back(value);
  }

  /// Drops the values from `size` on; does nothing when there are no more.
  void shrink(std::size_t size) {
    if (size >= size_) return;
    size_ = size;
    blocks_.resize((size + kMask) >> kBits);
    last_ = blocks_.empty() ? nullptr : blocks_.back().get();
  }

  /// Drops all values and keeps room for a block of new ones.
  void clear() {
    size_ = 0;
    if (blocks_.size() > 1) blocks_.resize(1);
  }

  T operator[](std::size_t i) const {
    assert(i < size_);
    return blocks_[i >> kBits][i & kMask];
  }
  T& operator[](std::size_t i) {
    assert(i < size_);
    return blocks_[i >> kBits][i & kMask];
  }
  T back() const { return (*this)[size_ - 1]; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  /// Memory of its values, whole blocks.
  std::size_t bytes() const { return blocks_.size() * sizeof(Block); }

 private:
  static constexpr std::size_t kBits = 14;  // 16,384 values: small shops stay small
  static constexpr std::size_t kBlock = std::size_t{1} << kBits;
  static constexpr std::size_t kMask = kBlock - 1;
  struct Block {
    T values[kBlock];
  };

  // Not zeroed: every value is written before it is read. Rare, so kept out of the rows' way.
  [[gnu::noinline]] void grow() {
    if (size_ >> kBits == blocks_.size()) blocks_.emplace_back(new T[kBlock]);
    last_ = blocks_[size_ >> kBits].get();
  }

  std::vector<std::unique_ptr<T[]>> blocks_;
  T* last_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace regulars
