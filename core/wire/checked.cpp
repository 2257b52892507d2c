#include "core/wire/checked.h"

#include "core/data/values.h"

namespace regulars::wire {

Result<nlohmann::json> parse(std::string_view text) {
  auto json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded()) return Error{ErrorCode::invalid_json};
  return json;
}

CheckedObject::CheckedObject(const nlohmann::json& json, std::string path)
    : json_(&json), path_(std::move(path)) {
  if (!json.is_object() && !json.is_null()) error_ = Error{ErrorCode::invalid_option, path_};
}

const nlohmann::json* CheckedObject::find(const char* field) const {
  if (!json_->is_object()) return nullptr;
  const auto found = json_->find(field);
  return found == json_->end() || found->is_null() ? nullptr : &*found;
}

void CheckedObject::fail(std::string_view field) {
  if (!error_)
    error_ = Error{ErrorCode::invalid_option,
                   path_.empty() ? std::string(field) : path_ + '.' + std::string(field)};
}

void CheckedObject::read(const char* field, std::string& value) {
  const auto* found = find(field);
  if (!found) return;
  if (found->is_string())
    value = found->get<std::string>();
  else
    fail(field);
}

void CheckedObject::read(const char* field, bool& value) {
  const auto* found = find(field);
  if (!found) return;
  if (found->is_boolean())
    value = found->get<bool>();
  else
    fail(field);
}

void CheckedObject::read(const char* field, std::int64_t& value, std::int64_t least,
                         std::int64_t most) {
  const auto* found = find(field);
  if (!found) return;
  const bool fits = found->is_number_integer() &&
                    (!found->is_number_unsigned() || found->get<std::uint64_t>() <= INT64_MAX);
  if (fits && found->get<std::int64_t>() >= least && found->get<std::int64_t>() <= most)
    value = found->get<std::int64_t>();
  else
    fail(field);
}

void CheckedObject::read(const char* field, std::optional<Date>& value) {
  const auto* found = find(field);
  if (!found) return;
  if (!found->is_string()) return fail(field);
  const auto date = parse_date(found->get_ref<const std::string&>());
  if (!date || !date->year_first) return fail(field);
  value = date_of(*date, DayOrder::month_first);
}

}  // namespace regulars::wire
