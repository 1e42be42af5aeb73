<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the letter that goes with a copy of the plan. Who gets it: those on the plan's
     distribution list; without a list the person, the guardians and the parties that consent
     covers. Nobody whom consent does not cover gets it.

                           person, child, guardian    unit    representative, relative
     name of the person              x                  x          x
     version, next meeting           x                  x          x
     coordinator                     x                  x          x
     own routine on records                             x
     SIP-kollen                      x                             x      (profile) -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="copies" select="$latest-plan/c:distribution/c:copy"/>
  <xsl:variable name="gets-plan" select="($own or $covered) and (not($copies) or $copies/@party = $to/@id)"/>

  <xsl:template name="cover">
    <xsl:if test="$latest-plan and $gets-plan">
      <view>
        <xsl:call-template name="recipient-attributes"/>
        <xsl:call-template name="letterhead"/>
        <xsl:call-template name="address"/>
        <xsl:call-template name="diary"/>
        <xsl:call-template name="caller"/>
        <xsl:call-template name="person"/>
        <plan version="{$latest-plan/@version}" date="{$latest-plan/@date}" replaces="{$latest-plan/@replaces}">
          <xsl:call-template name="official">
            <xsl:with-param name="of" select="$latest-plan/c:coordinator"/><xsl:with-param name="name" select="'coordinator'"/>
          </xsl:call-template>
          <xsl:for-each select="$latest-plan/c:next">
            <next date="{@date}"><xsl:if test="c:start"><start><xsl:value-of select="normalize-space(c:start)"/></start></xsl:if></next>
          </xsl:for-each>
        </plan>
        <xsl:if test="$role != 'unit'"><xsl:call-template name="feedback"/></xsl:if>
      </view>
    </xsl:if>
  </xsl:template>

  <!-- On paper of a protected case: that a plan is enclosed, and a number to call. -->
  <xsl:template name="protected-cover">
    <xsl:if test="$latest-plan and $gets-plan">
      <view>
        <xsl:call-template name="recipient-attributes"/>
        <xsl:attribute name="protected">yes</xsl:attribute>
        <xsl:attribute name="class"/>
        <xsl:call-template name="neutral-letterhead"/>
        <caller><xsl:call-template name="neutral-phone"/></caller>
        <plan version="{$latest-plan/@version}"/>
      </view>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
