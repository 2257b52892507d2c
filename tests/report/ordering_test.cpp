#include "core/report/ordering.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

#include "core/base/random.h"
#include "tests/support/catch.h"

using namespace regulars;

namespace {

constexpr std::array<Direction, 2> kDirections{Direction::ascending, Direction::descending};

std::vector<std::int32_t> places_of(std::size_t size) {
  std::vector<std::int32_t> places(size);
  std::iota(places.begin(), places.end(), 0);
  return places;
}

// What the standard library's sort by comparison makes of the same.
template <class T>
std::vector<std::int32_t> compared(const std::vector<T>& values, Direction direction) {
  std::vector<std::int32_t> places = places_of(values.size());
  std::stable_sort(places.begin(), places.end(), [&](std::int32_t a, std::int32_t b) {
    const T& left = values[static_cast<std::size_t>(a)];
    const T& right = values[static_cast<std::size_t>(b)];
    return direction == Direction::descending ? right < left : left < right;
  });
  return places;
}

}  // namespace

TEST_CASE(
    "figures of every size and sign come in the order of comparison, equal ones as they stood",
    "[report][ordering]") {
  const double endless = std::numeric_limits<double>::infinity();
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, std::size_t{10}, std::size_t{5000}}) {
    Rng rng(7);
    std::vector<double> figures;
    for (std::size_t i = 0; i < size; ++i) {
      const double drawn = rng.uniform();
      figures.push_back(i % 11 == 0   ? endless
                        : i % 13 == 0 ? -endless
                        : i % 3 == 0  ? std::floor(20 * drawn) - 10
                                      : (drawn - 0.5) * std::pow(10, 20 * drawn - 10));
      if (i % 17 == 0) figures.back() = i % 2 == 0 ? -0.0 : 0.0;
    }
    for (const Direction direction : kDirections) {
      std::vector<std::int32_t> places = places_of(size);
      sort_by_figure(places, figures, direction);
      CHECK(places == compared(figures, direction));
    }
  }
}

TEST_CASE("texts that part late, or not at all, come in the order of comparison",
          "[report][ordering]") {
  Rng rng(11);
  std::vector<std::string> names;
  for (int i = 0; i < 4000; ++i)
    names.push_back("person" + std::to_string(static_cast<int>(3000 * rng.uniform())) +
                    "@example.org");
  for (int i = 0; i < 300; ++i) names.push_back(std::string(static_cast<std::size_t>(i % 40), 'W'));
  for (int i = 0; i < 200; ++i) names.push_back(std::string(2000, 'W') + std::to_string(i % 9));
  // Dana, in Hebrew, and names that only a sign from 0x80 on tells apart.
  for (int i = 0; i < 100; ++i)
    names.push_back("\xD7\x93\xD7\xA0\xD7\x94" +
                    std::string(static_cast<std::size_t>(i % 3), '\xFF'));
  const std::vector<std::string_view> texts(names.begin(), names.end());
  for (const Direction direction : kDirections) {
    std::vector<std::int32_t> places = places_of(texts.size());
    sort_by_text(places, texts, direction);
    CHECK(places == compared(texts, direction));
  }
}

TEST_CASE("only the places that are given are sorted", "[report][ordering]") {
  std::vector<std::int32_t> places{4, 0, 2};
  sort_by_figure(places, {3, 9, 1, 9, 2}, Direction::ascending);
  CHECK(places == std::vector<std::int32_t>{2, 4, 0});
  sort_by_text(places, {"b", "", "c", "", "a"}, Direction::descending);
  CHECK(places == std::vector<std::int32_t>{2, 0, 4});
}
