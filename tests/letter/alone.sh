# A letter does not depend on what was made before it: alone, among the others of its case, after other cases, in any order.
. "$(dirname "$0")/../lib.sh"
sums() { (cd "$1" && sha256sum -- *.pdf 2>/dev/null); }
for case in $(ordinary); do
  name=$(basename "$case" .xml)
  mkdir "$TMP/together" "$TMP/alone"
  "$DUFORM" make "$case" -d invitation -d call-sheet -o "$TMP/together" -q 2>/dev/null
  recipients=$(ls "$TMP/together" | sed -E 's/.*-([0-9]+)(-[a-z]+)?\.pdf$/\1/' | sort -un)
  for kind in invitation call-sheet; do
    for n in $recipients; do "$DUFORM" make "$case" -d "$kind" --to "$n" -o "$TMP/alone" -q 2>/dev/null; done
  done
  check "$name: several letters were made" test "$(ls "$TMP/together" | wc -l)" -gt 2
  equal "$name: each letter alone is the same as among the others" "$(sums "$TMP/together")" "$(sums "$TMP/alone")"
  rm -r "$TMP/together" "$TMP/alone"
done
# one process makes the cases in the order in which they are given
"$ROOT/tests/bench/cases" 9 "$TMP/cases"
mkdir "$TMP/forth" "$TMP/back"
status_is 0 "a mailing" "$DUFORM" batch -q -j1 -d invitation -o "$TMP/forth" "$TMP/cases"
# shellcheck disable=SC2046
status_is 0 "in the other order" "$DUFORM" batch -q -j1 -d invitation -o "$TMP/back" $(ls -r "$TMP"/cases/*.xml)
equal "the order of the cases changes no letter" "$(sums "$TMP/forth")" "$(sums "$TMP/back")"
[ "$failed" -eq 0 ]
