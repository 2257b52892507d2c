#include "core/models/rows.h"

namespace regulars {

double squared_distance_of_many(const double* a, const double* b, int features) {
  double sum = 0;
  for (int j = 0; j < features; ++j) {
    const double difference = a[j] - b[j];
    sum += difference * difference;
  }
  return sum;
}

std::vector<int> draw_rows(int of, int count, Rng& rng) {
  std::vector<int> chosen;
  chosen.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < of && static_cast<int>(chosen.size()) < count; ++i) {
    const int wanted = count - static_cast<int>(chosen.size());
    if ((of - i) * rng.uniform() < wanted) chosen.push_back(i);
  }
  return chosen;
}

}  // namespace regulars
