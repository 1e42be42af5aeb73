# The end of a SIP: why, for the person; that it has ended, for the others.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/rules.bash"
base=$SAMPLES/skane.xml
closing() { # closing REASON WITH-PERSON TOLD...: the case with such an end
  local reason=$1 with=$2 told=""; shift 2
  for party in "$@"; do told="$told<told party=\"$party\"/>"; done
  put '<dispatch ' "<closing date=\"2026-05-28\" reason=\"$reason\" with-person=\"$with\"><by><title>kurator</title></by><why>Du klarar studierna själv nu.</why>$told</closing>" "$base" |
    sed 's/state="followed-up"/state="closed"/'
}
all="social-services housing-support health-centre folk-high-school employment god-man"
trace() { "$DUFORM" trace "$1" -d closing --to "$2" -t document >"$TMP/document" 2>"$TMP/err"; }
# shellcheck disable=SC2086
closing goals-met yes $all >"$TMP/good.xml"
trace "$TMP/good.xml" 1
contains "the person reads the reason" "Du har nått målen i planen." "$TMP/document"
contains "the person reads why in words" "Du klarar studierna själv nu." "$TMP/document"
contains "the person reads that there can be a new plan" "Du kan be om en ny plan när du vill." "$TMP/document"
trace "$TMP/good.xml" 2
contains "a unit reads that it has ended" "är avslutad från och med" "$TMP/document"
lacks "a unit does not read the reason" "nått målen" "$TMP/document"
lacks "a unit does not read why" "klarar studierna" "$TMP/document"
trace "$TMP/good.xml" 7
lacks "a representative does not read why" "klarar studierna" "$TMP/document"
closing goals-met yes social-services >"$TMP/one.xml"
trace "$TMP/one.xml" 3
equal "who is not on the list gets no notice" "" "$(cat "$TMP/document")"
# shellcheck disable=SC2086
closing consent-withdrawn yes $all | sed 's|<documented date="2025-09-03" by="Samir Aziz Berg" where="patientjournalen"/>|&<withdrawn date="2026-05-27"/>|' >"$TMP/withdrawn.xml"
"$DUFORM" trace "$TMP/withdrawn.xml" -d closing --to 2 -t document --date=2026-05-28 >"$TMP/document" 2>&1
lacks "after a withdrawal no name goes out" "Tranvik" "$TMP/document"
contains "after a withdrawal the reference stands for it" "n6qe" "$TMP/document"
"$DUFORM" trace "$TMP/withdrawn.xml" -d closing --to 1 -t document --date=2026-05-28 >"$TMP/document" 2>&1
contains "the person reads that it is right to take it back" "Det har du rätt att göra." "$TMP/document"
closing deceased no social-services >"$TMP/deceased.xml"
trace "$TMP/deceased.xml" 1
equal "after a death there is no letter to the person" "" "$(cat "$TMP/document")"

for region in skane uppsala jamtland-harjedalen borlange gavleborg default; do
  reason=$(sed -nE 's/.*<closing-reason severity="([a-z]*)" rule="([^"]*)".*/\1 \2/p' "$ROOT/templates/profiles/$region.xml")
  sed "s/region=\"skane\"/region=\"$region\"/" "$TMP/good.xml" >"$TMP/r.xml"
  silent "$region: an end with a reason" "$reason" closing "$TMP/r.xml"
  sed "s/region=\"skane\"/region=\"$region\"/" "$base" >"$TMP/r.xml"
  raises "$region: no end in the case" "$reason" closing "$TMP/r.xml"
done
silent "closed together with the person" 'warning SKA-23' closing "$TMP/good.xml"
# shellcheck disable=SC2086
closing goals-met no $all >"$TMP/alone.xml"
raises "closed without the person" 'warning SKA-23' closing "$TMP/alone.xml"
silent "all that consent has named are told" 'warning DU-CLOSING-TOLD' closing "$TMP/good.xml"
raises "some that consent has named are not told" 'warning DU-CLOSING-TOLD' closing "$TMP/one.xml"
silent "a consent taken back is in the case" 'warning DU-CLOSING-CONSENT' closing "$TMP/withdrawn.xml"
# shellcheck disable=SC2086
closing consent-withdrawn yes $all >"$TMP/case.xml"
raises "the reason speaks of a consent taken back, and none is" 'warning DU-CLOSING-CONSENT' closing "$TMP/case.xml"
[ "$failed" -eq 0 ]
