<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of page.xsl: two languages at once, notices on the language, the mark of a draft. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="d">

  <!-- Two columns are too narrow for large letters: then one language stands under the other. -->
  <xsl:variable name="letters" select="($style/root | $style/*[name() = concat('root-', $doc/@reader)])[@font-size][last()]/@font-size"/>
  <xsl:variable name="side-by-side" select="number(translate($letters, 'pt', '')) &lt; 14"/>

  <!-- A table for its places only: the halves are read one after the other. -->
  <xsl:template match="pair">
    <xsl:choose>
      <xsl:when test="$side-by-side">
        <fo:table table-layout="fixed" width="100%" role="Div">
          <!-- Space at the edge of a cell is lost: it stands round the table instead. -->
          <xsl:attribute name="space-before">3pt</xsl:attribute>
          <xsl:copy-of select="$style/*[name() = concat('h', current()/half/h/@level)]/@space-before"/>
          <xsl:if test="@keep = 'next'"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-column column-width="5mm"/>
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-body>
            <fo:table-row keep-together.within-page="always">
              <xsl:for-each select="half">
                <xsl:if test="position() &gt; 1"><fo:table-cell><fo:block/></fo:table-cell></xsl:if>
                <fo:table-cell><xsl:call-template name="half"/></fo:table-cell>
              </xsl:for-each>
            </fo:table-row>
          </fo:table-body>
        </fo:table>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="half">
          <xsl:if test="position() = 1 or normalize-space() != normalize-space(preceding-sibling::half)">
            <xsl:call-template name="half"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="half">
    <fo:block-container role="Div">
      <xsl:call-template name="own-direction"/>
      <xsl:apply-templates/>
    </fo:block-container>
  </xsl:template>

  <!-- Language and direction of a passage, whatever stands round it. -->
  <xsl:template name="own-direction">
    <xsl:variable name="direction" select="d:direction(string(@lang))"/>
    <xsl:attribute name="xml:lang"><xsl:value-of select="@lang"/></xsl:attribute>
    <xsl:attribute name="writing-mode">
      <xsl:choose><xsl:when test="$direction = 'rtl'">rl-tb</xsl:when><xsl:otherwise>lr-tb</xsl:otherwise></xsl:choose>
    </xsl:attribute>
    <xsl:if test="$direction = 'rtl'"><xsl:copy-of select="$style/root-rtl/@*"/></xsl:if>
  </xsl:template>

  <xsl:template match="notice">
    <!-- The space stands on the area that the page places: at the edge of what it holds it is lost. Below
         the letterhead, which is placed out of the flow, it stays. -->
    <fo:block-container role="Div">
      <xsl:copy-of select="$style/note/@space-before | $style/note/@space-after"/>
      <xsl:if test="$style/note/@space-before"><xsl:attribute name="space-before.conditionality">retain</xsl:attribute></xsl:if>
      <xsl:call-template name="own-direction"/>
      <fo:block role="Div">
        <xsl:copy-of select="$style/note/@*[not(starts-with(name(), 'space-'))]"/>
        <xsl:attribute name="start-indent">9pt</xsl:attribute>
        <xsl:attribute name="end-indent">9pt</xsl:attribute>
        <xsl:apply-templates/>
      </fo:block>
    </fo:block-container>
  </xsl:template>

  <xsl:template match="draft"/>
  <!-- At the head of every page, read aloud too: it is no artifact. -->
  <xsl:template name="draft-mark">
    <fo:static-content flow-name="draft" role="Sect">
      <fo:block-container absolute-position="fixed" left="{$left}mm" top="3mm"
                          width="{$text-right - $left}mm" height="11mm">
        <xsl:for-each select="$doc/draft">
          <fo:block role="P" xml:lang="{@lang}" text-align="center">
            <xsl:copy-of select="$style/draft/@*"/>
            <xsl:choose>
              <xsl:when test="d:direction(string(@lang)) = 'rtl'">&#x2067;</xsl:when>
              <xsl:otherwise>&#x2066;</xsl:otherwise>
            </xsl:choose>
            <xsl:value-of select="."/>
            <xsl:text>&#x2069;</xsl:text>
          </fo:block>
        </xsl:for-each>
      </fo:block-container>
    </fo:static-content>
  </xsl:template>
</xsl:stylesheet>
