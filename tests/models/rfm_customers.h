// The 995 customers of the R package rfm as points: k-means has published figures for them.
#pragma once

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <sstream>
#include <string>

#include "core/base/date.h"
#include "core/stats/standardize.h"
#include "tests/support/data.h"

namespace regulars {

/// By name: z-scores of log(1 + days since the last order), log(1 + orders) and log(1 + revenue) on
/// 2006-12-31. Nothing where the data are not there.
inline std::optional<Eigen::MatrixXd> rfm_customers() {
  const auto path = real_data("rfm_rsquared/rfm_data_orders.csv");
  if (!path) return {};
  struct Customer {
    std::string last;
    int orders = 0;
    double revenue = 0;
  };
  std::map<std::string, Customer> customers;
  std::istringstream lines(read_file(*path));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    std::string name, day, revenue;
    std::getline(cells, name, ',');
    std::getline(cells, day, ',');
    std::getline(cells, revenue, ',');
    Customer& customer = customers[name];
    customer.last = std::max(customer.last, day);
    ++customer.orders;
    customer.revenue += std::stod(revenue);
  }
  const Date as_of = *make_date(2006, 12, 31);
  Eigen::MatrixXd points(static_cast<Eigen::Index>(customers.size()), 3);
  Eigen::Index i = 0;
  for (const auto& [name, customer] : customers) {
    const std::string& day = customer.last;
    const Date last = *make_date(std::stoi(day.substr(0, 4)), std::stoi(day.substr(5, 2)),
                                 std::stoi(day.substr(8, 2)));
    points.row(i++) << std::log1p(as_of - last), std::log1p(customer.orders),
        std::log1p(customer.revenue);
  }
  return standardize(points).z;
}

}  // namespace regulars
