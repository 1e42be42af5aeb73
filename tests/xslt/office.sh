# Office papers: one of each, for the caller, known by the reference alone.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/rules.bash"
trace() { "$DUFORM" trace "$2" -d "$1" --to 0 -t document ${3:-} >"$TMP/document" 2>"$TMP/err"; }
nobody() { # nobody KIND CASE: no name, number, telephone or address of anybody private stands in $TMP/document
  local kind=$1 case=$2 text
  xmllint --xpath '//*[local-name()="person"]/*[local-name()="name"]/* | //*[local-name()="person"]/*[local-name()="number" or local-name()="phone"] | //*[local-name()="person"]/*/*[local-name()="street"] | //*[local-name()="party"]/*[local-name()="name"]/* | //*[local-name()="party"][*[local-name()="name"]]/*/*[local-name()="street"]' "$case" |
    sed 's/></>\n</g; s/<[^>]*>//g' | grep . | sort -u >"$TMP/private"
  sed 's|<letterhead>.*</letterhead>||' "$TMP/document" >"$TMP/body"
  text=$(grep -oFwf "$TMP/private" "$TMP/body" | sort -u | paste -sd' ')
  equal "$kind, $(basename "$case" .xml): names nobody" "" "$text"
}
for name in jamtland-harjedalen uppsala borlange gavleborg skane; do
  for kind in needs checklist call-sheet dispatch; do
    trace $kind "$SAMPLES/$name.xml"
    grep -q '<document' "$TMP/document" && ok "$kind, $name: made" || not_ok "$kind, $name: made: $(head -1 "$TMP/err")"
    [ $kind = call-sheet ] && sed -i 's|<v kind="phone">[^<]*</v>||g' "$TMP/document" # numbers of functions and of those to be called
    nobody $kind "$SAMPLES/$name.xml"
  done
done
"$DUFORM" make "$SAMPLES/skane.xml" -d checklist -o "$TMP" --quiet 2>"$TMP/err"
equal "one file, for the office" n6qe-7wxa-8d-checklist-0.pdf "$(cd "$TMP" && ls ./*.pdf 2>/dev/null | sed 's,./,,')"

# checklist
rows() { grep -o "<item[^>]*>" "$TMP/document" | wc -l; }
ticked() { grep -o '<item[^>]*checked="yes"' "$TMP/document" | wc -l; }
trace checklist "$SAMPLES/jamtland-harjedalen.xml"
equal "all 32 rows of the list" 32 "$(rows)"
equal "the rows that the case shows are ticked" 9 "$(ticked)"
sed '/<secretary /,/<\/secretary>/d' "$SAMPLES/jamtland-harjedalen.xml" >"$TMP/case.xml"
trace checklist "$TMP/case.xml"
equal "no secretary, one tick less" 8 "$(ticked)"
put '</case>' '<checklist><done item="call-5" date="2026-02-20"/></checklist>' "$SAMPLES/jamtland-harjedalen.xml" >"$TMP/case.xml"
trace checklist "$TMP/case.xml"
equal "a tick by hand is a tick more" 10 "$(ticked)"
trace checklist "$SAMPLES/borlange.xml"
equal "another region, another list" 26 "$(rows)"
trace checklist "$ROOT/tests/cases/minimal.xml"
[ "$(rows)" -ge 15 ] && equal "a profile without rows: the general list, unticked" 0 "$(ticked)" || not_ok "a general list"

# needs
trace needs "$SAMPLES/borlange.xml"
for n in 1 2 3 4 5 6 7; do contains "needs: question $n" "<b>$n.</b>" "$TMP/document"; done
contains "needs: the tool 5 frågor, where the region asks for it" "5 frågor" "$TMP/document"
contains "needs: a report of concern is another thing" "ersätter inte en orosanmälan" "$TMP/document"
trace needs "$SAMPLES/skane.xml"
lacks "needs: not elsewhere" "5 frågor" "$TMP/document"

# call sheet
trace call-sheet "$SAMPLES/skane.xml"
contains "call sheet: a function number" "06" "$TMP/document"
contains "call sheet: what to say" "Säg det här" "$TMP/document"
contains "call sheet: what not to say" "Säg inte det här" "$TMP/document"

# deviation and copy
put '<evaluation ' '<deviation kind="call-not-heeded" date="2026-04-13" reported="2026-04-20"><reporting-unit>Ungdomsenheten</reporting-unit><receiving kind="region">Region Gävleborg</receiving><what>Ingen kom.</what></deviation>' "$SAMPLES/gavleborg.xml" >"$TMP/case.xml"
trace deviation "$TMP/case.xml"
equal "deviation: five kinds, one ticked" "5 1" "$(rows) $(ticked)"
nobody deviation "$TMP/case.xml"
trace deviation-copy "$TMP/case.xml"
contains "copy: what happened" "Ingen kom." "$TMP/document"
for text in h8rv Ungdomsenheten Sandvik 2026-04-13 Norling 061; do lacks "copy: no $text" "$text" "$TMP/document"; done

# labels
trace labels "$SAMPLES/skane.xml"
equal "labels: one for each letter" 7 "$(grep -o '<label>' "$TMP/document" | wc -l)"
"$DUFORM" make "$SAMPLES/skane.xml" -d labels --to 0 -o - >"$TMP/labels.pdf" 2>"$TMP/err"
equal "labels: one sheet" 1 "$(qpdf --show-npages "$TMP/labels.pdf" 2>/dev/null)"
# each label within its field: three columns of 70 mm, rows of 37 mm, six millimetres from the cut
pdftotext -bbox "$TMP/labels.pdf" "$TMP/box" 2>/dev/null
outside=$(sed -nE 's/.*xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)".*/\1 \2 \3 \4/p' "$TMP/box" |
  awk '{ mm = 72 / 25.4; c = int($1 / (70 * mm)); r = int(($2 / mm - 0.5) / 37)
         if ($1 / mm < c * 70 + 5.9 || $3 / mm > c * 70 + 64.1 || $2 / mm < r * 37 + 0.5 || $4 / mm > r * 37 + 37.5) print }' | wc -l)
words=$(grep -c '<word ' "$TMP/box")
[ "$words" -gt 20 ] && equal "labels: no word over a cut" 0 "$outside" || not_ok "labels: no words"

# two envelopes for somebody who is protected
"$DUFORM" make "$SAMPLES/protected-uppsala.xml" -d labels --to 0 -o - >"$TMP/labels.pdf" 2>"$TMP/err"
equal "protected: the inner envelope has the number alone" "19900222-2397" "$(pdftotext -f 1 -l 1 "$TMP/labels.pdf" - | tr -d '\f' | grep .)"
equal "protected: the outer envelope has the address of the forwarding" "Skatteverket, Förmedlingsuppdrag Box 2820 403 20 GÖTEBORG" \
  "$(pdftotext -f 2 -l 2 "$TMP/labels.pdf" - | tr -d '\f' | grep . | sed "s/\xc2\xa0/ /g; s/  */ /g" | paste -sd' ')"
equal "protected: no third" 2 "$(qpdf --show-npages "$TMP/labels.pdf")"

# mapping
trace mapping "$SAMPLES/skane.xml"
equal "mapping: all answers together" 4 "$(grep -o '<section' "$TMP/document" | wc -l)"
trace mapping "$SAMPLES/uppsala.xml"
equal "mapping: no answers, no summary" "" "$(cat "$TMP/document")"
[ "$failed" -eq 0 ]
