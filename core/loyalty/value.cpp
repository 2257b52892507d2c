#include "core/loyalty/value.h"

#include <fast_float/fast_float.h>

#include <cassert>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace regulars {

Value::Value() = default;
Value::Value(std::string text) : held_(std::move(text)) {}
Value::Value(std::string_view text) : held_(std::string(text)) {}
Value::Value(const char* text) : held_(std::string(text)) {}
Value::Value(List list) : held_(std::move(list)) {}
Value::Value(Object object) : held_(std::move(object)) {}
Value::Value(Plain plain) {
  if (plain.is_truth)
    held_ = plain.number != 0;
  else
    held_ = plain.number;
}
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

bool Value::boolean() const {
  assert(is(Kind::boolean));
  return *std::get_if<bool>(&held_);
}

double Value::number() const {
  assert(is(Kind::number));
  return *std::get_if<double>(&held_);
}

const std::string& Value::text() const {
  assert(is(Kind::text));
  return *std::get_if<std::string>(&held_);
}

const Value::List& Value::list() const {
  assert(is(Kind::list));
  return *std::get_if<List>(&held_);
}

Value::List& Value::list() {
  assert(is(Kind::list));
  return *std::get_if<List>(&held_);
}

const Value::Object& Value::object() const {
  assert(is(Kind::object));
  return *std::get_if<Object>(&held_);
}

Value::Object& Value::object() {
  assert(is(Kind::object));
  return *std::get_if<Object>(&held_);
}

const Value* Value::find(std::string_view key) const {
  if (!is(Kind::object)) return nullptr;
  const Object& members = object();
  for (auto member = members.rbegin(); member != members.rend(); ++member)
    if (member->key == key) return &member->value;
  return nullptr;
}

namespace {

bool holds_all_of(const Value& whole, const Value::Object& part) {
  for (const Member& member : part) {
    const Value* there = whole.find(member.key);
    if (there == nullptr || !(*there == member.value)) return false;
  }
  return true;
}

}  // namespace

bool operator==(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Value::Kind::null:
      return true;
    case Value::Kind::boolean:
      return a.boolean() == b.boolean();
    case Value::Kind::number:
      return a.number() == b.number();
    case Value::Kind::text:
      return a.text() == b.text();
    case Value::Kind::list:
      return a.list() == b.list();
    case Value::Kind::object:
      return holds_all_of(a, b.object()) && holds_all_of(b, a.object());
  }
  return false;
}

namespace {

// The fewest decimal digits that read back as `number`, without point and sign, and the power of
// ten of the first.
std::pair<std::string, int> shortest_digits(double number) {
  char written[32] = {};
  for (int decimals = 0; decimals <= 16; ++decimals) {
    const int length = std::snprintf(written, sizeof written, "%.*e", decimals, number);
    double back = 0;
    fast_float::from_chars(written, written + length, back);
    if (back == number) break;
  }
  const std::string_view all = written;
  const std::size_t e = all.find('e');
  std::string digits(all.substr(0, 1));
  if (e > 2) digits += all.substr(2, e - 2);
  return {digits, std::atoi(written + e + 1)};
}

}  // namespace

std::string to_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (number == 0) return "0";
  if (number < 0) return "-" + to_text(-number);
  if (std::isinf(number)) return "Infinity";
  auto [digits, power] = shortest_digits(number);
  const int count = static_cast<int>(digits.size());
  if (power >= 21 || power < -6) {
    if (count > 1) digits.insert(1, ".");
    return digits + (power < 0 ? "e-" : "e+") + std::to_string(std::abs(power));
  }
  const auto zeros = [](int many) { return std::string(static_cast<std::size_t>(many), '0'); };
  if (power < 0) return "0." + zeros(-power - 1) + digits;
  if (count <= power + 1) return digits + zeros(power + 1 - count);
  const auto whole_digits = static_cast<std::size_t>(power) + 1;
  return digits.insert(whole_digits, ".");
}

}  // namespace regulars
