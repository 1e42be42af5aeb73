<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of compile.xsl: the words of a unit, from the template or from its translation. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:duform:alias"
    xmlns:t="urn:duform:template:1"
    xmlns:d="urn:duform:functions:1"
    xmlns:x="urn:oasis:names:tc:xliff:document:1.2"
    exclude-result-prefixes="t x">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <!-- The content of a unit, in an element that has just been opened. -->
  <xsl:template name="unit">
    <xsl:choose>
      <xsl:when test="@plural"><xsl:call-template name="plural-unit"/></xsl:when>
      <xsl:when test="$lang = 'sv'"><xsl:apply-templates mode="inline"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="translated-unit"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The translation that may be printed; without one the words stay Swedish, and a gap says that
       the document cannot be given to who reads only its language. -->
  <xsl:template name="translated-unit">
    <xsl:param name="id" select="concat($units, '.', @id)"/>
    <xsl:variable name="unit" select="."/>
    <xsl:variable name="source"><xsl:apply-templates select="." mode="canonical"/></xsl:variable>
    <xsl:variable name="found" select="d:unit($id, $lang)"/>
    <xsl:variable name="usable">
      <xsl:call-template name="usable">
        <xsl:with-param name="found" select="$found"/><xsl:with-param name="source" select="$source"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$usable = 'yes'">
        <xsl:apply-templates select="$found/x:target/node()" mode="target">
          <xsl:with-param name="unit" select="$unit"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <!-- Values and punctuation alone are of no language. -->
        <xsl:if test="translate($source, '{}&lt;&gt;0123456789 ,.:;!?()–-', '')">
          <out:attribute name="lang">sv</out:attribute>
          <out:attribute name="gap">yes</out:attribute>
        </xsl:if>
        <xsl:apply-templates mode="inline"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Whether a translation says what the unit says now, and has come far enough to be printed. -->
  <xsl:template name="usable">
    <xsl:param name="found"/>
    <xsl:param name="source"/>
    <xsl:variable name="its-source"><xsl:apply-templates select="$found/x:source" mode="canonical"/></xsl:variable>
    <xsl:variable name="state" select="string($found/x:target/@state)"/>
    <xsl:variable name="translator" select="normalize-space(($found/x:note | $found/ancestor::x:file/x:header/x:note)[@from = 'translator'][last()])"/>
    <xsl:variable name="reviser" select="normalize-space(($found/x:note | $found/ancestor::x:file/x:header/x:note)[@from = 'reviser'][last()])"/>
    <xsl:variable name="two" select="$translator and $reviser and $translator != $reviser"/>
    <xsl:variable name="rank">
      <xsl:choose>
        <xsl:when test="$state = '' or $state = 'translated'">1</xsl:when>
        <xsl:when test="$state = 'signed-off' or ($state = 'final' and not($two))">2</xsl:when>
        <xsl:when test="$state = 'final'">3</xsl:when>
        <xsl:otherwise>0</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="$found and normalize-space($its-source) = normalize-space($source)
                  and $found/x:target[normalize-space() or *] and ($draft = 'yes' or $rank &gt;= $needed)">yes</xsl:if>
  </xsl:template>

  <!-- The words alone, for an attribute: a unit without inline elements. -->
  <xsl:template name="unit-text">
    <xsl:if test="*">
      <xsl:message terminate="yes">
        <xsl:value-of select="concat($kind, ': only words may stand in ', @id)"/>
      </xsl:message>
    </xsl:if>
    <xsl:variable name="id" select="concat($units, '.', @id)"/>
    <xsl:choose>
      <xsl:when test="$lang = 'sv'"><xsl:value-of select="normalize-space()"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="found" select="d:unit($id, $lang)"/>
        <xsl:variable name="usable">
          <xsl:call-template name="usable">
            <xsl:with-param name="found" select="$found"/><xsl:with-param name="source" select="normalize-space()"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:choose>
          <xsl:when test="$usable = 'yes'"><xsl:value-of select="normalize-space($found/x:target)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="normalize-space()"/></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Words: runs of white space become one space, none at the edges of the unit. -->
  <xsl:template match="text()" mode="inline">
    <xsl:call-template name="words">
      <xsl:with-param name="first" select="not(preceding-sibling::node()[not(self::comment())])
                                           and (../@id or parent::t:s or ../../@plural)"/>
      <xsl:with-param name="last" select="not(following-sibling::node()[not(self::comment())])
                                          and (../@id or parent::t:s or ../../@plural)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="text()" mode="target">
    <xsl:call-template name="words">
      <xsl:with-param name="first" select="parent::x:target and not(preceding-sibling::*)"/>
      <xsl:with-param name="last" select="parent::x:target and not(following-sibling::*)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="words">
    <xsl:param name="first"/>
    <xsl:param name="last"/>
    <!-- The bars keep a single space at either end through normalize-space(). -->
    <xsl:variable name="barred" select="normalize-space(concat('|', ., '|'))"/>
    <xsl:variable name="inner" select="substring($barred, 2, string-length($barred) - 2)"/>
    <xsl:variable name="start" select="1 + number($first and starts-with($inner, ' '))"/>
    <xsl:variable name="end" select="string-length($inner)
        - number($last and substring($inner, string-length($inner)) = ' ')"/>
    <xsl:if test="$end &gt;= $start">
      <out:text><xsl:value-of select="substring($inner, $start, $end - $start + 1)"/></out:text>
    </xsl:if>
  </xsl:template>

  <!-- Inline elements of the template. -->
  <xsl:template match="t:b" mode="inline">
    <b><xsl:apply-templates mode="inline"/></b>
  </xsl:template>
  <xsl:template match="t:br" mode="inline"><br/></xsl:template>
  <xsl:template match="t:link" mode="inline">
    <link>
      <xsl:call-template name="link-target"/>
      <xsl:apply-templates mode="inline"/>
    </link>
  </xsl:template>
  <xsl:template match="t:*" mode="inline">
    <xsl:message terminate="yes">
      <xsl:value-of select="concat($kind, ': ', local-name(), ' may not stand in a unit')"/>
    </xsl:message>
  </xsl:template>

  <xsl:template name="link-target">
    <xsl:choose>
      <xsl:when test="@url"><xsl:attribute name="href"><xsl:value-of select="@url"/></xsl:attribute></xsl:when>
      <xsl:otherwise>
        <out:attribute name="href"><out:value-of select="{@to}"/></out:attribute>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Inline elements of a translation: x and g point at the template's by number. -->
  <xsl:template match="x:x" mode="target">
    <xsl:param name="unit"/>
    <xsl:apply-templates select="($unit//t:*)[number(current()/@id)]" mode="inline"/>
  </xsl:template>
  <xsl:template match="x:g" mode="target">
    <xsl:param name="unit"/>
    <xsl:variable name="content">
      <xsl:apply-templates mode="target"><xsl:with-param name="unit" select="$unit"/></xsl:apply-templates>
    </xsl:variable>
    <xsl:for-each select="($unit//t:*)[number(current()/@id)]">
      <xsl:element name="{local-name()}">
        <xsl:if test="self::t:link"><xsl:call-template name="link-target"/></xsl:if>
        <xsl:copy-of select="$content"/>
      </xsl:element>
    </xsl:for-each>
  </xsl:template>

  <!-- Canonical form of a unit and of an XLIFF source, to see whether they say the same. -->
  <xsl:template match="t:*[@id] | t:s | t:one | t:other | x:source" mode="canonical">
    <xsl:apply-templates mode="canonical">
      <xsl:with-param name="unit" select="."/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="t:value | t:br" mode="canonical">
    <xsl:param name="unit"/>
    <xsl:text>{</xsl:text><xsl:call-template name="inline-number"><xsl:with-param name="unit" select="$unit"/></xsl:call-template><xsl:text>}</xsl:text>
  </xsl:template>
  <xsl:template match="t:b | t:link" mode="canonical">
    <xsl:param name="unit"/>
    <xsl:variable name="n"><xsl:call-template name="inline-number"><xsl:with-param name="unit" select="$unit"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="concat('{', $n, '&lt;')"/>
    <xsl:apply-templates mode="canonical"><xsl:with-param name="unit" select="$unit"/></xsl:apply-templates>
    <xsl:value-of select="concat('&gt;', $n, '}')"/>
  </xsl:template>
  <xsl:template match="x:x" mode="canonical">
    <xsl:value-of select="concat('{', @id, '}')"/>
  </xsl:template>
  <xsl:template match="x:g" mode="canonical">
    <xsl:value-of select="concat('{', @id, '&lt;')"/>
    <xsl:apply-templates mode="canonical"/>
    <xsl:value-of select="concat('&gt;', @id, '}')"/>
  </xsl:template>

  <xsl:template name="inline-number">
    <xsl:param name="unit"/>
    <xsl:variable name="me" select="generate-id()"/>
    <xsl:for-each select="$unit//t:*">
      <xsl:if test="generate-id() = $me"><xsl:value-of select="position()"/></xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
