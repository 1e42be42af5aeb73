# Two languages at once, right-to-left documents, and web pages.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/pseudo.bash"
case=$SAMPLES/jamtland-harjedalen.xml
fresh_home
for lang in ar en; do
  "$DUFORM" language export $lang -o "$TMP/x.xlf"
  pseudo "$TMP/x.xlf" final A1 B2 >"$TMP/$lang.xlf"
done
cp "$TMP/ar.xlf" "$TMP/en.xlf" "$TMP/home/lang"
mkdir "$TMP/o"
for kind in leaflet consent invitation plan; do
  "$DUFORM" trace "$case" -d $kind --to 1 -l ar --with sv --style standard -t document >"$TMP/$kind.xml" 2>"$TMP/err"
  [ -s "$TMP/$kind.xml" ] || continue # the case has no plan yet
  check "$kind: the document is valid" xmllint --nonet --noout --schema "$ROOT/xslt/document.xsd" "$TMP/$kind.xml"
  equal "$kind: each pair has a half in each language" \
    "$(xmllint --xpath 'count(//pair)' "$TMP/$kind.xml")" \
    "$(xmllint --xpath 'count(//pair[half[1]/@lang = "ar"][half[2]/@lang = "sv"])' "$TMP/$kind.xml")"
  equal "$kind: the halves say the same" 0 \
    "$(xmllint --xpath 'count(//pair[half/h][not(contains(half[1]/h, half[2]/h))])' "$TMP/$kind.xml")"
done
check "there are pairs" test "$(xmllint --xpath 'count(//pair)' "$TMP/leaflet.xml")" -gt 20
contains "the consent says what is signed" "Underskriften gäller texten på arabiska" "$TMP/consent.xml"
"$DUFORM" make "$case" -d leaflet --to 1 -l ar --with sv --style standard -o "$TMP/o" -q
check "it is made" test -s "$TMP/o"/k*-leaflet-1-ar.pdf
"$DUFORM" trace "$case" -d leaflet --to 1 -l ar --with sv --style standard -t fo >"$TMP/fo" 2>/dev/null
check "each half has its language and direction" grep -q 'xml:lang="sv" writing-mode="lr-tb"' "$TMP/fo"
check "large letters stand under each other" sh -c "'$DUFORM' trace '$case' -d leaflet --to 1 -l ar --with sv --style large -t fo 2>/dev/null | grep -c 'column-width="5mm"' | grep -qx 0"
"$DUFORM" trace "$case" -d leaflet --to 1 -l ar --with ar -t document --style standard >"$TMP/same" 2>/dev/null
check "the same language twice means Swedish beside it" grep -q '<half lang="sv">' "$TMP/same"
"$DUFORM" trace "$case" -d preparation --to 1 -l ar --with sv -t document >"$TMP/prep" 2>/dev/null
lacks "kinds that are not signed or carried are in one language" '<pair' "$TMP/prep"

# ---- right to left: values keep their order in the text of the file, seen by two programs
"$DUFORM" make "$case" -d invitation --to 1 -l ar -o "$TMP/o" -q
pdf=$(ls "$TMP/o"/*-invitation-1-ar.pdf)
for reader in "pdftotext -raw $pdf -" "mutool draw -q -F txt $pdf"; do
  $reader 2>/dev/null | sed 's/\xc2\xa0/ /g' >"$TMP/text"
  contains "${reader%% *}: a phone number reads forwards" "070-174 06 20" "$TMP/text"
  contains "${reader%% *}: a time reads forwards" "13:00" "$TMP/text"
done
check "the page turns its sides, the window does not" sh -c "'$DUFORM' trace '$case' -d invitation --to 1 -l ar -t fo 2>/dev/null | grep -q 'writing-mode=\"rl-tb\"'"

# ---- web pages
"$DUFORM" make "$case" -d leaflet -d consent --to 1 -l ar --html -o "$TMP/o" -q
"$DUFORM" make "$case" -d leaflet --to 1 -l ar --with sv --html --date 2026-02-17 -o "$TMP/o" -q
for page in "$TMP/o"/*.html; do
  name=$(basename "$page" .html | sed 's/^[^-]*-[^-]*-[^-]*-//')
  check "$name: language and direction" grep -q '<html lang="ar" dir="rtl">' "$page"
  lacks "$name: no script" '<script' "$page"
  check "$name: nothing is fetched" sh -c "! grep -qE 'src=|@import|url\\(|<link' '$page'"
  check "$name: a title, a heading, a main part" sh -c "grep -q '<title>.' '$page' && grep -q '<main' '$page' && grep -qE '<h1[ >]' '$page'"
  if command -v tidy >/dev/null; then check "$name: tidy finds no fault" tidy -q -e "$page"; fi
done
status_is 0 "a blank as a web page" "$DUFORM" blank leaflet -o "$TMP/blank.html" -l en --html -q
check "it is one" grep -q '<!DOCTYPE html>' "$TMP/blank.html"
[ "$failed" -eq 0 ]
