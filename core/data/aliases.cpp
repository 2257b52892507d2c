#include "core/data/aliases.h"

namespace regulars {
namespace {

// Two names that are too long for a line of their own in the table.
constexpr std::string_view kPaidByBuyer =
    "\xE4\xB9\xB0\xE5\xAE\xB6\xE5\xAE\x9E\xE9\x99\x85"
    "\xE6\x94\xAF\xE4\xBB\x98\xE9\x87\x91\xE9\xA2\x9D";
constexpr std::string_view kRefundedOfOrder =
    "\xE8\xAE\xA2\xE5\x8D\x95\xE5\xB7\xB2"
    "\xE9\x80\x80\xE6\xAC\xBE\xE9\x87\x91\xE9\xA2\x9D";

}  // namespace

// Chinese names are UTF-8 escapes, with what they say beside them: sources are ASCII.
const std::vector<Aliases>& aliases() {
  static const std::vector<Aliases> table{
      {Role::date,
       {"createdat", "orderdatetime", "datetime", "orderdate", "ordercreated", "purchasedate",
        "invoicedate", "transactiondate", "saledate", "paidat", "timestamp", "date", "day",
        "\xE8\xAE\xA2\xE5\x8D\x95\xE5\x88\x9B\xE5\xBB\xBA\xE6\x97\xB6\xE9\x97\xB4",  // order
                                                                                     // created
        "\xE8\xAE\xA2\xE5\x8D\x95\xE6\x8F\x90\xE4\xBA\xA4\xE6\x97\xB6\xE9\x97\xB4",  // order
                                                                                     // submitted
        "\xE4\xB8\x8B\xE5\x8D\x95\xE6\x97\xB6\xE9\x97\xB4",  // time of ordering
        "\xE4\xB9\xB0\xE5\xAE\xB6\xE4\xBB\x98\xE6\xAC\xBE\xE6\x97\xB6\xE9\x97\xB4",  // buyer
                                                                                     // paid
        "\xE8\xAE\xA2\xE5\x8D\x95\xE4\xBB\x98\xE6\xAC\xBE\xE6\x97\xB6\xE9\x97\xB4",  // order
                                                                                     // paid
        "\xE8\xAE\xA2\xE5\x8D\x95\xE6\x97\xA5\xE6\x9C\x9F",                          // order date
        "\xE6\x97\xA5\xE6\x9C\x9F",                                                  // date
        "\xE6\x97\xB6\xE9\x97\xB4"}},                                                // time
      {Role::time, {"time", "ordertime", "saletime", "timeofday"}},
      {Role::order,
       {"ordernumber", "orderid", "orderno", "order", "ordername", "invoicenumber", "invoiceno",
        "invoiceid", "invoice", "transactionid", "transaction", "receiptnumber", "receiptno",
        "receipt",
        "\xE8\xAE\xA2\xE5\x8D\x95\xE7\xBC\x96\xE5\x8F\xB7",              // order number
        "\xE4\xB8\xBB\xE8\xAE\xA2\xE5\x8D\x95\xE7\xBC\x96\xE5\x8F\xB7",  // main order
                                                                         // number
        "\xE8\xAE\xA2\xE5\x8D\x95\xE5\x8F\xB7"}},                        // order no.
      {Role::customer,
       {"customerid", "customernumber", "customerno", "clientid", "buyeruserid", "userid",
        "memberid", "membernumber", "customeremail", "buyeremail", "email", "emailaddress",
        "billingemail", "customer", "client", "buyer", "member", "user", "loyaltycard", "card",
        "customerphone", "phone", "customername", "buyername",
        "\xE4\xB9\xB0\xE5\xAE\xB6\xE4\xBC\x9A\xE5\x91\x98\xE5\x90\x8D",  // buyer's member
                                                                         // name
        "\xE5\xAE\xA2\xE6\x88\xB7\xE7\xBC\x96\xE5\x8F\xB7",              // customer number
        "\xE4\xBC\x9A\xE5\x91\x98\xE5\x8F\xB7",                          // member number
        "\xE4\xB9\xB0\xE5\xAE\xB6\xE6\x89\x8B\xE6\x9C\xBA\xE5\x8F\xB7",  // buyer's phone
        "\xE5\xAE\xA2\xE6\x88\xB7\xE6\x89\x8B\xE6\x9C\xBA\xE5\x8F\xB7",  // customer's phone
        "\xE6\x89\x8B\xE6\x9C\xBA\xE5\x8F\xB7",                          // phone
        "\xE9\x82\xAE\xE7\xAE\xB1",                                      // e-mail
        "\xE5\xAE\xA2\xE6\x88\xB7",                                      // customer
        "\xE9\xA1\xBE\xE5\xAE\xA2",                                      // shopper
        "\xE4\xBC\x9A\xE5\x91\x98"}},                                    // member
      {Role::customer_name,
       {"customername", "fullname", "billingname", "buyername", "name",
        "\xE5\xAE\xA2\xE6\x88\xB7\xE5\xA7\x93\xE5\x90\x8D",              // customer's name
        "\xE6\x94\xB6\xE8\xB4\xA7\xE4\xBA\xBA\xE5\xA7\x93\xE5\x90\x8D",  // receiver's name
        "\xE4\xB9\xB0\xE5\xAE\xB6\xE6\x98\xB5\xE7\xA7\xB0",              // buyer's nickname
        "\xE5\xA7\x93\xE5\x90\x8D"}},                                    // name
      {Role::product,
       {"productname", "itemname", "product", "item", "title", "lineitemname", "description",
        "article", "productid", "itemid", "sku", "stockcode",
        "\xE5\xAE\x9D\xE8\xB4\x9D\xE6\xA0\x87\xE9\xA2\x98",  // article title
        "\xE5\x95\x86\xE5\x93\x81\xE5\x90\x8D\xE7\xA7\xB0",  // product name
        "\xE5\x85\xA8\xE9\x83\xA8\xE5\x95\x86\xE5\x93\x81\xE5\x90\x8D\xE7\xA7\xB0",  // all
                                                                                     // product
                                                                                     // names
        "\xE5\x95\x86\xE5\x93\x81",                                                  // product
        "\xE4\xBA\xA7\xE5\x93\x81"}},                                                // product
      {Role::category,
       {"category", "genre", "productcategory", "producttype", "department",
        "\xE7\xB1\xBB\xE5\x88\xAB",    // kind
        "\xE5\x88\x86\xE7\xB1\xBB",    // class
        "\xE5\x93\x81\xE7\xB1\xBB"}},  // product class
      {Role::quantity,
       {"quantity", "qty", "units", "numberofitems", "itemssold", "pieces",
        "\xE8\xB4\xAD\xE4\xB9\xB0\xE6\x95\xB0\xE9\x87\x8F",              // quantity bought
        "\xE5\xAE\x9D\xE8\xB4\x9D\xE6\x80\xBB\xE6\x95\xB0\xE9\x87\x8F",  // articles in all
        "\xE5\x95\x86\xE5\x93\x81\xE6\x95\xB0\xE9\x87\x8F",              // number of products
        "\xE6\x95\xB0\xE9\x87\x8F"}},                                    // quantity
      {Role::unit_price,
       {"unitprice", "itemprice", "priceeach", "price",
        "\xE5\x8D\x95\xE4\xBB\xB7",    // unit price
        "\xE4\xBB\xB7\xE6\xA0\xBC"}},  // price
      {Role::order_total,
       {"ordertotal", "ordervalue", "grandtotal", "orderamount",
        "\xE8\xAE\xA2\xE5\x8D\x95\xE5\xAE\x9E\xE4\xBB\x98\xE9\x87\x91\xE9\xA2\x9D",  // paid
                                                                                     // for
                                                                                     // the
                                                                                     // order
        "\xE8\xAE\xA2\xE5\x8D\x95\xE9\x87\x91\xE9\xA2\x9D"}},                        // order amount
      {Role::amount,
       {"amount",
        "linetotal",
        "lineamount",
        "total",
        "totalprice",
        "totalamount",
        "revenue",
        "netsales",
        "sales",
        "grosssales",
        "paid",
        "amountpaid",
        "spend",
        "money",
        "value",
        "subtotal",
        kPaidByBuyer,                                        // paid by the buyer
        "\xE5\xAE\x9E\xE4\xBB\x98\xE9\x87\x91\xE9\xA2\x9D",  // paid
        "\xE6\x80\xBB\xE9\x87\x91\xE9\xA2\x9D",              // total
        "\xE6\x80\xBB\xE4\xBB\xB7",                          // total price
        "\xE9\x87\x91\xE9\xA2\x9D"}},                        // amount
      {Role::discount, {"linediscount", "lineitemdiscount", "discount"}},
      {Role::refunded,
       {"refundedamount", "amountrefunded", "refundamount", "orderrefundamount",
        kRefundedOfOrder,                                      // refunded of the order
        "\xE9\x80\x80\xE6\xAC\xBE\xE9\x87\x91\xE9\xA2\x9D"}},  // refund
      {Role::status,
       {"financialstatus", "paymentstatus", "orderstatus", "status", "state",
        "\xE8\xAE\xA2\xE5\x8D\x95\xE7\x8A\xB6\xE6\x80\x81",  // order status
        "\xE7\x8A\xB6\xE6\x80\x81"}},                        // status
      {Role::cancelled_at, {"cancelledat", "canceledat"}},
      {Role::currency, {"currency", "currencycode", "\xE5\xB8\x81\xE7\xA7\x8D"}},  // currency
  };
  return table;
}

}  // namespace regulars
