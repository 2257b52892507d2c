#include <algorithm>
#include <cmath>

#include "core/loyalty/run.h"

namespace regulars {

namespace {

using Kind = Term::Kind;

}  // namespace

Term Run::fact(const Node& node) {
  Term found;
  if (node.fact >= 0) {
    const auto place = static_cast<std::size_t>(node.fact);
    if (place < facts_.size()) found = facts_[place];
  } else {
    found = look_up(*scope_, node.path).value_or(Term{});
  }
  if (!found.is(Kind::null) && !found.is(Kind::unknown)) return found;
  if (comparing_ == 0) explain({node.label, "known", {}, {}, Truth::unknown});
  return doubt(Doubt::missing_fact, node);
}

Term Run::var(const Node& node) {
  const auto parts = syntax_.arguments_of(node);
  std::optional<Term> found;
  if (node.fixed_path) {
    found = look_up(*scope_, node.path);
  } else {
    const Term name = evaluate(parts[0]);
    if (failed_) return {};
    found = look_up(*scope_, split_path(text_of(name)));
  }
  if (found) return *found;
  return parts.size() > 1 ? evaluate(parts[1]) : Term::null();
}

// What a path leads to in a scope; an empty one is the whole.
std::optional<Term> Run::look_up(const Scope& scope, std::span<const std::string> path) {
  if (!scope.reduces) return follow(scope.value, path);
  if (path.empty())
    return keep(Value(Value::Object{{"current", to_value(scope.value)},
                                    {"accumulator", to_value(scope.accumulator)}}));
  if (path[0] == "current") return follow(scope.value, path.subspan(1));
  if (path[0] == "accumulator") return follow(scope.accumulator, path.subspan(1));
  return {};
}

// A leading list of one number climbs.
Address Run::address(const Node& node) {
  Address address;
  bool first = true;
  each_argument(node, 0, [&](const Term& term) {
    if (first && term.is(Kind::list) && term.size() == 1 && term.at(0).is(Kind::number))
      address.climb = static_cast<int>(std::clamp(std::abs(term.at(0).number), 0.0, 1e6));
    else
      address.keys.push_back(text_of(term));
    first = false;
    return true;
  });
  return address;
}

std::optional<Term> Run::resolve(const Address& address) {
  const Scope* scope = scope_;
  int climb = address.climb;
  for (; climb >= 2 && scope != nullptr; climb -= 2) scope = scope->outer;
  if (scope == nullptr) return {};
  if (climb == 0) return look_up(*scope, address.keys);
  if (!scope->iterates) return {};
  return follow(keep(Value(Value::Object{{"index", scope->index}})), address.keys);
}

Term Run::val(const Node& node) {
  const Address where = address(node);
  if (failed_) return {};
  return resolve(where).value_or(Term::null());
}

Term Run::exists(const Node& node) {
  const Address where = address(node);
  if (failed_) return {};
  return Term::of(resolve(where).has_value());
}

bool Run::is_missing(const Term& key) {
  const auto found = look_up(*scope_, split_path(text_of(key)));
  return !found || found->is(Kind::null) || (found->is(Kind::text) && found->text.empty());
}

Term Run::missing(const Node& node) {
  const auto arguments = all_arguments(node);
  if (failed_) return {};
  std::vector<Term> gone;
  const bool wrapped = !arguments.empty() && arguments[0].is(Kind::list);
  const std::size_t count = wrapped ? arguments[0].size() : arguments.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Term key = wrapped ? arguments[0].at(i) : arguments[i];
    if (is_missing(key)) gone.push_back(key);
  }
  return keep(std::move(gone));
}

Term Run::missing_some(const Node& node) {
  const auto [need, keys, rest] = first_arguments(node);
  if (failed_) return {};
  if (!need || !keys || !keys->is(Kind::list)) return fail("Invalid Arguments");
  const auto enough = number_of(*need, node);
  if (!enough) return {};
  std::vector<Term> gone;
  for (std::size_t i = 0; i < keys->size(); ++i)
    if (is_missing(keys->at(i))) gone.push_back(keys->at(i));
  if (static_cast<double>(keys->size() - gone.size()) >= enough->value) gone.clear();
  return keep(std::move(gone));
}

}  // namespace regulars
