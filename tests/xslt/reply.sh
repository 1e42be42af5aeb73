# The slip and the mapping: for units, with nothing of the person that consent does not cover.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/rules.bash"
case=$SAMPLES/skane.xml
trace() { "$DUFORM" trace "$2" -d "$1" --to "$3" -t document >"$TMP/document" 2>"$TMP/err"; }
trace reply "$case" 2
contains "the slip bears the reference" "n6qe" "$TMP/document"
for part in Tranvik Elin 20030202 Äppelgatan 'Vi följer upp'; do lacks "the slip: no $part" "$part" <(sed 's|<line>[^<]*</line>||g; s|<contact[^>]*>[^<]*</contact>||g' "$TMP/document"); done
contains "a wrong receiver says who is right" "Vi är fel mottagare" "$TMP/document"
contains "a substitute is named" "En ersättare kommer" "$TMP/document"
lacks "who is called by duty cannot decline" "Vi kan inte komma" "$TMP/document"
trace reply "$case" 6
contains "who is invited can decline" "Vi kan inte komma" "$TMP/document"
trace reply "$case" 1
equal "the person gets no slip" "" "$(cat "$TMP/document")"
time=$(sed -nE 's/.*<time severity="([a-z]*)" rule="([^"]*)".*/\1 \2/p' "$ROOT/templates/profiles/skane.xml")
silent "slip: there is a meeting" "$time" reply "$case"
drop '<meeting id="meeting-3"' '</meeting>' "$case" >"$TMP/case.xml"
raises "slip: no meeting" "$time" reply "$TMP/case.xml"
silent "slip: an address for answers" 'warning DU-REPLY-ADDRESS' reply "$case"
drop '<address>' '</address>' "$SAMPLES/jamtland-harjedalen.xml" >"$TMP/one.xml"
drop '<address>' '</address>' "$TMP/one.xml" >"$TMP/case.xml" # the person's, then the caller's
raises "slip: no address for answers" 'warning DU-REPLY-ADDRESS' reply "$TMP/case.xml"
put '<dispatch ' '<closing date="2026-05-20" reason="goals-met" with-person="yes"><by><title>kurator</title></by></closing>' "$case" >"$TMP/closed.xml"
for kind in reply mapping call-sheet cover; do
  raises "$kind: nothing new of a closed case" 'error DU-STATE' "$kind" "$TMP/closed.xml"
  silent "$kind: an open case" 'error DU-STATE' "$kind" "$case"
done

trace mapping "$case" 2
contains "mapping: a unit reads its own answers" "Genomförandeplan för boendestödet." "$TMP/document"
lacks "mapping: a unit does not read another's" "Kurator varannan vecka" "$TMP/document"
contains "mapping: it is no part of the plan" "blir inte en del av planen" "$TMP/document"
trace mapping "$case" 5
equal "mapping: a school without a duty gets none" "" "$(cat "$TMP/document")"
row=$(sed -nE 's/.*<mapping severity="([a-z]*)" rule="([^"]*)".*/\1 \2/p' "$ROOT/templates/profiles/skane.xml")
silent "mapping: all units have told" "$row" mapping "$case"
drop '<mapping party="health-centre"' '</mapping>' "$case" >"$TMP/case.xml"
raises "mapping: one has not" "$row" mapping "$TMP/case.xml"
sed 's/region="skane"/region="uppsala"/' "$TMP/case.xml" >"$TMP/uppsala.xml"
silent "mapping: only where the routine asks for it" 'warning DU-MAPPING' mapping "$TMP/uppsala.xml"
withdrawn=$(sed -nE 's/.*<withdrawn severity="([a-z]*)" rule="([^"]*)".*/\1 \2/p' "$ROOT/templates/profiles/skane.xml")
sed 's|<documented date="2025-09-03" by="Samir Aziz Berg" where="patientjournalen"/>|&<withdrawn date="2026-01-07"/>|' "$case" >"$TMP/case.xml"
for kind in reply mapping call-sheet; do
  raises "$kind: consent was taken back" "$withdrawn" "$kind" "$TMP/case.xml"
  silent "$kind: consent holds" "$withdrawn" "$kind" "$case"
done
[ "$failed" -eq 0 ]
