#include "core/loyalty/value.h"

#include <limits>

#include "tests/support/catch.h"

namespace regulars {

TEST_CASE("a number is written as JavaScript writes it", "[loyalty][value]") {
  CHECK(to_text(0.0) == "0");
  CHECK(to_text(-0.0) == "0");
  CHECK(to_text(5.0) == "5");
  CHECK(to_text(-12.5) == "-12.5");
  CHECK(to_text(0.1 + 0.2) == "0.30000000000000004");
  CHECK(to_text(1200.0) == "1200");
  CHECK(to_text(123456.789) == "123456.789");
  CHECK(to_text(0.000001) == "0.000001");
  CHECK(to_text(0.0000001) == "1e-7");
  CHECK(to_text(1.5e-9) == "1.5e-9");
  CHECK(to_text(1e20) == "100000000000000000000");
  CHECK(to_text(1e21) == "1e+21");
  CHECK(to_text(std::numeric_limits<double>::max()) == "1.7976931348623157e+308");
  CHECK(to_text(std::numeric_limits<double>::denorm_min()) == "5e-324");
}

TEST_CASE("a truth never becomes a number, nor a text a truth", "[loyalty][value]") {
  CHECK(Value(true).is(Value::Kind::boolean));
  CHECK(Value(1).is(Value::Kind::number));
  CHECK(Value("true").is(Value::Kind::text));
  CHECK_FALSE(Value(true) == Value(1));
}

TEST_CASE("objects are equal in any order of keys, lists are not", "[loyalty][value]") {
  CHECK(Value(Value::Object{{"a", 1}, {"b", 2}}) == Value(Value::Object{{"b", 2}, {"a", 1}}));
  CHECK_FALSE(Value(Value::Object{{"a", 1}}) == Value(Value::Object{{"a", 1}, {"b", 2}}));
  CHECK_FALSE(Value(Value::List{1, 2}) == Value(Value::List{2, 1}));
}

TEST_CASE("of a repeated key the last one counts", "[loyalty][value]") {
  const Value object = Value::Object{{"a", 1}, {"a", 2}};
  REQUIRE(object.find("a") != nullptr);
  CHECK(object.find("a")->number() == 2);
  CHECK(object.find("b") == nullptr);
  CHECK(Value(3).find("a") == nullptr);
}

}  // namespace regulars
