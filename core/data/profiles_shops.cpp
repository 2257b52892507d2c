// Shopify, WooCommerce, Etsy and Square. What a customer paid, and why: docs/columns.md.
#include "core/data/profiles.h"

namespace regulars {

const std::vector<Profile>& shop_profiles() {
  using enum Role;
  static const std::vector<Profile> profiles{
      // 47 columns in 2012, 79 in 2026. Money of the order stands on its first line only; further
      // lines of an order repeat its name and leave most of the rest blank.
      {.name = "shopify_orders",
       .evidence = {"Name", "Created at", "Financial Status", "Lineitem name"},
       .columns = {{order, "Name"},
                   {date, "Created at"},
                   {customer_name, "Billing Name|Shipping Name"},
                   {postcode, "Billing Zip|Shipping Zip"},
                   {product, "Lineitem name"},
                   {quantity, "Lineitem quantity"},
                   {unit_price, "Lineitem price"},
                   {discount, "Lineitem discount"},
                   {order_total, "Total"},
                   {order_subtotal, "Subtotal"},
                   {order_discount, "Discount Amount"},
                   {refunded, "Refunded Amount"},
                   {status, "Financial Status"},
                   {cancelled_at, "Cancelled at"},
                   {currency, "Currency"}},
       .identities = {{IdentityKind::email, "Email"},
                      {IdentityKind::phone, "Phone"},
                      {IdentityKind::phone, "Billing Phone"},
                      {IdentityKind::name_and_postcode, "Billing Name", "Billing Zip"},
                      {IdentityKind::name_and_postcode, "Shipping Name", "Shipping Zip"}}},
      {.name = "shopify_customers",
       .kind = TableKind::customers,
       .evidence = {"First Name", "Last Name", "Email", "Accepts Email Marketing|Accepts Marketing",
                    "Tags", "Total Spent|Total Orders|Tax Exempt|Accepts SMS Marketing"},
       .columns = {{customer_name, "First Name"},
                   {last_name, "Last Name"},
                   {postcode, "Default Address Zip|Zip"},
                   {consent, "Accepts Email Marketing|Accepts Marketing"},
                   {tags, "Tags"}},
       .identities = {{IdentityKind::email, "Email"},
                      {IdentityKind::phone, "Phone"},
                      {IdentityKind::phone, "Default Address Phone"},
                      {IdentityKind::id, "Customer ID"}}},

      // Advanced Order Export by AlgolPlus: the columns are the user's choice, so few prove it.
      {.name = "woocommerce_algolplus",
       .evidence = {"Order Number|Order ID", "Order Status|Order Date",
                    "Email (Billing)|Phone (Billing)|Last Name (Billing)|Order Total Amount|Order "
                    "Line Total"},
       .columns = {{order, "Order Number|Order ID"},
                   {date, "Order Date|Paid Date|Completed Date"},
                   {status, "Order Status"},
                   {customer_name,
                    "First Name (Billing)|Full Name (Billing)|First Name (Shipping)"},
                   {last_name, "Last Name (Billing)|Last Name (Shipping)"},
                   {postcode, "Postcode (Billing)|Postcode (Shipping)"},
                   {line, "Item #"},
                   {product, "Item Name|Product Name|Name"},
                   {category, "Category|Product Category"},
                   {quantity, "Quantity"},
                   {unit_price, "Item Cost|Item Price"},
                   {amount, "Order Line Total|Order Line (w/o tax)|Order Line Total (- Refund)"},
                   {order_total, "Order Total Amount|Order Total"},
                   {order_subtotal, "Order Subtotal Amount|Order Subtotal"},
                   {order_discount, "Cart Discount Amount"},
                   {refunded, "Order Refund Amount|Order Total Amount Refunded"},
                   {currency, "Currency|Order Currency"}},
       .identities = {{IdentityKind::email, "Email (Billing)|Customer Email|User Email"},
                      {IdentityKind::phone, "Phone (Billing)"},
                      {IdentityKind::id, "Customer User ID|Customer ID|User ID"},
                      {IdentityKind::name_and_postcode, "First Name (Billing)|Full Name (Billing)",
                       "Postcode (Billing)"}},
       .nobody = {"0"}},
      // Order Export & Import by WebToffee: one row an order, its products side by side. Guests
      // have
      // the customer number 0 and share the billing address with accounts.
      {.name = "woocommerce_webtoffee",
       .evidence = {"order_number|order_id", "order_date", "order_total", "status",
                    "billing_email|billing_phone",
                    ("wt_import_key|line_item_1|Product Item 1 Name|shipping_items|customer_user|"
                     "customer_id|shipping_tax_total|billing_first_name")},
       .columns = {{order, "order_number|order_id"},
                   {date, "order_date|paid_date"},
                   {status, "status"},
                   {customer_name, "billing_first_name|shipping_first_name"},
                   {last_name, "billing_last_name|shipping_last_name"},
                   {postcode, "billing_postcode|shipping_postcode"},
                   {order_total, "order_total"},
                   {order_subtotal, "order_subtotal"},
                   {order_discount, "discount_total|cart_discount"},
                   {refunded, "refund_items"},
                   {currency, "order_currency"}},
       .identities = {{IdentityKind::email, "billing_email"},
                      {IdentityKind::email, "customer_email"},
                      {IdentityKind::phone, "billing_phone"},
                      {IdentityKind::id, "customer_id"},
                      {IdentityKind::name_and_postcode, "billing_first_name", "billing_postcode"}},
       .nobody = {"0"}},
      // Analytics of WooCommerce itself. Its columns are translated by the language of the site.
      {.name = "woocommerce_analytics",
       .evidence =
           {"Order #|Order number|Bestellung #|Bestellung Nr.|Bestellnummer|Bestell-Nr.|Bestellung|"
            "Commande #|Commande n\u00B0|Commande n\u00BA|N\u00B0 de commande|N\u00BA de "
            "commande|Num\u00E9ro de commande|Commande|"
            "Pedido #|Pedido n\u00BA|Pedido n.\u00BA|N.\u00BA de pedido|N\u00BA de "
            "pedido|N\u00FAmero de pedido|Pedido",
            "Product(s)|Produkt(e)|Produkte|Produit(s)|Produits|Producto(s)|Productos",
            "Customer type|Kundentyp|Kundenart|Type de client|Type de cliente|Type client|Tipo de "
            "cliente",
            "Items sold|Verkaufte Artikel|Verkaufte Produkte|Artikel verkauft|Articles vendus|"
            "Produits vendus|Art\u00EDculos vendidos|Productos vendidos|Coupon(s)|Gutschein(e)|"
            "Code(s) promo|Codes promo|Cup\u00F3n(es)|Cupones"},
       .columns = {{order,
                    "Order #|Order number|Bestellung #|Bestellung "
                    "Nr.|Bestellnummer|Bestell-Nr.|Bestellung|"
                    "Commande #|Commande n\u00B0|Commande n\u00BA|N\u00B0 de commande|N\u00BA de "
                    "commande|Num\u00E9ro de commande|Commande|"
                    "Pedido #|Pedido n\u00BA|Pedido n.\u00BA|N.\u00BA de pedido|N\u00BA de "
                    "pedido|N\u00FAmero de pedido|Pedido"},
                   {date, "Date|Datum|Fecha"},
                   {status, "Status|Statut|\u00C9tat|Estado"},
                   {items,
                    "Product(s)|Produkt(e)|Produkte|Produit(s)|Produits|Producto(s)|Productos"},
                   {amount,
                    "Net "
                    "Sales|Nettoumsatz|Netto-Umsatz|Nettoverk\u00E4ufe|Netto-Verk\u00E4ufe|"
                    "Nettoums\u00E4tze|Netto-Ums\u00E4tze|Ventes nettes|Ventas netas|"
                    "N. Revenue|N. Revenue (formatted)|N. Umsatz|N. Umsatz (formatiert)|Revenu net|"
                    "Revenu N.|Revenu N. (format\u00E9)|Chiffre d'affaires net|Ingresos netos|N. "
                    "Ingresos|Ingresos N.|Ingresos N. (formateado)|N. Ingresos (con formato)"}},
       .identities = {{IdentityKind::id, "Customer|Kunde|Kunden|Client|Cliente"}},
       .notes = {ProfileNote::names_only}},

      // The date has no time. "Adjusted Order Total" of 0.00 means that nothing was adjusted.
      {.name = "etsy_orders",
       .evidence = {"Sale Date", "Order ID", "Order Total|Order Value",
                    "Buyer User ID|Buyer|Full Name",
                    "Number of Items|Order Net|Card Processing Fees|Date Shipped|Date Posted"},
       .columns = {{order, "Order ID"},
                   {date, "Sale Date"},
                   {customer_name, "Full Name"},
                   {postcode, "Ship Zipcode|Delivery Zipcode"},
                   {order_total, "Order Total"},
                   {order_subtotal, "Order Value"},
                   {order_discount, "Discount Amount"},
                   {status, "Status"},
                   {currency, "Currency"}},
       .identities = {{IdentityKind::id, "Buyer User ID"},
                      {IdentityKind::id, "Buyer"},
                      {IdentityKind::name_and_postcode, "Full Name",
                       "Ship Zipcode|Delivery Zipcode"}},
       .notes = {ProfileNote::no_products},
       .adjusted_total = "Adjusted Order Total",
       .day_order = DayOrder::month_first},
      // "Item Total" is quantity x price, before the discount of the line.
      {.name = "etsy_items",
       .evidence = {"Sale Date", "Item Name", "Buyer", "Quantity", "Order ID", "Item Total|Price"},
       .columns = {{order, "Order ID"},
                   {date, "Sale Date"},
                   {customer_name, "Ship Name|Delivery Name"},
                   {postcode, "Ship Zipcode|Delivery Zipcode"},
                   {line, "Transaction ID"},
                   {product, "Item Name"},
                   {quantity, "Quantity"},
                   {unit_price, "Price"},
                   {amount, "Item Total"},
                   {currency, "Currency"}},
       .identities = {{IdentityKind::id, "Buyer"},
                      {IdentityKind::name_and_postcode, "Ship Name|Delivery Name",
                       "Ship Zipcode|Delivery Zipcode"}},
       .deducted = {"Discount Amount"},
       .day_order = DayOrder::month_first},
      {.name = "etsy_payments",
       .evidence = {"Payment ID", "Order ID", "Gross Amount", "Buyer Username|Buyer Name|Buyer",
                    "Order Date"},
       .columns = {{order, "Order ID"},
                   {date, "Order Date"},
                   {customer_name, "Buyer Name"},
                   {order_total, "Gross Amount"},
                   {refunded, "Refund Amount"},
                   {status, "Status"},
                   {currency, "Currency"}},
       .identities = {{IdentityKind::id, "Buyer Username"}, {IdentityKind::id, "Buyer"}},
       .notes = {ProfileNote::no_products},
       .statuses = {{"Available", StatusWord::counted},
                    {"Posted", StatusWord::counted},
                    {"Open", StatusWord::counted},
                    {"Settled", StatusWord::counted}},
       .day_order = DayOrder::month_first},
      // Fees, labels and deposits stand between the sales, and nobody's name.
      {.name = "etsy_statement",
       .evidence = {"Date", "Type", "Title", "Info", "Amount", "Fees & Taxes", "Net"},
       .columns = {{order, "Title"}, {date, "Date"}, {amount, "Amount"}, {currency, "Currency"}},
       .rules = {{"Type", "Refund", {}, RowMeaning::refund},
                 {"Type", "", {"Sale"}, RowMeaning::not_an_order}},
       .notes = {ProfileNote::no_customers, ProfileNote::no_products}},

      // A refund is a row of its own with negative amounts. Tax and tips are not the shop's.
      {.name = "square_items",
       .evidence = {"Date", "Time", "Item", "Qty", "Net Sales|Gross Sales",
                    "Transaction ID|Payment ID",
                    "Event Type|Time Zone|Price Point Name|Modifiers Applied|Device Name"},
       .columns = {{order, "Transaction ID|Payment ID"},
                   {date, "Date"},
                   {time, "Time"},
                   {zone, "Time Zone"},
                   {customer_name, "Customer Name"},
                   {product, "Item"},
                   {category, "Category"},
                   {quantity, "Qty"},
                   {amount, "Net Sales|Gross Sales"}},
       .identities = {{IdentityKind::id, "Customer ID"},
                      {IdentityKind::id, "Customer Reference ID"},
                      {IdentityKind::id, "Customer Name"}},
       .rules = {{"Event Type", "Refund", {}, RowMeaning::refund}}},
      {.name = "square_transactions",
       .evidence = {"Date", "Time", "Transaction ID|Payment ID",
                    "Net Sales|Total Collected|Gross Sales",
                    "Event Type|Card Entry Methods|Tip|Net Total|Staff Name"},
       .columns = {{order, "Transaction ID|Payment ID"},
                   {date, "Date"},
                   {time, "Time"},
                   {zone, "Time Zone"},
                   {customer_name, "Customer Name"},
                   {items, "Description"},
                   {amount, "Net Sales|Total Collected|Gross Sales"},
                   {status, "Transaction Status"}},
       .identities = {{IdentityKind::id, "Customer ID"},
                      {IdentityKind::id, "Customer Reference ID"},
                      {IdentityKind::id, "Customer Name"}},
       .rules = {{"Event Type", "Refund", {}, RowMeaning::refund}},
       .notes = {ProfileNote::no_products}},
  };
  return profiles;
}

}  // namespace regulars
