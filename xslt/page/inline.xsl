<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of page.xsl: sentences, values, links. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions">

  <!-- Sentences of a paragraph: one space between two; each on a line of its own where the class is
       lines. Of these at least two stay together at both sides of a page's end, as widows and orphans
       ask of lines: those count from one forced end of a line to the next. -->
  <xsl:template match="s">
    <xsl:choose>
      <xsl:when test="not(preceding-sibling::s)"/>
      <xsl:when test="parent::p/@class = 'lines'">
        <fo:block>
          <xsl:if test="count(preceding-sibling::s) = 1 or not(following-sibling::s)">
            <xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute>
            <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
          </xsl:if>
        </fo:block>
      </xsl:when>
      <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="@lang and @lang != ancestor::*[@lang][1]/@lang">
        <fo:inline><xsl:call-template name="content"/></fo:inline>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="b">
    <fo:inline font-weight="bold"><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <xsl:template match="br"><fo:block/></xsl:template>

  <xsl:template match="link">
    <fo:basic-link external-destination="url('{@href}')" fox:alt-text="{normalize-space(.)}">
      <xsl:copy-of select="$style/link/@*"/>
      <xsl:apply-templates/>
    </fo:basic-link>
  </xsl:template>

  <!-- A value of the case. In right-to-left text it is set apart from what surrounds it: numbers
       read left to right, words find their own direction. -->
  <xsl:template match="v">
    <xsl:variable name="language" select="@lang and @lang != ancestor::*[@lang][1]/@lang"/>
    <xsl:choose>
      <xsl:when test="$language">
        <fo:inline xml:lang="{@lang}"><xsl:call-template name="value"/></fo:inline>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="value"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="value">
    <xsl:choose>
      <xsl:when test="not($isolates)"><xsl:value-of select="."/></xsl:when>
      <xsl:when test="@kind = 'number' or @kind = 'phone' or @kind = 'personal-number' or @kind = 'count'">
        <xsl:call-template name="isolate"><xsl:with-param name="text" select="."/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('&#x2068;', ., '&#x2069;')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="isolate">
    <xsl:param name="text"/>
    <xsl:if test="$isolates">&#x2066;</xsl:if>
    <xsl:value-of select="$text"/>
    <xsl:if test="$isolates">&#x2069;</xsl:if>
  </xsl:template>
</xsl:stylesheet>
