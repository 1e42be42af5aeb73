<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: labels for envelopes. An ordinary case: a sheet with one label for each
     recipient of a letter. A protected case on paper: on a page each, the inner envelope with the
     personal number alone and the outer one with the forwarding address of the profile. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="labels">
    <view>
      <xsl:call-template name="office-attributes"/>
      <xsl:for-each select="$recipients[not(@channel) or @channel = 'letter'][not(@protection[. != 'none'])]">
        <xsl:variable name="self" select="@class = 'person' or @class = 'child'"/>
        <xsl:variable name="address" select="(c:address | $person[$self and not(current()/c:address)]/c:address)[1]"/>
        <xsl:if test="$address">
          <label>
            <xsl:choose>
              <xsl:when test="c:unit or c:principal">
                <xsl:if test="c:principal[not(. = ../c:unit)]"><line><xsl:value-of select="normalize-space(c:principal)"/></line></xsl:if>
                <xsl:if test="c:unit"><line><xsl:value-of select="normalize-space(c:unit)"/></line></xsl:if>
                <xsl:if test="c:attention"><line><xsl:value-of select="concat('Att: ', normalize-space(c:attention))"/></line></xsl:if>
              </xsl:when>
              <xsl:otherwise>
                <line>
                  <xsl:for-each select="(c:name | $person[$self and not(current()/c:name)]/c:name)[1]"><xsl:call-template name="full-name"/></xsl:for-each>
                </line>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:for-each select="$address"><xsl:call-template name="label-lines"/></xsl:for-each>
          </label>
        </xsl:if>
      </xsl:for-each>
    </view>
  </xsl:template>

  <!-- Of an address: c/o, street, post code, two spaces and town, country. The spaces do not break. -->
  <xsl:template name="label-lines">
    <xsl:if test="c:co"><line><xsl:value-of select="concat('c/o ', normalize-space(c:co))"/></line></xsl:if>
    <xsl:if test="c:street"><line><xsl:value-of select="normalize-space(c:street)"/></line></xsl:if>
    <line><xsl:value-of select="concat(translate(normalize-space(c:postcode), ' ', '&#xA0;'), '&#xA0;&#xA0;',
                                       translate(normalize-space(c:town), $lower, $upper))"/></line>
    <xsl:if test="c:country"><line><xsl:value-of select="translate(normalize-space(c:country), $lower, $upper)"/></line></xsl:if>
  </xsl:template>

  <xsl:template name="protected-labels">
    <xsl:if test="$person/c:number[@kind != 'reserve']">
      <view>
        <xsl:call-template name="office-attributes"/>
        <inner><xsl:value-of select="normalize-space($person/c:number)"/></inner>
        <outer>
          <xsl:for-each select="$profile/p:protection/p:forwarding">
            <line><xsl:value-of select="normalize-space(p:name)"/></line>
            <line><xsl:value-of select="normalize-space(p:street)"/></line>
            <line><xsl:value-of select="concat(translate(normalize-space(p:postcode), ' ', '&#xA0;'), '&#xA0;&#xA0;',
                                               translate(normalize-space(p:town), $lower, $upper))"/></line>
          </xsl:for-each>
        </outer>
      </view>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
