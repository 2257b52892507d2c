// Small shops out of a few lines of CSV, read as a file would be.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/intake.h"
#include "core/session.h"

namespace regulars {

/// How a test's file reaches the reader.
struct ShopOptions {
  std::size_t chunk = 1 << 20;  // bytes per push
  FileOptions file = {};
  ColumnMap columns = {};
};

/// Reads one more file into a table. What the head does not allow is a mistake of the test.
void read_into(OrderTable& table, std::string_view csv, const ShopOptions& options = {});

/// A table of one file.
std::unique_ptr<OrderTable> read_shop(std::string_view csv, const ShopOptions& options = {});

/// A session that has read one file, ready to be analyzed.
std::unique_ptr<Session> open_shop(std::string_view csv, std::string name = "orders.csv");

/// Reads one more file.
void add_file(Session& session, std::string_view csv, std::string name);

/// The signs of the customers that a query finds, in its order.
std::vector<std::string> customers_of(Session& session, const CustomerQuery& query);

/// "2024-03-02" as a day.
Date day(std::string_view text);

}  // namespace regulars
