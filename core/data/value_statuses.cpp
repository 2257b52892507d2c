// The words for the state of an order.
#include <algorithm>
#include <array>

#include "core/data/fold.h"
#include "core/data/values.h"

namespace regulars {
namespace {

// The states of Shopify, WooCommerce, Etsy, Square, Stripe, PayPal, Amazon and the Chinese
// platforms as their exports spell them, folded, with blanks for hyphens and underlines.
// WooCommerce and PayPal translate theirs: German, French, Spanish, and the words of Italian, Dutch
// and Portuguese that are not the same.

constexpr std::array<std::string_view, 87> kCounted{
    "paid", "partially paid", "partially refunded", "partial refunded", "partially fulfilled",
    "partial refund", "completed", "complete", "closed", "processing", "fulfilled", "shipped",
    "unshipped", "shipping", "partially shipped", "partiallyshipped", "delivered", "succeeded",
    "success", "successful", "payment", "sale", "ok", "done", "cleared", "captured", "settled",
    "new", "open", "ready to ship", "charge", "unfulfilled",
    // German
    "abgeschlossen", "fertiggestellt", "in bearbeitung", "bezahlt", "teilweise erstattet",
    "teilweise zuruckgezahlt", "teilweise ruckerstattet", "versandt", "versendet", "zugestellt",
    // French
    "terminee", "termine", "en cours", "traitement en cours", "effectue", "effectuee", "payee",
    "paye", "partiellement rembourse", "partiellement remboursee", "expediee", "livree",
    // Spanish
    "completado", "completada", "procesando", "pagado", "pagada", "parcialmente reembolsado",
    "reembolsado parcialmente", "enviado", "entregado",
    // Italian, Dutch, Portuguese
    "completato", "in lavorazione", "afgerond", "voltooid", "in behandeling", "concluido",
    "processando",
    // Chinese: trade succeeded, trade completed, completed (two), paid (three), shipped, to be
    // shipped (two), partly shipped, signed for, being prepared, waiting to leave the store, on its
    // way, waiting to be confirmed, to be accepted, part refunded, success, to be verified
    "\u4EA4\u6613\u6210\u529F", "\u4EA4\u6613\u5B8C\u6210", "\u5DF2\u5B8C\u6210", "\u5B8C\u6210",
    "\u5DF2\u4ED8\u6B3E", "\u5DF2\u652F\u4ED8", "\u652F\u4ED8\u6210\u529F", "\u5DF2\u53D1\u8D27",
    "\u5F85\u53D1\u8D27", "\u5907\u8D27\u4E2D", "\u90E8\u5206\u53D1\u8D27", "\u5DF2\u7B7E\u6536",
    "\u7B49\u5F85\u51FA\u5E93", "\u914D\u9001\u4E2D", "\u7B49\u5F85\u786E\u8BA4\u6536\u8D27",
    "\u5F85\u63A5\u5355", "\u90E8\u5206\u9000\u6B3E"};

constexpr std::array<std::string_view, 45> kCancelled{
    "cancelled", "canceled", "voided", "void", "failed", "expired", "denied", "declined", "trash",
    "removed", "blocked", "abandoned", "rejected", "deleted", "timed out",
    // German
    "storniert", "fehlgeschlagen", "abgelehnt", "abgebrochen", "verfallen",
    // French
    "annulee", "annule", "echouee", "echoue", "echec", "refusee", "refuse", "expiree",
    // Spanish
    "cancelado", "cancelada", "fallido", "fallida", "denegado", "rechazado",
    // Italian, Dutch, Portuguese
    "annullato", "fallito", "geannuleerd", "mislukt", "malsucedido",
    // Chinese: trade closed, closed, cancelled (three), deleted
    "\u4EA4\u6613\u5173\u95ED", "\u5DF2\u5173\u95ED", "\u5DF2\u53D6\u6D88", "\u53D6\u6D88",
    "\u4EA4\u6613\u53D6\u6D88", "\u5DF2\u5220\u9664"};

constexpr std::array<std::string_view, 30> kRefunded{
    "refunded", "refund", "returned", "reversed", "fully refunded", "charged back", "chargeback",
    "shipped returned to seller",
    // German
    "erstattet", "ruckerstattet", "zuruckerstattet", "zuruckgezahlt", "ruckbuchung",
    // French
    "remboursee", "rembourse",
    // Spanish
    "reembolsado", "reembolsada", "devuelto",
    // Italian, Dutch
    "rimborsato", "terugbetaald",
    // Chinese: refunded (two), refund succeeded, refund completed, wholly refunded (two), returned
    // (two), refund closed the trade
    "\u5DF2\u9000\u6B3E", "\u9000\u6B3E\u5B8C\u6210", "\u9000\u6B3E\u6210\u529F",
    "\u5168\u989D\u9000\u6B3E", "\u5168\u989D\u9000\u6B3E\u6210\u529F", "\u5DF2\u9000\u8D27",
    "\u9000\u8D27\u9000\u6B3E", "\u5DF2\u5168\u989D\u9000\u6B3E",
    "\u9000\u6B3E\u6210\u529F,\u4EA4\u6613\u5173\u95ED",
    "\u4ED8\u6B3E\u4EE5\u540E\u7528\u6237\u9000\u6B3E\u6210\u529F,"
    "\u4EA4\u6613\u81EA\u52A8\u5173\u95ED"};

constexpr std::array<std::string_view, 50> kUnpaid{
    "pending", "unpaid", "authorized", "on hold", "awaiting payment", "pending payment",
    "partially authorized", "draft", "checkout draft", "held", "unclaimed", "incomplete",
    "uncaptured", "requires payment method", "requires action", "requires confirmation",
    "requires capture", "open invoice", "overdue", "placed",
    // German
    "zahlung ausstehend", "ausstehend", "in wartestellung", "offen", "unbezahlt", "wartend",
    // French
    "attente paiement", "en attente de paiement", "en attente", "impayee",
    // Spanish
    "pendiente de pago", "pendiente", "en espera", "sin pagar",
    // Italian, Dutch, Portuguese
    "in attesa", "in attesa di pagamento", "in sospeso", "wacht op betaling", "in de wacht",
    "aguardando", "pagamento pendente",
    // Chinese: to be paid (two), waiting for the buyer's payment, waiting for payment, not paid
    // (two), payment being confirmed, waiting for its confirmation, to be confirmed, to be settled
    "\u5F85\u4ED8\u6B3E", "\u5F85\u652F\u4ED8", "\u7B49\u5F85\u4E70\u5BB6\u4ED8\u6B3E",
    "\u7B49\u5F85\u4ED8\u6B3E", "\u672A\u4ED8\u6B3E", "\u672A\u652F\u4ED8",
    "\u4ED8\u6B3E\u786E\u8BA4\u4E2D", "\u7B49\u5F85\u4ED8\u6B3E\u786E\u8BA4", "\u5F85\u786E\u8BA4"};

struct Beginning {
  std::string_view words;
  StatusWord meaning;
};

// Long states say it in their first words. Chinese: the buyer has paid, the seller has shipped, the
// seller has shipped a part, trade succeeded, trade closed, (deleted), closed before payment.
constexpr std::array<Beginning, 10> kBeginnings{{
    {"\u4E70\u5BB6\u5DF2\u4ED8\u6B3E", StatusWord::counted},
    {"\u5356\u5BB6\u5DF2\u53D1\u8D27", StatusWord::counted},
    {"\u5356\u5BB6\u90E8\u5206\u53D1\u8D27", StatusWord::counted},
    {"\u4EA4\u6613\u6210\u529F", StatusWord::counted},
    {"\u4EA4\u6613\u5173\u95ED", StatusWord::cancelled},
    {"(\u5220\u9664)", StatusWord::cancelled},
    {"\u4ED8\u6B3E\u4EE5\u524D", StatusWord::cancelled},
    {"shipped ", StatusWord::counted},
    {"pending ", StatusWord::unpaid},
    {"disputed", StatusWord::counted},
}};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

StatusWord parse_status(std::string_view cell) {
  std::string word = folded(bare(cell));
  if (word.starts_with("wc-")) word.erase(0, 3);
  std::replace(word.begin(), word.end(), '_', ' ');
  std::replace(word.begin(), word.end(), '-', ' ');
  fold_into(std::string(word), word);  // one blank where there were several
  if (holds(kCounted, word)) return StatusWord::counted;
  if (holds(kCancelled, word)) return StatusWord::cancelled;
  if (holds(kRefunded, word)) return StatusWord::refunded;
  if (holds(kUnpaid, word)) return StatusWord::unpaid;
  for (const Beginning& beginning : kBeginnings)
    if (word.starts_with(beginning.words)) return beginning.meaning;
  return StatusWord::unknown;
}

}  // namespace regulars
