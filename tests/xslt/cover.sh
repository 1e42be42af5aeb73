# The letter with the plan: who gets it, what it says to whom, and its rules.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/rules.bash"
case=$SAMPLES/skane.xml
trace() { "$DUFORM" trace "$1" -d cover --to "$2" -t document ${3:-} >"$TMP/document" 2>"$TMP/err"; }
trace "$case" 1
contains "the person: in du-form" "Det är din plan." "$TMP/document"
contains "the person: who holds the plan together" "Samir Aziz Berg" "$TMP/document"
contains "the person: when next" "torsdag" "$TMP/document"
trace "$case" 2
contains "a unit: the plan does not replace its own records" "ersätter inte journal" "$TMP/document"
contains "a unit: the plan that is replaced is said" "Den ersätter version" "$TMP/document"
contains "a unit: what to do with a wrong letter" "Läs inte vidare." "$TMP/document"
lacks "a unit: no address of the person" "Äppelgatan" "$TMP/document"
trace "$case" 6
equal "who is not on the distribution list gets none" "" "$(cat "$TMP/document")"
sed '/<exchange party="housing-support"/d' "$case" >"$TMP/case.xml"
trace "$TMP/case.xml" 3
equal "whom consent does not cover gets none" "" "$(cat "$TMP/document")"
sed 's/region="skane"/region="uppsala"/' "$case" >"$TMP/uppsala.xml"
trace "$TMP/uppsala.xml" 1
contains "the person is told of SIP-kollen" "https://sipkollen.se/sv" "$TMP/document"
lacks "the link tells nothing of the person" "sipkollen.se/sv?" "$TMP/document"
trace "$TMP/uppsala.xml" 2
lacks "a unit is not" "sipkollen" "$TMP/document"

for region in skane uppsala jamtland-harjedalen borlange; do
  sed "s/region=\"skane\"/region=\"$region\"/" "$case" >"$TMP/r.xml"
  rule=$(sed -nE 's/.*<distribution by="[a-z]*" rule="([^"]*)".*/\1/p' "$ROOT/templates/profiles/$region.xml")
  silent "$region: a plan with a distribution list" "warning $rule" cover "$TMP/r.xml"
  drop '<distribution>' '</distribution>' "$TMP/r.xml" >"$TMP/case.xml"
  raises "$region: a plan without a distribution list" "warning $rule" cover "$TMP/case.xml"
done
covers=$(sed -nE 's/.*<consent-covers severity="([a-z]*)" rule="([^"]*)".*/\1 \2/p' "$ROOT/templates/profiles/skane.xml")
silent "all on the list are covered" "$covers" cover "$case"
sed '/<exchange party="housing-support"/d' "$case" >"$TMP/case.xml"
raises "one on the list is not covered" "$covers" cover "$TMP/case.xml"
next=$(sed -nE 's/.*<next-date severity="([a-z]*)" rule="([^"]*)".*/\1 \2/p' "$ROOT/templates/profiles/skane.xml")
silent "the plan says when it is followed up" "$next" cover "$case"
drop '<plan version="1"' '</plan>' "$case" >"$TMP/v2.xml"
drop '<next ' '</next>' "$TMP/v2.xml" >"$TMP/case.xml"
raises "the plan does not say when it is followed up" "$next" cover "$TMP/case.xml"
raises "no plan, no letter" 'error DU-STATE' cover "$SAMPLES/jamtland-harjedalen.xml"
withdrawn=$(sed -nE 's/.*<withdrawn severity="([a-z]*)" rule="([^"]*)".*/\1 \2/p' "$ROOT/templates/profiles/skane.xml")
silent "consent holds" "$withdrawn" cover "$case"
sed 's|<documented date="2025-09-03" by="Samir Aziz Berg" where="patientjournalen"/>|&<withdrawn date="2026-01-07"/>|' "$case" >"$TMP/case.xml"
raises "consent was taken back: nothing is sent" "$withdrawn" cover "$TMP/case.xml"
[ "$failed" -eq 0 ]
