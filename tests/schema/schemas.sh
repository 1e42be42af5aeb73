# The schemas accept every sample, case, profile and law, and refuse what they must, in plain terms.
. "$(dirname "$0")/../lib.sh"
cd "$ROOT" || exit 3
SAMPLE=$SAMPLES/jamtland-harjedalen.xml

valid() { check "$2 is valid" xmllint --noout --nonet --schema "xslt/$1.xsd" "$2"; }
for f in templates/samples/*.xml templates/samples/*/*.xml tests/cases/*.xml; do valid case "$f"; done
for f in templates/profiles/*.xml; do
  valid profile "$f"
  equal "$f names itself" "$(basename "$f" .xml)" "$(sed -n 's/.*<profile .*region="\([^"]*\)".*/\1/p' "$f")"
done
valid laws templates/laws.xml

# refused DESC EXPECTED SED-SCRIPT: the sample, changed so, is not valid, and the message says EXPECTED
refused() {
  sed "$3" "$SAMPLE" >"$TMP/case.xml"
  cmp -s "$SAMPLE" "$TMP/case.xml" && { not_ok "$1: the change did not apply"; return; }
  xmllint --noout --nonet --schema xslt/case.xsd "$TMP/case.xml" >/dev/null 2>"$TMP/err"
  contains "$1" "$2" "$TMP/err"
}
refused 'protection is required' "'protection' is required" 's/ protection="none"//'
refused 'ref is required' "'ref' is required" 's/ ref="[^"]*"//'
refused 'region is required' "'region' is required" 's/ region="[^"]*"//'
refused 'state is required' "'state' is required" 's/ *state="called"//'
refused 'another version is refused' "'format'" 's/format="1"/format="2"/'
refused 'a state outside the list' "'followed-up'" 's/state="called"/state="sent"/'
refused 'a region may not be a path' "pattern" 's,region="[^"]*",region="../x",'
refused 'a reference may not be a path' "pattern" 's,ref="[^"]*",ref="a/../../b",'
refused 'a date with a zone' "pattern" 's,<sent>2026-02-16,&Z,'
refused 'a day that does not exist' "}Date'" 's,<sent>2026-02-16,<sent>2026-02-30,'
refused 'a time without seconds' "}Time'" 's,T13:00:00,T13:00,'
refused 'a class outside the list' "'guardian'" 's/class="relative"/class="cousin"/'
refused 'a reference to no party' "keyref" 's/exchange party="daughter"/exchange party="nobody"/'
refused 'a party twice' "Duplicate" 's/id="insurance"/id="daughter"/'
refused 'an unknown element names what was expected' "Expected is" 's,<reply-by>\(.*\)</reply-by>,<answer-by>\1</answer-by>,'
refused 'an empty line of text' "minLength" 's,<unit>Biståndsenheten</unit>,<unit> </unit>,'
for value in '' none Nej sekretessmarkering confidentiality-mark 'x y'; do
  sed "s/protection=\"none\"/protection=\"$value\"/" "$SAMPLE" >"$TMP/case.xml"
  check "protection '$value' passes the schema; the rules decide" \
    xmllint --noout --nonet --schema xslt/case.xsd "$TMP/case.xml"
done

# a sixth region is one file; a profile that forgets a check or a policy is refused
sed 's/region="default"/region="nyregion"/' templates/profiles/default.xml >"$TMP/nyregion.xml"
check 'a sixth region is one file' xmllint --noout --nonet --schema xslt/profile.xsd "$TMP/nyregion.xml"
for forget in '<notice ' '<guardian-consent ' '<withdrawn '; do
  grep -vF "$forget" templates/profiles/default.xml >"$TMP/forgets.xml"
  status_is 3 "a profile without $forget...> is refused" \
    xmllint --noout --nonet --schema xslt/profile.xsd "$TMP/forgets.xml"
done
sed 's/policy="ask"/policy="maybe"/' templates/profiles/default.xml >"$TMP/policy.xml"
status_is 3 'an unknown policy is refused' xmllint --noout --nonet --schema xslt/profile.xsd "$TMP/policy.xml"

# every law that a profile refers to is in the table, and its rows do not overlap
laws=$(grep -ho '<law id="[^"]*" use' templates/profiles/*.xml | cut -d'"' -f2 | sort -u)
for law in $laws; do contains "law $law is in the table" "<law id=\"$law\"" templates/laws.xml; done
equal 'the old and the new social law meet on 2025-07-01 without a gap' '2025-06-30 2025-07-01' \
  "$(sed -n 's/.*id="sip-social" \(until\|from\)="\([^"]*\)".*/\2/p' templates/laws.xml | paste -sd' ')"

# invented people only: test numbers that are published as such, telephone numbers kept for fiction
numbers=$(grep -hoE '<number kind="(personal|coordination)">[^<]*' templates/samples/*.xml templates/samples/*/*.xml tests/cases/*.xml |
  sed 's/.*>//; s/[-+]//g; s/^\(19\|20\|18\)\(..........\)$/\2/' | sort -u)
known='6101182803|9002029800|0302022389|9002222397|0001252386|9602029812|6109732393|5009072553|6101182804'
equal 'only published test numbers' '' "$(echo "$numbers" | grep -vxE "$known")"
phones=$(grep -hoE '<phone>[^<]*' templates/samples/*.xml templates/samples/*/*.xml tests/cases/*.xml templates/profiles/*.xml | sed 's/.*>//' | sort -u)
equal 'only telephone numbers kept for fiction' '' \
  "$(echo "$phones" | grep -vE '^(070-174 0(6 (0[5-9]|[1-9][0-9]))|08-465 004 [0-9]{2}|031-390 06 [0-9]{2})$')"

# every element and attribute says what it means
for f in xslt/case*.xsd xslt/profile*.xsd xslt/laws.xsd; do
  declared=$(grep -cE '<xs:(element|attribute) name=' "$f")
  said=$(tr '\n' ' ' <"$f" | grep -oE '<xs:(element|attribute) name="[^"]*"[^>]*> *<xs:annotation>' | wc -l)
  equal "$f: each declaration has its meaning" "$declared" "$said"
done
[ "$failed" -eq 0 ]
