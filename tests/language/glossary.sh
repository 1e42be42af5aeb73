# The glossary: complete, and all drafts agree with it; what does not agree is named.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/pseudo.bash"
glossary=$ROOT/lang/glossary.xml
check "it is valid" xmllint --nonet --noout --schema "$ROOT/xslt/glossary.xsd" "$glossary"
check "it has sixty terms or more" test "$(grep -c '<term ' "$glossary")" -ge 60
equal "each with a meaning in plain Swedish" "$(grep -c '<term ' "$glossary")" "$(grep -c '<plain>' "$glossary")"
for file in "$ROOT"/lang/*.xlf; do
  lang=$(basename "$file" .xlf)
  equal "$lang: every term has a name" "$(grep -c '<term ' "$glossary")" "$(grep -c "<use lang=\"$lang\"" "$glossary")"
  status_is 0 "$lang: the file is without fault" "$DUFORM" language check "$lang" --messages=en
  equal "$lang: every text that has a term says it" "" "$(head -3 "$TMP/.err")"
done
status_is 0 "all at once" "$DUFORM" language check
status_is 3 "a language that is not known" "$DUFORM" language check xx

# ---- a translation that says something else is named, on check and on import
fresh_home
cp "$ROOT"/lang/*.xlf "$TMP/home/lang"
change() { sed -i -E "/id=\"$1\"/,/<\/trans-unit>/ s,(<target[^>]*>).*</target>,\1$2</target>," "$TMP/home/lang/en.xlf"; }
warned() { "$DUFORM" language check en --messages=en 2>&1 | sed -n 's/.*warning: \(.*\)$/\1/p'; }
change consent.title "Approval of a SIP"
equal "another word is seen, with its unit" 'glossary: "samtycke" is "consent" [consent.title]' "$(warned)"
change consent.title "CONSENTING to a SIP"
equal "endings and capitals do not matter" "" "$(warned)"
change consent.title "Approval of a SIP"
cp "$TMP/home/lang/en.xlf" "$TMP/en.xlf"
status_is 0 "an import is not refused for it" "$DUFORM" language import --messages=en "$TMP/en.xlf" --into "$TMP"
contains "but says it" 'glossary: "samtycke" is "consent" [consent.title]' "$TMP/.err"
change invitation.teen.what "Planning"
equal "a word within a word is not the term" "" "$(warned | grep teen.what)"
sed -i '/id="consent.title"/,/<\/trans-unit>/ s,الموافقة,المُوَافَقة,' "$TMP/home/lang/ar.xlf"
equal "Arabic: vowel signs do not matter" "" "$("$DUFORM" language check ar --messages=en 2>&1)"
sed -i '/id="consent.title"/,/<\/trans-unit>/ s,المُوَافَقة,القبول,' "$TMP/home/lang/ar.xlf"
equal "Arabic: another word is seen" 1 "$("$DUFORM" language check ar --messages=en 2>&1 | grep -c 'consent.title')"
sed -i -E '/id="consent.long.from"/,/<\/trans-unit>/ s,(<target[^>]*>).*</target>,\1<x id="9"/></target>,' "$TMP/home/lang/en.xlf"
status_is 2 "what import would refuse is a fault here" "$DUFORM" language check en --messages=en
contains "named, too" "same inserted values" "$TMP/.err"

# ---- a file is read by others than the one who made it: it holds nobody's data
status_is 0 "an export" "$DUFORM" language export en -o "$TMP/mode.xlf"
equal "may be read by others" 644 "$(stat -c %a "$TMP/mode.xlf")"
equal "says its namespace once" 1 "$(grep -c 'xmlns' "$TMP/mode.xlf")"
[ "$failed" -eq 0 ]
