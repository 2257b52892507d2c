#include "core/data/profiles.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/data/cursor.h"
#include "core/data/fold.h"

namespace regulars {
namespace {

// What stands before and behind the number of a wide column, as plain names, the surest first.
constexpr std::array<std::string_view, 12> kWideProducts{
    "itemname",     "productitemname", "productname",
    "name",         "product",         "item",
    "producttitle", "lineitemname",    "title",
    "lineitem",     "artikel",         "\u5546\u54C1\u540D\u79F0"};
constexpr std::array<std::string_view, 8> kWideQuantities{
    "quantity", "productitemquantity", "qty",   "itemquantity",
    "itemqty",  "productquantity",     "menge", "\u6570\u91CF"};
constexpr std::array<std::string_view, 9> kWideAmounts{
    "orderlinetotal", "productitemtotal", "linetotal",  "total",       "itemtotal",
    "amount",         "orderlinewotax",   "lineamount", "\u91D1\u989D"};

template <std::size_t N>
std::size_t rank_in(const std::array<std::string_view, N>& labels, std::string_view label) {
  return static_cast<std::size_t>(std::find(labels.begin(), labels.end(), label) - labels.begin());
}

/// A wide column's number and what it is called without it.
struct Numbered {
  std::int32_t number = 0;
  std::string label;
};

std::optional<Numbered> numbered(std::string_view name) {
  const std::size_t begin = name.find_first_of("0123456789");
  if (begin == std::string_view::npos) return {};
  std::size_t end = begin;
  std::int32_t number = 0;
  while (end < name.size() && end - begin < 4 && is_digit(name[end]))
    number = number * 10 + (name[end++] - '0');
  if (name.find_first_of("0123456789", end) != std::string_view::npos || number == 0) return {};
  return Numbered{number, std::string(name.substr(0, begin)) + std::string(name.substr(end))};
}

/// The best columns so far of one number, with the ranks of their labels.
struct WideChoice {
  WideItem item;
  std::size_t product = kWideProducts.size();
  std::size_t quantity = kWideQuantities.size();
  std::size_t amount = kWideAmounts.size();
};

void take(std::size_t rank, std::size_t& best, std::int32_t column, std::int32_t& chosen) {
  if (rank >= best) return;
  best = rank;
  chosen = column;
}

}  // namespace

std::string plain_name(std::string_view header) {
  std::string name = folded(bare(header));
  name.erase(std::remove_if(name.begin(), name.end(),
                            [](char c) {
                              return static_cast<unsigned char>(c) < 128 && !is_letter(c) &&
                                     !is_digit(c);
                            }),
             name.end());
  return name;
}

std::int32_t column_named(std::span<const std::string> header, ColumnNames names) {
  while (!names.empty()) {
    const std::size_t bar = std::min(names.find('|'), names.size());
    const std::string name = plain_name(names.substr(0, bar));
    for (std::size_t i = 0; i < header.size(); ++i)
      if (!name.empty() && header[i] == name) return static_cast<std::int32_t>(i);
    names.remove_prefix(std::min(bar + 1, names.size()));
  }
  return -1;
}

const Profile* recognize(std::span<const std::string> header) {
  for (const auto* profiles : {&shop_profiles(), &payment_profiles(), &chinese_profiles()})
    for (const Profile& profile : *profiles)
      if (std::all_of(profile.evidence.begin(), profile.evidence.end(),
                      [&](ColumnNames names) { return column_named(header, names) >= 0; }))
        return &profile;
  return nullptr;
}

std::vector<WideItem> wide_items(std::span<const std::string> header) {
  std::map<std::int32_t, WideChoice> choices;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto name = numbered(header[i]);
    if (!name) continue;
    const auto column = static_cast<std::int32_t>(i);
    WideChoice& choice = choices[name->number];
    take(rank_in(kWideProducts, name->label), choice.product, column, choice.item.product);
    take(rank_in(kWideQuantities, name->label), choice.quantity, column, choice.item.quantity);
    take(rank_in(kWideAmounts, name->label), choice.amount, column, choice.item.amount);
  }
  std::vector<WideItem> items;
  for (const auto& [number, choice] : choices) {
    if (choice.item.product < 0) continue;
    // A name alone numbers many things; that of the line does not.
    const std::string_view label = kWideProducts[choice.product];
    if (choice.item.quantity < 0 && label != "lineitem") continue;
    items.push_back(choice.item);
  }
  return items;
}

}  // namespace regulars
