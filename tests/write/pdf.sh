#!/usr/bin/env bash
# What the writer makes of page trees made by hand, as other programs see it.
. "$(dirname "$0")/../lib.sh"
check "the documents are written" "$BUILD/tests/write/pages" "$TMP/all.pdf" "$TMP"
for name in all minimal large deep; do
  check "$name: qpdf finds no fault" qpdf --check "$TMP/$name.pdf"
  check "$name: the structure reader finds no fault" "$BUILD/conformance/structure" "$TMP/$name.pdf"
done
pdftotext -layout "$TMP/all.pdf" "$TMP/all.txt"
contains "letters with marks come out" "Ängla Öberg" "$TMP/all.txt"
contains "backslash and brackets come out" '(kl. 13.00) till ett möte \ 1.' "$TMP/all.txt"
contains "a mark that is painted apart does not tear its word" "cafe om lunchen" <(pdftotext "$TMP/all.pdf" -)
equal "300 pages" 300 "$(qpdf --show-npages "$TMP/large.pdf")"
pdfinfo "$TMP/all.pdf" >"$TMP/info"
contains "the title" "Kallelse till möte – SIP" "$TMP/info"
lacks "no date" "Date" "$TMP/info"
lacks "no name of libharu's own" "Haru" "$TMP/info"
qpdf --qdf --object-streams=disable "$TMP/minimal.pdf" "$TMP/minimal.qdf"
check "a label that is no number" grep -a -q '/P (i)' "$TMP/minimal.qdf"
qpdf --qdf --object-streams=disable "$TMP/all.pdf" "$TMP/all.qdf"
check "a URI is escaped" grep -a -qF "https://www.example.se/a%20b?%C3%A5=1" "$TMP/all.qdf"
equal "the empty list item is left out" 2 "$(grep -a -c '/S /LI$' "$TMP/all.qdf")"

id_of() { qpdf --show-object=trailer "$1" | grep -oE '/ID \[ <[0-9a-f]+>'; }
check "a file has an identifier" test -n "$(id_of "$TMP/all.pdf")"
equal "which is its own" 4 "$(for name in all minimal large deep; do id_of "$TMP/$name.pdf"; done | sort -u | wc -l)"
sed 's/9 mars 2026/6 mars 2029/' "$ROOT/tests/compare/letter.fo" >"$TMP/other.fo"
cp "$ROOT/tests/compare/letter.fo" "$TMP/same.fo"
for name in same other; do "$DUFORM" format "$TMP/$name.fo" -o "$TMP/$name.pdf" --quiet; done
check "two figures that have changed places are another file" test "$(id_of "$TMP/same.pdf")" != "$(id_of "$TMP/other.pdf")"
