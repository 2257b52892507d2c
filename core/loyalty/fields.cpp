#include "core/loyalty/fields.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/loyalty/syntax.h"
#include "core/loyalty/term.h"

namespace regulars {
namespace {

std::string_view with_article(Value::Kind kind) {
  switch (kind) {
    case Value::Kind::boolean:
      return "true or false";
    case Value::Kind::number:
      return "a number";
    case Value::Kind::text:
      return "a text";
    case Value::Kind::list:
      return "a list";
    case Value::Kind::object:
      return "an object";
    case Value::Kind::null:
      break;
  }
  return "null";
}

}  // namespace

Error program_error(const std::string& path, const std::string& what) {
  return {.code = ErrorCode::invalid_program,
          .detail = (path.empty() ? "program" : path) + ": " + what};
}

std::string must_be(Value::Kind wanted, const Value& found) {
  return "must be " + std::string(with_article(wanted)) + ", is " +
         std::string(with_article(found.kind()));
}

Fields::Fields(std::optional<Error>& trouble, const Value& object, std::string path,
               std::span<const std::string_view> known)
    : trouble_(trouble), object_(&object), path_(std::move(path)) {
  if (!object.is(Value::Kind::object)) {
    if (!trouble_) trouble_ = program_error(path_, must_be(Value::Kind::object, object));
    return;
  }
  for (const Member& member : object.object())
    if (std::find(known.begin(), known.end(), member.key) == known.end())
      refuse(member.key, "is no field here, nearest is " + quoted(nearest_name(member.key, known)));
}

const Value* Fields::find(std::string_view field) const {
  const Value* found = object_->find(field);
  return found == nullptr || found->is(Value::Kind::null) ? nullptr : found;
}

std::string Fields::path_of(std::string_view field) const {
  return path_.empty() ? std::string(field) : path_ + "." + std::string(field);
}

void Fields::refuse(std::string_view field, const std::string& what) {
  if (!trouble_) trouble_ = program_error(path_of(field), what);
}

const Value* Fields::expect(std::string_view field, Value::Kind kind) {
  const Value* found = find(field);
  if (found == nullptr || found->is(kind)) return found;
  refuse(field, must_be(kind, *found));
  return nullptr;
}

std::string Fields::text(std::string_view field, std::string otherwise) {
  const Value* found = expect(field, Value::Kind::text);
  return found == nullptr ? std::move(otherwise) : found->text();
}

std::int64_t Fields::whole(std::string_view field, std::int64_t least, std::int64_t most,
                           std::int64_t otherwise) {
  const Value* found = find(field);
  if (found == nullptr) return otherwise;
  const bool fits =
      found->is(Value::Kind::number) && std::trunc(found->number()) == found->number() &&
      found->number() >= static_cast<double>(least) && found->number() <= static_cast<double>(most);
  if (fits) return static_cast<std::int64_t>(found->number());
  refuse(field,
         "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return otherwise;
}

double Fields::number(std::string_view field, double least, double most, double otherwise) {
  const Value* found = find(field);
  if (found == nullptr) return otherwise;
  if (found->is(Value::Kind::number) && found->number() >= least && found->number() <= most)
    return found->number();
  refuse(field, "must be a number from " + to_text(least) + " to " + to_text(most));
  return otherwise;
}

std::size_t Fields::word(std::string_view field, std::span<const std::string_view> words,
                         std::size_t otherwise) {
  const Value* found = expect(field, Value::Kind::text);
  if (found == nullptr) return otherwise;
  const auto place = std::find(words.begin(), words.end(), found->text());
  if (place != words.end()) return static_cast<std::size_t>(place - words.begin());
  refuse(field, quoted(found->text()) + " is unknown, nearest is " +
                    quoted(nearest_name(found->text(), words)));
  return otherwise;
}

Duration Fields::duration(std::string_view field, const Duration& otherwise) {
  const Value* found = expect(field, Value::Kind::text);
  if (found == nullptr) return otherwise;
  const auto duration = parse_duration(found->text());
  if (duration) return *duration;
  refuse(field, quoted(found->text()) +
                    " is no duration: a whole number with s, m, h, D, W, M or Y, or \"unlimited\"");
  return otherwise;
}

std::optional<Date> Fields::date(std::string_view field) {
  const Value* found = expect(field, Value::Kind::text);
  if (found == nullptr) return {};
  const auto date = iso_date(found->text());
  if (!date) refuse(field, quoted(found->text()) + " is no day like \"2026-01-31\"");
  return date;
}

std::optional<Rule> Fields::rule(std::string_view field, RuleKind kind,
                                 std::span<const FactDefinition> catalogue) {
  const Value* written = find(field);
  if (written == nullptr) {
    refuse(field, "is missing");
    return {};
  }
  auto compiled =
      compile_rule(*written, {.kind = kind, .catalogue = catalogue, .path = path_of(field)});
  if (compiled) return *compiled;
  if (!trouble_) trouble_ = compiled.error();
  return {};
}

std::optional<Rule> Fields::amount(std::string_view field,
                                   std::span<const FactDefinition> catalogue, double most) {
  auto compiled = rule(field, RuleKind::amount, catalogue);
  const Value* written = find(field);
  if (compiled && written->is(Value::Kind::number) &&
      !(written->number() >= 0 && written->number() <= most))
    refuse(field, "must be from 0 to " + to_text(most));
  return compiled;
}

const Value::List* Fields::list(std::string_view field, std::size_t most) {
  const Value* found = expect(field, Value::Kind::list);
  if (found == nullptr) return nullptr;
  if (found->list().size() <= most) return &found->list();
  refuse(field, "has more than " + std::to_string(most));
  return nullptr;
}

}  // namespace regulars
