# How pages of the easy-read leaflet end, in every language: where a page ends in the text below a heading, two
# lines of it at least stand with the heading. The empty one is a sheet of two pages in every region: the spaces of
# its second page give way before its last section gets a page of its own.
. "$(dirname "$0")/../lib.sh"
cd "$ROOT" || exit 3
. tests/language/cases.bash

# A line for each page whose last heading has fewer than two lines below it and text left on the next page.
lonely() {
  awk '
    /^structure/ { exit }
    /^page / { ended = since; page = $2; y = ""; since = 9; first = 1 }
    /^ *text / && $3 > 40 && !/\{artifact [^}]*\}$/ { # below what is said of drafts
      heading = /\{(H[1-6]|Figure)\}$/
      if (first && !heading && page > 1 && ended < 2) print "page " page - 1 " ends with " ended " lines below a heading"
      first = 0
      if (heading) since = 0; else if ($3 != y) since++
      y = $3
    }' "$1"
}
for case in templates/samples/*.xml; do
  for lang in $(languages); do
    "$DUFORM" trace "$case" -d leaflet -l "$lang" --style easy --to 1 --draft -t page >"$TMP/pages" 2>/dev/null ||
      { not_ok "$(basename "$case" .xml) in $lang is made"; continue; }
    equal "$(basename "$case" .xml) in $lang" "" "$(lonely "$TMP/pages")"
  done
done
for profile in templates/profiles/*.xml; do
  for lang in $(languages); do
    region=$(basename "$profile" .xml)
    "$DUFORM" blank leaflet -r "$region" -l "$lang" --style easy --draft -o "$TMP/leaflet.pdf" >/dev/null 2>&1
    equal "leaflet of $region in $lang" 2 "$(pdfinfo "$TMP/leaflet.pdf" | sed -n 's/^Pages: *//p')"
  done
done
# Words above a place to write on go with it to the next page.
"$DUFORM" blank intake -q -o "$TMP/intake.pdf"
for page in 1 2; do pdftotext -f $page -l $page "$TMP/intake.pdf" "$TMP/intake.$page"; done
lacks "the words above lines do not stay alone at the foot of a page" "Förklara kort" "$TMP/intake.1"
contains "they stand with their lines" "Förklara kort" "$TMP/intake.2"
[ "$failed" -eq 0 ]
