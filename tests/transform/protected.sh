# Protected personal data, however the protection is written: letters where the region has them on
# paper, and those tell nothing; nothing where it telephones or somebody must decide first.
. "$(dirname "$0")/../lib.sh"
matches() { if grep -qE -- "$2" "$3"; then ok "$1"; else not_ok "$1"; head -3 "$3" | sed 's/^/# /'; fi; }
out=$TMP/out
mkdir "$out"
# values FILE: what stands in a case and tells something; the region's own words are no secret
values() {
  grep -oE '>[^<]{4,}<' "$1" | tr -d '<>' | grep -E '[A-ZÅÄÖ0-9]' | grep -vE '^[0-9T:-]+$|^Region' | sort -u
}
for sample in $(ordinary); do
  region=$(sed -nE 's/.*<case [^>]*region="([a-z-]+)".*/\1/p' "$sample")
  policy=$(sed -nE 's/.*<protection policy="([a-z]+)".*/\1/p' "$ROOT/templates/profiles/$region.xml")
  values "$sample" >"$TMP/values"
  for value in confidentiality-mark protected-registration assumed-identity yes None "none " NONE none1; do
    rm -f "$out"/*
    sed "0,/protection=\"none\"/s//protection=\"$value\"/" "$sample" >"$TMP/case.xml"
    "$DUFORM" make "$TMP/case.xml" -o "$out" -d invitation --messages=en -q >"$TMP/.out" 2>"$TMP/.err"
    status=$?
    if [ "$policy" = paper ]; then
      for f in "$out"/*.pdf; do pdftotext "$f" -; done >"$TMP/text"
      equal "$region, '$value': the letters tell nothing" "yes " \
        "$([ -s "$TMP/text" ] && echo yes) $(grep -oFf "$TMP/values" "$TMP/text" | head -3)"
    else
      equal "$region, '$value': refused" 1 "$status"
      no_files "$region, '$value': nothing was made" "$out"
      matches "$region, '$value': a rule is named" 'error: .* \[(C\.5|UPP-3[4-7]|SKA-5|BOR-28|DU-PROTECTION)\]$' "$TMP/.err"
    fi
  done
  equal "$region: messages hold no value of the case" "" "$(grep -oFf "$TMP/values" "$TMP/.err" | head -3)"
  "$DUFORM" check "$TMP/case.xml" --format=json --messages=sv >"$TMP/json" 2>"$TMP/err"
  equal "$region: nor does the report" "" "$(cat "$TMP/json" "$TMP/err" | grep -oFf "$TMP/values" | head -3)"
  for stage in view document fo; do
    "$DUFORM" trace "$TMP/case.xml" -d invitation -t "$stage" >"$TMP/trace" 2>/dev/null
    equal "$region: trace -t $stage tells nothing" "" "$(grep -oFf "$TMP/values" "$TMP/trace" | head -3)"
    [ "$policy" = paper ] || check "$region: trace -t $stage shows nothing" test ! -s "$TMP/trace"
  done
done
# a party that is protected while the person is not
rm -f "$out"/*
sample=$SAMPLES/jamtland-harjedalen.xml
sed 's,<party id="daughter",<party id="daughter" protection="confidentiality-mark",' "$sample" >"$TMP/party.xml"
recipients=$("$DUFORM" trace "$sample" -d invitation -t view 2>/dev/null | grep -c '<view ')
status_is 1 "a protected party is refused" "$DUFORM" make "$TMP/party.xml" -o "$out" -d invitation --messages=en
equal "the others get their letters" "$((recipients - 1))" "$(ls "$out" | wc -l)"
status_is 0 "unless paper is decided on" "$DUFORM" make "$TMP/party.xml" -o "$out" -d invitation --decision paper --reason Beslut
equal "then all get one" "$recipients" "$(ls "$out" | wc -l)"
[ "$failed" -eq 0 ]
