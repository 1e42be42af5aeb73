# The watchlist: references and dates over many cases, protected ones among them.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/rules.bash"
S=$SAMPLES/skane.xml
list() { # list DATE CASE…: the text of the list into $TMP/text
  local date=$1; shift
  rm -f "$TMP"/*.pdf
  "$DUFORM" make "$@" -d watchlist -o "$TMP" --date "$date" --quiet 2>"$TMP/err"
  status=$?
  pdftotext "$TMP"/watchlist-*.pdf - 2>/dev/null | sed 's/\xc2\xa0/ /g' | tr -s '\n ' ' ' >"$TMP/text"
}
list 2026-05-06 $(ordinary)
equal "made of all samples" "0 1" "$status $(find "$TMP" -name 'watchlist-2026-05-06.pdf' | wc -l)"
contains "how many cases were looked at" 5 "$TMP/text"
contains "nothing ends within 60 days: said" "Inget samtycke går ut inom 60 dagar." "$TMP/text"
list 2026-07-10 "$S"
contains "a consent that ends within 60 days" "Inom 60 dagar" "$TMP/text"
list 2026-08-10 "$S"
contains "a consent that ends within 30 days" "Inom 30 dagar" "$TMP/text"
list 2026-09-03 "$S"
contains "a consent that has ended" "Har gått ut" "$TMP/text"
list 2026-11-02 "$S"
lacks "under eleven months nothing is said of a plan" "Följ upp senast" "$TMP/text"
list 2026-11-03 "$S"
contains "a plan that nobody has followed up for eleven months" "Följ upp senast 2026-12-03" "$TMP/text"
list 2026-12-03 "$S"
contains "twelve months: lapsed" "Över 12 månader" "$TMP/text"
list 2027-03-03 "$S"
contains "fifteen months: to be closed" "Över 15 månader" "$TMP/text"
put '<dispatch ' '<closing date="2026-05-28" reason="goals-met" with-person="yes"><by><title>kurator</title></by></closing>' "$S" >"$TMP/closed.xml"
list 2027-03-03 "$TMP/closed.xml"
lacks "a closed case is not watched" n6qe "$TMP/text"
list 2027-03-03 "$S" "$ROOT/tests/cases/protected-skane.xml"
contains "a protected case is watched by its reference" "$(sed -nE 's/.*<case .* ref="([^"]*)".*/\1/p; s/.*ref="([^"]*)" region.*/\1/p' "$ROOT/tests/cases/protected-skane.xml" | head -1)" "$TMP/text"
# folders, and cases that cannot be used
mkdir "$TMP/folder" && echo "<case/>" >"$TMP/folder/Tranvik-2003.xml" && cp "$S" "$TMP/folder/a.xml" && cp "$SAMPLES/uppsala.xml" "$TMP/folder/z.xml" && echo no >"$TMP/folder/notes.txt"
list 2026-09-03 "$TMP/folder" "$SAMPLES/borlange.xml" "$TMP/none.xml" --messages=en
equal "the rest is made, status 2" "2 1" "$status $(find "$TMP" -maxdepth 1 -name '*.pdf' | wc -l)"
contains "three cases of five were usable" "3 " <(grep -o 'Ärenden i listan [0-9 a-z]*' "$TMP/text")
contains "a case that is not usable is reported by its position" "case 1, line 1: " "$TMP/err"
contains "a file that is not there is reported by its position" "case 5: " "$TMP/err"
lacks "and not by its name" Tranvik "$TMP/err"
list 2026-09-03 "$TMP/none.xml"
equal "no case at all: no list" "2 0" "$status $(find "$TMP" -maxdepth 1 -name '*.pdf' | wc -l)"
mkdir "$TMP/empty"
list 2026-09-03 "$TMP/empty"
equal "an empty folder: no list" "2 0" "$status $(find "$TMP" -maxdepth 1 -name '*.pdf' | wc -l)"
list 2026-07-10 "$S" -r uppsala
cp "$TMP"/watchlist-2026-07-10.pdf "$TMP/first"
list 2026-07-10 "$S" -r uppsala
check "the same bytes again" cmp "$TMP/first" "$TMP/watchlist-2026-07-10.pdf"
status_is 2 "an unknown region" "$DUFORM" make "$S" -d watchlist -o "$TMP" -r atlantis
status_is 3 "no other kind beside it" "$DUFORM" make "$S" -d watchlist -d plan -o "$TMP"
"$DUFORM" batch "$S" -d watchlist -o "$TMP/empty" --date 2026-07-10 >"$TMP/out" 2>&1
equal "a mailing has a case's list once, for the office" n6qe-7wxa-8d-watchlist-0.pdf "$(ls "$TMP/empty" | grep pdf)"
status_is 3 "no single recipient" "$DUFORM" make "$S" -d watchlist --to 1 -o "$TMP"
status_is 3 "a region only for the list" "$DUFORM" make "$S" -d plan -r skane -o "$TMP"
list 2026-12-03 "$S" "$ROOT/tests/cases/protected-skane.xml"
for text in Tranvik Provsson Elin 2003 Björkudden Hässleholm Kanarie; do lacks "no $text on the list" "$text" "$TMP/text"; done
[ "$failed" -eq 0 ]
