<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: names, free text and law references, element by element. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <!-- Given and family name of the context, as one string. -->
  <xsl:template name="full-name">
    <xsl:value-of select="normalize-space(concat(c:given, ' ', c:family))"/>
  </xsl:template>

  <!-- Free text as paragraphs, under a name of the view: <purpose lang="sv"><p>…</p></purpose>. -->
  <xsl:template name="text">
    <xsl:param name="of"/>
    <xsl:param name="name"/>
    <xsl:for-each select="$of[normalize-space()]">
      <xsl:element name="{$name}">
        <xsl:attribute name="lang"><xsl:call-template name="text-lang"/></xsl:attribute>
        <xsl:for-each select="c:p[normalize-space()] | self::*[not(c:p)]">
          <p>
            <xsl:if test="self::c:p/@xml:lang">
              <xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
            </xsl:if>
            <!-- Direction controls are taken out: they could make a text read as another. -->
            <xsl:value-of select="normalize-space(translate(., '&#x202A;&#x202B;&#x202C;&#x202D;&#x202E;&#x2066;&#x2067;&#x2068;&#x2069;', ''))"/>
          </p>
        </xsl:for-each>
      </xsl:element>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="text-lang">
    <xsl:choose>
      <xsl:when test="@xml:lang"><xsl:value-of select="@xml:lang"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$case-lang"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The rows of the law table that hold on the day of the letter, for one use of the profile. -->
  <xsl:template name="laws">
    <xsl:param name="use"/>
    <xsl:variable name="laws" select="d:laws()/p:laws/p:law"/>
    <xsl:for-each select="$profile/p:laws/p:law[@use = $use]">
      <xsl:variable name="id" select="@id"/>
      <xsl:for-each select="$laws[@id = $id]
          [not(translate(@from, '-', '') &gt; $day) and not(translate(@until, '-', '') &lt; $day)][1]">
        <law use="{$use}">
          <short><xsl:apply-templates select="p:short" mode="law"/></short>
          <long><xsl:apply-templates select="p:long" mode="law"/></long>
        </law>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- The sign of a section stays with its number. -->
  <xsl:template match="*" mode="law">
    <xsl:variable name="name" select="normalize-space()"/>
    <xsl:choose>
      <xsl:when test="contains($name, ' §')">
        <xsl:value-of select="concat(substring-before($name, ' §'), '&#xA0;§', substring-after($name, ' §'))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
