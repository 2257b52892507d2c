# Counts what a test program's output says: "passed failed skipped". Knows ctest, Catch2, node:test and our own last lines. An output that
# counts nothing is one test; one that ends badly (status) has failed, whatever it says.

{ gsub(/\033\[[0-9;]*m/, "") }  # colours
/ tests passed, [0-9]+ tests failed out of [0-9]+/ { failed += $4; passed += $9 - $4 }
/^\t *[0-9]+ - .*\(Skipped\)$/ { skipped += 1; passed -= 1 }
/^All tests passed \([0-9]+ assertions? in [0-9]+ test cases?\)/ { passed += $7 }
/^test cases: +[0-9]+ \|/ {
  for (i = 5; i <= NF; ++i) {
    if ($i == "passed") passed += $(i - 1)
    else if ($i == "failed") failed += $(i - 1)
  }
}
/^skipped: REGULARS_DATA/ { skipped += 1; passed -= 1 }
/^(#|ℹ) (pass|fail|cancelled|skipped) [0-9]+$/ {
  if ($2 == "pass") passed += $3
  else if ($2 == "skipped") skipped += $3
  else failed += $3
}
/^[0-9]+ passed, [0-9]+ failed/ { passed += $1; failed += $3; skipped += $5 }

END {
  if (status != 0 && failed == 0) failed = 1
  if (passed + failed + skipped == 0) passed = 1
  print passed + 0, failed + 0, skipped + 0
}
