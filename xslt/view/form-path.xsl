<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the paths of fields, and their values (see pipeline/page/page.h). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    exclude-result-prefixes="c">

  <!-- Elements that may stand more than once where they stand, and have their number therefore. -->
  <xsl:variable name="repeated" select="' plan goal sub-goal action own-action not-agreed contact-person identified-need
      works-well works-less-well child-words guardian-words follow-up consent party mapping deviation evaluation exchange '"/>

  <xsl:template match="c:case" mode="path">case</xsl:template>
  <xsl:template match="c:*" mode="path">
    <xsl:variable name="name" select="local-name()"/>
    <xsl:apply-templates select=".." mode="path"/>
    <xsl:value-of select="concat('/', $name)"/>
    <xsl:if test="contains($repeated, concat(' ', $name, ' '))">
      <xsl:value-of select="concat('[', count(preceding-sibling::c:*[local-name() = $name]) + 1, ']')"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="@*" mode="path">
    <xsl:apply-templates select=".." mode="path"/>
    <xsl:value-of select="concat('/@', name())"/>
  </xsl:template>

  <xsl:template match="@* | c:*" mode="value">
    <xsl:call-template name="value-at">
      <xsl:with-param name="path"><xsl:apply-templates select="." mode="path"/></xsl:with-param>
      <xsl:with-param name="of" select="."/>
    </xsl:call-template>
  </xsl:template>

  <!-- The value of a field: paragraphs, or one line. Nothing where there is nothing. -->
  <xsl:template name="value-at">
    <xsl:param name="path"/>
    <xsl:param name="of" select="/.."/>
    <xsl:for-each select="$of[normalize-space()]">
      <value path="{$path}">
        <xsl:if test="self::c:*[@xml:lang or c:p/@xml:lang]">
          <xsl:attribute name="lang"><xsl:value-of select="(@xml:lang | c:p/@xml:lang)[1]"/></xsl:attribute>
        </xsl:if>
        <xsl:for-each select="c:p[normalize-space()]"><p><xsl:call-template name="plain-words"/></p></xsl:for-each>
        <xsl:if test="not(c:p)"><xsl:call-template name="plain-words"/></xsl:if>
      </value>
    </xsl:for-each>
  </xsl:template>

  <!-- Direction controls are taken out: they could make a text read as another. -->
  <xsl:template name="plain-words">
    <xsl:value-of select="normalize-space(translate(., '&#x202A;&#x202B;&#x202C;&#x202D;&#x202E;&#x2066;&#x2067;&#x2068;&#x2069;', ''))"/>
  </xsl:template>

  <!-- Rows for the elements that there are, and new ones: their numbers begin at first. -->
  <xsl:template name="rows">
    <xsl:param name="of"/>
    <xsl:param name="group" select="''"/>
    <xsl:param name="nodes" select="/.."/>
    <xsl:param name="new" select="1"/>
    <xsl:param name="first" select="count($nodes) + 1"/>
    <rows of="{$of}">
      <xsl:if test="$group"><xsl:attribute name="group"><xsl:value-of select="$group"/></xsl:attribute></xsl:if>
      <xsl:for-each select="$nodes">
        <xsl:variable name="name" select="local-name()"/>
        <row at="{count(preceding-sibling::c:*[local-name() = $name]) + 1}">
          <xsl:if test="self::c:guardian-words">
            <xsl:for-each select="$open-parties[@id = current()/@party]"><who><xsl:call-template name="party-label"/></who></xsl:for-each>
          </xsl:if>
        </row>
      </xsl:for-each>
      <xsl:call-template name="new-rows"><xsl:with-param name="n" select="$new"/><xsl:with-param name="at" select="$first"/></xsl:call-template>
    </rows>
  </xsl:template>

  <xsl:template name="new-rows">
    <xsl:param name="n"/>
    <xsl:param name="at"/>
    <xsl:if test="$n &gt; 0">
      <row at="{$at}"/>
      <xsl:call-template name="new-rows"><xsl:with-param name="n" select="$n - 1"/><xsl:with-param name="at" select="$at + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
