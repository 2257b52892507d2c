// What a shop knows beside its orders: people, articles, events, and rewards already given.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/column.h"
#include "core/base/names.h"

namespace regulars {

/// Whether someone agreed to be written to.
enum class Consent : std::uint8_t { unknown, yes, no };

/// A column of a customers table that has no meaning of its own, by customer.
struct Attribute {
  std::string name;
  Column<std::int32_t> value;  // in `OtherTables::words`, -1 for none; may be shorter
};

/// What is known of each customer beside orders, by CustomerId; each column may be shorter.
struct People {
  Column<std::int32_t> birthday;  // Date::days, kUnknownDay for none
  Column<std::int32_t> joined;    // Date::days, kUnknownDay for none
  Column<Consent> consent;        // no where any row says so
  Column<std::uint8_t> listed;    // 1 where a row is about them
  Column<std::int32_t> tags;      // in `OtherTables::words`, -1 for none
  std::vector<Attribute> attributes;
  std::int64_t rows = 0;  // kept rows of customers tables
};
inline constexpr std::int32_t kUnknownDay = INT32_MIN;

/// What is known of each product beside its sales, by product; each column may be shorter.
struct Articles {
  Column<std::int64_t> price;  // minor units, INT64_MIN for none
  Column<std::int64_t> cost;   // minor units, INT64_MIN for none
  Column<std::int32_t> sku;    // in `OtherTables::words`, -1 for none
  std::int64_t rows = 0;       // kept rows of products tables
};

/// Things that customers did, in the order of the files.
struct Events {
  Column<std::int32_t> customer;  // CustomerId, -1 for nobody
  Column<std::int32_t> day;       // Date::days
  Column<std::int32_t> second;    // SecondOfDay
  Column<std::int32_t> kind;      // in `OtherTables::words`: the word of the file; -1 for none
  Column<std::int32_t> product;   // -1 for none
  Column<std::int32_t> score;     // thousandths, INT32_MIN for none
  Column<std::int32_t> file;
  Column<std::int64_t> row;  // 1-based line in the file

  std::size_t size() const { return customer.size(); }
};

/// Rewards that customers were given, in the order of the files.
struct Rewards {
  Column<std::int32_t> customer;  // CustomerId, -1 for nobody
  Column<std::int32_t> day;       // Date::days
  Column<std::int32_t> reward;    // in `OtherTables::words`, -1 for none
  Column<std::int64_t> amount;    // minor units, or points; INT64_MIN for none
  Column<std::int32_t> group;     // in `OtherTables::words`, -1 for none
  Column<std::int32_t> file;
  Column<std::int64_t> row;  // 1-based line in the file
  Column<Consent> response;  // whether it had an answer

  std::size_t size() const { return customer.size(); }
};

/// All tables that are not orders.
struct OtherTables {
  /// How long everything was at some time.
  struct Mark {
    std::int64_t people = 0;
    std::int64_t articles = 0;
    std::size_t events = 0;
    std::size_t rewards = 0;
    std::int32_t words = 0;
  };

  Names words;  // of events, tags, attributes, rewards and groups
  People people;
  Articles articles;
  Events events;
  Rewards rewards;

  Mark mark() const;
  /// Takes events and rewards back to a mark. What an abandoned table said of a customer or product
  /// stays.
  void rewind(const Mark& mark);
};

}  // namespace regulars
