# The template language: a letter with a hole is not made, words outside units are refused, a
# translation is used only while its Swedish source is what the template says.
. "$(dirname "$0")/../lib.sh"
case=$SAMPLES/jamtland-harjedalen.xml
home=$TMP/home
fresh() { rm -rf "$home" "$TMP/out"; mkdir -p "$home" "$TMP/out"; cp -r "$ROOT"/templates "$ROOT"/xslt "$ROOT"/fonts "$ROOT"/lang "$home"; }
template=$home/templates/documents/invitation.xml
made() { DUFORM_HOME=$home "$DUFORM" make "$case" -d invitation --to 1 -o "$TMP/out" >/dev/null 2>"$TMP/err"; }

fresh; made
equal "the template as it is makes a letter" 1 "$(find "$TMP/out" -name '*.pdf' | wc -l)"

fresh; sed -i 's|<value of="person/given" as="name"/>!|<value of="person/nickname" as="name"/>!|' "$template"; made
[ $? -ne 0 ] && ok "a value that the view lacks stops the letter" || not_ok "a value that the view lacks stops the letter"
no_files "and no file is left" "$TMP/out"
contains "and its place in the template is told" "invitation.xml:$(grep -n person/nickname "$template" | cut -d: -f1):" "$TMP/err"

fresh; sed -i 's|<value of="person/given" as="name"/>!|<value of="person/nickname" as="name" optional="yes"/>!|' "$template"; made
equal "unless it is optional" 1 "$(find "$TMP/out" -name '*.pdf' | wc -l)"

fresh; sed -i 's|<h level="2" id="you.why.h">|Ord utanför. <h level="2" id="you.why.h">|' "$template"; made
[ $? -ne 0 ] && ok "words outside a unit are refused" || not_ok "words outside a unit are refused"
no_files "and no file is left" "$TMP/out"
contains "and the words of the refusal are shown" "words outside a unit, in when" "$TMP/err"

fresh; sed -i 's|<value of="person/given" as="name"/>!|<value of="person/given[" as="name"/>!|' "$template"; made
contains "a path that is none is told with its place" "invitation.xml line $(grep -n 'person/given\[' "$template" | cut -d: -f1) " "$TMP/err"

fresh; sed -i '2s|^|<!DOCTYPE template [<!ENTITY x "y">]>|' "$template"; made
contains "a template with a DOCTYPE is not read" "invitation.xml: error: the file is not well-formed XML" "$TMP/err"
no_files "and no file is left" "$TMP/out"

fresh; sed -i '0,/<\/trans-unit>/s||</trans-unt>|' "$home/lang/en.xlf"
DUFORM_HOME=$home "$DUFORM" make "$case" -d invitation --to 1 -l en --draft -o "$TMP/out" >/dev/null 2>"$TMP/err"
contains "a damaged file of translations is told" "en.xlf: error: the file is not well-formed XML" "$TMP/err"
no_files "and no letter is made without it" "$TMP/out"

# Two units translated, one of them from a sentence that has changed since.
fresh
cat >"$home/lang/en.xlf" <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="invitation" source-language="sv" target-language="en" datatype="xml">
    <body>
      <trans-unit id="invitation.you.hello">
        <source>Hej <x id="1"/>!</source><target>Hello <x id="1"/>!</target>
      </trans-unit>
      <trans-unit id="invitation.you.call.h">
        <source>Har du frågor?</source><target>Do you have questions?</target>
      </trans-unit>
      <trans-unit id="invitation.you.call">
        <source>Ring <x id="1"/> på <g id="2"><x id="3"/></g>.</source>
        <target>Call <g id="2"><x id="3"/></g> and ask for <x id="1"/>.</target>
      </trans-unit>
    </body>
  </file>
</xliff>
X
DUFORM_HOME=$home "$DUFORM" trace "$case" -d invitation --to 1 -l en --draft -t document >"$TMP/document" 2>"$TMP/err"
words=$(xmllint --xpath 'normalize-space(//p[contains(., "Hello")])' "$TMP/document" 2>/dev/null)
equal "a translated unit is used, the value in its place" "Hello Ingegerd!" "$words"
equal "a unit whose Swedish has changed stays Swedish, and says so" "Undrar du något?" \
  "$(xmllint --xpath 'string(//h[@lang="sv"][contains(., "Undrar")])' "$TMP/document")"
equal "a translation may turn the order of values" "Call 070-174 06 20 and ask for Marit Olofsdotter Lund." \
  "$(xmllint --xpath 'normalize-space(//s[contains(., "Call")])' "$TMP/document" | tr '\240\302' '  ' | sed 's/‑/-/g; s/\xc2\xa0/ /g' | tr -s ' ')"
[ "$failed" -eq 0 ]
