# The follow-up: who gets it, the form and what was found, and its rules.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/rules.bash"
form=$SAMPLES/skane.xml
drop '<meeting id="meeting-3"' '</meeting>' "$form" >"$TMP/found.xml"
day=--date=2025-12-10
trace() { "$DUFORM" trace "$1" -d follow-up --to "$2" -t "$3" ${4:-} >"$TMP/$3" 2>"$TMP/err"; }

trace "$form" 1 view
contains "before the next meeting it is a form" 'result="no"' "$TMP/view"
contains "the form holds the goals of the plan in force" "Du läser på halvfart hela våren." "$TMP/view"
trace "$TMP/found.xml" 1 document $day
contains "after the meeting it tells what was found" "Vi ändrar planen." "$TMP/document"
for q in 1 2 3 4 5 6 7; do contains "question $q of seven is put" ">$q. " "$TMP/document"; done
contains "a principal accounts for its part" "Två besök på skolan är gjorda." "$TMP/document"
contains "a goal has its status" "klart" "$TMP/document"
contains "the next day stands in it" "torsdag" "$TMP/document"
lacks "no telephone of the person" "070-174 06 70" "$TMP/document"
trace "$TMP/found.xml" 2 view $day
contains "a unit that consent covers gets it" 'role="unit"' "$TMP/view"
sed '/<exchange party="housing-support"/d' "$TMP/found.xml" >"$TMP/case.xml"
trace "$TMP/case.xml" 3 view $day
equal "a unit that consent does not cover gets none" "" "$(cat "$TMP/view")"

silent "held: each unit has accounted" 'warning DU-FOLLOW-UP-ACCOUNTS' follow-up "$TMP/found.xml" $day
sed '/<account party="housing-support"/d' "$TMP/found.xml" >"$TMP/case.xml"
raises "held: a unit has not accounted" 'warning DU-FOLLOW-UP-ACCOUNTS' follow-up "$TMP/case.xml" $day
silent "held: each goal and action has a status" 'warning DU-FOLLOW-UP-STATUS' follow-up "$TMP/found.xml" $day
sed '/<action-result of="action-2"/d' "$TMP/found.xml" >"$TMP/case.xml"
raises "held: an action without status" 'warning DU-FOLLOW-UP-STATUS' follow-up "$TMP/case.xml" $day
silent "the need was assessed again with the person" 'warning DU-FOLLOW-UP-REASSESSED' follow-up "$TMP/found.xml" $day
sed '/<reassessed date="2025-11-25"/d' "$TMP/found.xml" >"$TMP/case.xml"
raises "the need was not assessed again" 'warning DU-FOLLOW-UP-REASSESSED' follow-up "$TMP/case.xml" $day
rule=$(sed -nE 's/.*<next-date severity="([a-z]*)" rule="([^"]*)".*/\1 \2/p' "$ROOT/templates/profiles/skane.xml")
silent "the next follow-up has a day" "$rule" follow-up "$TMP/found.xml" $day
sed 's/ decision="revise" next="2026-05-28"/ decision="revise"/' "$TMP/found.xml" >"$TMP/case.xml"
raises "no day for the next follow-up" "$rule" follow-up "$TMP/case.xml" $day
within=$(sed -nE 's/.*<next-within severity="([a-z]*)" rule="([^"]*)".*/\1 \2/p' "$ROOT/templates/profiles/skane.xml")
silent "the next follow-up is within a year" "$within" follow-up "$TMP/found.xml" $day
sed 's/ decision="revise" next="2026-05-28"/ decision="revise" next="2027-01-15"/' "$TMP/found.xml" >"$TMP/case.xml"
raises "the next follow-up is too late" "$within" follow-up "$TMP/case.xml" $day
silent "a decision to go on needs no closing" 'warning DU-CLOSE' follow-up "$TMP/found.xml" $day
sed 's/ decision="revise" next="2026-05-28"/ decision="close"/' "$TMP/found.xml" >"$TMP/case.xml"
raises "a decision to close wants a closing" 'warning DU-CLOSE' follow-up "$TMP/case.xml" $day
lapsed=$(sed -nE 's/.*<lapsed severity="([a-z]*)" rule="([^"]*)".*/\1 \2/p' "$ROOT/templates/profiles/skane.xml")
silent "a plan of half a year holds" "$lapsed" follow-up "$form" --date=2026-05-06
raises "a plan of a year and a day has lapsed" "$lapsed" follow-up "$form" --date=2026-12-04
drop '<plan version="1"' '</plan>' "$form" >"$TMP/one.xml"
drop '<plan version="2"' '</plan>' "$TMP/one.xml" >"$TMP/none.xml"
raises "no plan, no follow-up" 'error DU-STATE' follow-up "$TMP/none.xml" $day
silent "with a plan it is made" 'error DU-STATE' follow-up "$form"
put '<dispatch ' '<closing date="2026-05-20" reason="goals-met" with-person="yes"><by><title>kurator</title></by></closing>' "$form" >"$TMP/closed.xml"
raises "a closed case is not followed up" 'error DU-STATE' follow-up "$TMP/closed.xml"
[ "$failed" -eq 0 ]
