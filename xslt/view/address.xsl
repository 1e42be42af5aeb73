<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: letterhead, address block, return address. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    exclude-result-prefixes="c p">

  <xsl:variable name="lower" select="'abcdefghijklmnopqrstuvwxyzåäöéèüøæšž'"/>
  <xsl:variable name="upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÈÜØÆŠŽ'"/>

  <xsl:variable name="letterheads" select="$profile/p:letterheads/p:letterhead"/>
  <xsl:variable name="letterhead-own" select="$letterheads[@principal = normalize-space($caller/c:principal)]"/>
  <xsl:variable name="letterhead-row" select="($letterhead-own | $letterheads[not($letterhead-own)][not(@principal)])[1]"/>

  <!-- The letterhead of the principal that calls, by its top-level name. The profile's own row for
       it holds logo and return address; the row without a principal serves all others. -->
  <xsl:template name="letterhead">
    <letterhead>
      <organisation>
        <xsl:choose>
          <xsl:when test="$letterhead-own/p:organisation"><xsl:value-of select="normalize-space($letterhead-own/p:organisation)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="normalize-space($caller/c:principal)"/></xsl:otherwise>
        </xsl:choose>
      </organisation>
      <xsl:for-each select="$letterhead-row/p:logo">
        <logo file="{@file}" alt="{@alt}" width="{@width}" height="{@height}"/>
      </xsl:for-each>
      <contact><xsl:value-of select="normalize-space($caller/c:unit)"/></contact>
      <xsl:if test="$caller/c:address">
        <contact>
          <xsl:for-each select="$caller/c:address">
            <xsl:if test="c:street"><xsl:value-of select="concat(normalize-space(c:street), ', ')"/></xsl:if>
            <xsl:value-of select="concat(normalize-space(c:postcode), ' ', normalize-space(c:town))"/>
          </xsl:for-each>
        </contact>
      </xsl:if>
      <xsl:if test="$caller/c:phone">
        <contact kind="phone"><xsl:value-of select="normalize-space($caller/c:phone)"/></contact>
      </xsl:if>
      <xsl:for-each select="$letterhead-row/p:link">
        <contact href="{@url}"><xsl:value-of select="normalize-space(p:text)"/></contact>
      </xsl:for-each>
      <xsl:if test="$profile/p:printing/@routine-version = 'yes'">
        <routine version="{$profile/p:routine/@version}"><xsl:value-of select="normalize-space($profile/p:routine/p:title)"/></routine>
      </xsl:if>
    </letterhead>
  </xsl:template>

  <!-- For a protected case: what holds for the whole region, without unit, phone or place. -->
  <xsl:template name="neutral-letterhead">
    <letterhead>
      <organisation>
        <xsl:value-of select="normalize-space($profile/p:letterheads/p:letterhead[not(@principal)][1]/p:organisation)"/>
      </organisation>
    </letterhead>
  </xsl:template>

  <!-- The address block of the recipient: at most six lines, no empty one among them, and the return
       line above them, where undelivered letters go. -->
  <xsl:template name="address">
    <xsl:variable name="self" select="$role = 'person' or $role = 'child'"/>
    <xsl:variable name="address" select="($to/c:address | $person[$self and not($to/c:address)]/c:address)[1]"/>
    <address>
      <xsl:for-each select="$letterhead-row/p:return-address[$address]">
        <return>
          <xsl:value-of select="concat('Returadress: ', normalize-space(p:name), ', ')"/>
          <xsl:if test="p:street"><xsl:value-of select="concat(normalize-space(p:street), ', ')"/></xsl:if>
          <xsl:value-of select="concat(normalize-space(p:postcode), ' ', normalize-space(p:town))"/>
        </return>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="$role = 'unit'">
          <xsl:if test="$to/c:principal[not(. = $to/c:unit)]">
            <line><xsl:value-of select="normalize-space($to/c:principal)"/></line>
          </xsl:if>
          <xsl:if test="$to/c:unit"><line><xsl:value-of select="normalize-space($to/c:unit)"/></line></xsl:if>
          <xsl:if test="$to/c:attention">
            <line><xsl:value-of select="concat('Att: ', normalize-space($to/c:attention))"/></line>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <line>
            <xsl:for-each select="($to/c:name | $person[$self and not($to/c:name)]/c:name)[1]">
              <xsl:call-template name="full-name"/>
            </xsl:for-each>
          </line>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="address-lines"><xsl:with-param name="of" select="$address"/></xsl:call-template>
    </address>
  </xsl:template>

  <!-- c/o, street, "123 45  ORT" (two spaces before the town), country. -->
  <xsl:template name="address-lines">
    <xsl:param name="of"/>
    <xsl:for-each select="$of">
      <xsl:if test="c:co"><line><xsl:value-of select="concat('c/o ', normalize-space(c:co))"/></line></xsl:if>
      <xsl:if test="c:street"><line><xsl:value-of select="normalize-space(c:street)"/></line></xsl:if>
      <line>
        <xsl:value-of select="concat(normalize-space(c:postcode), '  ',
                                     translate(normalize-space(c:town), $lower, $upper))"/>
      </line>
      <xsl:if test="c:country"><line><xsl:value-of select="translate(normalize-space(c:country), $lower, $upper)"/></line></xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
