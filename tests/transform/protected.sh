# Protected personal data: nothing is made, whatever the region and however the protection is written.
. "$(dirname "$0")/../lib.sh"
matches() { if grep -qE -- "$2" "$3"; then ok "$1"; else not_ok "$1"; head -3 "$3" | sed 's/^/# /'; fi; }
out=$TMP/out
mkdir "$out"
for sample in "$SAMPLES"/*.xml; do
  region=$(basename "$sample" .xml)
  for value in confidentiality-mark protected-registration assumed-identity yes None "none " NONE none1; do
    sed "0,/protection=\"none\"/s//protection=\"$value\"/" "$sample" >"$TMP/case.xml"
    status_is 1 "$region, '$value': refused" "$DUFORM" make "$TMP/case.xml" -o "$out" -d invitation --messages=en
    no_files "$region, '$value': nothing was made" "$out"
    matches "$region, '$value': a rule is named" 'error: .* \[(C\.5|UPP-3[4-7]|SKA-5|BOR-28|DU-PROTECTION)\]$' "$TMP/.err"
  done
  # no value of the case in any message
  grep -oE '>[^<]{4,}<' "$sample" | tr -d '<>' | grep -E '[A-ZÅÄÖ0-9]' | sort -u >"$TMP/values"
  equal "$region: messages hold no value of the case" "" "$(grep -oFf "$TMP/values" "$TMP/.err" | head -3)"
  "$DUFORM" check "$TMP/case.xml" --format=json --messages=sv >"$TMP/json" 2>"$TMP/err"
  equal "$region: nor does the report" "" "$(cat "$TMP/json" "$TMP/err" | grep -oFf "$TMP/values" | head -3)"
  for stage in view document fo; do
    "$DUFORM" trace "$TMP/case.xml" -d invitation -t "$stage" >"$TMP/trace" 2>/dev/null
    check "$region: trace -t $stage shows nothing" test ! -s "$TMP/trace"
  done
done
# a party that is protected while the person is not
sample=$SAMPLES/jamtland-harjedalen.xml
sed 's,<party id="daughter",<party id="daughter" protection="confidentiality-mark",' "$sample" >"$TMP/party.xml"
recipients=$("$DUFORM" trace "$sample" -d invitation -t view 2>/dev/null | grep -c '<view ')
status_is 1 "a protected party is refused" "$DUFORM" make "$TMP/party.xml" -o "$out" -d invitation --messages=en
equal "the others get their letters" "$((recipients - 1))" "$(ls "$out" | wc -l)"
[ "$failed" -eq 0 ]
