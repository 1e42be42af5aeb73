<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of compile.xsl: an inserted value. The document gets <v>, which the page sets apart. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:duform:alias"
    xmlns:t="urn:duform:template:1"
    exclude-result-prefixes="t">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:template match="t:value" mode="inline">
    <xsl:choose>
      <xsl:when test="$blanks">
        <out:choose>
          <out:when test="/view/@blank and not(string({@of}))"><xsl:call-template name="writing-place"/></out:when>
          <out:otherwise><xsl:call-template name="value-or-stop"/></out:otherwise>
        </out:choose>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="value-or-stop"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="value-or-stop">
    <xsl:choose>
      <xsl:when test="@optional = 'yes'">
        <out:if test="string({@of})"><xsl:call-template name="value"/></out:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="unit" select="ancestor-or-self::t:*[@id][1]/@id"/>
        <out:if test="not(string({@of}))">
          <out:message terminate="yes">
            <xsl:value-of select="concat($kind, ': no value for ', translate(@of, '/', '.'),
                                         ' in ', $unit)"/>
          </out:message>
        </out:if>
        <xsl:call-template name="value"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="value">
    <xsl:variable name="as">
      <xsl:choose>
        <xsl:when test="@as"><xsl:value-of select="@as"/></xsl:when>
        <xsl:otherwise>text</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$as = 'party' and $lang != 'sv'"><xsl:call-template name="party"/></xsl:when>
      <xsl:when test="$as = 'profile' and $lang != 'sv'"><xsl:call-template name="profile-text"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="plain-value"><xsl:with-param name="as" select="$as"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="plain-value">
    <xsl:param name="as"/>
    <xsl:variable name="words" select="$as = 'party' or $as = 'profile'"/>
    <v>
      <xsl:attribute name="kind"><xsl:choose><xsl:when test="$words">text</xsl:when><xsl:otherwise><xsl:value-of select="$as"/></xsl:otherwise></xsl:choose></xsl:attribute>
      <xsl:if test="$as = 'text'">
        <xsl:call-template name="value-language"><xsl:with-param name="of" select="@of"/></xsl:call-template>
      </xsl:if>
      <out:value-of>
        <xsl:attribute name="select">
          <xsl:call-template name="value-expression"><xsl:with-param name="as" select="$as"/></xsl:call-template>
        </xsl:attribute>
      </out:value-of>
    </v>
  </xsl:template>

  <!-- The XPath that makes the characters. -->
  <xsl:template name="value-expression">
    <xsl:param name="as"/>
    <xsl:variable name="string" select="concat('string(', @of, ')')"/>
    <xsl:choose>
      <xsl:when test="$as = 'text' or $as = 'name' or $as = 'party' or $as = 'profile'">
        <xsl:value-of select="concat('normalize-space(', @of, ')')"/>
      </xsl:when>
      <xsl:when test="$as = 'date'">
        <xsl:variable name="form">
          <xsl:choose>
            <xsl:when test="@form"><xsl:value-of select="@form"/></xsl:when>
            <xsl:otherwise>long</xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:value-of select="concat('d:date(', $string, &quot;, '&quot;, $form, &quot;', &quot;, $lang-literal, ')')"/>
      </xsl:when>
      <xsl:when test="$as = 'time'">
        <xsl:value-of select="concat('d:nobreak(d:time(', $string, ', ', $lang-literal, '))')"/>
      </xsl:when>
      <xsl:when test="$as = 'time-range'">
        <!-- Where its words hold together stands in the pattern of the language. -->
        <xsl:value-of select="concat('d:time-range(', $string, ', string(', @to, '), ', $lang-literal, ')')"/>
      </xsl:when>
      <xsl:when test="$as = 'number' or $as = 'phone'">
        <xsl:value-of select="concat('d:nobreak(', $string, ')')"/>
      </xsl:when>
      <xsl:when test="$as = 'personal-number'">
        <xsl:value-of select="concat('d:nobreak(d:personal-number-display(', $string, '))')"/>
      </xsl:when>
      <xsl:when test="$as = 'list'">
        <xsl:value-of select="concat('d:list(', @of, ', ', $lang-literal, ')')"/>
      </xsl:when>
      <xsl:when test="$as = 'count'">
        <xsl:value-of select="concat('count(', @of, ')')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:message terminate="yes"><xsl:value-of select="concat($kind, ': unknown as: ', $as)"/></xsl:message>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- lang on the element just opened, where the value's language is another than the document's.
       The lang of the view itself is the reader's: what says nothing else is Swedish. -->
  <xsl:template name="value-language">
    <xsl:param name="of"/>
    <xsl:variable name="own" select="concat('(', $of, ')/ancestor-or-self::*[@lang and parent::*][1]/@lang')"/>
    <out:choose>
      <out:when test="{$own} != {$lang-literal}">
        <out:attribute name="lang"><out:value-of select="{$own}"/></out:attribute>
      </out:when>
      <xsl:if test="$lang != 'sv'">
        <out:when test="not({$own})"><out:attribute name="lang">sv</out:attribute></out:when>
      </xsl:if>
    </out:choose>
  </xsl:template>
</xsl:stylesheet>
