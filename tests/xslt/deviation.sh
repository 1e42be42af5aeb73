# Deviation and its copy: nobody is known by them.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/rules.bash"
base=$SAMPLES/gavleborg.xml
deviation() { # deviation WHAT [RECEIVING [REPORTED]]
  put '<evaluation ' "<deviation kind=\"plan-not-followed\" date=\"2026-04-13\"${3- reported=\"2026-04-20\"}><reporting-unit>Ungdomsenheten</reporting-unit><receiving kind=\"region\">${2:-Region Gävleborg}</receiving><what>$1</what></deviation>" "$base"
}
deviation 'Samtalen har ställts in fyra gånger i rad.' >"$TMP/good.xml"
for region in jamtland-harjedalen uppsala borlange gavleborg skane; do
  rule=$(sed -nE 's/.*<deviation kind="[a-z-]*" rule="([^"]*)".*/\1/p' "$ROOT/templates/profiles/$region.xml")
  sed "s/region=\"gavleborg\"/region=\"$region\"/" "$TMP/good.xml" >"$TMP/r.xml"
  silent "$region: there is a deviation to report" "error $rule" deviation "$TMP/r.xml"
  sed "s/region=\"gavleborg\"/region=\"$region\"/" "$base" >"$TMP/r.xml"
  raises "$region: nothing to report" "error $rule" deviation "$TMP/r.xml"
  raises "$region: nothing to copy" "error $rule" deviation-copy "$TMP/r.xml"
done
silent "the text names nobody" 'warning DU-DEVIATION-NAME' deviation "$TMP/good.xml"
silent "a copy of a text that names nobody" 'error DU-DEVIATION-NAME' deviation-copy "$TMP/good.xml"
for what in 'Samtalen med Yousef har ställts in.' 'Yousefs samtal har ställts in.' 'Ingen ringde familjen LINDH (Haddad Lindh).' 'Disa från teamet, och Haddad Lindh, väntade.'; do
  deviation "$what" >"$TMP/case.xml"
  raises "the text names the person: told" 'warning DU-DEVIATION-NAME' deviation "$TMP/case.xml"
  raises "the text names the person: no copy" 'error DU-DEVIATION-NAME' deviation-copy "$TMP/case.xml"
done
deviation 'Skolan fick inget besked.' | sed 's|<birth-date>2010-11-19|<number kind="personal">19900222-2397</number>&|; s|Skolan fick|Om 199002222397 fick skolan|' >"$TMP/case.xml"
raises "the text holds the personal number" 'error DU-DEVIATION-NAME' deviation-copy "$TMP/case.xml"
silent "the report is dated" 'warning DU-DEVIATION-REPORTED' deviation "$TMP/good.xml"
deviation 'Samtalen har ställts in.' 'Region Gävleborg' '' >"$TMP/case.xml"
raises "the report is not dated" 'warning DU-DEVIATION-REPORTED' deviation "$TMP/case.xml"
silent "it goes to the other principal" 'warning DU-DEVIATION-TO' deviation "$TMP/good.xml"
deviation 'Samtalen har ställts in.' 'Sandvikens kommun' >"$TMP/case.xml"
raises "it goes to the own principal" 'warning DU-DEVIATION-TO' deviation "$TMP/case.xml"
[ "$failed" -eq 0 ]
