# A stand-in for translators: every target becomes its source, in marks. Sourced by the tests of languages.
# pseudo FILE STATE [TRANSLATOR REVISER]: the exported XLIFF file with targets of that state, on standard output
pseudo() {
  cat >"$TMP/pseudo.xsl" <<'X'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:x="urn:oasis:names:tc:xliff:document:1.2" exclude-result-prefixes="x">
  <xsl:param name="state"/><xsl:param name="by"/><xsl:param name="and"/>
  <xsl:template match="@*|node()"><xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template>
  <xsl:template match="x:target">
    <target state="{$state}"><xsl:copy-of select="@xml:lang"/>«<xsl:copy-of select="../x:source/node()"/>»</target>
    <xsl:if test="$by"><note from="translator"><xsl:value-of select="$by"/></note><note from="reviser"><xsl:value-of select="$and"/></note></xsl:if>
  </xsl:template>
  <xsl:template match="x:note[not(@from = 'duform')]"/>
</xsl:stylesheet>
X
  xsltproc --nonet --stringparam state "$2" --stringparam by "${3:-}" --stringparam and "${4:-}" "$TMP/pseudo.xsl" "$1"
}
# fresh_home: a data folder of our own, without translations
fresh_home() {
  rm -rf "$TMP/home"
  mkdir "$TMP/home"
  cp -r "$ROOT/xslt" "$ROOT/templates" "$ROOT/lang" "$ROOT/fonts" "$TMP/home"
  rm -f "$TMP/home/lang"/*.xlf
  export DUFORM_HOME=$TMP/home
}
