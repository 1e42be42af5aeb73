# Needs: the tool that the region asks for, and the answer to a request that is turned down.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/rules.bash"
case=$SAMPLES/borlange.xml
silent "the tool was used" 'warning BOR-10' needs "$case"
sed '/<five-questions /d' "$case" >"$TMP/case.xml"
raises "the tool was not used" 'warning BOR-10' needs "$TMP/case.xml"
sed 's/region="borlange"/region="skane"/' "$TMP/case.xml" >"$TMP/skane.xml"
silent "only where the routine asks for it" 'warning DU-FIVE-QUESTIONS' needs "$TMP/skane.xml"
silent "a request that is met" 'warning DU-REFUSED' needs "$case"
put '</need>' '<refused date="2026-05-05"><why>Hjälpen kommer från en enda mottagning i dag.</why></refused>' "$case" >"$TMP/refused.xml"
raises "a request that is turned down" 'warning DU-REFUSED' needs "$TMP/refused.xml"
trace() { "$DUFORM" trace "$1" -d needs --to "$2" -t document >"$TMP/document" 2>"$TMP/err"; }
trace "$TMP/refused.xml" 1
contains "the person gets a written answer with the reason" "Hjälpen kommer från en enda mottagning i dag." "$TMP/document"
contains "and can ask again" "Du kan fråga igen när du vill" "$TMP/document"
trace "$TMP/refused.xml" 2
contains "a guardian gets it too" "för ditt barn" "$TMP/document"
trace "$TMP/refused.xml" 4
equal "nobody else gets it" "" "$(cat "$TMP/document")"
trace "$case" 1
equal "no answer where nothing was turned down" "" "$(cat "$TMP/document")"
[ "$failed" -eq 0 ]
