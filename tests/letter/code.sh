# The code on forms: read back from the rendered page, it says reference, kind and version and no more.
. "$(dirname "$0")/../lib.sh"
mkdir "$TMP/out" "$TMP/paper"

# codes FILE: what the codes on its pages say, as a scanner with 200 dpi sees them
codes() {
  rm -f "$TMP"/page*
  pdftoppm -r 200 -gray -png "$1" "$TMP/page"
  for page in "$TMP"/page*; do zbarimg -q "$page" 2>/dev/null; done | paste -sd' '
}
expect() { # KIND-N VERSION KIND
  equal "$1: the code is read back" "QR-Code:duform:1:$ref:$3:$2" "$(codes "$TMP/out/$ref-$1.pdf")"
}

plan=$ROOT/tests/cases/plan.xml
ref=$(sed -nE 's/.*<case[^>]* ref="([^"]*)".*/\1/p;T;q' "$plan")
"$DUFORM" make "$plan" -d plan -d consent -d withdrawal -d follow-up -d evaluation -d preparation -q -o "$TMP/out" 2>"$TMP/err"
version=$(sed -nE 's/.*<plan[^>]* version="([^"]*)".*/\1/p' "$plan" | tail -1)
expect plan-1 "$version" plan
expect consent-1 1 consent
"$DUFORM" make "$plan" -d consent -q -o "$TMP/out" --style easy 2>"$TMP/err"
expect consent-1 1 consent
for kind in evaluation preparation leaflet; do
  for f in "$TMP/out/$ref-$kind-1.pdf"; do
    [ ! -e "$f" ] || equal "$kind has no code" "" "$(codes "$f")"
  done
done

sample=$SAMPLES/jamtland-harjedalen.xml
ref=$(sed -nE 's/.*<case[^>]* ref="([^"]*)".*/\1/p;T;q' "$sample")
"$DUFORM" make "$sample" -d invitation -d reply -d mapping --to 2 -q -o "$TMP/out" 2>"$TMP/err"
expect invitation-2 1 reply
expect reply-2 1 reply
expect mapping-2 1 mapping

# The dark part: 20 mm (56.693 pt) or more, above the zone of the window, which begins 31.5 mm from the top.
"$DUFORM" trace "$sample" -d invitation --to 2 -t page >"$TMP/dump"
size=$(grep '^  path' "$TMP/dump" | tr -s ' ' '\n' | awk '
  $0 == "R" { n = 0; next } /^[0-9.]+$/ { n++; if (n % 2) { if (!x0 || $0 < x0) x0 = $0; if ($0 > x1) x1 = $0 } else { if ($0 > y) y = $0 } }
  END { print (x1 - x0 >= 56.69 ? "wide" : "narrow " x1 - x0), (y < 89.3 ? "above" : "in the window " y), (x1 < 581.1 ? "on paper" : "off") }')
equal "20 mm wide, above the window, where printers print" "wide above on paper" "$size"

# Of a protected person: none, though the papers bear the reference.
"$DUFORM" make "$SAMPLES/protected-uppsala.xml" -d invitation -d reply -d consent -d follow-up -q -o "$TMP/paper" 2>"$TMP/err"
check "papers on a protected person are made" test -n "$(ls "$TMP/paper")"
equal "and none has a code" "" "$(for f in "$TMP"/paper/*.pdf; do codes "$f"; done | tr -d '\n ')"

"$DUFORM" blank reply -o "$TMP/blank.pdf" -q
equal "nor has a blank" "" "$(codes "$TMP/blank.pdf")"
[ "$failed" -eq 0 ]
