// Stripe, PayPal and Amazon: payments and marketplace orders.
#include "core/data/profiles.h"

namespace regulars {
namespace {

// What PayPal calls money given back, in the languages it translates to.
constexpr std::string_view kPayPalType = "Type|Typ|Tipo|Description|Beschreibung|Descripci\u00F3n";

std::vector<ProfileRule> paypal_rules() {
  std::vector<ProfileRule> rules;
  // Memo lines stand beside the entries that move the balance.
  for (const std::string_view memo : {"Memo", "M\u00E9mo", "Vermerk", "Nota"})
    rules.push_back(
        {"Balance Impact|Auswirkung auf Guthaben|Auswirkung auf das Guthaben|Impact sur le "
         "solde|Impact sur solde|Efecto en el saldo|Impacto en el saldo",
         memo,
         {},
         RowMeaning::not_an_order});
  for (const std::string_view other :
       {"General Withdrawal", "Withdrawal", "User Initiated Withdrawal", "Account Hold",
        "Reversal of General Account Hold", "General Account", "Hold", "Payment Hold",
        "Payment Release", "Reserve", "Currency Conversion", "General Currency",
        "User Initiated Currency", "Bank Deposit", "General Bank Deposit", "Bank", "Transfer",
        "General Transfer", "General Card Deposit", "General Card Withdrawal",
        "General Credit Card", "Card Deposit", "Add Funds", "Authorization",
        "General Authorization", "Void", "Order", "Fee", "General Fee", "Partner Fee", "Other Fee",
        "Fees", "Mass Pay", "Payout", "Cancellation of", "Auto-sweep", "Request Sent",
        "Invoice sent", "Chargeback Fee", "Dispute Fee", "Account Correction", "General Adjustment",
        "PayPal Working Capital", "PayPal Buyer Credit", "Buyer Credit", "Tax collected", "Bonus",
        "Interest", "Funds", "Money request",
        // German
        "Abbuchung", "Allgemeine Abbuchung", "Von Nutzer eingeleitete Abbuchung",
        "Vom Nutzer eingeleitete Abbuchung", "Bankgutschrift", "Bank\u00FCberweisung",
        "W\u00E4hrungsumrechnung", "Allgemeine W\u00E4hrungsumrechnung", "Einbehaltung",
        "Allgemeine Einbehaltung", "R\u00FCckbuchung allgemeiner Einbehaltung", "Kontoeinbehaltung",
        "Einbehalt", "Freigabe", "Autorisierung", "Allgemeine Autorisierung", "Geb\u00FChr",
        "Entgelt", "Allgemeine Kreditkarten", "Bestellung", "Sammelzahlung", "\u00DCberweisung",
        // French
        "Virement", "Retrait", "Conversion de devise", "Conversion g\u00E9n\u00E9rale",
        "Conversion", "Blocage", "Suspension", "Annulation de la suspension", "Autorisation",
        "Frais", "Commission", "D\u00E9p\u00F4t bancaire", "Paiement group\u00E9", "Commande",
        // Spanish
        "Retirada", "Retiro", "Transferencia", "Conversi\u00F3n de divisas", "Conversi\u00F3n",
        "Retenci\u00F3n", "Cancelaci\u00F3n de", "Autorizaci\u00F3n", "Comisi\u00F3n", "Tarifa",
        "Dep\u00F3sito bancario", "Pago en masa", "Pedido"})
    rules.push_back({kPayPalType, other, {}, RowMeaning::not_an_order});
  for (const std::string_view refund :
       {"Payment Refund", "Refund", "Partial Refund", "Payment Reversal", "Chargeback",
        "Reversal of payment",
        // German
        "R\u00FCckzahlung", "R\u00FCckerstattung", "Erstattung", "Zahlungsr\u00FCckerstattung",
        "Zahlung storniert", "R\u00FCckbuchung",
        // French
        "Remboursement", "Annulation de paiement", "Contre-passation",
        // Spanish
        "Reembolso", "Devoluci\u00F3n", "Contracargo"})
    rules.push_back({kPayPalType, refund, {}, RowMeaning::refund});
  // What the shop itself paid for.
  for (const std::string_view minus : {"-", "\u2212", "(", "$-", "\u20AC-"})
    rules.push_back({"Gross|Brutto|Brut|Avant commission|Montant brut|Bruto|Importe bruto",
                     minus,
                     {},
                     RowMeaning::not_an_order});
  return rules;
}

constexpr std::string_view kPayPalZone =
    "TimeZone|Time Zone|Zeitzone|Fuseau horaire|Zona horaria|Huso horario";
constexpr std::string_view kPayPalTime = "Time|Uhrzeit|Heure|Hora";
constexpr std::string_view kPayPalGross =
    "Gross|Brutto|Brut|Avant commission|Montant brut|Bruto|Importe bruto";
constexpr std::string_view kPayPalNumber =
    "Transaction ID|Transaktionscode|Num\u00E9ro de transaction|N\u00B0 de transaction|Id. de "
    "transacci\u00F3n|"
    "Id. de la transacci\u00F3n|Identificador de transacci\u00F3n|Identificador de la "
    "transacci\u00F3n|ID de transacci\u00F3n|ID de la transacci\u00F3n";
constexpr std::string_view kPayPalSender =
    "From Email Address|Absender E-Mail-Adresse|E-Mail-Adresse des Absenders|Von "
    "E-Mail-Adresse|Adresse email de l'exp\u00E9diteur|"
    "Adresse e-mail de l'exp\u00E9diteur|De l'adresse email|De l'adresse e-mail|Correo "
    "electr\u00F3nico del remitente|"
    "Direcci\u00F3n de correo electr\u00F3nico del remitente|De correo electr\u00F3nico|Correo "
    "electr\u00F3nico del emisor";

const std::vector<ProfileColumn>& paypal_columns() {
  using enum Role;
  static const std::vector<ProfileColumn> columns{
      {order, kPayPalNumber},
      {date, "Date|Datum|Fecha"},
      {time, kPayPalTime},
      {zone, kPayPalZone},
      {customer_name, "Name|Nom|Nombre"},
      {postcode, "Zip/Postal Code|PLZ|Code postal|C\u00F3digo postal"},
      {product,
       "Item Title|Artikelbezeichnung|Titre de l'objet|T\u00EDtulo del art\u00EDculo|Nombre del "
       "art\u00EDculo"},
      {quantity, "Quantity|Anzahl|Quantit\u00E9|Cantidad"},
      {amount, kPayPalGross},
      {status, "Status|Statut|\u00C9tat|Etat|Estado"},
      {currency, "Currency|W\u00E4hrung|Devise|Divisa|Moneda"},
      {reference,
       "Reference Txn ID|Zugeh\u00F6riger Transaktionscode|Num\u00E9ro de la transaction de "
       "r\u00E9f\u00E9rence|"
       "Num\u00E9ro de transaction de r\u00E9f\u00E9rence|N\u00B0 de transaction de "
       "r\u00E9f\u00E9rence|Id. de transacci\u00F3n de referencia|Id. de la transacci\u00F3n de "
       "referencia|"
       "Identificador de transacci\u00F3n de referencia|ID de transacci\u00F3n de referencia"}};
  return columns;
}

// What was bought stays bought where its refund is a row of its own.
const std::vector<std::pair<std::string, StatusWord>>& paypal_statuses() {
  static const std::vector<std::pair<std::string, StatusWord>> statuses{
      {"Refunded", StatusWord::counted},           {"Partially Refunded", StatusWord::counted},
      {"Reversed", StatusWord::counted},           {"Zur\u00FCckgezahlt", StatusWord::counted},
      {"R\u00FCckerstattet", StatusWord::counted}, {"Erstattet", StatusWord::counted},
      {"Rembours\u00E9", StatusWord::counted},     {"Rembours\u00E9e", StatusWord::counted},
      {"Reembolsado", StatusWord::counted},        {"Devuelto", StatusWord::counted}};
  return statuses;
}

}  // namespace

const std::vector<Profile>& payment_profiles() {
  using enum Role;
  static const std::vector<Profile> profiles{
      // Since 2024 the columns are the user's choice. A refund is a number on the row of its
      // payment; times are UTC.
      {.name = "stripe_payments",
       .evidence = {"id", "Created (UTC)|Created date (UTC)", "Amount",
                    ("Amount Refunded|Captured|Customer Email|Customer ID|Card ID|Payment Source "
                     "Type|Converted Amount"),
                    "Status|Captured|Amount Refunded|Customer Email"},
       .columns = {{order, "id"},
                   {date, "Created (UTC)|Created date (UTC)"},
                   {customer_name, "Card Name|Customer Description|Customer Name"},
                   {postcode, "Card Address Zip"},
                   {order_total, "Amount"},
                   {refunded, "Amount Refunded"},
                   {status, "Status"},
                   {currency, "Currency"}},
       .identities = {{IdentityKind::email, "Customer Email"},
                      {IdentityKind::id, "Customer ID"},
                      {IdentityKind::name_and_postcode, "Card Name", "Card Address Zip"}},
       .rules = {{"Captured", "false", {}, RowMeaning::cancelled},
                 {"Mode", "test", {}, RowMeaning::not_an_order}},
       .notes = {ProfileNote::no_products},
       .offset = 0},

      // Both of PayPal's downloads are translated by the language of the account.
      {.name = "paypal_activity",
       .evidence = {"Date|Datum|Fecha", kPayPalTime, kPayPalZone, kPayPalGross, kPayPalNumber,
                    "Type|Typ|Tipo", "Status|Statut|\u00C9tat|Etat|Estado"},
       .columns = paypal_columns(),
       .identities = {{IdentityKind::email, kPayPalSender},
                      {IdentityKind::name_and_postcode, "Name|Nom|Nombre",
                       "Zip/Postal Code|PLZ|Code postal|C\u00F3digo postal"},
                      {IdentityKind::id, "Name|Nom|Nombre"}},
       .rules = paypal_rules(),
       .statuses = paypal_statuses()},
      {.name = "paypal_statement",
       .evidence = {"Date|Datum|Fecha", kPayPalTime, kPayPalZone, kPayPalGross, kPayPalNumber,
                    "Description|Beschreibung|Descripci\u00F3n"},
       .columns = paypal_columns(),
       .identities = {{IdentityKind::email, kPayPalSender}, {IdentityKind::id, "Name|Nom|Nombre"}},
       .rules = paypal_rules(),
       .notes = {ProfileNote::no_products}},

      // Prices hold the tax where the law says so (Europe) and do not where it is not the seller's
      // (United States): the columns of taxes are left alone.
      {.name = "amazon_new_orders",
       .evidence = {"order-id", "purchase-date", "buyer-email|buyer-name|buyer-phone-number",
                    "product-name|sku",
                    "quantity-purchased|quantity-to-ship|item-price|order-item-id"},
       .columns = {{order, "order-id"},
                   {line, "order-item-id"},
                   {date, "purchase-date|payments-date"},
                   {customer_name, "buyer-name|recipient-name"},
                   {postcode, "ship-postal-code"},
                   {product, "product-name|sku"},
                   {quantity, "quantity-purchased"},
                   {amount, "item-price"},
                   {currency, "currency"},
                   {channel, "sales-channel"}},
       .identities = {{IdentityKind::email, "buyer-email"},
                      {IdentityKind::phone, "buyer-phone-number"},
                      {IdentityKind::name_and_postcode, "buyer-name|recipient-name",
                       "ship-postal-code"}},
       .added = {"shipping-price", "gift-wrap-price"},
       .deducted = {"item-promotion-discount", "ship-promotion-discount"},
       .notes = {ProfileNote::relayed_addresses},
       .offset = 0},
      {.name = "amazon_all_orders",
       .evidence = {"amazon-order-id", "purchase-date",
                    "order-status|item-status|last-updated-date", "product-name|sku|asin"},
       .columns = {{order, "amazon-order-id"},
                   {date, "purchase-date"},
                   {status, "order-status"},
                   {product, "product-name|sku|asin"},
                   {quantity, "quantity"},
                   {amount, "item-price"},
                   {currency, "currency"},
                   {channel, "sales-channel|order-channel"}},
       .added = {"shipping-price", "gift-wrap-price"},
       .deducted = {"item-promotion-discount", "ship-promotion-discount"},
       .notes = {ProfileNote::no_customers},
       .offset = 0},
      {.name = "amazon_date_range",
       .evidence = {"date/time|Datum/Uhrzeit|date/heure|fecha y hora|Fecha/Hora",
                    ("settlement id|Abrechnungsnummer|num\u00E9ro de versement|n\u00FAmero de "
                     "pago|identificador de pago"),
                    "type|Typ|tipo",
                    "order id|Bestellnummer|num\u00E9ro de la commande|n\u00FAmero de pedido",
                    "product sales|Ums\u00E4tze|ventes de produits|ventas de productos"},
       .columns = {{order,
                    "order id|Bestellnummer|num\u00E9ro de la commande|n\u00FAmero de pedido"},
                   {date, "date/time|Datum/Uhrzeit|date/heure|fecha y hora|Fecha/Hora"},
                   {product, "description|Beschreibung|descripci\u00F3n|sku"},
                   {quantity, "quantity|Menge|quantit\u00E9|cantidad"},
                   {amount, "product sales|Ums\u00E4tze|ventes de produits|ventas de productos"},
                   {channel, "marketplace"}},
       .added = {"shipping credits|Gutschrift f\u00FCr Versandkosten|cr\u00E9dits "
                 "d'exp\u00E9dition|abonos de env\u00EDo",
                 "gift wrap credits|Gutschrift f\u00FCr Geschenkverpackung|cr\u00E9dits sur "
                 "l'emballage cadeau|abonos de envoltorio para regalo",
                 "promotional rebates|Rabatte aus Werbeaktionen|Rabais promotionnels|devoluciones "
                 "promocionales"},
       .rules = {{"type|Typ|tipo", "Refund", {}, RowMeaning::refund},
                 {"type|Typ|tipo", "Erstattung", {}, RowMeaning::refund},
                 {"type|Typ|tipo", "Remboursement", {}, RowMeaning::refund},
                 {"type|Typ|tipo", "Reembolso", {}, RowMeaning::refund},
                 {"type|Typ|tipo",
                  "",
                  {"Order", "Bestellung", "Commande", "Pedido"},
                  RowMeaning::not_an_order}},
       .notes = {ProfileNote::no_customers}},
  };
  return profiles;
}

}  // namespace regulars
