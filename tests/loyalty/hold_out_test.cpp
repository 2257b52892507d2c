// Who is held out, against the published vectors of the hash.
#include "core/loyalty/hold_out.h"

#include <string>

#include "core/wire/program.h"
#include "tests/support/catch.h"

namespace regulars {

// Source: GrowthBook, packages/sdk-js/test/cases.json, hash version 2.
TEST_CASE("places between all are those of the published vectors", "[loyalty][hold_out]") {
  struct Vector {
    std::string seed;
    std::string sign;
    double place;
  };
  for (const Vector& vector :
       {Vector{"seed", "a", 0.0505}, Vector{"seed", "b", 0.2696}, Vector{"foo", "ab", 0.2575},
        Vector{"foo", "def", 0.2019}, Vector{"89123klj", "8952klfjas09ujkasdf", 0.124},
        Vector{"90850943850283058242805", "123", 0.7516},
        Vector{"()**(%$##$%#$#", "___)((*\":&", 0.0128}}) {
    INFO(vector.seed);
    CHECK_THAT(place_between_all(vector.seed, vector.sign), WithinAbs(vector.place, 1e-12));
  }
}

TEST_CASE("a tenth is held out, and a larger share holds out the same and more",
          "[loyalty][hold_out]") {
  int tenth = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string sign = "customer" + std::to_string(i) + "@example.org";
    const bool in_tenth = is_held_out({.share = 0.1, .seed = "spring"}, sign);
    tenth += in_tenth ? 1 : 0;
    if (in_tenth) CHECK(is_held_out({.share = 0.2, .seed = "spring"}, sign));
    CHECK_FALSE(is_held_out({.share = 0, .seed = "spring"}, sign));
  }
  // Four standard deviations of a binomial share are 0.85 %.
  CHECK_THAT(tenth / 20'000.0, WithinAbs(0.1, 0.0085));
}

TEST_CASE("a program holds out a share by its own name, and refuses what is no share",
          "[loyalty][hold_out]") {
  const auto program = [](const std::string& hold_out) {
    return wire::parse_program(R"({"name": "spring", "hold_out": )" + hold_out +
                               R"(, "rules": [{"when": true, "amount": 1}]})");
  };
  const auto named = program(R"({"share": 0.1})");
  REQUIRE(named);
  CHECK(named->hold_out->share == 0.1);
  CHECK(named->hold_out->seed == "spring");
  CHECK(program(R"({"share": 0.1, "seed": "x"})")->hold_out->seed == "x");
  // What is written is read again as the same.
  const auto again = compile_program(document_of(*named));
  REQUIRE(again);
  CHECK(again->hold_out->seed == "spring");
  CHECK_FALSE(program("null")->hold_out);
  for (const std::string wrong : {"1", "-0.1", "\"a\""}) {
    const auto refused = program(R"({"share": )" + wrong + "}");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().detail.starts_with("hold_out.share: "));
  }
  CHECK(program(R"({"seed": "x"})").error().detail == "hold_out.share: is missing");
  CHECK(program("0.1").error().detail.starts_with("hold_out: "));
}

}  // namespace regulars
