# No Swedish word of ours is left in a translated document: every kind that a person reads, every sample, every
# language. What may be Swedish says so (lang="sv") and is the case's, the region's or the law's own words.
. "$(dirname "$0")/../lib.sh"
kinds=$(xmllint --xpath 'string(concat(/*/@letters, " ", /*/@leaflets))' "$ROOT/lang/locales.xml")
languages=$(cd "$ROOT/lang" && printf '%s\n' *.xlf | sed 's/\.xlf$//')

# Lines: "T words" in the document's language, "S words" marked as Swedish.
cat >"$TMP/texts.xsl" <<'X'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/"><xsl:apply-templates select="//body"/></xsl:template>
  <!-- the mark of a draft, letterheads, and addresses, which are read by the post -->
  <xsl:template match="*[@class = 'draft'] | *[@class = 'organisation'] | footer | address" priority="1"/>
  <xsl:template match="*[@lang = 'sv']">
    <xsl:value-of select="concat('S ', normalize-space(.), '&#10;')"/>
  </xsl:template>
  <xsl:template match="text()"/>
  <xsl:template match="text()[normalize-space()]">
    <xsl:value-of select="concat('T ', normalize-space(.), '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
X
units() { # units FILE source|target: the words of its units
  xsltproc --nonet - "$1" <<X
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:x="urn:oasis:names:tc:xliff:document:1.2">
<xsl:output method="text" encoding="UTF-8"/>
<xsl:template match="/"><xsl:for-each select="//x:trans-unit/x:$2"><xsl:value-of select="concat(., '&#10;')"/></xsl:for-each></xsl:template>
</xsl:stylesheet>
X
}
# faults TEXTS CASE LANG: the lines that are wrong, one each
faults() {
  perl -CSDA -Mutf8 -e '
    sub slurp { open my $f, "<", $_[0] or die; local $/; <$f> }
    sub plain { my $s = lc shift; $s =~ s/[^\p{L}\p{N}]//g; $s }
    my ($texts, $sources, $targets, @may) = @ARGV;
    my %ours; $ours{lc $_}++ for slurp($sources) =~ /\p{L}{3,}/g;
    my $free = join " ", map { slurp($_) } @may;
    my $attributes = join " ", $free =~ /="([^"]*)"/g;
    $free =~ s/<[^>]*>/ /g;
    $free .= $attributes;
    delete $ours{lc $_} for (slurp($targets) . $free) =~ /\p{L}{3,}/g;
    my $known = plain($free);
    for (split /\n/, slurp($texts)) {
      my ($kind, $said) = /^(.) (.*)/ or next;
      if ($kind eq "T") { for ($said =~ /\p{L}{3,}/g) { print "$_: $said\n" if $ours{lc $_} } }
      else { for (split /, /, $said) { print "not of the case: $_\n" if index($known, plain($_)) < 0 } }
    }' "$1" "$TMP/sources" "$TMP/targets.$3" "$2" "$ROOT/templates/laws.xml" "$ROOT"/templates/profiles/*.xml
}
units "$ROOT/lang/en.xlf" source >"$TMP/sources"
for lang in $languages; do
  units "$ROOT/lang/$lang.xlf" target >"$TMP/targets.$lang"
  for case in "$SAMPLES"/[!p]*.xml "$ROOT"/templates/samples/situations/plain.xml; do
    name="$lang $(basename "$case" .xml)"
    rm -rf "$TMP/o"
    mkdir "$TMP/o"
    # kinds that the case cannot have yet are refused; the rest is made
    # shellcheck disable=SC2046
    "$DUFORM" make "$case" $(printf ' -d %s' $kinds) -l "$lang" --draft --html -q -o "$TMP/o" 2>/dev/null
    for page in "$TMP/o"/*-"$lang".html; do
      xsltproc --html --nonet "$TMP/texts.xsl" "$page" 2>/dev/null
    done >"$TMP/said"
    check "$name: documents are made" test "$(wc -l <"$TMP/said")" -gt 100
    equal "$name: nothing of ours is left in Swedish" "" "$(faults "$TMP/said" "$case" "$lang" | sort -u)"
  done
done

# the test sees what it is for
printf 'T Vårdnadshavare\n' >"$TMP/said"
check "a Swedish word is seen" test -n "$(faults "$TMP/said" "$case" ar)"
printf 'S Det har ingen sagt i ärendet\n' >"$TMP/said"
check "Swedish that is nobody's is seen" test -n "$(faults "$TMP/said" "$case" ar)"

# ---- relations: the case's own word where it is known, else that of its kind, in the language
said() { # said LANG SED-SCRIPT: the label of one who is called
  sed "$2" "$SAMPLES/jamtland-harjedalen.xml" >"$TMP/case.xml"
  "$DUFORM" trace "$TMP/case.xml" -d invitation --to 1 -l "$1" --draft -t document 2>/dev/null |
    grep 'Hedbäck Nyman' | sed 's/<[^>]*>//g; s/^ *//'
}
equal "Swedish says the case's own word" "Sara Hedbäck Nyman (dotter)" "$(said sv '')"
equal "another language its own" "Sara Hedbäck Nyman (daughter)" "$(said en '')"
equal "from right to left" "Sara Hedbäck Nyman (ابنة)" "$(said ar '')"
equal "capitals do not matter" "Sara Hedbäck Nyman (daughter)" "$(said en 's/>dotter</>Dotter</')"
equal "a word that is not known says its kind" "Sara Hedbäck Nyman (child)" "$(said en 's/>dotter</>tös</')"
equal "a word of no known kind stays" "Sara Hedbäck Nyman (ordförande)" "$(said en 's/kind="child">dotter</kind="other">ordförande</')"

# ---- right to left: what stands side by side is set apart, else its parts change places
"$DUFORM" trace "$SAMPLES/skane.xml" -d plan --to 1 -l ar --draft -t fo >"$TMP/fo" 2>/dev/null
footer=$(xmllint --xpath 'string(//*[local-name()="static-content"][@flow-name="footer"][1])' "$TMP/fo")
check "the footer names its routine" test "${footer/samordnad}" != "$footer"
equal "no part of the footer but is set apart" "" \
  "$(echo "$footer" | perl -CSD -pe 's/\x{2066}[^\x{2069}]*\x{2069}//g; s/\s+//g')"
"$DUFORM" trace "$SAMPLES/uppsala.xml" -d invitation --to 1 -l ar --draft -t fo >"$TMP/fo" 2>/dev/null
contains "enclosures have the comma of their script" '، <fo:inline xml:lang="sv">⁨Information om SIP' "$TMP/fo"
[ "$failed" -eq 0 ]
