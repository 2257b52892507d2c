// Youzan, Taobao and Tmall, Douyin and JD. Column names are UTF-8 escapes; each has beside it what
// it says. All of them count Beijing's days in yuan and name no zone.
#include "core/data/profiles.h"

namespace regulars {

const std::vector<Profile>& chinese_profiles() {
  using enum Role;
  static const std::vector<Profile> profiles{
      {.name = "youzan_orders",
       .evidence =
           {"\u8BA2\u5355\u53F7",                                                   // order number
            "\u5168\u90E8\u5546\u54C1\u540D\u79F0|\u5546\u54C1\u79CD\u7C7B\u6570",  // all products,
                                                                                    // how many
                                                                                    // kinds
            "\u8BA2\u5355\u5B9E\u4ED8\u91D1\u989D|\u8BA2\u5355\u5B9E\u6536\u91D1\u989D|"
            "\u5E94\u6536\u8BA2\u5355\u91D1\u989D"},  // paid, received, owed
       .columns =
           {{order, "\u8BA2\u5355\u53F7"},
            {date,
             "\u8BA2\u5355\u521B\u5EFA\u65F6\u95F4|\u4E70\u5BB6\u4ED8\u6B3E\u65F6\u95F4|"
             "\u4EA4\u6613\u6210\u529F\u65F6\u95F4"},  // created, paid, succeeded
            {status, "\u8BA2\u5355\u72B6\u6001"},
            {customer_name,
             "\u6536\u8D27\u4EBA/\u63D0\u8D27\u4EBA|\u4E70\u5BB6\u6635\u79F0"},  // receiver,
                                                                                 // buyer's nickname
            {postcode, "\u8BE6\u7EC6\u6536\u8D27\u5730\u5740/\u63D0\u8D27\u5730\u5740"},  // address
            {items, "\u5168\u90E8\u5546\u54C1\u540D\u79F0"},
            {order_total,
             "\u8BA2\u5355\u5B9E\u4ED8\u91D1\u989D|\u8BA2\u5355\u5B9E\u6536\u91D1\u989D|"
             "\u5E94\u6536\u8BA2\u5355\u91D1\u989D"},
            {order_subtotal, "\u5546\u54C1\u91D1\u989D\u5408\u8BA1"},
            {order_discount, "\u5E97\u94FA\u4F18\u60E0\u5408\u8BA1"},
            {refunded, "\u8BA2\u5355\u5DF2\u9000\u6B3E\u91D1\u989D"},
            {channel,
             "\u9500\u552E\u6E20\u9053|\u8BA2\u5355\u6765\u6E90"}},  // sales channel, order source
       .identities = {{IdentityKind::phone,
                       "\u4E70\u5BB6\u624B\u673A\u53F7"},  // buyer's, receiver's phone
                      {IdentityKind::phone,
                       "\u6536\u8D27\u4EBA\u624B\u673A\u53F7/"
                       "\u63D0\u8D27\u4EBA\u624B\u673A\u53F7|\u6536\u8D27\u4EBA\u624B\u673A\u53F7|"
                       "\u63D0\u8D27\u4EBA\u624B\u673A\u53F7"},
                      {IdentityKind::id, "\u4E70\u5BB6\u6635\u79F0"},
                      {IdentityKind::name_and_postcode, "\u6536\u8D27\u4EBA/\u63D0\u8D27\u4EBA",
                       "\u8BE6\u7EC6\u6536\u8D27\u5730\u5740/\u63D0\u8D27\u5730\u5740"}},
       .currency = "CNY"},
      {.name = "youzan_customers",
       .kind = TableKind::customers,
       .evidence = {"\u5BA2\u6237\u624B\u673A\u53F7|\u5BA2\u6237\u6635\u79F0",  // phone, nickname
                    "\u6210\u4E3A\u5BA2\u6237\u65F6\u95F4|\u6210\u4E3A\u4F1A\u5458\u65F6\u95F4|"
                    "\u7D2F\u8BA1\u9000\u6B3E\u91D1\u989D|\u5BA2\u6237\u50A8\u503C\u4F59\u989D|"
                    "\u4E0A\u6B21\u6D88\u8D39\u65F6\u95F4|\u662F\u5426\u4F1A\u5458"},
       .columns = {{customer_name, "\u5BA2\u6237\u59D3\u540D|\u5BA2\u6237\u6635\u79F0"},
                   {birthday, "\u5BA2\u6237\u751F\u65E5"},
                   {joined,
                    "\u6210\u4E3A\u5BA2\u6237\u65F6\u95F4|\u6210\u4E3A\u4F1A\u5458\u65F6\u95F4"},
                   {tags, "\u6807\u7B7E"}},
       .identities = {{IdentityKind::phone, "\u5BA2\u6237\u624B\u673A\u53F7"},
                      {IdentityKind::id, "\u5BA2\u6237\u6635\u79F0"}},
       .currency = "CNY"},

      // 46 columns in 2017, 61 later. The price paid may already be less the refund: the owed
      // total tells.
      {.name = "taobao_orders",
       .evidence =
           {"\u8BA2\u5355\u7F16\u53F7",
            "\u4E70\u5BB6\u5B9E\u9645\u652F\u4ED8\u91D1\u989D|\u603B\u91D1\u989D|"
            "\u4E70\u5BB6\u5E94\u4ED8\u8D27\u6B3E",
            "\u4E70\u5BB6\u4F1A\u5458\u540D|\u4E70\u5BB6\u652F\u4ED8\u5B9D\u8D26\u53F7|"
            "\u5B9D\u8D1D\u6807\u9898|\u5B9D\u8D1D\u603B\u6570\u91CF|\u5B9D\u8D1D\u79CD\u7C7B"},
       .columns =
           {{order, "\u8BA2\u5355\u7F16\u53F7"},
            {date, "\u8BA2\u5355\u521B\u5EFA\u65F6\u95F4|\u8BA2\u5355\u4ED8\u6B3E\u65F6\u95F4"},
            {status, "\u8BA2\u5355\u72B6\u6001"},
            {customer_name, "\u6536\u8D27\u4EBA\u59D3\u540D"},
            {postcode, "\u6536\u8D27\u5730\u5740"},  // the address
            {product, "\u5B9D\u8D1D\u6807\u9898"},
            {quantity, "\u5B9D\u8D1D\u603B\u6570\u91CF"},
            {order_total,
             "\u4E70\u5BB6\u5B9E\u9645\u652F\u4ED8\u91D1\u989D|\u603B\u91D1\u989D"},  // paid, owed
                                                                                      // in all
            {order_subtotal, "\u4E70\u5BB6\u5E94\u4ED8\u8D27\u6B3E"},  // owed for the goods
            {refunded, "\u9000\u6B3E\u91D1\u989D"}},
       .identities = {{IdentityKind::id, "\u4E70\u5BB6\u4F1A\u5458\u540D"},  // member name
                      {IdentityKind::phone, "\u8054\u7CFB\u624B\u673A"},     // mobile phone
                      {IdentityKind::phone, "\u8054\u7CFB\u7535\u8BDD"},     // telephone
                      {IdentityKind::name_and_postcode, "\u6536\u8D27\u4EBA\u59D3\u540D",
                       "\u6536\u8D27\u5730\u5740"}},
       .owed = "\u603B\u91D1\u989D",
       .currency = "CNY"},
      // Lines of sales, 2024 and later. They name the day, but nobody.
      {.name = "taobao_sales",
       .kind = TableKind::items,
       .evidence = {"\u5B50\u8BA2\u5355\u7F16\u53F7", "\u4E3B\u8BA2\u5355\u7F16\u53F7",
                    "\u6807\u9898|\u5546\u54C1\u6807\u9898",
                    "\u4E70\u5BB6\u5B9E\u4ED8\u91D1\u989D|\u4E70\u5BB6\u5E94\u4ED8\u8D27\u6B3E|"
                    "\u8D2D\u4E70\u6570\u91CF"},
       .columns = {{order, "\u4E3B\u8BA2\u5355\u7F16\u53F7"},
                   {line, "\u5B50\u8BA2\u5355\u7F16\u53F7"},
                   {date,
                    "\u8BA2\u5355\u521B\u5EFA\u65F6\u95F4|\u8BA2\u5355\u4ED8\u6B3E\u65F6\u95F4|"
                    "\u53D1\u8D27\u65F6\u95F4"},
                   {product, "\u6807\u9898|\u5546\u54C1\u6807\u9898"},
                   {quantity, "\u8D2D\u4E70\u6570\u91CF"},
                   {amount,
                    "\u4E70\u5BB6\u5B9E\u4ED8\u91D1\u989D|\u4E70\u5BB6\u5E94\u4ED8\u8D27\u6B3E"},
                   {status, "\u8BA2\u5355\u72B6\u6001"}},
       .deducted = {"\u9000\u6B3E\u91D1\u989D"},
       .notes = {ProfileNote::needs_orders},
       .owed = "\u4E70\u5BB6\u5E94\u4ED8\u8D27\u6B3E",
       .currency = "CNY"},
      {.name = "taobao_item_list",
       .kind = TableKind::items,
       .evidence = {"\u5B50\u8BA2\u5355\u7F16\u53F7", "\u4E3B\u8BA2\u5355\u7F16\u53F7",
                    "\u6807\u9898|\u5546\u54C1\u6807\u9898"},
       .columns = {{order, "\u4E3B\u8BA2\u5355\u7F16\u53F7"},
                   {line, "\u5B50\u8BA2\u5355\u7F16\u53F7"},
                   {product, "\u6807\u9898|\u5546\u54C1\u6807\u9898"}},
       .notes = {ProfileNote::needs_orders},
       .currency = "CNY"},
      {.name = "taobao_items",
       .kind = TableKind::items,
       .evidence = {"\u8BA2\u5355\u7F16\u53F7",
                    "\u6807\u9898|\u5546\u54C1\u6807\u9898|\u5B9D\u8D1D\u6807\u9898",
                    "\u8D2D\u4E70\u6570\u91CF",
                    "\u4EF7\u683C|\u5916\u90E8\u7CFB\u7EDF\u7F16\u53F7|\u5546\u54C1\u5C5E\u6027"},
       .columns = {{order, "\u8BA2\u5355\u7F16\u53F7"},
                   {product, "\u6807\u9898|\u5546\u54C1\u6807\u9898|\u5B9D\u8D1D\u6807\u9898"},
                   {quantity, "\u8D2D\u4E70\u6570\u91CF"},
                   {unit_price, "\u4EF7\u683C"},
                   {status, "\u8BA2\u5355\u72B6\u6001"}},
       .notes = {ProfileNote::needs_orders},
       .currency = "CNY"},

      // Names and numbers of buyers are ciphers.
      {.name = "douyin_orders",
       .evidence = {"\u4E3B\u8BA2\u5355\u7F16\u53F7", "\u9009\u8D2D\u5546\u54C1",
                    "\u8BA2\u5355\u5E94\u4ED8\u91D1\u989D|\u5546\u54C1\u6570\u91CF",
                    "\u8BA2\u5355\u63D0\u4EA4\u65F6\u95F4|\u8BA2\u5355\u72B6\u6001"},
       .columns = {{order, "\u4E3B\u8BA2\u5355\u7F16\u53F7"},
                   {line, "\u5B50\u8BA2\u5355\u7F16\u53F7"},
                   {date,
                    "\u8BA2\u5355\u63D0\u4EA4\u65F6\u95F4|\u652F\u4ED8\u5B8C\u6210\u65F6\u95F4"},
                   {status, "\u8BA2\u5355\u72B6\u6001"},
                   {customer_name, "\u6536\u4EF6\u4EBA"},
                   {product, "\u9009\u8D2D\u5546\u54C1"},
                   {quantity, "\u5546\u54C1\u6570\u91CF"},
                   {amount, "\u8BA2\u5355\u5E94\u4ED8\u91D1\u989D"}},
       .identities = {{IdentityKind::phone, "\u6536\u4EF6\u4EBA\u624B\u673A\u53F7"}},
       // After the sale: wholly refunded (three), refund done.
       .rules =
           {{"\u552E\u540E\u72B6\u6001", "\u9000\u6B3E\u6210\u529F", {}, RowMeaning::cancelled},
            {"\u552E\u540E\u72B6\u6001",
             "\u5DF2\u5168\u989D\u9000\u6B3E",
             {},
             RowMeaning::cancelled},
            {"\u552E\u540E\u72B6\u6001", "\u5DF2\u9000\u6B3E", {}, RowMeaning::cancelled},
            {"\u552E\u540E\u72B6\u6001",
             "\u9000\u8D27\u9000\u6B3E\u6210\u529F",
             {},
             RowMeaning::cancelled}},
       .currency = "CNY"},
      {.name = "jd_orders",
       .evidence = {"\u8BA2\u5355\u53F7", "\u4E0B\u5355\u65F6\u95F4",
                    "\u4EAC\u4E1C\u4EF7|\u5546\u5BB6\u5E94\u6536|\u4E0B\u5355\u5E10\u53F7|"
                    "\u4E0B\u5355\u8D26\u53F7",
                    "\u5546\u54C1\u540D\u79F0|\u5546\u54C1ID"},
       .columns = {{order, "\u8BA2\u5355\u53F7"},
                   {date, "\u4E0B\u5355\u65F6\u95F4"},
                   {status, "\u8BA2\u5355\u72B6\u6001"},
                   {customer_name, "\u5BA2\u6237\u59D3\u540D"},
                   {postcode, "\u5BA2\u6237\u5730\u5740"},
                   {product, "\u5546\u54C1\u540D\u79F0|\u5546\u54C1ID"},
                   {quantity, "\u8BA2\u8D2D\u6570\u91CF"},
                   {unit_price, "\u4EAC\u4E1C\u4EF7"},
                   {order_total, "\u8BA2\u5355\u91D1\u989D"}},
       .identities = {{IdentityKind::id, "\u4E0B\u5355\u5E10\u53F7|\u4E0B\u5355\u8D26\u53F7"},
                      {IdentityKind::phone, "\u8054\u7CFB\u7535\u8BDD"},
                      {IdentityKind::name_and_postcode, "\u5BA2\u6237\u59D3\u540D",
                       "\u5BA2\u6237\u5730\u5740"}},
       .currency = "CNY"},
  };
  return profiles;
}

}  // namespace regulars
