<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: the letter with a copy of the plan. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="assess-cover">
    <xsl:call-template name="assess-open"/>
    <xsl:call-template name="assess-has-plan"/>
    <xsl:if test="$plan-in-force">
      <xsl:call-template name="assess-consent-now"/>
      <xsl:variable name="copies" select="$plan-in-force/c:distribution/c:copy"/>
      <xsl:if test="not($copies)">
        <finding severity="warning" rule="{$profile/p:distribution/@rule}" line="{d:line($plan-in-force)}"
                 sv="det står inte vilka som får planen, och vem som skickar den: ange distribution"
                 en="it is not said who gets the plan, and who sends it: give distribution"/>
      </xsl:if>
      <xsl:if test="not($plan-in-force/c:next)">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'next-date'"/><xsl:with-param name="at" select="$plan-in-force"/>
          <xsl:with-param name="sv" select="'dag för uppföljning saknas i planen: ange next'"/>
          <xsl:with-param name="en" select="'the date of the follow-up is missing in the plan: give next'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:for-each select="$recipients[@id = $copies/@party][not(@class = 'person' or @class = 'child' or @class = 'guardian')]">
        <xsl:variable name="id" select="@id"/>
        <xsl:variable name="covered"><xsl:call-template name="covered"><xsl:with-param name="party" select="."/></xsl:call-template></xsl:variable>
        <xsl:if test="$covered != 'yes'">
          <xsl:call-template name="finding">
            <xsl:with-param name="check" select="'consent-covers'"/><xsl:with-param name="at" select="."/><xsl:with-param name="recipient" select="count(preceding-sibling::c:party[not(@receives = 'no')]) + 1"/>
            <xsl:with-param name="sv" select="'parten står på sändlistan, men samtycket omfattar den inte: den får ingen plan'"/>
            <xsl:with-param name="en" select="'the party is on the distribution list, but consent does not cover it: it gets no plan'"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
