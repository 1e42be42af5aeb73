# What a stylesheet may do: read the program's own data folders, and nothing else.
. "$(dirname "$0")/../lib.sh"
export DUFORM_HOME="$TMP/a home å" # a path that needs escaping
mkdir "$DUFORM_HOME"
cp -r "$ROOT/xslt" "$ROOT/templates" "$ROOT/lang" "$ROOT/fonts" "$DUFORM_HOME"
sample=$SAMPLES/jamtland-harjedalen.xml
sheet() { # sheet NAME BODY [TOP]
  printf '%s\n' "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" xmlns:c=\"urn:duform:case:1\" xmlns:exsl=\"http://exslt.org/common\" extension-element-prefixes=\"exsl\" xmlns:xi=\"http://www.w3.org/2001/XInclude\">${3:-}" \
    "<xsl:template match=\"/\"><view>$2</view></xsl:template></xsl:stylesheet>" >"$DUFORM_HOME/xslt/$1.xsl"
}
sheet assess ''
view() { "$DUFORM" trace "$sample" -d invitation -t view --to 2 --messages=en; }

sheet view "<t><xsl:value-of select=\"count(document('../templates/laws.xml')/*)\"/></t>"
status_is 0 "own data is read" view
contains "own data is there" "<t>1</t>" "$TMP/.out"

echo '<secret>canary</secret>' >"$TMP/outside.xml"
ln -s "$TMP/outside.xml" "$DUFORM_HOME/templates/link.xml"
cp "$TMP/outside.xml" "$DUFORM_HOME/outside.xml"
for uri in "$TMP/outside.xml" "file://$TMP/outside.xml" "../../outside.xml" "../templates/../../outside.xml" "../templates/link.xml" \
  "../outside.xml" "/etc/passwd" "http://localhost:1/x.xml" "https://localhost:1/x.xml" "ftp://localhost:1/x.xml"; do
  sheet view "<t><xsl:copy-of select=\"document('$uri')\"/></t>"
  view >"$TMP/out" 2>"$TMP/err"
  cat "$TMP/out" "$TMP/err" >"$TMP/all"
  lacks "document('$uri') gives nothing" "canary" "$TMP/all"
done
sheet view "<xi:include href=\"../outside.xml\"/>"
view >"$TMP/out" 2>&1
lacks "XInclude gives nothing" "canary" "$TMP/out"
sheet view "<exsl:document href=\"$TMP/written.xml\"><x/></exsl:document>"
view >"$TMP/out" 2>&1
check "exsl:document writes nothing" test ! -e "$TMP/written.xml"
sheet view "<t/>" "<xsl:import href=\"$TMP/imported.xsl\"/>"
echo '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>' >"$TMP/imported.xsl"
status_is 4 "an import from outside is refused" view

# words of a stylesheet could quote a case
sheet view "<xsl:message>canary <xsl:value-of select=\"c:case/c:person/c:name\"/></xsl:message><t/>"
status_is 0 "xsl:message is harmless" view
lacks "xsl:message is dropped" "canary" "$TMP/.err"
sheet view "<xsl:message terminate=\"yes\">canary <xsl:value-of select=\"c:case/c:person/c:name\"/></xsl:message>"
status_is 1 "xsl:message terminate refuses the document" view
one_line "xsl:message terminate: one line" "$TMP/.err"
contains "xsl:message terminate: the place" "view.xsl:2: error: recipient 2: the case lacks something" "$TMP/.err"
lacks "xsl:message terminate: no words" "canary" "$TMP/.err"
sheet view "<xsl:call-template name=\"again\"/>" "<xsl:template name=\"again\"><xsl:call-template name=\"again\"/></xsl:template>"
status_is 4 "endless recursion is stopped" view
one_line "endless recursion: one line" "$TMP/.err"
sheet view "<xsl:value-of select=\"count(//*[//*[//*[//*[count(//*) &gt; 1]]]])\"/><xsl:value-of select=\"count(//*[count(//*[count(//*[count(//*[count(//*) = 7]) = 8]) = 8]) = 8])\"/>"
status_is 4 "an endless expression is stopped" timeout 60 "$DUFORM" trace "$sample" -d invitation -t view --to 2

# our own data at fault
echo '<xsl:stylesheet' >"$DUFORM_HOME/xslt/view.xsl"
status_is 4 "a stylesheet that is not well-formed: status 4" view
one_line "a stylesheet that is not well-formed: one line" "$TMP/.err"
sheet view "<xsl:value-of select=\"count(\"/>"
status_is 4 "a stylesheet that does not compile: status 4" view
one_line "a stylesheet that does not compile: one line" "$TMP/.err"
rm "$DUFORM_HOME/xslt/view.xsl"
status_is 4 "a missing stylesheet: status 4" view
one_line "a missing stylesheet: one line" "$TMP/.err"
sed -i 's,<protection ,<protektion ,' "$DUFORM_HOME/templates/profiles/jamtland-harjedalen.xml"
status_is 4 "a profile that is not valid: nothing is made" view
DUFORM_HOME=/nonexistent status_is 4 "no data folder: status 4" view
one_line "no data folder: one line" "$TMP/.err"
[ "$failed" -eq 0 ]
