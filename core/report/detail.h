// One customer in full: the orders, what to offer, what the program grants and why.
#pragma once

#include <string>
#include <vector>

#include "core/report/analysis.h"

namespace regulars {

/// One order as the customer's page lists it.
struct OrderLine {
  std::string number;
  Moment moment;
  Money net;
  LineStatus status = LineStatus::counted;
  std::vector<std::int32_t> products;  // each once, in the order of the lines
  std::int32_t file = 0;
  std::int64_t row = 0;  // 1-based line of its first row
};

/// One customer, by the place in Analysis::customers.
struct CustomerDetail {
  std::size_t place = 0;
  Standing standing;                            // why the scores are what they are
  std::vector<OrderLine> orders;                // newest first, at most 200
  std::vector<CustomerMerge> merges;            // with other signs, those kept apart included
  std::vector<Recommendation> recommendations;  // at most 5
  Award award;
};

CustomerDetail customer_detail(const Analysis& analysis, std::size_t place);

}  // namespace regulars
