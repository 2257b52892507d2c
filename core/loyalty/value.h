// A JSON value without a JSON library: what rules, reward programs and their answers are made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace regulars {

struct Member;

/// One JSON value, held whole. The empty one is null.
class Value {
 public:
  using List = std::vector<Value>;
  using Object = std::vector<Member>;  // in the order of writing; of a repeated key the last counts

  enum class Kind : std::uint8_t { null, boolean, number, text, list, object };

  Value();
  Value(std::string text);       // NOLINT: reads as the value it holds, as do the next four
  Value(std::string_view text);  // NOLINT
  Value(const char* text);       // NOLINT
  Value(List list);              // NOLINT
  Value(Object object);          // NOLINT
  /// A truth or a number, never one for the other.
  template <class T>
  requires std::is_arithmetic_v<T> Value(T plain)
      : Value(Plain{std::is_same_v<T, bool>, static_cast<double>(plain)}) {}  // NOLINT

  // Defined where Member is whole.
  Value(const Value&);
  Value(Value&&) noexcept;
  Value& operator=(const Value&);
  Value& operator=(Value&&) noexcept;
  ~Value();

  Kind kind() const { return static_cast<Kind>(held_.index()); }
  bool is(Kind kind) const { return this->kind() == kind; }

  /// What the value holds; asking for another kind is a programmer's error.
  bool boolean() const;
  double number() const;
  const std::string& text() const;
  const List& list() const;
  List& list();
  const Object& object() const;
  Object& object();

  /// The value under a key of an object; null pointer where it has none, or is no object.
  const Value* find(std::string_view key) const;

  /// The same value, lists and objects by what they hold, objects in any order of keys.
  friend bool operator==(const Value& a, const Value& b);

 private:
  struct Plain {
    bool is_truth = false;
    double number = 0;
  };
  explicit Value(Plain plain);

  std::variant<std::monostate, bool, double, std::string, List, Object> held_;
};

/// A key of an object and what stands there.
struct Member {
  std::string key;
  Value value;
};

/// A number as JavaScript writes it: the fewest digits that read back as the same double; 12.5,
/// 1e+21, -0 is 0. Source: ECMA-262, Number::toString.
std::string to_text(double number);

}  // namespace regulars
