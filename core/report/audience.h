// Lists of customers for other programs: who may be written to, and a file as each program reads
// it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/tables.h"

namespace regulars {

/// The program that reads the file.
enum class AudienceTarget : std::uint8_t { mailchimp, klaviyo, shopify, plain, excel };
inline constexpr std::size_t kAudienceTargets = 5;
inline constexpr std::array<std::string_view, kAudienceTargets> kAudienceTargetWords{
    "mailchimp", "klaviyo", "shopify", "plain", "excel"};

/// Why a customer is not in the file: of several reasons the first.
enum class LeftOut : std::uint8_t {
  consent_refused,  // does not want to be written to: in no file
  no_address,       // no e-mail address is known
  relayed_address,  // a marketplace's own, for messages about the order alone
  consent_unknown,  // of mail programs: nobody says that they agreed
  tags_unknown,     // of Shopify: no customers table names the tags they have
  same_address,     // another customer before has this address
};
inline constexpr std::size_t kLeftOuts = 6;
inline constexpr std::array<std::string_view, kLeftOuts> kLeftOutWords{
    "consent_refused", "no_address",   "relayed_address",
    "consent_unknown", "tags_unknown", "same_address"};

/// What a mail program's file does with those of whom nobody says that they agreed.
enum class UnknownConsent : std::uint8_t { leave_out, given };
inline constexpr std::array<std::string_view, 2> kUnknownConsentWords{"leave_out", "given"};

/// How the owner's spreadsheet writes one and a half; where it is 1,5 lists are set apart by
/// semicolons.
enum class DecimalSign : std::uint8_t { point, comma };
inline constexpr std::array<std::string_view, 2> kDecimalSignWords{"point", "comma"};

/// Whom, for what, and under which tag.
struct AudienceQuery {
  CustomerQuery customers;  // in its order; the window is not looked at
  AudienceTarget target = AudienceTarget::plain;
  std::optional<std::string> tag;  // for all; default: to each the name of the segment
  UnknownConsent unknown_consent = UnknownConsent::leave_out;
  DecimalSign decimal = DecimalSign::point;  // of `excel` alone

  bool operator==(const AudienceQuery&) const = default;
};

/// How a customer can be reached; texts are empty where nothing is known.
struct Contact {
  std::string_view email;
  std::string_view phone;
  Consent consent = Consent::unknown;  // refused where any of the person's signs says so
  std::int32_t tags = -1;              // in OtherTables::words
  bool is_listed = false;              // in a customers table
};

/// Who is in the file, and who is not.
struct Audience {
  struct Member {
    std::int32_t place = 0;  // in Analysis::customers
    Contact contact;
  };
  AudienceQuery query;
  std::int64_t listed = 0;  // that the query found
  std::vector<Member> members;
  std::array<std::int64_t, kLeftOuts> left_out{};
  std::int64_t unknown_consent = 0;  // of the members
};

/// How each customer can be reached, by place; the texts are those of the order table.
std::vector<Contact> contacts_of(const Analysis& analysis);

/// The sign of each customer that outlasts an import, by place: the e-mail address, or where none
/// is known the one that the files know them by.
std::vector<std::string_view> lasting_signs(const Analysis& analysis);

Audience choose_audience(const Analysis& analysis, const AudienceQuery& query);

/// A piece of the file of an audience, from a member on.
CsvPiece write_audience(const Analysis& analysis, const Audience& audience, std::int64_t from);

}  // namespace regulars
