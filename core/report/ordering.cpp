#include "core/report/ordering.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace regulars {
namespace {

struct Keyed {
  std::uint64_t key = 0;
  std::int32_t place = 0;
};

// Below so many a sort by comparison is over before the counting of a radix sort has begun.
constexpr std::size_t kFew = 64;
constexpr std::size_t kDigits = 8;  // bytes of a key

// A radix sort from the last byte to the first, without those that are equal everywhere: of figures
// that are small whole numbers, most. `spare` is as long as `rows`.
void sort_keyed(Keyed* rows, Keyed* spare, std::size_t size) {
  if (size < kFew) {
    std::stable_sort(rows, rows + size,
                     [](const Keyed& a, const Keyed& b) { return a.key < b.key; });
    return;
  }
  std::array<std::array<std::uint32_t, 256>, kDigits> counts{};
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t digit = 0; digit < kDigits; ++digit)
      ++counts[digit][(rows[i].key >> (8 * digit)) & 0xff];
  Keyed* from = rows;
  Keyed* to = spare;
  for (std::size_t digit = 0; digit < kDigits; ++digit) {
    std::array<std::uint32_t, 256>& count = counts[digit];
    if (count[(rows[0].key >> (8 * digit)) & 0xff] == size) continue;
    std::uint32_t before = 0;
    for (std::uint32_t& one : count) {
      const std::uint32_t here = one;
      one = before;
      before += here;
    }
    for (std::size_t i = 0; i < size; ++i)
      to[count[(from[i].key >> (8 * digit)) & 0xff]++] = from[i];
    std::swap(from, to);
  }
  if (from != rows) std::copy(from, from + size, rows);
}

// A whole number that is larger where the figure is: IEEE 754 orders positive numbers as their
// bits, negative ones the other way round.
std::uint64_t key_of(double figure) {
  const double unsigned_zero = figure == 0 ? 0.0 : figure;
  std::uint64_t bits = 0;
  std::memcpy(&bits, &unsigned_zero, sizeof bits);
  return (bits >> 63) != 0 ? ~bits : bits | (std::uint64_t{1} << 63);
}

// The eight bytes of `text` from `depth` on; nothing is less than any sign.
std::uint64_t key_of(std::string_view text, std::size_t depth) {
  std::uint64_t key = 0;
  const std::size_t size = text.size() > depth ? std::min(text.size() - depth, kDigits) : 0;
  for (std::size_t i = 0; i < kDigits; ++i)
    key = key << 8 | (i < size ? static_cast<unsigned char>(text[depth + i]) : 0U);
  return key;
}

std::uint64_t turned(std::uint64_t key, Direction direction) {
  return direction == Direction::descending ? ~key : key;
}

// Rows whose texts are equal up to `depth`.
struct Run {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t depth = 0;
};

}  // namespace

void sort_by_figure(std::vector<std::int32_t>& places, const std::vector<double>& figures,
                    Direction direction) {
  std::vector<Keyed> rows(places.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    rows[i] = {turned(key_of(figures[static_cast<std::size_t>(places[i])]), direction), places[i]};
  std::vector<Keyed> spare(rows.size());
  sort_keyed(rows.data(), spare.data(), rows.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = rows[i].place;
}

void sort_by_text(std::vector<std::int32_t>& places, const std::vector<std::string_view>& texts,
                  Direction direction) {
  const auto text_of = [&](std::int32_t place) { return texts[static_cast<std::size_t>(place)]; };
  std::vector<Keyed> rows(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) rows[i].place = places[i];
  std::vector<Keyed> spare(rows.size());
  // Eight bytes at a time, and further only where they are equal. A list of what is left to do, not
  // a function that calls itself: names of ten thousand letters may differ in the last.
  std::vector<Run> runs{{0, rows.size(), 0}};
  while (!runs.empty()) {
    const Run run = runs.back();
    runs.pop_back();
    Keyed* const first = rows.data() + run.from;
    const std::size_t size = run.to - run.from;
    if (size < kFew) {
      std::stable_sort(first, first + size, [&](const Keyed& a, const Keyed& b) {
        return direction == Direction::descending ? text_of(b.place) < text_of(a.place)
                                                  : text_of(a.place) < text_of(b.place);
      });
      continue;
    }
    for (std::size_t i = 0; i < size; ++i)
      first[i].key = turned(key_of(text_of(first[i].place), run.depth), direction);
    sort_keyed(first, spare.data(), size);
    const std::size_t depth = run.depth + kDigits;
    for (std::size_t i = 0; i < size;) {
      std::size_t end = i + 1;
      bool goes_on = text_of(first[i].place).size() > depth;
      for (; end < size && first[end].key == first[i].key; ++end)
        goes_on = goes_on || text_of(first[end].place).size() > depth;
      if (goes_on && end - i > 1) runs.push_back({run.from + i, run.from + end, depth});
      i = end;
    }
  }
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = rows[i].place;
}

}  // namespace regulars
