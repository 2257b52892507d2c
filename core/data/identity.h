// What tells one customer from another: addresses, telephone numbers and names in one spelling.
#pragma once

#include <string>
#include <string_view>

namespace regulars {

/// An e-mail address in small letters, without the name, the brackets and the "mailto:" around it.
/// Empty when it is none, or masked.
std::string normal_email(std::string_view cell);

/// The digits of a telephone number, after a plus where it names its country (+49 170, 0049 170),
/// of a Chinese mobile number without it. Empty for fewer than 7 and more than 15 digits (ITU-T
/// E.164 ends there), other text, and masked numbers.
std::string normal_phone(std::string_view cell);

/// A name and where it lives, in one spelling of both. Empty where either is missing or masked.
std::string normal_name_and_postcode(std::string_view name, std::string_view postcode);

/// The same into texts that keep their memory.
void normal_email(std::string_view cell, std::string& result);
void normal_phone(std::string_view cell, std::string& result);
void normal_name_and_postcode(std::string_view name, std::string_view postcode,
                              std::string& result);

/// Whether a platform has hidden a text: asterisks in it (186******05), or one of the ciphers that
/// begin with ## or $$ or stand between tildes.
bool is_masked(std::string_view text);

/// Whether a text names no one in particular: a placeholder, "guest", "walk-in".
bool is_nobody(std::string_view text);

}  // namespace regulars
