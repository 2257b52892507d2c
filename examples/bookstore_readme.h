// The page that goes with the sample bookstore: what it was drawn from, and what is wrong with it.
#pragma once

#include <cstdint>
#include <string>

#include "core/models/simulate.h"
#include "examples/bookstore.h"

namespace regulars {

/// README.md of the sample, in Markdown.
std::string write_readme(const ShopTruth& truth, const SimulatedShop& shop,
                         const BookstoreDirt& dirt, const BookstoreFigures& figures,
                         std::uint64_t seed);

}  // namespace regulars
