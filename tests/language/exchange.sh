# Translations go out and come back: the strict schema, a round trip, every fault that is refused, stale units.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/pseudo.bash"
schemas=/usr/share/php/Symfony/Component/Translation/Resources/schemas
cat >"$TMP/catalog.xml" <<X
<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="http://www.w3.org/2001/xml.xsd" uri="file://$schemas/xml.xsd"/><system systemId="http://www.w3.org/2001/xml.xsd" uri="file://$schemas/xml.xsd"/></catalog>
X
valid() { # valid DESC FILE
  [ -e "$schemas/xliff-core-1.2-strict.xsd" ] || { ok "$1 (no schema here)"; return; }
  XML_CATALOG_FILES=$TMP/catalog.xml check "$1" xmllint --nonet --noout --schema "$schemas/xliff-core-1.2-strict.xsd" "$2"
}
fresh_home
check "a language is exported" "$DUFORM" language export ar -o "$TMP/out.xlf"
valid "the export is valid XLIFF 1.2, strict" "$TMP/out.xlf"
equal "a file for each edition of each kind" \
  "$(cd "$TMP/home/templates/documents" && ls invitation.xml invitation.easy.xml consent.xml consent.easy.xml plan.xml plan.easy.xml leaflet.xml leaflet.easy.xml 2>/dev/null | wc -l)" \
  "$(grep -cE 'original="(invitation|consent|plan|leaflet)(\.easy)?"' "$TMP/out.xlf")"
contains "a value says what it is" 'ctype="x-date" equiv-text="{mötets dag}"' "$TMP/out.xlf"
contains "a note says where the words stand" "Under rubriken ”Du bestämmer”" "$TMP/out.xlf"
lacks "passages for staff alone are not translated" 'id="invitation.call.lead"' "$TMP/out.xlf"
contains "what the person reads is" 'id="invitation.you.lead"' "$TMP/out.xlf"
lacks "papers for staff are not translated" 'original="call-sheet"' "$TMP/out.xlf"
status_is 3 "a language that is not known" "$DUFORM" language export xx -o "$TMP/no.xlf"

pseudo "$TMP/out.xlf" translated >"$TMP/back.xlf"
check "what came back is taken in" "$DUFORM" language import "$TMP/back.xlf"
valid "what is kept is valid" "$TMP/home/lang/ar.xlf"
"$DUFORM" language status >"$TMP/status"
equal "nothing of the language is missing" 0 "$(awk '$1 == "ar" { n += $8 + $7 } END { print n + 0 }' "$TMP/status")"
"$DUFORM" language export ar -o "$TMP/again.xlf"
equal "an export after an import is the same" "$(cat "$TMP/home/lang/ar.xlf")" "$(cat "$TMP/again.xlf")"
check "status as JSON" sh -c "'$DUFORM' language status --format=json | grep -q '\"language\": \"ar\", \"kind\": \"leaflet\", \"units\": [0-9]*, \"final\": 0'"

# ---- faults: each is refused, with the line and the unit, and nothing is kept
rm "$TMP/home/lang/ar.xlf"
fault() { # fault DESC MESSAGE SED-SCRIPT
  sed -E "$3" "$TMP/back.xlf" >"$TMP/bad.xlf"
  status_is 2 "$1: refused" "$DUFORM" language import --messages=en "$TMP/bad.xlf"
  contains "$1: said with its unit" "$2" "$TMP/.err"
  cp "$TMP/.err" "$TMP/said"
  check "$1: with file and line" grep -qE "^$TMP/bad.xlf:[0-9]+: error: .*\[[a-z.0-9-]+\]$" "$TMP/said"
  check "$1: nothing is kept" test ! -e "$TMP/home/lang/ar.xlf"
}
unit='/id="leaflet.more.call"/,/<\/trans-unit>/'
fault "a lost value" "same inserted values" "$unit s,(«.*)<x id=\"1\"[^>]*/>,\1,"
fault "a value twice" "same inserted values" "$unit s,(«.*)(<x id=\"1\"[^>]*/>),\1\2\2,"
fault "other markup" "other markup than x and g" "$unit s,«,«<it id=\"9\" pos=\"open\"/>,"
fault "a number lost" "a number of the source" '/id="leaflet.young.h"/,/<\/trans-unit>/ s,«(.*)18,«\1arton,'
fault "a number changed" "a number of the source" '/id="leaflet.young.h"/,/<\/trans-unit>/ s,«(.*)18,«\1118,'
fault "other digits" "digits are written 0-9" '/id="leaflet.young.h"/,/<\/trans-unit>/ s,«,«١٨ ,'
fault "direction controls" "control direction" "$unit s,«,«$(printf '\u202e'),"
fault "markup as text" "markup has become text" "$unit s,«,«{mötets dag} ,"
fault "an empty translation" "is empty" "$unit s,<target([^>]*)>.*</target>,<target\1></target>,"
fault "an unknown state" "unknown state" "$unit s,state=\"translated\",state=\"done\","
fault "final without names" "a translator and a reviser" "$unit s,state=\"translated\",state=\"final\","
fault "final by one person" "two different people" "$unit s,state=\"translated\"(.*)\$,state=\"final\"\1<note from=\"translator\">A1</note><note from=\"reviser\">A1</note>,"
fault "a unit twice" "stands there twice" 's,id="leaflet.lead.plan",id="leaflet.lead.need",'
sed -E 's/target-language="ar"/target-language="xx"/' "$TMP/back.xlf" >"$TMP/bad.xlf"
status_is 2 "a language without a locale is refused" "$DUFORM" language import "$TMP/bad.xlf"
printf '<a/>' >"$TMP/bad.xlf"
status_is 2 "another document is refused" "$DUFORM" language import "$TMP/bad.xlf"
mkdir -p "$TMP/into"
check "--into another folder" "$DUFORM" language import "$TMP/back.xlf" --into "$TMP/into"
check "the file is there" test -s "$TMP/into/ar.xlf"

# ---- a sentence that changes makes its translation stale, and the old words stay as a suggestion
cp "$TMP/into/ar.xlf" "$TMP/home/lang/ar.xlf"
sed -i 's/Behöver du hjälp från flera ställen på samma gång?/Behöver du hjälp från många?/' "$TMP/home/templates/documents/leaflet.xml"
equal "one unit is stale" 1 "$("$DUFORM" language status | awk '$1 == "ar" && $2 == "leaflet" { print $7 }')"
"$DUFORM" language export ar -o "$TMP/stale.xlf"
valid "an export with a stale unit is valid" "$TMP/stale.xlf"
sed -n '/id="leaflet.lead.need"/,/<\/trans-unit>/p' "$TMP/stale.xlf" >"$TMP/unit"
contains "it is marked" 'state="needs-translation"' "$TMP/unit"
contains "its old words stand beside it" 'alt-trans' "$TMP/unit"
status_is 0 "an old file is taken, the stale unit is told of" "$DUFORM" language import --messages=en "$TMP/back.xlf"
contains "which unit" "the Swedish text has changed: the translation is not used [leaflet.lead.need]" "$TMP/.err"
lacks "no case is near: an export holds no data" "Ingegerd" "$TMP/out.xlf"

# ---- a translator's tool reads and writes it
if command -v xliff2po >/dev/null && command -v po2xliff >/dev/null; then
  check "translate-toolkit reads the export" xliff2po --progress=none "$TMP/again.xlf" "$TMP/out.po"
  check "with all its units" test "$(grep -c '^msgid' "$TMP/out.po")" -ge "$(grep -c '<trans-unit' "$TMP/again.xlf" | awk '{ print int($1 * 0.5) }')"
fi
# An agency's day: an export without words, its memory (what we keep), its tool fills in and writes, a person approves.
# units of values alone have no words: the tool leaves them
targets() { sed -n 's/.*<target [^>]*>\(.*\)<\/target>.*/\1/p' "$1" | grep -vE '^(<[^>]*> *)*$' | sort; }
if command -v pretranslate >/dev/null; then
  rm -f "$TMP/home/lang/ar.xlf"
  "$DUFORM" language export ar -o "$TMP/empty.xlf"
  check "translate-toolkit fills in the export" pretranslate --progress=none -t "$ROOT/lang/ar.xlf" "$TMP/empty.xlf" "$TMP/filled.xlf"
  check "what it is not sure of is not taken as done" sh -c "'$DUFORM' language import '$TMP/filled.xlf' && ! grep -q 'state=\"translated\"' '$TMP/home/lang/ar.xlf'"
  sed -i 's/state="needs-translation"/state="translated"/' "$TMP/filled.xlf"
  check "what it wrote is taken in" "$DUFORM" language import "$TMP/filled.xlf"
  valid "what is kept of it is valid" "$TMP/home/lang/ar.xlf"
  equal "every word came through" "$(targets "$ROOT/lang/ar.xlf")" "$(targets "$TMP/home/lang/ar.xlf")"
  equal "and no note twice" "$(grep -c '<note' "$TMP/empty.xlf")" "$(grep -c '<note' "$TMP/home/lang/ar.xlf")"
fi
if command -v pofilter >/dev/null; then
  faults() { rm -f "$TMP/faults.xlf"; pofilter --progress=none --language="$1" -t numbers -t urls -t untranslated -t blank -t doublespacing -t newlines -t tabs "$2" "$TMP/faults.xlf" 2>/dev/null; grep -o 'pofilter">[^<]*' "$TMP/faults.xlf" 2>/dev/null; }
  for file in "$ROOT"/lang/*.xlf; do
    lang=$(basename "$file" .xlf)
    equal "$lang: pofilter finds no lost number, address or blank" "" "$(faults "$lang" "$file" | head -3)"
  done
  sed -E '/id="leaflet.young.h"/,/<\/trans-unit>/ s,(<target.*)18,\1eighteen,' "$ROOT/lang/en.xlf" >"$TMP/lost.xlf"
  check "and would" test -n "$(faults en "$TMP/lost.xlf")"
fi
for file in "$ROOT"/lang/*.xlf; do valid "$(basename "$file"): valid" "$file"; done
[ "$failed" -eq 0 ]
