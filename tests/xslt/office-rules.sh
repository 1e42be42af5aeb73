# Rules of the office papers: checklist, call sheet, labels, dispatch.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/rules.bash"
case=$SAMPLES/jamtland-harjedalen.xml
put '</case>' '<checklist><done item="call-5" date="2026-02-20"/></checklist>' "$case" >"$TMP/case.xml"
silent "checklist: a row of the region's list" 'warning DU-CHECKLIST-ROW' checklist "$TMP/case.xml"
put '</case>' '<checklist><done item="call-99"/></checklist>' "$case" >"$TMP/case.xml"
raises "checklist: a row that is not in the list" 'warning DU-CHECKLIST-ROW' checklist "$TMP/case.xml"

raises "call sheet: a unit without a number" 'warning DU-CALL-NUMBER' call-sheet "$case"
awk '/<party /{party = 1; unit = 0} /<unit>/{unit = party} /<\/address>/ && unit {getline next_line; print; if (next_line !~ /<phone>/) print "<phone>070-174 06 99</phone>"; print next_line; next} {print}' "$case" >"$TMP/case.xml"
silent "call sheet: every unit has a number" 'warning DU-CALL-NUMBER' call-sheet "$TMP/case.xml"
time=$(sed -nE 's/.*<time severity="([a-z]*)" rule="([^"]*)".*/\1 \2/p' "$ROOT/templates/profiles/jamtland-harjedalen.xml")
silent "call sheet: there is a meeting" "$time" call-sheet "$case"
drop '<meeting id="meeting-1"' '</meeting>' "$case" >"$TMP/case.xml"
raises "call sheet: no meeting" "$time" call-sheet "$TMP/case.xml"

silent "labels: every recipient of letters has an address" 'warning DU-LABEL-ADDRESS' labels "$case"
awk '/<party id="daughter"/{p = 1} p && /<address>/{cut = 1} !cut {print} /<\/address>/{cut = 0}' "$case" >"$TMP/case.xml"
raises "labels: a recipient without an address" 'warning DU-LABEL-ADDRESS' labels "$TMP/case.xml"
sed 's/<party id="daughter" class="relative"/& channel="phone"/' "$TMP/case.xml" >"$TMP/phone.xml"
silent "labels: who is telephoned needs none" 'warning DU-LABEL-ADDRESS' labels "$TMP/phone.xml"
silent "labels: a personal number for the inner envelope" 'error DU-LABEL-NUMBER' labels "$ROOT/tests/cases/protected-uppsala.xml"
sed 's|<number kind="personal">[^<]*</number>|<number kind="reserve">98240301AA06</number>|' "$ROOT/tests/cases/protected-uppsala.xml" >"$TMP/case.xml"
raises "labels: a reserve number will not do" 'error DU-LABEL-NUMBER' labels "$TMP/case.xml"

put '</case>' '<dispatch kind="invitation" party="medical-clinic" date="2026-02-16" channel="it-system"/>' "$case" >"$TMP/it.xml"
silent "dispatch: an IT system where the routine has one" 'warning JH-18' dispatch "$TMP/it.xml"
sed 's/region="jamtland-harjedalen"/region="uppsala"/' "$TMP/it.xml" >"$TMP/case.xml"
raises "dispatch: an IT system where the routine is paper" 'warning UPP-44' dispatch "$TMP/case.xml"
put '</case>' '<dispatch kind="invitation" party="medical-clinic" date="2026-02-16" channel="letter"/>' "$case" |
  sed 's/region="jamtland-harjedalen"/region="uppsala"/' >"$TMP/case.xml"
silent "dispatch: a letter where the routine is paper" 'warning UPP-44' dispatch "$TMP/case.xml"
[ "$failed" -eq 0 ]
