#include "core/wire/logic.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace regulars::wire {

namespace {

constexpr double kSuiteTolerance = 1e-10;  // difference of two numbers that a suite takes as equal
constexpr double kLargestWhole = 0x1p53;

// Builds a Value from the events of the JSON reader, so that no document is ever nested deeper than
// a stack bears.
class ValueBuilder {
 public:
  using json = nlohmann::json;

  bool null() { return add({}); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(json::number_integer_t value) { return add(value); }
  bool number_unsigned(json::number_unsigned_t value) { return add(value); }
  bool number_float(json::number_float_t value, const std::string&) { return add(value); }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(json::binary_t&) { return false; }

  bool start_object(std::size_t) { return open(Value::Object{}); }
  bool start_array(std::size_t) { return open(Value::List{}); }
  bool key(std::string& key) {
    keys_.back() = std::move(key);
    return true;
  }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  template <class Trouble>
  bool parse_error(std::size_t position, const std::string&, const Trouble&) {
    broken_at_ = position;
    return false;
  }

  Value take() { return std::move(whole_); }
  bool too_deep() const { return too_deep_; }
  std::size_t broken_at() const { return broken_at_; }

 private:
  bool open(Value container) {
    too_deep_ = open_.size() >= kMaxJsonDepth;
    open_.push_back(std::move(container));
    keys_.emplace_back();
    return !too_deep_;
  }

  bool close() {
    Value done = std::move(open_.back());
    open_.pop_back();
    keys_.pop_back();
    return add(std::move(done));
  }

  bool add(Value value) {
    if (open_.empty())
      whole_ = std::move(value);
    else if (open_.back().is(Value::Kind::list))
      open_.back().list().push_back(std::move(value));
    else
      open_.back().object().push_back({std::move(keys_.back()), std::move(value)});
    return true;
  }

  Value whole_;
  std::vector<Value> open_;        // the lists and objects around the next value
  std::vector<std::string> keys_;  // the key that waits for its value, of each of them
  bool too_deep_ = false;
  std::size_t broken_at_ = 0;  // bytes read when the text stopped being JSON
};

Error invalid_json(std::string_view text, std::size_t bytes_read) {
  const std::string_view before = text.substr(0, std::min(text.size(), bytes_read));
  const std::size_t line_start = before.find_last_of('\n') + 1;  // 0 where there is none
  return {
      .code = ErrorCode::invalid_json,
      .detail = "",
      .line = 1 + std::count(before.begin(), before.end(), '\n'),
      .column = static_cast<std::int32_t>(std::max<std::size_t>(1, before.size() - line_start))};
}

// JSON has one kind of number; 5 is written 5 and not 5.0.
template <class Json>
Json json_of(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::null:
      return nullptr;
    case Value::Kind::boolean:
      return value.boolean();
    case Value::Kind::number: {
      const double number = value.number();
      if (std::trunc(number) == number && std::abs(number) < kLargestWhole)
        return static_cast<std::int64_t>(number);
      return number;
    }
    case Value::Kind::text:
      return value.text();
    case Value::Kind::list: {
      Json list = Json::array();
      for (const Value& item : value.list()) list.push_back(json_of<Json>(item));
      return list;
    }
    case Value::Kind::object:
      break;
  }
  Json object = Json::object();
  for (const Member& member : value.object()) object[member.key] = json_of<Json>(member.value);
  return object;
}

std::string too_deep() { return "deeper than " + std::to_string(kMaxJsonDepth) + " levels"; }

// The value of the library's own; nothing where it is too deep.
std::optional<Value> copied(const nlohmann::json& document, int depth) {
  if (depth > kMaxJsonDepth) return {};
  if (document.is_boolean()) return document.get<bool>();
  if (document.is_number()) return document.get<double>();
  if (document.is_string()) return document.get_ref<const std::string&>();
  if (document.is_array()) {
    Value::List list;
    for (const auto& item : document) {
      auto value = copied(item, depth + 1);
      if (!value) return {};
      list.push_back(*std::move(value));
    }
    return list;
  }
  Value::Object object;
  if (!document.is_object()) return Value();
  for (auto member = document.begin(); member != document.end(); ++member) {
    auto value = copied(member.value(), depth + 1);
    if (!value) return {};
    object.push_back({member.key(), *std::move(value)});
  }
  return object;
}

// One case of either form.
struct Case {
  std::string description;
  Value rule;
  Value data;
  Value result;
  std::optional<Value> error;
};

std::optional<Case> case_of(const Value& written) {
  if (written.is(Value::Kind::list) && written.list().size() == 3) {
    const Value::List& parts = written.list();
    return Case{{}, parts[0], parts[1], parts[2], {}};
  }
  const Value* rule = written.find("rule");
  const Value* result = written.find("result");
  const Value* error = written.find("error");
  if (rule == nullptr || (result == nullptr && error == nullptr)) return {};
  const Value* description = written.find("description");
  const Value* data = written.find("data");
  Case found{{}, *rule, data == nullptr ? Value(Value::Object{}) : *data, {}, {}};
  if (description != nullptr && description->is(Value::Kind::text))
    found.description = description->text();
  if (result != nullptr) found.result = *result;
  if (error != nullptr) found.error = *error;
  return found;
}

// Equal by type and content, numbers within the tolerance.
bool agree(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  if (a.is(Value::Kind::number)) return std::abs(a.number() - b.number()) <= kSuiteTolerance;
  if (a.is(Value::Kind::list))
    return std::equal(a.list().begin(), a.list().end(), b.list().begin(), b.list().end(), agree);
  if (!a.is(Value::Kind::object)) return a == b;
  const auto in = [](const Value& whole) {
    return [&whole](const Member& member) {
      const Value* there = whole.find(member.key);
      return there != nullptr && agree(*there, member.value);
    };
  };
  return std::all_of(a.object().begin(), a.object().end(), in(b)) &&
         std::all_of(b.object().begin(), b.object().end(), in(a));
}

Value as_error(Value error) { return Value::Object{{"error", std::move(error)}}; }

// What the evaluator makes of a case: the value, or {"error": ...}.
struct Finding {
  Value value;
  bool is_error = false;
};

Finding find(const Case& example, LogicProfile profile) {
  const auto rule = compile_rule(example.rule, {.profile = profile});
  if (!rule)
    return {Value::Object{{"type", "invalid_program"}, {"detail", rule.error().detail}}, true};
  Outcome outcome = evaluate(*rule, example.data);
  return {std::move(outcome.value), outcome.status == Outcome::Status::failed};
}

bool passes(const Case& example, const Finding& found) {
  if (example.error.has_value() != found.is_error) return false;
  if (!found.is_error) return agree(found.value, example.result);
  const Value* wanted = example.error->find("type");
  const Value* thrown = found.value.find("type");
  if (wanted == nullptr || thrown == nullptr) return agree(found.value, *example.error);
  return agree(*thrown, *wanted);
}

}  // namespace

Result<Value> parse_value(std::string_view text) {
  ValueBuilder builder;
  if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return builder.take();
  if (builder.too_deep()) return Error{.code = ErrorCode::invalid_json, .detail = too_deep()};
  return invalid_json(text, builder.broken_at());
}

Result<Value> value_of(const nlohmann::json& document) {
  auto value = copied(document, 0);
  if (value) return *std::move(value);
  return Error{.code = ErrorCode::invalid_json, .detail = too_deep()};
}

std::string to_json_text(const Value& value) {
  using Json = nlohmann::ordered_json;
  return json_of<Json>(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

nlohmann::json to_json(const Value& value) { return json_of<nlohmann::json>(value); }

nlohmann::json to_json(Truth truth) {
  if (truth == Truth::unknown) return nullptr;
  return truth == Truth::yes;
}

Result<LogicReport> run_logic_suite(std::string_view text, LogicProfile profile) {
  const auto suite = parse_value(text);
  if (!suite) return suite.error();
  if (!suite->is(Value::Kind::list))
    return Error{.code = ErrorCode::invalid_option, .detail = "a suite is a list of cases"};
  LogicReport report;
  for (std::size_t i = 0; i < suite->list().size(); ++i) {
    const Value& written = suite->list()[i];
    if (written.is(Value::Kind::text)) continue;
    const auto example = case_of(written);
    if (!example)
      return Error{
          .code = ErrorCode::invalid_option,
          .detail = "[" + std::to_string(i) + "]: no case with a rule and a result or an error"};
    Finding found = find(*example, profile);
    if (passes(*example, found)) {
      ++report.passed;
      continue;
    }
    report.failures.push_back(
        {.index = report.passed + report.failed,
         .description = example->description,
         .rule = example->rule,
         .data = example->data,
         .wanted = example->error ? as_error(*example->error) : example->result,
         .found = found.is_error ? as_error(std::move(found.value)) : std::move(found.value)});
    ++report.failed;
  }
  return report;
}

nlohmann::json to_json(const LogicReport& report) {
  nlohmann::json failures = nlohmann::json::array();
  for (const LogicFailure& failure : report.failures)
    failures.push_back({{"index", failure.index},
                        {"description", failure.description},
                        {"rule", to_json(failure.rule)},
                        {"data", to_json(failure.data)},
                        {"wanted", to_json(failure.wanted)},
                        {"found", to_json(failure.found)}});
  return {{"passed", report.passed}, {"failed", report.failed}, {"failures", std::move(failures)}};
}

}  // namespace regulars::wire
