#include "core/report/audience.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "core/data/identity.h"

namespace regulars {
namespace {

constexpr std::size_t at(LeftOut reason) { return static_cast<std::size_t>(reason); }

bool is_email(std::string_view text) {
  return text.find('@') != std::string_view::npos && normal_email(text) == text;
}

// Addresses that Amazon and eBay put in the place of the buyer's: mail that is no answer to an
// order is refused there. Source: Amazon, "Communication guidelines"; eBay, "Anonymized email
// addresses".
bool is_relayed(std::string_view email) {
  const std::string_view domain = email.substr(email.find('@') + 1);
  return domain.substr(0, 19) == "marketplace.amazon." || domain.substr(0, 13) == "members.ebay.";
}

bool is_for_mail(AudienceTarget target) {
  return target == AudienceTarget::mailchimp || target == AudienceTarget::klaviyo;
}

bool needs_address(AudienceTarget target) {
  return is_for_mail(target) || target == AudienceTarget::shopify;
}

// The first reason that keeps a customer out, but for an address that was there before.
std::optional<LeftOut> reason_against(const Contact& contact, const AudienceQuery& query) {
  if (contact.consent == Consent::no) return LeftOut::consent_refused;
  if (needs_address(query.target)) {
    if (contact.email.empty()) return LeftOut::no_address;
    if (is_relayed(contact.email)) return LeftOut::relayed_address;
  }
  if (is_for_mail(query.target) && contact.consent == Consent::unknown &&
      query.unknown_consent == UnknownConsent::leave_out)
    return LeftOut::consent_unknown;
  // Whether an import into Shopify adds tags or puts them in the place of those before is not
  // documented: a tag is written only beside all that the customer has.
  if (query.target == AudienceTarget::shopify && !contact.is_listed) return LeftOut::tags_unknown;
  return {};
}

struct SplitName {
  std::string_view first;
  std::string_view last;
};

// At the comma of "Berg, Bo", else at the last space; a name of one word, as Chinese names are, is
// a first name.
SplitName split(std::string_view name) {
  const std::size_t comma = name.find(", ");
  if (comma != std::string_view::npos) return {name.substr(comma + 2), name.substr(0, comma)};
  const std::size_t space = name.rfind(' ');
  if (space == std::string_view::npos) return {name, {}};
  return {name.substr(0, space), name.substr(space + 1)};
}

// One tag: where tags stand in one cell, commas set them apart.
std::string tag_of(const Analysis& analysis, const Audience& audience, std::size_t place) {
  std::string tag = audience.query.tag.value_or(analysis.segment_name(place));
  std::replace(tag.begin(), tag.end(), ',', ' ');
  return tag;
}

std::string with_tag(std::string_view tags, const std::string& tag) {
  std::string all(tags);
  for (std::size_t from = 0; from < tags.size();) {
    const std::size_t to = std::min(tags.find(',', from), tags.size());
    std::string_view one = tags.substr(from, to - from);
    while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
    if (one == tag) return all;
    from = to + 1;
  }
  if (!all.empty() && !tag.empty()) all += ", ";
  return all + tag;
}

// A number in international spelling is no formula: a plus and digits.
RowWriter& phone_for_upload(RowWriter& writer, std::string_view phone) {
  return !phone.empty() && phone.front() == '+' ? writer.whole(phone) : writer.text("");
}

std::string day_in(const Analysis& analysis, std::size_t place, CustomerColumn column) {
  const double day = figure_of(analysis, place, column);
  return std::isinf(day) ? std::string() : to_text(Date{static_cast<std::int32_t>(day)});
}

std::string_view header_of(const AudienceQuery& query) {
  switch (query.target) {
    // Source: Mailchimp, "Format guidelines for your import file": only the address is needed,
    // columns are matched by name.
    case AudienceTarget::mailchimp:
      return "Email Address,First Name,Last Name,Phone Number,Tags";
    // Source: Klaviyo, "How to create and add subscribers to a new list": the first column is
    // Email, columns with names of Klaviyo's own are matched, others become properties. Its column
    // of consent is left out: whoever is here agreed, and the import asks so for the whole file.
    case AudienceTarget::klaviyo:
      return "Email,First Name,Last Name,Phone Number,Regulars Segment,Regulars Tag,Regulars "
             "R,Regulars F,Regulars M,Regulars Next Order From,Regulars Next Order To,Regulars As "
             "Of";
    // Source: Shopify, "Importing customer lists with a CSV file": capitals matter, Email must be
    // there, tags stand in one cell. Names and telephone numbers are the shop's own already.
    case AudienceTarget::shopify:
      return "Email,Accepts Email Marketing,Tags";
    case AudienceTarget::plain:
      break;
    // Excel takes UTF-8 for what it is only where a byte order mark begins the file, and forgets it
    // again over a line "sep=;": what sets cells apart is the list separator of the owner's system,
    // which is the semicolon where the comma stands in numbers.
    case AudienceTarget::excel:
      return query.decimal == DecimalSign::comma
                 ? "\xEF\xBB\xBF"
                   "customer;name;email;phone;consent;segment;tag;first_order;last_order;orders;"
                   "revenue"
                 : "\xEF\xBB\xBF"
                   "customer,name,email,phone,consent,segment,tag,first_order,last_order,orders,"
                   "revenue";
  }
  return "customer,name,email,phone,consent,segment,tag,first_order,last_order,orders,revenue";
}

std::string_view consent_word(Consent consent) {
  return consent == Consent::yes ? "yes" : consent == Consent::no ? "no" : "";
}

void write_member(const Analysis& analysis, const Audience& audience,
                  const Audience::Member& member, std::string& out) {
  const OrderTable& table = analysis.book.table();
  const auto place = static_cast<std::size_t>(member.place);
  const Summary& summary = analysis.customers[place];
  const Contact& contact = member.contact;
  const std::string_view name = label_of(table, summary.customer);
  const SplitName parts = split(name);
  const std::string tag = tag_of(analysis, audience, place);
  const AudienceTarget target = audience.query.target;
  const bool commas =
      target == AudienceTarget::excel && audience.query.decimal == DecimalSign::comma;
  RowWriter writer(out, commas ? ';' : ',');
  switch (target) {
    case AudienceTarget::mailchimp:
      writer.text(contact.email).text(parts.first).text(parts.last);
      phone_for_upload(writer, contact.phone).text(tag);
      break;
    case AudienceTarget::klaviyo: {
      const RfmScore& score = analysis.rfm.scores[place];
      writer.text(contact.email).text(parts.first).text(parts.last);
      phone_for_upload(writer, contact.phone).text(analysis.segment_name(place)).text(tag);
      writer.number(score.r).number(score.f);
      if (score.m > 0)
        writer.number(score.m);
      else
        writer.plain("");
      writer.plain(day_in(analysis, place, CustomerColumn::next_order_from))
          .plain(day_in(analysis, place, CustomerColumn::next_order_to))
          .plain(to_text(analysis.as_of));
      break;
    }
    case AudienceTarget::shopify: {
      const std::string_view known =
          contact.tags < 0 ? std::string_view{} : table.others.words.text(contact.tags);
      writer.text(contact.email).plain(consent_word(contact.consent)).text(with_tag(known, tag));
      break;
    }
    case AudienceTarget::plain:
    case AudienceTarget::excel: {
      std::string revenue = to_text(summary.revenue, table.digits);
      if (commas) std::replace(revenue.begin(), revenue.end(), '.', ',');
      writer.text(table.customers.text(static_cast<std::int32_t>(summary.customer)))
          .text(name)
          .text(contact.email)
          .text(contact.phone);
      writer.plain(consent_word(contact.consent)).text(analysis.segment_name(place)).text(tag);
      writer.plain(to_text(summary.first))
          .plain(to_text(summary.last))
          .number(summary.orders)
          .plain(revenue);
      break;
    }
  }
  writer.end();
}

}  // namespace

std::vector<Contact> contacts_of(const Analysis& analysis) {
  const OrderBook& book = analysis.book;
  const OrderTable& table = book.table();
  std::vector<Contact> contacts(analysis.customers.size());
  std::vector<std::int32_t> place(static_cast<std::size_t>(book.customers()), -1);
  for (std::size_t i = 0; i < contacts.size(); ++i)
    place[static_cast<std::size_t>(analysis.customers[i].customer)] = static_cast<std::int32_t>(i);
  const auto contact_of = [&](std::int32_t customer) -> Contact* {
    const std::int32_t found = place[static_cast<std::size_t>(book.person(customer))];
    return found < 0 ? nullptr : &contacts[static_cast<std::size_t>(found)];
  };
  // A customer's own sign may be a number of the shop's: it is a telephone number only where the
  // files tell customers apart by these.
  const bool by_phone =
      std::any_of(table.files.begin(), table.files.end(), [](const FileIntake& file) {
        const auto& identities = file.layout.identities;
        return !identities.empty() && identities.front().kind == IdentityKind::phone;
      });
  const auto take = [&](Contact& contact, std::string_view text, bool is_phone) {
    if (contact.email.empty() && is_email(text))
      contact.email = text;
    else if (is_phone && contact.phone.empty() && normal_phone(text) == text)
      contact.phone = text;
  };
  const People& people = table.others.people;
  // A person's own sign comes before those that were merged into it.
  for (const Summary& summary : analysis.customers) {
    const auto customer = static_cast<std::int32_t>(summary.customer);
    take(*contact_of(customer), table.customers.text(customer), by_phone);
  }
  for (std::int32_t customer = 0; customer < book.customers(); ++customer) {
    Contact* contact = contact_of(customer);
    if (!contact) continue;
    take(*contact, table.customers.text(customer), by_phone);
    const auto row = static_cast<std::size_t>(customer);
    if (row < people.listed.size() && people.listed[row] != 0) contact->is_listed = true;
    if (row < people.tags.size() && contact->tags < 0) contact->tags = people.tags[row];
    const Consent consent = row < people.consent.size() ? people.consent[row] : Consent::unknown;
    if (contact->consent != Consent::no && consent != Consent::unknown) contact->consent = consent;
  }
  for (std::int32_t sign = 0; sign < table.signs.texts.size(); ++sign) {
    const std::int32_t owner = table.signs.owner[static_cast<std::size_t>(sign)];
    Contact* contact = owner < 0 ? nullptr : contact_of(owner);
    if (contact)
      take(*contact, table.signs.texts.text(sign),
           table.signs.kind[static_cast<std::size_t>(sign)] == IdentityKind::phone);
  }
  return contacts;
}

std::vector<std::string_view> lasting_signs(const Analysis& analysis) {
  const std::vector<Contact> contacts = contacts_of(analysis);
  const Names& customers = analysis.book.table().customers;
  std::vector<std::string_view> signs;
  signs.reserve(contacts.size());
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    const auto own = static_cast<std::int32_t>(analysis.customers[i].customer);
    signs.push_back(contacts[i].email.empty() ? customers.text(own) : contacts[i].email);
  }
  return signs;
}

Audience choose_audience(const Analysis& analysis, const AudienceQuery& query) {
  Audience audience;
  audience.query = query;
  const std::vector<Contact> contacts = contacts_of(analysis);
  std::unordered_set<std::string_view> written;  // looked up, never walked
  for (const std::int32_t place : select_customers(analysis, query.customers)) {
    ++audience.listed;
    const Contact& contact = contacts[static_cast<std::size_t>(place)];
    std::optional<LeftOut> reason = reason_against(contact, query);
    if (!reason && !contact.email.empty() && !written.insert(contact.email).second)
      reason = LeftOut::same_address;
    if (reason) {
      ++audience.left_out[at(*reason)];
      continue;
    }
    if (contact.consent == Consent::unknown) ++audience.unknown_consent;
    audience.members.push_back({place, contact});
  }
  return audience;
}

CsvPiece write_audience(const Analysis& analysis, const Audience& audience, std::int64_t from) {
  return write_piece(
      header_of(audience.query), from, static_cast<std::int64_t>(audience.members.size()),
      [&](std::string& out, std::int64_t row) {
        write_member(analysis, audience, audience.members[static_cast<std::size_t>(row)], out);
      });
}

}  // namespace regulars
