// The sample bookstore: a small shop with a website, drawn from known parameters, as its till would
// export it.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/money.h"
#include "core/models/simulate.h"

namespace regulars {

/// What the bookstore's customers are drawn from.
ShopTruth bookstore_truth();

/// What is wrong with its export, exactly.
struct BookstoreDirt {
  int refunds =
      60;  // lines given back later: a line of the same order with negative quantity and total
  int cancelled_orders = 15;  // all lines of the order say so
  int duplicate_lines = 64;   // a line written twice, one below the other
  int broken_dates = 4;       // no such day, or no date at all
  int missing_amounts = 5;    // "n/a" where the total of the line should be
  int torn_rows = 3;          // rows that end in the middle
};

/// What is left of the export once the dirt is understood: what an analysis of it must find.
struct BookstoreFigures {
  std::int64_t rows = 0;             // below the header of orders.csv
  std::int64_t rows_unreadable = 0;  // no date, no total, torn
  std::int64_t orders = 0;           // with a readable line, in any state
  std::int64_t orders_counted = 0;   // neither cancelled nor given back whole
  std::int64_t customers = 0;        // with a counted order
  Money revenue;                     // of counted orders, less what was given back
};

/// The files of the sample, UTF-8 with LF. Days and amounts are plain: 2024-05-01 09:41, 14.90.
struct BookstoreFiles {
  std::string orders;     // one line per order line
  std::string customers;  // one line per customer with an e-mail address
  std::string products;   // one line per book
  std::string rewards;    // one line per reward given
  std::string readme;     // the truth, and the dirt, with counts
  BookstoreFigures figures;
};

/// Draws the bookstore. The same seed gives the same bytes.
BookstoreFiles draw_bookstore(std::uint64_t seed = 2024, const BookstoreDirt& dirt = {});

}  // namespace regulars
