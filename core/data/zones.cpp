#include "core/data/zones.h"

#include <array>

#include "core/data/cursor.h"
#include "core/data/values.h"

namespace regulars {
namespace {

struct Abbreviation {
  std::string_view name;
  std::int32_t minutes;  // east of UTC
};

// The abbreviations of the tz database and of PayPal's exports. Read one way of several: CST, EST,
// MST, PST (North America; China's and Cuba's CST, Australia's EST are not meant), IST (India;
// neither Ireland nor Israel), BST (British summer; not Bangladesh), AST (Atlantic; not Arabia),
// SST (Samoa; not Singapore), AMT (Amazon; not Armenia), GST (Gulf; not South Georgia), ECT
// (Ecuador).
constexpr std::array<Abbreviation, 87> kAbbreviations{{
    {"Z", 0},      {"UTC", 0},    {"GMT", 0},     {"UCT", 0},    {"WET", 0},     {"WEST", 60},
    {"BST", 60},   {"CET", 60},   {"MEZ", 60},    {"WAT", 60},   {"CEST", 120},  {"MESZ", 120},
    {"EET", 120},  {"CAT", 120},  {"SAST", 120},  {"IDT", 180},  {"EEST", 180},  {"MSK", 180},
    {"TRT", 180},  {"EAT", 180},  {"MSD", 240},   {"GST", 240},  {"SAMT", 240},  {"AZT", 240},
    {"GET", 240},  {"IRST", 210}, {"AFT", 270},   {"PKT", 300},  {"UZT", 300},   {"YEKT", 300},
    {"IST", 330},  {"NPT", 345},  {"ALMT", 360},  {"OMST", 360}, {"MMT", 390},   {"ICT", 420},
    {"WIB", 420},  {"KRAT", 420}, {"HKT", 480},   {"SGT", 480},  {"MYT", 480},   {"PHT", 480},
    {"AWST", 480}, {"WITA", 480}, {"IRKT", 480},  {"CNST", 480}, {"JST", 540},   {"KST", 540},
    {"WIT", 540},  {"ACST", 570}, {"AEST", 600},  {"CHST", 600}, {"VLAT", 600},  {"ACDT", 630},
    {"AEDT", 660}, {"NZST", 720}, {"FJT", 720},   {"NZDT", 780}, {"CVT", -60},   {"BRT", -180},
    {"ART", -180}, {"UYT", -180}, {"CLST", -180}, {"ADT", -180}, {"NST", -210},  {"NDT", -150},
    {"AST", -240}, {"AMT", -240}, {"EDT", -240},  {"EST", -300}, {"CDT", -300},  {"CST", -360},
    {"MDT", -360}, {"MST", -420}, {"PDT", -420},  {"PST", -480}, {"AKDT", -480}, {"AKST", -540},
    {"HDT", -540}, {"HST", -600}, {"SST", -660},  {"CLT", -240}, {"BOT", -240},  {"VET", -240},
    {"COT", -300}, {"PET", -300}, {"ECT", -300},
}};

struct Named {
  std::string_view name;
  std::string_view iana;
};

// Source: ActiveSupport::TimeZone::MAPPING, rails/rails, activesupport/lib/active_support/values/
// time_zone.rb. Kiev, Kyev, Calcutta and Ulaan Bataar are of older
// versions; UTC is an abbreviation.
constexpr std::array<Named, 154> kRails{{
    {"International Date Line West", "Pacific/Midway"},
    {"Midway Island", "Pacific/Midway"},
    {"American Samoa", "Pacific/Pago_Pago"},
    {"Hawaii", "Pacific/Honolulu"},
    {"Alaska", "America/Juneau"},
    {"Pacific Time (US & Canada)", "America/Los_Angeles"},
    {"Tijuana", "America/Tijuana"},
    {"Mountain Time (US & Canada)", "America/Denver"},
    {"Arizona", "America/Phoenix"},
    {"Chihuahua", "America/Chihuahua"},
    {"Mazatlan", "America/Mazatlan"},
    {"Central Time (US & Canada)", "America/Chicago"},
    {"Saskatchewan", "America/Regina"},
    {"Guadalajara", "America/Mexico_City"},
    {"Mexico City", "America/Mexico_City"},
    {"Monterrey", "America/Monterrey"},
    {"Central America", "America/Guatemala"},
    {"Eastern Time (US & Canada)", "America/New_York"},
    {"Indiana (East)", "America/Indiana/Indianapolis"},
    {"Bogota", "America/Bogota"},
    {"Lima", "America/Lima"},
    {"Quito", "America/Lima"},
    {"Atlantic Time (Canada)", "America/Halifax"},
    {"Caracas", "America/Caracas"},
    {"La Paz", "America/La_Paz"},
    {"Santiago", "America/Santiago"},
    {"Newfoundland", "America/St_Johns"},
    {"Brasilia", "America/Sao_Paulo"},
    {"Buenos Aires", "America/Argentina/Buenos_Aires"},
    {"Montevideo", "America/Montevideo"},
    {"Georgetown", "America/Guyana"},
    {"Puerto Rico", "America/Puerto_Rico"},
    {"Greenland", "America/Godthab"},
    {"Mid-Atlantic", "Atlantic/South_Georgia"},
    {"Azores", "Atlantic/Azores"},
    {"Cape Verde Is.", "Atlantic/Cape_Verde"},
    {"Dublin", "Europe/Dublin"},
    {"Edinburgh", "Europe/London"},
    {"Lisbon", "Europe/Lisbon"},
    {"London", "Europe/London"},
    {"Casablanca", "Africa/Casablanca"},
    {"Monrovia", "Africa/Monrovia"},
    {"Belgrade", "Europe/Belgrade"},
    {"Bratislava", "Europe/Bratislava"},
    {"Budapest", "Europe/Budapest"},
    {"Ljubljana", "Europe/Ljubljana"},
    {"Prague", "Europe/Prague"},
    {"Sarajevo", "Europe/Sarajevo"},
    {"Skopje", "Europe/Skopje"},
    {"Warsaw", "Europe/Warsaw"},
    {"Zagreb", "Europe/Zagreb"},
    {"Brussels", "Europe/Brussels"},
    {"Copenhagen", "Europe/Copenhagen"},
    {"Madrid", "Europe/Madrid"},
    {"Paris", "Europe/Paris"},
    {"Amsterdam", "Europe/Amsterdam"},
    {"Berlin", "Europe/Berlin"},
    {"Bern", "Europe/Zurich"},
    {"Zurich", "Europe/Zurich"},
    {"Rome", "Europe/Rome"},
    {"Stockholm", "Europe/Stockholm"},
    {"Vienna", "Europe/Vienna"},
    {"West Central Africa", "Africa/Algiers"},
    {"Bucharest", "Europe/Bucharest"},
    {"Cairo", "Africa/Cairo"},
    {"Helsinki", "Europe/Helsinki"},
    {"Kyiv", "Europe/Kiev"},
    {"Kyev", "Europe/Kiev"},
    {"Kiev", "Europe/Kiev"},
    {"Riga", "Europe/Riga"},
    {"Sofia", "Europe/Sofia"},
    {"Tallinn", "Europe/Tallinn"},
    {"Vilnius", "Europe/Vilnius"},
    {"Athens", "Europe/Athens"},
    {"Istanbul", "Europe/Istanbul"},
    {"Minsk", "Europe/Minsk"},
    {"Jerusalem", "Asia/Jerusalem"},
    {"Harare", "Africa/Harare"},
    {"Pretoria", "Africa/Johannesburg"},
    {"Kaliningrad", "Europe/Kaliningrad"},
    {"Moscow", "Europe/Moscow"},
    {"St. Petersburg", "Europe/Moscow"},
    {"Volgograd", "Europe/Volgograd"},
    {"Samara", "Europe/Samara"},
    {"Kuwait", "Asia/Kuwait"},
    {"Riyadh", "Asia/Riyadh"},
    {"Nairobi", "Africa/Nairobi"},
    {"Baghdad", "Asia/Baghdad"},
    {"Tehran", "Asia/Tehran"},
    {"Abu Dhabi", "Asia/Muscat"},
    {"Muscat", "Asia/Muscat"},
    {"Baku", "Asia/Baku"},
    {"Tbilisi", "Asia/Tbilisi"},
    {"Yerevan", "Asia/Yerevan"},
    {"Kabul", "Asia/Kabul"},
    {"Ekaterinburg", "Asia/Yekaterinburg"},
    {"Islamabad", "Asia/Karachi"},
    {"Karachi", "Asia/Karachi"},
    {"Tashkent", "Asia/Tashkent"},
    {"Chennai", "Asia/Kolkata"},
    {"Kolkata", "Asia/Kolkata"},
    {"Calcutta", "Asia/Kolkata"},
    {"Mumbai", "Asia/Kolkata"},
    {"New Delhi", "Asia/Kolkata"},
    {"Kathmandu", "Asia/Kathmandu"},
    {"Astana", "Asia/Dhaka"},
    {"Dhaka", "Asia/Dhaka"},
    {"Sri Jayawardenepura", "Asia/Colombo"},
    {"Almaty", "Asia/Almaty"},
    {"Novosibirsk", "Asia/Novosibirsk"},
    {"Rangoon", "Asia/Rangoon"},
    {"Bangkok", "Asia/Bangkok"},
    {"Hanoi", "Asia/Bangkok"},
    {"Jakarta", "Asia/Jakarta"},
    {"Krasnoyarsk", "Asia/Krasnoyarsk"},
    {"Beijing", "Asia/Shanghai"},
    {"Chongqing", "Asia/Chongqing"},
    {"Hong Kong", "Asia/Hong_Kong"},
    {"Urumqi", "Asia/Urumqi"},
    {"Kuala Lumpur", "Asia/Kuala_Lumpur"},
    {"Singapore", "Asia/Singapore"},
    {"Taipei", "Asia/Taipei"},
    {"Perth", "Australia/Perth"},
    {"Irkutsk", "Asia/Irkutsk"},
    {"Ulaanbaatar", "Asia/Ulaanbaatar"},
    {"Ulaan Bataar", "Asia/Ulaanbaatar"},
    {"Seoul", "Asia/Seoul"},
    {"Osaka", "Asia/Tokyo"},
    {"Sapporo", "Asia/Tokyo"},
    {"Tokyo", "Asia/Tokyo"},
    {"Yakutsk", "Asia/Yakutsk"},
    {"Darwin", "Australia/Darwin"},
    {"Adelaide", "Australia/Adelaide"},
    {"Canberra", "Australia/Melbourne"},
    {"Melbourne", "Australia/Melbourne"},
    {"Sydney", "Australia/Sydney"},
    {"Brisbane", "Australia/Brisbane"},
    {"Hobart", "Australia/Hobart"},
    {"Vladivostok", "Asia/Vladivostok"},
    {"Guam", "Pacific/Guam"},
    {"Port Moresby", "Pacific/Port_Moresby"},
    {"Magadan", "Asia/Magadan"},
    {"Srednekolymsk", "Asia/Srednekolymsk"},
    {"Solomon Is.", "Pacific/Guadalcanal"},
    {"New Caledonia", "Pacific/Noumea"},
    {"Fiji", "Pacific/Fiji"},
    {"Kamchatka", "Asia/Kamchatka"},
    {"Marshall Is.", "Pacific/Majuro"},
    {"Auckland", "Pacific/Auckland"},
    {"Wellington", "Pacific/Auckland"},
    {"Nuku'alofa", "Pacific/Tongatapu"},
    {"Tokelau Is.", "Pacific/Fakaofo"},
    {"Chatham Is.", "Pacific/Chatham"},
    {"Samoa", "Pacific/Apia"},
}};

// Source: Unicode CLDR, common/supplemental/windowsZones.xml, territory 001: those of countries
// with many shops. Names that say "Daylight" are the same zones.
constexpr std::array<Named, 66> kWindows{{
    {"Hawaiian Standard Time", "Pacific/Honolulu"},
    {"Alaskan Standard Time", "America/Anchorage"},
    {"Pacific Standard Time", "America/Los_Angeles"},
    {"Pacific Standard Time (Mexico)", "America/Tijuana"},
    {"US Mountain Standard Time", "America/Phoenix"},
    {"Mountain Standard Time", "America/Denver"},
    {"Mountain Standard Time (Mexico)", "America/Mazatlan"},
    {"Central America Standard Time", "America/Guatemala"},
    {"Central Standard Time", "America/Chicago"},
    {"Central Standard Time (Mexico)", "America/Mexico_City"},
    {"Canada Central Standard Time", "America/Regina"},
    {"SA Pacific Standard Time", "America/Bogota"},
    {"Eastern Standard Time", "America/New_York"},
    {"Eastern Standard Time (Mexico)", "America/Cancun"},
    {"US Eastern Standard Time", "America/Indiana/Indianapolis"},
    {"Atlantic Standard Time", "America/Halifax"},
    {"Venezuela Standard Time", "America/Caracas"},
    {"SA Western Standard Time", "America/La_Paz"},
    {"Pacific SA Standard Time", "America/Santiago"},
    {"Newfoundland Standard Time", "America/St_Johns"},
    {"E. South America Standard Time", "America/Sao_Paulo"},
    {"SA Eastern Standard Time", "America/Cayenne"},
    {"Argentina Standard Time", "America/Argentina/Buenos_Aires"},
    {"Montevideo Standard Time", "America/Montevideo"},
    {"Azores Standard Time", "Atlantic/Azores"},
    {"GMT Standard Time", "Europe/London"},
    {"Greenwich Standard Time", "Atlantic/Reykjavik"},
    {"Morocco Standard Time", "Africa/Casablanca"},
    {"W. Europe Standard Time", "Europe/Berlin"},
    {"Central Europe Standard Time", "Europe/Budapest"},
    {"Romance Standard Time", "Europe/Paris"},
    {"Central European Standard Time", "Europe/Warsaw"},
    {"W. Central Africa Standard Time", "Africa/Lagos"},
    {"GTB Standard Time", "Europe/Bucharest"},
    {"E. Europe Standard Time", "Europe/Chisinau"},
    {"FLE Standard Time", "Europe/Kiev"},
    {"Middle East Standard Time", "Asia/Beirut"},
    {"Egypt Standard Time", "Africa/Cairo"},
    {"South Africa Standard Time", "Africa/Johannesburg"},
    {"Israel Standard Time", "Asia/Jerusalem"},
    {"Turkey Standard Time", "Europe/Istanbul"},
    {"Arabic Standard Time", "Asia/Baghdad"},
    {"Arab Standard Time", "Asia/Riyadh"},
    {"Belarus Standard Time", "Europe/Minsk"},
    {"Russian Standard Time", "Europe/Moscow"},
    {"E. Africa Standard Time", "Africa/Nairobi"},
    {"Iran Standard Time", "Asia/Tehran"},
    {"Arabian Standard Time", "Asia/Dubai"},
    {"Pakistan Standard Time", "Asia/Karachi"},
    {"India Standard Time", "Asia/Kolkata"},
    {"Sri Lanka Standard Time", "Asia/Colombo"},
    {"Nepal Standard Time", "Asia/Kathmandu"},
    {"Bangladesh Standard Time", "Asia/Dhaka"},
    {"SE Asia Standard Time", "Asia/Bangkok"},
    {"China Standard Time", "Asia/Shanghai"},
    {"Singapore Standard Time", "Asia/Singapore"},
    {"Taipei Standard Time", "Asia/Taipei"},
    {"W. Australia Standard Time", "Australia/Perth"},
    {"Tokyo Standard Time", "Asia/Tokyo"},
    {"Korea Standard Time", "Asia/Seoul"},
    {"Cen. Australia Standard Time", "Australia/Adelaide"},
    {"AUS Central Standard Time", "Australia/Darwin"},
    {"E. Australia Standard Time", "Australia/Brisbane"},
    {"AUS Eastern Standard Time", "Australia/Sydney"},
    {"Tasmania Standard Time", "Australia/Hobart"},
    {"New Zealand Standard Time", "Pacific/Auckland"},
}};

template <std::size_t N>
std::string_view find(const std::array<Named, N>& table, std::string_view name) {
  for (const Named& entry : table)
    if (same_letters(entry.name, name)) return entry.iana;
  return {};
}

// +01:00, -0500, +8, +5:30 - the sign is a must.
std::optional<std::int32_t> parse_offset(std::string_view text) {
  Cursor cursor{text};
  const bool west = cursor.skip('-') || cursor.skip("\u2212");
  if (!west && !cursor.skip('+')) return {};
  std::size_t digits = 0;
  std::int32_t hours = cursor.number(4, &digits);
  std::int32_t minutes = 0;
  if (digits == 4 || digits == 3) {
    minutes = hours % 100;
    hours /= 100;
  } else if (digits == 0) {
    return {};
  } else if (cursor.skip(':')) {
    minutes = cursor.number(2, &digits);
    if (digits != 2) return {};
  }
  if (!cursor.done() || hours > 14 || minutes > 59) return {};
  return (hours * 3600 + minutes * 60) * (west ? -1 : 1);
}

// Area/City, as in the tz database.
bool is_iana(std::string_view name) {
  constexpr std::array<std::string_view, 15> areas{"Africa/", "America/",  "Antarctica/", "Arctic/",
                                                   "Asia/",   "Atlantic/", "Australia/",  "Brazil/",
                                                   "Canada/", "Chile/",    "Etc/",        "Europe/",
                                                   "Indian/", "Pacific/",  "US/"};
  for (const std::string_view area : areas) {
    if (!same_letters(name.substr(0, area.size()), area) || name.size() == area.size()) continue;
    for (const char c : name)
      if (!is_letter(c) && !is_digit(c) && c != '/' && c != '_' && c != '-' && c != '+')
        return false;
    return true;
  }
  return false;
}

}  // namespace

std::optional<std::int32_t> parse_zone_abbreviation(std::string_view text) {
  for (const Abbreviation& entry : kAbbreviations)
    if (same_letters(entry.name, text)) return entry.minutes * 60;
  return {};
}

std::optional<ZoneName> parse_zone(std::string_view cell) {
  std::string_view text = bare(cell);
  if (text.empty()) return {};
  // "(GMT-05:00) Eastern Time (US & Canada)"
  if (text.front() == '(' && text.find(')') != std::string_view::npos) {
    const std::string_view behind = bare(text.substr(text.find(')') + 1));
    if (behind.empty()) return parse_zone(text.substr(1, text.find(')') - 1));
    const auto named = parse_zone(behind);
    return named ? named : parse_zone(text.substr(1, text.find(')') - 1));
  }
  if (const auto offset = parse_offset(text)) return ZoneName{offset, ""};
  if (const auto offset = parse_zone_abbreviation(text)) return ZoneName{offset, ""};
  for (const std::string_view prefix : {"UTC", "GMT"}) {
    if (!same_letters(text.substr(0, 3), prefix)) continue;
    std::string_view rest = bare(text.substr(3));
    if (const auto offset = parse_offset(rest)) return ZoneName{offset, ""};
  }
  if (is_iana(text)) return ZoneName{{}, std::string(text)};
  std::string_view iana = find(kRails, text);
  if (iana.empty()) iana = find(kWindows, text);
  if (iana.empty()) {
    std::string standard(text);
    const std::size_t daylight = standard.find("Daylight");
    if (daylight == std::string::npos) return {};
    iana = find(kWindows, standard.replace(daylight, 8, "Standard"));
  }
  if (iana.empty()) return {};
  return ZoneName{{}, std::string(iana)};
}

}  // namespace regulars
